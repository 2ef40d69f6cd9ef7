//! Where a row stands: the bidang, office and program of the rows around it, and the code that its official name then has.

use std::collections::{BTreeMap, BTreeSet};

use super::Row;
use super::style::Style;
use crate::codification::Entry;
use crate::model::{Kode, Raw, Shape, Tingkat};
use crate::value::code::LegacyPrint;

/// What the rows before tell of the next.
pub(super) struct Context {
    pub(super) shape: Shape,
    pub(super) style: Style,
    /// The parts before the program that each row's own code, or else the nearest one's, has.
    heads: Vec<Option<String>>,
    /// The last program.
    pub(super) program: Option<Kode>,
    /// Every code that a row above has.
    pub(super) seen: BTreeSet<Kode>,
    /// The cells of the code as the rows above print them, by the columns of the sheet.
    above: BTreeMap<u16, String>,
    /// The leftmost column that holds part of a code.
    first_column: Option<u16>,
    /// For each column, those to its left that every row fills which prints its whole code and has a part there.
    before: BTreeMap<u16, BTreeSet<u16>>,
}

impl Context {
    pub(super) fn new(rows: &[Row<'_>], shape: Shape) -> Self {
        let own: Vec<Option<String>> = rows.iter().map(|row| head(row, shape)).collect();
        let mut heads = own.clone();
        for (index, slot) in heads.iter_mut().enumerate().filter(|(_, slot)| slot.is_none()) {
            let above = own.get(..index).unwrap_or_default().iter().rev().flatten().next();
            let below = own.get(index..).unwrap_or_default().iter().flatten().next();
            *slot = above.or(below).cloned();
        }
        let first_column = rows.iter().filter_map(|row| row.evidence.columns.first().copied()).min();
        Self {
            shape,
            style: Style::of(rows, shape),
            heads,
            program: None,
            seen: BTreeSet::new(),
            above: BTreeMap::new(),
            first_column,
            before: before(rows, first_column),
        }
    }

    /// Remembers how a row prints its code, or the parts of the code that it was found to have, a part a column.
    pub(super) fn pass(&mut self, row: &Row<'_>, code: Option<&Kode>) {
        let columns = row.evidence.columns.iter();
        for (column, cell) in columns.zip(&row.evidence.cells) {
            // What a row leaves out behind its own cells is no part of the next one's.
            self.above.retain(|known, _| known < column);
            self.above.insert(*column, cell.shown().into_owned());
        }
        let Some((code, last)) = code.zip(row.evidence.columns.last()) else { return };
        let columns = self.before.get(last).into_iter().flatten().chain([last]);
        if columns.clone().count() == code.parts().count() {
            self.above.extend(columns.copied().zip(code.parts().map(str::to_owned)));
        }
    }

    /// What the first cells of a row leave out of its code, and what stands in those columns above.
    pub(super) fn filled_down(&self, row: &Row<'_>) -> Down {
        let Some(first) = row.evidence.columns.first() else { return Down::Whole };
        if self.first_column.is_none_or(|leftmost| leftmost >= *first) {
            return Down::Whole;
        }
        let known = |column: &u16| self.above.contains_key(column);
        if !self.before.get(first).is_none_or(|needed| needed.iter().all(known)) {
            return Down::Gap;
        }
        let above = self.above.range(..first);
        let mut cells: Vec<Raw> = above.map(|(_, text)| Raw::text(text)).collect();
        cells.extend(row.evidence.cells.iter().cloned());
        let print = LegacyPrint::of(&cells);
        if print.is_damaged { Down::Whole } else { Down::Filled(print) }
    }

    /// The one code that the official names of a row have here; `None` where they have none or several.
    pub(super) fn expected(
        &self,
        index: usize,
        entries: &[&'static Entry],
    ) -> Option<(Kode, &'static Entry)> {
        match self.codes(index, entries).as_slice() {
            [(code, entry)] => Some((code.clone(), *entry)),
            _ => None,
        }
    }

    /// The codes that the official names of a row have here, each once.
    pub(super) fn codes(&self, index: usize, entries: &[&'static Entry]) -> Vec<(Kode, &'static Entry)> {
        let mut found: Vec<(Kode, &'static Entry)> = Vec::new();
        for entry in entries {
            let Some(code) = self.code_of(index, entry) else { continue };
            if !found.iter().any(|(known, _)| *known == code) {
                found.push((code, entry));
            }
        }
        found
    }

    fn code_of(&self, index: usize, entry: &'static Entry) -> Option<Kode> {
        let number = entry.kode.parts().next_back()?;
        match entry.tingkat {
            Tingkat::Program => {
                let head = self.heads.get(index)?.as_deref()?;
                let fits = entry.is_general() || same_bidang(head, entry);
                let text = format!("{head}.{}", self.style.written("program", number));
                Kode::legacy(&text, self.shape).filter(|_| fits)
            }
            Tingkat::Kegiatan => {
                let program = self.program.as_ref()?;
                let wanted: Option<u16> = entry.kode.parts().nth(2)?.parse().ok();
                let own: Option<u16> = program.parts().next_back()?.parse().ok();
                let fits = wanted == own && (entry.is_general() || same_bidang(program.as_str(), entry));
                let text = format!("{program}.{}", self.style.written("kegiatan", number));
                Kode::legacy(&text, self.shape).filter(|_| fits)
            }
            _ => None,
        }
    }
}

/// What stands above the blank first cells of a code.
pub(super) enum Down {
    /// The first cells are not blank, or what they make with those above is no code.
    Whole,
    /// The whole code.
    Filled(LegacyPrint),
    /// A part of the code stands in no row above: the row that held it is lost.
    Gap,
}

/// For each column, those to its left that every row fills which prints its whole code and has a part there.
fn before(rows: &[Row<'_>], leftmost: Option<u16>) -> BTreeMap<u16, BTreeSet<u16>> {
    let mut before: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
    for columns in rows.iter().map(|row| &row.evidence.columns).filter(|own| own.first().copied() == leftmost)
    {
        for (index, column) in columns.iter().enumerate() {
            let own: BTreeSet<u16> = columns.get(..index).unwrap_or_default().iter().copied().collect();
            before.entry(*column).and_modify(|known| known.retain(|left| own.contains(left))).or_insert(own);
        }
    }
    before
}

/// Whether a code begins with the urusan and bidang of an entry.
fn same_bidang(code: &str, entry: &Entry) -> bool {
    let numbers =
        |text: &str| -> Vec<Option<u16>> { text.split('.').take(2).map(|part| part.parse().ok()).collect() };
    numbers(code) == numbers(entry.kode.as_str())
}

/// The parts before the program of a row's undamaged code.
fn head(row: &Row<'_>, shape: Shape) -> Option<String> {
    let code = Some(row.print.parts.join(".")).filter(|_| !row.print.is_damaged)?;
    let program = Kode::legacy(&code, shape)?.at_level(Tingkat::Program)?;
    program.as_str().rsplit_once('.').map(|(head, _)| head.to_owned())
}
