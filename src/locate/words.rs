//! Comparing header and title texts, torn or not, with the wording of the forms.

use std::sync::LazyLock;

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
    if left.is_empty() || right.is_empty() {
        return 0.0;
    }
    if left == right {
        return 1.0;
    }
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    if short.len() * 3 < long.len() {
        return 0.0;
    }
    if short.len() >= 10 && long.contains(short) {
        return 0.9;
    }
    if (3..10).contains(&short.len()) && long.starts_with(short) && long.len() < short.len() * 2 {
        return 0.8;
    }
    strsim::normalized_levenshtein(left, right)
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
    fn torn_header_cells_are_recognised_by_their_letters() {
        let standard = header_letters("SPM/Standar Nasional");
        assert!((likeness(&header_letters("SPM/s tandar nasion al"), &standard) - 1.0).abs() < 1e-9);
        assert_eq!(header_letters("Target Renja SKPD Tahun 2021"), "targetrenjaperangkatdaerahtahun");
        assert!(likeness(&header_letters("Catatan"), &header_letters("Lokasi")) < 0.5);
    }
}
