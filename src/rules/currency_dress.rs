//! Number in currency dress.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `currency-dress`.
pub const ID: RuleId = RuleId::declared("currency-dress");

pub(super) static RULE: Rule = Rule {
    id: ID, outcome: Outcome::Repair,
    name: Wording { indonesian: "Angka berhias mata uang", english: "Number in currency dress" },
    sees: Wording { indonesian: "Rp, ,- atau ,00 di sekitar jumlah; jumlah negatif dalam kurung.", english: "Rp, ,- or ,00 around an amount; a negative one in brackets." },
    matters: Wording { indonesian: "Hiasan menjadikan angka itu teks: tidak ikut dijumlahkan.", english: "The dress makes the number a text: no sum counts it." },
    proof: Wording { indonesian: "Di bawah hiasannya hanya ada satu angka yang sah menurut tata tulis.", english: "Under the dress there is only one number that obeys the grammar." },
    advice: Wording { indonesian: "Tidak ada yang perlu dilakukan.", english: "Nothing needs doing." },
    causes: &[],
    examples: &[Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|Rp. 600.000.000,-|PAD", column: "pagu", before: "Rp. 600.000.000,-", expected: Expected::Becomes("600.000.000") }, Example { document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Dana Rp. 600.000.000,- dari APBN|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Persentase Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD", column: "indikator", before: "Dana Rp. 600.000.000,- dari APBN", expected: Expected::Stays(Wording { indonesian: "kalimat dalam kolom teks tetap kalimat", english: "a sentence in a text column stays a sentence" }) }],
};
