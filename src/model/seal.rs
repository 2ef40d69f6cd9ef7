//! The seal of a workbook of ours: by it an output that nobody touched since is known wherever it lies.

use super::digest::sha256;

/// How the end of the directory of a zip file begins, and its length without a comment.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// How the comment begins; the hash of all bytes before the comment's length follows.
const START: &str = "rapikan ";
const COMMENT_LENGTH: usize = START.len() + 64;

/// A zip file without a comment, with the hash of its bytes as its comment: every program that saves it anew drops the
/// comment or changes a byte. Bytes of any other form are given back as they are.
#[must_use]
pub fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len().checked_sub(END_LENGTH).and_then(|start| bytes.get(start..));
    if !end.is_some_and(|end| end.starts_with(END) && end.ends_with(&[0, 0])) {
        return bytes;
    }
    bytes.truncate(bytes.len() - 2);
    let seal = format!("{START}{}", sha256(&bytes));
    bytes.extend(u16::try_from(COMMENT_LENGTH).unwrap_or_default().to_le_bytes());
    bytes.extend(seal.as_bytes());
    bytes
}

/// Whether the bytes are a sealed file in which nothing was changed since.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    let Some((before, seal)) =
        bytes.len().checked_sub(COMMENT_LENGTH).and_then(|start| bytes.split_at_checked(start))
    else {
        return false;
    };
    let Some(content) = before.len().checked_sub(2).and_then(|length| before.get(..length)) else {
        return false;
    };
    seal.starts_with(START.as_bytes()) && seal.ends_with(sha256(content).as_bytes())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;
    use zip::{ZipArchive, ZipWriter};

    use super::*;

    fn archive() -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("a.xml", SimpleFileOptions::default()).unwrap();
        writer.write_all(b"text").unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_sealed_file_is_whole_and_any_other_byte_breaks_the_seal() {
        let bytes = sealed(archive());
        assert!(is_sealed(&bytes) && !is_sealed(&archive()));
        assert_eq!(ZipArchive::new(Cursor::new(bytes.clone())).unwrap().len(), 1);
        for at in [0, bytes.len() / 2, bytes.len() - COMMENT_LENGTH - 4, bytes.len() - 1] {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert!(!is_sealed(&other), "{at}");
        }
        assert_eq!(sealed(bytes.clone()), bytes, "it is sealed once");
    }

    #[test]
    fn what_is_no_archive_stays() {
        for bytes in [&b""[..], b"short", b"long enough, but no archive at all"] {
            assert_eq!(sealed(bytes.to_vec()), bytes);
            assert!(!is_sealed(bytes));
        }
    }
}
