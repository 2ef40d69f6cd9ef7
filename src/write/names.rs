//! Names of files that every system can hold.

use std::path::{Component, Path, PathBuf};

/// What Windows allows in no name, beside control characters.
const FORBIDDEN: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];
/// Names of devices: on Windows no file has one, with or without an ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Devices that are numbered.
const NUMBERED: [&str; 2] = ["com", "lpt"];
/// Longer names leave no room for what an output adds to them: a name has 255 bytes on most disks.
const LONGEST: usize = 200;

/// The name as every system can hold it: what Windows forbids becomes `_`, blanks and dots at its end go, a device gets
/// a `_` before it, and what is too long is cut. A name that needs nothing stays as it is.
#[must_use]
pub fn held_everywhere(name: &str) -> String {
    let allowed = |c: char| if FORBIDDEN.contains(&c) || c.is_control() { '_' } else { c };
    let mut held: String = name.chars().map(allowed).collect();
    while held.len() > LONGEST {
        held.pop();
    }
    held.truncate(held.trim_end_matches([' ', '.']).len());
    if held.is_empty() || is_device(&held) { format!("_{held}") } else { held }
}

/// A path below a folder, each of its names as every system can hold it.
#[must_use]
pub fn path_held_everywhere(path: &Path) -> PathBuf {
    let part = |part: Component<'_>| match part {
        Component::Normal(name) => PathBuf::from(held_everywhere(&name.to_string_lossy())),
        other => PathBuf::from(other.as_os_str()),
    };
    path.components().map(part).collect()
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED.into_iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_hold_are_mended_and_others_stay() {
        let mended = [
            ("Renja: Dinas \"A\"?", "Renja_ Dinas _A__"),
            ("a\x1b[31m\tb", "a_[31m_b"),
            ("renja 2026. .", "renja 2026"),
            ("CON", "_CON"),
            ("aux.2026", "_aux.2026"),
            ("Lpt3", "_Lpt3"),
            (" . ", "_"),
            ("..", "_"),
        ];
        for (name, held) in mended {
            assert_eq!(held_everywhere(name), held);
            assert_eq!(held_everywhere(held), held, "what is mended needs nothing more");
        }
        for name in ["Rénja 2026 (2)", "console", "com10", "a.b-c_d", ".rapikan"] {
            assert_eq!(held_everywhere(name), name);
        }
        assert_eq!(held_everywhere(&"é".repeat(150)).len(), LONGEST);
    }

    #[test]
    fn every_name_of_a_path_is_mended() {
        let path: PathBuf = ["opd: a", "renja?"].iter().collect();
        let held: PathBuf = ["opd_ a", "renja_"].iter().collect();
        assert_eq!(path_held_everywhere(&path), held);
        assert_eq!(path_held_everywhere(Path::new("../a|b")), Path::new("../a_b"));
    }
}
