//! A person's decisions: the one that was made is followed, and no other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod support;

use std::fs;

use serde_json::{Value, json};
use support::desk::Desk;

fn desk() -> (Desk, Value) {
    let desk = Desk::new();
    desk.put("renja.xlsx", &fs::read("samples/renja-2023-dkukm.xlsx").unwrap());
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "first", "--to", "xlsx,json"]).code, 1);
    let model = model(&desk, "first/renja.json");
    (desk, model)
}

fn model(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&fs::read(desk.path(name)).unwrap()).unwrap()
}

/// The cells of a model whose text, number or status differs, as `table row column: text status`.
fn differences(before: &Value, after: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (left, right) in tables(before).zip(tables(after)) {
        for (row, (one, other)) in rows(left).zip(rows(right)).enumerate() {
            assert_eq!((&one["code"], &one["level"]), (&other["code"], &other["level"]));
            for (column, cell) in other["cells"].as_object().unwrap() {
                let same = ["text", "number"].iter().all(|key| one["cells"][column][*key] == cell[*key]);
                if !same {
                    let (id, text) = (left["id"].as_str().unwrap(), cell["text"].as_str().unwrap());
                    found.push(format!("{id} {row} {column}: {text} {}", cell["status"].as_str().unwrap()));
                }
            }
        }
    }
    found
}

fn tables(model: &Value) -> impl Iterator<Item = &Value> {
    model["tables"].as_array().unwrap().iter()
}

fn rows(table: &Value) -> impl Iterator<Item = &Value> {
    table["rows"].as_array().unwrap().iter()
}

fn decided(desk: &Desk, decisions: &Value) -> Value {
    desk.put("keputusan.json", decisions.to_string().as_bytes());
    let arguments = [
        "convert",
        "renja.xlsx",
        "-o",
        "second",
        "--to",
        "xlsx,json",
        "--force",
        "--reject",
        "keputusan.json",
    ];
    let ran = desk.run(&arguments);
    assert_eq!(ran.code, 1, "{}", ran.err);
    model(desk, "second/renja.json")
}

#[test]
fn a_refused_repair_and_a_chosen_answer_change_just_their_cells() {
    let (desk, before) = desk();
    let after = decided(
        &desk,
        &json!({"decisions": [
            {"source": "T-C.33!P10", "before": "4,477,84 2,241", "after": "4.477.842.241", "keputusan": "tolak"},
            {"source": "T-C.33!M13", "rule": "overprinted", "keputusan": "90 %"},
        ]}),
    );
    let wanted = ["T-C.33#1 1 pagu: 4,477,84 2,241 unresolved", "T-C.33#1 4 target_hasil: 90 % proven"];
    assert_eq!(differences(&before, &after), wanted);
    let person = |repair: &&Value| repair["proofs"][0]["kind"] == "person";
    assert_eq!(after["repairs"].as_array().unwrap().iter().filter(person).count(), 1);
    let verified = desk.run(&["verify", "second/renja.json"]);
    assert_eq!(verified.code, 0, "{}", verified.err);
}

#[test]
fn cleaning_what_was_decided_changes_nothing() {
    let (desk, _) = desk();
    decided(
        &desk,
        &json!({"decisions": [
            {"source": "T-C.33!P10", "before": "4,477,84 2,241", "after": "4.477.842.241", "keputusan": "tolak"},
        ]}),
    );
    assert_eq!(desk.run(&["convert", "second/renja.xlsx", "-o", "third", "--to", "xlsx,json"]).code, 1);
    let files = desk.files();
    assert_eq!(files["second/renja.xlsx"], files["third/renja.xlsx"]);
    assert!(model(&desk, "third/renja.json")["repairs"].as_array().unwrap().is_empty());
}

#[test]
fn an_audit_with_a_decision_beside_a_repair_is_a_file_of_decisions() {
    let (desk, before) = desk();
    let mut audit = before.clone();
    let repairs = audit["repairs"].as_array_mut().unwrap();
    let torn = repairs.iter_mut().find(|repair| repair["rule"] == "torn-word").unwrap();
    torn["keputusan"] = json!("tolak");
    let (text, column) = (torn["before"].clone(), torn["column"].clone());
    let after = decided(&desk, &audit);
    let changed = differences(&before, &after);
    assert_eq!(changed.len(), 1, "{changed:?}");
    let told = format!("{}: {} unresolved", column.as_str().unwrap(), text.as_str().unwrap());
    assert!(changed[0].ends_with(&told), "{changed:?}");
}

#[test]
fn decisions_that_meet_nothing_write_nothing() {
    let (desk, _) = desk();
    let stale = json!({"decisions": [
        {"source": "T-C.33!P11", "before": "1", "after": "2", "keputusan": "tolak"},
    ]});
    desk.put("stale.json", stale.to_string().as_bytes());
    let arguments = ["convert", "renja.xlsx", "-o", "none", "--reject", "stale.json"];
    desk.says(&arguments, 2, &["T-C.33!P11", "tidak mengenai"], &["T-C.33!P11", "meets no repair"]);
    assert!(desk.names().iter().all(|name| !name.starts_with("none")));
}

#[test]
fn an_answer_that_the_column_does_not_accept_is_refused() {
    let (desk, _) = desk();
    let unfit = json!({"decisions": [
        {"source": "T-C.29!N9", "rule": "missing-amount", "keputusan": "banyak sekali"},
    ]});
    desk.put("unfit.json", unfit.to_string().as_bytes());
    let ran = desk.run(&["convert", "renja.xlsx", "-o", "none", "--reject", "unfit.json"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(desk.names().iter().all(|name| !name.starts_with("none")));
}

#[test]
fn decisions_concern_one_file() {
    let (desk, _) = desk();
    let ran = desk.run(&["check", "renja.xlsx", "first/renja.xlsx", "--reject", "first/renja.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("satu berkas"), "{}", ran.err);
    let ran = desk.run(&["check", "renja.xlsx", "--reject", "first/renja.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("tidak berisi keputusan"), "{}", ran.err);
}
