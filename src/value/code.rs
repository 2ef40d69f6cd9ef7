//! Code cells: the strict reading, the readings that the grammar allows, and what it costs to believe that a
//! given code was printed as these cells.

mod cell;
mod leading;
mod legacy;

use rust_decimal::Decimal;

use cell::Cell;
pub use leading::split_leading_code;
pub use legacy::LegacyPrint;

use crate::model::{Kode, Raw, RuleId};
use crate::rules;

/// The code cells of one row, left to right.
#[derive(Clone, Debug)]
pub struct Printed {
    cells: Vec<Cell>,
    /// The one strict reading.
    clean: Option<Kode>,
    /// One cell that holds a whole code, as a cell for each of its parts.
    parted: Option<Box<Self>>,
}

/// What a kegiatan costs that is printed without its kewenangan: `01` for 2.01.
const NO_KEWENANGAN: u32 = 4;

/// What a part that no cell shows costs at the front, and at the end.
const BLANK_PART: u32 = 2;
const LOST_PART: u32 = 5;

impl Printed {
    /// The cells as stored; blank ones count as absent.
    #[must_use]
    pub fn of(cells: &[Raw]) -> Self {
        let mut printed =
            Self::from_cells(cells.iter().map(Cell::of).filter(|cell| !cell.text.is_empty()).collect());
        printed.parted = printed.parted().map(Box::new);
        printed
    }

    fn from_cells(cells: Vec<Cell>) -> Self {
        let clean = strict(&cells);
        Self { cells, clean, parted: None }
    }

    /// Whether no cell shows anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The one strict reading, if nothing is damaged: every part whole, in one cell or in several.
    #[must_use]
    pub fn clean(&self) -> Option<&Kode> {
        self.clean.as_ref()
    }

    /// The codes that the grammar alone allows, each with its cost and the damage undone, cheapest first.
    #[must_use]
    pub fn readings(&self) -> Vec<(Kode, u32, RuleId)> {
        let all: String = self.cells.iter().map(|cell| cell.digits.as_str()).collect();
        let padded: Vec<String> =
            self.cells.iter().enumerate().map(|(index, cell)| cell.padded(index)).collect();
        let mut readings: Vec<(Kode, u32, RuleId)> = [by_length(&all), Kode::of(&padded.join("."))]
            .into_iter()
            .flatten()
            .filter_map(|code| Some((code.clone(), self.misfit(&code)?, self.damage(&code))))
            .collect();
        readings.sort_by(|left, right| (left.1, &left.0).cmp(&(right.1, &right.0)));
        readings.dedup_by(|left, right| left.0 == right.0);
        readings
    }

    /// The damage that turned this code into these cells.
    #[must_use]
    pub fn damage(&self, code: &Kode) -> RuleId {
        let all: String = self.cells.iter().map(|cell| cell.digits.as_str()).collect();
        let whole: String = code.parts().collect();
        if self.cells.is_empty() {
            rules::missing_code::ID
        } else if self.cells.iter().any(|cell| cell.was_moment) {
            rules::code_read_as_date::ID
        } else if all == whole {
            rules::split_code::ID
        } else if whole.ends_with(&all) && self.cells.len() < code.parts().count() {
            rules::blank_code_parts::ID
        } else {
            rules::chopped_code::ID
        }
    }

    /// What it costs to believe that this code was printed as these cells: 0 for a clean print, more for digits
    /// lost, moved or rounded; `None` where the cells contradict it. Without cells every code costs nothing.
    #[must_use]
    pub fn misfit(&self, code: &Kode) -> Option<u32> {
        if self.cells.is_empty() || self.clean() == Some(code) {
            return Some(0);
        }
        let parted = self.parted.as_ref().and_then(|cells| cells.fit(code));
        self.fit(code).into_iter().chain(parted).min()
    }

    /// One cell that holds a whole code, as a cell for each of its parts.
    fn parted(&self) -> Option<Self> {
        let [only] = self.cells.as_slice() else { return None };
        let parts: Vec<&str> = only.text.split('.').filter(|part| !part.is_empty()).collect();
        (parts.len() > 1)
            .then(|| Self::from_cells(parts.iter().map(|part| Cell::of(&Raw::text(part))).collect()))
    }

