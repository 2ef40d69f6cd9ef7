//! What the sheets that are read back must hold, cell by cell. It is told from the document, so that what was written
//! can be held against it.

use super::plan::{self, Plan, total_label};
use super::value::{self, Value};
use super::{LayoutChoice, Marker, arranged, closing, code, header, readback};
use crate::forms;
use crate::model::{Cell, Document, Role};

/// The content of a planned cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A text as it is stored.
    Text(String),
    /// A number as Excel stores it; of a formula its result.
    Number(f64),
}

/// A sheet with the cells that have a content, in the order of their rows and columns, which count from zero.
#[derive(Clone, Debug)]
pub struct PlannedSheet {
    /// The name of the sheet.
    pub name: String,
    /// The cells by row and column.
    pub cells: Vec<((u32, u16), Content)>,
}

/// The sheets of the tables in a layout, and the sheet that says what the workbook is: `marker`, where that is known
/// already.
#[must_use]
pub fn planned(document: &Document, layout: LayoutChoice, marker: Option<&Marker>) -> Vec<PlannedSheet> {
    let document = &*arranged(document, layout);
    let plans = plan::plans(document);
    let mut sheets: Vec<PlannedSheet> = plans.iter().map(table).collect();
    sheets.push(marker.map_or_else(|| marker_sheet(&Marker::of(document, &plans)), marker_sheet));
    sheets
}

/// Cells that are being planned; those without a content are left out.
#[derive(Default)]
struct Cells(Vec<((u32, u16), Content)>);

impl Cells {
    fn text(&mut self, row: u32, column: u16, text: &str) {
        if !text.is_empty() {
            self.0.push(((row, column), Content::Text(value::fitting(text))));
        }
    }

    fn sheet(mut self, name: &str) -> PlannedSheet {
        self.0.sort_by_key(|(at, _)| *at);
        PlannedSheet { name: name.to_owned(), cells: self.0 }
    }
}

fn marker_sheet(marker: &Marker) -> PlannedSheet {
    let mut cells = Cells::default();
    for (row, line) in (0..).zip(&marker.0) {
        for (column, text) in (0..).zip(line) {
            cells.text(row, column, text);
        }
    }
    cells.sheet(readback::SHEET)
}

fn table(plan: &Plan<'_>) -> PlannedSheet {
    let mut cells = Cells::default();
    let remarks = (0..).skip(plan.titles.len() + 1).zip(&plan.remarks);
    for (row, text) in (0..).zip(&plan.titles).chain(remarks) {
        cells.text(row, 0, text);
    }
    for block in header::blocks(&plan.columns, &plan.paths) {
        cells.text(plan.header + block.top, block.left, &block.text);
    }
    if plan.table.layout.number_row {
        for placed in &plan.columns {
            let number = forms::number(plan.table, placed.column);
            cells.text(plan.header + plan.depth, placed.first, number);
        }
    }
    for index in 0..plan.table.rows.len() {
        add_row(plan, index, &mut cells);
    }
    for placed in closing::placed(plan) {
        cells.text(placed.row, placed.first, placed.text);
    }
    cells.sheet(&plan.sheet)
}

fn add_row(plan: &Plan<'_>, index: usize, cells: &mut Cells) {
    let Some(row) = plan.table.rows.get(index) else { return };
    let at = plan.row(index);
    let total = total_label(plan, row);
    if let Some((_, cell, _)) = total {
        cells.text(at, 0, cell.text());
    }
    let covered = total.map_or(0, |(_, _, columns)| columns);
    for placed in plan.columns.iter().filter(|placed| placed.first >= covered) {
        let cell = row.cells.get(placed.position);
        match (&row.code, placed.column.role) {
            (Some(found), Role::Code) => {
                for (column, part) in (placed.first..).zip(code::split(found, placed.cells)) {
                    cells.text(at, column, &part);
                }
            }
            (None, Role::Code) => cells.text(at, placed.first, cell.map_or("", Cell::text)),
            _ => match cell.map_or(Value::Blank, |cell| value::of(cell, placed.column)) {
                Value::Blank => {}
                Value::Text(text) => cells.text(at, placed.first, &text),
                Value::Number(number, _) => {
                    cells.0.push(((at, placed.first), Content::Number(value::stored(number))));
                }
            },
        }
    }
}
