//! Notes on cells and lists to choose from.

use foldhash::HashMap;
use rust_xlsxwriter::{DataValidation, Format, Formula, Note, Worksheet};

use super::plan::Plan;
use super::value::{self, Value};
use super::{Audit, XlsxOptions};
use crate::model::{Cell, Column, Document, Finding, Grade, ORIGINAL_NOTE, Repair, Status};
use crate::rules;
use crate::write::WriteError;

/// The sheet of the lists: an inline list may have 255 characters only and breaks at commas.
const SHEET: &str = "_pilihan";

/// Nobody chooses among more; all of them stand in the finding.
const MOST_CHOICES: usize = 100;

/// Every list of the workbook, one a row of a hidden sheet.
#[derive(Debug, Default)]
pub(super) struct Choices {
    lists: Vec<Vec<Value>>,
}

impl Choices {
    /// A drop-down of the values; anything else may be typed too.
    pub(super) fn drop_down(&mut self, mut values: Vec<Value>) -> DataValidation {
        values.truncate(MOST_CHOICES);
        let last = u16::try_from(values.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let row = self.lists.iter().position(|list| *list == values).unwrap_or_else(|| {
            self.lists.push(values);
            self.lists.len() - 1
        });
        let letters = crate::model::column_letters(last);
        let range = format!("='{SHEET}'!$A${0}:${letters}${0}", row + 1);
        DataValidation::new().allow_list_formula(Formula::new(range)).show_error_message(false)
    }

    /// The hidden sheet, if there is any list.
    pub(super) fn worksheet(&self) -> Result<Option<Worksheet>, WriteError> {
        if self.lists.is_empty() {
            return Ok(None);
        }
        let mut sheet = Worksheet::new();
        sheet.set_name(SHEET)?.set_hidden(true);
        for (row, list) in (0..).zip(&self.lists) {
            for (column, value) in (0..).zip(list) {
                write_choice(&mut sheet, row, column, value)?;
            }
        }
        Ok(Some(sheet))
    }
}

fn write_choice(sheet: &mut Worksheet, row: u32, column: u16, choice: &Value) -> Result<(), WriteError> {
    match choice {
        Value::Blank => {}
        Value::Text(text) => {
            sheet.write_string(row, column, value::fitting(text))?;
        }
        Value::Number(number, shown) => {
            let format = Format::new().set_num_format(shown.as_ref());
            sheet.write_number_with_format(row, column, value::stored(*number), &format)?;
        }
    }
    Ok(())
}

/// The repairs and findings of one table by row and id of the column, each in the order of the document.
#[derive(Debug, Default)]
pub(super) struct Happened<'a> {
    repairs: HashMap<(usize, &'a str), Vec<&'a Repair>>,
    findings: HashMap<(usize, &'a str), Vec<&'a Finding>>,
}

impl<'a> Happened<'a> {
    pub(super) fn of(document: &'a Document, table: usize) -> Self {
        let mut happened = Self::default();
        for repair in document.repairs().iter().filter(|repair| repair.table == table) {
            happened.repairs.entry((repair.row, repair.column)).or_default().push(repair);
        }
        for finding in document.findings.iter().filter(|finding| finding.table == Some(table)) {
            if let Some(cell) = finding.row.zip(finding.column) {
                happened.findings.entry(cell).or_default().push(finding);
            }
        }
        happened
    }
}

/// What a reader must know of one cell: what it was, what it is now and why; `None` where nothing happened.
pub(super) fn note(
    document: &Document,
    (plan, happened): (&Plan<'_>, &Happened<'_>),
    (row, column): (usize, &str),
    status: Status,
    options: XlsxOptions,
) -> Option<Note> {
    let comment = comment(document, plan, (row, column), options);
    if status == Status::AsIs {
        return comment.map(|comment| sized(&comment));
    }
    let repairs = happened.repairs.get(&(row, column)).into_iter().flatten();
    let findings = happened.findings.get(&(row, column)).into_iter().flatten();
    let open = status == Status::Unresolved;
    let mut parts: Vec<String> = repairs
        .filter(|repair| options.audit != Audit::None && (open || is_noted(repair, plan)))
        .map(|repair| repaired(repair, options))
        .collect();
    parts.extend(findings.filter(|_| open).map(|finding| question(finding, options)));
    parts.extend(comment);
    if parts.is_empty() { None } else { Some(sized(&parts.join("\n\n"))) }
}

/// Whether a repair is told at its cell: not where it is proven and no figure is another one for it.
fn is_noted(repair: &Repair, plan: &Plan<'_>) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let is_figure = plan.placed(repair.column).is_some_and(|placed| placed.column.kind.is_numeric());
    repair.grade() != Grade::A || is_figure && digits(&repair.before) != digits(&repair.after)
}

/// The note that the cell has in the input.
fn comment(
    document: &Document,
    plan: &Plan<'_>,
    (row, column): (usize, &str),
    options: XlsxOptions,
) -> Option<String> {
    let cell = document.tables.get(plan.index)?.cell(row, column)?;
    let comment = document.beside.mark(cell.sources()).comment?;
    let [indonesian, english] = ORIGINAL_NOTE;
    Some(format!("{}: {comment}", options.say(indonesian, english)))
}

fn repaired(repair: &Repair, options: XlsxOptions) -> String {
    let sources: Vec<String> = repair.sources.iter().map(ToString::to_string).collect();
    let proofs: Vec<&str> =
        repair.proofs.iter().map(|proof| rules::told(&proof.text, options.language)).collect();
    let why = if repair.is_decided() {
        options.say("keputusan Anda", "your decision").to_owned()
    } else {
        let name = rules::name(repair.rule, options.language);
        format!("{name} ({}) — {}", repair.grade().name(), proofs.join("; "))
    };
    let mut lines = vec![
        format!("{}: {}", options.say("Semula", "Was"), repair.before),
        format!("{}: {}", options.say("Menjadi", "Now"), repair.after),
        format!("{}: {why}", options.say("Sebab", "Why")),
    ];
    if !sources.is_empty() {
        lines.push(format!("{}: {}", options.say("Sumber", "Source"), sources.join(", ")));
    }
    lines.join("\n")
}

fn question(finding: &Finding, options: XlsxOptions) -> String {
    let mut lines = vec![
        options.say("Perlu keputusan.", "Needs a decision.").to_owned(),
        finding.message.within(options.language).to_owned(),
    ];
    if !finding.candidates.is_empty() {
        let either = options.say("Pilihan", "Candidates");
        lines.push(format!("{either}: {}", finding.candidates.join(" | ")));
    }
    if let Some(source) = &finding.source {
        lines.push(format!("{}: {source}", options.say("Sumber", "Source")));
    }
    lines.join("\n")
}

/// A note large enough to be read without dragging its corner.
fn sized(text: &str) -> Note {
    // XML knows no control characters but line breaks.
    let clean: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).take(3_000).collect();
    let lines: usize = clean.split('\n').map(|line| line.chars().count() / 44 + 1).sum();
    let height = u32::try_from(lines.min(30)).unwrap_or(30) * 16 + 14;
    Note::new(clean).add_author_prefix(false).set_author("rapikan").set_width(300).set_height(height)
}

/// Puts note and drop-down on a cell, where there is something to say.
pub(super) fn mark(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    note: Option<Note>,
    (cell, form_column): (&Cell, &Column),
    choices: &mut Choices,
) -> Result<(), WriteError> {
    if let Some(note) = note {
        sheet.insert_note(row, column, &note)?;
    }
    if cell.status() == Status::Unresolved && !cell.candidates().is_empty() {
        let readings = cell.candidates().iter().map(|text| value::reading(text, form_column)).collect();
        let list = choices.drop_down(readings);
        sheet.add_data_validation(row, column, row, column, &list)?;
    }
    Ok(())
}
