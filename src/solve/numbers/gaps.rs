//! Empty cells that should hold an amount, and what is claimed of each: by a sum above it, by the rows below it, by the
//! formula of its row, by its twin.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Numbers;
use super::variable::Ground;
use crate::forms::{Law, Relation, Spot, formulas_of, is_filled};
use crate::model::{Formula, Kind, Role, Status, Table, Tingkat};
use crate::value::number::{self, Absence};

/// Who says what an empty cell held.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Witness {
    /// A sum of which it is a term.
    Above,
    /// The rows that it is the sum of.
    Below,
    /// The formula of its row.
    Formula,
    /// The same cell of another table, or of the other half.
    Twin,
}

/// What an empty cell is said to have held.
pub(super) struct Claim {
    pub(super) amount: Decimal,
    witnesses: BTreeSet<Witness>,
    disputed: bool,
}

impl Claim {
    /// Whether two independent witnesses say the same, and none another.
    pub(super) fn is_agreed(&self) -> bool {
        !self.disputed && self.witnesses.len() > 1
    }

    /// That it held something.
    fn of_nothing() -> Self {
        Self { amount: Decimal::ZERO, witnesses: BTreeSet::new(), disputed: true }
    }

    /// The amount, if no witness says another.
    pub(super) fn alone(&self) -> Option<Decimal> {
        (!self.disputed).then_some(self.amount)
    }
}

impl Numbers {
    /// What is claimed of the empty cells, each of them the only one of a law that does not hold without it.
    pub(super) fn claims(&self, twin: &dyn Fn(Spot) -> Option<Decimal>) -> BTreeMap<Spot, Claim> {
        let is_open = |spot: &Spot| self.gaps.cells.contains(spot) && self.is_bare(*spot);
        // What was put back before proves nothing now.
        let value = |spot: Spot| self.variables.value(spot).filter(|_| !is_open(&spot));
        let mut claims: BTreeMap<Spot, Claim> = BTreeMap::new();
        let mut claim = |spot: Spot, amount: Decimal, witness: Witness| {
            if amount.is_sign_positive() && !amount.is_zero() {
                let known = claims.entry(spot).or_insert(Claim {
                    amount,
                    witnesses: BTreeSet::new(),
                    disputed: false,
                });
                known.disputed |= known.amount != amount;
                known.witnesses.insert(witness);
            }
        };
        let lacks = |law: &&Law| {
            law.relation != Relation::Ratio
                && self.is_in_place(law)
                && law.spots().all(|spot| is_open(&spot) || self.is_known(spot))
                && law.holds(&value) != Some(true)
        };
        let mut unknown: BTreeSet<Spot> = BTreeSet::new();
        for law in self.laws.iter().filter(lacks) {
            let empty: Vec<Spot> = law.spots().filter(is_open).collect();
            let [only] = empty.as_slice() else {
                unknown.extend(empty);
                continue;
            };
            let witness = match law.relation {
                Relation::Sum | Relation::Difference => Witness::Formula,
                _ if law.result == *only => Witness::Below,
                _ => Witness::Above,
            };
            if let Some(amount) = law.wanted(*only, &value) {
                claim(*only, amount, witness);
            }
        }
        for spot in self.gaps.cells.iter().filter(|spot| is_open(spot)) {
            if let Some(amount) = twin(*spot) {
                claim(*spot, amount, Witness::Twin);
            }
        }
        let unchecked = self.unchecked().filter(is_open);
        for spot in unknown.into_iter().chain(unchecked).chain(self.denied()) {
            claims.entry(spot).or_insert_with(Claim::of_nothing);
        }
        claims
    }

    /// Cells without a number, of which a percent is computed all the same.
    fn denied(&self) -> impl Iterator<Item = Spot> {
        let computed = |law: &&Law| {
            let percent = self.variables.value(law.result);
            law.relation == Relation::Ratio && percent.is_some_and(|percent| !percent.is_zero())
        };
        let lacks = |spot: &Spot| self.gaps.cells.contains(spot) || self.gaps.dashes.contains(spot);
        let terms = self.laws.iter().filter(computed).flat_map(|law| law.terms.iter().copied());
        terms.filter(move |spot| lacks(spot) && self.is_bare(*spot))
    }

    /// Empty amounts of rows that hold no others, which no sum says anything of: the other rows of their level have one.
    pub(super) fn unsaid(&self, table: &Table) -> Vec<Spot> {
        let value = |spot: Spot| self.variables.value(spot);
        let is_amount = |spot: &Spot| {
            table.columns.get(spot.column).is_some_and(|column| column.kind == Kind::Rupiah)
                && !self.laws.iter().any(|law| law.relation == Relation::Children && law.result == *spot)
        };
        let is_checked = |spot: &Spot| {
            self.laws_of(*spot).any(|law| law.relation != Relation::Ratio && law.holds(&value).is_some())
        };
        let open = self.gaps.cells.iter().copied().filter(|spot| self.is_bare(*spot));
        open.filter(|spot| is_amount(spot) && is_usual(table, *spot) && !is_checked(spot)).collect()
    }

    /// Whether nothing in a cell is a number.
    fn is_bare(&self, spot: Spot) -> bool {
        self.variables.get(spot).is_none() || self.is_gone(spot)
    }

    /// Whether a cell is empty that must have held an amount.
    pub(super) fn is_gone(&self, spot: Spot) -> bool {
        self.variables.get(spot).is_some_and(|found| found.ground == Ground::Gone)
    }

