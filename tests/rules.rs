//! Every rule is held to its word: its examples are run through the whole pipeline, ids in the sources and in
//! the registry are the same, and the printed documentation is current.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rapikan::forms::{form, with_years};
use rapikan::model::{
    At, Column, Container, Document, Grid, Language, Layout, Moment, Raw, Role, Span, Workbook,
};
use rapikan::pipeline::clean;
use rapikan::rules::{Example, Expected, RULES, Rule, documentation};
use rapikan::solve::SolveOptions;

const YEAR: u16 = 2023;
/// A sheet column to the right of every table.
const BEYOND: u16 = 60;

/// The workbook that an example describes: one sheet per table.
fn workbook(text: &str) -> Workbook {
    let sheets = text.trim().split("\n\n").enumerate().map(|(index, block)| sheet(index, block)).collect();
    Workbook {
        file: "example.xlsx".to_owned(),
        sha256: String::new(),
        container: Container::Xlsx,
        sheets,
        notices: Vec::new(),
    }
}

fn sheet(index: usize, block: &str) -> Grid {
    let mut lines = block.lines();
    let (form_line, columns) = (lines.next().unwrap(), lines.next().unwrap());
    let (named, replaced) = form_line.split_once('[').unwrap_or((form_line, ""));
    let replaced = replaced.trim_end_matches(']').split_once('=');
    let mut words = named.split_whitespace();
    let form = form(words.next().unwrap()).unwrap_or_else(|| panic!("no form in {form_line:?}"));
    let wanted = words.next();
    let layout = form.layouts.iter().find(|layout| wanted.is_none_or(|id| layout.id == id)).unwrap();
    let starts = starts(layout);
    let title = with_years(form.title, Some(YEAR));
    let mut cells = vec![
        (At::new(0, 0), Raw::text(&format!("Tabel {} {title}", index + 1))),
        (At::new(1, 0), Raw::text("Dinas Pendidikan Kabupaten Agam")),
    ];
    let (header, merges, depth) = header(layout, &starts, replaced);
    cells.extend(header);
    let named: Vec<&Column> = columns
        .split('|')
        .map(|id| layout.column(id.trim()).unwrap_or_else(|| panic!("no column {id} in {form_line}")))
        .collect();
    for (line, row) in lines.zip(3 + depth..) {
        if let Some(beyond) = line.split('|').nth(named.len()) {
            cells.push((At::new(row, BEYOND), raw(beyond)));
        }
        for (cell, column) in line.split('|').zip(&named) {
            let start = starts.iter().find(|(id, _)| *id == column.id).unwrap().1;
            let pieces: Vec<&str> =
                if column.role == Role::Code { cell.split(';').collect() } else { vec![cell] };
            for (piece, position) in pieces.into_iter().zip(start..) {
                cells.push((At::new(row, position), raw(piece)));
            }
        }
    }
    let mut grid = Grid::new(&format!("Tabel {}", index + 1), cells);
    grid.merges = merges;
    grid
}

/// The sheet column at which each column begins.
fn starts(layout: &Layout) -> Vec<(&'static str, u16)> {
    let mut next = 0;
    let mut starts = Vec::new();
    for column in layout.columns {
        starts.push((column.id, next));
        next += if column.role == Role::Code { layout.code_cells.max(1) } else { 1 };
    }
    starts
}

type Header = (Vec<(At, Raw)>, Vec<Span>, u32);

