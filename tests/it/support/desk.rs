//! Running the program from outside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

use super::samples;

/// A folder of its own with the program run inside it.
pub struct Desk {
    folder: TempDir,
}

/// What a run gave.
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Desk {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file there.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Runs the program in the folder, in a locale.
    pub fn run_in(&self, locale: &str, arguments: &[&str]) -> Ran {
        let mut command = Command::cargo_bin("rapikan").unwrap();
        let command =
            command.current_dir(self.folder.path()).env_clear().envs(counters()).env("LC_ALL", locale);
        command.args(arguments).output().unwrap().into()
    }

    /// Runs the program in the folder with bytes on standard input; what it gives on standard output may be any bytes.
    pub fn fed(&self, input: &[u8], arguments: &[&str]) -> Output {
        let mut command = Command::cargo_bin("rapikan").unwrap();
        let command =
            command.current_dir(self.folder.path()).env_clear().envs(counters()).env("LC_ALL", "id_ID.UTF-8");
        command.args(arguments).write_stdin(input).output().unwrap()
    }

    /// In Indonesian, by a person whose home this is.
    pub fn run_at_home(&self, home: &Path, arguments: &[&str]) -> Ran {
        let mut command = Command::cargo_bin("rapikan").unwrap();
        let command = command.current_dir(self.folder.path()).env_clear().envs(counters());
        command.env("LC_ALL", "id_ID.UTF-8").env("HOME", home).args(arguments).output().unwrap().into()
    }

    /// In Indonesian.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in("id_ID.UTF-8", arguments)
    }

    /// Every file below the folder with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(root, &path, found);
                } else {
                    let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                    found.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(self.folder.path(), self.folder.path(), &mut found);
        found
    }

    /// The names of every file below the folder.
    pub fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }

    /// A desk with one clean workbook, `renja.xlsx`.
    pub fn with_clean() -> Self {
        let desk = Self::new();
        desk.put("renja.xlsx", &samples::clean());
        desk
    }

    /// Runs in both languages and holds that one line on stderr says all the parts, and nothing else is said.
    pub fn says(&self, arguments: &[&str], code: i32, indonesian: &[&str], english: &[&str]) {
        for (language, parts) in [("id", indonesian), ("en", english)] {
            let ran = self.run(&[arguments, &["--lang", language]].concat());
            assert_eq!(ran.code, code, "{}", ran.err);
            assert_eq!(ran.out, "");
            assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
            for part in parts {
                assert!(ran.err.contains(part), "{part:?} is not in {:?}", ran.err);
            }
        }
    }

    /// A result workbook as a person saves it who wrote beside repairs and questions: every cell as text, in another
    /// program's file, hidden sheets and all. `written` gives the word beside a source cell of a sheet.
    pub fn fill_in(&self, from: &str, into: &str, written: &[(&str, &str, &str)]) {
        let workbook = rapikan::read::from_path(&self.path(from), &rapikan::read::Limits::default()).unwrap();
        let mut copy = rust_xlsxwriter::Workbook::new();
        for grid in &workbook.sheets {
            let sheet = copy.add_worksheet();
            sheet.set_name(&*grid.name).unwrap();
            let heading =
                |name: &str| grid.cells().find(|(_, raw)| raw.shown() == name).map(|(at, _)| at.column);
            for (at, raw) in grid.cells() {
                sheet.write_string(at.row, at.column, raw.shown()).unwrap();
                if Some(at.column) != heading("Sel sumber") {
                    continue;
                }
                let shown = raw.shown();
                let cells: Vec<&str> = shown.split("; ").collect();
                let mut words = written
                    .iter()
                    .filter(|(sheet, source, _)| *sheet == &*grid.name && cells.contains(source));
                if let Some((_, source, word)) = words.next() {
                    // On a line of several repairs the word names its cells.
                    let more = words.map(|(_, source, _)| *source);
                    let named = std::iter::once(*source).chain(more).collect::<Vec<_>>().join(", ");
                    let said = if cells.len() > 1 { format!("{word} {named}") } else { (*word).to_owned() };
                    sheet.write_string(at.row, heading("Keputusan").unwrap(), said).unwrap();
                }
            }
        }
        self.put(into, &copy.save_to_buffer().unwrap());
    }
}

/// Where an instrumented program puts its counters, which measuring coverage needs: else they would lie in the folder that
/// a test looks at.
fn counters() -> Option<(&'static str, std::ffi::OsString)> {
    const NAME: &str = "LLVM_PROFILE_FILE";
    Some((NAME, std::env::var_os(NAME)?))
}