    /// How many slips lie between the cells, each taken as it stands, and a code; `None` if they cannot be of that code.
    fn fit(&self, code: &Kode) -> Option<u32> {
        let parts: Vec<&str> = code.parts().collect();
        let width = parts.len() + 1;
        let mut best: Vec<Option<u32>> = vec![None; (self.cells.len() + 1) * width];
        let put = |best: &mut Vec<Option<u32>>, at: usize, cost: u32| {
            if let Some(slot) = best.get_mut(at)
                && slot.is_none_or(|known| cost < known)
            {
                *slot = Some(cost);
            }
        };
        for blank in 0..parts.len() {
            put(&mut best, blank, BLANK_PART * u32::try_from(blank).unwrap_or(0));
        }
        for cell in 0..self.cells.len() {
            for part in 0..parts.len() {
                let Some(cost) = best.get(cell * width + part).copied().flatten() else { continue };
                for taken in 1..=2.min(self.cells.len() - cell) {
                    for covered in 1..=parts.len() - part {
                        let shown = self.cells.get(cell..cell + taken).unwrap_or_default();
                        let hidden = parts.get(part..part + covered).unwrap_or_default();
                        if let Some(step) = step(shown, hidden, part) {
                            put(&mut best, (cell + taken) * width + part + covered, cost + step);
                        }
                    }
                }
            }
        }
        (0..=2.min(parts.len() - 1))
            .filter_map(|lost| {
                let at = self.cells.len() * width + parts.len() - lost;
                let cost = best.get(at).copied().flatten()?;
                Some(cost + LOST_PART * u32::try_from(lost).unwrap_or(0))
            })
            .min()
    }
}

/// The code of so many digits, where the number of digits tells the level.
fn by_length(digits: &str) -> Option<Kode> {
    let cuts: &[usize] = match digits.len() {
        1 => &[],
        3 => &[1],
        5 => &[1, 3],
        8 => &[1, 3, 5, 6],
        10 | 12 => &[1, 3, 5, 6, 8],
        _ => return None,
    };
    let mut code = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if cuts.contains(&index) {
            code.push('.');
        }
        code.push(digit);
    }
    Kode::of(&code)
}

/// The code that undamaged cells show, every part whole, in one cell or in several.
fn strict(cells: &[Cell]) -> Option<Kode> {
    let undamaged = cells.iter().all(|cell| !cell.had_blank && !cell.was_moment);
    match cells {
        [only] if undamaged => Kode::of(&only.text),
        _ if undamaged => {
            Kode::of(&cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("."))
        }
        _ => None,
    }
}

/// What it costs that cells show these parts.
fn step(cells: &[Cell], parts: &[&str], first: usize) -> Option<u32> {
    let shown = || cells.iter().flat_map(|cell| cell.digits.bytes());
    let hidden = || parts.iter().flat_map(|part| part.bytes());
    let (seen, whole) = (shown().count(), parts.iter().map(|part| part.len()).sum::<usize>());
    if seen == 0 {
        return None;
    }
    let moved = u32::try_from(cells.len() - 1).unwrap_or(0);
    let is_kegiatan = first == 3 && parts.len() == 2;
    if shown().eq(hidden()) {
        return Some(moved);
    }
    let is_zero = |byte: &u8| *byte == b'0';
    if parts.len() == 1 && shown().skip_while(is_zero).eq(hidden().skip_while(is_zero)) {
        return Some(moved + 1);
    }
    // `2.`, or 2, was 2.13 in one cell.
    let is_bidang = first == 0 && parts.len() == 2;
    let begins = seen <= whole && shown().eq(hidden().take(seen));
    if begins && (parts.len() == 1 || is_kegiatan || is_bidang) {
        let lost = u32::try_from(whole - seen).unwrap_or(0);
        let bare = is_bidang && cells.iter().all(|cell| !cell.text.contains('.'));
        return Some(moved + 1 + lost + if bare { LOST_PART } else { 0 });
    }
    if !is_kegiatan {
        return None;
    }
    let kegiatan = || parts.iter().skip(1).flat_map(|part| part.bytes());
    let is_bare = cells.iter().all(|cell| !cell.text.contains('.'));
    if moved == 0 && is_bare && shown().skip_while(is_zero).eq(kegiatan().skip_while(is_zero)) {
        return Some(NO_KEWENANGAN);
    }
    rounded(cells, parts).map(|cost| cost + moved)
}

