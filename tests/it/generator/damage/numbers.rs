//! Damages of numbers.

use std::sync::Arc;

use rapikan::model::{Raw, Tingkat};
use rust_decimal::Decimal;

use super::{Damage, Spot, chosen, ink, is_money, number};
use crate::generator::Case;
use crate::generator::dice::Dice;
use crate::generator::print::{Ink, Line, Part, Style};

/// A blank inside: `3,041,815 ,466`, `240,466,0 00`.
pub fn spaced(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    for spot in chosen(case, dice, |_, ink| is_money(shape, ink)) {
        let text = match Style::Dots.written(number(case, spot), false) {
            Raw::Text(text) if case.plan.style == Style::Commas => text.replace('.', ","),
            raw => raw.shown().into_owned(),
        };
        let at = 1 + dice.below(text.len() - 1);
        ink(case, spot).raw = Raw::text(&format!("{} {}", &text[..at], &text[at..]));
    }
}

/// Commas among dots.
pub fn foreign(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    for spot in chosen(case, dice, |_, ink| is_money(shape, ink)) {
        let raw = Style::Commas.written(number(case, spot), false);
        ink(case, spot).raw = raw;
    }
}

/// `Rp. 6.199.652.352,-`, `Rp5.294.655.000,00`, `IDR …`
pub fn dressed(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    for spot in chosen(case, dice, |_, ink| is_money(shape, ink)) {
        let plain = Style::Dots.written(number(case, spot), false).shown().into_owned();
        let text = match dice.below(4) {
            0 => format!("Rp. {plain},-"),
            1 => format!("Rp{plain},00"),
            2 => format!("Rp {plain}"),
            _ => format!("{plain},-"),
        };
        ink(case, spot).raw = Raw::text(&text);
    }
}

/// Cut by a page break: the rest stands on the next row.
pub fn cut(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    let mut spots = chosen(case, dice, |_, ink| is_money(shape, ink));
    // From below, so that lines keep their places while tails are put in.
    spots.reverse();
    let mut below = usize::MAX;
    for spot in spots {
        if below == spot.0 {
            continue;
        }
        below = spot.0;
        let text = match case.plan.style {
            Style::Commas => Style::Commas.written(number(case, spot), false).shown().into_owned(),
            _ => Style::Dots.written(number(case, spot), false).shown().into_owned(),
        };
        let column = case.lines[spot.0].cells[&spot.1].column;
        let at = text.len() - 1 - dice.below(4);
        ink(case, spot).raw = Raw::text(&text[..at]);
        let mut tail = Line::new(Part::Tail, case.lines[spot.0].row);
        tail.cells.insert(spot.1, Ink { raw: Raw::text(&text[at..]), column, hurt: true });
        case.lines.insert(spot.0 + 1, tail);
    }
}

/// The amount of a kegiatan is gone; what is below it may tell.
pub fn emptied_parent(case: &mut Case, dice: &mut Dice) {
    let parent = |row: usize| case.truth[row].level == Some(Tingkat::Kegiatan);
    let spots = chosen(case, dice, |line, ink| parent(line.row) && ink.column == "pagu");
    for spot in spots.into_iter().take(1) {
        let (row, column) = (case.lines[spot.0].row, case.lines[spot.0].cells[&spot.1].column);
        case.lost.insert((row, column));
        case.lines[spot.0].cells.remove(&spot.1);
    }
}

/// A wrong amount that looks like any other is seen by its sums alone. Where these may be lost too, nobody can see it.
fn witnessless(case: &mut Case, spot: Spot) {
    let alone = case.plan.damages.contains(&Damage::Overflow);
    if alone {
        let line = &case.lines[spot.0];
        case.unseen.insert((line.row, line.cells[&spot.1].column));
    }
}

/// Two neighbouring digits of the total are swapped.
pub fn swapped_total(case: &mut Case, dice: &mut Dice) {
    let total = |row: usize| case.truth[row].level == Some(Tingkat::Jumlah);
    let spots = chosen(case, dice, |line, ink| total(line.row) && ink.column == "pagu");
    for spot in spots.into_iter().take(1) {
        let mut digits: Vec<char> = number(case, spot).to_string().chars().collect();
        let pairs: Vec<usize> = (1..digits.len() - 1).filter(|at| digits[*at] != digits[at + 1]).collect();
        if pairs.is_empty() {
            return;
        }
        let at = *dice.pick(&pairs);
        digits.swap(at, at + 1);
        let wrong: Decimal = digits.into_iter().collect::<String>().parse().unwrap();
        let raw = case.plan.style.written(wrong, false);
        witnessless(case, spot);
        ink(case, spot).raw = raw;
    }
}

/// An amount that an English Excel made a thousand times smaller.
pub fn thousand(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    let deepest = |row: usize| case.truth[row].level == Some(Tingkat::SubKegiatan);
    let spots = chosen(case, dice, |line, ink| deepest(line.row) && is_money(shape, ink));
    for spot in spots.into_iter().take(1) {
        let value = number(case, spot) / Decimal::ONE_THOUSAND;
        witnessless(case, spot);
        ink(case, spot).raw = Raw::Number { value: value.normalize(), format: Arc::from("General") };
    }
}

/// What did not fit into 32 bits.
pub fn overflow(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    for spot in chosen(case, dice, |_, ink| is_money(shape, ink)) {
        let (row, column) = (case.lines[spot.0].row, case.lines[spot.0].cells[&spot.1].column);
        case.lost.insert((row, column));
        ink(case, spot).raw = Raw::text("2147483647");
    }
}

/// A number among texts.
pub fn stored(case: &mut Case, dice: &mut Dice) {
    let shape = case.plan.shape;
    for spot in chosen(case, dice, |_, ink| is_money(shape, ink)) {
        let raw = Style::Bare.written(number(case, spot), false);
        ink(case, spot).raw = raw;
    }
}
