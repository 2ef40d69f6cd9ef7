//! What became of a file, as the page tells it: the figures of the command line's summary.

use serde_json::{Value, json};

use super::super::answer::said;
use super::session::Session;
use crate::model::{Document, Edition, Language, Severity};
use crate::pipeline::{AmountSum, Over, Report, TableSummary, standing};
use crate::rules::{Group, grouped};

/// The figures of a file as it stands now.
pub(super) fn outcome(session: &Session) -> Value {
    let document = &session.document;
    let report = Report::of(document);
    let sum = |of: fn(&TableSummary) -> usize| report.tables.iter().map(of).sum::<usize>();
    json!({
        "sha256": document.sha256,
        "verdict": if report.open() == 0 { "ready" } else { "to_check" },
        "office": report.office,
        "region": document.about.region,
        "year": document.about.year,
        "edition": document.about.codification.map(Edition::name),
        "rows": sum(|table| table.rows),
        "proven": sum(|table| table.repaired.proven),
        "likely": sum(|table| table.repaired.likely),
        "open": report.open(),
        "general": report.general,
        "gap": report.gap.normalize().to_string(),
        "tables": report.tables.iter().map(table).collect::<Vec<_>>(),
        "causes": causes(document),
        "notices": report.notices.iter().map(said).collect::<Vec<_>>(),
        "standing": standing(document.file.clone(), &report, Language::Indonesian),
    })
}

fn table(table: &TableSummary) -> Value {
    json!({
        "id": table.id,
        "rows": table.rows,
        "proven": table.repaired.proven,
        "likely": table.repaired.likely,
        "open": table.open,
        "amounts": table.amounts.iter().map(amount).collect::<Vec<_>>(),
    })
}

fn amount(amount: &AmountSum) -> Value {
    json!({
        "column": amount.column,
        "heading": amount.heading,
        "level": match amount.over {
            Over::Level(level) => Some(level.name()),
            Over::Lowest | Over::All => None,
        },
        "lowest": amount.over == Over::Lowest,
        "read": amount.read.normalize().to_string(),
        "written": amount.written.normalize().to_string(),
        "unsettled": amount.unsettled,
    })
}

/// What is left to decide by cause, each with the questions that it has.
fn causes(document: &Document) -> Vec<Value> {
    let cause = |group: &Group<'_>| {
        let questions = group.findings.iter().map(|finding| document.question_id(finding));
        json!({"said": said(&group.said()), "questions": questions.collect::<Vec<_>>()})
    };
    let groups = grouped(&document.findings);
    groups.iter().filter(|group| group.severity != Severity::Note).map(cause).collect()
}
