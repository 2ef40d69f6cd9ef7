//! The header labels of every form, prepared for matching.

use std::sync::LazyLock;

use super::words::{Wording, header_letters, likeness};
use crate::forms::FORMS;
use crate::model::{Column, Form, Layout};

/// A column with the letters of its header and of the group above it.
pub(super) struct Label {
    pub(super) column: &'static Column,
    pub(super) own: Vec<Wording>,
    pub(super) group: Option<String>,
}

/// A layout with its labels.
pub(super) struct Candidate {
    pub(super) form: &'static Form,
    pub(super) layout: &'static Layout,
    pub(super) labels: Vec<Label>,
}

/// Every layout of every form.
pub(super) static CANDIDATES: LazyLock<Vec<Candidate>> = LazyLock::new(|| {
    FORMS
        .into_iter()
        .flat_map(|form| form.layouts.iter().map(move |layout| candidate(form, layout)))
        .collect()
});

/// Every distinct header text, groups included.
static TEXTS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let mut texts: Vec<String> = CANDIDATES
        .iter()
        .flat_map(|candidate| candidate.labels.iter())
        .flat_map(|label| {
            label
                .own
                .iter()
                .map(|own| own.letters().to_owned())
                .chain(label.column.header.iter().map(|part| header_letters(part)))
        })
        .collect();
    texts.sort();
    texts.dedup();
    texts.into_iter().map(Wording::of).collect()
});

fn candidate(form: &'static Form, layout: &'static Layout) -> Candidate {
    let labels = layout
        .all_columns()
        .map(|column| {
            let last = column.header.last().copied().unwrap_or_default();
            let texts = [last].into_iter().chain(column.aliases.iter().copied());
            let own = texts.map(|text| Wording::of(header_letters(text))).collect();
            let group = column.header.len().checked_sub(2).and_then(|index| column.header.get(index));
            Label { column, own, group: group.map(|text| header_letters(text)) }
        })
        .collect();
    Candidate { form, layout, labels }
}

/// How alike a header cell must be to stand for a column.
const LEAST: f64 = 0.6;

impl Label {
    /// How well a header cell with its group fits this column, 0 to 1.
    pub(super) fn fit(&self, own: &Wording, group: Option<&str>) -> f64 {
        let best = self.own.iter().map(|label| label.likeness(own, LEAST)).fold(0.0, f64::max);
        if best < LEAST {
            return 0.0;
        }
        match (&self.group, group) {
            (Some(wanted), Some(found)) => 0.8 * best + 0.2 * likeness(wanted, found),
            (None, None) => best,
            _ => 0.85 * best,
        }
    }
}

/// Whether a text (letters only) is a header text of any form.
pub(super) fn is_header_text(letters: &str) -> bool {
    if letters.len() < 2 {
        return false;
    }
    let wording = Wording::of(letters.to_owned());
    TEXTS.iter().any(|text| text.is_like(&wording, 0.8))
}
