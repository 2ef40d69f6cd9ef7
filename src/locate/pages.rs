//! Putting headers, titles and rows together: one region a table, one page a stretch of its rows.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::above::{between, hinted, split_titles};
use super::beside::{in_years_of, is_beside, settle};
use super::block::is_number_row;
use super::foot::{self, Foot};
use super::foreign;
use super::header::{Columns, Depth, Header, Known, headers};
use super::header_texts::HeaderTexts;
use super::ids::ids_header;
use super::money_units;
use super::notes::{body_length, closes, is_amount, is_page_sum, is_rule_row, is_signed, is_total_row};
use super::numbered::numbered_header;
use super::order::{columns, go_on};
use super::own::{stated_heads, table_sheets};
use super::plan::read;
use super::resembling::{has_codes, resembles, says_an_amount};
use super::titles::opens_table;
use super::whole::Whole;
use super::whose;
use crate::model::{At, Grid, Located, Page, Place, Region, Slot, Workbook, letters};

/// Finds every table of a workbook. A table may go on over several sheets; a sheet may hold several tables.
#[must_use]
pub fn locate(workbook: &Workbook) -> Located {
    let own = table_sheets(workbook);
    let mut finder =
        Finder { sheets: &workbook.sheets, own: own.is_some(), tries: MOST_TRIES, ..Finder::default() };
    for (index, grid) in workbook.sheets.iter().enumerate() {
        let skipped = own.as_ref().is_some_and(|tables| !tables.contains(&*grid.name));
        if skipped {
            finder.decorate(grid, &grid.rows());
        } else {
            finder.sheet(index, grid);
        }
    }
    whose::state(&mut finder.located.regions);
    finder.located
}

/// How many headers of a workbook are looked at for another half.
const MOST_TRIES: usize = 12;

#[derive(Default)]
struct Finder<'a> {
    sheets: &'a [Grid],
    located: Located,
    /// Whether the last region may still go on.
    open: bool,
    /// Whether the workbook is one of our own.
    own: bool,
    /// What the cells of the last header say.
    header: HeaderTexts,
    depths: Vec<Depth>,
    whole: Option<Rc<Whole>>,
    /// How many headers may still be looked at for another half.
    tries: usize,
    /// Titles at the foot of the sheet before.
    foot: Foot,
    /// Whether the last row was a piece of that header, cut by a page break.
    in_cut_header: bool,
}

