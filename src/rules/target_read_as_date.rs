//! A target read as a date.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `target-read-as-date`.
pub const ID: RuleId = RuleId::declared("target-read-as-date");

/// A date stands there, no target: Excel took what was typed for a date.
pub const A_DATE: Cause = Cause::declared(
    ID,
    "a-date",
    Wording {
        indonesian: "Isinya tanggal, bukan target: Excel membaca yang diketik sebagai tanggal. Isi targetnya.",
        english: "A date stands there, no target: Excel took what was typed for a date. Fill in the target.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Finding,
    name: Wording { indonesian: "Target terbaca tanggal", english: "A target read as a date" },
    sees: Wording {
        indonesian: "Tanggal di kolom target: 2-2 yang diketik di Excel menjadi 02-Feb.",
        english: "A date in a column of targets: 2-2 typed into Excel becomes 02-Feb.",
    },
    matters: Wording {
        indonesian: "Yang diketik kantor hilang; tanggalnya bukan target.",
        english: "What the office typed is gone; the date is no target.",
    },
    proof: Wording {
        indonesian: "Dinilai dari jenis selnya, atau dari tulisannya: hari dan nama bulan.",
        english: "Judged by the kind of the cell, or by its writing: a day and the name of a month.",
    },
    advice: Wording {
        indonesian: "Isi targetnya, atau biarkan bila memang tanggal.",
        english: "Fill in the target, or let it stand if it is a date.",
    },
    causes: &[A_DATE],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|02-Feb|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "target",
            before: "02-Feb",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Bulan|600.000.000|PAD
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD
1.01.02.2.01.04|Pembangunan Ruang Unit Kesehatan Sekolah|Jumlah Ruang|Lubuk Basung|12 Unit|600.000.000|PAD",
            column: "target",
            before: "2 Bulan",
            expected: Expected::Stays(Wording {
                indonesian: "satuan waktu bukan tanggal",
                english: "a unit of time is no date",
            }),
        },
    ],
};
