//! The header of a table that we wrote as CSV: a row of the ids of its columns.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::header::{Columns, Header};
use super::plan::Read;
use crate::forms::{FORMS, resembling};
use crate::model::{
    At, Column, Form, Grid, Kind, Layout, OWN_CSV, Printed, Role, Slot, Standing, unknown, years,
};

/// A column and where it stands on the sheet.
pub(super) type Named = (&'static Column, u16);

/// The header, if a row is one: of the layout that has most of the ids, and of several the one that lacks the fewest.
pub(super) fn ids_header(grid: &Grid, row: u32) -> Option<Header> {
    let cells: BTreeMap<u16, String> =
        grid.row(row).map(|(at, raw)| (at.column, raw.shown().into_owned())).collect();
    // The reader has taken out what our CSV says of rows, and left the codes in their place.
    let [_, code, _] = OWN_CSV;
    let leading = u16::try_from(OWN_CSV.len()).unwrap_or_default();
    if cells.first_key_value() != Some((&1, &code.to_owned())) {
        return None;
    }
    let ids: Vec<(u16, &str)> = cells.range(leading..).map(|(column, id)| (*column, id.as_str())).collect();
    let layouts =
        FORMS.iter().copied().flat_map(|form| form.layouts.iter().map(move |layout| (form, layout)));
    let known = |layout: &Layout| ids.iter().filter(|(_, id)| layout.column(id).is_some()).count();
    let best = layouts.max_by_key(|(_, layout)| (known(layout), Reverse(layout.columns.len())));
    let (form, layout) = best.filter(|(_, layout)| known(layout) * 2 >= ids.len().max(1))?;
    let codes = layout.all_columns().find(|column| column.role == Role::Code).map(|column| (column, 1));
    let named = ids.iter().filter_map(|(at, id)| Some((column(form, layout, id)?, *at)));
    let columns = Columns::Named(codes.into_iter().chain(named).collect());
    Some(Header { form, layout, first_row: row, last_row: row, columns, numbers: BTreeMap::new() })
}

/// The column of an id: the layout's, else one that resembles the declared one with the beginning of its id, else one of
/// its own.
fn column(form: &Form, layout: &Layout, id: &str) -> Option<&'static Column> {
    if let Some(declared) = layout.column(id) {
        return Some(declared);
    }
    if let Some(number) = id.strip_prefix("lain_") {
        return unknown(number.parse().ok()?, Kind::Text);
    }
    let stem = |column: &Column| column.id.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_').len();
    let begins = |column: &&'static Column| {
        id.get(..stem(column)) == column.id.get(..stem(column))
            && id.get(stem(column)..).is_some_and(|rest| rest.starts_with('_'))
    };
    let declared = form.layouts.iter().flat_map(Layout::all_columns).filter(begins);
    resembling(declared.max_by_key(|column| stem(column))?, id)
}

/// The columns as they are read from such a header.
pub(super) fn read(header: &Header, named: &[Named]) -> Read {
    let slot = |at: u16| Slot { first: at, last: at };
    let printed = |column: &Column, at: u16| Printed {
        header: vec![column.id.to_owned()],
        year: years(column.id).first().copied(),
        slot: slot(at),
        number: None,
        standing: if column.id.starts_with("lain_") { Standing::Alone } else { Standing::Below },
        unit: None,
    };
    let added = || named.iter().filter(|(column, _)| !column.is_declared());
    Read {
        added: added().map(|(column, _)| *column).collect(),
        slots: named.iter().map(|(column, at)| (column.id, slot(*at))).collect(),
        printed: added().map(|(column, at)| (column.id, printed(column, *at))).collect(),
        leaves: named
            .iter()
            .map(|(column, at)| (At::new(header.first_row, *at), *column, column.id.to_owned()))
            .collect(),
        years: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Raw;

    fn grid(ids: &[&str]) -> Grid {
        let cells = ids.iter().zip(0_u16..).filter(|(id, _)| !id.is_empty());
        let cells: Vec<_> = cells.map(|(id, column)| (At::new(0, column), Raw::text(id))).collect();
        Grid::new("S", cells)
    }

    #[test]
    fn the_ids_tell_the_form_its_layout_and_what_the_file_added() {
        let grid = grid(&[
            "",
            "kode",
            "",
            "uraian",
            "indikator",
            "lokasi",
            "target",
            "pagu_sebelum",
            "pagu",
            "lain_1",
        ]);
        let header = ids_header(&grid, 0).unwrap();
        assert_eq!((header.form.id, header.layout.id), ("T-C.33", "permendagri"));
        let Columns::Named(named) = &header.columns else { panic!("the ids are its columns") };
        let read = read(&header, named);
        assert_eq!(read.slots["kode"].first, 1);
        assert_eq!(read.slots["pagu"].first, 8);
        let added: Vec<&str> = read.added.iter().map(|column| column.id).collect();
        assert_eq!(added, ["pagu_sebelum", "lain_1"]);
    }

    #[test]
    fn other_words_are_no_ids() {
        assert!(ids_header(&grid(&["", "kode", "", "nama", "alamat"]), 0).is_none());
        assert!(ids_header(&grid(&["kode", "uraian", "pagu"]), 0).is_none());
    }
}
