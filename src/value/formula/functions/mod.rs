//! The functions that are calculated. Any other makes its formula one without a result.

mod lookup;
mod texts;

use rust_decimal::{Decimal, RoundingStrategy};

use super::Unknown;
use super::book::Book;
use super::operators::operand;
use super::parse::Expression;
use super::value::{DIVIDED, NO_NUMBER, NO_VALUE, Operand, Value};

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
        "UPPER" => call.text(str::to_uppercase),
        "LOWER" => call.text(str::to_lowercase),
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
        self.number(|number| {
            if let Ok(places) = u32::try_from(places) {
                return Some(number.round_dp_with_strategy(places.min(28), strategy));
            }
            let unit = 10_i64.checked_pow(u32::try_from(-places).ok()?).map(Decimal::from)?;
            number.checked_div(unit)?.round_dp_with_strategy(0, strategy).checked_mul(unit)
        })
    }

    fn is(&mut self, test: fn(&Value) -> bool) -> Result<Value, Unknown> {
        Ok(Value::Boolean(test(&self.one(0)?)))
    }
}
