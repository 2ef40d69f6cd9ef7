//! The cells of one sheet of BIFF records.

use crate::model::{At, Raw};
use crate::read::binary::{Bytes, fault, rk};
use crate::read::error::ReadError;
use crate::read::oddity::Oddity;
use crate::read::sheet::{Results, Sheet};
use crate::read::tokens::{Width, formula};

use super::Shared;
use super::comments::Comments;
use super::records::{Record, Records, Texts};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;

/// Reads the sheet that begins at the offset.
pub(super) fn read(
    stream: &[u8],
    offset: usize,
    shared: &Shared,
    sheet: &mut Sheet<'_>,
) -> Result<(), ReadError> {
    let mut records = Records::new(stream, offset);
    match records.next()? {
        Some(first) if first.kind == BEGIN => {}
        _ => return Err(ReadError::Damaged("a sheet does not begin where the workbook says")),
    }
    let mut cells = Cells { shared, sheet, waiting: None, results: Results::default() };
    let mut comments = Comments::default();
    // What is embedded in a sheet, such as a chart, begins and ends like a sheet.
    let mut depth = 0_usize;
    while let Some(record) = records.next()? {
        match record.kind {
            BEGIN => depth += 1,
            END if depth == 0 => return cells.sheet.zero_formulas(&cells.results),
            END => depth -= 1,
            _ if depth == 0 => {
                cells.record(&record)?;
                comments.take(&record, shared.texts, cells.sheet)?;
            }
            _ => {}
        }
    }
    Err(ReadError::CutOff { part: "Workbook".to_owned() })
}

struct Cells<'a, 'b> {
    shared: &'a Shared,
    sheet: &'a mut Sheet<'b>,
    /// The formula cell whose text comes in a record of its own.
    waiting: Option<(At, u16)>,
    results: Results,
}

impl Cells<'_, '_> {
    fn record(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let mut bytes = record.bytes();
        match record.kind {
            0x0203 => self.number(&mut bytes)?,
            0x027E => self.packed(&mut bytes)?,
            0x00BD => self.packed_row(&mut bytes)?,
            0x00FD => self.shared_text(&mut bytes)?,
            0x0204 | 0x00D6 => self.label(record)?,
            0x0205 => self.boolean_or_fault(&mut bytes)?,
            0x0006 | 0x0206 | 0x0406 => self.formula(&mut bytes)?,
            0x0207 => self.formula_text(record)?,
            0x0208 => self.row(&mut bytes),
            0x007D => self.columns(&mut bytes),
            0x00E5 => self.merges(&mut bytes),
            _ => {}
        }
        Ok(())
    }

    fn address(&mut self, bytes: &mut Bytes<'_>) -> Option<(At, u16)> {
        let (row, column, style) = (bytes.u16()?, bytes.u16()?, bytes.u16()?);
        Some((self.sheet.at(row.into(), column.into())?, style))
    }

    fn stored(&mut self, at: At, style: u16, stored: bool) {
        if stored {
            self.sheet.dress(at, self.shared.looks.get(style.into()));
        }
    }

    fn put(&mut self, at: At, style: u16, raw: Raw) -> Result<(), ReadError> {
        let stored = self.sheet.put(at, raw)?;
        self.stored(at, style, stored);
        Ok(())
    }

    fn put_number(&mut self, at: At, style: u16, value: f64) -> Result<(), ReadError> {
        let stored =
            self.sheet.put_number(at, value, self.shared.looks.get(style.into()), self.shared.epoch)?;
        self.stored(at, style, stored);
        Ok(())
    }

    fn put_text(&mut self, at: At, style: u16, text: &str) -> Result<(), ReadError> {
        let stored = self.sheet.put_text(at, text)?;
        self.stored(at, style, stored);
        Ok(())
    }

    fn number(&mut self, bytes: &mut Bytes<'_>) -> Result<(), ReadError> {
        match self.address(bytes).zip(bytes.f64()) {
            Some(((at, style), value)) => self.put_number(at, style, value),
            None => Ok(()),
        }
    }

    fn packed(&mut self, bytes: &mut Bytes<'_>) -> Result<(), ReadError> {
        match self.address(bytes).zip(bytes.u32()) {
            Some(((at, style), value)) => self.put_number(at, style, rk(value)),
            None => Ok(()),
        }
    }

    /// Several packed numbers of one row; the last two bytes repeat the last column.
    fn packed_row(&mut self, bytes: &mut Bytes<'_>) -> Result<(), ReadError> {
        let (Some(row), Some(first)) = (bytes.u16(), bytes.u16()) else { return Ok(()) };
        for column in u64::from(first).. {
            if bytes.0.len() < 6 {
                break;
            }
            let (Some(style), Some(value)) = (bytes.u16(), bytes.u32()) else { break };
            if let Some(at) = self.sheet.at(row.into(), column) {
                self.put_number(at, style, rk(value))?;
            }
        }
        Ok(())
    }

