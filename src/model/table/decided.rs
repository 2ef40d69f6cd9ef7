//! What a person's decisions change: repairs are taken back, proofs that stood on them fall.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::{Document, Meaning, NoSuchCell, Status};
use crate::model::{Decided, Finding, Grade, ProofKind, Repair};

impl Document {
    /// Takes back every repair of the cell of the given one, from the first to the last: the text before the first
    /// stands again, unresolved, with what was refused among its candidates and the finding saying so.
    ///
    /// # Errors
    /// If the repair names a place the document does not have.
    pub fn take_back(&mut self, index: usize, finding: Finding) -> Result<(), NoSuchCell> {
        let Some(repair) = self.repairs.get(index) else { return Ok(()) };
        let (table, row, column) = (repair.table, repair.row, repair.column);
        let here = |other: &&Repair| other.table == table && other.row == row && other.column == column;
        let before = self.repairs.iter().find(here).map(|first| first.before.clone()).unwrap_or_default();
        self.repairs.retain(|other| !here(&other));
        self.restore(table, row, column, before, Meaning::default(), Status::Unresolved, &finding)?;
        self.findings.push(finding);
        Ok(())
    }

    /// Takes back the repairs of a cell in which a person once chose what stands there: it is as it was read.
    ///
    /// # Errors
    /// If there is no such cell.
    pub fn keep(&mut self, index: usize, meaning: Meaning) -> Result<(), NoSuchCell> {
        let Some(repair) = self.repairs.get(index).cloned() else { return Ok(()) };
        let here = |other: &Repair| {
            other.table == repair.table && other.row == repair.row && other.column == repair.column
        };
        let before = self.repairs.iter().find(|other| here(other)).map(|first| first.before.clone());
        self.repairs.retain(|other| !here(other));
        let cell = self.cell_mut(repair.rule, repair.table, repair.row, repair.column)?;
        cell.text = before.unwrap_or_default();
        cell.meaning = meaning;
        cell.status = Status::AsIs;
        Ok(())
    }

    #[allow(clippy::too_many_arguments, reason = "one cell and all that is said of it")]
    fn restore(
        &mut self,
        table: usize,
        row: usize,
        column: &'static str,
        text: String,
        meaning: Meaning,
        status: Status,
        finding: &Finding,
    ) -> Result<(), NoSuchCell> {
        if column == "kode"
            && let Some(row) = self.tables.get_mut(table).and_then(|table| table.rows.get_mut(row))
        {
            row.code = None;
            row.code_status = Status::Unresolved;
        }
        match self.cell_mut(finding.rule, table, row, column) {
            Ok(cell) => {
                cell.text = text;
                cell.meaning = meaning;
                cell.official = false;
                cell.status = status;
                cell.candidates.clone_from(&finding.candidates);
                Ok(())
            }
            // Forms without a column for codes keep none.
            Err(_) if column == "kode" => Ok(()),
            Err(missing) => Err(missing),
        }
    }

    /// Takes a proof off a repair; a repair that keeps others may be of a lesser grade now, and its cell with it.
    /// Whether any proof is left.
    pub fn drop_proof(&mut self, index: usize, kind: ProofKind, text: &str) -> bool {
        let Some(repair) = self.repairs.get_mut(index) else { return false };
        repair.proofs.retain(|proof| proof.kind != kind || proof.text != text);
        let repair = repair.clone();
        let weakest = self
            .repairs
            .iter()
            .filter(|other| {
                other.table == repair.table && other.row == repair.row && other.column == repair.column
            })
            .map(Repair::grade)
            .max();
        if let Ok(cell) = self.cell_mut(repair.rule, repair.table, repair.row, repair.column)
            && cell.status != Status::Unresolved
        {
            cell.status = if weakest == Some(Grade::A) { Status::Proven } else { Status::Likely };
        }
        !repair.proofs.is_empty()
    }

    /// The id of a repair: `P-` and ten hexadecimal digits. It stays the same as long as the cell, its text and what
    /// the text became do.
    #[must_use]
    pub fn repair_id(&self, index: usize) -> String {
        let Some(repair) = self.repairs.get(index) else { return String::new() };
        let here = |other: &&Repair| {
            other.table == repair.table && other.row == repair.row && other.column == repair.column
        };
        self.id_of(repair, self.repairs.iter().take(index).filter(here).count())
    }

    /// The ids of all repairs, in their order.
    #[must_use]
    pub fn repair_ids(&self) -> Vec<String> {
        let mut seen: foldhash::HashMap<(usize, usize, &str), usize> = foldhash::HashMap::default();
        let ids = self.repairs.iter().map(|repair| {
            let ordinal = seen.entry((repair.table, repair.row, repair.column)).or_default();
            *ordinal += 1;
            self.id_of(repair, *ordinal - 1)
        });
        ids.collect()
    }

    fn id_of(&self, repair: &Repair, ordinal: usize) -> String {
        let ordinal = ordinal.to_string();
        let table = self.tables.get(repair.table).map_or("", |table| table.id.as_str());
        let row = repair.row.to_string();
        named("P", &[table, &row, repair.column, &ordinal, repair.rule, &repair.before, &repair.after])
    }

    /// The id of a question: `T-` and ten hexadecimal digits. It stays the same as long as the rule that asks, the
    /// cell and what is found there do.
    #[must_use]
    pub fn question_id(&self, finding: &Finding) -> String {
        let table = finding.table.and_then(|index| self.tables.get(index)).map_or("", |table| &table.id);
        let row = finding.row.map(|row| row.to_string()).unwrap_or_default();
        let source = finding.source.as_ref().map(ToString::to_string).unwrap_or_default();
        let found = finding.found.as_deref().unwrap_or_default();
        named("T", &[finding.rule, table, &row, finding.column.unwrap_or_default(), &source, found])
    }

    /// Takes note of a decision, after those before it, so that it is written beside the tables and found again.
    pub fn note_decision(&mut self, decided: Decided) {
        if !self.decided.contains(&decided) {
            self.decided.push(decided);
        }
    }

    /// Removes the findings about a cell: they are answered.
    pub fn answer(&mut self, table: usize, row: usize, column: &str) {
        self.findings.retain(|finding| {
            !(finding.table == Some(table) && finding.row == Some(row) && finding.column == Some(column))
        });
    }
}

/// A short name made of what it names.
fn named(kind: &str, parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.len().to_le_bytes());
        digest.update(part.as_bytes());
    }
    let mut name = format!("{kind}-");
    for byte in digest.finalize().iter().take(5) {
        // Writing into a text cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
