//! One table in its official form.

use rust_xlsxwriter::{Format, FormatAlign, Formula, IgnoreError, Note, Worksheet};

use super::brush::{Brush, Style};
use super::heights::Heights;
use super::live::{self, Formulas, Lacking};
use super::look::{self, Tint};
use super::marks::{self, Choices, Happened};
use super::plan::{Placed, Plan, is_bold, total_label};
use super::value::{self, Value};
use super::{Audit, XlsxOptions, closing, code, header, print};
use crate::compare::LACKING;
use crate::forms;
use crate::model::{Cell, Document, Finding, Role, Row, Status, Tingkat};
use crate::write::WriteError;

/// What every cell of a sheet is written with.
struct Pen<'a> {
    document: &'a Document,
    plan: &'a Plan<'a>,
    happened: Happened<'a>,
    options: XlsxOptions,
    formulas: Formulas,
    /// The sums to which open amounts belong.
    lacking: Lacking,
}

/// The sheet of a table.
pub(super) fn worksheet(
    document: &Document,
    plan: &Plan<'_>,
    options: XlsxOptions,
    choices: &mut Choices,
) -> Result<Worksheet, WriteError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&plan.sheet)?;
    for (column, width) in (0..).zip(plan.widths()) {
        sheet.set_column_width(column, *width)?;
    }
    write_titles(&mut sheet, plan)?;
    write_header(&mut sheet, plan)?;
    let lacking = lacking(document, plan);
    let formulas = if options.live { live::formulas(plan, &lacking, options.reach) } else { Formulas::new() };
    let mut brush = Brush::default();
    let happened = Happened::of(document, plan.index);
    let pen = Pen { document, plan, happened, options, formulas, lacking };
    for (index, row) in plan.table.rows.iter().enumerate() {
        pen.write_row(&mut sheet, index, row, (choices, &mut brush))?;
    }
    brush.finish(&mut sheet)?;
    for placed in closing::placed(plan) {
        write_over(&mut sheet, placed.span(), &value::fitting(placed.text), &look::note())?;
    }
    outline(&mut sheet, plan)?;
    finish(&mut sheet, document, plan, &Heights::of(plan))?;
    Ok(sheet)
}

/// Sums that say of themselves that open amounts belong to them.
fn lacking(document: &Document, plan: &Plan<'_>) -> Lacking {
    let here = |finding: &&Finding| finding.rule() == LACKING && finding.table == Some(plan.index);
    let found = document.findings.iter().filter(here);
    found.filter_map(|finding| Some((finding.row?, plan.placed(finding.column?)?.position))).collect()
}

pub(super) fn write_titles(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), WriteError> {
    let last = plan.last_column();
    let mut row = 0;
    for title in &plan.titles {
        write_over(sheet, (row, 0, row, last), &value::fitting(title), &look::title())?;
        row += 1;
    }
    row += 1;
    for remark in &plan.remarks {
        write_over(sheet, (row, 0, row, last), &value::fitting(remark), &look::plain().set_bold())?;
        row += 1;
    }
    Ok(())
}

pub(super) fn write_header(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), WriteError> {
    let blocks = header::blocks(&plan.columns, &plan.paths);
    for block in &blocks {
        let (top, bottom) = (plan.header + block.top, plan.header + block.bottom);
        write_over(sheet, (top, block.left, bottom, block.right), &block.text, &look::header())?;
    }
    if plan.table.layout.number_row {
        let row = plan.header + plan.depth;
        for placed in &plan.columns {
            let format = look::number_row();
            let number = forms::number(plan.table, placed.column);
            write_over(sheet, (row, placed.first, row, placed.last()), number, &format)?;
        }
    }
    Ok(())
}

