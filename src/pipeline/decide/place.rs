//! Where a decision was made, and the same row in a revised file.

use super::Undecided;
use crate::forms::heading;
use crate::model::{Column, Decision, Document, Role, Table, Verdict, Whereabouts, letters};
use crate::solve::is_seen_as;

/// Where a decision is made within a document.
pub(super) fn whereabouts(
    document: &Document,
    table: Option<usize>,
    row: Option<usize>,
    column: &str,
) -> Whereabouts {
    let found = table.and_then(|index| document.tables.get(index));
    let code = found.zip(row).and_then(|(table, row)| code_of(table, row));
    let name = match &code {
        Some(_) => None,
        None => found.zip(row).map(|(table, row)| name_of(table, row)).filter(|name| !name.is_empty()),
    };
    let table = found.map(|table| table.id.clone()).unwrap_or_default();
    Whereabouts { table, row, column: column.to_owned(), code, name }
}

fn code_of(table: &Table, row: usize) -> Option<String> {
    table.rows.get(row)?.code.as_ref().map(ToString::to_string)
}

fn name_of(table: &Table, row: usize) -> String {
    let name = table.columns.iter().find(|column| column.role == Role::Name);
    name.and_then(|column| table.cell(row, column.id)).map_or("", |cell| cell.text()).to_owned()
}

/// Whether a row is the one in which a decision was made, by its code, or by its name where it had no code. A decision
/// that does not say where it was made may be about any.
pub(super) fn is_its_row(document: &Document, decision: &Decision, table: usize, row: usize) -> bool {
    let (Some(at), Some(table)) = (&decision.at, document.tables.get(table)) else { return true };
    // A question about a code names a row whose code is what is asked.
    match (&at.code, &at.name) {
        (Some(_), _) if at.column == "kode" => true,
        (Some(code), _) => code_of(table, row).as_ref() == Some(code),
        (None, Some(name)) => letters(&name_of(table, row)) == letters(name),
        (None, None) => true,
    }
}

/// The id of the column that a decision names, by its id or as the sheets of a result call it.
fn column_of(document: &Document, table: &Table, named: &str) -> Option<String> {
    if named == "kode" || table.position(named).is_some() {
        return Some(named.to_owned());
    }
    let called = |column: &&'static Column| heading(table, column, document.about.year) == named;
    table.columns.iter().copied().find(called).map(|column| column.id.to_owned())
}

/// The cell of a revised file in which a decision was made: the same column in the row of the same code (or name)
/// where the same stands as then.
pub(super) fn moved(document: &Document, decision: &Decision) -> Result<(usize, usize, String), Undecided> {
    let shown = || if decision.sources.is_empty() { decision.id.clone() } else { decision.sources.clone() };
    let unmet = || Undecided::Unmet { place: shown(), text: decision.before.clone().unwrap_or_default() };
    let (Some(at), Some(before)) = (&decision.at, &decision.before) else { return Err(unmet()) };
    if at.code.is_none() && at.name.is_none() {
        return Err(unmet());
    }
    let form = |id: &str| id.split('#').next().unwrap_or_default().to_owned();
    let mut alike = Vec::new();
    let of_form = |table: &Table| form(&table.id) == form(&at.table);
    for (index, table) in document.tables.iter().enumerate().filter(|(_, table)| of_form(table)) {
        if let Some(column) = column_of(document, table, &at.column) {
            let rows = (0..table.rows.len()).filter(|row| is_its_row(document, decision, index, *row));
            alike.extend(rows.map(|row| (index, row, column.clone())));
        }
    }
    let says = |(table, row, column): &(usize, usize, String)| {
        let texts = [printed(document, *table, *row, column), now(document, *table, *row, column)];
        let wanted = if decision.verdict == Verdict::Refuse { texts.get(..1) } else { texts.get(..) };
        wanted.unwrap_or_default().iter().any(|text| is_seen_as(text, before))
    };
    let mut same: Vec<_> = alike.iter().filter(|place| says(place)).cloned().collect();
    let in_its_table = |(table, ..): &(usize, usize, String)| {
        document.tables.get(*table).is_some_and(|found| found.id == at.table)
    };
    if same.iter().any(in_its_table) {
        same.retain(in_its_table);
    }
    match (same.as_slice(), alike.as_slice()) {
        ([only], _) => Ok(only.clone()),
        ([], [(table, row, column)]) => Err(Undecided::Changed {
            place: shown(),
            before: before.clone(),
            now: now(document, *table, *row, column),
        }),
        ([], _) => Err(unmet()),
        _ => same
            .iter()
            .find(|(_, row, _)| at.row == Some(*row))
            .cloned()
            .ok_or_else(|| Undecided::Several(shown())),
    }
}

/// What stands in a cell now.
pub(super) fn now(document: &Document, table: usize, row: usize, column: &str) -> String {
    let cell = document.tables.get(table).and_then(|found| found.cell(row, column));
    cell.map(|cell| cell.text().to_owned()).unwrap_or_default()
}

/// What is printed in a cell: what stood there before its first repair.
pub(super) fn printed(document: &Document, table: usize, row: usize, column: &str) -> String {
    let mut repairs = document.repairs().iter();
    // A move says where its first cell stood, not what the cell that it went to held.
    let first = repairs.find(|repair| {
        let here = repair.table == table && repair.row == row && repair.column == column;
        here && repair.change.slide().is_none()
    });
    first.map_or_else(|| now(document, table, row, column), |repair| repair.before.clone())
}
