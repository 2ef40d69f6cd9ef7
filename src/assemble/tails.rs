//! Rows that are no rows: the rest of the row above, cut off by a page break.

use super::class::{Class, class};
use super::costs;
use super::names::Names;
use super::rest::{continues, is_cut, starts_inside};
use crate::forms::is_total;
use crate::model::{At, Column, Fragment, Kind, Raw, RawRow, Role, Rows};
use crate::value::code::split_leading_code;
use crate::value::number;

/// What an aligned row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A row of its own.
    Row,
    /// The rest of the row above.
    Tail,
    /// A further indicator of the row above, with its own target.
    Item,
}

/// One physical row with its cells assigned to columns.
pub(super) struct Aligned<'a> {
    pub(super) cells: Vec<(At, &'a Raw)>,
    pub(super) goals: Vec<Option<usize>>,
    /// The column whose header stands above each cell.
    pub(super) below: Vec<Option<usize>>,
    /// Whether a page break, a blank row or a new header stands just above.
    pub(super) after_break: bool,
}

impl<'a> Aligned<'a> {
    /// Each cell with the column whose header it stands below.
    pub(super) fn fragments(&self) -> impl Iterator<Item = (At, &'a Raw, Option<usize>)> {
        self.cells.iter().zip(&self.below).map(|((at, raw), below)| (*at, *raw, *below))
    }

    fn text(&self, columns: &[&Column], wanted: impl Fn(&Column) -> bool) -> String {
        let parts = self.cells.iter().zip(&self.goals).filter(|(_, goal)| {
            goal.and_then(|index| columns.get(index)).is_some_and(|column| wanted(column))
        });
        parts.map(|((_, raw), _)| raw.shown()).collect::<Vec<_>>().join(" ")
    }

    /// Whether a cell begins as only the rest of another does, of one above it: `.000`, `dan Sinkronisasi`.
    fn begins_inside(&self, above: &RawRow) -> bool {
        let continues = |goal: &Option<usize>| {
            goal.and_then(|index| above.cells.get(index)).is_none_or(|cell| !cell.is_empty())
        };
        let mut cells = self.cells.iter().zip(&self.goals);
        cells.any(|((_, raw), goal)| continues(goal) && starts_inside(&raw.shown()))
    }

    /// How many cells stand in columns that the form declares: what a file adds says nothing of what a row is.
    fn filled(&self, columns: &[&Column]) -> usize {
        let declared = |index: &&usize| columns.get(**index).is_some_and(|column| column.is_declared());
        self.goals.iter().flatten().filter(declared).count()
    }

    pub(super) fn has(&self, columns: &[&Column], wanted: impl Fn(&Column) -> bool) -> bool {
        !self.text(columns, wanted).trim().is_empty()
    }
}

/// What a row is, given the row above it.
pub(super) fn verdict(
    rows: Rows,
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: Option<&RawRow>,
    names: &Names,
) -> Verdict {
    let Some(above) = above.filter(|_| rows != Rows::Plain) else { return Verdict::Row };
    if continues(columns, row, above) {
        return Verdict::Tail;
    }
    let name = row.text(columns, |column| column.role == Role::Name);
    if name.trim().is_empty() && begins_goal(columns, row) {
        return Verdict::Row;
    }
    if name.trim().is_empty() || is_misplaced(columns, row, above) {
        return nameless(rows, columns, row, above);
    }
    if rows == Rows::Coded && split_leading_code(&name).is_some() {
        return Verdict::Row;
    }
    match rows {
        Rows::Coded => coded(columns, row, above, &name, names),
        Rows::Named => named(columns, row, above, &name, names),
        Rows::Proposals => proposal(columns, row, above, &name, names),
        Rows::Indicators => indicator(columns, row),
        Rows::Plain => Verdict::Row,
    }
}

