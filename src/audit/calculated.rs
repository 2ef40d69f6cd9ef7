//! Formulas that nobody calculated, worked out again over the cells that the audit names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::file::Audit;
use super::verify::Case;
use crate::model::{At, Grid, Raw, RuleId};
use crate::rules;
use crate::value::formula::{Book, Value};
use crate::value::number;

/// The cells of an audit by the sheets and places of the input that they stand in.
pub(super) struct Sheets {
    /// With what the audit says of them now.
    values: BTreeMap<String, BTreeMap<At, Raw>>,
    /// Those that a formula was put in place of with that formula.
    formulas: Vec<Grid>,
}

impl Sheets {
    pub(super) fn of(audit: &Audit) -> Self {
        let mut sheets: BTreeMap<String, BTreeMap<At, Raw>> = BTreeMap::new();
        let general: Arc<str> = Arc::from("General");
        let cells = audit.tables.iter().flat_map(|table| {
            let cells = table.rows.iter().flat_map(|row| row.cells.values());
            cells.map(|cell| (table.sheet.as_str(), cell))
        });
        for (sheet, cell) in cells {
            let Some(source) = cell.source.as_deref() else { continue };
            let alone = || Some((sheet, source.parse().ok()?));
            let Some((sheet, at)) = place(source).or_else(alone) else { continue };
            let raw = match cell.number {
                Some(value) => Raw::Number { value, format: Arc::clone(&general) },
                None => Raw::text(&cell.text),
            };
            sheets.entry(sheet.to_owned()).or_default().insert(at, raw);
        }
        let values = sheets.clone();
        for repair in &audit.repairs {
            let Some((sheet, at)) = repair.source.as_deref().and_then(place) else { continue };
            if let Some(formula) = repair.before.strip_prefix('=').filter(|_| repair.is_by(RULE)) {
                let cells = sheets.entry(sheet.to_owned()).or_default();
                cells.insert(at, Raw::uncalculated(formula, &general));
            }
        }
        Self { values, formulas: grids(&sheets) }
    }

    /// The sheets with one formula in the place of its result: what others say is taken as it stands, for a formula that
    /// reaches beyond the audit cannot be worked out again.
    fn with(&self, sheet: &str, at: At, formula: &str) -> Vec<Grid> {
        let mut values = self.values.clone();
        let cells = values.entry(sheet.to_owned()).or_default();
        cells.insert(at, Raw::uncalculated(formula, &Arc::from("General")));
        grids(&values)
    }
}

fn grids(sheets: &BTreeMap<String, BTreeMap<At, Raw>>) -> Vec<Grid> {
    sheets.iter().map(|(name, cells)| Grid::new(name.as_str(), cells.clone())).collect()
}

/// The rule whose repairs put a result in the place of its formula.
const RULE: RuleId = rules::uncalculated_formula::ID;

/// Whether a repair put a result in the place of a formula.
pub(super) fn is_concerned(case: &Case<'_>) -> bool {
    case.repair.is_by(RULE)
}

/// Whether the formula that a repair replaced gives what the repair put in its place.
pub(super) fn holds(case: &Case<'_>, text: &str) -> bool {
    let Some((sheet, at)) = case.repair.source.as_deref().and_then(place) else { return false };
    let after = case.repair.after.as_str();
    let gives = |sheets: &[Grid]| {
        let index = sheets.iter().position(|grid| &*grid.name == sheet);
        match index.and_then(|index| Book::new(sheets, true).cell(index, at).ok()) {
            Some(Value::Number(value)) => number::rupiah(after).iter().any(|reading| reading.value == value),
            Some(Value::Text(text)) => text.trim() == after,
            _ => false,
        }
    };
    let formula = case.repair.before.strip_prefix('=');
    let alone = || formula.is_some_and(|formula| gives(&case.sheets.with(sheet, at, formula)));
    text == RULE.as_str() && (gives(&case.sheets.formulas) || alone())
}

/// The sheet and the cell of an address: `Tabel 1!K7`.
fn place(source: &str) -> Option<(&str, At)> {
    let (sheet, cell) = source.rsplit_once('!')?;
    Some((sheet, cell.parse().ok()?))
}
