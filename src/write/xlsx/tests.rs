use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};

use super::*;
use crate::model::Row;
use crate::write::sample;

fn opened(options: XlsxOptions) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(workbook(&sample::document(), &options).unwrap())).unwrap()
}

pub(super) fn part(bytes: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn equal_documents_give_equal_bytes() {
    let options = XlsxOptions::default();
    let first = workbook(&sample::document(), &options).unwrap();
    assert!(first == workbook(&sample::document(), &options).unwrap());
}

#[test]
fn the_sheets_are_tables_then_audit_then_what_programs_read() {
    let names = opened(XlsxOptions::default()).sheet_names();
    assert_eq!(
        names,
        [
            "T-C.33",
            "T-C.29",
            "T-C.31",
            "Ringkasan",
            "Perbaikan",
            "Temuan",
            "Sel tak terpakai",
            "_pilihan",
            "_rapikan"
        ]
    );
    let options = XlsxOptions { audit: Audit::None, ..XlsxOptions::default() };
    assert_eq!(opened(options).sheet_names(), ["T-C.33", "T-C.29", "T-C.31", "_pilihan", "_rapikan"]);
    let options = XlsxOptions { language: Language::English, ..XlsxOptions::default() };
    assert!(opened(options).sheet_names().contains(&"Unused cells".to_owned()));
}

#[test]
fn a_second_table_of_a_form_gets_a_number() {
    let mut document = sample::document();
    document.tables.push(sample::empty("T-C.33", 2));
    let bytes = workbook(&document, &XlsxOptions::default()).unwrap();
    let names = Xlsx::new(Cursor::new(bytes)).unwrap().sheet_names();
    assert!(names.contains(&"T-C.33 (2)".to_owned()));
}

#[test]
fn a_document_without_tables_still_opens() {
    let document = Document::new("x.xlsx", "", crate::model::Container::Xlsx);
    for audit in [Audit::Inside, Audit::Apart, Audit::None] {
        let options = XlsxOptions { audit, ..XlsxOptions::default() };
        let bytes = workbook(&document, &options).unwrap();
        let names = Xlsx::new(Cursor::new(bytes)).unwrap().sheet_names();
        assert_eq!(names, ["Ringkasan", "Perbaikan", "Temuan", "_rapikan"]);
    }
}

#[test]
fn values_stand_in_the_form_as_numbers_and_codes_as_text() {
    let mut workbook = opened(XlsxOptions::default());
    let sheet = workbook.worksheet_range("T-C.33").unwrap();
    let at = |row: u32, column: u32| sheet.get_value((row, column)).cloned().unwrap_or_default();
    assert_eq!(at(0, 0), Data::String("Tabel T-C.33.".to_owned()));
    assert_eq!(at(2, 0), Data::String("Kabupaten Contoh".to_owned()));
    assert_eq!(at(12, 3), Data::String("2.02".to_owned()));
    assert_eq!(at(12, 4), Data::String("01".to_owned()));
    assert_eq!(at(12, 13), Data::Float(3_041_815_466.0));
    assert_eq!(at(11, 13), Data::Float(3_282_281_466.0), "a formula carries its result");
    assert_eq!(at(13, 12), Data::String("100 % 9".to_owned()));
    assert_eq!(at(13, 15), Data::String("-".to_owned()));
    assert_eq!(at(14, 0), Data::String("TOTAL".to_owned()));
}

#[test]
fn open_questions_stay_marked_without_the_audit() {
    let options = XlsxOptions { audit: Audit::None, ..XlsxOptions::default() };
    let bytes = workbook(&sample::document(), &options).unwrap();
    let notes = part(bytes.clone(), "xl/comments1.xml");
    assert_eq!(notes.matches("<comment ").count(), 1);
    assert!(part(bytes, "xl/worksheets/sheet1.xml").contains("'_pilihan'!$A$1:$B$1"));
    let bytes = workbook(&sample::document(), &XlsxOptions::default()).unwrap();
    assert_eq!(part(bytes, "xl/comments1.xml").matches("<comment ").count(), 2, "open, and a changed figure");
}

#[test]
fn the_unit_and_the_header_agree() {
    let mut workbook = opened(XlsxOptions::default());
    let sheet = workbook.worksheet_range("T-C.31").unwrap();
    let texts: Vec<String> = sheet.used_cells().map(|(_, _, data)| data.to_string()).collect();
    assert!(texts.iter().any(|text| text == "Satuan uang : ribuan rupiah (Rp.000)"));
    assert!(texts.iter().any(|text| text == "Pagu Indikatif (Rp.000)"));
    let mut document = sample::document();
    document.tables[2].unit = crate::model::Unit::Rupiah;
    let bytes = super::workbook(&document, &XlsxOptions::default()).unwrap();
    let sheet = Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range("T-C.31").unwrap();
    assert!(!sheet.used_cells().any(|(_, _, data)| data.to_string().contains("Rp.000")));
}

#[test]
fn what_is_needed_to_read_back_is_there() {
    let mut workbook = opened(XlsxOptions::default());
    let sheet = workbook.worksheet_range("_rapikan").unwrap();
    let rows: Vec<String> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    let rows: Vec<String> = rows.iter().map(|row| row.trim_end_matches('|').to_owned() + "|").collect();
    assert!(rows.iter().any(|row| row.starts_with("schema|rapikan.model/1|")));
    assert!(rows.iter().any(|row| row.starts_with("year|2023|")));
    assert!(rows.contains(&"table|T-C.33|T-C.33|sipd|rupiah|9|".to_owned()));
    assert!(rows.iter().any(|row| row.starts_with("open|T-C.33#1|")), "what is still asked");
}

#[test]
fn a_sheet_is_ready_to_print() {
    let bytes = workbook(&sample::document(), &XlsxOptions::default()).unwrap();
    let names = part(bytes.clone(), "xl/workbook.xml");
    assert!(names.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'T-C.33'!$6:$8<"));
    assert!(names.contains("<definedName name=\"T_C_33_pagu\">'T-C.33'!$N$9:$N$15<"));
    let wide = part(bytes.clone(), "xl/worksheets/sheet1.xml");
    let (_, scale) = wide.split_once("<pageSetup paperSize=\"14\" scale=\"").unwrap();
    let scale: u32 = scale.split('"').next().unwrap().parse().unwrap();
    assert!(scale >= 79, "{scale}: letters of nine points are printed with seven at least");
    assert!(!wide.contains("colBreaks"));
    assert!(wide.contains("<pane xSplit=\"6\" ySplit=\"8\" topLeftCell=\"G9\""));
    assert!(wide.contains("Olahraga &amp;&amp; Pariwisata"));
    let narrow = part(bytes, "xl/worksheets/sheet2.xml");
    assert!(narrow.contains("<pageSetup paperSize=\"14\"") && !narrow.contains("fitToHeight"));
    let options = XlsxOptions { paper: PaperChoice::Named("a4"), ..XlsxOptions::default() };
    let bytes = workbook(&sample::document(), &options).unwrap();
    let parted = part(bytes.clone(), "xl/worksheets/sheet1.xml");
    assert!(parted.contains("paperSize=\"9\"") && parted.contains("<colBreaks"), "beside each other");
    let names = part(bytes, "xl/workbook.xml");
    assert!(names.contains("'T-C.33'!$A:$F,'T-C.33'!$6:$8<"), "codes and names on every page");
}

#[test]
fn header_and_total_are_merged_and_levels_are_folded() {
    let bytes = workbook(&sample::document(), &XlsxOptions::default()).unwrap();
    let sheet = part(bytes, "xl/worksheets/sheet1.xml");
    for merged in ["A1:S1", "A6:E8", "G6:I6", "J6:O6", "K7:M7", "N7:N8", "P6:P8", "Q7:R7", "A15:M15"] {
        assert!(sheet.contains(&format!("<mergeCell ref=\"{merged}\"/>")), "{merged}");
    }
    let outline = |row: u32| {
        let start = sheet.find(&format!("<row r=\"{row}\"")).unwrap();
        let tag = &sheet[start..start + sheet[start..].find('>').unwrap()];
        tag.split("outlineLevel=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    assert_eq!([9, 10, 13].map(outline), [None, Some("1".to_owned()), Some("4".to_owned())]);
    assert_eq!(outline(15), None);
}

#[test]
fn a_value_that_contradicts_its_formula_stays_a_value() {
    let bytes = workbook(&sample::document(), &XlsxOptions::default()).unwrap();
    let sheet = part(bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("<v>3282281000</v>"));
    assert!(!sheet.contains("<f>SUM(K12)</f>"));
    let options = XlsxOptions { live: false, ..XlsxOptions::default() };
    let bytes = workbook(&sample::document(), &options).unwrap();
    assert!(!part(bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
}

#[test]
fn the_audit_speaks_the_language_asked_for_and_links_to_the_cell() {
    let rows = |options: XlsxOptions, name: &str| -> Vec<String> {
        let sheet = opened(options).worksheet_range(name).unwrap();
        let line = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
        sheet.rows().map(line).collect()
    };
    let repairs = rows(XlsxOptions::default(), "Perbaikan");
    let id = sample::document().repair_id(0);
    let wanted = "T-C.33|2.13.01.2.02.01|Rencana Tahun 2023 › Pagu Indikatif (Rp.)|T-C.33!N13|T-C.33!N13|\
         3,041,815 ,466|3.041.815.466|Angka terbelah|A|\
         penjumlahan: 2.13.01.2.02 = 3.041.815.466 + 240.466.000 = 3.282.281.466||";
    assert_eq!(repairs[2], format!("{wanted}{id}"));
    let english = XlsxOptions { language: Language::English, ..XlsxOptions::default() };
    let findings = rows(english, "Findings");
    assert!(findings[2].starts_with("error|Overprinted|T-C.33|2.13.01.2.02.03|"));
    assert!(findings[3].contains("|T-C.29!K11|The kegiatan do not add up.|3.282.281.466|3.282.281.000|"));
}

/// Texts that a workbook cannot hold as they are: too long, full of control characters, like a formula.
fn absurd() -> Document {
    let mut document = sample::document();
    let long = "=\u{1}\u{b}<&>\"' panjang\n".repeat(3_000);
    document.file.clone_from(&long);
    document.about.opd = Some(long.clone());
    document.about.region = Some(long.clone());
    document.about.year = None;
    document.tables.push(sample::empty("T-C.29", 2));
    let mut bare = sample::empty("T-C.32", 1);
    bare.columns.clear();
    document.tables.push(bare);
    let rows = document.tables[0].rows.iter().cloned().enumerate();
    let short = |(at, row): (usize, Row)| {
        let kept = if at == 5 { 3 } else { row.cells.len() };
        Row { cells: row.cells.iter().take(kept).cloned().collect(), ..row }
    };
    document.tables[0].rows = rows.map(short).collect();
    let mut wide = sample::empty("T-C.33", 2);
    sample::push(
        &mut wide,
        Some("2.13.01.2.02.0001"),
        &[("uraian", &long), ("pagu", "79.228.162.514.264.337.593.543.950.335")],
    );
    document.tables.push(wide);
    document.findings.push(crate::model::Finding {
        message: crate::model::Said::new(long.clone(), ""),
        row: Some(99),
        candidates: vec![long.clone(); 300],
        ..document.findings[0].clone()
    });
    document.conservation.unplaced[0].1 = long;
    document
}

#[test]
fn no_text_however_absurd_breaks_the_workbook() {
    let bytes = workbook(&absurd(), &XlsxOptions::default()).unwrap();
    for index in 1..=9 {
        let sheet = part(bytes.clone(), &format!("xl/worksheets/sheet{index}.xml"));
        assert!(!sheet.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')), "sheet {index}");
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = workbook.worksheet_range("T-C.33 (2)").unwrap();
    let amount = sheet.get_value((8, 13)).cloned();
    assert_eq!(amount, Some(Data::String("79.228.162.514.264.337.593.543.950.335".to_owned())));
}
