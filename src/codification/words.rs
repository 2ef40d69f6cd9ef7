//! The words that tables print, taken from their texts. The build takes them from the tables that are built in; a process
//! with a table of its own takes them from all.

use std::collections::BTreeSet;
use std::fmt::Display;

use foldhash::{HashMap, HashSet};

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

/// The words of the texts of the codification and of funds, and those of everyday planning, in lower case, with how often
/// the texts print them.
pub fn official<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, u32> {
    let mut words = counted(texts);
    words.retain(|word, _| word.len() >= SHORTEST_OFFICIAL);
    for slip in SLIPS.split_whitespace() {
        words.remove(slip);
    }
    remove_glued(&mut words);
    for word in COMMON.split_whitespace() {
        words.entry(word.to_owned()).or_default();
    }
    words
}

/// A line a word: the word, a tab, and what is counted of it.
pub fn with_counts(words: impl IntoIterator<Item = (String, impl Display)>) -> Vec<String> {
    words.into_iter().map(|(word, count)| format!("{word}\t{count}")).collect()
}

/// The words that texts print side by side, with nothing but a blank between, in lower case and with a blank between.
pub fn pairs<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let texts: HashSet<&'a str> = texts.collect();
    let mut pairs = HashSet::default();
    pairs.extend(texts.into_iter().flat_map(neighbours));
    pairs.into_iter().collect()
}

/// The pairs of words of a text in lower case.
fn neighbours(text: &str) -> impl Iterator<Item = String> {
    let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic());
    let words = || text.split(' ');
    let pairs = words().zip(words().skip(1)).filter(move |(left, right)| plain(left) && plain(right));
    pairs.map(|(left, right)| format!("{left} {right}").to_lowercase())
}

/// The words of texts in lower case, with their number. A small letter followed by a capital is a slip of the table,
/// not a word.
pub fn counted<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, u32> {
    // The editions repeat most of their texts: each is taken apart once.
    let mut times: HashMap<&'a str, u32> = HashMap::default();
    for text in texts {
        *times.entry(text).or_default() += 1;
    }
    let mut printed: HashMap<&'a str, u32> = HashMap::default();
    let words = times.into_iter().flat_map(|(text, count)| words(text).map(move |word| (word, count)));
    words.for_each(|(word, count)| *printed.entry(word).or_default() += count);
    let mut counts: HashMap<String, u32> =
        HashMap::with_capacity_and_hasher(printed.len(), foldhash::fast::RandomState::default());
    let mut whole: Vec<(&'a str, u32)> = printed.into_iter().collect();
    whole.retain(|(word, _)| !has_capital_inside(word));
    for (word, count) in whole {
        *counts.entry(word.to_lowercase()).or_default() += count;
    }
    counts
}

/// The words of a text of a table, where every letter is an ASCII one.
fn words(text: &str) -> impl Iterator<Item = &str> {
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
