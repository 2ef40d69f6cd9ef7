//! Why a file gave no result and why a decision is not followed, for people. One form: the place (put before it
//! by the caller), what was seen, why it matters, what to do.

use std::path::Path;

use super::{Failure, Undecided};
use crate::model::Said;
use crate::write::WriteError;

impl Failure {
    /// One sentence in both languages; the file's name stands before it.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Read(error) => error.said(),
            Self::NoTable => Said::new(
                "tidak ada tabel Renja (T-C.29 sampai T-C.33), Renstra (T-C.23 sampai T-C.28) atau evaluasi (E.80, E.81) di dalamnya, jadi tidak ada yang dapat dirapikan; periksa apakah ini berkas yang benar dan apakah kepala tabelnya ikut tersalin.",
                "it holds none of the tables of a Renja (T-C.29 to T-C.33), a Renstra (T-C.23 to T-C.28) or an evaluation (E.80, E.81), so there is nothing to clean; check that it is the right file and that the headers of its tables were copied too.",
            ),
            Self::Blank => Said::new(
                "buku kerja ini kosong: tidak ada satu sel pun yang terisi; periksa apakah ini berkas yang benar dan apakah isinya ikut tersimpan.",
                "this workbook is blank: not a single cell is filled; check that it is the right file and that its contents were saved.",
            ),
            Self::NoTableInText => Said::new(
                "ini berkas teks tanpa tabel Renja, Renstra atau evaluasi (T-C.23 sampai T-C.33, E.80, E.81), jadi tidak ada yang dapat dirapikan; pilih buku kerja Excel yang berisi tabelnya.",
                "it is a text file without any table of a Renja, a Renstra or an evaluation (T-C.23 to T-C.33, E.80, E.81), so there is nothing to clean; choose the Excel workbook that holds the tables.",
            ),
            Self::OnlyHeaders(tables) => Said::new(
                format!(
                    "{} hanya berisi kepala tabel tanpa baris, jadi tidak ada yang dapat dirapikan; periksa apakah isi tabelnya ikut tersalin.",
                    tables.join(", ")
                ),
                format!(
                    "{} has a header but no rows, so there is nothing to clean; check that the rows of the table were copied too.",
                    tables.join(", ")
                ),
            ),
            Self::Write(WriteError::Exists(path)) => exists(path),
            Self::Write(error) => error.said(),
            Self::IsInput(path) => Said::new(
                format!(
                    "hasilnya akan menimpa berkas masukan {}, jadi tidak ditulis; pilih folder lain dengan -o.",
                    path.display()
                ),
                format!(
                    "its output would replace the input {}, so it was not written; choose another folder with -o.",
                    path.display()
                ),
            ),
            Self::ManyTables { path, count } => Said::new(
                format!(
                    "berkas ini berisi {count} tabel dan CSV memuat satu tabel saja, jadi {} tidak ditulis; beri nama folder pada -o.",
                    path.display()
                ),
                format!(
                    "it holds {count} tables and a CSV file holds one, so {} was not written; give a folder to -o.",
                    path.display()
                ),
            ),
            Self::Beside { path, failure } => {
                let (said, path) = (failure.said(), path.display());
                Said::new(format!("{path}: {}", said.indonesian), format!("{path}: {}", said.english))
            }
            Self::NothingShared => Said::new(
                "tidak ada jumlah yang dapat dibandingkan dengan masukan: kode, tahun, satuan atau tabelnya lain; periksa apakah ini dokumen dari Perangkat Daerah dan tahun yang sama.",
                "no amount in it can be compared with the input: its codes, years, units or tables are others; check that it is a document of the same office and year.",
            ),
            Self::NoCeilings(said) => said.clone(),
            Self::NoPlan => Said::new(
                "tidak ada T-C.33 di dalamnya, jadi daftar sub kegiatan untuk SIPD tidak ditulis; pilih berkas yang memuatnya.",
                "there is no T-C.33 in it, so the list of sub kegiatan for SIPD was not written; choose a file that holds one.",
            ),
            Self::Undecided(error) => error.said(),
            Self::Fault(error) => Said::fault(&error.to_string()),
            Self::SelfCheck(difference) => Said::new(
                format!(
                    "hasilnya ditulis, tetapi saat dibaca kembali berbeda ({difference}): kesalahan di dalam rapikan sendiri. Periksa sel itu sebelum memakai hasilnya, dan laporkan kepada pembuatnya."
                ),
                format!(
                    "the result was written, but reads differently ({difference}): a fault of rapikan itself. Check that cell before you use the result, and report it."
                ),
            ),
        }
    }
}

impl Undecided {
    /// One sentence in both languages; the file's name stands before it.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Unmet { place, text } => Said::new(
                format!(
                    "keputusan tentang {place} (“{text}”) tidak mengenai perbaikan atau pertanyaan mana pun, mungkin berkas masukannya lain atau sudah berubah, jadi keputusan itu tidak diikuti; rapikan berkas itu lagi dan ulangi keputusannya pada hasil yang baru."
                ),
                format!(
                    "the decision about {place} (“{text}”) meets no repair and no question, perhaps because the input is another one or has changed, so it is not followed; clean the file again and decide on the new result."
                ),
            ),
            Self::Changed { place, before, now } => Said::new(
                format!(
                    "keputusan tentang {place} dibuat untuk “{before}”, tetapi di sana kini tertulis “{now}”, jadi keputusan itu tidak diikuti; putuskan lagi pada hasil yang baru."
                ),
                format!(
                    "the decision about {place} was made on “{before}”, yet “{now}” stands there today, so it is not followed; decide again on the new result."
                ),
            ),
            Self::Several(place) => Said::new(
                format!(
                    "keputusan tentang {place} mengenai lebih dari satu hal, jadi tidak diikuti; sebut id-nya, dari kolom Id pada lembar hasil atau dari JSON audit."
                ),
                format!(
                    "the decision about {place} meets more than one thing, so it is not followed; name its id, from the column Id of the result or from the audit JSON."
                ),
            ),
            Self::Unfit { place, value } => Said::new(
                format!(
                    "“{value}” tidak dapat berdiri di {place}, jadi keputusan itu tidak diikuti; isi nilai yang sesuai dengan kolomnya, misalnya 1.250.000 atau 2.17.01."
                ),
                format!(
                    "“{value}” cannot stand in {place}, so the decision is not followed; give a value that fits the column, such as 1.250.000 or 2.17.01."
                ),
            ),
            Self::Unanswerable(place) => Said::new(
                format!(
                    "temuan tentang {place} tidak mengenai isi satu sel, jadi tidak dapat dijawab dengan nilai; jawab “biarkan” bila memang begitu, atau perbaiki di berkas asal."
                ),
                format!(
                    "the finding about {place} is not about the content of one cell, so no value answers it; answer “leave” if it is meant so, or mend it in the source file."
                ),
            ),
            Self::Fault(error) => Said::fault(&error.to_string()),
        }
    }
}

fn exists(path: &Path) -> Said {
    Said::new(
        format!(
            "{} sudah ada dan tidak ditimpa agar tidak ada pekerjaan yang hilang; pilih folder lain dengan -o, atau tambahkan --force untuk menimpanya.",
            path.display()
        ),
        format!(
            "{} exists already and was left alone lest work be lost; choose another folder with -o, or add --force to replace it.",
            path.display()
        ),
    )
}
