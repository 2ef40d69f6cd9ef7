//! Scrap in a repeated text.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `sibling-text`.
pub const ID: RuleId = RuleId::declared("sibling-text");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Serpihan dalam teks berulang", english: "Scrap in a repeated text" },
    sees: Wording { indonesian: "Lokasi atau sumber dana dengan serpihan kata, yang berbeda satu-dua huruf dari teks yang sering berulang di kolomnya, atau hanya berbeda spasinya.", english: "A place or source of funds with a scrap of a word, a letter or two away from a text that repeats down its column, or one that differs from it in blanks alone." },
    matters: Wording { indonesian: "Rekap menurut lokasi atau dana memecahnya menjadi kelompok sendiri.", english: "A count by place or fund makes a group of its own of it." },
    proof: Wording { indonesian: "Teks utuh yang sama berulang sekurangnya tiga kali dalam kolom itu (bila hanya spasinya yang berbeda, tiga kali sesering teks ini), dan tidak ada yang lain yang semirip itu.", english: "The same whole text stands at least three times in the column (where only blanks differ, three times as often as this one), and none other is as near." },
    advice: Wording { indonesian: "Periksa bila lokasi memang berbeda.", english: "Look at it if the place does differ." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Persentase Sekolah|Lubuk Basung, Semua Kelurahan|12 Unit||PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung, Semua Kelurahan|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung, Semua Kelurahan an|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung, Semua Kelurahan|12 Unit|600.000.000|PAD", column: "lokasi", before: "Lubuk Basung, Semua Kelurahan an", expected: Expected::Becomes("Lubuk Basung, Semua Kelurahan") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Persentase Sekolah|Lubuk Basung|12 Unit||PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Matur|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "lokasi", before: "Matur", expected: Expected::Stays(Wording { indonesian: "tempat lain tetap tempat lain", english: "another place stays another place" }) }],
};
