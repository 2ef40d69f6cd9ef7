//! Another layout on the way out: nothing is lost, and what was written is clean.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use rapikan::model::{Document, Row, Tingkat, Workbook};
use rapikan::pipeline;
use rapikan::read::{Limits, from_bytes, from_path};
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{self, LayoutChoice, XlsxOptions};
use regex::{Captures, Regex};
use support::desk::Desk;

const SAMPLES: [&str; 3] = ["renja-2023-dkukm.xlsx", "resmi-10-kolom.xlsx", "sipd-ri-17-kolom.xlsx"];
const LAYOUTS: [&str; 4] = ["asal", "permendagri", "sipd", "sipd-ri"];

#[test]
fn every_sample_in_every_layout_is_clean_and_stays_so() {
    let desk = Desk::new();
    for sample in SAMPLES {
        desk.put(sample, &fs::read(format!("samples/{sample}")).unwrap());
        for layout in LAYOUTS {
            // The workbook is read back and compared: a difference would be exit code 70.
            let ran = desk.run(&["convert", sample, "-o", layout, "--layout", layout]);
            assert!(ran.code <= 1, "{sample} {layout}: {}", ran.err);
            let (first, again) = (format!("{layout}/{sample}"), format!("{layout}-again"));
            let ran = desk.run(&["convert", &first, "-o", &again]);
            assert!(ran.code <= 1, "{sample} {layout}: {}", ran.err);
            let files = desk.files();
            assert!(files[&first] == files[&format!("{again}/{sample}")], "{sample} {layout} changed");
        }
    }
}

#[test]
fn a_layout_that_is_none_is_refused() {
    let desk = Desk::with_clean();
    let ran = desk.run(&["convert", "renja.xlsx", "--layout", "lain"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("permendagri"), "{}", ran.err);
}

#[test]
fn the_audit_may_stand_in_a_file_of_its_own() {
    let desk = Desk::with_clean();
    assert_eq!(desk.run(&["convert", "renja.xlsx", "-o", "out", "--audit-file"]).code, 0);
    assert_eq!(desk.names(), ["out/renja-audit.xlsx", "out/renja.xlsx", "renja.xlsx"]);
    let sheets = |name: &str| {
        let path = desk.path(name);
        let workbook = rapikan::read::from_path(&path, &rapikan::read::Limits::default()).unwrap();
        workbook.sheets.iter().map(|sheet| sheet.name.to_string()).collect::<Vec<_>>()
    };
    let (tables, audit) = (sheets("out/renja.xlsx"), sheets("out/renja-audit.xlsx"));
    assert!(tables.contains(&"T-C.33".to_owned()) && !tables.contains(&"Perbaikan".to_owned()), "{tables:?}");
    assert!(audit.contains(&"Perbaikan".to_owned()) && !audit.contains(&"T-C.33".to_owned()), "{audit:?}");
}

fn clean(workbook: &Workbook) -> Document {
    pipeline::clean(workbook, SolveOptions::default()).unwrap()
}

/// The rows above which a sheet's pages end, counted from zero, its scale, and the heights of its rows.
fn pages(workbook: &[u8], index: usize) -> (Vec<u32>, u32, BTreeMap<u32, f64>) {
    let xml = part(workbook, &format!("xl/worksheets/sheet{}.xml", index + 1));
    let all = |pattern: &str| -> Vec<Vec<String>> {
        let found = Regex::new(pattern).unwrap();
        let groups = |found: Captures<'_>| {
            found.iter().skip(1).flatten().map(|group| group.as_str().to_owned()).collect()
        };
        found.captures_iter(&xml).map(groups).collect()
    };
    let breaks = all(r#"<brk id="(\d+)""#).iter().map(|found| found[0].parse().unwrap()).collect();
    let scale =
        all(r#"<pageSetup [^>]*scale="(\d+)""#).first().map_or(100, |found| found[0].parse().unwrap());
    assert!(!xml.contains("fitToPage"), "a sheet that is fitted to pages knows no breaks");
    let heights = all(r#"<row r="(\d+)"[^>]* ht="([\d.]+)""#);
    let height = |found: &Vec<String>| (found[0].parse::<u32>().unwrap() - 1, found[1].parse().unwrap());
    (breaks, scale, heights.iter().map(height).collect())
}

/// The text of a part of a workbook.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn no_page_ends_between_a_row_and_the_first_of_those_that_it_leads() {
    let mut ended = 0;
    for (sample, choice) in SAMPLES.into_iter().flat_map(|sample| LAYOUTS.map(|layout| (sample, layout))) {
        let cleaned = clean(&from_path(Path::new(&format!("samples/{sample}")), &Limits::default()).unwrap());
        let layout = LayoutChoice::named(choice).unwrap();
        let options = XlsxOptions { layout, ..XlsxOptions::default() };
        let workbook = xlsx::workbook(&cleaned, &options).unwrap();
        let written = clean(&from_bytes("again.xlsx", &workbook, &Limits::default()).unwrap());
        for (index, table) in written.tables.iter().enumerate() {
            let (breaks, scale, heights) = pages(&workbook, index);
            assert!((40..=100).contains(&scale), "{sample} {choice} {}: {scale} %", table.id);
            let at =
                |row: &Row| row.cells.iter().find_map(|cell| Some(cell.sources().first()?.at.row)).unwrap();
            for pair in table.rows.windows(2).filter(|pair| breaks.contains(&at(&pair[1]))) {
                let (Some(above), Some(below)) = (pair[0].level, pair[1].level) else { continue };
                assert!(above > Tingkat::Kegiatan || below <= above, "{sample} {choice} {}", table.id);
                ended += 1;
            }
            // A3 is the larger paper: 762.6 points between its margins.
            let first = at(&table.rows[0]);
            let header: f64 = heights.range(first - 3..first).map(|(_, height)| height).sum();
            let ends = breaks.iter().copied().chain([u32::MAX]);
            let mut start = 0;
            for end in ends {
                let page: f64 = heights.range(start..end).map(|(_, height)| height).sum();
                let full = (page + if start > 0 { header } else { 0.0 }) * f64::from(scale) / 100.0;
                assert!(full < 762.6, "{sample} {choice} {}: a page of {full} points", table.id);
                assert!(breaks.is_empty() || full > 150.0, "{sample} {choice} {}: {full} points", table.id);
                start = end;
            }
        }
    }
    assert!(ended > 10, "{ended} pages");
}

#[test]
fn a_layout_that_is_asked_for_leaves_the_other_forms_as_they_are() {
    let desk = Desk::new();
    for sample in ["evaluasi-triwulan.xlsx", "renstra.xlsx"] {
        desk.put(sample, &fs::read(format!("samples/{sample}")).unwrap());
        for (out, layout) in [("asal", "asal"), ("resmi", "permendagri")] {
            assert_eq!(
                desk.run(&["convert", sample, "-o", out, "--layout", layout]).code,
                0,
                "{sample} {layout}"
            );
        }
        let files = desk.files();
        assert!(files[&format!("asal/{sample}")] == files[&format!("resmi/{sample}")], "{sample}");
    }
}