impl Finder<'_> {
    fn sheet(&mut self, index: usize, grid: &Grid) {
        let mut rows = grid.rows();
        let feet = if self.own { 0 } else { foot::length(grid, &rows) };
        let titles_of_next = rows.split_off(rows.len() - feet);
        let found = self.headers(index, grid, &rows);
        let mut from = 0_u32;
        for (position, header) in found.iter().enumerate() {
            let known =
                self.located.regions.last().is_some_and(|region| std::ptr::eq(region.layout, header.layout));
            let (titles, above) = split_titles(grid, &rows, from, header.first_row, known);
            self.rows_without_header(index, grid, &above);
            self.header(index, grid, header, &titles);
            let mut goes_on = false;
            let until = found.get(position + 1).map_or(u32::MAX, |next| {
                let known = std::ptr::eq(next.layout, header.layout);
                let (next_titles, _) = split_titles(grid, &rows, header.last_row + 1, next.first_row, known);
                goes_on = known && next_titles.is_empty();
                next_titles.first().copied().unwrap_or(next.first_row)
            });
            let below = between(&rows, header.last_row + 1, until);
            let (body, others) = self.parted(grid, below);
            self.body(index, grid, body, goes_on && others.is_empty());
            self.foreign(grid, others);
            self.open &= others.is_empty();
            from = until;
        }
        if found.is_empty() {
            self.rows_without_header(index, grid, &rows);
        }
        self.decorate(grid, &titles_of_next);
        self.foot = Foot::of(grid, &titles_of_next);
    }

    /// The headers of a sheet; above the first, that of which the number row is left.
    fn headers(&mut self, index: usize, grid: &Grid, rows: &[u32]) -> Vec<Header> {
        if let Some(ids) = rows.first().and_then(|row| ids_header(grid, *row)) {
            return vec![ids];
        }
        let hint = |row: u32| hinted(grid, rows, row);
        let mut known = Known {
            sheets: if self.own { &[] } else { self.sheets },
            depths: std::mem::take(&mut self.depths),
            whole: self.whole.take(),
            tries: self.tries,
        };
        let mut found = headers(grid, index, rows, &hint, &mut known);
        Known { depths: self.depths, whole: self.whole, tries: self.tries, .. } = known;
        if self.own {
            return found;
        }
        let above = between(rows, 0, found.first().map_or(u32::MAX, |first| first.first_row));
        let named = |row: u32| {
            let at_top = above.first() == Some(&row);
            hint(row).or_else(|| self.foot.form().filter(|_| at_top))
        };
        let mut numbered = (0..above.len()).filter_map(|row| numbered_header(grid, above, row, &named));
        if let Some(header) = numbered.next() {
            found.insert(0, header);
        }
        found
    }

    /// Rows on a sheet above its first header, or on a sheet without one: the table before may go on here. Below the
    /// title of another they are rows of that one, which was not found: they are left to be listed. A few words
    /// on a sheet that Excel hides are no rest of a table that it shows.
    fn rows_without_header(&mut self, index: usize, grid: &Grid, rows: &[u32]) {
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
    fn parted<'r>(&self, grid: &Grid, rows: &'r [u32]) -> (&'r [u32], &'r [u32]) {
        let start =
            if self.own { rows.len() } else { foreign::start(self.located.regions.last(), grid, rows) };
        rows.split_at(start)
    }

    /// Takes rows outside our tables as what is none of ours. Below the title of one of ours, whose header was not found,
    /// they are left to be listed.
    fn foreign(&mut self, grid: &Grid, rows: &[u32]) {
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

    fn last_slots(&self) -> BTreeMap<&'static str, Slot> {
        let last = self.located.regions.last().and_then(|region| region.pages.last());
        last.map(|page| page.slots.clone()).unwrap_or_default()
    }

    fn add_page(&mut self, page: Page) {
        if let Some(region) = self.located.regions.last_mut() {
            region.pages.push(page);
        }
    }

    fn header(&mut self, index: usize, grid: &Grid, header: &Header, titles: &[u32]) {
        let mut texts = std::mem::take(&mut self.foot).texts;
        texts.extend(Foot::of(grid, titles).texts);
        let header_rows: Vec<u32> = grid
            .rows()
            .into_iter()
            .filter(|row| (header.first_row..=header.last_row).contains(row))
            .collect();
        self.decorate(grid, titles);
        self.decorate(grid, &header_rows);
        self.header = HeaderTexts::of(grid, &header_rows);
        self.in_cut_header = false;
        let read = read(self.sheets, grid, header, texts.iter().map(|(_, text)| text.as_str()));
        let below = Some(header.last_row + 1);
        let is_keyless =
            !read.slots.keys().any(|id| header.layout.column(id).is_some_and(|column| column.role.is_key()));
        let page = Page { sheet: index, below, slots: read.slots.clone(), is_keyless, ..Page::default() };
        if self.continues(header, &texts)
            && let Some(region) = self.located.regions.last()
        {
            let mut further = read.clone();
            in_years_of(region, &mut further);
            // The right half of a table stands below its left one, which has ended.
            let is_right_half = header.is_right_half() || is_beside(region, &further);
            let goes_on = is_right_half || self.open && !self.restarts(grid, header, !texts.is_empty());
            if goes_on {
                self.add_page(Page { slots: further.slots.clone(), is_right_half, ..page });
                if let Some(region) = self.located.regions.last_mut() {
                    go_on(region, &further);
                    if is_right_half {
                        settle(region);
                    }
                }
                return;
            }
        }
        let first_row = titles.first().copied().unwrap_or(header.first_row);
        let first_column = grid.row(header.first_row).next().map_or(0, |(at, _)| at.column);
        let place = |(at, column, text)| (Place::new(&grid.name, at), column, text);
        let columns = columns(header.layout, &read);
        self.located.regions.push(Region {
            form: header.form,
            layout: header.layout,
            units: money_units::stated(grid, &header_rows, &texts),
            columns,
            printed: read.printed,
            titles: texts,
            office: None,
            heads: stated_heads(self.sheets, &grid.name),
            header: read.leaves.into_iter().map(place).collect(),
            years: read.years,
            pages: vec![page],
            notes: Vec::new(),
            first: At::new(first_row, first_column),
            own: self.own || matches!(header.columns, Columns::Named(_)),
        });
        self.open = true;
    }

    /// Whether a header is one of the last region's table rather than of another one.
    fn continues(&self, header: &Header, titles: &[(Place, String)]) -> bool {
        // We write every table on a sheet of its own.
        let Some(region) = self.located.regions.last().filter(|_| !self.own) else {
            return false;
        };
        if !std::ptr::eq(region.layout, header.layout) || whose::is_of_another(region, titles) {
            return false;
        }
        let naming = |titles: &[(Place, String)]| -> Vec<String> {
            let mut letters: Vec<String> = titles
                .iter()
                .filter(|(_, text)| opens_table(text))
                .map(|(_, text)| text.split_whitespace().collect::<String>().to_lowercase())
                .collect();
            letters.sort();
            letters
        };
        let (old, new) = (naming(&region.titles), naming(titles));
        new.is_empty() || old == new
    }

    /// Whether the rows below a header begin as the table above does: it is printed once more. Below titles of its own
    /// it may begin with rows that the first print leaves out.
    fn restarts(&self, grid: &Grid, header: &Header, titled: bool) -> bool {
        const SEARCHED: usize = 6;
        let above = self.located.regions.last().and_then(|region| region.pages.first());
        let first = above.and_then(|page| named_row(self.sheets.get(page.sheet)?, *page.rows.first()?));
        let Some(first) = first else { return false };
        let below = grid.rows().into_iter().filter(|row| *row > header.last_row);
        let mut names = below.filter_map(|row| named_row(grid, row)).take(if titled { SEARCHED } else { 1 });
        names.any(|name| name == first)
    }

    /// Adds rows to the last page. `goes_on` says that the header stands once more below them.
    fn body(&mut self, index: usize, grid: &Grid, rows: &[u32], goes_on: bool) {
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

    fn decorate(&mut self, grid: &Grid, rows: &[u32]) {
        let cells = rows.iter().flat_map(|row| grid.row(*row));
        self.located.decoration.extend(cells.map(|(at, _)| Place::new(&grid.name, at)));
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

/// The code and the name that a row begins with, in letters and digits alone.
fn named_row(grid: &Grid, row: u32) -> Option<String> {
    const SHORTEST_NAME: usize = 8;
    let mut key = String::new();
    for (_, raw) in grid.row(row) {
        let text = letters(&raw.shown());
        key.push_str(&text);
        if text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_NAME {
            return Some(key);
        }
    }
    None
}
