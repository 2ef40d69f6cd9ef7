//! Sums printed inside a table: `Jumlah PROGRAM …`, `Sub Total`, a `Jumlah` after each program.

use rust_decimal::Decimal;

use super::facts::{Facts, names_alike};
use super::in_tree;
use crate::model::{Tingkat, letters};
use crate::solve::codes::Outside;
use crate::value::code::split_leading_code;

/// How the name of a sum begins, the longer first, in letters.
const SUMS: [&str; 4] = ["subjumlah", "subtotal", "jumlah", "total"];

/// Finds the rows whose name is that of a sum of one row above: they say so, or have its amounts.
pub(super) fn find(facts: &[Facts<'_>], kinds: &mut [Option<Outside>]) {
    for (index, fact) in facts.iter().enumerate() {
        let Some(rest) = summed(fact.name).filter(|_| !fact.is_total && !fact.has_indicator) else {
            continue;
        };
        let above = facts.get(..index).unwrap_or_default();
        let of = named(rest, above).or_else(|| of_equal(fact, facts, index, kinds));
        let alone = letters(rest).is_empty();
        let own_code =
            fact.code.is_some() && of.and_then(|of| facts.get(of)).is_none_or(|row| row.code != fact.code);
        if !own_code
            && (of.is_some() || alone && fact.has_amount)
            && let Some(kind) = kinds.get_mut(index)
        {
            *kind = Some(Outside::of(Tingkat::Subtotal, of));
        }
    }
}

/// Whether a row without a code is called a sum, and all rows above add up to what it holds.
pub(super) fn is_sum_of_all(facts: &[Facts<'_>], kinds: &[Option<Outside>], index: usize) -> bool {
    let Some(fact) = facts.get(index).filter(|fact| fact.blank && !fact.has_indicator) else { return false };
    summed(fact.name).is_some() && fact.equals(&top_sums(facts, kinds, 0, index))
}

/// What a sum is of: the words after `Jumlah`, `Sub Total` or `Total`. None where a name begins otherwise.
fn summed(name: &str) -> Option<&str> {
    let mut begun = String::new();
    for (at, word) in words(name).take(2) {
        begun.push_str(&letters(word));
        if SUMS.contains(&begun.as_str()) {
            return name.get(at + word.len()..);
        }
    }
    None
}

/// The words of a text with where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// What levels are called where a sum names no more than the level of what it sums up.
const LEVELS: [(&str, Tingkat); 5] = [
    ("urusan", Tingkat::Urusan),
    ("bidangurusan", Tingkat::BidangUrusan),
    ("program", Tingkat::Program),
    ("kegiatan", Tingkat::Kegiatan),
    ("subkegiatan", Tingkat::SubKegiatan),
];

/// The nearest row above that the words name: by its name, its code, or its level alone.
fn named(rest: &str, above: &[Facts<'_>]) -> Option<usize> {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (code, name) =
        split_leading_code(rest).map_or((None, rest.to_owned()), |(code, name)| (Some(code), name));
    let key = letters(rest);
    let level = LEVELS.iter().find(|(word, _)| *word == key).map(|(_, level)| *level);
    above.iter().rposition(|row| {
        let coded = || {
            row.code
                .as_ref()
                .is_some_and(|own| code.as_deref() == Some(own.as_str()) || rest.trim() == own.as_str())
        };
        let same = !row.letters.is_empty() && names_alike(row.name, &name);
        same || coded() || level.is_some() && row.level() == level
    })
}

/// The nearest row above whose amounts, or the sum of whose rows below, are those of a row.
fn of_equal(fact: &Facts<'_>, facts: &[Facts<'_>], index: usize, kinds: &[Option<Outside>]) -> Option<usize> {
    in_tree(kinds, 0, index).into_iter().rev().find(|above| {
        let Some(row) = facts.get(*above).filter(|row| row.code.is_some()) else { return false };
        fact.equals(&row.amounts) || !row.has_amount && fact.equals(&top_sums(facts, kinds, above + 1, index))
    })
}

/// What the topmost filled rows between two places add up to, by column of money.
pub(super) fn top_sums(
    facts: &[Facts<'_>],
    kinds: &[Option<Outside>],
    from: usize,
    until: usize,
) -> Vec<Option<Decimal>> {
    let columns = facts.first().map_or(0, |fact| fact.amounts.len());
    let rows = in_tree(kinds, from, until);
    let sum = |column: usize| {
        let mut covering = std::collections::BTreeSet::new();
        let mut sum: Option<Decimal> = None;
        for row in &rows {
            let Some(fact) = facts.get(*row) else { continue };
            let (Some(code), Some(Some(amount))) = (&fact.code, fact.amounts.get(column)) else { continue };
            let covered = std::iter::successors(code.parent(), crate::model::Kode::parent)
                .any(|above| covering.contains(&above));
            if !covered {
                sum = sum.unwrap_or_default().checked_add(*amount);
            }
            covering.insert(code.clone());
        }
        sum
    };
    (0..columns).map(sum).collect()
}

/// Tells the totals of a table or of an office's part from the sums after each program: the last row that is called
/// a total is one, and so is one after which another office begins; the others are subtotals.
pub(super) fn settle_totals(facts: &[Facts<'_>], kinds: &mut [Option<Outside>]) {
    let is = |kinds: &[Option<Outside>], row: usize, level: Tingkat| {
        kinds.get(row).copied().flatten().is_some_and(|kind| kind.level == level)
    };
    let totals: Vec<usize> = (0..kinds.len()).filter(|row| is(kinds, *row, Tingkat::Jumlah)).collect();
    let Some((_, earlier)) = totals.split_last() else { return };
    for row in earlier {
        let office = [Tingkat::PerangkatDaerah, Tingkat::Unit, Tingkat::Banner]
            .into_iter()
            .any(|level| is(kinds, row + 1, level));
        if office {
            continue;
        }
        let Some(fact) = facts.get(*row) else { continue };
        let of = of_equal(fact, facts, *row, kinds);
        if let Some(kind) = kinds.get_mut(*row) {
            *kind = Some(Outside::of(Tingkat::Subtotal, of));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sum_is_of_are_the_words_after_its_beginning() {
        assert_eq!(summed("Jumlah PROGRAM PENUNJANG"), Some(" PROGRAM PENUNJANG"));
        assert_eq!(summed("Sub Total : Program"), Some(" : Program"));
        assert_eq!(summed("SUB-JUMLAH"), Some(""));
        assert_eq!(summed("Total Kegiatan 1"), Some(" Kegiatan 1"));
        assert_eq!(summed("Program Jumlah"), None);
        assert_eq!(summed("Jumlahnya"), None);
    }
}
