//! One table to type into.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, Format, FormatAlign, Formula, ProtectionOptions, Worksheet,
};

use super::checks;
use super::formulas::{self, Formulas, Live};
use super::reference::{self, Lists};
use crate::model::{Cell, Document, Kind, Role, Row, Tingkat, column_letters};
use crate::write::WriteError;
use crate::write::xlsx::heights::Heights;
use crate::write::xlsx::plan::{Placed, Plan, is_bold, total_label};
use crate::write::xlsx::sheet::{align, finish, outline, write_header, write_over, write_titles};
use crate::write::xlsx::value::{self, Value};
use crate::write::xlsx::{closing, code, look};

/// The ground of cells that nobody types into.
const FILLED: Color = Color::RGB(0x00F2_F2F2);

/// The sheet of a table.
pub(super) fn worksheet(
    document: &Document,
    plan: &Plan<'_>,
    lists: &Lists,
    names: &BTreeMap<String, String>,
) -> Result<Worksheet, WriteError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&plan.sheet)?;
    // A formula that shows nothing yet has the result nothing, not 0.
    sheet.set_formula_result_default("");
    for (column, width) in (0..).zip(plan.widths()) {
        sheet.set_column_width(column, *width)?;
    }
    write_titles(&mut sheet, plan)?;
    write_header(&mut sheet, plan)?;
    let formulas = formulas::formulas(plan, lists, names);
    for (index, row) in plan.table.rows.iter().enumerate() {
        write_row(&mut sheet, plan, (index, row), &formulas)?;
    }
    write_notes(&mut sheet, plan)?;
    offer(&mut sheet, plan, lists)?;
    checks::colour(&mut sheet, plan, lists, &formulas)?;
    outline(&mut sheet, plan)?;
    finish(&mut sheet, document, plan, &Heights::of(plan).growing())?;
    // Rows and columns may be made larger or hidden.
    let allowed =
        ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() };
    sheet.protect_with_options(&allowed);
    Ok(sheet)
}

fn write_row(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    (index, row): (usize, &Row),
    formulas: &Formulas,
) -> Result<(), WriteError> {
    let at = plan.row(index);
    let total = total_label(plan, row);
    let covered = total.map_or(0, |(_, _, columns)| columns);
    if let Some((_, cell, columns)) = total {
        let format = locked(look::body(true, None)).set_align(FormatAlign::Center);
        write_over(sheet, (at, 0, at, columns - 1), &value::fitting(cell.text()), &format)?;
    }
    for placed in plan.columns.iter().filter(|placed| placed.first >= covered) {
        let format = look::body(is_bold(row), None).set_align(align(placed));
        match (placed.column.role, formulas.get(&(index, placed.position))) {
            (Role::Code, _) => write_code(sheet, at, row, placed)?,
            (_, Some(live)) => write_live(sheet, (at, placed), format, live)?,
            _ => write_input(sheet, (at, placed), format, row)?,
        }
    }
    Ok(())
}

/// What stands below the table, and a row to type into below each label.
fn write_notes(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), WriteError> {
    let format = look::note().set_unlocked();
    let notes = closing::placed(plan);
    let used = |row: u32| notes.iter().any(|note| note.row == row);
    for note in &notes {
        write_over(sheet, note.span(), &value::fitting(note.text), &format)?;
        let (row, first, _, last) = note.span();
        if note.text.ends_with(':') && !used(row + 1) {
            write_over(sheet, (row + 1, first, row + 1, last), "", &format)?;
        }
    }
    Ok(())
}

fn locked(format: Format) -> Format {
    format.set_background_color(FILLED)
}

/// Settled codes are locked; the cells of a row still to be typed take text, lest 01 become 1.
fn write_code(sheet: &mut Worksheet, at: u32, row: &Row, placed: &Placed) -> Result<(), WriteError> {
    let format = look::body(is_bold(row), None);
    let format = if placed.cells > 1 { format.set_align(FormatAlign::Center) } else { format };
    let Some(found) = &row.code else {
        let format = format.set_num_format("@").set_unlocked();
        for column in placed.first..=placed.last() {
            sheet.write_blank(at, column, &format)?;
        }
        return Ok(());
    };
    let format = locked(format);
    for (column, part) in (placed.first..).zip(code::split(found, placed.cells)) {
        if part.is_empty() {
            sheet.write_blank(at, column, &format)?;
        } else {
            sheet.write_string_with_format(at, column, part, &format)?;
        }
    }
    Ok(())
}

