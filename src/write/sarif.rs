//! What a check found in many files, as SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).
//!
//! A spreadsheet has no lines. The row of a cell stands for the line and its column for the column, which is what viewers
//! show; the whole address stands in the logical location.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::checked::Told;
use super::league::{Readiness, Standing};
use crate::model::Language;
use crate::rules::RULES;

/// Where the schema of the format stands.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log of one run: the standings of the files, each with its findings. Ends with a line break.
#[must_use]
pub fn log(checked: &[(Standing, Value)], language: Language) -> String {
    let rules: Vec<Value> = RULES.iter().map(|rule| {
        json!({
            "id": rule.id,
            "shortDescription": {"text": rule.name.within(language)},
            "fullDescription": {"text": format!("{} {}", rule.sees.within(language), rule.matters.within(language))},
            "help": {"text": rule.advice.within(language)},
        })
    }).collect();
    let indices: BTreeMap<&str, usize> =
        RULES.iter().enumerate().map(|(at, rule)| (rule.id.as_str(), at)).collect();
    let results: Vec<Value> =
        checked.iter().flat_map(|(standing, findings)| results(standing, findings, &indices)).collect();
    let unreadable: Vec<Value> = checked.iter().filter_map(|(standing, _)| notification(standing)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "rapikan",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language.code(),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": unreadable.is_empty(),
                "toolExecutionNotifications": unreadable,
            }],
            "results": results,
        }],
    });
    super::json::laid_out(&log)
}

fn results<'a>(
    standing: &'a Standing,
    findings: &'a Value,
    indices: &'a BTreeMap<&str, usize>,
) -> impl Iterator<Item = Value> + 'a {
    Told::all(findings).map(|told| {
        let mut physical = artifact(standing);
        if let Some(at) = told.at() {
            let region = json!({"startLine": at.row_number(), "startColumn": u32::from(at.column) + 1});
            physical.insert("region".to_owned(), region);
        }
        let mut location = Map::from_iter([("physicalLocation".to_owned(), Value::Object(physical))]);
        if let Some(source) = told.source {
            let logical = json!([{"fullyQualifiedName": source, "kind": "cell"}]);
            location.insert("logicalLocations".to_owned(), logical);
        }
        let mut result = json!({
            "ruleId": told.rule,
            "level": told.severity,
            "message": {"text": told.message},
            "locations": [location],
        });
        if let Value::Object(result) = &mut result {
            result.extend(indices.get(told.rule).map(|at| ("ruleIndex".to_owned(), json!(at))));
            result.extend(told.table.map(|table| ("properties".to_owned(), json!({"table": table}))));
        }
        result
    })
}

/// The SARIF notification that a file could not be read, with the reason; `None` for a file that was read.
fn notification(standing: &Standing) -> Option<Value> {
    let Readiness::Unreadable(reason) = &standing.readiness else { return None };
    let location = json!({"physicalLocation": artifact(standing)});
    Some(json!({"level": "error", "message": {"text": reason}, "locations": [location]}))
}

fn artifact(standing: &Standing) -> Map<String, Value> {
    Map::from_iter([("artifactLocation".to_owned(), json!({"uri": uri(&standing.file)}))])
}

/// A path as a reference of a URI: what may not stand in one is written as its bytes, and a drive is no scheme.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    let path = path.replace('\\', "/");
    if path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::standing_without;

    #[test]
    fn a_finding_has_its_rule_its_file_and_its_cell() {
        let findings = json!([
            {"rule": "sum-mismatch", "severity": "error", "message": "tidak cocok", "table": "T-C.33#1", "source": "T-C.33!C12"},
            {"rule": "unplaced-cell", "severity": "note", "message": "di luar tabel", "table": null, "source": null},
        ]);
        let checked = [
            (standing_without("dinas a/renja #1.xlsx", Readiness::ToCheck), findings),
            (standing_without("b.xlsx", Readiness::Unreadable("terkunci".to_owned())), json!([])),
        ];
        let log: Value = serde_json::from_str(&log(&checked, Language::Indonesian)).unwrap();
        let run = &log["runs"][0];
        let first = &run["results"][0];
        let rule = usize::try_from(first["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], "sum-mismatch");
        let place = &first["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "dinas%20a/renja%20%231.xlsx");
        assert_eq!(place["region"], json!({"startLine": 12, "startColumn": 3}));
        assert_eq!(run["results"][1]["level"], "note");
        assert_eq!(run["invocations"][0]["executionSuccessful"], false);
        assert_eq!(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], "terkunci");
    }
}
