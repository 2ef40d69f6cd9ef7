//! The columns of a header: the ones that the form declares, and those that the header adds.

use std::collections::{BTreeMap, BTreeSet};

use super::labels::{Candidate, Label};
use super::matching::Match;
use super::parts;
use super::tree::Tree;
use super::units::{Shape, Unit, YearMark, year_of};
use crate::forms::{marks, resembling};
use crate::model::{Column, Kind, Printed, Slot, Standing, unknown};

/// A column that a header prints: which one, and the position of its leaf.
pub(super) struct Found {
    pub(super) column: &'static Column,
    pub(super) leaf: usize,
    pub(super) standing: Standing,
}

/// A header with what was made of it.
pub(super) struct Reading<'a> {
    pub(super) candidate: &'static Candidate,
    pub(super) tree: &'a Tree,
    pub(super) units: &'a [Unit],
    pub(super) matched: &'a Match,
    /// The plan year, where something tells it.
    pub(super) year: Option<u16>,
    /// Whether amounts of money stand below a column of the sheet.
    pub(super) holds_money: &'a dyn Fn(u16) -> bool,
}

impl Reading<'_> {
    /// The columns, from left to right. A leaf whose words stand for a column that is printed elsewhere is none.
    pub(super) fn columns(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut taken = BTreeSet::new();
        for (unit, label) in self.units.iter().zip(&self.matched.labels) {
            let Some(label) = label.and_then(|label| self.candidate.labels.get(label)) else { continue };
            self.matched(unit, label, &mut found);
        }
        self.years(&mut found);
        found.retain(|found| taken.insert(found.column.id));
        let known: BTreeSet<usize> = found.iter().map(|found| found.leaf).collect();
        let mut rest = Vec::new();
        for (unit, label) in self.units.iter().zip(&self.matched.labels) {
            let open = unit.leaves.iter().copied().filter(|leaf| !known.contains(leaf));
            let is_meant = label.is_some() || self.is_of_each_year(unit);
            if is_meant || !self.matched.is_misplaced(self.candidate, unit) {
                rest.extend(open.map(|leaf| (leaf, unit)));
            }
        }
        let mut number = 0;
        for (leaf, unit) in rest {
            let part = parts::part(self, &found, leaf, unit).filter(|(column, _)| taken.insert(column.id));
            let own = || {
                number += 1;
                Some((unknown(number, Kind::Text)?, Standing::Alone))
            };
            if let Some((column, standing)) = part.or_else(own) {
                found.push(Found { column, leaf, standing });
            }
        }
        found.sort_by_key(|found| found.leaf);
        found
    }

    /// Whether the same words stand below several years: they are printed where they are meant.
    fn is_of_each_year(&self, unit: &Unit) -> bool {
        let years: Vec<YearMark> = unit.leaves.iter().filter_map(|leaf| year_of(self.tree, *leaf)).collect();
        let is_repeated =
            years.iter().enumerate().any(|(at, year)| years.iter().skip(at + 1).any(|other| other == year));
        unit.shape == Shape::Years && years.len() > 1 && years.len() == unit.leaves.len() && !is_repeated
    }

    /// The columns of a unit that stands for a label; those of the years of a group wait for the others of it.
    fn matched(&self, unit: &Unit, label: &Label, found: &mut Vec<Found>) {
        let Some(base) = label.columns.first().copied() else { return };
        let mut add = |column: Option<&'static Column>, leaf: Option<usize>, standing: Standing| {
            found.extend(column.zip(leaf).map(|(column, leaf)| Found { column, leaf, standing }));
        };
        match unit.shape {
            Shape::Single => add(Some(base), unit.leaves.first().copied(), Standing::Alone),
            Shape::Pair { quantity, money } => {
                add(resembling(base, &format!("{}_k", base.id)), Some(quantity), Standing::Below);
                add(resembling(base, &format!("{}_rp", base.id)), Some(money), Standing::Below);
            }
            Shape::Years if label.is_years() => {}
            Shape::Years => {
                let offset = base.header.iter().flat_map(|text| marks(text)).last().flatten();
                for leaf in &unit.leaves {
                    let year = self.tree.year(*leaf);
                    let wanted = self.year.zip(offset).map(|(year, offset)| i32::from(year) + offset);
                    let plain = year.map(i32::from) == wanted || unit.leaves.len() == 1;
                    let further = || resembling(base, &format!("{}_{}", base.id, year?));
                    let column = if plain { Some(base) } else { further() };
                    add(column, Some(*leaf), if plain { Standing::Alone } else { Standing::Below });
                }
            }
        }
    }

    /// The columns of the groups of years.
    fn years(&self, found: &mut Vec<Found>) {
        for (index, label) in self.candidate.labels.iter().enumerate().filter(|(_, label)| label.is_years()) {
            let units = self.units.iter().zip(&self.matched.labels);
            let own = units.filter(|(_, label)| **label == Some(index)).flat_map(|(unit, _)| &unit.leaves);
            let leaves: Vec<(usize, Option<YearMark>)> =
                own.map(|leaf| (*leaf, year_of(self.tree, *leaf))).collect();
            found.extend(years_of(&label.columns, &leaves, self.year));
        }
    }
}

