//! Invisible characters.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `invisible-characters`.
pub const ID: RuleId = RuleId::declared("invisible-characters");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Karakter tak terlihat", english: "Invisible characters" },
    sees: Wording { indonesian: "Spasi ganda, spasi tak terputus, _x000D_ dan karakter lain yang tidak terlihat.", english: "Double blanks, no-break spaces, _x000D_ and other characters that nobody sees." },
    matters: Wording { indonesian: "Dua teks yang tampak sama tidak dianggap sama oleh Excel.", english: "Two texts that look alike are not equal to Excel." },
    proof: Wording { indonesian: "Huruf, angka dan tanda bacanya tetap; hanya yang tak terlihat berubah.", english: "Letters, digits and punctuation stay; only what is not seen changes." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Semua  Kecamatan|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "lokasi", before: "Semua  Kecamatan", expected: Expected::Becomes("Semua Kecamatan") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Semua Kecamatan|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "lokasi", before: "Semua Kecamatan", expected: Expected::Stays(Wording { indonesian: "satu spasi biasa sudah benar", english: "one plain blank is right" }) }],
};
