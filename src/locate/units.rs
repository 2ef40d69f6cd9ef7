//! What belongs together below a header: single columns, pairs of quantity and money, and the years of a group.

use super::labels::{is_header_text, likenesses};
use super::phase::{Phase, is_bare, phases};
use super::series::{self, Series};
use super::tree::Tree;
use super::words::{Wording, header_letters};
use crate::model::{open_year, years};

/// How the leaves of a unit stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One column.
    Single,
    /// A quantity and an amount below one text, in the order in which they stand.
    Pair { quantity: usize, money: usize },
    /// One column for each year of a period.
    Years,
}

/// One or several leaves that one label of a form may stand for.
pub(super) struct Unit {
    pub(super) shape: Shape,
    /// The positions of its leaves in the tree.
    pub(super) leaves: Vec<usize>,
    pub(super) own: Wording,
    /// How well its own words fit each wording of a label, by the number of the wording.
    likenesses: Vec<f64>,
    pub(super) group: Option<String>,
    pub(super) phase: Option<Phase>,
}

impl Unit {
    fn new(
        shape: Shape,
        leaves: Vec<usize>,
        (own, group): (String, Option<String>),
        phase: Option<Phase>,
    ) -> Self {
        let own = Wording::of(own);
        // A group that only names a side of a change is told by the side.
        let group = group.filter(|group| !is_bare(group));
        Self { shape, leaves, likenesses: likenesses(&own), own, group, phase }
    }

    /// How well its own words fit the wording of a label that has this number.
    pub(super) fn likeness(&self, wording: usize) -> f64 {
        self.likenesses.get(wording).copied().unwrap_or_default()
    }
}

/// What stands for a quantity and what for money in a pair (letters only).
const QUANTITY: [&str; 6] = ["k", "kinerja", "fisik", "volume", "kin", "vol"];
const MONEY: [&str; 6] = ["rp", "rupiah", "anggaran", "keuangan", "dana", "rpjuta"];

/// Whether a text marks one half of a pair; money where true.
pub(super) fn half(text: &str) -> Option<bool> {
    let letters = header_letters(text);
    let is = |marks: &[&str]| marks.contains(&letters.as_str());
    if is(&MONEY) { Some(true) } else { is(&QUANTITY).then_some(false) }
}

/// Which year of a group a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearMark {
    /// A year of the calendar: `2021`, `Tahun 2021`.
    Calendar(u16),
    /// A year of a period, counted from its first: `1`, `Tahun-1`, `Tahun ke-1`.
    OfPeriod(u16),
    /// A year that a template leaves open, by its distance from the plan year: `Tahun n-2`.
    Open(i32),
}

/// No period of a plan has more years.
const LONGEST_PERIOD: u16 = 6;

/// The year that a text is, if it says nothing else.
pub(super) fn year_mark(text: &str) -> Option<YearMark> {
    let letters = header_letters(text);
    if matches!(letters.as_str(), "" | "tahun" | "th" | "thn" | "ta")
        && let [year] = years(text).as_slice()
    {
        return Some(YearMark::Calendar(*year));
    }
    if let Some(distance) = open_year(text) {
        return Some(YearMark::Open(distance));
    }
    if !matches!(letters.as_str(), "" | "tahun" | "tahunke" | "th" | "thn" | "thnke") {
        return None;
    }
    // `1,5` and `1 2` are no year.
    let rest = text.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_end();
    let number: u16 = rest.trim_end_matches(')').parse().ok()?;
    (1..=LONGEST_PERIOD).contains(&number).then_some(YearMark::OfPeriod(number))
}

/// Whether a text is a year and nothing else: `2021`, `Tahun 2021`, or one that a template leaves open: `Tahun n-2`.
pub(super) fn is_year(text: &str) -> bool {
    matches!(year_mark(text), Some(YearMark::Calendar(_) | YearMark::Open(_)))
}

/// The year that a leaf of a group of years stands for: it says so itself, or what stands just above it does.
pub(super) fn year_of(tree: &Tree, leaf: usize) -> Option<YearMark> {
    let own = || years(text(tree, leaf)).first().copied().map(YearMark::Calendar);
    let above = || tree.node(leaf, 1).and_then(|node| year_mark(&node.text));
    let ending = || ending_year(text(tree, leaf)).map(|(_, mark)| mark);
    year_mark(text(tree, leaf)).or_else(own).or_else(above).or_else(ending)
}

