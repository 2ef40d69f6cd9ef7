//! Comparing header and title texts, torn or not, with the wording of the forms.

use std::sync::LazyLock;

use rapidfuzz::distance::levenshtein::distance;
use regex::Regex;

#[allow(clippy::expect_used, reason = "the pattern is a constant, compiled by every test")]
static OFFICE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(skpd|opd|pd)\b").expect("a constant pattern"));

/// The letters of a header text without digits; `SKPD`, `OPD` and `PD` count as `Perangkat Daerah`.
pub(super) fn header_letters(text: &str) -> String {
    OFFICE
        .replace_all(text, "perangkatdaerah")
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

/// How alike two header texts (letters only) are, 0 to 1.
pub(super) fn likeness(left: &str, right: &str) -> f64 {
    at_a_glance(left, right).unwrap_or_else(|| {
        let distance = distance(left.chars(), right.chars());
        share_left(distance, left.chars().count().max(right.chars().count()))
    })
}

/// Whether two header texts are at least so alike. Every cell of a workbook is compared with every header text, so
/// letters are laid against each other only where their numbers leave that open.
pub(super) fn are_alike(left: &str, right: &str, enough: f64) -> bool {
    if let Some(likeness) = at_a_glance(left, right) {
        return likeness >= enough;
    }
    if !left.is_ascii() || !right.is_ascii() {
        return likeness(left, right) >= enough;
    }
    let longest = left.len().max(right.len());
    share_left(left.len().abs_diff(right.len()), longest) >= enough
        && share_left(other_letters(left, right), longest) >= enough
        && share_left(distance(left.bytes(), right.bytes()), longest) >= enough
}

fn share_left(distance: usize, longest: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts of letters")]
    let share = distance as f64 / longest as f64;
    1.0 - share
}

/// The likeness that needs no comparing letter by letter.
fn at_a_glance(left: &str, right: &str) -> Option<f64> {
    if left.is_empty() || right.is_empty() {
        return Some(0.0);
    }
    if left == right {
        return Some(1.0);
    }
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    if short.len() * 3 < long.len() {
        return Some(0.0);
    }
    if short.len() >= 10 && long.contains(short) {
        return Some(0.9);
    }
    ((3..10).contains(&short.len()) && long.starts_with(short) && long.len() < short.len() * 2).then_some(0.8)
}

/// How many letters of one ASCII text the other lacks, wherever they stand: each takes a change at least.
fn other_letters(left: &str, right: &str) -> usize {
    let mut counts = [0_i32; 32];
    let mut count = |text: &str, step: i32| {
        for byte in text.bytes() {
            if let Some(count) = counts.get_mut(usize::from(byte & 31)) {
                *count += step;
            }
        }
    };
    count(left, 1);
    count(right, -1);
    let (more, less) = counts.iter().fold((0, 0), |(more, less), count| match count {
        0.. => (more + count.unsigned_abs(), less),
        _ => (more, less + count.unsigned_abs()),
    });
    usize::try_from(more.max(less)).unwrap_or_default()
}

/// The four-digit years of a text, in order.
pub(super) fn years(text: &str) -> Vec<u16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (2000..2100).contains(year))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ruled_out_soon_is_what_comparing_rules_out() {
        let texts = [
            "indikator",
            "indikatorkinerja",
            "indkator",
            "lokasi",
            "alokasi",
            "pagu",
            "paguindikatif",
            "é",
            "kodé",
        ];
        let more = [
            "targetrenjaperangkatdaerah",
            "targetrenstraperangkatdaerah",
            "sumberdana",
            "sumberdna",
            "rt",
            "t",
        ];
        for left in texts.iter().chain(&more) {
            for right in texts.iter().chain(&more) {
                for enough in [0.6, 0.8, 0.875, 1.0] {
                    assert_eq!(
                        are_alike(left, right, enough),
                        likeness(left, right) >= enough,
                        "{left} {right}"
                    );
                }
                let plain = strsim::normalized_levenshtein(left, right);
                assert!(at_a_glance(left, right).is_some() || (likeness(left, right) - plain).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn torn_header_cells_are_recognised_by_their_letters() {
        let standard = header_letters("SPM/Standar Nasional");
        assert!((likeness(&header_letters("SPM/s tandar nasion al"), &standard) - 1.0).abs() < 1e-9);
        assert_eq!(header_letters("Target Renja SKPD Tahun 2021"), "targetrenjaperangkatdaerahtahun");
        assert!(likeness(&header_letters("Catatan"), &header_letters("Lokasi")) < 0.5);
    }
}
