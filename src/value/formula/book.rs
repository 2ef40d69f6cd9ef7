//! The cells of all sheets while formulas are calculated.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{At, Grid, Raw};

use super::Unknown;
use super::operators::operand;
use super::parse::parse;
use super::value::{Operand, Value};

/// So many formulas may hang on each other in one go.
const DEEPEST: usize = 40;
/// So many cells are looked at for one workbook, and in one list of values.
const MOST_LOOKS: usize = 30_000_000;
const LONGEST_LIST: usize = 200_000;

/// A rectangle of one sheet.
type Rectangle = (usize, At, At);

/// The sheets, and what is known of their formulas so far.
pub struct Book<'g> {
    grids: &'g [Grid],
    /// Whether a stored 0 that cannot be calculated is unknown.
    distrusts: bool,
    known: BTreeMap<(usize, At), Result<Value, Unknown>>,
    /// The formulas that are being calculated: one that hangs on itself has no result.
    open: Vec<(usize, At)>,
    looks: usize,
    /// The first position of each text of a list that was searched.
    lists: BTreeMap<Rectangle, Arc<BTreeMap<String, usize>>>,
}

impl<'g> Book<'g> {
    /// The cells of some sheets. `distrusts` tells whether a stored 0 that cannot be calculated is unknown.
    #[must_use]
    pub fn new(grids: &'g [Grid], distrusts: bool) -> Self {
        let (known, lists) = (BTreeMap::new(), BTreeMap::new());
        Self { grids, distrusts, known, open: Vec::new(), looks: 0, lists }
    }

    /// Where the formulas of a sheet stand that have no result, or 0.
    #[must_use]
    pub fn formulas(&self, sheet: usize) -> Vec<At> {
        let Some(grid) = self.grids.get(sheet) else { return Vec::new() };
        let blank = grid.cells().filter(|(_, raw)| matches!(raw, Raw::Uncalculated { .. })).map(|(at, _)| at);
        let mut all: Vec<At> = blank.chain(grid.marks.zero_formulas.keys().copied()).collect();
        all.sort_unstable();
        all
    }

    /// The formula of a cell, its number format, and whether 0 is stored as its result.
    #[must_use]
    pub fn formula(&self, sheet: usize, at: At) -> Option<(Arc<str>, Arc<str>, bool)> {
        let grid = self.grids.get(sheet)?;
        match (grid.get(at)?, grid.marks.zero_formulas.get(&at)) {
            (Raw::Uncalculated { formula, format, .. }, _) => {
                Some((Arc::clone(formula), Arc::clone(format), false))
            }
            (Raw::Number { format, .. }, Some(formula)) => {
                Some((Arc::clone(formula), Arc::clone(format), true))
            }
            _ => None,
        }
    }

    /// The position of a sheet by its name.
    pub(super) fn sheet(&self, name: &str) -> Result<usize, Unknown> {
        let same = |grid: &Grid| grid.name.to_lowercase() == name.to_lowercase();
        self.grids.iter().position(same).ok_or(Unknown::Beyond)
    }

    /// What a cell holds, or its formula gives.
    ///
    /// # Errors
    /// If the cell hangs on a formula that is not calculated here.
    pub fn cell(&mut self, sheet: usize, at: At) -> Result<Value, Unknown> {
        self.looks += 1;
        if self.looks > MOST_LOOKS {
            return Err(Unknown::Beyond);
        }
        if let Some(known) = self.known.get(&(sheet, at)) {
            return known.clone();
        }
        let Some((formula, _, stored_zero)) = self.formula(sheet, at) else {
            let raw = self.grids.get(sheet).and_then(|grid| grid.get(at));
            return raw.map_or(Ok(Value::Blank), Value::of);
        };
        if self.open.contains(&(sheet, at)) {
            return Err(Unknown::Beyond);
        }
        if self.open.len() >= DEEPEST {
            return Err(Unknown::TooDeep);
        }
        self.open.push((sheet, at));
        let found = parse(&formula)
            .and_then(|expression| operand(self, sheet, &expression))
            .and_then(|operand| self.one(operand, Some(at)));
        self.open.pop();
        let found = match found {
            Err(Unknown::Beyond) if stored_zero && !self.distrusts => Ok(Value::Number(0.into())),
            other => other,
        };
        if found != Err(Unknown::TooDeep) {
            self.known.insert((sheet, at), found.clone());
        }
        found
    }

    /// The one value that an operand is; of several cells, the one in the row or column of the formula.
    pub(super) fn one(&mut self, operand: Operand, here: Option<At>) -> Result<Value, Unknown> {
        match operand {
            Operand::One(value) => Ok(value),
            Operand::Cells { sheet, first, last } if first == last => self.cell(sheet, first),
            Operand::Cells { sheet, first, last } => {
                let here = here.ok_or(Unknown::Beyond)?;
                if first.column == last.column && (first.row..=last.row).contains(&here.row) {
                    return self.cell(sheet, At::new(here.row, first.column));
                }
                Err(Unknown::Beyond)
            }
            Operand::Many(_) => Err(Unknown::Beyond),
        }
    }

    /// The filled cells of a rectangle, row by row.
    pub(super) fn filled(&mut self, (sheet, first, last): Rectangle) -> Result<Vec<Value>, Unknown> {
        let grids = self.grids;
        let Some(grid) = grids.get(sheet) else { return Err(Unknown::Beyond) };
        let mut values = Vec::new();
        for row in grid.rows().into_iter().filter(|row| (first.row..=last.row).contains(row)) {
            for (at, _) in grid.row(row).filter(|(at, _)| (first.column..=last.column).contains(&at.column)) {
                values.push(self.cell(sheet, at)?);
            }
        }
        Ok(values)
    }

    /// All cells of a rectangle, row by row, blank ones too.
    pub(super) fn all(&mut self, (sheet, first, last): Rectangle) -> Result<Vec<Value>, Unknown> {
        let rows = usize::try_from(last.row - first.row + 1).map_err(|_| Unknown::Beyond)?;
        if rows.saturating_mul(usize::from(last.column - first.column) + 1) > LONGEST_LIST {
            return Err(Unknown::Beyond);
        }
        let mut values = Vec::new();
        for row in first.row..=last.row {
            for column in first.column..=last.column {
                values.push(self.cell(sheet, At::new(row, column))?);
            }
        }
        Ok(values)
    }

    /// Where a text stands in a list, counted from 0, without regard to case.
    pub(super) fn position(&mut self, list: Rectangle, text: &str) -> Result<Option<usize>, Unknown> {
        if !self.lists.contains_key(&list) {
            let mut positions = BTreeMap::new();
            for (index, value) in self.all(list)?.into_iter().enumerate() {
                if let Value::Text(text) = value {
                    positions.entry(text.to_lowercase()).or_insert(index);
                }
            }
            self.lists.insert(list, Arc::new(positions));
        }
        Ok(self.lists.get(&list).and_then(|list| list.get(&text.to_lowercase()).copied()))
    }
}
