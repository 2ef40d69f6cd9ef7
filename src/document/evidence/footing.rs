//! What a proof rests on: the repairs of the cells that it speaks of. A proof is no better than the worst of them.

use std::sync::Arc;

use foldhash::HashMap;

use crate::model::{Evidence, Footing, Grade, Spot};

/// A proof names this many of the repairs that it rests on; its grade counts all of them.
const MOST_NAMED: usize = Evidence::MOST_TERMS;

/// A cell by its table; a row's code has a column of its own.
pub type CellAt = (usize, usize, usize);

/// The column that stands for the code of a row.
pub const CODE: usize = usize::MAX;

/// What a repair changed, and what its proofs speak of.
pub struct Act {
    /// The cells whose text or code it changed, or to which it moved something.
    pub cells: Vec<CellAt>,
    /// Whether cells moved.
    pub is_move: bool,
    /// Whether a person decided it.
    pub is_decided: bool,
    /// Its proofs.
    pub proofs: Vec<Ground>,
}

/// What one proof speaks of, and how good it is by its kind.
pub struct Ground {
    /// The grade of its kind, or of the document that it was carried from.
    pub grade: Grade,
    /// The cells.
    pub cells: Cells,
}

/// The cells that a proof speaks of.
pub enum Cells {
    /// None that a repair could have changed.
    None,
    /// One cell.
    One(CellAt),
    /// The cells of a law in a table; where it sums rows, the codes of these rows place them.
    Law {
        /// The index of the table.
        table: usize,
        /// The cell that follows.
        result: Spot,
        /// The cells that it follows from.
        terms: Arc<[Spot]>,
        /// Whether it sums rows.
        sums: bool,
    },
}

/// The footing of every proof, by repair and in the order of its proofs.
#[must_use]
pub fn footings(acts: &[Act]) -> Vec<Vec<Footing>> {
    let under = Under::of(acts);
    let mut known: HashMap<(usize, Spot, bool), Arc<[usize]>> = HashMap::default();
    let found: Vec<Vec<Arc<[usize]>>> = acts
        .iter()
        .map(|act| act.proofs.iter().map(|proof| under.below(&proof.cells, &mut known)).collect())
        .collect();
    let grades = grades(acts, &found);
    let mut worst = Worst::default();
    let mut footing = |own: usize, below: &Arc<[usize]>| {
        let others = below.iter().copied().filter(|other| rests(acts, own, *other));
        Footing { repairs: others.take(MOST_NAMED).collect(), grade: worst.below(acts, &grades, own, below) }
    };
    let by_repair = found.iter().enumerate();
    by_repair.map(|(own, proofs)| proofs.iter().map(|below| footing(own, below)).collect()).collect()
}

/// The worst grade that some repairs lend, by the list of them: the proofs of the terms of one sum share theirs.
#[derive(Default)]
struct Worst {
    known: HashMap<*const usize, Grade>,
}

impl Worst {
    /// The worst grade that what stands below a proof of a repair lends to it.
    fn below(&mut self, acts: &[Act], grades: &[Grade], own: usize, below: &Arc<[usize]>) -> Grade {
        let all = || below.iter().map(|other| lent(acts, grades, *other)).max().unwrap_or(Grade::A);
        let worst = *self.known.entry(below.as_ptr()).or_insert_with(all);
        if worst == Grade::A {
            return worst;
        }
        let others = below.iter().filter(|other| rests(acts, own, **other));
        others.map(|other| lent(acts, grades, *other)).max().unwrap_or(Grade::A)
    }
}

/// Whether a repair rests on another: not on itself, nor on what was made of the same cell before; but on the move that
/// brought the cell there.
fn rests(acts: &[Act], own: usize, other: usize) -> bool {
    let (Some(act), Some(below)) = (acts.get(own), acts.get(other)) else { return false };
    own != other
        && (below.is_move && !act.is_move || !below.cells.iter().any(|cell| act.cells.contains(cell)))
}

/// The grade that a repair lends to what rests on it: a person's decision is no proof.
fn lent(acts: &[Act], grades: &[Grade], other: usize) -> Grade {
    let is_decided = acts.get(other).is_some_and(|act| act.is_decided);
    if is_decided { Grade::B } else { grades.get(other).copied().unwrap_or(Grade::A) }
}

