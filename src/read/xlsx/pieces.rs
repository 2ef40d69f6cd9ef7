//! A sheet part in its three pieces: what stands before its cells, the cells, what stands behind them. The cells go to
//! calamine, the rest is read here.

use crate::model::Span;
use crate::read::error::ReadError;
use crate::read::oddity::Oddity;
use crate::read::sheet::Sheet;
use crate::read::xml::{Element, Token, Xml};

/// What stands in a sheet's part beside its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    hidden_rows: Vec<(u64, u64)>,
    hidden_columns: Vec<(u64, u64)>,
    merges: Vec<Result<Span, String>>,
    filtered: bool,
}

impl Beside {
    /// Puts it beside the cells of the sheet.
    pub(super) fn put(self, sheet: &mut Sheet<'_>) {
        for (first, last) in self.hidden_rows {
            sheet.hide_rows(first..=last);
        }
        for (first, last) in self.hidden_columns {
            sheet.hide_columns(first..=last);
        }
        for merge in self.merges {
            match merge {
                Ok(span) => sheet.merge(span.first, span.last),
                Err(reference) => sheet.odd(Oddity::BadMerge, &reference),
            }
        }
        sheet.marks.filtered |= self.filtered;
    }

    pub(super) fn element(&mut self, element: &Element<'_>) {
        match element.name() {
            "col" => {
                if let (true, Some(first @ 1..), Some(last @ 1..)) =
                    (element.flag("hidden"), element.number("min"), element.number("max"))
                {
                    self.hidden_columns.push((first - 1, last - 1));
                }
            }
            "mergeCell" => {
                let reference = element.attribute("ref").unwrap_or_default();
                let (first, last) = reference.split_once(':').unwrap_or((&reference, &reference));
                self.merges.push(match (first.parse(), last.parse()) {
                    (Ok(first), Ok(last)) => Ok(Span { first, last }),
                    _ => Err(reference.clone()),
                });
            }
            "filterColumn" => self.filtered = true,
            _ => {}
        }
    }

    /// A row of this one-based number.
    pub(super) fn row(&mut self, row: u64, element: &Element<'_>) {
        if element.flag("hidden") {
            self.hidden_rows.push((row - 1, row - 1));
        }
    }
}

/// Parts whose elements have the names of others and mean something else.
pub(super) const FOREIGN: [&str; 3] = ["extLst", "conditionalFormatting", "dataValidations"];

/// Cuts a sheet part; gives what stands beside its cells, and the cells, without the element around them.
///
/// # Errors
/// If the part has no element of cells, or is cut off or not well-formed before or behind them.
pub(super) fn cut<'t>(part: &str, text: &'t str) -> Result<(Beside, &'t str), ReadError> {
    let mut beside = Beside::default();
    let cut_off = || ReadError::CutOff { part: part.to_owned() };
    let (head, rest) = after_start(text, "sheetData").ok_or_else(cut_off)?;
    let (body, tail) = match rest.rfind("sheetData>") {
        Some(end) => {
            let start = rest.get(..end).and_then(|before| before.rfind("</")).unwrap_or(end);
            (rest.get(..start).unwrap_or_default(), rest.get(end + "sheetData>".len()..).unwrap_or_default())
        }
        None if rest.is_empty() => ("", ""),
        None => return Err(cut_off()),
    };
    for piece in [head, tail] {
        loose(part, piece, &mut beside)?;
    }
    if body.contains(" hidden=") {
        hidden_rows(part, body, &mut beside)?;
    }
    Ok((beside, body))
}

/// The text before and after the start tag of the first element of this name, whatever its prefix.
pub(super) fn after_start<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find(name) {
        let at = from + found;
        let start = text.get(..at)?.rfind('<')?;
        let prefix = text.get(start + 1..at)?;
        let next = text.get(at + name.len()..)?.chars().next()?;
        if (prefix.is_empty() || prefix.ends_with(':'))
            && !prefix.contains(char::is_whitespace)
            && !next.is_alphanumeric()
        {
            let end = at + text.get(at..)?.find('>')?;
            let empty = text.get(..end)?.ends_with('/');
            return Some((text.get(..start)?, if empty { "" } else { text.get(end + 1..)? }));
        }
        from = at + name.len();
    }
    None
}

/// Reads the elements of a piece of a part, whose first or last tags have no partner.
fn loose(part: &str, piece: &str, beside: &mut Beside) -> Result<(), ReadError> {
    let mut xml = Xml::piece(part, piece);
    loop {
        match xml.next() {
            Ok(Token::Open(element)) if FOREIGN.contains(&element.name()) => xml.skip()?,
            Ok(Token::Open(element)) => beside.element(&element),
            Ok(Token::End) | Err(ReadError::CutOff { .. }) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(error),
        }
    }
}

/// Rows that are hidden: only their start tags are looked at.
fn hidden_rows(part: &str, body: &str, beside: &mut Beside) -> Result<(), ReadError> {
    let mut number = 0_u64;
    let mut rest = body;
    while let Some(at) = rest.find("row") {
        let before = rest.get(..at).unwrap_or_default();
        rest = rest.get(at + 3..).unwrap_or_default();
        let is_tag = before.rfind('<').and_then(|start| before.get(start + 1..)).is_some_and(|prefix| {
            prefix.is_empty()
                || prefix.ends_with(':') && !prefix.contains(|c: char| c.is_whitespace() || c == '/')
        });
        if !is_tag || !rest.starts_with([' ', '>', '/', '\t', '\n', '\r']) {
            continue;
        }
        let end = rest.find('>').unwrap_or(rest.len());
        let tag = format!("<row{}></row>", rest.get(..end).unwrap_or_default().trim_end_matches('/'));
        if let Token::Open(element) = Xml::new(part, &tag).next()? {
            number = element.number("r").filter(|row| *row > 0).unwrap_or(number.saturating_add(1));
            beside.row(number, &element);
        }
    }
    Ok(())
}
