//! The report of a batch as a workbook: the league table with a chart of readiness, the causes that offices share,
//! and a sheet for each of them.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Chart, ChartFont, ChartLegendPosition, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign,
    Workbook, Worksheet,
};

use super::look::{self, Tint};
use super::package;
use super::{by_cause, measure, paper, print, value};
use crate::model::{Kind, Language, MARKER_SHEET};
use crate::rules;
use crate::write::WriteError;
use crate::write::league::{Readiness, SharedCause, Standing, counts, shared_causes};

/// The row of the table's header; counts stand above it.
const HEADER: u32 = 9;
/// The chart's axis has so many marks at most.
const MARKS: usize = 12;
/// The column of the table's last heading.
const LAST: u16 = 11;

/// The bytes of the workbook; equal standings give equal bytes.
///
/// # Errors
/// [`WriteError::Workbook`] if there are more files than a worksheet has rows.
pub fn report(standings: &[Standing], language: Language) -> Result<Vec<u8>, WriteError> {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::default_letters(), look::DEFAULT_ROW, look::DEFAULT_COLUMN)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_comment(concat!("rapikan ", env!("CARGO_PKG_VERSION")))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let readable: Vec<&Standing> =
        standings.iter().filter(|standing| standing.readiness.reason().is_none()).collect();
    workbook.push_worksheet(league(standings, &readable, &say)?);
    let shared = shared_causes(standings);
    workbook.push_worksheet(causes(&shared, &say, language)?);
    for sheet in by_cause::worksheets(standings, &shared, language)? {
        workbook.push_worksheet(sheet);
    }
    // By this sheet the report is known for our own and no batch takes it for an input.
    let mut marker = Worksheet::new();
    marker.set_name(MARKER_SHEET)?.set_very_hidden(true);
    marker.write_string(0, 0, "rapikan")?.write_string(0, 1, env!("CARGO_PKG_VERSION"))?;
    workbook.push_worksheet(marker);
    package::saved(&mut workbook)
}

type Say<'a> = &'a dyn Fn(&'static str, &'static str) -> &'static str;

/// The sheet of the files that could be read; the others are counted.
fn league(standings: &[Standing], readable: &[&Standing], say: Say<'_>) -> Result<Worksheet, WriteError> {
    let headings: [(&str, f64); 12] = [
        (say("Berkas", "File"), 42.0),
        (say("Perangkat Daerah", "Office"), 34.0),
        (say("Keadaan", "State"), 14.0),
        (say("Perlu diputuskan", "To decide"), 12.0),
        (say("Tabel ada", "Forms found"), 36.0),
        (say("Tabel tidak ada", "Forms missing"), 36.0),
        (say("Baris", "Rows"), 9.0),
        (say("Perbaikan A", "Repairs A"), 11.0),
        (say("Perbaikan B", "Repairs B"), 11.0),
        (say("Selisih terbesar (Rp)", "Largest gap (Rp)"), 20.0),
        (say("Pagu T-C.33 (Rp)", "Pagu of T-C.33 (Rp)"), 22.0),
        (say("Sebab utama", "Main cause"), 60.0),
    ];
    let mut sheet = Worksheet::new();
    sheet.set_name("LAPORAN")?;
    let title = say("Laporan kumpulan berkas Renja", "Report of a batch of Renja files");
    sheet.write_string_with_format(0, 0, title, &look::plain().set_bold().set_font_size(13))?;
    overview(&mut sheet, standings, say)?;
    let widths = paper::listed(&headings.map(|(_, width)| width));
    for ((column, (heading, _)), width) in (0..).zip(headings).zip(&widths) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(HEADER, column, heading, &look::header())?;
    }
    sheet.set_row_height(HEADER, measure::height(2) + 3.0)?;
    for (row, standing) in (HEADER + 1..).zip(readable) {
        line(&mut sheet, row, standing, &widths, say)?;
    }
    let last = HEADER + u32::try_from(readable.len()).unwrap_or(u32::MAX - HEADER);
    sheet.autofilter(HEADER, 0, last.max(HEADER), LAST)?;
    print::hold_header(&mut sheet, HEADER, HEADER + 1, 1)?;
    print::set_up(&mut sheet, &widths, title);
    Ok(sheet)
}

