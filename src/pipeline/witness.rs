//! A written workbook read back by another reader than ours, cell by cell, and held against what the document says.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, DataRef, Reader as _, Xlsx};

use super::self_check::{Difference, self_check};
use super::wanted::Options;
use crate::model::{At, Document, Place};
use crate::write::xlsx::{Content, LayoutChoice, Marker, PlannedSheet, arranged, planned};

/// A cell of a written workbook that does not hold what was planned for it.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {found:?} in the written workbook instead of {wanted:?}")]
pub struct Misprint {
    /// Where it stands in the written workbook.
    pub place: String,
    /// What was planned; empty where nothing was.
    pub wanted: String,
    /// What is there; empty where nothing is.
    pub found: String,
}

/// Looks again at a written workbook: another reader must find in it what was planned. What a person decided depends on
/// more than the cells, so that a workbook in which anything is decided is cleaned again besides.
///
/// # Errors
/// The first difference.
pub(super) fn looked_at(
    document: &Document,
    options: &Options,
    bytes: &[u8],
    marker: Option<&Marker>,
) -> Result<(), Difference> {
    compared(&planned(document, options.xlsx.layout, marker), bytes)?;
    let is_decided =
        [document.decided.len(), document.kept.len(), document.unmet.len()].iter().any(|count| *count > 0);
    if is_decided {
        self_check(&arranged(document, options.xlsx.layout), bytes, options.solve)?;
    }
    Ok(())
}

/// Reads the table sheets of a written workbook and the sheet that says what it is, and compares every cell with what
/// the document asks for in that layout. That our own cleaning finds the same model in it again is not looked at.
///
/// # Errors
/// The first difference, in the order of sheets, rows and columns.
pub fn witnessed(document: &Document, layout: LayoutChoice, bytes: &[u8]) -> Result<(), Difference> {
    compared(&planned(document, layout, None), bytes)
}

fn compared(planned: &[PlannedSheet], bytes: &[u8]) -> Result<(), Difference> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    planned.iter().try_for_each(|sheet| same(&mut book, sheet))
}

fn unreadable(error: &calamine::XlsxError) -> Difference {
    Difference::Witness(error.to_string())
}

fn same(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &PlannedSheet) -> Result<(), Difference> {
    let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|error| unreadable(&error))?;
    let mut wanted = sheet.cells.iter().peekable();
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
        let found = cell.get_value();
        if is_blank(found) {
            continue;
        }
        let (row, column) = cell.get_position();
        let here = |at: (u32, u16)| at.0 == row && u32::from(at.1) == column;
        match wanted.peek() {
            Some((at, content)) if here(*at) && is(found, content) => {
                wanted.next();
            }
            Some((at, content)) if (at.0, u32::from(at.1)) <= (row, column) => {
                let found = if here(*at) { said(found) } else { String::new() };
                return Err(misprint(sheet, *at, told(content), found));
            }
            _ => {
                let at = (row, u16::try_from(column).unwrap_or(u16::MAX));
                return Err(misprint(sheet, at, String::new(), said(found)));
            }
        }
    }
    wanted.next().map_or(Ok(()), |(at, content)| Err(misprint(sheet, *at, told(content), String::new())))
}

fn is_blank(found: &DataRef<'_>) -> bool {
    match found {
        DataRef::Empty | DataRef::SharedString("") => true,
        DataRef::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Whether a cell holds just that: a number to the last bit, a text to the last character.
fn is(found: &DataRef<'_>, content: &Content) -> bool {
    match (found, content) {
        (DataRef::SharedString(found), Content::Text(wanted)) => found == wanted,
        (DataRef::String(found), Content::Text(wanted)) => found == wanted,
        (DataRef::Float(found), Content::Number(wanted)) => found.to_bits() == wanted.to_bits(),
        _ => false,
    }
}

fn said(found: &DataRef<'_>) -> String {
    Data::from(found.clone()).to_string()
}

fn told(content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone(),
        Content::Number(number) => number.to_string(),
    }
}

fn misprint(sheet: &PlannedSheet, (row, column): (u32, u16), wanted: String, found: String) -> Difference {
    let place = Place::new(&Arc::from(sheet.name.as_str()), At::new(row, column)).to_string();
    Difference::Misprint(Box::new(Misprint { place, wanted, found }))
}
