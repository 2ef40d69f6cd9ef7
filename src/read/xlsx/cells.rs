//! The cells of one sheet part.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{At, Raw};
use crate::read::error::ReadError;
use crate::read::moment::iso;
use crate::read::sheet::{Oddity, Sheet};
use crate::read::xml::{Element, Token, Xml};

use super::Shared;
use super::strings::rich_text;

/// Reads the whole part into the sheet.
pub(super) fn read(part: &str, text: &str, shared: &Shared, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
    let mut reader = Cells { xml: Xml::new(part, text), shared, sheet, row: 0, column: 0 };
    while reader.step()? {}
    Ok(())
}

struct Cells<'a, 'x, 'b> {
    xml: Xml<'x>,
    shared: &'a Shared,
    sheet: &'a mut Sheet<'b>,
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
    inline: Option<String>,
    formula: Option<String>,
}

impl Cells<'_, '_, '_> {
    /// Whether there is more to come.
    fn step(&mut self) -> Result<bool, ReadError> {
        match self.xml.next()? {
            Token::Open(element) => match element.name() {
                "row" => self.row(&element),
                "c" => self.cell(&element)?,
                "col" => self.columns(&element),
                "mergeCell" => self.merge(&element),
                // Texts, formulas and `extLst` may hold elements of the same names.
                "extLst" | "conditionalFormatting" | "dataValidations" => self.xml.skip()?,
                _ => {}
            },
            Token::End => return Ok(false),
            Token::Close(_) | Token::Text(_) => {}
        }
        Ok(true)
    }

    fn row(&mut self, element: &Element<'_>) {
        self.row = element.number("r").filter(|row| *row > 0).unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        if element.flag("hidden") {
            self.sheet.hide_rows(self.row - 1..=self.row - 1);
        }
    }

    fn columns(&mut self, element: &Element<'_>) {
        if let (true, Some(first @ 1..), Some(last @ 1..)) =
            (element.flag("hidden"), element.number("min"), element.number("max"))
        {
            self.sheet.hide_columns(first - 1..=last - 1);
        }
    }

    fn merge(&mut self, element: &Element<'_>) {
        let reference = element.attribute("ref").unwrap_or_default();
        let (first, last) = reference.split_once(':').unwrap_or((&reference, &reference));
        match (first.parse(), last.parse()) {
            (Ok(first), Ok(last)) => self.sheet.merge(first, last),
            _ => self.sheet.odd(Oddity::BadMerge, &reference),
        }
    }

    fn cell(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let [reference, kind, style] = element.values(["r", "t", "s"]);
        let at = self.address(reference.as_deref());
        let style = style.and_then(|style| style.trim().parse().ok()).unwrap_or_default();
        let content = self.content(kind.unwrap_or_default(), style)?;
        let Some(at) = at else { return Ok(()) };
        if self.put(at, &content)? && self.shared.looks.get(content.style).bold {
            self.sheet.bold.insert(at);
        }
        Ok(())
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

    fn put(&mut self, at: At, content: &Content<'_>) -> Result<bool, ReadError> {
        let value = content.value.as_deref().unwrap_or_default();
        if let Some(formula) = &content.formula
            && value.trim().is_empty()
            && content.inline.is_none()
            && !(content.kind == "str" && content.value.is_some())
        {
            return self.sheet.put(at, Raw::Uncalculated(Arc::from(formula.trim())));
        }
        match (content.kind.as_ref(), &content.inline) {
            ("inlineStr", Some(text)) => self.sheet.put_text(at, text),
            ("s", _) => self.shared_text(at, value.trim()),
            ("b", _) => self.sheet.put(at, Raw::Boolean(matches!(value.trim(), "1" | "true"))),
            ("e", _) => self.sheet.put(at, Raw::Fault(Arc::from(value.trim()))),
            ("d", _) => self.iso(at, value, content.style),
            ("" | "n", None) => self.number(at, value, content.style),
            (_, inline) => self.sheet.put_text(at, inline.as_deref().unwrap_or(value)),
        }
    }

    fn shared_text(&mut self, at: At, index: &str) -> Result<bool, ReadError> {
        if index.is_empty() {
            return Ok(false);
        }
        let text = index.parse::<usize>().ok().and_then(|index| self.shared.texts.get(index));
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