/// The counts above the table, and their chart beside them.
fn overview(sheet: &mut Worksheet, standings: &[Standing], say: Say<'_>) -> Result<(), WriteError> {
    let [to_check, ready, unreadable, skipped] = counts(standings);
    let lines = [
        (say("Siap", "Ready"), ready, Tint::Proven),
        (say("Perlu diperiksa", "To check"), to_check, Tint::Likely),
        (say("Tidak terbaca", "Unreadable"), unreadable, Tint::Open),
        (say("Dilewati", "Skipped"), skipped, Tint::Moved),
    ];
    let mut chart = Chart::new(ChartType::BarStacked);
    for (row, (name, count, tint)) in (2..).zip(lines) {
        sheet.write_string_with_format(row, 0, name, &look::body(true, Some(tint)))?;
        let number = Decimal::from(count);
        sheet.write_number_with_format(row, 1, value::stored(number), &look::body(false, None))?;
        chart
            .add_series()
            .set_gap(40)
            .set_name(("LAPORAN", row, 0))
            .set_values(("LAPORAN", row, 1, row, 1))
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(tint.color())),
            );
    }
    chart.title().set_name(say("Kesiapan", "Readiness")).set_font(ChartFont::new().set_size(11));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.y_axis().set_hidden(true);
    // Files are whole: no mark stands for a part of one.
    let step = standings.len().div_ceil(MARKS).max(1);
    chart.x_axis().set_num_format("0").set_major_unit(u32::try_from(step).unwrap_or(u32::MAX));
    chart.set_width(620).set_height(HEADER * look::DEFAULT_ROW - 4);
    sheet.insert_chart(0, 2, &chart)?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    standing: &Standing,
    widths: &[f64],
    say: Say<'_>,
) -> Result<(), WriteError> {
    let (state, tint) = if standing.readiness == Readiness::Ready {
        (say("siap", "ready"), Tint::Proven)
    } else {
        (say("perlu diperiksa", "to check"), Tint::Likely)
    };
    let reason = standing.causes.first().map(|cause| cause.told.clone()).unwrap_or_default();
    let text = look::indented(look::body(false, None));
    sheet.write_string_with_format(row, 0, value::fitting(&standing.file), &text)?;
    sheet.write_string_with_format(row, 1, standing.office.as_deref().unwrap_or_default(), &text)?;
    sheet.write_string_with_format(row, 2, state, &look::indented(look::body(true, Some(tint))))?;
    sheet.write_string_with_format(row, 4, standing.found.join(", "), &text)?;
    sheet.write_string_with_format(row, 5, standing.missing.join(", "), &text)?;
    sheet.write_string_with_format(row, 11, value::fitting(&reason), &text)?;
    for (column, count) in
        [(3, standing.open), (6, standing.rows), (7, standing.proven), (8, standing.likely)]
    {
        money(sheet, (row, column), Decimal::from(count), &text)?;
    }
    money(sheet, (row, 9), standing.gap, &text)?;
    match standing.pagu {
        Some(pagu) => money(sheet, (row, 10), pagu, &text)?,
        None => {
            sheet.write_blank(row, 10, &text)?;
        }
    }
    let office = standing.office.as_deref().unwrap_or_default();
    let (found, missing) = (standing.found.join(", "), standing.missing.join(", "));
    let texts = [(0, standing.file.as_str()), (1, office), (4, &found), (5, &missing), (11, &reason)];
    let lines = texts.into_iter().filter_map(|(column, text)| {
        widths.get(column).map(|width| measure::lines(text, *width - paper::INDENT, false))
    });
    let lines = lines.max().unwrap_or(1);
    sheet.set_row_height(row, measure::height(lines))?;
    Ok(())
}

/// A number that a worksheet holds exactly; else its digits.
fn money(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    number: Decimal,
    format: &Format,
) -> Result<(), WriteError> {
    let format = format.clone().unset_text_wrap().set_align(FormatAlign::Right).set_indent(1);
    if value::is_exact(number) {
        let format = format.set_num_format(value::format(number, Kind::Rupiah));
        sheet.write_number_with_format(row, column, value::stored(number), &format)?;
    } else {
        sheet.write_string_with_format(row, column, number.to_string(), &format)?;
    }
    Ok(())
}

fn causes(shared: &[SharedCause], say: Say<'_>, language: Language) -> Result<Worksheet, WriteError> {
    let headings: [(&str, f64); 5] = [
        (say("Aturan", "Rule"), 24.0),
        (say("Sebab dan yang harus dilakukan", "Cause and what to do"), 70.0),
        (say("Berkas", "Files"), 10.0),
        (say("Kali", "Times"), 10.0),
        (say("Di berkas", "In the files"), 80.0),
    ];
    let mut sheet = Worksheet::new();
    let name = say("Sebab", "Causes");
    sheet.set_name(name)?;
    for (column, (heading, width)) in (0..).zip(headings) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, heading, &look::header())?;
    }
    let text = look::indented(look::body(false, None));
    for (row, cause) in (1..).zip(shared) {
        let files = cause.files.join(", ");
        sheet.write_string_with_format(row, 0, rules::told(&cause.rule, language), &text)?;
        sheet.write_string_with_format(row, 1, value::fitting(&cause.text), &text)?;
        money(&mut sheet, (row, 2), Decimal::from(cause.files.len()), &text)?;
        money(&mut sheet, (row, 3), Decimal::from(cause.count), &text)?;
        sheet.write_string_with_format(row, 4, value::fitting(&files), &text)?;
        let lines = measure::lines(&cause.text, 70.0 - paper::INDENT, false).max(measure::lines(
            &files,
            80.0 - paper::INDENT,
            false,
        ));
        sheet.set_row_height(row, measure::height(lines))?;
    }
    print::hold_header(&mut sheet, 0, 1, 0)?;
    print::set_up(&mut sheet, &headings.map(|(_, width)| width), name);
    Ok(sheet)
}