/// What a text says before the year that it ends with, and that year: `TARGET` and the first of `TARGET TAHUN 1`.
pub(super) fn ending_year(text: &str) -> Option<(&str, YearMark)> {
    let starts = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    starts
        .filter_map(|at| Some((text.get(..at)?, year_mark(text.get(at..)?)?)))
        .find(|(words, _)| words.chars().any(char::is_alphabetic))
}

/// The units of a header, from left to right.
pub(super) fn units(tree: &Tree) -> Vec<Unit> {
    let paths: Vec<Vec<String>> =
        (0..tree.leaves.len()).map(|leaf| tree.path(leaf).map(str::to_owned).collect()).collect();
    let phases = phases(&paths);
    let mut units = Vec::new();
    let mut leaf = 0;
    while leaf < tree.leaves.len() {
        let series = series::at(tree, leaf);
        if !series.is_empty() {
            leaf += series.iter().map(|series| series.leaves.len()).sum::<usize>();
            for Series { words, group, leaves } in series {
                let phase = leaves.first().and_then(|first| phases.get(*first).copied().flatten());
                units.push(Unit::new(Shape::Years, leaves, (words, group), phase));
            }
            continue;
        }
        let (shape, length) = shape(tree, leaf);
        let leaves: Vec<usize> = (leaf..leaf + length).collect();
        let phase = phases.get(leaf).copied().flatten();
        units.push(Unit::new(shape, leaves, texts(tree, leaf, shape), phase));
        leaf += length;
    }
    units
}

pub(super) fn text(tree: &Tree, leaf: usize) -> &str {
    tree.node(leaf, 0).map_or("", |node| node.text.as_str())
}

fn shape(tree: &Tree, leaf: usize) -> (Shape, usize) {
    if tree.are_siblings(leaf, leaf + 1) && !tree.are_siblings(leaf, leaf + 2) && first_child(tree, leaf) {
        match (half(text(tree, leaf)), half(text(tree, leaf + 1))) {
            (Some(false), Some(true)) => return (Shape::Pair { quantity: leaf, money: leaf + 1 }, 2),
            (Some(true), Some(false)) => return (Shape::Pair { quantity: leaf + 1, money: leaf }, 2),
            _ => {}
        }
    }
    let run =
        |same: &dyn Fn(usize) -> bool| (leaf + 1..tree.leaves.len()).take_while(|next| same(*next)).count();
    if year_mark(text(tree, leaf)).is_some() && tree.node(leaf, 1).is_some() {
        let same = |next: usize| year_mark(text(tree, next)).is_some() && tree.are_siblings(leaf, next);
        return (Shape::Years, 1 + run(&same));
    }
    // Without a group, the same words stand above each year: `Target Tahun 2021 | Target Tahun 2022`.
    let (words, year) = (header_letters(text(tree, leaf)), years(text(tree, leaf)));
    if let [_] = year.as_slice() {
        let same = |next: usize| {
            header_letters(text(tree, next)) == words
                && years(text(tree, next)).len() == 1
                && (tree.node(leaf, 1).is_none() && tree.node(next, 1).is_none()
                    || tree.are_siblings(leaf, next))
        };
        let more = run(&same);
        if more > 0 {
            return (Shape::Years, 1 + more);
        }
    }
    (Shape::Single, 1)
}

fn first_child(tree: &Tree, leaf: usize) -> bool {
    leaf.checked_sub(1).is_none_or(|before| !tree.are_siblings(before, leaf))
}

/// The letters of what a unit is about, and of the group above that.
fn texts(tree: &Tree, leaf: usize, shape: Shape) -> (String, Option<String>) {
    let letters = |above: usize| tree.node(leaf, above).map(|node| header_letters(&node.text));
    let grouped = match shape {
        // `Sebelum` below `Target`: the group says what it is, the leaf on which side of a change.
        Shape::Single
            if is_bare(text(tree, leaf)) && tree.node(leaf, 1).is_some_and(|node| !is_bare(&node.text)) =>
        {
            return (letters(1).unwrap_or_default(), letters(2));
        }
        Shape::Single => {
            let (own, joined) = tree.own_letters(leaf, &is_header_text);
            return (own, if joined { letters(2) } else { letters(1) });
        }
        Shape::Pair { .. } => true,
        Shape::Years => year_mark(text(tree, leaf)).is_some(),
    };
    if grouped {
        (letters(1).unwrap_or_default(), letters(2))
    } else {
        (letters(0).unwrap_or_default(), letters(1))
    }
}
