//! Comma-, semicolon-, tab- or bar-separated text. Every cell is a text; a record is a row, so blank lines
//! keep the rows below them in place.
//!
//! A quote opens a field only where it closes one too: a stray one is a character, and swallows nothing. A record wider
//! than the others is told with its line; where thousands were parted by the very sign that parts the fields, and only
//! one joining gives the width of the others, they are joined again.

mod records;
#[cfg(test)]
mod tests;
mod width;

use std::sync::Arc;

use crate::model::{Grid, Notice, OWN_CSV, Said, unguarded};

use super::budget::Budget;
use super::error::ReadError;
use super::sheet::Sheet;
use records::{Record, Records};
use width::{Fitted, fitted};

const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
/// How many records the delimiter is guessed from.
const SAMPLE: usize = 200;
/// The name of the one sheet.
const NAME: &str = "Sheet1";

/// Reads the text as one sheet.
pub(super) fn read(text: &str, budget: &mut Budget, notices: &mut Vec<Notice>) -> Result<Grid, ReadError> {
    // Excel's own first line that names the delimiter is no data, but a row of the file all the same.
    let first = text.lines().next().unwrap_or_default();
    let declared = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    let declared = declared.and_then(|_| first.chars().nth(4));
    let delimiter = declared.unwrap_or_else(|| delimiter(text));
    let width = commonest(&widths(text, delimiter, None)).map(|(_, width)| width);
    let mut sheet = Sheet::new(NAME, budget)?;
    let mut is_own = false;
    let (mut stray, mut odd, mut joined) = (Vec::new(), Vec::new(), Vec::new());
    for (row, record) in (0_u64..).zip(Records::new(text, delimiter, width)) {
        if row == 0 && declared.is_some() {
            continue;
        }
        let line = record.line;
        if record.stray {
            stray.push(line);
        }
        let fields = match fitted(record.fields, width, delimiter) {
            Fitted::As(fields) => fields,
            Fitted::Joined(fields) => {
                joined.push(line);
                fields
            }
            Fitted::Odd(fields) => {
                odd.push(line);
                fields
            }
        };
        is_own |= row == 0 && fields.iter().map(|(_, field)| field.as_str()).take(OWN_CSV.len()).eq(OWN_CSV);
        for (column, field) in fields {
            if field.trim().is_empty() || is_own && is_about_row(column) {
                continue;
            }
            if let Some(at) = sheet.at(row, column) {
                sheet.put_text(at, if is_own { unguarded(&field) } else { undressed(&field) })?;
            }
        }
    }
    tell(notices, "stray-quote", &stray, |count, lines| {
        Said::new(
            format!(
                "{count} baris memuat tanda kutip yang tidak ditutup, jadi kutip itu dibaca sebagai huruf biasa: baris {lines}. Periksa isinya di berkas asal."
            ),
            format!(
                "{count} line(s) hold a quote that is not closed, so it is read as a plain character: line {lines}. Check them in the file."
            ),
        )
    });
    tell(notices, "record-width", &joined, |count, lines| {
        Said::new(
            format!(
                "{count} baris lebih lebar daripada kepala tabelnya karena pemisah ribuan sama dengan pemisah kolom; angkanya disambung lagi: baris {lines}. Simpan ulang dengan titik koma sebagai pemisah."
            ),
            format!(
                "{count} line(s) are wider than the header, since the separator of thousands is that of the fields; the numbers are joined again: line {lines}. Save the file with semicolons."
            ),
        )
    });
    tell(notices, "record-width", &odd, |count, lines| {
        Said::new(
            format!(
                "{count} baris tidak selebar baris lain, jadi selnya mungkin bergeser: baris {lines}. Bandingkan dengan berkas asal."
            ),
            format!(
                "{count} line(s) are not as wide as the others, so their cells may have moved: line {lines}. Compare them with the file."
            ),
        )
    });
    Ok(sheet.finish(notices))
}

/// Whether a column of a table that we wrote as CSV speaks of its rows: which of an older file they came from, and which
/// level they had. Their codes say it too.
fn is_about_row(column: u64) -> bool {
    let ids = (0..).zip(OWN_CSV).find(|(at, _)| *at == column);
    ids.is_some_and(|(_, id)| id != "kode")
}

fn tell(
    notices: &mut Vec<Notice>,
    kind: &'static str,
    lines: &[u64],
    said: impl FnOnce(usize, &str) -> Said,
) {
    if lines.is_empty() {
        return;
    }
    let mut shown: Vec<String> = lines.iter().take(12).map(ToString::to_string).collect();
    if lines.len() > shown.len() {
        shown.push("…".to_owned());
    }
    let ranges = lines.iter().map(|line| format!("{line}:{line}"));
    notices.push(Notice::new(kind, said(lines.len(), &shown.join(", "))).at(&Arc::from(NAME), ranges));
}

/// A field without what Excel takes for a sign that it is text: `'2.01`, `="2.01"`.
fn undressed(field: &str) -> &str {
    let trimmed = field.trim();
    let formula = trimmed.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    if let Some(inside) = formula.filter(|inside| !inside.contains('"')) {
        return inside;
    }
    let apostrophe = trimmed.strip_prefix('\'').filter(|rest| !rest.is_empty() && !rest.contains('\''));
    apostrophe.unwrap_or(field)
}

/// The delimiter that cuts most records into the same number of fields.
fn delimiter(text: &str) -> char {
    let mut best = (0, ',');
    for candidate in DELIMITERS {
        let score = score(&widths(text, candidate, Some(SAMPLE)));
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

/// The widths of the records that hold anything.
fn widths(text: &str, delimiter: char, most: Option<usize>) -> Vec<usize> {
    let filled = |record: &Record| record.fields.iter().any(|field| !field.trim().is_empty());
    let records = Records::new(text, delimiter, None).filter(filled);
    records.take(most.unwrap_or(usize::MAX)).map(|record| record.fields.len()).collect()
}

/// The commonest width of more than one field, after how many records have it.
fn commonest(widths: &[usize]) -> Option<(usize, usize)> {
    let mut counts: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for width in widths.iter().filter(|width| **width > 1) {
        *counts.entry(*width).or_default() += 1;
    }
    counts.into_iter().map(|(width, count)| (count, width)).max()
}

/// How well the widths agree on more than one column: the share of records that have the commonest width,
/// in thousandths, and a little for the number of columns.
fn score(widths: &[usize]) -> usize {
    commonest(widths).map_or(0, |(count, width)| count * 1000 / widths.len() + width.min(30) * 10)
}
