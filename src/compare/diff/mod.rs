//! Two versions of one plan: rows added, dropped, renamed and moved, cells changed, and the sums of every program.
//! What is open in either version is never told as a change that is certain.

mod cells;
mod found;
mod lines;
mod mapped;
mod met;
mod pair;
mod perubahan;
mod sums;

use std::collections::BTreeSet;

pub use self::found::{Change, Differences, FormDifferences, Kind, RowDifference, Shown, Side, Sums};
use self::lines::{Line, lines};
use self::mapped::Map;
pub use self::mapped::Mapped;
use self::pair::Pairs;
pub use self::perubahan::perubahan;
use crate::model::{Column, Document, Form, Role, Table};

/// What differs between two documents, whose tables of one form should be in one arrangement. Rows meet by code and
/// name; forms without codes by name and the kegiatan above. Where the versions follow two editions of the codification, a code
/// meets the one that it became, by the map of the editions, and that is told of every such row.
#[must_use]
pub fn diff(old: &Document, new: &Document) -> Differences {
    let tables = |document: &'_ Document, form: &Form| -> Vec<usize> {
        let found = document.tables.iter().enumerate();
        found
            .filter(|(_, table)| table.form.id == form.id && !table.rows.is_empty())
            .map(|(index, _)| index)
            .collect()
    };
    let mut found = Differences { forms: Vec::new(), only_old: Vec::new(), only_new: Vec::new() };
    for form in crate::forms::FORMS.iter().copied() {
        let (before, after) = (tables(old, form), tables(new, form));
        match (before.is_empty(), after.is_empty()) {
            (true, true) => {}
            (false, true) => found.only_old.push(form),
            (true, false) => found.only_new.push(form),
            (false, false) => {
                let of = |document: &'_ Document, indices: &[usize]| -> Vec<Table> {
                    indices.iter().filter_map(|index| document.tables.get(*index)).cloned().collect()
                };
                let map = Map::of(old, &before, new.about.codification);
                let (before, after) = (of(old, &before), of(new, &after));
                found.forms.push(in_form(form, &before, &after, &map));
            }
        }
    }
    found
}

fn in_form(form: &'static Form, before: &[Table], after: &[Table], map: &Map) -> FormDifferences {
    let (old, new) = (lines(before), lines(after));
    let pairs = pair::pairs(&old, &new, map);
    let (mut rows, mut same) = (Vec::new(), 0);
    let dropped = dropped(&old, &pairs);
    let mut waiting = dropped.iter().peekable();
    let mut tell_dropped =
        |until: Option<usize>, rows: &mut Vec<RowDifference>| {
            while let Some((_, line)) = waiting.next_if(|(anchor, _)| *anchor <= until) {
                rows.extend(old.get(*line).map(|line| RowDifference {
                    mapped: map.row(line).cloned(),
                    ..alone(Kind::Dropped, line)
                }));
            }
        };
    tell_dropped(None, &mut rows);
    for (index, line) in new.iter().enumerate() {
        match pairs.old_of(index).and_then(|at| old.get(at)) {
            None => rows.push(alone(Kind::Added, line)),
            Some(before) => match both(before, line, index, &pairs) {
                Some(difference) => rows.push(RowDifference {
                    mapped: map.row(before).filter(|_| before.row.code != line.row.code).cloned(),
                    ..difference
                }),
                None => same += 1,
            },
        }
        tell_dropped(Some(index), &mut rows);
    }
    FormDifferences { form, rows, same, sums: sums::sums(form, before, after) }
}

/// The old rows that meet none, each with the new row that the one before it met.
fn dropped(old: &[Line<'_>], pairs: &Pairs) -> Vec<(Option<usize>, usize)> {
    let mut anchor = None;
    let mut found = Vec::new();
    for index in 0..old.len() {
        match pairs.new_of(index) {
            Some(new) => anchor = anchor.max(Some(new)),
            None => found.push((anchor, index)),
        }
    }
    found
}

fn alone(kind: Kind, line: &Line<'_>) -> RowDifference {
    let side = Some(line.side());
    let (old, new) = if kind == Kind::Dropped { (side, None) } else { (None, side) };
    let changes = cells::amounts(line, kind == Kind::Dropped);
    RowDifference { kind, level: line.row.level, old, new, changes, elsewhere: None, mapped: None }
}

fn both(old: &Line<'_>, new: &Line<'_>, index: usize, pairs: &Pairs) -> Option<RowDifference> {
    let changes = cells::changes(old, new);
    let moved = match (&old.row.code, &new.row.code) {
        (Some(before), Some(after)) => before != after && !pairs.is_renumbered(index),
        (None, None) => old.context != new.context,
        _ => false,
    };
    let unsure = old.row.code.is_some() != new.row.code.is_some();
    let name = changes.iter().find(|change| change.column.role == Role::Name);
    let renamed = name.is_some_and(|change| !change.is_open());
    let certain = changes.iter().any(|change| !change.is_open());
    let kind = match () {
        () if moved => Kind::Moved,
        () if renamed => Kind::Renamed,
        () if certain => Kind::Changed,
        () if unsure || !changes.is_empty() => Kind::Open,
        () if pairs.is_renumbered(index) => Kind::Renumbered,
        () => return None,
    };
    Some(RowDifference {
        kind,
        level: new.row.level.or(old.row.level),
        old: Some(old.side()),
        new: Some(new.side()),
        changes,
        elsewhere: pairs.elsewhere(index).filter(|_| kind == Kind::Renamed).cloned(),
        mapped: None,
    })
}

/// The columns of two tables, those of the new one first.
fn columns(old: &Table, new: &Table) -> Vec<&'static Column> {
    let known: BTreeSet<&str> = new.columns.iter().map(|column| column.id).collect();
    let more = old.columns.iter().filter(|column| !known.contains(column.id));
    new.columns.iter().chain(more).copied().collect()
}
