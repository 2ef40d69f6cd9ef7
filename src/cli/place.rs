//! Where results go if nobody said it: into the folder `hasil` beside the first input, or where that cannot be.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use super::arguments::Wanted;
use super::messages;
use super::out::Out;
use super::say::Streams;
use super::start::Start;
use crate::model::Said;

/// How many folders `hasil (2)`, `hasil (3)` … are tried.
const TRIES: usize = 1000;

/// The wanted with its folder settled, if nobody chose one. Told where it is another than `hasil` beside the input.
pub(super) fn settled(wanted: Wanted, start: Start, streams: &Streams) -> Wanted {
    let Out::Beside(beside) = &wanted.out else { return wanted };
    let is_there = wanted.inputs.first().is_some_and(|input| input.exists());
    let documents = || dirs::document_dir().or_else(dirs::home_dir);
    let place = if is_there { writable(beside, &is_writable, documents) } else { Place::Beside };
    let mut told: Option<Said> = None;
    let mut folder = beside.clone();
    if let Place::Documents(documents) = place {
        told = Some(messages::not_beside(beside, &documents));
        folder = documents;
    }
    // Who dropped files cannot say `--force`, and the workbook of the last time may be filled in. One that is open
    // in Excel cannot be replaced by anybody.
    let keeps = start == Start::OwnWindow && !wanted.force;
    let outputs = outputs(&wanted.inputs);
    let is_taken = |path: &Path| if keeps { path.exists() } else { is_held(path) };
    let free = free(&folder, &|folder| outputs.iter().any(|name| is_taken(&folder.join(name))));
    if free != folder {
        told = Some(messages::earlier_results(&folder, &free));
        folder = free;
    }
    if let Some(said) = told {
        streams.line(said.within(wanted.language));
    }
    Wanted { out: Out::Folder(folder), ..wanted }
}

/// Says at the very end where the results are, to a person who did not choose the place.
pub(super) fn tell(wanted: &Wanted, start: Start, streams: &Streams) {
    let Out::Folder(folder) = &wanted.out else { return };
    if start == Start::OwnWindow && folder.is_dir() {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.clone());
        streams.line(messages::results_are_in(&whole).within(wanted.language));
    }
}

/// Where results can be put.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    /// Beside the input, or nowhere better.
    Beside,
    /// In this folder among the documents of the person.
    Documents(PathBuf),
}

/// Beside the input if that can be written; else the folder of the same name among the documents, if that can.
fn writable(
    beside: &Path,
    can: &dyn Fn(&Path) -> bool,
    documents: impl FnOnce() -> Option<PathBuf>,
) -> Place {
    if can(beside) {
        return Place::Beside;
    }
    let name = beside.file_name().unwrap_or_default();
    match documents().map(|folder| folder.join(name)) {
        Some(folder) if can(&folder) => Place::Documents(folder),
        _ => Place::Beside,
    }
}

/// Whether a file can be put into a folder that may not be there yet. Nothing stays behind.
fn is_writable(folder: &Path) -> bool {
    let there =
        folder.ancestors().find(|one| fs::symlink_metadata(one).is_ok() || one.as_os_str().is_empty());
    let there = there.filter(|one| !one.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    tempfile::Builder::new().prefix(".rapikan-").tempfile_in(there).is_ok()
}

/// Whether another program holds a file: it cannot be opened for writing, or Excel has put its mark beside it.
fn is_held(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mark = path.with_file_name(format!("~${name}"));
    path.is_file() && (mark.exists() || OpenOptions::new().write(true).open(path).is_err())
}

/// The names that the results of these inputs would surely have.
fn outputs(inputs: &[PathBuf]) -> Vec<PathBuf> {
    let is_batch = inputs.len() > 1 || inputs.iter().any(|input| input.is_dir());
    let stems = inputs.iter().filter(|input| !input.is_dir()).filter_map(|input| input.file_stem());
    let workbooks = stems.map(|stem| {
        let mut name = stem.to_owned();
        name.push(".xlsx");
        PathBuf::from(name)
    });
    workbooks.chain(is_batch.then(|| PathBuf::from("LAPORAN.xlsx"))).collect()
}

/// The folder, or the first of `hasil (2)`, `hasil (3)` … that is not taken.
fn free(folder: &Path, taken: &dyn Fn(&Path) -> bool) -> PathBuf {
    let numbered = |number: usize| {
        let mut name = folder.file_name().unwrap_or_default().to_owned();
        name.push(format!(" ({number})"));
        folder.with_file_name(name)
    };
    let candidates = std::iter::once(folder.to_path_buf()).chain((2..TRIES).map(numbered));
    candidates.into_iter().find(|one| !taken(one)).unwrap_or_else(|| folder.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_goes_to_the_documents() {
        let beside = Path::new("/stick/Rénja 2026/hasil");
        let documents = || Some(PathBuf::from("/home/sari/OneDrive/Dokumen"));
        let only = |folder: &'static str| move |path: &Path| path.starts_with(folder);
        assert_eq!(writable(beside, &only("/stick"), documents), Place::Beside);
        let there = PathBuf::from("/home/sari/OneDrive/Dokumen/hasil");
        assert_eq!(writable(beside, &only("/home"), documents), Place::Documents(there));
        assert_eq!(writable(beside, &only("/nowhere"), documents), Place::Beside);
        assert_eq!(writable(beside, &only("/home"), || None), Place::Beside);
    }

    #[test]
    fn a_folder_is_tried_without_leaving_anything() {
        let root = tempfile::tempdir().unwrap();
        assert!(is_writable(&root.path().join("a/b/hasil")));
        fs::write(root.path().join("hasil"), b"a file").unwrap();
        assert!(!is_writable(&root.path().join("hasil")), "a file of that name is no folder");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        assert!(is_writable(Path::new("hasil-that-is-not-there")));
    }

    #[test]
    fn results_of_an_earlier_time_are_kept() {
        let folder = Path::new("/x/hasil");
        let taken =
            |names: &'static [&'static str]| move |path: &Path| names.iter().any(|name| path.ends_with(name));
        assert_eq!(free(folder, &taken(&[])), Path::new("/x/hasil"));
        assert_eq!(free(folder, &taken(&["hasil"])), Path::new("/x/hasil (2)"));
        assert_eq!(free(folder, &taken(&["hasil", "hasil (2)"])), Path::new("/x/hasil (3)"));
        assert_eq!(free(folder, &|_| true), folder, "then it is told that it is there already");
    }

    #[test]
    fn a_workbook_that_excel_holds_is_known_by_its_mark() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("renja é.xlsx");
        let mark = root.path().join("~$renja é.xlsx");
        fs::write(&mark, b"").unwrap();
        assert!(!is_held(&path), "the mark alone is left of a crash");
        fs::write(&path, b"precious").unwrap();
        assert!(is_held(&path));
        fs::remove_file(mark).unwrap();
        assert!(!is_held(&path));
        assert_eq!(fs::read(path).unwrap(), b"precious");
    }

    #[test]
    fn the_names_of_results_are_those_of_the_inputs() {
        let root = tempfile::tempdir().unwrap();
        let file = PathBuf::from("/x/Rencana Kerja.2026.xls");
        assert_eq!(outputs(std::slice::from_ref(&file)), [PathBuf::from("Rencana Kerja.2026.xlsx")]);
        let both = outputs(&[file, root.path().to_path_buf()]);
        assert_eq!(both, ["Rencana Kerja.2026.xlsx", "LAPORAN.xlsx"].map(PathBuf::from));
    }
}