fn header(layout: &Layout, starts: &[(&'static str, u16)], replaced: Option<(&str, &str)>) -> Header {
    let depth = layout.columns.iter().map(|column| column.header.len()).max().unwrap();
    let (mut cells, mut merges) = (Vec::new(), Vec::new());
    let mut printed: Vec<&[&str]> = Vec::new();
    for (column, (_, start)) in layout.columns.iter().zip(starts) {
        for level in 1..=column.header.len() {
            let path = &column.header[..level];
            let group = level < column.header.len();
            if group && printed.contains(&path) {
                continue;
            }
            printed.push(path);
            let mut text = with_years(path[level - 1], Some(YEAR));
            if let Some((old, new)) = replaced.filter(|(old, _)| text.starts_with(old)) {
                text = text.replacen(old, new, 1);
            }
            let row = 3 + u32::try_from(level - 1).unwrap();
            cells.push((At::new(row, *start), Raw::text(&text)));
            let members = layout.columns.iter().filter(|other| other.header.starts_with(path)).count();
            let width = if column.role == Role::Code { layout.code_cells.max(1) } else { 0 };
            let last = start + width.max(u16::try_from(members).unwrap()) - 1;
            let bottom = if group { row } else { 2 + u32::try_from(depth).unwrap() };
            if last > *start || bottom > row {
                merges.push(Span { first: At::new(row, *start), last: At::new(bottom, last) });
            }
        }
    }
    (cells, merges, u32::try_from(depth).unwrap())
}

fn raw(text: &str) -> Raw {
    let text = text.trim();
    let Some(stored) = text.strip_prefix('=') else {
        return if text.starts_with('#') {
            Raw::Fault(Arc::from(text))
        } else {
            Raw::text(&text.replace('\\', "\n"))
        };
    };
    if let Some((hour, minute)) = stored.split_once(':') {
        let time = Some((hour.parse().unwrap(), minute.parse().unwrap(), 0));
        return Raw::Moment(Moment { date: None, time, format: Arc::from("h:mm") });
    }
    let (value, format) = stored.split_once('@').unwrap_or((stored, "General"));
    Raw::Number { value: value.parse().unwrap(), format: Arc::from(format) }
}

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
                finding.rule == rule.id && finding.column.is_none_or(|id| id == column)
            };
            document.findings.iter().any(|finding| found(&finding))
        }
        Expected::Stays(_) => {
            let silent =
                repairs().next().is_none() && document.findings.iter().all(|finding| finding.rule != rule.id);
            silent && texts(document, column).contains(&before)
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
                .map(|finding| format!("{} {:?} {}", finding.rule, finding.column, finding.message))
                .collect::<Vec<_>>()
        )
    })
}

/// Rules whose repair is made, but named for another damage: their examples are declared and do not hold yet.
const MISNAMED: [&str; 1] = ["blank-code-parts"];

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
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
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
            expects(|expected| matches!(expected, Expected::Stays(_))),
            "{} leaves nothing alone",
            rule.id
        );
        for wording in [rule.name, rule.sees, rule.matters, rule.proof, rule.advice] {
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

/// Literals that look like an id and are none: slips too weak to prove anything alone.
const NO_RULES: [&str; 1] = ["lost-digit"];

/// The ids that the stages name: `rule: "…"`, and every literal of lower-case words with hyphens; and of the
/// given ids those that stand there as a literal.
fn emitted(declared: &BTreeSet<String>) -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    for stage in ["assemble", "check", "locate", "solve", "value"] {
        sources(&src.join(stage), &mut paths);
    }
    let pattern = regex::Regex::new(r#"rule: "([a-z-]+)"|"([a-z]+(?:-[a-z]+)+)""#).unwrap();
    let mut ids = BTreeSet::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        ids.extend(declared.iter().filter(|id| code.contains(&format!("\"{id}\""))).cloned());
        for found in pattern.captures_iter(code) {
            let id = found.get(1).or_else(|| found.get(2)).unwrap().as_str();
            if !NO_RULES.contains(&id) {
                ids.insert(id.to_owned());
            }
        }
    }
    ids
}

#[test]
fn the_registry_knows_every_id_and_no_other() {
    let declared: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    let emitted = emitted(&declared);
    let unknown: Vec<&String> = emitted.difference(&declared).collect();
    let idle: Vec<&String> = declared.difference(&emitted).collect();
    assert!(unknown.is_empty(), "emitted but not declared in src/rules: {unknown:?}");
    assert!(idle.is_empty(), "declared in src/rules but never emitted: {idle:?}");
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
