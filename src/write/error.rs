//! Why an output could not be written.

use std::path::PathBuf;

use crate::model::Said;

/// Why an output could not be made or put in its place.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The workbook could not be built: it asks for more than a worksheet can hold.
    #[error("the workbook cannot be built")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// There is a file of that name already, and it may not be replaced.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// The disk refused.
    #[error("{} cannot be written", path.display())]
    Disk {
        /// The output.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl WriteError {
    /// What happened and what to do, in both languages.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Workbook(why) => Said::new(
                format!("Buku kerja tidak dapat disusun: {why}."),
                format!("The workbook cannot be built: {why}."),
            ),
            Self::Exists(path) => Said::new(
                format!(
                    "{} sudah ada dan tidak ditimpa. Pilih nama lain, atau izinkan penimpaan.",
                    path.display()
                ),
                format!(
                    "{} exists already and is left alone. Choose another name, or allow it to be replaced.",
                    path.display()
                ),
            ),
            Self::Disk { path, source } => Said::new(
                format!(
                    "{} tidak dapat ditulis: {source}. Periksa folder, hak akses dan ruang disk; tutup berkas itu bila sedang terbuka.",
                    path.display()
                ),
                format!(
                    "{} cannot be written: {source}. Check the folder, its permissions and the free space; close the file if it is open.",
                    path.display()
                ),
            ),
        }
    }
}
