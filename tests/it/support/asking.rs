//! A small plan that asks: a sample whose texts were altered, so that something is repaired and something is to decide.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What stands in the sample, and what stands in its place.
const ALTERED: [(&str, &str); 7] = [
    ("53.650.000", "54.000.000"),
    ("2.443.436.712", "2.443.436.7 12"),
    ("27.600.000", "27.600.00O"),
    ("109.995.000", "190.000.000"),
    ("64.315.000", "64.315.000 9"),
    ("2.958.036.072", "3.000.000.000"),
    ("4 Dokumen", "4 Dokumen 7"),
];

/// The workbook.
pub fn plan() -> Vec<u8> {
    let sample = std::fs::read("samples/resmi-10-kolom.xlsx").unwrap();
    let mut from = ZipArchive::new(Cursor::new(sample)).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/sharedStrings.xml" {
            let mut text = String::from_utf8(content).unwrap();
            for (old, new) in ALTERED {
                assert!(text.contains(old), "{old}");
                text = text.replace(&format!("<t>{old}</t>"), &format!("<t>{new}</t>"));
            }
            content = text.into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}
