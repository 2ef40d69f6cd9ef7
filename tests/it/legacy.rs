//! Plans until 2020: the codes of Permendagri 13/2006 in every spelling, their levels, sums and repairs, and that no code
//! or name of a later edition is put into them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use crate::support;

use std::fmt::Write as _;

use serde_json::Value;
use support::desk::Desk;

const HEADER: &str = "Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif";

/// A plan of a year in one code cell a row: code, name, amount.
fn plan(year: u16, rows: &[(&str, &str, &str)]) -> Value {
    let mut text = format!(
        "Rumusan Rencana Program dan Kegiatan SKPD Tahun {year} dan Prakiraan Maju Tahun {}\nKabupaten Agam\nSKPD : Dinas Contoh\n{HEADER}\n",
        year + 1
    );
    for (code, name, amount) in rows {
        writeln!(text, "{code};{name};Jumlah;Agam;12 bulan;{amount};APBD;;12 bulan;{amount}").unwrap();
    }
    let desk = Desk::new();
    desk.put("rencana.csv", text.as_bytes());
    let ran = desk.run(&["rencana.csv", "-o", "rencana.json", "--lang", "en"]);
    assert!(ran.code <= 1, "{}", ran.err);
    serde_json::from_slice(&std::fs::read(desk.path("rencana.json")).unwrap()).unwrap()
}

fn coded(model: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    let rows = model["tables"][0]["rows"].as_array().unwrap();
    rows.iter().map(|row| (text(&row["level"]), text(&row["code"]))).collect()
}

fn strings(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(level, code)| ((*level).to_owned(), (*code).to_owned())).collect()
}

const PROGRAM: &str = "PROGRAM PELAYANAN ADMINISTRASI PERKANTORAN";
const LETTERS: &str = "Penyediaan jasa surat menyurat";
const OFFICE_SUPPLIES: &str = "Penyediaan alat tulis kantor";

#[test]
fn every_spelling_keeps_its_digits_and_has_its_levels() {
    let spellings = [
        ["1.02.1.02.01.01.", "1.02.1.02.01.01.01.", "1.02.1.02.01.01.10."],
        ["1.02 . 1.02.01 . 01", "1.02 . 1.02.01 . 01 . 01", "1.02 . 1.02.01 . 01 . 10"],
        ["1.2.1.1.1", "1.2.1.1.1.1", "1.2.1.1.1.10"],
        ["01.02.07.01", "01.02.07.01.01", "01.02.07.01.10"],
        ["0.00.01", "0.00.01.01", "0.00.01.10"],
        ["1.02.01", "1.02.01.001", "1.02.01.010"],
    ];
    for [program, first, second] in spellings {
        let model = plan(
            2019,
            &[
                (program, PROGRAM, "30.000.000"),
                (first, LETTERS, "10.000.000"),
                (second, OFFICE_SUPPLIES, "20.000.000"),
            ],
        );
        let bare = |code: &str| code.replace(' ', "").trim_end_matches('.').to_owned();
        let (program, first, second) = (bare(program), bare(first), bare(second));
        assert_eq!(
            coded(&model),
            strings(&[("program", &program), ("kegiatan", &first), ("kegiatan", &second)])
        );
        assert_eq!(model["document"]["codification"], "2006");
        assert_eq!(model["repairs"].as_array().unwrap().len(), 0, "{program}");
        assert_eq!(model["findings"].as_array().unwrap().len(), 0, "{program}: {}", model["findings"]);
    }
}

#[test]
fn the_parts_of_a_code_are_named() {
    let model = plan(
        2018,
        &[("1.02.1.02.01.01", PROGRAM, "10.000.000"), ("1.02.1.02.01.01.01", LETTERS, "10.000.000")],
    );
    let parts = &model["tables"][0]["rows"][1]["parts"];
    let wanted = serde_json::json!({
        "urusan": "1", "bidang": "02", "organisasi": "1.02.01", "program": "01", "kegiatan": "01"
    });
    assert_eq!(*parts, wanted);
    let ground = &model["document"]["edition_ground"];
    assert_eq!((&ground["kind"], &ground["count"]), (&"codes".into(), &2.into()));
}

