//! Which rows a header takes, by what they look like and by what stands around them.

use super::labels::is_header_text;
use super::number_row::numbers_columns;
use super::titles::is_title;
use super::tree::extents;
use super::units::{YearMark, half, is_year, year_mark};
use super::words::header_letters;
use crate::model::{Grid, Raw};

/// The most rows a header takes, number row not counted.
const DEEPEST: u32 = 5;

/// How many rows from here on are header rows, and how many of them not by their looks alone. They look like it, a cell
/// of the header is merged down to them, they hold nothing but years or the halves of pairs, they name what stands
/// below the groups above, or a number row follows them.
pub(super) fn block_length(grid: &Grid, rows: &[u32], start: usize) -> (usize, usize) {
    let Some(&first) = rows.get(start) else { return (0, 0) };
    let deepest = usize::try_from(DEEPEST).unwrap_or(usize::MAX);
    let close: Vec<u32> =
        rows.iter().skip(start).take(deepest).copied().take_while(|row| *row < first + DEEPEST + 1).collect();
    let mut length = close.iter().take_while(|row| is_header_row(grid, **row)).count();
    if length == 0 || is_line_above(grid, &close) {
        return (0, 0);
    }
    let reached = |length: usize| {
        let cells = close.iter().take(length).flat_map(|row| grid.row(*row));
        cells.filter_map(|(at, _)| Some(grid.merge_at(at)?.last.row)).max().unwrap_or(first)
    };
    let numbered = close.iter().position(|row| numbers_columns(grid, *row));
    let above_numbers = |length: usize| {
        let below = numbered.and_then(|numbered| close.get(length..numbered)).unwrap_or_default();
        !below.is_empty() && below.iter().all(|row| is_named(grid, *row))
    };
    let mut least = 0;
    while let Some(&next) = close.get(length) {
        let counts_years = counts_years(grid, first, next);
        if numbers_columns(grid, next) && !counts_years {
            break;
        }
        let merged = reached(length) >= next && next < first + DEEPEST;
        let above = length.checked_sub(1).and_then(|above| close.get(above)).copied();
        let parts = || is_named(grid, next) && above.is_some_and(|above| parts_groups(grid, above, next));
        if counts_years || merged || is_lowest_row(grid, next) || above_numbers(length) || parts() {
            least = length + 1;
        } else if !(is_named(grid, next) && holds_header_text(grid, next)) {
            break;
        }
        length += 1;
    }
    (length, least)
}

/// Whether the first row is a line of words above a header, whatever words: it is alone in its row, and the row below, which
/// begins no further right, is one of a header by itself.
fn is_line_above(grid: &Grid, rows: &[u32]) -> bool {
    const FEWEST_WORDS: usize = 3;
    const FEWEST_CELLS: usize = 3;
    let [first, second, ..] = rows else { return false };
    let mut line = grid.row(*first);
    let (Some((at, raw)), None) = (line.next(), line.next()) else { return false };
    let reaches_down = grid.merge_at(at).is_some_and(|span| span.last.row >= *second);
    let begins =
        !reaches_down && grid.row(*second).next().is_some_and(|(below, _)| below.column <= at.column);
    let is_wide = grid.row(*second).nth(FEWEST_CELLS - 1).is_some();
    let is_worded = raw.shown().split_whitespace().nth(FEWEST_WORDS - 1).is_some();
    begins && is_wide && is_worded && is_header_row(grid, *second)
}

/// Whether a row counts the years of the groups above it: it holds runs `1 | 2 | 3 …` beside header texts, and begins right
/// of the header or begins to count anew. A number row begins with the header and counts on.
fn counts_years(grid: &Grid, header: u32, row: u32) -> bool {
    const SHORTEST: u16 = 3;
    let first = |row: u32| grid.row(row).next().map(|(at, _)| at.column);
    let begins_with_it = first(header).is_none_or(|header| first(row).is_none_or(|row| row <= header));
    let (mut counted, mut shortest) = (0, u16::MAX);
    for (_, raw) in grid.row(row) {
        match year_mark(&raw.shown()) {
            // A run that the cut of a page goes through begins anywhere.
            Some(YearMark::OfPeriod(number)) if number == counted + 1 || counted == 0 => counted = number,
            Some(YearMark::OfPeriod(1)) => {
                shortest = shortest.min(counted);
                counted = 1;
            }
            None if is_worded(raw) && is_header_text(&header_letters(&raw.shown())) => {}
            _ => return false,
        }
    }
    let begins_anew = shortest < u16::MAX;
    counted.min(shortest) >= SHORTEST && (begins_anew || !begins_with_it)
}

/// Whether every cell of a row is a name, as all are that a header holds: no number, no quantity.
fn is_named(grid: &Grid, row: u32) -> bool {
    const LONGEST: usize = 120;
    grid.row(row).all(|(_, raw)| is_label(raw) && raw.shown().chars().count() <= LONGEST)
}

