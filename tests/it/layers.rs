//! The layering: a module imports only from lower floors, and folders of one floor never import each other.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, the lowest first.
const FLOORS: [&[&str]; 9] = [
    &["model", "error"],
    &["rules"],
    &["forms", "codification", "value"],
    &["document"],
    &["compare"],
    &["read", "locate", "assemble", "solve", "check", "write", "audit"],
    &["pipeline", "batch", "template"],
    &["web", "facade"],
    &["cli", "browser"],
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code without comments and without the part that is compiled for tests only.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
}

/// The modules right below the root that a text imports: `crate::a::…` and `crate::{a, b::…}`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    for after in code.split("crate::").skip(1) {
        let Some(group) = after.strip_prefix('{') else {
            found.insert(word(after));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    found.insert(word(&group[start..at]));
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    found.insert(word(&group[start..at]));
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    found.remove("");
    found
}

/// What every module imports, by the file that does.
fn graph() -> BTreeMap<PathBuf, (String, BTreeSet<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut graph = BTreeMap::new();
    for path in sources(&root) {
        let below = path.strip_prefix(&root).unwrap().to_path_buf();
        let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs").to_owned();
        if module != "lib" && module != "main" {
            graph.insert(below, (module, imports(&code(&fs::read_to_string(&path).unwrap()))));
        }
    }
    graph
}

#[test]
fn every_module_has_a_floor() {
    for (path, (module, _)) in graph() {
        assert!(floor(&module).is_some(), "{} belongs to no floor", path.display());
    }
}

#[test]
fn modules_import_only_from_lower_floors() {
    let mut wrong = Vec::new();
    for (path, (module, imported)) in graph() {
        for other in imported.iter().filter(|other| **other != module) {
            // Names that are no modules, such as a function at the root, have no floor and are none of this.
            if floor(other).is_some_and(|other| other >= floor(&module).unwrap()) {
                wrong.push(format!("{} imports {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The rooms whose files still import each other in circles.
const WITH_CIRCLES: [&str; 10] =
    ["audit", "cli", "compare", "forms", "locate", "model", "pipeline", "value", "web", "write"];

/// The paths of a file's imports, each as a list of names from the root: `use super::a::{b, c}` and `super::a::b()`.
fn paths(module: &[String], code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for statement in code.split("use ").skip(1).filter_map(|text| text.split(';').next()) {
        let solid: String = statement.split_whitespace().collect();
        // Of a group only what stands before it tells files apart, but for a group right below a room or folder.
        match solid.split_once('{') {
            Some((head, group)) => {
                let names = group.split(['{', '}', ',']);
                found.extend(names.map(|name| format!("{head}{name}")));
            }
            None => found.push(solid),
        }
    }
    let inline = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
    found.extend(inline.filter(|word| word.contains("::")).map(str::to_owned));
    let resolved = |path: String| {
        let names: Vec<String> = path.split("::").map(str::to_owned).collect();
        let ups = names.iter().take_while(|name| *name == "super").count();
        let own = usize::from(names.first().is_some_and(|name| name == "crate" || name == "self"));
        let base = match names.first().map(String::as_str) {
            Some("crate") => &[],
            Some("super") => module.get(..module.len().checked_sub(ups)?)?,
            _ => module,
        };
        Some(base.iter().chain(names.get(ups.max(own)..)?).cloned().collect())
    };
    found.into_iter().filter_map(resolved).collect()
}

/// For each folder of a room, which of its files and folders imports which other.
fn siblings(room: &str) -> BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = BTreeMap::new();
    for path in sources(&root.join(room)) {
        let below = path.strip_prefix(&root).unwrap().with_extension("");
        let mut module: Vec<String> =
            below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        module.retain(|name| name != "mod");
        files.insert(module, code(&fs::read_to_string(&path).unwrap()));
    }
    let mut folders: BTreeMap<_, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (module, code) in &files {
        for path in paths(module, code) {
            let Some(other) = (1..=path.len()).rev().find(|end| files.contains_key(&path[..*end])) else {
                continue;
            };
            let shared = module.iter().zip(&path[..other]).take_while(|(own, other)| own == other).count();
            if let (Some(own), Some(other)) = (module.get(shared), path[..other].get(shared)) {
                let folder = folders.entry(module[..shared].to_vec()).or_default();
                folder.entry(own.clone()).or_default().insert(other.clone());
            }
        }
    }
    folders
}

/// The files and folders that are left when those are taken away, again and again, that import none of the others.
fn circle(mut graph: BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    loop {
        let left: BTreeSet<String> = graph.keys().cloned().collect();
        for imported in graph.values_mut() {
            imported.retain(|other| left.contains(other));
        }
        graph.retain(|_, imported| !imported.is_empty());
        if graph.len() == left.len() {
            return left.into_iter().collect();
        }
    }
}

#[test]
fn no_files_of_a_folder_import_each_other_in_a_circle() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in FLOORS.into_iter().flatten().filter(|room| src.join(room).is_dir()) {
        let folders = siblings(room);
        let circles: Vec<String> = folders
            .into_iter()
            .filter(|(folder, _)| !folder.is_empty())
            .map(|(folder, graph)| (folder.join("/"), circle(graph)))
            .filter(|(_, circle)| !circle.is_empty())
            .map(|(folder, circle)| format!("{folder}: {}", circle.join(", ")))
            .collect();
        assert_eq!(!circles.is_empty(), WITH_CIRCLES.contains(room), "{room}: {circles:?}");
    }
}

#[test]
fn circles_are_found() {
    let imports = |pairs: &[(&str, &[&str])]| {
        let pairs = pairs.iter().map(|(own, others)| {
            ((*own).to_owned(), others.iter().map(|other| (*other).to_owned()).collect())
        });
        circle(pairs.collect())
    };
    assert!(imports(&[("a", &["b", "c"]), ("b", &["c"])]).is_empty());
    assert_eq!(imports(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])]), ["a", "b", "c"]);
    let module: Vec<String> = ["solve", "slid", "ground"].map(str::to_owned).to_vec();
    let found = paths(&module, "use super::{pieces::Piece, together};\ncrate::model::letters(");
    assert!(found.contains(&["solve", "slid", "together"].map(str::to_owned).to_vec()));
    assert!(found.contains(&["crate", "model", "letters"].map(str::to_owned)[1..].to_vec()));
}

#[test]
fn no_module_gathers_odds_and_ends() {
    for (path, _) in graph() {
        for part in &path {
            let name = part.to_string_lossy();
            let name = name.trim_end_matches(".rs");
            assert!(!["util", "utils", "helpers", "common", "misc"].contains(&name), "{}", path.display());
        }
    }
}

#[test]
fn only_the_folders_of_reading_and_writing_know_their_crates() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (knows, folder) in
        [("calamine", "read"), ("rust_xlsxwriter", "write"), ("axum", "web"), ("clap", "cli")]
    {
        for path in sources(&root).into_iter().filter(|path| !path.ends_with("tests.rs")) {
            let text = code(&fs::read_to_string(&path).unwrap());
            // What is written is held against what another reader than ours finds in it.
            let witness = knows == "calamine" && path == root.join("pipeline/witness.rs");
            let inside = witness || path.starts_with(root.join(folder));
            assert!(inside || !text.contains(&format!("{knows}::")), "{} knows {knows}", path.display());
        }
    }
}

