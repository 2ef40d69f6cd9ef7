//! The plan year that a header speaks of, and its columns by that year.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Found, Reading, printed};
use super::header::{Columns, Header};
use super::ids;
use super::labels::{Candidate, Label};
use super::matching::Match;
use super::number_row::leading_number;
use super::titles::plan_years;
use super::tree::Tree;
use super::units::{Shape, Unit};
use super::whole::{Side, Whole};
use crate::forms::marks;
use crate::model::years;
use crate::model::{At, Column, Grid, Printed, Slot};
use crate::value::number;

/// The columns of a header: what is declared, what it adds, where each stands.
#[derive(Clone, Default)]
pub(super) struct Read {
    /// The columns that the header adds, from left to right.
    pub(super) added: Vec<&'static Column>,
    pub(super) slots: BTreeMap<&'static str, Slot>,
    pub(super) printed: BTreeMap<&'static str, Printed>,
    /// The leaf of each column: where it stands, which column, and what it says.
    pub(super) leaves: Vec<(At, &'static Column, String)>,
    /// The plan years that header and titles speak of.
    pub(super) years: Vec<u16>,
}

/// Reads the columns of a header below titles. Those of a half are read together with those of the other half.
pub(super) fn read<'a>(
    sheets: &[Grid],
    grid: &Grid,
    header: &Header,
    titles: impl Iterator<Item = &'a str>,
) -> Read {
    let votes: Vec<u16> = titles.flat_map(|text| plan_years(text, header.form.title)).collect();
    match &header.columns {
        Columns::Worded { candidate, tree, units, matched } => {
            let money = |column: u16| holds_money(grid, column, header.last_row);
            read_words(candidate, (tree, units, matched), &header.numbers, votes, &money)
        }
        Columns::Half { whole, side } => {
            let Whole { candidate, tree, units, matched, numbers, .. } = &**whole;
            let money = |column: u16| {
                let (side, column) = whole.place(column);
                let (sheet, last_row) = whole.found(side);
                sheets.get(sheet).is_some_and(|grid| holds_money(grid, column, last_row))
            };
            read_words(candidate, (tree, units, matched), numbers, votes, &money).on(whole, *side)
        }
        Columns::Named(named) => ids::read(header, named),
        Columns::Numbered(slots) => Read { slots: slots.clone(), years: votes, ..Read::default() },
    }
}

fn read_words(
    candidate: &'static Candidate,
    (tree, units, matched): (&Tree, &[Unit], &Match),
    numbers: &BTreeMap<u16, String>,
    mut votes: Vec<u16>,
    holds_money: &dyn Fn(u16) -> bool,
) -> Read {
    let number = |unit: &Unit| {
        let leaf = tree.leaves.get(*unit.leaves.first()?)?;
        leading_number(numbers.range(leaf.at.column..=leaf.last).next()?.1)
    };
    let matched = &matched.numbered(candidate, units, &number);
    votes.extend(told(candidate, tree, units, matched));
    let reading = Reading { candidate, tree, units, matched, year: usual(&votes), holds_money };
    let found = reading.columns();
    let printed = printed(tree, &found, numbers);
    let leaf = |found: &Found| {
        let node = tree.node(found.leaf, 0)?;
        Some((node.at, found.column, node.text.clone()))
    };
    Read {
        added: found.iter().map(|found| found.column).filter(|column| !column.is_declared()).collect(),
        slots: printed.iter().map(|(id, printed)| (*id, printed.slot)).collect(),
        leaves: found.iter().filter_map(leaf).collect(),
        printed,
        years: votes,
    }
}

impl Read {
    /// What stands on one half of a header, in the columns of its own sheet.
    fn on(mut self, whole: &Whole, side: Side) -> Self {
        let is_here = |slot: &Slot| whole.place(slot.first).0 == side;
        let moved = |slot: Slot| Slot { first: whole.place(slot.first).1, last: whole.place(slot.last).1 };
        self.slots.retain(|_, slot| is_here(slot));
        self.printed.retain(|_, printed| is_here(&printed.slot));
        self.added.retain(|column| self.slots.contains_key(column.id));
        self.leaves.retain(|(_, column, _)| self.slots.contains_key(column.id));
        for slot in self.slots.values_mut() {
            *slot = moved(*slot);
        }
        for printed in self.printed.values_mut() {
            printed.slot = moved(printed.slot);
        }
        for (at, ..) in &mut self.leaves {
            at.column = whole.place(at.column).1;
        }
        self
    }
}

