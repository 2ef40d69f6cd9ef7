//! Hashes of bytes, by which files are told apart.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of bytes in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut shown, byte| {
        // Writing to a string cannot fail.
        let _ = write!(shown, "{byte:02x}");
        shown
    })
}
