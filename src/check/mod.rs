//! Checks: model in, findings out. Nothing is changed here.

mod conservation;
mod cut_texts;
mod headers;
mod laws;
mod plausibility;
mod twins;
mod years;

pub use conservation::conservation;

use crate::model::{Document, Finding, Region};

/// Everything about a document that a person should look at, beyond what solving left open.
#[must_use]
pub fn check(document: &Document, regions: &[Region]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, table) in document.tables.iter().enumerate() {
        findings.extend(laws::findings(index, table));
    }
    findings.extend(twins::findings(document));
    findings.extend(cut_texts::findings(document));
    findings.extend(plausibility::findings(document, regions));
    findings.extend(years::findings(document, regions));
    findings.extend(regions.iter().enumerate().flat_map(|(index, region)| headers::findings(index, region)));
    findings.extend(conservation::findings(document));
    findings
}
