//! What a physical row is: a row of its own, a further indicator of the row above, or the continuation of that, which a
//! page break cut off.

use super::super::aligned::Aligned;
use super::super::class::{Class, class};
use super::super::costs;
use super::super::names::Names;
use super::evidence::{continues, starts_inside};
use super::signs::{
    begins_goal, begins_inside, completes, completes_name, continues_amounts, has_amount_of_its_own,
    is_beside_whole, is_misplaced, leads,
};
use crate::forms::is_total;
use crate::model::{Column, RawRow, Role, Rows};
use crate::value::code::split_leading_code;

/// What an aligned row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::assemble) enum RowKind {
    /// A row of its own.
    Row,
    /// The continuation of the row above.
    Continuation,
    /// A further indicator of the row above, with its own target.
    Item,
}

/// What a row is, given the row above it. Each kind of table has its own signs; in a plain one every row is a row.
pub(in crate::assemble) fn row_kind(
    rows: Rows,
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: Option<&RawRow>,
    names: &Names,
) -> RowKind {
    let Some(above) = above.filter(|_| rows != Rows::Plain) else { return RowKind::Row };
    if continues(columns, row, above) {
        return RowKind::Continuation;
    }
    let name = row.text(columns, |column| column.role == Role::Name);
    if name.trim().is_empty() && begins_goal(columns, row) {
        return RowKind::Row;
    }
    if name.trim().is_empty() || is_misplaced(columns, row, above) {
        return nameless(rows, columns, row, above);
    }
    if rows == Rows::Coded && split_leading_code(&name).is_some() {
        return RowKind::Row;
    }
    match rows {
        Rows::Coded => coded(columns, row, above, &name, names),
        Rows::Named => named(columns, row, above, &name, names),
        Rows::Proposals => proposal(columns, row, above, &name, names),
        Rows::Indicators => indicator(columns, row),
        Rows::Plain => RowKind::Row,
    }
}

/// What a row without a name is.
fn nameless(rows: Rows, columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> RowKind {
    let target = row.has(columns, |column| column.role == Role::Target);
    let indicator = row.has(columns, |column| column.role == Role::Indicator);
    let code = row.has(columns, |column| column.role == Role::Code);
    let numbered = code || row.has(columns, |column| column.role == Role::Ordinal);
    let filled = row.filled(columns);
    // A row whose name stands below another header, one column off, has its own code and amount all the same.
    let own = leads(columns, row) && row.cells.iter().any(|(_, raw)| class(raw) == Class::Money);
    if numbered && filled * 2 > columns.iter().filter(|column| column.is_declared()).count() || code && own {
        RowKind::Row
    } else if rows == Rows::Coded
        && (!numbered && completes_name(columns, row, above)
            || target && indicator && !code && !begins_inside(row, above))
    {
        RowKind::Item
    } else {
        RowKind::Continuation
    }
}

/// What a row with a name is in a table whose rows have codes.
fn coded(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> RowKind {
    if is_total(name) {
        return RowKind::Row;
    }
    let completes = completes(columns, above, name, names);
    if names.is_official(name) && !completes {
        return RowKind::Row;
    }
    let code = row.has(columns, |column| column.role == Role::Code);
    let numbers = row.has(columns, |column| column.kind.is_numeric());
    let filled = row.filled(columns);
    let amounts = row.cells.iter().any(|(_, raw)| class(raw) == Class::Money);
    if completes && !(leads(columns, row) && (numbers || amounts)) {
        return RowKind::Continuation;
    }
    if has_amount_of_its_own(columns, row, above) {
        return RowKind::Row;
    }
    if row.after_break && continues_amounts(columns, row, above) {
        return RowKind::Continuation;
    }
    if code || numbers && filled >= costs::CELLS_OF_ROW || names.quality(name) >= costs::NAME_OF_ROW {
        return RowKind::Row;
    }
    if row.after_break
        || filled <= costs::CELLS_OF_CONTINUATION && !is_beside_whole(columns, row, above, name, names)
    {
        RowKind::Continuation
    } else {
        RowKind::Row
    }
}

/// What a row with a name is in a table whose rows have names and no codes.
fn named(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> RowKind {
    if is_total(name) {
        return RowKind::Row;
    }
    let completes = completes(columns, above, name, names);
    if names.is_official(name) && !completes {
        return RowKind::Row;
    }
    let numbers = row.has(columns, |column| column.kind.is_numeric());
    if completes {
        return RowKind::Continuation;
    }
    let sparse = row.filled(columns) <= costs::CELLS_OF_CONTINUATION;
    if numbers || names.quality(name) >= costs::NAME_OF_ROW || !(row.after_break || sparse) {
        RowKind::Row
    } else {
        RowKind::Continuation
    }
}

/// What a row with a name is in a table of proposals.
fn proposal(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> RowKind {
    let own = row.has(columns, |column| matches!(column.role, Role::Target | Role::Ordinal));
    let begun = name.split_whitespace().count() > 1 && names.is_cut(name) && !starts_inside(name);
    if own || begun {
        return RowKind::Row;
    }
    let completes = completes(columns, above, name, names);
    if names.is_official(name) && !completes {
        return RowKind::Row;
    }
    if completes {
        return RowKind::Continuation;
    }
    let small = name.trim().chars().next().is_some_and(char::is_lowercase);
    let place = row.has(columns, |column| column.role == Role::Location);
    let bare = !place
        && row.filled(columns) <= costs::CELLS_OF_CONTINUATION
        && names.quality(name) < costs::NAME_OF_ROW;
    let filled = |role: Role| {
        let mut cells = columns.iter().zip(&above.cells);
        cells.any(|(column, cell)| column.role == role && !cell.is_empty())
    };
    // The row above has what a proposal has, this one nothing of it.
    let whole =
        filled(Role::Target) && filled(Role::Location) || filled(Role::Ordinal) && filled(Role::Target);
    let cut = row.after_break || filled(Role::Ordinal) || begins_inside(row, above);
    if row.after_break && small || bare && whole && cut { RowKind::Continuation } else { RowKind::Row }
}

/// What a row is in a table of indicators.
fn indicator(columns: &[&'static Column], row: &Aligned<'_>) -> RowKind {
    let values = row.has(columns, |column| matches!(column.role, Role::Target | Role::Ordinal));
    let name = row.text(columns, |column| column.role == Role::Name);
    let small = name.trim().chars().next().is_some_and(char::is_lowercase);
    if values || !(row.after_break || small) { RowKind::Row } else { RowKind::Continuation }
}
