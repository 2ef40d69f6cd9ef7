//! About `rapikan.toml`, the habits of an office.

use std::path::Path;

use super::super::config::NO_CONFIG;
use crate::model::Said;

/// The habits that are followed.
pub(in crate::cli) fn habits(path: &Path, used: &[(&'static str, String)]) -> Said {
    let used: Vec<String> = used.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    let (path, used) = (path.display(), used.join(", "));
    Said::new(format!("Menurut {path}: {used}."), format!("As {path} says: {used}."))
}

/// A file of habits in a folder of inputs: beside them as they were named, or in a folder below.
pub(in crate::cli) fn habits_of_folder(followed: bool) -> Said {
    if followed {
        return Said::new("kebiasaan kantor untuk folder ini.", "the habits of the office for this folder.");
    }
    Said::new(
        "kebiasaan di subfolder tidak diikuti; olah folder itu tersendiri, atau taruh berkas ini di folder yang disebut.",
        "habits in a folder below are not followed; convert that folder by itself, or put this file into the folder that is named.",
    )
}

/// A file that cannot be read.
pub(in crate::cli) fn bad_config(path: &Path, why: &Said) -> Said {
    let path = path.display();
    Said::new(
        format!("{path}: {} (--{NO_CONFIG} mengabaikannya)", why.indonesian),
        format!("{path}: {} (--{NO_CONFIG} leaves it unread)", why.english),
    )
}

/// A file that is no TOML.
pub(in crate::cli) fn no_toml(path: &Path, why: &str) -> Said {
    let why = why.trim();
    bad_config(
        path,
        &Said::new(
            format!("bukan TOML; setiap baris berbentuk layout = \"permendagri\". {why}"),
            format!("no TOML; each line looks like layout = \"permendagri\". {why}"),
        ),
    )
}

/// A key that no option has.
pub(in crate::cli) fn unknown_key(path: &Path, key: &str, meant: &[&str]) -> Said {
    let meant = meant.join(", ");
    bad_config(
        path,
        &Said::new(
            format!("“{key}” tidak dikenal, jadi tidak ada yang diolah; mungkin maksudnya {meant}."),
            format!("“{key}” is unknown, so nothing was done; perhaps {meant} is meant."),
        ),
    )
}

/// A value that the option does not take.
pub(in crate::cli) fn bad_value(path: &Path, key: &str, value: &str, allowed: &[String]) -> Said {
    let allowed = allowed.join(", ");
    bad_config(
        path,
        &Said::new(
            format!("{key} tidak dapat bernilai {value:?}; yang diterima: {allowed}."),
            format!("{key} cannot be {value:?}; allowed: {allowed}."),
        ),
    )
}

/// Inputs beside which the habits are not the same.
pub(in crate::cli) fn two_habits(first: &Path, second: &Path) -> Said {
    let (first, second) = (first.display(), second.display());
    Said::new(
        format!(
            "{first} dan {second} tidak sama (yang tidak ada berarti tanpa kebiasaan), padahal satu perintah mengikuti satu kebiasaan; olah sendiri-sendiri, atau pakai --{NO_CONFIG}."
        ),
        format!(
            "{first} and {second} are not the same (one that is not there means no habits), and one run follows one; convert them apart, or use --{NO_CONFIG}."
        ),
    )
}
