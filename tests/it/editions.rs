//! Every document comes out in its own edition of the codification, and goes into another row by row.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::support;

use std::fmt::Write as _;

use serde_json::Value;
use support::desk::Desk;

const HEADER: &str = "Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif";

/// The model of a plan of one office: code, name, amount in millions.
fn plan(year: u16, rows: &[(&str, &str, u32)]) -> Value {
    let mut text = format!(
        "Rumusan Rencana Program dan Kegiatan SKPD Tahun {year} dan Prakiraan Maju Tahun {}\nKabupaten Agam\nSKPD : Dinas Contoh\n{HEADER}\n",
        year + 1
    );
    for (code, name, amount) in rows {
        let amount = format!("{amount}.000.000");
        writeln!(text, "{code};\"{name}\";Jumlah;Agam;12 bulan;{amount};APBD;;12 bulan;{amount}").unwrap();
    }
    let desk = Desk::new();
    desk.put("rencana.csv", text.as_bytes());
    let ran = desk.run(&["rencana.csv", "-o", "rencana.json", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_slice(&std::fs::read(desk.path("rencana.json")).unwrap()).unwrap()
}

#[test]
fn the_same_damage_is_mended_in_the_edition_of_each_document() {
    for (year, edition, zeros) in [(2023, "2021", ""), (2024, "2023", "00")] {
        let sub = |number: &str| format!("{zeros}{number}");
        let kegiatan = "2.23.02.2.01";
        let model = plan(
            year,
            &[
                ("2.23", "URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN", 60),
                ("2.23.02", "PROGRAM PEMBINAAN PERPUSTAKAAN", 60),
                (kegiatan, "Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota", 50),
                (
                    &format!("{kegiatan}.{}", sub("06")),
                    "Peningkatan Kapasitas Tenaga Perpustakaan dan Pustakawan Tingkat Daerah Kabupaten/Kota",
                    20,
                ),
                (
                    &format!("2.23.0 2.2.01.{}", sub("07")),
                    "Pengembangan Layanan Perpustakaan Rujukan Tingkat Kabupaten/Kota",
                    10,
                ),
                ("", "Pengembangan Bahan Pustaka", 10),
                (&format!("{kegiatan}.9"), "Pengelolaan dan Pengembangan Bahan Pustaka", 10),
                ("2.23.02.2.02", "Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota", 10),
                (
                    &format!("2.23.02.2.02.{}", sub("05")),
                    "Pemilihan Duta Baca Tingkt Daerah Kabupaten/Kota",
                    10,
                ),
            ],
        );
        assert_eq!(model["document"]["codification"], edition);
        let rows = model["tables"][0]["rows"].as_array().unwrap();
        let codes: Vec<&str> = rows.iter().skip(3).map(|row| row["code"].as_str().unwrap_or("?")).collect();
        let wanted =
            ["01.06", "01.07", "01.08", "01.09", "02", "02.05"].map(|end| match end.split_once('.') {
                Some((kegiatan, number)) => format!("2.23.02.2.{kegiatan}.{}", sub(number)),
                None => format!("2.23.02.2.{end}"),
            });
        assert_eq!(codes, wanted);
        let repairs = model["repairs"].as_array().unwrap();
        let rules: Vec<&str> = repairs.iter().map(|repair| repair["rule"].as_str().unwrap()).collect();
        assert_eq!(rules, ["split-code", "missing-code", "chopped-code", "official-name"]);
        assert!(repairs.iter().all(|repair| repair["grade"] == "A"));
    }
}

#[test]
fn the_sample_goes_into_the_edition_of_2023_with_as_many_questions_as_the_map_has() {
    let desk = Desk::new();
    desk.put("renja.xlsx", &std::fs::read("samples/renja-2023-dkukm.xlsx").unwrap());
    let ran = desk.run(&["migrate", "renja.xlsx", "--to", "2023", "-o", "baru.json", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(
        ran.err.contains("2021 → 2023: 233 tetap, 5 pindah, 11 nama-lain, 15 hilang; 26 rows to decide"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("The sums are the same."), "{}", ran.err);
}
