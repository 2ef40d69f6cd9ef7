//! Look-ups over the whole tables.

use super::*;
use crate::model::{Edition, Kode, Tingkat, letters};

fn code(text: &str) -> Kode {
    text.parse().unwrap()
}

fn codes(entries: &[&'static Entry]) -> Vec<&'static str> {
    entries.iter().map(|entry| entry.kode.as_str()).collect()
}

#[test]
fn every_line_of_both_editions_but_the_one_of_no_bidang_is_an_entry_in_code_order() {
    for (edition, count) in [(Edition::Y2021, 6359), (Edition::Y2023, 10073)] {
        let entries: Vec<&Entry> = codification(edition).entries().collect();
        assert_eq!(entries.len(), count);
        assert!(entries.is_sorted_by(|left, right| left.kode <= right.kode));
        assert!(entries.iter().all(|entry| entry.kode.tingkat() == entry.tingkat));
    }
}

#[test]
fn every_entry_is_found_by_its_code_and_by_its_name() {
    for edition in Edition::ALL {
        let table = codification(edition);
        for entry in table.entries() {
            assert!(table.by_code(&entry.kode).contains(&entry));
            assert!(table.by_name(&entry.nama.to_uppercase()).contains(&entry));
        }
    }
}

#[test]
fn every_entry_is_a_child_of_its_parent() {
    let table = codification(Edition::Y2023);
    for entry in table.entries() {
        let Some(parent) = entry.kode.parent() else { continue };
        assert!(table.children(&parent).contains(&entry), "{}", entry.kode);
    }
}

#[test]
fn one_code_may_have_a_name_for_provinces_and_one_for_regencies() {
    let found = codification(Edition::Y2021).by_code(&code("2.17.01"));
    let pemda: Vec<TingkatPemda> = found.iter().map(|entry| entry.tingkat_pemda).collect();
    assert_eq!(pemda, [TingkatPemda::Kabkota, TingkatPemda::Provinsi]);
}

#[test]
fn the_general_program_is_found_in_every_bidang() {
    let found = codification(Edition::Y2021).by_code(&code("2.17.01.2.02.01"));
    let [entry] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(entry.nama, "Penyediaan Gaji dan Tunjangan ASN");
    assert_eq!(entry.satuan, "Orang/bulan");
    assert!(entry.is_general());
    assert_eq!(entry.kode_in(&code("2.17")), code("2.17.01.2.02.01"));
    let own = codification(Edition::Y2021).by_code(&code("2.17.03"));
    assert_eq!(own.first().map(|entry| entry.kode_in(&code("1.01"))), Some(code("2.17.03")));
    assert!(codification(Edition::Y2021).by_code(&code("2.17.01.2.02.99")).is_empty());
}

#[test]
fn a_bidang_with_a_program_01_of_its_own_has_both() {
    let found = codification(Edition::Y2021).by_code(&code("4.01.01"));
    assert_eq!(codes(&found), ["4.01.01", "X.XX.01", "X.XX.01"]);
}

#[test]
fn a_name_of_many_entries_finds_them_all_by_code() {
    let found = codification(Edition::Y2021).by_name("penyediaan SAN DANG");
    assert_eq!(found.len(), 9);
    assert!(codes(&found).is_sorted());
    assert!(codification(Edition::Y2021).by_name("penyediaan").is_empty());
}

#[test]
fn damaged_names_find_their_entry_first() {
    let cases = [
        ("ROGRAM PENDIDIKAN DAN LATIHAN PERKOPERASIAN", "2.17.05"),
        ("URUSAN PEMERINTAH WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR", "2"),
        ("Peningkatan Pemahaman Pengetahuan Perkope rasian serta kapasitas kopetensi SDM", "2.17.05.1.01.01"),
        ("PROGRAM PEMBERDAYAAN DAN PERLINDUNGAN KOPRASI", "2.17.06"),
    ];
    for (name, expected) in cases {
        let near = codification(Edition::Y2021).similar(name, 5, 0.5);
        let found = near.first().map(|(entry, _)| entry.kode.as_str());
        assert_eq!(found, Some(expected), "{name}: {near:?}");
    }
}

#[test]
fn similar_keeps_to_its_floor_limit_and_order() {
    let table = codification(Edition::Y2021);
    assert!(table.similar("sesuatu yang lain sama sekali", 3, 0.8).is_empty());
    assert!(table.similar("", 3, 0.0).is_empty());
    let near = table.similar("Penyediaan Sandang", 20, 0.6);
    assert_eq!(near.len(), 20);
    assert!(near.is_sorted_by(|left, right| left.1 >= right.1));
    assert!(near.iter().all(|(_, likeness)| *likeness >= 0.6));
    let best = near.iter().take_while(|(entry, _)| letters(entry.nama) == "penyediaansandang").count();
    assert_eq!(best, 9);
}

#[test]
fn a_name_without_its_tail_or_head_is_found_by_the_rest() {
    let table = codification(Edition::Y2021);
    assert!(codes(&table.prefix("Penyediaan Gaji dan Tunj")).contains(&"X.XX.01.2.02.01"));
    assert!(codes(&table.suffix("jian/Verifikasi Keuangan SKPD")).contains(&"X.XX.01.2.02.03"));
    assert!(table.prefix("PROGRAM").is_empty());
    assert!(table.suffix("SKPD").is_empty());
}

#[test]
fn children_come_in_order_the_general_program_first() {
    let table = codification(Edition::Y2021);
    let programs = codes(&table.children(&code("2.17")));
    assert_eq!(programs.get(..4), Some(["X.XX.01", "X.XX.01", "2.17.02", "2.17.03"].as_slice()));
    let kegiatan = table.children(&code("2.17.01"));
    assert!(kegiatan.iter().all(|entry| entry.is_general() && entry.tingkat == Tingkat::Kegiatan));
    assert_eq!(codes(&table.children(&code("2.17.03.2.01"))), ["2.17.03.2.01.01", "2.17.03.2.01.02"]);
    assert!(table.children(&code("2.17.03.2.01.01")).is_empty());
}

#[test]
fn the_bidang_are_all_of_level_two() {
    let bidang: Vec<_> = codification(Edition::Y2021).bidang_urusan().collect();
    assert_eq!(bidang.len(), 54);
    assert!(codes(&bidang).contains(&"2.17"));
}

/// A name damaged as page breaks, narrow columns and typists do: the first letter lost, the tail cut, a word
/// dropped, a letter doubled or changed.
fn damaged(name: &str, kind: usize) -> String {
    let middle = name.len() / 2;
    let words: Vec<&str> = name.split(' ').collect();
    match kind % 5 {
        0 => name.chars().skip(1).collect(),
        1 => name.chars().take(name.len() * 4 / 5).collect(),
        2 => [words.get(..words.len() / 2), words.get(words.len() / 2 + 1..)]
            .into_iter()
            .flatten()
            .flatten()
            .copied()
            .collect(),
        3 => name.replace("Pe", "Pee").replace("si", "i").replace("an ", "n "),
        _ => format!("{}e{}", &name[..middle], &name[middle + 1..]),
    }
}

#[test]
fn no_name_is_more_like_a_damaged_one_than_the_first_found() {
    let table = codification(Edition::Y2023);
    let names: Vec<String> = table.entries().map(|entry| letters(entry.nama)).collect();
    for (kind, entry) in table.entries().step_by(173).enumerate() {
        let wanted = damaged(entry.nama, kind);
        let pattern = likeness::Pattern::new(&letters(&wanted));
        let best = names.iter().filter_map(|name| pattern.likeness(name, 0.5)).fold(0.0, f64::max);
        let found = table.similar(&wanted, 3, 0.5).first().map_or(0.0, |(_, alike)| *alike);
        assert!((best - found).abs() < 1e-9, "{wanted}: {found} < {best}");
    }
}

#[test]
fn what_the_build_made_is_what_the_tables_say() {
    for edition in Edition::ALL {
        let table = codification(edition);
        let entries: Vec<&Entry> = table.entries().collect();
        let made = naming::in_order(entries.iter().map(|entry| entry.nama));
        let mut bearers = 0;
        for line in made {
            let (letters, positions) = line.split_once('\t').unwrap();
            let named: Vec<&Entry> =
                positions.split(' ').map(|at| entries[at.parse::<usize>().unwrap()]).collect();
            assert_eq!(table.by_letters(letters), named, "{letters}");
            bearers += named.len();
        }
        assert_eq!(bearers, entries.len());
    }
    let entries =
        || [Edition::Y2021, Edition::Y2023].into_iter().flat_map(|edition| codification(edition).entries());
    let texts = entries().flat_map(|entry| [entry.nama, entry.indikator, entry.satuan]);
    let official = words::official(texts.chain(sumber_dana().iter().map(|fund| fund.nama)));
    let same = |built: lines::Lines, made: Vec<String>| {
        let made = lines::Lines::leaked(made);
        assert_eq!(built.len(), made.len());
        assert!((0..made.len()).all(|line| built.get(made.key(line)) == Some(made.told(line))));
    };
    same(built::ROOTS, words::with_counts(morphology::roots(official.keys().map(String::as_str))));
    same(built::OFFICIAL_WORDS, words::with_counts(official));
    let side_by_side = words::pairs(entries().flat_map(|entry| [entry.nama, entry.indikator]));
    same(built::PAIRS, side_by_side.into_iter().collect());
    let indicators = entries().map(|entry| entry.indikator).filter(|text| !text.is_empty());
    assert!(indicators.map(crate::model::letters).all(|letters| is_published_by(&letters)));
}
