//! Tables of other kinds beside ours: they stay in the input, are told, and are never read as rows of the table above.

use crate::support::lines::{read, sheet, texts};

use rapikan::model::Document;

const PLAN: &str = "\
Tabel 4.1
Rencana Program dan Kegiatan Tahun 2024
Kode|Program/Kegiatan|Indikator Kinerja|Lokasi|Target Capaian Kinerja|Kebutuhan Dana/Pagu Indikatif|Sumber Dana|Catatan Penting|Target Capaian Kinerja|Kebutuhan Dana/Pagu Indikatif
2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN||||3.000.000||||4.000.000
2.23.02.2.02|Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota||||3.000.000||||4.000.000
2.23.02.2.02.05|Pemilihan Duta Baca Tingkat Daerah Kabupaten/Kota|Jumlah Duta Baca|Agam|2 Orang|3.000.000|DAU||2 Orang|4.000.000";

const STAFF: &str = "\
Tabel 2.1
Jumlah Pegawai Menurut Golongan
No|Golongan|Laki-laki|Perempuan|Jumlah
1|IV|10|5|15
2|III|20|10|30
3|II|30|15|45";

fn told(document: &Document) -> Vec<String> {
    let notices = document.notices.iter().filter(|notice| notice.kind == "other-table");
    notices.map(|notice| notice.said.english.clone()).collect()
}

#[test]
fn another_table_below_ours_is_no_part_of_it() {
    let one = format!("{PLAN}\n\n{STAFF}");
    let sheets = [
        vec![sheet("Renja", &one)],
        vec![sheet("Tabel 4.1", PLAN), sheet("Tabel 2.1", STAFF)],
        vec![sheet("Tabel 2.1", STAFF), sheet("Tabel 4.1", PLAN)],
    ];
    for sheets in sheets {
        let document = read(sheets);
        assert_eq!(document.tables.len(), 1);
        assert_eq!(texts(&document, "kode"), ["2.23.02", "2.23.02.2.02", "2.23.02.2.02.05"]);
        assert!(document.findings.is_empty(), "{:?}", document.findings);
        let told = told(&document);
        assert!(matches!(told.as_slice(), [one] if one.contains("Tabel 2.1 Jumlah Pegawai")), "{told:?}");
        let kept = &document.conservation;
        assert_eq!(kept.source_cells, kept.used + kept.decoration);
    }
}

#[test]
fn a_table_of_few_texts_takes_in_no_other_one() {
    let goals = "\
Tabel 3.1
Tujuan, Sasaran dan Indikator
No|Tujuan|Sasaran|Indikator|Satuan|Target 2027|Ket.
1|Meningkatnya literasi|Meningkatnya layanan|Nilai|Indeks|1.300|";
    let support = "\
Tabel 4.2
Dukungan Prioritas
No|Kode|Program|Nasional|Daerah
1|2.23.02|PROGRAM PEMBINAAN PERPUSTAKAAN|v|v
2|2.23.03|PROGRAM PELESTARIAN KOLEKSI|v|";
    let document = read(vec![sheet("3.1", goals), sheet("4.2", support)]);
    assert_eq!(texts(&document, "tujuan"), ["Meningkatnya literasi"]);
    assert!(document.repairs().is_empty() && document.findings.is_empty());
    assert_eq!(told(&document).len(), 1);
}

#[test]
fn the_title_of_the_same_table_on_each_of_its_pages_ends_nothing() {
    let (top, rows) = PLAN.split_at(PLAN.find("2.23.02.2.02|").unwrap());
    let again = format!("Tabel 4.1 (lanjutan)\n{rows}");
    let document = read(vec![sheet("Hal 1", top), sheet("Hal 2", &again)]);
    assert_eq!(texts(&document, "kode"), ["2.23.02", "2.23.02.2.02", "2.23.02.2.02.05"]);
    assert!(told(&document).is_empty());
}

#[test]
fn rows_below_the_title_of_one_of_our_forms_are_listed() {
    let lost = format!("{PLAN}\n\nTabel T-C.30 Pencapaian Kinerja Pelayanan\nxx|yy|zz|vv\n1|Nilai|80|90");
    let document = read(vec![sheet("Renja", &lost)]);
    assert_eq!(document.tables[0].rows.len(), 3);
    assert!(told(&document).is_empty());
    assert!(
        document.findings.iter().any(|finding| finding.rule().as_str() == "unplaced-cell"),
        "{:?}",
        document.findings
    );
}
