//! Functions of texts.

use super::Call;
use crate::value::formula::Unknown;
use crate::value::formula::value::{Operand, Value};

impl Call<'_, '_> {
    pub(super) fn text(&mut self, change: impl Fn(&str) -> String) -> Result<Value, Unknown> {
        let value = self.one(0)?;
        match value {
            Value::Fault(_) => Ok(value),
            other => Ok(Value::Text(change(&other.text()?).into())),
        }
    }

    pub(super) fn lengths(&mut self) -> Result<Operand, Unknown> {
        let length = |value: &Value| -> Result<Value, Unknown> {
            Ok(Value::Number(value.text()?.chars().count().into()))
        };
        match self.operand(0)? {
            Operand::One(value) => length(&value).map(Operand::One),
            Operand::Cells { sheet, first, last } if first == last => {
                length(&self.book.cell(sheet, first)?).map(Operand::One)
            }
            _ => self.list(0)?.iter().map(length).collect::<Result<_, _>>().map(Operand::Many),
        }
    }

    pub(super) fn part(&mut self, cut: fn(&str, usize) -> String) -> Result<Value, Unknown> {
        let count = if self.has(1) { self.whole(1)? } else { 1 };
        let count = usize::try_from(count).map_err(|_| Unknown::Beyond)?;
        self.text(|text| cut(text, count))
    }

    pub(super) fn middle(&mut self) -> Result<Value, Unknown> {
        let first = usize::try_from(self.whole(1)? - 1).map_err(|_| Unknown::Beyond)?;
        let count = usize::try_from(self.whole(2)?).map_err(|_| Unknown::Beyond)?;
        self.text(|text| text.chars().skip(first).take(count).collect())
    }

    pub(super) fn joined(&mut self) -> Result<Value, Unknown> {
        let mut text = String::new();
        for index in 0..self.arguments.len() {
            let value = self.one(index)?;
            if let Value::Fault(_) = value {
                return Ok(value);
            }
            text.push_str(&value.text()?);
        }
        Ok(Value::Text(text.into()))
    }
}
