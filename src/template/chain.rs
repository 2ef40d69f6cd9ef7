//! What a template takes over from another form: the plan of a year from the Renstra, the evaluation from the plan.

use std::borrow::Cow;

use super::carry::{settled, translated};
use super::{Wanted, row, text};
use crate::model::{Cell, Column, Document, Form, Role, Row, Table, Tingkat};

/// Where a value stands in the other form.
#[derive(Clone, Copy)]
enum From {
    /// In this column.
    Column(&'static str),
    /// Of the years of a period whose ids begin so, in that of the wanted year plus so many.
    OfYear(&'static str, u16),
    /// In the column of the indicator that the row has.
    Indicator,
    /// In that of its target.
    Target,
}

/// The columns of indicators and their targets in a plan, in the order in which one is looked for.
const MEASURES: &[(&str, &str)] = &[
    ("indikator", "target"),
    ("keluaran", "target_keluaran"),
    ("hasil", "target_hasil"),
    ("capaian_program", "target_program"),
];

/// The columns of the indicator of a row and of its target.
fn measure(source: &Table, row: &Row) -> Option<(&'static str, &'static str)> {
    let is_filled = |id: &str| {
        source.position(id).and_then(|position| row.cells.get(position)).is_some_and(|cell| !cell.is_empty())
    };
    MEASURES.iter().copied().find(|(indicator, target)| is_filled(indicator) || is_filled(target))
}

/// Of which year a document must be, so that its figures are taken over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Of any: it is of a period. Or of the wanted year; the plan of another gives its names and indicators alone.
    Wanted,
    /// Of the year before the wanted one.
    YearBefore,
}

/// What a form takes from another.
struct Link {
    form: &'static str,
    from: &'static str,
    of: Of,
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

static LINKS: [Link; 5] = [
    Link { form: "T-C.33", from: "T-C.27", of: Of::Wanted, adds_rows: true, columns: OF_RENSTRA },
    Link {
        form: "T-C.29",
        from: "T-C.27",
        of: Of::Wanted,
        adds_rows: true,
        columns: &[("indikator", From::Column("indikator")), ("target_renstra", From::Column("pagu_akhir"))],
    },
    Link {
        form: "E.81",
        from: "T-C.33",
        of: Of::Wanted,
        adds_rows: true,
        columns: &[
            ("indikator", From::Indicator),
            ("target_k", From::Target),
            ("target_rp", From::Column("pagu")),
        ],
    },
    Link {
        form: "E.81",
        from: "T-C.27",
        of: Of::Wanted,
        adds_rows: false,
        columns: &[
            ("sasaran", From::Column("sasaran")),
            ("renstra_k", From::Column("target_akhir")),
            ("renstra_rp", From::Column("pagu_akhir")),
        ],
    },
    // What was reached by the end of a year is what the next one begins with.
    Link {
        form: "E.81",
        from: "E.81",
        of: Of::YearBefore,
        adds_rows: false,
        columns: &[
            ("lampau_k", From::Column("kumulatif_k")),
            ("lampau_rp", From::Column("kumulatif_rp")),
            ("renstra_k", From::Column("renstra_k")),
            ("renstra_rp", From::Column("renstra_rp")),
            ("sasaran", From::Column("sasaran")),
            ("penanggung_jawab", From::Column("penanggung_jawab")),
        ],
    },
];

/// Whether a form follows from the years of a period, and the documents print none of them: `Tahun-1`, `Tahun-2` …
#[must_use]
pub fn lacks_years(form: &Form, from: &[Document]) -> bool {
    let of_years = |link: &&Link| {
        link.form == form.id && link.columns.iter().any(|(_, from)| matches!(from, From::OfYear(..)))
    };
    let mut periods = LINKS.iter().filter(of_years).flat_map(|link| {
        from.iter().flat_map(|from| &from.tables).filter(move |table| table.form.id == link.from)
    });
    let has_year = |table: &Table| table.printed.values().any(|printed| printed.year.is_some());
    periods.any(|table| !has_year(table))
}

/// The rows of a table as they follow from other forms of documents; empty where they have none of them.
pub(super) fn rows(table: &Table, from: &[Cow<'_, Document>], wanted: &Wanted) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for link in LINKS.iter().filter(|link| link.form == table.form.id) {
        for from in from {
            let sources = from.tables.iter().filter(|source| source.form.id == link.from);
            if let Some(source) = sources.max_by_key(|source| source.rows.len()) {
                follow(table, &mut rows, (from, source), link, wanted);
            }
        }
    }
    rows
}

/// Takes over what one table of a document says.
fn follow(
    table: &Table,
    rows: &mut Vec<Row>,
    (from, source): (&Document, &Table),
    link: &Link,
    wanted: &Wanted,
) {
    let year = from.about.year;
    let is_before = year.and_then(|year| year.checked_add(1)) == Some(wanted.year);
    let same_year = source.form.years.is_empty() || year == Some(wanted.year);
    if link.of == Of::YearBefore && !is_before {
        return;
    }
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
        let Some(position) = table.position(to).filter(|position| *position < row.cells.len()) else {
            continue;
        };
        let measure = measure(source, old);
        let found = source.columns.iter().position(|column| match *from {
            From::Column(id) => column.id == id,
            From::Indicator => measure.is_some_and(|(indicator, _)| column.id == indicator),
            From::Target => measure.is_some_and(|(_, target)| column.id == target),
            From::OfYear(stem, later) => {
                let printed = source.printed.get(column.id).and_then(|printed| printed.year);
                column.id.starts_with(stem) && printed == wanted.year.checked_add(later)
            }
        });
        let value = found.and_then(|found| Some((source.columns.get(found)?, old.cells.get(found)?)));
        let Some((column, cell)) = value.filter(|(_, cell)| !cell.is_empty()) else { continue };
        let says = !matches!(column.role, Role::Amount(_) | Role::Target);
        let is_empty = row.cells.get(position).is_some_and(Cell::is_empty);
        if is_empty && (says || same_year) {
            row.fill_in(position, settled(cell));
        }
    }
}
