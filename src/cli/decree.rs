//! `--codification FILE.csv`: the next decree's table, before the program has it.

use std::ffi::OsString;
use std::path::Path;

use super::anywhere;
use crate::codification::{add_codification, added_codification};
use crate::model::Said;
use crate::read::{Limits, bytes_of};

/// The option, which may stand before or after any command.
pub(super) const NAME: &str = "codification";

/// Adds the table that the option names, and gives the arguments without the option.
///
/// # Errors
/// If no file follows the option, or if the file is no such table: what to say.
pub(super) fn choose(arguments: Vec<OsString>) -> Result<Vec<OsString>, Said> {
    let mut refused = None;
    let kept = anywhere::without(arguments, NAME, &mut |file| {
        if refused.is_none() {
            refused = add(Path::new(file)).err();
        }
        true
    });
    if let Some(said) = refused {
        return Err(said);
    }
    let options = kept.iter().take_while(|argument| *argument != "--");
    if options.into_iter().any(|argument| argument == "--codification") {
        return Err(no_file());
    }
    Ok(kept)
}

/// Adds the table of a file, which is read like any other input.
fn add(path: &Path) -> Result<(), Said> {
    let bytes = bytes_of(path, &Limits::default()).map_err(|error| {
        let (shown, said) = (path.display(), error.said());
        Said::new(format!("{shown}: {}", said.indonesian), format!("{shown}: {}", said.english))
    })?;
    add_codification(path, &bytes).map(drop).map_err(|error| error.0)
}

fn no_file() -> Said {
    Said::new(
        "--codification perlu berkas CSV: kode,level,nama,tingkat_pemda,indikator,satuan.",
        "--codification needs a CSV file: kode,level,nama,tingkat_pemda,indikator,satuan.",
    )
}

/// The option as a worker is given it, so that it knows the same editions.
pub(super) fn repeated() -> Vec<OsString> {
    added_codification()
        .map(|added| vec!["--codification".into(), added.file.clone().into_os_string()])
        .unwrap_or_default()
}
