//! Names: where code and name prove each other, the codification's own wording takes the place of the printed
//! one; the printed one stays in the audit.

use super::codes::{Decision, Decisions};
use crate::codification::{Entry, begins, editions_beside, entries_named, is_name_by, likeness};
use crate::document::evidence::official;
use crate::model::{
    Change, Column, Document, Edition, Grade, Kind, Meaning, NoSuchCell, Repair, Role, Status, letters,
};
use crate::rules;

/// How names are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// In the codification's wording, where code and name prove each other.
    #[default]
    Official,
    /// As printed, with torn words joined.
    Printed,
}

/// How alike a name must be that has code cells to support it, one whose code was proven without cells, and one
/// that code cells speak against.
const ALIKE_WITH_CODE: f64 = 0.75;
const ALIKE_ALONE: f64 = 0.7;
const ALIKE_AGAINST: f64 = 0.9;
/// How alike a name of the edition of 2006 must be.
const ALIKE_IN_2006: f64 = 0.93;

/// Puts official names into the document.
///
/// # Errors
/// If a decision names a row the document does not have.
pub(super) fn apply(
    document: &mut Document,
    decisions: &Decisions,
    naming: Naming,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    for (table, rows) in decisions.tables.iter().enumerate() {
        for (row, decision) in rows.iter().enumerate() {
            let Some(entry) = decision.entry() else { continue };
            if !settled(document, table, row, decision) {
                continue;
            }
            let columns: Vec<&'static Column> =
                document.tables.get(table).map(|table| table.columns.clone()).unwrap_or_default();
            for column in columns.iter().filter(|column| matches!(column.role, Role::Name | Role::TwinName)) {
                debug_assert_eq!(column.kind, Kind::Text);
                name(document, (table, row), column, decision, entry, naming, weakest)?;
            }
        }
    }
    Ok(())
}

fn settled(document: &Document, table: usize, row: usize, decision: &Decision) -> bool {
    let row = document.tables.get(table).and_then(|table| table.rows.get(row));
    let code = decision.chosen().and_then(|chosen| chosen.code.as_ref());
    row.is_some_and(|row| row.code_status != Status::Unresolved && row.code.as_ref() == code)
}

fn name(
    document: &mut Document,
    (table, row): (usize, usize),
    column: &'static Column,
    decision: &Decision,
    entry: &'static Entry,
    naming: Naming,
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    let Some(cell) = document.tables.get(table).and_then(|found| found.cell(row, column.id)) else {
        return Ok(());
    };
    let (before, sources) = (cell.text().to_owned(), cell.sources().to_vec());
    let printed = if column.role == Role::Name { decision.evidence.name.as_str() } else { before.as_str() };
    let twin = column.role == Role::TwinName && letters(&decision.evidence.name) == letters(entry.nama);
    if before.is_empty() || !proves(decision, printed, entry, twin, document.about.codification) {
        return Ok(());
    }
    let edition = document.about.codification;
    if before == entry.nama || is_published(&before, entry, edition) {
        document.mark_official(table, row, column.id);
        return Ok(());
    }
    let proof = official::name(entry);
    let is_guessed = document
        .tables
        .get(table)
        .and_then(|found| found.rows.get(row))
        .is_some_and(|row| matches!(row.code_status, Status::Decided | Status::Likely));
    // A code that a person says, or that is only likely, proves no name.
    if naming == Naming::Printed || Grade::A > weakest || is_guessed {
        return Ok(());
    }
    let after = worded(printed, entry);
    let repair = Repair {
        rule: rules::official_name::ID,
        change: Change::Text,
        table,
        row,
        column: column.id,
        sources,
        before: before.clone(),
        after,
        proofs: vec![proof],
    };
    document.repair(repair, Meaning::default(), true)
}

/// The official name, in capitals where an office that follows the edition of 2006 prints it so.
fn worded(printed: &str, entry: &Entry) -> String {
    let capitals = entry.kode.shape().is_some() && !printed.chars().any(char::is_lowercase);
    if capitals { entry.nama.to_uppercase() } else { entry.nama.to_owned() }
}

/// Whether an entry of the same letters and level is published in just this spelling: a bidang's own kegiatan and the
/// general one may differ in their capitals. The edition of 2006 was copied in any capitals.
fn is_published(text: &str, entry: &Entry, edition: Option<Edition>) -> bool {
    letters(text) == letters(entry.nama)
        && (edition == Some(Edition::Y2006)
            || entries_named(text, edition).any(|other| other.tingkat == entry.tingkat && other.nama == text))
}

/// Whether a printed name can only mean the entry. `twin` says that the other half of the row names it in full.
fn proves(decision: &Decision, printed: &str, entry: &Entry, twin: bool, edition: Option<Edition>) -> bool {
    if letters(printed) == letters(entry.nama) {
        return true;
    }
    let supported = !decision.evidence.printed.is_empty()
        && decision.chosen().is_some_and(|chosen| chosen.misfit.is_some());
    if (supported || twin) && begins(printed, entry.nama) {
        return true;
    }
    if is_name_by(&letters(printed), &editions_beside(edition)) {
        // It is whole: like another name or not, it says what it says.
        return false;
    }
    if edition == Some(Edition::Y2006) {
        // Offices worded kegiatan of their own after official ones: only a slip of the pen is one.
        return likeness(printed, entry.nama) >= ALIKE_IN_2006;
    }
    let enough = match (supported, decision.evidence.printed.is_empty()) {
        (true, _) => ALIKE_WITH_CODE,
        (false, true) => ALIKE_ALONE,
        (false, false) => ALIKE_AGAINST,
    };
    likeness(printed, entry.nama) >= enough
}
