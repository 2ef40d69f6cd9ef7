//! Merging and comparing: a folder a case, small tables as text and what must come of them. With `UPDATE_CASES=1` the
//! expected texts are written anew; whoever does that reads the difference.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::grids;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rapikan::compare::{Differences, Kind, LACKING, Merged};
use rapikan::model::{Cell, Document, Language, Severity};
use rapikan::pipeline::{changed, clean, compared, merged, self_check};
use rapikan::read::{Limits, from_bytes, from_path};
use rapikan::solve::SolveOptions;
use rapikan::write::differences::{Version, json, text};
use rapikan::write::xlsx::LayoutChoice;
use rapikan::write::{self, xlsx};
use rust_decimal::Decimal;

fn cases(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compare").join(kind);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The clean document of a small table; its first line may name the office.
fn cleaned(path: &Path) -> Document {
    let whole = fs::read_to_string(path).unwrap();
    let (office, table) = match whole.strip_prefix("office: ") {
        Some(rest) => {
            rest.split_once("\n\n").map(|(office, table)| (Some(office.to_owned()), table)).unwrap()
        }
        None => (None, whole.as_str()),
    };
    let mut document = clean(&grids::workbook(table), SolveOptions::default()).unwrap();
    if office.is_some() {
        document.about.opd = office;
    }
    document.sha256 = path.file_name().unwrap().to_string_lossy().into_owned();
    document
}

fn documents(case: &Path) -> Vec<(String, Document)> {
    ["a.txt", "b.txt"].map(|name| (name.to_owned(), cleaned(&case.join(name)))).into()
}

fn versions(case: &Path) -> (Document, Document) {
    (cleaned(&case.join("old.txt")), cleaned(&case.join("new.txt")))
}

/// The table, the sums that lack something, and what does not fit together.
fn told(merged: &Merged) -> String {
    let table = &merged.document.tables[0];
    let mut out = write::csv::table(table);
    for finding in merged.document.findings.iter().filter(|finding| finding.rule() == LACKING) {
        let row = finding.row.unwrap();
        let without_code = || table.rows[row].level.map_or("", |level| level.name());
        let code = table.rows[row].code.as_ref().map_or_else(without_code, |code| code.as_str());
        writeln!(out, "lacking: {code} {}: {}", finding.column.unwrap(), finding.message.english).unwrap();
    }
    for conflict in &merged.conflicts {
        let code = conflict.code.as_ref().map_or("-", |code| code.as_str());
        let matter = conflict.matter;
        writeln!(out, "{} {}: {code} {}", matter.severity().name(), matter.id(), conflict.name).unwrap();
        for stated in &conflict.stated {
            let place = stated.place.as_ref().map_or_else(|| stated.file.clone(), ToString::to_string);
            let pagu = stated.pagu.map(|pagu| pagu.to_string()).unwrap_or_default();
            writeln!(out, "  {} | {place} | {} | {pagu}", stated.office, stated.text).unwrap();
        }
    }
    out
}

fn shown(differences: &Differences, old: &Document, new: &Document) -> String {
    let versions = [&Version::of("old.txt", old), &Version::of("new.txt", new)];
    text(differences, versions, Language::Indonesian, false)
}

fn holds(path: &Path, found: &str, stale: &mut Vec<String>) {
    if std::env::var_os("UPDATE_CASES").is_some_and(|value| value == "1") {
        fs::write(path, found).unwrap();
    }
    let wanted = fs::read_to_string(path).unwrap_or_default();
    if wanted != found {
        let same = wanted.lines().zip(found.lines()).take_while(|(wanted, found)| wanted == found).count();
        let line = |text: &str| text.lines().nth(same).unwrap_or("(end)").to_owned();
        stale.push(format!(
            "{}:{}\n  want {}\n  got  {}",
            path.display(),
            same + 1,
            line(&wanted),
            line(found)
        ));
    }
}

#[test]
fn every_case_gives_what_is_expected() {
    let mut stale = Vec::new();
    for case in cases("merge") {
        holds(&case.join("expected.txt"), &told(&merged(&documents(&case), &[])), &mut stale);
    }
    for case in cases("diff") {
        let (old, new) = versions(&case);
        holds(&case.join("expected.txt"), &shown(&compared(&old, &new), &old, &new), &mut stale);
    }
    assert!(stale.is_empty(), "first differences:\n{}", stale.join("\n"));
}

/// The numbers of a merged or single table: the sum of a column over its rows of the lowest level, and its total.
fn total(document: &Document, column: &str) -> Option<Decimal> {
    let table = &document.tables[0];
    table.cell(table.rows.len() - 1, column).and_then(Cell::number)
}

#[test]
fn the_order_of_the_files_changes_no_byte() {
    for case in cases("merge") {
        let mut documents = documents(&case);
        let bytes = |documents: &[(String, Document)]| {
            let merged = merged(documents, &[]);
            let workbook = xlsx::merged(&merged, LayoutChoice::AsIs, Language::Indonesian).unwrap();
            (workbook, write::merged::json(&merged, Language::English))
        };
        let first = bytes(&documents);
        documents.reverse();
        assert!(first == bytes(&documents), "{}", case.display());
    }
}

#[test]
fn a_merged_workbook_is_read_back_as_it_was_written() {
    for case in cases("merge") {
        let merged = merged(&documents(&case), &[]);
        let bytes = xlsx::merged(&merged, LayoutChoice::AsIs, Language::Indonesian).unwrap();
        self_check(&merged.document, &bytes, SolveOptions::default())
            .unwrap_or_else(|difference| panic!("{}: {difference}", case.display()));
        let again = rapikan::read::from_bytes("again.xlsx", &bytes, &Limits::default()).unwrap();
        let again = clean(&again, SolveOptions::default()).unwrap();
        assert!(again.repairs().is_empty(), "{}: {:?}", case.display(), again.repairs());
    }
}

#[test]
fn a_thousand_rows_are_read_back_too() {
    let case = cases("merge").into_iter().find(|case| case.ends_with("two-offices")).unwrap();
    let one = cleaned(&case.join("a.txt"));
    let documents: Vec<(String, Document)> = (0..510)
        .map(|number| {
            let mut document = one.clone();
            document.about.opd = Some(format!("Kecamatan {number}"));
            (format!("{number}.xlsx"), document)
        })
        .collect();
    let merged = merged(&documents, &[]);
    assert!(merged.document.tables[0].rows.len() > 1_000);
    let bytes = xlsx::merged(&merged, LayoutChoice::AsIs, Language::Indonesian).unwrap();
    self_check(&merged.document, &bytes, SolveOptions::default()).unwrap();
}

#[test]
fn one_file_merged_has_its_own_sums() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for sample in ["resmi-10-kolom.xlsx", "sipd-ri-17-kolom.xlsx", "unduhan-sipd.xls"] {
        let workbook = from_path(&folder.join(sample), &Limits::default()).unwrap();
        let document = clean(&workbook, SolveOptions::default()).unwrap();
        let merged = merged(&[(sample.to_owned(), document.clone())], &[]);
        let sums = |document: &Document| ["pagu", "maju_pagu"].map(|column| total(document, column));
        assert_eq!(sums(&merged.document), sums(&document), "{sample}");
        let amounts = |document: &Document| -> Vec<(String, Option<Decimal>)> {
            let table = &document.tables[0];
            let rows = table.rows.iter().enumerate().filter(|(_, row)| row.code.is_some());
            rows.map(|(at, row)| {
                (row.code.as_ref().unwrap().to_string(), table.cell(at, "pagu").and_then(Cell::number))
            })
            .filter(|(code, _)| code.len() > 1)
            .collect()
        };
        assert_eq!(amounts(&merged.document), amounts(&document), "{sample}");
        let serious = merged.conflicts.iter().any(|found| found.matter.severity() != Severity::Note);
        assert!(!serious && merged.left_out.is_empty(), "{sample}: {:?}", merged.conflicts);
    }
}

