//! Rows that are no rows: the rest of the row above, cut off by a page break.

use super::class::{Class, class};
use super::names::Names;
use crate::model::{At, Column, Fragment, Joint, Kind, Place, Raw, RawRow, Role, Rows, letters};
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
    /// Whether a page break, a blank row or a new header stands just above.
    pub(super) after_break: bool,
}

impl Aligned<'_> {
    fn text(&self, columns: &[&Column], wanted: impl Fn(&Column) -> bool) -> String {
        let parts = self.cells.iter().zip(&self.goals).filter(|(_, goal)| {
            goal.and_then(|index| columns.get(index)).is_some_and(|column| wanted(column))
        });
        parts.map(|((_, raw), _)| raw.shown()).collect::<Vec<_>>().join(" ")
    }

    fn has(&self, columns: &[&Column], wanted: impl Fn(&Column) -> bool) -> bool {
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
    let Some(above) = above else { return Verdict::Row };
    let name = row.text(columns, |column| column.role == Role::Name);
    if name.trim().is_empty() {
        return nameless(rows, columns, row);
    }
    if rows == Rows::Coded && split_leading_code(&name).is_some() {
        return Verdict::Row;
    }
    match rows {
        Rows::Coded => coded(columns, row, above, &name, names),
        Rows::Named => named(columns, row, above, &name, names),
        Rows::Proposals => proposal(columns, row, above, &name, names),
        Rows::Indicators => indicator(columns, row),
    }
}

fn nameless(rows: Rows, columns: &[&'static Column], row: &Aligned<'_>) -> Verdict {
    let target = row.has(columns, |column| column.role == Role::Target);
    let indicator = row.has(columns, |column| column.role == Role::Indicator);
    let code = row.has(columns, |column| column.role == Role::Code);
    let filled = row.goals.iter().flatten().count();
    if code && filled * 2 > columns.len() {
        Verdict::Row
    } else if rows == Rows::Coded && target && indicator && !code {
        Verdict::Item
    } else {
        Verdict::Tail
    }
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
    together > alone + 0.02 && together > own && (together >= 0.9 || Names::is_cut(&both))
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
    let filled = row.goals.iter().flatten().count();
    if completes && !(leads(columns, row) && numbers) {
        return Verdict::Tail;
    }
    if row.after_break && continues_amounts(columns, row, above) {
        return Verdict::Tail;
    }
    if code || numbers && filled >= 4 || names.quality(name) >= 0.8 {
        return Verdict::Row;
    }
    if row.after_break || filled <= 2 { Verdict::Tail } else { Verdict::Row }
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
        if !is_whole_amount(&head) && number::join(&head, &tail).is_some() {
            rests += 1;
        } else if tail.chars().filter(char::is_ascii_digit).count() > 3 {
            return false;
        }
    }
    rests >= 2
}

/// Whether an amount needs no further digits.
fn is_whole_amount(text: &str) -> bool {
    let last = text.trim().rsplit(['.', ',']).next().unwrap_or_default();
    last.len() == 3 || !text.contains(['.', ','])
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
    let sparse = row.goals.iter().flatten().count() <= 2;
    if numbers || names.quality(name) >= 0.8 || !(row.after_break || sparse) {
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
    if own {
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
    let bare = !place && row.goals.iter().flatten().count() <= 2 && names.quality(name) < 0.8;
    let goes_on = || row.cells.iter().any(|(_, raw)| starts_inside(&raw.shown()));
    let filled = |role: Role| {
        let mut cells = columns.iter().zip(&above.cells);
        cells.any(|(column, cell)| column.role == role && !cell.is_empty())
    };
    // The row above has what a proposal has, this one nothing of it.
    let whole =
        filled(Role::Target) && filled(Role::Location) || filled(Role::Ordinal) && filled(Role::Target);
    let cut = row.after_break || filled(Role::Ordinal) || goes_on();
    if row.after_break && small || bare && whole && cut { Verdict::Tail } else { Verdict::Row }
}

/// Whether a text begins as only the rest of another does.
fn starts_inside(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ',' | ';' | ')' | '/'))
}

