//! Where outputs go, by what was typed after `-o`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{messages, piped};
use crate::batch;
use crate::model::Said;
use crate::pipeline::Format;

/// Where outputs go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Out {
    /// Nowhere: everything stays in memory.
    Nowhere,
    /// Below this folder beside the first input, which nobody chose.
    Beside(PathBuf),
    /// Below a folder.
    Folder(PathBuf),
    /// Into one file.
    File(PathBuf),
    /// Onto standard output, once it is whole in this file.
    Stdout(PathBuf),
}

impl Out {
    /// Where outputs go by what was typed; without it beside the first input, or onto standard output if the input comes
    /// from standard input.
    ///
    /// # Errors
    /// What to say if it names a file or a stream that cannot take the outputs.
    pub(super) fn meant(
        given: Option<&Path>,
        inputs: &[PathBuf],
        formats: &[Format],
        matches: &ArgMatches,
    ) -> Result<Self, Said> {
        // A pattern is as many inputs as it matches.
        let inputs = &batch::filled_in(inputs);
        match given {
            None if inputs.iter().any(|input| piped::is_input(input)) => stdout(inputs, formats, matches),
            None => Ok(Self::Beside(beside(inputs))),
            Some(path) if piped::is_dash(path) => stdout(inputs, formats, matches),
            Some(path) => out(path, inputs, formats),
        }
    }
}

/// The format that the ending of a path names.
pub(super) fn format_of(path: &Path) -> Option<Format> {
    path.extension().and_then(|ending| ending.to_str()).and_then(Format::named)
}

/// OUT as a file or a folder.
///
/// # Errors
/// What to say if it names a file that cannot be.
fn out(path: &Path, inputs: &[PathBuf], formats: &[Format]) -> Result<Out, Said> {
    let Some(format) = format_of(path).filter(|_| !path.is_dir()) else {
        if names_a_document(path) {
            return Err(messages::not_written(path));
        }
        return Ok(Out::Folder(path.to_path_buf()));
    };
    let one_file = matches!(inputs, [input] if !input.is_dir());
    let matches = one_file && formats == [format];
    if matches { Ok(Out::File(path.to_path_buf())) } else { Err(messages::not_one_file(path, formats)) }
}

/// Standard output, for one input of which one output is made.
///
/// # Errors
/// What to say if there would be several.
fn stdout(inputs: &[PathBuf], formats: &[Format], matches: &ArgMatches) -> Result<Out, Said> {
    match (inputs, formats) {
        ([input], [_]) if !input.is_dir() && !matches.get_flag("audit-file") => {
            Ok(Out::Stdout(PathBuf::new()))
        }
        ([_], _) => Err(messages::not_one_file(Path::new("-"), formats)),
        _ => Err(if matches.get_one::<PathBuf>("out").is_some() {
            messages::not_one_file(Path::new("-"), formats)
        } else {
            messages::stdin_alone()
        }),
    }
}

/// The endings of documents that are not written here: nobody calls a folder so.
const DOCUMENTS: [&str; 18] = [
    "doc", "docx", "htm", "html", "jpg", "md", "ods", "odt", "pdf", "png", "ppt", "pptx", "rtf", "txt",
    "xls", "xlsb", "xlsm", "zip",
];

/// Whether a path that is not there is meant to be a file of a kind that is not written here.
fn names_a_document(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    !path.exists() && ending.is_some_and(|ending| DOCUMENTS.contains(&ending.as_str()))
}

/// The folder `hasil` beside the first input; inside it, if that is the folder we are in.
fn beside(inputs: &[PathBuf]) -> PathBuf {
    const NAME: &str = "hasil";
    let first = inputs.first().map_or_else(|| Path::new(""), PathBuf::as_path);
    match (first.file_name(), first.parent()) {
        (Some(_), Some(parent)) => parent.join(NAME),
        _ => first.join(NAME),
    }
}
