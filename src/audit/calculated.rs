//! Formulas that nobody calculated, worked out again over the cells that the audit names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::file::Audit;
use super::verify::Case;
use crate::model::{At, Grid, Raw};
use crate::value::formula::{Book, Value};
use crate::value::number;

/// The cells of an audit by the sheets and places of the input that they stand in.
pub(super) struct Sheets(Vec<Grid>);

impl Sheets {
    /// The cells with what the audit says of them now; those that a formula was put in place of with that formula.
    pub(super) fn of(audit: &Audit) -> Self {
        let mut sheets: BTreeMap<&str, BTreeMap<At, Raw>> = BTreeMap::new();
        let general: Arc<str> = Arc::from("General");
        let cells = audit.tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.values());
        for cell in cells {
            let Some((sheet, at)) = cell.source.as_deref().and_then(place) else { continue };
            let raw = match cell.number {
                Some(value) => Raw::Number { value, format: Arc::clone(&general) },
                None => Raw::text(&cell.text),
            };
            sheets.entry(sheet).or_default().insert(at, raw);
        }
        for repair in &audit.repairs {
            let Some((sheet, at)) = repair.source.as_deref().and_then(place) else { continue };
            if let Some(formula) = repair.before.strip_prefix('=').filter(|_| repair.rule == RULE) {
                sheets.entry(sheet).or_default().insert(at, Raw::uncalculated(formula, &general));
            }
        }
        Self(sheets.into_iter().map(|(name, cells)| Grid::new(name, cells)).collect())
    }
}

/// The rule whose repairs put a result in the place of its formula.
const RULE: &str = "uncalculated-formula";

/// Whether a repair put a result in the place of a formula.
pub(super) fn is_concerned(case: &Case<'_>) -> bool {
    case.repair.rule == RULE
}

/// Whether the formula that a repair replaced gives what the repair put in its place.
pub(super) fn holds(case: &Case<'_>, text: &str) -> bool {
    let Some((sheet, at)) = case.repair.source.as_deref().and_then(place) else { return false };
    let mut book = Book::new(&case.sheets.0, true);
    let index = case.sheets.0.iter().position(|grid| &*grid.name == sheet);
    let given = index.and_then(|index| book.cell(index, at).ok());
    let after = case.repair.after.as_str();
    let is_given = match given {
        Some(Value::Number(value)) => number::rupiah(after).iter().any(|reading| reading.value == value),
        Some(Value::Text(text)) => text.trim() == after,
        _ => false,
    };
    text == RULE && is_given
}

/// The sheet and the cell of an address: `Tabel 1!K7`.
fn place(source: &str) -> Option<(&str, At)> {
    let (sheet, cell) = source.rsplit_once('!')?;
    Some((sheet, cell.parse().ok()?))
}
