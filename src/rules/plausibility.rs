//! An unusual figure.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `plausibility`.
pub const ID: RuleId = RuleId::declared("plausibility");

/// An achievement is above 200 %.
pub const ACHIEVEMENT: Cause = Cause::declared(
    ID,
    "achievement",
    Wording {
        indonesian: "Capaian di atas 200 %. Periksa target dan realisasinya.",
        english: "An achievement is above 200 %. Check the target and what was achieved.",
    },
);

/// The forward estimate is many times the amount of the plan year, or the reverse.
pub const FORWARD_ESTIMATE: Cause = Cause::declared(
    ID,
    "forward-estimate",
    Wording {
        indonesian: "Prakiraan maju berkali-kali lipat pagunya, atau sebaliknya. Periksa keduanya.",
        english: "The forward estimate is many times the amount of the plan year, or the reverse. Check both.",
    },
);

/// Columns are empty in every row.
pub const EMPTY_COLUMNS: Cause = Cause::declared(
    ID,
    "empty-columns",
    Wording {
        indonesian: "Ada kolom yang kosong pada semua baris. Isi bila dokumen aslinya berisi.",
        english: "Columns are empty in every row. Fill them in if the original document has them.",
    },
);

/// The grade is not the one that the scale gives for its percent.
pub const GRADE: Cause = Cause::declared(
    ID,
    "grade",
    Wording {
        indonesian: "Predikatnya bukan yang menurut skala sesuai dengan persennya. Periksa keduanya.",
        english: "The grade is not the one that the scale gives for its percent. Check both.",
    },
);

/// The programs of two forms for the same year differ.
pub const PROGRAMS: Cause = Cause::declared(
    ID,
    "programs",
    Wording {
        indonesian: "Program dua formulir untuk tahun yang sama berbeda. Periksa keduanya.",
        english: "The programs of two forms for the same year differ. Check both.",
    },
);

/// A cell of Excel holds 32,767 characters, so that the text is cut in the workbook.
pub const CUT_TEXT: Cause = Cause::declared(
    ID,
    "cut-text",
    Wording {
        indonesian: "Sel Excel memuat 32.767 huruf, jadi teks ini di buku kerja dipotong. Di JSON dan CSV ia utuh.",
        english: "A cell of Excel holds 32,767 characters, so that the text is cut in the workbook. It is whole in JSON and CSV.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Angka yang luar biasa", english: "An unusual figure" },
    sees: Wording { indonesian: "Capaian di atas 200 %, prakiraan maju yang berkali-kali lipat pagu, kolom wajib yang kosong seluruhnya, jumlah T-C.31 yang lain dari T-C.33, predikat yang lain dari skala nilainya, teks yang tidak muat dalam satu sel Excel.", english: "An achievement above 200 %, a forward estimate many times the amount, a mandatory column that is empty throughout, a total of T-C.31 other than that of T-C.33, a grade other than its percent has, a text that no cell of Excel holds." },
    matters: Wording { indonesian: "Tidak ada yang bertentangan, tetapi pembaca akan menanyakannya.", english: "Nothing contradicts itself, yet its reader will ask." },
    proof: Wording { indonesian: "Hanya catatan: tidak ada yang diubah dan tidak ada yang ditanyakan.", english: "A note only: nothing is changed and nothing is asked." },
    advice: Wording { indonesian: "Periksa bila belum disengaja.", english: "Check it unless it is meant so." },
    causes: &[ACHIEVEMENT, FORWARD_ESTIMATE, EMPTY_COLUMNS, GRADE, PROGRAMS, CUT_TEXT],
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
