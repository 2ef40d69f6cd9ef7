//! Physical rows to logical rows: repeated headers dropped, page breaks healed, cells into columns.

mod align;
mod aligned;
mod banner;
mod checks;
mod class;
mod column_cost;
mod continuation;
mod costs;
mod habits;
mod halves;
mod looks;
mod named;
mod names;
mod overflow;
mod pages;
mod ruler;
mod slid_numbers;
mod unknown;

use std::sync::Arc;

use aligned::Aligned;
use banner::is_banner;
use continuation::{RowKind, attach, row_kind};
use names::Names;
use pages::{AlignedPage, Row, aligned_pages};

use crate::forms::{is_assessment, is_total};
use crate::model::{
    Column, Fragment, Grid, Joint, Page, Place, RawRow, RawTable, Region, Role, Rows, Span, Tingkat, Workbook,
};

/// Reads the rows of every located table. Nothing is lost: a cell is in a row, unplaced, or
/// decoration. The plan year tells which official names tell rows apart.
#[must_use]
pub fn assemble(workbook: &Workbook, regions: Vec<Region>, year: Option<u16>) -> Vec<RawTable> {
    let names = Names::of_year(year);
    regions.into_iter().map(|region| table(workbook, region, &names)).collect()
}

fn table(workbook: &Workbook, region: Region, names: &Names) -> RawTable {
    let columns = region.columns.clone();
    let pages = region.pages.clone();
    let mut table = RawTable {
        region,
        columns,
        rows: Vec::new(),
        merges: merges(workbook, &pages),
        unplaced: Vec::new(),
        decoration: Vec::new(),
    };
    let columns = table.columns.clone();
    let mut ranges = Vec::new();
    for page in aligned_pages(workbook, &pages, &columns, table.region.own, names) {
        let first = table.rows.len();
        read_page(&mut table, page, names);
        ranges.push(first.min(table.rows.len())..table.rows.len());
    }
    halves::join(&mut table, &pages, &ranges);
    unknown::settle(&mut table);
    // What we wrote stands where it should.
    let formulas = crate::forms::formulas(table.region.layout, &table.columns, &table.region.printed);
    let is_printed = |column: &Column| pages.iter().any(|page| page.slots.contains_key(column.id));
    let slid = table.rows.iter_mut().filter(|_| !table.region.own);
    for row in slid {
        slid_numbers::settle(&formulas, &table.columns, &is_printed, row);
    }
    table
}

/// The merged ranges that begin in a row of the pages and go on below it.
fn merges(workbook: &Workbook, pages: &[Page]) -> Vec<(usize, Arc<str>, Span)> {
    let mut found = Vec::new();
    for page in pages {
        let Some(grid) = workbook.sheets.get(page.sheet) else { continue };
        let here =
            |span: &&Span| span.last.row > span.first.row && page.rows.binary_search(&span.first.row).is_ok();
        found.extend(grid.merges.iter().filter(here).map(|span| (page.sheet, Arc::clone(&grid.name), *span)));
    }
    found
}

fn read_page(table: &mut RawTable, page: AlignedPage<'_>, names: &Names) {
    let grid = page.grid;
    let mut previous: Option<u32> = None;
    for Row { number, cells, goals, below } in page.rows {
        let after_break = previous.is_none_or(|previous| number > previous + 1);
        previous = Some(number);
        let row = Aligned { cells, goals, below, after_break };
        add(table, &grid.name, grid, page.sheet, number, &row, names);
    }
}

