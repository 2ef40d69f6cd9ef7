//! The columns of a table: what its header prints, and what was made of it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::model::{Column, Kind, Origin, Printed, Role, Table, column_letters};

/// One entry for each column that the header prints, in the order of the file; in that of the table where the file prints
/// them in halves below each other.
pub(super) fn columns(table: &Table) -> Vec<Value> {
    let printed = |column: &&'static Column| Some((*column, table.printed.get(column.id)?));
    let mut columns: Vec<(&'static Column, &Printed)> = table.columns.iter().filter_map(printed).collect();
    let firsts: BTreeSet<u16> = columns.iter().map(|(_, printed)| printed.slot.first).collect();
    if firsts.len() == columns.len() {
        columns.sort_by_key(|(_, printed)| printed.slot.first);
    }
    columns.into_iter().map(|(column, printed)| entry(column, printed)).collect()
}

fn entry(column: &Column, printed: &Printed) -> Value {
    let mut object = Map::new();
    let mut insert = |key: &str, value: Value| object.insert(key.to_owned(), value);
    insert("id", json!(column.id));
    insert("header", json!(printed.header));
    if let Some(year) = printed.year {
        insert("year", json!(year));
    }
    let (first, last) = (column_letters(printed.slot.first), column_letters(printed.slot.last));
    insert("source", json!(if first == last { first } else { format!("{first}:{last}") }));
    if let Some(number) = &printed.number {
        insert("number", json!(number));
    }
    if let Some(unit) = printed.unit {
        insert("unit", json!(unit.name()));
    }
    insert("role", json!(role(column)));
    insert("declared", json!(column.is_declared()));
    if let Origin::Like(id) = column.origin {
        insert("like", json!(id));
    }
    Value::Object(object)
}

/// What laws read in a column.
fn role(column: &Column) -> &'static str {
    match (column.role, column.kind) {
        (Role::Code, _) => "code",
        (Role::Name | Role::TwinName, _) => "name",
        (_, Kind::Rupiah) => "money",
        (_, Kind::Percent) => "percent",
        (_, Kind::Measure | Kind::MeasureOrRupiah) => "measure",
        (_, Kind::List) => "list",
        (_, Kind::Code | Kind::Ordinal | Kind::Text) => "text",
    }
}
