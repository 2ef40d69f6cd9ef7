//! Name that is not the official one.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::RuleId;

/// `official-name`.
pub const ID: RuleId = RuleId::declared("official-name");

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Nama bukan nama resmi", english: "Name that is not the official one" },
    sees: Wording {
        indonesian: "Nama yang berbeda sedikit dari nama resmi kodenya: salah ketik, kata terpotong, huruf besar.",
        english: "A name a little off the official name of its code: a slip, a cut word, capitals.",
    },
    matters: Wording {
        indonesian: "Nama yang berbeda terbaca sebagai kegiatan yang berbeda.",
        english: "A different name reads as a different kegiatan.",
    },
    proof: Wording {
        indonesian: "Kode dan nama saling membenarkan dalam kodefikasi resmi; nama tercetak disimpan dalam audit.",
        english: "Code and name prove each other in the official codification; the printed name is kept in the audit.",
    },
    advice: Wording {
        indonesian: "Pakai pilihan nama tercetak bila nama asli harus dipertahankan.",
        english: "Choose printed names if the original wording must stay.",
    },
    causes: &[],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Skolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "uraian",
            before: "Pembangunan Ruang Guru/Kepala Skolah/TU",
            expected: Expected::Becomes("Pembangunan Ruang Guru/Kepala Sekolah/TU"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01|URUSAN PEMERINTAHAN BIDANG PENDIDIKAN||||600.000.000|
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|600.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.03|Penyelenggaraan Pameran Kerajinan Nagari|Jumlah Ruang|Lubuk Basung|3 Unit|600.000.000|PAD",
            column: "uraian",
            before: "Penyelenggaraan Pameran Kerajinan Nagari",
            expected: Expected::Stays(Wording {
                indonesian: "nama yang jauh berbeda tidak diganti",
                english: "a name far off is not replaced",
            }),
        },
    ],
};