#[test]
fn a_file_that_says_the_same_is_counted_once() {
    let case = &cases("merge")[0];
    let [(_, one), _] = <[(String, Document); 2]>::try_from(documents(case)).unwrap();
    let both = merged(&[("b.xlsx".to_owned(), one.clone()), ("a.xlsx".to_owned(), one.clone())], &[]);
    assert_eq!(both.taken.len(), 1);
    assert_eq!((both.left_out[0].file.as_str(), both.left_out[0].is_copy()), ("b.xlsx", true));
    assert_eq!(
        total(&both.document, "pagu"),
        total(&merged(&[("a.xlsx".to_owned(), one)], &[]).document, "pagu")
    );
}

#[test]
fn a_document_does_not_differ_from_itself() {
    for case in cases("diff") {
        let (old, new) = versions(&case);
        for document in [old, new] {
            let found = compared(&document, &document);
            assert!(found.is_equal(), "{}:\n{}", case.display(), shown(&found, &document, &document));
            let zero = |sums: &rapikan::compare::Sums| sums.difference().is_none_or(|found| found.is_zero());
            assert!(found.forms.iter().flat_map(|form| &form.sums).all(zero));
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let document =
            clean(&from_path(&path, &Limits::default()).unwrap(), SolveOptions::default()).unwrap();
        assert!(compared(&document, &document).is_equal(), "{}", path.display());
    }
}

#[test]
fn the_way_back_adds_what_the_way_there_drops() {
    let mut compared_sums = 0;
    for case in cases("diff") {
        let (old, new) = versions(&case);
        // What a later edition split is one code on the way back: only within an edition the ways are the same.
        if old.about.codification != new.about.codification {
            continue;
        }
        let (there, back) = (compared(&old, &new), compared(&new, &old));
        assert_eq!(there.forms.len(), back.forms.len(), "{}", case.display());
        for (there, back) in there.forms.iter().zip(&back.forms) {
            let counts = |form: &rapikan::compare::FormDifferences| Kind::ALL.map(|kind| form.count(kind));
            let [added, dropped, rest @ ..] = counts(there);
            assert_eq!(counts(back)[..2], [dropped, added], "{}", case.display());
            assert_eq!(counts(back)[2..], rest, "{}", case.display());
            assert_eq!(there.sums.len(), back.sums.len(), "{}", case.display());
            for (there, back) in there.sums.iter().zip(&back.sums) {
                assert_eq!(there.difference(), back.difference().map(|found| -found));
                compared_sums += usize::from(there.difference().is_some_and(|found| !found.is_zero()));
            }
        }
    }
    assert!(compared_sums > 3, "the ways differ in {compared_sums} sums only");
}

#[test]
fn json_names_old_new_and_difference() {
    let case = cases("diff").into_iter().find(|case| case.ends_with("amounts-and-targets")).unwrap();
    let (old, new) = versions(&case);
    let versions = [&Version::of("old.txt", &old), &Version::of("new.txt", &new)];
    let text = json(&compared(&old, &new), versions, Language::English);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["schema"], "rapikan.diff/1");
    assert_eq!(value["equal"], false);
    let rows = value["forms"][0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["new"]["code"] == "1.01.02.2.01.01").unwrap();
    let change = row["changes"].as_array().unwrap().iter().find(|change| change["column"] == "pagu").unwrap();
    assert_eq!(change["old"]["amount"], "900000000");
    assert_eq!(change["new"]["amount"], "1300000000");
    assert_eq!(change["difference"], "400000000");
}

