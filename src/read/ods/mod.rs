//! `OpenDocument` spreadsheets, zipped or flat.
//!
//! Rows and cells come with repeat counts. Blank repeats cost nothing; filled ones count against the budget
//! one by one.

mod cells;
mod styles;
mod texts;

use std::collections::BTreeMap;

use crate::model::{Grid, LAST_COLUMN, LAST_ROW, Notice};

use super::archive::Archive;
use super::budget::Budget;
use super::error::ReadError;
use super::look::Look;
use super::oddity::Gathered;
use super::sheet::Sheet;
use super::xml::{Element, Token, Xml, decode_xml};
use styles::Styles;

/// Reads a zipped document.
pub(super) fn read(
    archive: &mut Archive<'_>,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    if archive.has("META-INF/manifest.xml") {
        let manifest = archive.read("META-INF/manifest.xml", budget)?;
        if decode_xml(&manifest).contains("encryption-data") {
            return Err(ReadError::Password);
        }
    }
    let mut styles = Styles::default();
    if archive.has("styles.xml") {
        let bytes = archive.read("styles.xml", budget)?;
        // Damaged common styles cost formats, not values.
        let _ = styles::read("styles.xml", &decode_xml(&bytes), &mut styles);
    }
    let bytes = archive.read("content.xml", budget)?;
    let text = decode_xml(&bytes);
    read_content("content.xml", &text, styles, budget, notices)
}

/// Reads a flat document.
pub(super) fn read_flat(
    text: &str,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    read_content("document", text, Styles::default(), budget, notices)
}

fn read_content(
    part: &str,
    text: &str,
    mut styles: Styles,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    // A fault is met again where the sheets are read.
    let _ = styles::read(part, text, &mut styles);
    let looks = styles.looks();
    let mut xml = Xml::new(part, text);
    let mut gathered = Gathered::default();
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "table" => {
                let name = element.attribute("name").unwrap_or_default();
                if is_of_other_file(&name) {
                    xml.skip()?;
                    continue;
                }
                let hidden =
                    element.attribute("style-name").is_some_and(|name| styles.is_hidden_table(&name));
                let grid = table(&name, hidden, &mut xml, (&styles, &looks), budget, notices);
                let readable = grid.is_ok();
                gathered.add(&name, grid, notices)?;
                if !readable {
                    // Nothing after a fault in the XML can be read.
                    return gathered.finish();
                }
            }
            // Tracked changes and the tables inside charts are no sheets.
            Token::Open(element) if matches!(element.name(), "tracked-changes" | "object") => xml.skip()?,
            Token::End => return gathered.finish(),
            _ => {}
        }
    }
}

/// Whether a table is what a formula fetched from another file: `'file:///renja-2023.ods'#Sheet1`. `LibreOffice` keeps
/// it for the formula and shows it nowhere.
fn is_of_other_file(name: &str) -> bool {
    name.strip_prefix('\'').is_some_and(|rest| rest.contains("'#"))
}

fn table(
    name: &str,
    hidden: bool,
    xml: &mut Xml<'_>,
    looks: (&Styles, &BTreeMap<String, Look>),
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Grid, ReadError> {
    let mut sheet = Sheet::new(name, budget)?;
    sheet.hidden = hidden;
    let mut table = Table::new(xml, looks, sheet);
    table.read()?;
    Ok(table.sheet.finish(notices))
}

struct Table<'a, 'x, 'b> {
    xml: &'a mut Xml<'x>,
    looks: &'a BTreeMap<String, Look>,
    styles: &'a Styles,
    general: Look,
    sheet: Sheet<'b>,
    row: u64,
    row_repeats: u64,
    column: u64,
    column_declared: u64,
    column_styles: Vec<(u64, String)>,
}

