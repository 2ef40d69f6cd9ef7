//! What one of our own workbooks says is still asked. Its cells alone may not ask it any more: a merge, a number format or a
//! date of the input is not in it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::forms::{Spot, laws};
use crate::locate::{StatedQuestion, stated_fingerprint, stated_questions};
use crate::model::{Document, Finding, NoSuchCell, RawTable, Said, Severity, Status, Table, Workbook};
use crate::rules;
use crate::solve::{OpenCell, Pin, Solution, SolveOptions, solve};

/// The questions that a workbook states.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    questions: Vec<StatedQuestion>,
    /// What the tables said when the workbook was written.
    fingerprint: Option<String>,
    /// Whether somebody changed the tables since.
    is_edited: bool,
}

impl Asked {
    /// Of a workbook of our own; none of any other.
    pub(super) fn of(workbook: &Workbook) -> Self {
        let questions = stated_questions(workbook);
        Self { questions, fingerprint: stated_fingerprint(workbook), is_edited: false }
    }

    /// Solves tables for the first time, with what they state themselves, and learns whether somebody changed them.
    ///
    /// # Errors
    /// Only by a fault of this program.
    pub(super) fn solved_first(
        &mut self,
        base: &Document,
        tables: &[RawTable],
        options: SolveOptions,
        stated: &[Pin],
        ids: &[String],
    ) -> Result<Solution, NoSuchCell> {
        let solution = self.solved(base, tables, options, stated, ids)?;
        let is_same = || self.fingerprint.as_deref() == Some(&*solution.document.fingerprint());
        if self.questions.is_empty() || is_same() {
            return Ok(solution);
        }
        self.is_edited = true;
        self.solved(base, tables, options, stated, ids)
    }

    /// Solves tables, and asks again what they state is asked. In a workbook that nobody changed nothing is concluded from a
    /// cell that is asked about; in another one a law may have proven it since.
    ///
    /// # Errors
    /// Only by a fault of this program.
    pub(super) fn solved(
        &self,
        base: &Document,
        tables: &[RawTable],
        options: SolveOptions,
        pins: &[Pin],
        ids: &[String],
    ) -> Result<Solution, NoSuchCell> {
        let kept = self.questions.iter().filter(|_| !self.is_edited);
        let open: Vec<OpenCell> = kept.filter_map(|asked| cell(tables, ids, asked)).collect();
        let mut solution = solve(base.clone(), tables.to_vec(), options, pins, &open)?;
        self.ask_again(&mut solution.document)?;
        Ok(solution)
    }

    /// Asks about every cell that says what it said, if nothing is asked about it and no law proves it.
    fn ask_again(&self, document: &mut Document) -> Result<(), NoSuchCell> {
        if self.questions.is_empty() {
            return Ok(());
        }
        let known = Known::of(document);
        let found: Vec<Finding> =
            self.questions.iter().filter_map(|question| finding(document, &known, question)).collect();
        for finding in found {
            if let Some(column) = finding.column {
                document.leave_open(finding, column)?;
            }
        }
        Ok(())
    }
}

/// The cell that a question is about.
fn cell(tables: &[RawTable], ids: &[String], question: &StatedQuestion) -> Option<OpenCell> {
    let table = ids.iter().position(|id| *id == question.table)?;
    let columns = &tables.get(table)?.columns;
    let column = columns.iter().find(|column| column.id == question.column)?.id;
    Some(OpenCell { table, row: question.row, column, text: question.text.clone() })
}

/// What is known of the cells of a document.
struct Known {
    /// The cells that something is asked about.
    asked: BTreeSet<(usize, usize, &'static str)>,
    /// By table the cells with a number of which a law holds.
    proven: Vec<BTreeSet<Spot>>,
}

impl Known {
    fn of(document: &Document) -> Self {
        let asked = document.findings.iter().filter(|finding| finding.may_stay());
        let asked = asked.filter_map(|finding| Some((finding.table?, finding.row?, finding.column?)));
        Self { asked: asked.collect(), proven: document.tables.iter().map(proven).collect() }
    }
}

/// A stated question as a finding of a document; `None` where its cell says something else or has an answer.
fn finding(document: &Document, known: &Known, question: &StatedQuestion) -> Option<Finding> {
    let index = document.tables.iter().position(|table| table.id == question.table)?;
    let table = document.tables.get(index)?;
    let row = row(table, question)?;
    let position = table.position(&question.column)?;
    let column = table.columns.get(position)?.id;
    let cell = table.rows.get(row)?.cells.get(position)?;
    let is_settled = cell.status() == Status::Decided
        || known.asked.contains(&(index, row, column))
        || document.is_held(index, row, column)
        || known.proven.get(index)?.contains(&Spot { row, column: position });
    if is_settled || cell.text().trim() != question.text.trim() {
        return None;
    }
    let said: Value = serde_json::from_str(&question.said).ok()?;
    let text = |key: &str| said.get(key).and_then(Value::as_str).map(str::to_owned);
    let candidates = said.get("candidates").and_then(Value::as_array).into_iter().flatten();
    let is_error = text("severity")? == Severity::Error.name();
    Some(Finding {
        severity: if is_error { Severity::Error } else { Severity::Warning },
        table: Some(index),
        row: Some(row),
        column: Some(column),
        source: cell.sources().first().cloned(),
        message: Said::new(text("indonesian")?, text("english")?),
        expected: text("expected"),
        found: text("found"),
        candidates: candidates.filter_map(Value::as_str).map(str::to_owned).collect(),
        ..Finding::of(rules::cause(rules::rule(&text("rule")?)?, &text("cause").unwrap_or_default()))
    })
}

/// The row that a question is about: where it stood, or, where rows were put in or taken out, the one with its code.
fn row(table: &Table, question: &StatedQuestion) -> Option<usize> {
    let code = |row: usize| {
        table.rows.get(row).map(|row| row.code.as_ref().map(ToString::to_string).unwrap_or_default())
    };
    if code(question.row)? == question.code {
        return Some(question.row);
    }
    let mut same = (0..table.rows.len()).filter(|row| code(*row).as_deref() == Some(&question.code));
    let only = same.next().filter(|_| !question.code.is_empty());
    only.filter(|_| same.next().is_none())
}

/// The cells with a number of which a law holds with what stands there.
fn proven(table: &Table) -> BTreeSet<Spot> {
    let value =
        |spot: Spot| -> Option<Decimal> { table.rows.get(spot.row)?.cells.get(spot.column)?.number() };
    let laws = laws(table);
    let holding = laws.iter().filter(|law| law.holds(&value) == Some(true));
    holding.flat_map(crate::forms::Law::spots).filter(|spot| value(*spot).is_some()).collect()
}
