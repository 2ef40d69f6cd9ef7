//! Torn word.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `torn-word`.
pub const ID: RuleId = RuleId::declared("torn-word");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Kata terbelah", english: "Torn word" },
    sees: Wording { indonesian: "Kata yang terbelah spasi atau ganti baris karena kolom sempit: Kecama tan.", english: "A word parted by a blank or a line break in a narrow column: Kecama tan." },
    matters: Wording { indonesian: "Pencarian dan rekap tidak menemukannya.", english: "Searches and counts do not find it." },
    proof: Wording { indonesian: "Hanya gabungannya kata yang dikenal: dalam kodefikasi, nama tempat, sumber dana, atau ditulis utuh di bagian lain dokumen.", english: "Only joined is it a known word: in the codification, among places and funds, or written whole elsewhere in the document." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Semua Kecama tan|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "lokasi", before: "Semua Kecama tan", expected: Expected::Becomes("Semua Kecamatan") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Kinali Sasak|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "lokasi", before: "Kinali Sasak", expected: Expected::Stays(Wording { indonesian: "dua kata yang utuh tidak digabung", english: "two whole words are not joined" }) }],
};
