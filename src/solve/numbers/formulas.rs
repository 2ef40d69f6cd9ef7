//! Formulas whose file holds no result: where a formula refers to just the cells of a law, the law computes it.

use std::collections::{BTreeMap, BTreeSet};

use super::Numbers;
use super::variable::Ground;
use crate::document::evidence::law::holding as proof;
use crate::forms::{Law, Relation, Spot, is_filled};
use crate::model::{At, Pattern, Place, Raw, RawTable, Table};
use crate::rules;
use crate::value::number::Reading;

/// More cells than any table has rows of one parent: a larger range is no sum of children.
const LARGEST_RANGE: u32 = 2000;

static REFERENCE: Pattern =
    Pattern::seldom(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?");

impl Numbers {
    /// Opens the question for formulas whose own result contradicts a law and agrees with none: their range is wrong, or
    /// something in it is.
    pub(super) fn doubt_formulas(&mut self) {
        let value = |spot: Spot| self.variables.value(spot);
        let mut doubtful = Vec::new();
        for (spot, variable) in self.variables.iter() {
            let Some(result) = variable.value else { continue };
            let own = variable.ground == Ground::Typography(rules::uncalculated_formula::ID);
            if !own || !matches!(self.verdict(spot, result), (0, 1..)) {
                continue;
            }
            let complete = |law: &&Law| self.is_complete(law, Some(spot));
            let wanted = self.laws_of(spot).filter(complete).find_map(|law| law.wanted(spot, &value));
            doubtful.push((spot, wanted.unwrap_or(result)));
        }
        for (spot, value) in doubtful {
            self.variables
                .doubt(spot, Reading { value, rule: Some(rules::uncalculated_formula::ID), cost: 1 });
        }
    }

    /// Settles the cells whose formula says the same as a law.
    pub(super) fn calculate(&mut self, table: &Table, raw: &RawTable) {
        let formulas = formulas(raw);
        if formulas.is_empty() {
            return;
        }
        let spots = spots(table);
        loop {
            let value = |spot: Spot| self.variables.value(spot);
            let open =
                |spot: &Spot| self.variables.get(*spot).is_some_and(|found| found.ground == Ground::Open);
            let mut settled = Vec::new();
            for (spot, (place, formula)) in formulas.iter().filter(|(spot, _)| open(spot)) {
                let Some(cells) = references(formula, place, &spots) else { continue };
                let says = |law: &&Law| {
                    law.result == *spot
                        && agrees(law, formula, &cells, table)
                        && self.is_complete(law, Some(*spot))
                };
                let found = self.laws_of(*spot).find(says);
                if let Some((law, amount)) = found.and_then(|law| Some((law, law.wanted(*spot, &value)?))) {
                    settled.push((*spot, amount, proof(law, &value)));
                }
            }
            if settled.is_empty() {
                return;
            }
            for (spot, amount, proof) in settled {
                self.variables.settle(spot, amount, Ground::Law(rules::uncalculated_formula::ID, proof));
            }
        }
    }
}

/// The cells that hold a formula alone, with where it stands.
fn formulas(raw: &RawTable) -> BTreeMap<Spot, (Place, String)> {
    let mut found = BTreeMap::new();
    for (row, cells) in raw.rows.iter().enumerate() {
        for (column, fragments) in cells.cells.iter().enumerate() {
            if let [only] = fragments.as_slice()
                && let Raw::Uncalculated { formula, .. } = &only.raw
            {
                found.insert(Spot { row, column }, (only.place.clone(), formula.to_uppercase()));
            }
        }
    }
    found
}

/// Which cell of the table stands where on its sheets.
fn spots(table: &Table) -> BTreeMap<Place, Spot> {
    let mut found = BTreeMap::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.cells.iter().enumerate() {
            found.extend(cell.sources().iter().map(|place| (place.clone(), Spot { row, column })));
        }
    }
    found
}

/// The cells of the table that a formula refers to; `None` if it refers to another sheet, or to too many.
fn references(formula: &str, place: &Place, spots: &BTreeMap<Place, Spot>) -> Option<BTreeSet<Spot>> {
    if formula.contains('!') {
        return None;
    }
    let mut cells = BTreeSet::new();
    for found in REFERENCE.captures_all(formula) {
        let at = |letters: usize, digits: usize| -> Option<At> {
            format!("{}{}", found.get(letters)?, found.get(digits)?).parse().ok()
        };
        let first = at(1, 2)?;
        let last = at(3, 4).unwrap_or(first);
        if last.row.checked_sub(first.row)? > LARGEST_RANGE || first.column != last.column {
            return None;
        }
        let range = (first.row..=last.row).map(|row| Place::new(&place.sheet, At::new(row, first.column)));
        cells.extend(range.filter_map(|place| spots.get(&place).copied()));
    }
    Some(cells)
}

/// Whether a formula is the law in the language of the spreadsheet: over the same filled cells, by the same
/// operation.
fn agrees(law: &Law, formula: &str, cells: &BTreeSet<Spot>, table: &Table) -> bool {
    let terms: BTreeSet<Spot> = law.terms.iter().copied().filter(|spot| is_filled(table, *spot)).collect();
    let divides = formula.contains('/');
    let other = formula.contains(['-', '^', '<', '>', '&']);
    let same_operation = match law.relation {
        Relation::Ratio => divides,
        Relation::Children | Relation::Total | Relation::Sum | Relation::Difference => {
            !divides && !formula.contains('*')
        }
    };
    !terms.is_empty() && *cells == terms && same_operation && !other
}
