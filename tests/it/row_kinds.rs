//! Rows that stand outside the tree of codes, each way in which they are printed; units, sections and sums with them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use rapikan::model::{Document, Severity, Table, Unit};
use rapikan::pipeline::{Decisions, Over, Report, clean, clean_with};
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{XlsxOptions, workbook};

const HEADER: &str = "\
Kode;Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan;Indikator Kinerja Program/Kegiatan;Lokasi;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif;Sumber Dana;Catatan Penting;Target Capaian Kinerja;Kebutuhan Dana/Pagu Indikatif
1;2;3;4;5;6;7;8;9;10
";

/// What the product makes of a T-C.33 with the given title lines and rows.
fn cleaned(titles: &[&str], rows: &str) -> Document {
    let title =
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027";
    let mut text = format!("{title}\n");
    for line in titles {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(HEADER);
    text.push_str(rows);
    let workbook = from_bytes("contoh.csv", text.as_bytes(), &Limits::default()).unwrap();
    clean(&workbook, SolveOptions::default()).unwrap()
}

fn levels(table: &Table) -> Vec<&'static str> {
    table.rows.iter().map(|row| row.level.map_or("-", rapikan::model::Tingkat::name)).collect()
}

fn questions(document: &Document) -> Vec<String> {
    let open = document.findings.iter().filter(|finding| finding.severity != Severity::Note);
    open.map(|finding| format!("{} {:?}", finding.rule(), finding.source)).collect()
}

const TREE: &str = "\
4.01.05;PROGRAM FASILITASI DAN KOORDINASI HUKUM;;;;100.000.000;;;;300.000.000
4.01.05.1.01;Fasilitasi Penyusunan Perundang-Undangan;;;;100.000.000;;;;300.000.000
4.01.05.1.01.0001;Fasilitasi Penyusunan Produk Hukum Pengaturan;Jumlah;Agam;10 Perda;100.000.000;PAD;;10 Perda;300.000.000
";

#[test]
fn the_row_of_an_office_is_told_by_its_code_or_by_repeating_its_bidang() {
    for office in ["4.01.0.00.0.00.01.0000;Sekretariat Daerah", ";Sekretariat Daerah"] {
        let rows = format!(
            "4.01;SEKRETARIAT DAERAH;;;;100.000.000;;;;300.000.000\n{office};;;;100.000.000;;;;300.000.000\n{TREE}TOTAL;;;;;100.000.000;;;;300.000.000\n"
        );
        let document = cleaned(&["Kabupaten Agam"], &rows);
        let table = &document.tables[0];
        let wanted = ["bidang_urusan", "perangkat_daerah", "program", "kegiatan", "sub_kegiatan", "jumlah"];
        assert_eq!(levels(table), wanted, "{office}");
        assert_eq!(table.rows[1].of, Some(0));
        assert_eq!(
            document.repairs().iter().filter(|repair| repair.column != "uraian").count(),
            0,
            "{office}"
        );
        assert_eq!(table.cell(5, "pagu").unwrap().text(), "100.000.000");
        let Report { tables, .. } = Report::of(&document);
        assert_eq!(tables[0].amounts[0].written.to_string(), "100000000");
        assert!(matches!(tables[0].amounts[0].over, Over::Level(_)));
    }
}

#[test]
fn a_subtotal_has_no_code_and_is_no_term() {
    let rows = "\
7.01;KECAMATAN;;;;100.000.000;;;;300.000.000
7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;100.000.000;;;;300.000.000
7.01.06.2.01;Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa;;;;100.000.000;;;;300.000.000
;Jumlah PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;100.000.000;;;;300.000.000
JUMLAH;;;;;100.000.000;;;;300.000.000
";
    let document = cleaned(&["Kabupaten Agam"], rows);
    let table = &document.tables[0];
    assert_eq!(levels(table), ["bidang_urusan", "program", "kegiatan", "subtotal", "jumlah"]);
    assert_eq!((table.rows[3].of, &table.rows[3].code), (Some(1), &None));
    assert_eq!((questions(&document), document.repairs().len()), (Vec::new(), 0));
}

