//! The merged table: cells taken over with their repairs and open questions, parents made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::gather::{Entry, Gathered, Piece, edition, official_name, usual};
use super::heads::{level, office_row, sections};
use super::open::{carry_findings, tell_lacking};
use super::parts::{MONEY, Part};
use super::{LAYOUT, OFFICE, file_place};
use crate::compare::tally::{Amount, Tally};
use crate::forms;
use crate::model::{
    About, At, Cell, Column, Container, Document, Kode, Layout, Meaning, Proof, Repair, Role, Row, Span,
    Table, Tingkat, Unit, UnitGround, indonesian, letters, sha256,
};

/// How many offices a parent names; of more it tells the number.
const NAMED: usize = 3;

/// The merged document with its one table.
pub(super) fn document(parts: &[Part<'_>], gathered: &Gathered) -> Document {
    let mut document = Document::new("", &digest(parts), Container::Xlsx);
    document.about = about(parts);
    let Some((form, layout)) = arrangement() else { return document };
    let columns = columns(parts, layout);
    let mut rows: Vec<Row> = Vec::with_capacity(gathered.entries.len() + 1);
    for entry in &gathered.entries {
        rows.push(row(parts, gathered, entry, &columns, rows.len()));
    }
    if !rows.is_empty() {
        rows.push(total(gathered, &columns, form.total.unwrap_or("TOTAL")));
    }
    document.tables.push(Table {
        id: format!("{}#1", form.id),
        form,
        layout,
        columns,
        printed: std::collections::BTreeMap::new(),
        sheet: Arc::from(form.id),
        range: Span { first: At::new(0, 0), last: At::new(0, 0) },
        titles: Vec::new(),
        unit: Unit::Rupiah,
        unit_ground: UnitGround::default(),
        office: None,
        heads_are_stated: true,
        sections: sections(gathered),
        rows: rows.into(),
        notes: Vec::new(),
    });
    for (index, entry) in gathered.entries.iter().enumerate() {
        if let Some(piece) = sole(entry) {
            replay(parts, piece, index, &mut document);
        }
    }
    carry_findings(parts, gathered, &mut document);
    tell_lacking(gathered, &mut document);
    document.findings.sort_by_key(|finding| (finding.severity, finding.row));
    document
}

fn arrangement() -> Option<(&'static crate::model::Form, &'static Layout)> {
    forms::FORMS
        .iter()
        .copied()
        .find_map(|form| form.layouts.iter().find(|layout| layout.id == LAYOUT).map(|layout| (form, layout)))
}

/// A digest of the inputs, the same in any order.
fn digest(parts: &[Part<'_>]) -> String {
    let mut inputs: Vec<&str> = parts.iter().map(|part| part.document.sha256.as_str()).collect();
    inputs.sort_unstable();
    inputs.dedup();
    sha256(inputs.concat().as_bytes())
}

fn about(parts: &[Part<'_>]) -> About {
    let offices: BTreeSet<String> = parts.iter().flat_map(Part::offices).collect();
    let opd = match (offices.len(), parts.first()) {
        (0 | 1, Some(only)) => only.document.office_of(only.table).map(str::to_owned),
        _ => Some(format!("Gabungan {} Perangkat Daerah", offices.len())),
    };
    About {
        region: usual(parts.iter().filter_map(|part| part.document.about.region.clone())),
        opd,
        year: usual(parts.iter().filter_map(|part| part.document.about.year)),
        codification: edition(parts),
        ..About::default()
    }
}

/// The columns of the arrangement, and those optional ones that some part fills.
fn columns(parts: &[Part<'_>], layout: &'static Layout) -> Vec<&'static Column> {
    let filled = |column: &&'static Column| {
        parts.iter().any(|part| (0..part.table.rows.len()).any(|row| !part.text(row, column.id).is_empty()))
    };
    layout.columns.iter().chain(layout.optional.iter().filter(filled)).collect()
}

fn row(
    parts: &[Part<'_>],
    gathered: &Gathered,
    entry: &Entry,
    columns: &[&'static Column],
    index: usize,
) -> Row {
    let code = entry.code();
    let cell = |column: &&'static Column| match (column.role, entry) {
        (Role::Code, _) => text(code.map_or("", Kode::as_str)),
        (Role::Ordinal, _) => ordinal(index + 1),
        (_, Entry::Leaf(_, piece)) => taken_over(parts, *piece, column),
        (Role::Amount(_), Entry::Group(..) | Entry::Head(_)) => summed(tally(gathered, index, column.id)),
        (Role::Name, Entry::Head(home)) => text(home.unit.as_deref().unwrap_or(&home.office)),
        (_, Entry::Head(home)) if column.id == OFFICE => text(&home.shown()),
        (_, Entry::Head(_)) => Cell::default(),
        (Role::Name, Entry::Group(code, pieces)) if pieces.is_empty() => {
            text(official_name(code, edition(parts)).unwrap_or_default())
        }
        (_, Entry::Group(_, pieces)) if column.id == OFFICE => text(&offices(parts, entry, pieces)),
        (_, Entry::Group(_, pieces)) => united(parts, pieces, column),
    };
    let source_rows = match entry {
        Entry::Leaf(_, piece) => parts.get(piece.part).and_then(|part| part.row(piece.row)),
        Entry::Group(..) | Entry::Head(_) => None,
    };
    Row {
        level: Some(level(entry)),
        code: code.cloned(),
        of: office_row(gathered, index),
        source_rows: source_rows.map(|row| row.source_rows.clone()).unwrap_or_default(),
        cells: columns.iter().map(cell).collect(),
        ..Row::default()
    }
}

fn total(gathered: &Gathered, columns: &[&'static Column], label: &str) -> Row {
    let cell = |column: &&'static Column| match column.role {
        Role::Name => text(label),
        Role::Amount(_) => {
            summed(position(column.id).and_then(|position| gathered.total.get(position)).copied())
        }
        _ => Cell::default(),
    };
    Row {
        level: Some(Tingkat::Jumlah),
        code: None,
        source_rows: Vec::new(),
        cells: columns.iter().map(cell).collect(),
        ..Row::default()
    }
}

pub(super) fn position(column: &str) -> Option<usize> {
    MONEY.iter().position(|id| *id == column)
}

fn tally(gathered: &Gathered, entry: usize, column: &str) -> Option<Tally> {
    gathered.sums.get(&entry)?.get(position(column)?).copied()
}

fn summed(tally: Option<Tally>) -> Cell {
    tally.and_then(|tally| tally.sum).map_or_else(Cell::default, number)
}

fn text(text: &str) -> Cell {
    Cell::as_read(text, Meaning::default(), Vec::new())
}

/// A running number, which has no groups.
fn ordinal(count: usize) -> Cell {
    let meaning = Meaning { number: Some(rust_decimal::Decimal::from(count)), ..Meaning::default() };
    Cell::as_read(count.to_string(), meaning, Vec::new())
}

fn number(number: rust_decimal::Decimal) -> Cell {
    let meaning = Meaning { number: Some(number), ..Meaning::default() };
    Cell::as_read(indonesian(number, None, true), meaning, Vec::new())
}

/// The offices of a parent from program down: above, nearly all of them would stand there.
fn offices(parts: &[Part<'_>], entry: &Entry, pieces: &[Piece]) -> String {
    if level(entry) < Tingkat::Program {
        return String::new();
    }
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for piece in pieces {
        if let Some(part) = parts.get(piece.part) {
            let name = part.office_of(piece.row);
            names.entry(letters(name)).or_insert(name);
        }
    }
    if names.len() > NAMED {
        return format!("{} Perangkat Daerah", names.len());
    }
    names.into_values().collect::<Vec<_>>().join("\n")
}

/// What the rows of a parent say in a column, each text once.
fn united(parts: &[Part<'_>], pieces: &[Piece], column: &'static Column) -> Cell {
    if let [only] = pieces {
        return taken_over(parts, *only, column);
    }
    let mut texts: Vec<&str> = Vec::new();
    let mut first: Option<Piece> = None;
    for piece in pieces {
        let said = parts.get(piece.part).map_or("", |part| part.text(piece.row, column.id));
        let new = !texts.iter().any(|known| letters(known) == letters(said));
        // One code has one name: others stand in the list of conflicts.
        if !said.is_empty() && new && (texts.is_empty() || column.role != Role::Name) {
            texts.push(said);
            first = first.or(Some(*piece));
        }
    }
    match (texts.as_slice(), first) {
        ([], _) | (_, None) => Cell::default(),
        ([_], Some(piece)) => unmarked(parts, piece, column),
        (several, Some(_)) => text(&several.join("\n")),
    }
}

/// A cell as its part has it, without its repairs: they belong to one row of several.
fn unmarked(parts: &[Part<'_>], piece: Piece, column: &'static Column) -> Cell {
    let Some(part) = parts.get(piece.part) else { return Cell::default() };
    let Some(cell) = part.cell(piece.row, column.id) else { return Cell::default() };
    Cell::as_read(cell.text(), cell.meaning().clone(), part.places(cell))
}

/// A cell before its repairs, which are made again on it.
fn taken_over(parts: &[Part<'_>], piece: Piece, column: &'static Column) -> Cell {
    let Some(part) = parts.get(piece.part) else { return Cell::default() };
    if column.id == OFFICE && part.text(piece.row, OFFICE).is_empty() {
        return text(&part.home_of(piece.row));
    }
    let Some(cell) = part.cell(piece.row, column.id) else { return Cell::default() };
    if matches!(column.role, Role::Amount(_))
        && part.table.unit_of(column.id) != Unit::Rupiah
        && let Some(Amount::Settled(full)) = part.amount(piece.row, column.id)
    {
        let meaning = Meaning { number: Some(full), ..Meaning::default() };
        return Cell::as_read(indonesian(full, None, true), meaning, part.places(cell));
    }
    let first = repairs(part, piece.row, column.id, cell).first().map(|repair| repair.before.as_str());
    let meaning = if first.is_some() { Meaning::default() } else { cell.meaning().clone() };
    Cell::as_read(first.unwrap_or(cell.text()), meaning, part.places(cell))
}

/// The repairs that made the text of a cell what it is; that it stood elsewhere is told of its own file. None of one that was put together from others afterwards.
fn repairs<'a, 'b>(part: &'b Part<'a>, row: usize, column: &'static str, cell: &Cell) -> &'b [&'a Repair] {
    let found = part.repairs(row, column);
    let scaled = part.table.unit_of(column) != Unit::Rupiah && position(column).is_some();
    let whole = found.last().is_some_and(|last| last.after == cell.text()) && !scaled;
    if whole { found } else { &[] }
}

/// The one row that a merged row is taken from.
pub(super) fn sole(entry: &Entry) -> Option<Piece> {
    match entry {
        Entry::Leaf(_, piece) => Some(*piece),
        Entry::Group(_, pieces) if pieces.len() == 1 => pieces.first().copied(),
        Entry::Group(..) | Entry::Head(_) => None,
    }
}

fn replay(parts: &[Part<'_>], piece: Piece, row: usize, document: &mut Document) {
    let Some(part) = parts.get(piece.part) else { return };
    let Some(columns) = document.tables.first().map(|table| table.columns.clone()) else { return };
    let summed = part.code(piece.row).is_some_and(|_| {
        document
            .tables
            .first()
            .and_then(|table| table.rows.get(row))
            .is_some_and(|row| row.source_rows.is_empty())
    });
    for column in columns {
        let made_anew = matches!(column.role, Role::Code | Role::Ordinal)
            || column.id == OFFICE && part.text(piece.row, OFFICE).is_empty()
            || summed && (matches!(column.role, Role::Amount(_)) || column.id == OFFICE);
        let Some(cell) = part.cell(piece.row, column.id).filter(|_| !made_anew) else { continue };
        for repair in repairs(part, piece.row, column.id, cell) {
            let sources = repair.sources.iter().map(|place| file_place(part.file, place)).collect();
            let proofs = repair.proofs.iter().map(Proof::carried).collect();
            let again = Repair { table: 0, row, sources, proofs, ..(*repair).clone() };
            // The cell is there: the columns are those of the table.
            let _ = document.repair(again, cell.meaning().clone(), cell.is_official());
        }
        if cell.is_official() {
            document.mark_official(0, row, column.id);
        }
    }
}
