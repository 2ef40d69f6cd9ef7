//! How wide the columns of a table wish to be, and how wide they must be so that no number and no code breaks and no row is
//! higher than Excel allows.

use rust_decimal::Decimal;
use rust_xlsxwriter::FormatAlign;

use super::paper::{Need, Pad};
use super::plan::{Placed, is_bold};
use super::sheet::align;
use super::value::Value;
use super::{code, measure, value};
use crate::model::{Kind, Role, Table};

/// The narrowest cell that shows one part of a code, where nothing is tight.
const CODE_CELL: f64 = 3.2;
/// No column grows wider than this for the sake of a long text.
const WIDEST: f64 = 150.0;
/// A longer word is no number and no code.
const LONGEST_CODE: f64 = 24.0;
/// No column of texts is narrower.
const NARROWEST: f64 = 8.0;
/// What an amount that is typed later may need: `99.999.999.999`.
const AMOUNT: Decimal = Decimal::from_parts(0x4876_E7FF, 0x17, 0, false, 0);

/// What each column of the sheet wishes and needs.
pub(super) fn needs(table: &Table, columns: &[Placed], paths: &[Vec<String>]) -> Vec<Need> {
    let mut needs = Vec::new();
    for (placed, path) in columns.iter().zip(paths) {
        if placed.column.role == Role::Code {
            needs.extend(code_needs(table, placed));
        } else {
            let wished = text_width(table, placed);
            needs.push(Need { wished, ..need(table, placed, path) });
        }
    }
    needs
}

/// Each code cell as wide as its longest part asks for.
fn code_needs(table: &Table, placed: &Placed) -> Vec<Need> {
    let wished = CODE_CELL.max(placed.column.width / f64::from(placed.cells) - 0.6);
    let mut needs =
        vec![Need { wished, firm: measure::width("0", false), ..Need::default() }; placed.cells.into()];
    for code in table.rows.iter().filter_map(|row| row.code.as_ref()) {
        for (need, part) in needs.iter_mut().zip(code::split(code, placed.cells)) {
            let length = f64::from(u32::try_from(part.len()).unwrap_or_default());
            need.wished = need.wished.max(length + 0.8);
            need.firm = need.firm.max(measure::width(&part, true));
        }
    }
    needs
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
                while width < WIDEST
                    && !measure::surely_fits(&text, width, is_bold(row))
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

/// What the longest number, code and word ask for, those of the header too, and the highest cell.
fn need(table: &Table, placed: &Placed, path: &[String]) -> Need {
    let label = path.last().map_or("", String::as_str);
    let pad = match align(placed) {
        FormatAlign::Center => Pad::None,
        FormatAlign::Right => Pad::Number,
        _ => Pad::Text,
    };
    let mut need = Need { word: words(label, true).1, pad, ..Need::default() };
    // The header of the names is a list of words without blanks.
    if placed.column.role == Role::Name {
        need.firm = need.word;
    }
    if placed.column.kind == Kind::Rupiah {
        need.firm = need.firm.max(measure::number_width(AMOUNT, 0));
    }
    for row in &table.rows {
        let Some(cell) = row.cells.get(placed.position) else { continue };
        match value::of(cell, placed.column) {
            Value::Number(number, format) => {
                let places = format.split('.').nth(1).map_or(0, str::len);
                need.firm = need.firm.max(measure::number_width(number, places));
            }
            Value::Text(text) => need_of_text(&mut need, &text, is_bold(row)),
            Value::Blank => {}
        }
    }
    need
}

fn need_of_text(need: &mut Need, text: &str, bold: bool) {
    let (firm, word) = words(text, bold);
    need.firm = need.firm.max(firm);
    need.word = need.word.max(word);
    while need.firm < WIDEST
        && !measure::surely_fits(text, need.firm.max(NARROWEST), bold)
        && !measure::fits(measure::lines(text, need.firm.max(NARROWEST), bold))
    {
        need.firm = need.firm.max(NARROWEST) * 1.1;
    }
}

/// The widths of the longest word that is never broken, for it has a digit in it, and of the longest one.
fn words(text: &str, bold: bool) -> (f64, f64) {
    let mut widths = (0.0_f64, 0.0_f64);
    for word in text.split_whitespace() {
        let width = measure::width(word, bold);
        widths.1 = widths.1.max(width);
        if word.contains(|c: char| c.is_ascii_digit()) {
            widths.0 = widths.0.max(width.min(LONGEST_CODE));
        }
    }
    widths
}