fn write_live(
    sheet: &mut Worksheet,
    (at, placed): (u32, &Placed),
    format: Format,
    live: &Live,
) -> Result<(), WriteError> {
    let format = match placed.column.kind {
        Kind::Percent => format.set_num_format("#,##0.00"),
        kind if kind.is_numeric() => format.set_num_format("#,##0.##"),
        _ => format,
    };
    let format = if live.open { format.set_unlocked() } else { locked(format) };
    let formula = Formula::new(&live.formula).set_result(value::fitting(&live.result));
    sheet.write_formula_with_format(at, placed.first, formula, &format)?;
    Ok(())
}

/// What a person types, or has typed before. An urusan has nothing of its own.
fn write_input(
    sheet: &mut Worksheet,
    (at, placed): (u32, &Placed),
    format: Format,
    row: &Row,
) -> Result<(), WriteError> {
    let cell = row.cells.get(placed.position);
    let named =
        placed.column.role == Role::Name && row.level.is_some_and(|level| level <= Tingkat::SubKegiatan);
    let closed = named || matches!(row.level, Some(Tingkat::Urusan | Tingkat::Jumlah));
    let format = if closed { locked(format) } else { format.set_unlocked() };
    match cell.map_or(Value::Blank, |cell: &Cell| value::of(cell, placed.column)) {
        Value::Text(text) => sheet.write_string_with_format(at, placed.first, text, &format)?,
        Value::Number(number, shown) => sheet.write_number_with_format(
            at,
            placed.first,
            value::stored(number),
            &format.set_num_format(shown),
        )?,
        Value::Blank => {
            let shown = match placed.column.kind {
                Kind::Rupiah | Kind::MeasureOrRupiah => "#,##0",
                Kind::Percent => "#,##0.00",
                _ => "General",
            };
            sheet.write_blank(at, placed.first, &format.set_num_format(shown))?
        }
    };
    Ok(())
}

/// Lists to choose from and limits of what may be typed.
fn offer(sheet: &mut Worksheet, plan: &Plan<'_>, lists: &Lists) -> Result<(), WriteError> {
    let rows = &plan.table.rows;
    let body = rows.iter().take_while(|row| row.level != Some(Tingkat::Jumlah)).count();
    let Some(last) = body.checked_sub(1).map(|last| plan.row(last)) else { return Ok(()) };
    for placed in &plan.columns {
        let choice = |range: &str| {
            DataValidation::new()
                .allow_list_formula(Formula::new(format!("={range}")))
                .show_error_message(false)
        };
        let rule = match (placed.column.role, placed.column.kind) {
            (Role::Code, _) => {
                offer_codes(sheet, plan, placed, lists)?;
                continue;
            }
            (Role::Name | Role::TwinName, _) if plan.table.form.levels.contains(&Tingkat::Program) => {
                choice(&lists.names)
            }
            (Role::FundingSource, _) => choice(&lists.funds),
            (Role::Target, Kind::Measure) => choice(&lists.units)
                .set_input_title("Jumlah dan satuan")?
                .set_input_message("Misalnya 12 Dokumen atau 95,5 %. Daftar ini memuat satuannya.")?,
            (_, Kind::Rupiah) => DataValidation::new()
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                .set_error_title("Bukan angka")?
                .set_error_message("Tulis rupiah sebagai angka tanpa titik, misalnya 3041815466.")?,
            _ => continue,
        };
        sheet.add_data_validation(plan.first_row, placed.first, last, placed.first, &rule)?;
    }
    Ok(())
}

/// Each code cell of the rows still to be typed offers what may follow the cells to its left.
fn offer_codes(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    placed: &Placed,
    lists: &Lists,
) -> Result<(), WriteError> {
    let open = |row: &Row| row.code.is_none() && row.level != Some(Tingkat::Jumlah);
    let Some(first) = plan.table.rows.iter().position(open) else { return Ok(()) };
    let Some(last) = plan.table.rows.iter().rposition(open) else { return Ok(()) };
    for depth in 0..placed.cells {
        let list = if placed.cells > 1 {
            let number = plan.row(first) + 1;
            let left = placed.first..placed.first + depth;
            let left: Vec<String> = left.map(|at| format!("${}{number}", column_letters(at))).collect();
            let start = format!("\"{}\"", reference::key(&[]));
            let before = if left.is_empty() { start } else { format!("{start}&{}", left.join("&\".\"&")) };
            lists.parts(placed.cells, &before)
        } else {
            Some(format!("={}", lists.codes))
        };
        let Some(list) = list else { continue };
        let rule = DataValidation::new().allow_list_formula(Formula::new(list)).show_error_message(false);
        let column = placed.first + depth;
        sheet.add_data_validation(plan.row(first), column, plan.row(last), column, &rule)?;
    }
    Ok(())
}
