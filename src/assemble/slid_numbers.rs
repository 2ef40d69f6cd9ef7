//! Numbers that slid: where the cells of a row fit several columns, the formulas that the form prints decide.

use super::checks::{Value, verdicts};
use super::costs;
use crate::forms::Tally;
use crate::model::{Column, Formula, Fragment, Joint, Kind, Raw, RawRow};

/// Moves the numbers of a row to the columns in which most formulas hold; leaves the row alone where nothing
/// is better than what is there. A word before the first number may be the rest of the text on its left. No number slid
/// into a column that no header prints.
pub(super) fn settle(
    formulas: &[Formula],
    columns: &[&'static Column],
    is_printed: &dyn Fn(&Column) -> bool,
    row: &mut RawRow,
) {
    let calculates =
        |cell: &Vec<Fragment>| cell.iter().any(|fragment| matches!(fragment.raw, Raw::Uncalculated { .. }));
    // A formula of Excel names its cells itself: such a row was typed, and stands where it should. One formula alone
    // holds in several places where one number is the sum of the others.
    if formulas.len() < 2 || row.cells.iter().any(calculates) {
        return;
    }
    let slots: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.is_declared() && column.kind.is_numeric() && is_printed(column))
        .map(|(index, _)| index)
        .collect();
    let is_filled = |index: &usize| row.cells.get(*index).is_some_and(|cell| !cell.is_empty());
    let filled: Vec<usize> = slots.iter().copied().filter(is_filled).collect();
    let values: Vec<Value> =
        filled.iter().filter_map(|index| row.cells.get(*index).map(|cell| Value::of(cell))).collect();
    let search = Search { formulas, columns, slots: &slots };
    let now = search.standing(&filled, &values);
    let best = search.best(&filled, &values);
    if let (Some((first, rest)), Some(text)) = (filled.split_first(), text_before(columns, row, &filled))
        && values.first().is_some_and(Value::is_unreadable)
    {
        let others = values.get(1..).unwrap_or_default();
        let without_word = search.best(rest, others);
        if without_word.standing.is_better_than(best.standing) && without_word.standing.is_better_than(now) {
            join_text(row, *first, text);
            rearrange(row, rest, &without_word.places);
            return;
        }
    }
    if best.standing.is_better_than(now) {
        rearrange(row, &filled, &best.places);
    }
}

/// The nearest filled column of text before the first number.
fn text_before(columns: &[&'static Column], row: &RawRow, filled: &[usize]) -> Option<usize> {
    let first = filled.first()?;
    let wordy = |index: &usize| {
        columns.get(*index).is_some_and(|column| matches!(column.kind, Kind::Text | Kind::List))
            && row.cells.get(*index).is_some_and(|cell| !cell.is_empty())
    };
    (0..*first).rev().find(wordy)
}

/// Joins what stands in the column `from` to the text in the column `to`.
fn join_text(row: &mut RawRow, from: usize, to: usize) {
    let taken = row.cells.get_mut(from).map(std::mem::take).unwrap_or_default();
    if let Some(cell) = row.cells.get_mut(to) {
        cell.extend(taken.into_iter().map(|fragment| Fragment { joint: Joint::Beside, ..fragment }));
    }
}

/// The best columns for the numbers of a row.
struct Best {
    standing: Tally,
    places: Vec<usize>,
}

/// What the numbers of a row may be moved among.
struct Search<'a> {
    formulas: &'a [Formula],
    columns: &'a [&'static Column],
    slots: &'a [usize],
}

impl Search<'_> {
    fn standing(&self, places: &[usize], values: &[Value]) -> Tally {
        Tally::of(&verdicts(self.formulas, self.columns, places, values))
    }

    /// The columns in which most formulas hold, the fewest numbers moved.
    fn best(&self, filled: &[usize], values: &[Value]) -> Best {
        let current = self.standing(filled, values);
        let mut best = Best { standing: current, places: filled.to_vec() };
        if filled.is_empty() || filled.len() >= self.slots.len() {
            return best;
        }
        let mut fewest = 0;
        let mut tried = 0;
        arrangements(self.slots, filled.len(), &mut Vec::new(), &mut |places| {
            tried += 1;
            let fits = places.iter().zip(values).all(|(index, value)| value.fits(self.columns.get(*index)));
            if fits {
                let standing = self.standing(places, values);
                let moved = moves(filled, places);
                let (rank, most) = (standing.rank(), best.standing.rank());
                if rank > most || rank == most && moved < fewest {
                    fewest = moved;
                    best = Best { standing, places: places.to_vec() };
                }
            }
            tried < costs::ARRANGEMENTS
        });
        best
    }
}

fn moves(from: &[usize], to: &[usize]) -> usize {
    from.iter().zip(to).filter(|(old, new)| old != new).count()
}

/// Every ascending choice of `count` of the slots; stops when the visitor says so.
fn arrangements(
    slots: &[usize],
    count: usize,
    chosen: &mut Vec<usize>,
    visit: &mut dyn FnMut(&[usize]) -> bool,
) -> bool {
    if count == 0 {
        return visit(chosen);
    }
    for (position, slot) in slots.iter().enumerate() {
        if slots.len() - position < count {
            break;
        }
        chosen.push(*slot);
        let rest = slots.get(position + 1..).unwrap_or_default();
        let go_on = arrangements(rest, count - 1, chosen, visit);
        chosen.pop();
        if !go_on {
            return false;
        }
    }
    true
}

