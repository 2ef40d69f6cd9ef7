//! A document: its tables, what was repaired in them, and what is left to ask.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::decided::Held;
use super::{About, Cell, Meaning, Status, Table};
use crate::model::at::Place;
use crate::model::beside::Beside;
use crate::model::decision::{Decided, Unmet};
use crate::model::finding::Finding;
use crate::model::form::Role;
use crate::model::grid::Container;
use crate::model::kode::Kode;
use crate::model::notice::Notice;
use crate::model::proof::{Grade, Repair};
use crate::model::tingkat::Tingkat;

/// Where every non-empty input cell went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conservation {
    /// How many non-empty cells the input has.
    pub source_cells: usize,
    /// How many stand in the model.
    pub used: usize,
    /// How many are titles, headers, number rows, rules, notes and signatures.
    pub decoration: usize,
    /// The others, with their text.
    pub unplaced: Vec<(Place, String)>,
}

/// The clean model of one input file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The input's file name.
    pub file: String,
    /// SHA-256 of the input.
    pub sha256: String,
    /// What the input is.
    pub container: Container,
    /// Region, office, year, edition.
    pub about: About,
    /// The tables in document order.
    pub tables: Vec<Table>,
    /// Findings, the most serious first within each table.
    pub findings: Vec<Finding>,
    /// Where every input cell went.
    pub conservation: Conservation,
    /// What is told and asks nothing.
    pub notices: Vec<Notice>,
    /// What the input says beside its values.
    pub beside: Beside,
    /// What a person decided about it.
    pub decided: Vec<Decided>,
    /// What follows from a decision for further cells: the others of a refused move stay where they are printed too.
    pub kept: Vec<Decided>,
    /// Decisions that met nothing here: they are kept for another version of the file.
    pub unmet: Vec<Unmet>,
    pub(super) held: Held,
    pub(super) repairs: Vec<Repair>,
}

/// A repair that names a place the document does not have.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a repair names table {table}, row {row}, column {column}, which do not exist")]
pub struct NoSuchCell {
    table: usize,
    row: usize,
    column: &'static str,
}

impl NoSuchCell {
    /// Of the place of a repair.
    pub(super) const fn new(repair: &Repair) -> Self {
        Self { table: repair.table, row: repair.row, column: repair.column }
    }
}

impl Document {
    /// A document without tables.
    #[must_use]
    pub fn new(file: &str, sha256: &str, container: Container) -> Self {
        Self {
            file: file.to_owned(),
            sha256: sha256.to_owned(),
            container,
            about: About::default(),
            tables: Vec::new(),
            findings: Vec::new(),
            conservation: Conservation::default(),
            notices: Vec::new(),
            beside: Beside::default(),
            decided: Vec::new(),
            kept: Vec::new(),
            unmet: Vec::new(),
            held: Held::default(),
            repairs: Vec::new(),
        }
    }

    /// The office of a table; `None` where nothing names it.
    #[must_use]
    pub fn office_of<'a>(&'a self, table: &'a Table) -> Option<&'a str> {
        table.office.as_deref().or(self.about.opd.as_deref())
    }

    /// The offices that it names: the one that it is of, or those of its tables, each once in their order.
    #[must_use]
    pub fn offices(&self) -> Vec<&str> {
        let mut offices: Vec<&str> = self.about.opd.as_deref().into_iter().collect();
        for office in self.tables.iter().filter_map(|table| table.office.as_deref()) {
            if !offices.contains(&office) {
                offices.push(office);
            }
        }
        offices
    }

    /// Its offices as one text for people; `None` where it names none.
    #[must_use]
    pub fn offices_shown(&self) -> Option<String> {
        Some(self.offices().join("; ")).filter(|shown| !shown.is_empty())
    }

