//! Cells of a row into the columns of a form: a monotone alignment whose cost is what each cell costs in its column, displacement
//! from the header's columns, and joining of neighbours.

use super::class::Class;
use super::column_cost::column_cost;
use super::costs;
use super::habits::Habits;
use super::looks::Looks;
use super::ruler::Ruler;
use crate::model::{At, Kind, Raw, Role};

/// Where each cell of a row goes: an index into the columns, or `None`. `overflows` says which cells are the
/// overflow of the one before.
pub(super) fn align<'a>(
    ruler: &Ruler<'_>,
    cells: &[(At, &'a Raw)],
    looks: &mut Looks<'a>,
    habits: &Habits,
    overflows: &[bool],
) -> Vec<Option<usize>> {
    let added: Vec<Option<usize>> = cells.iter().map(|(at, _)| ruler.is_added(at.column)).collect();
    if added.iter().any(Option::is_some) {
        return around(ruler, cells, looks, habits, (overflows, &added));
    }
    let goals = in_order(ruler, cells, looks, habits, overflows);
    ruler.positions(goals)
}

/// Where each cell of a row goes, some of which stand below headers that no form declares: these stay there, the others
/// are aligned as if they were alone. `added` has the place of each such cell on the ruler.
fn around<'a>(
    ruler: &Ruler<'_>,
    cells: &[(At, &'a Raw)],
    looks: &mut Looks<'a>,
    habits: &Habits,
    (overflows, added): (&[bool], &[Option<usize>]),
) -> Vec<Option<usize>> {
    let others = || added.iter().enumerate().filter(|(_, added)| added.is_none()).map(|(index, _)| index);
    let cells: Vec<(At, &'a Raw)> = others().filter_map(|index| cells.get(index).copied()).collect();
    // The overflow of a text stands beside it.
    let beside = |index: usize| index > 0 && added.get(index - 1).is_some_and(Option::is_none);
    let overflows: Vec<bool> =
        others().map(|index| beside(index) && overflows.get(index).copied().unwrap_or_default()).collect();
    let mut aligned = in_order(ruler, &cells, looks, habits, &overflows).into_iter();
    let goals = added.iter().map(|added| added.or_else(|| aligned.next().flatten())).collect();
    ruler.positions(goals)
}

/// Where each cell of a row goes, as places on the ruler.
fn in_order<'a>(
    ruler: &Ruler<'_>,
    cells: &[(At, &'a Raw)],
    looks: &mut Looks<'a>,
    habits: &Habits,
    overflows: &[bool],
) -> Vec<Option<usize>> {
    if let Some(goals) =
        in_place(ruler, cells, looks).filter(|_| habits.is_empty() && !overflows.contains(&true))
    {
        return goals;
    }
    let width = ruler.columns.len();
    let mut layers: Vec<Vec<Step>> = Vec::with_capacity(cells.len());
    let (mut coded, mut worded) = (false, false);
    for (index, (at, raw)) in cells.iter().enumerate() {
        let look = looks.of(raw);
        let is_text = look.class == Class::Text;
        let follows_code = is_text && coded && !worded;
        coded |= matches!(look.class, Class::Digits | Class::CodeLike | Class::Decimal);
        worded |= is_text;
        let named =
            look.official || follows_code && !ruler.is_below_name(at.column) && looks.nearly_names(raw);
        let fits: Vec<f64> = ruler
            .columns
            .iter()
            .zip(&ruler.positions)
            .enumerate()
            .map(|(place, (column, position))| {
                // What stands below no header of its own goes below none that no form declares.
                if !ruler.takes(place) {
                    return f64::INFINITY;
                }
                let bonus = match column.role {
                    Role::Name if named => costs::OFFICIAL_NAME,
                    Role::Goal(level) if named && level.is_in_tree() => costs::OFFICIAL_NAME,
                    Role::Name if follows_code => costs::BEHIND_CODE,
                    _ => 0.0,
                };
                let habit = if is_text { habits.price(&look.letters, *position, column) } else { 0.0 };
                column_cost(look.class, raw, look.named, column) + bonus + habit
            })
            .collect();
        let proven = overflows.get(index).copied().unwrap_or_default();
        let cheaper = if proven { costs::PROVEN_REST } else { overflow(cells, index) };
        let layer = layer(ruler, at.column, &fits, look.class, cheaper, layers.last());
        layers.push(layer);
    }
    trace(&layers, width)
}

/// The columns that the cells stand below, where each stands below its own and suits it: such a row did not slide. In a
/// row with a name, words may stand in the place of numbers.
fn in_place<'a>(
    ruler: &Ruler<'_>,
    cells: &[(At, &'a Raw)],
    looks: &mut Looks<'a>,
) -> Option<Vec<Option<usize>>> {
    let mut taken = vec![false; ruler.columns.len()];
    let mut goals = Vec::with_capacity(cells.len());
    let mut worded = false;
    for (at, raw) in cells {
        let index = ruler.column_below(at.column)?;
        let column = ruler.columns.get(index)?;
        let look = looks.of(raw);
        let cost = column_cost(look.class, raw, look.named, column);
        let is_numeric = column.kind.is_numeric();
        let most = if is_numeric { costs::NUMBER_IN_PLACE } else { costs::TEXT_IN_PLACE };
        let misnamed = look.official && !column.role.names_entries();
        let free = column.role == Role::Code || !std::mem::replace(taken.get_mut(index)?, true);
        // `lihat lampiran` in the place of an amount is a question about that amount, and no text of another column.
        let words = is_numeric && look.class == Class::Text && !look.named.is_some();
        if cost > most && !words || misnamed || !free {
            return None;
        }
        worded |= words;
        goals.push(Some(index));
    }
    // A name with a slip is a text like any other: a row with a code and without a name may have slid.
    let has = |role: Role| {
        let mut filled = goals.iter().flatten().filter_map(|index| ruler.columns.get(*index));
        filled.any(|column| column.role == role)
    };
    let named = has(Role::Name) || !has(Role::Code) && !worded;
    named.then_some(goals)
}

/// The best way to a state: its cost, the column before, and how far the row is displaced there.
#[derive(Clone, Copy)]
struct Step {
    cost: f64,
    from: usize,
    displacement: i32,
}

/// Before the first cell.
const START: [Step; 1] = [Step { cost: 0.0, from: usize::MAX, displacement: 0 }];

/// State `column` is "the cell goes there"; state `width + column` is "the cell is unplaced, and the last placed
/// one went to `column`" (the very last state: none was placed yet).
fn layer(
    ruler: &Ruler<'_>,
    at: u16,
    fits: &[f64],
    look: Class,
    cheaper: f64,
    before: Option<&Vec<Step>>,
) -> Vec<Step> {
    let width = ruler.columns.len();
    let mut steps = Vec::with_capacity(2 * width + 1);
    for column in 0..width {
        let shift = ruler.displacement(at, column);
        let own = fits.get(column).copied().unwrap_or(costs::UNPLACED)
            + costs::DISPLACED * f64::from(shift.abs().min(costs::FARTHEST));
        let apart = if ruler.is_apart(at) { costs::UNPLACED } else { 0.0 };
        let joined = joining(ruler, column, look) + apart - cheaper;
        let mut best = Step { cost: f64::INFINITY, from: usize::MAX, displacement: shift };
        // The states from which this column is reached: those of columns up to it, and that of none.
        let mut reach = |first: usize, steps: &[Step], joins: Option<usize>| {
            for (offset, step) in steps.iter().enumerate() {
                let joined = if joins == Some(offset) { joined } else { 0.0 };
                let slid = if step.displacement == shift { 0.0 } else { costs::SHIFTED };
                let cost = step.cost + own + joined + slid;
                if cost < best.cost {
                    best = Step { cost, from: first + offset, displacement: shift };
                }
            }
        };
        match before {
            None => reach(0, &START, None),
            Some(before) => {
                let some = |states: std::ops::RangeInclusive<usize>| before.get(states).unwrap_or_default();
                reach(0, some(0..=column), Some(column));
                reach(width, some(width..=width + column), Some(column));
                reach(2 * width, some(2 * width..=2 * width), None);
            }
        }
        steps.push(best);
    }
    for column in 0..=width {
        let kept = before.map_or(
            Step {
                cost: if column == width { 0.0 } else { f64::INFINITY },
                from: usize::MAX,
                displacement: 0,
            },
            |layer| {
                let placed_now = layer.get(column).filter(|_| column < width);
                let unplaced = layer.get(width + column);
                let state = |step: Option<&Step>, from| {
                    step.map_or(Step { cost: f64::INFINITY, from, displacement: 0 }, |step| Step {
                        from,
                        ..*step
                    })
                };
                let (first, second) = (state(placed_now, column), state(unplaced, width + column));
                if first.cost <= second.cost { first } else { second }
            },
        );
        steps.push(Step { cost: kept.cost + costs::UNPLACED, ..kept });
    }
    steps
}

/// How much cheaper it is to join a cell to the one before: long texts overflow more than short ones.
fn overflow(cells: &[(At, &Raw)], index: usize) -> f64 {
    let before = index.checked_sub(1).and_then(|before| cells.get(before));
    let length = before.map_or(0, |(_, raw)| raw.shown().chars().count());
    f64::from(u16::try_from(length).unwrap_or(u16::MAX).min(costs::LONGEST)) * costs::OVERFLOW
}

fn joining(ruler: &Ruler<'_>, column: usize, look: Class) -> f64 {
    let declared = ruler.columns.get(column).map(|column| (column.kind, column.role));
    match declared {
        // A whole code in one cell, as in KODEFIKASI, is joined to nothing.
        Some((Kind::Code, Role::Code)) => 0.0,
        Some((Kind::Text | Kind::List, _)) => costs::JOINED_TEXT,
        Some((Kind::Rupiah | Kind::MeasureOrRupiah, _))
            if matches!(look, Class::Digits | Class::CodeLike) =>
        {
            costs::JOINED_DIGITS
        }
        _ => costs::JOINED,
    }
}

fn trace(layers: &[Vec<Step>], width: usize) -> Vec<Option<usize>> {
    let mut goals = vec![None; layers.len()];
    let Some(last) = layers.last() else { return goals };
    let mut state = last
        .iter()
        .enumerate()
        .min_by(|left, right| left.1.cost.total_cmp(&right.1.cost))
        .map_or(usize::MAX, |(state, _)| state);
    for (layer, goal) in layers.iter().zip(goals.iter_mut()).rev() {
        *goal = Some(state).filter(|state| *state < width);
        state = layer.get(state).map_or(usize::MAX, |step| step.from);
    }
    goals
}
