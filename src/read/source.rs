//! The bytes of an input, read once: what is parsed, hashed and kept is the same.

use std::fs::{File, metadata};
use std::io::Read as _;
use std::path::Path;

use super::budget::Limits;
use super::error::ReadError;

/// The bytes of a regular file.
///
/// # Errors
/// If it is a folder, a pipe or a device, larger than the limit, or grows or shrinks while it is read.
pub fn bytes_of(path: &Path, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let file = open_regular(path)?;
    let length = file.metadata()?.len();
    check_size(length, limits)?;
    let mut bytes = Vec::new();
    file.take(length.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).ok() != Some(length) {
        return Err(ReadError::Changing);
    }
    Ok(bytes)
}

/// A regular file, opened. Anything else is refused before it is opened: opening a pipe waits for its writer.
pub(super) fn open_regular(path: &Path) -> Result<File, ReadError> {
    if !metadata(path)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    let file = File::open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(ReadError::NotAFile) }
}

/// Refuses more bytes than the limit.
pub(super) fn check_size(bytes: u64, limits: &Limits) -> Result<(), ReadError> {
    if bytes > limits.bytes {
        return Err(ReadError::TooLarge { bytes, limit: limits.bytes });
    }
    Ok(())
}
