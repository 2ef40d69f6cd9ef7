//! What is known while the sheets of a workbook are gone through.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::foot::Foot;
use super::header::Depth;
use super::header_texts::HeaderTexts;
use super::whole::Whole;
use crate::model::{Grid, Located, Page, Place, Slot};

/// The tables found so far, and what the next sheet is read with.
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
    pub(super) depths: Vec<Depth>,
    pub(super) whole: Option<Rc<Whole>>,
    /// How many headers may still be looked at for another half.
    pub(super) tries: usize,
    /// Titles at the foot of the sheet before.
    pub(super) foot: Foot,
    /// Whether the last row was a piece of that header, cut by a page break.
    pub(super) in_cut_header: bool,
}

impl Finder<'_> {
    pub(super) fn last_slots(&self) -> BTreeMap<&'static str, Slot> {
        let last = self.located.regions.last().and_then(|region| region.pages.last());
        last.map(|page| page.slots.clone()).unwrap_or_default()
    }

    pub(super) fn add_page(&mut self, page: Page) {
        if let Some(region) = self.located.regions.last_mut() {
            region.pages.push(page);
        }
    }

    pub(super) fn decorate(&mut self, grid: &Grid, rows: &[u32]) {
        let cells = rows.iter().flat_map(|row| grid.row(*row));
        self.located.decoration.extend(cells.map(|(at, _)| Place::new(&grid.name, at)));
    }
}
