//! Where everything of a table stands on its sheet.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::measure;
use super::{header, value};
use crate::forms;
use crate::model::{Cell, Column, Document, Role, Row, Table, Tingkat, Unit, column_letters};

/// The narrowest cell that shows one part of a code.
const CODE_CELL: f64 = 3.2;
/// No column grows wider than this for the sake of a long text.
const WIDEST: f64 = 150.0;

/// A logical column and the cells it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) column: &'static Column,
    /// Its position among the table's columns.
    pub(super) position: usize,
    /// Its first column on the sheet.
    pub(super) first: u16,
    /// How many columns of the sheet it takes.
    pub(super) cells: u16,
}

impl Placed {
    /// Its last column on the sheet.
    pub(super) const fn last(&self) -> u16 {
        self.first + self.cells.saturating_sub(1)
    }
}

/// The plan of one sheet; all rows and columns count from zero.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) table: &'a Table,
    /// The index of the table in the document.
    pub(super) index: usize,
    /// The sheet's name.
    pub(super) sheet: String,
    pub(super) columns: Vec<Placed>,
    /// Worked out when first asked for: what only names cells needs none.
    widths: OnceCell<Vec<f64>>,
    /// The centred lines on top.
    pub(super) titles: Vec<String>,
    /// The lines between titles and header.
    pub(super) remarks: Vec<String>,
    /// The header's first row.
    pub(super) header: u32,
    /// How many rows the header has, without the number row.
    pub(super) depth: u32,
    /// The first row of the body.
    pub(super) first_row: u32,
}

impl Plan<'_> {
    /// The sheet row of a table row.
    pub(super) fn row(&self, index: usize) -> u32 {
        self.first_row + u32::try_from(index).unwrap_or(u32::MAX / 2)
    }

    /// The width of each column of the sheet in characters.
    pub(super) fn widths(&self) -> &[f64] {
        self.widths.get_or_init(|| widths(self.table, &self.columns))
    }

    /// The last column of the sheet.
    pub(super) fn last_column(&self) -> u16 {
        self.columns.last().map_or(0, Placed::last)
    }

    /// The column of an id.
    pub(super) fn placed(&self, id: &str) -> Option<&Placed> {
        self.columns.iter().find(|placed| placed.column.id == id)
    }

    /// The address of a cell in A1, such as `N13`.
    pub(super) fn address(&self, row: usize, id: &str) -> Option<String> {
        let placed = self.placed(id)?;
        Some(format!("{}{}", column_letters(placed.first), self.row(row) + 1))
    }

    /// A name for each column of amounts, such as `T_C_33_pagu`, and the cells it stands for.
    pub(super) fn names(&self) -> Vec<(String, String)> {
        let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let stem: String = self.sheet.replace([' ', ')'], "").chars().map(safe).collect();
        let (first, last) = (self.first_row + 1, self.row(self.table.rows.len()));
        let amounts = self.columns.iter().filter(|placed| matches!(placed.column.role, Role::Amount(_)));
        let named = amounts.filter(|_| first <= last).map(|placed| {
            let letters = column_letters(placed.first);
            let range = format!("='{}'!${letters}${first}:${letters}${last}", self.sheet);
            (format!("{stem}_{}", placed.column.id), range)
        });
        named.collect()
    }

    /// A header text as this document prints it.
    pub(super) fn label(&self, text: &str, year: Option<u16>) -> String {
        forms::label(text, self.table.unit, year)
    }

    /// The header of a column for the audit: its last two parts.
    pub(super) fn column_name(&self, id: &str, year: Option<u16>) -> String {
        self.placed(id)
            .map_or_else(|| id.to_owned(), |placed| forms::heading(self.table, placed.column, year))
    }
}

/// The plans of all tables.
pub(super) fn plans(document: &Document) -> Vec<Plan<'_>> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut plans = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        let count = seen.entry(table.form.id).or_default();
        *count += 1;
        let sheet = match *count {
            1 => table.form.id.to_owned(),
            more => format!("{} ({more})", table.form.id),
        };
        plans.push(plan(document, table, index, sheet));
    }
    plans
}

