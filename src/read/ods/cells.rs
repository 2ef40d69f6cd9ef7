//! The cells of a sheet: what an element holds, and how it is stored.

use std::sync::Arc;

use crate::model::{At, Raw};
use crate::read::error::ReadError;
use crate::read::look::Look;
use crate::read::moment::{Epoch, iso};
use crate::read::runs::{Rich, Run};
use crate::read::xml::{Element, Token};

use super::Table;
use super::texts::{annotation, is_fault, paragraph, plain_formula};

/// What a cell element holds.
pub(super) struct Content {
    pub(super) kind: String,
    value: Option<String>,
    /// The text, with what is struck out or raised in it taken out.
    pub(super) rich: Rich,
    comment: Option<String>,
    pub(super) formula: Option<String>,
    style: Option<String>,
}

impl Table<'_, '_, '_> {
    pub(super) fn content(&mut self, element: &Element<'_>) -> Result<Content, ReadError> {
        let kind = element.attribute("value-type").unwrap_or_default();
        let value = ["value", "date-value", "time-value", "boolean-value", "string-value"]
            .into_iter()
            .find_map(|name| element.attribute(name));
        let formula = element.attribute("formula");
        let style = element.attribute("style-name");
        let (mut rich, mut comment, mut paragraphs) = (Rich::default(), None, 0);
        loop {
            match self.xml.next()? {
                Token::Open(child) => match child.name() {
                    "p" | "h" => {
                        if paragraphs > 0 {
                            rich.push("\n", Run::default());
                        }
                        paragraphs += 1;
                        paragraph(self.xml, self.styles, &mut rich)?;
                    }
                    "annotation" => comment = Some(annotation(self.xml, self.styles)?),
                    // Notes, pictures and tables inside a cell are not its text.
                    _ => self.xml.skip()?,
                },
                Token::Close(_) | Token::End => break,
                Token::Text(_) => {}
            }
        }
        // A formula whose text is there and empty was calculated, and gave an empty text.
        let formula = formula.filter(|_| paragraphs == 0 || !rich.text.is_empty() || !kind.is_empty());
        Ok(Content { kind, value, rich, comment, formula, style })
    }

    fn look(&self, style: Option<&str>, column: u64) -> &Look {
        let default =
            || self.column_styles.iter().find(|(end, _)| column < *end).map(|(_, style)| style.as_str());
        style.or_else(default).and_then(|name| self.looks.get(name)).unwrap_or(&self.general)
    }

    pub(super) fn put(&mut self, at: At, column: u64, content: &Content) -> Result<bool, ReadError> {
        let look = self.look(content.style.as_deref(), column).clone();
        let stored = self.value(at, content, &look)?;
        if stored {
            self.sheet.dress(at, &look);
        }
        if let Some(comment) = &content.comment {
            self.sheet.comment(at, comment)?;
        }
        Ok(stored)
    }

    fn value(&mut self, at: At, content: &Content, look: &Look) -> Result<bool, ReadError> {
        let (text, value) = (content.rich.text.as_str(), content.value.as_deref());
        // An error is a text, or a 0 whose text is the error.
        if content.formula.is_some() && is_fault(text) {
            return self.sheet.put(at, Raw::Fault(Arc::from(text.trim())));
        }
        match (content.kind.as_str(), value) {
            ("float" | "percentage" | "currency", Some(value)) => match value.trim().parse() {
                Ok(number) => self.sheet.put_number(at, number, look, Epoch::Y1900),
                Err(_) => self.sheet.put_bad_number(at, value),
            },
            ("date" | "time", Some(value)) => match iso(value, &look.format) {
                Some(moment) => self.sheet.put(at, Raw::Moment(moment)),
                None => self.sheet.put_text(at, value),
            },
            ("boolean", Some(value)) => self.sheet.put(at, Raw::Boolean(value.trim() == "true")),
            ("", None) if text.is_empty() && !content.rich.is_marked() => match &content.formula {
                Some(formula) => self.sheet.put(at, Raw::uncalculated(&plain_formula(formula), &look.format)),
                None => Ok(false),
            },
            (_, value) if text.is_empty() && !content.rich.is_marked() => {
                self.sheet.put_text(at, value.unwrap_or_default())
            }
            _ => self.sheet.put_rich(at, content.rich.clone()),
        }
    }
}
