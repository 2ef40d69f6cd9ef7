//! Candidates and proofs: every damaged thing yields readings, and checks decide between them.

mod bled;
mod calculated;
mod cells;
mod codes;
mod faults;
mod garbled;
mod kinds;
mod lists;
mod measures;
mod merged;
mod names;
mod numbers;
mod pins;
mod placing;
mod proposals;
mod siblings;
mod twin_texts;
mod twins;
mod unit;
mod words;

use std::collections::BTreeMap;

pub use cells::meaning;
pub use names::Naming;
use numbers::Numbers;
pub use numbers::settled_number;
pub use pins::{Origin, Pin, accepted, is_seen_as, origins, unit_named};
use rust_decimal::Decimal;
use twins::{Twins, has_twins, other_half, printed};
use words::Words;

use crate::forms::Spot;
use crate::model::{Document, Grade, NoSuchCell, RawTable, Role, Table};

/// What is repaired, and how.
#[derive(Clone, Copy, Debug)]
pub struct SolveOptions {
    /// How names are written.
    pub naming: Naming,
    /// The weakest grade that is applied: A, or B.
    pub weakest: Grade,
}

impl Default for SolveOptions {
    fn default() -> Self {
        Self { naming: Naming::Official, weakest: Grade::B }
    }
}

/// A text that one mending changed may be mended further: so often at most.
const MENDINGS: usize = 3;

/// A solved document, and where its rows begin in the input.
#[derive(Clone, Debug)]
pub struct Solution {
    /// The document.
    pub document: Document,
    /// The origins of the rows of each table.
    pub origins: Vec<Vec<Origin>>,
}

/// Turns assembled tables into the clean model, within a document that knows its file, region and year, with what a
/// person decided as given.
///
/// # Errors
/// Only by a fault of this program: a repair that names a cell that is not there.
pub fn solve(
    mut document: Document,
    mut raw: Vec<RawTable>,
    options: SolveOptions,
    pins: &[Pin],
) -> Result<Solution, NoSuchCell> {
    pins::state(&mut document, pins);
    let region = document.about.region.clone();
    let expanded = raw.iter_mut().enumerate().map(|(index, table)| {
        proposals::expand(table, region.as_deref(), &|row| pins::keep_whole(pins, index, row))
    });
    let parts: Vec<_> = expanded.collect();
    document.tables = tables(&raw);
    let origins: Vec<Vec<Origin>> = raw.iter().map(pins::origins).collect();
    let held = pins::hold(&mut document, pins, &origins);
    // Codes and names come first, for with them the walk begins; the others where their cells have found their place.
    let begins = |role: Role| matches!(role, Role::Code | Role::Name | Role::TwinName);
    pins::put(&mut document, &held, &begins)?;
    calculated::apply(&mut document, &raw, options.weakest)?;
    for (index, parts) in parts.into_iter().enumerate() {
        proposals::apply(&mut document, index, parts, options.weakest)?;
    }
    garbled::read(&mut document, options.weakest)?;
    let mut evidence = Vec::with_capacity(raw.len());
    for (raw, table) in raw.iter().zip(&document.tables) {
        let mut rows = codes::gather(raw, table);
        kinds::mark(raw, table, &mut rows, document.about.opd.is_some());
        evidence.push(rows);
    }
    let decisions = codes::decide(evidence, &document.tables, &document.about);
    codes::apply(&mut document, &decisions, options.weakest)?;
    document.tables.iter_mut().for_each(kinds::apply);
    if document.about.opd.is_none() {
        document.about.opd = kinds::only_office(&document.tables);
    }
    names::apply(&mut document, &decisions, options.naming, options.weakest)?;
    let mut words = Words::of(&document.tables);
    bled::apply(&mut document, &words, options.weakest)?;
    for (raw, table) in raw.iter_mut().zip(&mut document.tables) {
        if !raw.region.own {
            placing::place(raw, table);
        }
    }
    pins::put(&mut document, &held, &|role| !begins(role))?;
    solve_numbers(&mut document, &raw, options.weakest)?;
    for _ in 0..MENDINGS {
        let before = document.repairs().len();
        words::apply(&mut document, &words, options.weakest)?;
        twin_texts::apply(&mut document, &raw, options.weakest)?;
        siblings::apply(&mut document, &words, options.weakest)?;
        measures::apply(&mut document, &raw, options.weakest)?;
        lists::apply(&mut document, &raw, options.weakest)?;
        if document.repairs().len() == before {
            break;
        }
        // Words that were torn teach nothing any more.
        words = Words::of(&document.tables);
    }
    merged::apply(&mut document, &raw, options.weakest)?;
    garbled::ask(&mut document)?;
    unit::apply(&mut document, &raw);
    pins::state_units(&mut document, pins);
    pins::ask(&mut document, &held);
    document.decided = held.into_iter().map(|(decided, _)| decided).collect();
    document.sort_repairs();
    Ok(Solution { document, origins })
}

fn tables(raw: &[RawTable]) -> Vec<Table> {
    raw.iter().zip(table_ids(raw)).map(|(table, id)| cells::table(table, id)).collect()
}

/// The ids of tables: the form and a running number.
#[must_use]
pub fn table_ids(raw: &[RawTable]) -> Vec<String> {
    let id = |(index, table): (usize, &RawTable)| {
        let form = table.region.form.id;
        let earlier = raw.iter().take(index).filter(|other| other.region.form.id == form).count();
        format!("{form}#{}", earlier + 1)
    };
    raw.iter().enumerate().map(id).collect()
}

/// Every cell of a table.
fn spots(table: &Table) -> impl Iterator<Item = Spot> {
    let width = table.columns.len();
    (0..table.rows.len()).flat_map(move |row| (0..width).map(move |column| Spot { row, column }))
}

/// Twice over: first each table by itself, then with what the others settled as twins.
fn solve_numbers(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    let alone = |_: Spot| -> Option<Decimal> { None };
    let first: Vec<Numbers> =
        document.tables.iter().zip(raw).map(|(table, raw)| Numbers::decide(table, raw, &alone)).collect();
    let settled = |index: usize, spot: Spot| {
        first
            .get(index)
            .filter(|numbers| !numbers.rests_on_person(spot))
            .and_then(|numbers| numbers.variables.value(spot).or_else(|| printed(document, index, spot)))
    };
    let twins = Twins::of(&document.tables, &settled);
    let found: Vec<BTreeMap<Spot, Decimal>> = document
        .tables
        .iter()
        .enumerate()
        .map(|(index, table)| {
            if !has_twins(&document.tables, table) {
                return BTreeMap::new();
            }
            let here = |spot: Spot| first.get(index).and_then(|numbers| numbers.variables.value(spot));
            let twin = |spot: Spot| {
                twins.number(&document.tables, index, spot).or_else(|| other_half(table, spot, &here))
            };
            spots(table).filter_map(|spot| Some((spot, twin(spot)?))).collect()
        })
        .collect();
    for (index, ((raw, first), twins)) in raw.iter().zip(first).zip(&found).enumerate() {
        let Some(table) = document.tables.get(index) else { continue };
        let twin = |spot: Spot| twins.get(&spot).copied();
        // Twins that say what is printed here tell nothing new.
        let numbers = if first.agree_with(twins) { first } else { Numbers::decide(table, raw, &twin) };
        numbers::apply(document, index, &numbers, &twin, weakest)?;
        faults::apply(document, index, &numbers.laws, weakest)?;
    }
    Ok(())
}