/// Whether a cell may stand in a header: words that are no quantity, or the sign of percents.
fn is_label(raw: &Raw) -> bool {
    raw.shown().trim() == "%" || is_worded(raw) && !counts(raw)
}

/// Whether a row holds two cells or more, one of which says what a header of a form says.
fn holds_header_text(grid: &Grid, row: u32) -> bool {
    grid.row(row).nth(1).is_some()
        && grid.row(row).any(|(_, raw)| is_header_text(&header_letters(&raw.shown())))
}

/// Whether the cells of a row are the parts of groups of the row above: they stand below cells with room for several
/// columns, and fill the room of each.
fn parts_groups(grid: &Grid, above: u32, row: u32) -> bool {
    let columns: Vec<u16> = grid.row(row).map(|(at, _)| at.column).collect();
    let wide = |span: &(u16, u16)| span.1 > span.0;
    let groups: Vec<(u16, u16)> =
        extents(grid, above, columns.last().copied()).into_iter().filter(wide).collect();
    let filled = |(first, last): &(u16, u16)| (*first..=*last).all(|column| columns.contains(&column));
    let covered =
        |column: &u16| groups.iter().any(|group| (group.0..=group.1).contains(column) && filled(group));
    columns.len() >= 2 && columns.iter().all(covered)
}

/// Whether a row holds nothing but years, or nothing but the halves of pairs.
fn is_lowest_row(grid: &Grid, row: u32) -> bool {
    let years = grid.row(row).nth(1).is_some() && grid.row(row).all(|(_, raw)| is_year(&raw.shown()));
    years || is_row_of_halves(grid, row)
}

/// Whether a row holds nothing but the halves of pairs: `K | Rp | K | Rp`.
pub(super) fn is_row_of_halves(grid: &Grid, row: u32) -> bool {
    grid.row(row).nth(1).is_some() && grid.row(row).all(|(_, raw)| half(&raw.shown()).is_some())
}

/// Half of its cells at least are header texts, and two of them, or all.
fn is_header_row(grid: &Grid, row: u32) -> bool {
    let cells = grid.row(row).count();
    // Most rows are none: their numbers tell it, or a few of their texts.
    let (mut known, mut others) = (0, grid.row(row).filter(|(_, raw)| !is_worded(raw)).count());
    for (_, raw) in grid.row(row).filter(|(_, raw)| is_worded(raw)) {
        if others * 2 > cells {
            return false;
        }
        if !counts(raw) && is_header_text(&header_letters(&raw.shown())) {
            known += 1;
        } else {
            others += 1;
        }
    }
    let is_title = || cells == 1 && grid.row(row).any(|(_, raw)| is_title(&raw.shown()));
    others * 2 <= cells && known > 0 && (known >= 2 || known == cells) && !is_title()
}

/// Whether a text is a quantity or an amount, whatever its letters: `66 perangkat daerah`, `Rp. 92.071.000,-`. The unit
/// `(Rp.000)` is none.
fn counts(raw: &Raw) -> bool {
    let shown = raw.shown().trim_start().to_lowercase();
    let amount = shown.strip_prefix("rp").map(|rest| rest.trim_start_matches(['.', ':', ' ']));
    shown.starts_with(|c: char| c.is_ascii_digit())
        || amount.is_some_and(|amount| amount.starts_with(|c: char| ('1'..='9').contains(&c)))
}

fn is_worded(raw: &Raw) -> bool {
    match raw {
        Raw::Text(text) => text.contains(char::is_alphabetic),
        other => other.shown().contains(char::is_alphabetic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::At;

    /// How many rows of a sheet, whose cells are parted by bars, are its header.
    fn length(text: &str) -> usize {
        let rows = text.lines().zip(0_u32..);
        let cells = rows.flat_map(|(line, row)| {
            line.split('|').zip(0_u16..).map(move |(text, column)| (At::new(row, column), Raw::text(text)))
        });
        let grid = Grid::new("S", cells.filter(|(_, raw)| !raw.shown().is_empty()).collect::<Vec<_>>());
        block_length(&grid, &grid.rows(), 0).0
    }

    const FIRST: &str = "No|Program/Kegiatan|Hasil Verifikasi||Lokasi|Besaran/Volume|Catatan";

    #[test]
    fn a_row_of_names_that_no_form_has_is_header_below_a_group_or_above_a_number_row() {
        assert_eq!(length(&format!("{FIRST}\n||Status|Tanggal\n1|PROGRAM A|Sesuai|3 Mei")), 2);
        assert_eq!(length(&format!("{FIRST}\n|Uraian|||Desa\n1|2|3|4|5|6|7")), 2);
        assert_eq!(length(&format!("{FIRST}\n|Perbaikan Jalan|||Suka\n1|Kegiatan|Sesuai|3 Mei|Desa")), 1);
    }
}
