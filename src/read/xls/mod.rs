//! Excel 5–2003 workbooks (BIFF5, BIFF8).

mod cells;
mod comments;
mod compound;
mod records;

use std::collections::BTreeMap;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;

use crate::model::{Grid, Notice, Said};

use super::budget::Budget;
use super::calculate::calculated;
use super::error::{Foreign, ReadError};
use super::look::{Look, Looks, builtin_format};
use super::moment::Epoch;
use super::oddity::{Gathered, left_out};
use super::runs::{Rich, Run};
use super::sheet::Sheet;
use super::text::clean;
use compound::Compound;
use records::{FontRuns, Record, Records, Texts, encoding};

/// Reads the workbook in a compound file.
pub(super) fn read(
    bytes: &[u8],
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") || file.has("EncryptionInfo") {
        return Err(ReadError::Password);
    }
    let mut failure = None;
    for name in ["Workbook", "Book"] {
        match file.stream(name) {
            None => {}
            Some(Err(error)) => failure = failure.or(Some(error)),
            Some(Ok(stream)) if stream.is_empty() => {}
            Some(Ok(stream)) => match read_stream(&stream, budget, notices) {
                Err(error @ (ReadError::NoSheets | ReadError::Damaged(_))) => {
                    failure = failure.or(Some(error));
                }
                other => return other,
            },
        }
    }
    match failure {
        Some(failure) => Err(failure),
        None if file.has("WordDocument") => Err(ReadError::Foreign(Foreign::Word)),
        None if file.has("PowerPoint Document") => Err(ReadError::Foreign(Foreign::Presentation)),
        None => Err(ReadError::Foreign(Foreign::Unknown)),
    }
}

/// What the cells of all sheets refer to.
struct Shared {
    texts: Texts,
    strings: Vec<Arc<str>>,
    /// The texts that have struck or raised runs.
    marked: BTreeMap<usize, Rich>,
    looks: Looks,
    epoch: Epoch,
}

/// One line of the workbook's list of sheets.
struct Listed {
    name: String,
    offset: usize,
    hidden: bool,
    kind: u8,
}

