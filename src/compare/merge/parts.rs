//! The tables that are merged, in an order that does not depend on that of the files.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::years::Years;
use super::{Cause, Conflict, LAYOUT, LeftOut, Matter, OFFICE, Source, Stated, Taken, file_place};
use crate::compare::tally::{Amount, Tally, amount, counted};
use crate::model::{
    Cell, Document, Grade, Kode, Place, Repair, Role, Row, Said, Severity, Table, Tingkat, letters,
};

/// One T-C.33 of a file.
pub(super) struct Part<'a> {
    pub(super) file: &'a str,
    /// The office that the document names, else the file's name.
    pub(super) office: String,
    pub(super) document: &'a Document,
    /// The position of the table in the document.
    pub(super) index: usize,
    pub(super) table: &'a Table,
    repairs: BTreeMap<(usize, &'static str), Vec<&'a Repair>>,
}

/// The columns of money that are added up.
pub const MONEY: [&str; 2] = ["pagu", "maju_pagu"];

impl<'a> Part<'a> {
    fn of(source: &Source<'a>, index: usize, table: &'a Table) -> Self {
        let document = source.document;
        let mut repairs: BTreeMap<(usize, &'static str), Vec<&Repair>> = BTreeMap::new();
        for repair in document
            .repairs()
            .iter()
            .filter(|repair| repair.table == index && repair.change.slide().is_none())
        {
            repairs.entry((repair.row, repair.column)).or_default().push(repair);
        }
        Self { file: source.file, office: office(source), document, index, table, repairs }
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

    /// The office of a row: what the row says itself, else the document.
    pub(super) fn office_of(&self, row: usize) -> &str {
        match self.text(row, OFFICE) {
            "" => &self.office,
            own => own,
        }
    }

    pub(super) fn amount(&self, row: usize, column: &str) -> Option<Amount> {
        amount(self.cell(row, column)?, self.table.unit)
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
        self.counted(column).into_iter().for_each(|(_, amount)| tally.add(amount));
        for row in uncoded(self.table) {
            if self.amount(row, column).is_some() {
                tally.add(Amount::Open);
            }
        }
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

pub(super) fn office(source: &Source<'_>) -> String {
    let named = source.document.about.opd.as_deref().map(str::trim).filter(|name| !name.is_empty());
    named.unwrap_or(source.file).to_owned()
}

/// Tables, files left out, and second tables of a file that are left out.
type Found<'a> = (Vec<Part<'a>>, Vec<LeftOut>, Vec<Conflict>);

/// The tables that are merged, by office and file.
pub(super) fn parts<'a>(sources: &[Source<'a>]) -> Found<'a> {
    let mut sources = sources.to_vec();
    sources.sort_by_cached_key(|source| (letters(&office(source)), source.file));
    let years = Years::of(&sources);
    let mut copies: BTreeMap<(String, Plan<'_>), &str> = BTreeMap::new();
    let (mut parts, mut left_out, mut others): Found<'a> = (Vec::new(), Vec::new(), Vec::new());
    for source in &sources {
        let tables = tables(source.document);
        if tables.is_empty() {
            left_out.push(LeftOut {
                file: source.file.to_owned(),
                reason: without_table(),
                cause: Cause::NoTable,
            });
            continue;
        }
        if let Some(reason) = source.document.about.year.and_then(|own| years.refuse(own)) {
            left_out.push(LeftOut { file: source.file.to_owned(), reason, cause: Cause::OtherYear });
            continue;
        }
        let same = (letters(&office(source)), stated_plan(&tables));
        let says_nothing = same.1.iter().all(|(_, money)| money.iter().all(Option::is_none));
        if let Some(first) = copies.get(&same).filter(|_| !says_nothing) {
            let cause = Cause::Copy((*first).to_owned());
            left_out.push(LeftOut { file: source.file.to_owned(), reason: copy_of(first), cause });
            continue;
        }
        copies.insert(same, source.file);
        let mut codes: BTreeSet<&Kode> = BTreeSet::new();
        for (index, table) in tables {
            let own: BTreeSet<&Kode> = leaves(table);
            let part = Part::of(source, index, table);
            if codes.is_disjoint(&own) {
                codes.extend(own);
                parts.push(part);
            } else {
                let mut stated = part.stated_of_file(format!("{}!{}", table.sheet, table.range));
                stated.pagu = part.sum(MONEY[0]).sum;
                let matter = Matter::OtherTable;
                others.push(Conflict { matter, code: None, name: String::new(), stated: vec![stated] });
            }
        }
    }
    (parts, left_out, others)
}

/// What a plan says, however it is printed: the money of each code, or where that is open of each name in letters, in
/// full rupiah, and of each open amount its text.
type Plan<'a> = Vec<(Result<&'a Kode, String>, [Option<Result<Decimal, &'a str>>; 2])>;

/// The plan of an office, with what its parents say.
fn stated_plan<'a>(tables: &[(usize, &'a Table)]) -> Plan<'a> {
    let mut plan: Plan<'_> = Vec::new();
    for (_, table) in tables {
        for (index, row) in table.rows.iter().enumerate() {
            let name = || {
                let position = table.columns.iter().position(|column| column.role == Role::Name);
                position
                    .and_then(|position| row.cells.get(position))
                    .map(|cell| letters(cell.text()))
                    .unwrap_or_default()
            };
            let key = row.code.as_ref().ok_or_else(name);
            let money = MONEY.map(|column| {
                let cell = table.cell(index, column)?;
                Some(match amount(cell, table.unit)? {
                    Amount::Settled(number) => Ok(number),
                    Amount::Open => Err(cell.text()),
                })
            });
            plan.push((key, money));
        }
    }
    plan.sort_unstable();
    plan
}

pub(super) fn tables(document: &Document) -> Vec<(usize, &Table)> {
    let fits = |table: &Table| {
        table.form.layouts.iter().any(|layout| layout.id == LAYOUT) && table.layout.id == LAYOUT
    };
    let tables = document.tables.iter().enumerate();
    tables.filter(|(_, table)| fits(table) && !table.rows.is_empty()).collect()
}

/// The codes of a table that have nothing below them.
pub(super) fn leaves(table: &Table) -> BTreeSet<&Kode> {
    let codes = || table.rows.iter().filter_map(|row| row.code.as_ref());
    let above: BTreeSet<Kode> = codes().flat_map(crate::compare::tally::above).collect();
    codes().filter(|code| !above.contains(code)).collect()
}

fn without_table() -> Said {
    Said::new(
        "tidak ada T-C.33 di dalamnya, jadi tidak ada yang dapat digabungkan; periksa apakah ini berkas yang benar.",
        "it holds no T-C.33, so there is nothing to merge; check that it is the right file.",
    )
}

fn copy_of(first: &str) -> Said {
    Said::new(
        format!(
            "anggarannya sama dengan {first}, kode demi kode, jadi tidak dihitung dua kali; teks lainnya diambil dari {first}."
        ),
        format!(
            "its money is that of {first}, code by code, so it is not counted twice; other texts are those of {first}."
        ),
    )
}
