//! A file of decisions: the audit workbook with `tolak` or an answer in its column `Keputusan`, or JSON.

use std::path::Path;

use serde_json::Value;

use crate::model::{At, Decision, Grid, Raw, Workbook};
use crate::read::{self, Limits, ReadError};

/// What a person writes beside a repair that is not wanted, in either language.
const REFUSALS: [&str; 3] = ["tolak", "reject", "refuse"];
/// The headings of the column of decisions.
const DECISION: [&str; 2] = ["Keputusan", "Decision"];

/// The decisions of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(Vec<Decision>);

/// Why a file of decisions is none.
#[derive(Debug, thiserror::Error)]
pub enum NoDecisions {
    /// It cannot be read.
    #[error("the decisions cannot be read")]
    Read(#[from] ReadError),
    /// Its bytes cannot be had.
    #[error("the decisions cannot be opened")]
    Disk(#[from] std::io::Error),
    /// It is no JSON.
    #[error("the decisions are no JSON")]
    Json(#[from] serde_json::Error),
    /// There is none in it.
    #[error("no decision is in it")]
    Empty,
}

impl Decisions {
    /// Decisions in the order in which they are followed.
    #[must_use]
    pub fn new(decisions: Vec<Decision>) -> Self {
        Self(decisions)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Decision] {
        &self.0
    }

    /// Reads a file of decisions, a workbook or JSON by its content.
    ///
    /// # Errors
    /// If it cannot be read or holds no decision.
    pub fn from_path(path: &Path, limits: &Limits) -> Result<Self, NoDecisions> {
        let bytes = std::fs::read(path)?;
        let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
        let decisions = if is_json {
            Self::from_json(&String::from_utf8_lossy(&bytes))?
        } else {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            Self::from_workbook(&read::from_bytes(&name, &bytes, limits)?)
        };
        if decisions.0.is_empty() { Err(NoDecisions::Empty) } else { Ok(decisions) }
    }

    /// `{"decisions": […]}`, or the model with a `keputusan` beside its `repairs` and `findings`: a repair is named
    /// by `sources` (or `source`), `before` and `after`, a question by `source` and `rule`.
    ///
    /// # Errors
    /// If the text is no JSON.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        let value: Value = serde_json::from_str(text)?;
        let lists = ["decisions", "repairs", "findings"];
        let entries = lists.iter().filter_map(|list| value.get(list)?.as_array()).flatten();
        Ok(Self(entries.filter_map(from_entry).collect()))
    }

    /// The decisions as JSON that [`Decisions::from_json`] reads.
    #[must_use]
    pub fn to_json(&self) -> String {
        let entry = |decision: &Decision| match decision {
            Decision::Refuse { sources, before, after } => serde_json::json!({
                "sources": sources, "before": before, "after": after, "keputusan": "tolak",
            }),
            Decision::Choose { source, rule, value } => serde_json::json!({
                "source": source, "rule": rule, "keputusan": value,
            }),
        };
        let entries: Vec<Value> = self.0.iter().map(entry).collect();
        format!("{:#}\n", serde_json::json!({ "decisions": entries }))
    }

    /// What stands in the columns of decisions of a workbook.
    #[must_use]
    pub fn from_workbook(workbook: &Workbook) -> Self {
        Self(workbook.sheets.iter().flat_map(from_sheet).collect())
    }
}

fn from_entry(entry: &Value) -> Option<Decision> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let decision = text("keputusan").or_else(|| text("decision")).filter(|text| !text.trim().is_empty())?;
    let list = entry
        .get("sources")
        .and_then(Value::as_array)
        .map(|list| list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    let sources = list.or_else(|| text("sources")).or_else(|| text("source"))?;
    if let (Some(before), Some(after)) = (text("before"), text("after")) {
        return is_refusal(&decision).then_some(Decision::Refuse { sources, before, after });
    }
    Some(Decision::Choose { source: sources, rule: text("rule")?, value: decision })
}

fn is_refusal(text: &str) -> bool {
    REFUSALS.contains(&text.trim().to_lowercase().as_str())
}

/// The decisions of a sheet that has a column for them.
fn from_sheet(sheet: &Grid) -> Vec<Decision> {
    let heading = |at: At, names: [&str; 2]| sheet.get(at).is_some_and(|raw| names.contains(&&*raw.shown()));
    let rows = sheet.rows();
    let headings = rows.iter().copied().find(|row| sheet.row(*row).any(|(at, _)| heading(at, DECISION)));
    let Some(headings) = headings else { return Vec::new() };
    let column =
        |names: [&str; 2]| sheet.row(headings).find(|(at, _)| heading(*at, names)).map(|(at, _)| at.column);
    let Some(decision) = column(DECISION) else { return Vec::new() };
    let (source, rule) = (column(["Sel sumber", "Source cell"]), column(["Aturan", "Rule"]));
    let (before, after) = (column(["Semula", "Before"]), column(["Menjadi", "After"]));
    let read = |row: u32, column: Option<u16>| {
        column.and_then(|column| sheet.get(At::new(row, column))).map(Raw::shown).unwrap_or_default()
    };
    let below = rows.iter().copied().filter(|row| *row > headings);
    below
        .filter_map(|row| {
            let decided = read(row, Some(decision));
            let sources = read(row, source);
            if decided.trim().is_empty() {
                return None;
            }
            if before.is_some() && after.is_some() {
                let (before, after) = (read(row, before), read(row, after));
                return is_refusal(&decided).then_some(Decision::Refuse { sources, before, after });
            }
            Some(Decision::Choose { source: sources, rule: read(row, rule), value: decided })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_decisions_are_found_by_their_headings() {
        let line = |row: u32, texts: &[&str]| -> Vec<(At, Raw)> {
            (0..).zip(texts).map(|(column, text)| (At::new(row, column), Raw::text(text))).collect()
        };
        let repairs = Grid::new(
            "Perbaikan",
            [
                line(1, &["Sel sumber", "Semula", "Menjadi", "Keputusan"]),
                line(2, &["A!B3", "1,000", "1.000", "Tolak"]),
                line(3, &["A!B4", "2,000", "2.000", ""]),
            ]
            .concat(),
        );
        let findings = Grid::new(
            "Findings",
            [line(0, &["Rule", "Source cell", "Decision"]), line(1, &["overprinted", "A!C9", "90 %"])]
                .concat(),
        );
        assert_eq!(
            from_sheet(&repairs),
            [Decision::Refuse { sources: "A!B3".into(), before: "1,000".into(), after: "1.000".into() }]
        );
        let chosen =
            Decision::Choose { source: "A!C9".into(), rule: "overprinted".into(), value: "90 %".into() };
        assert_eq!(from_sheet(&findings), std::slice::from_ref(&chosen));
        let both = Decisions::new(vec![chosen, from_sheet(&repairs).remove(0)]);
        assert_eq!(Decisions::from_json(&both.to_json()).unwrap(), both);
    }
}
