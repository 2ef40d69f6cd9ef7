//! The words of the codification, of places and of funds: what tells a whole word from a torn one.

use std::borrow::Cow;
use std::sync::OnceLock;

use foldhash::{HashMap, HashSet};

use super::funding::sumber_dana;
use super::morphology::Roots;
use super::places::places;
use super::registry::{codification, editions_beside};

/// Words of everyday planning and administration that the tables lack, or use too seldom to be found by
/// derivation.
const COMMON: &str = "ada adalah agar akan aktif anggaran antara atas atau bagi bahwa baik banyak bebas belum bila \
    bimtek bintek berupa besar bidang bukan bulan camat capaian catatan cukup dalam dan dana dapat dari daerah dasar \
    dengan desa di dinas dokumen dua dukungan empat guna hal hari harus hasil hingga honor ini itu jam jika jumlah \
    juta kali kampung karena kas ke kegiatan kelas keluaran kepada kepala kerja kinerja kota kurang lagi laki lain \
    lama lebih lima luar maka mampu masa masih masing maupun mengenai mereka milik minimal minggu mulai nagari nilai \
    oleh orang pada pagu para paling pegawai per perempuan pertama peserta pihak pokir pokok renja renstra rencana \
    rkpd rupiah saat sama sampai sangat satu saja sarana sasaran satuan sebagai sebelum seluruh semua serta sesuai \
    setiap siap skpd sosial sub sudah sumber surat tahap tahun tanpa target telah tempat tenaga tentang terhadap tetap \
    tidak tiga tim tinggi tolok tujuan umum untuk upaya usulan volume wajib waktu warga yaitu yang januari februari \
    maret april mei juni juli agustus september oktober november desember opd asn pns thl ptt bmd sakip lakip spip iku \
    ikk spm umkm ukm ikm apbd apbn dau dak pad dbh pdrb meter kilometer hektar paket unit lembar buah set eksemplar \
    laporan kelompok lokasi dusun rt rw kelurahan kecamatan kabupaten provinsi indikator persentase prosentase \
    enam tujuh delapan sembilan sepuluh ratus ribu miliar ii iii iv vi vii viii ix xi xii atk spt sppd spj dpa rka \
    lppd lkpj lkjip ssh honorarium narasumber moderator kuitansi kwitansi amplop map kontrak kontribusi sembako \
    wanita pria pohon laju temuan maturitas triwulan semester musrenbang bahan konsumsi cetak fotokopi jilid listrik \
    telepon internet sewa mobil motor komputer laptop printer meja kursi lemari periode realisasi pencapaian \
    keterbatasan komoditi maju lampau blanko pasaran periksa tersedianya uraian ekspo expo kg km ha kk kb sd pp \
    kec kab kel prov";

/// Parts of torn words that the tables themselves print, and one swapped word.
const SLIPS: &str = "ber bib danaan dayaan dna had jum kan kep man nya pen perbaika perfil ter yat";

/// Small words that are often glued to their neighbour.
const SMALL_WORDS: [&str; 9] = ["yang", "dengan", "dan", "dalam", "untuk", "dari", "pada", "atau", "oleh"];

/// The least letters of a word of the codification: its shorter ones are initials, and look like torn syllables.
const SHORTEST_OFFICIAL: usize = 3;
/// The least letters of a word that only the name of a place has.
const SHORTEST_PLACE: usize = 4;

/// Whether a text (any case, letters only) is a whole word: one that the tables or everyday planning use, or a
/// regular derivation of one. Never for a single letter.
#[must_use]
pub fn is_word(word: &str) -> bool {
    static ROOTS: OnceLock<Roots> = OnceLock::new();
    let lower = lower(word);
    if lower.chars().nth(1).is_none() {
        return false;
    }
    // Names of places make no roots.
    let roots = || ROOTS.get_or_init(|| Roots::of(vocabulary().official.keys().map(String::as_str)));
    let words = vocabulary();
    // `Tan` or `Ti` in the name of a place says nothing of a `tan` elsewhere.
    let in_place = || lower.len() >= SHORTEST_PLACE && words.places.contains_key(&*lower);
    words.official.contains_key(&*lower) || in_place() || roots().derive(&lower)
}

/// Whether a word (lower case) is one only because a place is called so.
#[must_use]
pub fn is_only_a_place(word: &str) -> bool {
    let words = vocabulary();
    words.places.contains_key(word) && !words.official.contains_key(word)
}

/// A word in lower case; most are already.
fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Whether the tables of either edition print two words (lower case) side by side, with nothing but a blank between.
#[must_use]
pub fn are_neighbours(left: &str, right: &str) -> bool {
    static PAIRS: OnceLock<HashSet<String>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        let entries = editions_beside(None).into_iter().flat_map(|edition| codification(edition).entries());
        let texts: HashSet<&'static str> = entries.flat_map(|entry| [entry.nama, entry.indikator]).collect();
        texts.into_iter().flat_map(neighbours).collect()
    });
    pairs.contains(&format!("{left} {right}"))
}

/// The pairs of words of a text in lower case.
fn neighbours(text: &'static str) -> impl Iterator<Item = String> {
    let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic());
    let words = || text.split(' ');
    let pairs = words().zip(words().skip(1)).filter(move |(left, right)| plain(left) && plain(right));
    pairs.map(|(left, right)| format!("{left} {right}").to_lowercase())
}

