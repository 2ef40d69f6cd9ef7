//! Binary Office Open XML workbooks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{At, Grid, Notice, Raw};

use super::archive::Archive;
use super::binary::{Bytes, fault, rk, wide};
use super::budget::Budget;
use super::calculate::calculated;
use super::error::ReadError;
use super::look::{Look, Looks, builtin_format};
use super::moment::Epoch;
use super::oddity::Oddity;
use super::sheet::{Results, Sheet};
use super::text::clean;
use super::tokens::{Width, formula};
use super::xlsx::{Listed, each_sheet, relations};

/// Reads every sheet that can be read; the others give notices.
pub(super) fn read(
    archive: &mut Archive<'_>,
    workbook: &str,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    let relations = relations(archive, workbook, budget)?;
    let (listed, epoch) = listed_sheets(workbook, &archive.read(workbook, budget)?)?;
    let of_kind = |kind: &str| relations.values().find(|relation| relation.kind == kind);
    let mut shared = Shared { texts: Vec::new(), looks: Looks::default(), epoch };
    if let Some(relation) = of_kind("sharedStrings").filter(|relation| archive.has(&relation.target)) {
        let bytes = archive.read(&relation.target, budget)?;
        shared.texts = texts(&relation.target, &bytes, budget)?;
    }
    if let Some(relation) = of_kind("styles").filter(|relation| archive.has(&relation.target)) {
        let bytes = archive.read(&relation.target, budget)?;
        shared.looks = looks(&relation.target, &bytes)?;
    }
    let grids = each_sheet(&listed, &relations, budget, notices, |listed, part, budget, notices| {
        let bytes = archive.read(part, budget)?;
        let mut sheet = Sheet::new(&listed.name, budget)?;
        sheet.hidden = listed.hidden;
        let mut results = Results::default();
        let mut cells =
            Cells { shared: &shared, sheet: &mut sheet, results: &mut results, row: 0, next_column: 0 };
        let mut records = Records { part, bytes: Bytes(&bytes) };
        while let Some((kind, content)) = records.next()? {
            cells.record(kind, content)?;
        }
        sheet.zero_formulas(&results)?;
        Ok(sheet.finish(notices))
    })?;
    Ok(calculated(grids, false, notices))
}

struct Shared {
    texts: Vec<Arc<str>>,
    looks: Looks,
    epoch: Epoch,
}

struct Records<'a> {
    part: &'a str,
    bytes: Bytes<'a>,
}

impl<'a> Records<'a> {
    /// The next record's number and content; `None` at the end of the part.
    fn next(&mut self) -> Result<Option<(u32, Bytes<'a>)>, ReadError> {
        if self.bytes.0.is_empty() {
            return Ok(None);
        }
        let record = self.kind().and_then(|kind| {
            let length = usize::try_from(self.length()?).ok()?;
            Some((kind, Bytes(self.bytes.take(length)?)))
        });
        record.map(Some).ok_or_else(|| ReadError::CutOff { part: self.part.to_owned() })
    }

    fn kind(&mut self) -> Option<u32> {
        let low = u32::from(self.bytes.u8()?);
        if low & 0x80 == 0 {
            return Some(low);
        }
        Some(low & 0x7F | (u32::from(self.bytes.u8()?) & 0x7F) << 7)
    }

