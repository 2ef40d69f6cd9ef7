//! Candidates and proofs: every damaged thing yields readings, and checks decide between them.

mod bled;
mod calculated;
mod cells;
mod closing;
mod codes;
mod faults;
mod garbled;
mod kinds;
mod lists;
mod measures;
mod merged;
mod names;
mod numbers;
mod open;
mod pins;
mod placing;
mod proposals;
mod siblings;
mod slid;
mod twin_texts;
mod twins;
mod unit;
mod words;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub use cells::meaning;
use codes::Decisions;
pub use names::Naming;
use numbers::Numbers;
pub use numbers::settled_number;
pub use open::OpenCell;
pub use pins::{Origin, Pin, accepted, is_seen_as, origins, unit_named};
use proposals::Part;
use rust_decimal::Decimal;
use slid::Slides;
use twins::{Twins, has_twins, other_half, printed};
use words::Words;

use crate::document::evidence::grounded::ground;
use crate::forms::Spot;
use crate::model::{Decided, Document, Grade, NoSuchCell, RawTable, Role, Table};

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
/// person decided as given, and nothing concluded from cells that are still asked about.
///
/// # Errors
/// Only by a fault of this program: a repair that names a cell that is not there.
pub fn solve(
    mut document: Document,
    mut raw: Vec<RawTable>,
    options: SolveOptions,
    pins: &[Pin],
    open: &[OpenCell],
) -> Result<Solution, NoSuchCell> {
    pins::state(&mut document, pins);
    let region = document.about.region.clone();
    let expanded = raw.iter_mut().enumerate().map(|(index, table)| {
        proposals::expand(table, region.as_deref(), &|row| pins::keep_whole(pins, index, row))
    });
    let parts: Vec<_> = expanded.collect();
    let begin = Begin { parts, pins, open, options, known: RefCell::default() };
    let (begun, slides) = begin.in_their_columns(&mut document, &mut raw)?;
    // What the rows were read by is as large as the document.
    drop(begin);
    let Begun { origins, held, decisions } = begun;
    names::apply(&mut document, &decisions, options.naming, options.weakest)?;
    drop(decisions);
    let mut words = Words::of(&document.tables);
    bled::apply(&mut document, &words, options.weakest)?;
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
    pins::state_years(&mut document, pins);
    pins::ask(&mut document, &held);
    document.decided = slides.apply(&mut document, &held)?;
    open::release(&mut document, open, &held);
    document.sort_repairs();
    ground(&mut document);
    Ok(Solution { document, origins })
}

/// Whether a column is read before the walk through the codes begins; the others follow where their cells have found
/// their place.
const fn begins(role: Role) -> bool {
    matches!(role, Role::Code | Role::Name | Role::TwinName)
}

/// What the rows of a document are read by.
struct Begin<'a> {
    parts: Vec<Vec<Part>>,
    pins: &'a [Pin],
    open: &'a [OpenCell],
    options: SolveOptions,
    known: RefCell<cells::Known>,
}

/// A document of which codes and kinds of rows are known.
struct Begun {
    origins: Vec<Vec<Origin>>,
    held: Vec<(Decided, bool)>,
    decisions: Decisions,
}

