//! The words of the codification, of places and of funds: what tells a whole word from a torn one.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::funding::sumber_dana;
use super::places::places;
use super::table::codification;
use crate::model::Edition;

/// Words of everyday planning that the tables lack.
const COMMON: &str = "ada adalah agar akan aktif anggaran antara atas atau bagi bahwa baik banyak bebas belum bila \
    bimtek bintek berupa besar bidang bukan bulan camat capaian catatan cukup dalam dan dana dapat dari daerah dasar \
    dengan desa di dinas dokumen dua dukungan empat guna hal hari harus hasil hingga honor ini itu jam jika jumlah \
    juta kali kampung karena kas ke kegiatan kelas keluaran kepada kepala kerja kinerja kota kurang lagi laki lain \
    lama lebih lima luar maka mampu masa masih masing maupun mengenai mereka milik minimal minggu mulai nagari nilai \
    oleh orang pada pagu para paling pegawai per perempuan pertama peserta pihak pokir pokok renja renstra rencana rkpd \
    rupiah saat sama sampai sangat satu saja sarana sasaran satuan sebagai sebelum seluruh semua serta sesuai setiap \
    siap skpd sosial sub sudah sumber surat tahap tahun tanpa target telah tempat tenaga tentang terhadap tetap tidak \
    tiga tim tinggi tolok tujuan umum untuk upaya usulan volume wajib waktu warga yaitu yang januari februari maret \
    april mei juni juli agustus september oktober november desember opd asn pns thl ptt bmd sakip lakip spip iku ikk \
    spm umkm ukm ikm apbd apbn dau dak pad dbh meter kilometer hektar paket unit lembar buah set eksemplar laporan \
    kelompok lokasi dusun rt rw kelurahan kecamatan kabupaten provinsi indikator persentase prosentase tersedianya";

/// Whether a text (any case) is a whole word: one that the tables or everyday planning use, or a regular
/// derivation of one.
#[must_use]
pub fn is_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let words = words();
    words.contains(lower.as_str())
        || lower.chars().count() >= 6 && is_derived(&lower, words)
        || lower.chars().count() >= 5 && is_root(&lower, words)
}

fn words() -> &'static HashSet<String> {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let entries =
            [Edition::Y2021, Edition::Y2023].into_iter().flat_map(|edition| codification(edition).entries());
        let mut words: HashSet<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        for entry in entries {
            for text in [entry.nama, entry.indikator, entry.satuan] {
                add(&mut words, text);
            }
        }
        for place in places().all() {
            add(&mut words, place.nama);
        }
        for fund in sumber_dana() {
            add(&mut words, fund.nama);
        }
        words
    })
}

/// Adds the words of a text; a small letter followed by a capital is a slip of the table, not a word.
fn add(words: &mut HashSet<String>, text: &str) {
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let glued = word
            .chars()
            .zip(word.chars().skip(1))
            .any(|(left, right)| left.is_lowercase() && right.is_uppercase());
        if word.len() >= 2 && !glued {
            words.insert(word.to_lowercase());
        }
    }
}

/// Whether a regular derivation of the word is a word.
fn is_root(word: &str, words: &HashSet<String>) -> bool {
    ["di", "ter", "ber"].iter().any(|prefix| words.contains(&format!("{prefix}{word}")))
}

/// Suffixes, the longest first.
const SUFFIXES: [&str; 6] = ["annya", "kannya", "nya", "kan", "an", "i"];
/// Prefixes with what the first letter of the root may have been.
const PREFIXES: [(&str, &str); 16] = [
    ("meng", ""),
    ("meng", "k"),
    ("meny", "s"),
    ("mem", ""),
    ("mem", "p"),
    ("men", ""),
    ("men", "t"),
    ("me", ""),
    ("peng", ""),
    ("pem", ""),
    ("pen", ""),
    ("ber", ""),
    ("ter", ""),
    ("per", ""),
    ("di", ""),
    ("ke", ""),
];

fn is_derived(word: &str, words: &HashSet<String>) -> bool {
    let root = |text: &str| text.len() >= 4 && words.contains(text);
    let unsuffixed = SUFFIXES.iter().filter_map(|suffix| {
        word.strip_suffix(suffix).filter(|stem| !stem.ends_with("an") || *suffix == "nya")
    });
    let stems = std::iter::once(word).chain(unsuffixed);
    for stem in stems {
        if stem.len() < word.len() && root(stem) {
            return true;
        }
        for (prefix, first) in PREFIXES {
            if stem.strip_prefix(prefix).is_some_and(|rest| root(&format!("{first}{rest}"))) {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_known_and_torn_ones_are_not() {
        for word in ["Kecamatan", "pengadministrasian", "tersedianya", "Pasaman", "terpeliharanya", "Dokumen"]
        {
            assert!(is_word(word), "{word}");
        }
        for torn in
            ["Kecama", "Kelura", "Aloka", "Pertumbu", "danPerlengkapan", "Penyelenggaraa", "Kelurahanan"]
        {
            assert!(!is_word(torn), "{torn}");
        }
    }
}
