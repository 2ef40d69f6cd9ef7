//! Numbers that read clearly and are doubted all the same: thousandths that an English Excel made of amounts, percents
//! stored as fractions, numbers that differ from their twin by a slip, rows in which no formula holds.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Numbers;
use super::printed::money;
use super::variable::{Ground, Variable};
use crate::forms::{Law, Relation, Spot};
use crate::model::{Kind, Table};
use crate::rules;
use crate::value::number::{self, Reading, Slip};

/// Amounts of a column that is mostly of more than this are hardly ever below a thousand rupiah.
const USUAL: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// So many rows that all differ a thousandfold from their twins are of another unit.
const UNIT: usize = 3;

/// So many percents of a column that are fractions of one are no coincidence.
const FRACTIONS: usize = 2;

/// Whether a law is a formula printed on the form.
fn is_formula(law: &Law) -> bool {
    matches!(law.relation, Relation::Sum | Relation::Ratio | Relation::Difference)
}

impl Numbers {
    /// Opens the question for amounts of less than a thousand rupiah that no sum confirms, in columns of large ones:
    /// an English Excel, or a page break, may have left that much of them. Where a sum cannot be checked, for an amount
    /// beside it is gone, all are asked about that are far smaller than the others.
    pub(super) fn doubt_tiny(&mut self, table: &Table) {
        let thousand = Decimal::ONE_THOUSAND;
        let mut doubtful = Vec::new();
        for (column, declared) in table.columns.iter().enumerate() {
            if !matches!(declared.kind, Kind::Rupiah | Kind::MeasureOrRupiah) {
                continue;
            }
            // A column of quantities and amounts holds amounts in the rows of some levels only.
            let levels = money(table, column);
            let is_amount = |spot: Spot| {
                let row = table.rows.get(spot.row);
                let cell = row.and_then(|row| row.cells.get(column));
                declared.kind == Kind::Rupiah
                    || row.is_some_and(|row| levels.contains(&row.level))
                        && cell.is_some_and(|cell| cell.meaning().unit.is_none())
            };
            let here = || self.variables.iter().filter(|(spot, _)| spot.column == column && is_amount(*spot));
            let mut amounts: Vec<Decimal> = here().filter_map(|(_, variable)| variable.value).collect();
            amounts.sort_unstable();
            if amounts.get(amounts.len() / 2).is_none_or(|median| *median < USUAL) {
                continue;
            }
            let tiny = here().filter(|(spot, variable)| {
                let value = variable.value.unwrap_or_default();
                let tiny = value.abs() < thousand || value.abs() < USUAL && self.is_beside_gap(*spot);
                !value.is_zero() && tiny && !self.is_held_by_a_law(*spot)
            });
            doubtful.extend(
                tiny.filter_map(|(spot, variable)| Some((spot, variable.value?.checked_mul(thousand)?))),
            );
        }
        for (spot, whole) in doubtful {
            self.variables
                .doubt(spot, Reading { value: whole, rule: Some(rules::thousand_fold::ID), cost: 1 });
        }
    }

    /// Whether a sum through a cell cannot be checked.
    fn is_beside_gap(&self, spot: Spot) -> bool {
        self.laws_of(spot).any(|law| !is_formula(law) && !self.is_complete(law, None))
    }

    /// Opens the question for the numbers of rows in which two printed formulas fail and none holds: they slid, and
    /// nothing tells where to. A number that a sum confirms is right.
    pub(super) fn doubt_rows(&mut self) {
        let value = |spot: Spot| self.variables.value(spot);
        let mut verdicts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let formulas = self.laws.iter().filter(|law| is_formula(law) && self.is_complete(law, None));
        for law in formulas {
            let Some(held) = law.holds(&value) else { continue };
            let (holding, failing) = verdicts.entry(law.result.row).or_default();
            *(if held { holding } else { failing }) += 1;
        }
        let astray = |row: usize| verdicts.get(&row).is_some_and(|(held, failed)| *held == 0 && *failed >= 2);
        let doubtful: Vec<Spot> = self
            .variables
            .iter()
            .filter(|(spot, variable)| {
                variable.value.is_some() && astray(spot.row) && !self.is_held_by_a_law(*spot)
            })
            .filter(|(spot, _)| self.laws_of(*spot).any(is_formula))
            .map(|(spot, _)| spot)
            .collect();
        for spot in doubtful {
            self.variables.question(spot);
        }
    }