fn add(
    table: &mut RawTable,
    sheet: &Arc<str>,
    grid: &Grid,
    index: usize,
    number: u32,
    row: &Aligned<'_>,
    names: &Names,
) {
    let columns = table.columns.clone();
    let own = table.region.own;
    let is_banner =
        !own && table.region.form.rows == Rows::Coded && is_banner(grid, &columns, row, table.rows.last());
    let assesses = || {
        table.region.form.levels.contains(&Tingkat::Penilaian)
            && row.cells.first().is_some_and(|(_, raw)| is_assessment(&raw.shown()))
    };
    let is_goal = |goal: &Option<usize>| {
        goal.and_then(|goal| columns.get(goal)).is_some_and(|column| matches!(column.role, Role::Goal(_)))
    };
    // The label of a total stands in the first column, which may be that of goals.
    let sums_up = || {
        row.goals.first().is_some_and(is_goal)
            && row.cells.first().is_some_and(|(_, raw)| is_total(&raw.shown()))
    };
    // Such a row has its first text in the place of the name, wherever its cell begins.
    let banner = (is_banner || !own && (assesses() || sums_up())).then(|| Aligned {
        cells: row.cells.clone(),
        goals: std::iter::once(columns.iter().position(|column| column.role == Role::Name))
            .chain(row.goals.iter().skip(1).copied())
            .collect(),
        below: std::iter::once(columns.iter().position(|column| column.role == Role::Name))
            .chain(row.below.iter().skip(1).copied())
            .collect(),
        after_break: row.after_break,
    });
    // Of a half without a key, each row is told by its place alone.
    let is_keyless = table
        .region
        .pages
        .iter()
        .any(|page| page.is_keyless && page.sheet == index && page.rows.binary_search(&number).is_ok());
    let whole = own || banner.is_some() || is_keyless;
    let row = banner.as_ref().unwrap_or(row);
    let kind = if whole {
        // We write every row whole, and neither a banner nor a row without a key is the rest of the row above.
        RowKind::Row
    } else {
        row_kind(table.region.form.rows, &columns, row, table.rows.last(), names)
    };
    match kind {
        RowKind::Row => {
            let (raw, unplaced) = new_row(sheet, &columns, row, grid, (index, number));
            table.rows.push(raw);
            table.unplaced.extend(unplaced);
        }
        RowKind::Continuation => {
            if let Some(above) = table.rows.last_mut() {
                above.rows.push((index, number));
                table.decoration.extend(attach(sheet, &columns, row, above));
            }
        }
        RowKind::Item => {
            if let Some(above) = table.rows.last_mut() {
                above.rows.push((index, number));
                table.unplaced.extend(item(sheet, row, above));
            }
        }
    }
}

fn new_row(
    sheet: &Arc<str>,
    columns: &[&'static Column],
    row: &Aligned<'_>,
    grid: &Grid,
    origin: (usize, u32),
) -> (RawRow, Vec<Fragment>) {
    let mut raw = RawRow { cells: vec![Vec::new(); columns.len()], rows: vec![origin], bold: false };
    let mut unplaced = Vec::new();
    for ((at, value, below), goal) in row.fragments().zip(&row.goals) {
        let piece = |joint| Fragment { place: Place::new(sheet, at), raw: value.clone(), joint, below };
        let Some(cell) = goal.and_then(|index| raw.cells.get_mut(index)) else {
            unplaced.push(piece(Joint::Start));
            continue;
        };
        let named = goal.and_then(|index| columns.get(index)).is_some_and(|column| column.role == Role::Name);
        raw.bold |= named && grid.bold.contains(&at);
        // Most cells are whole: room for more pieces would be most of the memory that a long table takes.
        cell.reserve_exact(1);
        cell.push(piece(if cell.is_empty() { Joint::Start } else { Joint::Beside }));
    }
    (raw, unplaced)
}

/// Adds a further indicator with its target; gives the cells that found no column.
fn item(sheet: &Arc<str>, row: &Aligned<'_>, above: &mut RawRow) -> Vec<Fragment> {
    let mut unplaced = Vec::new();
    for ((at, value, below), goal) in row.fragments().zip(&row.goals) {
        let fragment =
            Fragment { place: Place::new(sheet, at), raw: value.clone(), joint: Joint::Item, below };
        match goal.and_then(|index| above.cells.get_mut(index)) {
            Some(cell) => cell.push(fragment),
            None => unplaced.push(fragment),
        }
    }
    unplaced
}
