//! Two readers of xlsx, calamine and our own walker, say the same of every cell; and calamine is the one that reads.
//!
//! The files are the samples, workbooks of the generator, each written by us and, where `soffice` is there, written
//! again by `LibreOffice`, workbooks made here by hand, and the odd files of other projects where their folder is there.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use std::path::{Path, PathBuf};
use std::process::Command;

use rapikan::model::{At, Grid, Raw, Workbook};
use rapikan::read::{Limits, by_own_walker, from_bytes};

use crate::support::containers::zip;

fn cell(raw: Option<&Raw>) -> String {
    // Blanks at the ends of a text that does not ask to keep them are gone in Excel too.
    raw.map_or_else(String::new, |raw| match raw {
        Raw::Text(text) => format!("Text({:?})", text.trim()),
        other => format!("{other:?}"),
    })
}

fn differences(left: &Grid, right: &Grid) -> Vec<String> {
    let mut places: Vec<At> = left.cells().chain(right.cells()).map(|(at, _)| at).collect();
    places.sort_unstable();
    places.dedup();
    let beside = |grid: &Grid| {
        let merges: Vec<String> = grid.merges.iter().map(ToString::to_string).collect();
        let (rows, columns, marks) = (&grid.hidden_rows, &grid.hidden_columns, &grid.marks);
        format!(
            "{merges:?} {rows:?} {columns:?} {:?} {} {:?} {:?} {}",
            grid.bold, grid.hidden, marks.struck_whole, marks.comments, marks.filtered
        )
    };
    let cells = places.into_iter().map(|at| (at.to_string(), cell(left.get(at)), cell(right.get(at))));
    cells
        .chain([("beside the cells".to_owned(), beside(left), beside(right))])
        .filter(|(_, left, right)| left != right)
        .map(|(at, left, right)| format!("{} {at}: {left} by calamine, {right} by our own", left_name(&at)))
        .collect()
}

fn left_name(at: &str) -> &'static str {
    if at.starts_with("beside") { "what stands" } else { "cell" }
}

/// Reads by both; gives what calamine read and in what they differ.
fn both(name: &str, bytes: &[u8]) -> Option<(Workbook, Vec<String>)> {
    let limits = Limits::default();
    let by_calamine = from_bytes(name, bytes, &limits).ok()?;
    let own = by_own_walker(name, bytes, &limits).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut wrong = Vec::new();
    if by_calamine.sheets.len() != own.sheets.len() {
        wrong.push(format!("{name}: {} and {} sheets", by_calamine.sheets.len(), own.sheets.len()));
    }
    for (left, right) in by_calamine.sheets.iter().zip(&own.sheets) {
        wrong.extend(differences(left, right).into_iter().take(5).map(|what| format!("{name} {what}")));
    }
    Some((by_calamine, wrong))
}

/// Both agree, and calamine read every sheet.
fn assert_streamed(name: &str, bytes: &[u8]) -> Workbook {
    let (book, wrong) = both(name, bytes).unwrap_or_else(|| panic!("{name} cannot be read"));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(book.walked.is_empty(), "{name}: calamine did not read {:?}", book.walked);
    book
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "xlsx" || ending == "xlsm"));
    paths.sort();
    paths
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let named = |path: PathBuf| (path.display().to_string(), std::fs::read(&path).unwrap());
    let mut all: Vec<_> =
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")).into_iter().map(named).collect();
    assert!(!all.is_empty());
    // What we write of them is a workbook too, with formulas, notes and lists to choose from.
    for (name, bytes) in all.clone() {
        let book = from_bytes(&name, &bytes, &Limits::default()).unwrap();
        let Ok(document) = rapikan::pipeline::clean(&book, rapikan::solve::SolveOptions::default()) else {
            continue;
        };
        let written =
            rapikan::write::xlsx::workbook(&document, &rapikan::write::xlsx::XlsxOptions::default());
        all.push((format!("{name} as we write it"), written.unwrap()));
    }
    all
}

#[test]
fn samples_and_what_we_write_are_read_by_calamine_alone() {
    for (name, bytes) in samples() {
        assert_streamed(&name, &bytes);
    }
}

