//! Excel error.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `excel-error`.
pub const ID: RuleId = RuleId::declared("excel-error");

/// The formula in the source file failed.
pub const FORMULA_FAILED: Cause = Cause::declared(
    ID,
    "formula-failed",
    Wording {
        indonesian: "Rumus di berkas asal gagal dihitung. Perbaiki rumusnya atau isi angkanya.",
        english: "The formula in the source file failed. Mend it or fill in the number.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Either,
    name: Wording { indonesian: "Kesalahan Excel", english: "Excel error" },
    sees: Wording { indonesian: "#DIV/0!, #REF!, #N/A dan sejenisnya di tempat sebuah nilai.", english: "#DIV/0!, #REF!, #N/A and the like in place of a value." },
    matters: Wording { indonesian: "Kesalahan merambat ke setiap rumus yang memakainya.", english: "An error spreads to every formula that uses it." },
    proof: Wording { indonesian: "#DIV/0! dikosongkan bila rumus formulir memang membagi dengan nol atau kosong; yang lain tidak dapat diketahui.", english: "#DIV/0! is emptied where the form's formula does divide by zero or nothing; others cannot be known." },
    advice: Wording { indonesian: "Bila dilaporkan: perbaiki rumus di berkas asal atau isi angkanya.", english: "If reported: mend the formula in the source file or fill in the number." },
    causes: &[FORMULA_FAILED],
    examples: &[Example { document: "\
T-C.29
kode|uraian|indikator|target_renstra|realisasi_lampau|target_lalu|realisasi_lalu|tingkat_realisasi|target_berjalan|capaian_berjalan|tingkat_capaian
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|600.000.000|10.000.000|-|190.000.000|#DIV/0!|100.000.000|300.000.000|50,00", column: "tingkat_realisasi", before: "#DIV/0!", expected: Expected::Becomes("") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|#REF!|PAD", column: "pagu", before: "#REF!", expected: Expected::Reported }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD|Kolom # 3
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD|
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD|", column: "catatan", before: "Kolom # 3", expected: Expected::Stays(Wording { indonesian: "tanda pagar dalam teks bukan kesalahan", english: "a hash in a text is no error" }) }],
};
