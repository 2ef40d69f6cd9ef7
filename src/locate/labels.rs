//! The header labels of every form, prepared for matching.

use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use foldhash::HashMap;

use super::phase::{Phase, is_bare, phases};
use super::units::{Shape, Unit};
use super::words::{Wording, header_letters, likeness, without_marks};
use crate::forms::FORMS;
use crate::model::{Column, Form, Layout};

/// A column, or the columns of the years of one group, with the letters of its header and of the group above it.
pub(super) struct Label {
    pub(super) columns: Vec<&'static Column>,
    pub(super) own: Vec<Wording>,
    /// The positions of these wordings among the [distinct ones](likenesses).
    numbers: Vec<usize>,
    /// Whether it stands for the years of a group.
    years: bool,
    /// The letters of the group above it, then those by which its other wordings name that group.
    pub(super) groups: Vec<String>,
    /// The groups of the layout's other columns of the same words: what stands below one of these is that column.
    rivals: Vec<String>,
    pub(super) phase: Option<Phase>,
    /// Whether the form may do without it: then only its own words stand for it.
    pub(super) optional: bool,
}

/// A layout with its labels.
pub(super) struct Candidate {
    pub(super) form: &'static Form,
    pub(super) layout: &'static Layout,
    pub(super) labels: Vec<Label>,
}

/// Every layout of every form.
pub(super) static CANDIDATES: LazyLock<Vec<Candidate>> = LazyLock::new(|| {
    let layouts =
        FORMS.iter().copied().flat_map(|form| form.layouts.iter().map(move |layout| (form, layout)));
    let mut candidates: Vec<Candidate> = layouts.map(|(form, layout)| candidate(form, layout)).collect();
    let mut known: HashMap<String, usize> = HashMap::default();
    for label in candidates.iter_mut().flat_map(|candidate| &mut candidate.labels) {
        for own in &label.own {
            let next = known.len();
            label.numbers.push(*known.entry(own.letters().to_owned()).or_insert(next));
        }
    }
    candidates
});

/// Every distinct wording of a label, by its number: the layouts share most of them.
static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let mut wordings: Vec<Wording> = Vec::new();
    for label in CANDIDATES.iter().flat_map(|candidate| &candidate.labels) {
        for (own, number) in label.own.iter().zip(&label.numbers) {
            if *number == wordings.len() {
                wordings.push(Wording::of(own.letters().to_owned()));
            }
        }
    }
    wordings
});

/// How well the words of a header cell fit each distinct wording of a label, 0 where they hardly do.
pub(super) fn likenesses(own: &Wording) -> Vec<f64> {
    WORDINGS.iter().map(|wording| wording.likeness(own, LEAST)).collect()
}

/// Every distinct header text, groups included, the shortest first.
static TEXTS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let columns = FORMS.iter().copied().flat_map(|form| form.layouts).flat_map(Layout::all_columns);
    let texts = columns.flat_map(|column| column.header.iter().chain(column.aliases));
    let texts: BTreeSet<&str> = texts.flat_map(|text| text.split(GROUP)).collect();
    let mut texts: Vec<String> = texts.into_iter().map(letters).collect();
    texts.sort_by(|left, right| left.len().cmp(&right.len()).then(left.cmp(right)));
    texts.dedup();
    texts.into_iter().map(Wording::of).collect()
});

/// What stands between a group and a column where another wording of a form names both: `Hasil › Tolok Ukur`.
const GROUP: &str = " › ";

/// The letters of a wording of a form. The layouts share most wordings.
fn letters(wording: &'static str) -> String {
    static KNOWN: LazyLock<Mutex<HashMap<&'static str, String>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(wording).or_insert_with(|| header_letters(&without_marks(wording))).clone()
}