#[test]
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
fn what_libreoffice_writes_is_read_by_calamine_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut inputs = Vec::new();
    for (number, (_, bytes)) in samples().into_iter().enumerate() {
        let path = folder.path().join(format!("{number}.xlsx"));
        std::fs::write(&path, bytes).unwrap();
        inputs.push(path);
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let copies = folder.path().join("copies");
    let run = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&copies)
        .args(&inputs)
        .output();
    if !run.is_ok_and(|run| run.status.success()) {
        eprintln!("skipped: soffice is not there");
        return;
    }
    for path in files(&copies) {
        assert_streamed(&path.display().to_string(), &std::fs::read(&path).unwrap());
    }
}

#[test]
fn odd_files_are_read_alike() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder =
        std::env::var_os("RAPIKAN_ODD_FILES").map_or_else(|| root.join("../shared/odd-files"), PathBuf::from);
    let mut wrong = Vec::new();
    for path in files(&folder) {
        let bytes = std::fs::read(&path).unwrap();
        if bytes.starts_with(b"PK") {
            wrong.extend(both(&path.display().to_string(), &bytes).into_iter().flat_map(|(_, wrong)| wrong));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

const SHEETS: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Satu" r:id="a"/><sheet name="Dua" r:id="b"/></sheets></workbook>"#;

fn relations(first: &str, second: &str) -> String {
    let line = |id: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="x/worksheet" Target="worksheets/{target}.xml"/>"#)
    };
    format!("<Relationships>{}{}</Relationships>", line("a", first), line("b", second))
}

fn book(sheet: &str, second: &str, texts: &str) -> Vec<u8> {
    let relations = relations("1", second);
    zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", SHEETS),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
        ("xl/sharedStrings.xml", texts),
        ("xl/worksheets/1.xml", sheet),
        ("xl/worksheets/2.xml", "<worksheet><sheetData/></worksheet>"),
    ])
}

#[test]
fn formulas_without_a_result_are_read_by_calamine() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>A1*3</f><v></v></c><c r="D1"><f t="shared" ref="D1:D2" si="0">A1+1</f></c></row></sheetData></worksheet>"#;
    let read = assert_streamed("formulas", &book(sheet, "2", "<sst/>"));
    let results: Vec<String> = read.sheets[0]
        .cells()
        .filter_map(|(_, raw)| match raw {
            Raw::Uncalculated { result: Some(result), .. } => Some(result.shown().into_owned()),
            _ => None,
        })
        .collect();
    assert_eq!(results, ["14", "21", "8"]);
}

#[test]
fn two_sheets_on_one_part_are_both_read() {
    let sheet = r#"<worksheet><sheetData><row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells></worksheet>"#;
    let read = assert_streamed("one part", &book(sheet, "1", "<sst><si><t>teks</t></si></sst>"));
    assert_eq!(read.sheets.iter().map(Grid::len).collect::<Vec<_>>(), [1, 1]);
    assert!(read.sheets.iter().all(|sheet| sheet.merges.len() == 1 && sheet.hidden_rows.contains(&1)));
}

#[test]
fn escapes_before_a_line_end_are_one_line_end() {
    let texts = "<sst><si><t>satu_x000D_\r\ndua_x000D_&#10;tiga\r\nempat</t></si></sst>";
    let sheet = r#"<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    let read = assert_streamed("line ends", &book(sheet, "2", texts));
    assert_eq!(read.sheets[0].get(At::new(0, 0)).unwrap().shown(), "satu\ndua\ntiga\nempat");
}

#[test]
fn what_calamine_refuses_or_misreads_our_walker_reads() {
    for (cells, cell) in [
        (1, r#"<c r="A1" t="e"><v>#SPILL!</v></c>"#),
        (1, r#"<c r="A1" t="s"><v>x</v></c><c r="B1"><v>5</v></c>"#),
        (2, r#"<c r="A1" t="n"><v> 5 </v></c><c r="B1" t="n"><v>lima</v></c>"#),
        (1, r#"<c r="A1"><v>5</v><extLst/></c>"#),
    ] {
        let sheet = format!("<worksheet><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>");
        let read =
            from_bytes("odd", &book(&sheet, "2", "<sst><si><t>teks</t></si></sst>"), &Limits::default());
        let read = read.unwrap();
        assert_eq!(read.walked.iter().map(|name| &**name).collect::<Vec<_>>(), ["Satu"], "{cell}");
        assert_eq!(read.sheets[0].len(), cells, "{cell}");
    }
}
