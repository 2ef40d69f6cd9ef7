//! Sheets of xls files: comments that are parted over records, and formulas that the program that wrote them never calculated.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use rapikan::model::{At, Grid, Raw};
use rapikan::read::{Limits, from_bytes};

use crate::support::containers::{biff_of, record, words};

fn sheet(records: &[Vec<u8>]) -> Grid {
    let book = from_bytes("a.xls", &biff_of(records), &Limits::default()).unwrap();
    book.sheets.into_iter().next().unwrap()
}

fn at(text: &str) -> At {
    text.parse().unwrap()
}

fn number(row: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[&words(&[row, 0, 0])[..], &value.to_le_bytes()].concat())
}

/// A formula in column A with a stored result.
fn formula(row: u16, result: [u8; 8], tokens: &[u8]) -> Vec<u8> {
    let length = u16::try_from(tokens.len()).unwrap();
    let content = [&words(&[row, 0, 0])[..], &result, &[0; 6], &length.to_le_bytes(), tokens];
    record(0x0006, &content.concat())
}

/// `SUM(A2:A3)`.
const SUM: [u8; 13] = [0x25, 1, 0, 2, 0, 0, 0xC0, 0, 0xC0, 0x19, 0x10, 0, 0];
const NOTHING: [u8; 8] = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];

fn shown(grid: &Grid, place: &str) -> String {
    match grid.get(at(place)) {
        Some(Raw::Uncalculated { formula, result, .. }) => {
            format!(
                "={formula} → {}",
                result.as_ref().map_or_else(String::new, |result| result.shown().into_owned())
            )
        }
        found => found.map_or_else(String::new, |raw| raw.shown().into_owned()),
    }
}

#[test]
fn a_comment_is_put_together_of_its_records() {
    let object = record(0x005D, &words(&[0x15, 0x12, 0x19, 7, 0, 0, 0, 0, 0, 0, 0]));
    let text = record(0x01B6, &words(&[0, 0, 0, 0, 0, 6, 16, 0, 0]));
    // Three characters of one byte, then three of two in the next record.
    let (first, rest) =
        (record(0x003C, b"\0Per"), record(0x003C, &[&[1][..], &words(&[0x69, 0x6B, 0x2713])].concat()));
    let note = record(0x001C, &[&words(&[1, 0, 0, 7, 3])[..], b"\0Ani"].concat());
    let grid = sheet(&[number(1, 5.0), object, text, first, rest, note]);
    assert_eq!(grid.marks.comments.get(&at("A2")).map(String::as_str), Some("Perik✓"));
}

#[test]
fn formulas_that_nobody_calculated_are_worked_out() {
    for result in [[0; 8], NOTHING] {
        let grid = sheet(&[formula(0, result, &SUM), number(1, 5.0), number(2, 7.0)]);
        assert_eq!(shown(&grid, "A1"), "=SUM(A2:A3) → 12");
    }
    // One that is not understood is no blank cell.
    let grid = sheet(&[formula(0, NOTHING, &[0x01, 0, 0, 0, 0]), number(1, 5.0)]);
    assert_eq!(shown(&grid, "A1"), "=… → ");
}

#[test]
fn formulas_of_a_calculated_sheet_are_believed() {
    let calculated = formula(3, 12_f64.to_le_bytes(), &SUM);
    let grid = sheet(&[formula(0, [0; 8], &SUM), number(1, 5.0), number(2, 7.0), calculated]);
    assert_eq!((shown(&grid, "A1").as_str(), shown(&grid, "A4").as_str()), ("00", "12"));
}
