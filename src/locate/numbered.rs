//! A header of which only the number row is whole: `1 | 2 | … | 13` below the title of a form. What stands between was
//! run together, or cut by a page break.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{Columns, Header};
use super::header_texts;
use super::number_row::{is_number_row, leading_number};
use crate::forms::FORMS;
use crate::model::{Form, Grid, Layout, Slot};

/// The most rows of a header, number row not counted.
const DEEPEST: usize = 5;

/// The fewest words by which a header without a title is known.
const FEWEST_WORDS: usize = 4;

/// The header above a number row, if it numbers all columns of just one layout: of the form that a title names, or of
/// one whose header has every word that stands above. `position` is that of the number row among the rows.
pub(super) fn numbered_header(
    grid: &Grid,
    rows: &[u32],
    position: usize,
    named: &dyn Fn(u32) -> Option<&'static Form>,
) -> Option<Header> {
    let last_row = *rows.get(position).filter(|row| is_number_row(grid, **row))?;
    let cells: Vec<(u16, u32)> =
        grid.row(last_row).filter_map(|(at, raw)| Some((at.column, leading_number(&raw.shown())?))).collect();
    let above = rows.get(..position)?;
    let mut fitting = FORMS.iter().copied().filter_map(|form| {
        let first_row = first_row(grid, above, last_row, form, named)?;
        let mut layouts =
            form.layouts.iter().filter(|layout| layout.number_row && is_numbered_so(layout, &cells));
        Some((form, layouts.next().filter(|_| layouts.next().is_none())?, first_row))
    });
    let (form, layout, first_row) = fitting.next().filter(|_| fitting.next().is_none())?;
    let columns = Columns::Numbered(slots(layout, &cells));
    Some(Header { form, layout, first_row, last_row, columns, numbers: BTreeMap::new() })
}

/// Where the header of a form begins whose number row stands below these rows; `None` if it is none of that form.
fn first_row(
    grid: &Grid,
    above: &[u32],
    last_row: u32,
    form: &'static Form,
    named: &dyn Fn(u32) -> Option<&'static Form>,
) -> Option<u32> {
    let known = words_of(form);
    let is_of_form = |row: u32| grid.row(row).all(|(_, raw)| words(&raw.shown()).is_subset(&known));
    let depth = above.iter().rev().take(DEEPEST).take_while(|row| is_of_form(**row)).count();
    let header = above.get(above.len() - depth..)?;
    let first_row = header.first().copied().unwrap_or(last_row);
    let said: BTreeSet<String> =
        header.iter().flat_map(|row| grid.row(*row)).flat_map(|(_, raw)| words(&raw.shown())).collect();
    let fits = match named(first_row) {
        Some(named) => std::ptr::eq(named, form),
        None => said.len() >= FEWEST_WORDS,
    };
    fits.then_some(first_row)
}

/// Each column from its number to the next.
fn slots(layout: &Layout, cells: &[(u16, u32)]) -> BTreeMap<&'static str, Slot> {
    let lasts = cells.iter().skip(1).map(|(next, _)| next - 1).chain(cells.last().map(|(last, _)| *last));
    let spans = cells.iter().zip(lasts).map(|((first, _), last)| Slot { first: *first, last });
    layout.columns.iter().map(|column| column.id).zip(spans).collect()
}

fn is_numbered_so(layout: &Layout, cells: &[(u16, u32)]) -> bool {
    let wanted = layout.columns.iter().map(|column| leading_number(column.number));
    wanted.eq(cells.iter().map(|(_, number)| Some(*number)))
}

/// The words that the headers of a form have.
fn words_of(form: &Form) -> BTreeSet<String> {
    let columns = form.layouts.iter().flat_map(Layout::all_columns);
    columns
        .flat_map(|column| column.header.iter().chain(column.aliases))
        .flat_map(|text| words(text))
        .collect()
}

/// The words of a text without its numbers.
fn words(text: &str) -> BTreeSet<String> {
    header_texts::words(text).filter(|word| word.chars().any(char::is_alphabetic)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{At, Raw};

    /// A sheet of rows whose cells are parted by bars.
    fn grid(text: &str) -> Grid {
        let rows = text.lines().zip(0_u32..);
        let cells = rows.flat_map(|(line, row)| {
            line.split('|').zip(0_u16..).map(move |(text, column)| (At::new(row, column), Raw::text(text)))
        });
        Grid::new("S", cells.filter(|(_, raw)| !raw.shown().is_empty()).collect::<Vec<_>>())
    }

    const RUN_TOGETHER: &str = "\
No Indikator SPM/Standar Nasional IKK Catatan Analisis
||||Tahun 2024|Tahun 2025|Tahun 2026|Tahun 2027|Tahun 2024|Tahun 2025|Tahun 2026|Tahun 2027
1|2|3|4|5|6|7|8|9|10|11|12|13";

    #[test]
    fn a_number_row_tells_the_columns_of_a_header_that_ran_together() {
        let grid = grid(RUN_TOGETHER);
        let header = numbered_header(&grid, &grid.rows(), 2, &|_| None).unwrap();
        assert_eq!((header.form.id, header.first_row, header.last_row), ("T-C.30", 0, 2));
        let Columns::Numbered(slots) = header.columns else { panic!("no words were read") };
        assert_eq!(slots["proyeksi_2"].first, 11);
    }

    #[test]
    fn a_number_row_below_other_words_tells_nothing() {
        let grid = grid(&RUN_TOGETHER.replace("Nasional", "Pelayanan Kesehatan"));
        assert!(numbered_header(&grid, &grid.rows(), 2, &|_| None).is_none());
        assert!(numbered_header(&grid, &grid.rows(), 0, &|_| None).is_none());
    }
}
