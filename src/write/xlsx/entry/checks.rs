//! Colours that tell at once what does not add up or is not known.

use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, Worksheet};

use super::formulas::{Formulas, is_blank_table, joined_code};
use super::reference::Lists;
use crate::model::{Kind, Role, Row, Tingkat, column_letters};
use crate::write::WriteError;
use crate::write::xlsx::plan::{Placed, Plan};

fn wrong() -> Format {
    Format::new()
        .set_background_color(Color::RGB(0x00F4_B183))
        .set_font_color(Color::RGB(0x009C_0006))
        .set_bold()
}

fn rule(condition: &str, format: Format) -> ConditionalFormatFormula {
    ConditionalFormatFormula::new().set_rule(condition).set_format(format)
}

/// Sets all colours of a table.
pub(super) fn colour(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    lists: &Lists,
    formulas: &Formulas,
) -> Result<(), WriteError> {
    contradictions(sheet, plan, formulas)?;
    let Some(last) = last_row(plan) else { return Ok(()) };
    for placed in plan.columns.iter().filter(|placed| placed.column.kind == Kind::Rupiah) {
        let cell = format!("{}{}", column_letters(placed.first), plan.first_row + 1);
        let text = rule(&format!("=AND(ISTEXT({cell}),TRIM({cell})<>\"\")"), wrong());
        sheet.add_conditional_format(plan.first_row, placed.first, last, placed.first, &text)?;
    }
    let open = |row: &Row| row.code.is_none() && row.level != Some(Tingkat::Jumlah);
    let code = plan.columns.iter().find(|placed| placed.column.role == Role::Code);
    let (Some(code), Some(first)) = (code, plan.table.rows.iter().position(open)) else { return Ok(()) };
    codes(sheet, plan, code, (first, last), lists)?;
    if is_blank_table(plan) {
        typed_parents(sheet, plan, code, last)?;
    }
    Ok(())
}

/// The sheet row of the last row that is no total.
fn last_row(plan: &Plan<'_>) -> Option<u32> {
    plan.table.rows.iter().rposition(|row| row.level != Some(Tingkat::Jumlah)).map(|index| plan.row(index))
}

/// A calculated cell that was overwritten with another number.
fn contradictions(sheet: &mut Worksheet, plan: &Plan<'_>, formulas: &Formulas) -> Result<(), WriteError> {
    for ((row, position), live) in formulas {
        let placed = plan.columns.iter().find(|placed| placed.position == *position);
        let (Some(placed), Some(check)) = (placed, &live.check) else { continue };
        let at = plan.row(*row);
        let cell = format!("{}{}", column_letters(placed.first), at + 1);
        let condition = format!("=IF(ISNUMBER({cell}),ABS({cell}-{check})>0.005,FALSE)");
        sheet.add_conditional_format(at, placed.first, at, placed.first, &rule(&condition, wrong()))?;
    }
    Ok(())
}

/// Codes that the reference does not have, and bold letters for the upper levels.
fn codes(
    sheet: &mut Worksheet,
    plan: &Plan<'_>,
    code: &Placed,
    (first, last): (usize, u32),
    lists: &Lists,
) -> Result<(), WriteError> {
    let top = plan.row(first);
    let number = top + 1;
    let columns = |text: &str| {
        // Relative to the row, fixed to the columns: the rule is one for the whole row.
        let mut text = text.to_owned();
        for at in code.first..=code.last() {
            let letters = column_letters(at);
            text = text.replace(&format!("{letters}{number}"), &format!("${letters}{number}"));
        }
        text
    };
    let joined = columns(&joined_code(plan, first, code, code.cells));
    let unknown = format!("=AND({joined}<>\"\",ISNA(MATCH({joined},{},0)))", lists.codes);
    sheet.add_conditional_format(top, code.first, last, code.last(), &rule(&unknown, wrong()))?;
    let upper = format!("=AND({joined}<>\"\",LEN({joined})<8)");
    let bold = rule(&upper, Format::new().set_bold());
    sheet.add_conditional_format(top, code.first, last, plan.last_column(), &bold)?;
    Ok(())
}

/// Parents typed by hand that are not the sum of the rows one level below them.
fn typed_parents(sheet: &mut Worksheet, plan: &Plan<'_>, code: &Placed, last: u32) -> Result<(), WriteError> {
    let amounts: Vec<&Placed> = plan
        .columns
        .iter()
        .filter(|placed| plan.table.form.adds_up && matches!(placed.column.role, Role::Amount(_)))
        .collect();
    let (top, bottom) = (plan.first_row + 1, last + 1);
    for (own, next) in levels(code.cells) {
        for placed in &amounts {
            let letters = column_letters(placed.first);
            let amounts = format!("{letters}${top}:{letters}${bottom}");
            let below = below(code, (top, bottom), own, next);
            let condition = format!(
                "=IF(AND({},ISNUMBER({letters}{top}),SUMPRODUCT({below},--ISNUMBER({amounts}))>0),\
                 ABS({letters}{top}-SUMPRODUCT({below},{amounts}))>0.005,FALSE)",
                ends_here(code, top, own)
            );
            let found = rule(&condition, wrong());
            sheet.add_conditional_format(plan.first_row, placed.first, last, placed.first, &found)?;
        }
    }
    Ok(())
}

/// For bidang, program and kegiatan: how far a code of the level reaches, and one of the level below; counted
/// in cells, or in characters where the whole code stands in one cell.
fn levels(cells: u16) -> Vec<(u16, u16)> {
    match cells {
        1 => vec![(4, 7), (7, 12), (12, 15), (12, 17)],
        6 => vec![(2, 3), (3, 5), (5, 6)],
        _ => vec![(2, 3), (3, 4), (4, 5)],
    }
}

/// Whether the code of a row ends after so many cells or characters.
fn ends_here(code: &Placed, row: u32, own: u16) -> String {
    let cell = |at: u16| format!("${}{row}", column_letters(code.first + at));
    if code.cells == 1 {
        return format!("LEN({})={own}", cell(0));
    }
    format!("{}<>\"\",{}=\"\"", cell(own - 1), cell(own))
}

/// The array that is 1 for the rows one level below.
fn below(code: &Placed, (top, bottom): (u32, u32), own: u16, next: u16) -> String {
    let cell = |at: u16| format!("${}{top}", column_letters(code.first + at));
    let range = |at: u16| format!("${0}${top}:${0}${bottom}", column_letters(code.first + at));
    if code.cells == 1 {
        return format!("(LEN({0})={next})*(LEFT({0},{own})={1})", range(0), cell(0));
    }
    let mut factors: Vec<String> = (0..own).map(|at| format!("({}={})", range(at), cell(at))).collect();
    factors.push(format!("({}<>\"\")", range(next - 1)));
    if next < code.cells {
        factors.push(format!("({}=\"\")", range(next)));
    }
    factors.join("*")
}