fn rearrange(row: &mut RawRow, from: &[usize], to: &[usize]) {
    let taken: Vec<Vec<Fragment>> =
        from.iter().map(|index| row.cells.get_mut(*index).map(std::mem::take).unwrap_or_default()).collect();
    for (cell, index) in taken.into_iter().zip(to) {
        if let Some(goal) = row.cells.get_mut(*index) {
            *goal = cell;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::forms::form;
    use crate::model::{At, Place};

    /// The columns of T-C.29 that are filled after the numbers of a row were settled, in a table that prints all of them.
    fn settled(filled: &[(&str, &str)]) -> Vec<&'static str> {
        settled_among(filled, &[])
    }

    /// The columns of T-C.29 that are filled after the numbers of a row were settled, in a table that does not print the
    /// columns `lacking`.
    fn settled_among(filled: &[(&str, &str)], lacking: &[&str]) -> Vec<&'static str> {
        let layout = &form("T-C.29").unwrap().layouts[0];
        let columns: Vec<&'static Column> = layout.columns.iter().collect();
        let mut row = RawRow { cells: vec![Vec::new(); columns.len()], ..RawRow::default() };
        for (id, text) in filled {
            let index = columns.iter().position(|column| column.id == *id).unwrap();
            let place = Place::new(&Arc::from("a"), At::new(0, 0));
            row.cells[index].push(Fragment { place, raw: Raw::text(text), joint: Joint::Start, below: None });
        }
        settle(layout.formulas, &columns, &|column| !lacking.contains(&column.id), &mut row);
        let ids = columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        ids.map(|(column, _)| column.id).collect()
    }

    #[test]
    fn a_quantity_is_a_number_too_and_no_percent() {
        let row = [
            ("target_renstra", "12 Orang/bulan"),
            ("target_lalu", "4 Orang/bulan"),
            ("realisasi_lalu", "2 Orang/bulan"),
            ("tingkat_realisasi", "50"),
            ("target_berjalan", "4 Orang/bulan"),
            ("capaian_berjalan", "6 Orang/bulan"),
            ("tingkat_capaian", "50"),
        ];
        assert_eq!(settled(&row), row.map(|(id, _)| id));
    }

    #[test]
    fn no_number_slides_into_a_column_that_is_not_printed() {
        let row = [
            ("target_renstra", "100 %"),
            ("realisasi_lampau", "60 %"),
            ("tingkat_realisasi", "95,00"),
            ("target_berjalan", "100 %"),
        ];
        let lacking = ["target_lalu", "realisasi_lalu"];
        assert_ne!(settled(&row), row.map(|(id, _)| id), "the formulas would hold elsewhere");
        assert_eq!(settled_among(&row, &lacking), row.map(|(id, _)| id));
    }

    #[test]
    fn nothing_of_anything_proves_no_place() {
        let row = [
            ("target_renstra", "77208"),
            ("target_lalu", "0"),
            ("realisasi_lalu", "0"),
            ("target_berjalan", "8.971.000"),
            ("capaian_berjalan", "8.971.000"),
            ("tingkat_capaian", "11,62"),
        ];
        assert_eq!(settled(&row), row.map(|(id, _)| id));
    }

    #[test]
    fn a_lost_amount_moves_no_other() {
        let row = [
            ("target_renstra", "138.632.000"),
            ("target_lalu", "34.658.000"),
            ("realisasi_lalu", "2147483647"),
            ("tingkat_realisasi", "288,60"),
            ("target_berjalan", "36.980.086"),
            ("capaian_berjalan", "137.003.074"),
            ("tingkat_capaian", "98,83"),
        ];
        assert_eq!(settled(&row), row.map(|(id, _)| id));
    }

    #[test]
    fn a_word_of_the_text_before_takes_no_numbers_place() {
        let row = [
            ("indikator", "Jumlah Rencana Kebutuhan Barang Milik Daerah"),
            ("target_renstra", "SKPD"),
            ("realisasi_lampau", "1.405.249.346"),
            ("target_lalu", "391.396.600"),
            ("realisasi_lalu", "358.519.600"),
            ("tingkat_realisasi", "91,60"),
            ("target_berjalan", "470.841.750"),
            ("capaian_berjalan", "829.361.350"),
            ("tingkat_capaian", "59,02"),
        ];
        let wanted = ["indikator", "target_renstra", "target_lalu", "realisasi_lalu", "tingkat_realisasi"];
        assert_eq!(settled(&row)[..5], wanted);
    }

    #[test]
    fn a_small_number_may_be_a_percent() {
        let row = [
            ("target_renstra", "7807784"),
            ("realisasi_lampau", "2292000"),
            ("target_lalu", "2292000"),
            ("realisasi_lalu", "100"),
            ("target_berjalan", "1636050"),
            ("capaian_berjalan", "3928050"),
            ("tingkat_capaian", "50.31"),
        ];
        let wanted = ["target_renstra", "target_lalu", "realisasi_lalu", "tingkat_realisasi"];
        assert_eq!(settled(&row)[..4], wanted);
    }

    #[test]
    fn numbers_that_slid_go_where_formulas_hold() {
        let row = [
            ("target_renstra", "400"),
            ("realisasi_lampau", "100"),
            ("target_lalu", "50"),
            ("tingkat_realisasi", "50,00"),
            ("target_berjalan", "100"),
            ("capaian_berjalan", "150"),
            ("tingkat_capaian", "37,50"),
        ];
        let wanted = ["target_renstra", "target_lalu", "realisasi_lalu", "tingkat_realisasi"];
        assert_eq!(settled(&row)[..4], wanted);
    }
}
