//! The model as the page draws it: tables with their rows, repairs and questions with what stood around them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::super::answer::said;
use super::around::around;
use super::session::Session;
use super::terms::terms;
use super::twins::twins;
use crate::forms::{headings, moved_words, with_years};
use crate::model::{
    Cell, Column, Document, Edition, Finding, Kode, Place, ProofKind, Reference, Repair, Role, Row, RuleId,
    Severity, Status, Subject, Table, Tingkat, Verdict, Workbook, indonesian,
};
use crate::rules::{self, rule};
use crate::solve::accepted;
use crate::write::json::decision;

/// Everything about a file as it stands now.
pub(super) fn model(session: &Session) -> Value {
    let (document, workbook) = (&session.document, &session.workbook);
    let year = document.about.year;
    let open = document.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let ids = document.repair_ids();
    let repairs = ids.iter().zip(document.repairs());
    json!({
        "edition": document.about.codification.map(Edition::name),
        "bidang": bidang(document),
        "tables": document.tables.iter().map(|found| table(found, year)).collect::<Vec<_>>(),
        "repairs": repairs.map(|(id, found)| repair(workbook, document, id, found)).collect::<Vec<_>>(),
        "questions": open.map(|found| question(workbook, document, found)).collect::<Vec<_>>(),
        "decided": decided(document),
    })
}

/// The bidang urusan that most rows of a document belong to.
fn bidang(document: &Document) -> Option<String> {
    let mut counts: BTreeMap<Kode, usize> = BTreeMap::new();
    let codes = document.tables.iter().flat_map(|table| &table.rows).filter_map(|row| row.code.as_ref());
    for bidang in codes.filter_map(|code| code.at_level(Tingkat::BidangUrusan)) {
        *counts.entry(bidang).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(code, _)| code.to_string())
}

fn table(table: &Table, year: Option<u16>) -> Value {
    let column = |column: &&'static Column| {
        let header = headings(table, column, year);
        json!({"id": column.id, "header": header, "numeric": column.kind.is_numeric(), "width": column.width,
            "role": match column.role { Role::Code => "code", Role::Name => "name", _ => "" }})
    };
    json!({
        "id": table.id,
        "form": table.form.id,
        "title": with_years(table.layout.title.unwrap_or(table.form.title), year),
        "sheet": &*table.sheet,
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(|found| row(table, found)).collect::<Vec<_>>(),
    })
}

fn row(table: &Table, row: &Row) -> Value {
    let cells = table.columns.iter().zip(&row.cells).map(|(column, cell)| {
        if column.role == Role::Code {
            let text = row.code.as_ref().map_or_else(|| cell.text(), Kode::as_str);
            json!([text, row.code_status.name()])
        } else {
            shown(cell)
        }
    });
    json!({
        "level": row.level.map(Tingkat::name),
        "source_rows": row.source_rows,
        "cells": cells.collect::<Vec<_>>(),
    })
}

/// Text and status; `null` for an empty cell about which there is nothing to say.
fn shown(cell: &Cell) -> Value {
    if cell.is_empty() && cell.status() == Status::AsIs {
        return Value::Null;
    }
    json!([cell.text(), cell.status().name()])
}

/// The position of a column in the table as drawn: codes of forms without a column for them, and what concerns a
/// whole row, stand with the name.
fn position(table: &Table, id: Option<&str>) -> usize {
    let of = |role| table.columns.iter().position(|column| column.role == role);
    let own = match id {
        Some("kode") => of(Role::Code),
        Some(id) => table.position(id),
        None => None,
    };
    own.or_else(|| of(Role::Name)).unwrap_or_default()
}

/// From which header to which each cell of a move went, in words.
fn moves(document: &Document, repair: &Repair) -> Option<Vec<String>> {
    let slide = repair.change.slide()?;
    let table = document.tables.get(repair.table)?;
    Some(slide.columns.iter().map(|(from, to)| moved_words(table, *from, to, document.about.year)).collect())
}