#[test]
fn banners_part_the_rows_of_several_offices() {
    let office = |name: &str| {
        format!(
            "{name};;;;;;;;;\n7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;100.000.000;;;;300.000.000\n7.01.06.2.01;Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa;;;;100.000.000;;;;300.000.000\n"
        )
    };
    let rows = format!(
        "7.01;KECAMATAN;;;;200.000.000;;;;600.000.000\n{}{}TOTAL;;;;;200.000.000;;;;600.000.000\n",
        office("KECAMATAN SUNGAI AUR"),
        office("KECAMATAN LUHAK NAN DUO")
    );
    let document = cleaned(&["Kabupaten Pasaman Barat"], &rows);
    let table = &document.tables[0];
    let wanted =
        ["bidang_urusan", "banner", "program", "kegiatan", "banner", "program", "kegiatan", "jumlah"];
    assert_eq!(levels(table), wanted);
    assert_eq!(questions(&document), Vec::<String>::new());
    let sections: Vec<_> =
        table.sections.iter().map(|one| (one.opd.as_deref(), one.first, one.last)).collect();
    assert_eq!(sections, [(Some("KECAMATAN SUNGAI AUR"), 1, 3), (Some("KECAMATAN LUHAK NAN DUO"), 4, 6)]);
}

#[test]
fn the_divisions_of_an_office_are_banners_also_below_its_row_and_below_a_short_name() {
    let rows = |above: &str, banner: &str| {
        format!("4.01;SEKRETARIAT DAERAH;;;;100.000.000;;;;300.000.000\n{above};{banner};;;;;;;;\n{TREE}")
    };
    let office = ";Kantor Wali Nagari;;;;100.000.000;;;;300.000.000\n";
    for (above, banner, wanted) in [
        ("", "BIDANG PELAYANAN", vec!["bidang_urusan", "banner"]),
        ("", "PERBENDAHARAAN", vec!["bidang_urusan", "banner"]),
        (office, "SEKSI PENGAWASAN", vec!["bidang_urusan", "perangkat_daerah", "banner"]),
    ] {
        let document = cleaned(&["Kabupaten Agam"], &rows(above, banner));
        let found = levels(&document.tables[0]);
        assert_eq!(found.get(..wanted.len()), Some(wanted.as_slice()), "{banner}");
        assert_eq!(questions(&document), Vec::<String>::new(), "{banner}");
    }
}

#[test]
fn an_office_says_what_its_bidang_says_though_a_sum_does_not_hold() {
    let rows = format!(
        "4.01;SEKRETARIAT DAERAH;;;;100.000.000;;;;300.000.000\n;Kantor Wali Nagari;;;;100.000.000;;;;300.000.000\n{}",
        TREE.replacen("100.000.000", "100.000.00O", 1)
    );
    let document = cleaned(&["Kabupaten Agam"], &rows);
    assert_eq!(levels(&document.tables[0]).get(1), Some(&"perangkat_daerah"));
}

#[test]
fn a_lost_code_is_no_banner_and_no_office() {
    let rows = "\
7;UNSUR KEWILAYAHAN;;;;;;;;
;KECAMATAN;;;;100.000.000;;;;300.000.000
7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;100.000.000;;;;300.000.000
7.01.06.2.01;Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa;;;;100.000.000;;;;300.000.000
TOTAL;;;;;100.000.000;;;;300.000.000
";
    let document = cleaned(&["Kabupaten Agam"], rows);
    assert_eq!(levels(&document.tables[0]), ["urusan", "bidang_urusan", "program", "kegiatan", "jumlah"]);
}

#[test]
fn an_outcome_stands_below_its_program() {
    let rows = format!(
        "{}{}",
        TREE.lines().next().unwrap().to_owned()
            + "\n;Outcome : Meningkatnya kualitas produk hukum;Indeks Reformasi Hukum;;87;;;;88;\n",
        TREE.lines().skip(1).map(|line| format!("{line}\n")).collect::<Vec<_>>().concat()
    );
    let document = cleaned(&["Provinsi Aceh"], &rows);
    let table = &document.tables[0];
    assert_eq!(levels(table), ["program", "outcome", "kegiatan", "sub_kegiatan"]);
    assert_eq!(table.rows[1].of, Some(0));
    assert_eq!(questions(&document), Vec::<String>::new());
}

#[test]
fn the_unit_is_the_printed_one_wherever_it_stands() {
    for (line, unit) in [
        ("(dalam ribuan rupiah)", Unit::ThousandRupiah),
        ("Satuan : juta rupiah", Unit::MillionRupiah),
        ("Kabupaten Agam", Unit::Rupiah),
    ] {
        let document = cleaned(&[line], TREE);
        assert_eq!(document.tables[0].unit, unit, "{line}");
        assert_eq!(document.tables[0].cell(0, "pagu").unwrap().text(), "100.000.000");
    }
}