#[test]
fn the_workbook_of_changes_holds_amounts_as_numbers() {
    use calamine::{Data, Reader, Xlsx};
    let case = cases("diff").into_iter().find(|case| case.ends_with("amounts-and-targets")).unwrap();
    let (old, new) = versions(&case);
    let versions = [&Version::of("old.txt", &old), &Version::of("new.txt", &new)];
    let bytes = xlsx::changes(&compared(&old, &new), versions, Language::Indonesian).unwrap();
    let again = xlsx::changes(&compared(&old, &new), versions, Language::Indonesian).unwrap();
    assert!(bytes == again, "equal differences give equal bytes");
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = workbook.worksheet_range("Perubahan").unwrap();
    let row = sheet
        .rows()
        .find(|row| row[4] == Data::String("1.01.02.2.01.01".into()) && matches!(row[7], Data::Float(_)))
        .unwrap();
    assert_eq!(row[7..10], [Data::Float(9e8), Data::Float(13e8), Data::Float(4e8)]);
    let formulas = workbook.worksheet_formula("Perubahan").unwrap();
    assert!(formulas.used_cells().all(|(_, _, formula)| formula.starts_with('I')));
}

/// Documents of so many offices, each of a plan year.
fn of_years(years: &[u16]) -> Vec<(String, Document)> {
    let case = &cases("merge")[0];
    let document = |(number, year): (usize, &u16)| {
        let mut document = cleaned(&case.join("a.txt"));
        document.about.opd = Some(format!("Dinas {number}"));
        document.about.year = Some(*year);
        (format!("{number}.xlsx"), document)
    };
    years.iter().enumerate().map(document).collect()
}

#[test]
fn the_money_of_another_year_is_in_no_sum() {
    let merged = merged(&of_years(&[2025, 2024, 2024]), &[]);
    let taken: Vec<&str> = merged.taken.iter().map(|taken| taken.file.as_str()).collect();
    assert_eq!(taken, ["1.xlsx", "2.xlsx"]);
    assert_eq!(merged.document.about.year, Some(2024));
    assert_eq!(merged.left_out.len(), 1);
    assert!(!merged.left_out[0].is_copy(), "something is lost by it");
    let reason = &merged.left_out[0].reason;
    assert!(reason.english.starts_with("it plans the year 2025, and what is merged plans 2024"), "{reason}");
}