    /// A digest of what the tables say: forms, codes, levels, texts and numbers, but not how they were come by.
    /// A workbook of our own carries it, so that one that nobody changed is known again.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        let mut say = |text: &str| {
            // Of one width on every system, so that a repair has one id everywhere.
            digest.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_le_bytes());
            digest.update(text.as_bytes());
        };
        for table in &self.tables {
            say(table.form.id);
            say(table.layout.id);
            for row in &table.rows {
                say(row.level.map_or("", Tingkat::name));
                say(row.code.as_ref().map_or("", Kode::as_str));
                let cells = table.columns.iter().zip(&row.cells);
                for (column, cell) in
                    cells.filter(|(column, cell)| column.role != Role::Code && !cell.is_empty())
                {
                    say(column.id);
                    // A quantity is what its text says: `100 % (Program)` stands beside others in another layout.
                    let number = cell.number().filter(|_| column.kind.is_numeric());
                    say(&number.map_or_else(|| cell.text().to_owned(), |n| n.normalize().to_string()));
                }
            }
            for note in table.notes.iter().flat_map(|line| &line.notes) {
                say("note");
                say(&note.text);
            }
        }
        let mut text = String::new();
        for byte in digest.finalize() {
            // Writing into a text cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// Every change made so far, in the order of rows.
    #[must_use]
    pub fn repairs(&self) -> &[Repair] {
        &self.repairs
    }

    /// Changes one cell and records the repair. A repair of grade C is not applied: the cell is marked
    /// unresolved with the proposed text as a candidate. A cell that a person decided stays as it is.
    ///
    /// # Errors
    /// If the repair names a place the document does not have.
    pub fn repair(&mut self, repair: Repair, meaning: Meaning, official: bool) -> Result<(), NoSuchCell> {
        let grade = repair.grade();
        let is_held = self.is_held(repair.table, repair.row, repair.column);
        let cell = self.cell_mut(repair.table, repair.row, repair.column)?;
        match grade {
            _ if is_held => {}
            Grade::Decided | Grade::A | Grade::B => {
                cell.text.clone_from(&repair.after);
                cell.meaning = meaning;
                cell.official = official;
                cell.add_sources(&repair.sources);
                let became = if grade == Grade::A { Status::Proven } else { Status::Likely };
                if cell.status != Status::Likely {
                    cell.status = became;
                }
                cell.candidates = Box::default();
                self.repairs.push(repair);
            }
            Grade::C => {
                cell.status = Status::Unresolved;
                cell.candidates = cell.candidates.iter().cloned().chain([repair.after]).collect();
            }
        }
        Ok(())
    }

    /// States the code that a row prints cleanly, in however many cells, or that its official name says.
    pub fn state_code(&mut self, table: usize, row: usize, code: &Kode) {
        if self.is_held(table, row, "kode") {
            self.state_decided(table, row, code);
            return;
        }
        let Some(table) = self.tables.get_mut(table) else { return };
        let position = table.columns.iter().position(|column| column.role == Role::Code);
        let Some(row) = table.rows.written().get_mut(row) else { return };
        row.level = Some(code.tingkat());
        row.code = Some(code.clone());
        if let Some(cell) = position.and_then(|position| row.cells.written().get_mut(position))
            && !cell.is_empty()
        {
            code.as_str().clone_into(&mut cell.text);
        }
    }

    /// Sets a row's code and records the repair, if it is one of grade A or B. A code that a person decided stays.
    ///
    /// # Errors
    /// If the repair names a row the document does not have.
    pub fn repair_code(&mut self, repair: Repair, code: Kode) -> Result<(), NoSuchCell> {
        let missing = NoSuchCell::new(&repair);
        let is_held = self.is_held(repair.table, repair.row, repair.column);
        let Some(table) = self.tables.get_mut(repair.table) else { return Err(missing) };
        let position = table.columns.iter().position(|column| column.role == Role::Code);
        let row = table.rows.written().get_mut(repair.row).ok_or(missing)?;
        match repair.grade() {
            _ if is_held => {}
            Grade::C => row.code_status = Status::Unresolved,
            grade => {
                row.code_status = if grade == Grade::A { Status::Proven } else { Status::Likely };
                if let Some(cell) = position.and_then(|position| row.cells.written().get_mut(position)) {
                    code.as_str().clone_into(&mut cell.text);
                    cell.status = row.code_status;
                }
                row.level = Some(code.tingkat());
                row.code = Some(code);
                self.repairs.push(repair);
            }
        }
        Ok(())
    }

    /// Marks a cell as unresolved: its raw text stays, its number is withdrawn, the readings are listed. About a cell
    /// that a person decided nothing is asked.
    ///
    /// # Errors
    /// If there is no such cell.
    pub fn leave_open(&mut self, finding: Finding, column: &'static str) -> Result<(), NoSuchCell> {
        let (table, row) = (finding.table.unwrap_or(usize::MAX), finding.row.unwrap_or(usize::MAX));
        let is_held = self.is_held(table, row, column);
        let cell = self.cell_mut(table, row, column)?;
        if !is_held {
            cell.status = Status::Unresolved;
            cell.meaning = Meaning::default();
            cell.candidates = finding.candidates.as_slice().into();
            self.findings.push(finding);
        }
        Ok(())
    }

    /// Says that a name is the codification's own without changing it.
    pub fn mark_official(&mut self, table: usize, row: usize, column: &'static str) {
        if let Ok(cell) = self.cell_mut(table, row, column) {
            cell.official = true;
        }
    }

    /// Brings the repairs into the order of tables, rows and columns.
    pub fn sort_repairs(&mut self) {
        let tables = &self.tables;
        self.repairs.sort_by_key(|repair| {
            let column = tables
                .get(repair.table)
                .and_then(|table| table.position(repair.column))
                .map_or(0, |position| position + 1);
            // What moved was repaired where it stands now.
            (repair.table, repair.row, column, repair.change.slide().is_none())
        });
    }

    pub(super) fn cell_mut(
        &mut self,
        table: usize,
        row: usize,
        column: &'static str,
    ) -> Result<&mut Cell, NoSuchCell> {
        let missing = NoSuchCell { table, row, column };
        let Some(found) = self.tables.get_mut(table) else { return Err(missing) };
        let Some(position) = found.position(column) else { return Err(missing) };
        found.rows.written().get_mut(row).and_then(|row| row.cells.written().get_mut(position)).ok_or(missing)
    }
}
