//! Percent stored as a fraction.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `fraction-percent`.
pub const ID: RuleId = RuleId::declared("fraction-percent");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Persen tersimpan sebagai pecahan", english: "Percent stored as a fraction" },
    sees: Wording { indonesian: "Angka 0,95 dengan format persen, tampil 95%, dalam kolom persen.", english: "The number 0.95 with a percent format, shown as 95%, in a column of percents." },
    matters: Wording { indonesian: "Dibaca apa adanya, 0,95 menjadi kurang dari satu persen.", english: "Taken as stored, 0.95 would be less than one percent." },
    proof: Wording { indonesian: "Format sel menyatakan persen; rumus pada formulir membenarkannya bila ada.", english: "The format of the cell says percent; the form's formula confirms it where there is one." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|=0.95@0%|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "95%", expected: Expected::Becomes("95,00") }, Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|200.000.000|190.000.000|=95@0.00|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "95,00", expected: Expected::Stays(Wording { indonesian: "sudah dikalikan seratus", english: "already times a hundred" }) }],
};
