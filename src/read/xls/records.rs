//! BIFF records and the texts in them.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::read::binary::{Bytes, wide};
use crate::read::error::ReadError;

const CONTINUE: u16 = 0x3C;

/// One record with the records that continue it.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    parts: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// The content of the record itself.
    pub(super) fn bytes(&self) -> Bytes<'a> {
        Bytes(self.parts.first().copied().unwrap_or_default())
    }

    /// The content over all its parts.
    pub(super) fn pieces(&self) -> Pieces<'a> {
        let mut parts = self.parts.clone().into_iter();
        Pieces { current: Bytes(parts.next().unwrap_or_default()), parts }
    }

    /// So many characters from the records that continue this one.
    pub(super) fn continued_characters(&self, length: usize) -> Option<String> {
        let parts = self.parts.get(1..)?.to_vec().into_iter();
        Pieces { current: Bytes(&[]), parts }.characters(length, false)
    }
}

/// The records of a stream from an offset on.
pub(super) struct Records<'a>(Bytes<'a>);

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], offset: usize) -> Self {
        Self(Bytes(stream.get(offset..).unwrap_or_default()))
    }

    fn header(&self) -> Option<(u16, u16)> {
        let mut peek = self.0;
        Some((peek.u16()?, peek.u16()?))
    }

    fn part(&mut self, length: u16) -> Result<&'a [u8], ReadError> {
        self.0.take(4);
        self.0.take(usize::from(length)).ok_or_else(|| ReadError::CutOff { part: "Workbook".to_owned() })
    }

    /// The next record; `None` at the end of the stream.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, ReadError> {
        let Some((kind, length)) = self.header() else { return Ok(None) };
        let mut parts = vec![self.part(length)?];
        while let Some((CONTINUE, length)) = self.header() {
            parts.push(self.part(length)?);
        }
        Ok(Some(Record { kind, parts }))
    }
}

/// From which UTF-16 unit of a text on which font holds.
pub(super) type FontRuns = Vec<(u16, u16)>;

/// The content of a record over all its parts, taken from the front.
pub(super) struct Pieces<'a> {
    current: Bytes<'a>,
    parts: std::vec::IntoIter<&'a [u8]>,
}

impl Pieces<'_> {
    /// Goes to the next part that holds something, if the current one is used up. Whether it did.
    fn turn(&mut self) -> bool {
        let mut turned = false;
        while self.current.0.is_empty() {
            let Some(next) = self.parts.next() else { break };
            self.current = Bytes(next);
            turned = true;
        }
        turned
    }

    fn u8(&mut self) -> Option<u8> {
        self.turn();
        self.current.u8()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.turn();
            let some = count.min(self.current.0.len());
            if some == 0 {
                return None;
            }
            self.current.take(some)?;
            count -= some;
        }
        Some(())
    }

    /// A BIFF8 text with a length of two bytes; its formatting runs and phonetics are passed over.
    pub(super) fn text(&mut self) -> Option<String> {
        self.text_with_runs().map(|(text, _)| text)
    }

    /// A BIFF8 text with a length of two bytes, and its formatting runs: from which character on which font holds.
    pub(super) fn text_with_runs(&mut self) -> Option<(String, FontRuns)> {
        let length = usize::from(self.u16()?);
        self.text_of(length)
    }

    fn text_of(&mut self, length: usize) -> Option<(String, FontRuns)> {
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let phonetics = if flags & 4 == 0 { 0 } else { usize::try_from(self.u32()?).ok()? };
        let text = self.characters(length, flags & 1 == 1)?;
        // The last text of a damaged list is kept even where its trimmings are cut off.
        let mut fonts = FontRuns::new();
        for _ in 0..runs {
            let Some(run) = self.u16().and_then(|from| Some((from, self.u16()?))) else { break };
            fonts.push(run);
        }
        let _ = self.skip(phonetics);
        Some((text, fonts))
    }

    /// Characters of one or two bytes; where they run into the next part, it says anew which.
    fn characters(&mut self, mut left: usize, mut is_wide: bool) -> Option<String> {
        let mut units: Vec<u8> = Vec::new();
        while left > 0 {
            if self.turn() {
                is_wide = self.current.u8()? & 1 == 1;
                continue;
            }
            if self.current.0.is_empty() {
                return None;
            }
            let size = if is_wide { 2 } else { 1 };
            let count = left.min(self.current.0.len() / size);
            if count == 0 {
                // Half a character is left over: the next part goes on with the text.
                self.current = Bytes(&[]);
                continue;
            }
            let bytes = self.current.take(count * size)?;
            if is_wide {
                units.extend_from_slice(bytes);
            } else {
                units.extend(bytes.iter().flat_map(|byte| [*byte, 0]));
            }
            left -= count;
        }
        Some(wide(&units))
    }
}

/// How texts are stored: BIFF8 says it in each text, BIFF5 uses one code page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Texts {
    pub(super) biff8: bool,
    pub(super) encoding: &'static Encoding,
}

impl Texts {
    /// A text with a length of two bytes.
    pub(super) fn long(self, record: &Record<'_>, skip: usize) -> Option<String> {
        let mut pieces = record.pieces();
        pieces.skip(skip)?;
        if self.biff8 {
            return pieces.text();
        }
        let length = usize::from(pieces.u16()?);
        self.narrow(&mut pieces, length)
    }

    /// A text with a length of one byte.
    pub(super) fn short(self, record: &Record<'_>, skip: usize) -> Option<String> {
        let mut pieces = record.pieces();
        pieces.skip(skip)?;
        let length = usize::from(pieces.u8()?);
        if self.biff8 {
            pieces.text_of(length).map(|(text, _)| text)
        } else {
            self.narrow(&mut pieces, length)
        }
    }

    fn narrow(self, pieces: &mut Pieces<'_>, length: usize) -> Option<String> {
        let bytes: Vec<u8> = (0..length).map_while(|_| pieces.u8()).collect();
        (bytes.len() == length).then(|| self.encoding.decode_without_bom_handling(&bytes).0.into_owned())
    }
}

/// The encoding of a code page.
pub(super) fn encoding(page: u16) -> &'static Encoding {
    let label = match page {
        874 | 1250..=1258 => format!("windows-{page}"),
        866 => "ibm866".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        _ => return WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}
