//! Sheets written as lines of text, and what is read from them.

use rapikan::model::{At, Container, Document, Grid, Raw, Workbook};
use rapikan::pipeline::{clean, self_check};
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{XlsxOptions, workbook};

/// A sheet whose cells are parted by bars; blank cells are left out.
pub fn sheet(name: &str, text: &str) -> Grid {
    let lines = (0_u32..).zip(text.lines());
    let cells = lines.flat_map(|(row, line)| {
        let texts = (0_u16..).zip(line.split('|')).filter(|(_, text)| !text.trim().is_empty());
        texts.map(move |(column, text)| (At::new(row, column), Raw::text(text.trim())))
    });
    Grid::new(name, cells.collect::<Vec<_>>())
}

/// What is read from some sheets; what is written of it cleans to itself.
pub fn read(sheets: Vec<Grid>) -> Document {
    let workbook = Workbook {
        file: "a.xlsx".to_owned(),
        sha256: String::new(),
        container: Container::Xlsx,
        sheets,
        notices: Vec::new(),
        walked: Vec::new(),
    };
    let document = clean(&workbook, SolveOptions::default()).unwrap();
    let bytes = workbook_of(&document);
    self_check(&document, &bytes, SolveOptions::default()).unwrap();
    document
}

/// The workbook that is written.
pub fn workbook_of(document: &Document) -> Vec<u8> {
    workbook(document, &XlsxOptions::default()).unwrap()
}

/// The texts of a column of the first table, row by row; `-` where it has no cell.
pub fn texts(document: &Document, id: &str) -> Vec<String> {
    let table = &document.tables[0];
    let rows = 0..table.rows.len();
    rows.map(|row| table.cell(row, id).map_or("-", |cell| cell.text()).to_owned()).collect()
}
