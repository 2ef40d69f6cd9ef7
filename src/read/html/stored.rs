//! What a page stores of a cell beside the text that it shows: Excel's `x:num`, `LibreOffice`'s `sdval`, `data-value`.

use super::tokens::Tag;

/// The attributes in which programs store the value of a cell.
const STORED: [&str; 3] = ["x:num", "sdval", "data-value"];

/// The number that a cell's tag stores.
pub(super) fn stored(tag: &Tag) -> Option<f64> {
    let found = STORED.iter().filter_map(|name| tag.attribute(name)).find_map(|value| {
        let value = value.trim();
        let plain = value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'E' | b'e'));
        value.parse().ok().filter(|_| plain)
    });
    found.filter(|value: &f64| value.is_finite())
}

/// Whether the shown text is another writing of the stored number, or no number at all: then the text stands. Else the
/// text is a rounded or a scaled one, and the stored number stands.
pub(super) fn text_stands(shown: &str, stored: f64) -> bool {
    let is_sign = |c: char| c.is_whitespace() || ".,-+()%\u{A0}".contains(c);
    let letters: String = shown.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let number = shown.chars().all(|c| c.is_ascii_digit() || is_sign(c) || c.is_alphabetic());
    if !number
        || !matches!(letters.as_str(), "" | "rp" | "idr")
        || !shown.contains(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    // Of 95,30 % a page stores 0.953.
    let factor = if shown.contains('%') { 100.0 } else { 1.0 };
    let digits = |text: &str| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').to_owned()
    };
    let exact = digits(&format!("{:.6}", stored * factor));
    let shown = digits(shown);
    let trimmed = exact.trim_end_matches('0');
    !shown.is_empty() && shown.trim_end_matches('0') == trimmed && shown.len() <= exact.len()
        || shown.is_empty() && trimmed.is_empty()
}

/// The number format under which a stored number is kept: that of a percent where the page shows one.
pub(super) fn format(shown: &str) -> &'static str {
    if shown.contains('%') { "0.00%" } else { "General" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_writing_of_the_number_is_no_other_number() {
        for (shown, stored) in [
            ("2.415.836.712", 2_415_836_712.0),
            ("Rp 1.000,50", 1000.5),
            ("95,3%", 0.953),
            ("0", 0.0),
            ("12 Dokumen", 12.0),
            ("-", 0.0),
            ("01/02/2023", 44958.0),
        ] {
            assert!(text_stands(shown, stored), "{shown}");
        }
        for (shown, stored) in
            [("2.415.837", 2_415_836_712.0), ("12,35", 12.345_678), ("95%", 0.953), ("35", 35_250.0)]
        {
            assert!(!text_stands(shown, stored), "{shown}");
        }
    }
}
