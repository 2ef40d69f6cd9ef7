//! Checks: model in, findings out. Nothing is changed here.

mod amounts;
mod conservation;
mod cut_texts;
mod headers;
mod laws;
mod plausibility;
mod twins;
mod years;

pub use conservation::conservation;

use rust_decimal::Decimal;

use crate::compare;
use crate::model::{Document, Finding, Kind, Region};
use crate::value::number::{percent_text, typographic};

/// Everything about a document that a person should look at, beyond what solving left open.
#[must_use]
pub fn check(document: &Document, regions: &[Region]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        findings.extend(laws::findings(index, table));
    }
    findings.extend(twins::findings(document));
    findings.extend(compare::within(document).findings);
    findings.extend(cut_texts::findings(document));
    findings.extend(plausibility::findings(document, regions));
    findings.extend(years::findings(document, regions));
    findings.extend(regions.iter().enumerate().flat_map(|(index, region)| headers::findings(index, region)));
    findings.extend(amounts::findings(document));
    findings.extend(conservation::findings(document));
    for finding in &mut findings {
        offer(document, finding);
    }
    findings
}

/// Offers what a check expected as an answer, in the typography of the column.
fn offer(document: &Document, finding: &mut Finding) {
    let Some(expected) = finding.expected.clone().filter(|_| finding.may_stay()) else { return };
    let column = finding.column.and_then(|id| {
        let table = document.tables.get(finding.table?)?;
        table.columns.iter().find(|column| column.id == id)
    });
    let number = expected.parse::<Decimal>().ok().filter(|_| finding.row.is_some());
    let shown = match (number, column.map(|column| column.kind)) {
        (Some(number), Some(Kind::Percent)) => percent_text(number),
        (Some(number), Some(kind)) if kind.is_numeric() => typographic(number),
        _ => expected,
    };
    if !finding.candidates.contains(&shown) {
        finding.candidates.insert(0, shown);
    }
}
