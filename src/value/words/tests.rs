use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::model::RuleId;
use crate::rules;

struct Words(BTreeSet<String>);

impl Vocabulary for Words {
    fn knows(&self, word: &str) -> bool {
        self.0.contains(word) || self.is_name(word)
    }

    fn is_name(&self, word: &str) -> bool {
        ["padas", "batusangkar"].contains(&word)
    }
}

fn words() -> Words {
    let text = "kecamatan sukamaju dana transfer umum alokasi pengadaan kab kota perencanaan perlengkapan \
        disediakan jumlah pertumbuhan perizinan memiliki dinas kepala penataan urusan pemerintahan daerah \
        kabupaten semua kelurahan pasar rakyat peraturan perundang undangan trans bangunan gedung kantor \
        pelaku usaha produk unggulan cabang pembantu laporan penyelenggaraan keluar tersedianya barat luar umkm kerja sama baru \
        kabupaten/kota perundang-undangan";
    Words(text.split_whitespace().map(str::to_owned).collect())
}

fn mended(text: &str) -> Option<String> {
    mend(text, &words(), LineBreaks::Join).map(|mended| mended.text)
}

fn expect(before: &str, after: &str, rule: RuleId) {
    let found = mend(before, &words(), LineBreaks::Join).unwrap_or_else(|| panic!("{before} unchanged"));
    assert_eq!(found.text, after);
    assert_eq!(found.rules, [rule], "{before}");
}

#[test]
fn torn_words_are_joined() {
    for (before, after) in [
        ("Kecama tan", "Kecamatan"),
        ("Sukamaj u", "Sukamaju"),
        ("Dana Trans fer Umu m-Dana Aloka si Umu m", "Dana Transfer Umum-Dana Alokasi Umum"),
        ("Peng adaan", "Pengadaan"),
        ("Kab/Kot a", "Kab/Kota"),
        ("Pe rencanaan", "Perencanaan"),
        ("Semua Kab/Kot a, Semua Kecama tan", "Semua Kab/Kota, Semua Kecamatan"),
        ("URUSAN PEMER IN TAHAN", "URUSAN PEMERINTAHAN"),
        ("Gedung/Banguna n Kantor", "Gedung/Bangunan Kantor"),
        ("Perundang-Und angan", "Perundang-Undangan"),
        ("K e c a matan", "Kecamatan"),
        ("Kecama\ntan", "Kecamatan"),
        ("Kabupaten/ Kota", "Kabupaten/Kota"),
        ("Kabupa ten / Kot a, Dinas", "Kabupaten/Kota, Dinas"),
        ("Perundang - Undangan", "Perundang-Undangan"),
    ] {
        let found = mended(before);
        assert_eq!(found.as_deref(), Some(after), "{before}");
    }
    expect("Kecama tan", "Kecamatan", rules::torn_word::ID);
}

#[test]
fn glued_words_are_parted() {
    for (before, after) in [
        ("Peralatan danPerlengkapan Kantor", "Peralatan dan Perlengkapan Kantor"),
        ("yang DisediakanJumlah", "yang Disediakan Jumlah"),
        ("PertumbuhanPerizinan", "Pertumbuhan Perizinan"),
        ("yangMemiliki", "yang Memiliki"),
        ("CabangPembantu", "Cabang Pembantu"),
        ("Sistem QRSJumlah", "Sistem QRS Jumlah"),
        ("UMKMdan Pasar", "UMKM dan Pasar"),
        ("DisediakanJunla h ATK", "Disediakan Junla h ATK"),
        ("PasarRakyatKota", "Pasar Rakyat Kota"),
        ("URUSANPEMERINTAHAN DAERAH", "URUSAN PEMERINTAHAN DAERAH"),
        ("danperlengkapan", "dan perlengkapan"),
    ] {
        expect(before, after, rules::glued_words::ID);
    }
    assert_eq!(mended("PertumbuhanPeri zinan").as_deref(), Some("Pertumbuhan Perizinan"));
}

