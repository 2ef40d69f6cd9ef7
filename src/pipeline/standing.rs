//! The line of a file in the report of a batch.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::report::Report;
use crate::forms::FORMS;
use crate::model::{Family, Form, Language};
use crate::write::league::{Cause, Readiness, Standing};

/// The tables that every Renja must hold.
fn needed() -> impl Iterator<Item = &'static Form> {
    FORMS.iter().copied().filter(|form| form.family == Family::Renja)
}

/// A file without a result.
#[must_use]
pub fn standing_without(file: &str, readiness: Readiness) -> Standing {
    Standing {
        file: file.to_owned(),
        office: None,
        readiness,
        found: Vec::new(),
        missing: needed().map(|form| form.id.to_owned()).collect(),
        rows: 0,
        proven: 0,
        likely: 0,
        open: 0,
        gap: Decimal::ZERO,
        pagu: None,
        causes: Vec::new(),
    }
}

/// A file that was cleaned.
#[must_use]
pub fn standing(file: String, report: &Report, language: Language) -> Standing {
    let has = |id: &String| report.tables.iter().any(|table| table.id.split('#').next() == Some(id));
    let found = FORMS.iter().map(|form| form.id.to_owned()).filter(has).collect();
    let missing = needed().map(|form| form.id.to_owned()).filter(|id| !has(id)).collect();
    let cause = |cause: &super::Cause| Cause {
        rule: cause.rule.to_string(),
        text: cause.text.within(language).to_owned(),
        told: cause.said.within(language).to_owned(),
        count: cause.count,
    };
    Standing {
        file,
        office: report.office.clone(),
        readiness: if report.open() == 0 { Readiness::Ready } else { Readiness::ToCheck },
        found,
        missing,
        rows: report.tables.iter().map(|table| table.rows).sum(),
        proven: report.tables.iter().map(|table| table.repaired.proven).sum(),
        likely: report.tables.iter().map(|table| table.repaired.likely).sum(),
        open: report.open(),
        gap: report.gap,
        pagu: pagu(report),
        causes: report.causes.iter().map(cause).collect(),
    }
}

/// The pagu of the plan; of a file with the plans of several offices that of all.
fn pagu(report: &Report) -> Option<Decimal> {
    let plans = report.tables.iter().filter(|table| table.id.starts_with("T-C.33"));
    let mut offices = BTreeSet::new();
    let firsts = plans.filter(|table| offices.insert(table.office.clone()));
    let amounts = firsts.filter_map(|table| table.amounts.iter().find(|amount| amount.column == "pagu"));
    let total = amounts.map(|amount| Some(amount.written)).reduce(|left, right| left?.checked_add(right?));
    total.flatten()
}
