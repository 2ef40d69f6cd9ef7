//! Paths that Windows reaches whatever their length.

use std::path::{Path, PathBuf};

/// From this length on, in UTF-16 units, Windows wants a path in the form that it does not look into: 260 for a
/// file, 12 less for a folder.
const LONG: usize = 248;

/// The path by which the system reaches a file.
pub(super) fn reachable(path: &Path) -> PathBuf {
    if !cfg!(windows) {
        return path.to_path_buf();
    }
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    whole.to_str().and_then(verbatim).map_or_else(|| path.to_path_buf(), PathBuf::from)
}

/// A long absolute path of Windows in its verbatim form; `None` if it is short, has that form already, or is not
/// absolute.
fn verbatim(path: &str) -> Option<String> {
    let plain = path.replace('/', r"\");
    if plain.encode_utf16().count() < LONG || plain.starts_with(r"\\?\") || plain.starts_with(r"\\.\") {
        return None;
    }
    if let Some(share) = plain.strip_prefix(r"\\") {
        return Some(format!(r"\\?\UNC\{share}"));
    }
    let mut start = plain.chars();
    let is_drive = start.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && start.next() == Some(':')
        && start.next() == Some('\\');
    is_drive.then(|| format!(r"\\?\{plain}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paths_get_the_form_that_has_no_limit() {
        let long = "Rencana Kerja Dinas Pendidikan é/".repeat(10);
        let told = long.replace('/', r"\");
        assert_eq!(verbatim(&format!("C:/{long}")).unwrap(), format!(r"\\?\C:\{told}"));
        assert_eq!(
            verbatim(&format!(r"\\server\bagi\{long}")).unwrap(),
            format!(r"\\?\UNC\server\bagi\{told}")
        );
        for kept in [format!(r"\\?\C:\{told}"), format!(r"\\.\{told}"), told, r"C:\pendek.xlsx".to_owned()] {
            assert_eq!(verbatim(&kept), None, "{kept}");
        }
    }

    #[test]
    fn the_limit_counts_as_windows_does() {
        let path = |letters: usize| format!(r"C:\{}", "a".repeat(letters));
        assert_eq!(verbatim(&path(LONG - 4)), None);
        assert!(verbatim(&path(LONG - 3)).is_some());
        let beyond = format!(r"C:\{}", "😀".repeat(LONG / 2));
        assert!(verbatim(&beyond).is_some(), "one sign of two units");
    }
}
