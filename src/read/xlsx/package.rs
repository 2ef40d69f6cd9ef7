//! A zip package with the parts that calamine reads, made anew of parts that were unpacked within the limits and whose
//! checksums were compared: it never sees a count, a relation or a dimension of the file.

use std::collections::HashMap;
use std::io::{Cursor, Write as _};
use std::sync::Arc;

use foldhash::fast::FixedState;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::read::error::ReadError;
use crate::read::text::settled;

/// A package in memory, not compressed: making it costs a checksum and a copy.
pub(super) struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    pub(super) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a part of several pieces.
    pub(super) fn add(&mut self, name: &str, pieces: &[&str]) -> Result<(), ReadError> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.0.start_file(name, options).map_err(ReadError::Zip)?;
        for piece in pieces {
            self.0.write_all(piece.as_bytes())?;
        }
        Ok(())
    }

    /// The whole package, with a workbook part that lists the sheets `worksheets/0.xml`, `worksheets/1.xml` … under
    /// their numbers.
    pub(super) fn finish(mut self, sheets: usize) -> Result<Cursor<Vec<u8>>, ReadError> {
        let list: Vec<String> =
            (0..sheets).map(|at| format!("<sheet name=\"{at}\" id=\"r{at}\"/>")).collect();
        let list = list.concat();
        self.add("xl/workbook.xml", &["<workbook><sheets>", &list, "</sheets></workbook>"])?;
        let lines = (0..sheets).map(|at| relation(&format!("r{at}"), "worksheet", &sheet_target(at)));
        self.add("xl/_rels/workbook.xml.rels", &[&relations(&lines.collect::<String>())])?;
        let root = relations(&relation("w", "officeDocument", "xl/workbook.xml"));
        self.add("_rels/.rels", &[&root])?;
        self.0.finish().map_err(ReadError::Zip)
    }
}

/// Where a sheet of this number stands, seen from the workbook part.
pub(super) fn sheet_target(index: usize) -> String {
    format!("worksheets/{index}.xml")
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    format!("<Relationship Id=\"{id}\" Type=\"{kinds}/{kind}\" Target=\"{target}\"/>")
}

fn relations(lines: &str) -> String {
    format!("<Relationships>{lines}</Relationships>")
}

/// Shared texts by where calamine keeps them: a text that many cells show is copied once.
#[derive(Default)]
pub(super) struct SharedTexts(HashMap<(usize, usize), Arc<str>, FixedState>);

impl SharedTexts {
    pub(super) fn of(&mut self, text: &str) -> Arc<str> {
        let key = (text.as_ptr().addr(), text.len());
        Arc::clone(self.0.entry(key).or_insert_with(|| Arc::from(settled(text))))
    }
}
