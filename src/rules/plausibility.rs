//! An unusual figure.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `plausibility`.
pub const ID: RuleId = RuleId::declared("plausibility");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Angka yang luar biasa", english: "An unusual figure" },
    sees: Wording { indonesian: "Capaian di atas 200 %, prakiraan maju yang berkali-kali lipat pagu, kolom wajib yang kosong seluruhnya, jumlah T-C.31 yang lain dari T-C.33, predikat yang lain dari skala nilainya, teks yang tidak muat dalam satu sel Excel.", english: "An achievement above 200 %, a forward estimate many times the amount, a mandatory column that is empty throughout, a total of T-C.31 other than that of T-C.33, a grade other than its percent has, a text that no cell of Excel holds." },
    matters: Wording { indonesian: "Tidak ada yang bertentangan, tetapi pembaca akan menanyakannya.", english: "Nothing contradicts itself, yet its reader will ask." },
    proof: Wording { indonesian: "Hanya catatan: tidak ada yang diubah dan tidak ada yang ditanyakan.", english: "A note only: nothing is changed and nothing is asked." },
    advice: Wording { indonesian: "Periksa bila belum disengaja.", english: "Check it unless it is meant so." },
    examples: &[
        Example {
            document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|1.000.000.000|10.000.000|100.000.000|500.000.000|500,00|100.000.000|610.000.000|61,00",
            column: "tingkat_realisasi",
            before: "500,00",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|1.000.000.000|10.000.000|100.000.000|120.000.000|120,00|100.000.000|230.000.000|23,00",
            column: "tingkat_realisasi",
            before: "120,00",
            expected: Expected::Stays(Wording { indonesian: "sedikit di atas target adalah hal biasa", english: "a little above the target is usual" }),
        },
    ],
};
