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
        [("in/opd/periksa.xlsx", "to-check"), ("in/siap.xlsx", "ready"), ("in/rusak.xlsx", "unreadable")];
    assert_eq!(states, wanted);
    assert!(files[2]["reason"].as_str().unwrap().contains("rusak"));
    assert_eq!(files[1]["pagu"], "2817177212");
    assert_eq!(files[1]["forms"][0], "T-C.33");
    assert_ne!(files[0]["largest_gap"], "0");
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
fn files_share_a_cause_whatever_cells_it_speaks_of() {
    let desk = Desk::new();
    for (file, code) in [("in/satu.xlsx", "2.23.02.2.02.04"), ("in/dua.xlsx", "2.23.02.2.02.05")] {
        let blank = |line: &Line, cells: &mut [Typed]| {
            if line.code == code {
                cells[5] = text("");
            }
        };
        desk.put(file, &samples::altered(blank));
    }
    desk.run(&["convert", "in", "-o", "out"]);
    let report = report(&desk);
    let causes = report["causes"].as_array().unwrap().iter();
    let missing: Vec<&Value> = causes.filter(|cause| cause["rule"] == "missing-amount").collect();
    assert_eq!(missing.len(), 1, "{report}");
    assert_eq!(missing[0]["files"].as_array().unwrap().len(), 2, "{report}");
    assert_eq!(missing[0]["cause"], rapikan::rules::missing_amount::SUMS_ASK.wording().indonesian);
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
    assert!(ran.code == 3 && ran.err.contains("out/LAPORAN (2).xlsx"), "{}", ran.err);
    let files = desk.files();
    assert_eq!(files["out/LAPORAN.xlsx"], b"milik orang lain");
    assert!(files.contains_key("out/LAPORAN (2).json"));
}

#[test]
fn every_file_that_was_seen_has_a_line() {
    let desk = desk();
    desk.run(&["convert", "in/siap.xlsx", "-o", "in/hasil"]);
    desk.put("in/surat.pdf", b"%PDF");
    desk.put("in/~$siap.xlsx", b"");
    let template = desk.run(&["template", "T-C.33", "--year", "2026", "-o", "in/templat.xlsx"]);
    assert_eq!(template.code, 0, "{}", template.err);
    let ran = desk.run(&["convert", "in", "-o", "out"]);
    assert_eq!(ran.code, 3, "for the damaged file alone: {}", ran.err);
    let report = report(&desk);
    let state = |name: &str| {
        let files = report["files"].as_array().unwrap();
        let found = files.iter().find(|file| file["file"] == format!("in/{name}")).unwrap();
        (found["state"].as_str().unwrap().to_owned(), found["reason"].as_str().unwrap_or_default().to_owned())
    };
    for (name, word) in [
        ("surat.pdf", "bukan spreadsheet"),
        ("~$siap.xlsx", "kunci"),
        ("hasil/siap.xlsx", "hasil rapikan sendiri"),
        ("templat.xlsx", "hasil rapikan sendiri"),
    ] {
        let (state, reason) = state(name);
        assert!(state == "skipped" && reason.contains(word), "{name}: {state}, {reason}");
    }
    assert_eq!((report["skipped"].clone(), report["ready"].clone()), (4.into(), 1.into()));
}

#[test]
fn an_edited_result_is_an_input_and_is_never_replaced() {
    let desk = Desk::new();
    desk.put("in/a.xlsx", &samples::clean());
    desk.put("in/b.xlsx", &samples::contradicting());
    assert_eq!(desk.run(&["convert", "in", "-o", "out"]).code, 1);
    let edited = support::containers::saved_anew(&desk.files()["out/b.xlsx"]);
    desk.put("out/b.xlsx", &edited);
    let refused = desk.run(&["convert", "in", "-o", "out", "--to", "xlsx,json"]);
    assert!(refused.code == 4 && refused.err.contains("out/b.xlsx"), "{}", refused.err);
    let forced = desk.run(&["convert", "in", "-o", "out", "--force"]);
    assert!(forced.code == 1 && forced.err.contains("b (disunting).xlsx"), "{}", forced.err);
    assert!(desk.files()["out/b (disunting).xlsx"] == edited, "it is kept");
    let inside = desk.run(&["convert", "out", "-o", "again"]);
    assert_eq!(inside.code, 1, "{}", inside.err);
    let names = desk.names();
    assert!(names.contains(&"again/b (disunting).xlsx".to_owned()), "{names:?}");
    assert!(!names.contains(&"again/a.xlsx".to_owned()), "{names:?}");
}

#[test]
fn a_second_batch_into_the_folder_loses_nothing_of_the_first() {
    let desk = Desk::new();
    desk.put("satu/renja.xlsx", &samples::clean());
    desk.put("dua/renja.xlsx", &samples::contradicting());
    desk.run(&["convert", "satu", "-o", "out"]);
    let first = desk.files()["out/renja.xlsx"].clone();
    let ran = desk.run(&["convert", "dua", "-o", "out"]);
    assert!(ran.code == 1 && ran.err.contains("renja (2)"), "{}", ran.err);
    let files = desk.files();
    assert!(files["out/renja.xlsx"] == first && files.contains_key("out/renja (2).xlsx"));
    let report = report(&desk);
    let named: Vec<&str> =
        report["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(named, ["dua/renja.xlsx", "satu/renja.xlsx"]);
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
        usize::try_from(report["files"][0]["open"].as_u64().unwrap()).unwrap()
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
    assert_eq!(states, ["perlu diperiksa", "perlu diperiksa", "siap"]);
    let ready = &lines[2];
    let wanted = ["in/siap.xlsx", "Dinas Perpustakaan Kabupaten Tanah Embun", "siap", "0", "T-C.33"];
    assert_eq!(ready[..5], wanted);
    assert_eq!(ready[5..11], ["T-C.29, T-C.30, T-C.31, T-C.32", "17", "0", "0", "0", "2817177212"]);
    let sum = rows("Jumlah tidak cocok");
    let files: Vec<&str> = sum[2..].iter().map(|row| row[0].as_str()).collect();
    assert!(files.contains(&"in/opd/kedua.xlsx") && files.contains(&"in/opd/periksa.xlsx"), "{files:?}");
    assert!(!files.contains(&"in/siap.xlsx"));
    let unreadable = &rows("Tidak terbaca")[2];
    assert!(
        unreadable[0] == "in/rusak.xlsx" && unreadable[1].contains("rusak atau terpotong"),
        "{unreadable:?}"
    );
    let mut zip = zip::ZipArchive::new(fs::File::open(desk.path("out/LAPORAN.xlsx")).unwrap()).unwrap();
    assert!(zip.by_name("xl/charts/chart1.xml").is_ok(), "a chart of readiness");
}
