//! Functions that find a cell in a list.

use super::Call;
use crate::model::At;
use crate::value::formula::Unknown;
use crate::value::formula::value::{NOT_FOUND, Operand, Value};

impl Call<'_, '_> {
    /// The cell of a rectangle at a row and a column, counted from 1; with one position, along its only row or column.
    pub(super) fn index(&mut self) -> Result<Operand, Unknown> {
        let Operand::Cells { sheet, first, last } = self.operand(0)? else { return Err(Unknown::Beyond) };
        let at = self.one(1)?;
        if let Value::Fault(_) = at {
            return Ok(Operand::One(at));
        }
        let mut row = self.whole(1)?;
        let mut column = if self.has(2) { self.whole(2)? } else { 1 };
        if first.row == last.row && !self.has(2) {
            (row, column) = (1, row);
        }
        let cell = (row > 0 && column > 0).then_some(()).and_then(|()| {
            let row = first.row.checked_add(u32::try_from(row - 1).ok()?)?;
            let column = first.column.checked_add(u16::try_from(column - 1).ok()?)?;
            (row <= last.row && column <= last.column).then(|| At::new(row, column))
        });
        match cell {
            Some(at) => Ok(Operand::Cells { sheet, first: at, last: at }),
            None if row > 0 && column > 0 => Ok(Operand::One(Value::Fault("#REF!"))),
            None => Err(Unknown::Beyond),
        }
    }

    /// Where the first value that is just this one stands in a list.
    fn place(&mut self, wanted: &Value, list: (usize, At, At)) -> Result<Option<usize>, Unknown> {
        match wanted {
            Value::Text(text) if text.contains(['*', '?', '~']) => Err(Unknown::Beyond),
            Value::Text(text) => self.book.position(list, text),
            Value::Blank => Ok(None),
            other => Ok(self.book.all(list)?.iter().position(|value| value == other)),
        }
    }

    pub(super) fn found(&mut self) -> Result<Value, Unknown> {
        let wanted = self.one(0)?;
        if let Value::Fault(_) = wanted {
            return Ok(wanted);
        }
        // Only the search for just this value; the others want a sorted list.
        if !self.has(2) || self.whole(2)? != 0 {
            return Err(Unknown::Beyond);
        }
        let Operand::Cells { sheet, first, last } = self.operand(1)? else { return Err(Unknown::Beyond) };
        let place = self.place(&wanted, (sheet, first, last))?;
        Ok(place.map_or(NOT_FOUND, |index| Value::Number((index + 1).into())))
    }

    pub(super) fn looked_up(&mut self) -> Result<Value, Unknown> {
        let wanted = self.one(0)?;
        let exact = self.has(3) && self.one(3)?.truth() == Ok(false);
        let Operand::Cells { sheet, first, last } = self.operand(1)? else { return Err(Unknown::Beyond) };
        let column = u16::try_from(self.whole(2)? - 1).map_err(|_| Unknown::Beyond)?;
        if !exact || first.column + column > last.column {
            return Err(Unknown::Beyond);
        }
        let keys = (sheet, first, At::new(last.row, first.column));
        match self.place(&wanted, keys)? {
            Some(index) => {
                let row = first.row + u32::try_from(index).map_err(|_| Unknown::Beyond)?;
                self.book.cell(sheet, At::new(row, first.column + column))
            }
            None => Ok(NOT_FOUND),
        }
    }
}
