//! A batch gets a report: who is ready, who is not, and why.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod support;

use std::fs;

use serde_json::Value;
use support::desk::Desk;
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