    fn shared_text(&mut self, bytes: &mut Bytes<'_>) -> Result<(), ReadError> {
        let Some(((at, style), index)) = self.address(bytes).zip(bytes.u32()) else { return Ok(()) };
        let index = usize::try_from(index).ok();
        if let Some(rich) = index.and_then(|index| self.shared.marked.get(&index)) {
            let stored = self.sheet.put_rich(at, rich.clone())?;
            self.stored(at, style, stored);
            return Ok(());
        }
        let text = index.and_then(|index| self.shared.strings.get(index));
        if let Some(text) = text {
            return self.put(at, style, Raw::Text(text.clone()));
        }
        self.sheet.odd(Oddity::MissingText, &at.to_string());
        Ok(())
    }

    fn label(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some((at, style)) = self.address(&mut record.bytes()) else { return Ok(()) };
        if let Some(text) = self.shared.texts.long(record, 6) {
            return self.put_text(at, style, &text);
        }
        self.sheet.odd(Oddity::MissingText, &at.to_string());
        Ok(())
    }

    fn boolean_or_fault(&mut self, bytes: &mut Bytes<'_>) -> Result<(), ReadError> {
        let Some((at, style)) = self.address(bytes) else { return Ok(()) };
        match (bytes.u8(), bytes.u8()) {
            (Some(value), Some(0)) => self.put(at, style, Raw::Boolean(value != 0)),
            (Some(code), _) => self.put(at, style, fault(code)),
            _ => Ok(()),
        }
    }

    fn formula(&mut self, bytes: &mut Bytes<'_>) -> Result<(), ReadError> {
        self.waiting = None;
        let Some((at, style)) = self.address(bytes) else { return Ok(()) };
        match bytes.0.get(..8) {
            Some([0, _, _, _, _, _, 0xFF, 0xFF]) => {
                self.results.any_other = true;
                self.waiting = Some((at, style));
                Ok(())
            }
            Some([1, _, value, _, _, _, 0xFF, 0xFF]) => self.put(at, style, Raw::Boolean(*value != 0)),
            Some([2, _, code, _, _, _, 0xFF, 0xFF]) => self.put(at, style, fault(*code)),
            Some([_, _, _, _, _, _, 0xFF, 0xFF]) => {
                bytes.take(8);
                self.results.blanks.push((at, tokens(bytes, self.shared.texts)));
                Ok(())
            }
            None => Ok(()),
            Some(_) => match bytes.f64() {
                Some(value) => {
                    self.results.add(at, value, || tokens(bytes, self.shared.texts));
                    self.put_number(at, style, value)
                }
                None => Ok(()),
            },
        }
    }

    fn formula_text(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        match self.waiting.take().zip(self.shared.texts.long(record, 0)) {
            Some(((at, style), text)) => self.put_text(at, style, &text),
            None => Ok(()),
        }
    }

    fn row(&mut self, bytes: &mut Bytes<'_>) {
        let row = bytes.u16();
        if let (Some(row), Some(_), Some(flags)) = (row, bytes.take(10), bytes.u16())
            && flags & 0x20 != 0
        {
            self.sheet.hide_rows(row.into()..=row.into());
        }
    }

    fn columns(&mut self, bytes: &mut Bytes<'_>) {
        let (first, last) = (bytes.u16(), bytes.u16());
        if let (Some(first), Some(last), Some(_), Some(flags)) = (first, last, bytes.take(4), bytes.u16())
            && flags & 1 != 0
        {
            self.sheet.hide_columns(first.into()..=last.into());
        }
    }

    fn merges(&mut self, bytes: &mut Bytes<'_>) {
        for _ in 0..bytes.u16().unwrap_or_default() {
            let (Some(top), Some(bottom)) = (bytes.u16(), bytes.u16()) else { break };
            let (Some(left), Some(right)) = (bytes.u16(), bytes.u16()) else { break };
            let first = self.sheet.at(top.into(), left.into());
            let last = self.sheet.at(bottom.into(), right.into());
            if let Some((first, last)) = first.zip(last) {
                self.sheet.merge(first, last);
            }
        }
    }
}

/// The text of a formula that follows its result.
fn tokens(bytes: &mut Bytes<'_>, texts: Texts) -> Option<String> {
    // Flags, and what the program that stored it keeps there.
    bytes.take(6)?;
    let length = usize::from(bytes.u16()?);
    let tokens = bytes.take(length).filter(|_| texts.biff8)?;
    formula(tokens, Width::Narrow)
}
