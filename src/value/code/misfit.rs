//! Whether a known code can have been printed as the cells of a row, and at what cost.

use crate::model::Kode;

use super::Printed;
use super::cell::Cell;

/// A part whose cell is blank, or that has no cell, before the first filled one.
const LEADING_BLANK: u32 = 2;
/// The same between or behind filled cells.
const LOST: u32 = 8;
/// A blank cell that belongs to no part: the row is shifted.
const SHIFT: u32 = 1;
/// A part whose digits stand in two cells.
const SPREAD: u32 = 3;
const EATEN: u32 = 1;
/// Each digit that was lost with the second line of a wrapped cell.
const CHOPPED: u32 = 3;
const STRIPPED: u32 = 2;
const KEGIATAN_GONE: u32 = 4;
const ROUNDED: u32 = 4;

/// The cheapest way to print the code so, over the arrangements that the forms use: kewenangan and kegiatan in
/// one cell, in two, or the whole code in one cell.
pub(super) fn of(printed: &Printed, code: &Kode) -> Option<u32> {
    if printed.clean.as_ref() == Some(code) {
        return Some(0);
    }
    let apart: Vec<&str> = code.parts().collect();
    let together = together(code, &apart);
    let ways = [
        align(&printed.lane, &together),
        if apart.len() > 3 { align(&printed.lane, &apart) } else { None },
        printed.exploded.as_ref().and_then(|lane| align(lane, &apart)),
        whole(&printed.lane.cells, code),
    ];
    // Only the clean print is free: the same digits otherwise arranged cost something.
    ways.into_iter().flatten().min().map(|cost| cost.max(1))
}

/// The parts with kewenangan and kegiatan as one.
fn together<'a>(code: &'a Kode, apart: &[&'a str]) -> Vec<&'a str> {
    let mut parts = apart.to_vec();
    let before: usize = parts.iter().take(3).map(|part| part.len() + 1).sum();
    if let (Some(level), Some(kegiatan)) = (apart.get(3), apart.get(4)) {
        let end = before + level.len() + 1 + kegiatan.len();
        parts.splice(3..5, code.as_str().get(before..end));
    }
    parts
}

/// Cells ready to be assigned to parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lane {
    pub cells: Vec<Cell>,
    /// Each cell joined with the next, where both are filled.
    pairs: Vec<Option<Cell>>,
    filled: usize,
    leading_blanks: usize,
}

impl Lane {
    pub fn of(cells: Vec<Cell>) -> Self {
        let nexts = cells.iter().skip(1).map(Some).chain([None]);
        let joined = |(cell, next): (&Cell, Option<&Cell>)| {
            next.filter(|next| !next.is_empty() && !cell.is_empty()).map(|next| cell.with(next))
        };
        let pairs = cells.iter().zip(nexts).map(joined).collect();
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let leading_blanks = cells.iter().take_while(|cell| cell.is_empty()).count();
        Self { cells, pairs, filled, leading_blanks }
    }

    /// How many cells hold something.
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// The cells with those that hold several parts taken apart; `None` where there are none.
    pub fn exploded(&self) -> Option<Self> {
        let several = |cell: &Cell| cell.parts().len() > 1;
        if !self.cells.iter().any(several) {
            return None;
        }
        let parts = |cell: &Cell| if several(cell) { cell.parts() } else { vec![cell.clone()] };
        Some(Self::of(self.cells.iter().flat_map(parts).collect()))
    }
}

/// The whole code in one cell, eaten as a date or without its dots.
fn whole(cells: &[Cell], code: &Kode) -> Option<u32> {
    let [cell] = cells else { return None };
    if cell.eaten.iter().any(|text| text == code.as_str()) {
        return Some(EATEN);
    }
    let digits = code.as_str().replace('.', "");
    (digits.len() > 1 && cell.solid.replace('.', "") == digits).then(|| 2 + cell.wear())
}

/// The cheapest monotone assignment of cells to parts that loses no more than one part.
fn align(lane: &Lane, parts: &[&str]) -> Option<u32> {
    let (cells, filled) = (&lane.cells, lane.filled);
    if filled == 0 || filled * 2 < parts.len() || filled > parts.len() + 2 {
        return None;
    }
    // For every number of cells and of parts taken: the least cost with no part lost, and with one.
    let width = parts.len() + 1;
    let mut table: Vec<[Option<u32>; 2]> = vec![[None; 2]; (cells.len() + 1) * width];
    table.first_mut()?[0] = Some(0);
    for row in 0..=cells.len() {
        for column in 0..width {
            let [whole, lossy] = *table.get(row * width + column)?;
            if whole.is_none() && lossy.is_none() {
                continue;
            }
            for step in steps(lane, parts, row, column).into_iter().flatten() {
                let next = table.get_mut((row + step.cells) * width + column + step.parts)?;
                if step.loses {
                    lower(&mut next[1], whole, step.price);
                } else {
                    lower(&mut next[0], whole, step.price);
                    lower(&mut next[1], lossy, step.price);
                }
            }
        }
    }
    table.last()?.iter().flatten().min().copied()
}

