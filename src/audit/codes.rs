//! Codes and names, looked up again in the embedded codification.

use super::file::AuditRow;
use super::verify::Case;
use crate::codification::{begins, codification, edition_named, entries_of_text, likeness};
use crate::model::{Edition, Kode, Raw, Role, letters};
use crate::value::code::{Printed, split_leading_code};

/// How alike the printed name and the official one must be.
const ALIKE: f64 = 0.7;

/// Whether code and name belong together in the codification, as the proof says.
pub(super) fn holds(case: &Case<'_>, text: &str) -> bool {
    let Some(row) = case.table.rows.get(case.repair.row) else { return false };
    let Some((code, name, edition)) = stated(text) else { return false };
    if case.repair.column == "kode" {
        let own = code == case.repair.after && named_in(code, name, edition);
        own && printed_name(case, row).is_some_and(|printed| alike(&printed, name))
    } else {
        let row_code = row.code.as_deref().unwrap_or_default();
        if code != row_code || !edition.is_empty() {
            return false;
        }
        if case.repair.rule == "stacked-list" {
            let stands = case.repair.after.lines().any(|line| letters(line) == letters(name));
            return stands
                && measured(row_code, name)
                && letters(&case.repair.before) == letters(&case.repair.after);
        }
        let published = named(row_code, name) || measured(row_code, name);
        name == case.repair.after && published && alike(&case.repair.before, name)
    }
}

/// The code, the first quoted name and the edition of `2.17.01 = “…” … (2021)`; a text without an edition ends in its
/// quotation mark.
fn stated(text: &str) -> Option<(&str, &str, &str)> {
    let (code, rest) = text.split_once(" = “")?;
    let end = rest.find("” ≈ “").or_else(|| rest.rfind('”'))?;
    let (_, tail) = rest.rsplit_once('”')?;
    let edition = match tail {
        "" => "",
        tail => tail.strip_prefix(" (")?.strip_suffix(')')?,
    };
    Some((code, rest.get(..end)?, edition))
}

/// Whether the edition that a proof names has this name for this code; whether any has, where it names none.
fn named_in(code: &str, name: &str, edition: &str) -> bool {
    if edition.is_empty() {
        return named(code, name);
    }
    let of = |edition: Edition| {
        let published = Kode::of(code).map(|code| codification(edition).by_code(&code));
        published.into_iter().flatten().any(|entry| letters(entry.nama) == letters(name))
    };
    edition_named(edition)
        .is_some_and(|edition| if edition.is_legacy() { named(code, name) } else { of(edition) })
}

/// Whether an edition has this name for this code.
fn named(code: &str, name: &str) -> bool {
    entries_of_text(code).iter().any(|entry| letters(entry.nama) == letters(name))
}

/// Whether an edition has this indicator for this code.
fn measured(code: &str, indicator: &str) -> bool {
    entries_of_text(code).iter().any(|entry| entry.indikator == indicator)
}

/// The name as it was printed: before its own repairs, if there are any.
fn printed_name(case: &Case<'_>, row: &AuditRow) -> Option<String> {
    let column = case.model.columns.iter().find(|column| column.role == Role::Name)?;
    let repair = &case.repair;
    let first =
        case.audit.repairs.iter().find(|other| {
            other.table == repair.table && other.row == repair.row && other.column == column.id
        });
    first.map(|first| first.before.clone()).or_else(|| row.cells.get(column.id).map(|cell| cell.text.clone()))
}

fn alike(printed: &str, official: &str) -> bool {
    let bare = split_leading_code(printed).map_or_else(|| printed.to_owned(), |(_, rest)| rest);
    begins(&bare, official) || likeness(&bare, official) >= ALIKE
}

/// Whether the code can have been printed as it was.
pub(super) fn typography_holds(case: &Case<'_>, text: &str) -> bool {
    let (before, after) = (&case.repair.before, &case.repair.after);
    let Ok(code) = after.parse::<Kode>() else { return false };
    if before.is_empty() || *text != format!("“{before}” → {after}") {
        return false;
    }
    let cells: Vec<Raw> = before.split_whitespace().map(Raw::text).collect();
    Printed::of(&cells).misfit(&code).is_some() || Printed::of(&[Raw::text(before)]).misfit(&code).is_some()
}