#[test]
fn only_what_checks_evidence_makes_proofs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let made: Vec<PathBuf> = sources(&root)
        .into_iter()
        .filter(|path| code(&fs::read_to_string(path).unwrap()).contains("Proof::by("))
        .map(|path| path.strip_prefix(&root).unwrap().to_owned())
        .filter(|path| !path.ends_with("write/sample.rs"))
        .collect();
    let elsewhere: Vec<&PathBuf> =
        made.iter().filter(|path| !path.starts_with("document/evidence")).collect();
    assert!(elsewhere.is_empty() && !made.is_empty(), "{elsewhere:?} make proofs");
}

#[test]
fn only_declarations_make_ids_and_causes_of_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let makes = |path: &PathBuf| {
        let code = code(&fs::read_to_string(path).unwrap());
        code.contains("RuleId::declared(") || code.contains("Cause::declared(")
    };
    let making: Vec<PathBuf> = sources(&root).into_iter().filter(makes).collect();
    let elsewhere: Vec<&PathBuf> =
        making.iter().filter(|path| !path.starts_with(root.join("rules"))).collect();
    assert!(elsewhere.is_empty() && !making.is_empty(), "{elsewhere:?} make ids or causes of rules");
}

#[test]
fn rows_are_written_by_the_model_and_the_few_that_are_listed_here() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let calls = |names: &[&str]| -> Vec<PathBuf> {
        let paths = sources(&root).into_iter().filter(|path| !path.starts_with(root.join("model")));
        let found = paths.filter(|path| {
            let code = code(&fs::read_to_string(path).unwrap());
            names.iter().any(|name| code.contains(name))
        });
        found.map(|path| path.strip_prefix(&root).unwrap().to_owned()).collect()
    };
    let paths = |paths: &[&str]| -> Vec<PathBuf> { paths.iter().map(PathBuf::from).collect() };
    assert_eq!(calls(&[".read_again("]), paths(&["solve/placing.rs", "solve/slid/restore.rs"]));
    assert_eq!(calls(&[".fill_in("]), paths(&["template/carry.rs", "template/chain.rs"]));
    let stated = [".state_level(", ".state_of(", ".leave_code_open("];
    assert_eq!(calls(&stated), paths(&["solve/codes/position.rs"]));
    // Whole rows are made where a table is made.
    let replaced = calls(&["able.rows = ", "ow.cells = "]);
    assert_eq!(replaced, paths(&["template/rows.rs", "template.rs", "write/sample.rs"]));
}

#[test]
fn every_workbook_is_saved_where_its_bytes_are_made_the_same_on_every_system() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let saves = |path: &PathBuf| code(&fs::read_to_string(path).unwrap()).contains("save_to_buffer");
    let saving: Vec<PathBuf> = sources(&root).into_iter().filter(saves).collect();
    assert_eq!(saving, [root.join("write/xlsx/package.rs")]);
}

#[test]
fn imports_are_found_however_they_are_written() {
    let code = code(
        "use crate::model::At;\nuse crate::{check, read::{self, Limits}, solve};\n// crate::web\ncrate::batch::run();",
    );
    let found: Vec<String> = imports(&code).into_iter().collect();
    assert_eq!(found, ["batch", "check", "model", "read", "solve"]);
}
