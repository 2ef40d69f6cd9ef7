//! The cells of one sheet part.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{At, Raw};
use crate::read::error::ReadError;
use crate::read::moment::iso;
use crate::read::oddity::Oddity;
use crate::read::runs::Rich;
use crate::read::sheet::Sheet;
use crate::read::xml::{Element, Token, Xml};

use super::Shared;
use super::pieces::{Beside, FOREIGN};
use super::strings::rich_text;

/// Reads the whole part into the sheet.
pub(super) fn read(part: &str, text: &str, shared: &Shared, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
    let beside = Beside::default();
    let mut reader = Cells { xml: Xml::new(part, text), shared, sheet, beside, row: 0, column: 0 };
    while reader.step()? {}
    let Cells { beside, sheet, .. } = reader;
    beside.put(sheet);
    Ok(())
}

struct Cells<'a, 'x, 'b> {
    xml: Xml<'x>,
    shared: &'a Shared,
    sheet: &'a mut Sheet<'b>,
    beside: Beside,
    /// The row after the last one seen, one-based number of the current row.
    row: u64,
    /// One-based column of the last cell seen in the row.
    column: u64,
}

/// What a cell element holds.
#[derive(Default)]
struct Content<'e> {
    kind: Cow<'e, str>,
    style: u64,
    value: Option<String>,
    inline: Option<Rich>,
    formula: Option<String>,
}

impl Cells<'_, '_, '_> {
    /// Whether there is more to come.
    fn step(&mut self) -> Result<bool, ReadError> {
        match self.xml.next()? {
            Token::Open(element) => match element.name() {
                "row" => self.row(&element),
                "c" => self.cell(&element)?,
                name if FOREIGN.contains(&name) => self.xml.skip()?,
                _ => self.beside.element(&element),
            },
            Token::End => return Ok(false),
            Token::Close(_) | Token::Text(_) => {}
        }
        Ok(true)
    }

    fn row(&mut self, element: &Element<'_>) {
        self.row = element.number("r").filter(|row| *row > 0).unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        self.beside.row(self.row, element);
    }

    fn cell(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let [reference, kind, style] = element.values(["r", "t", "s"]);
        let at = self.address(reference.as_deref());
        let style = style.and_then(|style| style.trim().parse().ok()).unwrap_or_default();
        let mut content = self.content(kind.unwrap_or_default(), style)?;
        let Some(at) = at else { return Ok(()) };
        let formula = content.formula.take();
        let style = content.style;
        let zero = content.value.as_deref().is_some_and(|value| value.trim() == "0");
        if self.put(at, content, formula.as_deref())? {
            self.sheet.dress(at, self.shared.looks.get(style));
        }
        match formula {
            Some(formula) if zero => self.sheet.zero_formula(at, formula.trim()),
            _ => Ok(()),
        }
    }

    /// Where the cell stands: by its reference, or right of the cell before.
    fn address(&mut self, reference: Option<&str>) -> Option<At> {
        let Some(reference) = reference.map(str::trim) else {
            self.column = self.column.saturating_add(1);
            return self.sheet.at(self.row.max(1) - 1, self.column - 1);
        };
        if let Ok(at) = reference.parse::<At>() {
            self.column = u64::from(at.column) + 1;
            return Some(at);
        }
        self.column = self.column.saturating_add(1);
        if !reference.contains(|c: char| c.is_ascii_alphabetic()) {
            // No address at all, as some programs write: the order of the cells tells.
            return self.sheet.at(self.row.max(1) - 1, self.column - 1);
        }
        self.sheet.odd(Oddity::BadAddress, reference);
        None
    }

    fn content<'e>(&mut self, kind: Cow<'e, str>, style: u64) -> Result<Content<'e>, ReadError> {
        let mut content = Content { kind, style, ..Content::default() };
        loop {
            match self.xml.next()? {
                Token::Open(child) => match child.name() {
                    "v" => content.value = Some(self.xml.text()?),
                    "f" => content.formula = Some(self.xml.text()?),
                    "is" => content.inline = Some(rich_text(&mut self.xml)?),
                    _ => self.xml.skip()?,
                },
                Token::Close(_) | Token::End => return Ok(content),
                Token::Text(_) => {}
            }
        }
    }

    fn put(&mut self, at: At, content: Content<'_>, formula: Option<&str>) -> Result<bool, ReadError> {
        let value = content.value.as_deref().unwrap_or_default();
        if let Some(formula) = formula
            && value.trim().is_empty()
            && content.inline.is_none()
            && !(content.kind == "str" && content.value.is_some())
        {
            return self
                .sheet
                .put(at, Raw::uncalculated(formula.trim(), &self.shared.looks.get(content.style).format));
        }
        match (content.kind.as_ref(), content.inline) {
            ("inlineStr", Some(text)) => self.sheet.put_rich(at, text),
            ("s", _) => self.shared_text(at, value.trim()),
            ("b", _) => self.sheet.put(at, Raw::Boolean(matches!(value.trim(), "1" | "true"))),
            ("e", _) => self.sheet.put(at, Raw::Fault(Arc::from(value.trim()))),
            ("d", _) => self.iso(at, value, content.style),
            ("" | "n", None) => self.number(at, value, content.style),
            (_, Some(inline)) => self.sheet.put_rich(at, inline),
            (_, None) => self.sheet.put_text(at, value),
        }
    }

    fn shared_text(&mut self, at: At, index: &str) -> Result<bool, ReadError> {
        if index.is_empty() {
            return Ok(false);
        }
        let index = index.parse::<usize>().ok();
        if let Some(rich) = index.and_then(|index| self.shared.texts.marked.get(&index)) {
            return self.sheet.put_rich(at, rich.clone());
        }
        let text = index.and_then(|index| self.shared.texts.texts.get(index));
        let Some(text) = text else {
            self.sheet.odd(Oddity::MissingText, &at.to_string());
            return Ok(false);
        };
        self.sheet.put(at, Raw::Text(Arc::clone(text)))
    }

    fn iso(&mut self, at: At, value: &str, style: u64) -> Result<bool, ReadError> {
        match iso(value, &self.shared.looks.get(style).format) {
            Some(moment) => self.sheet.put(at, Raw::Moment(moment)),
            None => self.sheet.put_text(at, value),
        }
    }

    fn number(&mut self, at: At, value: &str, style: u64) -> Result<bool, ReadError> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(false);
        }
        match value.parse() {
            Ok(number) => self.sheet.put_number(at, number, self.shared.looks.get(style), self.shared.epoch),
            Err(_) => self.sheet.put_bad_number(at, value),
        }
    }
}
