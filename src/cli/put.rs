//! One output in its place: never over an input, over another file only by force, whole or not at all.

use std::fs;
use std::path::Path;

use super::exit::Exit;
use super::piped;
use super::say::Streams;
use super::trouble::Trouble;
use crate::model::Language;
use crate::pipeline::Failure;
use crate::write::{WriteError, file};

/// Why an output may not be written, before any work is done; `None` if it may.
pub(super) fn refused(out: &Path, inputs: &[&Path], force: bool) -> Option<Failure> {
    if piped::is_dash(out) {
        return None;
    }
    let there = fs::canonicalize(out).ok();
    let is_input = |input: &&&Path| there.is_some() && fs::canonicalize(input).ok() == there;
    if inputs.iter().any(|input| is_input(&input)) {
        return Some(Failure::IsInput(out.to_path_buf()));
    }
    let exists = fs::symlink_metadata(out).is_ok();
    (exists && !force).then(|| Failure::Write(WriteError::Exists(out.to_path_buf())))
}

/// Puts the bytes there, or onto standard output if that is what OUT says, and tells the file unless `quiet`.
///
/// # Errors
/// If something is there and `force` is not set, or the disk refuses.
pub(super) fn deliver(
    out: &Path,
    bytes: &[u8],
    force: bool,
    quiet: bool,
    language: Language,
    streams: &Streams,
) -> Result<Exit, Trouble> {
    if piped::is_dash(out) {
        return Ok(streams.deliver(bytes, language));
    }
    put(out, bytes, force).map_err(Trouble::output)?;
    if !quiet {
        streams.line(&format!("→ {}", out.display()));
    }
    Ok(Exit::Done)
}

/// Puts the bytes there; its folder is made.
///
/// # Errors
/// If something is there and `force` is not set, or the disk refuses.
fn put(out: &Path, bytes: &[u8], force: bool) -> Result<(), WriteError> {
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)
            .map_err(|source| WriteError::Disk { path: folder.to_path_buf(), source })?;
    }
    file::replace(out, bytes, force)
}
