//! The functions that are calculated. Any other makes its formula one without a result.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Unknown;
use super::book::Book;
use super::operators::operand;
use super::parse::Expression;
use super::value::{DIVIDED, NO_NUMBER, NO_VALUE, NOT_FOUND, Operand, Value};

/// What a function gives.
pub(super) fn call(
    book: &mut Book<'_>,
    sheet: usize,
    name: &str,
    arguments: &[Expression],
) -> Result<Operand, Unknown> {
    let mut call = Call { book, sheet, arguments };
    let value = match name {
        "IF" => return call.condition(),
        "IFERROR" | "IFNA" => return call.unless_fault(),
        "INDEX" => return call.index(),
        "SUM" => call.fold(0, Decimal::ZERO, Decimal::checked_add),
        "PRODUCT" => call.fold(0, Decimal::ONE, Decimal::checked_mul),
        "SUBTOTAL" => match call.whole(0)? {
            9 | 109 => call.fold(1, Decimal::ZERO, Decimal::checked_add),
            _ => Err(Unknown::Beyond),
        },
        "MIN" => call.best(|found, best| found < best),
        "MAX" => call.best(|found, best| found > best),
        "AVERAGE" => call.average(),
        "COUNT" => call.count(|value| matches!(value, Value::Number(_))),
        "COUNTA" => call.count(|value| *value != Value::Blank),
        "SUMPRODUCT" => call.sum_of_products(),
        "SUMIF" => call.sum_where(),
        "MATCH" => call.found(),
        "VLOOKUP" => call.looked_up(),
        "AND" => call.truths(|truths| truths.iter().all(|truth| *truth)),
        "OR" => call.truths(|truths| truths.iter().any(|truth| *truth)),
        "NOT" => call.truths(|truths| !truths.iter().any(|truth| *truth)),
        "ROUND" => call.rounded(RoundingStrategy::MidpointAwayFromZero),
        "ROUNDUP" => call.rounded(RoundingStrategy::AwayFromZero),
        "ROUNDDOWN" | "TRUNC" => call.rounded(RoundingStrategy::ToZero),
        "INT" => call.number(|number| Some(number.floor())),
        "ABS" => call.number(|number| Some(number.abs())),
        "N" => call.number(Some),
        "ISNUMBER" => call.is(|value| matches!(value, Value::Number(_))),
        "ISTEXT" => call.is(|value| matches!(value, Value::Text(_))),
        "ISBLANK" => call.is(|value| *value == Value::Blank),
        "ISERROR" => call.is(|value| matches!(value, Value::Fault(_))),
        "LEN" => return call.lengths(),
        "LEFT" => call.part(|text, count| text.chars().take(count).collect()),
        "RIGHT" => call.part(|text, count| {
            let length = text.chars().count();
            text.chars().skip(length.saturating_sub(count)).collect()
        }),
        "MID" => call.middle(),
        "TRIM" => {
            call.text(|text| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        }
        "UPPER" => call.text(|text| text.to_uppercase()),
        "LOWER" => call.text(|text| text.to_lowercase()),
        "T" => call.text(str::to_owned),
        "CONCATENATE" | "CONCAT" => call.joined(),
        "HYPERLINK" => call.one(usize::from(arguments.len() > 1)),
        _ => Err(Unknown::Beyond),
    };
    value.map(Operand::One)
}

struct Call<'c, 'g> {
    book: &'c mut Book<'g>,
    sheet: usize,
    arguments: &'c [Expression],
}

impl Call<'_, '_> {
    fn operand(&mut self, index: usize) -> Result<Operand, Unknown> {
        let argument = self.arguments.get(index).ok_or(Unknown::Beyond)?;
        operand(self.book, self.sheet, argument)
    }

    fn one(&mut self, index: usize) -> Result<Value, Unknown> {
        let operand = self.operand(index)?;
        self.book.one(operand, None)
    }

    fn has(&self, index: usize) -> bool {
        self.arguments.get(index).is_some_and(|argument| *argument != Expression::Nothing)
    }

    fn whole(&mut self, index: usize) -> Result<i64, Unknown> {
        let number = self.one(index)?.number().map_err(|_| Unknown::Beyond)?;
        i64::try_from(number.trunc()).map_err(|_| Unknown::Beyond)
    }

    /// The values of an argument, blank cells left out.
    fn values(&mut self, index: usize) -> Result<Vec<Value>, Unknown> {
        match self.operand(index)? {
            Operand::One(value) => Ok(vec![value]),
            Operand::Many(values) => Ok(values),
            Operand::Cells { sheet, first, last } => self.book.filled((sheet, first, last)),
        }
    }

    /// The numbers of all arguments from one on: of cells only what is stored as a number counts. A fault is a result.
    fn numbers(&mut self, from: usize) -> Result<Result<Vec<Decimal>, Value>, Unknown> {
        let mut numbers = Vec::new();
        for index in from..self.arguments.len() {
            let typed = !matches!(self.arguments.get(index), Some(Expression::Cells { .. }));
            for value in self.values(index)? {
                match value {
                    Value::Number(number) => numbers.push(number),
                    Value::Fault(_) => return Ok(Err(value)),
                    Value::Boolean(_) | Value::Text(_) if typed => match value.number() {
                        Ok(number) => numbers.push(number),
                        Err(fault) => return Ok(Err(fault)),
                    },
                    _ => {}
                }
            }
        }
        Ok(Ok(numbers))
    }

    fn fold(
        &mut self,
        from: usize,
        start: Decimal,
        step: fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Result<Value, Unknown> {
        Ok(match self.numbers(from)? {
            Ok(numbers) => {
                // Excel gives 0 for the product of nothing.
                let start = if numbers.is_empty() { Decimal::ZERO } else { start };
                let folded = numbers.into_iter().try_fold(start, step);
                folded.map_or(NO_NUMBER, Value::Number)
            }
            Err(fault) => fault,
        })
    }

    fn best(&mut self, better: fn(&Decimal, &Decimal) -> bool) -> Result<Value, Unknown> {
        Ok(match self.numbers(0)? {
            Ok(numbers) => {
                let best =
                    numbers.into_iter().reduce(|best, next| if better(&next, &best) { next } else { best });
                Value::Number(best.unwrap_or_default())
            }
            Err(fault) => fault,
        })
    }

    fn average(&mut self) -> Result<Value, Unknown> {
        Ok(match self.numbers(0)? {
            Ok(numbers) if numbers.is_empty() => DIVIDED,
            Ok(numbers) => {
                let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, next| sum.checked_add(*next));
                let mean = sum.and_then(|sum| sum.checked_div(Decimal::from(numbers.len())));
                mean.map_or(NO_NUMBER, Value::Number)
            }
            Err(fault) => fault,
        })
    }

    fn count(&mut self, counts: fn(&Value) -> bool) -> Result<Value, Unknown> {
        let mut count = 0_usize;
        for index in 0..self.arguments.len() {
            count += self.values(index)?.iter().filter(|value| counts(value)).count();
        }
        Ok(Value::Number(count.into()))
    }

    fn list(&mut self, index: usize) -> Result<Vec<Value>, Unknown> {
        match self.operand(index)? {
            Operand::One(value) => Ok(vec![value]),
            Operand::Many(values) => Ok(values),
            Operand::Cells { sheet, first, last } => self.book.all((sheet, first, last)),
        }
    }

    fn sum_of_products(&mut self) -> Result<Value, Unknown> {
        let single = self.arguments.len() == 1;
        let mut products: Option<Vec<Decimal>> = None;
        for index in 0..self.arguments.len() {
            let mut factors = Vec::new();
            for value in self.list(index)? {
                match value {
                    Value::Number(number) => factors.push(number),
                    Value::Fault(_) => return Ok(value),
                    Value::Boolean(_) if single => factors.push(value.number().unwrap_or_default()),
                    _ => factors.push(Decimal::ZERO),
                }
            }
            products = Some(match products {
                None => factors,
                Some(earlier) if earlier.len() == factors.len() => {
                    let both = earlier.into_iter().zip(factors);
                    both.map(|(left, right)| left.checked_mul(right))
                        .collect::<Option<_>>()
                        .ok_or(Unknown::Beyond)?
                }
                Some(_) => return Ok(NO_VALUE),
            });
        }
        let sum = products.unwrap_or_default().into_iter().try_fold(Decimal::ZERO, Decimal::checked_add);
        Ok(sum.map_or(NO_NUMBER, Value::Number))
    }

    /// `SUMIF` with a plain value to equal; comparisons and patterns are not calculated.
    fn sum_where(&mut self) -> Result<Value, Unknown> {
        let keys = self.list(0)?;
        let wanted = self.one(1)?;
        if let Value::Text(text) = &wanted
            && (text.contains(['*', '?', '~']) || text.starts_with(['<', '>', '=']))
        {
            return Err(Unknown::Beyond);
        }
        let amounts = if self.has(2) { self.list(2)? } else { keys.clone() };
        if amounts.len() != keys.len() {
            return Err(Unknown::Beyond);
        }
        let mut sum = Decimal::ZERO;
        for (key, amount) in keys.iter().zip(&amounts) {
            if let (true, Value::Number(amount)) =
                (*key != Value::Blank && key.order(&wanted).is_eq(), amount)
            {
                sum = sum.checked_add(*amount).ok_or(Unknown::Beyond)?;
            }
        }
        Ok(Value::Number(sum))
    }

    fn condition(&mut self) -> Result<Operand, Unknown> {
        match self.one(0)?.truth() {
            Ok(true) if self.arguments.len() > 1 => self.operand(1),
            Ok(false) if self.arguments.len() > 2 => self.operand(2),
            Ok(truth) => Ok(Operand::One(Value::Boolean(truth))),
            Err(fault) => Ok(Operand::One(fault)),
        }
    }

    fn unless_fault(&mut self) -> Result<Operand, Unknown> {
        match self.one(0)? {
            Value::Fault(_) => self.operand(1),
            value => Ok(Operand::One(value)),
        }
    }

    /// The cell of a rectangle at a row and a column, counted from 1; with one position, along its only row or column.
    fn index(&mut self) -> Result<Operand, Unknown> {
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
            (row <= last.row && column <= last.column).then(|| crate::model::At::new(row, column))
        });
        match cell {
            Some(at) => Ok(Operand::Cells { sheet, first: at, last: at }),
            None if row > 0 && column > 0 => Ok(Operand::One(Value::Fault("#REF!"))),
            None => Err(Unknown::Beyond),
        }
    }

    /// Where the first value that is just this one stands in a list.
    fn place(
        &mut self,
        wanted: &Value,
        list: (usize, crate::model::At, crate::model::At),
    ) -> Result<Option<usize>, Unknown> {
        match wanted {
            Value::Text(text) if text.contains(['*', '?', '~']) => Err(Unknown::Beyond),
            Value::Text(text) => self.book.position(list, text),
            Value::Blank => Ok(None),
            other => Ok(self.book.all(list)?.iter().position(|value| value == other)),
        }
    }

    fn found(&mut self) -> Result<Value, Unknown> {
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

    fn looked_up(&mut self) -> Result<Value, Unknown> {
        let wanted = self.one(0)?;
        let exact = self.has(3) && self.one(3)?.truth() == Ok(false);
        let Operand::Cells { sheet, first, last } = self.operand(1)? else { return Err(Unknown::Beyond) };
        let column = u16::try_from(self.whole(2)? - 1).map_err(|_| Unknown::Beyond)?;
        if !exact || first.column + column > last.column {
            return Err(Unknown::Beyond);
        }
        let keys = (sheet, first, crate::model::At::new(last.row, first.column));
        match self.place(&wanted, keys)? {
            Some(index) => {
                let row = first.row + u32::try_from(index).map_err(|_| Unknown::Beyond)?;
                self.book.cell(sheet, crate::model::At::new(row, first.column + column))
            }
            None => Ok(NOT_FOUND),
        }
    }

    fn truths(&mut self, together: fn(&[bool]) -> bool) -> Result<Value, Unknown> {
        let mut truths = Vec::new();
        for index in 0..self.arguments.len() {
            for value in self.values(index)? {
                match value.truth() {
                    Ok(truth) => truths.push(truth),
                    Err(fault) => return Ok(fault),
                }
            }
        }
        Ok(Value::Boolean(together(&truths)))
    }

    fn number(&mut self, change: impl Fn(Decimal) -> Option<Decimal>) -> Result<Value, Unknown> {
        Ok(match self.one(0)?.number() {
            Ok(number) => change(number).map_or(NO_NUMBER, Value::Number),
            Err(fault) => fault,
        })
    }

    fn rounded(&mut self, strategy: RoundingStrategy) -> Result<Value, Unknown> {
        let places = if self.has(1) { self.whole(1)? } else { 0 };
        self.number(|number| match u32::try_from(places) {
            Ok(places) => Some(number.round_dp_with_strategy(places.min(28), strategy)),
            Err(_) => {
                let unit = 10_i64.checked_pow(u32::try_from(-places).ok()?).map(Decimal::from)?;
                number.checked_div(unit)?.round_dp_with_strategy(0, strategy).checked_mul(unit)
            }
        })
    }

    fn is(&mut self, test: fn(&Value) -> bool) -> Result<Value, Unknown> {
        Ok(Value::Boolean(test(&self.one(0)?)))
    }

    fn text(&mut self, change: impl Fn(&str) -> String) -> Result<Value, Unknown> {
        let value = self.one(0)?;
        match value {
            Value::Fault(_) => Ok(value),
            other => Ok(Value::Text(change(&other.text()?).into())),
        }
    }

    fn lengths(&mut self) -> Result<Operand, Unknown> {
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

    fn part(&mut self, cut: fn(&str, usize) -> String) -> Result<Value, Unknown> {
        let count = if self.has(1) { self.whole(1)? } else { 1 };
        let count = usize::try_from(count).map_err(|_| Unknown::Beyond)?;
        self.text(|text| cut(text, count))
    }

    fn middle(&mut self) -> Result<Value, Unknown> {
        let first = usize::try_from(self.whole(1)? - 1).map_err(|_| Unknown::Beyond)?;
        let count = usize::try_from(self.whole(2)?).map_err(|_| Unknown::Beyond)?;
        self.text(|text| text.chars().skip(first).take(count).collect())
    }

    fn joined(&mut self) -> Result<Value, Unknown> {
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