/// The column of each year of a group. The years say which it is, where all that the form declares are printed, or
/// where they count from the first of a period or from the plan year; else their order says it, where there are as many; else only those that
/// the form declares are its own.
fn years_of(
    columns: &[&'static Column],
    leaves: &[(usize, Option<YearMark>)],
    plan: Option<u16>,
) -> Vec<Found> {
    let offset =
        |column: &Column| column.header.last().and_then(|text| marks(text).first().copied().flatten());
    let expected: Vec<Option<u16>> =
        columns.iter().map(|column| u16::try_from(i32::from(plan?) + offset(column)?).ok()).collect();
    let calendar = |mark: &Option<YearMark>| match mark {
        Some(YearMark::Calendar(year)) => Some(*year),
        _ => None,
    };
    let printed: BTreeSet<u16> = leaves.iter().filter_map(|(_, mark)| calendar(mark)).collect();
    let all_printed = expected.iter().all(|year| year.is_some_and(|year| printed.contains(&year)));
    let by_order = !all_printed && (leaves.len() == columns.len() || plan.is_none());
    let mut found = Vec::new();
    for (position, (leaf, mark)) in leaves.iter().enumerate() {
        let declared = match mark {
            Some(YearMark::OfPeriod(number)) => columns.get(usize::from(*number).saturating_sub(1)).copied(),
            Some(YearMark::Open(distance)) if columns.iter().any(|column| offset(column).is_some()) => {
                columns.iter().copied().find(|column| offset(column) == Some(*distance))
            }
            _ if by_order => columns.get(position).copied(),
            _ => columns
                .iter()
                .zip(&expected)
                .find(|(_, wanted)| wanted.is_some() && **wanted == calendar(mark))
                .map(|(column, _)| *column),
        };
        let further = || {
            let like = columns.last()?;
            let stem = like.id.trim_end_matches(|c: char| c.is_ascii_digit());
            let (YearMark::Calendar(number) | YearMark::OfPeriod(number)) = (*mark)? else { return None };
            resembling(like, &format!("{stem}{number}"))
        };
        let standing = if declared.is_some() { Standing::Alone } else { Standing::Year };
        found.extend(declared.or_else(further).map(|column| Found { column, leaf: *leaf, standing }));
    }
    found
}

/// What a header prints above each column.
pub(super) fn printed(
    tree: &Tree,
    found: &[Found],
    numbers: &BTreeMap<u16, String>,
) -> BTreeMap<&'static str, Printed> {
    let one = |found: &Found| {
        let leaf = tree.leaves.get(found.leaf)?;
        let slot = Slot { first: leaf.at.column, last: leaf.last };
        let printed = Printed {
            header: tree.path(found.leaf).map(str::to_owned).collect(),
            year: tree.year(found.leaf),
            slot,
            number: numbers.range(slot.first..=slot.last).next().map(|(_, text)| text.clone()),
            standing: found.standing,
            unit: None,
        };
        Some((found.column.id, printed))
    };
    found.iter().filter_map(one).collect()
}
