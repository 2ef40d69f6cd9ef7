//! Comparing header and title texts, torn or not, with the wording of the forms.

use std::borrow::Cow;

use rapidfuzz::distance::levenshtein::distance;

use crate::model::{LETTERS, ascii};

/// A regional office in letters alone.
const OFFICE: &str = "perangkatdaerah";
/// The short names of a regional office.
const OFFICES: [&str; 3] = ["skpd", "opd", "pd"];

/// The letters of a header text without digits; `SKPD`, `OPD` and `PD` count as `Perangkat Daerah`.
pub(super) fn header_letters(text: &str) -> String {
    // All three end so, and few texts hold that.
    let named = text.as_bytes().windows(2).any(|pair| pair.eq_ignore_ascii_case(b"pd"));
    let text = if named { Cow::Owned(with_offices_written_out(text)) } else { Cow::Borrowed(text) };
    let letters: String = if text.is_ascii() {
        ascii(&text, &LETTERS)
    } else {
        text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    if letters.is_empty() && text.trim() == "%" {
        return "persen".to_owned();
    }
    // A torn `S KPD` is no word of its own; no other word holds these letters.
    if letters.contains("skpd") { letters.replace("skpd", OFFICE) } else { letters }
}

/// A text in which the words that are the short name of an office are written out.
fn with_offices_written_out(text: &str) -> String {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = String::with_capacity(text.len() + OFFICE.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of_word = is_of_word(first);
        let (piece, after) = rest.split_at(rest.find(|c| is_of_word(c) != of_word).unwrap_or(rest.len()));
        let is_office = OFFICES.iter().any(|short| piece.eq_ignore_ascii_case(short));
        found.push_str(if is_office { OFFICE } else { piece });
        rest = after;
    }
    found
}

/// A wording of a form without its marks of years.
pub(super) fn without_marks(wording: &str) -> String {
    let mut parts = wording.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// How alike two header texts (letters only) are, 0 to 1.
pub(super) fn likeness(left: &str, right: &str) -> f64 {
    at_a_glance(left, right, &|long, short| long.contains(short)).unwrap_or_else(|| {
        let distance = distance(left.chars(), right.chars());
        share_left(distance, left.chars().count().max(right.chars().count()))
    })
}

/// A header text (letters only) that is to be compared with many others.
pub(super) struct Wording {
    letters: String,
    is_ascii: bool,
    /// A bit for each letter that it has.
    seen: u32,
    /// How often it has each letter.
    counts: [u16; 32],
}

impl Wording {
    /// The letters with their numbers.
    pub(super) fn of(letters: String) -> Self {
        let (mut counts, mut seen) = ([0_u16; 32], 0);
        for byte in letters.bytes() {
            seen |= 1_u32 << (byte & 31);
            if let Some(count) = counts.get_mut(usize::from(byte & 31)) {
                *count = count.saturating_add(1);
            }
        }
        let is_ascii = letters.is_ascii();
        Self { letters, is_ascii, seen, counts }
    }

    /// The letters.
    pub(super) fn letters(&self) -> &str {
        &self.letters
    }

    /// How alike two header texts are; 0 where that is less than enough.
    pub(super) fn likeness(&self, other: &Self, enough: f64) -> f64 {
        if self.is_like(other, enough) { likeness(&self.letters, &other.letters) } else { 0.0 }
    }

    /// Whether two header texts are at least so alike. Every cell of a workbook is compared with every header text,
    /// so letters are laid against each other only where their numbers leave that open.
    pub(super) fn is_like(&self, other: &Self, enough: f64) -> bool {
        let (left, right) = (self.letters.as_str(), other.letters.as_str());
        let (shorter, longest) = (left.len().abs_diff(right.len()), left.len().max(right.len()));
        if shorter * 3 > longest * 2 {
            // One is less than a third of the other.
            return enough <= 0.0;
        }
        let plain = self.is_ascii && other.is_ascii;
        // Each letter that one lacks, wherever it stands, takes a change at least.
        let differs =
            |lacking: usize| plain && lacking > 0 && share_left(shorter + lacking, longest) < enough;
        if differs(self.strange(other)) {
            return false;
        }
        let lacking = self.lacking(other);
        if differs(lacking) {
            return false;
        }
        let holds = |long: &str, short: &str| lacking == 0 && long.contains(short);
        if let Some(likeness) = at_a_glance(left, right, &holds) {
            return likeness >= enough;
        }
        if !plain {
            return likeness(left, right) >= enough;
        }
        share_left(shorter, longest) >= enough
            && share_left(distance(left.bytes(), right.bytes()), longest) >= enough
    }

    /// How many letters the shorter text has that the longer one does not have at all.
    fn strange(&self, other: &Self) -> usize {
        let (short, long) =
            if self.letters.len() < other.letters.len() { (self, other) } else { (other, self) };
        usize::try_from((short.seen & !long.seen).count_ones()).unwrap_or_default()
    }

    /// How many letters of the shorter text the longer one lacks, wherever they stand; never too many.
    fn lacking(&self, other: &Self) -> usize {
        let (mut more, mut less) = (0_u32, 0_u32);
        for (left, right) in self.counts.iter().zip(&other.counts) {
            more = more.wrapping_add(u32::from(left.saturating_sub(*right)));
            less = less.wrapping_add(u32::from(right.saturating_sub(*left)));
        }
        usize::try_from(more.min(less)).unwrap_or_default()
    }
}

fn share_left(distance: usize, longest: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts of letters")]
    let share = distance as f64 / longest as f64;
    1.0 - share
}

/// The likeness that needs no comparing letter by letter; `holds` tells whether a long text holds a short one.
fn at_a_glance(left: &str, right: &str, holds: &dyn Fn(&str, &str) -> bool) -> Option<f64> {
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
    if short.len() >= 10 && holds(long, short) {
        return Some(0.9);
    }
    ((3..10).contains(&short.len()) && long.starts_with(short) && long.len() < short.len() * 2).then_some(0.8)
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
                        Wording::of((*left).to_owned()).is_like(&Wording::of((*right).to_owned()), enough),
                        likeness(left, right) >= enough,
                        "{left} {right}"
                    );
                }
                let plain = strsim::normalized_levenshtein(left, right);
                assert!(
                    at_a_glance(left, right, &|long, short| long.contains(short)).is_some()
                        || (likeness(left, right) - plain).abs() < 1e-12
                );
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