fn candidate(form: &'static Form, layout: &'static Layout) -> Candidate {
    let columns: Vec<&'static Column> = layout.all_columns().collect();
    let path = |column: &&Column| column.header.iter().map(|text| without_marks(text)).collect();
    let phases = phases(&columns.iter().map(path).collect::<Vec<Vec<String>>>());
    let mut labels: Vec<Label> = Vec::new();
    for (column, phase) in columns.iter().zip(phases) {
        let above = |levels: usize| {
            let index = column.header.len().checked_sub(1 + levels);
            index.and_then(|index| column.header.get(index)).map(|text| letters(text))
        };
        let last = column.header.last().copied().unwrap_or_default();
        let level = year_level(column);
        let (named, plain): (Vec<&str>, Vec<&str>) =
            column.aliases.iter().copied().partition(|text| text.contains(GROUP));
        let named: Vec<(&str, &str)> = named.into_iter().filter_map(|text| text.split_once(GROUP)).collect();
        let (standard, group) = match level {
            None => (letters(last), above(1)),
            // The group is what the column is about; above that, a header says no more.
            Some(0) => (above(1).unwrap_or_default(), None),
            Some(_) => (letters(last), above(2)),
        };
        let others = plain.into_iter().chain(named.iter().map(|(_, own)| *own)).map(letters);
        let mut own: Vec<String> = std::iter::once(standard).chain(others).collect();
        let mut groups: Vec<String> =
            group.into_iter().chain(named.iter().map(|(group, _)| letters(group))).collect();
        keep_first(&mut own);
        keep_first(&mut groups);
        // A group that only names a side of a change tells what the label's side tells.
        groups.retain(|group| !is_bare(group));
        let said = own.first().cloned();
        let same = |label: &&mut Label| {
            label.is_years()
                && label.own.first().map(Wording::letters) == said.as_deref()
                && label.groups == groups
        };
        if level.is_some()
            && let Some(label) = labels.iter_mut().find(same)
        {
            label.columns.push(column);
            continue;
        }
        let own = own.into_iter().map(Wording::of).collect();
        let optional = layout.optional.iter().any(|other| other.id == column.id);
        let (columns, numbers, rivals) = (vec![*column], Vec::new(), Vec::new());
        let years = level.is_some();
        labels.push(Label { columns, own, numbers, years, groups, rivals, phase, optional });
    }
    let rivals: Vec<Vec<String>> = labels.iter().map(|label| rivals(label, &labels)).collect();
    for (label, rivals) in labels.iter_mut().zip(rivals) {
        label.rivals = rivals;
    }
    Candidate { form, layout, labels }
}

/// Leaves out every text that stands before already.
fn keep_first(texts: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    texts.retain(|text| seen.insert(text.clone()));
}

/// The groups of the other labels whose standard words are the same.
fn rivals(label: &Label, labels: &[Label]) -> Vec<String> {
    let standard = |label: &Label| label.own.first().map(|own| own.letters().to_owned());
    let same = |other: &&Label| {
        standard(other) == standard(label) && other.phase == label.phase && other.groups != label.groups
    };
    labels.iter().filter(same).flat_map(|other| other.groups.iter().cloned()).collect()
}

/// How many levels above its own text the header of a column names the year of a group that it is of; `None` where it is
/// of no group of years.
fn year_level(column: &Column) -> Option<usize> {
    let is_year = |text: &&&'static str| {
        text.chars().any(|c| c.is_ascii_digit() || c == '{')
            && matches!(letters(text).as_str(), "" | "tahun" | "tahunke")
    };
    let parts = column.header.iter().rev().take(2);
    parts.enumerate().find(|(_, text)| is_year(text)).map(|(level, _)| level)
}

/// How alike a header cell must be to stand for a column.
const LEAST: f64 = 0.6;
/// How well a heading fits that says the first words of the standard one, below the same group.
const SHORTENED: f64 = 0.7;
/// The least letters of such a heading.
const SHORTEST: usize = 6;
/// How much less well an other wording fits than the standard one, so that of two the standard one is taken.
const OTHER_WORDING: f64 = 0.98;

/// How well the words of a column must fit that the form may do without.
const OWN_WORDS: f64 = 0.9;

impl Label {
    /// Whether it stands for the years of a group.
    pub(super) const fn is_years(&self) -> bool {
        self.years
    }

