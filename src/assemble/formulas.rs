//! Numbers that slid: where the cells of a row fit several columns, the formulas that the form prints decide.

use rust_decimal::Decimal;

use super::class::{Class, class};
use crate::model::{Column, Formula, Fragment, Kind, Raw, RawRow};
use crate::value::number;

/// How far a printed percent may be from the computed one.
const TOLERANCE: Decimal = Decimal::from_parts(11, 0, 0, false, 3);
/// The most arrangements that are tried for a row.
const MOST: usize = 5000;

/// Moves the numbers of a row to the columns in which most formulas hold; leaves the row alone where nothing
/// is better than what is there.
pub(super) fn settle(formulas: &[Formula], columns: &[&'static Column], row: &mut RawRow) {
    if formulas.is_empty() {
        return;
    }
    let slots: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.kind.is_numeric())
        .map(|(index, _)| index)
        .collect();
    let filled: Vec<usize> = slots
        .iter()
        .copied()
        .filter(|index| row.cells.get(*index).is_some_and(|cell| !cell.is_empty()))
        .collect();
    if filled.is_empty() || filled.len() >= slots.len() {
        return;
    }
    let values: Vec<Value> =
        filled.iter().filter_map(|index| row.cells.get(*index).map(|cell| Value::of(cell))).collect();
    let current = score(formulas, columns, &filled, &values);
    let mut best = (current, moves(&filled, &filled), filled.clone());
    let mut tried = 0;
    arrangements(&slots, filled.len(), &mut Vec::new(), &mut |arrangement| {
        tried += 1;
        let fits = arrangement.iter().zip(&values).all(|(index, value)| value.fits(columns.get(*index)));
        if fits {
            let rank = score(formulas, columns, arrangement, &values);
            let moved = moves(&filled, arrangement);
            if rank > best.0 || rank == best.0 && moved < best.1 {
                best = (rank, moved, arrangement.to_vec());
            }
        }
        tried < MOST
    });
    // A move after which a failing formula can no longer be checked proves nothing: one more must hold.
    let held = |places: &[usize]| held(formulas, columns, places, &values);
    if best.0 > current && held(&best.2) > held(&filled) {
        rearrange(row, &filled, &best.2);
    }
}

struct Value {
    number: Option<Decimal>,
    /// Whether it may be a percent: small, or with the sign of one.
    percent: bool,
    /// Whether it may be an amount or a quantity: anything but a decimal fraction.
    amount: bool,
}

impl Value {
    fn of(cell: &[Fragment]) -> Self {
        let looks: Vec<Class> = cell.iter().map(|fragment| class(&fragment.raw)).collect();
        let percent = |look: &Class| {
            matches!(
                look,
                Class::Digits | Class::Decimal | Class::MoneyDecimal | Class::Measure | Class::Fault
            )
        };
        let amount = |look: &Class| !matches!(look, Class::Decimal | Class::Fault);
        Self {
            number: self::amount(cell),
            percent: looks.iter().all(percent),
            amount: looks.iter().all(amount),
        }
    }

    fn fits(&self, column: Option<&&'static Column>) -> bool {
        column.is_some_and(|column| {
            self.number.is_none() || if column.kind == Kind::Percent { self.percent } else { self.amount }
        })
    }
}

fn amount(cell: &[Fragment]) -> Option<Decimal> {
    if let [Fragment { raw: Raw::Number { value, format }, .. }] = cell {
        return if format.contains('%') { value.checked_mul(Decimal::ONE_HUNDRED) } else { Some(*value) };
    }
    let text: String = cell.iter().map(|fragment| fragment.raw.shown()).collect();
    number::rupiah(&text).first().map(|reading| reading.value)
}

