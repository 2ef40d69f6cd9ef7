//! Damages of rows, headers and sheets.

use rapikan::model::{Raw, Tingkat};

use super::chosen_lines;
use crate::generator::Case;
use crate::generator::dice::Dice;
use crate::generator::print::{Ink, Line, Part, header, slots};

/// Where a cell is empty in T-C.29, it fell out and all to its right slid left.
pub fn slid(case: &mut Case, dice: &mut Dice) {
    let slots = slots(case.plan.shape, case.plan.codes);
    let empty = slots["realisasi_lampau"].0;
    let fits = |line: &Line| !line.cells.contains_key(&empty) && line.cells.values().all(|ink| !ink.hurt);
    for line in chosen_lines(case, dice, fits) {
        let right = case.lines[line].cells.split_off(&empty);
        case.lines[line]
            .cells
            .extend(right.into_iter().map(|(column, ink)| (column - 1, Ink { hurt: true, ..ink })));
    }
}

/// The two amounts of a group row stand in other columns.
pub fn group_amounts(case: &mut Case, dice: &mut Dice) {
    let slots = slots(case.plan.shape, case.plan.codes);
    let (first, second) = (slots["pagu"].0, slots["maju_pagu"].0);
    let group = |row: usize| {
        case.truth[row].level.is_some_and(|level| level < Tingkat::SubKegiatan && level > Tingkat::Urusan)
    };
    let whole = |line: &Line, column| line.cells.get(&column).is_some_and(|ink| !ink.hurt);
    let fits = |line: &Line| group(line.row) && whole(line, first) && whole(line, second);
    for line in chosen_lines(case, dice, fits) {
        let cells = &mut case.lines[line].cells;
        let (mut pagu, mut maju) = (cells.remove(&first).unwrap(), cells.remove(&second).unwrap());
        (pagu.hurt, maju.hurt) = (true, true);
        let places = [first - 2, first - 1, first, first + 1, first + 2];
        cells.insert(*dice.pick(&places), pagu);
        cells.insert(*dice.pick(&[second - 1, second]), maju);
    }
}

/// Words of the header are torn: `Catat an Penti ng`.
pub fn header_torn(case: &mut Case, dice: &mut Dice) {
    for line in case.lines.iter_mut().filter(|line| line.part == Part::Header) {
        for ink in line.cells.values_mut() {
            let text = ink.raw.shown().into_owned();
            let letters = text.char_indices().zip(text.chars().skip(1));
            let places: Vec<usize> = letters
                .filter(|((_, left), right)| left.is_alphabetic() && right.is_alphabetic())
                .map(|((at, left), _)| at + left.len_utf8())
                .collect();
            if dice.chance(60) && !places.is_empty() {
                let at = *dice.pick(&places);
                ink.raw = Raw::text(&format!("{} {}", &text[..at], &text[at..]));
            }
        }
    }
}

/// The places where a page may end: before a body row other than the first.
fn breaks(case: &Case) -> Vec<usize> {
    let bodies = case.lines.iter().enumerate().filter(|(_, line)| line.part == Part::Body);
    bodies.map(|(index, _)| index).skip(1).collect()
}

fn some_breaks(case: &Case, dice: &mut Dice) -> Vec<usize> {
    let all = breaks(case);
    if all.is_empty() {
        return all;
    }
    let mut places: Vec<usize> = (0..=dice.below(3)).map(|_| *dice.pick(&all)).collect();
    places.sort_unstable();
    places.dedup();
    places.reverse();
    places
}

/// Each page repeats the header.
pub fn repeated_header(case: &mut Case, dice: &mut Dice) {
    let slots = slots(case.plan.shape, case.plan.codes);
    for place in some_breaks(case, dice) {
        let mut lines = header(case.plan.shape, &case.office, &slots);
        if dice.chance(50) {
            lines.insert(0, Line::new(Part::Blank, 0));
        }
        case.lines.splice(place..place, lines);
    }
}

/// Each page is a sheet, with the header again or without.
pub fn split_over_sheets(case: &mut Case, dice: &mut Dice) {
    let slots = slots(case.plan.shape, case.plan.codes);
    let again = dice.chance(50);
    for place in some_breaks(case, dice) {
        if again {
            case.lines.splice(place..place, header(case.plan.shape, &case.office, &slots));
        }
        case.lines[place].new_sheet = true;
    }
}

/// Notes and a signature below.
pub fn notes(case: &mut Case, dice: &mut Dice) {
    let texts =
        ["Catatan: angka sementara", "*) menunggu persetujuan", "Kepala Dinas", "NIP. 19700101 199503 1 001"];
    case.lines.push(Line::new(Part::Blank, 0));
    let from = dice.below(3);
    case.lines.extend(texts[from..].iter().map(|text| Line::text(Part::Note, text)));
}
