//! The rows below a header, those without one, and those that are none of our tables.

use super::finder::Finder;
use super::foreign;
use super::money_units;
use super::notes::{body_length, closes, is_amount, is_page_sum, is_rule_row, is_signed, is_total_row};
use super::number_row::is_number_row;
use super::resembling::{has_codes, resembles, says_an_amount};
use crate::model::{Grid, Page, Place, Region};

impl Finder<'_> {
    /// Rows on a sheet above its first header, or on a sheet without one: the table before may go on here. Below the
    /// title of another they are rows of that one, which was not found: they are left to be listed. A few words
    /// on a sheet that Excel hides are no rest of a table that it shows.
    pub(super) fn rows_without_header(&mut self, index: usize, grid: &Grid, rows: &[u32]) {
        let (rows, others) = self.parted(grid, rows);
        self.foreign(grid, others);
        if rows.is_empty() {
            return;
        }
        let named = self.foot.form();
        let goes_on = self.open
            && !foreign::counts_other_columns(grid, rows)
            && self.located.regions.last().is_some_and(|region| {
                let before = region.pages.last().and_then(|page| self.sheets.get(page.sheet));
                named.is_none_or(|form| std::ptr::eq(form, region.form))
                    && resembles(region, grid, rows, before, self.is_shown_alike(grid))
            });
        if goes_on {
            let slots = self.last_slots();
            let last = self.located.regions.last().and_then(|region| region.pages.last());
            let (is_right_half, is_keyless) =
                last.map_or((false, false), |page| (page.is_right_half, page.is_keyless));
            self.add_page(Page { sheet: index, slots, is_right_half, is_keyless, ..Page::default() });
            self.body(index, grid, rows, false);
        } else if named.is_none() {
            self.foreign(grid, rows);
        }
        self.open &= others.is_empty();
    }

    /// The rows above the title of another table, and those from it on.
    pub(super) fn parted<'r>(&self, grid: &Grid, rows: &'r [u32]) -> (&'r [u32], &'r [u32]) {
        let start =
            if self.own { rows.len() } else { foreign::start(self.located.regions.last(), grid, rows) };
        rows.split_at(start)
    }

    /// Takes rows outside our tables as what is none of ours. Below the title of one of ours, whose header was not found,
    /// they are left to be listed.
    pub(super) fn foreign(&mut self, grid: &Grid, rows: &[u32]) {
        if foreign::is_of_form(grid, rows) {
            return;
        }
        self.decorate(grid, rows);
        if !self.own {
            self.located.foreign.extend(foreign::table(grid, rows));
        }
    }

    /// Whether a sheet is hidden where the last page of the table before is, and shown where that is.
    fn is_shown_alike(&self, grid: &Grid) -> bool {
        let page = self.located.regions.last().and_then(|region| region.pages.last());
        let before = page.and_then(|page| self.sheets.get(page.sheet));
        before.is_none_or(|before| before.hidden == grid.hidden)
    }

    /// Adds rows to the last page. `goes_on` says that the header stands once more below them.
    pub(super) fn body(&mut self, index: usize, grid: &Grid, rows: &[u32], goes_on: bool) {
        let (mut drawn, mut kept) = (Vec::new(), Vec::new());
        for row in rows.iter().copied() {
            self.in_cut_header = self.header.is_piece(grid, row)
                || self.in_cut_header && self.header.is_of_its_words(grid, row);
            let noise = self.in_cut_header
                || is_rule_row(grid, row)
                || is_number_row(grid, row)
                || is_page_sum(grid, row)
                || foreign::is_title_of(self.located.regions.last(), grid, row);
            if noise { drawn.push(row) } else { kept.push(row) }
        }
        let rows = kept;
        self.decorate(grid, &drawn);
        let goes_on = goes_on && !rows.iter().any(|row| is_signed(grid, *row));
        let length = body_length(grid, &rows, goes_on);
        let (body, notes) = rows.split_at(length.min(rows.len()));
        let ended = body.last().is_some_and(|row| is_total_row(grid, *row));
        if !body.is_empty()
            && let Some(region) = self.located.regions.last_mut()
            && let Some(page) = region.pages.last_mut()
        {
            debug_assert_eq!(page.sheet, index);
            // What stood above these rows stands at the foot of a page, not below the table; below the left half it does.
            if !page.is_right_half {
                region.notes.clear();
            }
            page.rows.extend(body);
        }
        self.note(grid, notes);
        self.open = !ended && !notes.iter().any(|row| closes(grid, *row));
    }

    /// Takes rows below a table as its notes. One that holds an amount below an amount, or a code below the codes, is
    /// none: it is left to be listed as unplaced.
    fn note(&mut self, grid: &Grid, rows: &[u32]) {
        let Some(region) = self.located.regions.last_mut() else { return };
        let notes: Vec<u32> = rows.iter().copied().filter(|row| is_note(region, grid, *row)).collect();
        region.units.extend(money_units::noted(grid, &notes));
        let cells = notes.iter().flat_map(|row| grid.row(*row));
        let texts = cells.map(|(at, raw)| (Place::new(&grid.name, at), raw.shown().trim().to_owned()));
        region.notes.extend(texts);
        self.decorate(grid, &notes);
    }
}

/// Whether a row below a table is a note of it. Where notes are written again, they stand in other columns than before:
/// an amount is none in whichever column, and codes are looked for only where people put them.
fn is_note(region: &Region, grid: &Grid, row: u32) -> bool {
    if region.form.closing.is_some() {
        let has_amount = grid.row(row).any(|(_, raw)| is_amount(&raw.shown()));
        return !has_amount && (region.own || !has_codes(region, grid, &[row]));
    }
    !says_an_amount(region, grid, row) && !has_codes(region, grid, &[row])
}
