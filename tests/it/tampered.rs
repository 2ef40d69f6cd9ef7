//! An audit that was tampered with does not verify, whatever was changed: the number of a cell, what a repair ended in,
//! where a move came from and went, a term of a proof.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use rapikan::audit::verify;
use rapikan::model::Language;
use rapikan::pipeline::clean;
use rapikan::rules::RULES;
use rapikan::solve::SolveOptions;
use rapikan::write::json::model;
use serde_json::{Value, json};

/// The fewest audits that are tampered with.
const AUDITS: usize = 1_000;

/// The audits of the examples of every rule that have a repair.
fn honest() -> Vec<Value> {
    let documents = RULES.iter().flat_map(|rule| rule.examples).map(|example| example.document);
    let mut unique: Vec<&str> = documents.collect();
    unique.sort_unstable();
    unique.dedup();
    let audit = |document: &str| -> Value {
        let cleaned = clean(&grids::workbook(document), SolveOptions::default()).unwrap();
        serde_json::from_str(&model(&cleaned, Language::English)).unwrap()
    };
    let audits = unique.into_iter().map(audit);
    audits.filter(|audit| !audit["repairs"].as_array().unwrap().is_empty()).collect()
}

/// How a text is altered.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Its first digit, or its first letter, is another one.
    First,
    /// Its last digit, or its last letter, is another one.
    Last,
    /// It has one digit more.
    Longer,
}

fn altered(text: &str, way: Way) -> String {
    let digit = |c: char| c.is_ascii_digit();
    let at = match way {
        Way::First => text.find(digit).or_else(|| text.find(char::is_alphabetic)),
        Way::Last => text.rfind(digit).or_else(|| text.rfind(char::is_alphabetic)),
        Way::Longer => None,
    };
    let Some(at) = at else { return format!("{text}7") };
    let (head, tail) = text.split_at(at);
    let mut rest = tail.chars();
    let other = match rest.next().unwrap() {
        '9' => '0',
        c if c.is_ascii_digit() => char::from(c as u8 + 1),
        'x' => 'y',
        _ => 'x',
    };
    format!("{head}{other}{}", rest.as_str())
}

fn alter(value: &mut Value, way: Way) {
    *value = json!(altered(value.as_str().unwrap(), way));
}

/// The paths of everything in a value that holds nothing else.
fn leaves(value: &Value) -> Vec<String> {
    let below = |key: String, value: &Value| -> Vec<String> {
        leaves(value).into_iter().map(|path| format!("/{key}{path}")).collect()
    };
    match value {
        Value::Object(map) => map.iter().flat_map(|(key, value)| below(key.clone(), value)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().flat_map(|(at, value)| below(at.to_string(), value)).collect()
        }
        _ => vec![String::new()],
    }
}

fn alter_data(value: &mut Value, way: Way) {
    match value.as_u64() {
        Some(number) => *value = json!(number + 1),
        None => alter(value, way),
    }
}

/// Every audit that differs from an honest one in one place, with what was done to it.
fn tampered(honest: &Value) -> Vec<(String, Value)> {
    [Way::First, Way::Last, Way::Longer].into_iter().flat_map(|way| in_one_way(honest, way)).collect()
}

fn in_one_way(honest: &Value, way: Way) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut change = |told: String, tamper: &dyn Fn(&mut Value)| {
        let mut audit = honest.clone();
        tamper(&mut audit);
        found.push((told, audit));
    };
    for (t, table) in honest["tables"].as_array().unwrap().iter().enumerate() {
        for (r, row) in table["rows"].as_array().unwrap().iter().enumerate() {
            for (column, cell) in row["cells"].as_object().unwrap() {
                if cell.get("number").is_some() {
                    change(format!("{way:?} number of {column} in row {r}: {cell}"), &|audit| {
                        alter(&mut audit["tables"][t]["rows"][r]["cells"][column]["number"], way);
                    });
                }
            }
        }
    }
    for (at, repair) in honest["repairs"].as_array().unwrap().iter().enumerate() {
        change(format!("{way:?} after of {repair}"), &|audit| alter(&mut audit["repairs"][at]["after"], way));
        for proof in 0..repair["proofs"].as_array().unwrap().len() {
            change(format!("{way:?} proof {proof} of {repair}"), &|audit| {
                alter(&mut audit["repairs"][at]["proofs"][proof]["text"], way);
            });
        }
        for (proof, found) in repair["proofs"].as_array().unwrap().iter().enumerate() {
            for path in leaves(found).iter().filter(|path| *path != "/text") {
                change(format!("{way:?} {path} of proof {proof} of {repair}"), &|audit| {
                    alter_data(audit["repairs"][at]["proofs"][proof].pointer_mut(path).unwrap(), way);
                });
            }
        }
        for (proof, found) in repair["proofs"].as_array().unwrap().iter().enumerate() {
            let data =
                found.as_object().unwrap().keys().filter(|key| !["kind", "text"].contains(&key.as_str()));
            for key in data {
                change(format!("no {key} in proof {proof} of {repair}"), &|audit| {
                    audit["repairs"][at]["proofs"][proof].as_object_mut().unwrap().remove(key);
                });
            }
        }
        if repair["change"]["kind"] == "move" {
            change(format!("goal of {repair}"), &|audit| {
                let goal = &mut audit["repairs"][at]["change"]["columns"][0][1];
                *goal = json!(if *goal == "lokasi" { "indikator" } else { "lokasi" });
            });
            change(format!("origin of {repair}"), &|audit| {
                let origin = &mut audit["repairs"][at]["change"]["columns"][0][0];
                *origin = json!(if *origin == "lokasi" { "indikator" } else { "lokasi" });
            });
        }
    }
    found
}

#[test]
fn no_tampered_audit_verifies() {
    let honest = honest();
    for audit in &honest {
        let verdict = verify(&audit.to_string()).unwrap();
        assert!(verdict.holds(), "{:#?}\n{audit:#}", verdict.failures);
    }
    let all: Vec<(String, Value)> = honest.iter().flat_map(tampered).collect();
    assert!(all.len() >= AUDITS, "{} ways to tamper are too few", all.len());
    let passed: Vec<&str> = all
        .iter()
        .filter(|(_, audit)| verify(&audit.to_string()).is_ok_and(|verdict| verdict.holds()))
        .map(|(told, _)| told.as_str())
        .collect();
    assert!(passed.is_empty(), "{} tampered audits verify:\n{}", passed.len(), passed.join("\n"));
}