/// A text over a rectangle, which is merged only where it is more than a cell.
pub(super) fn write_over(
    sheet: &mut Worksheet,
    (top, left, bottom, right): (u32, u16, u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), WriteError> {
    if top == bottom && left == right {
        sheet.write_string_with_format(top, left, text, format)?;
    } else {
        sheet.merge_range(top, left, bottom, right, text, format)?;
    }
    Ok(())
}

impl Pen<'_> {
    fn write_row(
        &self,
        sheet: &mut Worksheet,
        index: usize,
        row: &Row,
        (choices, brush): (&mut Choices, &mut Brush),
    ) -> Result<(), WriteError> {
        let at = self.plan.row(index);
        let total = total_label(self.plan, row);
        let covered = total.map_or(0, |(_, _, columns)| columns);
        if let Some((placed, cell, columns)) = total {
            let format = look::body(true, self.tint(cell.status())).set_align(FormatAlign::Center);
            write_over(sheet, (at, 0, at, columns - 1), &value::fitting(cell.text()), &format)?;
            let note = self.note(index, placed, cell.status());
            marks::mark(sheet, (at, 0), note, (cell, placed.column), choices)?;
        }
        for placed in self.plan.columns.iter().filter(|placed| placed.first >= covered) {
            if placed.column.role == Role::Code {
                self.write_code(sheet, index, row, placed, brush)?;
            } else if let Some(cell) = row.cells.get(placed.position) {
                self.write_cell(sheet, (index, row), placed, cell, (choices, brush))?;
            }
        }
        Ok(())
    }

    fn tint(&self, status: Status) -> Option<Tint> {
        Tint::of(status).filter(|tint| self.options.audit != Audit::None || *tint == Tint::Open)
    }

    fn note(&self, index: usize, placed: &Placed, status: Status) -> Option<Note> {
        let about = (self.plan, &self.happened);
        marks::note(self.document, about, (index, placed.column.id), status, self.options)
    }

    fn write_cell(
        &self,
        sheet: &mut Worksheet,
        (index, row): (usize, &Row),
        placed: &Placed,
        cell: &Cell,
        (choices, brush): (&mut Choices, &mut Brush),
    ) -> Result<(), WriteError> {
        let (at, column) = (self.plan.row(index), placed.first);
        let lacks = self.lacking.contains(&(index, placed.position));
        let status = if lacks { Status::Unresolved } else { cell.status() };
        let tint = self.tint(status);
        let indent = self.plan.indent(placed) > 0.0;
        let mut style = Style { bold: is_bold(row), tint, align: align(placed), indent, shown: None };
        match value::of(cell, placed.column) {
            Value::Blank => {}
            Value::Text(text) => {
                sheet.write_string(at, column, text)?;
            }
            Value::Number(number, shown) => {
                style.shown = Some(shown);
                match self.formulas.get(&(index, placed.position)) {
                    Some(formula) => {
                        let result = number.normalize().to_string();
                        sheet.write_formula(at, column, Formula::new(formula).set_result(result))?;
                    }
                    None => {
                        sheet.write_number(at, column, value::stored(number))?;
                    }
                }
            }
        }
        brush.paint(sheet, (at, column), style)?;
        let note = self.note(index, placed, status);
        marks::mark(sheet, (at, column), note, (cell, placed.column), choices)
    }

    /// A settled code a part a cell; else what is printed, over all code cells.
    fn write_code(
        &self,
        sheet: &mut Worksheet,
        index: usize,
        row: &Row,
        placed: &Placed,
        brush: &mut Brush,
    ) -> Result<(), WriteError> {
        let at = self.plan.row(index);
        let (bold, tint) = (is_bold(row), self.tint(row.code_status));
        let mut style = Style { bold, tint, align: FormatAlign::General, indent: false, shown: None };
        let printed = row.cells.get(placed.position).map_or("", Cell::text);
        if let Some(found) = &row.code {
            if placed.cells > 1 {
                style.align = FormatAlign::Center;
            }
            for (column, part) in (placed.first..).zip(code::split(found, placed.cells)) {
                if !part.is_empty() {
                    sheet.write_string(at, column, part)?;
                }
                brush.paint(sheet, (at, column), style.clone())?;
            }
        } else if printed.is_empty() {
            for column in placed.first..=placed.last() {
                brush.paint(sheet, (at, column), style.clone())?;
            }
        } else {
            let (over, format) = ((at, placed.first, at, placed.last()), style.format());
            write_over(sheet, over, &value::fitting(printed), &format)?;
        }
        if let Some(note) = self.note(index, placed, row.code_status) {
            sheet.insert_note(at, placed.first, &note)?;
        }
        Ok(())
    }
}

/// Where the contents of a column stand in its cells.
pub(super) fn align(placed: &Placed) -> FormatAlign {
    match placed.column.role {
        Role::Ordinal | Role::Target => FormatAlign::Center,
        _ if placed.column.kind.is_numeric() => FormatAlign::Right,
        _ => FormatAlign::Left,
    }
}

/// Groups the rows below each parent, so that a level can be folded away.
pub(super) fn outline(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), WriteError> {
    sheet.group_symbols_above(true);
    let rows = &plan.table.rows;
    for (index, row) in rows.iter().enumerate() {
        let Some(level) = row.level.filter(|level| *level <= Tingkat::Kegiatan) else { continue };
        let below = rows
            .iter()
            .skip(index + 1)
            .take_while(|next| next.level.is_some_and(|next| next > level && next != Tingkat::Jumlah));
        let below = below.count();
        if below > 0 {
            sheet.group_rows(plan.row(index + 1), plan.row(index + below))?;
        }
    }
    Ok(())
}

pub(super) fn finish(
    sheet: &mut Worksheet,
    document: &Document,
    plan: &Plan<'_>,
    heights: &Heights,
) -> Result<(), WriteError> {
    heights.set(sheet)?;
    print::hold_header(sheet, plan.header, plan.first_row, plan.pinned())?;
    let office = document.office_of(plan.table).unwrap_or_default();
    print::set_up_table(sheet, plan, heights, &format!("{} · {office}", plan.table.form.id))?;
    let last = plan.row(plan.rows());
    // Codes and targets are text on purpose: no green corners.
    sheet.ignore_error_range(plan.header, 0, last, plan.last_column(), IgnoreError::NumberStoredAsText)?;
    Ok(())
}
