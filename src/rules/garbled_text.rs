//! Garbled text.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `garbled-text`.
pub const ID: RuleId = RuleId::declared("garbled-text");

/// The text is garbled: signs stand for letters that are gone.
pub const LETTERS_GONE: Cause = Cause::declared(
    ID,
    "letters-gone",
    Wording {
        indonesian: "Teksnya rusak: tanda lain menggantikan huruf yang hilang. Tulis teksnya menurut dokumen asal.",
        english: "The text is garbled: signs stand for letters that are gone. Write the text after the original document.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Either,
    name: Wording { indonesian: "Teks rusak", english: "Garbled text" },
    sees: Wording { indonesian: "Huruf yang hilang atau rusak saat disalin dari PDF atau halaman web: Doku�men, (cid:3), â€“, ﬁ, &amp;.", english: "Letters lost or broken while copying from a PDF or a web page: Doku�men, (cid:3), â€“, ﬁ, &amp;." },
    matters: Wording { indonesian: "Kata yang rusak tidak ditemukan oleh pencarian, dan ikut tercetak.", english: "A broken word is not found by any search, and is printed on." },
    proof: Wording { indonesian: "Huruf rangkap (ﬁ) dan kode halaman web (&amp;) hanya berarti satu hal.", english: "A joined letter (ﬁ) and a code of web pages (&amp;) mean one thing only." },
    advice: Wording { indonesian: "Yang hilang tidak dapat dibaca: perbaiki teksnya menurut dokumen asal.", english: "What is gone cannot be read: mend the text after the original document." },
    causes: &[LETTERS_GONE],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Veriﬁkasi Sarana &amp; Prasarana|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "indikator",
            before: "Jumlah Veriﬁkasi Sarana &amp; Prasarana",
            expected: Expected::Becomes("Jumlah Verifikasi Sarana & Prasarana"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Doku�men|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "indikator",
            before: "Jumlah Doku�men",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah R&D dan C(id)|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "indikator",
            before: "Jumlah R&D dan C(id)",
            expected: Expected::Stays(Wording { indonesian: "tanda & dan kurung adalah tulisan biasa", english: "an & and brackets are plain writing" }),
        },
    ],
};