#[test]
fn what_is_whole_or_unknown_stays() {
    for text in [
        "di dalam",
        "Kepala Dinas",
        "Wadaslintang Kepil Sapuran Watumalang",
        "UMKM DISDIK SPIP",
        "a) Pasar b) Kota c) Kantor",
        "Pasar - Rakyat",
        "Lampung Barat",
        "ePlanning GoFood McDonald",
        "Kec. Nan Sabaris",
        "ke luar",
        "pasar pada s laporan",
        "Pada s",
        "Kerjasama Kotabaru",
        "Pasar /Rakyat",
        "12 /Kota - 5",
        "",
        "12 3",
    ] {
        assert_eq!(mended(text), None, "{text}");
    }
}

#[test]
fn white_space_is_named_apart() {
    expect("Lampung \u{a0} Barat", "Lampung Barat", rules::invisible_characters::ID);
    expect("Kantor_x000D_\nDinas", "Kantor Dinas", rules::invisible_characters::ID);
    expect("Kantor Xyz\u{200b}", "Kantor Xyz", rules::invisible_characters::ID);
    let kept = mend("Kantor  Dinas\nKecama tan", &words(), LineBreaks::Keep).unwrap();
    assert_eq!(kept.text, "Kantor Dinas\nKecamatan");
    assert_eq!(kept.rules, [rules::invisible_characters::ID, rules::torn_word::ID]);
    assert_eq!(mend("Kantor\nDinas", &words(), LineBreaks::Keep), None);
}

#[test]
fn a_hyphen_at_a_line_end_goes_only_where_the_word_is_known() {
    assert_eq!(mended("Pena-\ntaan Kota").as_deref(), Some("Penataan Kota"));
    assert_eq!(mended("Perundang-\nundangan").as_deref(), Some("Perundang-undangan"));
    assert_eq!(mend("Xy-\nzq", &words(), LineBreaks::Keep), None);
}

#[test]
fn every_change_is_told() {
    let found = mend("Semua Kecama tan, danPerlengkapan", &words(), LineBreaks::Join).unwrap();
    let told: Vec<(&str, &str)> = found.changes.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(told, [("Kecama tan", "Kecamatan"), ("danPerlengkapan", "dan Perlengkapan")]);
    assert_eq!(found.rules, [rules::glued_words::ID, rules::torn_word::ID]);
}

#[test]
fn a_long_text_takes_no_time() {
    let text = "Kecama tan Qwrtz danPerlengkapan Xyzabcdef ".repeat(500);
    let start = std::time::Instant::now();
    let found = mended(&text).unwrap();
    assert!(found.starts_with("Kecamatan Qwrtz dan Perlengkapan Xyzabcdef Kecamatan"));
    let one = mended(&"x".repeat(20_000));
    assert_eq!(one, None);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #[test]
    fn mending_changes_white_space_only(
        parts in proptest::collection::vec(
            "(kecama|tan|pasar|Rakyat|di|dan|Perleng|kapan|a|n|urusan|b\\)|,|-|/|12|xyz|KOTA|kota)[ ]{0,2}", 0..14),
        free in "\\PC{0,30}",
    ) {
        for text in [parts.concat(), free] {
            let Some(found) = mend(&text, &words(), LineBreaks::Join) else { continue };
            prop_assert_eq!(bare(&found.text), bare(&space::visible(&text)));
            let again = mend(&found.text, &words(), LineBreaks::Join);
            prop_assert_eq!(again.map(|again| again.text), None, "{} → {}", text, found.text);
        }
    }

    #[test]
    fn a_word_torn_anywhere_is_whole_again(word in 0usize..40, cut in 1usize..12) {
        let list = words();
        let word = list.0.iter().cycle().nth(word).unwrap();
        if cut < word.len() {
            let (head, tail) = word.split_at(cut);
            let torn = format!("{head} {tail}");
            let both = [head, tail].iter().all(|piece| piece.len() > 1 && (list.knows(piece) || ["di", "ke", "per", "dan"].contains(piece)));
            if !both {
                prop_assert_eq!(mend(&torn, &list, LineBreaks::Join).map(|m| m.text), Some(word.clone()));
            }
        }
    }
}
