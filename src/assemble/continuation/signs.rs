//! What a row shows of being a row of its own, or of continuing the row above.

use super::super::aligned::Aligned;
use super::super::class::{Class, class};
use super::super::costs;
use super::super::names::Names;
use super::evidence::{is_cut, starts_inside};
use crate::forms::is_total;
use crate::model::{Column, Fragment, Kind, Raw, RawRow, Role};
use crate::value::number;

/// Whether a cell begins as only the rest of another does, of one above it: `.000`, `dan Sinkronisasi`.
pub(super) fn begins_inside(row: &Aligned<'_>, above: &RawRow) -> bool {
    let continues = |goal: &Option<usize>| {
        goal.and_then(|index| above.cells.get(index)).is_none_or(|cell| !cell.is_empty())
    };
    let mut cells = row.cells.iter().zip(&row.goals);
    cells.any(|((_, raw), goal)| continues(goal) && starts_inside(&raw.shown()))
}

/// Whether a row prints a goal, and an indicator or a target of it: it is one of the goal, whatever stands above.
pub(super) fn begins_goal(columns: &[&'static Column], row: &Aligned<'_>) -> bool {
    let goal = row.text(columns, |column| matches!(column.role, Role::Goal(_)));
    let said = row.has(columns, |column| matches!(column.role, Role::Indicator | Role::Target));
    said && !goal.trim().is_empty() && !starts_inside(&goal)
}

/// Whether a row holds what the row above lacks: above stand a code and a name alone, and here amounts or a target with
/// whatever belongs to them, each below its own header. So SIPD-RI prints a sub kegiatan, even one without an indicator.
pub(super) fn completes_name(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
    let role = |index: usize| columns.get(index).map(|column| column.role);
    let filled = above.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let mut heads: Vec<Role> = filled.filter_map(|(index, _)| role(index)).collect();
    heads.retain(|role| *role != Role::Ordinal);
    let mut amounts = row.cells.iter().zip(&row.goals).filter(|((_, raw), goal)| {
        let money = matches!(goal.and_then(role), Some(Role::Amount(_)));
        money && matches!(class(raw), Class::Money | Class::Digits)
    });
    heads == [Role::Code, Role::Name] && row.goals.iter().all(Option::is_some) && amounts.next().is_some()
}

/// Whether the only name of a row without a code or a running number stands below another column's text: a rest that
/// happens to be a name.
pub(super) fn is_misplaced(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
    let marked = row.has(columns, |column| matches!(column.role, Role::Code | Role::Ordinal));
    let is_name = |index: &usize| columns.get(*index).is_some_and(|column| column.role == Role::Name);
    let is_wordy = |index: usize| {
        let column = columns.get(index);
        column
            .is_some_and(|column| column.role != Role::Name && matches!(column.kind, Kind::Text | Kind::List))
    };
    let mut names = row.cells.iter().zip(&row.goals).filter(|(_, goal)| goal.as_ref().is_some_and(is_name));
    let (Some(((at, name), _)), None) = (names.next(), names.next()) else { return false };
    if is_total(&name.shown()) {
        return false;
    }
    let heads = above.cells.iter().enumerate();
    let mut over = heads.filter(|(_, cell)| cell.iter().any(|head| head.place.at.column == at.column));
    !marked && over.next().is_some_and(|(index, _)| is_wordy(index)) && over.next().is_none()
}

/// The name above alone, and with this row's part after it.
fn joined(columns: &[&'static Column], above: &RawRow, part: &str) -> (String, String) {
    let position = columns.iter().position(|column| column.role == Role::Name);
    let fragments = position.and_then(|index| above.cells.get(index)).map(Vec::as_slice).unwrap_or_default();
    let head = fragments.iter().map(|fragment| fragment.raw.shown()).collect::<Vec<_>>().join(" ");
    let both = format!("{head} {part}");
    (head, both)
}

/// Whether the name above is better with this part than without, and the part is no name itself.
pub(super) fn completes(columns: &[&'static Column], above: &RawRow, name: &str, names: &Names) -> bool {
    let (head, both) = joined(columns, above, name);
    if names.is_official(name) {
        // Both may be names: the rest of a cut name is one only by chance.
        return names.is_official(&both) && !names.is_official(&head);
    }
    if names.is_official(&both) {
        return true;
    }
    let (alone, together, own) = (names.quality(&head), names.quality(&both), names.quality(name));
    together > alone + costs::NAME_GAIN
        && together > own
        && (together >= costs::NAME_CONTINUED || names.is_cut(&both))
}

/// Whether a row holds a whole amount below one that is whole: two amounts are of two rows.
pub(super) fn has_amount_of_its_own(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
    let is_whole =
        |raw: &Raw| class(raw) == Class::Money && !is_cut(&raw.shown()) && !starts_inside(&raw.shown());
    let mut own = row.cells.iter().zip(&row.goals);
    own.any(|((_, raw), goal)| {
        let Some(index) = *goal else { return false };
        let is_amount = columns.get(index).is_some_and(|column| matches!(column.role, Role::Amount(_)));
        let head = above.cells.get(index).and_then(|cell| cell.last());
        is_amount && is_whole(raw) && head.is_some_and(|head| is_whole(&head.raw))
    })
}

/// Whether a row says nothing but a name, or its running number too, below a name that is whole without it or written in
/// other letters, and begins as a name does: it names what follows.
pub(super) fn is_beside_whole(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> bool {
    let (head, _) = joined(columns, above, name);
    let numbered = row.has(columns, |column| column.role == Role::Ordinal);
    row.cells.len() == 1 + usize::from(numbered)
        && (names.is_official(&head) || is_small(&head) != is_small(name))
        && name.trim_start().starts_with(char::is_uppercase)
        && name.chars().filter(|c| c.is_alphabetic()).count() >= costs::NAME_LETTERS
}

/// Whether a text is written in small letters, but for the first ones of its words.
fn is_small(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// Whether two amounts or more of the row are the rest of amounts above that a page break cut, and none is whole:
/// `397.015.` and `852`.
pub(super) fn continues_amounts(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
    let money =
        |column: &Column| matches!(column.role, Role::Amount(_)) || column.kind == Kind::MeasureOrRupiah;
    let heads = columns.iter().zip(&above.cells).filter(|(column, _)| money(column));
    let heads: Vec<&Fragment> = heads.filter_map(|(_, cell)| cell.last()).collect();
    let mut rests = 0;
    for (at, raw) in &row.cells {
        let below = heads.iter().find(|head| head.place.at.column == at.column);
        let Some(head) = below.map(|head| head.raw.shown()) else { continue };
        let tail = raw.shown();
        if is_cut(&head) && number::join(&head, &tail).is_some() {
            rests += 1;
        } else if tail.chars().filter(char::is_ascii_digit).count() > costs::END_OF_AMOUNT {
            return false;
        }
    }
    rests >= costs::CONTINUED_AMOUNTS
}

/// Whether the row's first code cell is an urusan: a single digit or X, as wide a code as a row starts with.
pub(super) fn leads(columns: &[&'static Column], row: &Aligned<'_>) -> bool {
    let code = row.text(columns, |column| column.role == Role::Code);
    let parts = code.split([' ', '.', ',']).filter(|part| !part.is_empty()).count();
    parts >= 2 && code.trim_start().chars().next().is_some_and(|c| ('1'..='9').contains(&c) || c == 'X')
}
