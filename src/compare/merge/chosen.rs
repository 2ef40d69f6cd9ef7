//! Which tables are merged, in an order that does not depend on that of the files; the others are left out and told.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::parts::{MONEY, Part, leaves, office};
use super::years::Years;
use super::{Cause, Conflict, LAYOUT, LeftOut, Matter, Source};
use crate::compare::tally::{Amount, amount};
use crate::model::{Document, Kode, Role, Said, Table, letters};

/// Tables, files left out, and second tables of a file that are left out.
type Found<'a> = (Vec<Part<'a>>, Vec<LeftOut>, Vec<Conflict>);

/// The tables that are merged, by office and file.
pub(super) fn parts<'a>(sources: &[Source<'a>]) -> Found<'a> {
    let mut sources = sources.to_vec();
    sources.sort_by_cached_key(|source| {
        let first = tables(source.document).first().map(|(_, table)| letters(&office(source, table)));
        (first, source.file)
    });
    let years = Years::of(&sources);
    let mut copies: BTreeMap<(String, Plan<'_>), (String, &str)> = BTreeMap::new();
    let (mut parts, mut left_out, mut others): Found<'a> = (Vec::new(), Vec::new(), Vec::new());
    for source in &sources {
        let mut leave_out = |reason, cause| {
            left_out.push(LeftOut { file: source.file.to_owned(), reason, cause });
        };
        let offices = by_office(source);
        if offices.is_empty() {
            let (reason, cause) = without_plan(source.document);
            leave_out(reason, cause);
            continue;
        }
        if let Some(reason) = source.document.about.year.and_then(|own| years.refuse(own)) {
            leave_out(reason, Cause::OtherYear);
            continue;
        }
        for (office, tables) in offices {
            let same = (letters(&office), stated_plan(&tables));
            let says_nothing = same.1.iter().all(|(_, money)| money.iter().all(Option::is_none));
            if let Some((known, first)) = copies.get(&same).filter(|_| !says_nothing) {
                let cause = Cause::Copy { office: known.clone(), file: (*first).to_owned() };
                leave_out(copy_of(&office, first), cause);
                continue;
            }
            copies.insert(same, (office, source.file));
            take(source, tables, &mut parts, &mut others);
        }
    }
    parts.sort_by_cached_key(|part| (letters(&part.office), part.file, part.index));
    (parts, left_out, others)
}

/// The tables of a file by the office that each is of, in their order.
fn by_office<'a>(source: &Source<'a>) -> Vec<(String, Vec<(usize, &'a Table)>)> {
    let mut offices: Vec<(String, Vec<(usize, &Table)>)> = Vec::new();
    for (index, table) in tables(source.document) {
        let own = office(source, table);
        match offices.iter_mut().find(|(known, _)| letters(known) == letters(&own)) {
            Some((_, tables)) => tables.push((index, table)),
            None => offices.push((own, vec![(index, table)])),
        }
    }
    offices
}

/// Takes the tables of one office; one with rows that an earlier one has too is left out and told.
fn take<'a>(
    source: &Source<'a>,
    tables: Vec<(usize, &'a Table)>,
    parts: &mut Vec<Part<'a>>,
    others: &mut Vec<Conflict>,
) {
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
                Some(match amount(cell, table.unit_of(column))? {
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

/// Why a file without rows of a T-C.33 gives nothing.
fn without_plan(document: &Document) -> (Said, Cause) {
    let filled = document.tables.iter().filter(|table| !table.rows.is_empty());
    let forms: BTreeSet<&str> = filled.map(|table| table.form.id).collect();
    let list = forms.iter().copied().collect::<Vec<_>>().join(", ");
    let (seen, cause) = if forms.is_empty() {
        (Said::default(), Cause::NoTable)
    } else {
        (Said::new(format!(", hanya {list}"), format!(", only {list}")), Cause::OtherForms)
    };
    let said = Said::new(
        format!(
            "tidak ada T-C.33 di dalamnya{}, jadi tidak ada yang dapat digabungkan; periksa apakah ini berkas yang benar.",
            seen.indonesian
        ),
        format!(
            "it holds no T-C.33{}, so there is nothing to merge; check that it is the right file.",
            seen.english
        ),
    );
    (said, cause)
}

fn copy_of(office: &str, first: &str) -> Said {
    Said::new(
        format!(
            "anggaran {office} sama dengan yang di {first}, kode demi kode, jadi tidak dihitung dua kali; teks lainnya diambil dari {first}."
        ),
        format!(
            "the money of {office} is that in {first}, code by code, so it is not counted twice; other texts are those of {first}."
        ),
    )
}