impl Begin<'_> {
    /// Decides codes and columns: rows are read as they were assembled, numbers go where sums ask for them, and every
    /// cell whose move nothing proves goes back below its header; then the rows are read once more.
    fn in_their_columns(
        &self,
        document: &mut Document,
        raw: &mut [RawTable],
    ) -> Result<(Begun, Slides), NoSuchCell> {
        /// Numbers are placed in so many rounds at most; the last rounds only put back what nothing proves.
        const PASSES: usize = 4;
        let before = document.clone();
        let mut slides = Slides::default();
        let mut begun = self.begun(document, raw, &mut slides)?;
        for pass in 0_usize.. {
            let mut moved = false;
            for (index, (raw, table)) in raw.iter_mut().zip(&mut document.tables).enumerate() {
                if !raw.region.own {
                    let given = pins::given(&begun.held, index, table);
                    moved |= pass < PASSES && placing::place(raw, table, &given);
                    moved |= slid::judge(raw, table, index, self.options.weakest, &begun.held, &mut slides);
                }
            }
            if !moved {
                break;
            }
            *document = before.clone();
            begun = self.begun(document, raw, &mut slides)?;
        }
        for (index, (raw, table)) in raw.iter().zip(&document.tables).enumerate() {
            slid::propose(raw, table, index, &begun.held, &mut slides);
        }
        Ok((begun, slides))
    }

    /// Reads the rows of a document, and decides their codes.
    fn begun(
        &self,
        document: &mut Document,
        raw: &[RawTable],
        slides: &mut Slides,
    ) -> Result<Begun, NoSuchCell> {
        let weakest = self.options.weakest;
        document.tables = tables(raw, &mut self.known.borrow_mut());
        let origins: Vec<Vec<Origin>> = raw.iter().map(pins::origins).collect();
        let held = pins::hold(document, self.pins, &origins);
        pins::put(document, &held, &begins)?;
        open::hold(document, self.open)?;
        slides.keep(document, &held)?;
        calculated::apply(document, raw, weakest)?;
        for (index, parts) in self.parts.iter().enumerate() {
            proposals::apply(document, index, parts, weakest)?;
        }
        garbled::read(document, weakest)?;
        let mut evidence = Vec::with_capacity(raw.len());
        for (raw, table) in raw.iter().zip(&document.tables) {
            let mut rows = codes::gather(raw, table);
            kinds::mark(raw, table, &mut rows, document.office_of(table).is_some());
            evidence.push(rows);
        }
        let decisions = codes::decide(evidence, &document.tables, &document.about);
        codes::apply(document, &decisions, weakest)?;
        document.tables.iter_mut().for_each(kinds::apply);
        if document.about.opd.is_none() && document.offices().is_empty() {
            document.about.opd = kinds::only_office(&document.tables);
        }
        Ok(Begun { origins, held, decisions })
    }
}

fn tables(raw: &[RawTable], known: &mut cells::Known) -> Vec<Table> {
    raw.iter().zip(table_ids(raw)).map(|(table, id)| cells::table(table, id, known)).collect()
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
    let twice = printed_twice(document);
    let first: Vec<Numbers> = document
        .tables
        .iter()
        .zip(raw)
        .zip(&twice)
        .map(|((table, raw), twice)| Numbers::decide(table, raw, &alone, twice))
        .collect();
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
    for (index, (((raw, first), twins), twice)) in raw.iter().zip(first).zip(&found).zip(&twice).enumerate() {
        let Some(table) = document.tables.get(index) else { continue };
        let twin = |spot: Spot| twins.get(&spot).copied();
        // Twins that say what is printed here tell nothing new.
        let numbers = if first.agree_with(twins) { first } else { Numbers::decide(table, raw, &twin, twice) };
        numbers::apply(document, index, &numbers, &twin, weakest)?;
        faults::apply(document, index, &numbers.laws, weakest)?;
    }
    Ok(())
}

/// For each table, the cells whose number their twin prints too.
fn printed_twice(document: &Document) -> Vec<BTreeSet<Spot>> {
    let tables = &document.tables;
    let printed = |index: usize, spot: Spot| printed(document, index, spot);
    let twins = Twins::of(tables, &printed);
    let of_table = |(index, table): (usize, &Table)| {
        if !has_twins(tables, table) {
            return BTreeSet::new();
        }
        let here = |spot: Spot| printed(index, spot);
        let twin = |spot: Spot| twins.number(tables, index, spot).or_else(|| other_half(table, spot, &here));
        spots(table).filter(|spot| twin(*spot).is_some_and(|twin| here(*spot) == Some(twin))).collect()
    };
    tables.iter().enumerate().map(of_table).collect()
}
