//! Formulas that nobody calculated: a program filled the sheet, and no spreadsheet opened it since.
//!
//! What simple formulas give is worked out here in decimals: sums, products, references, texts, look-ups in a list. A
//! formula with anything else in it has no result, and is asked about. Nothing is taken for true by that: a result is a
//! reading of the cell, which the rest of the program repairs with a proof.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{At, Grid, Notice, Raw, Said};

use super::moment::moment_parts;
use crate::value::formula::{Book, Value};

/// These sheets, with the results of formulas that have none. A stored 0 is believed, unless its formula gives
/// something else, or, where the workbook asks to be calculated when it is opened, cannot be calculated here.
pub(super) fn calculated(grids: Vec<Grid>, recalculates: bool, notices: &mut Vec<Notice>) -> Vec<Grid> {
    let waiting = |grid: &Grid| {
        !grid.marks.zero_formulas.is_empty()
            || grid.cells().any(|(_, raw)| matches!(raw, Raw::Uncalculated { .. }))
    };
    if !grids.iter().any(waiting) {
        return grids;
    }
    let mut book = Book::new(&grids, recalculates);
    let found: Vec<BTreeMap<At, Raw>> =
        (0..grids.len()).map(|sheet| results(&mut book, sheet, recalculates)).collect();
    drop(book);
    let mut changed = Vec::new();
    for (grid, values) in grids.into_iter().zip(found) {
        let told: Vec<String> =
            values.iter().filter(|(_, raw)| !raw.is_blank()).map(|(at, _)| at.to_string()).collect();
        if !told.is_empty() {
            notices.push(notice(&values, told.len()).at(&grid.name, told));
        }
        changed.push(grid.with(&values));
    }
    changed
}

fn notice(values: &BTreeMap<At, Raw>, count: usize) -> Notice {
    let known =
        values.values().filter(|raw| matches!(raw, Raw::Uncalculated { result: Some(_), .. })).count();
    let said = Said::new(
        format!(
            "{count} rumus belum pernah dihitung (berkas ini ditulis oleh program, bukan disimpan dari Excel): {known} dihitung oleh rapikan, sisanya ditanyakan. Buka di Excel lalu simpan agar hasilnya tersimpan."
        ),
        format!(
            "{count} formula(s) were never calculated (the file was written by a program, not saved from Excel): {known} are calculated by rapikan, the others are asked about. Open it in Excel and save it to store the results."
        ),
    );
    Notice::new("uncalculated", said)
}

/// The formulas of one sheet that have no result of their own, with what they give.
fn results(book: &mut Book<'_>, sheet: usize, recalculates: bool) -> BTreeMap<At, Raw> {
    let formulas = book.formulas(sheet);
    // A chain is followed down from its near end, and up from its far end.
    for at in formulas.iter().chain(formulas.iter().rev()) {
        let _ = book.cell(sheet, *at);
    }
    let mut found = BTreeMap::new();
    for at in formulas {
        let Some((formula, format, stored_zero)) = book.formula(sheet, at) else { continue };
        let result = book.cell(sheet, at).ok().and_then(|value| raw(&value, &format));
        let uncalculated = match (&result, stored_zero) {
            (_, false) => true,
            (Some(Raw::Number { value, .. }), true) => !value.is_zero(),
            (Some(_), true) => true,
            (None, true) => recalculates,
        };
        // A formula that shows nothing is an empty cell.
        let shows_nothing = result.as_ref().is_some_and(Raw::is_blank);
        if shows_nothing {
            found.insert(at, Raw::text(""));
        } else if uncalculated {
            found.insert(at, Raw::Uncalculated { formula, format, result: result.map(Arc::new) });
        }
    }
    found
}

/// A result as a cell holds it; `None` for nothing, and where the format shows a date.
fn raw(value: &Value, format: &Arc<str>) -> Option<Raw> {
    match value {
        Value::Blank => Some(Raw::text("")),
        Value::Number(number) => {
            let value = number.round_sf(15)?.normalize();
            moment_parts(format).is_none().then(|| Raw::Number { value, format: Arc::clone(format) })
        }
        Value::Text(text) => Some(Raw::Text(Arc::clone(text))),
        Value::Boolean(value) => Some(Raw::Boolean(*value)),
        Value::Fault(fault) => Some(Raw::Fault(Arc::from(*fault))),
    }
}