#[test]
fn the_latest_year_is_taken_where_none_has_most_offices() {
    let merged = merged(&of_years(&[2025, 2024]), &[]);
    let taken: Vec<&str> = merged.taken.iter().map(|taken| taken.file.as_str()).collect();
    assert_eq!((taken.as_slice(), merged.document.about.year), (&["0.xlsx"][..], Some(2025)));
    assert!(merged.is_open() && !merged.left_out[0].is_copy(), "the other is asked about");
}

#[test]
fn two_offices_are_not_two_versions() {
    const TOLD: &str = "rencana dua Perangkat Daerah";
    let case = &cases("diff")[0];
    let (mut old, mut new) = versions(case);
    old.about.opd = Some("Dinas Perpustakaan".to_owned());
    new.about.opd = Some("DINAS  PERPUSTAKAAN".to_owned());
    assert!(!shown(&compared(&old, &new), &old, &new).contains(TOLD));
    new.about.opd = Some("Dinas Kearsipan".to_owned());
    assert!(shown(&compared(&old, &new), &old, &new).contains(TOLD));
}

#[test]
fn a_change_of_the_plan_is_made_of_two_versions() {
    let plan = |rows: &str| {
        let text = format!(
            "\
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027
Kabupaten Agam
Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif
1;2;3;4;5;6;7;8;9;10
{rows}"
        );
        let workbook = from_bytes("contoh.csv", text.as_bytes(), &Limits::default()).unwrap();
        clean(&workbook, SolveOptions::default()).unwrap()
    };
    let parents = |amount: &str| {
        format!(
            "\
7.01;KECAMATAN;;;;{amount};;;;
7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;{amount};;;;
7.01.06.2.01;Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa;;;;{amount};;;;
"
        )
    };
    let (first, second, third) = (
        "7.01.06.2.01.0001;Fasilitasi Penyusunan Peraturan Desa dan Peraturan Kepala Desa;Jumlah Dokumen;Agam",
        "7.01.06.2.01.0002;Fasilitasi Administrasi Tata Pemerintahan Desa;Jumlah Dokumen;Agam",
        "7.01.06.2.01.0003;Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa;Jumlah Laporan;Agam",
    );
    let old = plan(&format!(
        "{}{first};10 Dokumen;150.000.000;PAD;;;\n{second};4 Dokumen;50.000.000;PAD;;;\n",
        parents("200.000.000")
    ));
    let new = plan(&format!(
        "{}{first};12 Dokumen;135.000.000;PAD;;;\n{third};2 Laporan;75.000.000;PAD;;;\n",
        parents("210.000.000")
    ));
    let changed = changed(("lama.csv", &old), ("baru.csv", &new)).unwrap();
    let table = &changed.tables[0];
    let said = |row: usize| {
        ["target_sebelum", "pagu_sebelum", "target_sesudah", "pagu_sesudah", "selisih"]
            .map(|id| table.cell(row, id).unwrap().text().to_owned())
    };
    assert_eq!(table.layout.id, "sebelum-sesudah");
    assert_eq!(said(0), ["", "200.000.000", "", "210.000.000", "10.000.000"]);
    assert_eq!(said(3), ["10 Dokumen", "150.000.000", "12 Dokumen", "135.000.000", "-15.000.000"]);
    let one_sided = [said(4), said(5)];
    assert!(one_sided.contains(&["4 Dokumen", "50.000.000", "", "0", "-50.000.000"].map(str::to_owned)));
    assert!(one_sided.contains(&["", "0", "2 Laporan", "75.000.000", "75.000.000"].map(str::to_owned)));
    // What is written is a plan that cleans to itself, with nothing to decide.
    let bytes = xlsx::workbook(&changed, &xlsx::XlsxOptions::default()).unwrap();
    let again = from_bytes("perubahan.xlsx", &bytes, &Limits::default()).unwrap();
    let again = clean(&again, SolveOptions::default()).unwrap();
    let texts = |document: &Document| -> Vec<Vec<String>> {
        let rows = document.tables[0].rows.iter();
        rows.map(|row| row.cells.iter().map(|cell| cell.text().to_owned()).collect()).collect()
    };
    assert_eq!(texts(&again), texts(&changed));
    assert!(again.repairs().is_empty());
    assert!(again.findings.iter().all(|finding| finding.severity == Severity::Note));
}
