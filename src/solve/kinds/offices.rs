//! Rows of offices and of their units, and banners between them.

use rust_decimal::Decimal;

use super::facts::{Facts, names_alike};
use super::subtotals::top_sums;
use crate::model::{Kode, Tingkat, letters};
use crate::solve::codes::Outside;

/// Rows one below the other that may be those of an office and its unit, and the row of the tree that follows.
struct Run {
    first: usize,
    next: usize,
}

/// What a run of rows stands between.
struct Between<'a> {
    facts: &'a [Facts<'a>],
    /// The row of the tree before the run.
    above: Option<&'a Facts<'a>>,
    /// The row of the tree after it.
    next: &'a Facts<'a>,
    /// The level of that.
    level: Tingkat,
    /// Whether the row after it belongs below a row before the run, or begins what an office begins: then no row of
    /// the run is its parent.
    is_complete: bool,
    /// The sums of what stands below the run: up to the next run, up to the one after that, and so on.
    sums: Vec<Vec<Option<Decimal>>>,
}

/// Finds the rows of offices, units and banners.
///
/// Such a row has the code of an organisation, or none: then it stands where the tree lacks no row, above an urusan, a
/// bidang or a program. It is an office or a unit if it has amounts, which are the sum of what follows, or which
/// could be those of no row of the tree; a name that the codification has needs more: that the row repeats its
/// neighbour. A row that holds nothing but a name is a banner.
/// `has_office` says that the titles name the office: then several such rows, none below another, are its units.
pub(super) fn find(facts: &[Facts<'_>], kinds: &mut [Option<Outside>], has_office: bool) {
    let runs = runs(facts, kinds);
    for (number, run) in runs.iter().enumerate() {
        let Some(between) = between(facts, kinds, &runs, number) else { continue };
        for row in run.first..run.next {
            let Some(fact) = facts.get(row) else { continue };
            let level = if fact.organisation.is_some() || is_office(fact, row, run, &between) {
                Some(Tingkat::Unit)
            } else if is_banner(fact, &between) {
                Some(Tingkat::Banner)
            } else {
                None
            };
            if let (Some(level), Some(kind)) = (level, kinds.get_mut(row)) {
                *kind = Some(Outside::of(level, None));
            }
        }
    }
    rank(facts, kinds, &runs);
    if has_office {
        rank_below_title(facts, kinds);
    }
}

/// Whether a row may be that of an office: nothing or an organisation's code is printed as its code, and it has no
/// indicator.
fn may_be(fact: &Facts<'_>, kind: Option<Outside>) -> bool {
    let uncoded = fact.blank && !fact.name.trim().is_empty() && !fact.has_indicator;
    kind.is_none() && (fact.organisation.is_some() || uncoded)
}

fn runs(facts: &[Facts<'_>], kinds: &[Option<Outside>]) -> Vec<Run> {
    let candidate =
        |row: usize| facts.get(row).zip(kinds.get(row)).is_some_and(|(fact, kind)| may_be(fact, *kind));
    let mut runs = Vec::new();
    let mut row = 0;
    while row < facts.len() {
        if !candidate(row) {
            row += 1;
            continue;
        }
        let next = (row..facts.len()).find(|row| !candidate(*row)).unwrap_or(facts.len());
        let wide = facts.get(next).and_then(Facts::level).is_some_and(|level| level <= Tingkat::Program);
        let organised = (row..next).any(|row| facts.get(row).is_some_and(|fact| fact.organisation.is_some()));
        if wide || organised {
            runs.push(Run { first: row, next });
        }
        row = next;
    }
    runs
}

fn between<'a>(
    facts: &'a [Facts<'a>],
    kinds: &[Option<Outside>],
    runs: &[Run],
    number: usize,
) -> Option<Between<'a>> {
    let run = runs.get(number)?;
    let next = facts.get(run.next)?;
    let level = next.level()?;
    let tree = |row: &usize| kinds.get(*row).is_some_and(Option::is_none);
    let above = (0..run.first).rev().find(tree).and_then(|row| facts.get(row));
    let is_complete = level <= Tingkat::BidangUrusan || belongs(facts, run, next);
    let ends = runs.get(number + 1..).unwrap_or_default().iter().map(|run| run.first).chain([facts.len()]);
    let mut sums: Vec<Vec<Option<Decimal>>> = Vec::new();
    let mut from = run.next;
    for end in ends {
        let own = top_sums(facts, kinds, from, end);
        let all = match sums.last() {
            Some(before) => before.iter().zip(&own).map(|(left, right)| added(*left, *right)).collect(),
            None => own,
        };
        sums.push(all);
        from = end;
    }
    Some(Between { facts, above, next, level, is_complete, sums })
}

