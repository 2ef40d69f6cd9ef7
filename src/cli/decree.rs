//! `--codification FILE.csv`: the next decree's table, before the program has it.

use std::ffi::OsString;
use std::path::Path;

use crate::codification::{add_codification, added_codification};
use crate::model::Said;

/// The option, which may stand before or after any command.
pub(super) const NAME: &str = "codification";

/// Adds the table that the option names, and gives the arguments without the option.
///
/// # Errors
/// If no file follows the option, or if the file is no such table: what to say.
pub(super) fn choose(arguments: Vec<OsString>) -> Result<Vec<OsString>, Said> {
    let mut kept = Vec::with_capacity(arguments.len());
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        if argument == "--" {
            kept.push(argument);
            kept.extend(rest);
            break;
        }
        let joined = argument.to_str().and_then(|text| text.strip_prefix("--codification="));
        let file = match joined {
            Some(file) => OsString::from(file),
            None if argument == "--codification" => rest.next().ok_or_else(no_file)?,
            None => {
                kept.push(argument);
                continue;
            }
        };
        add_codification(Path::new(&file)).map_err(|refused| refused.0)?;
    }
    Ok(kept)
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
