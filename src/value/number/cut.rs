//! Numbers that a page break cut in two.

/// Whether a text can be the rest of a number that was cut: one to three digits, or groups that begin in the
/// middle (`000`, `40`, `,466`, `000.000`).
#[must_use]
pub fn is_tail(text: &str) -> bool {
    let solid = solid(text);
    let starts_inside = solid.starts_with(['.', ',', '0']);
    let body = solid.trim_start_matches(['.', ',']);
    let mut runs = body.split(['.', ',']);
    let first = runs.next().unwrap_or_default();
    let rest: Vec<&str> = runs.collect();
    let digits = |run: &str| !run.is_empty() && run.bytes().all(|b| b.is_ascii_digit());
    solid.len() - body.len() <= 1
        && digits(first)
        && first.len() <= 3
        && rest.iter().all(|run| digits(run) && run.len() == 3)
        && (rest.is_empty() || starts_inside || first.len() < 3)
}

/// The whole number, as printed, of a head and its tail; `None` unless the head is incomplete without the tail
/// and both together are grouped in threes by one separator.
#[must_use]
pub fn join(head: &str, tail: &str) -> Option<String> {
    let (head, tail) = (solid(head), solid(tail));
    if !is_tail(&tail) {
        return None;
    }
    let whole = format!("{head}{tail}");
    let core = whole.trim_start_matches(|c: char| !c.is_ascii_digit());
    let separator = core.chars().find(|c| !c.is_ascii_digit())?;
    let groups: Vec<&str> = core.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let digits = |run: &str| run.bytes().all(|b| b.is_ascii_digit());
    let grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(first)
        && rest.iter().all(|run| run.len() == 3 && digits(run));
    (grouped && matches!(separator, '.' | ',')).then_some(whole)
}

fn solid(text: &str) -> String {
    super::super::words::collapse(text).chars().filter(|c| *c != ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tail_begins_in_the_middle_of_a_number() {
        for text in ["000", "40", "00", "0", "1", ",466", "000.000", "466", " 00 "] {
            assert!(is_tail(text), "{text}");
        }
        for text in ["", "han", "1234", "131.000.000", "12a", "0,5", "000.00", ",,5", "-"] {
            assert!(!is_tail(text), "{text}");
        }
    }

    #[test]
    fn head_and_tail_are_joined_only_where_both_need_each_other() {
        assert_eq!(join("131,000,", "000").as_deref(), Some("131,000,000"));
        assert_eq!(join("96,098,1", "40").as_deref(), Some("96,098,140"));
        assert_eq!(join("575,391,3", "00").as_deref(), Some("575,391,300"));
        assert_eq!(join("Rp 1.250", ".000").as_deref(), Some("Rp1.250.000"));
        assert_eq!(join("1.2", "50.000").as_deref(), Some("1.250.000"));
        for (head, tail) in
            [("131.000", "000"), ("131,000,000", "000"), ("5000", "000"), ("", "000"), ("1.2,", "000")]
        {
            assert_eq!(join(head, tail), None, "{head} {tail}");
        }
    }
}
