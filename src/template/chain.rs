//! What a template takes over from another form: the plan of a year from the Renstra, the evaluation from the plan.

use super::carry::{settled, translated};
use super::{Wanted, row, text};
use crate::model::{Cell, Column, Document, Role, Row, Table, Tingkat};
use crate::write::xlsx::{LayoutChoice, arranged};

/// Where a value stands in the other form.
#[derive(Clone, Copy)]
enum From {
    /// In this column.
    Column(&'static str),
    /// Of the years of a period whose ids begin so, in that of the wanted year plus so many.
    OfYear(&'static str, u16),
}

/// What a form takes from another.
struct Link {
    form: &'static str,
    from: &'static str,
    /// Whether rows that the table lacks are added.
    adds_rows: bool,
    columns: &'static [(&'static str, From)],
}

const OF_RENSTRA: &[(&str, From)] = &[
    ("indikator", From::Column("indikator")),
    ("keluaran", From::Column("indikator")),
    ("target", From::OfYear("target_", 0)),
    ("target_keluaran", From::OfYear("target_", 0)),
    ("pagu", From::OfYear("pagu_", 0)),
    ("maju_target", From::OfYear("target_", 1)),
    ("maju_pagu", From::OfYear("pagu_", 1)),
    ("lokasi", From::Column("lokasi")),
];

static LINKS: [Link; 4] = [
    Link { form: "T-C.33", from: "T-C.27", adds_rows: true, columns: OF_RENSTRA },
    Link {
        form: "T-C.29",
        from: "T-C.27",
        adds_rows: true,
        columns: &[("indikator", From::Column("indikator")), ("target_renstra", From::Column("pagu_akhir"))],
    },
    Link {
        form: "E.81",
        from: "T-C.33",
        adds_rows: true,
        columns: &[
            ("indikator", From::Column("indikator")),
            ("target_k", From::Column("target")),
            ("target_rp", From::Column("pagu")),
        ],
    },
    Link {
        form: "E.81",
        from: "T-C.27",
        adds_rows: false,
        columns: &[
            ("sasaran", From::Column("sasaran")),
            ("renstra_k", From::Column("target_akhir")),
            ("renstra_rp", From::Column("pagu_akhir")),
        ],
    },
];

/// The rows of a table as they follow from other forms of a document; empty where it has none of them. The plan of
/// another year than the wanted one gives its names and indicators alone.
pub(super) fn rows(table: &Table, from: &Document, wanted: &Wanted) -> Vec<Row> {
    let from = &*arranged(from, LayoutChoice::Named("permendagri"));
    let mut rows: Vec<Row> = Vec::new();
    for link in LINKS.iter().filter(|link| link.form == table.form.id) {
        let sources = from.tables.iter().filter(|source| source.form.id == link.from);
        let Some(source) = sources.max_by_key(|source| source.rows.len()) else { continue };
        let same_year = source.form.years.is_empty() || from.about.year == Some(wanted.year);
        for old in source.rows.iter().filter(|row| row.level != Some(Tingkat::Jumlah)) {
            let Some(code) = old.code.as_ref().map(|code| translated(code, from, wanted)) else { continue };
            let known = rows.iter().position(|row| row.code.as_ref() == Some(&code));
            if known.is_none() && !link.adds_rows {
                continue;
            }
            let index = known.unwrap_or_else(|| {
                rows.push(begun(table, source, old, &code));
                rows.len() - 1
            });
            if let Some(row) = rows.get_mut(index) {
                fill(table, row, (source, old), link, (wanted, same_year));
            }
        }
    }
    rows
}

/// A row with its code and its name.
fn begun(table: &Table, source: &Table, old: &Row, code: &crate::model::Kode) -> Row {
    let name = source.columns.iter().position(|column| column.role == Role::Name);
    let name = name.and_then(|name| old.cells.get(name)).map(settled).unwrap_or_default();
    row(table, Some(code), |column: &'static Column| match column.role {
        Role::Code => text(code.as_str()),
        Role::Name => name.clone(),
        _ => Cell::default(),
    })
}

fn fill(
    table: &Table,
    row: &mut Row,
    (source, old): (&Table, &Row),
    link: &Link,
    (wanted, same_year): (&Wanted, bool),
) {
    for (to, from) in link.columns {
        let Some(place) = table.position(to).and_then(|position| row.cells.get_mut(position)) else {
            continue;
        };
        let found = source.columns.iter().position(|column| match *from {
            From::Column(id) => column.id == id,
            From::OfYear(stem, later) => {
                let printed = source.printed.get(column.id).and_then(|printed| printed.year);
                column.id.starts_with(stem) && printed == wanted.year.checked_add(later)
            }
        });
        let value = found.and_then(|found| Some((source.columns.get(found)?, old.cells.get(found)?)));
        let Some((column, cell)) = value.filter(|(_, cell)| !cell.is_empty()) else { continue };
        let says = !matches!(column.role, Role::Amount(_) | Role::Target);
        if place.is_empty() && (says || same_year) {
            *place = settled(cell);
        }
    }
}
