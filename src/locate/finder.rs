//! The search for tables, sheet by sheet: the tables found so far, and what a later sheet needs to know of those before it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::foot::Foot;
use super::header::Depth;
use super::header_texts::HeaderTexts;
use super::whole::Whole;
use crate::model::{Grid, Located, Page, Place, Slot};

/// The tables found so far, and what is known of the sheets before.
#[derive(Default)]
pub(super) struct Finder<'a> {
    pub(super) sheets: &'a [Grid],
    pub(super) located: Located,
    /// Whether the last region may still go on.
    pub(super) open: bool,
    /// Whether the workbook is one of our own.
    pub(super) own: bool,
    /// What the cells of the last header say.
    pub(super) header: HeaderTexts,
    /// The headers found so far, each with how many rows it takes.
    pub(super) depths: Vec<Depth>,
    /// The last header that was printed in two halves.
    pub(super) whole: Option<Rc<Whole>>,
    /// How many headers may still be looked at for another half.
    pub(super) tries: usize,
    /// Titles at the foot of the sheet before.
    pub(super) foot: Foot,
    /// Whether the last row was a piece of that header, cut by a page break.
    pub(super) in_cut_header: bool,
}

impl Finder<'_> {
    /// Where the columns of the last page stand; nowhere where there is no page yet.
    pub(super) fn last_slots(&self) -> BTreeMap<&'static str, Slot> {
        let last = self.located.regions.last().and_then(|region| region.pages.last());
        last.map(|page| page.slots.clone()).unwrap_or_default()
    }

    /// Adds a page to the last table.
    pub(super) fn add_page(&mut self, page: Page) {
        if let Some(region) = self.located.regions.last_mut() {
            region.pages.push(page);
        }
    }

    /// Notes that the cells of some rows are no data.
    pub(super) fn decorate(&mut self, grid: &Grid, rows: &[u32]) {
        let cells = rows.iter().flat_map(|row| grid.row(*row));
        self.located.decoration.extend(cells.map(|(at, _)| Place::new(&grid.name, at)));
    }
}
