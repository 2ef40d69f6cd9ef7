//! The report of a batch: what became of each file, written beside the results.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::batch::Record;
use crate::model::{Language, sha256};
use crate::read;
use crate::write::league::{Standing, by_work_left, json};
use crate::write::{WriteError, file, xlsx};

/// The name of the report, and what it ends with as a workbook and as JSON.
const NAME: &str = "LAPORAN";
const ENDINGS: [&str; 2] = [".xlsx", ".json"];
/// The names that no output of an input may take.
pub(super) const NAMES: [&str; 2] = ["LAPORAN.xlsx", "LAPORAN.json"];
/// What every report as JSON begins with.
const SCHEMA: &str = "rapikan.batch/";

/// The report of a folder of results, as it was written.
pub(super) struct Written {
    /// The workbook and the JSON.
    pub(super) paths: [PathBuf; 2],
    /// A report of an earlier time that had to stay.
    pub(super) kept: Option<PathBuf>,
}

/// A line of the report as it is kept between batches: the path of the file, and how the file stands.
#[derive(Clone, Serialize, Deserialize)]
struct Line {
    place: PathBuf,
    standing: Standing,
}

/// Writes the report into the folder of results: the standings of this batch, and of earlier batches into this folder
/// those whose files are still there. An earlier report that nobody changed is replaced. One that a person edited never
/// is, and a file of that name that is no report only by force: the report is numbered then.
///
/// # Errors
/// If the disk refuses.
pub(super) fn write(
    folder: &Path,
    standings: Vec<(PathBuf, Standing)>,
    force: bool,
    language: Language,
) -> Result<Written, WriteError> {
    let stem = Path::new(NAME);
    let place = Record::place(folder, stem).unwrap_or_default();
    let record = Record::load(&place);
    let lines = together(standings, record.result.clone());
    let standings = by_work_left(lines.iter().map(|line| line.standing.clone()).collect());
    let json = json(&standings, language)
        .map_err(|source| WriteError::Disk { path: folder.join(NAME), source: source.into() })?;
    let bytes = [xlsx::report(&standings, language)?, json.into_bytes()];
    let (paths, is_first) = places(folder, &record, force);
    let names = paths.clone().map(|path| read::name_of(&path));
    let hashes = names.into_iter().zip(bytes.each_ref().map(|bytes| sha256(bytes))).collect();
    let record = record.planned("", Path::new(""), hashes);
    record.store(&place)?;
    for (path, bytes) in paths.iter().zip(&bytes) {
        file::sweep(path);
        file::replace(path, bytes, true)?;
    }
    let lines = serde_json::to_value(lines)
        .map_err(|source| WriteError::Disk { path: place.clone(), source: source.into() })?;
    record.finished(lines).store(&place)?;
    let kept = (!is_first).then(|| folder.join(format!("{NAME}.xlsx")));
    Ok(Written { paths, kept })
}

/// Where the report would be written, by the rules of [`write`].
pub(super) fn planned(folder: &Path, force: bool) -> [PathBuf; 2] {
    let record = Record::load(&Record::place(folder, Path::new(NAME)).unwrap_or_default());
    places(folder, &record, force).0
}

/// The lines of this batch, and of earlier ones those of other files that are still there.
fn together(standings: Vec<(PathBuf, Standing)>, earlier: Option<serde_json::Value>) -> Vec<Line> {
    let mut lines: Vec<Line> =
        standings.into_iter().map(|(place, standing)| Line { place, standing }).collect();
    let now: BTreeSet<PathBuf> = lines.iter().map(|line| line.place.clone()).collect();
    let earlier: Vec<Line> = earlier.and_then(|lines| serde_json::from_value(lines).ok()).unwrap_or_default();
    lines.extend(earlier.into_iter().filter(|line| !now.contains(&line.place) && line.place.exists()));
    lines
}

/// Where both reports go, and whether these are the names without a number.
fn places(folder: &Path, record: &Record, force: bool) -> ([PathBuf; 2], bool) {
    let named = |name: &str| ENDINGS.map(|ending| folder.join(format!("{name}{ending}")));
    let may_stand = |path: &PathBuf| {
        let is_absent = fs::symlink_metadata(path).is_err();
        is_absent || record.is_ours(path) || (force && path.is_file() && !is_edited(path, record))
    };
    let numbered = (2_u32..).map(|number| format!("{NAME} ({number})"));
    let mut names = std::iter::once(NAME.to_owned()).chain(numbered).map(|name| named(&name));
    let free = names.find(|paths| paths.iter().all(may_stand)).unwrap_or_else(|| named(NAME));
    let is_first = free == named(NAME);
    (free, is_first)
}

/// Whether a report of ours stands there that a person changed.
fn is_edited(path: &Path, record: &Record) -> bool {
    let bytes = fs::read(path).unwrap_or_default();
    let start = String::from_utf8_lossy(bytes.get(..80).unwrap_or(&bytes)).into_owned();
    record.knows(path) || read::is_edited_output(&bytes) || start.contains(SCHEMA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::standing_without;
    use crate::write::league::Readiness;

    fn lines(names: &[&PathBuf]) -> Vec<(PathBuf, Standing)> {
        let standing = |path: &PathBuf| standing_without(&path.to_string_lossy(), Readiness::Ready);
        names.iter().map(|path| ((*path).clone(), standing(path))).collect()
    }

    #[test]
    fn a_later_batch_keeps_the_lines_of_an_earlier_one() {
        let folder = tempfile::tempdir().unwrap();
        let [a, b, gone] = ["a.xlsx", "b.xlsx", "gone.xlsx"].map(|name| folder.path().join(name));
        fs::write(&a, b"").unwrap();
        fs::write(&b, b"").unwrap();
        let report = |names: &[&PathBuf]| {
            write(folder.path(), lines(names), false, Language::English).unwrap();
            let text = fs::read_to_string(folder.path().join("LAPORAN.json")).unwrap();
            [&a, &b, &gone].map(|path| text.contains(&*path.to_string_lossy()))
        };
        assert_eq!(report(&[&a, &gone]), [true, false, true]);
        assert_eq!(report(&[&b]), [true, true, false], "what is no longer there has no line");
    }

    #[test]
    fn an_edited_report_is_never_replaced_and_a_foreign_file_only_by_force() {
        for (content, force, stays) in [
            (&b"{\"schema\": \"rapikan.batch/1\"} edited"[..], false, true),
            (b"{\"schema\": \"rapikan.batch/1\"} edited", true, true),
            (b"of somebody else", false, true),
            (b"of somebody else", true, false),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("LAPORAN.json");
            fs::write(&path, content).unwrap();
            let written = write(folder.path(), lines(&[]), force, Language::English).unwrap();
            assert_eq!(fs::read(&path).unwrap() == content, stays, "{force}");
            assert_eq!(written.kept.is_some(), stays);
            let again = write(folder.path(), lines(&[]), force, Language::English).unwrap();
            assert_eq!(again.paths, written.paths, "our own is replaced");
        }
    }
}
