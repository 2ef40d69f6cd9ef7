//! `-` in the place of a file: standard input, which is put into a file first, because a worker reads files and a reader
//! jumps about in them; and standard output.

use std::any::TypeId;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::{Arg, Command};
use tempfile::TempDir;

use super::help::{self, parsed_size};
use super::{anywhere, messages};
use crate::model::{Language, Said};
use crate::read::Limits;

/// What stands for a standard stream.
const DASH: &str = "-";
/// What standard input is called.
const NAME: &str = "stdin";

/// The file that holds standard input.
static INPUT: OnceLock<PathBuf> = OnceLock::new();

/// Whether a path stands for a standard stream.
pub(super) fn is_dash(path: &Path) -> bool {
    path.as_os_str() == DASH
}

/// Whether a path is the file that holds standard input.
pub(super) fn is_input(path: &Path) -> bool {
    INPUT.get().is_some_and(|input| input == path)
}

/// What standard input is called, if a path is the file that holds it.
pub(super) fn called(path: &Path) -> Option<String> {
    is_input(path).then(|| NAME.to_owned())
}

/// A path as a person is told of it.
pub(super) fn shown(path: &Path) -> String {
    called(path).unwrap_or_else(|| path.display().to_string())
}

/// Puts standard input into a file, if an argument says so, and the path of the file in the place of the argument. The
/// folder of the file is gone when it is dropped.
///
/// # Errors
/// If standard input is named twice, or cannot be read or kept: what to say.
pub(super) fn taken(
    mut arguments: Vec<OsString>,
    language: Language,
) -> Result<(Vec<OsString>, Option<TempDir>), Said> {
    let dashes = (1..arguments.len()).filter(|at| arguments.get(*at).is_some_and(|a| a == DASH));
    let named: Vec<usize> = dashes.filter(|at| is_file(&arguments, *at, language)).collect();
    let [at] = named.as_slice() else {
        return if named.is_empty() { Ok((arguments, None)) } else { Err(messages::stdin_twice()) };
    };
    // Who asks for help, or mistypes an option, is answered before anything is waited for.
    if help::command(language).try_get_matches_from(&arguments).is_err() {
        return Ok((arguments, None));
    }
    let mut limit = Limits::default().bytes;
    arguments = anywhere::without(arguments, "max-size", &mut |value| {
        limit = value.to_str().and_then(|text| parsed_size(text).ok()).unwrap_or(limit);
        false
    });
    let (folder, path) = kept(limit).map_err(|error| messages::no_stdin(&error))?;
    if let Some(argument) = arguments.get_mut(*at) {
        *argument = path.clone().into_os_string();
    }
    let _ = INPUT.set(path);
    Ok((arguments, Some(folder)))
}

/// Whether an argument names a file to be read: the value of an option that takes one, or an input of the command.
fn is_file(arguments: &[OsString], at: usize, language: Language) -> bool {
    let root = help::command(language);
    let named = arguments.get(1).and_then(|name| root.find_subcommand(name)).unwrap_or(&root);
    let before =
        at.checked_sub(1).and_then(|before| arguments.get(before)).and_then(|before| before.to_str());
    let is_read =
        |one: &Arg| one.get_value_parser().type_id() == TypeId::of::<PathBuf>() && one.get_id() != "out";
    match before.and_then(|before| option(named, before)) {
        Some(option) => is_read(option),
        None => named.get_positionals().any(is_read),
    }
}

/// The option that takes the next argument as its value; of several short ones that stand together the last.
fn option<'a>(command: &'a Command, text: &str) -> Option<&'a Arg> {
    let is_meant = |one: &&Arg| match text.strip_prefix("--") {
        Some(long) => one.get_long() == Some(long),
        None => text.starts_with('-') && one.get_short() == text.chars().next_back(),
    };
    let mut options = command.get_arguments().filter(|one| !one.is_positional());
    options.find(is_meant).filter(|one| one.get_action().takes_values())
}

/// One byte more than the limit is enough to know that a file is too large.
fn kept(limit: u64) -> io::Result<(TempDir, PathBuf)> {
    let folder = tempfile::Builder::new().prefix("rapikan-").tempdir()?;
    let path = folder.path().join(NAME);
    io::copy(&mut io::stdin().lock().take(limit.saturating_add(1)), &mut File::create(&path)?)?;
    Ok((folder, path))
}
