//! Expressions to what they give.

use rust_decimal::Decimal;

use super::Unknown;
use super::book::Book;
use super::functions::call;
use super::parse::{Expression, Operator};
use super::value::{DIVIDED, NO_NUMBER, Operand, Value};

/// What an expression of a formula on this sheet gives.
pub(super) fn operand(
    book: &mut Book<'_>,
    sheet: usize,
    expression: &Expression,
) -> Result<Operand, Unknown> {
    match expression {
        Expression::Number(number) => Ok(Operand::One(Value::Number(*number))),
        Expression::Text(text) => Ok(Operand::One(Value::Text(text.clone()))),
        Expression::Boolean(value) => Ok(Operand::One(Value::Boolean(*value))),
        Expression::Nothing => Ok(Operand::One(Value::Blank)),
        Expression::Cells { sheet: None, first, last } => {
            Ok(Operand::Cells { sheet, first: *first, last: *last })
        }
        Expression::Cells { sheet: Some(name), first, last } => {
            Ok(Operand::Cells { sheet: book.sheet(name)?, first: *first, last: *last })
        }
        Expression::Call(name, arguments) => call(book, sheet, name, arguments),
        Expression::Negative(inside) => {
            each(book, sheet, inside, |number| number.checked_mul(Decimal::NEGATIVE_ONE))
        }
        Expression::Percent(inside) => {
            each(book, sheet, inside, |number| number.checked_div(Decimal::ONE_HUNDRED))
        }
        Expression::Both(operator, both) => {
            let left = operand(book, sheet, &both.0)?;
            let right = operand(book, sheet, &both.1)?;
            between(book, *operator, left, right)
        }
    }
}

/// An operand as a list of values, or as one.
fn listed(book: &mut Book<'_>, operand: Operand) -> Result<Result<Value, Vec<Value>>, Unknown> {
    match operand {
        Operand::One(value) => Ok(Ok(value)),
        Operand::Many(values) => Ok(Err(values)),
        Operand::Cells { sheet, first, last } if first == last => book.cell(sheet, first).map(Ok),
        Operand::Cells { sheet, first, last } => book.all((sheet, first, last)).map(Err),
    }
}

fn each(
    book: &mut Book<'_>,
    sheet: usize,
    inside: &Expression,
    change: impl Fn(Decimal) -> Option<Decimal>,
) -> Result<Operand, Unknown> {
    let inside = operand(book, sheet, inside)?;
    let changed = |value: &Value| match value.number() {
        Ok(number) => change(number).map_or(NO_NUMBER, Value::Number),
        Err(fault) => fault,
    };
    Ok(match listed(book, inside)? {
        Ok(value) => Operand::One(changed(&value)),
        Err(values) => Operand::Many(values.iter().map(changed).collect()),
    })
}

fn between(
    book: &mut Book<'_>,
    operator: Operator,
    left: Operand,
    right: Operand,
) -> Result<Operand, Unknown> {
    let (left, right) = (listed(book, left)?, listed(book, right)?);
    match (left, right) {
        (Ok(left), Ok(right)) => two(operator, &left, &right).map(Operand::One),
        (Err(left), Ok(right)) => many(left.iter().map(|left| two(operator, left, &right))),
        (Ok(left), Err(right)) => many(right.iter().map(|right| two(operator, &left, right))),
        (Err(left), Err(right)) if left.len() == right.len() => {
            many(left.iter().zip(&right).map(|(left, right)| two(operator, left, right)))
        }
        _ => Err(Unknown::Beyond),
    }
}

fn many(values: impl Iterator<Item = Result<Value, Unknown>>) -> Result<Operand, Unknown> {
    values.collect::<Result<_, _>>().map(Operand::Many)
}

fn two(operator: Operator, left: &Value, right: &Value) -> Result<Value, Unknown> {
    for value in [left, right] {
        if let Value::Fault(_) = value {
            return Ok(value.clone());
        }
    }
    let order = || left.order(right);
    Ok(match operator {
        Operator::Equal => Value::Boolean(order().is_eq()),
        Operator::Unequal => Value::Boolean(order().is_ne()),
        Operator::Less => Value::Boolean(order().is_lt()),
        Operator::LessOrEqual => Value::Boolean(order().is_le()),
        Operator::Greater => Value::Boolean(order().is_gt()),
        Operator::GreaterOrEqual => Value::Boolean(order().is_ge()),
        Operator::Join => Value::Text(format!("{}{}", left.text()?, right.text()?).into()),
        _ => match (left.number(), right.number()) {
            (Ok(left), Ok(right)) => arithmetic(operator, left, right),
            (Err(fault), _) | (_, Err(fault)) => fault,
        },
    })
}

fn arithmetic(operator: Operator, left: Decimal, right: Decimal) -> Value {
    let found = match operator {
        Operator::Plus => left.checked_add(right),
        Operator::Minus => left.checked_sub(right),
        Operator::Times => left.checked_mul(right),
        Operator::By if right.is_zero() => return DIVIDED,
        Operator::By => left.checked_div(right),
        Operator::Power if right.fract().is_zero() && right.abs() <= Decimal::ONE_HUNDRED => {
            u32::try_from(right)
                .ok()
                .and_then(|power| (0..power).try_fold(Decimal::ONE, |product, _| product.checked_mul(left)))
        }
        _ => None,
    };
    found.map_or(NO_NUMBER, Value::Number)
}