fn added(left: Option<Decimal>, right: Option<Decimal>) -> Option<Decimal> {
    match (left, right) {
        (Some(left), Some(right)) => left.checked_add(right),
        (one, other) => one.or(other),
    }
}

/// Whether a row belongs below a row before a run, or repeats one: its parent stands there, or its own code.
fn belongs(facts: &[Facts<'_>], run: &Run, next: &Facts<'_>) -> bool {
    let Some(code) = &next.code else { return false };
    let parent = code.parent();
    let before = facts.get(..run.first).unwrap_or_default();
    before
        .iter()
        .rev()
        .filter_map(|fact| fact.code.as_ref())
        .any(|above| Some(above) == parent.as_ref() || above == code)
}

fn is_office(fact: &Facts<'_>, row: usize, run: &Run, between: &Between<'_>) -> bool {
    let sums_up = between.sums.iter().any(|sum| fact.equals(sum));
    if !fact.has_amount || is_of_tree(fact) || first_word(fact) == DIVISION && !sums_up {
        return false;
    }
    if !fact.official_levels().is_empty() {
        let leads = between.level == Tingkat::Urusan;
        return between.is_complete && (leads || repeats(fact, row, run, between));
    }
    if between.is_complete {
        // One amount that is not read yet keeps the sums from holding.
        let says_the_same = between.above.is_some_and(|above| fact.equals(&above.amounts));
        return sums_up || says_the_same || between.level <= Tingkat::BidangUrusan;
    }
    sums_up && between.above.is_none() && !fact.is_known()
}

/// First words of the names of urusan and programs.
const TREE: [&str; 3] = ["urusan", "unsur", "program"];
/// With which the names of bidang begin, and those of the divisions of an office.
const DIVISION: &str = "bidang";

fn first_word(fact: &Facts<'_>) -> String {
    letters(fact.name.split_whitespace().next().unwrap_or_default())
}

/// Whether a name begins as only names of the tree do.
fn is_of_tree(fact: &Facts<'_>) -> bool {
    TREE.contains(&first_word(fact).as_str())
}

/// Whether a row says what its neighbour says: the other row of its run, or the row of the tree just above or below.
fn repeats(fact: &Facts<'_>, row: usize, run: &Run, between: &Between<'_>) -> bool {
    let same = |other: &Facts<'_>| names_alike(fact.name, other.name) && fact.equals(&other.amounts);
    let inside = (run.first..run.next).filter(|other| *other != row);
    inside.filter_map(|other| between.facts.get(other)).any(same)
        || between.above.is_some_and(same)
        || same(between.next)
}

fn is_banner(fact: &Facts<'_>, between: &Between<'_>) -> bool {
    between.is_complete
        && !fact.has_amount
        && !fact.has_others
        && fact.organisation.is_none()
        && !is_of_tree(fact)
        && !fact.is_known()
}

/// Tells offices from their units. The upper of two rows one below the other is the office; a row whose amounts are
/// the sum of what several such rows hold is their office; another row is a unit below an office that has units, and
/// else an office.
fn rank(facts: &[Facts<'_>], kinds: &mut [Option<Outside>], runs: &[Run]) {
    let mut office: Option<(usize, usize)> = None;
    let mut has_units = false;
    for (number, run) in runs.iter().enumerate() {
        let rows: Vec<usize> = (run.first..run.next).filter(|row| is_unit(kinds, *row)).collect();
        for (place, row) in rows.iter().copied().enumerate() {
            let Some(fact) = facts.get(row) else { continue };
            let below = office.filter(|(_, until)| number <= *until);
            let own = match fact.organisation {
                Some(own) => own,
                None if place > 0 => false,
                None => rows.len() > 1 || below.is_none() && !has_units,
            };
            if own {
                office = Some((row, covered(facts, kinds, runs, number, fact)));
                has_units = false;
            } else {
                has_units = true;
            }
            let of = if own { repeated(facts, kinds, row) } else { office.map(|(row, _)| row) };
            let level = if own { Tingkat::PerangkatDaerah } else { Tingkat::Unit };
            if let Some(kind) = kinds.get_mut(row) {
                *kind = Some(Outside::of(level, of));
            }
        }
    }
}

/// Makes offices and units of the rows of which the workbook itself states it, each of the names once in their order;
/// gives those rows.
pub(super) fn state(
    facts: &[Facts<'_>],
    kinds: &mut [Option<Outside>],
    stated: &[(Tingkat, String)],
) -> Vec<usize> {
    let (mut found, mut office): (Vec<usize>, Option<usize>) = (Vec::new(), None);
    let mut from = 0;
    for (level, name) in stated {
        let is_it = |row: &usize| {
            facts.get(*row).is_some_and(|fact| fact.code.is_none() && letters(fact.name) == *name)
        };
        // A row that a person took away or called otherwise is missing, and no other is taken for it.
        let Some(row) = (from..facts.len()).find(is_it) else { continue };
        let of = office.filter(|_| *level == Tingkat::Unit);
        if let Some(kind) = kinds.get_mut(row) {
            *kind = Some(Outside::of(*level, of));
        }
        if *level == Tingkat::PerangkatDaerah {
            office = Some(row);
        }
        found.push(row);
        from = row + 1;
    }
    found
}

/// Makes units of several offices of which none has units or the code of an organisation.
fn rank_below_title(facts: &[Facts<'_>], kinds: &mut [Option<Outside>]) {
    let of = |kinds: &[Option<Outside>], level: Tingkat| -> Vec<usize> {
        let rows = kinds.iter().enumerate();
        rows.filter(|(_, kind)| kind.is_some_and(|kind| kind.level == level)).map(|(row, _)| row).collect()
    };
    let offices = of(kinds, Tingkat::PerangkatDaerah);
    let organised = |row: &usize| facts.get(*row).is_some_and(|fact| fact.organisation.is_some());
    if offices.len() < 2 || !of(kinds, Tingkat::Unit).is_empty() || offices.iter().any(organised) {
        return;
    }
    for row in offices {
        if let Some(kind) = kinds.get_mut(row) {
            *kind = Some(Outside::of(Tingkat::Unit, None));
        }
    }
}

fn is_unit(kinds: &[Option<Outside>], row: usize) -> bool {
    kinds.get(row).copied().flatten().is_some_and(|kind| kind.level == Tingkat::Unit)
}

/// The last run whose rows below an office's amounts cover: its own where they are the sum of no more.
fn covered(
    facts: &[Facts<'_>],
    kinds: &[Option<Outside>],
    runs: &[Run],
    number: usize,
    fact: &Facts<'_>,
) -> usize {
    let sums = between(facts, kinds, runs, number).map(|between| between.sums).unwrap_or_default();
    sums.iter().rposition(|sum| fact.equals(sum)).map_or(number, |further| number + further)
}

/// The row of the tree just above an office that says the same.
fn repeated(facts: &[Facts<'_>], kinds: &[Option<Outside>], row: usize) -> Option<usize> {
    let above = row.checked_sub(1).filter(|above| kinds.get(*above).is_some_and(Option::is_none))?;
    let (fact, other) = (facts.get(row)?, facts.get(above)?);
    fact.equals(&other.amounts).then_some(above)
}

/// Whether a code stands before a row already: what follows the row begins anew.
pub(super) fn begins_anew(facts: &[Facts<'_>], row: usize) -> bool {
    let code = |fact: &Facts<'_>| fact.code.clone();
    let next: Option<Kode> = facts.get(row + 1..).unwrap_or_default().iter().find_map(code);
    let before = facts.get(..row).unwrap_or_default();
    next.is_some_and(|next| before.iter().any(|fact| fact.code.as_ref() == Some(&next)))
}
