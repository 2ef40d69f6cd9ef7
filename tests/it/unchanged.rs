//! A batch that is run again does only what has changed, keeps what a person edited, and goes on where it was killed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use crate::support;

use std::fs;

use serde_json::Value;
use support::desk::Desk;
use support::samples;

const SKIPPED: &str = "tidak berubah sejak terakhir dirapikan, jadi dilewati";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("in/periksa.xlsx", &samples::contradicting());
    desk.put("in/opd/siap.xlsx", &samples::clean());
    desk.put("in/rusak.xlsx", b"");
    desk
}

#[test]
fn what_has_not_changed_is_skipped_and_reported_as_before() {
    let desk = desk();
    let first = desk.run(&["convert", "in", "-o", "out"]);
    let before = desk.files();
    let second = desk.run(&["convert", "in", "-o", "out"]);
    assert_eq!((first.code, second.code), (3, 3), "{}", second.err);
    assert!(
        second.err.contains(&format!("in/opd/siap.xlsx: {SKIPPED}; tidak ada yang perlu")),
        "{}",
        second.err
    );
    assert!(second.err.contains(&format!("in/periksa.xlsx: {SKIPPED}; ")), "{}", second.err);
    assert!(second.err.contains("2 berkas tidak berubah"), "{}", second.err);
    assert!(second.err.contains("in/rusak.xlsx: berkas ini kosong"), "what failed is tried again");
    assert!(before == desk.files(), "the report too is the same");
    let third = desk.run(&["convert", "in", "-o", "out", "--force"]);
    assert!(!third.err.contains(SKIPPED), "{}", third.err);
    assert!(before == desk.files());
}

#[test]
fn what_has_changed_is_done_again() {
    let desk = desk();
    desk.run(&["convert", "in", "-o", "out"]);
    let skips = |arguments: &[&str]| {
        let ran = desk.run(&[&["convert", "in", "-o", "out"], arguments].concat());
        ran.err.lines().filter(|line| line.contains(SKIPPED)).count()
    };
    assert_eq!(skips(&[]), 2);
    assert_eq!(skips(&["--names", "printed"]), 0, "other options give other outputs");
    assert_eq!(skips(&[]), 0);
    assert_eq!(skips(&["--to", "json"]), 0);
    assert_eq!(skips(&["--to", "json"]), 2);
    assert_eq!(skips(&[]), 0, "outputs of an earlier run are still known for our own");
    let old = desk.files();
    desk.put("in/periksa.xlsx", &samples::clean());
    assert_eq!(skips(&[]), 1);
    assert_ne!(old["out/periksa.xlsx"], desk.files()["out/periksa.xlsx"]);
    fs::remove_file(desk.path("out/opd/siap.xlsx")).unwrap();
    assert_eq!(skips(&[]), 1, "an output that is gone is made again");
    assert_eq!(old["out/opd/siap.xlsx"], desk.files()["out/opd/siap.xlsx"]);
}

#[test]
fn what_a_person_edited_is_neither_fresh_nor_overwritten() {
    let desk = desk();
    desk.run(&["convert", "in", "-o", "out"]);
    desk.put("out/opd/siap.xlsx", b"hasil kerja orang");
    for _ in 0..2 {
        let ran = desk.run(&["convert", "in", "-o", "out"]);
        assert_eq!(ran.code, 4, "{}", ran.err);
        assert!(
            ran.err.contains("in/opd/siap.xlsx: out/opd/siap.xlsx sudah ada dan tidak ditimpa"),
            "{}",
            ran.err
        );
        assert_eq!(desk.files()["out/opd/siap.xlsx"], b"hasil kerja orang");
    }
    assert_eq!(desk.run(&["convert", "in", "-o", "out", "--force"]).code, 3);
    assert_ne!(desk.files()["out/opd/siap.xlsx"], b"hasil kerja orang");
}

#[test]
fn outputs_of_a_conversion_that_was_never_finished_are_made_again() {
    let desk = desk();
    desk.run(&["convert", "in", "-o", "out"]);
    let before = desk.files();
    let name = "out/.rapikan/periksa.json";
    let mut record: Value = serde_json::from_slice(&before[name]).unwrap();
    record["result"] = Value::Null;
    desk.put(name, record.to_string().as_bytes());
    let ran = desk.run(&["convert", "in", "-o", "out"]);
    assert!(!ran.err.contains(&format!("in/periksa.xlsx: {SKIPPED}")), "{}", ran.err);
    assert_eq!(ran.code, 3, "nothing is refused: {}", ran.err);
    assert!(before == desk.files());
}

#[cfg(unix)]
#[test]
fn a_batch_that_is_killed_goes_on_where_it_was() {
    use std::os::unix::process::CommandExt as _;
    use std::process::{Command, Stdio};
    const FILES: usize = 40;

    let whole = Desk::new();
    let cut = Desk::new();
    for number in 0..FILES {
        for desk in [&whole, &cut] {
            desk.put(&format!("in/{number:02}.xlsx"), &samples::contradicting());
        }
    }
    let arguments = ["convert", "in", "-o", "out", "--to", "xlsx,json"];
    whole.run(&arguments);
    let program = assert_cmd::cargo::cargo_bin("rapikan");
    let mut killed = 0;
    // A batch may end before it is killed; one of so many will not.
    for _ in 0..20 {
        let _ = fs::remove_dir_all(cut.path("out"));
        let mut batch = Command::new(&program)
            .args(arguments)
            .args(["--jobs", "2"])
            .current_dir(cut.path("."))
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap();
        // Work begins in the order of names: when the eighth is there, the first few are finished.
        while !cut.path("out/07.json").exists() && batch.try_wait().unwrap().is_none() {}
        Command::new("kill")
            .args(["-KILL", "--", &format!("-{}", batch.id())])
            .stderr(Stdio::null())
            .status()
            .unwrap();
        batch.wait().unwrap();
        killed = (0..FILES).filter(|number| !cut.path(&format!("out/{number:02}.json")).exists()).count();
        if killed > 0 {
            break;
        }
    }
    assert!(killed > 0, "it was never in the middle");
    for (name, bytes) in cut.files().iter().filter(|(name, _)| !name.contains("/.rapikan-")) {
        if !name.contains(".rapikan") {
            assert!(whole.files()[name] == *bytes, "{name} is not whole");
        }
    }
    let again = cut.run(&[&arguments[..], &["--jobs", "2"]].concat());
    assert_eq!(again.code, 1, "nothing is refused: {}", again.err);
    let skipped = again.err.lines().filter(|line| line.contains(SKIPPED)).count();
    assert!((1..FILES).contains(&skipped), "{skipped}: {}", again.err);
    let (mut cut, whole) = (cut.files(), whole.files());
    // Records name where their files are, which is another folder here.
    let is_result = |name: &str| !name.contains("/.rapikan");
    cut.retain(|name, _| is_result(name));
    let whole: std::collections::BTreeMap<_, _> =
        whole.into_iter().filter(|(name, _)| is_result(name)).collect();
    assert!(cut == whole, "the same as without the kill");
}
