//! Stretches of words between punctuation and digits, which no torn word crosses.

/// A part of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Letters and single blanks; begins and ends with a letter.
    Words(&'a str),
    /// Anything else.
    Other(&'a str),
}

/// Parts a line of plain white space; the pieces in order are the line.
pub(super) fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = line;
    let mut depth = 0_i32;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_alphabetic() && c != ' ').unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        words(run, after.starts_with(')') && depth <= 0, &mut found);
        let end = after.find(char::is_alphabetic).unwrap_or(after.len());
        let (other, next) = after.split_at(end);
        if !other.is_empty() {
            found.push(Piece::Other(other));
        }
        for c in other.chars() {
            depth += i32::from(c == '(') - i32::from(c == ')');
        }
        depth = depth.max(0);
        rest = next;
    }
    found
}

/// Adds a run of letters and blanks; the last letter of `… b)` is a list mark, no word.
fn words<'a>(run: &'a str, before_bracket: bool, found: &mut Vec<Piece<'a>>) {
    let start = run.len() - run.trim_start().len();
    let mut end = run.trim_end().len();
    let (before, mark) = run.rsplit_once(' ').unwrap_or(("", run));
    if before_bracket && mark.chars().nth(1).is_none() {
        end = before.trim_end().len();
    }
    let parts = [run.get(..start), run.get(start..end), run.get(end.max(start)..)];
    let [Some(blank), middle, tail] = parts else { return };
    if !blank.is_empty() {
        found.push(Piece::Other(blank));
    }
    if let Some(middle) = middle.filter(|middle| !middle.is_empty()) {
        found.push(Piece::Words(middle));
    }
    if let Some(tail) = tail.filter(|tail| !tail.is_empty()) {
        found.push(Piece::Other(tail));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_marks_and_punctuation_stay_outside() {
        assert_eq!(
            pieces("Kader UMKM) b) Pem (x y) 2"),
            [
                Piece::Words("Kader UMKM"),
                Piece::Other(") "),
                Piece::Other("b"),
                Piece::Other(") "),
                Piece::Words("Pem"),
                Piece::Other(" "),
                Piece::Other("("),
                Piece::Words("x y"),
                Piece::Other(") 2"),
            ]
        );
    }
}
