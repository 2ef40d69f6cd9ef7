//! Inputs: files as they are named, folders with everything in them that is a spreadsheet.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// Endings of files that a folder's search takes; a file that is named is taken whatever its ending.
const ENDINGS: [&str; 16] = [
    "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "ods", "ots", "fods", "html", "htm", "xml", "csv",
    "tsv", "tab",
];

/// One file to work on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Where it is, as reached from what was named.
    pub path: PathBuf,
    /// Its place below the folder that was named, without its ending: the place of its outputs.
    pub stem: PathBuf,
    /// What it is called, where that is not its path: standard input lies in a file that nobody named.
    pub called: Option<String>,
}

impl Input {
    /// A file by itself, of which nothing is written beside it.
    #[must_use]
    pub fn alone(path: &Path) -> Self {
        Self { path: path.to_path_buf(), stem: PathBuf::new(), called: None }
    }

    /// The path as reports name it: with the same separator on every system, so that the same inputs give the same
    /// bytes.
    #[must_use]
    pub fn named(&self) -> String {
        self.called.clone().unwrap_or_else(|| named(&self.path))
    }

    /// The path as a person is told of it.
    #[must_use]
    pub fn shown(&self) -> String {
        self.called.clone().unwrap_or_else(|| self.path.display().to_string())
    }
}

fn named(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR, "/")
}

/// Why a file of a folder is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A lock that an office program leaves beside an open file, or another hidden file.
    Lock,
    /// An output of ours.
    Own,
    /// A file of another kind.
    Other,
}

/// A file of a folder that is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it is.
    pub path: PathBuf,
    /// Why.
    pub why: Why,
}

impl Left {
    /// The path as reports name it.
    #[must_use]
    pub fn named(&self) -> String {
        named(&self.path)
    }
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, in the order in which they were named, a folder's by name.
    pub inputs: Vec<Input>,
    /// Files that were left alone, in the order in which they were found.
    pub left: Vec<Left>,
    /// Folders without any input, and how many of our own outputs they hold.
    pub empty: Vec<(PathBuf, usize)>,
    /// Folders that cannot be listed.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

impl Found {
    /// How many files were left alone for one reason.
    #[must_use]
    pub fn left_for(&self, why: Why) -> usize {
        self.left.iter().filter(|left| left.why == why).count()
    }
}

/// Finds the files of what was named: files, folders, and patterns such as `*/renja*.xlsx` that no shell has
/// filled in. A file that does not exist is an input all the same: reading it tells. A file reached twice is one
/// input. `is_own` tells whether a file in a folder is one of our outputs.
pub fn find(named: &[PathBuf], is_own: &dyn Fn(&Path) -> bool) -> Found {
    let mut finder = Finder { found: Found::default(), seen: BTreeSet::new(), is_own };
    for path in named {
        let matches = if path.exists() { Vec::new() } else { matches(path) };
        if matches.is_empty() {
            let parent = path.parent().unwrap_or_else(|| Path::new(""));
            finder.named(path, parent);
        }
        let fixed = fixed_part(path);
        for found in matches {
            finder.named(&found, &fixed);
        }
    }
    finder.found
}

/// What was named, with every pattern that no shell has filled in replaced by what it matches.
#[must_use]
pub fn filled_in(named: &[PathBuf]) -> Vec<PathBuf> {
    let one = |path: &PathBuf| {
        let matches = if path.exists() { Vec::new() } else { matches(path) };
        if matches.is_empty() { vec![path.clone()] } else { matches }
    };
    named.iter().flat_map(one).collect()
}

const WILD: [char; 3] = ['*', '?', '['];

/// The paths of a pattern by name; none if it is no pattern or nothing matches.
fn matches(pattern: &Path) -> Vec<PathBuf> {
    let text = pattern.to_string_lossy();
    if !text.contains(WILD) {
        return Vec::new();
    }
    let options = glob::MatchOptions { case_sensitive: false, ..glob::MatchOptions::new() };
    glob::glob_with(&text, options).map(|paths| paths.filter_map(Result::ok).collect()).unwrap_or_default()
}

/// The folders of a pattern before its first wild part.
fn fixed_part(pattern: &Path) -> PathBuf {
    pattern.components().take_while(|part| !part.as_os_str().to_string_lossy().contains(WILD)).collect()
}

struct Finder<'a> {
    found: Found,
    seen: BTreeSet<PathBuf>,
    is_own: &'a dyn Fn(&Path) -> bool,
}

