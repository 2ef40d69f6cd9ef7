//! The tables of an audit as tables of the model, which laws can be taken from.

use super::file::{AuditCell, AuditRow, AuditTable};
use crate::codification::LEGACY_SHAPES;
use crate::forms::{added, form};
use crate::model::{
    At, Cell, Column, Kode, Meaning, Role, Row, Shape, Span, Table, Tingkat, Unit, UnitGround,
};

impl AuditTable {
    /// The ids of the columns whose headers stand above a column of the sheet.
    pub(super) fn headers_above(&self, column: u16) -> impl Iterator<Item = &str> {
        self.columns.iter().filter(move |header| header.is_above(column)).map(|header| header.id.as_str())
    }

    /// The shape in which every coded row of a table has its level: a code of the edition of 2006 does not say itself which
    /// of its parts are those of the office.
    fn shape(&self) -> Option<Shape> {
        let coded = || self.rows.iter().filter_map(|row| Some((row.code.as_deref()?, row.level.as_deref()?)));
        let has_level = |(code, level): (&str, &str), shape: Shape| {
            Kode::legacy(code, shape).is_some_and(|code| code.tingkat().name() == level)
        };
        LEGACY_SHAPES.into_iter().find(|shape| coded().all(|row| has_level(row, *shape)))
    }

    pub(super) fn model(&self, is_legacy: bool) -> Option<Table> {
        let form = form(&self.form)?;
        let layout = form.layouts.iter().find(|layout| layout.id == self.layout)?;
        let printed = |id: &str| self.rows.iter().any(|row| row.cells.contains_key(id));
        let optional = layout.optional.iter().filter(|column| printed(column.id));
        let added = self.columns.iter().filter(|column| !column.declared).filter_map(|column| {
            added(form, layout, &column.id, column.like.as_deref(), column.role == "money")
        });
        let columns: Vec<&'static Column> = layout.columns.iter().chain(optional).chain(added).collect();
        // Which columns the header prints tells which formulas the table has.
        let named = |id: &str| columns.iter().find(|column| column.id == id).map(|column| column.id);
        let printed = self.columns.iter().filter_map(|header| Some((named(&header.id)?, header.printed())));
        let printed = printed.collect();
        let shape = if is_legacy { self.shape() } else { None };
        let rows = self.rows.iter().map(|row| row.model(&columns, shape)).collect();
        let at = At::new(0, 0);
        Some(Table {
            id: self.id.clone(),
            form,
            layout,
            columns,
            printed,
            sheet: std::sync::Arc::from(""),
            range: Span { first: at, last: at },
            titles: Vec::new(),
            unit: Unit::Rupiah,
            unit_ground: UnitGround::default(),
            office: None,
            heads_are_stated: false,
            sections: Vec::new(),
            rows,
            notes: Vec::new(),
        })
    }
}

impl AuditRow {
    fn model(&self, columns: &[&'static Column], shape: Option<Shape>) -> Row {
        let read = |code: &str| match shape {
            Some(shape) => Kode::legacy(code, shape),
            None => code.parse().ok(),
        };
        let code: Option<Kode> = self.code.as_deref().and_then(read);
        let cell = |column: &&&'static Column| {
            if column.role == Role::Code {
                let text = self.code.as_deref().or(self.printed_code.as_deref()).unwrap_or_default();
                return Cell::as_read(text, Meaning::default(), Vec::new());
            }
            self.cells.get(column.id).map_or_else(Cell::default, AuditCell::model)
        };
        Row {
            level: self.level.as_deref().and_then(Tingkat::from_name),
            code,
            of: self.of,
            source_rows: Vec::new(),
            cells: columns.iter().map(|column| cell(&column)).collect(),
            ..Row::default()
        }
    }
}

impl AuditCell {
    fn model(&self) -> Cell {
        let meaning = Meaning { number: self.number, unit: self.unit.clone(), items: Vec::new() };
        Cell::as_read(self.text.as_str(), meaning, Vec::new())
    }
}