/// The grade of every repair: that of its best proof, each no better than what it rests on. Repairs that rest on each
/// other and on nothing weaker keep their own.
fn grades(acts: &[Act], below: &[Vec<Arc<[usize]>>]) -> Vec<Grade> {
    let own = |act: &Act| act.proofs.iter().map(|proof| proof.grade).min().unwrap_or(Grade::C);
    let mut grades: Vec<Grade> = acts.iter().map(own).collect();
    loop {
        let mut worst = Worst::default();
        let next: Vec<Grade> = acts
            .iter()
            .zip(below)
            .enumerate()
            .map(|(own, (act, below))| {
                let proofs = act.proofs.iter().zip(below);
                let graded =
                    proofs.map(|(proof, others)| proof.grade.max(worst.below(acts, &grades, own, others)));
                graded.min().unwrap_or(Grade::C)
            })
            .collect();
        if next == grades {
            return grades;
        }
        grades = next;
    }
}

/// The repairs by the cells that they changed.
struct Under(HashMap<CellAt, Vec<usize>>);

impl Under {
    fn of(acts: &[Act]) -> Self {
        let mut under: HashMap<CellAt, Vec<usize>> = HashMap::default();
        for (index, act) in acts.iter().enumerate() {
            for cell in &act.cells {
                under.entry(*cell).or_default().push(index);
            }
        }
        Self(under)
    }

    /// The repairs of the cells that a proof speaks of, in their order.
    fn below(&self, cells: &Cells, known: &mut HashMap<(usize, Spot, bool), Arc<[usize]>>) -> Arc<[usize]> {
        let of = |cell: CellAt| self.0.get(&cell).into_iter().flatten().copied();
        match cells {
            Cells::None => Arc::default(),
            Cells::One(cell) => of(*cell).collect(),
            Cells::Law { table, result, terms, sums } => {
                let spots = || std::iter::once(result).chain(terms.iter());
                let find = || {
                    let values = spots().flat_map(|spot| of((*table, spot.row, spot.column)));
                    let codes = spots().filter(|_| *sums).flat_map(|spot| of((*table, spot.row, CODE)));
                    let mut found: Vec<usize> = values.chain(codes).collect();
                    found.sort_unstable();
                    found.dedup();
                    Arc::from(found)
                };
                // One result follows from rows in one way, and from columns in one way.
                known.entry((*table, *result, *sums)).or_insert_with(find).clone()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn cell(row: usize) -> CellAt {
        (0, row, 1)
    }

    fn act(cells: Vec<CellAt>, grade: Grade, below: Cells) -> Act {
        Act { cells, is_move: false, is_decided: false, proofs: vec![Ground { grade, cells: below }] }
    }

    fn sum(result: usize, terms: &[usize]) -> Cells {
        let spot = |row: usize| Spot { row, column: 1 };
        let terms = terms.iter().map(|row| spot(*row)).collect();
        Cells::Law { table: 0, result: spot(result), terms, sums: true }
    }

    fn told(acts: &[Act]) -> Vec<(Vec<usize>, Grade)> {
        let firsts = footings(acts).into_iter().filter_map(|proofs| proofs.into_iter().next());
        firsts.map(|footing| (footing.repairs, footing.grade)).collect()
    }

    #[test]
    fn a_sum_is_no_better_than_the_codes_that_place_its_rows() {
        let guessed = act(vec![(0, 2, CODE)], Grade::B, Cells::None);
        let amount = act(vec![cell(1)], Grade::A, sum(0, &[1, 2]));
        assert_eq!(told(&[guessed, amount]), [(vec![], Grade::A), (vec![0], Grade::B)]);
    }

    #[test]
    fn what_rests_on_each_other_alone_keeps_its_grade_and_what_rests_on_that_falls_with_it() {
        let one = || act(vec![cell(1)], Grade::A, sum(0, &[1, 2]));
        let two = || act(vec![cell(2)], Grade::A, sum(0, &[1, 2]));
        assert_eq!(told(&[one(), two()]), [(vec![1], Grade::A), (vec![0], Grade::A)]);
        let weak = act(vec![(0, 1, CODE)], Grade::B, Cells::None);
        let twin = act(vec![cell(9)], Grade::A, Cells::One(cell(2)));
        let grades: Vec<Grade> = told(&[one(), two(), weak, twin]).into_iter().map(|found| found.1).collect();
        assert_eq!(grades, [Grade::B, Grade::B, Grade::A, Grade::B]);
    }

    #[test]
    fn a_decision_is_no_proof_and_a_repair_never_rests_on_itself() {
        let decided = Act { is_decided: true, ..act(vec![cell(2)], Grade::Decided, Cells::None) };
        let amount = act(vec![cell(1)], Grade::A, sum(0, &[1, 2]));
        assert_eq!(told(&[decided, amount])[1], (vec![0], Grade::B));
        assert_eq!(told(&[act(vec![cell(1)], Grade::A, sum(1, &[2]))]), [(vec![], Grade::A)]);
    }
}
