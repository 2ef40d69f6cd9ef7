//! The model as the page draws it: tables with their rows, repairs and questions with what stood around them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::answer::said;
use super::around::around;
use super::desk::{Decided, Paper};
use crate::forms::{headings, with_years};
use crate::model::{
    Cell, Column, Document, Edition, Finding, Kode, Place, Repair, Role, Row, Severity, Status, Subject,
    Table, Tingkat, Verdict, Workbook,
};
use crate::rules::rule;
use crate::write::json::decision;

/// Everything about a file as it stands now.
pub(super) fn model(paper: &Paper) -> Value {
    let now = paper.now();
    let document = &now.document;
    let year = document.about.year;
    let open = document.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let repairs = (0..).zip(document.repairs());
    json!({
        "id": paper.id,
        "name": paper.name,
        "edition": document.about.codification.map(Edition::name),
        "bidang": bidang(document),
        "tables": document.tables.iter().map(|found| table(found, year)).collect::<Vec<_>>(),
        "repairs": repairs.map(|(index, found)| repair(&paper.workbook, document, index, found)).collect::<Vec<_>>(),
        "questions": open.map(|found| question(&paper.workbook, document, found)).collect::<Vec<_>>(),
        "decided": decided(&now),
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

fn repair(workbook: &Workbook, document: &Document, index: usize, repair: &Repair) -> Value {
    let proofs = repair.proofs.iter().map(|proof| json!({"kind": proof.kind.name(), "text": proof.text}));
    let table = document.tables.get(repair.table);
    json!({
        "id": document.repair_id(index),
        "rule": repair.rule,
        "name": rule(repair.rule).map(|rule| said(&rule.name.said())),
        "why": rule(repair.rule).map(|rule| said(&rule.sees.said())),
        "grade": repair.grade().name(),
        "table": repair.table,
        "row": repair.row,
        "column": repair.column,
        "position": table.map(|table| position(table, Some(repair.column))),
        "sources": repair.sources.iter().map(Place::to_string).collect::<Vec<_>>(),
        "before": repair.before,
        "after": repair.after,
        "proofs": proofs.collect::<Vec<_>>(),
        "around": repair.sources.first().map(|place| around(workbook, place)),
    })
}

fn question(workbook: &Workbook, document: &Document, finding: &Finding) -> Value {
    let table = finding.table.and_then(|index| document.tables.get(index));
    json!({
        "id": finding.may_stay().then(|| document.question_id(finding)),
        "about": finding.about.map(Subject::name),
        "rule": finding.rule,
        "name": rule(finding.rule).map(|rule| said(&rule.name.said())),
        "severity": finding.severity.name(),
        "table": finding.table,
        "row": finding.row,
        "column": finding.column,
        "position": table.map(|table| position(table, finding.column)),
        "source": finding.source.as_ref().map(Place::to_string),
        "message": said(&finding.message),
        "expected": finding.expected,
        "found": finding.found,
        "candidates": finding.candidates,
        "around": finding.source.as_ref().map(|place| around(workbook, place)),
    })
}

/// The decisions that were followed, in their order, with the cells that they are about.
fn decided(now: &Decided) -> Vec<Value> {
    let document = &now.document;
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
