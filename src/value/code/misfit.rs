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
    if printed.clean().is_some_and(|clean| clean == *code) {
        return Some(0);
    }
    let apart: Vec<String> = code.parts().map(str::to_owned).collect();
    let together = together(&apart);
    let ways = [
        align(&printed.cells, &together),
        align(&printed.cells, &apart),
        exploded(&printed.cells).and_then(|cells| align(&cells, &apart)),
        whole(&printed.cells, code),
    ];
    // Only the clean print is free: the same digits otherwise arranged cost something.
    ways.into_iter().flatten().min().map(|cost| cost.max(1))
}

/// The parts with kewenangan and kegiatan as one.
fn together(apart: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = apart.iter().take(3).cloned().collect();
    if let (Some(level), Some(kegiatan)) = (apart.get(3), apart.get(4)) {
        parts.push(format!("{level}.{kegiatan}"));
    }
    parts.extend(apart.iter().skip(5).cloned());
    parts
}

/// The cells with those that hold several parts taken apart; `None` where there are none.
fn exploded(cells: &[Cell]) -> Option<Vec<Cell>> {
    let several = |cell: &Cell| cell.parts().len() > 1;
    if !cells.iter().any(several) {
        return None;
    }
    let parts = |cell: &Cell| if several(cell) { cell.parts() } else { vec![cell.clone()] };
    Some(cells.iter().flat_map(parts).collect())
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
fn align(cells: &[Cell], parts: &[String]) -> Option<u32> {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
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
            for step in steps(cells, parts, row, column) {
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
fn steps(cells: &[Cell], parts: &[String], row: usize, column: usize) -> Vec<Step> {
    let mut found = Vec::new();
    let before_all = cells.iter().take(row).all(Cell::is_empty);
    let (cell, part) = (cells.get(row), parts.get(column));
    if cell.is_some_and(Cell::is_empty) {
        found.push(Step::new(1, 0, SHIFT));
        found.extend(part.map(|_| Step::past_part(1, before_all)));
        return found;
    }
    let Some(part) = part else { return found };
    found.push(Step::past_part(0, before_all));
    let Some(cell) = cell else { return found };
    // A dot behind the kewenangan says that its kegiatan stood in the same cell.
    let kegiatan_gone = column == 3 && part.len() == 1 && cell.solid.ends_with('.');
    let more = if kegiatan_gone { KEGIATAN_GONE } else { 0 };
    found.extend(fit(cell, part).map(|price| Step::new(1, 1, price + more)));
    if let Some(next) = cells.get(row + 1).filter(|next| !next.is_empty()) {
        found.extend(fit(&cell.with(next), part).map(|price| Step::new(2, 1, price + SPREAD)));
    }
    found
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
