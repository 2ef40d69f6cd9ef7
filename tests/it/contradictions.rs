//! What contradicts itself in the real sample is reported with its likeliest cause, and never repaired.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use rapikan::model::Document;
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_path};
use rapikan::solve::SolveOptions;

const LIST: &str = include_str!("../contradictions/renja-2023-dkukm.txt");

/// The rules that put another value in the place of the printed one.
const OTHER_VALUE: [&str; 7] = [
    "wrong-figure",
    "swapped-digits",
    "one-digit",
    "lost-group",
    "thousand-fold",
    "cut-number",
    "missing-amount",
];

fn sample() -> Document {
    let path = Path::new("samples/renja-2023-dkukm.xlsx");
    clean(&from_path(path, &Limits::default()).unwrap(), SolveOptions::default()).unwrap()
}

#[test]
fn every_contradiction_of_the_sample_is_reported_with_its_cause() {
    let document = sample();
    let listed = LIST.lines().filter(|line| !line.starts_with('#'));
    let mut missing = Vec::new();
    for line in listed {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [cell, rule, said] = parts.as_slice() else { panic!("{line}") };
        let found = document.findings.iter().any(|finding| {
            finding.rule().as_str() == *rule
                && finding.source.as_ref().is_some_and(|place| place.to_string() == *cell)
                && finding.message.english.contains(said)
        });
        if !found {
            missing.push(line);
        }
    }
    assert!(missing.is_empty(), "not found:\n{}", missing.join("\n"));
}

#[test]
fn no_contradiction_is_repaired() {
    let document = sample();
    for line in LIST.lines().filter(|line| line.contains("| sum-mismatch |")) {
        let cell = line.split(" | ").next().unwrap();
        let mut here = document
            .repairs()
            .iter()
            .filter(|repair| repair.sources.iter().any(|place| place.to_string() == cell));
        let changed = here.find(|repair| OTHER_VALUE.contains(&repair.rule.as_str()));
        assert!(changed.is_none(), "{cell}: {changed:?}");
    }
}
