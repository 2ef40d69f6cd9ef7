//! Finding header blocks: rows whose texts are the header texts of a form, and which layout they print.

use std::collections::BTreeMap;

use super::labels::{CANDIDATES, Candidate, is_header_text};
use super::words::{Wording, header_letters};
use crate::model::{At, Column, Form, Grid, Layout, Raw, Slot};

/// A header as found on a sheet.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) form: &'static Form,
    pub(super) layout: &'static Layout,
    /// The first header row and the last one, the number row included.
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    pub(super) slots: BTreeMap<&'static str, Slot>,
    pub(super) matched: Vec<(At, &'static Column, String)>,
}

/// A cell of a header block: its texts from top to bottom and the columns it covers.
struct Leaf {
    at: At,
    last: u16,
    text: String,
    own: Wording,
    group: Option<String>,
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
                    index += 1;
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

/// How many rows from here on look like header rows.
fn block_length(grid: &Grid, rows: &[u32], start: usize) -> usize {
    let Some(&first) = rows.get(start) else { return 0 };
    let close = |row: u32| row < first + DEEPEST + 1;
    rows.iter()
        .skip(start)
        .take_while(|row| close(**row) && is_header_row(grid, **row))
        .take(usize::try_from(DEEPEST).unwrap_or(usize::MAX))
        .count()
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
    others * 2 <= cells && known > 0 && (known >= 2 || known == cells)
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

/// The number that a cell of a number row begins with: 8 of `8=(7/6)`.
pub(super) fn leading_number(text: &str) -> Option<u32> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = compact.trim_matches(|c| matches!(c, '(' | ')' | '.'));
    let (number, formula) = inner.split_once('=').unwrap_or((inner, ""));
    let formula_like = formula.chars().all(|c| c.is_ascii_digit() || "()/+x*×X:%.".contains(c));
    let number: u32 = number.parse().ok()?;
    (formula_like && number <= 40).then_some(number)
}

fn header(grid: &Grid, block: &[u32], hint: Option<&'static Form>) -> Option<Header> {
    let (&first_row, &last_row) = (block.first()?, block.last()?);
    let leaves = leaves(grid, block);
    if leaves.len() < 3 {
        return None;
    }
    let scored = CANDIDATES.iter().map(|candidate| {
        let (score, pairs) = matching(candidate, &leaves);
        let size = candidate.layout.columns.len().max(leaves.len());
        #[allow(clippy::cast_precision_loss, reason = "a count of columns")]
        let share = score / size as f64;
        let named = hint.is_some_and(|form| std::ptr::eq(form, candidate.form));
        (if named { share + 0.15 } else { share }, candidate, pairs)
    });
    let (share, candidate, pairs) =
        scored.max_by(|left, right| left.0.total_cmp(&right.0)).filter(|best| best.0 >= 0.5)?;
    debug_assert!(share >= 0.5);
    let mut slots = BTreeMap::new();
    let mut matched = Vec::new();
    for (leaf, label) in pairs {
        let (Some(leaf), Some(label)) = (leaves.get(leaf), candidate.labels.get(label)) else { continue };
        slots.insert(label.column.id, Slot { first: leaf.at.column, last: leaf.last });
        matched.push((leaf.at, label.column, leaf.text.clone()));
    }
    Some(Header { form: candidate.form, layout: candidate.layout, first_row, last_row, slots, matched })
}

/// The lowest header cell of every column, with the group that stands above it.
fn leaves(grid: &Grid, block: &[u32]) -> Vec<Leaf> {
    let cells: Vec<(At, u16, String)> = block.iter().flat_map(|row| spans(grid, *row)).collect();
    let mut leaves: Vec<Leaf> = cells
        .iter()
        .filter(|(at, last, _)| {
            !cells
                .iter()
                .any(|(below, _, _)| below.row > at.row && (at.column..=*last).contains(&below.column))
        })
        .map(|(at, last, text)| leaf(&cells, *at, *last, text))
        .collect();
    leaves.sort_by_key(|leaf| leaf.at.column);
    let starts: Vec<u16> = leaves.iter().map(|leaf| leaf.at.column).collect();
    for leaf in &mut leaves {
        // No column reaches under the next one, on whatever header row that stands.
        let next = starts.iter().copied().find(|start| *start > leaf.at.column);
        leaf.last = next.map_or(leaf.last, |next| leaf.last.min(next - 1));
    }
    leaves
}

fn leaf(cells: &[(At, u16, String)], at: At, last: u16, text: &str) -> Leaf {
    let above = cells
        .iter()
        .filter(|(upper, right, _)| upper.row < at.row && (upper.column..=*right).contains(&at.column))
        .max_by_key(|(upper, _, _)| upper.row);
    let stacked = above
        .filter(|(upper, _, label)| upper.column == at.column && !is_header_text(&header_letters(label)));
    let own = match stacked {
        Some((_, _, upper)) => header_letters(&format!("{upper}{text}")),
        None => header_letters(text),
    };
    let group = above.filter(|_| stacked.is_none()).map(|(_, _, label)| header_letters(label));
    Leaf { at, last, text: text.to_owned(), own: Wording::of(own), group }
}

/// The cells of a header row with the columns each covers: its merge, or up to the next filled cell.
fn spans(grid: &Grid, row: u32) -> Vec<(At, u16, String)> {
    let mut cells = grid.row(row).peekable();
    let mut spans = Vec::new();
    while let Some((at, raw)) = cells.next() {
        let next = cells.peek().map_or(at.column, |(next, _)| next.column.saturating_sub(1));
        let last = grid.merge_at(at).map_or(next.max(at.column), |span| span.last.column);
        spans.push((at, last, raw.shown().into_owned()));
    }
    spans
}

/// The best monotone matching of header cells to the columns of a layout: its score and its pairs.
fn matching(candidate: &Candidate, leaves: &[Leaf]) -> (f64, Vec<(usize, usize)>) {
    let width = candidate.labels.len() + 1;
    let mut best = vec![0.0_f64; (leaves.len() + 1) * width];
    let mut fits = vec![0.0_f64; (leaves.len() + 1) * width];
    let value = |table: &[f64], at: usize| table.get(at).copied().unwrap_or_default();
    for (i, leaf) in leaves.iter().enumerate() {
        for (j, label) in candidate.labels.iter().enumerate() {
            let here = (i + 1) * width + j + 1;
            let fit = label.fit(&leaf.own, leaf.group.as_deref());
            let paired = value(&best, i * width + j) + fit;
            let skipped = value(&best, i * width + j + 1).max(value(&best, (i + 1) * width + j));
            if let (Some(cell), Some(kept)) = (best.get_mut(here), fits.get_mut(here)) {
                *cell = if fit > 0.0 { paired.max(skipped) } else { skipped };
                *kept = fit;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (leaves.len(), candidate.labels.len());
    while i > 0 && j > 0 {
        let here = value(&best, i * width + j);
        if here <= value(&best, (i - 1) * width + j) {
            i -= 1;
        } else if here <= value(&best, i * width + j - 1) {
            j -= 1;
        } else {
            pairs.push((i - 1, j - 1));
            i -= 1;
            j -= 1;
        }
    }
    pairs.reverse();
    (value(&best, leaves.len() * width + candidate.labels.len()), pairs)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::model::Raw;

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
