//! Another layout on the way out: nothing is lost, and what was written is clean.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod support;

use std::fs;

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