impl Finder<'_> {
    /// A file or folder; its outputs stand where it stands below the root. A folder's files stand where they
    /// stand below the folder.
    fn named(&mut self, path: &Path, root: &Path) {
        if !path.is_dir() {
            self.file(root, path);
            return;
        }
        let own = self.found.left_for(Why::Own);
        let failed = self.found.unreadable.len();
        if self.folder(path, path) == 0 && failed == self.found.unreadable.len() {
            self.found.empty.push((path.to_path_buf(), self.found.left_for(Why::Own) - own));
        }
    }

    fn file(&mut self, root: &Path, path: &Path) {
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if self.seen.insert(place) {
            let stem = path.strip_prefix(root).unwrap_or(path).with_extension("");
            self.found.inputs.push(Input { path: path.to_path_buf(), stem, called: None });
        }
    }

    /// How many spreadsheets are there. Links to folders are not followed: they may lead in a circle.
    fn folder(&mut self, root: &Path, folder: &Path) -> usize {
        let mut paths: Vec<PathBuf> = match fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(Result::ok).map(|entry| entry.path()).collect(),
            Err(error) => {
                self.found.unreadable.push((folder.to_path_buf(), error));
                return 0;
            }
        };
        paths.sort();
        let mut count = 0;
        for path in paths {
            if !path.is_dir() {
                count += usize::from(self.found_in_folder(root, &path));
            } else if !path.is_symlink() && !path.ends_with(super::record::FOLDER) {
                count += self.folder(root, &path);
            }
        }
        count
    }

    /// Whether it is an input.
    fn found_in_folder(&mut self, root: &Path, path: &Path) -> bool {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let spreadsheet = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
        let why = if name.starts_with("~$") || name.starts_with('.') {
            Why::Lock
        } else if !spreadsheet || !path.is_file() {
            Why::Other
        } else if catch_unwind(AssertUnwindSafe(|| (self.is_own)(path))).unwrap_or(false) {
            Why::Own
        } else {
            self.file(root, path);
            return true;
        };
        self.found.left.push(Left { path: path.to_path_buf(), why });
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, b"x").unwrap();
        }
        root
    }

    fn stems(root: &Path, named: &[&str]) -> (Vec<String>, Found) {
        let named: Vec<PathBuf> = named.iter().map(|name| root.join(name)).collect();
        let found = find(&named, &|path| path.ends_with("own.xlsx"));
        let stem = |input: &Input| input.stem.to_string_lossy().replace('\\', "/");
        (found.inputs.iter().map(stem).collect(), found)
    }

    #[test]
    fn outputs_stand_where_inputs_stand_below_what_was_named() {
        let root =
            tree(&["in/b/x.XLSX", "in/a/y.v2.ods", "in/own.xlsx", "in/~$x.xlsx", "in/z.pdf", "in/.x.xls"]);
        let (found, about) = stems(root.path(), &["in", "in/a/y.v2.ods", "gone/w.xls"]);
        assert_eq!(found, ["a/y.v2", "b/x", "w"]);
        let left: Vec<(String, Why)> = about
            .left
            .iter()
            .map(|left| (left.path.file_name().unwrap().to_string_lossy().into_owned(), left.why))
            .collect();
        let wanted =
            [(".x.xls", Why::Lock), ("own.xlsx", Why::Own), ("z.pdf", Why::Other), ("~$x.xlsx", Why::Lock)];
        assert_eq!(left, wanted.map(|(name, why)| (name.to_owned(), why)));
    }

    #[test]
    fn a_pattern_that_no_shell_filled_in_is_filled_in() {
        let root = tree(&["in/b/renja.xlsx", "in/a/Renja 1.xlsx", "in/a/other.xlsx"]);
        assert_eq!(stems(root.path(), &["in/*/renja*.xlsx"]).0, ["a/Renja 1", "b/renja"]);
        assert_eq!(stems(root.path(), &["in/[ab]"]).0, ["Renja 1", "other", "renja"]);
        assert_eq!(
            stems(root.path(), &["in/*/no*.xlsx"]).0,
            ["no*"],
            "what matches nothing is told as missing"
        );
    }

    #[test]
    fn reports_name_files_the_same_on_every_system() {
        let path: PathBuf = ["masuk", "dinas a", "renja.xlsx"].iter().collect();
        assert_eq!(Input::alone(&path).named(), "masuk/dinas a/renja.xlsx");
    }

    #[test]
    fn a_file_whose_name_looks_like_a_pattern_is_that_file() {
        let root = tree(&["in/a[1].xlsx", "in/a1.xlsx"]);
        assert_eq!(stems(root.path(), &["in/a[1].xlsx"]).0, ["a[1]"]);
    }

    #[test]
    fn folders_without_inputs_are_told_with_what_they_hold() {
        let root = tree(&["own/own.xlsx", "in/x.xls"]);
        fs::create_dir(root.path().join("empty")).unwrap();
        let (_, found) = stems(root.path(), &["own", "empty", "in/x.xls", "in"]);
        assert_eq!(found.empty, [(root.path().join("own"), 1), (root.path().join("empty"), 0)]);
        assert_eq!(found.inputs.len(), 1, "a folder whose files were named is not empty");
    }
}
