//! The change of a plan, made of two versions of it: before, after and difference in the arrangement that the form has
//! for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::lines::{Line, lines};
use super::mapped::Map;
use super::met::{Met, Time, met};
use super::pair;
use crate::compare::{Source, file_place};
use crate::forms;
use crate::model::{
    At, Cell, Column, Document, Finding, Form, Layout, Meaning, Place, Proof, Repair, Role, Row, Severity,
    Span, Status, Table, Unit, UnitGround, indonesian, sha256,
};

/// The arrangement of a change with targets and amounts before and after.
const LAYOUT: &str = "sebelum-sesudah";
const BEFORE: &str = "_sebelum";
const AFTER: &str = "_sesudah";
const DIFFERENCE: &str = "selisih";

/// The plan of the new version with what the old one said beside it. Rows meet as in [`super::diff`]; a row that only
/// one version has has 0 on the other side. Reasons are not invented: their column is empty. Both documents should be
/// in the first arrangement of the form. `None` where one of them has no such table.
///
/// What is open in a version stays open here, and what was repaired is a repair here too.
#[must_use]
pub fn perubahan(old: &Source<'_>, new: &Source<'_>) -> Option<Document> {
    let (form, layout) = arrangement()?;
    let (old, new) = (Version::of(old, form)?, Version::of(new, form)?);
    let (own, other) = (new.table.unit_of("pagu"), old.table.unit_of("pagu"));
    let unit = if own == other { own } else { Unit::Rupiah };
    let (old_tables, new_tables) = ([old.table.clone()], [new.table.clone()]);
    let (before, after) = (lines(&old_tables), lines(&new_tables));
    let map = Map::of(old.document, &[old.index], new.document.about.codification);
    let pairs = pair::pairs(&before, &after, &map);
    let met = met(&before, &after, &pairs);
    let columns = columns(layout, &met);
    let rows = met.iter().map(|pair| row(pair, &columns, unit, [&old, &new])).collect();
    let digests = [old.document.sha256.as_str(), new.document.sha256.as_str()];
    let mut document = Document::new("", &sha256(digests.concat().as_bytes()), new.document.container);
    document.about = new.document.about.clone();
    document.tables.push(Table {
        id: format!("{}#1", form.id),
        form,
        layout,
        columns,
        printed: BTreeMap::new(),
        sheet: Arc::from(form.id),
        range: Span { first: At::new(0, 0), last: At::new(0, 0) },
        titles: Vec::new(),
        unit,
        unit_ground: UnitGround::default(),
        office: None,
        heads_are_stated: false,
        sections: Vec::new(),
        rows,
        notes: Vec::new(),
    });
    for (side, version) in [(Time::Before, &old), (Time::After, &new)] {
        carry(version, side, &met, &mut document);
    }
    Some(document)
}

fn arrangement() -> Option<(&'static Form, &'static Layout)> {
    let mut forms = forms::FORMS.iter().copied();
    forms.find_map(|form| Some((form, form.layouts.iter().find(|layout| layout.id == LAYOUT)?)))
}

/// A document with its first table of the form.
struct Version<'a> {
    file: &'a str,
    document: &'a Document,
    index: usize,
    table: &'a Table,
}

impl<'a> Version<'a> {
    fn of(source: &Source<'a>, form: &Form) -> Option<Self> {
        let mut tables = source.document.tables.iter().enumerate();
        let (index, table) = tables.find(|(_, table)| table.form.id == form.id && !table.rows.is_empty())?;
        Some(Self { file: source.file, document: source.document, index, table })
    }
}

/// Which side of the change a column shows, and the column of the plan that it shows.
fn base(column: &Column) -> (Time, &str) {
    match column.id.strip_suffix(BEFORE) {
        Some(base) => (Time::Before, base),
        None => (Time::After, column.id.strip_suffix(AFTER).unwrap_or(column.id)),
    }
}