    fn length(&mut self) -> Option<u32> {
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let byte = u32::from(self.bytes.u8()?);
            length |= (byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        Some(length)
    }
}

/// A text with a length of four bytes; a length of all ones is no text.
fn text(bytes: &mut Bytes<'_>) -> Option<String> {
    let length = bytes.u32()?;
    if length == u32::MAX {
        return Some(String::new());
    }
    let size = usize::try_from(length).ok()?.checked_mul(2)?;
    bytes.take(size).map(wide)
}

fn listed_sheets(part: &str, bytes: &[u8]) -> Result<(Vec<Listed>, Epoch), ReadError> {
    let mut records = Records { part, bytes: Bytes(bytes) };
    let (mut listed, mut epoch) = (Vec::new(), Epoch::Y1900);
    while let Some((kind, mut content)) = records.next()? {
        match kind {
            153 if content.u32().is_some_and(|flags| flags & 1 == 1) => epoch = Epoch::Y1904,
            156 => listed.extend(listed_sheet(&mut content)),
            _ => {}
        }
    }
    Ok((listed, epoch))
}

fn listed_sheet(content: &mut Bytes<'_>) -> Option<Listed> {
    let hidden = content.u32()? != 0;
    content.u32()?;
    let relation = text(content)?;
    Some(Listed { name: text(content)?, hidden, relation: Some(relation) })
}

fn texts(part: &str, bytes: &[u8], budget: &mut Budget) -> Result<Vec<Arc<str>>, ReadError> {
    let mut records = Records { part, bytes: Bytes(bytes) };
    let mut texts = Vec::new();
    while let Some((kind, mut content)) = records.next()? {
        if kind == 19 {
            let text = content.u8().and_then(|_| text(&mut content)).unwrap_or_default();
            budget.text(text.len())?;
            texts.push(Arc::from(clean(&text)));
        }
    }
    Ok(texts)
}

fn looks(part: &str, bytes: &[u8]) -> Result<Looks, ReadError> {
    let mut records = Records { part, bytes: Bytes(bytes) };
    let mut formats: BTreeMap<u16, String> = BTreeMap::new();
    let mut bold_fonts = Vec::new();
    let mut styles = Vec::new();
    let mut in_cell_styles = false;
    while let Some((kind, mut content)) = records.next()? {
        match kind {
            44 => {
                if let Some((id, code)) = content.u16().zip(text(&mut content)) {
                    formats.insert(id, code);
                }
            }
            43 => bold_fonts
                .push(content.take(4).and_then(|_| content.u16()).is_some_and(|weight| weight >= 600)),
            617 => in_cell_styles = true,
            618 => in_cell_styles = false,
            47 if in_cell_styles => {
                content.u16();
                styles.push((content.u16().unwrap_or_default(), content.u16().unwrap_or_default()));
            }
            _ => {}
        }
    }
    let look = |(format, font): (u16, u16)| {
        let code = formats.get(&format).map_or_else(|| builtin_format(format.into()), String::as_str);
        Look::new(code, bold_fonts.get(usize::from(font)).copied().unwrap_or(false))
    };
    Ok(Looks::new(styles.into_iter().map(look).collect()))
}

struct Cells<'a, 'b> {
    shared: &'a Shared,
    sheet: &'a mut Sheet<'b>,
    results: &'a mut Results,
    row: u32,
    next_column: u32,
}

impl Cells<'_, '_> {
    fn record(&mut self, kind: u32, mut content: Bytes<'_>) -> Result<(), ReadError> {
        match kind {
            0 => {
                self.start_row(&mut content);
                Ok(())
            }
            1..=11 | 62 => {
                self.next_column = content.u32().unwrap_or(u32::MAX);
                self.cell(kind, &mut content)
            }
            // Short cells stand right of the cell before.
            12..=18 => self.cell(kind - 11, &mut content),
            60 => {
                self.columns(&mut content);
                Ok(())
            }
            176 => {
                self.merge(&mut content);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn start_row(&mut self, content: &mut Bytes<'_>) {
        self.row = content.u32().unwrap_or(u32::MAX);
        self.next_column = 0;
        if content.take(7).and_then(|_| content.u8()).is_some_and(|flags| flags & 0x10 != 0) {
            self.sheet.hide_rows(self.row.into()..=self.row.into());
        }
    }

    fn columns(&mut self, content: &mut Bytes<'_>) {
        let (first, last) = (content.u32(), content.u32());
        let flags = content.take(8).and_then(|_| content.u16());
        if let (Some(first), Some(last), Some(flags)) = (first, last, flags)
            && flags & 1 == 1
        {
            self.sheet.hide_columns(first.into()..=last.into());
        }
    }

    fn merge(&mut self, content: &mut Bytes<'_>) {
        let (top, bottom, left, right) = (content.u32(), content.u32(), content.u32(), content.u32());
        if let (Some(top), Some(bottom), Some(left), Some(right)) = (top, bottom, left, right) {
            let first = self.sheet.at(top.into(), left.into());
            let last = self.sheet.at(bottom.into(), right.into());
            if let Some((first, last)) = first.zip(last) {
                self.sheet.merge(first, last);
            }
        }
    }

    fn cell(&mut self, kind: u32, content: &mut Bytes<'_>) -> Result<(), ReadError> {
        let column = self.next_column;
        self.next_column = column.saturating_add(1);
        let style = u64::from(content.u32().unwrap_or_default() & 0x00FF_FFFF);
        if kind == 1 {
            return Ok(());
        }
        let Some(at) = self.sheet.at(self.row.into(), column.into()) else { return Ok(()) };
        if self.value(at, kind, style, content)? && self.shared.looks.get(style).bold {
            self.sheet.bold.insert(at);
        }
        Ok(())
    }

    fn value(&mut self, at: At, kind: u32, style: u64, content: &mut Bytes<'_>) -> Result<bool, ReadError> {
        let look = self.shared.looks.get(style);
        let epoch = self.shared.epoch;
        self.results.any_other |= matches!(kind, 8 | 10 | 11);
        let found = match kind {
            2 => content.u32().map(|packed| self.sheet.put_number(at, rk(packed), look, epoch)),
            5 => content.f64().map(|value| self.sheet.put_number(at, value, look, epoch)),
            9 => content.f64().map(|value| {
                self.results.add(at, value, || tokens(content));
                self.sheet.put_number(at, value, look, epoch)
            }),
            3 | 11 => content.u8().map(|code| self.sheet.put(at, fault(code))),
            4 | 10 => content.u8().map(|value| self.sheet.put(at, Raw::Boolean(value != 0))),
            6 | 8 => text(content).map(|text| self.sheet.put_text(at, &text)),
            62 => content.u8().and_then(|_| text(content)).map(|text| self.sheet.put_text(at, &text)),
            7 => {
                let index = content.u32().and_then(|index| usize::try_from(index).ok());
                let text = index.and_then(|index| self.shared.texts.get(index));
                text.map(|text| self.sheet.put(at, Raw::Text(Arc::clone(text))))
            }
            _ => None,
        };
        found.unwrap_or_else(|| {
            self.sheet.odd(Oddity::MissingText, &at.to_string());
            Ok(false)
        })
    }
}

/// The text of a formula that follows its result.
fn tokens(content: &mut Bytes<'_>) -> Option<String> {
    content.u16()?;
    let length = usize::try_from(content.u32()?).ok()?;
    formula(content.take(length)?, Width::Wide)
}
