//! What each row of a table of codes is, where it is no urusan, bidang, program, kegiatan or sub kegiatan: the row of
//! an office or a unit, a subtotal, a total, a banner, an outcome or an output.
//!
//! A kind is told by the shape of what stands in the code cells, by how the name is built (`Jumlah` and the name of a
//! row above), by what the amounts say, and by where the row stands in the tree. A name alone never makes an office.

mod beside;
mod facts;
mod offices;
mod sections;
mod subtotals;

use std::collections::BTreeSet;

use facts::Facts;
pub(super) use sections::{apply, only_office};

use super::codes::{Evidence, Outside};
use crate::forms::is_assessment;
use crate::model::{RawTable, Rows, Table, Tingkat};

/// Says of the rows of a table which stand outside the tree of codes, as what, and before which the tree begins anew.
/// `has_office` tells whether the titles name its office.
pub(super) fn mark(raw: &RawTable, table: &Table, evidence: &mut [Evidence], has_office: bool) {
    let facts: Vec<Facts<'_>> =
        evidence.iter().zip(&table.rows).map(|(evidence, row)| Facts::of(table, row, evidence)).collect();
    let mut kinds = kinds(raw, table, &facts, has_office);
    let stated = offices::state(&facts, &mut kinds, &raw.region.heads);
    let mut restarts = sections::restarts(&facts, &kinds);
    restarts.extend(stated);
    for (index, (evidence, kind)) in evidence.iter_mut().zip(kinds).enumerate() {
        evidence.outside = kind;
        evidence.begins_anew = restarts.contains(&index);
    }
}

/// The kinds of a table's rows; `None` for rows of the tree, and for those that nothing tells anything of.
fn kinds(raw: &RawTable, table: &Table, facts: &[Facts<'_>], has_office: bool) -> Vec<Option<Outside>> {
    let mut kinds: Vec<Option<Outside>> = vec![None; facts.len()];
    if table.form.rows == Rows::Proposals {
        totals(facts, &mut kinds);
        return kinds;
    }
    goals(facts, &mut kinds, table.form.levels.contains(&Tingkat::Penilaian));
    subtotals::find(facts, &mut kinds);
    totals(facts, &mut kinds);
    if table.form.rows == Rows::Coded && is_coded(raw, facts) {
        offices::find(facts, &mut kinds, has_office);
        beside::find(facts, &mut kinds);
    }
    subtotals::settle_totals(facts, &mut kinds);
    kinds
}

/// Whether the rows of a table have codes at all: where none has, a row without one is nothing particular.
fn is_coded(raw: &RawTable, facts: &[Facts<'_>]) -> bool {
    let coded = facts.iter().filter(|fact| !fact.blank).count();
    coded * 2 >= facts.len() || raw.region.own && coded > 0
}

/// Rows of a goal or an objective, which print no program; and those that grade what was achieved in the rows above.
fn goals(facts: &[Facts<'_>], kinds: &mut [Option<Outside>], assesses: bool) {
    for (fact, kind) in facts.iter().zip(kinds) {
        let level = fact.goal.filter(|_| fact.name.is_empty() && fact.blank && !fact.has_amount);
        let grades = assesses && fact.blank && is_assessment(fact.name);
        let level = level.or_else(|| grades.then_some(Tingkat::Penilaian));
        if let Some(level) = level {
            *kind = Some(Outside::of(level, None));
        }
    }
}

/// Rows that are called a total; and those that are called the sum of something which no row is, where all rows above add
/// up to them: `TOTAL PENDANAAN RENSTRA`.
fn totals(facts: &[Facts<'_>], kinds: &mut [Option<Outside>]) {
    for (index, fact) in facts.iter().enumerate() {
        let is_open = kinds.get(index).is_some_and(Option::is_none);
        if is_open
            && (fact.is_total || subtotals::is_sum_of_all(facts, kinds, index))
            && let Some(kind) = kinds.get_mut(index)
        {
            *kind = Some(Outside::of(Tingkat::Jumlah, None));
        }
    }
}

/// The rows between two places that may stand in the tree.
fn in_tree(kinds: &[Option<Outside>], from: usize, until: usize) -> BTreeSet<usize> {
    (from..until.min(kinds.len())).filter(|row| kinds.get(*row).is_some_and(Option::is_none)).collect()
}
