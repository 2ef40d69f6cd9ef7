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
