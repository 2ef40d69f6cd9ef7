//! Which units of a header stand for which labels of a layout.

use super::labels::{Candidate, Label};
use super::number_row::leading_number;
use super::units::{Shape, Unit};

/// A layout laid over a header.
#[derive(Clone)]
pub(super) struct Match {
    /// How much of the layout and of the header each found the other, 0 to 1.
    pub(super) share: f64,
    /// For each unit the label that it stands for.
    pub(super) labels: Vec<Option<usize>>,
}

/// How well a unit must fit a label that stands elsewhere in the order of the form.
const OUT_OF_ORDER: f64 = 0.9;

impl Match {
    /// The best match of a layout.
    pub(super) fn of(candidate: &Candidate, units: &[&Unit]) -> Self {
        let (score, pairs) = in_order(candidate, units);
        let mut labels = vec![None; units.len()];
        for (unit, label) in pairs {
            if let Some(place) = labels.get_mut(unit) {
                *place = Some(label);
            }
        }
        let share = score / size(candidate, units);
        let mut found = Self { share, labels };
        found.match_others(candidate, units);
        found
    }

    /// Units that fit a free label out of the order of the form, and further years of a group that was found.
    fn match_others(&mut self, candidate: &Candidate, units: &[&Unit]) {
        for (index, unit) in units.iter().enumerate() {
            if self.labels.get(index).copied().flatten().is_some() {
                continue;
            }
            let free = |label: usize| !self.labels.contains(&Some(label));
            let fits = candidate.labels.iter().enumerate().map(|(at, label)| (label.fit(unit), at, label));
            let best = fits
                .filter(|(fit, at, label)| {
                    *fit >= OUT_OF_ORDER && (free(*at) || unit.shape == Shape::Years && label.is_years())
                })
                .max_by(|left, right| left.0.total_cmp(&right.0));
            if let (Some((_, label, _)), Some(place)) = (best, self.labels.get_mut(index)) {
                *place = Some(label);
            }
        }
    }

    /// This match with the columns that only the number row below the header still tells: the entry below a damaged text is
    /// that of a free column whose words are not quite others, and every other entry is the form's.
    pub(super) fn numbered(
        &self,
        candidate: &Candidate,
        units: &[Unit],
        number: &dyn Fn(&Unit) -> Option<u32>,
    ) -> Self {
        const DAMAGED: f64 = 0.4;
        let declared = |label: &Label| leading_number(label.columns.first()?.number);
        let mut matched = self.clone();
        let pairs = units.iter().zip(&self.labels).filter(|(unit, _)| unit.shape == Shape::Single);
        let agrees = |(unit, label): (&Unit, &Option<usize>)| {
            let wanted = label.and_then(|label| candidate.labels.get(label)).map(declared);
            wanted.is_none_or(|wanted| number(unit) == wanted)
        };
        if !pairs.clone().all(agrees) || !pairs.clone().any(|(unit, _)| number(unit).is_some()) {
            return matched;
        }
        for (index, unit) in units.iter().enumerate() {
            let is_open =
                matched.labels.get(index).is_some_and(Option::is_none) && unit.shape == Shape::Single;
            let Some(printed) = number(unit).filter(|_| is_open) else { continue };
            let same = |(at, label): &(usize, &Label)| {
                !matched.labels.contains(&Some(*at))
                    && label.phase == unit.phase
                    && declared(label) == Some(printed)
                    && label.own.iter().any(|own| own.likeness(&unit.own, DAMAGED) > 0.0)
            };
            let found = candidate.labels.iter().enumerate().find(same).map(|(at, _)| at);
            if let Some(place) = matched.labels.get_mut(index) {
                *place = found;
            }
        }
        matched
    }

    /// Whether a unit without a label says what a label says that no other unit stands for: it is printed elsewhere
    /// than its column stands, or above columns whose own headers are gone.
    pub(super) fn is_misplaced(&self, candidate: &Candidate, unit: &Unit) -> bool {
        const ALIKE: f64 = 0.95;
        candidate.labels.iter().enumerate().any(|(index, label)| {
            !self.labels.contains(&Some(index))
                && label.phase == unit.phase
                && !label.optional
                && label.own.iter().any(|own| own.is_like(&unit.own, ALIKE))
        })
    }

    /// How much of the layout and of the header each found the other in whatever order, 0 to 1.
    pub(super) fn covered(&self, candidate: &Candidate, units: &[&Unit]) -> f64 {
        let found = units.iter().zip(&self.labels).filter_map(|(unit, label)| {
            let label = candidate.labels.get((*label)?)?;
            Some(label.fit(unit) * weight(label, unit))
        });
        found.sum::<f64>() / size(candidate, units)
    }

    /// How many units stand for a label, in the order of the form or out of it.
    pub(super) fn known(&self) -> usize {
        self.labels.iter().flatten().count()
    }
}

/// How many columns a layout and a header have, the larger count of both.
fn size(candidate: &Candidate, units: &[&Unit]) -> f64 {
    let leaves: usize = units.iter().map(|unit| width(unit)).sum();
    #[allow(clippy::cast_precision_loss, reason = "a count of columns")]
    let size = candidate.layout.columns.len().max(leaves) as f64;
    size
}

/// How many columns a unit counts for.
fn width(unit: &Unit) -> usize {
    if unit.shape == Shape::Years { unit.leaves.len() } else { 1 }
}

fn weight(label: &Label, unit: &Unit) -> f64 {
    let shared = if label.is_years() { width(unit).min(label.columns.len()) } else { 1 };
    f64::from(u16::try_from(shared).unwrap_or(u16::MAX))
}

/// The best monotone matching of the units to the labels of a layout: its score and its pairs.
fn in_order(candidate: &Candidate, units: &[&Unit]) -> (f64, Vec<(usize, usize)>) {
    let width = candidate.labels.len() + 1;
    let mut best = vec![0.0_f64; (units.len() + 1) * width];
    let value = |table: &[f64], at: usize| table.get(at).copied().unwrap_or_default();
    for (i, unit) in units.iter().enumerate() {
        for (j, label) in candidate.labels.iter().enumerate() {
            let fit = label.fit(unit);
            let paired = value(&best, i * width + j) + fit * weight(label, unit);
            let skipped = value(&best, i * width + j + 1).max(value(&best, (i + 1) * width + j));
            if let Some(cell) = best.get_mut((i + 1) * width + j + 1) {
                *cell = if fit > 0.0 { paired.max(skipped) } else { skipped };
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (units.len(), candidate.labels.len());
    while i > 0 && j > 0 {
        let here = value(&best, i * width + j);
        if here <= value(&best, (i - 1) * width + j) {
            i -= 1;
        } else if here <= value(&best, i * width + j - 1) {
            j -= 1;
        } else {
            pairs.push((i - 1, j - 1));
            i -= 1;
            j -= 1;
        }
    }
    pairs.reverse();
    (value(&best, units.len() * width + candidate.labels.len()), pairs)
}
