//! A person's decisions put into a document: a repair taken back or a question answered, that one and no other,
//! and what stood on a refused value no longer standing on it.

mod fallen;
mod target;

use std::collections::BTreeMap;

use fallen::drop_fallen_proofs;
pub use target::shown_sources;
use target::{same_cell, target};

use super::decisions::Decisions;
use crate::locate::stated_decisions;
use crate::model::{
    Column, Decided, Decision, Document, Finding, Grade, Kind, Kode, Meaning, NoSuchCell, Proof, ProofKind,
    Repair, Said, Severity, Workbook,
};
use crate::solve::{meaning, settled_number};

/// Why a decision cannot be followed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undecided {
    /// No repair, or no question, is what the decision is about: the input is another one, or changed since.
    #[error("the decision about {place} ({text:?}) meets nothing")]
    Unmet {
        /// The cell that the decision names.
        place: String,
        /// The text or the rule it speaks of.
        text: String,
    },
    /// More than one repair or question is like that.
    #[error("the decision about {0} meets several")]
    Several(String),
    /// The answer is nothing that the column accepts.
    #[error("{value:?} cannot stand in {place}")]
    Unfit {
        /// The cell that the decision names.
        place: String,
        /// The answer.
        value: String,
    },
    /// It is about a table or a cell without a column, which no value answers.
    #[error("the question about {0} is answered by no value")]
    Unanswerable(String),
    /// A fault of this program.
    #[error(transparent)]
    Fault(#[from] NoSuchCell),
}

/// Follows the decisions in a solved document; `asked` gives what its tables contradict.
///
/// # Errors
/// The first decision that cannot be followed; the document is then not to be used.
pub(super) fn decide(
    document: &mut Document,
    decisions: &Decisions,
    asked: &dyn Fn(&Document) -> Vec<Finding>,
    weakest: Grade,
) -> Result<(), Undecided> {
    let named = |document: &Document| -> Vec<(String, Repair)> {
        document.repair_ids().into_iter().zip(document.repairs().iter().cloned()).collect()
    };
    if decisions.all().is_empty() {
        return Ok(());
    }
    let first = named(document);
    for decision in decisions.all() {
        match decision {
            Decision::Refuse { .. } => {
                let repair = match target(&named(document), decision) {
                    // Taken back already with another repair of its cell.
                    Err(Undecided::Unmet { .. }) => target(&first, decision)?,
                    found => found?,
                };
                let here = |other: &Repair| same_cell(other, &repair);
                if let Some(index) = document.repairs().iter().position(here) {
                    refuse(document, index, &repair, Some(decision.clone()))?;
                }
            }
            Decision::Choose { .. } => {
                let chosen = choose(document, &asked(document), decision);
                // What an earlier decision brought down asks only when it has come down.
                if let Err(Undecided::Unmet { .. }) = chosen {
                    drop_fallen_proofs(document, weakest)?;
                    choose(document, &asked(document), decision)?;
                } else {
                    chosen?;
                }
            }
        }
    }
    if !decisions.all().is_empty() {
        drop_fallen_proofs(document, weakest)?;
    }
    Ok(())
}

/// What one of our own workbooks says was decided: refused repairs are refused again, chosen values stay.
///
/// # Errors
/// Only by a fault of this program.
pub(super) fn keep_decisions(
    document: &mut Document,
    workbook: &Workbook,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    let stated = stated_decisions(workbook);
    // Of several decisions about a cell the last one counts.
    let last: BTreeMap<(&String, usize, &String), bool> =
        stated.iter().map(|(table, row, column, refused)| ((table, *row, column), *refused)).collect();
    for ((table, row, column), is_refused) in &last {
        let column = column.as_str();
        let Some(index) = document.tables.iter().position(|found| found.id == **table) else { continue };
        let here = |repair: &Repair| repair.table == index && repair.row == *row && repair.column == column;
        let found = document.repairs().iter().position(here);
        match found {
            Some(at) if *is_refused => {
                if let Some(repair) = document.repairs().get(at).cloned() {
                    refuse(document, at, &repair, None)?;
                }
            }
            Some(repair) => {
                let (Some(first), Some(declared)) = (
                    document.repairs().iter().find(|other| here(other)).map(|first| first.before.clone()),
                    document.tables.get(index).and_then(|table| table.layout.column(column)),
                ) else {
                    continue;
                };
                document.keep(repair, meaning(declared, &first))?;
            }
            None => {}
        }
        let decided =
            Decided { table: index, row: *row, column: column.to_owned(), refused: *is_refused, made: None };
        document.note_decision(decided);
    }
    if stated.is_empty() { Ok(()) } else { drop_fallen_proofs(document, weakest) }
}