#[test]
fn small_amounts_without_a_printed_unit_are_asked_about_once() {
    let small = TREE.replace(".000.000", ".000");
    let asked = |titles: &[&str]| {
        let found = cleaned(titles, &small).findings;
        found
            .iter()
            .filter(|one| one.rule().as_str() == "unit-of-column" && one.severity != Severity::Note)
            .count()
    };
    assert_eq!((asked(&["Kabupaten Agam"]), asked(&["Kabupaten Agam", "(dalam ribuan rupiah)"])), (1, 0));
}

#[test]
fn region_and_office_are_found_where_they_stand_together() {
    let about = |titles: &[&str]| {
        let about = cleaned(titles, TREE).about;
        (about.region.unwrap_or_default(), about.opd.unwrap_or_default())
    };
    let both = |region: &str, opd: &str| (region.to_owned(), opd.to_owned());
    assert_eq!(
        about(&["UPTD PUSKESMAS LUBUK BASUNG DINAS KESEHATAN KABUPATEN AGAM"]),
        both("Kabupaten Agam", "UPTD PUSKESMAS LUBUK BASUNG DINAS KESEHATAN")
    );
    assert_eq!(
        about(&["PEMERINTAH ACEH", "Unit : Majelis Adat Aceh"]),
        both("Provinsi Aceh", "Majelis Adat Aceh")
    );
    assert_eq!(about(&["LEMBAGA ADAT BESAR", "KOTA B A T A M"]), both("Kota Batam", "LEMBAGA ADAT BESAR"));
    assert_eq!(
        about(&["NAMA OPD / SKPD;: Dinas Sosial", "Kab/Kota : Agam"]),
        both("Kabupaten Agam", "Dinas Sosial")
    );
}

/// In the edition of 2023 two sub kegiatan of one kegiatan have the name of the second row.
#[test]
fn a_row_whose_readings_all_stand_at_one_place_is_a_term_of_the_sum_there() {
    let names = [
        ("Pelayanan Pencegahan dan Kesiapsiagaan Terhadap Bencana", "300.000.000"),
        ("Pelatihan Keluarga Tanggap Bencana Alam", "100.000.000"),
        ("Penyusunan Rencana Penanggulangan Bencana Kabupaten/Kota", "200.000.000"),
    ];
    let side = |(name, pagu): &(&str, &str)| format!("{name};Agam;Jumlah;1 Dokumen;{pagu}");
    let row = |named: &(&str, &str)| format!(";{};{};\n", side(named), side(named));
    let program = row(&("PROGRAM PENANGGULANGAN BENCANA", "300.000.000"));
    let rows: String = names.iter().map(row).collect();
    let text = format!(
        "Review terhadap Rancangan Awal RKPD Tahun 2025\nKabupaten Agam\nNo;Rancangan Awal RKPD;;;;;Hasil Analisis Kebutuhan;;;;;Catatan Penting\n;Program/Kegiatan;Lokasi;Indikator Kinerja;Target Capaian;Pagu Indikatif (Rp);Program/Kegiatan;Lokasi;Indikator Kinerja;Target Capaian;Kebutuhan Dana (Rp);\n1;2;3;4;5;6;7;8;9;10;11;12\n{program}{rows}"
    );
    let workbook = from_bytes("contoh.csv", text.as_bytes(), &Limits::default()).unwrap();
    let document = clean(&workbook, SolveOptions::default()).unwrap();
    let table = &document.tables[0];
    assert_eq!(levels(table), ["program", "kegiatan", "sub_kegiatan", "sub_kegiatan"]);
    assert_eq!((table.rows[3].code.as_ref(), table.rows[3].of), (None, Some(1)));
    assert!(
        document.findings.iter().all(|finding| finding.rule().as_str() != "sum-mismatch"),
        "{:?}",
        document.findings
    );
    // Both halves print the amount that breaks the sum: a slip of the keys would not strike both alike.
    let wrong = text.replacen("200.000.000", "200.000.001", 2);
    let workbook = from_bytes("contoh.csv", wrong.as_bytes(), &Limits::default()).unwrap();
    let document = clean(&workbook, SolveOptions::default()).unwrap();
    assert_eq!(document.repairs().len(), 0);
    let asked = document.findings.iter().filter(|finding| finding.rule().as_str() == "wrong-figure");
    assert_eq!(asked.count(), 2, "{:?}", document.findings);
}

