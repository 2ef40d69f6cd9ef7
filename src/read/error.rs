//! Why a file cannot be read, and how that is said to people.

use crate::model::Said;

/// A file that cannot be processed. What can be read in part is no error: it gives notices.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The operating system refused.
    #[error("cannot read the file")]
    Io(#[from] std::io::Error),
    /// A folder, a pipe, a device.
    #[error("not a regular file")]
    NotAFile,
    /// More or fewer bytes than the file had when it was opened.
    #[error("the file changes while it is read")]
    Changing,
    /// No bytes, or nothing but blanks.
    #[error("the file is empty")]
    Empty,
    /// More bytes than the limit.
    #[error("the file has {bytes} bytes, more than the limit of {limit}")]
    TooLarge {
        /// What it has.
        bytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// The content is out of all proportion: an attack, or a sheet formatted down to its last row.
    #[error("the content exceeds a limit: {0}")]
    Bomb(Exceeded),
    /// The zip container is cut off or damaged.
    #[error("the zip container is damaged")]
    Zip(#[source] zip::result::ZipError),
    /// One part of the zip container cannot be unpacked.
    #[error("part {part:?} of the container cannot be unpacked")]
    Part {
        /// Its name.
        part: String,
        /// What the unpacking met.
        #[source]
        source: std::io::Error,
    },
    /// One part is not well-formed.
    #[error("part {part:?} is not well-formed XML")]
    Xml {
        /// Its name.
        part: String,
        /// What the parser met.
        #[source]
        source: quick_xml::Error,
    },
    /// One part ends before its end.
    #[error("part {part:?} is cut off")]
    CutOff {
        /// Its name.
        part: String,
    },
    /// The container lacks a part that it needs.
    #[error("part {0:?} is missing")]
    MissingPart(String),
    /// Two parts of one name: nobody can say which counts.
    #[error("two parts of the container have the same name")]
    DuplicatePart,
    /// A binary structure (compound file, BIFF) contradicts itself.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// Locked by a password.
    #[error("locked by a password")]
    Password,
    /// Something else than a workbook.
    #[error("not a workbook: {0:?}")]
    Foreign(Foreign),
    /// A workbook without any sheet of cells.
    #[error("the workbook has no sheet")]
    NoSheets,
}

/// Which limit was exceeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Exceeded {
    /// Bytes after unpacking.
    #[error("unpacked bytes")]
    Inflated,
    /// Cells.
    #[error("cells")]
    Cells,
    /// Bytes of text.
    #[error("text")]
    Text,
    /// Sheets.
    #[error("sheets")]
    Sheets,
}

/// What a file turned out to be instead of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foreign {
    /// A PDF document.
    Pdf,
    /// A word processor's document.
    Word,
    /// A presentation.
    Presentation,
    /// A picture.
    Image,
    /// A workbook of Excel 2–4.
    OldExcel,
    /// A SYLK, DIF or dBase file.
    OldExchange,
    /// An archive that is no workbook.
    Archive,
    /// An Apple Numbers document.
    AppleNumbers,
    /// A web page saved as one file (MHT), whose text is encoded as in a mail.
    WebArchive,
    /// A web page without a table.
    PageWithoutTable,
    /// XML or JSON of another kind.
    OtherData,
    /// Bytes of no known kind.
    Unknown,
}

