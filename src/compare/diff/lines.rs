//! The rows of a form as they are looked for in the other version.

use super::Side;
use crate::model::{Cell, Column, Kode, Place, Role, Row, Table, Tingkat, letters};

/// A row with what it is known by.
pub(super) struct Line<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
    /// The letters of its name.
    pub(super) name: String,
    /// The letters of its places.
    pub(super) place: String,
    /// Of a row without a code, the letters of the name above it that has one: two rows of one name below two
    /// kegiatan are two things.
    pub(super) context: String,
}

impl<'a> Line<'a> {
    pub(super) fn cell(&self, column: &Column) -> Option<&'a Cell> {
        self.row.cells.get(self.table.position(column.id)?)
    }

    fn text_of(&self, role: Role) -> &'a str {
        let column = self.table.columns.iter().find(|column| column.role == role);
        column.and_then(|column| self.cell(column)).map_or("", Cell::text)
    }

    pub(super) fn side(&self) -> Side {
        let column = self.table.columns.iter().find(|column| column.role == Role::Name);
        let cell = column.and_then(|column| self.cell(column));
        Side {
            code: self.row.code.clone(),
            name: cell.map_or("", Cell::text).to_owned(),
            place: cell.and_then(|cell| cell.sources().first().cloned()).or_else(|| self.first_place()),
        }
    }

    fn first_place(&self) -> Option<Place> {
        self.row.cells.iter().find_map(|cell| cell.sources().first().cloned())
    }
}

/// The rows of the tables of a form that say anything.
pub(super) fn lines(tables: &[Table]) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for table in tables {
        let mut above: (Option<&Kode>, String) = (None, String::new());
        for row in table.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())) {
            let mut line =
                Line { table, row, name: String::new(), place: String::new(), context: String::new() };
            // Some call their total Jumlah, some TOTAL.
            let name = match row.level {
                Some(Tingkat::Jumlah) => "jumlah".to_owned(),
                _ => letters(line.text_of(Role::Name)),
            };
            line.place = letters(line.text_of(Role::Location));
            if row.code.is_some() {
                above = (row.code.as_ref(), name.clone());
            } else if row.level != Some(Tingkat::Jumlah) {
                line.context.clone_from(&above.1);
            }
            line.name = name;
            lines.push(line);
        }
    }
    lines
}