#[test]
fn columns_may_have_units_of_their_own() {
    let text = |unit: &str, next: &str| {
        let header = HEADER.replacen("Pagu Indikatif;", "Pagu Indikatif (Rp);", 1);
        let header = header.replacen("Pagu Indikatif\n", &format!("Pagu Indikatif ({unit})\n"), 1);
        let rows = TREE.replace("300.000.000", next);
        format!(
            "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027\n{header}{rows}"
        )
    };
    let cleaned = |text: &str| {
        let workbook = from_bytes("contoh.csv", text.as_bytes(), &Limits::default()).unwrap();
        clean(&workbook, SolveOptions::default()).unwrap()
    };
    let document = cleaned(&text("Rp juta", "110"));
    let table = &document.tables[0];
    assert_eq!((table.unit_of("pagu"), table.unit_of("maju_pagu")), (Unit::Rupiah, Unit::MillionRupiah));
    assert_eq!(questions(&document), Vec::<String>::new());
    // Amounts of the same size contradict the headers: that is asked about.
    let document = cleaned(&text("Rp.000", "110.000.000"));
    assert_eq!(questions(&document), ["unit-of-column None"]);
}

/// The halves of a T-C.31 state two units above the same amounts; a T-C.33 of the same rows proves one.
#[test]
fn a_twin_proves_the_unit_of_columns_that_contradict_each_other() {
    let title =
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027";
    let names = [
        "PROGRAM FASILITASI DAN KOORDINASI HUKUM",
        "Fasilitasi Penyusunan Perundang-Undangan",
        "Fasilitasi Penyusunan Produk Hukum Pengaturan",
    ];
    let half = |name: &str| format!("{name};Agam;Jumlah;1 Perda;100.000.000");
    let row = |name: &&str| format!(";{};{};\n", half(name), half(name));
    let rows = names.iter().map(row).collect::<Vec<String>>().concat();
    let text = format!(
        "{title}\n{HEADER}{TREE}\nReview terhadap Rancangan Awal RKPD Tahun 2026\nNo;Rancangan Awal RKPD;;;;;Hasil Analisis Kebutuhan;;;;;Catatan Penting\n;Program/Kegiatan;Lokasi;Indikator Kinerja;Target Capaian;Pagu Indikatif (Rp.);Program/Kegiatan;Lokasi;Indikator Kinerja;Target Capaian;Kebutuhan Dana (Rp.000);\n1;2;3;4;5;6;7;8;9;10;11;12\n{rows}"
    );
    let workbook = from_bytes("contoh.csv", text.as_bytes(), &Limits::default()).unwrap();
    let document = clean(&workbook, SolveOptions::default()).unwrap();
    let table = document.tables.iter().find(|table| table.form.id == "T-C.31").unwrap();
    assert_eq!((table.unit_of("rkpd_pagu"), table.unit_of("analisis_pagu")), (Unit::Rupiah, Unit::Rupiah));
    assert!(
        questions(&document).iter().all(|asked| !asked.starts_with("unit")),
        "{:?}",
        questions(&document)
    );
    let told = document.findings.iter().filter(|finding| finding.rule().as_str() == "unit-of-column");
    assert_eq!(told.count(), 1);
}

#[test]
fn an_answered_unit_is_stated_and_not_asked_about_again() {
    let text = format!(
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026 dan Prakiraan Maju Tahun 2027\n{HEADER}{}",
        TREE.replace(".000.000", ".000")
    );
    let source = from_bytes("contoh.csv", text.as_bytes(), &Limits::default()).unwrap();
    let asked =
        |document: &Document| questions(document).iter().filter(|one| one.starts_with("unit")).count();
    let before = clean(&source, SolveOptions::default()).unwrap();
    let id = before.question_id(
        &before.findings
            [before.findings.iter().position(|one| one.rule().as_str() == "unit-of-column").unwrap()],
    );
    assert_eq!(asked(&before), 1);
    for (answer, unit) in [("rupiah", Unit::Rupiah), ("ribu_rupiah", Unit::ThousandRupiah)] {
        let decisions = serde_json::json!({"decisions": [{"id": id, "keputusan": answer}]}).to_string();
        let after =
            clean_with(&source, SolveOptions::default(), &Decisions::from_json(&decisions).unwrap()).unwrap();
        assert_eq!((after.tables[0].unit, asked(&after)), (unit, 0), "{answer}");
        let bytes = workbook(&after, &XlsxOptions::default()).unwrap();
        let written = from_bytes("hasil.xlsx", &bytes, &Limits::default()).unwrap();
        let again = clean(&written, SolveOptions::default()).unwrap();
        assert_eq!((again.tables[0].unit, asked(&again), again.repairs().len()), (unit, 0, 0), "{answer}");
    }
}
