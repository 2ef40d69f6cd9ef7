//! Years in headers that are not the years that the form prints there, given the plan year: two readings of one table,
//! told once.

use crate::forms::marks;
use crate::model::{Column, Document, Finding, Printed, Region, Said, Severity, Subject};

/// The tables whose headers contradict the plan year. No printed year is changed.
pub(super) fn findings(document: &Document, regions: &[Region]) -> Vec<Finding> {
    let Some(year) = document.about.year else { return Vec::new() };
    regions.iter().enumerate().filter_map(|(index, region)| finding(index, year, region)).collect()
}

/// The year that the form prints above a column of a plan, if it prints one there.
fn expected(column: &Column, plan: u16) -> Option<u16> {
    let offset = column.header.iter().rev().find_map(|text| marks(text).last().copied())??;
    u16::try_from(i32::from(plan) + offset).ok()
}

fn finding(index: usize, plan: u16, region: &Region) -> Option<Finding> {
    let differs = |column: &&'static Column| {
        let printed: &Printed = region.printed.get(column.id)?;
        let (found, wanted) = (printed.year?, expected(column, plan)?);
        (found != wanted).then_some((*column, printed, found, wanted))
    };
    let all: Vec<_> = region.columns.iter().filter_map(differs).collect();
    let (first, ..) = all.first()?;
    let list = |years: &mut dyn Iterator<Item = u16>| {
        years.map(|year| year.to_string()).collect::<Vec<_>>().join(", ")
    };
    let found = list(&mut all.iter().map(|(_, _, found, _)| *found));
    let wanted = list(&mut all.iter().map(|(_, _, _, wanted)| *wanted));
    let names: Vec<String> = all.iter().map(|(_, printed, ..)| printed.header.join(" › ")).collect();
    let names = names.join("; ");
    let place =
        region.header.iter().find(|(_, column, _)| column.id == first.id).map(|(place, ..)| place.clone());
    Some(Finding {
        rule: "header-year",
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
        ..Finding::default()
    })
}
