//! Moves proven again: laws through the new places, and what headers say of what stands there.

use super::arithmetic::value;
use super::data::is_named;
use super::file::{AuditChange, AuditProof};
use super::verify::Case;
use crate::document::evidence::header::{belongs, contradicts, suits};
use crate::forms::{Law, Spot, last_heading, laws};
use crate::model::{At, Column, ProofKind, letters};

/// Whether a move's proof holds for the cells that it moved.
pub(super) fn holds(case: &Case<'_>, change: &AuditChange, proof: &AuditProof) -> bool {
    match proof.kind() {
        Some(ProofKind::Sum | ProofKind::Formula) => by_law(case, change, proof),
        Some(ProofKind::Header) => by_header(case, change, &proof.text),
        Some(ProofKind::Vocabulary) => {
            let wanted = letters(&proof.text);
            texts(case, change).any(|(_, text)| letters(&text).contains(&wanted))
        }
        Some(ProofKind::Sibling) => proof.text == change.columns.len().to_string() && may_stand(case, change),
        _ => false,
    }
}

fn by_law(case: &Case<'_>, change: &AuditChange, proof: &AuditProof) -> bool {
    let value = |spot: Spot| value(case.model, spot);
    let moved: Vec<usize> = change.goals().filter_map(|id| case.model.position(id)).collect();
    let through =
        |law: &Law| law.spots().any(|spot| change.holds_row(spot.row) && moved.contains(&spot.column));
    let stated = |law: &Law| {
        is_named(case, law, proof) && law.arithmetic(&value) == proof.text && law.holds(&value) == Some(true)
    };
    laws(case.model).iter().any(|law| through(law) && stated(law))
}

/// `“…” ∉ Lokasi, ∈ Pagu`: the text suits the column that it stands in, and not the one that it is printed below.
fn by_header(case: &Case<'_>, change: &AuditChange, text: &str) -> bool {
    let Some((quoted, rest)) = text.strip_prefix('“').and_then(|text| text.rsplit_once("” ∉ ")) else {
        return false;
    };
    let Some((origin, goal)) = rest.split_once(", ∈ ") else { return false };
    let column = |id: &str| case.model.columns.iter().copied().find(|column| column.id == id);
    let named = |column: &Column, text: &str| last_heading(column) == text;
    change.columns.iter().any(|(from, to)| {
        let Some(to) = column(to).filter(|to| named(to, goal)) else { return false };
        let left = match column(from) {
            Some(from) if named(from, origin) => {
                contradicts(from, quoted)
                    || belongs(to, quoted) && !belongs(from, quoted)
                    || is_crowded(case, change, from.id)
            }
            Some(_) => false,
            None => from == origin,
        };
        left && suits(to, quoted) && stands(case, change, to, quoted)
    })
}

/// Whether more than one cell is printed below a header of the move: several of them move, or one is there still.
fn is_crowded(case: &Case<'_>, change: &AuditChange, from: &str) -> bool {
    let filled = |row: usize| {
        let cell = case.table.rows.get(row).and_then(|row| row.cells.get(from));
        cell.is_some_and(|cell| !cell.text.is_empty())
    };
    change.columns.iter().filter(|(origin, _)| origin == from).count() > 1 || rows(case, change).any(filled)
}

/// Whether what stands in the columns of a move may stand there.
fn may_stand(case: &Case<'_>, change: &AuditChange) -> bool {
    let fits = |row: usize| {
        let found = case.table.rows.get(row);
        change.goals().all(|id| {
            let column = case.model.columns.iter().find(|column| column.id == id);
            let cell = found.and_then(|row| row.cells.get(id)).filter(|cell| !cell.text.is_empty());
            column.zip(cell).is_none_or(|(column, cell)| !contradicts(column, &cell.text))
        })
    };
    rows(case, change).all(fits)
}

/// The rows of a move that the table has.
fn rows(case: &Case<'_>, change: &AuditChange) -> impl Iterator<Item = usize> + use<> {
    let last = case.table.rows.len().checked_sub(1).map(|last| last.min(change.rows.1));
    last.into_iter().flat_map({
        let first = change.rows.0;
        move |last| first..=last
    })
}

/// Whether a text, or what it was repaired to, stands in one of the moved cells of a column.
fn stands(case: &Case<'_>, change: &AuditChange, to: &Column, quoted: &str) -> bool {
    let wanted = letters(quoted);
    texts(case, change).any(|(id, text)| {
        let text = letters(&text);
        // A code is put together of the cells that it is printed in.
        id == to.id && if id == "kode" { text.contains(&wanted) } else { text.starts_with(&wanted) }
    })
}

/// Whether what a move says of its first cell is what stands there, before that cell's own repairs.
pub(super) fn is_told(case: &Case<'_>) -> bool {
    let own = &case.repair;
    if own.column == "kode" {
        return true;
    }
    let next = case.audit.repairs.iter().find(|other| {
        other.moved().is_none()
            && (&other.table, other.row, &other.column) == (&own.table, own.row, &own.column)
    });
    let cell = || case.table.rows.get(own.row)?.cells.get(&own.column);
    let text = next.map(|next| next.before.as_str()).or_else(|| cell().map(|cell| cell.text.as_str()));
    text.unwrap_or_default() == own.after
}

/// Whether the first cell of a move is printed below the header that it is said to come from.
pub(super) fn is_from_there(case: &Case<'_>, change: &AuditChange) -> bool {
    let own = &case.repair;
    let address = own.source.as_deref().and_then(|source| source.rsplit_once('!'));
    let Some(at) = address.and_then(|(_, cell)| cell.parse::<At>().ok()) else { return true };
    let mut origins =
        change.columns.iter().filter(|(_, to)| *to == own.column).map(|(from, _)| from.as_str());
    let above: Vec<&str> = case.table.headers_above(at.column).collect();
    above.is_empty() || origins.any(|from| above.contains(&from))
}

/// The texts of the moved cells with their columns: as they stand, and as they were before each of their repairs.
fn texts<'a>(case: &'a Case<'_>, change: &'a AuditChange) -> impl Iterator<Item = (String, String)> + 'a {
    let of_row = move |row: usize| {
        let found = case.table.rows.get(row);
        let codes = found.into_iter().flat_map(|found| [&found.code, &found.printed_code]).flatten();
        let codes = codes.map(|code| ("kode".to_owned(), code.clone()));
        let cells = change.goals().filter_map(move |id| {
            let cell = found?.cells.get(id)?;
            Some((id.to_owned(), cell.text.clone()))
        });
        let cells = codes.chain(cells);
        let before = case.audit.repairs.iter().filter(move |repair| {
            repair.table == case.repair.table
                && repair.row == row
                && change.goals().any(|id| id == repair.column)
        });
        cells.chain(before.map(|repair| (repair.column.clone(), repair.before.clone())))
    };
    rows(case, change).flat_map(of_row)
}
