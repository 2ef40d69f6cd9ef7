//! Years in headers that are not the years that the form prints there, given the plan year: two readings of one table,
//! told once.

use crate::forms::other_years;
use crate::model::{Document, Finding, Region, Said, Severity, Subject};
use crate::rules;

/// The tables whose headers contradict the plan year. No printed year is changed.
pub(super) fn findings(document: &Document, regions: &[Region]) -> Vec<Finding> {
    let Some(year) = document.about.year else { return Vec::new() };
    regions.iter().enumerate().filter_map(|(index, region)| finding(index, year, region)).collect()
}

fn finding(index: usize, plan: u16, region: &Region) -> Option<Finding> {
    let all = other_years(&region.columns, &region.printed, plan);
    let first = all.first()?.column;
    let list = |years: &mut dyn Iterator<Item = u16>| {
        years.map(|year| year.to_string()).collect::<Vec<_>>().join(", ")
    };
    let found = list(&mut all.iter().map(|one| one.found));
    let wanted = list(&mut all.iter().map(|one| one.wanted));
    let printed = all.iter().filter_map(|one| region.printed.get(one.column.id));
    let names = printed.map(|printed| printed.header.join(" › ")).collect::<Vec<_>>().join("; ");
    let place =
        region.header.iter().find(|(_, column, _)| column.id == first.id).map(|(place, ..)| place.clone());
    Some(Finding {
        severity: Severity::Warning,
        about: Some(Subject::ColumnYear),
        table: Some(index),
        row: None,
        column: Some(first.id),
        source: place,
        message: Said::new(
            format!(
                "Kepala kolom menyebut {found} ({names}); menurut tahun rencana {plan} formulir meminta {wanted}. Tahun yang tercetak tidak diubah. Periksa mana yang benar."
            ),
            format!(
                "The header says {found} ({names}); by the plan year {plan} the form asks for {wanted}. No printed year was changed. Check which one is right."
            ),
        ),
        candidates: vec![found.clone(), wanted.clone()],
        expected: Some(wanted),
        found: Some(found),
        ..Finding::of(rules::header_year::OTHER_YEAR)
    })
}
