//! A table that is merged, and what is asked of it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::office::{Home, homes};
use super::{OFFICE, Source, Stated, Taken, file_place};
use crate::compare::tally::{Amount, Tally, amount, counted};
use crate::model::{
    Cell, Document, Grade, Kode, Place, Repair, Role, Row, Severity, Table, Tingkat, letters,
};

/// One T-C.33 of a file.
pub(super) struct Part<'a> {
    pub(super) file: &'a str,
    /// The office that the table or the document names, else the file's name.
    pub(super) office: String,
    pub(super) document: &'a Document,
    /// The position of the table in the document.
    pub(super) index: usize,
    pub(super) table: &'a Table,
    repairs: BTreeMap<(usize, &'static str), Vec<&'a Repair>>,
    /// Whose each row is.
    homes: Vec<Home>,
    /// Whose the table is.
    whole: Home,
}

/// The columns of money that are added up.
pub const MONEY: [&str; 2] = ["pagu", "maju_pagu"];

impl<'a> Part<'a> {
    pub(super) fn of(source: &Source<'a>, index: usize, table: &'a Table) -> Self {
        let document = source.document;
        let mut repairs: BTreeMap<(usize, &'static str), Vec<&Repair>> = BTreeMap::new();
        for repair in document
            .repairs()
            .iter()
            .filter(|repair| repair.table == index && repair.change.slide().is_none())
        {
            repairs.entry((repair.row, repair.column)).or_default().push(repair);
        }
        let homes = homes(table, document.office_of(table), source.file);
        let office = office(source, table);
        let whole = Home { office: office.clone(), unit: None };
        Self { file: source.file, office, document, index, table, repairs, homes, whole }
    }

    pub(super) fn row(&self, row: usize) -> Option<&'a Row> {
        self.table.rows.get(row)
    }

