//! The figures of a table that tell a person at a glance what happened to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::report::is_open;
use crate::forms::{heading, headings, leaves};
use crate::model::{Column, Document, Grade, Kind, Role, Row, Status, Table, Tingkat};
use crate::value::number;

/// Repairs by grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repaired {
    /// Grade A.
    pub proven: usize,
    /// Grade B.
    pub likely: usize,
}

/// Over which rows a column of money is summed: parents repeat what the rows below them hold, so only rows are added
/// that have no filled row below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Rows of one level.
    Level(Tingkat),
    /// The lowest filled rows of several levels.
    Lowest,
    /// All rows of a table whose rows have no levels.
    All,
}

/// The sum of one column of money, as it was printed and as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountSum {
    /// The id of the column.
    pub column: &'static str,
    /// What the column is called on the form.
    pub heading: String,
    /// The rows that are added.
    pub over: Over,
    /// The sum of the first readings of what was printed, before any repair.
    pub read: Decimal,
    /// The sum of the numbers of the model.
    pub written: Decimal,
    /// Cells that hold something but no settled number, or nothing where an amount must have stood.
    pub unsettled: usize,
}

/// The figures of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSummary {
    /// `T-C.33#1`.
    pub id: String,
    /// The office that its titles name, where the tables of the file name several.
    pub office: Option<Arc<str>>,
    /// Its rows.
    pub rows: usize,
    /// Its repairs.
    pub repaired: Repaired,
    /// Findings that leave something to decide.
    pub open: usize,
    /// Its columns of rupiah.
    pub amounts: Vec<AmountSum>,
}

/// The figures of every table of a document.
pub(super) fn summaries(document: &Document) -> Vec<TableSummary> {
    let mut before: BTreeMap<(usize, usize, &str), &str> = BTreeMap::new();
    for repair in document.repairs() {
        before.entry((repair.table, repair.row, repair.column)).or_insert(&repair.before);
    }
    let of = |(index, table): (usize, &Table)| {
        let open = document.findings.iter().filter(|found| found.table == Some(index) && is_open(found));
        let money = table.columns.iter().enumerate().filter(|(_, column)| is_money(column));
        // Of a column that the input does not print there is nothing to tell.
        let money = money.filter(|(position, column)| {
            let is_filled = |row: &Row| row.cells.get(*position).is_some_and(|cell| !cell.is_empty());
            table.printed.contains_key(column.id) || table.rows.iter().any(is_filled)
        });
        let printed = |row: usize, column: &str| before.get(&(index, row, column)).copied();
        TableSummary {
            id: table.id.clone(),
            office: table.office.clone(),
            rows: table.rows.len(),
            repaired: repaired(document, index),
            open: open.count(),
            amounts: money
                .map(|(position, column)| AmountSum {
                    heading: shortest_heading(table, column, document.about.year),
                    ..sum(table, position, column.id, &printed)
                })
                .collect(),
        }
    };
    document.tables.iter().enumerate().map(of).collect()
}

fn repaired(document: &Document, index: usize) -> Repaired {
    let mut repaired = Repaired::default();
    for repair in document.repairs().iter().filter(|repair| repair.table == index) {
        match repair.grade() {
            Grade::Decided => {}
            Grade::A => repaired.proven += 1,
            Grade::B | Grade::C => repaired.likely += 1,
        }
    }
    repaired
}

/// The last part of a column's header, with what stands above it only where two columns of money end alike.
fn shortest_heading(table: &Table, column: &Column, year: Option<u16>) -> String {
    let last = |column: &Column| headings(table, column, year).pop();
    let own = last(column);
    let alike = table.columns.iter().filter(|other| is_money(other) && last(other) == own).count();
    match own {
        Some(own) if alike < 2 => own,
        _ => heading(table, column, year),
    }
}

fn is_money(column: &Column) -> bool {
    matches!((column.role, column.kind), (Role::Amount(_), Kind::Rupiah))
}

fn sum<'a>(
    table: &Table,
    position: usize,
    column: &'static str,
    printed: &impl Fn(usize, &str) -> Option<&'a str>,
) -> AmountSum {
    let leaves = leaves(table, position);
    let mut sum = AmountSum {
        column,
        heading: String::new(),
        over: over(table, &leaves),
        read: Decimal::ZERO,
        written: Decimal::ZERO,
        unsettled: 0,
    };
    for index in leaves {
        let cell = table.rows.get(index).and_then(|row| row.cells.get(position));
        let Some(cell) = cell else { continue };
        let read = match printed(index, column) {
            Some(before) => first_reading(before),
            None => cell.number().or_else(|| first_reading(cell.text())),
        };
        sum.read += read.unwrap_or_default();
        sum.written += cell.number().unwrap_or_default();
        let open = cell.status() == Status::Unresolved || !cell.is_empty() && cell.number().is_none();
        sum.unsettled += usize::from(open);
    }
    sum
}

fn over(table: &Table, leaves: &[usize]) -> Over {
    let levels: BTreeSet<Option<Tingkat>> =
        leaves.iter().filter_map(|row| table.rows.get(*row)).map(|row| row.level).collect();
    match (levels.first().copied().flatten(), levels.len()) {
        (Some(level), 1) if level.is_in_tree() => Over::Level(level),
        (None, 0 | 1) => Over::All,
        (Some(_), 1) => Over::All,
        _ => Over::Lowest,
    }
}

fn first_reading(text: &str) -> Option<Decimal> {
    number::rupiah(text).first().map(|reading| reading.value)
}