    /// The terms of sums of which the result cannot be read: nothing says that an empty one among them is nothing.
    fn unchecked(&self) -> impl Iterator<Item = Spot> {
        let unread = |law: &&Law| {
            law.relation == Relation::Children
                && !self.is_gone(law.result)
                && self.variables.get(law.result).is_some_and(|found| found.value.is_none())
        };
        self.laws.iter().filter(unread).flat_map(|law| law.terms.iter().copied())
    }
}

/// Whether the row of a cell, or its half of the row, has a name.
fn is_named(table: &Table, spot: Spot) -> bool {
    let names = |column: &usize| {
        table.columns.get(*column).is_some_and(|column| matches!(column.role, Role::Name | Role::TwinName))
    };
    let name = (0..=spot.column).rev().find(names);
    name.is_some_and(|column| is_filled(table, Spot { column, ..spot }))
}

/// Whether three of four cells at least of a level and column are filled, three of them at least.
fn is_usual(table: &Table, spot: Spot) -> bool {
    let level = table.rows.get(spot.row).and_then(|row| row.level);
    let rows =
        || (0..table.rows.len()).filter(|row| table.rows.get(*row).is_some_and(|row| row.level == level));
    let filled = rows().filter(|row| is_filled(table, Spot { row: *row, ..spot })).count();
    level.is_some() && filled >= 3 && filled * 4 >= rows().count() * 3
}

/// Empty cells where cells of their kind are filled.
#[derive(Default)]
pub(super) struct Gaps {
    /// In rows that others are summed into.
    pub(super) parents: BTreeSet<Spot>,
    /// In rows that hold no others.
    pub(super) leaves: BTreeSet<Spot>,
    /// In any row.
    cells: BTreeSet<Spot>,
    /// Cells that say there is no number.
    dashes: BTreeSet<Spot>,
    /// Cells that hold a fault of Excel, `#####` or `#REF!`, where an amount must have been.
    pub(super) faults: BTreeSet<Spot>,
}

impl Gaps {
    pub(super) fn of(table: &Table, laws: &[Law]) -> Self {
        let sums = || laws.iter().filter(|law| law.relation == Relation::Children);
        let parents: BTreeSet<Spot> = sums().map(|law| law.result).collect();
        let terms = sums().flat_map(|law| law.terms.iter().copied());
        let leaves: BTreeSet<Spot> = terms.filter(|spot| !parents.contains(spot)).collect();
        let absent = |spot: &Spot, how: fn(Absence) -> bool| {
            let cell = table.rows.get(spot.row).and_then(|row| row.cells.get(spot.column));
            cell.and_then(|cell| number::absence(cell.text())).is_some_and(how)
        };
        let spots = || laws.iter().flat_map(Law::spots);
        let faults = spots().filter(|spot| absent(spot, |how| how == Absence::Fault)).collect();
        let dashes = spots().filter(|spot| absent(spot, |how| how != Absence::Fault)).collect();
        Self {
            parents: mostly_filled(table, &parents),
            leaves: mostly_filled(table, &leaves),
            cells: mostly_filled(table, &amounts(table)),
            dashes,
            faults,
        }
    }
}

/// The cells of the columns that are added up, over rows or within one.
fn amounts(table: &Table) -> BTreeSet<Spot> {
    let formulas = formulas_of(table);
    let added = |id: &str| {
        formulas.iter().any(|formula| match formula {
            Formula::Sum { result, terms } => *result == id || terms.contains(&id),
            Formula::Difference { result, minuend, subtrahend } => {
                [*result, *minuend, *subtrahend].contains(&id)
            }
            Formula::Latest { result, terms } => *result == id || terms.contains(&id),
            Formula::Ratio { .. } | Formula::Quotient { .. } => false,
        })
    };
    let columns = table.columns.iter().enumerate().filter(|(_, column)| {
        matches!(column.kind, Kind::Rupiah | Kind::MeasureOrRupiah)
            && (table.form.adds_up && matches!(column.role, Role::Amount(_)) || added(column.id))
    });
    let spots = columns.flat_map(|(column, _)| (0..table.rows.len()).map(move |row| Spot { row, column }));
    spots.filter(|spot| is_named(table, *spot)).collect()
}

/// The empty ones of these cells that should be filled: most rows of their level are, or their row has an amount
/// in another column. What an office never fills is not missing.
fn mostly_filled(table: &Table, spots: &BTreeSet<Spot>) -> BTreeSet<Spot> {
    let filled = |spot: &Spot| is_filled(table, *spot);
    let level = |spot: &Spot| table.rows.get(spot.row).and_then(|row| row.level);
    let mut counts: BTreeMap<(usize, Option<Tingkat>), (usize, usize)> = BTreeMap::new();
    let mut columns: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for spot in spots {
        let cell = usize::from(filled(spot));
        let (full, all) = counts.entry((spot.column, level(spot))).or_default();
        (*full, *all) = (*full + cell, *all + 1);
        let (full, all) = columns.entry(spot.column).or_default();
        (*full, *all) = (*full + cell, *all + 1);
    }
    let most =
        |count: Option<&(usize, usize)>| count.is_some_and(|(full, all)| *full > 0 && full * 2 >= *all);
    let begun = |spot: &Spot| {
        columns.keys().any(|column| filled(&Spot { row: spot.row, column: *column }))
            && most(columns.get(&spot.column))
    };
    let usual = |spot: &Spot| most(counts.get(&(spot.column, level(spot)))) || begun(spot);
    // An empty cell that a person decided lacks nothing.
    let decided = |spot: &Spot| {
        let cell = table.rows.get(spot.row).and_then(|row| row.cells.get(spot.column));
        cell.is_some_and(|cell| matches!(cell.status(), Status::Decided | Status::Unresolved))
    };
    spots.iter().copied().filter(|spot| !filled(spot) && !decided(spot) && usual(spot)).collect()
}
