//! Cases: a folder each, with an input and the model that is expected of it. With `UPDATE_CASES=1` samples and
//! expected models are written anew; whoever does that reads the difference.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use rapikan::model::{Document, Language, Tingkat};
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_path};
use rapikan::solve::SolveOptions;
use rapikan::write;
use support::samples::{Sample, samples};

fn below(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn updating() -> bool {
    std::env::var_os("UPDATE_CASES").is_some_and(|value| value == "1")
}

/// The input of a case: its own, or the sample of its name.
fn input(case: &Path) -> PathBuf {
    let name = case.file_name().unwrap().to_string_lossy().into_owned();
    let named = |folder: &Path, stem: &str| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.into_iter().find(|path| path.file_stem().is_some_and(|found| found == stem))
    };
    named(case, "input").or_else(|| named(&below("samples"), &name)).unwrap()
}

fn cleaned(path: &Path) -> Document {
    clean(&from_path(path, &Limits::default()).unwrap(), SolveOptions::default()).unwrap()
}

fn sample_path(sample: &Sample) -> PathBuf {
    below("samples").join(sample.file)
}

/// Writes the samples anew, once, before any test looks at them.
fn prepare() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for sample in samples().into_iter().filter(|_| updating()) {
            let path = sample_path(&sample);
            fs::write(&path, &sample.bytes).unwrap();
            fs::create_dir_all(below("tests/cases").join(path.file_stem().unwrap())).unwrap();
        }
    });
}

#[test]
fn samples_are_what_their_maker_makes() {
    prepare();
    for sample in samples() {
        let path = sample_path(&sample);
        assert!(fs::read(&path).unwrap() == sample.bytes, "{} is stale: UPDATE_CASES=1", sample.file);
    }
}

#[test]
fn every_case_gives_its_model() {
    prepare();
    let entries = fs::read_dir(below("tests/cases")).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let mut stale = Vec::new();
    for case in cases {
        let model = write::json::model(&cleaned(&input(&case)), Language::Indonesian);
        let expected = case.join("expected.json");
        if updating() {
            fs::write(&expected, &model).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if let Some(line) = first_difference(&wanted, &model) {
            stale.push(format!("{}:{line}", expected.display()));
        }
    }
    assert!(stale.is_empty(), "first differences:\n{}", stale.join("\n"));
}

fn first_difference(wanted: &str, found: &str) -> Option<String> {
    if wanted == found {
        return None;
    }
    let same = wanted.lines().zip(found.lines()).take_while(|(wanted, found)| wanted == found).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(end)").trim().to_owned();
    Some(format!("{}\n  want {}\n  got  {}", same + 1, line(wanted), line(found)))
}

/// What a person would check first: codes, levels, names and money, whatever the layout and the damage.
#[test]
fn samples_say_what_their_office_planned() {
    prepare();
    for sample in samples().into_iter().filter(|sample| !sample.truth.is_empty()) {
        let document = cleaned(&sample_path(&sample));
        let table = document.tables.iter().find(|table| table.form.id == "T-C.33").unwrap();
        let found: Vec<String> = (0..table.rows.len())
            .map(|row| {
                let code = table.rows[row].code.as_ref().map_or("", |code| code.as_str());
                let money = |id: &str| table.cell(row, id).and_then(rapikan::model::Cell::number);
                let shown =
                    |id: &str| money(id).map_or_else(String::new, |number| number.normalize().to_string());
                let name = table.cell(row, "uraian").map_or("", rapikan::model::Cell::text);
                let level = table.rows[row].level;
                let name = if level == Some(Tingkat::Jumlah) { "" } else { name };
                format!(
                    "{code}|{}|{name}|{}|{}",
                    level.map_or("", Tingkat::name),
                    shown("pagu"),
                    shown("maju_pagu")
                )
            })
            .collect();
        let wanted: Vec<String> = sample
            .truth
            .iter()
            .map(|line| {
                let levels = ["jumlah", "urusan", "bidang_urusan", "program", "", "kegiatan", "sub_kegiatan"];
                let parts = line.code.split('.').filter(|part| !part.is_empty()).count();
                let name = if line.code.is_empty() { "" } else { line.name };
                let shown = |amount: u64| if amount == 0 { String::new() } else { amount.to_string() };
                format!("{}|{}|{name}|{}|{}", line.code, levels[parts], shown(line.pagu), shown(line.next))
            })
            .collect();
        assert_eq!(found.join("\n"), wanted.join("\n"), "{}", sample.file);
    }
}
