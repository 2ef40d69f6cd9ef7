//! Columns that resemble a declared one: a value before or after a change, a part of an amount, a third priority.

use super::columns::{Found, Reading};
use super::phase::{Phase, is_bare};
use super::units::Unit;
use super::words::{Wording, header_letters};
use crate::forms::resembling;
use crate::model::{Column, Kind, Role, Standing};

/// The column of a leaf that no label stands for, where it resembles a declared one.
pub(super) fn part(
    reading: &Reading<'_>,
    found: &[Found],
    leaf: usize,
    unit: &Unit,
) -> Option<(&'static Column, Standing)> {
    match unit.phase {
        Some(phase) => Some((of_phase(reading, leaf, phase)?, Standing::Alone)),
        None => {
            below(reading, leaf).or_else(|| beside(reading, found, leaf)).or_else(|| named(reading, leaf))
        }
    }
}

fn text<'a>(reading: &'a Reading<'_>, leaf: usize, above: usize) -> &'a str {
    reading.tree.node(leaf, above).map_or("", |node| node.text.as_str())
}

fn declared(reading: &Reading<'_>) -> impl Iterator<Item = &'static Column> {
    reading.candidate.layout.all_columns()
}

/// The plan year's amount.
fn amount(reading: &Reading<'_>) -> Option<&'static Column> {
    declared(reading).find(|column| column.role == Role::Amount(0) && column.kind == Kind::Rupiah)
}

/// `pagu_sebelum`, `target_sesudah`, `selisih`.
fn of_phase(reading: &Reading<'_>, leaf: usize, phase: Phase) -> Option<&'static Column> {
    let at = reading.tree.leaves.get(leaf)?.at.column;
    let ending = match phase {
        Phase::Before => "sebelum",
        Phase::After => "sesudah",
        Phase::Difference => {
            let amount = amount(reading).filter(|_| (reading.holds_money)(at))?;
            return resembling(amount, "selisih");
        }
        Phase::Rest => return None,
    };
    let own = text(reading, leaf, 0);
    let base = if is_bare(own) {
        if let Some(declared) = amount_of(reading, leaf, phase) {
            return Some(declared);
        }
        amount(reading).filter(|_| (reading.holds_money)(at))
    } else {
        let spoken = without_phase(own);
        let wording = Wording::of(header_letters(&spoken));
        let labels = reading.candidate.labels.iter().filter(|label| label.phase.is_none());
        let fits = labels.filter_map(|label| {
            Some((label.words(&wording, label.groups.first().map(String::as_str)), *label.columns.first()?))
        });
        fits.filter(|(fit, _)| *fit > 0.0)
            .fold(None, |best: Option<(f64, &'static Column)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
            .map(|(_, column)| column)
    }?;
    resembling(base, &format!("{}_{ending}", base.id))
}

/// The plan year's amount that a layout of two sides declares on one, where no label stands for it and a single leaf of
/// that side holds money: `Anggaran (Rp) › Sebelum`.
fn amount_of(reading: &Reading<'_>, leaf: usize, phase: Phase) -> Option<&'static Column> {
    let is_free = |index: usize| !reading.matched.labels.contains(&Some(index));
    let labels = reading.candidate.labels.iter().enumerate();
    let mut free = labels.filter(|(index, label)| is_free(*index) && label.phase == Some(phase));
    let is_amount = |column: &&&'static Column| column.role == Role::Amount(0) && column.kind == Kind::Rupiah;
    let declared = free.find_map(|(_, label)| label.columns.first().filter(|column| is_amount(column)))?;
    let holds_money = |leaf: usize| {
        let at = reading.tree.leaves.get(leaf).map(|leaf| leaf.at.column);
        at.is_some_and(|at| (reading.holds_money)(at))
    };
    let open = reading.units.iter().zip(&reading.matched.labels).filter(|(unit, label)| {
        label.is_none() && unit.phase == Some(phase) && unit.leaves.iter().any(|leaf| holds_money(*leaf))
    });
    let alone: Vec<&Unit> = open.map(|(unit, _)| unit).collect();
    matches!(alone.as_slice(), [only] if only.leaves == [leaf]).then_some(*declared)
}

/// A header text without the words that name a side of a change.
fn without_phase(text: &str) -> String {
    let is_side = |word: &&str| {
        let word = header_letters(word);
        !["sebelum", "sesudah", "setelah", "semula", "menjadi", "perubahan", "murni"].contains(&word.as_str())
    };
    text.split_whitespace().filter(is_side).collect::<Vec<_>>().join(" ")
}

/// `pagu_apbd_1`: one level below the text of a declared column that has no leaf of its own.
fn below(reading: &Reading<'_>, leaf: usize) -> Option<(&'static Column, Standing)> {
    const ALIKE: f64 = 0.8;
    let parent = reading.tree.node(leaf, 1)?;
    let own = Wording::of(header_letters(&parent.text));
    let group = reading.tree.node(leaf, 2).map(|node| header_letters(&node.text));
    let mut labels = reading.candidate.labels.iter().enumerate();
    let (_, label) = labels.find(|(index, label)| {
        !reading.matched.labels.contains(&Some(*index))
            && !label.is_years()
            && label.words(&own, group.as_deref()) >= ALIKE
    })?;
    let base = *label.columns.first()?;
    Some((resembling(base, &format!("{}_{}", base.id, slug(text(reading, leaf, 0))?))?, Standing::Below))
}

/// `prioritas_gubernur`: beside columns whose ids begin alike, below one group.
fn beside(reading: &Reading<'_>, found: &[Found], leaf: usize) -> Option<(&'static Column, Standing)> {
    let siblings: Vec<&'static Column> = found
        .iter()
        .filter(|found| found.column.is_declared() && reading.tree.are_siblings(found.leaf, leaf))
        .map(|found| found.column)
        .collect();
    let first = *siblings.first()?;
    let stem = first.id.split_once('_')?.0;
    let group = header_letters(text(reading, leaf, 1));
    // `target_1` is one of the years of a group, which a text of another kind is not.
    let named = |column: &Column| {
        let (own, part) = column.id.split_once('_').unwrap_or((column.id, ""));
        own == stem && !part.chars().all(|c| c.is_ascii_digit())
    };
    let alike = group == stem && siblings.iter().all(|column| named(column));
    if !alike {
        return None;
    }
    let last = *siblings.last()?;
    Some((resembling(last, &format!("{stem}_{}", slug(text(reading, leaf, 0))?))?, Standing::Beside))
}

/// `pagu_apbd_1` of `Pagu APBD I`, where money stands below it.
fn named(reading: &Reading<'_>, leaf: usize) -> Option<(&'static Column, Standing)> {
    let at = reading.tree.leaves.get(leaf)?.at.column;
    let base = amount(reading).filter(|_| (reading.holds_money)(at))?;
    let (first, rest) = text(reading, leaf, 0).split_once(char::is_whitespace)?;
    let own = header_letters(first) == base.id && header_letters(rest).starts_with("apb");
    own.then(|| Some((resembling(base, &format!("{}_{}", base.id, slug(rest)?))?, Standing::Alone)))?
}

/// Roman numbers of parts.
const ROMAN: [(&str, &str); 5] = [("i", "1"), ("ii", "2"), ("iii", "3"), ("iv", "4"), ("v", "5")];
/// The most letters of a part in an id.
const LONGEST: usize = 40;

/// A text as the end of an id: small letters and digits, joined by `_`; `None` where it has none.
fn slug(text: &str) -> Option<String> {
    // `APBD II (Rp)` is the part, whatever its unit.
    let text = text.split_once('(').map_or(text, |(before, _)| before);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let word = |word: &str| {
        let small = word.to_ascii_lowercase();
        ROMAN.iter().find(|(roman, _)| *roman == small).map_or(small, |(_, number)| (*number).to_owned())
    };
    let joined = words.map(word).collect::<Vec<_>>().join("_");
    let cut: String = joined.chars().take(LONGEST).collect();
    (!cut.is_empty()).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_ids_in_small_letters() {
        assert_eq!(slug("APBD II (Rp)").as_deref(), Some("apbd_2"));
        assert_eq!(slug("Gubernur").as_deref(), Some("gubernur"));
        assert_eq!(slug("—"), None);
        assert_eq!(without_phase("Pagu Indikatif Sebelum Perubahan"), "Pagu Indikatif");
    }
}
