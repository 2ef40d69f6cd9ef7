//! Letters lost at an edge.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `lost-at-edge`.
pub const ID: RuleId = RuleId::declared("lost-at-edge");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Huruf hilang di tepi sel", english: "Letters lost at an edge" },
    sees: Wording { indonesian: "Teks yang kehilangan huruf di tepi kolom, sedangkan baris yang sama utuh di tabel lain.", english: "A text that lost letters at the edge of its column, while the same row is whole in another table." },
    matters: Wording { indonesian: "Target atau indikator menjadi tidak terbaca.", english: "A target or an indicator becomes unreadable." },
    proof: Wording { indonesian: "Sel yang sama dalam tabel kembar, dan huruf yang hilang itu tercetak di sel sebelahnya.", english: "The same cell in the twin table, and the lost letters stand in the next cell." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33 sipd
kode|uraian|capaian_program|keluaran|hasil|lokasi|target_program|target_keluaran|target_hasil|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||||||900.000.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||||||900.000.000|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Jumlah Guru|Persentase Guru|Lubuk Basung|90 %|0 Orang/bula 26 Orang|n 100 %|900.000.000|PAD

T-C.33 sipd
kode|uraian|capaian_program|keluaran|hasil|lokasi|target_program|target_keluaran|target_hasil|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||||||900.000.000|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||||||900.000.000|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Jumlah Guru|Persentase Guru|Lubuk Basung|90 %|0 Orang/bulan 26 Orang|100 %|900.000.000|PAD", column: "target_keluaran", before: "0 Orang/bula 26 Orang", expected: Expected::Becomes("0 Orang/bulan 26 Orang") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|26 Orang|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD

T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|26 Orang Guru|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "26 Orang", expected: Expected::Stays(Wording { indonesian: "teks yang utuh boleh berbeda dari kembarannya", english: "a whole text may differ from its twin" }) }],
};