/// Puts the sum there if there is one and it is lower.
fn lower(known: &mut Option<u32>, cost: Option<u32>, price: u32) {
    let total = cost.map(|cost| cost + price);
    if total.is_some() && (known.is_none() || total < *known) {
        *known = total;
    }
}

/// One step of an assignment.
struct Step {
    cells: usize,
    parts: usize,
    price: u32,
    /// Whether a part is lost, other than before the first filled cell.
    loses: bool,
}

impl Step {
    const fn new(cells: usize, parts: usize, price: u32) -> Self {
        Self { cells, parts, price, loses: false }
    }

    /// A part without a filled cell.
    const fn past_part(cells: usize, before_all: bool) -> Self {
        let price = if before_all { LEADING_BLANK } else { LOST };
        Self { cells, parts: 1, price, loses: !before_all }
    }
}

/// What can come next.
fn steps(lane: &Lane, parts: &[&str], row: usize, column: usize) -> [Option<Step>; 3] {
    let before_all = row <= lane.leading_blanks;
    let (cell, part) = (lane.cells.get(row), parts.get(column));
    if cell.is_some_and(Cell::is_empty) {
        let past = part.map(|_| Step::past_part(1, before_all));
        return [Some(Step::new(1, 0, SHIFT)), past, None];
    }
    let Some(part) = part else { return [None, None, None] };
    let past = Some(Step::past_part(0, before_all));
    let Some(cell) = cell else { return [past, None, None] };
    // A dot behind the kewenangan says that its kegiatan stood in the same cell.
    let kegiatan_gone = column == 3 && part.len() == 1 && cell.solid.ends_with('.');
    let more = if kegiatan_gone { KEGIATAN_GONE } else { 0 };
    let alone = fit(cell, part).map(|price| Step::new(1, 1, price + more));
    let pair = lane.pairs.get(row).and_then(Option::as_ref).and_then(|pair| fit(pair, part));
    [past, alone, pair.map(|price| Step::new(2, 1, price + SPREAD))]
}

/// What it costs that the part was printed as the cell; `None` where it was not.
fn fit(cell: &Cell, part: &str) -> Option<u32> {
    if cell.eaten.iter().any(|text| text == part) {
        return Some(EATEN);
    }
    let trimmed = cell.solid.trim_matches('.');
    if trimmed.is_empty() {
        return None;
    }
    let dot = u32::from(trimmed.len() != cell.solid.len());
    let damage = match part.split_once('.') {
        Some((level, kegiatan)) => fit_kegiatan(trimmed, dot == 1, level, kegiatan)?,
        None => fit_part(trimmed, part)? + dot,
    };
    Some(damage + cell.wear())
}

fn fit_part(text: &str, part: &str) -> Option<u32> {
    if text == part {
        return Some(0);
    }
    let same_number = |a: &str, b: &str| a.trim_start_matches('0') == b.trim_start_matches('0');
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if digits(text) && digits(part) && !text.trim_start_matches('0').is_empty() && same_number(text, part) {
        return Some(STRIPPED);
    }
    chopped(text, part)
}

/// The beginning of the part.
fn chopped(text: &str, part: &str) -> Option<u32> {
    let lost = part.strip_prefix(text)?.len();
    Some(CHOPPED * u32::try_from(lost).ok()?)
}

/// Kewenangan and kegiatan in one cell: `2.02` as `2.02`, `202`, `2.2`, `2.`, `2`, `2.0`, or rounded.
fn fit_kegiatan(text: &str, dot: bool, level: &str, kegiatan: &str) -> Option<u32> {
    let Some((printed_level, rest)) = text.split_once('.') else {
        if text == level {
            return Some(if dot { CHOPPED } else { CHOPPED + 1 });
        }
        return (text.strip_prefix(level)? == kegiatan).then_some(1);
    };
    if printed_level != level {
        return None;
    }
    if rest == kegiatan {
        return Some(u32::from(dot));
    }
    let stripped = kegiatan.strip_prefix('0') == Some(rest);
    if stripped || kegiatan.strip_suffix('0') == Some(rest) {
        return Some(STRIPPED);
    }
    let tenths = |text: &str| text.parse::<u32>().ok();
    let rounded = rest.len() == 1 && (tenths(kegiatan)? + 5) / 10 == tenths(rest)?;
    if rounded { Some(ROUNDED) } else { chopped(rest, kegiatan).map(|cost| cost + 1) }
}