fn repair(workbook: &Workbook, document: &Document, id: &str, repair: &Repair) -> Value {
    let proofs = repair.proofs.iter().map(|proof| {
        let mut told = json!({"kind": proof.kind.name(), "text": proof.text});
        // A sum begins with the code of the row that it makes.
        let parent = proof.text.split(" = ").next().and_then(|code| code.trim().parse().ok());
        if let (ProofKind::Sum, Some(parent), Value::Object(object)) = (proof.kind, parent, &mut told) {
            object.insert("of".to_owned(), terms(document, repair.table, repair.column, &parent));
        } else if let (ProofKind::Twin, Value::Object(object)) = (proof.kind, &mut told) {
            object.insert("twins".to_owned(), twins(document, repair).into());
        }
        told
    });
    let table = document.tables.get(repair.table);
    json!({
        "id": id,
        "rule": repair.rule,
        "name": rule(repair.rule.as_str()).map(|rule| said(&rule.name.said())),
        "why": rule(repair.rule.as_str()).map(|rule| said(&rule.sees.said())),
        "grade": repair.grade().name(),
        "table": repair.table,
        "row": repair.row,
        "column": repair.column,
        "position": table.map(|table| position(table, Some(repair.column))),
        "sources": repair.sources.iter().map(Place::to_string).collect::<Vec<_>>(),
        "before": repair.before,
        "after": repair.after,
        "moves": moves(document, repair),
        "rows": repair.change.slide().map_or(1, |slide| slide.rows.1 - slide.rows.0 + 1),
        "proofs": proofs.collect::<Vec<_>>(),
        "around": repair.sources.first().map(|place| around(workbook, place)),
    })
}

fn question(workbook: &Workbook, document: &Document, finding: &Finding) -> Value {
    let table = finding.table.and_then(|index| document.tables.get(index));
    json!({
        "id": document.question_id(finding),
        "stays": finding.may_stay(),
        "about": finding.about.map(Subject::name),
        "rule": finding.rule(),
        "name": rule(finding.rule().as_str()).map(|rule| said(&rule.name.said())),
        "severity": finding.severity.name(),
        "table": finding.table,
        "row": finding.row,
        "column": finding.column,
        "position": table.map(|table| position(table, finding.column)),
        "source": finding.source.as_ref().map(Place::to_string),
        "message": said(&finding.message),
        "expected": finding.expected.as_deref().map(|text| readable(document, finding, text)),
        "found": finding.found.as_deref().map(|text| readable(document, finding, text)),
        "answers": answers(document, finding),
        "also": finding.also.iter().filter_map(|cell| elsewhere(document, *cell)).collect::<Vec<_>>(),
        "of": summed(document, finding),
        "around": finding.source.as_ref().map(|place| around(workbook, place)),
    })
}

/// The rules that ask about a sum.
const SUMS: [RuleId; 2] = [rules::sum_mismatch::ID, rules::missing_amount::ID];

/// The terms of a sum that is asked about.
fn summed(document: &Document, finding: &Finding) -> Value {
    let (Some(table), Some(row), Some(column)) = (finding.table, finding.row, finding.column) else {
        return Value::Null;
    };
    let code = document.tables.get(table).and_then(|found| found.rows.get(row)?.code.as_ref());
    code.filter(|_| SUMS.contains(&finding.rule()))
        .map_or(Value::Null, |code| terms(document, table, column, code))
}

/// Every value that would settle a question, the one that the laws ask for included: as it is answered, and as a
/// person reads it.
fn answers(document: &Document, finding: &Finding) -> Vec<Value> {
    let takes_value = finding.row.is_some() && finding.column.is_some() || finding.about.is_some();
    let mut values: Vec<&String> = finding.candidates.iter().collect();
    values.extend(finding.expected.iter().filter(|_| takes_value));
    let mut seen: Vec<(String, Option<Decimal>)> = Vec::new();
    let mut answers = Vec::new();
    for value in values {
        let (shown, number) = (readable(document, finding, value), number(document, finding, value));
        let is_same = |(text, other): &(String, Option<Decimal>)| {
            *text == shown || number.is_some() && *other == number
        };
        if !seen.iter().any(is_same) {
            answers.push(json!([value, shown]));
            seen.push((shown, number));
        }
    }
    answers
}