    /// How well a unit of a header fits, 0 to 1.
    pub(super) fn fit(&self, unit: &Unit) -> f64 {
        if self.phase != unit.phase || self.is_years() && unit.shape != Shape::Years {
            return 0.0;
        }
        let like = |(_, number): (&Wording, &usize)| unit.likeness(*number);
        let best = best_of(self.own.iter().zip(&self.numbers).map(like));
        let fit = self.below_group(best, &unit.own, unit.group.as_deref());
        if self.optional && fit < OWN_WORDS { 0.0 } else { fit }
    }

    /// How well the words of a header cell and of its group fit, 0 to 1.
    pub(super) fn words(&self, own: &Wording, group: Option<&str>) -> f64 {
        let best = best_of(self.own.iter().map(|label| label.likeness(own, LEAST)));
        self.below_group(best, own, group)
    }

    /// How well words that fit so well do below a group.
    fn below_group(&self, best: f64, own: &Wording, group: Option<&str>) -> f64 {
        let standard = self.own.first().map_or("", Wording::letters);
        let shortened = own.letters().len() >= SHORTEST && standard.starts_with(own.letters());
        if best < LEAST && !shortened {
            return 0.0;
        }
        let closest = |groups: &[String], found: &str| {
            groups.iter().map(|wanted| likeness(wanted, found)).reduce(f64::max)
        };
        let groups = group.and_then(|found| closest(&self.groups, found));
        let rival = group.and_then(|found| closest(&self.rivals, found)).unwrap_or_default();
        if groups.is_some_and(|alike| alike < LEAST && alike < rival && rival >= LEAST) {
            return 0.0;
        }
        let best = match groups {
            Some(alike) if alike >= LEAST && shortened => best.max(SHORTENED),
            _ => best,
        };
        if best < LEAST {
            return 0.0;
        }
        match (groups, self.groups.is_empty(), group) {
            (Some(alike), ..) => 0.8 * best + 0.2 * alike,
            (None, true, None) => best,
            _ => 0.85 * best,
        }
    }
}

/// The best of how well words fit the wordings of a label, the standard one first.
fn best_of(fits: impl Iterator<Item = f64>) -> f64 {
    let weighed = fits.enumerate().map(|(index, fit)| if index == 0 { fit } else { OTHER_WORDING * fit });
    weighed.fold(0.0, f64::max)
}

/// Whether a text (letters only) is a header text of any form.
pub(super) fn is_header_text(letters: &str) -> bool {
    if letters.len() < 2 {
        return false;
    }
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(letters).copied();
    known.unwrap_or_else(|| {
        let found = is_like_a_header_text(letters);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(letters.to_owned(), found);
        found
    })
}

/// What was asked last, with the answers: workbooks repeat their texts from sheet to sheet and from row to row.
static KNOWN: LazyLock<Mutex<HashMap<String, bool>>> = LazyLock::new(Mutex::default);
/// How many of them are kept.
const KEPT: usize = 4000;

fn is_like_a_header_text(letters: &str) -> bool {
    let wording = Wording::of(letters.to_owned());
    // A text of less than a third of the letters is like none.
    let first = TEXTS.partition_point(|text| text.letters().len() * 3 < letters.len());
    let rest = TEXTS.get(first..).unwrap_or_default().iter();
    let mut near = rest.take_while(|text| text.letters().len() <= letters.len() * 3);
    near.any(|text| text.is_like(&wording, 0.8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(layout: &str, id: &str) -> &'static Label {
        let candidate = CANDIDATES.iter().find(|candidate| candidate.layout.id == layout).unwrap();
        candidate.labels.iter().find(|label| label.columns.iter().any(|column| column.id == id)).unwrap()
    }

    #[test]
    fn the_group_tells_columns_of_the_same_words_apart() {
        let own = Wording::of(header_letters("Tolak Ukur"));
        let fit = |id: &str, group: &str| label("matriks", id).words(&own, Some(&header_letters(group)));
        assert!(fit("hasil", "HASIL KEGIATAN") > 0.8 && fit("hasil", "Outcome") > 0.8);
        assert!(fit("capaian_program", "HASIL KEGIATAN") < 0.01 && fit("keluaran", "Outcome") < 0.01);
        assert!(fit("capaian_program", "Capaian") > 0.6, "a group that is no other's tells nothing");
    }
}
