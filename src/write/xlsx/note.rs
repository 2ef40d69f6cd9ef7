//! The note that goes back to an office with its file: what to mend, where, and why, in plain Indonesian. It
//! speaks of the office's own file and not of the cleaned one, which the office may never see.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::look::{self, Tint};
use super::package;
use super::plan::{self, Plan};
use super::{measure, print, value};
use crate::model::{Document, Finding, Language, MARKER_SHEET, Role, Severity};
use crate::rules::rule;
use crate::write::WriteError;

/// The headings with their widths in characters.
const HEADINGS: [(&str, f64); 7] = [
    ("No", 5.0),
    ("Tabel", 9.0),
    ("Sel di berkas Anda", 20.0),
    ("Baris dan kolom", 34.0),
    ("Yang perlu diperbaiki", 58.0),
    ("Mengapa", 40.0),
    ("Cara memperbaiki", 44.0),
];
/// The width of the sheet in characters.
const WIDTH: f64 = 210.0;
/// The column of the last heading.
const LAST: u16 = 6;
/// The name of the sheet.
const NAME: &str = "Catatan";

/// The bytes of the workbook; `None` if nothing is to be mended. Equal documents give equal bytes.
///
/// # Errors
/// [`WriteError::Workbook`] if there are more findings than a worksheet has rows.
pub fn note(document: &Document) -> Result<Option<Vec<u8>>, WriteError> {
    let findings: Vec<&Finding> =
        document.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    if findings.is_empty() {
        return Ok(None);
    }
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::default_letters(), look::DEFAULT_ROW, look::DEFAULT_COLUMN)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_comment(concat!("rapikan ", env!("CARGO_PKG_VERSION")))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    workbook.push_worksheet(worksheet(document, &findings)?);
    // By this sheet the note is known for our own and no batch takes it for an input.
    let mut marker = Worksheet::new();
    marker.set_name(MARKER_SHEET)?.set_very_hidden(true);
    marker.write_string(0, 0, "rapikan")?.write_string(0, 1, env!("CARGO_PKG_VERSION"))?;
    workbook.push_worksheet(marker);
    Ok(Some(package::saved(&mut workbook)?))
}

fn worksheet(document: &Document, findings: &[&Finding]) -> Result<Worksheet, WriteError> {
    let plans = plan::plans(document);
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?;
    for (column, (_, width)) in (0..).zip(HEADINGS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = 0;
    for (text, format) in opening(document, findings) {
        sheet.merge_range(row, 0, row, LAST, &value::fitting(&text), &format)?;
        sheet.set_row_height(row, measure::height(measure::lines(&text, WIDTH, false)) + 4.0)?;
        row += 1;
    }
    let header = row + 1;
    for (column, (heading, _)) in (0..).zip(HEADINGS) {
        sheet.write_string_with_format(header, column, heading, &look::header())?;
    }
    for (number, finding) in (1..).zip(findings) {
        line(&mut sheet, header + number, number, &texts(document, &plans, finding), finding.severity)?;
    }
    print::hold_header(&mut sheet, header, header + 1, 0)?;
    print::set_up(&mut sheet, &[WIDTH], NAME);
    Ok(sheet)
}

/// To whom it goes, what it is about, and what is asked.
fn opening(document: &Document, findings: &[&Finding]) -> [(String, rust_xlsxwriter::Format); 3] {
    let about = &document.about;
    let office = document.offices_shown().unwrap_or_else(|| "Perangkat Daerah penyusun".to_owned());
    let year = about.year.map(|year| format!(" tahun {year}")).unwrap_or_default();
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let text = look::plain().set_text_wrap();
    [
        (format!("Catatan pengembalian Renja{year}"), text.clone().set_bold().set_font_size(13)),
        (format!("Kepada: {office}. Berkas: {}.", document.file), text.clone()),
        (
            format!(
                "Ada {} hal yang perlu diperbaiki atau dipastikan, {errors} di antaranya kesalahan. Perbaiki di berkas Anda sendiri pada sel yang disebut, simpan, lalu kirim kembali. Selain yang disebut di sini tidak ada yang perlu diubah.",
                findings.len()
            ),
            text,
        ),
    ]
}

/// The texts of a line after its number.
fn texts(document: &Document, plans: &[Plan<'_>], finding: &Finding) -> [String; 6] {
    let plan = finding.table.and_then(|table| plans.get(table));
    let place = finding.source.as_ref().map(ToString::to_string).unwrap_or_default();
    let rule = rule(finding.rule().as_str());
    let mut advice = rule.map(|rule| rule.advice.indonesian.to_owned()).unwrap_or_default();
    if !finding.candidates.is_empty() {
        advice = format!("{advice} Pilihan yang mungkin: {}.", finding.candidates.join("; "));
    }
    [
        plan.map(|plan| plan.sheet.clone()).unwrap_or_default(),
        place,
        whereabouts(document, plan, finding),
        finding.message.within(Language::Indonesian).to_owned(),
        rule.map(|rule| rule.matters.indonesian.to_owned()).unwrap_or_default(),
        advice.trim().to_owned(),
    ]
}

/// The row by its code and name, and the column by its heading.
fn whereabouts(document: &Document, plan: Option<&Plan<'_>>, finding: &Finding) -> String {
    let Some(plan) = plan else { return String::new() };
    let row = finding.row.and_then(|row| plan.table.rows.get(row));
    let code = row.and_then(|row| row.code.as_ref()).map(ToString::to_string);
    let named = plan.table.columns.iter().position(|column| column.role == Role::Name);
    let name =
        row.zip(named).and_then(|(row, named)| row.cells.get(named)).map(|cell| cell.text().to_owned());
    let name = name.filter(|name| !name.is_empty());
    let row = [code, name].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let column =
        finding.column.map(|column| format!("kolom {}", plan.column_name(column, document.about.year)));
    [Some(row).filter(|row| !row.is_empty()), column].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    number: u32,
    texts: &[String; 6],
    severity: Severity,
) -> Result<(), WriteError> {
    let tint = if severity == Severity::Error { Tint::Open } else { Tint::Likely };
    sheet.write_number_with_format(row, 0, number, &look::body(true, Some(tint)))?;
    let mut lines = 1;
    for ((column, text), (_, width)) in (1..).zip(texts).zip(HEADINGS.into_iter().skip(1)) {
        sheet.write_string_with_format(row, column, value::fitting(text), &look::body(false, None))?;
        lines = lines.max(measure::lines(text, width, false));
    }
    sheet.set_row_height(row, measure::height(lines))?;
    Ok(())
}
