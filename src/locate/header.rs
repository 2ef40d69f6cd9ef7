//! Finding header blocks: rows whose texts are the header texts of a form, and which layout they print.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::block::{block_length, is_row_of_halves};
use super::header_rows::header_rows;
use super::labels::{CANDIDATES, Candidate};
use super::matching::Match;
use super::number_row::numbers_columns;
use super::tree::Tree;
use super::units::{Unit, units};
use super::whole::{ALL_BUT_WHOLE, Side, Whole};
use crate::model::{Form, Grid, Layout, Slot};

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
    /// By what stands above them and above those of the other half.
    Half { whole: Rc<Whole>, side: Side },
    /// By their ids: the header of a table that we wrote as CSV.
    Named(Vec<super::ids::Named>),
    /// By the number row alone.
    Numbered(BTreeMap<&'static str, Slot>),
}

/// A layout whose header was found, and how many rows that took, number row not counted.
pub(super) type Depth = (&'static Layout, usize);

impl Header {
    /// Whether it is the right half of a header that is printed in halves.
    pub(super) const fn is_right_half(&self) -> bool {
        matches!(self.columns, Columns::Half { side: Side::Right, .. })
    }

    /// Whether so much of its form is missing that the rest may be printed elsewhere.
    fn lacks_columns(&self) -> bool {
        let Columns::Worded { candidate, units, matched, .. } = &self.columns else { return false };
        matched.covered(candidate, &units.iter().collect::<Vec<_>>()) < ALL_BUT_WHOLE
    }
}

/// What is known of headers on the sheets before, and where their other halves may stand.
pub(super) struct Known<'a> {
    /// The sheets of the workbook; none where no table is printed in halves.
    pub(super) sheets: &'a [Grid],
    /// The headers found before.
    pub(super) depths: Vec<Depth>,
    /// The last header that is printed in halves.
    pub(super) whole: Option<Rc<Whole>>,
    /// How many headers may still be looked at for another half.
    pub(super) tries: usize,
}

/// All headers of a sheet, from top to bottom. `hint` is the form that a title names above a row.
pub(super) fn headers(
    grid: &Grid,
    index_of_sheet: usize,
    rows: &[u32],
    hint: &dyn Fn(u32) -> Option<&'static Form>,
    known: &mut Known<'_>,
) -> Vec<Header> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(&row) = rows.get(index) {
        let (length, least) = block_length(grid, rows, index);
        let block = rows.get(index..index + length).unwrap_or_default();
        // Most rows are none of a header: what stands above them is not looked for.
        let named = if block.is_empty() { None } else { hint(row) };
        let again = repeated(grid, block, least, named, &known.depths);
        let alone = again.or_else(|| Some((header(grid, block, named)?, length)));
        if let Some((half, taken)) = half(grid, index_of_sheet, rows, index, named, alone.as_ref(), known) {
            found.push(half);
            index += taken;
            continue;
        }
        let depths = &mut known.depths;
        match alone {
            Some((mut header, depth)) => {
                if !depths.iter().any(|(layout, _)| std::ptr::eq(*layout, header.layout)) {
                    depths.push((header.layout, depth));
                }
                index += depth;
                while let Some(&next) = rows.get(index).filter(|next| numbers_columns(grid, **next)) {
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

/// The half of a header that begins at a row: one found before, printed once more, or one that is too little by itself
/// and whose other half stands further on. Gives how many rows it takes.
fn half(
    grid: &Grid,
    index_of_sheet: usize,
    rows: &[u32],
    start: usize,
    named: Option<&'static Form>,
    alone: Option<&(Header, usize)>,
    known: &mut Known<'_>,
) -> Option<(Header, usize)> {
    let mut block = if known.sheets.is_empty() { None } else { header_rows(grid, rows, start) }?;
    let before =
        known.whole.as_ref().and_then(|whole| Some((Rc::clone(whole), whole.side(grid, &mut block)?)));
    let (whole, side) = before.or_else(|| {
        let is_known =
            |header: &Header| known.depths.iter().any(|(layout, _)| std::ptr::eq(*layout, header.layout));
        let is_open = alone.is_none_or(|(header, _)| header.lacks_columns() && !is_known(header));
        known.tries = known.tries.checked_sub(usize::from(is_open)).filter(|_| is_open)?;
        Some((Whole::ahead(known.sheets, index_of_sheet, rows, start, named)?, Side::Left))
    })?;
    known.whole = Some(Rc::clone(&whole));
    let header = Header {
        form: whole.candidate.form,
        layout: whole.candidate.layout,
        first_row: *block.rows.first()?,
        last_row: block.last_row,
        numbers: BTreeMap::new(),
        columns: Columns::Half { whole, side },
    };
    Some((header, block.taken))
}

/// A header found before, printed once more above rows that look like more of it: the rest of a row that a page break
/// cut may hold words of headers alone. It has `least` rows at least.
fn repeated(
    grid: &Grid,
    block: &[u32],
    least: usize,
    hint: Option<&'static Form>,
    depths: &[Depth],
) -> Option<(Header, usize)> {
    let shorter = depths.iter().filter(|(_, depth)| (least..block.len()).contains(depth));
    let mut again = shorter.filter_map(|(layout, depth)| {
        let header = header(grid, block.get(..*depth)?, hint)?;
        std::ptr::eq(header.layout, *layout).then_some((header, *depth))
    });
    again.next()
}

/// How much better a header fits the form that the title above it names.
const NAMED: f64 = 0.15;

fn header(grid: &Grid, block: &[u32], hint: Option<&'static Form>) -> Option<Header> {
    let (&first_row, &last_row) = (block.first()?, block.last()?);
    let tree = Tree::of(grid, block);
    if tree.leaves.len() < 3 {
        return None;
    }
    let units = units(&tree);
    let all: Vec<&Unit> = units.iter().collect();
    let is_named = |candidate: &Candidate| hint.is_some_and(|form| std::ptr::eq(form, candidate.form));
    let known = CANDIDATES.iter().filter(|candidate| !candidate.form.needs_title || is_named(candidate));
    // Of two that fit equally well, the one that knows more columns in whatever order; then the first, which is the last
    // from behind.
    let scored = known.rev().map(|candidate| {
        let matched = Match::of(candidate, &all);
        let named = is_named(candidate);
        (if named { matched.share + NAMED } else { matched.share }, candidate, matched)
    });
    let (_, candidate, matched) = scored
        .max_by(|left, right| left.0.total_cmp(&right.0).then_with(|| left.2.known().cmp(&right.2.known())))
        .filter(|best| best.0 >= 0.5)?;
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
    fn a_column_filled_to_the_last_row_asks_for_no_title() {
        let grid = Grid::new("S", (0..1000).map(|row| (At::new(row, 0), Raw::text("12.500"))));
        let asked = Cell::new(0);
        let hint = |_: u32| {
            asked.set(asked.get() + 1);
            None
        };
        let mut known = Known { sheets: &[], depths: Vec::new(), whole: None, tries: 0 };
        assert!(headers(&grid, 0, &grid.rows(), &hint, &mut known).is_empty());
        assert_eq!(asked.get(), 0);
    }
}
