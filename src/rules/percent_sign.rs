//! Percent sign where none belongs.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `percent-sign`.
pub const ID: RuleId = RuleId::declared("percent-sign");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Tanda persen berlebih", english: "Percent sign where none belongs" },
    sees: Wording { indonesian: "Tanda % dalam kolom yang sudah berarti persen.", english: "A % sign in a column that already means percent." },
    matters: Wording { indonesian: "Tanda itu menjadikan angka teks.", english: "The sign makes the number a text." },
    proof: Wording { indonesian: "Kolomnya kolom persen; tanpa tanda itu hanya ada satu bacaan.", english: "The column is one of percents; without the sign there is one reading." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|95,00 %|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "95,00 %", expected: Expected::Becomes("95,00") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|95 %|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "target", before: "95 %", expected: Expected::Stays(Wording { indonesian: "target dalam persen memang memakai tanda itu", english: "a target in percent does carry the sign" }) }],
};
