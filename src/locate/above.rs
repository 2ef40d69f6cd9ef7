//! The titles above a header.

use super::titles::{
    is_title_row, named_form, numbered_form, opens_table, starts_with_tabel, table_number, titled_form,
};
use crate::model::{Form, Grid};

/// The rows from one on and before another, of rows that ascend.
pub(super) fn between(rows: &[u32], from: u32, until: u32) -> &[u32] {
    let place = |row: u32| rows.partition_point(|candidate| *candidate < row);
    rows.get(place(from)..place(until)).unwrap_or_default()
}

/// The form named in the few rows above a header.
pub(super) fn hinted(grid: &Grid, rows: &[u32], row: u32) -> Option<&'static Form> {
    let above = between(rows, 0, row);
    let lines: Vec<String> = above
        .iter()
        .rev()
        .take(8)
        .take_while(|candidate| is_title_row(grid, **candidate) || grid.row(**candidate).count() <= 2)
        .flat_map(|candidate| grid.row(*candidate))
        .map(|(_, raw)| raw.shown().into_owned())
        .collect();
    // The number tells forms of the same name apart.
    let numbered = || lines.iter().find_map(|line| numbered_form(line));
    let worded = || lines.iter().find_map(|line| named_form(line));
    numbered().or_else(worded).or_else(|| titled_form(&lines))
}

/// The most rows that titles take.
const MOST_TITLES: usize = 12;

/// The title rows just above a header, and the rows above those, from a row on. Above a header of the table
/// before, only rows that name a form are titles: others are the rest of that table. Above another header, all
/// rows of one or two cells are.
pub(super) fn split_titles(
    grid: &Grid,
    rows: &[u32],
    from: u32,
    header: u32,
    same_layout: bool,
) -> (Vec<u32>, Vec<u32>) {
    let above = between(rows, from, header);
    let is_slight = |row: u32| grid.row(row).count() <= 2;
    let title = |row: u32| is_title_row(grid, row) || !same_layout && is_slight(row);
    let run = above.iter().rev().take(MOST_TITLES).take_while(|row| title(**row)).count();
    let run = run.max(below_number(grid, above, &is_slight));
    let (rest, titles) = above.split_at(above.len() - run + tail_rows(grid, above, run));
    let opening = titles.iter().any(|row| {
        grid.row(*row).any(|(_, raw)| opens_table(&raw.shown()) || starts_with_tabel(&raw.shown()))
    });
    if opening || !same_layout || from == 0 && rest.is_empty() {
        (titles.to_vec(), rest.to_vec())
    } else {
        (Vec::new(), above.to_vec())
    }
}

/// How many of the last rows are a numbered title (`Tabel 3.1`) and what stands below it, in whatever words.
fn below_number(grid: &Grid, above: &[u32], is_slight: &dyn Fn(u32) -> bool) -> usize {
    let last = above.iter().rev().take(MOST_TITLES).take_while(|row| is_slight(**row));
    let is_numbered = |row: u32| grid.row(row).any(|(_, raw)| table_number(&raw.shown()).is_some());
    let found = last.enumerate().find(|(_, row)| is_numbered(**row));
    found.map_or(0, |(index, _)| index + 1)
}

/// How many rows at the top of a run of title rows are the rest of the row just above them: no blank row parts them
/// from it, and one parts them from the titles.
fn tail_rows(grid: &Grid, above: &[u32], run: usize) -> usize {
    let (rest, titles) = above.split_at(above.len() - run);
    let Some(before) = rest.last().copied().filter(|row| grid.row(*row).count() > 2) else { return 0 };
    let adjacent = titles.iter().zip(before + 1..).take_while(|(row, next)| *row == next);
    let count = adjacent.take_while(|(row, _)| !is_title_row(grid, **row)).count();
    let parted = || titles.get(count).zip(titles.get(count - 1)).is_some_and(|(next, last)| *next > last + 1);
    if count > 0 && parted() { count } else { 0 }
}