/// The columns of the arrangement, and those it may have that say something: two for the places only where a place
/// changed.
fn columns(layout: &'static Layout, met: &[Met<'_>]) -> Vec<&'static Column> {
    let text = |line: Option<&Line<'_>>, id: &str| {
        let cell = line.and_then(|line| line.row.cells.get(line.table.position(id)?));
        cell.map_or_else(String::new, |cell| cell.text().to_owned())
    };
    let changed = |id: &str| met.iter().any(|pair| text(pair.before, id) != text(pair.after, id));
    let filled = |id: &str| met.iter().any(|pair| !text(pair.shown(), id).is_empty());
    let is_wanted = |column: &&'static Column| {
        let (_, id) = base(column);
        filled(id)
            && (layout.optional.iter().all(|other| base(other).1 != id || other.id == id)
                || (column.id != id) == changed(id))
    };
    layout.columns.iter().chain(layout.optional.iter().filter(is_wanted)).collect()
}

fn row(pair: &Met<'_>, columns: &[&'static Column], unit: Unit, versions: [&Version<'_>; 2]) -> Row {
    let [old, new] = versions;
    let cell = |column: &&'static Column| {
        let (time, id) = base(column);
        if column.id == DIFFERENCE {
            return difference(pair, unit);
        }
        // What is no side of the change is what the row says today.
        let time = if column.id == id && pair.after.is_none() { Time::Before } else { time };
        let version = if time == Time::Before { old } else { new };
        match pair.line(time) {
            Some(line) => taken_over(version, line, column, id, unit),
            None if matches!(column.role, Role::Amount(_)) => nothing(pair, id),
            None => Cell::default(),
        }
    };
    let shown = pair.shown().map(|line| line.row);
    Row {
        level: shown.and_then(|row| row.level),
        code: shown.and_then(|row| row.code.clone()),
        source_rows: shown.map(|row| row.source_rows.clone()).unwrap_or_default(),
        cells: columns.iter().map(cell).collect(),
        ..Row::default()
    }
}

/// 0 on the side that lacks a row, where that has an amount on the other.
fn nothing(pair: &Met<'_>, id: &str) -> Cell {
    let is_filled = pair.shown().and_then(|line| line.row.cells.get(line.table.position(id)?));
    is_filled.filter(|cell| !cell.is_empty()).map_or_else(Cell::default, |_| amount(Decimal::ZERO))
}

fn amount(number: Decimal) -> Cell {
    let meaning = Meaning { number: Some(number), ..Meaning::default() };
    Cell::as_read(indonesian(number, None, true), meaning, Vec::new())
}

/// The amount of a line in a unit, where it is settled.
fn in_unit(line: &Line<'_>, unit: Unit) -> Option<Decimal> {
    let cell = line.row.cells.get(line.table.position("pagu")?)?;
    let number = cell.number().filter(|_| cell.status() != Status::Unresolved)?;
    let own = line.table.unit_of("pagu");
    if own == unit { Some(number) } else { number.checked_mul(own.factor()) }
}

/// After less before; a side that lacks the row counts as 0.
fn difference(pair: &Met<'_>, unit: Unit) -> Cell {
    let side = |time: Time| match pair.line(time) {
        Some(line) => in_unit(line, unit),
        None => Some(Decimal::ZERO),
    };
    let both = side(Time::After).zip(side(Time::Before));
    both.and_then(|(after, before)| after.checked_sub(before)).map_or_else(Cell::default, amount)
}

/// A cell before its repairs, which are made again on it.
fn taken_over(version: &Version<'_>, line: &Line<'_>, column: &Column, id: &str, unit: Unit) -> Cell {
    let Some(cell) = line.table.position(id).and_then(|position| line.row.cells.get(position)) else {
        return Cell::default();
    };
    let places: Vec<Place> = cell.sources().iter().map(|place| file_place(version.file, place)).collect();
    if is_scaled(column, line.table.unit_of(id), unit)
        && let Some(number) = in_unit(line, unit)
    {
        let meaning = Meaning { number: Some(number), ..Meaning::default() };
        return Cell::as_read(indonesian(number, None, true), meaning, places);
    }
    let (text, meaning) = match repairs(version, line.index, id, cell).first() {
        Some(first) => (first.before.as_str(), Meaning::default()),
        None => (cell.text(), cell.meaning().clone()),
    };
    Cell::as_read(text, meaning, places)
}

