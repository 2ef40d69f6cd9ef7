//! Excel 2003 XML.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{At, Grid, Notice, Raw};

use super::budget::Budget;
use super::error::ReadError;
use super::look::Look;
use super::moment::{Epoch, iso};
use super::oddity::Gathered;
use super::sheet::Sheet;
use super::xml::{Element, Token, Xml};

/// Reads every worksheet.
pub(super) fn read(
    text: &str,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    let mut xml = Xml::new("workbook", text);
    let mut looks = BTreeMap::new();
    let mut gathered = Gathered::default();
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "Style" => {
                let id = element.attribute("ID").unwrap_or_default();
                looks.insert(id, style(&mut xml)?);
            }
            Token::Open(element) if element.name() == "Worksheet" => {
                let name = element.attribute("Name").unwrap_or_default();
                let grid = worksheet(&name, &mut xml, &looks, budget, notices);
                let readable = grid.is_ok();
                gathered.add(&name, grid, notices)?;
                if !readable {
                    // Nothing after a fault in the XML can be read.
                    return gathered.finish();
                }
            }
            Token::End => return gathered.finish(),
            _ => {}
        }
    }
}

fn worksheet(
    name: &str,
    xml: &mut Xml<'_>,
    looks: &BTreeMap<String, Look>,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Grid, ReadError> {
    let sheet = Sheet::new(name, budget)?;
    let general = Look::new("General", false);
    let mut reader = Reader { xml, looks, general: &general, sheet, row: 0, column: 0, table: 0 };
    reader.worksheet()?;
    Ok(reader.sheet.finish(notices))
}

fn style(xml: &mut Xml<'_>) -> Result<Look, ReadError> {
    let (mut format, mut bold, mut struck) = ("General".to_owned(), false, false);
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "NumberFormat" => {
                format = named_format(&element.attribute("Format").unwrap_or_default());
            }
            Token::Open(element) if element.name() == "Font" => {
                bold = element.flag("Bold");
                struck = element.flag("StrikeThrough");
            }
            Token::Close(end) if end.name() == "Style" => {
                return Ok(Look::new(&format, bold).struck_out(struck));
            }
            Token::End => return Ok(Look::new(&format, bold).struck_out(struck)),
            _ => {}
        }
    }
}

/// The code of a format that Excel 2003 names.
fn named_format(format: &str) -> String {
    let code = match format {
        "" | "General Number" => "General",
        "Fixed" => "0.00",
        "Standard" | "Currency" | "Euro Currency" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        "General Date" => "dd/mm/yyyy h:mm",
        "Short Date" => "dd/mm/yyyy",
        "Long Date" | "Medium Date" => "d-mmm-yy",
        "Short Time" | "Medium Time" => "h:mm",
        "Long Time" => "h:mm:ss",
        other => other,
    };
    code.to_owned()
}

struct Reader<'a, 'x, 'b> {
    xml: &'a mut Xml<'x>,
    looks: &'a BTreeMap<String, Look>,
    general: &'a Look,
    sheet: Sheet<'b>,
    /// One-based number of the current row, 0 before the first.
    row: u64,
    /// One-based number of the last column passed.
    column: u64,
    /// One-based number of the last `Column` element.
    table: u64,
}

impl Reader<'_, '_, '_> {
    fn worksheet(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Token::Open(element) => match element.name() {
                    "Column" => self.columns(&element),
                    "Row" => self.start_row(&element),
                    "Cell" => self.cell(&element)?,
                    "Visible" => self.sheet.hidden = self.xml.text()?.contains("Hidden"),
                    _ => {}
                },
                Token::Close(end) if end.name() == "Worksheet" => return Ok(()),
                Token::End => return Ok(()),
                Token::Close(_) | Token::Text(_) => {}
            }
        }
    }

    fn columns(&mut self, element: &Element<'_>) {
        let first = element.number("Index").unwrap_or(self.table.saturating_add(1)).max(1);
        self.table = first.saturating_add(element.number("Span").unwrap_or(0));
        if element.flag("Hidden") {
            self.sheet.hide_columns(first - 1..=self.table - 1);
        }
    }

    fn start_row(&mut self, element: &Element<'_>) {
        let first = element.number("Index").unwrap_or(self.row.saturating_add(1)).max(1);
        self.row = first.saturating_add(element.number("Span").unwrap_or(0));
        self.column = 0;
        if element.flag("Hidden") {
            self.sheet.hide_rows(first - 1..=self.row - 1);
        }
    }

    fn cell(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let column = element.number("Index").unwrap_or(self.column.saturating_add(1)).max(1);
        let across = element.number("MergeAcross").unwrap_or(0);
        let down = element.number("MergeDown").unwrap_or(0);
        self.column = column.saturating_add(across);
        let row = self.row.max(1);
        let look = element.attribute("StyleID").and_then(|id| self.looks.get(&id)).unwrap_or(self.general);
        let formula = element.attribute("Formula");
        let at = self.sheet.at(row - 1, column - 1);
        let data = self.data()?;
        let Some(at) = at else { return Ok(()) };
        if across > 0 || down > 0 {
            self.merge(at, row.saturating_add(down), self.column);
        }
        let stored = match (data, formula) {
            (Some((kind, text)), _) => self.put(at, &kind, &text, look)?,
            (None, Some(formula)) => {
                self.sheet.put(at, Raw::uncalculated(formula.trim_start_matches('='), &look.format))?
            }
            (None, None) => false,
        };
        if stored {
            self.sheet.dress(at, look);
        }
        Ok(())
    }

    fn put(&mut self, at: At, kind: &str, text: &str, look: &Look) -> Result<bool, ReadError> {
        match kind {
            "Number" => match text.trim().parse() {
                Ok(value) => self.sheet.put_number(at, value, look, Epoch::Y1900),
                Err(_) => self.sheet.put_bad_number(at, text),
            },
            "DateTime" => match iso(text, &look.format) {
                Some(moment) => self.sheet.put(at, Raw::Moment(moment)),
                None => self.sheet.put_text(at, text),
            },
            "Boolean" => self.sheet.put(at, Raw::Boolean(matches!(text.trim(), "1" | "true"))),
            "Error" => self.sheet.put(at, Raw::Fault(Arc::from(text.trim()))),
            _ => self.sheet.put_text(at, text),
        }
    }

    fn merge(&mut self, first: At, row: u64, column: u64) {
        if let Some(last) = self.sheet.at(row - 1, column - 1) {
            self.sheet.merge(first, last);
        }
    }

    /// The type and the text of the cell just opened.
    fn data(&mut self) -> Result<Option<(String, String)>, ReadError> {
        let mut data = None;
        loop {
            match self.xml.next()? {
                Token::Open(element) if element.name() == "Data" => {
                    let kind = element.attribute("Type").unwrap_or_default();
                    data = Some((kind, self.xml.text()?));
                }
                Token::Open(_) => self.xml.skip()?,
                Token::Close(_) | Token::End => return Ok(data),
                Token::Text(_) => {}
            }
        }
    }
}
