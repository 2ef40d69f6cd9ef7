//! What stands in the column of codes and is no code stays there, in the result and when the result is cleaned again.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use rapikan::model::Document;
use rapikan::pipeline::{clean, self_check};
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{XlsxOptions, workbook};
use support::paper::text;
use support::samples::altered;

fn cleaned(bytes: &[u8]) -> Document {
    clean(&from_bytes("a.xlsx", bytes, &Limits::default()).unwrap(), SolveOptions::default()).unwrap()
}

#[test]
fn a_text_for_a_code_does_not_become_a_name() {
    let document = cleaned(&altered(|line, cells| {
        if line.code == "2.23.02.2.02.05" {
            cells[0] = text("Rp 21.075.000");
            cells[1] = text("5");
        }
    }));
    let bytes = workbook(&document, &XlsxOptions::default()).unwrap();
    let checked = self_check(&document, &bytes, SolveOptions::default());
    assert!(checked.is_ok(), "{}", checked.unwrap_err());
}

#[test]
fn the_label_of_a_total_over_the_code_is_its_name() {
    let document = cleaned(&altered(|_, _| {}));
    let bytes = workbook(&document, &XlsxOptions::default()).unwrap();
    let again = cleaned(&bytes);
    let last = again.tables[0].rows.last().unwrap();
    assert_eq!(last.cells[again.tables[0].position("uraian").unwrap()].text(), "TOTAL");
}

#[test]
fn letters_that_look_like_digits_are_read_where_the_name_proves_the_code() {
    let document = cleaned(&altered(|line, cells| {
        if line.code == "2.23.02.2.02.05" {
            cells[0] = text("2.23.O2.2.02.O5");
        }
    }));
    let row = document.tables[0]
        .rows
        .iter()
        .find(|row| row.code.as_ref().is_some_and(|code| code.as_str() == "2.23.02.2.02.05"));
    assert!(row.is_some());
    assert_eq!(document.findings.iter().filter(|finding| finding.rule().as_str() == "slid-cell").count(), 0);
}