#[test]
fn damaged_codes_are_mended_where_the_name_proves_it() {
    let model = plan(
        2019,
        &[
            ("1.02.01", PROGRAM, "110.000.000"),
            ("1.02.0 1.01", LETTERS, "10.000.000"),
            ("1.02.01.07", "Penyediaan jasa administrasi keuangan", "20.000.000"),
            ("1.02.01.08", "Penyediaan jasa kebersihan kantor", "30.000.000"),
            ("", OFFICE_SUPPLIES, "20.000.000"),
            ("1.02.01.1", "Penyediaan barang cetakan dan penggandaan", "30.000.000"),
        ],
    );
    assert_eq!(
        [&coded(&model)[1..2], &coded(&model)[4..]].concat(),
        strings(&[("kegiatan", "1.02.01.01"), ("kegiatan", "1.02.01.10"), ("kegiatan", "1.02.01.11")])
    );
    let rules: Vec<&str> =
        model["repairs"].as_array().unwrap().iter().map(|repair| repair["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["split-code", "missing-code", "chopped-code"]);
    assert!(model["repairs"].as_array().unwrap().iter().all(|repair| repair["grade"] == "A"));
}

/// A plan whose codes stand in five cells a row, urusan, bidang, office, program and kegiatan.
fn split_plan(rows: &[([&str; 5], &str, &str)]) -> Value {
    let header = HEADER.replacen("Kode;", "Kode;;;;;", 1);
    let mut text = format!(
        "Rumusan Rencana Program dan Kegiatan SKPD Tahun 2020 dan Prakiraan Maju Tahun 2021\nKabupaten Agam\nSKPD : Dinas Contoh\n{header}\n"
    );
    for (code, name, amount) in rows {
        writeln!(text, "{};{name};Jumlah;Agam;12 bulan;{amount};APBD;;12 bulan;{amount}", code.join(";"))
            .unwrap();
    }
    let desk = Desk::new();
    desk.put("rencana.csv", text.as_bytes());
    let ran = desk.run(&["rencana.csv", "-o", "rencana.json", "--lang", "en"]);
    assert!(ran.code <= 1, "{}", ran.err);
    serde_json::from_slice(&std::fs::read(desk.path("rencana.json")).unwrap()).unwrap()
}

/// The row that printed the office is lost: what stands above the blank cells is not the whole beginning of a code.
#[test]
fn a_code_is_filled_down_only_where_every_part_stands_above() {
    let model = split_plan(&[
        (["3", "", "", "", ""], "Urusan Pilihan", "700"),
        (["3", "4", "", "", ""], "Kehutanan", "700"),
        (["", "", "", "1", ""], PROGRAM, "300"),
        (["", "", "", "", "1"], LETTERS, "100"),
        (["", "", "", "", "47"], "Rapat kerja bersama", "200"),
        (["3", "4", "1", "2", ""], "PROGRAM PENINGKATAN SARANA DAN PRASARANA APARATUR", "400"),
        (["", "", "", "", "5"], "pengadaan Kendaraan dinas/operasional", "100"),
        (["3", "4", "1", "2", "6"], "Pengadaan perlengkapan rumah jabatan/dinas", "300"),
    ]);
    let wanted = [
        ("urusan", "3"),
        ("bidang_urusan", "3.4"),
        ("program", "3.4.1.1"),
        ("kegiatan", "3.4.1.1.1"),
        ("kegiatan", "3.4.1.1.47"),
        ("program", "3.4.1.2"),
        ("kegiatan", "3.4.1.2.5"),
        ("kegiatan", "3.4.1.2.6"),
    ];
    assert_eq!(coded(&model), strings(&wanted));
}

#[test]
fn a_name_of_a_later_edition_gives_no_later_code() {
    // These names are official in 2021, too, with other codes.
    let model = plan(
        2020,
        &[
            ("1.02.01", PROGRAM, "10.000.000"),
            ("", "Penyediaan Jasa Surat Menyurat", "5.000.000"),
            ("", "Penyediaan Gaji dan Tunjangan ASN", "5.000.000"),
        ],
    );
    assert_eq!(coded(&model)[1], ("kegiatan".to_owned(), "1.02.01.01".to_owned()));
    assert_eq!(coded(&model)[2], ("?".to_owned(), "?".to_owned()));
    let rules = model["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap());
    assert!(rules.into_iter().any(|rule| rule == "unknown-name"));
}

#[test]
fn an_office_is_a_sum_and_no_term_and_a_printed_amount_stays() {
    let model = plan(
        2018,
        &[
            ("1.02", "KESEHATAN", "290.000.000"),
            ("1.02 . 1.02.01", "Dinas Contoh", "290.000.000"),
            ("1.02 . 1.02.01 . 02", "PROGRAM PENINGKATAN SARANA DAN PRASARANA APARATUR", "290.000.000"),
            ("1.02 . 1.02.01 . 02 . 22", "Pemeliharaan rutin/berkala gedung kantor", "70.000.000"),
            (
                "1.02 . 1.02.01 . 02 . 24",
                "Pemeliharaan rutin/berkala kendaraan dinas/operasional",
                "220.000.000",
            ),
        ],
    );
    assert_eq!(coded(&model)[1], ("perangkat_daerah".to_owned(), "1.02.1.02.01".to_owned()));
    assert_eq!(model["repairs"].as_array().unwrap().len(), 0);
    assert_eq!(model["findings"].as_array().unwrap().len(), 0);
}

#[test]
fn an_office_that_counts_its_own_way_is_believed() {
    let model = plan(
        2019,
        &[
            ("01.02.01.01", PROGRAM, "30.000.000"),
            ("01.02.01.01.0", LETTERS, "10.000.000"),
            ("01.02.01.01.1", OFFICE_SUPPLIES, "20.000.000"),
        ],
    );
    assert_eq!(coded(&model)[2], ("kegiatan".to_owned(), "01.02.01.01.1".to_owned()));
    assert_eq!(model["findings"].as_array().unwrap().len(), 0);
}

#[test]
fn every_row_of_a_migrated_plan_has_a_relation_and_no_amount_is_lost() {
    let desk = Desk::new();
    desk.put("renja.xlsx", &support::samples::altered(|_, _| {}));
    let ran = desk.run(&["migrate", "renja.xlsx", "--to", "2023", "--json", "--lang", "en"]);
    assert!(ran.code <= 1, "{}", ran.err);
    let model: Value = serde_json::from_str(&ran.out).unwrap();
    for table in model["tables"].as_array().unwrap() {
        let rows = table["rows"].as_array().unwrap();
        let migrated = table["migration"]["rows"].as_array().unwrap();
        assert_eq!(migrated.len(), rows.iter().filter(|row| !row["code"].is_null()).count());
        for row in migrated {
            let certain = ["tetap", "pindah", "pindah-bidang"].contains(&row["relation"].as_str().unwrap());
            assert_eq!(certain, !row["code"].is_null(), "{row}");
            assert_eq!(certain, row["question"].is_null(), "{row}");
            assert_eq!(certain, row["proofs"].as_array().unwrap().len() == 1, "{row}");
        }
    }
    let ran = desk.run(&["migrate", "renja.xlsx", "--to", "2023", "-o", "baru.xlsx", "--lang", "en"]);
    assert!(ran.err.contains("The sums are the same.") && desk.path("baru.xlsx").exists(), "{}", ran.err);
    assert_eq!(desk.run(&["migrate", "renja.xlsx", "--to", "2006"]).code, 2);
}

#[test]
fn the_next_decree_is_added_by_its_table() {
    let desk = Desk::new();
    let header = "kode,level,nama,tingkat_pemda,indikator,satuan\n";
    let rows = "1,urusan,URUSAN WAJIB,both,,\n1.01,bidang_urusan,URUSAN PEMERINTAHAN BIDANG PENDIDIKAN,both,,\n1.01.77,program,PROGRAM ANTARIKSA SEKOLAH,both,,\n";
    desk.put("2029.csv", format!("{header}{rows}").as_bytes());
    let found = desk.run(&["lookup", "antariksa", "--edition", "2029", "--codification", "2029.csv"]);
    assert!(found.out.starts_with("2029  1.01.77"), "{}{}", found.out, found.err);
    desk.put("rusak.csv", format!("{header}1.01.77,program,PROGRAM,both,,\n").as_bytes());
    let refused = desk.run(&["--codification=rusak.csv", "lookup", "antariksa", "--lang", "en"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("there is no 1.01 above 1.01.77"), "{}", refused.err);
}

#[test]
fn a_number_shorter_than_the_others_is_asked_about_unless_one_name_proves_it() {
    let rows = |last: &str| {
        plan(
            2019,
            &[
                ("1.02.01", PROGRAM, "60.000.000"),
                ("1.02.01.01", LETTERS, "10.000.000"),
                ("1.02.01.07", "Penyediaan jasa administrasi keuangan", "20.000.000"),
                (last, "Lomba literasi antar desa", "30.000.000"),
            ],
        )
    };
    let (whole, cut) = (rows("1.02.01.72"), rows("1.02.01.7"));
    assert_eq!(coded(&whole)[3].1, "1.02.01.72");
    assert_eq!(cut["tables"][0]["rows"][3]["code"], Value::Null);
    let asked =
        cut["findings"].as_array().unwrap().iter().find(|found| found["rule"] == "unsure-code").unwrap();
    assert_eq!(asked["candidates"], serde_json::json!(["1.02.01.7"]));
    assert_eq!(rows("1.02.01.0")["tables"][0]["rows"][3]["code"], Value::Null, "nothing is called 0");
}
