//! Amounts in a column that the form does not know, beside an empty one of its own.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `amounts-elsewhere`.
pub const ID: RuleId = RuleId::declared("amounts-elsewhere");

/// The column of amounts is empty in every row, yet another one holds amounts that no sum and no summary has.
pub const OTHER_COLUMN: Cause = Cause::declared(
    ID,
    "other-column",
    Wording {
        indonesian: "Kolom uang ini kosong di semua baris, padahal kolom lain berisi jumlah uang yang tidak dimuat jumlah dan ringkasan mana pun. Bila itu pagunya, ganti judul kolom itu di berkas sumber.",
        english: "The column of amounts is empty in every row, yet another one holds amounts that no sum and no summary has. If these are the amounts, rename that column in the source file.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Jumlah uang di kolom lain", english: "Amounts in another column" },
    sees: Wording {
        indonesian: "Kolom pagu formulir kosong di semua baris, padahal kolom di luar formulir berisi jumlah uang.",
        english: "The form's own column of amounts is empty in every row, yet a column that it does not know holds amounts.",
    },
    matters: Wording {
        indonesian: "Tanpa kolom pagu semua jumlah menjadi kosong, dan gabungan menghitung Perangkat Daerah ini nol.",
        english: "Without that column every sum is empty, and a merged plan counts this office as nothing.",
    },
    proof: Wording {
        indonesian: "Kepala kolom yang tercetak dan isi kolomnya.",
        english: "The headers that are printed, and what the columns hold.",
    },
    advice: Wording {
        indonesian: "Bila kolom itu memang pagunya, ganti judulnya di berkas sumber; bila bukan, jawab “biarkan”.",
        english: "If that column holds the amounts, rename it in the source file; if not, answer “leave”.",
    },
    causes: &[OTHER_COLUMN],
    examples: &[
        Example {
            document: "\
T-C.33 [Kebutuhan Dana/Pagu Indikatif=Bantuan Gubernur]
kode|uraian|indikator|lokasi|target|pagu
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|1 Unit|200.000.000",
            column: "lain_1",
            before: "600.000.000",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000",
            column: "pagu",
            before: "600.000.000",
            expected: Expected::Stays(Wording {
                indonesian: "kolom pagu formulir terisi",
                english: "the form's own column of amounts is filled",
            }),
        },
    ],
};