    pub(super) fn code(&self, row: usize) -> Option<&'a Kode> {
        self.row(row).and_then(|row| row.code.as_ref())
    }

    pub(super) fn cell(&self, row: usize, column: &str) -> Option<&'a Cell> {
        self.table.cell(row, column)
    }

    /// The text of a cell, empty where there is none.
    pub(super) fn text(&self, row: usize, column: &str) -> &'a str {
        self.cell(row, column).map_or("", Cell::text)
    }

    pub(super) fn name(&self, row: usize) -> &'a str {
        self.table
            .columns
            .iter()
            .find(|column| column.role == Role::Name)
            .map_or("", |column| self.text(row, column.id))
    }

    /// The office of a row: what the row says itself, unless that is the unit whose section it stands in; else its
    /// section, else the document.
    pub(super) fn office_of(&self, row: usize) -> &str {
        let home = self.homes.get(row);
        let is_unit = |text: &str| {
            let unit = home.and_then(|home| home.unit.as_deref());
            unit.is_some_and(|unit| letters(unit) == letters(text))
        };
        match self.text(row, OFFICE) {
            own if own.is_empty() || is_unit(own) => home.map_or(&self.office, |home| &home.office),
            own => own,
        }
    }

    /// Whose section a row stands in.
    pub(super) fn home(&self, row: usize) -> &Home {
        self.homes.get(row).unwrap_or(&self.whole)
    }

    /// The office of a row with its unit, as a cell names them.
    pub(super) fn home_of(&self, row: usize) -> String {
        match self.text(row, OFFICE) {
            "" => self.homes.get(row).map_or_else(|| self.office.clone(), Home::shown),
            own => own.to_owned(),
        }
    }

    /// Whether every row that is added up has an office that the file names.
    pub(super) fn names_offices(&self) -> bool {
        self.document.office_of(self.table).is_some() || !self.offices().contains(&letters(self.file))
    }

    /// The offices of all rows that are added up, in letters.
    pub(super) fn offices(&self) -> Vec<String> {
        let leaves = leaves(self.table);
        let is_leaf = |row: &usize| self.code(*row).is_some_and(|code| leaves.contains(code));
        (0..self.table.rows.len()).filter(is_leaf).map(|row| letters(self.office_of(row))).collect()
    }

    /// Every amount of a column that counts, with its row; one without a code is open.
    pub(super) fn all(&self, column: &str) -> Vec<(usize, Amount)> {
        let lost = uncoded(self.table).filter(|row| self.amount(*row, column).is_some());
        self.counted(column).into_iter().chain(lost.map(|row| (row, Amount::Open))).collect()
    }

    pub(super) fn amount(&self, row: usize, column: &str) -> Option<Amount> {
        amount(self.cell(row, column)?, self.table.unit_of(column))
    }

    pub(super) fn counted(&self, column: &str) -> Vec<(usize, Amount)> {
        self.table.position(column).map(|position| counted(self.table, position)).unwrap_or_default()
    }

    pub(super) fn repairs(&self, row: usize, column: &'static str) -> &[&'a Repair] {
        self.repairs.get(&(row, column)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where a cell stands in its file.
    pub(super) fn places(&self, cell: &Cell) -> Vec<Place> {
        cell.sources().iter().map(|place| file_place(self.file, place)).collect()
    }

    /// What a row says in a column.
    pub(super) fn stated(&self, row: usize, column: &str, text: String) -> Stated {
        let pagu = match self.amount(row, MONEY[0]) {
            Some(Amount::Settled(number)) => Some(number),
            _ => None,
        };
        let place = self.cell(row, column).and_then(|cell| self.places(cell).into_iter().next());
        let office = self.office_of(row).to_owned();
        Stated { file: self.file.to_owned(), office, place, text, pagu, row: None }
    }

    /// What the file says as a whole.
    pub(super) fn stated_of_file(&self, text: String) -> Stated {
        let (file, office) = (self.file.to_owned(), self.office.clone());
        Stated { file, office, place: None, text, pagu: None, row: None }
    }

    /// The total of the pagu that the table prints, where it prints one.
    pub(super) fn printed_total(&self) -> Option<Decimal> {
        let totals = (0..self.table.rows.len())
            .filter(|row| self.row(*row).is_some_and(|row| row.level == Some(Tingkat::Jumlah)));
        let mut found = totals.filter_map(|row| match self.amount(row, MONEY[0]) {
            Some(Amount::Settled(number)) => Some(number),
            _ => None,
        });
        found.next().filter(|_| found.next().is_none())
    }

    pub(super) fn sum(&self, column: &str) -> Tally {
        let mut tally = Tally::default();
        self.all(column).into_iter().for_each(|(_, amount)| tally.add(amount));
        tally
    }

    pub(super) fn taken(&self) -> Taken {
        let repairs = |grade: Grade| {
            let here = |repair: &&Repair| repair.table == self.index && repair.grade() == grade;
            self.document.repairs().iter().filter(here).count()
        };
        let open = |finding: &&crate::model::Finding| {
            finding.table == Some(self.index) && finding.severity != Severity::Note
        };
        Taken {
            file: self.file.to_owned(),
            office: self.office.clone(),
            year: self.document.about.year,
            rows: self.table.rows.iter().filter(|row| row.code.is_some()).count(),
            repaired: [repairs(Grade::A), repairs(Grade::B)],
            open: self.document.findings.iter().filter(open).count(),
            sums: MONEY.map(|column| self.sum(column)),
            printed: self.printed_total(),
        }
    }
}

/// Rows that say something but have no settled code, totals apart.
pub(super) fn uncoded(table: &Table) -> impl Iterator<Item = usize> {
    let rows = table.rows.iter().enumerate();
    rows.filter(|(_, row)| {
        let says = row.cells.iter().any(|cell| !cell.is_empty());
        row.code.is_none() && !row.level.is_some_and(Tingkat::is_uncoded) && says
    })
    .map(|(index, _)| index)
}

/// The office of a table: the one that it or its document names, else the file's name.
pub(super) fn office(source: &Source<'_>, table: &Table) -> String {
    source.document.office_of(table).unwrap_or(source.file).to_owned()
}

/// The codes of a table that have nothing below them.
pub(super) fn leaves(table: &Table) -> BTreeSet<&Kode> {
    let codes = || table.rows.iter().filter_map(|row| row.code.as_ref());
    let above: BTreeSet<Kode> = codes().flat_map(crate::compare::tally::above).collect();
    codes().filter(|code| !above.contains(code)).collect()
}
