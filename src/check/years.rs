//! Years in headers that are not the years the form prints there.

use crate::forms::with_years;
use crate::model::{Column, Document, Finding, Place, Region, Said, Severity, Subject};

/// Headers whose year differs from the form's, given the document's plan year.
pub(super) fn findings(document: &Document, regions: &[Region]) -> Vec<Finding> {
    let Some(year) = document.about.year else { return Vec::new() };
    let mut findings = Vec::new();
    for (index, region) in regions.iter().enumerate() {
        for (place, column, text) in &region.header {
            findings.extend(finding(index, year, place, column, text));
        }
    }
    findings
}

fn finding(index: usize, year: u16, place: &Place, column: &'static Column, text: &str) -> Option<Finding> {
    let wording = column.header.last()?;
    let (wanted, found) = (years(&with_years(wording, Some(year))), years(text));
    let differs = wanted.len() == 1 && found.len() == 1 && wanted != found;
    differs.then(|| Finding {
        rule: "header-year",
        severity: Severity::Warning,
        about: Some(Subject::ColumnYear),
        table: Some(index),
        row: None,
        column: Some(column.id),
        source: Some(place.clone()),
        message: Said::new(
            format!(
                "Judul kolom menyebut {}, formulir meminta {}. Periksa tahunnya.",
                found.join(", "),
                wanted.join(", ")
            ),
            format!(
                "The header says {}, the form asks for {}. Check the year.",
                found.join(", "),
                wanted.join(", ")
            ),
        ),
        expected: wanted.first().cloned(),
        found: found.first().cloned(),
        candidates: Vec::new(),
    })
}

fn years(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .map(str::to_owned)
        .collect()
}
