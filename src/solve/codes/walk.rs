//! The walk over the tree of codes: the cheapest sequence of candidates, and how sure each choice is.

use super::candidate::Candidate;
use crate::model::Kode;

/// The choice for one row: which candidate, and by how much every other one is worse.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct Choice {
    pub(super) candidate: usize,
    pub(super) margin: f64,
}

/// What a step from one code to the next costs: nothing to a child, a later sibling, or a later sibling of an
/// ancestor; something where levels are left out, where the order falls back, or where a code repeats.
pub(super) fn step(before: Option<&Kode>, after: &Kode) -> f64 {
    let Some(before) = before else {
        return match after.count() {
            1 | 2 => 0.0,
            _ => 0.3,
        };
    };
    if before == after {
        return 1.6;
    }
    let Some(parent) = after.parent() else {
        return if after > before { 0.0 } else { 0.8 };
    };
    if &parent == before {
        return 0.0;
    }
    if before.is_below(&parent) {
        let parts = after.count();
        let uncle = before.ancestor(parts);
        let ascending = uncle.is_none_or(|uncle| after > &uncle);
        return if ascending { 0.0 } else { 1.5 };
    }
    missing_levels(before, after)
}

/// The parent of the next code is no ancestor of this one: rows are left out between them.
fn missing_levels(before: &Kode, after: &Kode) -> f64 {
    let shared = before.parts().zip(after.parts()).take_while(|(left, right)| left == right).count();
    let missing = match (shared, after.count()) {
        (shared, 2) if shared < 2 => 0.2,
        (shared, 3) if shared < 2 => 0.8,
        (shared, 5) if shared < 2 => 2.6,
        (_, 5) => 1.8,
        (shared, 6) if shared < 2 => 4.0,
        (shared, 6) if shared < 3 => 3.2,
        (_, 6) => 1.8,
        _ => 1.0,
    };
    if after > before { missing } else { missing + 0.8 }
}

/// The best candidate of every row and its margin; rows without a code keep the code before as their context.
pub(super) fn walk(rows: &[Vec<Candidate>]) -> Vec<Choice> {
    let states: Vec<Vec<State>> = forward(rows);
    let after = backward(rows, &states);
    let mut choices = Vec::with_capacity(rows.len());
    let mut at = best_state(states.last());
    let mut path = vec![0; rows.len()];
    for (index, layer) in states.iter().enumerate().rev() {
        if let Some(slot) = path.get_mut(index) {
            *slot = at;
        }
        at = layer.get(at).map_or(0, |state| state.from);
    }
    for (index, chosen) in path.iter().enumerate() {
        let totals: Vec<f64> = states
            .get(index)
            .into_iter()
            .flatten()
            .zip(after.get(index).into_iter().flatten())
            .map(|(state, rest)| state.cost + rest)
            .collect();
        let own = totals.get(*chosen).copied().unwrap_or_default();
        let rival = totals
            .iter()
            .enumerate()
            .filter(|(candidate, _)| candidate != chosen)
            .map(|(_, total)| *total)
            .fold(f64::INFINITY, f64::min);
        choices.push(Choice { candidate: *chosen, margin: rival - own });
    }
    choices
}

struct State {
    cost: f64,
    from: usize,
    /// The last code on the way here.
    context: Option<Kode>,
}

fn forward(rows: &[Vec<Candidate>]) -> Vec<Vec<State>> {
    let mut states: Vec<Vec<State>> = Vec::with_capacity(rows.len());
    for candidates in rows {
        let layer = candidates.iter().map(|candidate| reach(states.last(), candidate)).collect();
        states.push(layer);
    }
    states
}

fn reach(before: Option<&Vec<State>>, candidate: &Candidate) -> State {
    let Some(before) = before else {
        let start = candidate.code.as_ref().map_or(0.0, |code| step(None, code));
        return State { cost: candidate.cost + start, from: 0, context: candidate.code.clone() };
    };
    let mut best = State { cost: f64::INFINITY, from: 0, context: None };
    for (from, state) in before.iter().enumerate() {
        let stepped = candidate.code.as_ref().map_or(0.0, |code| step(state.context.as_ref(), code));
        let cost = state.cost + stepped + candidate.cost;
        if cost < best.cost {
            let context = candidate.code.clone().or_else(|| state.context.clone());
            best = State { cost, from, context };
        }
    }
    best
}

/// What the cheapest rest of the way costs from each state.
fn backward(rows: &[Vec<Candidate>], states: &[Vec<State>]) -> Vec<Vec<f64>> {
    let mut after: Vec<Vec<f64>> = vec![Vec::new(); rows.len()];
    for index in (0..rows.len()).rev() {
        let layer = states.get(index).map(Vec::as_slice).unwrap_or_default();
        let costs = layer
            .iter()
            .map(|state| {
                let (Some(next), Some(rest)) = (rows.get(index + 1), after.get(index + 1)) else {
                    return 0.0;
                };
                next.iter()
                    .zip(rest)
                    .map(|(candidate, rest)| {
                        let stepped =
                            candidate.code.as_ref().map_or(0.0, |code| step(state.context.as_ref(), code));
                        stepped + candidate.cost + rest
                    })
                    .fold(f64::INFINITY, f64::min)
            })
            .collect();
        if let Some(slot) = after.get_mut(index) {
            *slot = costs;
        }
    }
    after
}

fn best_state(layer: Option<&Vec<State>>) -> usize {
    let states = layer.map(Vec::as_slice).unwrap_or_default();
    states
        .iter()
        .enumerate()
        .min_by(|left, right| left.1.cost.total_cmp(&right.1.cost))
        .map_or(0, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Kode {
        text.parse().unwrap()
    }

    #[test]
    fn children_siblings_and_uncles_are_free() {
        assert!(step(Some(&code("2.17.01")), &code("2.17.01.2.02")) < 0.1);
        assert!(step(Some(&code("2.17.01.2.02.01")), &code("2.17.01.2.02.02")) < 0.1);
        assert!(step(Some(&code("2.17.01.2.02.01")), &code("2.17.02")) < 0.1);
        assert!(step(Some(&code("2.17.01.2.02.02")), &code("2.17.01.2.02.01")) > 1.0);
        assert!(step(Some(&code("3.31.04.2.01")), &code("2.17.01")) > 0.5);
    }
}
