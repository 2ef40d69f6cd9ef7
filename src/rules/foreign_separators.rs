//! Foreign separators.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `foreign-separators`.
pub const ID: RuleId = RuleId::declared("foreign-separators");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Pemisah asing", english: "Foreign separators" },
    sees: Wording { indonesian: "Koma di antara ribuan, atau titik di depan desimal: 600,000,000.", english: "Commas between thousands, or a point before decimals: 600,000,000." },
    matters: Wording { indonesian: "Excel berbahasa Indonesia membacanya sebagai teks atau sebagai angka lain.", english: "An Indonesian Excel reads it as text or as another number." },
    proof: Wording { indonesian: "Kelompok tiga angka hanya mengizinkan satu bacaan; penjumlahan, rumus atau tabel kembar membenarkannya bila ada.", english: "The groups of three allow one reading only; a sum, a formula or a twin table confirms it where there is one." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600,000,000|PAD", column: "pagu", before: "600,000,000", expected: Expected::Becomes("600.000.000") }, Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|95.00|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "95.00", expected: Expected::Becomes("95,00") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD", column: "pagu", before: "600.000.000", expected: Expected::Stays(Wording { indonesian: "titik di antara ribuan sudah benar", english: "points between thousands are right" }) }],
};
