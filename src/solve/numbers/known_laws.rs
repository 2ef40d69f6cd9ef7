//! What is known of each law while no number changes: whether it holds, and the proof that it does. Without it, each of
//! the terms of a long sum would add up all of them.

use foldhash::HashMap;

use super::Numbers;
use crate::document::evidence::law::holding as proof;
use crate::forms::Spot;
use crate::model::Proof;

/// What is known by the positions of the laws, and of which state of the numbers.
#[derive(Default)]
pub(super) struct KnownLaws {
    state: u64,
    holds: HashMap<usize, bool>,
    proofs: HashMap<usize, Proof>,
}

impl Numbers {
    /// What is known of the laws as the numbers are now.
    fn known<T>(&self, read: impl FnOnce(&mut KnownLaws) -> T) -> T {
        let mut known = self.known_laws.borrow_mut();
        let state = self.variables.state();
        if known.state != state {
            *known = KnownLaws { state, ..KnownLaws::default() };
        }
        read(&mut known)
    }

    /// Whether every number of a law is known, and it holds.
    fn holds(&self, index: usize) -> bool {
        let value = |spot: Spot| self.variables.value(spot);
        let law = || self.laws.get(index);
        let find = || law().is_some_and(|law| self.is_complete(law, None) && law.holds(&value) == Some(true));
        self.known(|known| *known.holds.entry(index).or_insert_with(find))
    }

    /// Whether a law through a cell holds.
    pub(super) fn is_held_by_a_law(&self, spot: Spot) -> bool {
        self.holding_at(spot).is_some()
    }

    /// The position of a law through a cell that holds.
    fn holding_at(&self, spot: Spot) -> Option<usize> {
        self.indices_of(spot).find(|index| self.holds(*index))
    }

    /// The position of a law through a cell that holds without what a person decided.
    fn holding_soundly_at(&self, spot: Spot) -> Option<usize> {
        let is_sound = |index: &usize| {
            let law = self.laws.get(*index);
            self.of_person.is_empty()
                || law.is_some_and(|law| !law.spots().any(|spot| self.of_person.contains(&spot)))
        };
        self.indices_of(spot).filter(is_sound).find(|index| self.holds(*index))
    }

    /// The proof by a law through a cell that holds.
    pub(super) fn proof_holding(&self, spot: Spot) -> Option<Proof> {
        self.proof_at(self.holding_at(spot)?)
    }

    /// The proof by a law through a cell that holds without what a person decided.
    pub(super) fn proof_holding_soundly(&self, spot: Spot) -> Option<Proof> {
        self.proof_at(self.holding_soundly_at(spot)?)
    }

    fn proof_at(&self, index: usize) -> Option<Proof> {
        let law = self.laws.get(index)?;
        let find = || proof(law, &|spot| self.variables.value(spot));
        Some(self.known(|known| known.proofs.entry(index).or_insert_with(find).clone()))
    }
}
