//! Headers that say something else than the form: kept as printed, and told.

use crate::forms::{means_another, with_years};
use crate::model::{Column, Finding, Origin, Region, Said, Severity};
use crate::rules;

/// The notes about headers of a table that say something else than the form; none asks for a decision.
pub(super) fn findings(index: usize, region: &Region) -> Vec<Finding> {
    if region.own {
        // What we wrote says what was printed.
        return Vec::new();
    }
    region
        .header
        .iter()
        .filter_map(|(place, column, text)| {
            let (cause, message) = match column.origin {
                Origin::Unknown => (rules::undeclared_column::NOT_OF_THE_FORM, undeclared(region, column)),
                Origin::Declared if other_words(column, text) => {
                    (rules::header_meaning::OTHER_WORDS, meaning(column, text))
                }
                Origin::Declared | Origin::Like(_) => return None,
            };
            Some(Finding {
                severity: Severity::Note,
                table: Some(index),
                row: None,
                column: Some(column.id),
                source: Some(place.clone()),
                message,
                expected: None,
                found: Some(text.clone()),
                candidates: Vec::new(),
                ..Finding::of(cause)
            })
        })
        .collect()
}

fn other_words(column: &Column, text: &str) -> bool {
    column.header.last().is_some_and(|standard| means_another(standard, text))
}

fn undeclared(region: &Region, column: &Column) -> Said {
    let path = region.printed.get(column.id).map(|printed| printed.header.join(" › ")).unwrap_or_default();
    Said::new(
        format!(
            "Formulir tidak mengenal kolom “{path}”. Isinya disimpan apa adanya sebagai kolom {}.",
            column.id
        ),
        format!(
            "The form has no column “{path}”. What it holds is kept as it stands, as the column {}.",
            column.id
        ),
    )
}

fn meaning(column: &Column, text: &str) -> Said {
    let standard = with_years(column.header.last().unwrap_or(&""), None);
    Said::new(
        format!(
            "Kepala kolom menyebut “{text}”, formulir menyebut “{standard}”. Kata yang tercetak dipertahankan."
        ),
        format!("The header says “{text}”, the form says “{standard}”. The printed words are kept."),
    )
}
