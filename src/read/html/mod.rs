//! HTML tables, often saved as `.xls`: the tables of a page below one another with a blank row between.
//!
//! Cells are texts as a browser shows them: no number is guessed from them. Where a page stores the number that it shows
//! rounded or in thousands, that number is taken. Struck-out texts and raised marks are no part of a text; of a field to
//! fill in its content is read, of a list the chosen option.

mod cell;
mod stored;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::BTreeMap;

use crate::model::{At, Grid, LAST_COLUMN, LAST_ROW, Notice, Said};

use super::budget::Budget;
use super::error::ReadError;
use super::look::Look;
use super::moment::Epoch;
use super::runs::Rich;
use super::sheet::Sheet;
use cell::{Open, push_blank};
use stored::{format, stored, text_stands};
use tokens::{Tag, Token, Tokens};

/// Reads all tables of the page into one sheet.
pub(super) fn read(text: &str, budget: &mut Budget, notices: &mut Vec<Notice>) -> Result<Grid, ReadError> {
    let mut sheet = Sheet::new("Sheet1", budget)?;
    let mut page = Page::default();
    for token in Tokens::new(text) {
        match token {
            Token::Text(text) => page.text(&text),
            Token::Open(tag) => page.open(&tag, &mut sheet)?,
            Token::Close(name) => page.close(&name, &mut sheet)?,
        }
    }
    page.end_cell(&mut sheet)?;
    page.end_line(&mut sheet)?;
    if page.inside {
        notices.push(Said::new(
            "halaman ini berakhir di tengah tabel, jadi mungkin terpotong dan baris terakhirnya tidak lengkap; bandingkan baris terakhirnya dengan aslinya, atau unduh lagi.",
            "the page ends in the middle of a table, so it may be cut off and its last rows incomplete; compare its last row with the original, or download it again.",
        ).into());
    }
    Ok(sheet.finish(notices))
}

/// How many steps around cells that span rows are made: more than any real page needs, few enough that a
/// page of absurd spans ends soon.
const MOST_STEPS: u64 = 10_000_000;

