//! The report of a batch: one line a file, the most work left first, then what cannot be read, then what was left alone;
//! and the causes that offices share.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value, json};

use super::plain::decimal;
use crate::model::Language;

/// Whether a file can be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Readiness {
    /// It gave no result, for this reason.
    Unreadable(String),
    /// Something is left to decide.
    ToCheck,
    /// Nothing is.
    Ready,
    /// It was seen and left alone, for this reason.
    Skipped(String),
}

impl Readiness {
    /// Its name, the same in the JSON of either language.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::ToCheck => "to-check",
            Self::Ready => "ready",
            Self::Skipped(_) => "skipped",
        }
    }

    /// Why there is no result.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Unreadable(reason) | Self::Skipped(reason) => Some(reason),
            Self::ToCheck | Self::Ready => None,
        }
    }

    const fn rank(&self) -> u8 {
        match self {
            Self::ToCheck => 0,
            Self::Ready => 1,
            Self::Unreadable(_) => 2,
            Self::Skipped(_) => 3,
        }
    }
}

/// One cause of open questions in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The id of the rule.
    pub rule: String,
    /// What the questions have in common and what to do.
    pub text: String,
    /// The text with how often the cause stands in the file, and where first.
    pub told: String,
    /// How many questions it has.
    pub count: usize,
}

/// What became of one file of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its path as it was named or found.
    pub file: String,
    /// The office, if the file says it.
    pub office: Option<String>,
    /// Whether it can be used.
    pub readiness: Readiness,
    /// The forms that were found, in their order.
    pub found: Vec<String>,
    /// The forms that were not.
    pub missing: Vec<String>,
    /// Rows over all tables.
    pub rows: usize,
    /// Repairs of grade A.
    pub proven: usize,
    /// Repairs of grade B.
    pub likely: usize,
    /// What is left to decide.
    pub open: usize,
    /// The largest difference of a sum that does not hold, in rupiah.
    pub gap: Decimal,
    /// The sum of the pagu of the first T-C.33 as it is written, in rupiah; `None` without such a table.
    pub pagu: Option<Decimal>,
    /// Why something is left to decide.
    pub causes: Vec<Cause>,
}

/// A cause over all files of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedCause {
    /// The id of the rule.
    pub rule: String,
    /// What the questions have in common.
    pub text: String,
    /// The files that have it, in the order of the standings.
    pub files: Vec<String>,
    /// How many questions it has over all files.
    pub count: usize,
}

/// The standings by work left: those with most to decide first, then those without a result; equal ones by name.
#[must_use]
pub fn by_work_left(mut standings: Vec<Standing>) -> Vec<Standing> {
    standings.sort_by(|left, right| {
        let key = |standing: &Standing| (standing.readiness.rank(), std::cmp::Reverse(standing.open));
        key(left).cmp(&key(right)).then_with(|| left.file.cmp(&right.file))
    });
    standings
}

/// The causes over all files, those of most files first.
#[must_use]
pub fn shared_causes(standings: &[Standing]) -> Vec<SharedCause> {
    let mut shared: BTreeMap<(&str, &str), SharedCause> = BTreeMap::new();
    for standing in standings {
        for cause in &standing.causes {
            let entry = shared.entry((&cause.rule, &cause.text)).or_insert_with(|| SharedCause {
                rule: cause.rule.clone(),
                text: cause.text.clone(),
                files: Vec::new(),
                count: 0,
            });
            entry.count += cause.count;
            if entry.files.last() != Some(&standing.file) {
                entry.files.push(standing.file.clone());
            }
        }
    }
    let mut causes: Vec<SharedCause> = shared.into_values().collect();
    causes.sort_by_key(|cause| std::cmp::Reverse((cause.files.len(), cause.count)));
    causes
}

/// How many files are to check, ready, unreadable and skipped.
#[must_use]
pub fn counts(standings: &[Standing]) -> [usize; 4] {
    let count = |rank| standings.iter().filter(|standing| standing.readiness.rank() == rank).count();
    [0, 1, 2, 3].map(count)
}