impl ReadError {
    /// One sentence without the file's name: what was seen, why it matters, what to do.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Io(error) => said_io(error),
            Self::NotAFile => Said::new(
                "ini bukan berkas biasa (mungkin folder atau pipa), jadi tidak ada yang dapat dibaca; pilih berkas Excel di dalamnya.",
                "this is no regular file (perhaps a folder or a pipe), so there is nothing to read; choose an Excel file in it.",
            ),
            Self::Changing => Said::new(
                "berkas ini masih ditulis atau disalin oleh program lain, jadi isinya belum lengkap; tunggu sampai selesai, lalu coba lagi.",
                "another program is still writing or copying this file, so its content is not complete; wait until it is done, and try again.",
            ),
            Self::Empty => Said::new(
                "berkas ini kosong, jadi tidak ada tabel di dalamnya; salin atau unduh ulang berkas aslinya.",
                "the file is empty, so it holds no table; copy or download the original again.",
            ),
            Self::TooLarge { bytes, limit } => said_too_large(*bytes, *limit),
            Self::Bomb(exceeded) => said_bomb(*exceeded),
            Self::Zip(_)
            | Self::Part { .. }
            | Self::Xml { .. }
            | Self::CutOff { .. }
            | Self::MissingPart(_)
            | Self::Damaged(_) => Said::new(
                "berkas ini rusak atau terpotong, jadi isinya tidak dapat dipercaya; unduh atau salin ulang, atau buka di Excel dengan \"Open and Repair\" lalu simpan sebagai .xlsx.",
                "the file is damaged or cut off, so its content cannot be trusted; download or copy it again, or open it in Excel with \"Open and Repair\" and save it as .xlsx.",
            ),
            Self::DuplicatePart => Said::new(
                "berkas ini memuat dua bagian dengan nama yang sama, jadi tidak jelas mana yang benar; buka di Excel lalu simpan ulang sebagai .xlsx.",
                "the file holds two parts of the same name, so it is unclear which one counts; open it in Excel and save it anew as .xlsx.",
            ),
            Self::Password => Said::new(
                "berkas ini dikunci dengan kata sandi, jadi isinya tidak terlihat; buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), lalu simpan.",
                "the file is locked by a password, so its content cannot be seen; open it in Excel, remove the password (File > Info > Protect Workbook) and save it.",
            ),
            Self::Foreign(foreign) => foreign.said(),
            Self::NoSheets => Said::new(
                "buku kerja ini tidak memuat lembar berisi sel, jadi tidak ada tabel yang dapat dibaca; periksa apakah berkasnya benar, atau simpan ulang dari Excel.",
                "the workbook has no sheet of cells, so there is no table to read; check that it is the right file, or save it anew from Excel.",
            ),
        }
    }
}

fn said_io(error: &std::io::Error) -> Said {
    let windows = error.raw_os_error().filter(|_| cfg!(windows)).and_then(said_by_windows);
    windows.unwrap_or_else(|| said_by_kind(error))
}

/// What Windows alone tells, by the number of its error.
fn said_by_windows(code: i32) -> Option<Said> {
    match code {
        // A sharing or a lock violation: another program holds the file.
        32 | 33 => Some(said_held()),
        // ERROR_CLOUD_FILE_…: OneDrive has the file and could not fetch it.
        362..=366 | 376..=398 | 404 => Some(said_in_the_cloud()),
        _ => None,
    }
}

fn said_by_kind(error: &std::io::Error) -> Said {
    match error.kind() {
        std::io::ErrorKind::NotFound => Said::new(
            "berkas tidak ditemukan; periksa nama dan foldernya.",
            "the file was not found; check its name and folder.",
        ),
        std::io::ErrorKind::PermissionDenied => said_held(),
        _ => Said::new(
            format!("berkas tidak dapat dibaca ({error}); salin ke komputer ini lalu coba lagi."),
            format!("the file cannot be read ({error}); copy it to this computer and try again."),
        ),
    }
}

fn said_held() -> Said {
    Said::new(
        "berkas tidak boleh dibaca; tutup di Excel atau minta izin membacanya.",
        "the file may not be read; close it in Excel or ask for permission to read it.",
    )
}

fn said_in_the_cloud() -> Said {
    Said::new(
        "berkas ini masih di OneDrive dan belum terunduh, jadi isinya tidak terbaca; sambungkan ke internet, klik kanan berkasnya, pilih \"Always keep on this device\", lalu coba lagi.",
        "the file lies in OneDrive and is not on this computer yet, so its content cannot be read; go online, right-click it, choose \"Always keep on this device\", and try again.",
    )
}

fn said_too_large(bytes: u64, limit: u64) -> Said {
    let (has, allowed) = (bytes / 1_048_576, limit / 1_048_576);
    Said::new(
        format!(
            "berkas ini berukuran {has} MiB, lebih dari batas {allowed} MiB; hapus gambar dan lembar yang tidak perlu, lalu simpan ulang."
        ),
        format!(
            "the file has {has} MiB, more than the limit of {allowed} MiB; remove pictures and sheets that are not needed and save it anew."
        ),
    )
}

