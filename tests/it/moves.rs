//! A cell enters another column than the one whose header it is printed below only by a move on record, with its proof;
//! what nothing proves stays where it is printed and is asked about.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::grids;

use rapikan::audit::verify;
use rapikan::model::{Document, Grade, Language, Repair, Status};
use rapikan::pipeline::{Decisions, clean, clean_with};
use rapikan::read::{self, Limits};
use rapikan::solve::SolveOptions;
use rapikan::write::json::model;
use rapikan::write::xlsx::{XlsxOptions, workbook};
use serde_json::{Value, json};

const HEAD: &str = "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan|maju_target|maju_pagu
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD||91 %|900.000.000
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD||13 Unit|900.000.000
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|865.000.000|PAD||2 Unit|900.000.000";

fn document(row: &str) -> Document {
    clean(&grids::workbook(&format!("{HEAD}\n{row}")), SolveOptions::default()).unwrap()
}

fn moves(document: &Document) -> Vec<&Repair> {
    document.repairs().iter().filter(|repair| repair.change.slide().is_some()).collect()
}

fn cell<'a>(document: &'a Document, row: usize, id: &str) -> (&'a str, Status) {
    let cell = document.tables[0].cell(row, id).unwrap();
    (cell.text(), cell.status())
}

/// The ids of the columns from which and to which something moved.
fn columns(repair: &Repair) -> Vec<(String, &'static str)> {
    let slide = repair.change.slide().unwrap();
    slide.columns.iter().map(|(from, to)| (from.to_string(), *to)).collect()
}

const FORWARD: &str = "1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit||PAD||3 Unit|635.000.000";
const REMARK: &str = "1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit||PAD|635.000.000||";

#[test]
fn an_amount_that_sums_ask_for_elsewhere_moves_on_record() {
    for (row, from) in [(FORWARD, "maju_pagu"), (REMARK, "catatan")] {
        let document = document(row);
        let [only] = moves(&document)[..] else { panic!("{from}: {:#?}", document.repairs()) };
        assert_eq!((only.rule.as_str(), only.grade(), only.row), ("slid-cell", Grade::A, 3));
        assert_eq!(columns(only), [(from.to_owned(), "pagu")]);
        assert_eq!(only.proofs[0].text, "1.01.02.2.01 = 865.000.000 + 635.000.000 = 1.500.000.000");
        assert_eq!(cell(&document, 3, "pagu"), ("635.000.000", Status::Proven));
        assert_eq!(document.repairs().len(), 1, "{:#?}", document.repairs());
    }
}

#[test]
fn a_move_is_in_the_model_and_is_proven_again_from_it() {
    let audit: Value = serde_json::from_str(&model(&document(FORWARD), Language::English)).unwrap();
    let change = json!({"kind": "move", "rows": [3, 3], "columns": [["maju_pagu", "pagu"]]});
    assert_eq!(audit["repairs"][0]["change"], change);
    assert!(verify(&audit.to_string()).unwrap().holds());
    let mut other = audit.clone();
    other["repairs"][0]["change"]["columns"] = json!([["maju_pagu", "target"]]);
    assert!(!verify(&other.to_string()).unwrap().holds());
    let mut gone = audit;
    gone["repairs"] = json!([]);
    assert!(!verify(&gone.to_string()).unwrap().holds(), "a proven cell without its repair");
}

#[test]
fn a_refused_move_puts_the_cell_back_below_its_header_and_asks() {
    let workbook = grids::workbook(&format!("{HEAD}\n{FORWARD}"));
    let before = clean(&workbook, SolveOptions::default()).unwrap();
    let refused = json!({"decisions": [{"id": before.repair_id(0), "keputusan": "tolak"}]});
    let decisions = Decisions::from_json(&refused.to_string()).unwrap();
    let after = clean_with(&workbook, SolveOptions::default(), &decisions).unwrap();
    assert_eq!(moves(&after).len(), 0);
    assert_eq!(cell(&after, 3, "maju_pagu"), ("635.000.000", Status::Unresolved));
    assert_eq!(cell(&after, 3, "pagu").0, "");
    let mut asked = after.findings.iter().filter(|finding| finding.column == Some("maju_pagu"));
    assert!(asked.any(|finding| finding.row == Some(3)), "{:#?}", after.findings);
}

/// The document of a workbook with its first move refused, and with other decisions by their ids.
fn decided(workbook: &rapikan::model::Workbook, others: &[(String, &str)]) -> Document {
    let before = clean(workbook, SolveOptions::default()).unwrap();
    let first = before.repairs().iter().position(|repair| repair.change.slide().is_some()).unwrap();
    let mut all = vec![json!({"id": before.repair_id(first), "keputusan": "tolak"})];
    all.extend(others.iter().map(|(id, answer)| json!({"id": id, "keputusan": answer})));
    let decisions = Decisions::from_json(&json!({"decisions": all}).to_string()).unwrap();
    clean_with(workbook, SolveOptions::default(), &decisions).unwrap()
}

/// What cleaning the workbook of a document makes of it.
fn again(document: &Document) -> Document {
    let bytes = workbook(document, &XlsxOptions::default()).unwrap();
    let workbook = read::from_bytes("hasil.xlsx", &bytes, &Limits::default()).unwrap();
    clean(&workbook, SolveOptions::default()).unwrap()
}

