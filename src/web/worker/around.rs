//! What stood around a cell of the input, for a person who judges what became of it.

use serde_json::{Value, json};

use crate::model::{At, Place, Workbook, column_letters};

/// Rows above and below.
const ROWS: u32 = 1;
/// Columns on each side.
const COLUMNS: u16 = 2;
/// Characters of a neighbour that are shown.
const SHOWN: usize = 90;

/// The cell and its neighbours as the input shows them, row by row; `null` where there is no such sheet.
pub(super) fn around(workbook: &Workbook, place: &Place) -> Value {
    let Some(sheet) = workbook.sheets.iter().find(|sheet| sheet.name == place.sheet) else {
        return Value::Null;
    };
    let at = place.at;
    let rows = at.row.saturating_sub(ROWS)..=at.row.saturating_add(ROWS);
    let columns = at.column.saturating_sub(COLUMNS)..=at.column.saturating_add(COLUMNS);
    let text = |row, column| sheet.get(At::new(row, column)).map(|raw| cut(&raw.shown())).unwrap_or_default();
    let lines: Vec<Vec<String>> =
        rows.clone().map(|row| columns.clone().map(|column| text(row, column)).collect()).collect();
    json!({
        "sheet": &*place.sheet,
        "rows": rows.map(|row| row + 1).collect::<Vec<_>>(),
        "columns": columns.map(column_letters).collect::<Vec<_>>(),
        "here": [at.row_number(), column_letters(at.column)],
        "lines": lines,
    })
}

fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Container, Grid, Raw};

    #[test]
    fn neighbours_are_told_as_they_stood() {
        let cells = [(At::new(0, 0), Raw::text("1,00 0")), (At::new(1, 1), Raw::text("sebelah"))];
        let workbook = Workbook {
            file: String::new(),
            sha256: String::new(),
            container: Container::Xlsx,
            sheets: vec![Grid::new("A", cells)],
            notices: Vec::new(),
            walked: Vec::new(),
        };
        let told = around(&workbook, &Place::new(&Arc::from("A"), At::new(0, 0)));
        assert_eq!(told["lines"], json!([["1,00 0", "", ""], ["", "sebelah", ""]]));
        assert_eq!((&told["rows"], &told["columns"]), (&json!([1, 2]), &json!(["A", "B", "C"])));
        assert!(around(&workbook, &Place::new(&Arc::from("B"), At::new(0, 0))).is_null());
    }
}
