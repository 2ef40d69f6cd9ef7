//! Odd and hostile files: whatever they hold, reading them ends soon, with a workbook or with an error that
//! people can understand.
//!
//! The files are other projects' and not part of this one. They are looked for in the folder that
//! `RAPIKAN_ODD_FILES` names, else in `../shared/odd-files`; without them the test says so and passes.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rapikan::model::Language;
use rapikan::read::{Limits, from_path};

fn folder() -> PathBuf {
    std::env::var_os("RAPIKAN_ODD_FILES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/odd-files"), PathBuf::from)
}

#[test]
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
fn odd_files_are_read_or_refused_with_a_reason() {
    let folder = folder();
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there is no folder {}", folder.display());
        return;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let started = Instant::now();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match from_path(&path, &Limits::default()) {
            Ok(book) => {
                let cells: usize = book.sheets.iter().map(rapikan::model::Grid::len).sum();
                let merges: usize = book.sheets.iter().map(|sheet| sheet.merges.len()).sum();
                let sheets = book.sheets.len();
                eprintln!(
                    "{name}\t{}\t{sheets} sheets, {cells} cells, {merges} merges",
                    book.container.name()
                );
                for notice in &book.notices {
                    eprintln!("\t{notice}");
                }
                assert!(sheets > 0, "{name}: a workbook without sheets is an error");
            }
            Err(error) => {
                let said = error.said();
                eprintln!(
                    "{name}\tERROR {error} {:?}",
                    std::error::Error::source(&error).map(ToString::to_string)
                );
                for language in [Language::Indonesian, Language::English] {
                    assert!(said.within(language).len() > 40, "{name}: {error} is said too shortly");
                }
            }
        }
        assert!(started.elapsed() < Duration::from_secs(10), "{name} took {:?}", started.elapsed());
    }
}