#[test]
fn a_refused_move_is_refused_in_the_workbook_of_its_result_too() {
    let after = decided(&grids::workbook(&format!("{HEAD}\n{FORWARD}")), &[]);
    let again = again(&after);
    assert_eq!(again.repairs(), []);
    assert_eq!(cell(&again, 3, "maju_pagu"), ("635.000.000", Status::Unresolved));
    let asked = |document: &Document| {
        let of_moves = document.findings.iter().filter(|finding| finding.rule().as_str() == "slid-cell");
        of_moves.map(|finding| (finding.row, finding.column, finding.candidates.clone())).collect::<Vec<_>>()
    };
    assert_eq!(asked(&again), asked(&after));
    assert_eq!(asked(&after), [(Some(3), Some("maju_pagu"), vec!["635.000.000".to_owned()])]);
}

#[test]
fn a_refused_move_of_several_rows_leaves_all_their_cells_and_one_of_them_may_be_answered() {
    let workbook = grids::workbook(&format!("{HEAD}\n{RUN}"));
    let refused = decided(&workbook, &[]);
    assert_eq!(moves(&refused).len(), 0);
    for row in [3, 4] {
        assert_eq!(cell(&refused, row, "lokasi").0, "Jumlah Ruang", "row {row}");
        assert_eq!(cell(&refused, row, "lokasi").1, Status::Unresolved, "row {row}");
    }
    let second = again(&refused);
    assert_eq!(second.repairs(), []);
    assert_eq!(cell(&second, 4, "lokasi"), ("Jumlah Ruang", Status::Unresolved));
    let question = refused.findings.iter().find(|finding| {
        finding.rule().as_str() == "slid-cell" && finding.row == Some(4) && finding.column == Some("lokasi")
    });
    let answered = decided(&workbook, &[(refused.question_id(question.unwrap()), "Lubuk Basung")]);
    assert_eq!(cell(&answered, 4, "lokasi"), ("Lubuk Basung", Status::Decided));
    assert_eq!(cell(&answered, 3, "lokasi"), ("Jumlah Ruang", Status::Unresolved));
    let second = again(&answered);
    assert_eq!(second.repairs(), []);
    assert_eq!(cell(&second, 4, "lokasi"), ("Lubuk Basung", Status::Decided));
    assert_eq!(cell(&second, 3, "lokasi"), ("Jumlah Ruang", Status::Unresolved));
}

#[test]
fn what_only_the_header_says_waits_for_a_person_where_proof_is_asked_for() {
    let row = "1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|635.000.000||Dana Alokasi Umum (DAU)|3 Unit|0";
    let text = format!("{HEAD}\n{row}");
    let likely = clean(&grids::workbook(&text), SolveOptions::default()).unwrap();
    assert_eq!(moves(&likely).iter().map(|repair| repair.grade()).collect::<Vec<_>>(), [Grade::B]);
    assert_eq!(cell(&likely, 3, "sumber_dana"), ("Dana Alokasi Umum (DAU)", Status::Likely));
    let strict = SolveOptions { weakest: Grade::A, ..SolveOptions::default() };
    let strict = clean(&grids::workbook(&text), strict).unwrap();
    assert_eq!(moves(&strict).len(), 0);
    assert_eq!(cell(&strict, 3, "catatan").0, "Dana Alokasi Umum (DAU)");
}

#[test]
fn words_and_marks_in_the_place_of_an_amount_or_an_indicator_enter_no_other_column() {
    for mark in ["\"", "-\"-", "*", "•", "✓", "…", "lihat lampiran", "menunggu DPA"] {
        for position in ["indikator", "pagu"] {
            let (indicator, amount) =
                if position == "pagu" { ("Jumlah Ruang", mark) } else { (mark, "635.000.000") };
            let row = format!(
                "1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|{indicator}|Lubuk Basung|3 Unit|{amount}|PAD||3 Unit|0"
            );
            let document = document(&row);
            assert_eq!(moves(&document), Vec::<&Repair>::new(), "{mark} in {position}");
            assert_eq!(cell(&document, 3, position).0, mark, "{mark} in {position}");
            assert_eq!(cell(&document, 3, "lokasi").0, "Lubuk Basung", "{mark} in {position}");
            assert_eq!(cell(&document, 3, "sumber_dana").0, "PAD", "{mark} in {position}");
        }
    }
}

#[test]
fn a_target_and_an_amount_that_changed_places_are_both_asked_about() {
    let document = document(
        "1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|2.415.836.712|31 Orang/Bulan|PAD||3 Unit|0",
    );
    assert_eq!(cell(&document, 3, "target"), ("2.415.836.712", Status::Unresolved));
    assert_eq!(cell(&document, 3, "pagu"), ("31 Orang/Bulan", Status::Unresolved));
    assert_eq!(cell(&document, 3, "sumber_dana").0, "PAD");
}

const RUN: &str = "\
1.01.02.2.01.03||Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|635.000.000|Dana Alokasi Umum (DAU)||
1.01.02.2.01.04||Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|4 Unit|5.000.000|Dana Alokasi Umum (DAU)||";

#[test]
fn rows_that_slid_as_a_whole_are_one_move() {
    let document = document(RUN);
    let [only] = moves(&document)[..] else { panic!("{:#?}", document.repairs()) };
    assert_eq!(only.change.slide().unwrap().rows, (3, 4));
    let ids = ["uraian", "indikator", "lokasi", "target", "pagu", "sumber_dana"];
    assert_eq!(columns(only).iter().map(|(_, to)| *to).collect::<Vec<_>>(), ids);
    assert_eq!(cell(&document, 4, "pagu").0, "5.000.000");
}

#[test]
fn in_a_workbook_of_our_own_nothing_moves() {
    let first = document(FORWARD);
    let bytes = workbook(&first, &XlsxOptions::default()).unwrap();
    let again = read::from_bytes("hasil.xlsx", &bytes, &Limits::default()).unwrap();
    assert_eq!(clean(&again, SolveOptions::default()).unwrap().repairs(), []);
}
