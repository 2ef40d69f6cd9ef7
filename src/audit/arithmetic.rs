//! Sums and formulas, computed again from the amounts of the audit.

use rust_decimal::Decimal;

use super::data::is_named;
use super::file::AuditProof;
use super::verify::Case;
use crate::document::evidence::law::undivided;
use crate::forms::{Law, Relation, Spot};
use crate::model::{Kind, Table};
use crate::value::number::{self, absence};

/// Whether the printed arithmetic is that of a law through the cell, and the law holds.
pub(super) fn holds(case: &Case<'_>, proof: &AuditProof) -> bool {
    let text = proof.text.as_str();
    let Some(column) = case.model.position(&case.repair.column) else { return false };
    let spot = Spot { row: case.repair.row, column };
    let value = |spot: Spot| self::value(case.model, spot);
    let mut through = case.known.laws(case.index, spot);
    if case.repair.after.is_empty() {
        return through
            .any(|law| is_named(case, law, proof) && divides_by_nothing(case.model, law, spot, text));
    }
    if !is_value_of(case.model, spot, &case.repair.after) {
        return false;
    }
    let mut stated = through.filter(|law| is_named(case, law, proof) && law.holds(&value) == Some(true));
    stated.any(|law| law.arithmetic(&value) == text)
}

/// The number of a cell.
pub(super) fn value(table: &Table, spot: Spot) -> Option<Decimal> {
    table.rows.get(spot.row)?.cells.get(spot.column)?.number()
}

/// Whether a text is how the number of a cell is written.
pub(super) fn is_value_of(table: &Table, spot: Spot, text: &str) -> bool {
    let kind = table.columns.get(spot.column).map(|column| column.kind);
    value(table, spot).is_some_and(|number| match kind {
        Some(Kind::Percent) => number::percent_text(number) == text,
        _ => number::typographic(number) == text,
    })
}

/// Whether the cell is a ratio whose divisor is nothing, and the proof says so.
fn divides_by_nothing(table: &Table, law: &Law, spot: Spot, text: &str) -> bool {
    let bottom = law.terms.get(1).filter(|_| law.relation == Relation::Ratio && law.result == spot);
    let cell = bottom.and_then(|spot| table.rows.get(spot.row)?.cells.get(spot.column));
    cell.is_some_and(|cell| {
        let nothing = cell.is_empty()
            || absence(cell.text()).is_some()
            || cell.number().is_some_and(|number| number.is_zero());
        let shown = if cell.is_empty() { "∅" } else { cell.text() };
        nothing && text == undivided(law, shown)
    })
}
