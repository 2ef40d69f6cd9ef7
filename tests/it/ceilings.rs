//! Merging under a list of ceilings, and offices that share one file.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use serde_json::Value;
use support::desk::Desk;
use support::samples;

const OFFICE: &str = "Dinas Perpustakaan Kabupaten Tanah Embun";

/// The offices of two districts in one file: the same codes below each of two banners.
fn districts() -> String {
    let office = |name: &str, amount: &str| {
        format!(
            "{name};;;;;;;;;\n7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;{amount};;;;\n7.01.06.2.01;Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa;;;;{amount};;;;\n"
        )
    };
    format!(
        "\
Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027
Kabupaten Agam
Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif
1;2;3;4;5;6;7;8;9;10
7.01;KECAMATAN;;;;300.000.000;;;;
{}{}",
        office("KECAMATAN SATU", "100.000.000"),
        office("KECAMATAN DUA", "200.000.000")
    )
}

fn matters(desk: &Desk, arguments: &[&str]) -> (i32, Vec<(String, String, String)>) {
    let ran = desk.run(&[&["merge", "--json"], arguments].concat());
    let value: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let told = value["conflicts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (text(&one["matter"]), text(&one["name"]), text(&one["stated"][0]["text"])));
    (ran.code, told.collect())
}

#[test]
fn what_is_above_a_ceiling_is_told_with_both_numbers() {
    let desk = Desk::with_clean();
    for (ceiling, told) in
        [("2.817.177.212", None), ("Rp 2.817.177.211,00", Some("2.817.177.212 > 2.817.177.211 (+1)"))]
    {
        desk.put("plafon.csv", format!("No;Nama OPD;Pagu Indikatif\n1;{OFFICE};{ceiling}\n").as_bytes());
        let (code, found) = matters(&desk, &["renja.xlsx", "--ceiling", "plafon.csv"]);
        assert_eq!(code, i32::from(told.is_some()), "{found:?}");
        let above: Vec<&str> =
            found.iter().filter(|one| one.0 == "above-ceiling").map(|one| one.2.as_str()).collect();
        assert_eq!(above, told.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn a_name_that_is_only_alike_is_told_and_never_taken() {
    let desk = Desk::with_clean();
    desk.put("plafon.csv", b"OPD;Plafon\nDinas Perpustakaan Kab. Tanah Embun;1\n");
    let (code, found) = matters(&desk, &["renja.xlsx", "--ceiling", "plafon.csv"]);
    assert_eq!(code, 1);
    let kinds: Vec<&str> = found.iter().map(|one| one.0.as_str()).collect();
    assert_eq!(kinds, ["no-ceiling", "no-plan"]);
    assert!(found[0].2.contains("≈ Dinas Perpustakaan Kab. Tanah Embun"), "{found:?}");
}

#[test]
fn a_list_that_is_not_understood_stops_before_anything_is_merged() {
    let desk = Desk::with_clean();
    for (list, words) in [
        ("Nama;Nilai\nA;1\n", "Nama | Nilai"),
        ("PD;Pagu (ribu Rp)\nA;1\n", "rupiah penuh"),
        ("PD;Pagu\nA;dua\n", "sel B2"),
        ("PD;Pagu\nA;-5\n", "sel B2"),
        ("PD;Pagu\nA;1\nA;2\n", "disebut lagi"),
    ] {
        desk.put("plafon.csv", list.as_bytes());
        let ran = desk.run(&["merge", "renja.xlsx", "-o", "g.xlsx", "--ceiling", "plafon.csv"]);
        assert_eq!(ran.code, 3, "{list}: {}", ran.err);
        assert!(ran.err.starts_with("plafon.csv: ") && ran.err.contains(words), "{}", ran.err);
        assert!(!desk.path("g.xlsx").exists());
    }
}

#[test]
fn offices_that_share_a_file_stay_themselves() {
    let desk = Desk::new();
    desk.put("kecamatan.csv", districts().as_bytes());
    desk.put("plafon.csv", b"PD;Pagu\nKecamatan Satu;100.000.000\nKecamatan Dua;150.000.000\n");
    let ran = desk.run(&["merge", "kecamatan.csv", "--json", "--ceiling", "plafon.csv"]);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    let rows = value["model"]["tables"][0]["rows"].as_array().unwrap();
    let leaves: Vec<(&str, &str)> = rows
        .iter()
        .filter(|row| row["level"] == "kegiatan")
        .map(|row| {
            let text = |column: &str| row["cells"][column]["text"].as_str().unwrap_or_default();
            (text("penanggung_jawab"), text("pagu"))
        })
        .collect();
    assert_eq!(leaves, [("KECAMATAN SATU", "100.000.000"), ("KECAMATAN DUA", "200.000.000")]);
    assert_eq!(value["files"][0]["sums"][0]["sum"], "300000000");
    let (_, found) = matters(&desk, &["kecamatan.csv", "--ceiling", "plafon.csv"]);
    let kinds: Vec<(&str, &str)> = found.iter().map(|one| (one.0.as_str(), one.1.as_str())).collect();
    assert_eq!(kinds.first(), Some(&("above-ceiling", "KECAMATAN DUA")), "{found:?}");
    assert!(!kinds.iter().any(|one| one.0 == "no-office" || one.0 == "repeated"), "{found:?}");
}

#[test]
fn every_sample_merges_with_every_other() {
    let desk = Desk::new();
    let samples = samples::samples();
    for sample in &samples {
        desk.put(sample.file, &sample.bytes);
    }
    for (number, first) in samples.iter().enumerate() {
        for second in &samples[number + 1..] {
            let ran = desk.run(&["merge", first.file, second.file, "-o", "g.xlsx", "--force", "-q"]);
            assert!(ran.code <= 1, "{} {}: {}", first.file, second.file, ran.err);
        }
    }
}