/// Whether a row prints a goal, and an indicator or a target of it: it is one of the goal, whatever stands above.
fn begins_goal(columns: &[&'static Column], row: &Aligned<'_>) -> bool {
    let goal = row.text(columns, |column| matches!(column.role, Role::Goal(_)));
    let said = row.has(columns, |column| matches!(column.role, Role::Indicator | Role::Target));
    said && !goal.trim().is_empty() && !starts_inside(&goal)
}

fn nameless(rows: Rows, columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> Verdict {
    let target = row.has(columns, |column| column.role == Role::Target);
    let indicator = row.has(columns, |column| column.role == Role::Indicator);
    let code = row.has(columns, |column| column.role == Role::Code);
    let numbered = code || row.has(columns, |column| column.role == Role::Ordinal);
    let filled = row.filled(columns);
    // A row whose name stands below another header, one column off, has its own code and amount all the same.
    let own = leads(columns, row) && row.cells.iter().any(|(_, raw)| class(raw) == Class::Money);
    if numbered && filled * 2 > columns.iter().filter(|column| column.is_declared()).count() || code && own {
        Verdict::Row
    } else if rows == Rows::Coded
        && (!numbered && completes_name(columns, row, above)
            || target && indicator && !code && !row.begins_inside(above))
    {
        Verdict::Item
    } else {
        Verdict::Tail
    }
}

/// Whether a row holds what the row above lacks: above stand a code and a name alone, and here amounts or a target with
/// whatever belongs to them, each below its own header. So SIPD-RI prints a sub kegiatan, even one without an indicator.
fn completes_name(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
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
fn is_misplaced(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
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
fn completes(columns: &[&'static Column], above: &RawRow, name: &str, names: &Names) -> bool {
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

fn coded(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> Verdict {
    if is_total(name) {
        return Verdict::Row;
    }
    let completes = completes(columns, above, name, names);
    if names.is_official(name) && !completes {
        return Verdict::Row;
    }
    let code = row.has(columns, |column| column.role == Role::Code);
    let numbers = row.has(columns, |column| column.kind.is_numeric());
    let filled = row.filled(columns);
    let amounts = row.cells.iter().any(|(_, raw)| class(raw) == Class::Money);
    if completes && !(leads(columns, row) && (numbers || amounts)) {
        return Verdict::Tail;
    }
    if has_amount_of_its_own(columns, row, above) {
        return Verdict::Row;
    }
    if row.after_break && continues_amounts(columns, row, above) {
        return Verdict::Tail;
    }
    if code || numbers && filled >= costs::CELLS_OF_ROW || names.quality(name) >= costs::NAME_OF_ROW {
        return Verdict::Row;
    }
    if row.after_break
        || filled <= costs::CELLS_OF_CONTINUATION && !is_beside_whole(columns, row, above, name, names)
    {
        Verdict::Tail
    } else {
        Verdict::Row
    }
}

/// Whether a row holds a whole amount below one that is whole: two amounts are of two rows.
fn has_amount_of_its_own(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
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
fn is_beside_whole(
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
fn continues_amounts(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
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
fn leads(columns: &[&'static Column], row: &Aligned<'_>) -> bool {
    let code = row.text(columns, |column| column.role == Role::Code);
    let parts = code.split([' ', '.', ',']).filter(|part| !part.is_empty()).count();
    parts >= 2 && code.trim_start().chars().next().is_some_and(|c| ('1'..='9').contains(&c) || c == 'X')
}

fn named(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> Verdict {
    if is_total(name) {
        return Verdict::Row;
    }
    let completes = completes(columns, above, name, names);
    if names.is_official(name) && !completes {
        return Verdict::Row;
    }
    let numbers = row.has(columns, |column| column.kind.is_numeric());
    if completes {
        return Verdict::Tail;
    }
    let sparse = row.filled(columns) <= costs::CELLS_OF_CONTINUATION;
    if numbers || names.quality(name) >= costs::NAME_OF_ROW || !(row.after_break || sparse) {
        Verdict::Row
    } else {
        Verdict::Tail
    }
}

fn proposal(
    columns: &[&'static Column],
    row: &Aligned<'_>,
    above: &RawRow,
    name: &str,
    names: &Names,
) -> Verdict {
    let own = row.has(columns, |column| matches!(column.role, Role::Target | Role::Ordinal));
    let begun = name.split_whitespace().count() > 1 && names.is_cut(name) && !starts_inside(name);
    if own || begun {
        return Verdict::Row;
    }
    let completes = completes(columns, above, name, names);
    if names.is_official(name) && !completes {
        return Verdict::Row;
    }
    if completes {
        return Verdict::Tail;
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
    let cut = row.after_break || filled(Role::Ordinal) || row.begins_inside(above);
    if row.after_break && small || bare && whole && cut { Verdict::Tail } else { Verdict::Row }
}

fn indicator(columns: &[&'static Column], row: &Aligned<'_>) -> Verdict {
    let values = row.has(columns, |column| matches!(column.role, Role::Target | Role::Ordinal));
    let name = row.text(columns, |column| column.role == Role::Name);
    let small = name.trim().chars().next().is_some_and(char::is_lowercase);
    if values || !(row.after_break || small) { Verdict::Row } else { Verdict::Tail }
}
