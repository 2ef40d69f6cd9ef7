//! Nothing is lost in silence: every filled cell is in a table, known decoration, or a finding that forbids success.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::support;

use std::fs;
use std::path::Path;

use rapikan::model::Severity;
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_path};
use rapikan::solve::SolveOptions;
use serde_json::Value;
use support::desk::Desk;

/// The clean workbook, with a text at an address of its first sheet.
fn with_stray(stray: Option<(u32, u16)>) -> Desk {
    let desk = Desk::with_clean();
    let workbook = from_path(&desk.path("renja.xlsx"), &Limits::default()).unwrap();
    let mut copy = rust_xlsxwriter::Workbook::new();
    for (index, grid) in workbook.sheets.iter().enumerate() {
        let sheet = copy.add_worksheet();
        sheet.set_name(&*grid.name).unwrap();
        for (at, raw) in grid.cells() {
            sheet.write_string(at.row, at.column, raw.shown()).unwrap();
        }
        if let Some((row, column)) = stray.filter(|_| index == 0) {
            sheet.write_string(row, column, "Lihat lampiran").unwrap();
        }
    }
    desk.put("renja.xlsx", &copy.save_to_buffer().unwrap());
    desk
}

#[test]
fn success_is_impossible_while_a_cell_has_no_place() {
    let whole = with_stray(None);
    assert_eq!(whole.run(&["check", "renja.xlsx"]).code, 0, "{}", whole.run(&["check", "renja.xlsx"]).err);
    let desk = with_stray(Some((9, 25)));
    for arguments in
        [&["convert", "renja.xlsx", "-o", "out", "--to", "xlsx,json"][..], &["check", "renja.xlsx"]]
    {
        for more in [&[][..], &["--grade", "A"], &["--names", "printed"]] {
            let force: &[&str] = if arguments[0] == "convert" { &["--force"] } else { &[] };
            let ran = desk.run(&[arguments, more, force].concat());
            assert_eq!(ran.code, 1, "{}", ran.err);
            assert!(ran.err.contains("!Z10") && ran.err.contains("“Lihat lampiran”"), "{}", ran.err);
            assert!(ran.err.contains("Σ Rencana Tahun") && ran.err.contains(": terbaca "), "{}", ran.err);
        }
    }
    let model: Value = serde_json::from_slice(&fs::read(desk.path("out/renja.json")).unwrap()).unwrap();
    assert_eq!(model["conservation"]["unplaced"][0]["text"], "Lihat lampiran");
    let output = from_path(&desk.path("out/renja.xlsx"), &Limits::default()).unwrap();
    let unused = output.sheets.iter().find(|sheet| &*sheet.name == "Sel tak terpakai").unwrap();
    assert!(unused.cells().any(|(_, raw)| raw.shown() == "Lihat lampiran"));
}

#[test]
fn every_cell_of_every_sample_is_accounted_for() {
    let mut samples: Vec<_> =
        fs::read_dir(Path::new("samples")).unwrap().map(|entry| entry.unwrap().path()).collect();
    samples.sort();
    assert!(samples.len() > 5);
    for path in samples {
        let workbook = from_path(&path, &Limits::default()).unwrap();
        let filled: usize = workbook.sheets.iter().map(rapikan::model::Grid::len).sum();
        let document = clean(&workbook, SolveOptions::default()).unwrap();
        let kept = &document.conservation;
        assert_eq!(kept.source_cells, filled, "{}", path.display());
        assert_eq!(kept.used + kept.decoration + kept.unplaced.len(), filled, "{}", path.display());
        for (place, _) in &kept.unplaced {
            let said = document
                .findings
                .iter()
                .any(|finding| finding.source.as_ref() == Some(place) && finding.severity == Severity::Error);
            assert!(said, "{place} is lost in silence");
        }
    }
}
