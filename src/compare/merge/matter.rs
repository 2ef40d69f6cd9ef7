//! The kinds of things that do not fit together, and what to do about each.

use crate::model::{Said, Severity};

/// What does not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// An amount is no settled number; it is in no sum.
    OpenAmount,
    /// A row has no settled code; it stands in the list only.
    NoCode,
    /// A file holds a second T-C.33 with rows that the first has too; it is left out.
    OtherTable,
    /// One office sent the same row in two files.
    SameOffice,
    /// An office plans for more than its ceiling.
    AboveCeiling,
    /// Amounts of an office are open, so that it is not known whether it plans for more than its ceiling.
    CeilingUnsure,
    /// The same sub kegiatan at the same place in two offices.
    SamePlace,
    /// The same sub kegiatan at the same place twice in one file.
    Repeated,
    /// One code with several names.
    OtherName,
    /// The total that a file prints is not what its rows make.
    PrintedTotal,
    /// A file states another region than most.
    OtherRegion,
    /// A file follows another edition of the codification than most.
    OtherEdition,
    /// A file does not say which office it is of.
    NoOffice,
    /// The list of ceilings does not name an office that sent a plan.
    NoCeiling,
    /// The list of ceilings names an office that sent no plan.
    NoPlan,
    /// The same sub kegiatan in two offices, neither of which says where.
    PlaceUnsaid,
    /// The same sub kegiatan of program 01, which every office has for itself.
    Support,
    /// Money stands at a parent only, with none below it.
    AmountAbove,
    /// A file counts in thousands of rupiah; its amounts were multiplied.
    OtherUnit,
}