fn plan<'a>(document: &Document, table: &'a Table, index: usize, sheet: String) -> Plan<'a> {
    let about = &document.about;
    let mut titles =
        vec![format!("Tabel {}.", table.form.id), forms::with_years(table.form.title, about.year)];
    titles.extend(about.region.clone());
    let mut remarks = vec![format!("Nama Perangkat Daerah : {}", about.opd.as_deref().unwrap_or("…"))];
    match table.unit {
        Unit::Rupiah => {}
        Unit::ThousandRupiah => remarks.push("Satuan uang : ribuan rupiah (Rp.000)".to_owned()),
        Unit::MillionRupiah => remarks.push("Satuan uang : jutaan rupiah (Rp juta)".to_owned()),
    }
    let columns = placed(table);
    let depth = header::depth(&columns);
    // One empty row parts the titles from the remarks.
    let header = u32::try_from(titles.len() + 1 + remarks.len()).unwrap_or_default();
    let first_row = header + depth + u32::from(table.layout.number_row);
    let widths = OnceCell::new();
    Plan { table, index, sheet, columns, widths, titles, remarks, header, depth, first_row }
}

/// The columns of a table from left to right.
pub(super) fn placed(table: &Table) -> Vec<Placed> {
    let mut next = 0;
    let mut columns = Vec::with_capacity(table.columns.len());
    for (position, column) in table.columns.iter().copied().enumerate() {
        let cells = if column.role == Role::Code { table.layout.code_cells.max(1) } else { 1 };
        columns.push(Placed { column, position, first: next, cells });
        next += cells;
    }
    columns
}

fn widths(table: &Table, columns: &[Placed]) -> Vec<f64> {
    let mut widths = Vec::new();
    for placed in columns {
        if placed.column.role == Role::Code {
            widths.extend(code_widths(table, placed));
        } else {
            widths.push(text_width(table, placed));
        }
    }
    widths
}

/// Each code cell as wide as its longest part asks for.
fn code_widths(table: &Table, placed: &Placed) -> Vec<f64> {
    let mut widths =
        vec![CODE_CELL.max(placed.column.width / f64::from(placed.cells) - 0.6); placed.cells.into()];
    for code in table.rows.iter().filter_map(|row| row.code.as_ref()) {
        for (width, part) in widths.iter_mut().zip(super::code::split(code, placed.cells)) {
            *width = width.max(f64::from(u32::try_from(part.len()).unwrap_or_default()) + 0.8);
        }
    }
    widths
}

/// The declared width, or as much more as keeps the highest cell below the highest row and the widest number
/// from turning into `####`.
fn text_width(table: &Table, placed: &Placed) -> f64 {
    let mut width = placed.column.width;
    for row in &table.rows {
        let Some(cell) = row.cells.get(placed.position) else { continue };
        match value::of(cell, placed.column) {
            value::Value::Number(number, format) => {
                let digits = number.trunc().to_string().len();
                let shown =
                    digits + digits / 3 + format.split('.').nth(1).map_or(0, |places| places.len() + 1);
                width = width.max(f64::from(u32::try_from(shown).unwrap_or_default()) + 2.0);
            }
            value::Value::Text(text) => {
                while text.len() > measure::SURELY_FITS
                    && width < WIDEST
                    && !measure::fits(measure::lines(&text, width, is_bold(row)))
                {
                    width *= 1.15;
                }
            }
            value::Value::Blank => {}
        }
    }
    width
}

/// Whether a row is printed in bold: everything above kegiatan, sums of others, and banners.
pub(super) fn is_bold(row: &Row) -> bool {
    row.level.is_some_and(|level| level <= Tingkat::Program || level.is_result() || level == Tingkat::Banner)
}

/// A total whose one text may spread over the columns before the first amount: the column and cell of that
/// text, and how many columns of the sheet it covers.
pub(super) fn total_label<'a>(plan: &'a Plan<'_>, row: &'a Row) -> Option<(&'a Placed, &'a Cell, u16)> {
    if row.level != Some(Tingkat::Jumlah) {
        return None;
    }
    let amount = plan.columns.iter().position(|placed| matches!(placed.column.role, Role::Amount(_)))?;
    let before = plan.columns.get(..amount)?;
    let with_cell = before.iter().filter_map(|placed| Some((placed, row.cells.get(placed.position)?)));
    let filled: Vec<(&Placed, &Cell)> = with_cell.filter(|(_, cell)| !cell.is_empty()).collect();
    match (filled.as_slice(), before.last()) {
        ([(placed, cell)], Some(last)) => Some((placed, cell, last.last() + 1)),
        _ => None,
    }
}
