//! An audit is proven again from itself; one that was tampered with is not.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use grids::workbook;
use rapikan::audit::{Failure, verify};
use rapikan::model::Language;
use rapikan::pipeline::clean;
use rapikan::rules::RULES;
use rapikan::solve::SolveOptions;
use rapikan::write::json::model;
use serde_json::{Value, json};

fn audit(document: &str) -> Value {
    let cleaned = clean(&workbook(document), SolveOptions::default()).unwrap();
    serde_json::from_str(&model(&cleaned, Language::English)).unwrap()
}

fn failures(audit: &Value) -> Vec<Failure> {
    verify(&audit.to_string()).unwrap().failures
}

fn whys(audit: &Value) -> String {
    let failures = failures(audit);
    let lines: Vec<String> = failures
        .iter()
        .map(|failure| format!("{} {}: {}", failure.column, failure.rule, failure.why))
        .collect();
    lines.join("\n")
}

/// A torn amount that a sum proves, a split code, a slip in a name, a torn word and two stacked targets.
const DOCUMENT: &str = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Semua Kecama tan|2 Unit|900.000.000|PAD
1;0 1;0 2;2. 01;0 3|Pembangunan Ruang Guru/Kepala Skolah/TU|Jumlah Ruang|Matur|3 Unit 26 Orang|600,000,0 00|PAD";

/// The repair of a rule.
fn repair<'a>(audit: &'a mut Value, rule: &str) -> &'a mut Value {
    let repairs = audit["repairs"].as_array_mut().unwrap();
    repairs.iter_mut().find(|repair| repair["rule"] == rule).unwrap_or_else(|| panic!("no {rule}"))
}

#[test]
fn an_honest_audit_holds() {
    let mut honest = audit(DOCUMENT);
    assert_eq!(whys(&honest), "");
    for rule in ["split-number", "split-code", "official-name", "torn-word", "stacked-targets"] {
        repair(&mut honest, rule);
    }
    assert!(verify(&honest.to_string()).unwrap().holds());
}

#[test]
fn the_audits_of_all_examples_hold() {
    let mut faults = Vec::new();
    for rule in RULES {
        for example in rule.examples {
            let why = whys(&audit(example.document));
            if !why.is_empty() {
                faults.push(format!("{} {:?}\n{why}", rule.id, example.before));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_changed_amount_is_found() {
    for (row, number, text) in [(3, "700000000", "700.000.000"), (2, "800000000", "800.000.000")] {
        let mut tampered = audit(DOCUMENT);
        tampered["tables"][0]["rows"][row]["cells"]["pagu"]["number"] = json!(number);
        assert!(whys(&tampered).contains("is written"), "a number that its text does not say");
        tampered["tables"][0]["rows"][row]["cells"]["pagu"]["text"] = json!(text);
        assert!(whys(&tampered).contains("not reported"), "a sum that does not hold and no finding says so");
    }
}

#[test]
fn a_removed_repair_is_found() {
    let count = audit(DOCUMENT)["repairs"].as_array().unwrap().len();
    for index in 0..count {
        let mut tampered = audit(DOCUMENT);
        let removed = tampered["repairs"].as_array_mut().unwrap().remove(index);
        assert!(!failures(&tampered).is_empty(), "{removed} was not missed");
    }
}

#[test]
fn a_changed_proof_is_found() {
    let count = audit(DOCUMENT)["repairs"].as_array().unwrap().len();
    for index in 0..count {
        let mut tampered = audit(DOCUMENT);
        tampered["repairs"][index]["proofs"][0]["text"] = json!("1.01.02 = 1 = 1");
        assert!(!failures(&tampered).is_empty(), "{}", tampered["repairs"][index]);
        tampered["repairs"][index]["proofs"] = json!([]);
        assert!(whys(&tampered).contains("no proof"), "{}", tampered["repairs"][index]);
    }
}

#[test]
fn a_changed_kind_of_proof_is_found() {
    for (rule, kind) in [("torn-word", "codification"), ("stacked-targets", "sum"), ("split-code", "twin")] {
        let mut tampered = audit(DOCUMENT);
        let repair = repair(&mut tampered, rule);
        repair["proofs"][0]["kind"] = json!(kind);
        repair["grade"] = json!("A");
        assert!(!failures(&tampered).is_empty(), "{rule}");
    }
}

#[test]
fn a_changed_after_text_is_found() {
    let count = audit(DOCUMENT)["repairs"].as_array().unwrap().len();
    for index in 0..count {
        let mut tampered = audit(DOCUMENT);
        tampered["repairs"][index]["after"] = json!("Semua Nagari");
        assert!(!failures(&tampered).is_empty(), "{}", tampered["repairs"][index]);
    }
}

#[test]
fn an_invented_repair_is_found() {
    for (column, before, after) in [("lokasi", "Matur", "Palupuh"), ("pagu", "1", "2"), ("nowhere", "", "")] {
        let mut tampered = audit(DOCUMENT);
        let invented = json!({
            "rule": "torn-word", "grade": "B", "table": "T-C.33#1", "row": 3, "column": column, "source": null,
            "before": before, "after": after, "proofs": [{"kind": "vocabulary", "text": "“a” → “b”"}],
        });
        tampered["repairs"].as_array_mut().unwrap().push(invented);
        assert!(!failures(&tampered).is_empty(), "{column}");
    }
}

#[test]
fn a_removed_finding_is_found() {
    let mut tampered = audit(&DOCUMENT.replace("900.000.000", "9xx.000.000"));
    assert_eq!(whys(&tampered), "");
    tampered["findings"] = json!([]);
    assert!(whys(&tampered).contains("without a finding"), "{}", whys(&tampered));
    let mut tampered = audit(&DOCUMENT.replace("900.000.000", "987.654.321"));
    assert_eq!(whys(&tampered), "");
    tampered["findings"] = json!([]);
    assert!(whys(&tampered).contains("not reported"), "{}", whys(&tampered));
}

#[test]
fn what_is_no_audit_is_refused() {
    for text in
        ["", "{}", "[1]", "{\"schema\": \"other/1\", \"tables\": [], \"repairs\": [], \"findings\": []}"]
    {
        let error = verify(text).unwrap_err();
        assert!(error.said().english.ends_with('.'), "{text}");
    }
}

#[test]
fn numbers_of_things_are_no_sum_that_fails() {
    let honest = audit(
        "\
T-C.29
kode|uraian|indikator|target_renstra|target_lalu|realisasi_lalu|tingkat_realisasi
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Nilai|36 Unit|20 Unit|8 Unit|40,00
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah|18 Orang|15 Orang|6 Orang|40,00
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah|1.185 Lembaga|15 Lembaga|6 Lembaga|40,00",
    );
    assert_eq!(whys(&honest), "");
}
