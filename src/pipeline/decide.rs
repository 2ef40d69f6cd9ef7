//! A person's decisions put into a document: a repair taken back or a question answered, that one and no other,
//! and what stood on a refused value no longer standing on it.

use super::decisions::Decisions;
use crate::audit;
use crate::locate::stated_decisions;
use crate::model::{
    Column, Decided, Decision, Document, Finding, Grade, Kind, Kode, Language, Meaning, NoSuchCell, Proof,
    ProofKind, Repair, Said, Severity, Workbook,
};
use crate::solve::{meaning, settled_number};
use crate::write::json;

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
    /// A fault of this program.
    #[error(transparent)]
    Fault(#[from] NoSuchCell),
}

/// Follows the decisions in a solved document.
///
/// # Errors
/// The first decision that cannot be followed; the document is then not to be used.
pub(super) fn decide(
    document: &mut Document,
    decisions: &Decisions,
    weakest: Grade,
) -> Result<(), Undecided> {
    for decision in decisions.all() {
        match decision {
            Decision::Refuse { sources, before, after } => {
                let index = refused(document, sources, before, after)?;
                refuse(document, index)?;
            }
            Decision::Choose { source, rule, value } => choose(document, source, rule, value)?,
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
    for (table, row, column, is_refused) in &stated {
        let column = column.as_str();
        let Some(index) = document.tables.iter().position(|found| found.id == *table) else { continue };
        let here = |repair: &Repair| repair.table == index && repair.row == *row && repair.column == column;
        let found = document.repairs().iter().position(here);
        match found {
            Some(repair) if *is_refused => refuse(document, repair)?,
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
        let decided = Decided { table: index, row: *row, column: column.to_owned(), refused: *is_refused };
        document.note_decision(decided);
    }
    if stated.is_empty() { Ok(()) } else { drop_fallen_proofs(document, weakest) }
}

fn refused(document: &Document, sources: &str, before: &str, after: &str) -> Result<usize, Undecided> {
    let matches = |repair: &Repair| {
        repair.before == before && repair.after == after && shown_sources(repair) == sources
    };
    let mut found = document.repairs().iter().enumerate().filter(|(_, repair)| matches(repair));
    match (found.next(), found.next()) {
        (Some((index, _)), None) => Ok(index),
        (None, _) => Err(Undecided::Unmet { place: sources.to_owned(), text: before.to_owned() }),
        _ => Err(Undecided::Several(sources.to_owned())),
    }
}

/// The cells that a repair was made from, as the audit lists them.
#[must_use]
pub fn shown_sources(repair: &Repair) -> String {
    repair.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn refuse(document: &mut Document, index: usize) -> Result<(), NoSuchCell> {
    let Some(repair) = document.repairs().get(index).cloned() else { return Ok(()) };
    let message = Said::new(
        format!("Perbaikan menjadi “{}” ditolak oleh pemeriksa. Isi nilai yang benar.", repair.after),
        format!("The repair to “{}” was refused by a person. Fill in the right value.", repair.after),
    );
    let decided =
        Decided { table: repair.table, row: repair.row, column: repair.column.to_owned(), refused: true };
    document.take_back(index, taken_back(&repair, message))?;
    document.note_decision(decided);
    Ok(())
}

fn taken_back(repair: &Repair, message: Said) -> Finding {
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
        candidates: Some(repair.after.clone()).filter(|after| !after.is_empty()).into_iter().collect(),
    }
}

fn choose(document: &mut Document, source: &str, rule: &str, value: &str) -> Result<(), Undecided> {
    let asks = |finding: &Finding| {
        finding.rule == rule && finding.source.as_ref().is_some_and(|place| place.to_string() == source)
    };
    let open = |finding: &&Finding| asks(finding) && finding.row.is_some() && finding.column.is_some();
    let mut found = document.findings.iter().filter(open);
    let finding = match (found.next(), found.next()) {
        (Some(finding), None) => finding.clone(),
        (None, _) => return Err(Undecided::Unmet { place: source.to_owned(), text: rule.to_owned() }),
        _ => return Err(Undecided::Several(source.to_owned())),
    };
    answer(document, &finding, source, value.trim())
}

fn answer(document: &mut Document, finding: &Finding, source: &str, value: &str) -> Result<(), Undecided> {
    let (Some(table), Some(row), Some(column)) = (finding.table, finding.row, finding.column) else {
        return Ok(());
    };
    let unfit = || Undecided::Unfit { place: source.to_owned(), value: value.to_owned() };
    let proofs = vec![Proof::new(ProofKind::Person, value)];
    let sources: Vec<_> = finding.source.clone().into_iter().collect();
    let before = before(document, table, row, column);
    let repair =
        Repair { rule: finding.rule, table, row, column, sources, before, after: String::new(), proofs };
    if column == "kode" {
        let code: Kode = value.parse().map_err(|_| unfit())?;
        document.repair_code(Repair { after: code.to_string(), ..repair }, code)?;
    } else {
        let declared = document
            .tables
            .get(table)
            .and_then(|found| found.columns.iter().copied().find(|declared| declared.id == column))
            .ok_or_else(unfit)?;
        let (after, meaning) = accepted(declared, value).ok_or_else(unfit)?;
        document.repair(Repair { after, ..repair }, meaning, false)?;
    }
    document.answer(table, row, column);
    document.note_decision(Decided { table, row, column: column.to_owned(), refused: false });
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

/// Takes off every proof that no longer holds; a repair without a proof, or of too weak a grade, is taken back.
fn drop_fallen_proofs(document: &mut Document, weakest: Grade) -> Result<(), NoSuchCell> {
    loop {
        let text = json::model(document, Language::English);
        let fallen = audit::verify(&text).map(|verdict| verdict.failures).unwrap_or_default();
        let Some((index, kind, proof)) = fallen.iter().find_map(|failure| {
            let (kind, text) = failure.proof.clone()?;
            let index = document.repairs().iter().position(|repair| {
                repair.row == failure.row
                    && repair.column == failure.column
                    && repair.rule == failure.rule
                    && document.tables.get(repair.table).is_some_and(|table| table.id == failure.table)
                    && repair.proofs.iter().any(|proof| proof.kind == kind && proof.text == text)
            })?;
            Some((index, kind, text))
        }) else {
            return Ok(());
        };
        let kept = document.drop_proof(index, kind, &proof);
        let Some(repair) = document.repairs().get(index).cloned() else { return Ok(()) };
        if !kept || repair.grade() > weakest {
            let message = Said::new(
                format!("Bukti untuk “{}” gugur karena keputusan lain. Periksa dan isi.", repair.after),
                format!("The proof of “{}” fell with another decision. Check and fill in.", repair.after),
            );
            document.take_back(index, taken_back(&repair, message))?;
        }
    }
}
