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
use rust_decimal::Decimal;
use twins::{Twins, has_twins, other_half, printed};
use words::Words;

use crate::forms::Spot;
use crate::model::{Document, Grade, NoSuchCell, RawTable, Table};

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

/// Turns assembled tables into the clean model, within a document that knows its file, region and year.
///
/// # Errors
/// Only by a fault of this program: a repair that names a cell that is not there.
pub fn solve(
    mut document: Document,
    mut raw: Vec<RawTable>,
    options: SolveOptions,
) -> Result<Document, NoSuchCell> {
    let region = document.about.region.clone();
    let parts: Vec<_> = raw.iter_mut().map(|table| proposals::expand(table, region.as_deref())).collect();
    document.tables = tables(&raw);
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
    solve_numbers(&mut document, &raw, options.weakest)?;
    for _ in 0..MENDINGS {
        let before = document.repairs().len();
        words::apply(&mut document, &words, options.weakest)?;
        twin_texts::apply(&mut document, &raw, options.weakest)?;
        siblings::apply(&mut document, &words, options.weakest)?;
        measures::apply(&mut document, &raw, options.weakest)?;
        lists::apply(&mut document, options.weakest)?;
        if document.repairs().len() == before {
            break;
        }
        // Words that were torn teach nothing any more.
        words = Words::of(&document.tables);
    }
    merged::apply(&mut document, &raw, options.weakest)?;
    garbled::ask(&mut document)?;
    unit::apply(&mut document, &raw);
    document.sort_repairs();
    Ok(document)
}

fn tables(raw: &[RawTable]) -> Vec<Table> {
    raw.iter()
        .enumerate()
        .map(|(index, table)| {
            let form = table.region.form.id;
            let earlier = raw.iter().take(index).filter(|other| other.region.form.id == form).count();
            cells::table(table, format!("{form}#{}", earlier + 1))
        })
        .collect()
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
            .and_then(|numbers| numbers.variables.value(spot))
            .or_else(|| printed(document, index, spot))
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