impl<'a, 'x, 'b> Table<'a, 'x, 'b> {
    fn new(
        xml: &'a mut Xml<'x>,
        (styles, looks): (&'a Styles, &'a BTreeMap<String, Look>),
        sheet: Sheet<'b>,
    ) -> Self {
        Self {
            xml,
            looks,
            styles,
            general: Look::new("General", false),
            sheet,
            row: 0,
            row_repeats: 1,
            column: 0,
            column_declared: 0,
            column_styles: Vec::new(),
        }
    }

    fn read(&mut self) -> Result<(), ReadError> {
        loop {
            match self.xml.next()? {
                Token::Open(element) => match element.name() {
                    "table-column" => self.columns(&element),
                    "table-row" => self.start_row(&element),
                    name @ ("table-cell" | "covered-table-cell") => {
                        let covered = name == "covered-table-cell";
                        self.cell(&element, covered)?;
                    }
                    "shapes" | "forms" | "named-expressions" | "conditional-formats" | "table-source" => {
                        self.xml.skip()?;
                    }
                    _ => {}
                },
                Token::Close(end) => match end.name() {
                    "table-row" => self.row = self.row.saturating_add(self.row_repeats),
                    "table" => return Ok(()),
                    _ => {}
                },
                Token::End => return Ok(()),
                Token::Text(_) => {}
            }
        }
    }

    fn columns(&mut self, element: &Element<'_>) {
        let repeats = element.number("number-columns-repeated").unwrap_or(1).max(1);
        let first = self.column_declared;
        self.column_declared = first.saturating_add(repeats);
        if is_hidden(element) {
            self.sheet.hide_columns(first..=self.column_declared - 1);
        }
        let style = element.attribute("default-cell-style-name").unwrap_or_default();
        self.column_styles.push((self.column_declared, style));
    }

    fn start_row(&mut self, element: &Element<'_>) {
        self.row_repeats = element.number("number-rows-repeated").unwrap_or(1).max(1);
        self.column = 0;
        self.sheet.marks.filtered |=
            element.value("visibility").is_some_and(|visibility| visibility == "filter");
        if is_hidden(element) {
            self.sheet.hide_rows(self.row..=self.row.saturating_add(self.row_repeats) - 1);
        }
    }

    fn cell(&mut self, element: &Element<'_>, covered: bool) -> Result<(), ReadError> {
        let repeats = element.number("number-columns-repeated").unwrap_or(1).max(1);
        let spans = (
            element.number("number-rows-spanned").unwrap_or(1).max(1),
            element.number("number-columns-spanned").unwrap_or(1).max(1),
        );
        let first = self.column;
        self.column = first.saturating_add(repeats);
        let content = self.content(element)?;
        if spans != (1, 1) {
            self.merge(first, spans);
        }
        // What a merged range covers is not seen, but it is stored.
        let blank = content.rich.text.trim().is_empty() && !content.rich.is_marked();
        let empty = content.kind.is_empty() && blank && content.formula.is_none();
        if empty || covered && blank {
            return Ok(());
        }
        let Some(start) = self.sheet.at(self.row, first) else { return Ok(()) };
        if !self.put(start, first, &content)? {
            return Ok(());
        }
        let last_row = self.row.saturating_add(self.row_repeats - 1).min(u64::from(LAST_ROW));
        let last_column = first.saturating_add(repeats - 1).min(u64::from(LAST_COLUMN));
        for row in self.row..=last_row {
            for column in first..=last_column {
                if let Some(at) = self.sheet.at(row, column).filter(|at| *at != start) {
                    self.put(at, first, &content)?;
                }
            }
        }
        Ok(())
    }

    fn merge(&mut self, column: u64, (rows, columns): (u64, u64)) {
        let last = (self.row.saturating_add(rows - 1), column.saturating_add(columns - 1));
        if let (Some(first), Some(last)) = (self.sheet.at(self.row, column), self.sheet.at(last.0, last.1)) {
            self.sheet.merge(first, last);
        }
    }
}

fn is_hidden(element: &Element<'_>) -> bool {
    element.attribute("visibility").is_some_and(|visibility| visibility != "visible")
}
