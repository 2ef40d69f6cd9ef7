//! Limits against files that would exhaust the machine, counted before anything is allocated.

use super::error::{Exceeded, ReadError};

/// How much of a file is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes after unpacking, all parts together.
    pub inflated_bytes: u64,
    /// Cells, all sheets together.
    pub cells: usize,
    /// Bytes of text, a shared text counted at each cell that shows it.
    pub text_bytes: usize,
    /// Sheets.
    pub sheets: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 100 << 20,
            inflated_bytes: 512 << 20,
            cells: 4_000_000,
            text_bytes: 256 << 20,
            sheets: 1000,
        }
    }
}

/// What is left of the limits while one file is read.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    inflated: u64,
    cells: usize,
    text: usize,
    sheets: usize,
}

impl Budget {
    pub(super) const fn new(limits: &Limits) -> Self {
        Self {
            inflated: limits.inflated_bytes,
            cells: limits.cells,
            text: limits.text_bytes,
            sheets: limits.sheets,
        }
    }

    pub(super) const fn inflated_left(&self) -> u64 {
        self.inflated
    }

    pub(super) fn inflate(&mut self, bytes: u64) -> Result<(), ReadError> {
        self.inflated = self.inflated.checked_sub(bytes).ok_or(ReadError::Bomb(Exceeded::Inflated))?;
        Ok(())
    }

    pub(super) fn cell(&mut self) -> Result<(), ReadError> {
        self.cells = self.cells.checked_sub(1).ok_or(ReadError::Bomb(Exceeded::Cells))?;
        Ok(())
    }

    pub(super) fn text(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.text = self.text.checked_sub(bytes).ok_or(ReadError::Bomb(Exceeded::Text))?;
        Ok(())
    }

    pub(super) fn sheet(&mut self) -> Result<(), ReadError> {
        self.sheets = self.sheets.checked_sub(1).ok_or(ReadError::Bomb(Exceeded::Sheets))?;
        Ok(())
    }
}
