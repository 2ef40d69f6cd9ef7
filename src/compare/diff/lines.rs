//! The rows of a form as they are looked for in the other version.

use super::Side;
use crate::model::{Cell, Column, Place, Role, Row, Table, Tingkat, letters};

/// A row with what it is known by.
pub(super) struct Line<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
    /// The position of the table among those of its form.
    pub(super) number: usize,
    /// Its position among the rows of the table.
    pub(super) index: usize,
    /// The letters of its name.
    pub(super) name: String,
    /// The letters of its places.
    pub(super) place: String,
    /// Of a row without a code, the letters of the name above it that has one: two rows of one name below two
    /// kegiatan are two things. Before it the letters of the office, where a version has tables of several.
    pub(super) context: String,
    /// That name as it is written.
    below: String,
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
            below: self.below.clone(),
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
    for (number, table) in tables.iter().enumerate() {
        let mut above: (String, String) = (String::new(), String::new());
        let office = table.office.as_deref().map(letters).unwrap_or_default();
        let says = |(_, row): &(usize, &Row)| row.cells.iter().any(|cell| !cell.is_empty());
        for (index, row) in table.rows.iter().enumerate().filter(says) {
            let [name, place, context, below] = [const { String::new() }; 4];
            let mut line = Line { table, row, number, index, name, place, context, below };
            // Some call their total Jumlah, some TOTAL.
            let name = match row.level {
                Some(Tingkat::Jumlah) => "jumlah".to_owned(),
                _ => letters(line.text_of(Role::Name)),
            };
            line.place = letters(line.text_of(Role::Location));
            line.context.clone_from(&office);
            if row.code.is_some() {
                above = (line.text_of(Role::Name).to_owned(), name.clone());
            } else if row.level != Some(Tingkat::Jumlah) {
                line.below.clone_from(&above.0);
                line.context.push_str(&above.1);
            }
            line.name = name;
            lines.push(line);
        }
    }
    lines
}
