//! The number row below a header: what it looks like, and which number each of its cells has.

use crate::model::Grid;

/// Whether a row is the number row below a header: `1 | 2 | … | 8=(7/6) | …`, mostly ascending by one; `a | b | c …`.
pub(super) fn is_number_row(grid: &Grid, row: u32) -> bool {
    let read = |entry: fn(&str) -> Option<u32>| -> Option<Vec<u32>> {
        let numbers: Option<Vec<u32>> = grid.row(row).map(|(_, raw)| entry(&raw.shown())).collect();
        numbers.filter(|numbers| numbers.len() >= 4)
    };
    let Some(numbers) = read(leading_number).or_else(|| read(letter_number)) else { return false };
    let steps = numbers.windows(2).filter(|pair| match pair {
        [left, right] => *right == left + 1 || right == left,
        _ => false,
    });
    numbers.first().is_some_and(|first| *first <= 2)
        && steps.count() * 10 >= (numbers.len() - 1) * 8
        && numbers.last().is_some_and(|last| *last >= 4)
}

/// Whether a row right below a header is its number row, also that of the right half of a table: the numbers of the
/// columns that it repeats, then its own.
pub(super) fn numbers_columns(grid: &Grid, row: u32) -> bool {
    const FEWEST: usize = 4;
    let numbers: Option<Vec<u32>> = grid.row(row).map(|(_, raw)| leading_number(&raw.shown())).collect();
    let is_of_half = |numbers: &[u32]| {
        let steps = numbers.windows(2).filter(|pair| matches!(pair, [left, right] if *right == left + 1));
        numbers.len() >= FEWEST && numbers.is_sorted() && steps.count() * 2 >= numbers.len()
    };
    is_number_row(grid, row) || numbers.is_some_and(|numbers| is_of_half(&numbers))
}

/// The number that a cell of a number row begins with: 8 of `8=(7/6)`, `8(7/6)`, `(8)`, `8)`, `8*`, and of `8a` that
/// numbers a column put in behind it.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = compact.trim_matches(|c| matches!(c, '(' | ')' | '.' | '*' | '='));
    let digits = inner.chars().take_while(char::is_ascii_digit).count();
    let (number, formula) = inner.split_at_checked(digits)?;
    // `(8)=(7)-(6)`: the bracket before the number is gone.
    let formula = formula.strip_prefix(')').unwrap_or(formula);
    let mut letters = formula.trim_start_matches('.').chars();
    let formula = match letters.next() {
        Some(letter) if letter.is_ascii_lowercase() && letter != 'x' => letters.as_str(),
        _ => formula,
    };
    let formula_like = (formula.is_empty() || formula.starts_with(['=', '(']))
        && formula.chars().all(|c| c.is_ascii_digit() || "=()/+-–x*×X:%.".contains(c));
    let number: u32 = number.parse().ok()?;
    (formula_like && number <= 40).then_some(number)
}

/// The place in the alphabet of a cell of a row that numbers the columns by letters: `a`, `(b)`, `C.`.
fn letter_number(text: &str) -> Option<u32> {
    let inner = text.trim().trim_matches(|c| matches!(c, '(' | ')' | '.'));
    let mut letters = inner.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?.to_ascii_lowercase();
    letters.next().is_none().then(|| u32::from(letter) - u32::from('a') + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{At, Raw};

    #[test]
    fn number_rows_are_known_in_every_spelling() {
        for (text, number) in [
            ("8", Some(8)),
            ("8=(7/6)", Some(8)),
            ("8(7/6)", Some(8)),
            ("10(5+7+9)*", Some(10)),
            ("11*", Some(11)),
            ("13=6+12", Some(13)),
            ("8=7-5", Some(8)),
            ("(8)=(7)-(5)", Some(8)),
            ("(8) = (7) - (5)", Some(8)),
            ("(20)", Some(20)),
            ("8)", Some(8)),
            ("1=", Some(1)),
            ("5a", Some(5)),
            ("(5b)", Some(5)),
            ("5.a", Some(5)),
            ("14=13/5x100%", Some(14)),
            ("1.02", None),
            ("12 Dokumen", None),
            ("2.500", None),
        ] {
            assert_eq!(leading_number(text), number, "{text}");
        }
    }

    #[test]
    fn the_right_half_of_a_table_numbers_the_columns_that_it_repeats_first() {
        let row = |text: &str| {
            let cells =
                text.split(' ').zip(0_u16..).map(|(text, column)| (At::new(0, column), Raw::text(text)));
            numbers_columns(&Grid::new("S", cells.collect::<Vec<_>>()), 0)
        };
        assert!(row("(3) (4) (13) (14) (15) (16)") && row("2 4 8 9 10 11 12") && row("1 2 3 4"));
        assert!(!row("5 3 9 1 7 2") && !row("Nama 2 3 4 5"));
    }

    #[test]
    fn columns_are_numbered_by_letters_too() {
        let row = |text: &str| {
            let cells =
                text.split(' ').zip(0_u16..).map(|(text, column)| (At::new(0, column), Raw::text(text)));
            is_number_row(&Grid::new("S", cells.collect::<Vec<_>>()), 0)
        };
        assert!(row("a b c d e") && row("(1) (2) (2a) (2b) (3) (4)") && row("1= 2= 3= 4="));
        assert!(!row("B BB A B A") && !row("1 2 3"));
    }
}
