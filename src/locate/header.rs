//! Finding header blocks: rows whose texts are the header texts of a form, and which layout they print.

use std::collections::BTreeMap;

use super::labels::{CANDIDATES, Candidate, is_header_text};
use super::matching::Match;
use super::titles::is_title;
use super::tree::Tree;
use super::units::{Unit, YearMark, half, is_year, units, year_mark};
use super::words::header_letters;
use crate::model::{Form, Grid, Layout, Raw, Slot};

/// A header as found on a sheet.
pub(super) struct Header {
    pub(super) form: &'static Form,
    pub(super) layout: &'static Layout,
    /// The first header row and the last one, the number row included.
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) columns: Columns,
    /// The entries of the number row by their columns of the sheet.
    pub(super) numbers: BTreeMap<u16, String>,
}

/// How the columns of a header are known.
pub(super) enum Columns {
    /// By what stands above them.
    Worded { candidate: &'static Candidate, tree: Tree, units: Vec<Unit>, matched: Match },
    /// By their ids: the header of a table that we wrote as CSV.
    Named(Vec<super::ids::Named>),
    /// By the number row alone.
    Numbered(BTreeMap<&'static str, Slot>),
}

/// The most rows a header takes, number row not counted.
const DEEPEST: u32 = 5;

/// A layout whose header was found, and how many rows that took, number row not counted.
pub(super) type Depth = (&'static Layout, usize);

/// All headers of a sheet, from top to bottom. `hint` is the form that a title names above a row, `depths` the headers
/// found before, which grows.
pub(super) fn headers(
    grid: &Grid,
    rows: &[u32],
    hint: &dyn Fn(u32) -> Option<&'static Form>,
    depths: &mut Vec<Depth>,
) -> Vec<Header> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(&row) = rows.get(index) {
        let length = block_length(grid, rows, index);
        let block = rows.get(index..index + length).unwrap_or_default();
        // Most rows are none of a header: what stands above them is not looked for.
        let named = if block.is_empty() { None } else { hint(row) };
        match repeated(grid, block, named, depths).or_else(|| Some((header(grid, block, named)?, length))) {
            Some((mut header, depth)) => {
                if !depths.iter().any(|(layout, _)| std::ptr::eq(*layout, header.layout)) {
                    depths.push((header.layout, depth));
                }
                index += depth;
                while let Some(&next) = rows.get(index).filter(|next| is_number_row(grid, **next)) {
                    header.last_row = next;
                    let entries = grid.row(next).map(|(at, raw)| (at.column, raw.shown().trim().to_owned()));
                    header.numbers.extend(entries);
                    index += 1;
                }
                if let Some(&next) = rows.get(index).filter(|next| is_row_of_halves(grid, **next)) {
                    let whole: Vec<u32> = block.iter().take(depth).copied().chain([next]).collect();
                    if let Some(halved) = self::header(grid, &whole, named) {
                        header = Header { numbers: header.numbers, ..halved };
                        index += 1;
                    }
                }
                found.push(header);
            }
            None => index += 1,
        }
    }
    found
}

/// A header found before, printed once more above rows that look like more of it: the rest of a row that a page break
/// cut may hold words of headers alone.
fn repeated(
    grid: &Grid,
    block: &[u32],
    hint: Option<&'static Form>,
    depths: &[Depth],
) -> Option<(Header, usize)> {
    let shorter = depths.iter().filter(|(_, depth)| *depth < block.len());
    let mut again = shorter.filter_map(|(layout, depth)| {
        let header = header(grid, block.get(..*depth)?, hint)?;
        std::ptr::eq(header.layout, *layout).then_some((header, *depth))
    });
    again.next()
}

/// How many rows from here on are header rows: they look like it, a cell of the header is merged down to them, or they
/// hold nothing but years or the halves of pairs.
fn block_length(grid: &Grid, rows: &[u32], start: usize) -> usize {
    let Some(&first) = rows.get(start) else { return 0 };
    let deepest = usize::try_from(DEEPEST).unwrap_or(usize::MAX);
    let close: Vec<u32> =
        rows.iter().skip(start).take(deepest).copied().take_while(|row| *row < first + DEEPEST + 1).collect();
    let mut length = close.iter().take_while(|row| is_header_row(grid, **row)).count();
    if length == 0 {
        return 0;
    }
    let reached = |length: usize| {
        let cells = close.iter().take(length).flat_map(|row| grid.row(*row));
        cells.filter_map(|(at, _)| Some(grid.merge_at(at)?.last.row)).max().unwrap_or(first)
    };
    while let Some(&next) = close.get(length) {
        let merged = reached(length) >= next && next < first + DEEPEST;
        let counts_years = counts_years(grid, first, next);
        if !counts_years && (is_number_row(grid, next) || !merged && !is_lowest_row(grid, next)) {
            break;
        }
        length += 1;
    }
    length
}

/// Whether a row counts the years of the groups above it: it begins right of the header, and holds runs `1 | 2 | 3 …`
/// beside header texts. A number row begins with the header and counts on.
fn counts_years(grid: &Grid, header: u32, row: u32) -> bool {
    const SHORTEST: u16 = 3;
    let first = |row: u32| grid.row(row).next().map(|(at, _)| at.column);
    if first(header).is_none_or(|header| first(row).is_none_or(|row| row <= header)) {
        return false;
    }
    let (mut counted, mut shortest) = (0, u16::MAX);
    for (_, raw) in grid.row(row) {
        match year_mark(&raw.shown()) {
            Some(YearMark::OfPeriod(number)) if number == counted + 1 => counted = number,
            Some(YearMark::OfPeriod(1)) => {
                shortest = shortest.min(counted);
                counted = 1;
            }
            None if is_worded(raw) && is_header_text(&header_letters(&raw.shown())) => {}
            _ => return false,
        }
    }
    counted.min(shortest) >= SHORTEST
}

/// Whether a row holds nothing but years, or nothing but the halves of pairs.
fn is_lowest_row(grid: &Grid, row: u32) -> bool {
    let years = grid.row(row).nth(1).is_some() && grid.row(row).all(|(_, raw)| is_year(&raw.shown()));
    years || is_row_of_halves(grid, row)
}

/// Whether a row holds nothing but the halves of pairs: `K | Rp | K | Rp`.
fn is_row_of_halves(grid: &Grid, row: u32) -> bool {
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

/// Whether a text is a quantity, whatever its letters: `66 perangkat daerah`.
fn counts(raw: &Raw) -> bool {
    raw.shown().trim_start().starts_with(|c: char| c.is_ascii_digit())
}

fn is_worded(raw: &Raw) -> bool {
    match raw {
        Raw::Text(text) => text.contains(char::is_alphabetic),
        other => other.shown().contains(char::is_alphabetic),
    }
}

/// Whether a row is the number row below a header: `1 | 2 | … | 8=(7/6) | …`, mostly ascending by one.
pub(super) fn is_number_row(grid: &Grid, row: u32) -> bool {
    let numbers: Option<Vec<u32>> = grid.row(row).map(|(_, raw)| leading_number(&raw.shown())).collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() >= 4) else { return false };
    let steps = numbers.windows(2).filter(|pair| match pair {
        [left, right] => *right == left + 1 || right == left,
        _ => false,
    });
    numbers.first().is_some_and(|first| *first <= 2)
        && steps.count() * 10 >= (numbers.len() - 1) * 8
        && numbers.last().is_some_and(|last| *last >= 4)
}

/// The number that a cell of a number row begins with: 8 of `8=(7/6)`, `8(7/6)`, `(8)` and `8*`.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = compact.trim_matches(|c| matches!(c, '(' | ')' | '.' | '*'));
    let digits = inner.chars().take_while(char::is_ascii_digit).count();
    let (number, formula) = inner.split_at_checked(digits)?;
    let formula_like = (formula.is_empty() || formula.starts_with(['=', '(']))
        && formula.chars().all(|c| c.is_ascii_digit() || "=()/+-–x*×X:%.".contains(c));
    let number: u32 = number.parse().ok()?;
    (formula_like && number <= 40).then_some(number)
}

fn header(grid: &Grid, block: &[u32], hint: Option<&'static Form>) -> Option<Header> {
    let (&first_row, &last_row) = (block.first()?, block.last()?);
    let tree = Tree::of(grid, block);
    if tree.leaves.len() < 3 {
        return None;
    }
    let units = units(&tree);
    let is_named = |candidate: &Candidate| hint.is_some_and(|form| std::ptr::eq(form, candidate.form));
    let known = CANDIDATES.iter().filter(|candidate| !candidate.form.needs_title || is_named(candidate));
    // Of two that fit equally well, the first is the last from behind.
    let scored = known.rev().map(|candidate| {
        let matched = Match::of(candidate, &units);
        let named = is_named(candidate);
        (if named { matched.share + 0.15 } else { matched.share }, candidate, matched)
    });
    let (_, candidate, matched) =
        scored.max_by(|left, right| left.0.total_cmp(&right.0)).filter(|best| best.0 >= 0.5)?;
    let (form, layout) = (candidate.form, candidate.layout);
    let columns = Columns::Worded { candidate, tree, units, matched };
    Some(Header { form, layout, first_row, last_row, columns, numbers: BTreeMap::new() })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

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
            ("(20)", Some(20)),
            ("14=13/5x100%", Some(14)),
            ("1.02", None),
            ("12 Dokumen", None),
            ("2.500", None),
        ] {
            assert_eq!(leading_number(text), number, "{text}");
        }
    }

    #[test]
    fn a_column_filled_to_the_last_row_asks_for_no_title() {
        let grid = Grid::new("S", (0..1000).map(|row| (At::new(row, 0), Raw::text("12.500"))));
        let asked = Cell::new(0);
        let hint = |_: u32| {
            asked.set(asked.get() + 1);
            None
        };
        assert!(headers(&grid, &grid.rows(), &hint, &mut Vec::new()).is_empty());
        assert_eq!(asked.get(), 0);
    }
}