/// Formulas that hold, twice, less those that fail, for numbers standing in the given columns.
fn score(formulas: &[Formula], columns: &[&'static Column], places: &[usize], values: &[Value]) -> i32 {
    let verdicts = verdicts(formulas, columns, places, values);
    verdicts.iter().map(|held| if *held { 2 } else { -1 }).sum()
}

fn held(formulas: &[Formula], columns: &[&'static Column], places: &[usize], values: &[Value]) -> usize {
    verdicts(formulas, columns, places, values).into_iter().filter(|held| *held).count()
}

/// Whether each formula holds that can be checked.
fn verdicts(
    formulas: &[Formula],
    columns: &[&'static Column],
    places: &[usize],
    values: &[Value],
) -> Vec<bool> {
    let value = |id: &str| -> Option<Decimal> {
        let position = columns.iter().position(|column| column.id == id)?;
        let index = places.iter().position(|place| *place == position)?;
        values.get(index)?.number
    };
    formulas.iter().filter_map(|formula| holds(formula, &value)).collect()
}

/// Whether a formula holds; `None` where a value it needs is missing.
fn holds(formula: &Formula, value: &dyn Fn(&str) -> Option<Decimal>) -> Option<bool> {
    match formula {
        Formula::Ratio { result, numerator, denominator } => {
            let (result, top, bottom) = (value(result)?, value(numerator)?, value(denominator)?);
            let ratio = top.checked_div(bottom)?.checked_mul(Decimal::ONE_HUNDRED)?;
            Some((ratio - result).abs() <= TOLERANCE)
        }
        Formula::Sum { result, terms } => {
            let wanted = value(result)?;
            let found: Vec<Decimal> = terms.iter().filter_map(|id| value(id)).collect();
            let sum = found.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(*term))?;
            (!found.is_empty()).then_some(sum == wanted)
        }
    }
}

fn moves(from: &[usize], to: &[usize]) -> usize {
    from.iter().zip(to).filter(|(old, new)| old != new).count()
}

/// Every ascending choice of `count` of the slots; stops when the visitor says so.
fn arrangements(
    slots: &[usize],
    count: usize,
    chosen: &mut Vec<usize>,
    visit: &mut dyn FnMut(&[usize]) -> bool,
) -> bool {
    if count == 0 {
        return visit(chosen);
    }
    for (position, slot) in slots.iter().enumerate() {
        if slots.len() - position < count {
            break;
        }
        chosen.push(*slot);
        let rest = slots.get(position + 1..).unwrap_or_default();
        let go_on = arrangements(rest, count - 1, chosen, visit);
        chosen.pop();
        if !go_on {
            return false;
        }
    }
    true
}

fn rearrange(row: &mut RawRow, from: &[usize], to: &[usize]) {
    let taken: Vec<Vec<Fragment>> =
        from.iter().map(|index| row.cells.get_mut(*index).map(std::mem::take).unwrap_or_default()).collect();
    for (cell, index) in taken.into_iter().zip(to) {
        if let Some(goal) = row.cells.get_mut(*index) {
            *goal = cell;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::forms::form;
    use crate::model::{At, Joint, Place};

    /// The columns that are filled after the numbers of a row were settled.
    fn settled(filled: &[(&str, &str)]) -> Vec<&'static str> {
        let layout = &form("T-C.29").unwrap().layouts[0];
        let columns: Vec<&'static Column> = layout.columns.iter().collect();
        let mut row = RawRow { cells: vec![Vec::new(); columns.len()], ..RawRow::default() };
        for (id, text) in filled {
            let index = columns.iter().position(|column| column.id == *id).unwrap();
            let place = Place::new(&Arc::from("a"), At::new(0, 0));
            row.cells[index].push(Fragment { place, raw: Raw::text(text), joint: Joint::Start });
        }
        settle(layout.formulas, &columns, &mut row);
        let ids = columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        ids.map(|(column, _)| column.id).collect()
    }

    #[test]
    fn a_lost_amount_moves_no_other() {
        let row = [
            ("target_renstra", "138.632.000"),
            ("target_lalu", "34.658.000"),
            ("realisasi_lalu", "2147483647"),
            ("tingkat_realisasi", "288,60"),
            ("target_berjalan", "36.980.086"),
            ("capaian_berjalan", "137.003.074"),
            ("tingkat_capaian", "98,83"),
        ];
        assert_eq!(settled(&row), row.map(|(id, _)| id));
    }

    #[test]
    fn numbers_that_slid_go_where_formulas_hold() {
        let row = [
            ("target_renstra", "400"),
            ("realisasi_lampau", "100"),
            ("target_lalu", "50"),
            ("tingkat_realisasi", "50,00"),
            ("target_berjalan", "100"),
            ("capaian_berjalan", "150"),
            ("tingkat_capaian", "37,50"),
        ];
        let wanted = ["target_renstra", "target_lalu", "realisasi_lalu", "tingkat_realisasi"];
        assert_eq!(settled(&row)[..4], wanted);
    }
}
