//! Missing amount.

use super::rule::{Example, Expected, Outcome, Rule, Wording};

/// `missing-amount`.
pub(super) static RULE: Rule = Rule {
    id: "missing-amount",
    outcome: Outcome::Repair,
    name: Wording { indonesian: "Jumlah hilang", english: "Missing amount" },
    sees: Wording {
        indonesian: "Sel jumlah yang kosong pada baris induk, sedangkan baris lain di kolom itu terisi.",
        english: "An empty amount in a parent's row, while the other rows of the column are filled.",
    },
    matters: Wording {
        indonesian: "Induk tanpa jumlah membuat totalnya tidak dapat diperiksa.",
        english: "A parent without its amount leaves the total unchecked.",
    },
    proof: Wording {
        indonesian: "Jumlah anaknya, dan penjumlahan yang tercetak di atasnya atau tabel kembar menuntut angka yang sama.",
        english: "The sum of its children, and a printed sum above it or a twin table asks for the same amount.",
    },
    advice: Wording {
        indonesian: "Tanpa bukti kedua sel dibiarkan kosong dan ditanyakan, dengan jumlah anaknya sebagai calon.",
        english: "Without the second proof the cell stays empty and is asked about, with the sum as candidate.",
    },
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit||PAD
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|Jumlah Sekolah|Lubuk Basung|3 Unit|600.000.000|PAD
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|600.000.000|PAD",
            column: "pagu",
            before: "",
            expected: Expected::Becomes("900.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|900.000.000|PAD
1.01.02.2.02|Pengelolaan Pendidikan Sekolah Menengah Pertama|||||
1.01.02.2.02.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|600.000.000|PAD",
            column: "pagu",
            before: "",
            expected: Expected::Stays(Wording {
                indonesian: "kantor yang tidak mengisi baris induk tidak kehilangan apa-apa",
                english: "an office that fills no parents' rows has lost nothing",
            }),
        },
    ],
};
