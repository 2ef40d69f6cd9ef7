//! Damages of codes.

use std::sync::Arc;

use rapikan::model::{Moment, Raw};

use super::{Spot, chosen, chosen_lines, ink};
use crate::generator::Case;
use crate::generator::dice::Dice;
use crate::generator::print::Line;

/// The code cells of a line that no other damage has been at.
fn code_spots(line: &Line) -> Vec<u16> {
    let own: Vec<_> = line.cells.iter().filter(|(_, ink)| ink.column == "kode").collect();
    if own.iter().any(|(_, ink)| ink.hurt) {
        Vec::new()
    } else {
        own.into_iter().map(|(column, _)| *column).collect()
    }
}

/// Digits parted by a blank: `1 7`, `2. 02`.
pub fn split(case: &mut Case, dice: &mut Dice) {
    for spot in chosen(case, dice, |_, ink| ink.column == "kode" && ink.raw.shown().into_owned().len() > 1) {
        let cell = ink(case, spot);
        let text = cell.raw.shown().into_owned();
        let at = text.find('.').map_or(1 + dice.below(text.len() - 1), |dot| dot + 1);
        cell.raw = Raw::text(&format!("{} {}", &text[..at], &text[at..]));
    }
}

/// The second line of wrapped codes is gone: one character is left in each cell. Names give the codes back, but no
/// longer the edition.
pub fn chopped(case: &mut Case, dice: &mut Dice) {
    for line in chosen_lines(case, dice, |line| code_spots(line).len() >= 2) {
        case.lost.insert((case.lines[line].row, "kode"));
        for column in code_spots(&case.lines[line]) {
            let cell = ink(case, (line, column));
            let text = cell.raw.shown().into_owned();
            let kept = if text.contains('.') { 2 } else { 1 };
            cell.raw = Raw::text(&text[..kept.min(text.len())]);
        }
    }
}

/// Kept as numbers: `01` is 1, `2.10` is 2.1. Whether the sub kegiatan had two digits or four is gone.
pub fn rounded(case: &mut Case, dice: &mut Dice) {
    for line in chosen_lines(case, dice, |line| !code_spots(line).is_empty()) {
        case.lost.insert((case.lines[line].row, "kode"));
        for column in code_spots(&case.lines[line]) {
            let cell = ink(case, (line, column));
            let value: rust_decimal::Decimal = cell.raw.shown().into_owned().parse().unwrap();
            cell.raw = Raw::Number { value: value.normalize(), format: Arc::from("General") };
        }
    }
}

/// `2.02` typed into an Indonesian Excel is the time 02:02.
pub fn as_date(case: &mut Case, dice: &mut Dice) {
    for spot in
        chosen(case, dice, |_, ink| ink.column == "kode" && ink.raw.shown().into_owned().contains('.'))
    {
        let cell = ink(case, spot);
        let text = cell.raw.shown().into_owned();
        let (hour, minute) = text.split_once('.').unwrap();
        let time = Some((hour.parse().unwrap(), minute.parse().unwrap(), 0));
        cell.raw = Raw::Moment(Moment { date: None, time, format: Arc::from("h.mm") });
    }
}

/// The parts that a row shares with the row above are not printed again.
pub fn blank_leading(case: &mut Case, dice: &mut Dice) {
    for line in chosen_lines(case, dice, |line| code_spots(line).len() >= 5) {
        for (index, column) in code_spots(&case.lines[line]).into_iter().enumerate() {
            if index < 2 {
                case.lines[line].cells.remove(&column);
            } else {
                ink(case, (line, column));
            }
        }
    }
}

/// `4.1.01.`
pub fn trailing_dot(case: &mut Case, dice: &mut Dice) {
    for spot in chosen(case, dice, |_, ink| ink.column == "kode") {
        let mark = *dice.pick(&[".", ",", " ."]);
        let cell = ink(case, spot);
        cell.raw = Raw::text(&format!("{}{mark}", cell.raw.shown().into_owned()));
    }
}

/// Code and name in one cell: `1.01.02 PROGRAM …`.
pub fn before_name(case: &mut Case, dice: &mut Dice) {
    let spots: Vec<Spot> =
        chosen(case, dice, |line, ink| ink.column == "uraian" && !code_spots(line).is_empty());
    for spot in spots {
        let Some(column) = code_spots(&case.lines[spot.0]).first().copied() else { continue };
        let code = case.lines[spot.0].cells.remove(&column).unwrap().raw.shown().into_owned();
        let cell = ink(case, spot);
        cell.raw = Raw::text(&format!("{code} {}", cell.raw.shown().into_owned()));
    }
}
