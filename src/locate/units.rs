//! What belongs together below a header: single columns, pairs of quantity and money, and the years of a group.

use super::labels::is_header_text;
use super::phase::{Phase, is_bare, phases};
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
    /// The same thing year by year.
    Years,
}

/// One or several leaves that one label of a form may stand for.
pub(super) struct Unit {
    pub(super) shape: Shape,
    /// The positions of its leaves in the tree.
    pub(super) leaves: Vec<usize>,
    pub(super) own: Wording,
    pub(super) group: Option<String>,
    pub(super) phase: Option<Phase>,
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

/// Whether a text is a year and nothing else: `2021`, `Tahun 2021`, or one that a template leaves open: `Tahun n-2`.
pub(super) fn is_year(text: &str) -> bool {
    let letters = header_letters(text);
    matches!(letters.as_str(), "" | "tahun" | "th" | "thn" | "ta") && years(text).len() == 1
        || open_year(text).is_some()
}

/// The units of a header, from left to right.
pub(super) fn units(tree: &Tree) -> Vec<Unit> {
    let paths: Vec<Vec<String>> =
        (0..tree.leaves.len()).map(|leaf| tree.path(leaf).map(str::to_owned).collect()).collect();
    let phases = phases(&paths);
    let mut units = Vec::new();
    let mut leaf = 0;
    while leaf < tree.leaves.len() {
        let (shape, length) = shape(tree, leaf);
        let leaves: Vec<usize> = (leaf..leaf + length).collect();
        let (own, group) = texts(tree, leaf, shape);
        let phase = phases.get(leaf).copied().flatten();
        units.push(Unit { shape, leaves, own: Wording::of(own), group, phase });
        leaf += length;
    }
    units
}

fn text(tree: &Tree, leaf: usize) -> &str {
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
    if is_year(text(tree, leaf)) && tree.node(leaf, 1).is_some() {
        let same = |next: usize| is_year(text(tree, next)) && tree.are_siblings(leaf, next);
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
        Shape::Years => is_year(text(tree, leaf)),
    };
    if grouped {
        (letters(1).unwrap_or_default(), letters(2))
    } else {
        (letters(0).unwrap_or_default(), letters(1))
    }
}
