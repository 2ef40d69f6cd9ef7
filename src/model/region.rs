//! Where a table stands: the pages it is spread over, its header and its body rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::at::{At, Place, Span};
use super::form::{Column, Form, Layout};
use super::printed::Printed;
use super::raw::Raw;
use super::table::{Unit, UnitGround};
use super::tingkat::Tingkat;

/// The sheet columns that a header cell covers, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// The first sheet column, zero-based.
    pub first: u16,
    /// The last sheet column, zero-based.
    pub last: u16,
}

/// One stretch of a table on one sheet: what stands below one header, or what goes on without one.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The index of the sheet in the workbook.
    pub sheet: usize,
    /// The row just below its header, where it has one of its own.
    pub below: Option<u32>,
    /// Where this page's header puts the columns; carried over from the page before where there is none.
    pub slots: BTreeMap<&'static str, Slot>,
    /// The body rows, zero-based, ascending; blank rows are left out.
    pub rows: Vec<u32>,
    /// Whether its header stands above further columns of rows that are printed on pages before: the right half of a wide
    /// table.
    pub is_right_half: bool,
    /// Whether nothing on it says which rows these are but their order.
    pub is_keyless: bool,
}

/// One table as located, before its rows are read.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its form.
    pub form: &'static Form,
    /// Its printed arrangement.
    pub layout: &'static Layout,
    /// Its columns: the layout's, with the optional ones and those of its own that the header prints.
    pub columns: Vec<&'static Column>,
    /// What the header prints above each column, by the column's id; nothing for a column that it does not print.
    pub printed: BTreeMap<&'static str, Printed>,
    /// Its title lines.
    pub titles: Vec<(Place, String)>,
    /// The office that they name, where the tables of the workbook name several.
    pub office: Option<Arc<str>>,
    /// What the workbook itself states of its rows of offices and units: the level and the letters of each name, in
    /// their order.
    pub heads: Vec<(Tingkat, String)>,
    /// Header texts with the column each was matched to.
    pub header: Vec<(Place, &'static Column, String)>,
    /// The plan years that its titles and its header speak of, one for each place.
    pub years: Vec<u16>,
    /// Its pages in document order.
    pub pages: Vec<Page>,
    /// What states the unit of its amounts: headers of columns and groups, titles, notes; the nearest to the amounts
    /// first.
    pub units: Vec<(Unit, UnitGround)>,
    /// Texts of notes and signatures below its last row.
    pub notes: Vec<(Place, String)>,
    /// The first cell on the first sheet.
    pub first: At,
    /// Whether the table stands in a workbook of our own: its cells stand below their headers.
    pub own: bool,
}

/// A table that is none of ours: it stays in the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Its first cell.
    pub place: Place,
    /// Its title, where a numbered one stands above it.
    pub title: Option<String>,
}

/// All tables of a workbook, and the cells that are no data.
#[derive(Clone, Debug, Default)]
pub struct Located {
    /// The tables in document order.
    pub regions: Vec<Region>,
    /// Cells of titles, headers, number rows, rules, notes and signatures.
    pub decoration: Vec<Place>,
    /// The tables that are none of ours. Their cells are decoration.
    pub foreign: Vec<Foreign>,
}

/// Why a fragment does not start its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// It is the first of its cell.
    Start,
    /// It stood in a neighbouring cell of the same row.
    Beside,
    /// It stood in a later row: the rest of what a page break or a line break cut.
    Below,
    /// It stood in a later row and is an item of its own.
    Item,
}

/// A piece of a logical cell, as it stands in the input.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// Where it stands.
    pub place: Place,
    /// What it holds.
    pub raw: Raw,
    /// How it belongs to the piece before.
    pub joint: Joint,
    /// The index of the column whose header it stands below; `None` where no header of the table stands above it.
    pub below: Option<usize>,
}

/// A logical row: the fragments of each of its columns.
#[derive(Clone, Debug, Default)]
pub struct RawRow {
    /// The fragments per column, in the order of [`Columns`](RawTable::columns).
    pub cells: Vec<Vec<Fragment>>,
    /// The input rows it comes from: sheet index and zero-based row.
    pub rows: Vec<(usize, u32)>,
    /// Whether its name is printed in bold.
    pub bold: bool,
}

/// A table of logical rows, not yet understood.
#[derive(Clone, Debug)]
pub struct RawTable {
    /// Where it was found.
    pub region: Region,
    /// Its columns, in the order of the region's.
    pub columns: Vec<&'static Column>,
    /// Its rows.
    pub rows: Vec<RawRow>,
    /// Merged ranges over several of its rows: index and name of the sheet, and the range.
    pub merges: Vec<(usize, Arc<str>, Span)>,
    /// Cells of its body that found no column.
    pub unplaced: Vec<Fragment>,
    /// Cells of its body that say nothing: number rows, rules, page totals, repetitions.
    pub decoration: Vec<Place>,
}
