//! Putting headers, titles and rows together: one region a table, one page a stretch of its rows.

use super::above::{between, hinted, split_titles};
use super::beside::{in_years_of, is_beside, settle};
use super::finder::Finder;
use super::foot::{self, Foot};
use super::header::{Columns, Header, Known, headers};
use super::header_texts::HeaderTexts;
use super::ids::ids_header;
use super::money_units;
use super::numbered::numbered_header;
use super::order::{columns, go_on};
use super::own::{stated_heads, table_sheets};
use super::plan::read;
use super::titles::opens_table;
use super::whose;
use crate::model::{At, Grid, Located, Page, Place, Region, Workbook, letters};

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
