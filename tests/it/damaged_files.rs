//! Files cut off and bits flipped, everywhere: reading them never panics.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::io::{Cursor, Read as _, Write as _};

use rapikan::read::{Limits, from_bytes};
use support::containers::{all as samples, xls, xlsb, xlsx};

/// Reads within small limits; an error must be sayable.
fn read(bytes: &[u8]) {
    let limits = Limits { cells: 100_000, inflated_bytes: 8 << 20, text_bytes: 8 << 20, ..Limits::default() };
    if let Err(error) = from_bytes("a", bytes, &limits) {
        assert!(!error.said().indonesian.is_empty());
    }
}

#[test]
fn the_samples_are_read() {
    for (name, bytes) in samples() {
        let book =
            from_bytes(name, &bytes, &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(book.sheets.first().is_some_and(|sheet| !sheet.is_empty()), "{name}");
        // The library that made one of them calculates no formula.
        let told = book.notices.iter().filter(|notice| notice.kind != "uncalculated");
        assert_eq!(told.count(), 0, "{name}: {:?}", book.notices);
    }
}

#[test]
fn an_old_workbook_is_read_cell_by_cell() {
    let book = from_bytes("a.xls", &xls(), &Limits::default()).unwrap();
    let sheet = &book.sheets[0];
    let shown: Vec<String> = sheet.cells().map(|(at, raw)| format!("{at}={}", raw.shown())).collect();
    assert_eq!(shown, ["A1=Kode", "B1=Uraian", "A2=05", "A3=01", "B3=02", "A4=abc"]);
    assert_eq!(sheet.merges[0].to_string(), "C1:D2");
    assert!(sheet.hidden_rows.contains(&1));
    assert_eq!(sheet.bold.len(), 6);
}

#[test]
fn a_binary_workbook_is_read_cell_by_cell() {
    let book = from_bytes("a.xlsb", &xlsb(), &Limits::default()).unwrap();
    let sheet = &book.sheets[0];
    let shown: Vec<String> = sheet.cells().map(|(at, raw)| format!("{at}={}", raw.shown())).collect();
    assert_eq!(shown, ["A1=Kode", "B1=Pagu", "A2=12,5", "B2=1", "C2=#DIV/0!", "A3=Uraian", "B3=TRUE"]);
    assert_eq!(sheet.merges[0].to_string(), "A5:C6");
    assert_eq!(sheet.bold.len(), 7);
}

#[test]
fn a_file_cut_off_anywhere_never_panics() {
    for (_, bytes) in samples() {
        for tenth in 0..=10 {
            read(&bytes[..bytes.len() * tenth / 10]);
        }
        let step = (bytes.len() / 200).max(1);
        for length in (0..bytes.len()).step_by(step) {
            read(&bytes[..length]);
        }
    }
}

/// Numbers in a fixed sequence: the same in every run.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    /// The bytes with a few bits flipped, or a few bytes taken from elsewhere in them.
    fn damage(&mut self, bytes: &[u8], times: usize) -> Vec<u8> {
        let mut damaged = bytes.to_vec();
        for _ in 0..=times {
            let at = self.below(damaged.len());
            damaged[at] = if self.below(3) == 0 {
                bytes[self.below(bytes.len())]
            } else {
                damaged[at] ^ 1 << self.below(8)
            };
        }
        damaged
    }
}

#[test]
fn flipped_bits_never_panic() {
    let mut sequence = Sequence(0x9E37_79B9_7F4A_7C15);
    for (_, bytes) in samples() {
        for round in 0..1500 {
            read(&sequence.damage(&bytes, round % 8));
        }
    }
}

#[test]
fn flipped_bits_behind_a_right_checksum_never_panic() {
    let mut sequence = Sequence(0x2545_F491_4F6C_DD1D);
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(xlsx())).unwrap();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    for round in 0..1500 {
        let chosen = sequence.below(parts.len());
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let stored =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for (index, (name, content)) in parts.iter().enumerate() {
            zip.start_file(name.as_str(), stored).unwrap();
            let damaged = if index == chosen { sequence.damage(content, round % 8) } else { content.clone() };
            zip.write_all(&damaged).unwrap();
        }
        read(&zip.finish().unwrap().into_inner());
    }
}
