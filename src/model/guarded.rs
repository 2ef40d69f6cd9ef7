//! Texts of a CSV that a spreadsheet program would run as a formula, guarded by an apostrophe.

use std::borrow::Cow;

/// What a formula begins with; a tab or a return may stand before it.
const STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
const GUARD: char = '\'';

/// The text with an apostrophe before it where a spreadsheet program would run it; numbers and bare dashes stay, and
/// so does every other text.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if would_run(text.trim_start_matches(GUARD)) { format!("{GUARD}{text}").into() } else { text.into() }
}

/// The text that [`guarded`] was given.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if would_run(rest.trim_start_matches(GUARD)) => rest,
        _ => text,
    }
}

fn would_run(text: &str) -> bool {
    let digits = text.trim_start_matches(['+', '-']).trim_end_matches('%').trim_end();
    let is_number = text.len() - text.trim_start_matches(['+', '-']).len() <= 1
        && !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_dash = !text.is_empty() && text.chars().all(|c| c == '-');
    text.starts_with(STARTS) && !is_number && !is_dash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_guarded_and_comes_back() {
        for text in
            ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK('a')", "-5,0 kg", "'=1", "''+a"]
        {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "-", "--", "-5", "+1.000,5", "-12,5 %", "'2.01", "'-", "Rp", "a=b", "don't"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }
}
