//! The walk over the tree of codes: the cheapest sequence of candidates, and how sure each choice is.

use super::candidate::Candidate;
use super::costs;
use crate::model::Kode;

/// The choice for one row: which candidate, and by how much every other one is worse.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct Choice {
    pub(super) candidate: usize,
    pub(super) margin: f64,
}

/// A candidate's code with the one above it.
struct Reached<'a> {
    code: &'a Kode,
    parent: Option<Kode>,
    /// How many parts it has.
    parts: usize,
}

impl<'a> Reached<'a> {
    fn of(code: &'a Kode) -> Self {
        Self { code, parent: code.parent(), parts: code.count() }
    }

    /// What a step from another code to this one costs: nothing to a child, a later sibling, or a later sibling of an
    /// ancestor; something where levels are left out, where the order falls back, or where a code repeats.
    fn cost_from(&self, before: Option<&Kode>) -> f64 {
        let after = self.code;
        let Some(before) = before else {
            return match self.parts {
                1 | 2 => 0.0,
                _ => costs::BEGINS_BELOW,
            };
        };
        if before == after {
            return costs::REPEATED;
        }
        let Some(parent) = &self.parent else {
            return if after > before { 0.0 } else { costs::PARENT_FALLS_BACK };
        };
        if parent == before {
            return 0.0;
        }
        if before.is_below(parent) {
            let uncle = before.ancestor(self.parts);
            let ascending = uncle.is_none_or(|uncle| *after > uncle);
            return if ascending { 0.0 } else { costs::FALLS_BACK };
        }
        missing_levels(before, after)
    }
}

/// What a step costs to a code whose parent is no ancestor of the code before: rows are left out between them.
fn missing_levels(before: &Kode, after: &Kode) -> f64 {
    let shared = before.parts().zip(after.parts()).take_while(|(left, right)| left == right).count();
    let missing = match (shared, after.count()) {
        (shared, 2) if shared < 2 => costs::NO_URUSAN,
        (shared, 3) if shared < 2 => costs::NO_BIDANG,
        (shared, 5) if shared < 2 => costs::NO_PROGRAM_NOR_BIDANG,
        (_, 5) => costs::NO_PROGRAM,
        (shared, 6) if shared < 2 => costs::SUB_KEGIATAN_ALONE,
        (shared, 6) if shared < 3 => costs::NO_KEGIATAN_NOR_PROGRAM,
        (_, 6) => costs::NO_KEGIATAN,
        _ => costs::NO_PARENT,
    };
    if after > before { missing } else { missing + costs::PARENT_FALLS_BACK }
}

/// The best candidate of every row and its margin; rows without a code keep the code before as their context.
pub(super) fn walk(rows: &[Vec<Candidate>]) -> Vec<Choice> {
    let layers = forward(rows);
    let after = backward(rows, &layers);
    let mut choices = Vec::with_capacity(rows.len());
    let mut at = best_state(layers.last());
    let mut path = vec![0; rows.len()];
    for (index, layer) in layers.iter().enumerate().rev() {
        if let Some(slot) = path.get_mut(index) {
            *slot = at;
        }
        at = layer.states.get(at).map_or(0, |state| state.from);
    }
    for ((layer, after), chosen) in layers.iter().zip(&after).zip(path) {
        let totals = || layer.states.iter().zip(after).map(|(state, rest)| state.cost + rest);
        let own = totals().nth(chosen).unwrap_or_default();
        let rivals = totals().enumerate().filter(|(candidate, _)| *candidate != chosen);
        let rival = rivals.map(|(_, total)| total).fold(f64::INFINITY, f64::min);
        choices.push(Choice { candidate: chosen, margin: rival - own });
    }
    choices
}

struct State<'a> {
    cost: f64,
    from: usize,
    /// The last code on the way here.
    context: Option<&'a Kode>,
}

/// The candidates of a row as states of the walk.
struct Layer<'a> {
    states: Vec<State<'a>>,
    /// What the step to each state from each state of the row before costs, those to one state after each other.
    steps: Vec<f64>,
}

fn forward(rows: &[Vec<Candidate>]) -> Vec<Layer<'_>> {
    let mut layers: Vec<Layer<'_>> = Vec::with_capacity(rows.len());
    for candidates in rows {
        let layer = reached(layers.last(), candidates);
        layers.push(layer);
    }
    layers
}

fn reached<'a>(before: Option<&Layer<'a>>, candidates: &'a [Candidate]) -> Layer<'a> {
    let before = before.map(|layer| layer.states.as_slice());
    let mut steps = Vec::with_capacity(before.map_or(0, <[State<'_>]>::len) * candidates.len());
    let mut states = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let code = candidate.code.as_ref().map(Reached::of);
        let step = |context: Option<&Kode>| code.as_ref().map_or(0.0, |code| code.cost_from(context));
        let Some(before) = before else {
            let cost = candidate.cost + step(None);
            states.push(State { cost, from: 0, context: candidate.code.as_ref() });
            continue;
        };
        let mut best = State { cost: f64::INFINITY, from: 0, context: None };
        for (from, state) in before.iter().enumerate() {
            let stepped = step(state.context);
            steps.push(stepped);
            let cost = state.cost + stepped + candidate.cost;
            if cost < best.cost {
                best = State { cost, from, context: candidate.code.as_ref().or(state.context) };
            }
        }
        states.push(best);
    }
    Layer { states, steps }
}

/// What the cheapest rest of the way costs from each state.
fn backward(rows: &[Vec<Candidate>], layers: &[Layer<'_>]) -> Vec<Vec<f64>> {
    let mut after: Vec<Vec<f64>> = Vec::with_capacity(rows.len());
    let mut later: Option<(&Layer<'_>, &[Candidate])> = None;
    for (candidates, layer) in rows.iter().zip(layers).rev() {
        let mut costs = vec![if later.is_some() { f64::INFINITY } else { 0.0 }; layer.states.len()];
        if let (Some((next, next_candidates)), Some(rests)) = (later, after.last()) {
            let steps = next.steps.chunks_exact(layer.states.len().max(1));
            for ((candidate, rest), steps) in next_candidates.iter().zip(rests).zip(steps) {
                for (cost, stepped) in costs.iter_mut().zip(steps) {
                    *cost = cost.min(stepped + candidate.cost + rest);
                }
            }
        }
        after.push(costs);
        later = Some((layer, candidates));
    }
    after.reverse();
    after
}

fn best_state(layer: Option<&Layer<'_>>) -> usize {
    let states = layer.map(|layer| layer.states.as_slice()).unwrap_or_default();
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
        let step = |before: Option<&Kode>, after: &Kode| Reached::of(after).cost_from(before);
        assert!(step(Some(&code("2.17.01")), &code("2.17.01.2.02")) < 0.1);
        assert!(step(Some(&code("2.17.01.2.02.01")), &code("2.17.01.2.02.02")) < 0.1);
        assert!(step(Some(&code("2.17.01.2.02.01")), &code("2.17.02")) < 0.1);
        assert!(step(Some(&code("2.17.01.2.02.02")), &code("2.17.01.2.02.01")) > 1.0);
        assert!(step(Some(&code("3.31.04.2.01")), &code("2.17.01")) > 0.5);
    }
}