/// How often the tables of both editions, of places and of funds print a word (any case); 0 for a word that they
/// lack, even where [`is_word`] knows it.
#[must_use]
pub fn frequency(word: &str) -> u32 {
    let lower = word.to_lowercase();
    let count = |words: &HashMap<String, u32>| words.get(&lower).copied().unwrap_or_default();
    count(&vocabulary().official) + count(&vocabulary().places)
}

/// Whole words in lower case, with how often the tables print them.
#[derive(Debug)]
struct Vocabulary {
    /// Those of the codification, of funds and of everyday planning.
    official: HashMap<String, u32>,
    /// Those of the names of places.
    places: HashMap<String, u32>,
}

fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| {
        let entries = editions_beside(None).into_iter().flat_map(|edition| codification(edition).entries());
        let names = entries.flat_map(|entry| [entry.nama, entry.indikator, entry.satuan]);
        let mut official = counted(names.chain(sumber_dana().iter().map(|fund| fund.nama)));
        official.retain(|word, _| word.len() >= SHORTEST_OFFICIAL);
        for slip in SLIPS.split_whitespace() {
            official.remove(slip);
        }
        remove_glued(&mut official);
        for word in COMMON.split_whitespace() {
            official.entry(word.to_owned()).or_default();
        }
        Vocabulary { official, places: counted(places().all().iter().map(|place| place.nama)) }
    })
}

/// The words of texts in lower case, with their number. A small letter followed by a capital is a slip of the table,
/// not a word.
fn counted(texts: impl Iterator<Item = &'static str>) -> HashMap<String, u32> {
    // The editions repeat most of their texts: each is taken apart once.
    let mut times: HashMap<&'static str, u32> = HashMap::default();
    for text in texts {
        *times.entry(text).or_default() += 1;
    }
    let mut printed: HashMap<&'static str, u32> = HashMap::default();
    let words = times.into_iter().flat_map(|(text, count)| words(text).map(move |word| (word, count)));
    words.for_each(|(word, count)| *printed.entry(word).or_default() += count);
    let mut counts: HashMap<String, u32> =
        HashMap::with_capacity_and_hasher(printed.len(), foldhash::fast::RandomState::default());
    let mut whole: Vec<(&'static str, u32)> = printed.into_iter().collect();
    whole.retain(|(word, _)| !has_capital_inside(word));
    for (word, count) in whole {
        *counts.entry(word.to_lowercase()).or_default() += count;
    }
    counts
}

/// The words of a text of a table, where every letter is an ASCII one.
fn words(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() >= 2)
}

fn has_capital_inside(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(left, right)| left.is_lowercase() && right.is_uppercase())
}

/// How often at most the tables print a slip.
const RARE: u32 = 20;

/// Takes out rare words that are two frequent ones: a small word and another, or two long ones.
fn remove_glued(words: &mut HashMap<String, u32>) {
    let is_glued = |word: &str, count: u32| {
        let frequent = |part: &str, least: usize| {
            part.len() >= least && words.get(part).is_some_and(|found| *found >= 10 && *found > count * 4)
        };
        let small = |word: &str| {
            SMALL_WORDS.iter().any(|small| {
                word.strip_prefix(small).is_some_and(|rest| frequent(rest, 5))
                    || word.strip_suffix(small).is_some_and(|rest| frequent(rest, 4))
            })
        };
        let halves = |word: &str| {
            (6..word.len().saturating_sub(5)).any(|at| {
                word.split_at_checked(at).is_some_and(|(left, right)| frequent(left, 6) && frequent(right, 6))
            })
        };
        small(word) || halves(word)
    };
    let glued: Vec<String> = words
        .iter()
        .filter(|(word, count)| **count <= RARE && is_glued(word, **count))
        .map(|(word, _)| word.clone())
        .collect();
    for word in glued {
        words.remove(&word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_known() {
        let words = "Kecamatan KABUPATEN pengadministrasian tersedianya Pasaman Matur terpeliharanya Dokumen dan di ke \
            per diikuti bersaing perkantoran perlengkapannya tertibnya terciptanya mengelola dikelola jumlah persentase \
            dibutuhkan mengikuti kelola saing Agustus viii Rokok";
        for word in words.split_whitespace() {
            assert!(is_word(word), "{word}");
        }
    }

    #[test]
    fn torn_and_glued_words_are_not() {
        let torn = "Kecama Kelura Aloka Pertumbu Penyelenggaraa Doku n x tan kan nya ber ter kegi atan giatan pelaks \
            Pembi naan Persent ase koper Kelurahanan wenangan gital siplin stribusi";
        let glued = "danPerlengkapan danperlengkapan provinsiyang laporansosialisasi dikabupaten kekecamatan \
            UsahaDokumen dandokumen";
        for word in torn.split_whitespace().chain(glued.split_whitespace()) {
            assert!(!is_word(word), "{word}");
        }
        for text in ["", " ", "dan di", "kegiatan1", "30"] {
            assert!(!is_word(text), "{text}");
        }
    }

    #[test]
    fn neighbours_are_those_of_the_tables() {
        assert!(are_neighbours("pelaku", "usaha"));
        assert!(are_neighbours("perangkat", "daerah"));
        assert!(!are_neighbours("usaha", "pelaku"));
        assert!(!are_neighbours("kota", "baru"));
    }

    #[test]
    fn frequent_words_are_told_from_rare_ones() {
        assert!(frequency("DAN") > 10_000);
        assert!(frequency("kegiatan") > frequency("matur"));
        assert!(frequency("matur") > 0);
        assert_eq!(frequency("terpeliharanya"), 0);
    }
}
