//! Slid cell.

use super::rule::{Example, Expected, Outcome, Rule, Wording};
use crate::model::{Cause, RuleId};

/// `slid-cell`.
pub const ID: RuleId = RuleId::declared("slid-cell");

/// What stands here may belong to another column; nothing proves it.
pub const UNPROVEN: Cause = Cause::declared(
    ID,
    "unproven",
    Wording {
        indonesian: "Isinya mungkin milik kolom lain; tidak ada yang membuktikannya. Isi kolom ini dengan nilai yang benar.",
        english: "What stands here may belong to another column; nothing proves it. Fill this column with the right value.",
    },
);

/// The move was refused by a person: what stands here stays.
pub const MOVE_REFUSED: Cause = Cause::declared(
    ID,
    "move-refused",
    Wording {
        indonesian: "Pemindahannya ditolak oleh pemeriksa: isinya tetap di tempatnya. Isi kolom ini dengan nilai yang benar.",
        english: "The move was refused by a person: what stands here stays. Fill this column with the right value.",
    },
);

pub(super) static RULE: Rule = Rule {
    id: ID,
    outcome: Outcome::Either,
    name: Wording { indonesian: "Sel bergeser", english: "Slid cell" },
    sees: Wording {
        indonesian: "Isi yang tercetak di bawah kepala kolom lain: satu sel kosong hilang sehingga bagian kanan baris bergeser, atau kepala halaman itu tidak sejajar dengan isinya.",
        english: "Content printed below the header of another column: an empty cell fell out and the right part of the row slid, or the header of the page is not in line with its body.",
    },
    matters: Wording {
        indonesian: "Jumlah di kolom yang salah dibaca sebagai jumlah yang lain: pagu menjadi prakiraan maju, target menjadi lokasi.",
        english: "An amount in a wrong column is read as another one: this year's as next year's, a target as a place.",
    },
    proof: Wording {
        indonesian: "Rumus atau penjumlahan yang cocok dengan pemindahan itu dan tidak tanpanya; atau isinya tidak mungkin di bawah kepalanya dan hanya satu kolom kosong di antara tetangganya yang cocok; sel di sebelahnya yang bergeser sama jauh ikut serta.",
        english: "A formula or a sum that holds with the move and not without; or the content cannot stand below its header and only one free column between its neighbours suits it; the cells beside it that slid as far go with it.",
    },
    advice: Wording {
        indonesian: "Tanpa bukti isi itu tetap di bawah kepalanya. Tolak pemindahan yang salah: semua selnya kembali ke tempat tercetak dan ditanyakan.",
        english: "Without proof the content stays below its header. Refuse a wrong move: all its cells go back to where they are printed and are asked about.",
    },
    causes: &[UNPROVEN, MOVE_REFUSED],
    examples: &[
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|865.000.000|PAD|
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit||PAD|635.000.000",
            column: "pagu",
            before: "635.000.000",
            expected: Expected::Becomes("635.000.000"),
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN||||||
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar||||||
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2.415.836.712|2 Unit|PAD|",
            column: "target",
            before: "2.415.836.712",
            expected: Expected::Reported,
        },
        Example {
            document: "\
T-C.33
kode|uraian|indikator|lokasi|target|pagu|sumber_dana|catatan
1.01.02|PROGRAM PENGELOLAAN PENDIDIKAN|Persentase Sekolah|Lubuk Basung|90 %|1.500.000.000|PAD|
1.01.02.2.01|Pengelolaan Pendidikan Sekolah Dasar|Jumlah Sekolah|Lubuk Basung|12 Unit|1.500.000.000|PAD|
1.01.02.2.01.01|Pembangunan Unit Sekolah Baru (USB)|Jumlah Sekolah Baru|Lubuk Basung|2 Unit|865.000.000|PAD|lihat lampiran
1.01.02.2.01.03|Pembangunan Ruang Guru/Kepala Sekolah/TU|Jumlah Ruang|Lubuk Basung|3 Unit|635.000.000|PAD|",
            column: "catatan",
            before: "lihat lampiran",
            expected: Expected::Stays(Wording {
                indonesian: "catatan yang cocok di bawah kepalanya tidak dipindahkan",
                english: "a remark that suits its header is not moved",
            }),
        },
    ],
};