/// The number that a value of a question is in its column, if the column holds numbers.
fn number(document: &Document, finding: &Finding, value: &str) -> Option<Decimal> {
    let table = document.tables.get(finding.table?)?;
    let column = table.columns.get(table.position(finding.column?)?)?;
    if !column.kind.is_numeric() {
        return None;
    }
    value.parse().ok().or_else(|| accepted(column, value).and_then(|(_, meaning)| meaning.number))
}

/// A value of a question as a person reads it: numbers grouped, names of units in words.
fn readable(document: &Document, finding: &Finding, text: &str) -> String {
    if finding.about == Some(Subject::Unit) {
        return text.replace('_', " ");
    }
    let table = finding.table.and_then(|index| document.tables.get(index));
    let column = table
        .zip(finding.column)
        .and_then(|(table, id)| table.position(id).and_then(|position| table.columns.get(position)));
    // What is asked about the document, as the year of a column, is no amount of the column that it is shown at.
    let is_number = finding.about.is_none() && column.is_some_and(|column| column.kind.is_numeric());
    let number = text.parse().ok().filter(|_| is_number);
    number.map_or_else(|| text.to_owned(), |number| indonesian(number, None, true))
}

/// Another cell of which a question speaks: where it is drawn, and how a person finds it.
pub(super) fn elsewhere(document: &Document, cell: Reference) -> Option<Value> {
    let table = document.tables.get(cell.table)?;
    let row = table.rows.get(cell.row)?;
    let at = table.position(cell.column).and_then(|position| row.cells.get(position));
    Some(json!({
        "table": cell.table,
        "row": cell.row,
        "position": position(table, Some(cell.column)),
        "code": row.code.as_ref().map(Kode::as_str),
        "text": at.map(Cell::text),
        "source": at.and_then(|cell| cell.sources().first()).map(Place::to_string),
    }))
}

/// The decisions that were followed, in their order, with the cells that they are about.
fn decided(document: &Document) -> Vec<Value> {
    let made = document.decided.iter().filter_map(|decided| {
        let table = document.tables.get(decided.table?)?;
        Some(json!({
            "table": decided.table,
            "row": decided.row,
            "position": position(table, Some(&decided.column)),
            "refused": decided.verdict == Verdict::Refuse,
            "stays": decided.verdict == Verdict::Stay,
            "decision": decision(decided.made.as_ref()?),
        }))
    });
    made.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::clean;
    use crate::read::{Limits, from_bytes};
    use crate::solve::SolveOptions;

    fn document() -> Document {
        let bytes = std::fs::read("samples/resmi-10-kolom.xlsx").unwrap();
        let workbook = from_bytes("resmi.xlsx", &bytes, &Limits::default()).unwrap();
        clean(&workbook, SolveOptions::default()).unwrap()
    }

    fn asked(
        column: &'static str,
        about: Option<Subject>,
        candidates: &[&str],
        expected: &str,
    ) -> Vec<Value> {
        let finding = Finding {
            table: Some(0),
            row: about.is_none().then_some(3),
            column: Some(column),
            about,
            candidates: candidates.iter().map(|text| (*text).to_owned()).collect(),
            expected: Some(expected.to_owned()),
            ..Finding::of(rules::wrong_figure::SUM_FAILS)
        };
        answers(&document(), &finding)
    }

    #[test]
    fn one_number_is_offered_once_however_it_is_written() {
        let answers = asked("pagu", None, &["53.650.000", "54.000.000"], "53650000");
        assert_eq!(answers, [json!(["53.650.000", "53.650.000"]), json!(["54.000.000", "54.000.000"])]);
    }

    #[test]
    fn texts_with_one_number_are_several_answers() {
        let answers = asked("target", None, &["2 Dok umen", "2 Dokumen"], "2 Dokumen");
        assert_eq!(answers, [json!(["2 Dok umen", "2 Dok umen"]), json!(["2 Dokumen", "2 Dokumen"])]);
    }

    #[test]
    fn years_are_no_amounts() {
        let answers = asked("pagu", Some(Subject::ColumnYear), &["2023"], "2024");
        assert_eq!(answers, [json!(["2023", "2023"]), json!(["2024", "2024"])]);
    }
}
