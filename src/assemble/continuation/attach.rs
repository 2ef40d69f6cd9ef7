//! The rest of a row into the cells of the row above, each piece where it continues what stands there.

use super::super::aligned::Aligned;
use super::super::class::{Class, class};
use super::super::costs;
use super::evidence::{ends_whole, repeats};
use crate::model::{Column, Fragment, Joint, Kind, Place, Raw, RawRow, Role};

/// Adds the cells of a continuation to the row above. Gives the cells that only repeat what is whole above.
pub(in crate::assemble) fn attach(
    sheet: &std::sync::Arc<str>,
    columns: &[&'static Column],
    continuation: &Aligned<'_>,
    above: &mut RawRow,
) -> Vec<Place> {
    let goals = pinned_goals(columns, continuation, above);
    let mut repeated = Vec::new();
    for ((at, raw, below), goal) in continuation.fragments().zip(goals) {
        let place = Place::new(sheet, at);
        let Some(cell) = above.cells.get_mut(goal) else { continue };
        if repeats(cell, raw) {
            repeated.push(place);
        } else {
            cell.push(Fragment { place, raw: raw.clone(), joint: Joint::Below, below });
        }
    }
    repeated
}

/// The columns of the cells of a continuation. What stands below a header that no form declares stays there.
fn pinned_goals(columns: &[&'static Column], continuation: &Aligned<'_>, above: &RawRow) -> Vec<usize> {
    let added = |goal: &Option<usize>| {
        goal.filter(|index| columns.get(*index).is_some_and(|column| !column.is_declared()))
    };
    if continuation.goals.iter().all(|goal| added(goal).is_none()) {
        return goals(columns, continuation, above);
    }
    let pairs = continuation.cells.iter().zip(&continuation.goals).filter(|(_, goal)| added(goal).is_none());
    let (cells, kept): (Vec<_>, Vec<_>) = pairs.map(|(cell, goal)| (*cell, *goal)).unzip();
    let below = vec![None; kept.len()];
    let others = Aligned { cells, goals: kept, below, after_break: continuation.after_break };
    let mut free = goals(columns, &others, above).into_iter();
    let last = above.cells.len().saturating_sub(1);
    continuation.goals.iter().map(|goal| added(goal).unwrap_or_else(|| free.next().unwrap_or(last))).collect()
}

/// The columns of the cells of a continuation: monotone over the filled cells above, those with the least cost together.
fn goals(columns: &[&'static Column], continuation: &Aligned<'_>, above: &RawRow) -> Vec<usize> {
    let filled: Vec<(usize, &Column, &Fragment)> = columns
        .iter()
        .zip(&above.cells)
        .enumerate()
        .filter(|(_, (column, _))| column.is_declared())
        .filter_map(|(index, (column, cell))| Some((index, *column, cell.last()?)))
        .collect();
    // For each cell of the continuation, per column: the least cost so far, and the column of the cell before.
    let mut layers: Vec<Vec<(f64, usize)>> = Vec::new();
    for (at, raw) in &continuation.cells {
        let before = layers.last();
        let layer = filled.iter().enumerate().map(|(here, (_, column, head))| {
            let distance = f64::from((i32::from(head.place.at.column) - i32::from(at.column)).abs());
            let own = costs::BESIDE_HEAD * distance + join_cost(column, head, raw);
            let Some(before) = before else { return (own, here) };
            // Every piece of a continuation is the rest of a cell of its own.
            let reached =
                before.iter().take(here + 1).enumerate().map(|(from, (cost, _))| {
                    (cost + if from == here { costs::SAME_HEAD } else { 0.0 }, from)
                });
            let (cost, from) =
                reached.fold((f64::INFINITY, here), |best, next| if next.0 < best.0 { next } else { best });
            (cost + own, from)
        });
        let layer: Vec<(f64, usize)> = layer.collect();
        layers.push(layer);
    }
    traced(&layers, &filled, continuation, above.cells.len())
}

/// The way with the least cost, back to front; a cell that suits no filled column goes where it stands.
fn traced(
    layers: &[Vec<(f64, usize)>],
    filled: &[(usize, &Column, &Fragment)],
    continuation: &Aligned<'_>,
    width: usize,
) -> Vec<usize> {
    let least = |layer: &Vec<(f64, usize)>| {
        let costs = layer.iter().enumerate();
        costs.min_by(|left, right| left.1.0.total_cmp(&right.1.0)).map(|(state, _)| state)
    };
    let mut state = layers.last().and_then(least);
    let mut goals = Vec::new();
    for (position, layer) in layers.iter().enumerate().rev() {
        let aligned = continuation.goals.get(position).copied().flatten();
        let step = state.and_then(|state| Some((state, layer.get(state)?)));
        let Some((here, (cost, from))) = step else {
            goals.push(aligned.unwrap_or(width.saturating_sub(1)));
            continue;
        };
        let before = position.checked_sub(1).and_then(|before| layers.get(before)?.get(*from));
        let own = cost - before.map_or(0.0, |(cost, _)| *cost);
        let column = filled.get(here).map_or(0, |(index, ..)| *index);
        goals.push(if own < costs::NO_HEAD { column } else { aligned.unwrap_or(column) });
        state = Some(*from);
    }
    goals.reverse();
    goals
}

/// What it costs to believe that a piece of a continuation continues a cell of a column.
fn join_cost(column: &Column, head: &Fragment, piece: &Raw) -> f64 {
    let digits = matches!(class(piece), Class::Digits | Class::CodeLike | Class::Decimal | Class::Money);
    // A separator never starts a number: what follows it is the rest of an amount, of whole groups too.
    if digits && piece.shown().trim_start().starts_with(['.', ',']) {
        return if matches!(column.kind, Kind::Rupiah | Kind::MeasureOrRupiah) { 0.0 } else { 7.0 };
    }
    match column.kind {
        // A code that is no row's own (KODEFIKASI) is printed whole in one cell.
        Kind::Code | Kind::Ordinal if digits && column.role == Role::Text => 2.0,
        Kind::Code | Kind::Ordinal if digits => 0.3,
        Kind::Code | Kind::Ordinal => 8.0,
        Kind::Rupiah | Kind::MeasureOrRupiah | Kind::Percent => {
            match (digits, is_whole(column.kind, head, piece)) {
                (true, false) => 0.0,
                (true, true) if ends_whole(&head.raw.shown(), &piece.shown()) => 0.3,
                (true, true) => 4.0,
                _ => 7.0,
            }
        }
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

/// Whether a printed number has whole groups of three, or a percent its decimals, so that nothing of it is missing.
/// A few digits without a group are the start of an amount whose rest has groups: `42` and `0.000`.
fn is_whole(kind: Kind, head: &Fragment, piece: &Raw) -> bool {
    let compact: String = head.raw.shown().chars().filter(|c| !c.is_whitespace()).collect();
    let last = compact.rsplit(['.', ',']).next().unwrap_or_default();
    let grouped = |text: &str| {
        let mut groups = text.split(['.', ',']);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
    };
    if kind == Kind::Percent {
        return (1..=2).contains(&last.trim_end_matches('%').len());
    }
    if !compact.contains(['.', ',']) {
        let piece = piece.shown();
        let both = format!("{compact}{}", piece.trim());
        return !(compact.len() < 4 && piece.contains(['.', ',']) && grouped(&both));
    }
    last.len() == 3
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::forms::form;
    use crate::model::At;

    #[test]
    fn what_starts_with_a_separator_is_the_rest_of_an_amount() {
        let place = Place::new(&Arc::from("a"), At::new(0, 0));
        let head = Fragment { place, raw: Raw::text("74.930"), joint: Joint::Start, below: None };
        let columns = form("T-C.33").unwrap().layouts[0].columns;
        let cost = |id: &str, tail: &str| {
            let column = columns.iter().find(|column| column.id == id).unwrap();
            join_cost(column, &head, &Raw::text(tail))
        };
        assert!(cost("pagu", ".500") < 0.1);
        for id in ["kode", "indikator", "target", "sumber_dana"] {
            assert!(cost(id, ".500") > 6.0, "{id}");
        }
        assert!(cost("pagu", "500") > cost("target", "500"));
    }

    #[test]
    fn a_code_printed_beside_an_amount_takes_no_rest_of_it() {
        let head = |text: &str, column: u16| {
            let place = Place::new(&Arc::from("a"), At::new(0, column));
            Fragment { place, raw: Raw::text(text), joint: Joint::Start, below: None }
        };
        let layout = &form("T-C.33").unwrap().layouts[0];
        let mut columns: Vec<&'static Column> = layout.columns.iter().collect();
        columns.extend(layout.optional);
        let mut above = RawRow { cells: vec![Vec::new(); columns.len()], ..RawRow::default() };
        let position = |id: &str| columns.iter().position(|column| column.id == id).unwrap();
        above.cells[position("maju_pagu")].push(head("575.391.3", 17));
        above.cells[position("kodefikasi")].push(head("2.04", 18));
        let rest = Raw::text("00");
        let continuation = Aligned {
            cells: vec![(At::new(2, 18), &rest)],
            goals: vec![None],
            below: vec![None],
            after_break: true,
        };
        assert_eq!(goals(&columns, &continuation, &above), [position("maju_pagu")]);
    }
}
