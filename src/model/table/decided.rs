//! What a person decides holds: the cell has that value, or what was printed, and no repair reaches it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::{Document, Meaning, NoSuchCell, Status};
use crate::model::decision::Decided;
use crate::model::finding::Finding;
use crate::model::form::Role;
use crate::model::kode::Kode;
use crate::model::proof::Repair;

/// The cells that a person decided: the ids of their columns by table and row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held(BTreeMap<(usize, usize), Vec<String>>);

impl Document {
    /// Holds a cell: from now on no repair changes it, and no question is asked about it.
    pub fn hold(&mut self, table: usize, row: usize, column: &str) {
        self.held.0.entry((table, row)).or_default().push(column.to_owned());
    }

    /// Lets go of a cell that was held: it may be asked about again.
    pub fn release(&mut self, table: usize, row: usize, column: &str) {
        if let Some(columns) = self.held.0.get_mut(&(table, row)) {
            columns.retain(|held| held != column);
        }
    }

    /// Whether a person decided about a cell, so that nothing changes it.
    #[must_use]
    pub fn is_held(&self, table: usize, row: usize, column: &str) -> bool {
        let columns = self.held.0.get(&(table, row));
        columns.is_some_and(|columns| columns.iter().any(|held| held == column))
    }

    /// Puts a person's value into a cell and records it. Where just that stands there already, nothing changes.
    ///
    /// # Errors
    /// If there is no such cell.
    pub fn decide(&mut self, repair: Repair, meaning: Meaning) -> Result<(), NoSuchCell> {
        let cell = self.cell_mut(repair.table, repair.row, repair.column)?;
        cell.status = Status::Decided;
        cell.candidates = Box::default();
        if repair.before != repair.after {
            cell.text.clone_from(&repair.after);
            cell.meaning = meaning;
            cell.official = false;
            self.repairs.push(repair);
        }
        Ok(())
    }

    /// Gives a row the code that a person decided, or none, and records it where that is another than is printed.
    ///
    /// # Errors
    /// If there is no such row.
    pub fn decide_code(&mut self, repair: Repair, code: Option<Kode>) -> Result<(), NoSuchCell> {
        self.set_code(&repair, code, Status::Decided)?;
        if repair.before != repair.after {
            self.repairs.push(repair);
        }
        Ok(())
    }

    /// Leaves a cell as printed, for its repair is refused: its number is withdrawn.
    ///
    /// # Errors
    /// If there is no such cell.
    pub fn refuse(&mut self, table: usize, row: usize, column: &'static str) -> Result<(), NoSuchCell> {
        let cell = self.cell_mut(table, row, column)?;
        cell.status = Status::Unresolved;
        cell.meaning = Meaning::default();
        cell.official = false;
        Ok(())
    }

    /// Puts the printed code of a row back in the place of its repair and leaves it open. A printed text that is a clean code
    /// stays the code of the row.
    ///
    /// # Errors
    /// If there is no such row.
    pub fn refuse_code(&mut self, printed: &Repair) -> Result<(), NoSuchCell> {
        self.set_code(printed, Kode::of(printed.after.trim()), Status::Unresolved)
    }

    fn set_code(&mut self, repair: &Repair, code: Option<Kode>, status: Status) -> Result<(), NoSuchCell> {
        let missing = NoSuchCell::new(repair);
        let Some(table) = self.tables.get_mut(repair.table) else { return Err(missing) };
        let position = table.columns.iter().position(|column| column.role == Role::Code);
        let row = table.rows.written().get_mut(repair.row).ok_or(missing)?;
        row.code_status = status;
        if let Some(cell) = position.and_then(|position| row.cells.written().get_mut(position)) {
            cell.text.clone_from(&repair.after);
            cell.status = status;
        }
        if let Some(code) = &code {
            row.level = Some(code.tingkat());
        }
        row.code = code;
        Ok(())
    }

    /// States a code that a person wrote, where only the table tells what its parts are.
    pub(super) fn state_decided(&mut self, table: usize, row: usize, code: &Kode) {
        let Some(table) = self.tables.get_mut(table) else { return };
        let position = table.columns.iter().position(|column| column.role == Role::Code);
        let Some(row) = table.rows.written().get_mut(row) else { return };
        let cell = position.and_then(|position| row.cells.get(position));
        let is_it = cell.is_some_and(|cell| cell.text == code.as_str());
        if row.code.is_none() && row.code_status == Status::Decided && is_it {
            row.level = Some(code.tingkat());
            row.code = Some(code.clone());
        }
    }

    /// Asks about a cell of which a repair was refused.
    pub fn ask_of_refused(&mut self, finding: Finding) {
        let place = finding.table.zip(finding.row).zip(finding.column);
        if let Some(((table, row), column)) = place
            && let Ok(cell) = self.cell_mut(table, row, column)
        {
            cell.candidates = finding.candidates.as_slice().into();
        }
        self.findings.push(finding);
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
        named(
            "P",
            &[table, &row, repair.column, &ordinal, repair.rule.as_str(), &repair.before, &repair.after],
        )
    }

    /// The id of a question: `T-` and ten hexadecimal digits. It stays the same as long as the rule that asks, the
    /// cell and what is found there do.
    #[must_use]
    pub fn question_id(&self, finding: &Finding) -> String {
        let table = finding.table.and_then(|index| self.tables.get(index)).map_or("", |table| &table.id);
        let row = finding.row.map(|row| row.to_string()).unwrap_or_default();
        let source = finding.source.as_ref().map(ToString::to_string).unwrap_or_default();
        let found = finding.found.as_deref().unwrap_or_default();
        named(
            "T",
            &[finding.rule().as_str(), table, &row, finding.column.unwrap_or_default(), &source, found],
        )
    }

    /// Whether a person said that what a finding found is meant so, or answered a finding that is about no cell.
    #[must_use]
    pub fn is_settled(&self, finding: &Finding) -> bool {
        self.decided.iter().any(|decided| decided.settles(finding))
    }
}

impl Decided {
    /// Whether it settles a finding: what it found stays, or is about no cell and answered.
    #[must_use]
    pub fn settles(&self, finding: &Finding) -> bool {
        use crate::model::Verdict::{Refuse, Stay};
        let same_place = self.table == finding.table
            && self.row == finding.row
            && self.column == finding.column.unwrap_or_default()
            && self.rule == finding.rule();
        let in_cell = self.row.is_some();
        let same_found = in_cell || self.before == finding.found.as_deref().unwrap_or_default();
        let settling = self.verdict == Stay || !in_cell && self.verdict != Refuse;
        settling && same_place && same_found
    }
}

/// A short name made of what it names.
fn named(kind: &str, parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        // Of one width on every system, so that a repair has one id everywhere.
        digest.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        digest.update(part.as_bytes());
    }
    let mut name = format!("{kind}-");
    for byte in digest.finalize().iter().take(5) {
        // Writing into a text cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
