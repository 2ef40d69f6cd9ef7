//! Grades that are not those of the percents that they stand below.

use super::note;
use crate::forms::other_grade;
use crate::model::{Cell, Document, Finding, Said, Table, Tingkat, indonesian};
use crate::rules;

/// The notes of all tables.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let tables = document.tables.iter().enumerate();
    tables.flat_map(|(index, table)| in_table(index, table)).collect()
}

fn in_table(index: usize, table: &Table) -> Vec<Finding> {
    let graded = |row: &usize| table.rows.get(*row).is_some_and(|row| row.level == Some(Tingkat::Penilaian));
    let rows: Vec<usize> = (0..table.rows.len()).filter(graded).collect();
    let cell = |row: usize, column: usize| table.rows.get(row).and_then(|row| row.cells.get(column));
    let mut found = Vec::new();
    for (above, row) in rows.iter().zip(rows.iter().skip(1)).filter(|(above, row)| **above + 1 == **row) {
        for (position, column) in table.columns.iter().enumerate() {
            let percent = cell(*above, position).and_then(Cell::number);
            let Some((percent, grade)) = percent.zip(cell(*row, position)) else { continue };
            let Some(right) = other_grade(grade.text(), percent) else { continue };
            let (grade, shown) = (grade.text(), indonesian(percent, None, true));
            let message = Said::new(
                format!(
                    "Predikat “{grade}” untuk {shown} %: menurut skala nilainya “{right}”. Periksa keduanya."
                ),
                format!("The grade “{grade}” for {shown} %: by the scale it is “{right}”. Check both."),
            );
            found.push(note(index, table, column, &[*row, *above], (rules::plausibility::GRADE, message)));
        }
    }
    found
}
