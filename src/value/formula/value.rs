//! What an expression of a formula gives.

use std::cmp::Ordering;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{At, Raw};

use super::Unknown;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Blank,
    Number(Decimal),
    Text(Arc<str>),
    Boolean(bool),
    /// An error of Excel's, such as `#N/A`.
    Fault(&'static str),
}

/// What an expression gives: a value, a rectangle of cells, or a list of values.
#[derive(Clone, Debug)]
pub(super) enum Operand {
    One(Value),
    Cells { sheet: usize, first: At, last: At },
    Many(Vec<Value>),
}

pub(super) const DIVIDED: Value = Value::Fault("#DIV/0!");
pub(super) const NO_VALUE: Value = Value::Fault("#VALUE!");
pub(super) const NOT_FOUND: Value = Value::Fault("#N/A");
pub(super) const NO_NUMBER: Value = Value::Fault("#NUM!");

impl Value {
    /// What a stored cell holds; a date is not calculated with.
    pub(super) fn of(raw: &Raw) -> Result<Self, Unknown> {
        match raw {
            Raw::Text(text) => Ok(Self::Text(Arc::clone(text))),
            Raw::Number { value, .. } => Ok(Self::Number(*value)),
            Raw::Boolean(value) => Ok(Self::Boolean(*value)),
            Raw::Fault(fault) => match &**fault {
                "#DIV/0!" => Ok(DIVIDED),
                "#N/A" => Ok(NOT_FOUND),
                "#VALUE!" => Ok(NO_VALUE),
                "#NUM!" => Ok(NO_NUMBER),
                "#REF!" => Ok(Self::Fault("#REF!")),
                "#NAME?" => Ok(Self::Fault("#NAME?")),
                _ => Err(Unknown::Beyond),
            },
            Raw::Moment(_) | Raw::Uncalculated { .. } => Err(Unknown::Beyond),
        }
    }

    /// The number that an operator takes it for; an error where it is none.
    pub(super) fn number(&self) -> Result<Decimal, Self> {
        match self {
            Self::Blank => Ok(Decimal::ZERO),
            Self::Number(number) => Ok(*number),
            Self::Boolean(value) => Ok(Decimal::from(u8::from(*value))),
            // Excel reads a text by the separators of its computer, which the file does not tell.
            Self::Text(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                text.parse().map_err(|_| NO_VALUE)
            }
            Self::Text(_) => Err(NO_VALUE),
            Self::Fault(fault) => Err(Self::Fault(fault)),
        }
    }

    /// The text that `&` takes it for.
    pub(super) fn text(&self) -> Result<Arc<str>, Unknown> {
        match self {
            Self::Blank => Ok(Arc::from("")),
            Self::Text(text) => Ok(Arc::clone(text)),
            Self::Number(number) if number.fract().is_zero() => Ok(Arc::from(number.normalize().to_string())),
            Self::Boolean(true) => Ok(Arc::from("TRUE")),
            Self::Boolean(false) => Ok(Arc::from("FALSE")),
            // The decimal sign is that of the computer.
            Self::Number(_) | Self::Fault(_) => Err(Unknown::Beyond),
        }
    }

    /// Whether it is what a condition calls true.
    pub(super) fn truth(&self) -> Result<bool, Self> {
        match self {
            Self::Boolean(value) => Ok(*value),
            other => other.number().map(|number| !number.is_zero()),
        }
    }

    /// The order in which Excel compares: numbers, texts without regard to case, truths. Nothing is 0, or no text.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let rank = |value: &Self| match value {
            Self::Blank => 0,
            Self::Number(_) => 1,
            Self::Text(_) => 2,
            Self::Boolean(_) => 3,
            Self::Fault(_) => 4,
        };
        match (self, other) {
            (Self::Number(left), Self::Number(right)) => left.cmp(right),
            (Self::Text(left), Self::Text(right)) => left.to_lowercase().cmp(&right.to_lowercase()),
            (Self::Boolean(left), Self::Boolean(right)) => left.cmp(right),
            (Self::Blank, Self::Number(right)) => Decimal::ZERO.cmp(right),
            (Self::Number(left), Self::Blank) => left.cmp(&Decimal::ZERO),
            (Self::Blank, Self::Text(right)) => "".cmp(right),
            (Self::Text(left), Self::Blank) => (**left).cmp(""),
            (left, right) => rank(left).cmp(&rank(right)),
        }
    }
}
