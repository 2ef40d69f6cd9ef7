//! Tables that say the same row differently, parents that say none, and what is unusual.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::grids::cleaned;

use rapikan::model::{Document, Finding, Severity};

fn plan(target: &str, amount: &str, place: &str) -> String {
    format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|{place}|{target}|{amount}|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|635.000.000|PAD"
    )
}

fn plans(cells: &[(&str, &str, &str)]) -> Document {
    let tables: Vec<String> =
        cells.iter().map(|(target, amount, place)| plan(target, amount, place)).collect();
    cleaned(&tables.join("\n\n"))
}

fn found<'a>(document: &'a Document, rule: &str) -> Vec<&'a Finding> {
    document.findings.iter().filter(|finding| finding.rule().as_str() == rule).collect()
}

#[test]
fn twins_of_any_number_are_compared() {
    for count in 2..=4 {
        let mut cells = vec![("2 Unit", "865.000.000", "Lubuk Basung"); count - 1];
        cells.push(("2 Unit", "771.000.000", "Lubuk Basung"));
        let document = plans(&cells);
        let findings = found(&document, "twin-mismatch");
        assert_eq!(findings.len(), 1, "{count}");
        assert_eq!((findings[0].table, findings[0].also.len()), (Some(count - 1), count - 1));
        assert_eq!(findings[0].candidates, ["865.000.000"]);
    }
    assert!(found(&plans(&[("2 Unit", "865.000.000", "Lubuk Basung"); 3]), "twin-mismatch").is_empty());
}

#[test]
fn targets_and_texts_of_twins_are_compared_too() {
    let document = plans(&[("2 Unit", "865.000.000", "Lubuk Basung"), ("3 Unit", "865.000.000", "Tiku")]);
    let told: Vec<_> = found(&document, "twin-mismatch")
        .iter()
        .map(|finding| (finding.column.unwrap(), finding.severity))
        .collect();
    assert_eq!(told.len(), 2);
    assert!(told.contains(&("target", Severity::Warning)), "{told:?}");
    assert!(told.contains(&("lokasi", Severity::Note)), "a word more or less asks nothing: {told:?}");
}

/// A difference that parents carry upwards is one finding, at the row where it begins.
#[test]
fn a_difference_is_told_where_it_begins() {
    let table = |program: &str, sub: &str| {
        format!(
            "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|{program}|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Lubuk Basung|2 Unit|{program}|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|{sub}|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|635.000.000|PAD"
        )
    };
    let document = cleaned(&format!(
        "{}\n\n{}",
        table("1.235.000.000", "600.000.000"),
        table("1.335.000.000", "700.000.000")
    ));
    let findings = found(&document, "twin-mismatch");
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].row, findings[0].also.len()), (Some(2), 5));
}

#[test]
fn a_parent_that_says_none_is_told_of_its_children() {
    for says in ["-", "0"] {
        let document = cleaned(&format!(
            "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|{says}|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Lubuk Basung|2 Unit|600.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|600.000.000|PAD"
        ));
        let findings = found(&document, "sum-mismatch");
        assert_eq!(findings.len(), 1, "{says}");
        assert_eq!(findings[0].expected.as_deref(), Some("600000000"));
    }
}

/// An office that writes a dash into every parent sums its sub kegiatan elsewhere.
#[test]
fn a_dash_in_every_parent_is_a_habit() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Lubuk Basung|2 Unit|-|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|400.000.000|PAD
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|Jumlah|Lubuk Basung|2 Unit|-|PAD
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|200.000.000|PAD",
    );
    let dashed =
        found(&document, "sum-mismatch").into_iter().filter(|finding| finding.row != Some(0)).count();
    assert_eq!(dashed, 0);
}

#[test]
fn a_sum_that_refers_to_a_wrong_row_says_to_which() {
    let document = cleaned(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|1.234.490.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah|Lubuk Basung|2 Unit|731.250.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|400.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|2 Unit|331.250.000|PAD
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|Jumlah|Lubuk Basung|2 Unit|503.240.000|PAD
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah|Lubuk Basung|2 Unit|171.990.000|PAD
1.01.02.2.02.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|2 Unit|171.999.999|PAD",
    );
    let findings = found(&document, "sum-mismatch");
    let said: Vec<&str> = findings.iter().map(|finding| finding.message.english.as_str()).collect();
    let wanted = "exactly 1.01.02.2.01.03 + 1.01.02.2.02.01: its formula refers to a wrong row";
    assert!(said.iter().any(|text| text.contains(wanted)), "{said:?}");
}

#[test]
fn what_is_unusual_is_a_note_that_asks_nothing() {
    let row = |number: usize, next: &str| {
        format!(
            "1.01.02.2.01.{number:02}|Pembangunan Ruang|Jumlah Ruang|Lubuk Basung||600.000.000|PAD||2 Unit|{next}"
        )
    };
    let mut rows = vec![row(1, "99.000.000.000")];
    rows.extend((2..=10).map(|number| row(number, "640.000.000")));
    let document = cleaned(&format!(
        "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan|maju_target|maju_pagu
{}",
        rows.join("\n")
    ));
    let notes = found(&document, "plausibility");
    assert!(notes.iter().all(|note| note.severity == Severity::Note));
    let said: Vec<&str> = notes.iter().map(|note| note.message.english.as_str()).collect();
    assert!(
        said.iter().any(|text| text.contains("1.01.02.2.01.01 600.000.000 → 99.000.000.000")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|text| text.contains("Empty in every row: “Target Capaian Kinerja”")),
        "{said:?}"
    );
    assert!(!said.iter().any(|text| text.contains("1.01.02.2.01.03")), "{said:?}");
}

#[test]
fn a_program_that_one_form_lacks_is_named() {
    let document = cleaned(
        "\
T-C.31
rkpd_uraian|rkpd_lokasi|rkpd_indikator|rkpd_target|rkpd_pagu|analisis_uraian|analisis_lokasi|analisis_indikator|analisis_target|analisis_pagu
PROGRAM PENGELOLAAN PENDIDIKAN|Lubuk Basung|Nilai|90 %|600.000.000|PROGRAM PENGELOLAAN PENDIDIKAN|Lubuk Basung|Nilai|90 %|600.000.000

T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Nilai|Lubuk Basung|90 %|600.000.000|PAD
1.01.03|PROGRAM PENGEMBANGAN KURIKULUM|Nilai|Lubuk Basung|90 %|150.000.000|PAD",
    );
    let said: Vec<&str> =
        found(&document, "plausibility").iter().map(|note| note.message.english.as_str()).collect();
    assert!(said.iter().any(|text| text.contains("Missing here: 1.01.03 (150.000.000)")), "{said:?}");
}
