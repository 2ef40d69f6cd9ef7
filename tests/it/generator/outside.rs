//! Rows that stand outside the tree of codes, put into a correct table: offices and units, subtotals, banners.

use std::collections::BTreeMap;

use rapikan::model::{Kode, Tingkat};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::print::{Ink, Line, Part, lines, slots};
use super::truth::{TrueRow, rows};
use super::{Case, Plan};

/// The case of a plan with rows of all kinds wherever they are found in the field; no amount of the tree changes.
pub fn with_rows_outside(plan: &Plan) -> Case {
    let mut case = Case::of(plan);
    let mut dice = Dice::of(plan.seed, "outside");
    let mut truth = rows(plan.shape, &case.office);
    let total =
        if truth.last().is_some_and(|row| row.level == Some(Tingkat::Jumlah)) { truth.pop() } else { None };
    if dice.chance(50) {
        subtotals(&mut truth, &mut dice);
    }
    let parts = if dice.chance(40) { 1 + dice.below(3) } else { 1 };
    let sums = topmost(&truth);
    let mut all: Vec<TrueRow> = Vec::new();
    let heads = dice.below(3);
    for (part, unit) in UNITS.into_iter().enumerate().take(parts) {
        if heads > 0 && (parts > 1 || dice.chance(80)) {
            if part == 0 {
                let times = Decimal::from(parts);
                all.push(summed(Tingkat::PerangkatDaerah, &case.office.opd, &sums, times));
            }
            if parts > 1 || heads > 1 {
                all.push(summed(Tingkat::Unit, unit, &sums, Decimal::ONE));
            }
        } else if parts > 1 {
            all.push(named(Tingkat::Banner, unit));
        }
        all.extend(truth.iter().cloned());
    }
    if let Some(mut total) = total {
        for number in total.numbers.values_mut() {
            *number *= Decimal::from(parts);
        }
        all.push(total);
    }
    case.lines = lines(plan.shape, &case.office, &all, plan.style, plan.codes);
    let places = slots(plan.shape, plan.codes);
    let last = places.values().map(|(_, last)| *last).max().unwrap_or_default();
    for line in case.lines.iter_mut().filter(|line| line.part == Part::Body) {
        if all[line.row].level == Some(Tingkat::Banner) {
            spread(line, last);
        }
    }
    case.truth = all;
    case
}

/// Names of parts of offices.
const UNITS: [&str; 3] = ["UPTD Wilayah Utara", "UPTD Wilayah Selatan", "Puskesmas Sungai Rumbai"];

/// A banner is merged over the whole table.
fn spread(line: &mut Line, last: u16) {
    let name = line.cells.pop_first().map(|(_, ink)| ink.raw.shown().into_owned()).unwrap_or_default();
    line.cells.insert(0, Ink { column: "uraian", ..Ink::label(&name) });
    line.merges.push((0, last, 1));
}

fn named(level: Tingkat, name: &str) -> TrueRow {
    let mut row = TrueRow { level: Some(level), ..TrueRow::default() };
    row.texts.insert("uraian", name.to_owned());
    row
}

fn summed(level: Tingkat, name: &str, sums: &BTreeMap<&'static str, Decimal>, times: Decimal) -> TrueRow {
    let mut row = named(level, name);
    row.numbers.extend(sums.iter().map(|(id, sum)| (*id, *sum * times)));
    row
}

/// The sums of the topmost rows that have amounts.
fn topmost(truth: &[TrueRow]) -> BTreeMap<&'static str, Decimal> {
    let mut sums: BTreeMap<&'static str, Decimal> = BTreeMap::new();
    let filled: Vec<&Kode> =
        truth.iter().filter(|row| !row.numbers.is_empty()).filter_map(|row| row.code.as_ref()).collect();
    for row in truth {
        let Some(code) = row.code.as_ref() else { continue };
        let covered =
            std::iter::successors(code.parent(), Kode::parent).any(|above| filled.contains(&&above));
        if !covered {
            for (id, number) in &row.numbers {
                *sums.entry(id).or_default() += number;
            }
        }
    }
    sums
}

/// Puts `Jumlah …` below the rows of some programs.
fn subtotals(truth: &mut Vec<TrueRow>, dice: &mut Dice) {
    let mut from = 0;
    while let Some(program) = (from..truth.len()).find(|row| truth[*row].level == Some(Tingkat::Program)) {
        let code = truth[program].code.clone().unwrap();
        let below = truth[program + 1..]
            .iter()
            .take_while(|row| row.code.as_ref().is_some_and(|below| below.is_below(&code)));
        let end = program + 1 + below.count();
        from = end;
        if dice.chance(60) {
            let name = format!("Jumlah {}", truth[program].texts["uraian"]);
            let mut row = named(Tingkat::Subtotal, &name);
            row.numbers.clone_from(&truth[program].numbers);
            truth.insert(end, row);
            from += 1;
        }
    }
}