fn indicator(columns: &[&'static Column], row: &Aligned<'_>) -> Verdict {
    let values = row.has(columns, |column| matches!(column.role, Role::Target | Role::Ordinal));
    let name = row.text(columns, |column| column.role == Role::Name);
    let small = name.trim().chars().next().is_some_and(char::is_lowercase);
    if values || !(row.after_break || small) { Verdict::Row } else { Verdict::Tail }
}

/// Whether a name is a total's.
pub(super) fn is_total(name: &str) -> bool {
    let key = letters(name);
    key == "total"
        || key == "jumlah"
        || key.starts_with("totalkeseluruhan")
        || key.starts_with("jumlahtotal")
        || key == "grandtotal"
        || key == "jumlahkeseluruhan"
}

/// Whether a row only repeats what a page carried over: page totals and the like.
pub(super) fn is_carried(cells: &[(At, &Raw)]) -> bool {
    cells.iter().take(3).any(|(_, raw)| {
        let key = letters(&raw.shown());
        ["jumlahhalaman", "jumlahpindahan", "dipindahkan", "pindahan", "jumlahdipindahkan", "subtotalhalaman"]
            .iter()
            .any(|mark| key.starts_with(mark))
    })
}

/// Adds the cells of a tail to the row above. Gives the cells that only repeat what is whole above.
pub(super) fn attach(
    sheet: &std::sync::Arc<str>,
    columns: &[&'static Column],
    tail: &Aligned<'_>,
    above: &mut RawRow,
) -> Vec<Place> {
    let goals = goals(columns, tail, above);
    let mut repeated = Vec::new();
    for ((at, raw), goal) in tail.cells.iter().zip(goals) {
        let place = Place::new(sheet, *at);
        let Some(cell) = above.cells.get_mut(goal) else { continue };
        if repeats(cell, raw) {
            repeated.push(place);
        } else {
            cell.push(Fragment { place, raw: (*raw).clone(), joint: Joint::Below });
        }
    }
    repeated
}

/// Whether the text above already ends with the tail, whole.
fn repeats(above: &[Fragment], tail: &Raw) -> bool {
    let Some(last) = above.last() else { return false };
    let (head, rest) = (letters(&last.raw.shown()), letters(&tail.shown()));
    let wordy = rest.chars().any(char::is_alphabetic);
    wordy && head.ends_with(&rest)
}

/// What a cell of a tail costs in a column that does not suit it.
const UNFIT: f64 = 6.0;

/// The columns of the tail's cells: monotone over the filled cells above, those with the least cost together.
fn goals(columns: &[&'static Column], tail: &Aligned<'_>, above: &RawRow) -> Vec<usize> {
    let filled: Vec<(usize, &Column, &Fragment)> = columns
        .iter()
        .zip(&above.cells)
        .enumerate()
        .filter_map(|(index, (column, cell))| Some((index, *column, cell.last()?)))
        .collect();
    // For each cell of the tail, per column: the least cost so far, and the column of the cell before.
    let mut layers: Vec<Vec<(f64, usize)>> = Vec::new();
    for (at, raw) in &tail.cells {
        let before = layers.last();
        let layer = filled.iter().enumerate().map(|(here, (_, column, head))| {
            let distance = f64::from((i32::from(head.place.at.column) - i32::from(at.column)).abs());
            let own = 0.5 * distance + join_misfit(column, head, raw);
            let Some(before) = before else { return (own, here) };
            // Every piece of a tail is the rest of a cell of its own.
            let reached = before
                .iter()
                .take(here + 1)
                .enumerate()
                .map(|(from, (cost, _))| (cost + if from == here { 2.0 } else { 0.0 }, from));
            let (cost, from) =
                reached.fold((f64::INFINITY, here), |best, next| if next.0 < best.0 { next } else { best });
            (cost + own, from)
        });
        let layer: Vec<(f64, usize)> = layer.collect();
        layers.push(layer);
    }
    traced(&layers, &filled, tail, above.cells.len())
}

/// The way with the least cost, back to front; a cell that suits no filled column goes where it stands.
fn traced(
    layers: &[Vec<(f64, usize)>],
    filled: &[(usize, &Column, &Fragment)],
    tail: &Aligned<'_>,
    width: usize,
) -> Vec<usize> {
    let least = |layer: &Vec<(f64, usize)>| {
        let costs = layer.iter().enumerate();
        costs.min_by(|left, right| left.1.0.total_cmp(&right.1.0)).map(|(state, _)| state)
    };
    let mut state = layers.last().and_then(least);
    let mut goals = Vec::new();
    for (position, layer) in layers.iter().enumerate().rev() {
        let aligned = tail.goals.get(position).copied().flatten();
        let step = state.and_then(|state| Some((state, layer.get(state)?)));
        let Some((here, (cost, from))) = step else {
            goals.push(aligned.unwrap_or(width.saturating_sub(1)));
            continue;
        };
        let before = position.checked_sub(1).and_then(|before| layers.get(before)?.get(*from));
        let own = cost - before.map_or(0.0, |(cost, _)| *cost);
        let column = filled.get(here).map_or(0, |(index, ..)| *index);
        goals.push(if own < UNFIT { column } else { aligned.unwrap_or(column) });
        state = Some(*from);
    }
    goals.reverse();
    goals
}

fn join_misfit(column: &Column, head: &Fragment, tail: &Raw) -> f64 {
    let digits = matches!(class(tail), Class::Digits | Class::CodeLike | Class::Decimal | Class::Money);
    // A separator never starts a number: what follows it is the rest of an amount, of whole groups too.
    if digits && tail.shown().trim_start().starts_with(['.', ',']) {
        return if matches!(column.kind, Kind::Rupiah | Kind::MeasureOrRupiah) { 0.0 } else { 7.0 };
    }
    match column.kind {
        Kind::Code | Kind::Ordinal => {
            if digits {
                0.3
            } else {
                8.0
            }
        }
        Kind::Rupiah | Kind::MeasureOrRupiah | Kind::Percent => match (digits, is_whole(&head.raw)) {
            (true, false) => 0.0,
            (true, true) => 4.0,
            _ => 7.0,
        },
        Kind::Measure => match (digits, lacks_unit(&head.raw)) {
            (false, true) => 0.0,
            (true, _) => 1.0,
            (false, false) => 1.2,
        },
        Kind::Text | Kind::List => {
            if digits {
                3.0
            } else {
                0.0
            }
        }
    }
}

/// Whether a quantity ends with its number, so that the unit of the last one is missing.
fn lacks_unit(raw: &Raw) -> bool {
    raw.shown().trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a printed number has whole groups of three, so that nothing of it is missing.
fn is_whole(raw: &Raw) -> bool {
    let compact: String = raw.shown().chars().filter(|c| !c.is_whitespace()).collect();
    let last = compact.rsplit(['.', ',']).next().unwrap_or_default();
    !compact.contains(['.', ',']) || last.len() == 3
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::forms::form;

    #[test]
    fn what_starts_with_a_separator_is_the_rest_of_an_amount() {
        let place = Place::new(&Arc::from("a"), At::new(0, 0));
        let head = Fragment { place, raw: Raw::text("74.930"), joint: Joint::Start };
        let columns = form("T-C.33").unwrap().layouts[0].columns;
        let cost = |id: &str, tail: &str| {
            let column = columns.iter().find(|column| column.id == id).unwrap();
            join_misfit(column, &head, &Raw::text(tail))
        };
        assert!(cost("pagu", ".500") < 0.1);
        for id in ["kode", "indikator", "target", "sumber_dana"] {
            assert!(cost(id, ".500") > 6.0, "{id}");
        }
        assert!(cost("pagu", "500") > cost("target", "500"));
    }
}
