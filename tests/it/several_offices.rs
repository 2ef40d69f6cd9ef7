//! Workbooks whose tables are of several offices, each named by the titles of its own table.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use serde_json::{Value, json};
use support::desk::Desk;

const BOOKS: &str = "Dinas Perpustakaan Kabupaten Tanah Embun";
const ROADS: &str = "Dinas Perhubungan Kabupaten Tanah Embun";

/// The plan of an office: the same codes as any other one's, with its own amount.
fn plan(office: &str, amount: &str) -> String {
    format!(
        "\
Tabel T-C.33.
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 dan Prakiraan Maju Tahun 2025
Kabupaten Tanah Embun
Nama Perangkat Daerah : {office}
Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif
1;2;3;4;5;6;7;8;9;10
2.23.02;PROGRAM PEMBINAAN PERPUSTAKAAN;;;;{amount};;;;
2.23.02.2.02;Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota;;;;{amount};;;;
2.23.02.2.02.05;Pemilihan Duta Baca Tingkat Daerah Kabupaten/Kota;Jumlah Duta Baca yang Dipilih;;2 Orang;{amount};;;;
TOTAL;;;;;{amount};;;;
"
    )
}

fn model(desk: &Desk, file: &str) -> Value {
    let ran = desk.run(&["convert", file, "-o", "hasil", "--to", "xlsx,json", "--force"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let name = file.rsplit('/').next().unwrap().replace(".csv", "").replace(".xlsx", "");
    serde_json::from_slice(&std::fs::read(desk.path(&format!("hasil/{name}.json"))).unwrap()).unwrap()
}

fn sections(model: &Value) -> Vec<Value> {
    model["tables"].as_array().unwrap().iter().map(|table| table["sections"].clone()).collect()
}

#[test]
fn each_table_stays_its_own_office_s() {
    let desk = Desk::new();
    let both = format!("{}\n\n{}", plan(BOOKS, "21.075.000"), plan(ROADS, "4.000.000"));
    desk.put("dua.csv", both.as_bytes());
    let first = model(&desk, "dua.csv");
    assert_eq!(first["document"]["opd"], Value::Null);
    let whole = |office: &str| json!([{"opd": office, "first": 0, "last": 3, "total": 3}]);
    assert_eq!(sections(&first), [whole(BOOKS), whole(ROADS)]);
    assert_eq!(first["causes"], json!([]), "two offices need not plan the same");
    // What is written names each office above its own table, and cleans to itself.
    let bytes = std::fs::read(desk.path("hasil/dua.xlsx")).unwrap();
    desk.put("tulis.xlsx", &bytes);
    let again = model(&desk, "tulis.xlsx");
    assert_eq!(sections(&again), sections(&first));
    let titles = |model: &Value, table: usize| model["tables"][table]["titles"].to_string();
    assert!(titles(&again, 0).contains(BOOKS) && !titles(&again, 0).contains(ROADS));
    assert!(titles(&again, 1).contains(ROADS) && !titles(&again, 1).contains(BOOKS));
}

#[test]
fn a_table_of_another_office_repairs_nothing() {
    let desk = Desk::new();
    // The amount is torn so that only the other table could say what it was.
    let torn = plan(BOOKS, "21.075.000").replace("2 Orang;21.075.000", "2 Orang;21.0?5.000");
    desk.put("dua.csv", format!("{torn}\n\n{}", plan(ROADS, "21.075.000")).as_bytes());
    let found = model(&desk, "dua.csv");
    let repairs = found["repairs"].as_array().unwrap();
    let proofs = repairs.iter().flat_map(|repair| repair["proofs"].as_array().unwrap());
    assert!(proofs.clone().all(|proof| proof["kind"] != "twin"), "{repairs:?}");
    desk.put("satu.csv", format!("{torn}\n\n{}", plan(BOOKS, "21.075.000")).as_bytes());
    let own = model(&desk, "satu.csv");
    assert_eq!(own["document"]["opd"], BOOKS);
}

#[test]
fn spellings_of_one_office_are_one_office() {
    let desk = Desk::new();
    let both = format!("{}\n\n{}", plan(BOOKS, "5.000"), plan("DINAS PERPUSTAKAAN", "5.000"));
    desk.put("satu.csv", both.as_bytes());
    let found = model(&desk, "satu.csv");
    assert_eq!(found["document"]["opd"], BOOKS);
    assert_eq!(sections(&found), [Value::Null, Value::Null]);
}

#[test]
fn a_merge_counts_by_office() {
    let desk = Desk::new();
    desk.put("dua.csv", format!("{}\n\n{}", plan(BOOKS, "21.075.000"), plan(ROADS, "4.000.000")).as_bytes());
    desk.put("satu.csv", plan(ROADS, "4.000.000").as_bytes());
    let ran = desk.run(&["merge", "--json", "dua.csv", "satu.csv", "--lang", "id"]);
    let merged: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let files = merged["files"].as_array().unwrap();
    let taken: Vec<_> =
        files.iter().map(|file| (&file["file"], &file["office"], &file["sums"][0]["sum"])).collect();
    let sum = |sum: &str| json!(sum);
    assert_eq!(
        taken,
        [
            (&json!("satu.csv"), &json!(ROADS), &sum("4000000")),
            (&json!("dua.csv"), &json!(BOOKS), &sum("21075000"))
        ]
    );
    let left: Vec<_> =
        merged["left_out"].as_array().unwrap().iter().map(|one| (&one["file"], &one["copy"])).collect();
    assert_eq!(left, [(&json!("dua.csv"), &json!(true))], "what both say counts once");
    let matters: Vec<&Value> =
        merged["conflicts"].as_array().unwrap().iter().map(|one| &one["matter"]).collect();
    assert!(matters.iter().all(|matter| **matter != "other-table" && **matter != "no-office"), "{matters:?}");
}

#[test]
fn a_template_is_of_one_of_them() {
    let desk = Desk::new();
    desk.put("dua.csv", format!("{}\n\n{}", plan(BOOKS, "21.075.000"), plan(ROADS, "4.000.000")).as_bytes());
    let ran = desk.run(&["template", "T-C.33", "--from", "dua.csv", "-o", "t.xlsx"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains(BOOKS) && ran.err.contains(ROADS), "{}", ran.err);
    let ran = desk.run(&["template", "T-C.33", "--from", "dua.csv", "-o", "t.xlsx", "--opd", ROADS]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}
