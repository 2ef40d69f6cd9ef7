//! The audit leads to the cells of the file that was read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use rapikan::model::At;
use rapikan::read::{Limits, from_bytes, from_path};
use regex::Regex;
use support::desk::Desk;

/// The text of a part of a workbook.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The links out of a sheet: the text of the cell, the file and the place there.
fn links_out(workbook: &[u8], sheet: &str) -> Vec<(String, String, String)> {
    let read = from_bytes("a.xlsx", workbook, &Limits::default()).unwrap();
    let index = read.sheets.iter().position(|grid| &*grid.name == sheet).unwrap();
    let xml = part(workbook, &format!("xl/worksheets/sheet{}.xml", index + 1));
    let link = Regex::new(r#"<hyperlink ref="(\w+)" r:id="(\w+)" location="([^"]+)""#).unwrap();
    let found: Vec<[&str; 3]> = link.captures_iter(&xml).map(|found| found.extract().1).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let relations = part(workbook, &format!("xl/worksheets/_rels/sheet{}.xml.rels", index + 1));
    let target = Regex::new(r#"Id="(\w+)"[^>]* Target="([^"]+)" TargetMode="External""#).unwrap();
    let targets: BTreeMap<&str, &str> = target
        .captures_iter(&relations)
        .map(|found| {
            let (_, [id, target]) = found.extract();
            (id, target)
        })
        .collect();
    let text = |cell: &str| read.sheets[index].get(cell.parse::<At>().unwrap()).unwrap().shown();
    found
        .iter()
        .map(|[cell, id, place]| (text(cell).into_owned(), targets[id].to_owned(), (*place).to_owned()))
        .collect()
}

#[test]
fn a_source_cell_is_a_link_to_the_file_that_was_read() {
    let desk = Desk::new();
    let sample = fs::read("samples/renja-2023-dkukm.xlsx").unwrap();
    desk.put("rencana kerja/renja.xlsx", &sample);
    for (arguments, output) in [(&[][..], "hasil/renja.xlsx"), (&["--audit-file"], "apart/renja-audit.xlsx")]
    {
        let folder = output.split('/').next().unwrap();
        let base = ["convert", "rencana kerja/renja.xlsx", "-o", folder];
        let ran = desk.run(&[&base, arguments].concat());
        assert!(ran.code <= 1, "{}", ran.err);
        let workbook = desk.files()[output].clone();
        for sheet in ["Perbaikan", "Temuan"] {
            let links = links_out(&workbook, sheet);
            assert!(!links.is_empty(), "{output} {sheet}");
            for (text, file, place) in links {
                assert_eq!(file, "../rencana%20kerja/renja.xlsx");
                let first = text.split([',', ';']).next().unwrap();
                let (table, cell) = first.rsplit_once('!').unwrap();
                assert_eq!(place, format!("'{table}'!{cell}"), "{output} {sheet}");
            }
        }
        let again = desk.run(&[&base, arguments, &["--force"]].concat());
        assert!(again.code <= 1 && desk.files()[output] == workbook, "{output}");
    }
}

#[test]
fn a_file_without_cells_has_no_links() {
    let desk = Desk::new();
    let sample = from_path(Path::new("samples/renja-2023-dkukm.xlsx"), &Limits::default()).unwrap();
    let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (at, raw) in sample.sheets[0].cells() {
        let line = lines.entry(at.row).or_default();
        line.resize(usize::from(at.column), String::new());
        line.push(format!("\"{}\"", raw.shown().replace('"', "\"\"")));
    }
    let lines: Vec<String> = lines.values().map(|line| line.join(";")).collect();
    desk.put("renja.csv", lines.join("\n").as_bytes());
    let ran = desk.run(&["convert", "renja.csv", "-o", "hasil"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let workbook = desk.files()["hasil/renja.xlsx"].clone();
    for name in ["Perbaikan", "Temuan"] {
        let read = from_bytes("a.xlsx", &workbook, &Limits::default()).unwrap();
        let sheet = read.sheets.iter().find(|sheet| &*sheet.name == name).unwrap();
        assert!(sheet.cells().any(|(_, raw)| raw.shown().starts_with("Sheet1!")), "{name} tells of no cell");
        assert!(links_out(&workbook, name).is_empty(), "{name}");
    }
}
