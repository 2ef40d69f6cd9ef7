//! What goes over from last year's clean tables.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Wanted, amount, row};
use crate::codification::counterpart;
use crate::model::{Cell, Column, Document, Family, Kode, Role, Row, Rows, Table, Tingkat};
use crate::write::xlsx::{LayoutChoice, arranged};

/// Where a value of next year comes from in the same form of this year; columns without a line that say what a
/// row is about (names, indicators, places, funds) stay, all others start empty.
struct Move {
    form: &'static str,
    to: &'static str,
    from: &'static str,
}

static MOVES: [Move; 9] = [
    Move { form: "T-C.33", to: "pagu", from: "maju_pagu" },
    Move { form: "T-C.33", to: "target", from: "maju_target" },
    Move { form: "T-C.33", to: "target_keluaran", from: "maju_target" },
    Move { form: "T-C.33", to: "target_program", from: "target_program" },
    Move { form: "T-C.33", to: "target_hasil", from: "target_hasil" },
    Move { form: "T-C.33", to: "target_renstra", from: "target_renstra" },
    Move { form: "T-C.33", to: "prakiraan_berjalan", from: "target" },
    Move { form: "T-C.29", to: "target_renstra", from: "target_renstra" },
    Move { form: "T-C.29", to: "target_lalu", from: "target_berjalan" },
];

/// The rows of a table as they follow from the document of the year before; empty if it has none for it.
pub(super) fn rows(table: &Table, from: &Document, wanted: &Wanted) -> Vec<Row> {
    let choice =
        if table.form.layouts.len() > 1 { LayoutChoice::Named(table.layout.id) } else { LayoutChoice::AsIs };
    let from = &*arranged(from, choice);
    let next = from.about.year.is_some_and(|year| year.checked_add(1) == Some(wanted.year));
    let largest = |id: &str| {
        let tables = from.tables.iter().filter(|table| table.form.id == id);
        tables.max_by_key(|table| (table.rows.len(), std::cmp::Reverse(&table.id)))
    };
    let own = largest(table.form.id);
    let goes_on = goes_on(table, from, wanted);
    let carried: Vec<Row> = match table.form.rows {
        Rows::Proposals => Vec::new(),
        _ => own.map(|own| moved(table, own, (next, goes_on), from, wanted)).unwrap_or_default(),
    };
    match largest("T-C.33") {
        Some(plan) if table.form.id == "T-C.29" => evaluated(table, carried, own, plan, next, from, wanted),
        _ => carried,
    }
}

/// Whether a document holds the evaluation of the quarter before: the next one goes on where it ended.
pub(super) fn goes_on(table: &Table, from: &Document, wanted: &Wanted) -> bool {
    let is_there = || from.tables.iter().any(|own| own.form.id == table.form.id);
    table.form.family == Family::Evaluation && from.about.year == Some(wanted.year) && is_there()
}

/// Whether a row is one of the table's own, no total.
fn is_data(row: &Row) -> bool {
    row.level != Some(Tingkat::Jumlah)
}

fn moved(
    table: &Table,
    own: &Table,
    (next, goes_on): (bool, bool),
    from: &Document,
    wanted: &Wanted,
) -> Vec<Row> {
    let data = own.rows.iter().filter(|row| is_data(row));
    data.map(|old| {
        let code = old.code.as_ref().map(|code| translated(code, from, wanted));
        let mut new = row(table, code.as_ref(), |column| {
            if column.role == Role::Code {
                return code.as_ref().map(|code| super::text(code.as_str())).unwrap_or_default();
            }
            let source = if goes_on { Some(column.id) } else { source(table, column, next) };
            let position = source.and_then(|id| own.position(id));
            let cell = position.and_then(|position| old.cells.get(position));
            cell.map(settled).unwrap_or_default()
        });
        new.level = old.level;
        new
    })
    .collect()
}

/// A cell without its history.
pub(super) fn settled(cell: &Cell) -> Cell {
    Cell::as_read(cell.text(), cell.meaning().clone(), Vec::new())
}

