//! What stands below an evaluation: averages and grades, notes, and the blocks of those who sign.

use rapikan::forms::form;
use rapikan::model::{Document, Edition, Tingkat};
use rapikan::pipeline::{clean, self_check};
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use rapikan::template::{Wanted, template};
use rapikan::write::xlsx::{LayoutChoice, XlsxOptions, pages, workbook};

const ABOVE: &str = "\
Formulir E.81
Evaluasi terhadap Hasil Renja Perangkat Daerah
Renja Perangkat Daerah Dinas Perikanan Kabupaten Contoh
Periode Pelaksanaan: 2023
No;Sasaran;Program/Kegiatan;Indikator Kinerja Program (outcome)/Kegiatan (output);Target Renstra Perangkat Daerah pada Tahun 2026 (Akhir Periode Renstra Perangkat Daerah);;Realisasi Capaian Kinerja Renstra Perangkat Daerah sampai dengan Renja Perangkat Daerah Tahun Lalu (n-2);;Target Kinerja dan Anggaran Renja Perangkat Daerah Tahun berjalan (Tahun n-1) yang dievaluasi;;Realisasi Kinerja Pada Triwulan;;;;;;;;Realisasi Capaian Kinerja dan Anggaran Renja Perangkat Daerah yang dievaluasi;;Realisasi Kinerja dan Anggaran Renstra Perangkat Daerah s/d Tahun 2023;;Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah s/d Tahun 2023 (%);;Unit Perangkat Daerah Penanggung Jawab
;;;;;;;;;;I;;II;;III;;IV;;;;;;;;
1;2;3;4;5;;6;;7;;8;;9;;10;;11;;12;;13=6+12;;14=13/5x100%;;15
;;;;K;Rp;K;Rp;K;Rp;K;Rp;K;Rp;K;Rp;K;Rp;K;Rp;K;Rp;K;Rp;
1;Meningkatnya produksi perikanan;PROGRAM PENGELOLAAN PERIKANAN BUDIDAYA;Produksi ikan budidaya;1.400 ton;610.510.000;1.180 ton;98.000.000;1.300 ton;121.000.000;300 ton;25.000.000;320 ton;30.000.000;330 ton;28.000.000;300 ton;22.000.000;1.250 ton;105.000.000;1.250 ton;203.000.000;89,29;33,25;Dinas Perikanan
Rata-rata capaian kinerja (%);;;;;;;;;;;;;;;;;;;;;;89,29;33,25;
";

const SIGNED: &str = "\
Faktor pendorong keberhasilan kinerja:
1. Kelompok pembudidaya aktif
Faktor penghambat pencapaian kinerja: harga pakan naik
;Usulan tindak lanjut pada triwulan berikutnya;;;pakan mandiri

;;;Disusun;;;;;;;;;;;;;;;Dievaluasi
;;;Contoh, 5 April 2024;;;;;;;;;;;;;;;Contoh, 12 April 2024
;;;KEPALA DINAS PERIKANAN;;;;;;;;;;;;;;;KEPALA BAPPEDA




;;;Ir. BUDI SANTOSO;;;;;;;;;;;;;;;Dra. SITI AMINAH, M.Si
;;;NIP. 19700101 199503 1 001;;;;;;;;;;;;;;;NIP. 19680505 199303 2 002
";

fn read(below: &str) -> Document {
    let text = format!("{ABOVE}{below}");
    let workbook = from_bytes("evaluasi.csv", text.as_bytes(), &Limits::default()).unwrap();
    clean(&workbook, SolveOptions::default()).unwrap()
}

/// The texts below the first table, a line each, parted by bars.
fn below(document: &Document) -> Vec<String> {
    let texts = |line: &rapikan::model::NoteLine| {
        line.notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("|")
    };
    document.tables[0].notes.iter().map(texts).collect()
}

