//! The flat list of sub kegiatan that SIPD and offices exchange, as CSV: the fifteen columns of `sipd-impor` below their
//! own headers, one line a sub kegiatan; behind them what sub kegiatan are tagged with, where any is.

use rust_decimal::Decimal;

use super::csv::written;
use super::plain;
use super::xlsx::{LayoutChoice, arranged};
use crate::codification::funds_named;
use crate::compare::in_force;
use crate::model::{Cell, Column, Document, Role, Table, Tingkat, guarded};

/// The arrangement of the list.
const LAYOUT: &str = "sipd-impor";

/// The list of a document's plans, of a changed plan what is in force; `None` where it has none. Amounts are plain decimals, a target in percent is a
/// fraction, a source of funds that has one code is that code; everything else is the clean text, guarded where a spreadsheet
/// program would take it for a formula.
#[must_use]
pub fn list(document: &Document) -> Option<String> {
    let document = &*in_force(document);
    let arranged = arranged(document, LayoutChoice::Named(LAYOUT));
    let tables = arranged.tables.iter().filter(|table| table.layout.id == LAYOUT);
    let layout = tables.clone().next()?.layout;
    let is_filled = |column: &&'static Column| {
        let cells = tables.clone().filter_map(|table| Some((table, table.position(column.id)?)));
        cells
            .flat_map(|(table, position)| table.rows.iter().filter_map(move |row| row.cells.get(position)))
            .any(|cell| !cell.is_empty())
    };
    let columns: Vec<&'static Column> =
        layout.columns.iter().chain(layout.optional.iter().filter(is_filled)).collect();
    let header: Vec<String> = columns.iter().map(|column| column.header.concat()).collect();
    let lines = tables.flat_map(|table| lines(table, &columns));
    Some(std::iter::once(header).chain(lines).map(|line| written(&line)).collect())
}

fn lines<'a>(table: &'a Table, columns: &'a [&'static Column]) -> impl Iterator<Item = Vec<String>> + 'a {
    let rows = table.rows.iter().filter(|row| row.level == Some(Tingkat::SubKegiatan));
    rows.map(move |row| {
        let value = |column: &Column| {
            let cell = table.position(column.id).and_then(|position| row.cells.get(position));
            if column.role == Role::Code {
                let printed = cell.map_or("", Cell::text);
                return guarded(row.code.as_ref().map_or(printed, |code| code.as_str())).into_owned();
            }
            cell.map_or_else(String::new, |cell| self::value(cell, column))
        };
        columns.iter().map(|column| value(column)).collect()
    })
}

fn value(cell: &Cell, column: &Column) -> String {
    let percent = cell.meaning().unit.as_deref() == Some("%");
    match (column.role, cell.number()) {
        (Role::Amount(_), Some(number)) => plain::decimal(number),
        (Role::Target, Some(number)) if percent => {
            number.checked_div(Decimal::ONE_HUNDRED).map_or_else(|| text(cell), plain::decimal)
        }
        (Role::FundingSource, _) => match funds_named(cell.text()).as_slice() {
            [only] => only.kode.to_owned(),
            _ => text(cell),
        },
        _ => text(cell),
    }
}

/// A text that no spreadsheet program takes for a formula.
fn text(cell: &Cell) -> String {
    guarded(cell.text()).into_owned()
}
