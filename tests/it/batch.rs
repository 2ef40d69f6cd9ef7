//! A batch gets a report: who is ready, who is not, and why.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::fs;

use rapikan::read::Limits;
use serde_json::Value;
use support::desk::Desk;
use support::paper::{Typed, text};
use support::plan::Line;
use support::samples;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("in/siap.xlsx", &samples::clean());
    desk.put("in/opd/periksa.xlsx", &samples::contradicting());
    desk.put("in/rusak.xlsx", &samples::clean()[..2000]);
    desk
}

fn report(desk: &Desk) -> Value {
    serde_json::from_slice(&fs::read(desk.path("out/LAPORAN.json")).unwrap()).unwrap()
}

#[test]
fn the_most_work_left_comes_first() {
    let desk = desk();
    let ran = desk.run(&["convert", "in", "-o", "out"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    let report = report(&desk);
    let files = report["files"].as_array().unwrap();
    let states: Vec<(&str, &str)> =
        files.iter().map(|file| (file["file"].as_str().unwrap(), file["state"].as_str().unwrap())).collect();
    let wanted =
        [("in/rusak.xlsx", "unreadable"), ("in/opd/periksa.xlsx", "to-check"), ("in/siap.xlsx", "ready")];
    assert_eq!(states, wanted);
    assert!(files[0]["reason"].as_str().unwrap().contains("rusak"));
    assert_eq!(files[2]["pagu"], "2817177212");
    assert_eq!(files[2]["forms"][0], "T-C.33");
    assert_ne!(files[1]["largest_gap"], "0");
    assert_eq!(report["causes"][0]["files"][0], "in/opd/periksa.xlsx");
}

#[test]
fn an_empty_cell_that_must_have_held_an_amount_is_a_gap_and_causes_have_names() {
    let desk = desk();
    let blank = |line: &Line, cells: &mut [Typed]| {
        if line.code == "2.23.02.2.02.04" {
            cells[5] = text("");
        }
    };
    desk.put("in/kosong.xlsx", &samples::altered(blank));
    desk.run(&["convert", "in/kosong.xlsx", "in/siap.xlsx", "-o", "out", "--force"]);
    let report = report(&desk);
    let empty = &report["files"][0];
    assert!(empty["file"].as_str().unwrap().ends_with("kosong.xlsx"), "{report}");
    let gap: i64 = empty["largest_gap"].as_str().unwrap().parse().unwrap();
    assert!(gap > 0, "{report}");
    let book = rapikan::read::from_path(&desk.path("out/LAPORAN.xlsx"), &Limits::default()).unwrap();
    let causes = book.sheets.iter().find(|sheet| &*sheet.name == "Sebab").unwrap();
    assert!(causes.cells().any(|(_, raw)| raw.shown() == "Jumlah hilang"), "rules have their names");
}

#[test]
fn the_report_is_the_same_whatever_the_jobs_and_no_input_of_a_batch() {
    let desk = desk();
    desk.run(&["convert", "in", "-o", "out", "--jobs", "1"]);
    let first = desk.files();
    desk.run(&["convert", "in", "-o", "out", "--jobs", "4", "--force"]);
    let second = desk.files();
    for name in ["out/LAPORAN.xlsx", "out/LAPORAN.json"] {
        assert!(first[name] == second[name], "{name}");
    }
    let ran = desk.run(&["check", "out"]);
    assert!(ran.err.contains("hasil rapikan sendiri"), "{}", ran.err);
}

#[test]
fn a_foreign_file_of_its_name_is_not_replaced() {
    let desk = desk();
    desk.put("out/LAPORAN.xlsx", b"milik orang lain");
    let ran = desk.run(&["convert", "in", "-o", "out"]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    assert_eq!(desk.files()["out/LAPORAN.xlsx"], b"milik orang lain");
}

#[test]
fn one_file_or_a_refusal_gives_no_report() {
    let desk = desk();
    desk.run(&["convert", "in/siap.xlsx", "-o", "one"]);
    desk.run(&["convert", "in", "-o", "out", "--no-report"]);
    assert!(desk.names().iter().all(|name| !name.contains("LAPORAN")));
}

#[test]
fn an_office_gets_a_note_of_what_to_mend_where_and_why() {
    let desk = desk();
    desk.run(&["convert", "in", "-o", "out", "--lang", "en", "--to", "json"]);
    assert!(!desk.path("out/siap-catatan.xlsx").exists(), "nothing to mend, no note");
    let path = desk.path("out/opd/periksa-catatan.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "Catatan").unwrap();
    let lines: Vec<Vec<String>> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let all = |line: &Vec<String>| line.join(" | ");
    assert!(lines[0][0].contains("Catatan pengembalian Renja tahun 2024"), "{lines:?}");
    assert!(
        lines[1][0].contains("Dinas Perpustakaan Kabupaten Tanah Embun. Berkas: periksa.xlsx"),
        "{lines:?}"
    );
    let header = lines.iter().position(|line| line[0] == "No").unwrap();
    assert_eq!(
        lines[header][2..],
        ["Sel di berkas Anda", "Baris dan kolom", "Yang perlu diperbaiki", "Mengapa", "Cara memperbaiki"]
    );
    let sum = lines[header + 1..].iter().find(|line| line[4].starts_with("2.23.02 = ")).unwrap();
    assert!(sum[2].starts_with("T-C.33!F"), "{}", all(sum));
    assert!(sum[3].starts_with("2.23.02 PROGRAM PEMBINAAN PERPUSTAKAAN\nkolom "), "{}", all(sum));
    assert!(
        sum[5].contains("bertentangan") && sum[6].contains("Periksa"),
        "Indonesian whatever --lang: {}",
        all(sum)
    );
    let report = report(&desk);
    assert_eq!(
        lines.len() - header - 1,
        usize::try_from(report["files"][1]["open"].as_u64().unwrap()).unwrap()
    );

    let ran = desk.run(&["check", "out"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("hasil rapikan sendiri"), "a note is no input: {}", ran.err);
    desk.put("in/opd/periksa.xlsx", &samples::clean());
    desk.run(&["convert", "in", "-o", "out", "--lang", "en", "--to", "json"]);
    assert!(!path.exists(), "a note about what is mended goes");
    desk.run(&["convert", "in", "-o", "none", "--no-report"]);
    assert!(!desk.names().iter().any(|name| name.starts_with("none") && name.contains("catatan")));
}

#[test]
fn the_workbook_of_the_report_says_all_of_each_file_and_has_a_sheet_a_cause() {
    let desk = desk();
    desk.put("in/opd/kedua.xlsx", &samples::contradicting());
    desk.run(&["convert", "in", "-o", "out"]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(desk.path("out/LAPORAN.xlsx")).unwrap();
    let mut rows = |name: &str| -> Vec<Vec<String>> {
        let sheet = calamine::Reader::worksheet_range(&mut book, name).unwrap();
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let league = rows("LAPORAN");
    let header = league.iter().position(|row| row[0] == "Berkas").unwrap();
    assert_eq!(league[header].len(), 12);
    let lines = &league[header + 1..];
    let states: Vec<&str> = lines.iter().map(|line| line[2].as_str()).collect();
    assert_eq!(states, ["tidak terbaca", "perlu diperiksa", "perlu diperiksa", "siap"]);
    assert!(lines[0][11].contains("rusak atau terpotong"), "{:?}", lines[0]);
    let ready = &lines[3];
    let wanted = ["in/siap.xlsx", "Dinas Perpustakaan Kabupaten Tanah Embun", "siap", "0", "T-C.33"];
    assert_eq!(ready[..5], wanted);
    assert_eq!(ready[5..11], ["T-C.29, T-C.30, T-C.31, T-C.32", "17", "0", "0", "0", "2817177212"]);
    let sum = rows("Jumlah tidak cocok");
    let files: Vec<&str> = sum[2..].iter().map(|row| row[0].as_str()).collect();
    assert!(files.contains(&"in/opd/kedua.xlsx") && files.contains(&"in/opd/periksa.xlsx"), "{files:?}");
    assert!(!files.contains(&"in/siap.xlsx"));
    assert_eq!(rows("Tidak terbaca")[2][0], "in/rusak.xlsx");
    let mut zip = zip::ZipArchive::new(fs::File::open(desk.path("out/LAPORAN.xlsx")).unwrap()).unwrap();
    assert!(zip.by_name("xl/charts/chart1.xml").is_ok(), "a chart of readiness");
}
