//! The workbook as the bytes of a file, the same on every system.

use rust_xlsxwriter::Workbook;

use crate::model::sealed;
use crate::write::WriteError;

/// How hard the parts are packed. The usual 6 takes twice as long and saves an eighth of the bytes.
const LEVEL: u8 = 3;

/// How an entry of the directory of a zip file begins.
const ENTRY: &[u8] = b"PK\x01\x02";
/// How the end of the directory begins, and its length without a comment.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// Where an entry names the system that made it, and Unix there.
const MADE_BY: usize = 5;
const UNIX: u8 = 3;
/// Where an entry tells the lengths of its name, its extra fields and its comment, and its length without them.
const LENGTHS: [usize; 3] = [28, 30, 32];
const ENTRY_LENGTH: usize = 46;

/// The bytes of the workbook, under our seal.
///
/// # Errors
/// [`WriteError::Workbook`] if it asks for more than a worksheet can hold.
pub(super) fn saved(workbook: &mut Workbook) -> Result<Vec<u8>, WriteError> {
    workbook.set_zip_compression_level(LEVEL);
    let mut bytes = workbook.save_to_buffer()?;
    made_anywhere(&mut bytes);
    Ok(sealed(bytes))
}

/// Takes the system that the file was made on out of the directory of a zip file without a comment: each entry then
/// says what it says on Unix. Bytes of any other form are left as they are.
fn made_anywhere(bytes: &mut [u8]) {
    let Some(end) = bytes.len().checked_sub(END_LENGTH).and_then(|start| bytes.get(start..)) else { return };
    let Some(start) = end.get(16..20).and_then(|start| start.try_into().ok()).map(u32::from_le_bytes) else {
        return;
    };
    let (true, Ok(mut at)) = (end.starts_with(END), usize::try_from(start)) else { return };
    while let Some(entry) = bytes.get_mut(at..).filter(|entry| entry.starts_with(ENTRY)) {
        if let Some(system) = entry.get_mut(MADE_BY) {
            *system = UNIX;
        }
        at += ENTRY_LENGTH + LENGTHS.iter().map(|place| length(entry, *place)).sum::<usize>();
    }
}

fn length(entry: &[u8], at: usize) -> usize {
    let two = entry.get(at..at + 2).and_then(|two| two.try_into().ok());
    two.map_or(0, |two| usize::from(u16::from_le_bytes(two)))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::SimpleFileOptions;
    use zip::{System, ZipArchive, ZipWriter};

    use super::*;

    fn made_on(system: System) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "a.xml"] {
            writer.start_file(name, SimpleFileOptions::default().system(system)).unwrap();
            writer.write_all(b"PK\x01\x02 is text here").unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_package_tells_nothing_of_the_system_it_was_made_on() {
        let (mut windows, unix) = (made_on(System::Dos), made_on(System::Unix));
        assert_ne!(windows, unix);
        made_anywhere(&mut windows);
        assert_eq!(windows, unix);
        assert_eq!(ZipArchive::new(Cursor::new(windows)).unwrap().len(), 2);
    }

    #[test]
    fn what_is_no_package_stays() {
        for bytes in [&b""[..], b"PK\x05\x06", b"no zip file at all, but long enough"] {
            let mut same = bytes.to_vec();
            made_anywhere(&mut same);
            assert_eq!(same, bytes);
        }
    }
}
