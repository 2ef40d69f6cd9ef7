//! Arrangements of the further tables that offices print: other orders of columns, years in one row of headers, columns
//! that no form knows below each year.

use crate::support::lines::{read, sheet, texts};
use rapikan::model::Tingkat;

const ROWS: [(&str, &str); 3] = [
    ("2.23.02", "PROGRAM PEMBINAAN PERPUSTAKAAN"),
    ("2.23.02.2.02", "Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota"),
    ("2.23.02.2.02.05", "Pemilihan Duta Baca Tingkat Daerah Kabupaten/Kota"),
];

/// The same cells in each row, behind its code and its name.
fn rows(cells: &str) -> String {
    ROWS.iter()
        .map(|(code, name)| cells.replace("KODE", code).replace("NAMA", name))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn one_row_of_headers_may_name_each_year_of_several_columns() {
    let header = "SASARAN|KODE|PROGRAM DAN KEGIATAN|INDIKATOR|DATA CAPAIAN AWAL|TARGET TAHUN 1|DANA TAHUN 1|TARGET TAHUN 2|DANA TAHUN 2|TARGET TAHUN 3|DANA TAHUN 3|TARGET TAHUN 4|DANA TAHUN 4|TARGET TAHUN 5|DANA TAHUN 5|LOKASI";
    let body = rows(
        "|KODE|NAMA|Jumlah|1|2 Unit|1.000.000|3 Unit|2.000.000|4 Unit|3.000.000|5 Unit|4.000.000|6 Unit|5.000.000|Agam",
    );
    let document = read(vec![sheet("Renstra", &format!("{header}\n{body}"))]);
    assert_eq!(document.tables[0].form.id, "T-C.27");
    assert_eq!(texts(&document, "pagu_1"), ["1.000.000"; 3]);
    assert_eq!(texts(&document, "target_4"), ["5 Unit"; 3]);
    assert_eq!(texts(&document, "pagu_5"), ["5.000.000"; 3]);
}

#[test]
fn what_stands_below_each_year_and_no_form_knows_is_a_column_of_its_own() {
    let top = "Kode|Program dan Kegiatan|Indikator Kinerja|Data Capaian Awal|Target Kinerja Program dan Kerangka Pendanaan|||||||||||||||Lokasi";
    let years = "||||Tahun 2021|||Tahun 2022|||Tahun 2023|||Tahun 2024|||Tahun 2025|||";
    let leaves = "||||Target|Rp|Lokasi|Target|Rp|Lokasi|Target|Rp|Lokasi|Target|Rp|Lokasi|Target|Rp|Lokasi|";
    let year = |year: u8| format!("{year} Unit|{year}.000.000|Kecamatan {year}");
    let cells = format!("KODE|NAMA|Jumlah|1 Unit|{}|Agam", (1..=5).map(year).collect::<Vec<_>>().join("|"));
    let text = format!(
        "Tabel T-C.27\nRencana Program, Kegiatan, dan Pendanaan Perangkat Daerah\n{top}\n{years}\n{leaves}\n{}",
        rows(&cells)
    );
    let document = read(vec![sheet("Renstra", &text)]);
    assert_eq!(texts(&document, "pagu_3"), ["3.000.000"; 3]);
    assert_eq!(texts(&document, "lain_3"), ["Kecamatan 3"; 3]);
    assert_eq!(texts(&document, "lokasi"), ["Agam"; 3]);
    assert!(document.conservation.unplaced.is_empty());
}

#[test]
fn codes_may_stand_behind_the_goal() {
    let top = "No|Sasaran|Kode|Program/Kegiatan|Indikator Kinerja|Target Renstra Perangkat Daerah||Realisasi Capaian Kinerja Renstra Perangkat Daerah sampai dengan Renja Perangkat Daerah Tahun Lalu||Target Kinerja dan Anggaran Renja||Realisasi Kinerja Pada Triwulan||||||||Realisasi Capaian Kinerja dan Anggaran Renja Perangkat Daerah yang dievaluasi||Realisasi Kinerja dan Anggaran Renstra Perangkat Daerah s/d Tahun 2023||Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah s/d Tahun 2023 (%)||Unit Perangkat Daerah Penanggung Jawab";
    let quarters = "|||||||||||I||II||III||IV|";
    let halves = "|||||K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp|K|Rp";
    let cells = "1|Literasi|KODE|NAMA|Jumlah|10|8.000.000|1|1.000.000|4|4.000.000|1|1.000.000|1|1.000.000|1|1.000.000|1|1.000.000|4|4.000.000|5|5.000.000|50,00|62,50|Perpustakaan";
    let text = format!(
        "Formulir E.81\nEvaluasi Terhadap Hasil Renja Perangkat Daerah\n{top}\n{quarters}\n{halves}\n{}",
        rows(cells)
    );
    let document = read(vec![sheet("E.81", &text)]);
    assert_eq!(document.tables[0].form.id, "E.81");
    assert_eq!(texts(&document, "kode"), ROWS.map(|(code, _)| code));
    assert!(
        document.findings.iter().all(|finding| finding.rule().as_str() != "unsure-code"),
        "{:?}",
        document.findings
    );
}

#[test]
fn a_numbered_title_begins_a_table_of_the_same_form() {
    let part = |letter: &str, goal: &str| {
        format!(
            "Tabel T-C.25 {letter}\n{goal} Jangka Menengah Pelayanan\nNo|{goal}|Indikator {goal}|Satuan|Target Kinerja {goal} pada Tahun ke-||||\n||||1|2|3|4|5\n1|Meningkatnya literasi {letter}|Nilai|Indeks|61|62|63|64|65"
        )
    };
    let document =
        read(vec![sheet("T-C.25", &format!("{}\n\n{}", part("A", "Tujuan"), part("B", "Sasaran")))]);
    assert_eq!(document.tables.len(), 2);
    assert_eq!(texts(&document, "tujuan"), ["Meningkatnya literasi A"]);
    assert!(document.repairs().is_empty() && document.findings.is_empty());
}

#[test]
fn what_all_rows_add_up_to_is_a_total_whatever_it_is_the_sum_of() {
    let header = "Kode|Program/Kegiatan|Indikator|Kondisi Awal|Target dan Pagu Indikatif Tahun|||\n||||2021||2022|\n||||Target|Pagu|Target|Pagu";
    let body = rows("KODE|NAMA|Jumlah|1|2 Unit|1.000.000|3 Unit|2.000.000");
    let second =
        "2.23.03|PROGRAM PELESTARIAN KOLEKSI NASIONAL DAN NASKAH KUNO|Jumlah|1|2 Unit|500.000|3 Unit|700.000";
    let table = |sum: &str| {
        format!(
            "Tabel T-C.27\nRencana Program\n{header}\n{body}\n{second}\n|JUMLAH PENDANAAN RENSTRA||||{sum}||2.700.000"
        )
    };
    let levels =
        |sum: &str| read(vec![sheet("Renstra", &table(sum))]).tables[0].rows[4].level.map(Tingkat::name);
    assert_eq!(levels("1.500.000"), Some("jumlah"));
    assert_eq!(levels("1.600.000"), None, "a name alone makes no total");
}

#[test]
fn a_program_in_a_column_of_its_own_stays_there() {
    let years = "2016|2017|2018|2019|2020";
    let top = "No|Program|Kegiatan|Anggaran pada Tahun|||||Realisasi Anggaran pada Tahun|||||Rasio antara Realisasi dan Anggaran (%)||||";
    let amounts = "1.000.000|".repeat(10);
    let ratios = ["100,00"; 5].join("|");
    let text = format!(
        "Tabel T-C.24\nAnggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah\n{top}\n|||{years}|{years}|{years}\n1|{}||{amounts}{ratios}\n2||{}|{amounts}{ratios}",
        ROWS[0].1, ROWS[1].1
    );
    let document = read(vec![sheet("T-C.24", &text)]);
    assert_eq!(texts(&document, "program"), [ROWS[0].1, ""]);
    assert!(document.repairs().is_empty() && document.findings.is_empty());
}

#[test]
fn details_on_the_line_below_belong_to_the_name_also_where_they_are_nothing() {
    let header = "\
No|Kode|Urusan/ Bidang Urusan/ Program/ Kegiatan/ Sub Kegiatan|Indikator Program/ Kegiatan/ Sub Kegiatan|Target Akhir Periode Renstra Opd|Realisasi Capaian Renja Opd Tahun 2024|Prakiraan Capaian Target Renja Opd Tahun 2025|Capaian Kinerja Dan Kerangka Pendanaan||||||Kelompok Sasaran|Prakiraan Maju Rencana Tahun 2027||Perangkat Daerah Penanggung Jawab
|||||||Target 2026|Pagu Indikatif (Rp)|Lokasi|Sumber Dana|Prioritas|||Target|Pagu Indikatif (Rp)|
|||||||||||Nasional|Daerah||||
1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17";
    let details = |indicator: &str, target: &str, pagu: &str, next: &str| {
        format!(
            "|||{indicator}||||{target}|{pagu}|Kab. Tanah Embun, Semua Kecamatan|Dana Alokasi Umum (DAU)|Memperkuat pembangunan sumber daya manusia|5. Tata Kelola Pemerintahan|Aparatur dan masyarakat|{target}|{next}|Dinas Perpustakaan"
        )
    };
    let text = format!(
        "{header}\n|2.23.02.2.02|Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota||||||3.000.000|||||||5.000.000|Dinas Perpustakaan\n|2.23.02.2.02.0005|Pemilihan Duta Baca Tingkat Daerah Kabupaten/Kota\n{}\n|2.23.02.2.02.0004|Pengembangan Literasi Berbasis Inklusi Sosial\n{}",
        details("Jumlah Duta Baca yang Dipilih", "2 Orang", "3.000.000", "4.500.000"),
        details("Jumlah Perpustakaan Berbasis Inklusi Sosial", "- Unit", "0", "500.000")
    );
    let document = read(vec![sheet("Renja", &text)]);
    assert_eq!(texts(&document, "pagu"), ["3.000.000", "3.000.000", "0"]);
    assert_eq!(texts(&document, "maju_pagu"), ["5.000.000", "4.500.000", "500.000"]);
    assert_eq!(texts(&document, "target"), ["", "2 Orang", "- Unit"]);
}