#[test]
fn notes_and_signatures_are_written_again_where_a_person_finds_them() {
    let document = read(&format!("Predikat kinerja;;;;;;;;;;;;;;;;;;;;;;Tinggi;Sangat Rendah;\n{SIGNED}"));
    let wanted = [
        "Faktor pendorong keberhasilan kinerja:",
        "1. Kelompok pembudidaya aktif",
        "Faktor penghambat pencapaian kinerja: harga pakan naik",
        "Usulan tindak lanjut pada triwulan berikutnya|pakan mandiri",
        "Disusun|Dievaluasi",
        "Contoh, 5 April 2024|Contoh, 12 April 2024",
        "KEPALA DINAS PERIKANAN|KEPALA BAPPEDA",
        "Ir. BUDI SANTOSO|Dra. SITI AMINAH, M.Si",
        "NIP. 19700101 199503 1 001|NIP. 19680505 199303 2 002",
    ];
    assert_eq!(below(&document), wanted);
    let table = &document.tables[0];
    assert_eq!(table.rows[2].level, Some(Tingkat::Penilaian));
    assert_eq!(table.cell(2, "capaian_k").unwrap().text(), "Tinggi");
    assert!(document.findings.is_empty(), "{:?}", document.findings);
    let first = workbook(&document, &XlsxOptions::default()).unwrap();
    self_check(&document, &first, SolveOptions::default()).unwrap();
    let again = clean(&from_bytes("a.xlsx", &first, &Limits::default()).unwrap(), SolveOptions::default());
    let again = again.unwrap();
    assert_eq!(below(&again), wanted);
    let shown: Vec<String> = pages(&document, LayoutChoice::AsIs)
        .iter()
        .flat_map(|page| &page.notes)
        .flatten()
        .map(|(text, _)| text.clone())
        .collect();
    for text in wanted.iter().flat_map(|line| line.split('|')) {
        assert!(shown.iter().any(|shown| shown == text), "{text} is on no page: {shown:?}");
    }
}

#[test]
fn an_evaluation_with_its_notes_is_cleaned_again_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let program = assert_cmd::cargo::cargo_bin("rapikan");
    let convert = |from: &str, to: &str| {
        let mut command = std::process::Command::new(&program);
        let ended = command.current_dir(&folder).args(["convert", from, "-o", to, "--quiet"]).status();
        assert_eq!(ended.unwrap().code(), Some(0), "{from}");
        std::fs::read(folder.path().join(to).join("evaluasi.xlsx")).unwrap()
    };
    std::fs::write(folder.path().join("evaluasi.csv"), format!("{ABOVE}{SIGNED}")).unwrap();
    assert_eq!(convert("evaluasi.csv", "once"), convert("once/evaluasi.xlsx", "twice"));
}

#[test]
fn a_workbook_that_lost_a_note_is_another_one() {
    let document = read(SIGNED);
    let mut other = document.clone();
    other.tables[0].notes.pop();
    let bytes = workbook(&other, &XlsxOptions::default()).unwrap();
    let difference = self_check(&document, &bytes, SolveOptions::default()).unwrap_err();
    assert!(difference.to_string().contains("NIP. 19700101 199503 1 001"), "{difference}");
    assert_ne!(document.fingerprint(), other.fingerprint());
}

#[test]
fn an_amount_below_the_table_is_listed_and_no_note() {
    let document = read(&format!("{SIGNED}Pagu tambahan;;;;;;;;;75.000.000\n"));
    let unplaced: Vec<&str> = document.conservation.unplaced.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(unplaced, ["Pagu tambahan", "75.000.000"]);
    assert_eq!(below(&document), below(&read(SIGNED)));
}

#[test]
fn a_grade_that_its_percent_does_not_have_is_told_and_stays() {
    let document = read("Predikat kinerja;;;;;;;;;;;;;;;;;;;;;;Sedang;SR;\n");
    let told: Vec<&str> = document.findings.iter().map(|finding| finding.rule().as_str()).collect();
    assert_eq!(told, ["plausibility"], "{:?}", document.findings);
    assert!(document.findings[0].message.indonesian.contains("“Sedang” untuk 89,29 %"));
    assert_eq!(document.tables[0].cell(2, "capaian_k").unwrap().text(), "Sedang");
    let unknown = read("Predikat kinerja;;;;;;;;;;;;;;;;;;;;;;Bagus;SR;\n");
    assert!(unknown.findings.iter().any(|finding| finding.rule().as_str() == "unreadable-number"));
}

#[test]
fn a_template_has_the_labels_and_the_blocks_to_fill_in() {
    for (id, least) in [("E.81", 8), ("E.80", 6)] {
        let wanted = Wanted {
            forms: vec![form(id).unwrap()],
            year: 2026,
            opd: Some("Dinas Perikanan".to_owned()),
            region: Some("Kabupaten Agam".to_owned()),
            bidang: vec!["3.25".parse().unwrap()],
            layout: LayoutChoice::AsIs,
            edition: Edition::Y2023,
        };
        let bytes = template(&wanted, &[]).unwrap();
        let book = from_bytes("t.xlsx", &bytes, &Limits::default()).unwrap();
        let lines = below(&clean(&book, SolveOptions::default()).unwrap());
        assert!(lines.len() >= least, "{lines:?}");
        assert_eq!(lines[0], "Faktor pendorong keberhasilan kinerja:");
        assert!(lines.contains(&"Disusun|Dievaluasi".to_owned()), "{lines:?}");
    }
}
