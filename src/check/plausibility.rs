//! What contradicts nothing and is unusual all the same: told as notes, which ask nothing.

mod grades;
mod programs;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::{
    Cause, Column, Document, Finding, Kind, Reference, Region, Role, Said, Severity, Table, indonesian,
};
use crate::rules::plausibility::{ACHIEVEMENT, EMPTY_COLUMNS, FORWARD_ESTIMATE};

/// A percent above this is told.
const MOST_PERCENT: Decimal = Decimal::from_parts(200, 0, 0, false, 0);
/// An amount so many times that of the other year is told.
const FOLD: Decimal = Decimal::TEN;
/// A table of fewer rows says nothing of its columns.
const FEWEST_ROWS: usize = 10;
/// How many rows a note names.
const NAMED: usize = 3;

/// The notes of a document.
pub(super) fn findings(document: &Document, regions: &[Region]) -> Vec<Finding> {
    let mut notes = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        notes.extend(percents(index, table));
        notes.extend(years(index, table));
        if let Some(region) = regions.get(index) {
            notes.extend(empty_columns(index, table, region));
        }
    }
    notes.extend(programs::findings(document));
    notes.extend(grades::findings(document));
    notes
}

/// A note of a column, at the first of its cells.
fn note(
    index: usize,
    table: &Table,
    column: &Column,
    rows: &[usize],
    (cause, message): (Cause, Said),
) -> Finding {
    let first = rows.first().copied();
    let cell = first.and_then(|row| table.cell(row, column.id));
    let also = rows.iter().skip(1).map(|row| Reference { table: index, row: *row, column: column.id });
    Finding {
        severity: Severity::Note,
        table: Some(index),
        row: first,
        column: Some(column.id),
        source: cell.and_then(|cell| cell.sources().first().cloned()),
        message,
        also: also.collect(),
        ..Finding::of(cause)
    }
}

/// What a row is called in a note: its code, else its number in the table.
fn called(table: &Table, row: usize) -> String {
    let code = table.rows.get(row).and_then(|row| row.code.as_ref());
    code.map_or_else(|| format!("#{}", row + 1), ToString::to_string)
}

fn listed(items: &[String]) -> String {
    let more = if items.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", items.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; "))
}

/// Percents of an achievement that are far above what was planned.
fn percents(index: usize, table: &Table) -> Vec<Finding> {
    let of_column = |(position, column): (usize, &&'static Column)| {
        let number = |row: usize| table.rows.get(row)?.cells.get(position)?.number();
        let rows: Vec<usize> = (0..table.rows.len())
            .filter(|row| number(*row).is_some_and(|value| value > MOST_PERCENT))
            .collect();
        let told: Vec<String> = rows
            .iter()
            .filter_map(|row| {
                Some(format!("{} {} %", called(table, *row), indonesian(number(*row)?, Some(2), true)))
            })
            .collect();
        (!rows.is_empty()).then(|| {
            let message = Said::new(
                format!("Capaian di atas 200 %: {}. Periksa target dan realisasinya.", listed(&told)),
                format!(
                    "An achievement above 200 %: {}. Check the target and what was achieved.",
                    listed(&told)
                ),
            );
            note(index, table, column, &rows, (ACHIEVEMENT, message))
        })
    };
    let columns = table.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Percent);
    columns.filter_map(of_column).collect()
}

/// Amounts of the year after the plan year that are many times those of the plan year, or a small part of them.
fn years(index: usize, table: &Table) -> Vec<Finding> {
    let of_year = |offset: i8| {
        let mut found =
            table.columns.iter().enumerate().filter(move |(_, column)| column.role == Role::Amount(offset));
        found.next().filter(|_| found.next().is_none())
    };
    let (Some((now, _)), Some((next, column))) = (of_year(0), of_year(1)) else { return Vec::new() };
    let number = |row: usize, position: usize| table.rows.get(row)?.cells.get(position)?.number();
    let full = |row: usize, position: usize| {
        let column = table.columns.get(position)?;
        number(row, position)?.checked_mul(table.unit_of(column.id).factor())
    };
    let far = |row: &usize| {
        let (Some(now), Some(next)) = (full(*row, now), full(*row, next)) else { return false };
        let times = |less: Decimal, more: Decimal| {
            less.is_sign_positive()
                && !less.is_zero()
                && less.checked_mul(FOLD).is_some_and(|most| more > most)
        };
        times(now, next) || times(next, now)
    };
    let rows: Vec<usize> = (0..table.rows.len()).filter(far).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let shown = |row: &usize| {
        let amount = |position: usize| number(*row, position).map(|value| indonesian(value, None, true));
        Some(format!("{} {} → {}", called(table, *row), amount(now)?, amount(next)?))
    };
    let told: Vec<String> = rows.iter().filter_map(shown).collect();
    let message = Said::new(
        format!(
            "Prakiraan maju berkali-kali lipat pagunya, atau sebaliknya: {}. Periksa keduanya.",
            listed(&told)
        ),
        format!(
            "The forward estimate is many times the amount of the plan year, or the reverse: {}. Check both.",
            listed(&told)
        ),
    );
    vec![note(index, table, column, &rows, (FORWARD_ESTIMATE, message))]
}

/// Columns with a header of their own in which no row says anything, told in one note.
fn empty_columns(index: usize, table: &Table, region: &Region) -> Option<Finding> {
    let headed: BTreeSet<&str> = region.header.iter().map(|(_, column, _)| column.id).collect();
    let is_due = |column: &Column| {
        let mandatory = matches!(
            column.role,
            Role::Name | Role::Indicator | Role::Location | Role::Target | Role::Amount(_)
        ) || column.kind.is_numeric();
        mandatory && headed.contains(column.id) && table.layout.columns.iter().any(|own| own.id == column.id)
    };
    let is_empty = |position: usize| {
        table.rows.iter().all(|row| row.cells.get(position).is_none_or(crate::model::Cell::is_empty))
    };
    if table.rows.len() < FEWEST_ROWS {
        return None;
    }
    let columns = table.columns.iter().enumerate();
    let empty: Vec<&Column> = columns
        .filter(|(position, column)| is_due(column) && is_empty(*position))
        .map(|(_, column)| *column)
        .collect();
    let header = |column: &Column| region.header.iter().rev().find(|(_, own, _)| own.id == column.id);
    let names: Vec<String> =
        empty.iter().filter_map(|column| Some(format!("“{}”", header(column)?.2))).collect();
    let first = *empty.first()?;
    let names = names.join(", ");
    let message = Said::new(
        format!("Kosong pada semua baris: {names}. Isi bila dokumen aslinya berisi."),
        format!("Empty in every row: {names}. Fill it in if the original document has it."),
    );
    Some(Finding {
        source: header(first).map(|(place, ..)| place.clone()),
        ..note(index, table, first, &[], (EMPTY_COLUMNS, message))
    })
}
