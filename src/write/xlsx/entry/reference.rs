//! The sheet with everything that may be chosen.

use std::collections::BTreeSet;

use rust_xlsxwriter::Worksheet;

use crate::model::{Kode, column_letters};
use crate::write::WriteError;
use crate::write::xlsx::{code, look, print, value};

/// The name of the sheet.
const SHEET: &str = "Acuan";

/// What may be chosen in a workbook that is typed into.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// Codes with their names, in the order in which they are offered.
    pub entries: Vec<(Kode, String)>,
    /// Units of measurement.
    pub units: Vec<String>,
    /// Sources of funds.
    pub funds: Vec<String>,
}

/// Where the lists stand on the sheet.
#[derive(Debug)]
pub(super) struct Lists {
    /// Absolute ranges with the sheet's name.
    pub(super) codes: String,
    pub(super) names: String,
    pub(super) units: String,
    pub(super) funds: String,
    trees: Vec<Tree>,
}

/// The parts that may follow each beginning of a code, for one way of splitting codes into cells.
#[derive(Debug)]
struct Tree {
    cells: u16,
    keys: String,
    first_part: String,
}

impl Lists {
    /// The formula that lists what may stand in a code cell, given the text expression that joins the cells to
    /// its left.
    pub(super) fn parts(&self, cells: u16, before: &str) -> Option<String> {
        let tree = self.trees.iter().find(|tree| tree.cells == cells)?;
        let Tree { keys, first_part, .. } = tree;
        Some(format!("=OFFSET({first_part},MATCH({before},{keys},0)-1,0,COUNTIF({keys},{before}),1)"))
    }
}

/// The key of the parts that follow a beginning. The letter keeps spreadsheets from reading a number.
pub(super) fn key(parts: &[String]) -> String {
    format!("k{}", parts.join("."))
}

/// The sheet and where its lists stand; one tree for each number of code cells.
pub(super) fn worksheet(
    reference: &Reference,
    splits: &BTreeSet<u16>,
) -> Result<(Worksheet, Lists), WriteError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(SHEET)?;
    let (codes, names): (Vec<String>, Vec<String>) =
        reference.entries.iter().map(|(code, name)| (code.to_string(), name.clone())).unzip();
    let mut lists = Lists {
        codes: list(&mut sheet, 0, "Kode", 20.0, &codes)?,
        names: list(&mut sheet, 1, "Nama", 90.0, &names)?,
        units: list(&mut sheet, 2, "Satuan", 24.0, &reference.units)?,
        funds: list(&mut sheet, 3, "Sumber dana", 50.0, &reference.funds)?,
        trees: Vec::new(),
    };
    for (column, cells) in (5_u16..).step_by(2).zip(splits.iter().filter(|cells| **cells > 1)) {
        let (keys, parts) = tree(reference, *cells);
        let keys = list(&mut sheet, column, "Awal kode", 18.0, &keys)?;
        list(&mut sheet, column + 1, "Lanjutan", 10.0, &parts)?;
        sheet.set_column_hidden(column)?.set_column_hidden(column + 1)?;
        let first_part = format!("{SHEET}!${}$2", column_letters(column + 1));
        lists.trees.push(Tree { cells: *cells, keys, first_part });
    }
    sheet.set_freeze_panes(1, 0)?;
    print::set_up(&mut sheet, &[184.0], SHEET);
    sheet.protect();
    Ok((sheet, lists))
}

/// Every beginning with every part that follows it, those of one beginning together.
fn tree(reference: &Reference, cells: u16) -> (Vec<String>, Vec<String>) {
    let mut nodes: BTreeSet<(String, String)> = BTreeSet::new();
    for (code, _) in &reference.entries {
        let parts = code::split(code, cells);
        let filled: Vec<String> = parts.into_iter().take_while(|part| !part.is_empty()).collect();
        for (depth, part) in filled.iter().enumerate() {
            nodes.insert((key(filled.get(..depth).unwrap_or_default()), part.clone()));
        }
    }
    nodes.into_iter().unzip()
}

/// One column of the sheet; gives its range, which has one cell at least.
fn list(
    sheet: &mut Worksheet,
    column: u16,
    heading: &str,
    width: f64,
    texts: &[String],
) -> Result<String, WriteError> {
    sheet.set_column_width(column, width)?;
    sheet.write_string_with_format(0, column, heading, &look::header())?;
    let format = look::plain();
    for (row, text) in (1..).zip(texts) {
        sheet.write_string_with_format(row, column, value::fitting(text), &format)?;
    }
    let letters = column_letters(column);
    Ok(format!("{SHEET}!${letters}$2:${letters}${}", texts.len().max(1) + 1))
}
