//! From the Renstra to the next Renja, and from there to the evaluation of each quarter.

use std::path::Path;

use rapikan::forms::form;
use rapikan::model::{Cell, Document, Edition, Meaning};
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_path};
use rapikan::solve::SolveOptions;
use rapikan::template::{Wanted, document, lacks_years, year_of};
use rapikan::write::xlsx::LayoutChoice;
use rust_decimal::Decimal;

use crate::support::typed::put;

fn renstra() -> Document {
    let path = Path::new("samples/renstra.xlsx");
    clean(&from_path(path, &Limits::default()).unwrap(), SolveOptions::default()).unwrap()
}

fn made(id: &str, year: u16, from: &[Document]) -> Document {
    let wanted = Wanted {
        forms: vec![form(id).unwrap()],
        year,
        opd: None,
        region: None,
        bidang: Vec::new(),
        layout: LayoutChoice::AsIs,
        edition: Edition::Y2021,
    };
    document(&wanted, from).unwrap()
}

/// The amount of a row, by its code, in a column of the first table of a form.
fn amount(document: &Document, id: &str, code: &str, column: &str) -> Option<Decimal> {
    let table = document.tables.iter().find(|table| table.form.id == id).unwrap();
    let is_it = |row: &rapikan::model::Row| row.code.as_ref().is_some_and(|own| own.as_str() == code);
    table.cell(table.rows.iter().position(is_it)?, column)?.number()
}

/// Types an amount.
fn type_in(document: &mut Document, code: &str, column: &str, value: i64) {
    let table = &mut document.tables[0];
    let position = table.position(column).unwrap();
    let is_it = |row: &rapikan::model::Row| row.code.as_ref().is_some_and(|own| own.as_str() == code);
    let row = table.rows.iter().position(is_it).unwrap();
    let meaning = Meaning { number: Some(value.into()), ..Meaning::default() };
    put(table, row, position, &Cell::as_read(value.to_string(), meaning, Vec::new()));
}

const SUB: &str = "2.23.01.2.01.01";

#[test]
fn the_renja_of_a_year_has_the_targets_and_amounts_of_the_renstra() {
    let renstra = renstra();
    let plan = made("T-C.33", 2025, std::slice::from_ref(&renstra));
    for (id, of_renstra) in [("pagu", "pagu_4"), ("maju_pagu", "pagu_5")] {
        let wanted = amount(&renstra, "T-C.27", SUB, of_renstra);
        assert!(wanted.is_some());
        assert_eq!(amount(&plan, "T-C.33", SUB, id), wanted, "{id}");
    }
}

#[test]
fn each_quarter_goes_on_where_the_one_before_ended_and_each_year_too() {
    let renstra = renstra();
    let plan = made("T-C.33", 2025, std::slice::from_ref(&renstra));
    let forms = [form("E.81").unwrap()];
    let from = [renstra.clone(), plan.clone()];
    assert_eq!(year_of(&forms, &from), Ok(2025));
    let mut first = made("E.81", 2025, &from);
    assert_eq!(amount(&first, "E.81", SUB, "target_rp"), amount(&plan, "T-C.33", SUB, "pagu"));
    assert_eq!(amount(&first, "E.81", SUB, "renstra_rp"), amount(&renstra, "T-C.27", SUB, "pagu_akhir"));
    let text = |document: &Document, id: &str| {
        let table = &document.tables[0];
        let of_sub = |row: &&rapikan::model::Row| row.code.as_ref().is_some_and(|own| own.as_str() == SUB);
        let row = table.rows.iter().find(of_sub).unwrap();
        row.cells[table.position(id).unwrap()].text().to_owned()
    };
    assert_eq!(text(&first, "target_k"), "4 Dokumen");
    assert_eq!(text(&first, "indikator"), "Jumlah Dokumen Perencanaan Perangkat Daerah");
    type_in(&mut first, SUB, "tw1_rp", 9_000_000);
    let mut second = made("E.81", 2025, std::slice::from_ref(&first));
    assert_eq!(amount(&second, "E.81", SUB, "tw1_rp"), Some(9_000_000.into()));
    type_in(&mut second, SUB, "kumulatif_rp", 99_000_000);
    // The plan of the next year gives the targets, the evaluation of this one what was reached.
    let next = made("T-C.33", 2026, &[plan]);
    let third = made("E.81", 2026, &[second.clone(), next.clone(), renstra]);
    assert_eq!(amount(&third, "E.81", SUB, "lampau_rp"), Some(99_000_000.into()));
    assert_eq!(amount(&third, "E.81", SUB, "target_rp"), amount(&next, "T-C.33", SUB, "pagu"));
    assert_eq!(amount(&third, "E.81", SUB, "tw1_rp"), None);
    // Of a year that is not the one before, nothing was reached.
    let later = made("T-C.33", 2027, &[next]);
    let fourth = made("E.81", 2027, &[second, later]);
    assert_eq!(amount(&fourth, "E.81", SUB, "lampau_rp"), None);
}

#[test]
fn years_that_a_renstra_does_not_print_are_told() {
    let mut renstra = renstra();
    let form = form("T-C.33").unwrap();
    assert!(!lacks_years(form, std::slice::from_ref(&renstra)));
    for table in &mut renstra.tables {
        table.printed.values_mut().for_each(|printed| printed.year = None);
    }
    assert!(lacks_years(form, std::slice::from_ref(&renstra)));
}
