//! The names of all outputs of a batch, settled before the first of them is written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use super::find::Input;
use crate::write::names::path_held_everywhere;

/// An input whose outputs cannot have the name that it has itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The input.
    pub input: PathBuf,
    /// The name of its outputs without their ending.
    pub stem: PathBuf,
}

/// Gives every input a name for its outputs that no other output has, whether it is of another input, the report or what
/// `is_taken` says stands there for another. `endings` are what outputs add to the name; `reserved` are whole names.
/// Letters that differ in case or in how their marks are stored do not part names: on many disks they do not. The first
/// of several keeps its name; the others are numbered, `renja (2)`, and told.
pub fn settle(
    inputs: &mut [Input],
    endings: &[&str],
    reserved: &[&str],
    is_taken: &dyn Fn(&Input, &Path) -> bool,
) -> Vec<Renamed> {
    let mut names: BTreeSet<String> = reserved.iter().map(|name| folded(name)).collect();
    let mut renamed = Vec::new();
    for input in inputs {
        let held = path_held_everywhere(&input.stem);
        let outputs = |stem: &Path| -> Vec<String> {
            endings.iter().map(|ending| folded(&format!("{}{ending}", stem.to_string_lossy()))).collect()
        };
        let is_free =
            |stem: &PathBuf| !outputs(stem).iter().any(|name| names.contains(name)) && !is_taken(input, stem);
        let numbered = (2_u32..).map(|number| with_number(&held, number));
        let stem = std::iter::once(held.clone()).chain(numbered).find(is_free).unwrap_or(held);
        names.extend(outputs(&stem));
        if stem != input.stem {
            renamed.push(Renamed { input: input.path.clone(), stem: stem.clone() });
            input.stem = stem;
        }
    }
    renamed
}

fn with_number(stem: &Path, number: u32) -> PathBuf {
    let mut name = stem.file_name().unwrap_or_default().to_owned();
    name.push(format!(" ({number})"));
    stem.with_file_name(name)
}

fn folded(name: &str) -> String {
    name.replace('\\', "/").to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(names: &[&str], endings: &[&str]) -> Vec<String> {
        let mut inputs: Vec<Input> = names
            .iter()
            .map(|name| Input {
                path: (*name).into(),
                stem: Path::new(name).with_extension(""),
                called: None,
            })
            .collect();
        settle(&mut inputs, endings, &["LAPORAN.xlsx", "LAPORAN.json"], &|_, stem| stem.ends_with("lain"));
        inputs.iter().map(|input| input.stem.to_string_lossy().replace('\\', "/")).collect()
    }

    const NOTED: [&str; 2] = [".xlsx", "-catatan.xlsx"];

    #[test]
    fn only_names_that_meet_are_numbered() {
        assert_eq!(settled(&["a.xls", "a.xlsx", "d.xlsx"], &NOTED), ["a", "a (2)", "d"]);
        assert_eq!(settled(&["Dinas/A.xls", "dinas/a.xlsx"], &NOTED), ["Dinas/A", "dinas/a (2)"]);
        assert_eq!(settled(&["e\u{301}.xls", "\u{e9}.xlsx"], &NOTED), ["e\u{301}", "\u{e9} (2)"]);
    }

    #[test]
    fn no_output_takes_the_name_of_what_another_adds() {
        assert_eq!(settled(&["a-catatan.xlsx", "a.xlsx"], &NOTED), ["a-catatan", "a (2)"]);
        assert_eq!(settled(&["a-catatan.xlsx", "a.xlsx"], &[".xlsx"]), ["a-catatan", "a"]);
        assert_eq!(settled(&["laporan.xls", "opd/LAPORAN.xlsx"], &NOTED), ["laporan (2)", "opd/LAPORAN"]);
    }

    #[test]
    fn what_stands_there_for_another_is_not_replaced() {
        assert_eq!(settled(&["in/lain.xlsx"], &NOTED), ["in/lain (2)"]);
    }

    #[test]
    fn names_that_meet_once_they_are_mended_are_numbered() {
        assert_eq!(settled(&["a:b.xlsx", "a?b.xlsx"], &NOTED), ["a_b", "a_b (2)"]);
    }
}