    /// Opens the question for numbers that differ from their twin as one keyed twice, once wrongly: two neighbouring
    /// digits swapped, a group lost. A number that a sum confirms is right.
    pub(super) fn doubt_twins(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>) {
        let slipped = |value: Decimal, other: Decimal| {
            matches!(number::slips(value, other), Some(Slip::SwappedDigits | Slip::LostGroup))
        };
        let doubtful: Vec<(Spot, Decimal)> = self
            .variables
            .iter()
            .filter_map(|(spot, variable)| {
                let (value, other) = (variable.value?, twin(spot)?);
                (slipped(value, other) && !self.is_held_by_a_law(spot)).then_some((spot, other))
            })
            .collect();
        for (spot, other) in doubtful {
            self.variables
                .suspect(spot, Reading { value: other, rule: Some(rules::swapped_digits::ID), cost: 1 });
        }
    }

    /// Opens the question for percents stored as fractions that no formula explains: more than two decimals, below ten,
    /// in a column whose other percents are times a hundred.
    pub(super) fn doubt_fractions(&mut self, table: &Table) {
        let mut doubtful = Vec::new();
        for (column, declared) in table.columns.iter().enumerate() {
            if declared.kind != Kind::Percent {
                continue;
            }
            let here = || self.variables.iter().filter(move |(spot, _)| spot.column == column);
            let is_fraction = |exact: Decimal| exact.scale() > 2 && exact.abs() < Decimal::TEN;
            let fractions = here().filter_map(|(spot, variable)| Some((spot, variable.exact?)));
            let whole = here()
                .filter(|(_, variable)| variable.value.is_some_and(|value| value >= Decimal::TEN))
                .count();
            let open: Vec<(Spot, Decimal)> = fractions
                .filter(|(spot, exact)| is_fraction(*exact) && !self.is_held_by_a_law(*spot))
                .collect();
            // Where every percent is two at most, all of them are fractions of one.
            let small = |variable: &Variable| variable.exact.is_some_and(|exact| exact.abs() <= Decimal::TWO);
            let broken = |variable: &Variable| variable.exact.is_some_and(|exact| !exact.fract().is_zero());
            let unsure = || here().filter(|(spot, _)| !self.is_held_by_a_law(*spot));
            let all = here()
                .all(|(_, variable)| variable.value.is_none_or(|value| value.is_zero()) || small(variable));
            if whole > open.len() {
                doubtful.extend(open);
            } else if all && unsure().filter(|(_, variable)| broken(variable)).count() >= FRACTIONS {
                doubtful.extend(unsure().filter_map(|(spot, variable)| {
                    Some((spot, variable.exact.filter(|exact| !exact.is_zero())?))
                }));
            }
        }
        for (spot, exact) in doubtful {
            if let Some(percent) = exact.checked_mul(Decimal::ONE_HUNDRED) {
                let value = percent.round_dp(2).normalize();
                self.variables
                    .doubt(spot, Reading { value, rule: Some(rules::fraction_percent::ID), cost: 1 });
            }
        }
    }

    /// Opens the question for numbers that differ from their twin by just a thousand. Where other rows of the
    /// column agree with their twins, the twin may answer it; else only a sum may.
    pub(super) fn doubt_thousandths(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>) {
        let mut columns: BTreeMap<usize, (usize, Vec<(Spot, Decimal)>)> = BTreeMap::new();
        for (spot, variable) in self.variables.iter() {
            let (Some(value), Some(other)) = (variable.value, twin(spot)) else { continue };
            let (agreeing, folded) = columns.entry(spot.column).or_default();
            *agreeing += usize::from(value == other);
            let stored = variable.typed && variable.ground == Ground::Printed && !value.is_zero();
            if stored && value.checked_mul(Decimal::ONE_THOUSAND) == Some(other) {
                folded.push((spot, other));
            }
        }
        for (agreeing, folded) in columns.into_values() {
            if agreeing == 0 && folded.len() >= UNIT {
                continue;
            }
            for (spot, whole) in folded {
                self.variables
                    .doubt(spot, Reading { value: whole, rule: Some(rules::thousand_fold::ID), cost: 1 });
                if agreeing == 0 {
                    self.only_by_law.insert(spot);
                }
            }
        }
    }
}
