//! How a table writes its numbers: with zeros before them or without.

use std::collections::BTreeMap;

use super::Row;
use crate::model::{Kode, Shape};

/// How wide each named part is: the width that numbers with a zero before them have, else 1.
#[derive(Debug, Default)]
pub(super) struct Style {
    widths: BTreeMap<&'static str, usize>,
}

impl Style {
    /// The style of the undamaged codes of a table.
    pub(super) fn of(rows: &[Row<'_>], shape: Shape) -> Self {
        let mut widths: BTreeMap<&'static str, BTreeMap<usize, usize>> = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.print.is_damaged) {
            let Some(code) = Kode::legacy(&row.print.parts.join("."), shape) else { continue };
            for (name, part) in code.named_parts().into_iter().filter(|(_, part)| !part.contains('.')) {
                // A number of two digits that needs them tells nothing, unless no other does.
                let telling = part.starts_with('0') || part.len() == 1;
                *widths.entry(name).or_default().entry(part.len()).or_default() +=
                    if telling { 100 } else { 1 };
            }
        }
        let commonest = |votes: BTreeMap<usize, usize>| {
            votes.into_iter().max_by_key(|(_, count)| *count).map_or(2, |(width, _)| width)
        };
        Self { widths: widths.into_iter().map(|(name, votes)| (name, commonest(votes))).collect() }
    }

    /// How wide the table writes the named part at least.
    pub(super) fn width(&self, name: &str) -> usize {
        self.widths.get(name).copied().unwrap_or(if name == "urusan" { 1 } else { 2 })
    }

    /// A number as the table writes the named part.
    pub(super) fn written(&self, name: &str, number: &str) -> String {
        let bare = number.trim_start_matches('0');
        let bare = if bare.is_empty() { "0" } else { bare };
        let width = self.width(name);
        format!("{bare:0>width$}")
    }
}
