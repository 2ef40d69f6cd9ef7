//! Codes of the edition of 2006 (Permendagri 13/2006): read as printed, their levels by the shape of the table's codes,
//! damaged ones mended where a name or the rows around prove it.

mod apply;
mod context;
mod items;
mod read;
mod shape;
mod style;

use std::collections::BTreeMap;

pub(super) use apply::settle;
use context::Context;
use read::read;

use super::Decision;
use super::candidate::{Candidate, Evidence};
use super::costs;
use super::walk::Choice;
use crate::codification::{Entry, codification, likeness};
use crate::model::{Edition, Kode, Proof, Rows, RuleId, Shape, Table, Tingkat};
use crate::value::code::LegacyPrint;

/// What became of the code of a row.
#[derive(Clone, Debug)]
pub(in crate::solve) enum Reading {
    /// The code is as printed, but for dots and blanks between its parts.
    Stated(Kode),
    /// As printed, though its official name has the other code.
    Contradicted(Kode, Kode),
    /// The code is mended.
    Mended(Kode, RuleId, Proof),
    /// What the cells and the name say is not certain; the readings that there are.
    Open(Vec<Kode>),
    /// An item of the kegiatan above it, which has no code of its own.
    Item,
    /// A row outside the tree has no code.
    Outside,
}

impl Reading {
    const fn code(&self) -> Option<&Kode> {
        match self {
            Self::Stated(code) | Self::Contradicted(code, _) | Self::Mended(code, ..) => Some(code),
            Self::Open(_) | Self::Item | Self::Outside => None,
        }
    }
}

/// A row as it is looked at.
struct Row<'a> {
    evidence: &'a Evidence,
    print: LegacyPrint,
    /// The entries of exactly its name.
    entries: Vec<&'static Entry>,
}

/// Decides the codes of the tables of a document: those with a code column first, for their rows tell the codes of the
/// same names elsewhere.
pub(super) fn decide(evidence: Vec<Vec<Evidence>>, tables: &[Table]) -> Vec<Vec<Decision>> {
    let coded = |table: &Table| table.form.rows == Rows::Coded;
    let mut readings: Vec<Vec<Reading>> = evidence
        .iter()
        .zip(tables)
        .map(|(rows, table)| if coded(table) { decide_table(rows) } else { Vec::new() })
        .collect();
    let mut codes: BTreeMap<String, Option<Kode>> = BTreeMap::new();
    for (rows, found) in evidence.iter().zip(&readings) {
        for (row, reading) in rows.iter().zip(found) {
            let Some(code) = reading.code() else { continue };
            let known = codes.entry(row.letters.clone()).or_insert_with(|| Some(code.clone()));
            if known.as_ref() != Some(code) {
                *known = None;
            }
        }
    }
    for ((rows, found), table) in evidence.iter().zip(&mut readings).zip(tables) {
        if !coded(table) {
            *found = rows.iter().map(|row| by_name(row, &codes)).collect();
        }
    }
    evidence
        .into_iter()
        .zip(readings)
        .map(|(rows, found)| {
            rows.into_iter().zip(found).map(|(row, reading)| decision(row, reading)).collect()
        })
        .collect()
}

/// The code that the rows of the same name have elsewhere in the document.
fn by_name(row: &Evidence, codes: &BTreeMap<String, Option<Kode>>) -> Reading {
    if row.outside.is_some() {
        return Reading::Outside;
    }
    match codes.get(&row.letters) {
        Some(Some(code)) => Reading::Stated(code.clone()),
        _ => Reading::Open(Vec::new()),
    }
}

fn decide_table(evidence: &[Evidence]) -> Vec<Reading> {
    let table = codification(Edition::Y2006);
    let rows: Vec<Row<'_>> = evidence
        .iter()
        .map(|evidence| Row {
            evidence,
            print: LegacyPrint::of(&evidence.cells),
            entries: table.by_letters(&evidence.letters),
        })
        .collect();
    let Some(shape) = shape::inferred(&rows) else {
        return rows.iter().map(without_shape).collect();
    };
    let mut context = Context::new(&rows, shape);
    let mut readings: Vec<Reading> = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let reading = if row.evidence.outside.is_some() {
            Reading::Outside
        } else if items::is_item(row, readings.last()) {
            Reading::Item
        } else {
            read(index, row, &context)
        };
        if let Some(code) = reading.code() {
            if let Some(program) = code.at_level(Tingkat::Program) {
                context.program = Some(program);
            }
            context.seen.insert(code.clone());
        }
        context.pass(row, reading.code());
        readings.push(reading);
    }
    agreed(readings)
}

/// Where the numbers of a table's names are mostly not the official ones, the office counted its own: none contradicts.
fn agreed(mut readings: Vec<Reading>) -> Vec<Reading> {
    let contradicted = readings.iter().filter(|reading| matches!(reading, Reading::Contradicted(..))).count();
    let known = readings
        .iter()
        .filter(|reading| {
            let code = reading.code().filter(|code| code.tingkat() == Tingkat::Kegiatan);
            code.is_some_and(|code| !codification(Edition::Y2006).by_code(code).is_empty())
        })
        .count();
    if contradicted * 2 > known {
        for reading in &mut readings {
            if let Reading::Contradicted(code, _) = reading {
                *reading = Reading::Stated(code.clone());
            }
        }
    }
    readings
}

/// Without a name that tells a level only urusan and bidang are certain.
fn without_shape(row: &Row<'_>) -> Reading {
    if row.evidence.outside.is_some() {
        return Reading::Outside;
    }
    let parts = Some(&row.print.parts).filter(|parts| parts.len() <= 2 && !row.print.is_damaged);
    let code = parts.and_then(|parts| Kode::legacy(&parts.join("."), Shape::default()));
    code.map_or(Reading::Open(Vec::new()), Reading::Stated)
}

/// A reading as a decision, with the official entry of its code where the name is like it.
fn decision(evidence: Evidence, reading: Reading) -> Decision {
    let code = reading.code().cloned();
    let entry = code.as_ref().and_then(|code| {
        let named = codification(Edition::Y2006).by_code(code).into_iter();
        let mut alike = named.map(|entry| (entry, likeness(&evidence.name, entry.nama)));
        alike.next().filter(|(_, alike)| *alike >= costs::SIMILAR)
    });
    let likeness = entry.map_or(0.0, |(_, alike)| alike);
    let candidate =
        Candidate { code, entry: entry.map(|(entry, _)| entry), likeness, misfit: Some(0), cost: 0.0 };
    Decision {
        evidence,
        candidates: vec![candidate],
        choice: Choice { candidate: 0, margin: f64::INFINITY },
        legacy: Some(reading).filter(|reading| !matches!(reading, Reading::Outside)),
    }
}