/// The code in the wanted edition, if it lives on there; else the code as it is.
pub(super) fn translated(code: &Kode, from: &Document, wanted: &Wanted) -> Kode {
    let old = from.about.codification.unwrap_or(wanted.edition);
    if old == wanted.edition {
        return code.clone();
    }
    let bidang = code.ancestor(2);
    counterpart(code, old, wanted.edition).map_or_else(
        || code.clone(),
        |entry| bidang.map_or_else(|| entry.kode.clone(), |bidang| entry.kode_in(&bidang)),
    )
}

/// The id of the column of this year that a column of next year takes its values from.
fn source(table: &Table, column: &'static Column, next: bool) -> Option<&'static str> {
    match column.role {
        Role::Name | Role::TwinName | Role::Indicator | Role::Location | Role::FundingSource | Role::Text
            if column.kind != crate::model::Kind::Percent =>
        {
            Some(column.id)
        }
        _ if !next => None,
        Role::Target if table.form.rows == Rows::Indicators => a_year_later(table, column),
        _ => {
            MOVES.iter().find(|line| line.form == table.form.id && line.to == column.id).map(|line| line.from)
        }
    }
}

/// The column under the same heading that printed the same year when all years were one less.
fn a_year_later(table: &Table, column: &Column) -> Option<&'static str> {
    let (group, year) = (column.header.first()?, offset(column)?);
    let same =
        |other: &&&'static Column| other.header.first() == Some(group) && offset(other) == Some(year + 1);
    table.columns.iter().find(same).map(|column| column.id)
}

/// The year in a column's heading, counted from the plan year.
fn offset(column: &Column) -> Option<i32> {
    let (_, mark) = column.header.last()?.split_once("{n")?;
    let (mark, _) = mark.split_once('}')?;
    if mark.is_empty() { Some(0) } else { mark.parse().ok() }
}

/// T-C.29 of next year: this year's plan is its column of the running year, and what was done until the year
/// before last grows by the year that T-C.29 of this year evaluated. Rows of both tables, by code.
fn evaluated(
    table: &Table,
    carried: Vec<Row>,
    own: Option<&Table>,
    plan: &Table,
    next: bool,
    from: &Document,
    wanted: &Wanted,
) -> Vec<Row> {
    let mut by_code: BTreeMap<Kode, Row> = BTreeMap::new();
    for new in carried {
        if let Some(code) = new.code.clone() {
            by_code.entry(code).or_insert(new);
        }
    }
    let number = |table: &Table, row: &Row, id: &str| row.cells.get(table.position(id)?)?.number();
    for old in plan.rows.iter().filter(|row| is_data(row)) {
        let Some(code) = old.code.as_ref().map(|code| translated(code, from, wanted)) else { continue };
        let name = plan.columns.iter().position(|column| column.role == Role::Name);
        let name = name.and_then(|name| old.cells.get(name)).map(settled).unwrap_or_default();
        let new = by_code.entry(code.clone()).or_insert_with(|| {
            row(table, Some(&code), |column| match column.role {
                Role::Code => super::text(code.as_str()),
                Role::Name => name.clone(),
                _ => Cell::default(),
            })
        });
        put(table, new, "target_berjalan", number(plan, old, "pagu").filter(|_| next));
    }
    for old in own.iter().flat_map(|own| &own.rows).filter(|_| next) {
        let Some(own) = own else { continue };
        let Some(code) = old.code.as_ref().map(|code| translated(code, from, wanted)) else { continue };
        let Some(new) = by_code.get_mut(&code) else { continue };
        let done = [number(own, old, "realisasi_lampau"), number(own, old, "realisasi_lalu")];
        let sum = done.iter().any(Option::is_some).then(|| done.into_iter().flatten().sum::<Decimal>());
        put(table, new, "realisasi_lampau", sum);
    }
    by_code.into_values().collect()
}

fn put(table: &Table, row: &mut Row, id: &str, number: Option<Decimal>) {
    if let (Some(position), Some(number)) = (table.position(id), number) {
        row.fill_in(position, amount(number));
    }
}
