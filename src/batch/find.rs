//! Inputs: files as they are named, folders with everything in them that is a spreadsheet.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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
    /// Whether it was found in a folder rather than named.
    pub from_folder: bool,
}

/// Files in folders that are left alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Locks that office programs leave beside an open file, and other hidden files.
    pub locks: usize,
    /// Our own outputs.
    pub own: usize,
    /// Files of other kinds.
    pub others: usize,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, in the order in which they were named, a folder's by name.
    pub inputs: Vec<Input>,
    /// Files that were left alone.
    pub skipped: Skipped,
    /// Folders without any spreadsheet.
    pub empty: Vec<PathBuf>,
    /// Folders that cannot be listed.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

/// Finds the files of what was named. A file that does not exist is an input all the same: reading it tells.
/// A file reached twice is one input. `is_own` tells whether a file in a folder is one of our outputs.
pub fn find(named: &[PathBuf], is_own: &dyn Fn(&Path) -> bool) -> Found {
    let mut finder = Finder { found: Found::default(), seen: BTreeSet::new(), is_own };
    for path in named {
        if path.is_dir() {
            let before = finder.found.inputs.len() + finder.found.unreadable.len();
            finder.folder(path, path);
            if before == finder.found.inputs.len() + finder.found.unreadable.len() {
                finder.found.empty.push(path.clone());
            }
        } else {
            let name = path.file_stem().map(PathBuf::from).unwrap_or_default();
            finder.file(path, name, false);
        }
    }
    finder.found
}

/// Inputs whose outputs would have one name, in pairs. Case does not part names: on many disks it does not.
#[must_use]
pub fn collisions(inputs: &[Input]) -> Vec<(&Path, &Path)> {
    let mut first: BTreeMap<String, &Path> = BTreeMap::new();
    let mut pairs = Vec::new();
    for input in inputs {
        match first.entry(input.stem.to_string_lossy().to_lowercase()) {
            Entry::Occupied(taken) => pairs.push((*taken.get(), input.path.as_path())),
            Entry::Vacant(free) => {
                free.insert(&input.path);
            }
        }
    }
    pairs
}

struct Finder<'a> {
    found: Found,
    seen: BTreeSet<PathBuf>,
    is_own: &'a dyn Fn(&Path) -> bool,
}

impl Finder<'_> {
    fn file(&mut self, path: &Path, stem: PathBuf, from_folder: bool) {
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if self.seen.insert(place) {
            self.found.inputs.push(Input { path: path.to_path_buf(), stem, from_folder });
        }
    }

    /// Links to folders are not followed: they may lead in a circle.
    fn folder(&mut self, root: &Path, folder: &Path) {
        let mut paths: Vec<PathBuf> = match fs::read_dir(folder) {
            Ok(entries) => entries.filter_map(Result::ok).map(|entry| entry.path()).collect(),
            Err(error) => {
                self.found.unreadable.push((folder.to_path_buf(), error));
                return;
            }
        };
        paths.sort();
        for path in paths {
            let is_link = path.is_symlink();
            match path.is_dir() {
                true if is_link => {}
                true => self.folder(root, &path),
                false => self.found_in_folder(root, &path),
            }
        }
    }

    fn found_in_folder(&mut self, root: &Path, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let skipped = &mut self.found.skipped;
        if name.starts_with("~$") || name.starts_with('.') {
            skipped.locks += 1;
        } else if !ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            skipped.others += 1;
        } else if (self.is_own)(path) {
            skipped.own += 1;
        } else {
            let below = path.strip_prefix(root).unwrap_or(path);
            self.file(path, below.with_extension(""), true);
        }
    }
}
