//! The comments of a sheet of BIFF records. BIFF8 parts them over three records: the object with its number, the text that
//! follows it, and, behind all objects, the note that ties the number to a cell. BIFF5 has the text in the note.

use std::collections::BTreeMap;

use super::records::{Record, Texts};
use crate::model::At;
use crate::read::error::ReadError;
use crate::read::sheet::Sheet;

/// What an object is that holds the text of a comment.
const NOTE: u16 = 0x19;

/// The comments as far as their records were seen.
#[derive(Default)]
pub(super) struct Comments {
    /// The number of the object whose text comes next.
    object: Option<u16>,
    texts: BTreeMap<u16, String>,
    /// The cell whose text goes on in the next note (BIFF5).
    open: Option<(At, String)>,
}

impl Comments {
    /// Takes a record in, if it is part of a comment; one that is too short tells nothing.
    pub(super) fn take(
        &mut self,
        record: &Record<'_>,
        texts: Texts,
        sheet: &mut Sheet<'_>,
    ) -> Result<(), ReadError> {
        match record.kind {
            0x005D => self.object = object(record),
            0x01B6 => {
                if let Some((object, text)) = self.object.take().zip(text(record)) {
                    self.texts.insert(object, text);
                }
            }
            0x001C if texts.biff8 => {
                let mut bytes = record.bytes();
                let (row, column, _, object) = (bytes.u16(), bytes.u16(), bytes.u16(), bytes.u16());
                let found = object.and_then(|object| self.texts.remove(&object));
                if let (Some(row), Some(column), Some(text)) = (row, column, found) {
                    sheet.comment(At::new(row.into(), column), &text)?;
                }
            }
            0x001C => self.narrow_note(record, texts, sheet)?,
            _ => {}
        }
        Ok(())
    }

    /// A note of BIFF5: the cell, how long its text is in all, and as much of the text as one record holds.
    fn narrow_note(
        &mut self,
        record: &Record<'_>,
        texts: Texts,
        sheet: &mut Sheet<'_>,
    ) -> Result<(), ReadError> {
        const CONTINUED: u16 = 0xFFFF;
        let mut bytes = record.bytes();
        let (Some(row), Some(column), Some(_)) = (bytes.u16(), bytes.u16(), bytes.u16()) else {
            return Ok(());
        };
        let (part, _) = texts.encoding.decode_without_bom_handling(bytes.0);
        match self.open.take().filter(|_| row == CONTINUED) {
            Some((at, text)) => self.open = Some((at, text + &part)),
            None => self.open = Some((At::new(row.into(), column), part.into_owned())),
        }
        if let Some((at, text)) = &self.open {
            sheet.comment(*at, text)?;
        }
        Ok(())
    }
}

/// The number of an object, if it is a note's.
fn object(record: &Record<'_>) -> Option<u16> {
    let mut bytes = record.bytes();
    // The first part of an object says what it is: its own kind and length, then those of the object.
    bytes.take(4)?;
    (bytes.u16()? == NOTE).then(|| bytes.u16())?
}

/// The text of an object: its length stands in the record, its characters in those that continue it.
fn text(record: &Record<'_>) -> Option<String> {
    let mut bytes = record.bytes();
    bytes.take(10)?;
    let length = usize::from(bytes.u16()?);
    record.continued_characters(length)
}
