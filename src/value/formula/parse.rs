//! Formulas as Excel stores them, to expressions.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{At, LAST_COLUMN, LAST_ROW};

use super::Unknown;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    Number(Decimal),
    Text(Arc<str>),
    Boolean(bool),
    /// A rectangle of cells, perhaps of another sheet.
    Cells {
        sheet: Option<String>,
        first: At,
        last: At,
    },
    Call(String, Vec<Expression>),
    /// An argument left out.
    Nothing,
    Negative(Box<Expression>),
    Percent(Box<Expression>),
    Both(Operator, Box<(Expression, Expression)>),
}

/// An operator between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Join,
    Plus,
    Minus,
    Times,
    By,
    Power,
}

/// Operators by how loosely they bind, each level with its spellings, the longer ones first.
const LEVELS: [&[(&str, Operator)]; 5] = [
    &[
        ("<>", Operator::Unequal),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("=", Operator::Equal),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ],
    &[("&", Operator::Join)],
    &[("+", Operator::Plus), ("-", Operator::Minus)],
    &[("*", Operator::Times), ("/", Operator::By)],
    &[("^", Operator::Power)],
];

/// Longer formulas, and deeper ones, are no simple ones.
const LONGEST: usize = 4_000;
const DEEPEST: usize = 24;

/// The expression of a formula without its `=`.
pub(super) fn parse(formula: &str) -> Result<Expression, Unknown> {
    if formula.len() > LONGEST {
        return Err(Unknown::Beyond);
    }
    let mut parser = Parser { rest: formula.trim().trim_start_matches('='), depth: 0 };
    let expression = parser.level(0)?;
    if parser.rest.trim().is_empty() { Ok(expression) } else { Err(Unknown::Beyond) }
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
}

impl Parser<'_> {
    fn take(&mut self, mark: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(mark) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    fn level(&mut self, level: usize) -> Result<Expression, Unknown> {
        let Some(operators) = LEVELS.get(level) else { return self.signed() };
        let mut left = self.level(level + 1)?;
        while let Some((_, operator)) = operators.iter().find(|(mark, _)| self.take(mark)) {
            let right = self.level(level + 1)?;
            left = Expression::Both(*operator, Box::new((left, right)));
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Expression, Unknown> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unknown::Beyond);
        }
        let found = if self.take("-") {
            Expression::Negative(Box::new(self.signed()?))
        } else if self.take("+") {
            self.signed()?
        } else {
            let mut found = self.single()?;
            while self.take("%") {
                found = Expression::Percent(Box::new(found));
            }
            found
        };
        self.depth -= 1;
        Ok(found)
    }

    fn single(&mut self) -> Result<Expression, Unknown> {
        if self.take("(") {
            let inside = self.level(0)?;
            return if self.take(")") { Ok(inside) } else { Err(Unknown::Beyond) };
        }
        if self.take("\"") {
            return self.text();
        }
        self.rest = self.rest.trim_start();
        if self.rest.starts_with('\'') {
            return self.quoted_sheet();
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit() || c == '.') && !self.is_rows() {
            return self.number();
        }
        let word = self.word();
        match word.as_str() {
            "TRUE" if !self.take("(") => return Ok(Expression::Boolean(true)),
            "FALSE" if !self.take("(") => return Ok(Expression::Boolean(false)),
            "" => return Err(Unknown::Beyond),
            _ => {}
        }
        if self.take("!") {
            return self.cells(Some(word));
        }
        if self.take("(") {
            return self.call(word.to_uppercase().trim_start_matches("_XLFN.").to_owned());
        }
        self.range(None, &word)
    }

    /// Letters, digits, `$`, `.` and `_`, as in names and addresses.
    fn word(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '$' | '.' | '_')))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        word.to_owned()
    }

    fn text(&mut self) -> Result<Expression, Unknown> {
        let mut text = String::new();
        loop {
            let (before, after) = self.rest.split_once('"').ok_or(Unknown::Beyond)?;
            text.push_str(before);
            let Some(more) = after.strip_prefix('"') else {
                self.rest = after;
                return Ok(Expression::Text(Arc::from(text)));
            };
            text.push('"');
            self.rest = more;
        }
    }

    fn quoted_sheet(&mut self) -> Result<Expression, Unknown> {
        let mut name = String::new();
        self.rest = self.rest.get(1..).unwrap_or_default();
        loop {
            let (before, after) = self.rest.split_once('\'').ok_or(Unknown::Beyond)?;
            name.push_str(before);
            self.rest = after;
            if self.take("'") {
                name.push('\'');
            } else if self.take("!") {
                return self.cells(Some(name));
            } else {
                return Err(Unknown::Beyond);
            }
        }
    }

    fn number(&mut self) -> Result<Expression, Unknown> {
        let end = self.rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        if rest.starts_with(['e', 'E']) {
            return Err(Unknown::Beyond);
        }
        self.rest = rest;
        digits.parse().map(Expression::Number).map_err(|_| Unknown::Beyond)
    }

    /// Whether whole rows follow, such as `3:5`.
    fn is_rows(&self) -> bool {
        self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(':')
    }

    fn call(&mut self, name: String) -> Result<Expression, Unknown> {
        let mut arguments = Vec::new();
        if self.take(")") {
            return Ok(Expression::Call(name, arguments));
        }
        loop {
            let left_out = self.rest.trim_start().starts_with([',', ')']);
            arguments.push(if left_out { Expression::Nothing } else { self.level(0)? });
            if self.take(")") {
                return Ok(Expression::Call(name, arguments));
            }
            if !self.take(",") {
                return Err(Unknown::Beyond);
            }
        }
    }

    fn cells(&mut self, sheet: Option<String>) -> Result<Expression, Unknown> {
        let word = self.word();
        self.range(sheet, &word)
    }

    /// A cell, a rectangle of cells or whole columns, its first corner taken already.
    fn range(&mut self, sheet: Option<String>, first: &str) -> Result<Expression, Unknown> {
        if !self.take(":") {
            let at = address(first).ok_or(Unknown::Beyond)?;
            return Ok(Expression::Cells { sheet, first: at, last: at });
        }
        let last = self.word();
        let corners = match (address(first), address(&last)) {
            (Some(first), Some(last)) => Some((first, last)),
            _ => columns(first)
                .zip(columns(&last))
                .map(|(first, last)| (At::new(0, first), At::new(LAST_ROW, last))),
        };
        let (first, last) = corners.ok_or(Unknown::Beyond)?;
        let first_corner = At::new(first.row.min(last.row), first.column.min(last.column));
        let last_corner = At::new(first.row.max(last.row), first.column.max(last.column));
        Ok(Expression::Cells { sheet, first: first_corner, last: last_corner })
    }
}

fn address(word: &str) -> Option<At> {
    word.replace('$', "").parse().ok()
}

fn columns(word: &str) -> Option<u16> {
    let letters = word.replace('$', "");
    let at: At = format!("{letters}1").parse().ok()?;
    (letters.bytes().all(|byte| byte.is_ascii_alphabetic()) && at.column <= LAST_COLUMN).then_some(at.column)
}
