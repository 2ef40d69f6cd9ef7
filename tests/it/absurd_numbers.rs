//! Numbers that no plan holds and that a torn or mistyped file does: no sum over them, no format of them and no result
//! made of them is a fault.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::collections::BTreeSet;
use std::fs;

use rapikan::model::Language;
use rapikan::pipeline::{Decisions, Format, Options, Report, Target, convert};
use rapikan::read::Limits;
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::XlsxOptions;
use support::paper::{Typed, text};
use support::samples::altered;

/// The conversion of a workbook of the ten columns into every format.
fn converted(bytes: &[u8]) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("renja.xlsx");
    fs::write(&input, bytes).unwrap();
    let options = Options {
        limits: Limits::default(),
        solve: SolveOptions::default(),
        formats: vec![Format::Xlsx, Format::Json, Format::Csv],
        decisions: Decisions::default(),
        xlsx: XlsxOptions::default(),
        language: Language::English,
        notes: true,
        force: false,
        protected: BTreeSet::new(),
        with: Vec::new(),
        findings: false,
        dry_run: false,
        linked: true,
    };
    let report = convert(&input, Some(&Target::Stem(folder.path().join("hasil"))), &options, None);
    report.unwrap_or_else(|failure| panic!("{}", failure.said().english))
}

/// Every amount of the plan year is the same.
fn with_amounts(amount: &Typed) -> Vec<u8> {
    altered(|line, cells| {
        if line.is_sub() {
            amount.clone_into(&mut cells[5]);
        }
    })
}

#[test]
fn amounts_beyond_a_decimal_are_left_open() {
    for amount in ["79.228.162.514.264.337.593.543.950.335", "9999999999999999999999999999", "9,9E+27"] {
        let report = converted(&with_amounts(&text(amount)));
        assert!(report.open() > 0, "{amount}");
    }
    let report = converted(&with_amounts(&Typed::Number(9.9e27, "#,##0")));
    assert!(report.open() > 0);
}

#[test]
fn a_percent_of_a_huge_number_is_shown() {
    converted(&with_amounts(&Typed::Number(9.9e27, "0%")));
    converted(&with_amounts(&Typed::Number(9.9e19, "0.00%")));
}

#[test]
fn a_tiny_number_with_forty_decimals_is_shown() {
    converted(&with_amounts(&Typed::Number(1e-10, "0.0000000000000000000000000000000000000000")));
}