/// The report as it stands in JSON. Its lines are made one after another while it is written: a batch may have tens of
/// thousands of files.
#[derive(Serialize)]
struct Told<'a> {
    schema: &'static str,
    language: &'static str,
    unreadable: usize,
    to_check: usize,
    ready: usize,
    skipped: usize,
    files: Lines<'a>,
    causes: Vec<Value>,
}

struct Lines<'a>(&'a [Standing]);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(line))
    }
}

/// A file of the report as it stands in JSON.
pub(super) fn line(standing: &Standing) -> Value {
    let causes: Vec<Value> = standing
        .causes
        .iter()
        .map(|cause| json!({"rule": cause.rule, "count": cause.count, "cause": cause.text}))
        .collect();
    json!({
        "file": standing.file,
        "office": standing.office,
        "state": standing.readiness.name(),
        "reason": standing.readiness.reason(),
        "forms": standing.found,
        "missing": standing.missing,
        "rows": standing.rows,
        "repairs": {"A": standing.proven, "B": standing.likely},
        "open": standing.open,
        "largest_gap": decimal(standing.gap),
        "pagu": standing.pagu.map(decimal),
        "causes": causes,
    })
}

/// The report as JSON, schema `rapikan.batch/1`; ends with a line break.
///
/// # Errors
/// Never for standings, whose texts and numbers JSON can hold.
pub fn json(standings: &[Standing], language: Language) -> serde_json::Result<String> {
    let [to_check, ready, unreadable, skipped] = counts(standings);
    let causes = shared_causes(standings)
        .into_iter()
        .map(|cause| {
            json!({"rule": cause.rule, "cause": cause.text, "count": cause.count, "files": cause.files})
        })
        .collect();
    let told = Told {
        schema: "rapikan.batch/1",
        language: language.code(),
        unreadable,
        to_check,
        ready,
        skipped,
        files: Lines(standings),
        causes,
    };
    serde_json::to_string_pretty(&told).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(file: &str, readiness: Readiness, open: usize, causes: &[(&'static str, usize)]) -> Standing {
        Standing {
            file: file.to_owned(),
            office: None,
            readiness,
            found: vec!["T-C.33".to_owned()],
            missing: Vec::new(),
            rows: 10,
            proven: 1,
            likely: 2,
            open,
            gap: Decimal::ZERO,
            pagu: None,
            causes: causes
                .iter()
                .map(|(rule, count)| Cause {
                    rule: (*rule).to_owned(),
                    text: (*rule).to_owned(),
                    told: String::new(),
                    count: *count,
                })
                .collect(),
        }
    }

    #[test]
    fn most_work_left_comes_first_and_causes_of_most_files() {
        let standings = by_work_left(vec![
            standing("b.xlsx", Readiness::Ready, 0, &[]),
            standing("c.xlsx", Readiness::ToCheck, 2, &[("sum-mismatch", 2)]),
            standing("d.xlsx", Readiness::ToCheck, 9, &[("unsure-code", 8), ("sum-mismatch", 1)]),
            standing("a.xlsx", Readiness::Unreadable("encrypted".to_owned()), 0, &[]),
            standing("a.pdf", Readiness::Skipped("no spreadsheet".to_owned()), 0, &[]),
        ]);
        let files: Vec<&str> = standings.iter().map(|standing| standing.file.as_str()).collect();
        assert_eq!(files, ["d.xlsx", "c.xlsx", "b.xlsx", "a.xlsx", "a.pdf"]);
        assert_eq!(counts(&standings), [2, 1, 1, 1]);
        let causes = shared_causes(&standings);
        assert_eq!((causes[0].rule.as_str(), causes[0].files.len(), causes[0].count), ("sum-mismatch", 2, 3));
        assert_eq!(causes[1].files, ["d.xlsx"]);
        let value: Value = serde_json::from_str(&json(&standings, Language::English).unwrap()).unwrap();
        assert_eq!(value["files"][3]["reason"], "encrypted");
        assert_eq!(value["causes"][0]["count"], 3);
    }
}