impl Matter {
    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OpenAmount => "open-amount",
            Self::NoCode => "no-code",
            Self::OtherTable => "other-table",
            Self::SameOffice => "same-office",
            Self::AboveCeiling => "above-ceiling",
            Self::CeilingUnsure => "ceiling-unsure",
            Self::SamePlace => "same-place",
            Self::Repeated => "repeated",
            Self::OtherName => "other-name",
            Self::PrintedTotal => "printed-total",
            Self::OtherRegion => "other-region",
            Self::OtherEdition => "other-edition",
            Self::NoOffice => "no-office",
            Self::NoCeiling => "no-ceiling",
            Self::NoPlan => "no-plan",
            Self::PlaceUnsaid => "place-unsaid",
            Self::Support => "support",
            Self::AmountAbove => "amount-above",
            Self::OtherUnit => "other-unit",
        }
    }

    /// How much it matters.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::OpenAmount | Self::NoCode | Self::OtherTable | Self::SameOffice | Self::AboveCeiling => {
                Severity::Error
            }
            Self::SamePlace
            | Self::Repeated
            | Self::OtherName
            | Self::PrintedTotal
            | Self::OtherRegion
            | Self::OtherEdition
            | Self::NoOffice
            | Self::NoCeiling
            | Self::CeilingUnsure
            | Self::NoPlan => Severity::Warning,
            Self::PlaceUnsaid | Self::Support | Self::AmountAbove | Self::OtherUnit => Severity::Note,
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn name(self) -> Said {
        let (indonesian, english) = match self {
            Self::OpenAmount => ("pagu belum pasti", "open amount"),
            Self::NoCode => ("baris tanpa kode", "row without a code"),
            Self::OtherTable => ("tabel T-C.33 kedua", "second T-C.33"),
            Self::SameOffice => ("satu PD, dua berkas", "one office, two files"),
            Self::AboveCeiling => ("melebihi plafon", "above the ceiling"),
            Self::CeilingUnsure => ("plafon belum dapat diperiksa", "ceiling not checked yet"),
            Self::SamePlace => ("sub kegiatan dan lokasi sama", "same sub kegiatan and place"),
            Self::Repeated => ("baris berulang", "repeated row"),
            Self::OtherName => ("kode sama, nama berbeda", "same code, other name"),
            Self::PrintedTotal => ("total tidak cocok", "total does not agree"),
            Self::OtherRegion => ("daerah berbeda", "other region"),
            Self::OtherEdition => ("edisi kodefikasi berbeda", "other edition of the codification"),
            Self::NoOffice => ("PD tidak disebut", "office not named"),
            Self::NoCeiling => ("tanpa plafon", "no ceiling"),
            Self::NoPlan => ("plafon tanpa rencana", "ceiling without a plan"),
            Self::PlaceUnsaid => ("sub kegiatan sama, tanpa lokasi", "same sub kegiatan, no place given"),
            Self::Support => ("program penunjang bersama", "shared support program"),
            Self::AmountAbove => ("uang hanya di induk", "money at a parent only"),
            Self::OtherUnit => ("satuan ribu rupiah", "thousands of rupiah"),
        };
        Said::new(indonesian, english)
    }

    /// Why it matters and what to do.
    #[must_use]
    pub fn said(self) -> Said {
        let (indonesian, english) = match self {
            Self::OpenAmount => (
                "Angkanya belum pasti, jadi tidak ikut dijumlahkan dan jumlah di atasnya kurang; ketik angka yang benar di selnya, jumlahnya ikut berubah.",
                "Its number is not settled, so no sum holds it and the sums above lack it; type the right number into its cell and the sums follow.",
            ),
            Self::NoCode => (
                "Kodenya belum pasti, jadi baris ini hanya ada di daftar ini dan uangnya tidak dijumlahkan; tetapkan kodenya di berkas PD, lalu gabungkan lagi.",
                "Its code is not settled, so the row stands in this list only and its money is in no sum; settle the code in the office's file and merge again.",
            ),
            Self::OtherTable => (
                "Berkas ini memuat T-C.33 kedua dengan baris yang sama, jadi hanya yang pertama digabungkan; hapus yang tidak berlaku, lalu gabungkan lagi.",
                "The file holds a second T-C.33 with the same rows, so only the first was merged; delete the one that does not hold and merge again.",
            ),
            Self::SameOffice => (
                "Baris ini dikirim dua kali oleh PD yang sama dan terhitung dua kali; pakai satu berkas saja, lalu gabungkan lagi.",
                "The same office sent this row twice and it is counted twice; keep one of the files and merge again.",
            ),
            Self::AboveCeiling => (
                "Pagu PD ini melebihi plafonnya; kurangi rencananya, atau tetapkan plafon yang lain.",
                "The pagu of this office is above its ceiling; plan for less, or settle another ceiling.",
            ),
            Self::CeilingUnsure => (
                "Ada pagu PD ini yang belum pasti, jadi belum diketahui apakah plafonnya dilampaui; pastikan dulu angkanya.",
                "Some amounts of this office are open, so it is not known whether its ceiling is exceeded; settle them first.",
            ),
            Self::NoCeiling => (
                "PD ini tidak ada di daftar plafon, jadi pagunya tidak diperiksa; lengkapi daftarnya, atau samakan namanya.",
                "The list of ceilings does not name this office, so its pagu was not checked; complete the list, or write its name alike.",
            ),
            Self::NoPlan => (
                "Daftar plafon menyebut PD yang rencananya tidak ada di gabungan ini; minta berkasnya, samakan namanya, atau lihat mengapa berkasnya tidak digabungkan.",
                "The list of ceilings names an office of which no plan was merged; ask for its file, write its name alike, or see why its file was left out.",
            ),
            Self::SamePlace => (
                "Dua PD merencanakan hal yang sama di tempat yang sama; pastikan siapa yang mengerjakan, atau bahwa keduanya memang perlu.",
                "Two offices plan the same thing at the same place; settle who does it, or that both are needed.",
            ),
            Self::Repeated => (
                "Baris ini ada dua kali di satu berkas dan terhitung dua kali; pastikan keduanya memang berbeda.",
                "The row stands twice in one file and is counted twice; make sure that they are two things.",
            ),
            Self::OtherName => (
                "Satu kode dipakai untuk nama yang berbeda; salah satunya salah kode. Periksa dengan rapikan lookup.",
                "One code bears different names, so one of them has the wrong code. Look it up with rapikan lookup.",
            ),
            Self::PrintedTotal => (
                "Total yang tercetak bukan jumlah barisnya; yang dijumlahkan di sini adalah barisnya. Periksa berkas PD.",
                "The printed total is not the sum of the rows; what is added up here are the rows. Check the office's file.",
            ),
            Self::OtherRegion => (
                "Nama daerahnya lain dari berkas lain, tetapi pagunya ikut dijumlahkan; pastikan berkas ini milik daerah ini.",
                "It states another region than other files, yet its money is in the sums; make sure it belongs here.",
            ),
            Self::OtherEdition => (
                "Kodenya menurut edisi kodefikasi lain, jadi barisnya tidak bertemu dengan PD lain; samakan edisinya.",
                "Its codes follow another edition, so its rows do not meet those of other offices; use one edition.",
            ),
            Self::NoOffice => (
                "Berkas ini tidak menyebut Perangkat Daerahnya, jadi nama berkas dipakai sebagai gantinya; lengkapi judul tabelnya.",
                "The file does not name its office, so the file's name stands for it; complete the title of its table.",
            ),
            Self::PlaceUnsaid => (
                "Beberapa PD punya sub kegiatan ini dan tidak menyebut lokasinya, jadi tumpang tindih tidak dapat diperiksa.",
                "Several offices have this sub kegiatan and give no place, so an overlap cannot be told.",
            ),
            Self::Support => (
                "Setiap PD punya program penunjang sendiri; dicatat saja.",
                "Every office has a support program of its own; stated for the record.",
            ),
            Self::AmountAbove => (
                "Uangnya hanya tertulis di induk ini, tidak di bawahnya; dijumlahkan dari induknya.",
                "The money is written at this parent only and at nothing below; it is counted from there.",
            ),
            Self::OtherUnit => (
                "Tabelnya dalam ribuan rupiah; setiap angkanya dikalikan 1.000.",
                "The table counts in thousands of rupiah; each of its amounts was multiplied by 1,000.",
            ),
        };
        Said::new(indonesian, english)
    }
}