/// The year that most speak of; of several the earliest.
fn usual(votes: &[u16]) -> Option<u16> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for year in votes {
        *counts.entry(*year).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, Reverse(*year))).map(|(year, _)| year)
}

/// The plan years that the texts of a header speak of, each cell once.
fn told(candidate: &Candidate, tree: &Tree, units: &[Unit], matched: &Match) -> Vec<u16> {
    let mut votes = Vec::new();
    let mut heard: BTreeSet<At> = BTreeSet::new();
    for (unit, label) in units.iter().zip(&matched.labels) {
        let Some(label) = label.and_then(|label| candidate.labels.get(label)) else { continue };
        if unit.shape == Shape::Years && label.is_years() {
            votes.extend(of_group(label, tree, unit));
            continue;
        }
        let (Some(leaf), Some(base)) = (unit.leaves.first(), label.columns.first()) else { continue };
        // The text that stands for the column itself is one level up above pairs and years.
        let lowest = usize::from(unit.shape != Shape::Single);
        for (above, wording) in base.header.iter().rev().enumerate() {
            let Some(node) = tree.node(*leaf, above + lowest) else { continue };
            if heard.insert(node.at) {
                votes.extend(plan_years(&node.text, wording));
            }
        }
    }
    votes
}

/// The plan year of the years of a group: by their order where the form has as many; else what is past ends the year
/// before, and what is to come begins with it.
fn of_group(label: &Label, tree: &Tree, unit: &Unit) -> Vec<u16> {
    let offsets: Vec<i32> = label
        .columns
        .iter()
        .filter_map(|column| marks(column.header.last()?).first().copied().flatten())
        .collect();
    let text = |leaf: &usize| tree.node(*leaf, 0).and_then(|node| years(&node.text).first().copied());
    if offsets.is_empty() {
        // The years of a period are no distance from a plan year.
        return Vec::new();
    }
    let mut printed: Vec<u16> = unit.leaves.iter().filter_map(text).collect();
    let distinct: BTreeSet<u16> = printed.iter().copied().collect();
    if distinct.len() == printed.len() {
        // In whatever order they stand.
        printed.sort_unstable();
    }
    let plan = |year: u16, offset: i32| u16::try_from(i32::from(year) - offset).ok();
    if printed.len() == offsets.len() {
        return printed.iter().zip(&offsets).filter_map(|(year, offset)| plan(*year, *offset)).collect();
    }
    let one = match (offsets.first(), offsets.last()) {
        (_, Some(last)) if *last < 0 => printed.last().and_then(|year| plan(*year, *last)),
        (Some(first), _) if *first >= 0 => printed.first().and_then(|year| plan(*year, *first)),
        _ => None,
    };
    one.into_iter().collect()
}

/// Whether the cells below a header are amounts of money: most of the first ones are numbers of a thousand and more.
fn holds_money(grid: &Grid, column: u16, header: u32) -> bool {
    const LOOKED_AT: usize = 30;
    let below = grid.rows().into_iter().filter(|row| *row > header);
    let texts: Vec<String> = below
        .filter_map(|row| grid.get(At::new(row, column)))
        .map(|raw| raw.shown().into_owned())
        .filter(|text| text.chars().any(|c| c.is_ascii_digit()))
        .take(LOOKED_AT)
        .collect();
    let money = |text: &&String| {
        number::rupiah(text)
            .first()
            .is_some_and(|reading| reading.value.abs() >= rust_decimal::Decimal::ONE_THOUSAND)
    };
    !texts.is_empty() && texts.iter().filter(money).count() * 2 > texts.len()
}
