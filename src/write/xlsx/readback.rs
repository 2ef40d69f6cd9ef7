//! What is needed to read the workbook back, on a sheet that only a program sees.

use rust_xlsxwriter::Worksheet;

use super::plan::Plan;
use crate::model::{
    Cell, Decided, Document, Finding, MARKED_HEAD, Role, Row, Status, Subject, Tingkat, Verdict,
};
use crate::write::WriteError;
use crate::write::json::{self, SCHEMA};

/// One line of what was decided: where, what, the decision as it was made, and all that is needed to decide it again.
fn stated(document: &Document, decided: &Decided) -> Vec<String> {
    let table = decided.table.and_then(|index| document.tables.get(index)).map_or("", |table| &table.id);
    let row = decided.row.map(|row| row.to_string()).unwrap_or_default();
    let verdict = match decided.verdict {
        Verdict::Refuse => "refused",
        Verdict::Choose(_) => "chosen",
        Verdict::Stay => "stays",
    };
    let made = decided.made.as_ref().map(|made| json::decision(made).to_string()).unwrap_or_default();
    let said = serde_json::json!({
        "rule": decided.rule,
        "text": decided.text(),
        "before": decided.before,
        "after": decided.after,
        "about": decided.about.map(Subject::name),
    });
    ["decision", table, &row, &decided.column, verdict, &made, &said.to_string()].map(str::to_owned).to_vec()
}

/// One line of what is still asked about a cell whose text says less than the file did: a merge, a format, a date. The
/// workbook has only the text, so that the question would be gone.
fn open(document: &Document, finding: &Finding) -> Option<Vec<String>> {
    let (table, row, column) = (finding.table?, finding.row?, finding.column?);
    let found = document.tables.get(table)?;
    let cell = found.cell(row, column)?;
    let speaks = !cell.is_empty() || finding.found.is_some();
    let asks = finding.may_stay() && column != "kode" && cell.status() == Status::Unresolved && speaks;
    let said = serde_json::json!({
        "rule": finding.rule(),
        "cause": finding.cause.key(),
        "severity": finding.severity.name(),
        "indonesian": finding.message.indonesian,
        "english": finding.message.english,
        "expected": finding.expected,
        "found": finding.found,
        "candidates": finding.candidates,
    });
    let code = found.rows.get(row)?.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let line = ["open", &found.id, &row.to_string(), column, &code, cell.text(), &said.to_string()];
    asks.then(|| line.map(str::to_owned).to_vec())
}

pub(super) const SHEET: &str = crate::model::MARKER_SHEET;

/// What the sheet says, by row and column: keys and values; then one line a table: sheet, form, layout, unit, first row
/// of the body (1-based); then what was decided, and what is still asked.
#[derive(Debug)]
pub struct Marker(pub(super) Vec<Vec<String>>);

impl Marker {
    pub(super) fn of(document: &Document, plans: &[Plan<'_>]) -> Self {
        Self(lines(document, plans))
    }

    pub(super) fn worksheet(&self) -> Result<Worksheet, WriteError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(SHEET)?.set_very_hidden(true);
        for (row, line) in (0..).zip(&self.0) {
            for (column, text) in (0..).zip(line) {
                sheet.write_string(row, column, super::value::fitting(text))?;
            }
        }
        Ok(sheet)
    }
}

/// Which rows of a table are of offices and units, where its sheet alone may not tell it.
fn heads(plan: &Plan<'_>) -> Vec<Vec<String>> {
    let table = plan.table;
    let name = table.columns.iter().position(|column| column.role == Role::Name);
    let head = |row: &Row| {
        let level = row.level.filter(|level| matches!(level, Tingkat::PerangkatDaerah | Tingkat::Unit))?;
        let name = name.and_then(|name| row.cells.get(name)).map_or("", Cell::text);
        Some([MARKED_HEAD, &plan.sheet, level.name(), name].map(str::to_owned).to_vec())
    };
    if table.heads_are_stated { table.rows.iter().filter_map(head).collect() } else { Vec::new() }
}

fn lines(document: &Document, plans: &[Plan<'_>]) -> Vec<Vec<String>> {
    let about = &document.about;
    let mut lines: Vec<Vec<String>> = [
        ("rapikan", env!("CARGO_PKG_VERSION").to_owned()),
        ("schema", SCHEMA.to_owned()),
        ("file", document.file.clone()),
        ("sha256", document.sha256.clone()),
        ("fingerprint", document.fingerprint()),
        ("region", about.region.clone().unwrap_or_default()),
        ("opd", about.opd.clone().unwrap_or_default()),
        ("year", about.year.map(|year| year.to_string()).unwrap_or_default()),
        ("codification", about.codification.map_or("", |edition| edition.name()).to_owned()),
    ]
    .into_iter()
    .map(|(key, text)| vec![key.to_owned(), text])
    .collect();
    lines.extend(plans.iter().map(|plan| {
        let table = plan.table;
        let first = (plan.first_row + 1).to_string();
        let texts = ["table", &plan.sheet, table.form.id, table.layout.id, table.unit.name(), &first];
        texts.map(str::to_owned).to_vec()
    }));
    lines.extend(plans.iter().flat_map(heads));
    lines.extend(document.decided.iter().chain(&document.kept).map(|decided| stated(document, decided)));
    lines.extend(document.unmet.iter().map(|unmet| {
        let made = json::decision(&unmet.decision).to_string();
        ["decision", "", "", "", "unmet", &made].map(str::to_owned).to_vec()
    }));
    lines.extend(document.findings.iter().filter_map(|finding| open(document, finding)));
    lines
}
