//! The report of one cleaned file: its tables, sums, questions by cause, notices and outputs.

use std::path::PathBuf;

use rust_decimal::Decimal;
use serde_json::Value;

use super::summary::{TableSummary, summaries};
use crate::model::{Document, Finding, RuleId, Said, Severity};
use crate::rules::{self, Group, grouped};

/// One cause of what is left to decide.
#[derive(Clone, Debug)]
pub struct Cause {
    /// The id of the rule.
    pub rule: RuleId,
    /// How many findings it has.
    pub count: usize,
    /// What they have in common and what to do.
    pub text: Said,
    /// The text with how often the cause stands in the file, and where first.
    pub said: Said,
}

/// What became of one file that was cleaned.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its tables.
    pub tables: Vec<TableSummary>,
    /// Findings that belong to no table and leave something to decide.
    pub general: usize,
    /// What is left to decide, by cause: the most serious first, each with how often, where first, and what to do.
    pub causes: Vec<Cause>,
    /// The office, if the file says it.
    pub office: Option<String>,
    /// The largest difference of a sum that does not hold, or the largest amount that an empty cell must have held, in
    /// rupiah.
    pub gap: Decimal,
    /// Notices about the input that ask nothing: what is hidden, what the reader had to leave out.
    pub notices: Vec<Said>,
    /// What was written, in the order of formats and tables; what would be, in a dry run.
    pub written: Vec<PathBuf>,
    /// Every finding as the model holds it, if it was asked for.
    pub findings: Option<Value>,
}

impl Report {
    /// What is to be told of a document of which nothing is written yet.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let general =
            document.findings.iter().filter(|finding| finding.table.is_none() && is_open(finding)).count();
        Self {
            tables: summaries(document),
            general,
            causes: causes(document),
            office: document.offices_shown(),
            gap: largest_gap(document),
            notices: document.notices.iter().map(|notice| notice.said.clone()).collect(),
            written: Vec::new(),
            findings: None,
        }
    }

    /// How many findings leave something to decide.
    #[must_use]
    pub fn open(&self) -> usize {
        self.general + self.tables.iter().map(|table| table.open).sum::<usize>()
    }
}

/// What is left to decide, by cause.
fn causes(document: &Document) -> Vec<Cause> {
    let groups = grouped(&document.findings);
    let cause = |group: &Group<'_>| Cause {
        rule: group.rule(),
        count: group.count(),
        text: group.cause.wording().said(),
        said: group.said(),
    };
    groups.iter().filter(|group| group.severity != Severity::Note).map(cause).collect()
}

/// The largest difference of a sum that does not hold; an empty cell in it differs by all that it must have held.
fn largest_gap(document: &Document) -> Decimal {
    let gaps = [rules::sum_mismatch::ID, rules::missing_amount::ID];
    let sums = document.findings.iter().filter(|finding| gaps.contains(&finding.rule()));
    let number = |text: Option<&String>| text.map_or(Some(Decimal::ZERO), |text| text.parse().ok());
    let asked = sums.filter(|sum| sum.expected.is_some());
    asked
        .filter_map(|sum| number(sum.expected.as_ref())?.checked_sub(number(sum.found.as_ref())?))
        .map(|difference| difference.abs())
        .max()
        .unwrap_or_default()
}

/// Whether a finding leaves something to decide.
pub(super) fn is_open(finding: &Finding) -> bool {
    finding.severity != Severity::Note
}