/// Reads the records of a workbook.
pub(super) fn read_stream(
    stream: &[u8],
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Grid>, ReadError> {
    let mut globals = Globals::default();
    globals.read(stream, budget)?;
    let shared = Shared {
        texts: globals.texts,
        looks: globals.looks(),
        strings: std::mem::take(&mut globals.strings),
        marked: globals.marked(),
        epoch: globals.epoch,
    };
    let mut gathered = Gathered::default();
    for listed in &globals.listed {
        if listed.kind != 0 {
            notices.push(left_out(&listed.name, &no_cells()));
            continue;
        }
        let grid = read_sheet(stream, listed, &shared, budget, notices);
        gathered.add(&listed.name, grid, notices)?;
    }
    Ok(calculated(gathered.finish()?, false, notices))
}

fn read_sheet(
    stream: &[u8],
    listed: &Listed,
    shared: &Shared,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Result<Grid, ReadError> {
    let mut sheet = Sheet::new(&listed.name, budget)?;
    sheet.hidden = listed.hidden;
    cells::read(stream, listed.offset, shared, &mut sheet)?;
    Ok(sheet.finish(notices))
}

fn no_cells() -> Said {
    Said::new(
        "jenisnya grafik, makro atau dialog, bukan lembar berisi sel.",
        "it is a chart, macro or dialog, no sheet of cells.",
    )
}

/// The part of the workbook before its sheets.
struct Globals {
    texts: Texts,
    epoch: Epoch,
    listed: Vec<Listed>,
    strings: Vec<Arc<str>>,
    formats: BTreeMap<u16, String>,
    /// The texts that have runs, and their runs.
    runs: Vec<(usize, String, FontRuns)>,
    /// Whether each font is bold, and how it changes a run.
    fonts: Vec<(bool, Run)>,
    styles: Vec<(u16, u16)>,
}

impl Default for Globals {
    fn default() -> Self {
        Self {
            texts: Texts { biff8: true, encoding: WINDOWS_1252 },
            epoch: Epoch::Y1900,
            listed: Vec::new(),
            strings: Vec::new(),
            formats: BTreeMap::new(),
            runs: Vec::new(),
            fonts: Vec::new(),
            styles: Vec::new(),
        }
    }
}

impl Globals {
    fn read(&mut self, stream: &[u8], budget: &mut Budget) -> Result<(), ReadError> {
        let mut records = Records::new(stream, 0);
        let Some(first) = records.next()? else { return Err(ReadError::Empty) };
        let version = first.bytes().u16().unwrap_or_default();
        match (first.kind, version) {
            (0x0809, 0x0600) => {}
            (0x0809, _) => self.texts.biff8 = false,
            (0x0009 | 0x0209 | 0x0409, _) => return Err(ReadError::Foreign(Foreign::OldExcel)),
            _ => return Err(ReadError::Damaged("the workbook does not begin as one")),
        }
        while let Some(record) = records.next()? {
            match record.kind {
                0x002F => return Err(ReadError::Password),
                0x00FC => self.read_strings(&record, budget)?,
                0x000A => return Ok(()),
                _ => {
                    // A record that is too short for its kind tells nothing.
                    let _ = self.record(&record);
                }
            }
        }
        if self.listed.is_empty() {
            return Err(ReadError::Damaged("the workbook has no end and no sheet"));
        }
        Ok(())
    }

    fn record(&mut self, record: &Record<'_>) -> Option<()> {
        let mut bytes = record.bytes();
        match record.kind {
            0x0022 if bytes.u16()? == 1 => self.epoch = Epoch::Y1904,
            0x0042 => self.texts.encoding = encoding(bytes.u16()?),
            0x0085 => {
                let offset = usize::try_from(bytes.u32()?).ok()?;
                let (hidden, kind) = (bytes.u8()? & 3 != 0, bytes.u8()?);
                let name = self.texts.short(record, 6)?;
                self.listed.push(Listed { name, offset, hidden, kind });
            }
            0x0031 | 0x0231 => {
                bytes.take(2)?;
                let struck = bytes.u16()? & 8 != 0;
                bytes.take(2)?;
                let bold = bytes.u16()? >= 600;
                let raised = bytes.u16() == Some(1);
                self.fonts.push((bold, Run { struck, raised }));
            }
            0x041E => {
                let id = bytes.u16()?;
                let code = if self.texts.biff8 {
                    self.texts.long(record, 2)?
                } else {
                    self.texts.short(record, 2)?
                };
                self.formats.insert(id, code);
            }
            0x00E0 => {
                let font = bytes.u16()?;
                self.styles.push((font, bytes.u16()?));
            }
            _ => {}
        }
        Some(())
    }

    /// The shared texts. The declared count is not believed; a list that is cut off ends early, and the
    /// cells that miss their text say so.
    fn read_strings(&mut self, record: &Record<'_>, budget: &mut Budget) -> Result<(), ReadError> {
        let mut pieces = record.pieces();
        let (_, Some(unique)) = (pieces.u32(), pieces.u32()) else { return Ok(()) };
        for _ in 0..unique {
            let Some((text, runs)) = pieces.text_with_runs() else { break };
            budget.text(text.len() + runs.len() * 4)?;
            if !runs.is_empty() {
                self.runs.push((self.strings.len(), text.clone(), runs));
            }
            self.strings.push(Arc::from(clean(&text)));
        }
        Ok(())
    }

    fn looks(&self) -> Looks {
        Looks::new(self.styles.iter().map(|style| self.look(*style)).collect())
    }

    fn look(&self, (font, format): (u16, u16)) -> Look {
        let code = self.formats.get(&format).map_or_else(|| builtin_format(format.into()), String::as_str);
        let (bold, run) = self.font(font);
        Look::new(code, bold).struck_out(run.struck)
    }

    fn font(&self, font: u16) -> (bool, Run) {
        // There is no font 4.
        let index = usize::from(if font > 4 { font - 1 } else { font });
        self.fonts.get(index).copied().unwrap_or_default()
    }

    /// The shared texts that have struck or raised runs, by their index.
    fn marked(&self) -> BTreeMap<usize, Rich> {
        let of = |(index, text, runs): &(usize, String, FontRuns)| {
            let units: Vec<u16> = text.encode_utf16().collect();
            let mut rich = Rich::default();
            let mut run = Run::default();
            let ends = runs.iter().map(|(from, _)| usize::from(*from)).chain([units.len()]);
            let mut start = 0;
            for (end, font) in ends.zip(runs.iter().map(|(_, font)| Some(*font)).chain([None])) {
                let piece = units.get(start..end.min(units.len())).unwrap_or_default();
                rich.push(&String::from_utf16_lossy(piece), run);
                start = end;
                run = font.map_or(run, |font| self.font(font).1);
            }
            rich.is_marked().then_some((*index, rich))
        };
        self.runs.iter().filter_map(of).collect()
    }
}
