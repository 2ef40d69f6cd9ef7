//! Two percents printed over one another, or one torn: which they may have been.

use std::collections::BTreeSet;

use super::token::Token;

const WHOLE: &str = "100";

/// The percents that the digits may be the remains of: the number before the sign, and the digits behind it
/// put before that number's last digits. Empty where there is no percent sign, or digits on one side only.
pub(super) fn candidates(tokens: &[Token]) -> Vec<String> {
    let Some(sign) = tokens.iter().position(|token| token.text == "%") else { return Vec::new() };
    let digits = |token: &&Token| token.text.chars().all(|c| c.is_ascii_digit());
    let before = sign.checked_sub(1).and_then(|at| tokens.get(at)).filter(digits);
    let after = tokens.get(sign + 1).filter(digits);
    let (Some(before), Some(after)) = (before, after) else { return Vec::new() };
    let mut found = BTreeSet::new();
    for start in 0..before.text.len() {
        let tail = before.text.get(start..).unwrap_or_default();
        found.extend(percent(&format!("{}{tail}", after.text)));
    }
    if WHOLE.ends_with(&before.text) {
        found.extend(percent(WHOLE));
    }
    if before.text.len() > 1 {
        found.extend(percent(&before.text));
    }
    found.into_iter().map(|value| format!("{value} %")).collect()
}

fn percent(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|value| (1..=100).contains(value))
}
