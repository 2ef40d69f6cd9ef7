//! Putting an output in its place without ever leaving half of it there.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::WriteError;
use super::reach::reachable;
use crate::model::sha256;

/// Writes the bytes into a temporary file of the same folder and renames it to `path`, so that the output is
/// there whole or not at all, and a failure leaves an older file as it was.
///
/// # Errors
/// [`WriteError::Exists`] if `path` exists and `force` is not set; [`WriteError::Disk`] if the folder is
/// missing, cannot be written, or is full.
pub fn replace(path: &Path, bytes: &[u8], force: bool) -> Result<(), WriteError> {
    let named = path.to_path_buf();
    let disk = |source| WriteError::Disk { path: named.clone(), source };
    if !force && fs::symlink_metadata(path).is_ok() {
        return Err(WriteError::Exists(path.to_path_buf()));
    }
    let place = reachable(path);
    let path = place.as_path();
    let mut temporary = temporary_beside(path).map_err(disk)?;
    temporary.write_all(bytes).and_then(|()| temporary.as_file().sync_all()).map_err(disk)?;
    if force {
        temporary.persist(path).map_err(|why| disk(why.error))?;
        return Ok(());
    }
    // Another program may have put a file there meanwhile: this refuses where a plain rename would replace.
    temporary.persist_noclobber(path).map(drop).map_err(|why| match why.error.kind() {
        std::io::ErrorKind::AlreadyExists => WriteError::Exists(named.clone()),
        _ => disk(why.error),
    })
}

/// Puts a file of our own in its place, whole or not at all; an older one is replaced. It is not waited for the
/// disk: after a power cut it may be lost.
///
/// # Errors
/// [`WriteError::Disk`] if the folder is missing, cannot be written, or is full.
pub fn note(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let disk = |source| WriteError::Disk { path: path.to_path_buf(), source };
    let mut temporary = temporary_beside(path).map_err(disk)?;
    temporary.write_all(bytes).map_err(disk)?;
    temporary.persist(path).map_err(|why| disk(why.error))?;
    Ok(())
}

/// Renames a file so that another can take its place: `renja.xlsx` becomes `renja (disunting).xlsx`, and where that is
/// there already, `renja (disunting 2).xlsx`. Gives the new place.
///
/// # Errors
/// [`WriteError::Disk`] if the disk refuses.
pub fn set_aside(path: &Path) -> Result<PathBuf, WriteError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let first = std::iter::once(format!("{stem} (disunting){ending}"));
    let names = first.chain((2_u32..).map(|number| format!("{stem} (disunting {number}){ending}")));
    let mut places = names.map(|name| path.with_file_name(name));
    let free = places.find(|place| fs::symlink_metadata(place).is_err()).unwrap_or_default();
    fs::rename(path, &free).map_err(|source| WriteError::Disk { path: free.clone(), source })?;
    Ok(free)
}

/// Takes away what a process that was killed while it wrote this output left beside it.
pub fn sweep(path: &Path) {
    let prefix = prefix(path);
    for entry in fs::read_dir(folder(path)).into_iter().flatten().filter_map(Result::ok) {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// How the names of temporary files of an output begin: of this one only, and short whatever its name.
fn prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let start: String = sha256(name.as_bytes()).chars().take(12).collect();
    format!(".rapikan-{start}-")
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// A temporary file is private by default; an output must get the rights of any new file of the user.
fn temporary_beside(path: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    let prefix = prefix(path);
    builder.prefix(&prefix).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_is_replaced_only_by_force() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.xlsx");
        replace(&path, b"first", false).unwrap();
        assert!(matches!(replace(&path, b"second", false), Err(WriteError::Exists(_))));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        replace(&path, b"second", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays behind");
    }

    #[test]
    fn a_failure_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.xlsx");
        fs::create_dir(&path).unwrap();
        assert!(matches!(replace(&path, b"bytes", true), Err(WriteError::Disk { .. })));
        assert!(path.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_process_left_is_swept_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a.xlsx"), folder.path().join("b.xlsx"));
        for path in [&path, &other] {
            let (_, kept) = temporary_beside(path).unwrap().keep().unwrap();
            assert!(kept.exists());
        }
        note(&path, b"whole").unwrap();
        sweep(&path);
        let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }

    #[test]
    fn what_is_set_aside_takes_no_other_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("renja.2026.xlsx");
        for (content, name) in
            [("one", "renja.2026 (disunting).xlsx"), ("two", "renja.2026 (disunting 2).xlsx")]
        {
            fs::write(&path, content).unwrap();
            assert_eq!(set_aside(&path).unwrap(), folder.path().join(name));
            assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), content);
        }
        assert!(!path.exists());
    }

    #[test]
    fn a_missing_folder_is_said_in_both_languages() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nowhere").join("out.xlsx");
        let said = replace(&path, b"bytes", false).unwrap_err().said();
        assert!(said.indonesian.contains("out.xlsx tidak dapat ditulis"));
        assert!(said.english.contains("out.xlsx cannot be written"));
    }

    #[cfg(unix)]
    #[test]
    fn an_output_is_readable_as_any_new_file_is() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
        replace(&ours, b"", false).unwrap();
        fs::write(&plain, b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&plain));
    }
}