/// Takes back what was done to the cell of the repair at an index; `repair` is the one that is not wanted.
fn refuse(
    document: &mut Document,
    index: usize,
    repair: &Repair,
    made: Option<Decision>,
) -> Result<(), NoSuchCell> {
    let message = Said::new(
        format!("Perbaikan menjadi “{}” ditolak oleh pemeriksa. Isi nilai yang benar.", repair.after),
        format!("The repair to “{}” was refused by a person. Fill in the right value.", repair.after),
    );
    let decided = Decided {
        table: repair.table,
        row: repair.row,
        column: repair.column.to_owned(),
        refused: true,
        made,
    };
    let first = document.repairs().iter().find(|other| same_cell(other, repair));
    let before = first.map_or_else(|| repair.before.clone(), |first| first.before.clone());
    let question = taken_back(document, &Repair { before, ..repair.clone() }, message);
    document.take_back(index, question)?;
    document.note_decision(decided);
    Ok(())
}

/// The question that is left of a refused repair. What was printed is an answer to it, where the column accepts that.
fn taken_back(document: &Document, repair: &Repair, message: Said) -> Finding {
    let column = document.tables.get(repair.table).and_then(|table| table.layout.column(repair.column));
    let printed = column.and_then(|column| accepted(column, &repair.before)).map(|_| repair.before.clone());
    let after = Some(repair.after.clone()).filter(|after| !after.is_empty());
    Finding {
        rule: repair.rule,
        severity: Severity::Warning,
        table: Some(repair.table),
        row: Some(repair.row),
        column: Some(repair.column),
        source: repair.sources.first().cloned(),
        message,
        expected: None,
        found: Some(repair.before.clone()),
        candidates: printed.into_iter().chain(after).collect(),
        ..Finding::default()
    }
}

fn choose(document: &mut Document, asked: &[Finding], decision: &Decision) -> Result<(), Undecided> {
    let Decision::Choose { id, source, rule, value } = decision else { return Ok(()) };
    let place = if source.is_empty() { id } else { source };
    let all: Vec<&Finding> = document.findings.iter().chain(asked).collect();
    let reads = |finding: &&&Finding| {
        finding.rule == rule && finding.source.as_ref().is_some_and(|place| place.to_string() == *source)
    };
    let named = all.iter().find(|finding| document.question_id(finding) == *id);
    let mut found = all.iter().filter(reads);
    let finding = match (named, found.next(), found.next()) {
        (Some(finding), ..) | (None, Some(finding), None) => (*finding).clone(),
        (None, None, _) => return Err(Undecided::Unmet { place: place.clone(), text: rule.clone() }),
        _ => return Err(Undecided::Several(place.clone())),
    };
    answer(document, &finding, decision, place, value.trim())
}

fn answer(
    document: &mut Document,
    finding: &Finding,
    decision: &Decision,
    place: &str,
    value: &str,
) -> Result<(), Undecided> {
    let (Some(table), Some(row), Some(column)) = (finding.table, finding.row, finding.column) else {
        return Err(Undecided::Unanswerable(place.to_owned()));
    };
    let unfit = || Undecided::Unfit { place: place.to_owned(), value: value.to_owned() };
    let sources: Vec<_> = finding.source.clone().into_iter().collect();
    let before = before(document, table, row, column);
    let repair = |after: String| {
        let proofs = vec![Proof::new(ProofKind::Person, &after)];
        Repair { rule: finding.rule, table, row, column, sources, before, after, proofs }
    };
    if column == "kode" {
        let code: Kode = value.parse().map_err(|_| unfit())?;
        document.repair_code(repair(code.to_string()), code)?;
    } else {
        let declared = document
            .tables
            .get(table)
            .and_then(|found| found.columns.iter().copied().find(|declared| declared.id == column))
            .ok_or_else(unfit)?;
        let (after, meaning) = accepted(declared, value).ok_or_else(unfit)?;
        document.repair(repair(after), meaning, false)?;
    }
    document.answer(table, row, column);
    let made = Some(decision.clone());
    document.note_decision(Decided { table, row, column: column.to_owned(), refused: false, made });
    Ok(())
}

fn before(document: &Document, table: usize, row: usize, column: &str) -> String {
    let found = document.tables.get(table);
    let cell = found.and_then(|table| table.cell(row, column));
    cell.map(|cell| cell.text().to_owned()).unwrap_or_default()
}

/// The text and the meaning of an answer, if the column accepts it.
fn accepted(column: &Column, value: &str) -> Option<(String, Meaning)> {
    if value.is_empty() {
        return None;
    }
    if column.kind.is_numeric()
        && let Some((text, number)) = settled_number(column.kind, value)
    {
        return Some((text, Meaning { number: Some(number), ..Meaning::default() }));
    }
    let meaning = meaning(column, value);
    let said = meaning.number.is_some() || !meaning.items.is_empty();
    let fits = match column.kind {
        Kind::Rupiah | Kind::Percent => false,
        Kind::MeasureOrRupiah => said,
        _ => true,
    };
    fits.then(|| (value.to_owned(), meaning))
}