fn is_scaled(column: &Column, own: Unit, unit: Unit) -> bool {
    matches!(column.role, Role::Amount(_)) && own != unit
}

/// The repairs that made the text of a cell what it is; that it stood elsewhere is told of its own version.
fn repairs<'a>(version: &Version<'a>, row: usize, id: &str, cell: &Cell) -> Vec<&'a Repair> {
    let of_cell = |repair: &&Repair| {
        let here = repair.table == version.index && repair.row == row && repair.column == id;
        here && repair.change.slide().is_none()
    };
    let found: Vec<&Repair> = version.document.repairs().iter().filter(of_cell).collect();
    if found.last().is_some_and(|last| last.after == cell.text()) { found } else { Vec::new() }
}

/// Makes the repairs of a version again, and asks its questions again, at the rows and columns of the change.
fn carry(version: &Version<'_>, time: Time, met: &[Met<'_>], document: &mut Document) {
    let Some(table) = document.tables.first() else { return };
    let (columns, unit) = (table.columns.clone(), table.unit);
    let column_of = |id: &str, row: usize| {
        let own = met.get(row).is_some_and(|pair| time == Time::After || pair.after.is_none());
        columns.iter().copied().find(|column| {
            let (side, wanted) = base(column);
            wanted == id && if column.id == id { own } else { side == time }
        })
    };
    let mut homes: BTreeMap<usize, usize> = BTreeMap::new();
    for (home, pair) in met.iter().enumerate() {
        let Some(line) = pair.line(time) else { continue };
        homes.insert(line.index, home);
        for (from, cell) in line.table.columns.iter().zip(&line.row.cells) {
            let Some(column) = column_of(from.id, home).filter(|column| column.role != Role::Code) else {
                continue;
            };
            let made = repairs(version, line.index, from.id, cell);
            for repair in made.iter().filter(|_| !is_scaled(column, line.table.unit_of(from.id), unit)) {
                let sources = repair.sources.iter().map(|place| file_place(version.file, place)).collect();
                let proofs = repair.proofs.iter().map(Proof::carried).collect();
                let again =
                    Repair { table: 0, row: home, column: column.id, sources, proofs, ..(*repair).clone() };
                // The cell is there: the column is one of the table's.
                let _ = document.repair(again, cell.meaning().clone(), cell.is_official());
            }
            if cell.is_official() {
                document.mark_official(0, home, column.id);
            }
        }
    }
    for finding in &version.document.findings {
        ask_again(version, finding, &homes, &column_of, document);
    }
}

fn ask_again(
    version: &Version<'_>,
    finding: &Finding,
    homes: &BTreeMap<usize, usize>,
    column_of: &dyn Fn(&str, usize) -> Option<&'static Column>,
    document: &mut Document,
) {
    if finding.table != Some(version.index) || finding.severity == Severity::Note {
        return;
    }
    let home = finding.row.and_then(|row| homes.get(&row).copied());
    let column = finding.column.and_then(|id| column_of(id, home.unwrap_or_default()));
    let is_open = || {
        let cell = finding.row.zip(finding.column).and_then(|(row, id)| version.table.cell(row, id));
        cell.is_some_and(|cell| cell.status() == Status::Unresolved)
    };
    let carried = Finding {
        table: Some(0),
        row: home,
        column: column.map(|column| column.id),
        source: finding.source.as_ref().map(|place| file_place(version.file, place)),
        // The places of one version mean nothing here; the message names them.
        also: Vec::new(),
        ..finding.clone()
    };
    match column.filter(|_| home.is_some() && is_open()) {
        // The cell is there: the column is one of the table's.
        Some(column) => drop(document.leave_open(carried, column.id)),
        None => document.findings.push(carried),
    }
}
