//! Cells by `calamine`, out of a package made anew.
//!
//! What calamine does not tell (merges, hidden rows and columns) is read from the same parts; where it refuses, fails,
//! or would read something else than what stands there, it gives nothing, and the caller's own walker reads the sheet.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{CellErrorType, Data, DataRef, Reader as _, Xlsx};

use crate::model::{At, Raw};
use crate::read::archive::Archive;
use crate::read::budget::Budget;
use crate::read::error::ReadError;
use crate::read::look::{Look, Looks};
use crate::read::moment::{Epoch, iso};
use crate::read::sheet::Sheet;
use crate::read::text::settled;
use crate::read::xml::decode_xml;

use super::package::{Package, SharedTexts, sheet_target};
use super::pieces::{Beside, after_start, cut};
use super::suspects::{Formulas, formulas, marked_runs, text_by_no_index};

/// A larger package is read sheet by sheet by our own walker, which holds one part at a time.
const LARGEST: usize = 96 << 20;
/// Calamine keeps a text of its own for each shared one: more of them are left to our own walker.
const MOST_TEXTS: usize = 2_000_000;

type Book = Xlsx<Cursor<Vec<u8>>>;

/// The sheets of a workbook, ready to be streamed.
pub(super) struct Streamed {
    book: Book,
    texts: SharedTexts,
    /// The sheets by the name of their part.
    sheets: BTreeMap<String, Ready>,
}

/// One sheet: its number in the package and what stands beside its cells.
struct Ready {
    number: usize,
    beside: Beside,
    formulas: Formulas,
}

/// What the cells of all sheets share.
pub(super) struct Common<'a> {
    pub(super) looks: &'a Looks,
    pub(super) epoch: Epoch,
    /// Whether the workbook asks to be calculated when it is opened, as writers do that never calculate.
    pub(super) recalculates: bool,
}

impl Streamed {
    /// Makes the package of the shared texts and of these sheet parts. `None` where our own walker has to read all.
    ///
    /// # Errors
    /// If a limit is exceeded.
    pub(super) fn open(
        archive: &mut Archive<'_>,
        texts: &str,
        parts: &[&str],
        budget: &mut Budget,
    ) -> Result<Option<Self>, ReadError> {
        let mut package = Package::new();
        let mut size = 0;
        if archive.has(texts) {
            let Some(bytes) = allowed(archive.read(texts, budget))? else { return Ok(None) };
            let text = decode_xml(&bytes);
            size += text.len();
            if marked_runs(&text) || size > LARGEST || text.matches("<si").count() > MOST_TEXTS {
                return Ok(None);
            }
            let rest = after_start(&text, "sst").map_or("", |(_, rest)| rest);
            let rest = if rest.is_empty() { "</sst>" } else { rest };
            package.add("xl/sharedStrings.xml", &["<sst>", rest])?;
        }
        let mut sheets = BTreeMap::new();
        for part in parts {
            if sheets.contains_key(*part) {
                continue;
            }
            let Some(bytes) = allowed(archive.read(part, budget))? else { continue };
            let text = decode_xml(&bytes);
            size += text.len();
            if size > LARGEST {
                return Ok(None);
            }
            if let Some(ready) = ready(&mut package, sheets.len(), part, &text)? {
                sheets.insert((*part).to_owned(), ready);
            }
        }
        let file = package.finish(sheets.len())?;
        let book = guarded(|| Book::new(file).ok());
        Ok(book.map(|book| Self { book, texts: SharedTexts::default(), sheets }))
    }

    /// Reads the cells of a part into the sheet. Whether it did: else what was put there is to be thrown away.
    ///
    /// # Errors
    /// If a limit is exceeded.
    pub(super) fn fill(
        &mut self,
        part: &str,
        common: &Common<'_>,
        sheet: &mut Sheet<'_>,
    ) -> Result<bool, ReadError> {
        let Some(ready) = self.sheets.get(part) else { return Ok(false) };
        let name = ready.number.to_string();
        let never_calculated = ready.formulas.zero > 0 && (common.recalculates || ready.formulas.other == 0);
        let needs_formulas = ready.formulas.blank > 0 || never_calculated;
        let (book, texts) = (&mut self.book, &mut self.texts);
        let read =
            guarded(|| {
                let mut styles = BTreeMap::new();
                let keep = needs_formulas.then_some(&mut styles);
                let cells = cells(book, &name, (common, texts), sheet, keep).transpose()?;
                Some(cells.and_then(|()| {
                    Ok(!needs_formulas || without_result(book, &name, common, &styles, sheet)?)
                }))
            });
        match read {
            Some(Ok(true)) => {
                ready.beside.clone().put(sheet);
                Ok(true)
            }
            Some(Err(error @ ReadError::Bomb(_))) => Err(error),
            _ => Ok(false),
        }
    }
}

