//! Where everything of a table stands on its sheet.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rust_xlsxwriter::FormatAlign;

use super::paper::{Fitted, INDENT, PaperChoice};
use super::sheet::align;
use super::widths::needs;
use super::{header, paper};
use crate::forms;
use crate::model::{Cell, Column, Document, Role, Row, Table, Tingkat, Unit, column_letters};

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
    /// The header of each: the groups above it and its own text.
    pub(super) paths: Vec<Vec<String>>,
    /// Worked out when first asked for: what only names cells needs none.
    fitted: OnceCell<(Fitted, Vec<bool>)>,
    /// The paper that is asked for.
    paper: PaperChoice,
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

    /// How many rows of the sheet the body has, with what stands below the table.
    pub(super) fn rows(&self) -> usize {
        let below: u32 = self.table.notes.iter().map(|line| line.down).sum();
        self.table.rows.len() + below as usize
    }

    /// The width of each column of the sheet in characters.
    pub(super) fn widths(&self) -> &[f64] {
        &self.fitted().widths
    }

    /// The paper, and how the columns fit on it.
    pub(super) fn fitted(&self) -> &Fitted {
        &self.dressed().0
    }

    /// The indent of a cell's text in characters; `0` where it has none.
    pub(super) fn indent(&self, placed: &Placed) -> f64 {
        let is_padded = self.dressed().1.get(usize::from(placed.first)).is_some_and(|padded| *padded);
        if is_padded && align(placed) != FormatAlign::Center { INDENT } else { 0.0 }
    }

    fn dressed(&self) -> &(Fitted, Vec<bool>) {
        self.fitted.get_or_init(|| {
            paper::dressed(&needs(self.table, &self.columns, &self.paths), self.pinned(), self.paper)
        })
    }

    /// How many columns of the sheet stay in sight, and on every page: the codes and the names.
    pub(super) fn pinned(&self) -> u16 {
        let name = self.columns.iter().find(|placed| placed.column.role == Role::Name);
        name.map_or(0, |placed| placed.last() + 1)
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
        // No name begins with a digit.
        let stem =
            if stem.starts_with(|c: char| c.is_ascii_digit()) { format!("Tabel_{stem}") } else { stem };
        let (first, last) = (self.first_row + 1, self.row(self.table.rows.len()));
        let amounts = self.columns.iter().filter(|placed| matches!(placed.column.role, Role::Amount(_)));
        let named = amounts.filter(|_| first <= last).map(|placed| {
            let letters = column_letters(placed.first);
            let range = format!("='{}'!${letters}${first}:${letters}${last}", self.sheet);
            (format!("{stem}_{}", placed.column.id), range)
        });
        named.collect()
    }

    /// The header of a column for the audit: its last two parts.
    pub(super) fn column_name(&self, id: &str, year: Option<u16>) -> String {
        self.placed(id)
            .map_or_else(|| id.to_owned(), |placed| forms::heading(self.table, placed.column, year))
    }
}

/// The plans of all tables, on the paper that fits them.
pub(super) fn plans(document: &Document) -> Vec<Plan<'_>> {
    plans_on(document, PaperChoice::Auto)
}

/// The plans of all tables, on a paper.
pub(super) fn plans_on(document: &Document, paper: PaperChoice) -> Vec<Plan<'_>> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut plans = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        let count = seen.entry(table.form.id).or_default();
        *count += 1;
        let sheet = match *count {
            1 => table.form.id.to_owned(),
            more => format!("{} ({more})", table.form.id),
        };
        plans.push(plan(document, table, (index, sheet), paper));
    }
    plans
}

fn plan<'a>(
    document: &Document,
    table: &'a Table,
    (index, sheet): (usize, String),
    paper: PaperChoice,
) -> Plan<'a> {
    let about = &document.about;
    let number = format!("{} {}.", table.form.called, table.form.id);
    let mut titles = vec![number, forms::with_years(title(table), about.year)];
    titles.extend(about.region.clone());
    let mut remarks = vec![format!("Nama Perangkat Daerah : {}", document.office_of(table).unwrap_or("…"))];
    match table.unit {
        Unit::Rupiah => {}
        Unit::ThousandRupiah => remarks.push("Satuan uang : ribuan rupiah (Rp.000)".to_owned()),
        Unit::MillionRupiah => remarks.push("Satuan uang : jutaan rupiah (Rp juta)".to_owned()),
    }
    let columns = placed(table);
    let paths = paths(table, about.year);
    let depth = header::depth(&paths);
    // One empty row parts the titles from the remarks.
    let header = u32::try_from(titles.len() + 1 + remarks.len()).unwrap_or_default();
    let first_row = header + depth + u32::from(table.layout.number_row);
    let fitted = OnceCell::new();
    Plan { table, index, sheet, columns, paths, fitted, paper, titles, remarks, header, depth, first_row }
}

/// The table's name.
fn title(table: &Table) -> &'static str {
    table.layout.title.unwrap_or(table.form.title)
}

/// The header of each column of a table.
pub(super) fn paths(table: &Table, year: Option<u16>) -> Vec<Vec<String>> {
    table.columns.iter().map(|column| forms::headings(table, column, year)).collect()
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
