//! A person's decisions: the one that was made is followed, and no other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::support;

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
    // The total was mended by the sum of which the refused amount is a term.
    let wanted = [
        "T-C.33#1 1 pagu: 4,477,84 2,241 unresolved",
        "T-C.33#1 4 target_hasil: 90 % decided",
        "T-C.33#1 80 pagu: 6,077,960,639 unresolved",
    ];
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
fn a_refused_repair_of_a_text_may_be_settled_as_it_was_printed() {
    let (desk, before) = desk();
    let repairs = before["repairs"].as_array().unwrap();
    let torn = repairs.iter().find(|repair| repair["rule"] == "torn-word").unwrap();
    let (printed, joined, source) = (&torn["before"], &torn["after"], &torn["source"]);
    let refusal = json!({"id": torn["id"], "keputusan": "tolak"});
    let asked = decided(&desk, &json!({"decisions": [refusal]}));
    let findings = asked["findings"].as_array().unwrap();
    let question = findings.iter().find(|finding| finding["source"] == *source).unwrap();
    assert_eq!(question["candidates"], json!([printed, joined]));

    let answer = json!({"id": question["id"], "keputusan": printed});
    let settled = decided(&desk, &json!({"decisions": [refusal, answer]}));
    let left = settled["findings"].as_array().unwrap();
    assert!(!left.iter().any(|finding| finding["source"] == *source), "nothing is asked any more");
    assert_eq!(differences(&asked, &settled), Vec::<String>::new(), "the text is as it was printed");
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

fn rejected(desk: &Desk, out: &str) -> Value {
    let ran = desk.run(&["convert", "renja.xlsx", "-o", out, "--to", "xlsx,json", "--reject", "saved.xlsx"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    model(desk, &format!("{out}/renja.json"))
}

#[test]
fn decisions_in_the_workbook_are_followed_and_those_of_earlier_rounds_stay() {
    let (desk, before) = desk();
    desk.fill_in(
        "first/renja.xlsx",
        "saved.xlsx",
        &[("Perbaikan", "T-C.33!P10", "Tolak"), ("Temuan", "T-C.33!M13", "90 %")],
    );
    let second = rejected(&desk, "second");
    let wanted = [
        "T-C.33#1 1 pagu: 4,477,84 2,241 unresolved",
        "T-C.33#1 4 target_hasil: 90 % decided",
        "T-C.33#1 80 pagu: 6,077,960,639 unresolved",
    ];
    assert_eq!(differences(&before, &second), wanted);
    desk.fill_in("second/renja.xlsx", "saved.xlsx", &[("Temuan", "Tabel 4.1!M13", "100 %")]);
    let third = rejected(&desk, "third");
    // The letter that another table's cell gave to its neighbour is the person's now, and is missed there.
    let more = [
        wanted[0],
        wanted[1],
        wanted[2],
        "T-C.33#2 4 target_keluaran: 0 Orang/bula\n26 Orang likely",
        "T-C.33#2 4 target_hasil: 100 % decided",
    ];
    assert_eq!(differences(&before, &third), more);
    assert_eq!(third["decisions"].as_array().unwrap().len(), 3);
    let verified = desk.run(&["verify", "third/renja.json"]);
    assert_eq!(verified.code, 0, "{}", verified.err);
    assert!(verified.err.contains("2 di antaranya keputusan orang"), "{}", verified.err);
}

#[test]
fn an_id_names_one_repair_among_others_that_read_the_same() {
    let (desk, before) = desk();
    let repairs = before["repairs"].as_array().unwrap();
    let alike = |left: &Value, right: &Value| {
        ["source", "before", "after"].iter().all(|key| left[*key] == right[*key]) && left["id"] != right["id"]
    };
    let one = repairs.iter().find(|one| repairs.iter().any(|other| alike(one, other))).unwrap();
    let after = decided(&desk, &json!({"decisions": [{"id": one["id"], "keputusan": "tolak"}]}));
    // The parts of one printed cell prove each other: where one is refused, the row stands whole again, as printed.
    let (table, column) = (one["table"].as_str().unwrap(), one["column"].as_str().unwrap());
    let address = one["source"].as_str().unwrap().rsplit('!').next().unwrap();
    let of_the_cell = |model: &Value| -> Vec<(String, String)> {
        let of_id = tables(model).find(|found| found["id"] == table).unwrap();
        let cells = rows(of_id).map(|row| row["cells"][column].clone());
        let here = cells.filter(|cell| cell["source"] == address);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        here.map(|cell| (text(&cell["text"]), text(&cell["status"]))).collect()
    };
    assert!(of_the_cell(&before).len() > 1);
    let printed = one["before"].as_str().unwrap().to_owned();
    assert_eq!(of_the_cell(&after), [(printed, "unresolved".to_owned())]);
    assert_eq!(after["decisions"].as_array().unwrap().len(), 1);
    let mut nameless = one.clone();
    nameless["id"] = json!("");
    nameless["keputusan"] = json!("tolak");
    desk.put("several.json", json!({"decisions": [nameless]}).to_string().as_bytes());
    let arguments = ["convert", "renja.xlsx", "-o", "none", "--reject", "several.json"];
    desk.says(&arguments, 2, &["lebih dari satu hal", "Id"], &["more than one thing", "Id"]);
}

#[test]
fn a_contradiction_is_answered_with_the_right_amount() {
    let (desk, before) = desk();
    let findings = before["findings"].as_array().unwrap();
    let sum = findings.iter().find(|finding| finding["source"] == "T-C.29!L33").unwrap();
    assert_eq!(sum["rule"], "sum-mismatch");
    let right = sum["expected"].as_str().unwrap();
    let after = decided(&desk, &json!({"decisions": [{"id": sum["id"], "keputusan": right}]}));
    assert_eq!(differences(&before, &after).len(), 1);
    let still = after["findings"].as_array().unwrap().iter();
    assert!(
        still
            .filter(|finding| finding["source"] == "T-C.29!L33")
            .all(|other| other["rule"] != "sum-mismatch")
    );
}

#[test]
fn a_word_that_decides_nothing_is_told_and_nothing_is_written() {
    let (desk, _) = desk();
    for (sheet, source, word) in [("Perbaikan", "T-C.33!P10", "mungkin"), ("Temuan", "T-C.33!M13", "tolak")] {
        desk.fill_in("first/renja.xlsx", "saved.xlsx", &[(sheet, source, word)]);
        let ran = desk.run(&["convert", "renja.xlsx", "-o", "none", "--reject", "saved.xlsx"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(source) && ran.err.contains(word), "{}", ran.err);
    }
    assert!(desk.names().iter().all(|name| !name.starts_with("none")));
}

/// What a person decided is blue in the workbook, and nothing is where nobody did.
#[test]
fn what_a_person_decided_has_a_colour_of_its_own() {
    const BLUE: &str = "DAE8FC";
    let (desk, _) = desk();
    decided(
        &desk,
        &json!({"decisions": [{"source": "T-C.33!M13", "rule": "overprinted", "keputusan": "90 %"}]}),
    );
    let styles = |name: &str| {
        let bytes = std::fs::read(desk.path(name)).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        let mut part = archive.by_name("xl/styles.xml").unwrap();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        text
    };
    assert!(styles("second/renja.xlsx").contains(BLUE));
    assert!(!styles("first/renja.xlsx").contains(BLUE));
    let again = ["convert", "second/renja.xlsx", "-o", "third"];
    desk.run(&again);
    let files = desk.files();
    assert_eq!(files["second/renja.xlsx"], files["third/renja.xlsx"]);
}