/// A part, or `None` where it cannot be unpacked: the walker then says why.
fn allowed<T>(read: Result<T, ReadError>) -> Result<Option<T>, ReadError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error @ ReadError::Bomb(_)) => Err(error),
        Err(_) => Ok(None),
    }
}

/// Runs calamine; a panic of it gives nothing, as an error of it does.
fn guarded<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

fn ready(package: &mut Package, number: usize, part: &str, text: &str) -> Result<Option<Ready>, ReadError> {
    let Ok((beside, body)) = cut(part, text) else { return Ok(None) };
    if text_by_no_index(body) || marked_runs(body) {
        return Ok(None);
    }
    let name = format!("xl/{}", sheet_target(number));
    package.add(&name, &["<worksheet><sheetData>", body, "</sheetData></worksheet>"])?;
    Ok(Some(Ready { number, beside, formulas: formulas(body) }))
}

/// Streams the cells into the sheet, and keeps the styles of empty ones where that is asked; `None` where calamine
/// refuses one of them.
fn cells(
    book: &mut Book,
    name: &str,
    (common, shared): (&Common<'_>, &mut SharedTexts),
    sheet: &mut Sheet<'_>,
    mut keep: Option<&mut BTreeMap<(u32, u32), usize>>,
) -> Result<Option<()>, ReadError> {
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(None) };
    loop {
        let (cell, style) = match reader.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(Some(())),
            Err(_) => return Ok(None),
        };
        if matches!(cell.get_value(), DataRef::Empty) {
            if let Some(styles) = keep.as_deref_mut() {
                styles.insert(cell.get_position(), style);
            }
            continue;
        }
        let (row, column) = cell.get_position();
        let Some(at) = sheet.at(row.into(), column.into()) else { return Ok(None) };
        let look = common.looks.get(u64::try_from(style).unwrap_or(u64::MAX));
        if put(sheet, at, cell.get_value().clone(), look, common.epoch, shared)? {
            sheet.dress(at, look);
        }
    }
}

/// Takes up the formulas that have no result, and those whose result is 0; `false` where calamine refuses one.
fn without_result(
    book: &mut Book,
    name: &str,
    common: &Common<'_>,
    styles: &BTreeMap<(u32, u32), usize>,
    sheet: &mut Sheet<'_>,
) -> Result<bool, ReadError> {
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(false) };
    loop {
        let cell = match reader.next_cell_with_formula() {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        };
        let Some(formula) = cell.formula else { continue };
        let Some(at) = sheet.at(cell.pos.0.into(), cell.pos.1.into()) else { return Ok(false) };
        match cell.value {
            DataRef::Empty => {
                let style = styles.get(&cell.pos).and_then(|style| u64::try_from(*style).ok());
                let format = &common.looks.get(style.unwrap_or(u64::MAX)).format;
                sheet.put(at, Raw::uncalculated(formula.trim(), format))?;
            }
            DataRef::Float(0.0) => sheet.zero_formula(at, formula.trim())?,
            _ => {}
        }
    }
}

/// The name of an error as Excel shows it.
fn fault(error: &CellErrorType) -> Raw {
    match error {
        CellErrorType::GettingData => Raw::Fault(Arc::from("#GETTING_DATA")),
        other => Raw::Fault(Arc::from(other.to_string())),
    }
}

/// Stores what calamine read at an address; a text that cells share is shared.
fn put(
    sheet: &mut Sheet<'_>,
    at: At,
    value: DataRef<'_>,
    look: &Look,
    epoch: Epoch,
    shared: &mut SharedTexts,
) -> Result<bool, ReadError> {
    match value {
        DataRef::SharedString(text) => {
            let text = shared.of(text);
            sheet.put(at, Raw::Text(text))
        }
        DataRef::String(text) => sheet.put(at, Raw::text(&settled(&text))),
        other => match Data::from(other) {
            Data::Empty => Ok(false),
            #[expect(clippy::cast_precision_loss, reason = "calamine gives whole numbers of 30 bits")]
            Data::Int(value) => sheet.put_number(at, value as f64, look, epoch),
            Data::Float(value) => sheet.put_number(at, value, look, epoch),
            Data::DateTime(moment) => sheet.put_number(at, moment.as_f64(), look, epoch),
            Data::String(text) => sheet.put_text(at, &text),
            Data::Bool(value) => sheet.put(at, Raw::Boolean(value)),
            Data::Error(error) => sheet.put(at, fault(&error)),
            Data::DateTimeIso(text) | Data::DurationIso(text) => match iso(&text, &look.format) {
                Some(moment) => sheet.put(at, Raw::Moment(moment)),
                None => sheet.put_text(at, &text),
            },
        },
    }
}
