//! A changed plan as the plan that is in force: what stands after the change.

use std::borrow::Cow;

use crate::model::{Column, Document, Layout, Printed, Row, Table};

/// How the ids of columns end that hold what is after a change.
const AFTER: &str = "_sesudah";

/// The document with every table that holds a plan before and after a change in the first arrangement of its form, with
/// what is after the change; the document itself where there is none.
#[must_use]
pub fn in_force(document: &Document) -> Cow<'_, Document> {
    if !document.tables.iter().any(is_change) {
        return Cow::Borrowed(document);
    }
    let mut changed = document.clone();
    for table in changed.tables.iter_mut().filter(|table| is_change(table)) {
        if let Some(layout) = table.form.layouts.first() {
            *table = after(table, layout);
        }
    }
    Cow::Owned(changed)
}

fn is_change(table: &Table) -> bool {
    table.columns.iter().any(|column| column.id == "pagu_sesudah")
}

fn after(table: &Table, layout: &'static Layout) -> Table {
    let source = |column: &Column| {
        let changed = table.position(&format!("{}{AFTER}", column.id));
        changed.or_else(|| table.position(column.id))
    };
    let columns: Vec<&'static Column> = layout.columns.iter().collect();
    let printed = |column: &&'static Column| {
        let source = table.columns.get(source(column)?)?;
        Some((column.id, Printed { header: Vec::new(), ..table.printed.get(source.id)?.clone() }))
    };
    let rows = table.rows.iter().map(|row| Row {
        cells: columns
            .iter()
            .map(|column| {
                source(column).and_then(|position| row.cells.get(position)).cloned().unwrap_or_default()
            })
            .collect(),
        ..row.clone()
    });
    Table {
        layout,
        printed: columns.iter().filter_map(printed).collect(),
        rows: rows.collect(),
        columns,
        ..table.clone()
    }
}
