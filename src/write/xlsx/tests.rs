use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};

use super::*;
use crate::write::sample;

fn opened(options: &XlsxOptions) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(workbook(&sample::document(), options).unwrap())).unwrap()
}

fn part(bytes: Vec<u8>, name: &str) -> String {
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
    let names = opened(&XlsxOptions::default()).sheet_names();
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
    let options = XlsxOptions { audit: false, ..XlsxOptions::default() };
    assert_eq!(opened(&options).sheet_names(), ["T-C.33", "T-C.29", "T-C.31", "_pilihan", "_rapikan"]);
    let options = XlsxOptions { language: Language::English, ..XlsxOptions::default() };
    assert!(opened(&options).sheet_names().contains(&"Unused cells".to_owned()));
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
    for audit in [true, false] {
        let options = XlsxOptions { audit, ..XlsxOptions::default() };
        let bytes = workbook(&document, &options).unwrap();
        let names = Xlsx::new(Cursor::new(bytes)).unwrap().sheet_names();
        assert_eq!(names, ["Ringkasan", "Perbaikan", "Temuan", "_rapikan"]);
    }
}

#[test]
fn values_stand_in_the_form_as_numbers_and_codes_as_text() {
    let mut workbook = opened(&XlsxOptions::default());
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
    let options = XlsxOptions { audit: false, ..XlsxOptions::default() };
    let bytes = workbook(&sample::document(), &options).unwrap();
    let notes = part(bytes.clone(), "xl/comments1.xml");
    assert_eq!(notes.matches("<comment ").count(), 1);
    assert!(part(bytes, "xl/worksheets/sheet1.xml").contains("'_pilihan'!$A$1:$B$1"));
    let bytes = workbook(&sample::document(), &XlsxOptions::default()).unwrap();
    assert_eq!(part(bytes, "xl/comments1.xml").matches("<comment ").count(), 4);
}

#[test]
fn the_unit_and_the_header_agree() {
    let mut workbook = opened(&XlsxOptions::default());
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
    let mut workbook = opened(&XlsxOptions::default());
    let sheet = workbook.worksheet_range("_rapikan").unwrap();
    let rows: Vec<String> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    assert!(rows.iter().any(|row| row.starts_with("schema|rapikan.model/1|")));
    assert!(rows.iter().any(|row| row.starts_with("year|2023|")));
    assert!(rows.contains(&"table|T-C.33|T-C.33|sipd|rupiah|9".to_owned()));
}
