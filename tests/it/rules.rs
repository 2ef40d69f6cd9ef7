//! Every rule is held to its word: its examples are run through the whole pipeline, each has a
//! file, a stage that names it, and the printed documentation is current.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use grids::workbook;
use rapikan::model::{Cause, Document, Language, RuleId};
use rapikan::pipeline::clean;
use rapikan::rules::{Example, Expected, Outcome, RULES, Rule, documentation};
use rapikan::solve::SolveOptions;

fn cleaned(example: &Example) -> Document {
    clean(&workbook(example.document), SolveOptions::default()).unwrap()
}

/// The texts that a column has after cleaning, over all tables.
fn texts(document: &Document, column: &str) -> Vec<String> {
    let rows = document.tables.iter().flat_map(|table| {
        (0..table.rows.len()).filter_map(|row| table.cell(row, column).map(|cell| cell.text().to_owned()))
    });
    rows.filter(|text| !text.is_empty()).collect()
}

/// Why the example does not hold.
fn fault(rule: &Rule, example: &Example, document: &Document) -> Option<String> {
    let plain = |text: &str| text.replace('\\', "\n");
    let (before, column) = (plain(example.before), example.column);
    let repairs = || document.repairs().iter().filter(|repair| repair.rule == rule.id);
    let holds = match example.expected {
        Expected::Becomes(after) => {
            let after = plain(after);
            let made = repairs()
                .any(|repair| repair.column == column && repair.before == before && repair.after == after);
            let went_on = document
                .repairs()
                .iter()
                .any(|repair| repair.column == column && repair.before == after && repair.rule != rule.id);
            made && (after.is_empty() || went_on || texts(document, column).contains(&after))
        }
        Expected::Reported => {
            let found = |finding: &&rapikan::model::Finding| {
                finding.rule() == rule.id && finding.column.is_none_or(|id| id == column)
            };
            document.findings.iter().any(|finding| found(&finding))
        }
        Expected::Stays(_) => {
            let silent = repairs().next().is_none()
                && document.findings.iter().all(|finding| finding.rule() != rule.id);
            silent && (before.is_empty() || texts(document, column).contains(&before))
        }
    };
    (!holds).then(|| {
        format!(
            "{}: {:?} {:?}\n  {column} holds {:?}\n  repairs {:#?}\n  findings {:#?}",
            rule.id,
            before,
            example.expected,
            texts(document, column),
            document
                .repairs()
                .iter()
                .map(|repair| format!(
                    "{} {} {:?} → {:?}",
                    repair.rule, repair.column, repair.before, repair.after
                ))
                .collect::<Vec<_>>(),
            document
                .findings
                .iter()
                .map(|finding| format!("{} {:?} {}", finding.rule(), finding.column, finding.message))
                .collect::<Vec<_>>()
        )
    })
}

/// Rules whose repair is made, but named for another damage: their examples are declared and do not hold yet.
const MISNAMED: [RuleId; 0] = [];

#[test]
fn every_example_holds() {
    let mut faults = Vec::new();
    for rule in RULES {
        let found = rule.examples.iter().filter_map(|example| fault(rule, example, &cleaned(example)));
        let found: Vec<String> = found.collect();
        if MISNAMED.contains(&rule.id) {
            assert!(!found.is_empty(), "{} holds now: take it off the list", rule.id);
        } else {
            faults.extend(found);
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n\n"));
}

#[test]
fn every_rule_shows_what_it_does_and_what_it_leaves_alone() {
    let ids: BTreeSet<RuleId> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len(), "an id is given twice");
    for rule in RULES {
        let expects =
            |wanted: fn(&Expected) -> bool| rule.examples.iter().any(|example| wanted(&example.expected));
        let repairs = expects(|expected| matches!(expected, Expected::Becomes(_)));
        let reports = expects(|expected| matches!(expected, Expected::Reported));
        assert_eq!(
            repairs,
            rule.outcome.repairs(),
            "{} has no example of a repair, or one too many",
            rule.id
        );
        assert_eq!(
            reports,
            rule.outcome.reports(),
            "{} has no example of a finding, or one too many",
            rule.id
        );
        assert!(
            rule.outcome == Outcome::Decision || expects(|expected| matches!(expected, Expected::Stays(_))),
            "{} leaves nothing alone",
            rule.id
        );
        let reports_or_tells = rule.outcome.reports() || rule.outcome == Outcome::Decision;
        assert_eq!(
            !rule.causes.is_empty(),
            reports_or_tells,
            "{} reports without a cause, or the reverse",
            rule.id
        );
        let keys: BTreeSet<&str> = rule.causes.iter().map(Cause::key).collect();
        assert_eq!(keys.len(), rule.causes.len(), "{} gives a key twice", rule.id);
        assert!(rule.causes.iter().all(|cause| cause.rule() == rule.id), "{} has another's cause", rule.id);
        let causes = rule.causes.iter().map(Cause::wording);
        for wording in [rule.name, rule.sees, rule.matters, rule.proof, rule.advice].into_iter().chain(causes)
        {
            for language in [Language::Indonesian, Language::English] {
                assert!(!wording.within(language).is_empty(), "{} lacks a wording", rule.id);
            }
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.file_name().is_some_and(|name| name != "tests.rs") {
            found.push(path);
        }
    }
}

/// The code of a file below `src`, by its path, without comments and without what is compiled for tests only.
fn code() -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&src, &mut paths);
    let code = |text: &str| {
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    };
    let read = |path: PathBuf| {
        let text = code(&std::fs::read_to_string(&path).unwrap());
        (path.strip_prefix(&src).unwrap().to_owned(), text)
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn every_rule_is_named_by_a_stage_and_by_its_declaration_alone() {
    let stages = ["assemble", "check", "locate", "solve", "value"];
    let code = code();
    for rule in RULES {
        let file = rule.id.as_str().replace('-', "_");
        let named = format!("rules::{file}::");
        let imported = regex::Regex::new(&format!(r"use crate::rules::\{{[^}}]*\b{file}\b")).unwrap();
        let by_stage = |(path, text): &&(PathBuf, String)| {
            stages.iter().any(|stage| path.starts_with(stage))
                && (text.contains(&named) || imported.is_match(text))
        };
        assert!(code.iter().any(|one| by_stage(&one)), "{} is declared and no stage names it", rule.id);
        let literal = format!("\"{}\"", rule.id);
        let spelled =
            code.iter().filter(|(path, text)| !path.starts_with("rules") && text.contains(&literal));
        let spelled: Vec<&PathBuf> = spelled.map(|(path, _)| path).collect();
        assert!(spelled.is_empty(), "{spelled:?} spell {} instead of naming {named}", rule.id);
    }
}

#[test]
fn a_rule_is_one_file_that_is_named_for_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&src.join("rules"), &mut paths);
    let declares = |path: &PathBuf| std::fs::read_to_string(path).unwrap().contains("static RULE: Rule =");
    let files: BTreeSet<String> = paths
        .iter()
        .filter(|path| declares(path))
        .map(|path| path.file_stem().unwrap().to_string_lossy().replace('_', "-"))
        .collect();
    let ids: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_string()).collect();
    assert_eq!(files, ids);
}

#[test]
fn the_printed_documentation_is_current() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for (language, file) in [(Language::Indonesian, "rules.id.md"), (Language::English, "rules.en.md")] {
        let (path, wanted) = (docs.join(file), documentation(language));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::create_dir_all(&docs).unwrap();
            std::fs::write(&path, &wanted).unwrap();
        }
        let current = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(current == wanted, "docs/{file} is out of date: run the tests once with UPDATE_DOCS=1");
    }
}
