//! Codes and names, looked up again in the embedded codification.

use super::file::AuditRow;
use super::verify::Case;
use crate::codification::{begins, edition_named, entries_of_text, likeness};
use crate::model::{Kode, Raw, Role, letters};
use crate::rules;
use crate::value::code::{Printed, split_leading_code};

/// How alike the printed name and the official one must be.
const ALIKE: f64 = 0.7;

/// Whether code and name belong together in the codification, as the proof says.
pub(super) fn holds(case: &Case<'_>, text: &str) -> bool {
    let Some(row) = case.table.rows.get(case.repair.row) else { return false };
    let Some((code, name, edition)) = stated(text) else { return false };
    if case.repair.column == "kode" {
        let own = code == case.repair.after
            && named(code, name)
            && (edition.is_empty() || edition_named(edition).is_some());
        own && printed_name(case, row).is_some_and(|printed| alike(&printed, name))
    } else {
        let row_code = row.code.as_deref().unwrap_or_default();
        if !is_code_of(code, row_code) || !edition.is_empty() {
            return false;
        }
        if case.repair.is_by(rules::stacked_list::ID) {
            let stands = case.repair.after.lines().any(|line| letters(line) == letters(name));
            return stands
                && measured(row_code, name)
                && letters(&case.repair.before) == letters(&case.repair.after);
        }
        let published = named(row_code, name) || measured(row_code, name);
        name == case.repair.after && published && alike(&case.repair.before, name)
    }
}

/// Whether a published code is that of a row: the same, or the same below an urusan that it leaves open (`X.XX.01`).
fn is_code_of(published: &str, own: &str) -> bool {
    let open = |part: &str| !part.is_empty() && part.chars().all(|c| c == 'X');
    let (parts, others): (Vec<&str>, Vec<&str>) = (published.split('.').collect(), own.split('.').collect());
    parts.len() == others.len() && parts.iter().zip(&others).all(|(part, other)| part == other || open(part))
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
    let first = case.known.first(&repair.table, repair.row, column.id);
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
