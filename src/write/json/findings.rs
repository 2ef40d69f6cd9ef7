//! Findings in JSON, each with the id of its cause, and the causes.

use foldhash::HashMap;
use serde_json::{Map, Value, json};

use super::reference;
use crate::model::{Document, Finding, Language, Place, Subject};
use crate::rules::{Group, grouped};

/// Every finding, with its message in a language and the id of its cause.
#[must_use]
pub fn findings(document: &Document, language: Language) -> Value {
    let groups = grouped(&document.findings);
    let of_group = |group: &'_ Group<'_>| {
        let id = group.id.clone();
        group.findings.iter().map(move |found| (std::ptr::from_ref(*found), id.clone())).collect::<Vec<_>>()
    };
    let causes: HashMap<*const Finding, String> = groups.iter().flat_map(of_group).collect();
    let cause = |found: &Finding| causes.get(&std::ptr::from_ref(found)).map(String::as_str);
    let said = document.findings.iter().map(|found| finding(document, found, cause(found), language));
    said.collect()
}

/// Findings by cause, the most serious first.
pub(super) fn causes(document: &Document, language: Language) -> Vec<Value> {
    let groups = grouped(&document.findings);
    let cause = |group: &Group<'_>| {
        let places: Vec<String> = group.places().into_iter().map(Place::to_string).collect();
        json!({
            "id": group.id,
            "rule": group.rule(),
            "severity": group.severity.name(),
            "count": group.count(),
            "places": places,
            "cause": group.common().within(language),
        })
    };
    groups.iter().map(cause).collect()
}

fn finding(document: &Document, finding: &Finding, cause: Option<&str>, language: Language) -> Value {
    let table = finding.table.and_then(|index| document.tables.get(index));
    let mut value = json!({
        "rule": finding.rule(),
        "severity": finding.severity.name(),
        "table": table.map(|table| &table.id),
        "row": finding.row,
        "column": finding.column,
        "source": finding.source.as_ref().map(Place::to_string),
        "message": finding.message.within(language),
        "expected": finding.expected,
        "found": finding.found,
    });
    if let (Value::Object(object), Some(about)) = (&mut value, finding.about) {
        let column = finding.column.filter(|_| about == Subject::ColumnYear);
        let mut told = Map::from_iter([("what".to_owned(), json!(about.name()))]);
        told.extend(column.map(|column| ("column".to_owned(), json!(column))));
        object.insert("about".to_owned(), Value::Object(told));
    }
    if let (Value::Object(object), true) = (&mut value, finding.may_stay()) {
        object.insert("id".to_owned(), json!(document.question_id(finding)));
    }
    if let (Value::Object(object), false) = (&mut value, finding.candidates.is_empty()) {
        object.insert("candidates".to_owned(), json!(finding.candidates));
    }
    if let (Value::Object(object), false) = (&mut value, finding.also.is_empty()) {
        let also: Vec<Value> = finding.also.iter().map(|cell| reference(document, *cell)).collect();
        object.insert("also".to_owned(), json!(also));
    }
    if let (Value::Object(object), true) = (&mut value, finding.may_stay()) {
        object.insert("may_stay".to_owned(), json!(true));
    }
    if let (Value::Object(object), Some(cause)) = (&mut value, cause) {
        object.insert("cause".to_owned(), json!(cause));
    }
    value
}
