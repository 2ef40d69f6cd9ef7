//! Signs that stand where a number would, and say that there is none.

/// Why a cell that holds something holds no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// A dash: none, which counts as 0 in a sum.
    Dash,
    /// `N/A`, `n.a.`, `tidak ada`: unknown or not applicable.
    NotAvailable,
    /// An Excel error such as `#DIV/0!`.
    Fault,
}

const DASHES: [char; 8] = ['-', '–', '—', '−', '‐', '‑', '‒', '―'];
const NOT_AVAILABLE: [&str; 6] = ["na", "nihil", "tidakada", "tidaktersedia", "belumada", "null"];
const FAULTS: [&str; 9] =
    ["#div/0!", "#ref!", "#n/a", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!"];

/// What kind of nothing the text says; `None` for a blank text and for any other.
#[must_use]
pub fn absence(text: &str) -> Option<Absence> {
    if text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains('#') {
        // Nothing but a fault has a digit.
        return None;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if FAULTS.contains(&bare.as_str()) || (!bare.is_empty() && bare.chars().all(|c| c == '#')) {
        return Some(Absence::Fault);
    }
    let letters: String = bare.chars().filter(|c| c.is_alphanumeric()).collect();
    if NOT_AVAILABLE.contains(&letters.as_str()) && !bare.contains('#') {
        return Some(Absence::NotAvailable);
    }
    let undressed = bare.strip_prefix("rp").unwrap_or(&bare);
    let undressed = undressed.trim_matches(['.', ',', '(', ')', '%', ':']);
    let dashes = !undressed.is_empty() && undressed.chars().all(|c| DASHES.contains(&c));
    dashes.then_some(Absence::Dash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_is_none_and_a_blank_is_nothing_said() {
        for text in ["-", "–", "—", " - ", "Rp -", "Rp. -", "Rp.,-", "--", "(-)", "- %"] {
            assert_eq!(absence(text), Some(Absence::Dash), "{text}");
        }
        for text in ["", "  ", "0", "-5", "Rp", "a-b", ","] {
            assert_eq!(absence(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_available_is_told_from_a_fault() {
        for text in ["N/A", "n.a.", "NA", "Tidak ada", "nihil"] {
            assert_eq!(absence(text), Some(Absence::NotAvailable), "{text}");
        }
        for text in ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", " #NAME? ", "#####"] {
            assert_eq!(absence(text), Some(Absence::Fault), "{text}");
        }
    }
}