/// `2.1` for 2.05 … 2.14, for 2.10, or for 2.01 without its zero.
fn rounded(cells: &[Cell], parts: &[&str]) -> Option<u32> {
    let text: String = cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(".");
    let text = text.replace("..", ".");
    let (head, tail) = text.trim_matches('.').split_once('.')?;
    let [kewenangan, kegiatan] = parts else { return None };
    if head != *kewenangan || tail.len() != 1 {
        return None;
    }
    if kegiatan.strip_prefix('0') == Some(tail) {
        return Some(3);
    }
    let exact: Decimal = format!("{kewenangan}.{kegiatan}").parse().ok()?;
    let short: Decimal = format!("{head}.{tail}").parse().ok()?;
    let half = Decimal::from_parts(5, 0, 0, false, 2);
    ((exact - short).abs() <= half).then_some(3)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::Moment;

    fn printed(cells: &[&str]) -> Printed {
        Printed::of(&cells.iter().map(|text| Raw::text(text)).collect::<Vec<_>>())
    }

    fn code(text: &str) -> Kode {
        text.parse().unwrap()
    }

    #[test]
    fn undamaged_cells_have_one_reading() {
        for cells in
            [&["2", "17", "01", "2.02", "01"][..], &["2", "17", "01", "2", "02", "01"], &["2.17.01.2.02.01"]]
        {
            assert_eq!(printed(cells).clean(), Some(&code("2.17.01.2.02.01")), "{cells:?}");
            assert_eq!(printed(cells).misfit(&code("2.17.01.2.02.01")), Some(0));
        }
        assert_eq!(printed(&["2", "1 7"]).clean(), None);
        assert_eq!(printed(&["2", "17", "1"]).clean(), None);
    }

    #[test]
    fn every_damage_is_believed_at_a_cost() {
        let sub = code("2.17.01.2.02.03");
        for cells in [
            &["2", "1 7", "0 1", "2. 02", "0 3"][..],
            &["2", "1", "0", "2.", "0"],
            &["01", "2", "02", "03"],
            &["2", "17", "1", "2.02", "3"],
            &["2", "17", "01", "202", "03"],
            &["2.17.01.2.02.03."],
        ] {
            assert!(printed(cells).misfit(&sub).is_some_and(|cost| cost <= 12), "{cells:?}");
        }
        assert!(printed(&["3", "3", "0", "2", "0", "1"]).misfit(&code("3.30.02.2.01.01")).is_some());
        assert!(printed(&["3", "3", "1", "0", "2.", "0"]).misfit(&code("3.31.02.2.01.04")).is_some());
        assert!(printed(&["2", "1", "1", "2,", "1"]).misfit(&code("2.17.01.2.05")).is_some());
        assert!(printed(&["2.", "0", "1."]).misfit(&code("2.13.01.1.03")).is_some());
        assert!(printed(&["2", "1", "103", "2"]).misfit(&code("2.13.01.1.03.02")).is_some());
        assert!(printed(&["2", "17", "1", "2.1"]).misfit(&code("2.17.01.2.06")).is_some());
    }

    #[test]
    fn a_kegiatan_may_stand_without_its_kewenangan() {
        let bare = printed(&["2", "23", "01", "01", "07"]);
        assert_eq!(bare.misfit(&code("2.23.01.2.01.07")), Some(4));
        assert_eq!(
            bare.misfit(&code("2.23.01.1.01.07")),
            Some(4),
            "which one the office has, the cells do not tell"
        );
        assert_eq!(bare.misfit(&code("2.23.01.2.02.07")), None);
    }

    #[test]
    fn other_digits_contradict() {
        assert_eq!(printed(&["2", "17", "01", "2.02", "01"]).misfit(&code("2.17.01.2.02.02")), None);
        assert_eq!(printed(&["3", "30"]).misfit(&code("2.17")), None);
        assert_eq!(printed(&["2", "17", "01", "2.02"]).misfit(&code("2.17.01.2.02.01")), Some(5));
    }

    #[test]
    fn zeros_are_lost_in_one_cell_as_in_several() {
        let sub = code("2.11.06.2.01.0005");
        assert_eq!(printed(&["2.11.06.2.01.05"]).misfit(&sub), Some(1));
        assert_eq!(printed(&["2.11.6.2.1.5"]).misfit(&sub), Some(3));
        assert_eq!(printed(&["2.11.06.2.01.06"]).misfit(&sub), None);
    }

    #[test]
    fn split_and_stripped_codes_are_read_by_grammar() {
        let first = |cells: &[&str]| printed(cells).readings().first().map(|(code, _, _)| code.to_string());
        assert_eq!(first(&["2", "1 7", "0 1", "2. 02", "0 1"]).as_deref(), Some("2.17.01.2.02.01"));
        assert_eq!(first(&["2", "17", "1", "2.2", "1"]).as_deref(), Some("2.17.01.2.02.01"));
        let eaten = Raw::Moment(Moment { date: None, time: Some((2, 2, 0)), format: Arc::from("h:mm") });
        let cells = [Raw::text("2"), Raw::text("17"), Raw::text("01"), eaten];
        assert_eq!(
            Printed::of(&cells).readings().first().map(|reading| reading.2),
            Some(rules::code_read_as_date::ID)
        );
    }
}
