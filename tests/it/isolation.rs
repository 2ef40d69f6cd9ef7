//! A file that takes too long or too much memory ends in a sentence of its own, and the batch goes on.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use crate::support;

use std::fs;

use serde_json::Value;
use support::desk::Desk;
use support::samples;

/// The states of the files in the report, by the order of names.
fn states(desk: &Desk) -> Vec<(String, String, String)> {
    let report: Value = serde_json::from_slice(&fs::read(desk.path("out/LAPORAN.json")).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let files = report["files"].as_array().unwrap().iter();
    let mut states: Vec<_> =
        files.map(|file| (text(&file["file"]), text(&file["state"]), text(&file["reason"]))).collect();
    states.sort();
    states
}

#[test]
fn a_file_that_takes_too_long_is_stopped_and_the_report_is_written() {
    let desk = Desk::new();
    for name in ["in/a.xlsx", "in/b.xlsx", "in/c.xlsx"] {
        desk.put(name, &samples::clean());
    }
    // No computer opens, cleans and writes a workbook in a microsecond.
    let ran = desk.run(&["convert", "in", "-o", "out", "--timeout", "0.000001"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    let states = states(&desk);
    assert_eq!(states.len(), 3);
    for (file, state, reason) in states {
        assert_eq!(state, "unreadable");
        assert!(reason.contains("belum selesai diolah setelah 0,000001 detik"), "{reason}");
        assert!(ran.err.contains(&format!("{file}: {reason}")), "{}", ran.err);
    }
    let ran = desk.run(&["check", "in/a.xlsx", "--timeout", "0.000001", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("a.xlsx: the file was not done after 0.000001 seconds"), "{}", ran.err);
    assert_eq!(desk.run(&["check", "in", "--timeout", "0"]).code, 0, "0 is no limit");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_takes_too_much_memory_takes_no_other_with_it() {
    let desk = Desk::new();
    desk.put("in/a.xlsx", &samples::clean());
    // Half a million cells of text need several times the limit.
    let wide = "urusan pemerintahan;sub kegiatan;indikator;lokasi;target\n".repeat(400_000);
    desk.put("in/besar.csv", wide.as_bytes());
    desk.put("in/c.xlsx", &samples::clean());
    let (mut outputs, mut told) = (Vec::new(), Vec::new());
    for jobs in ["1", "3"] {
        let ran = desk.run(&["convert", "in", "-o", "out", "--memory", "150M", "--force", "--jobs", jobs]);
        assert_eq!(ran.code, 3, "{}", ran.err);
        let states = states(&desk);
        assert_eq!([&*states[0].1, &*states[1].1, &*states[2].1], ["ready", "unreadable", "ready"]);
        assert!(states[1].2.contains("memori lebih dari batas 150 MiB"), "{}", states[1].2);
        outputs.push(desk.files());
        told.push(ran.err);
    }
    assert!(outputs[0] == outputs[1], "the same bytes whatever the jobs");
    assert_eq!(told[0], told[1]);
    let ran = desk.run(&["check", "in/besar.csv", "--memory", "150M", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("takes more memory than the limit of 150 MiB"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_merged_or_compared_has_the_limits_of_what_is_converted() {
    let desk = Desk::new();
    desk.put("in/a.xlsx", &samples::clean());
    let wide = "urusan pemerintahan;sub kegiatan;indikator;lokasi;target\n".repeat(400_000);
    desk.put("in/besar.csv", wide.as_bytes());
    let ran = desk.run(&["merge", "in", "-o", "m.xlsx", "--memory", "150M", "--lang", "en"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(
        ran.err.contains("in/besar.csv: working on the file takes more memory than the limit of 150 MiB"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("→ m.xlsx"), "the other one is merged: {}", ran.err);
    let ran = desk.run(&["diff", "in/a.xlsx", "in/besar.csv", "--memory", "150M", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with("in/besar.csv: working on the file takes more memory"), "{}", ran.err);
    let ran = desk.run(&["merge", "in/a.xlsx", "--json", "--timeout", "0.000001", "--lang", "en"]);
    assert!(ran.err.contains("in/a.xlsx: the file was not done after 0.000001 seconds"), "{}", ran.err);
    let ran = desk.run(&["diff", "in/a.xlsx", "in/a.xlsx", "--timeout", "0.000001", "--lang", "en"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("in/a.xlsx: the file was not done after 0.000001 seconds"), "{}", ran.err);
}

#[test]
fn limits_that_are_none_are_refused() {
    let desk = Desk::with_clean();
    for (option, value, allowed) in [
        ("--timeout", "-1", "0, 0.5, 60"),
        ("--timeout", "lama", "0, 0.5, 60"),
        ("--memory", "banyak", "0, 500M, 2G"),
    ] {
        let ran = desk.run(&["check", "renja.xlsx", &format!("{option}={value}")]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(&format!("yang diterima: {allowed}")), "{}", ran.err);
    }
}

#[test]
fn what_the_reader_skipped_is_told_when_plans_are_compared() {
    let desk = Desk::new();
    desk.put("in/a.xlsx", &samples::clean());
    let page = samples::samples().into_iter().find(|sample| sample.file == "unduhan-sipd.xls").unwrap().bytes;
    let (cut, _) = page.split_at(page.len() * 9 / 10);
    desk.put("in/b.xls", cut);
    let ran = desk.run(&["diff", "in/a.xlsx", "in/b.xls", "--lang", "en"]);
    assert!(ran.err.contains("in/b.xls: the page ends in the middle of a table"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_whose_starter_is_gone_does_not_work_for_ever() {
    let desk = Desk::new();
    desk.put("kecil.xlsx", &samples::clean());
    assert_eq!(exit_of_an_orphan(&desk, "kecil.xlsx", "60"), Some(0), "what is done in time is done");
    // Two million cells are not read within a hundredth of a second.
    let wide = "urusan pemerintahan;sub kegiatan;indikator;lokasi;target\n".repeat(400_000);
    desk.put("besar.csv", wide.as_bytes());
    assert_eq!(exit_of_an_orphan(&desk, "besar.csv", "0.01"), Some(70), "it was stopped");
}

/// How a worker ends that was given one file and whose starter went away, with how many seconds a file may take.
#[cfg(target_os = "linux")]
fn exit_of_an_orphan(desk: &Desk, file: &str, timeout: &str) -> Option<i32> {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    let mut worker = Command::new(assert_cmd::cargo::cargo_bin("rapikan"))
        .args(["--worker", "--lang", "id", "check", file, "--timeout", timeout])
        .current_dir(desk.path("."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut tasks = worker.stdin.take().unwrap();
    writeln!(tasks, r#"{{"batch":false,"protected":[],"out":null}}"#).unwrap();
    writeln!(tasks, r#"{{"path":"{file}","stem":"hasil"}}"#).unwrap();
    drop(tasks);
    worker.wait_with_output().unwrap().status.code()
}
