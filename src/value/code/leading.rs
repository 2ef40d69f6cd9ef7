//! A code that stands before a name in the same cell.

use crate::model::Pattern;

static LEADING: Pattern = Pattern::new(
    r"^[\s\u{200b}\u{feff}]*((?:[1-9]|X)(?:\s*[.,]\s*(?:\d{1,4}|XX))+|[1-9])\s*[.,]?\s+(?:[-–:]\s+)?(\p{L}[\s\S]*)$",
);

/// First words of the names of urusan: only before these is a single digit a code.
const URUSAN: [&str; 3] = ["URUSAN", "UNSUR", "KEKHUSUSAN"];

/// The code that stands before a name in the same cell: `1.01.02 PROGRAM …`.
#[must_use]
pub fn split_leading_code(text: &str) -> Option<(String, String)> {
    let begun = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'));
    if !begun.starts_with(|c: char| matches!(c, '1'..='9' | 'X')) {
        // Hardly any text begins as a code does.
        return None;
    }
    let found = LEADING.captures(text)?;
    let code: String = found.get(1)?.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = found.get(2)?;
    let first = rest.split_whitespace().next().unwrap_or_default();
    let capitals =
        !rest.chars().any(char::is_lowercase) && rest.chars().filter(|c| c.is_alphabetic()).count() > 7;
    let parts: Vec<&str> = code.split(['.', ',']).collect();
    let plausible = match parts.as_slice() {
        [_] => URUSAN.contains(&first),
        [_, bidang] => bidang.len() == 2 && capitals && code.contains('.'),
        [_, bidang, ..] => bidang.len() == 2,
        [] => false,
    };
    plausible.then(|| (code.replace(',', "."), rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_before_a_name_is_parted_from_it() {
        let split = split_leading_code("1.01.02 PROGRAM PENGELOLAAN PENDIDIKAN");
        assert_eq!(split, Some(("1.01.02".to_owned(), "PROGRAM PENGELOLAAN PENDIDIKAN".to_owned())));
        assert_eq!(split_leading_code("1 (satu) Daerah"), None);
        assert_eq!(split_leading_code("Program 1.01"), None);
    }
}