#[derive(Debug, Default)]
struct Page {
    /// The row of the next `tr`.
    next_row: u64,
    /// The current row.
    row: u64,
    /// The next column of the current row.
    column: u64,
    /// Where cells span rows: the first column, the column after the last, and the row below.
    taken: BTreeMap<u64, (u64, u64)>,
    /// How many steps were made around them so far.
    steps: u64,
    cell: Option<Open>,
    /// The text since the last line break outside all cells.
    outside: String,
    /// Whether the last thing stored is a table.
    after_table: bool,
    /// Whether a table was opened, and neither it nor the page closed since.
    inside: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        let target = match &mut self.cell {
            Some(cell) => cell.target(),
            None => &mut self.outside,
        };
        // White space of the source is one blank; only tags break lines.
        let is_space = |c: char| matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{C}');
        if text.starts_with(is_space) {
            push_blank(target);
        }
        for (index, word) in text.split(is_space).filter(|word| !word.is_empty()).enumerate() {
            if index > 0 {
                target.push(' ');
            }
            target.push_str(word);
        }
        if text.ends_with(is_space) {
            push_blank(target);
        }
    }

    fn open(&mut self, tag: &Tag, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
        match (tag.name.as_str(), &mut self.cell) {
            ("table", Some(cell)) => {
                cell.nested += 1;
                break_line(&mut cell.text);
            }
            ("tr", Some(cell)) if cell.nested > 0 => break_line(&mut cell.text),
            ("td" | "th", Some(cell)) if cell.nested > 0 => push_blank(&mut cell.text),
            ("br", Some(cell)) => cell.text.push('\n'),
            ("s" | "strike" | "del", Some(cell)) => cell.striking += 1,
            ("sup", Some(cell)) => cell.raising += 1,
            ("input", Some(cell)) => cell.fill(tag),
            ("select", Some(cell)) => cell.options = Some(Vec::new()),
            ("option", Some(cell)) => cell.option(tag.attribute("selected").is_some()),
            (name, Some(cell)) if breaks_line(name) => break_line(&mut cell.text),
            ("b" | "strong", Some(cell)) if cell.text.trim().is_empty() => cell.bold = true,
            ("table", None) => {
                self.inside = true;
                self.end_line(sheet)?;
                self.start_table();
            }
            ("tr", _) => {
                self.end_cell(sheet)?;
                self.end_line(sheet)?;
                self.start_row();
            }
            ("td" | "th", _) => {
                self.end_cell(sheet)?;
                self.end_line(sheet)?;
                self.start_cell(tag);
            }
            (name, None) if breaks_line(name) => self.end_line(sheet)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
        self.inside &= !matches!(name, "body" | "html");
        match (name, &mut self.cell) {
            ("table", Some(cell)) if cell.nested > 0 => {
                cell.nested -= 1;
                break_line(&mut cell.text);
            }
            ("td" | "th" | "tr", Some(cell)) if cell.nested > 0 => {}
            ("s" | "strike" | "del", Some(cell)) => cell.striking = cell.striking.saturating_sub(1),
            ("sup", Some(cell)) => cell.lower(),
            ("select", Some(cell)) => cell.choose(),
            (name, Some(cell)) if breaks_line(name) => break_line(&mut cell.text),
            (name, None) if breaks_line(name) => self.end_line(sheet)?,
            ("table", _) => {
                self.inside = false;
                self.end_cell(sheet)?;
                self.end_table();
            }
            ("td" | "th" | "tr" | "tbody" | "thead", _) => self.end_cell(sheet)?,
            _ => {}
        }
        Ok(())
    }

    fn start_table(&mut self) {
        if self.after_table {
            self.next_row = self.next_row.saturating_add(1);
        }
        self.after_table = false;
        self.taken.clear();
        self.row = self.next_row;
        self.column = 0;
    }

    /// What follows stands below the last row that the table's cells reach.
    fn end_table(&mut self) {
        let below = self.taken.values().map(|(_, below)| *below).max().unwrap_or(0);
        self.next_row = self.next_row.max(below);
        self.after_table = true;
    }

    /// Stores the text outside the tables, such as their titles, as a row of its own.
    fn end_line(&mut self, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
        let line = std::mem::take(&mut self.outside);
        if line.trim().is_empty() {
            return Ok(());
        }
        if let Some(at) = sheet.at(self.next_row, 0) {
            sheet.put_text(at, line.trim_matches(' '))?;
        }
        self.next_row = self.next_row.saturating_add(1);
        self.row = self.next_row;
        self.after_table = false;
        Ok(())
    }

    fn start_row(&mut self) {
        self.row = self.next_row;
        self.next_row = self.next_row.saturating_add(1);
        self.column = 0;
    }

    fn start_cell(&mut self, tag: &Tag) {
        if self.next_row == self.row {
            self.start_row();
        }
        self.pass_taken();
        let span = |name: &str, most: u64| tag.number(name).unwrap_or(1).clamp(1, most);
        let rows = span("rowspan", u64::from(LAST_ROW) + 1);
        let columns = span("colspan", u64::from(LAST_COLUMN) + 1);
        if rows > 1 {
            self.taken.insert(self.column, (self.column + columns, self.row + rows));
        }
        let at = (self.row, self.column);
        let bold = tag.name == "th" || tag.says_bold();
        let struck = tag.says_struck();
        self.cell = Some(Open { at, rows, columns, bold, struck, stored: stored(tag), ..Open::default() });
        self.column += columns;
    }

    /// Moves right to the first column that no cell above reaches down to.
    fn pass_taken(&mut self) {
        while let Some((&first, &(end, below))) = self.taken.range(..=self.column).next_back()
            && end > self.column
            && self.steps < MOST_STEPS
        {
            self.steps += 1;
            if below > self.row {
                self.column = end;
            } else {
                self.taken.remove(&first);
            }
        }
    }

    /// Stores the open cell, if there is one.
    fn end_cell(&mut self, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
        let Some(mut cell) = self.cell.take() else { return Ok(()) };
        cell.choose();
        cell.lower();
        let Some(at) = sheet.at(cell.at.0, cell.at.1) else { return Ok(()) };
        if cell.rows > 1 || cell.columns > 1 {
            let row = (cell.at.0 + cell.rows - 1).min(u64::from(LAST_ROW));
            let column = (cell.at.1 + cell.columns - 1).min(u64::from(LAST_COLUMN));
            if let (Ok(row), Ok(column)) = (u32::try_from(row), u16::try_from(column)) {
                sheet.merge(at, At::new(row, column));
            }
        }
        let lines: Vec<&str> =
            cell.text.trim_matches([' ', '\n']).split('\n').map(|line| line.trim_matches(' ')).collect();
        let text = lines.join("\n");
        let plain = !cell.taken_out.is_marked();
        let put = match cell.stored.filter(|stored| plain && !text_stands(&text, *stored)) {
            Some(number) => sheet.put_number(at, number, &Look::new(format(&text), false), Epoch::Y1900)?,
            None => sheet.put_rich(at, Rich { text, ..cell.taken_out })?,
        };
        if put && cell.bold {
            sheet.bold.insert(at);
        }
        if put && cell.struck {
            sheet.marks.struck_whole.insert(at);
        }
        Ok(())
    }
}

/// Whether an element begins and ends a line.
fn breaks_line(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "center"
            | "br"
            | "hr"
            | "body"
    )
}

fn break_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}