fn said_bomb(exceeded: Exceeded) -> Said {
    let (indonesian, english) = match exceeded {
        Exceeded::Inflated => {
            ("setelah dibuka isinya jauh terlalu besar", "its content is far too large once unpacked")
        }
        Exceeded::Cells => ("selnya jauh terlalu banyak", "it has far too many cells"),
        Exceeded::Text => ("teksnya jauh terlalu banyak", "it has far too much text"),
        Exceeded::Sheets => ("lembarnya jauh terlalu banyak", "it has far too many sheets"),
    };
    Said::new(
        format!(
            "{indonesian}, jadi pembacaan dihentikan agar komputer tidak macet; salin tabelnya saja ke buku kerja baru."
        ),
        format!(
            "{english}, so reading stopped lest the computer hang; copy just the tables into a new workbook."
        ),
    )
}

impl Foreign {
    fn said(self) -> Said {
        let (indonesian, english) = match self {
            Self::Pdf => ("sebuah PDF", "a PDF"),
            Self::Word => ("sebuah dokumen Word", "a Word document"),
            Self::Presentation => ("sebuah presentasi", "a presentation"),
            Self::Image => ("sebuah gambar", "a picture"),
            Self::OldExcel => (
                "buku kerja Excel versi sangat lama (sebelum 1995)",
                "a workbook of a very old Excel (before 1995)",
            ),
            Self::OldExchange => (
                "berkas pertukaran data lama (SYLK, DIF atau dBase)",
                "an old data exchange file (SYLK, DIF or dBase)",
            ),
            Self::Archive => (
                "sebuah arsip (ZIP, RAR atau 7z), bukan buku kerja",
                "an archive (ZIP, RAR or 7z), no workbook",
            ),
            Self::AppleNumbers => ("sebuah dokumen Numbers dari Apple", "an Apple Numbers document"),
            Self::WebArchive => ("sebuah arsip halaman web (MHT)", "a web page archive (MHT)"),
            Self::PageWithoutTable => ("sebuah halaman web tanpa tabel", "a web page without a table"),
            Self::OtherData => ("berkas XML atau JSON jenis lain", "an XML or JSON file of another kind"),
            Self::Unknown => ("berkas yang jenisnya tidak dikenal", "a file of no known kind"),
        };
        let (todo, advice) = match self {
            Self::OldExcel | Self::OldExchange | Self::WebArchive => (
                "buka di Excel atau LibreOffice lalu simpan sebagai .xlsx",
                "open it in Excel or LibreOffice and save it as .xlsx",
            ),
            Self::AppleNumbers => {
                ("ekspor ke Excel (.xlsx) dari Numbers", "export it to Excel (.xlsx) from Numbers")
            }
            Self::Archive => (
                "ekstrak dulu, lalu pilih berkas Excel di dalamnya",
                "extract it first and choose the Excel file in it",
            ),
            Self::Pdf | Self::Word | Self::Image | Self::Presentation => (
                "minta berkas Excel aslinya, atau salin tabelnya ke Excel",
                "ask for the original Excel file, or copy its tables into Excel",
            ),
            Self::PageWithoutTable | Self::OtherData | Self::Unknown => (
                "periksa apakah berkasnya benar, atau simpan sebagai .xlsx dari Excel",
                "check that it is the right file, or save it as .xlsx from Excel",
            ),
        };
        Said::new(
            format!("isinya {indonesian}, apa pun nama berkasnya, jadi tabelnya tidak dapat dibaca; {todo}."),
            format!("its content is {english}, whatever its name says, so no table can be read; {advice}."),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_alone_tells_is_said_with_what_to_do() {
        let said = |code| said_by_windows(code).map(|said| said.english);
        assert!(said(32).unwrap().contains("close it in Excel"));
        assert!(said(362).unwrap().contains("OneDrive") && said(389).unwrap().contains("OneDrive"));
        assert_eq!((said(2), said(375), said(399)), (None, None, None));
    }
}
