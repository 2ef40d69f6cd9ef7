//! What a person decided, among the numbers: it is given, and what only it proves is asked about.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Numbers;
use super::variable::{Ground, Variable};
use crate::forms::{Law, Spot};
use crate::model::{Cell, Status};

impl Numbers {
    /// Whether a person decided about a cell, or nothing settles its value but laws through cells that a person
    /// decided: such a value is asked about and never taken for proven.
    pub(in crate::solve) fn rests_on_person(&self, spot: Spot) -> bool {
        self.of_person.contains(&spot)
    }

    /// Works out which values rest on a person's.
    pub(super) fn trace_persons(&mut self, twin: &dyn Fn(Spot) -> Option<Decimal>) {
        let held = self.variables.iter().filter(|(_, variable)| variable.ground == Ground::Held);
        let mut resting: BTreeSet<Spot> = held.map(|(spot, _)| spot).collect();
        let value = |spot: Spot| self.variables.value(spot);
        let settled = |variable: &Variable| matches!(variable.ground, Ground::Law(..) | Ground::Gone);
        let mut before = 0;
        while resting.len() > before {
            before = resting.len();
            let sound = |law: &Law| !law.spots().any(|spot| resting.contains(&spot));
            let found: Vec<Spot> = self
                .variables
                .iter()
                .filter(|(spot, variable)| settled(variable) && !resting.contains(spot))
                .filter(|(spot, variable)| twin(*spot).is_none() || twin(*spot) != variable.value)
                .filter(|(spot, _)| self.laws_of(*spot).any(|law| !sound(law)))
                .filter(|(spot, _)| {
                    !self.laws_of(*spot).any(|law| sound(law) && law.holds(&value) == Some(true))
                })
                .map(|(spot, _)| spot)
                .collect();
            resting.extend(found);
        }
        self.of_person = resting;
    }
}

/// What a person decided of a cell: its value, or that what is printed is no value. An empty cell of which a person
/// says that it is meant so is no number at all.
pub(super) fn held(cell: &Cell) -> Option<Variable> {
    let decided = cell.status() == Status::Decided && !cell.is_empty();
    // Nothing else is open before the numbers are worked out.
    let refused = cell.status() == Status::Unresolved;
    (decided || refused).then(|| Variable {
        value: cell.number().filter(|_| decided),
        ground: Ground::Held,
        ..Variable::open()
    })
}
