//! What the READMEs and CONTRIBUTING say is so: their commands run and end as they say, their links lead somewhere,
//! and both languages show the same.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::desk::Desk;
use support::page::Served;

const ENGLISH: &str = "README.md";
const INDONESIAN: &str = "README.id.md";

/// A command line as it is shown, and the exit code that is said of it: 0 if none is.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    words: Vec<String>,
    code: i32,
}

fn text(file: &str) -> String {
    fs::read_to_string(file).unwrap()
}

/// The blocks between fences of a kind.
fn blocks<'a>(text: &'a str, kind: &str) -> Vec<&'a str> {
    let fence = format!("```{kind}\n");
    text.split(&fence).skip(1).map(|after| after.split("```").next().unwrap()).collect()
}

fn shown(text: &str) -> Vec<Shown> {
    let lines = blocks(text, "sh").into_iter().flat_map(str::lines);
    lines
        .map(|line| {
            let (command, comment) = line.split_once("  #").unwrap_or((line, ""));
            let said =
                ["ends with ", "berakhir dengan "].iter().find_map(|words| comment.split(words).nth(1));
            Shown { words: words(command), code: said.map_or(0, |code| code.trim().parse().unwrap()) }
        })
        .collect()
}

/// The words of a command line; double quotes hold one together.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut quoted) = (vec![String::new()], false);
    for sign in command.trim().chars() {
        match sign {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A folder as the READMEs suppose it: the samples, an own file in two formats, a folder of submissions, decisions.
fn supposed(readme: &str) -> Desk {
    let desk = Desk::new();
    for entry in fs::read_dir("samples").unwrap() {
        let path = entry.unwrap().path();
        desk.put(
            &format!("samples/{}", path.file_name().unwrap().to_string_lossy()),
            &fs::read(&path).unwrap(),
        );
    }
    let sample = fs::read("samples/renja-2023-dkukm.xlsx").unwrap();
    let download = fs::read("samples/unduhan-sipd.xls").unwrap();
    desk.put("renja.xlsx", &sample);
    desk.put("renja.xls", &download);
    desk.put("submissions/dinas-a/renja.xlsx", &sample);
    desk.put("submissions/dinas-b.xls", &download);
    desk.put("keputusan.json", blocks(readme, "json")[0].as_bytes());
    desk
}

#[test]
fn every_command_runs_and_ends_as_is_said() {
    let readme = text(ENGLISH);
    let desk = supposed(&readme);
    let commands = shown(&readme);
    assert!(commands.len() >= 14, "{commands:?}");
    for Shown { words, code } in commands {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let arguments = match words.as_slice() {
            ["cargo", "run", "--release", "--", arguments @ ..] => arguments,
            ["rapikan", "serve"] => {
                let page = Served::new(&[]);
                assert_eq!(page.bare("GET", "/", &[("Host", page.host())], b"").status, 200);
                assert_eq!(page.end(), Some(code));
                continue;
            }
            ["rapikan", arguments @ ..] => arguments,
            [script] => {
                assert!(Path::new(script).is_file(), "{script}");
                continue;
            }
            other => panic!("{other:?} is not run"),
        };
        if arguments.contains(&"hasil/renja.xlsx") {
            let written = [("Perbaikan", "T-C.33!P10", "tolak"), ("Temuan", "T-C.33!M13", "90 %")];
            desk.fill_in("hasil/renja.xlsx", "hasil/renja.xlsx", &written);
        }
        let ran = desk.run(arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
    }
    let names = desk.names();
    for wanted in [
        "hasil/renja.xlsx",
        "hasil/renja-2023-dkukm.xlsx",
        "hasil/renja-2023-dkukm.json",
        "clean/dinas-a/renja.xlsx",
        "clean/dinas-b.xlsx",
        "clean/LAPORAN.xlsx",
        "clean/LAPORAN.json",
        "renja.json",
        "templat-2026.xlsx",
        "man/rapikan.1",
    ] {
        assert!(names.contains(&wanted.to_owned()), "{wanted} is not in {names:?}");
    }
}

#[test]
fn both_languages_show_the_same() {
    let (english, indonesian) = (text(ENGLISH), text(INDONESIAN));
    assert_eq!(shown(&english), shown(&indonesian));
    assert_eq!(blocks(&english, "json"), blocks(&indonesian, "json"));
    let pictures = |text: &str| -> Vec<String> {
        links(text).into_iter().filter(|link| link.contains("/pictures/")).collect()
    };
    assert_eq!(pictures(&english), pictures(&indonesian));
    let headings = |text: &str| -> Vec<usize> {
        let depth = |line: &str| line.chars().take_while(|sign| *sign == '#').count();
        text.lines().filter(|line| line.starts_with('#')).map(depth).collect()
    };
    assert_eq!(headings(&english), headings(&indonesian), "a chapter lacks its translation");
    assert_eq!(options(&english), options(&indonesian));
}

/// The long options that a text names between backticks.
fn options(text: &str) -> BTreeSet<String> {
    let quoted = text.split('`').skip(1).step_by(2).filter(|quoted| !quoted.starts_with("cargo "));
    let words =
        quoted.flat_map(str::split_whitespace).filter(|word| word.starts_with("--") && word.len() > 2);
    words.map(str::to_owned).collect()
}

#[test]
fn every_option_that_is_named_is_one_and_none_of_convert_is_left_out() {
    let desk = Desk::new();
    let of = |command: &str| -> BTreeSet<String> {
        let help = desk.run(&[command, "--help"]).out;
        let words = help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2);
        words.map(str::to_owned).collect()
    };
    let known: BTreeSet<String> = ["convert", "check", "serve", "template", "lookup", "merge", "diff"]
        .into_iter()
        .flat_map(of)
        .collect();
    // Fences hold backticks of their own; the options are named in the tables and in the sentences.
    let prose: String = text(ENGLISH).split("```").step_by(2).collect();
    let named = options(&prose);
    assert!(named.is_subset(&known), "{:?}", named.difference(&known));
    let missing: Vec<String> = of("convert")
        .into_iter()
        .filter(|one| !["--help", "--out"].contains(&one.as_str()) && !named.contains(one))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// Where links and pictures lead.
fn links(text: &str) -> Vec<String> {
    text.split("](").skip(1).map(|after| after.split(')').next().unwrap().to_owned()).collect()
}

/// Texts between backticks that are paths into this project.
fn paths(text: &str) -> Vec<String> {
    let roots = ["src/", "tests/", "docs/", "samples/", "benches/"];
    let quoted = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    let words = quoted.flat_map(str::split_whitespace);
    words.filter(|path| roots.iter().any(|root| path.starts_with(root))).map(str::to_owned).collect()
}

#[test]
fn links_pictures_and_paths_lead_somewhere() {
    for file in [ENGLISH, INDONESIAN, "CONTRIBUTING.md"] {
        let text = text(file);
        for link in links(&text).iter().filter(|link| !link.starts_with("https://")) {
            assert!(Path::new(link).exists(), "{file}: {link}");
        }
        let paths = paths(&text);
        assert!(paths.len() > 6, "{file}: {paths:?}");
        for path in paths {
            let path = path.trim_end_matches('*').trim_end_matches(['.', ',']);
            assert!(path.contains("input.") || Path::new(path).exists(), "{file}: {path}");
        }
    }
}

#[test]
fn the_pictures_are_small() {
    for entry in fs::read_dir("docs/pictures").unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(
            bytes.starts_with(b"\x89PNG") && bytes.len() < 125_000,
            "{}: {}",
            path.display(),
            bytes.len()
        );
    }
}

#[test]
fn the_proof_that_the_readme_tells_is_the_one_that_is_given() {
    let desk = supposed(&text(ENGLISH));
    desk.run(&["convert", "renja.xlsx", "-o", "renja.json"]);
    let model: serde_json::Value =
        serde_json::from_slice(&fs::read(desk.path("renja.json")).unwrap()).unwrap();
    let told = model["repairs"]
        .as_array()
        .unwrap()
        .iter()
        .find(|repair| repair["source"] == "T-C.33!P10" && repair["rule"] == "split-number")
        .unwrap();
    for file in [ENGLISH, INDONESIAN] {
        for key in ["before", "after"] {
            let value = format!("`{}`", told[key].as_str().unwrap());
            assert!(text(file).contains(&value), "{file}: {value}");
        }
    }
    let kinds: Vec<&str> =
        told["proofs"].as_array().unwrap().iter().map(|proof| proof["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"twin") && kinds.contains(&"sum"), "{kinds:?}");
}

#[test]
fn the_repair_that_the_readme_refuses_by_its_id_is_one_of_the_sample() {
    let desk = supposed(&text(ENGLISH));
    desk.run(&["convert", "renja.xlsx", "-o", "renja.json"]);
    let model: serde_json::Value =
        serde_json::from_slice(&fs::read(desk.path("renja.json")).unwrap()).unwrap();
    let ids: Vec<&str> =
        model["repairs"].as_array().unwrap().iter().map(|repair| repair["id"].as_str().unwrap()).collect();
    for file in [ENGLISH, INDONESIAN] {
        let text = text(file);
        let decisions = blocks(&text, "json").into_iter().find(|block| block.contains("decisions")).unwrap();
        let decisions: serde_json::Value = serde_json::from_str(decisions).unwrap();
        let named: Vec<&str> =
            decisions["decisions"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
        assert!(!named.is_empty() && named.iter().all(|id| ids.contains(id)), "{file}: {named:?}");
    }
}

/// The lines that CONTRIBUTING wants in a list stand there for its examples.
#[test]
fn the_worked_examples_are_registered_as_is_told() {
    let told = text("CONTRIBUTING.md");
    for (file, lines) in [
        ("src/forms/mod.rs", &["mod tc30;", "&tc30::FORM"][..]),
        ("src/rules/mod.rs", &["glued_words,"]),
        ("src/read/mod.rs", &["mod csv;"]),
    ] {
        for line in lines {
            assert!(told.contains(&format!("`{line}`")), "{line}");
            assert!(text(file).contains(line), "{file}: {line}");
        }
    }
    for (file, name) in [
        ("src/forms/mod.rs", "FORMS"),
        ("src/rules/mod.rs", "RULES"),
        ("src/batch/find.rs", "ENDINGS"),
        ("src/web/page/files.js", "ENDINGS"),
        ("src/model/grid.rs", "enum Container"),
        ("src/read/sniff.rs", "enum Kind"),
        ("src/pipeline/wanted.rs", "enum Format"),
        ("src/pipeline/outputs.rs", "fn outputs"),
        ("src/web/worker/saved.rs", "fn made"),
    ] {
        let last = name.split(' ').next_back().unwrap();
        assert!(told.contains(last) && text(file).contains(name), "{file}: {name}");
    }
}
