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
        ("PD;Pagu\n;1\nA;2\n", "sel B2"),
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
    assert_eq!(leaves, [("KECAMATAN DUA", "200.000.000"), ("KECAMATAN SATU", "100.000.000")]);
    assert_eq!(value["files"][0]["sums"][0]["sum"], "300000000");
    // Each is a section of the merged plan, below a row of its own that holds its sum.
    let heads: Vec<(&str, &str)> = rows
        .iter()
        .filter(|row| row["level"] == "perangkat_daerah")
        .map(|row| {
            ["uraian", "pagu"].map(|column| row["cells"][column]["text"].as_str().unwrap_or_default()).into()
        })
        .collect();
    assert_eq!(heads, leaves);
    let sections = value["model"]["tables"][0]["sections"].as_array().unwrap();
    let named: Vec<&Value> = sections.iter().map(|section| &section["opd"]).collect();
    assert_eq!(named, ["KECAMATAN DUA", "KECAMATAN SATU"]);
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
            let has_plan = [first, second].iter().any(|sample| plans(sample));
            // Where neither has a T-C.33 there is nothing to merge; one that has none is told and stops no other.
            let is_right = if has_plan { ran.code <= 1 } else { ran.code == 3 };
            assert!(is_right, "{} {}: {} {}", first.file, second.file, ran.code, ran.err);
        }
    }
}

/// Whether a sample holds a T-C.33.
fn plans(sample: &samples::Sample) -> bool {
    let workbook = rapikan::read::from_bytes(sample.file, &sample.bytes, &rapikan::read::Limits::default());
    let document = rapikan::pipeline::clean(&workbook.unwrap(), rapikan::solve::SolveOptions::default());
    document.unwrap().tables.iter().any(|table| table.form.id == "T-C.33")
}

#[test]
fn ceilings_are_read_in_the_unit_that_their_heading_states() {
    let desk = Desk::with_clean();
    for heading in ["Pagu (ribu Rp)", "Plafon (Rp.000)"] {
        let list = format!("Distribusi Plafon\nPD;{heading}\n{OFFICE};2817177\nJumlah;2817177\n");
        desk.put("plafon.csv", list.as_bytes());
        let (_, found) = matters(&desk, &["renja.xlsx", "--ceiling", "plafon.csv"]);
        let above: Vec<&str> =
            found.iter().filter(|one| one.0 == "above-ceiling").map(|one| one.2.as_str()).collect();
        assert_eq!(above, ["2.817.177.212 > 2.817.177.000 (+212)"], "{heading}: {found:?}");
        assert!(found.iter().all(|one| one.0 != "no-plan"), "a total is no office: {found:?}");
    }
}

/// The office's own rows are the sum of those of its two units: money is counted once, and is open where it is another
/// amount.
#[test]
fn an_office_above_its_units_is_counted_once() {
    let desk = Desk::new();
    let program = "PROGRAM PEMENUHAN UPAYA KESEHATAN PERORANGAN DAN UPAYA KESEHATAN MASYARAKAT";
    let unit = |name: &str, amount: &str| {
        format!(
            ";{name};;;;{amount};;;;\n1.02.02;{program};;;;{amount};;;;\n1.02.02.2.01;Penyediaan Fasilitas Pelayanan Kesehatan;;;;{amount};;;;\n"
        )
    };
    let header = districts().lines().take(4).collect::<Vec<_>>().join("\n");
    for (whole, lacking) in [("300.000.000", 0), ("350.000.000", 1)] {
        let office = format!(
            ";Dinas Kesehatan;;;;{whole};;;;\n1.02;KESEHATAN;;;;{whole};;;;\n1.02.02;{program};;;;{whole};;;;\n"
        );
        let units = unit("Puskesmas Lubuk Basung", "100.000.000") + &unit("Puskesmas Tiku", "200.000.000");
        desk.put("dinas.csv", format!("{header}\n{office}{units}").as_bytes());
        let ran = desk.run(&["merge", "dinas.csv", "--json"]);
        let value: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
        let sum = &value["files"][0]["sums"][0];
        assert_eq!(
            (sum["sum"].as_str(), sum["lacking"].as_i64()),
            (Some("300000000"), Some(lacking)),
            "{value:#}"
        );
    }
}

#[test]
fn open_amounts_leave_it_open_whether_a_ceiling_is_exceeded() {
    let desk = Desk::new();
    let open = districts().replace("200.000.000", "2x0.000.0?0");
    desk.put("kecamatan.csv", open.as_bytes());
    desk.put("plafon.csv", b"PD;Pagu\nKECAMATAN SATU;900.000.000\nKECAMATAN DUA;900.000.000\n");
    let (_, found) = matters(&desk, &["kecamatan.csv", "--ceiling", "plafon.csv"]);
    let unsure: Vec<&str> =
        found.iter().filter(|one| one.0 == "ceiling-unsure").map(|one| one.1.as_str()).collect();
    assert_eq!(unsure, ["KECAMATAN DUA"], "{found:?}");
}

#[test]
fn what_is_read_is_never_written_over() {
    let desk = Desk::with_clean();
    desk.put("plafon.csv", format!("PD;Pagu\n{OFFICE};1\n").as_bytes());
    let before = desk.files();
    for arguments in [
        &["merge", "renja.xlsx", "--ceiling", "plafon.csv", "-o", "plafon.csv", "--force"][..],
        &["template", "T-C.33", "--from", "renja.xlsx", "-o", "renja.xlsx", "--force"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 4, "{arguments:?}: {}", ran.err);
        assert_eq!(desk.files(), before, "{arguments:?}");
    }
    let ran = desk.run(&["merge", "renja.xlsx", "--json", "-o", "-"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "two documents on one stream");
}
