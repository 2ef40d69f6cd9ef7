//! What in a sheet could not be read as it stands, and sheets that are left out.

use std::sync::Arc;

use crate::model::{Grid, Notice, Said};

use super::error::ReadError;

/// Something in a sheet that could not be read as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Oddity {
    /// An address that is none, or lies beyond Excel's last row or column.
    BadAddress,
    /// Two cells at one address; the later one is left out.
    Twice,
    /// A reference to a shared text that does not exist.
    MissingText,
    /// A number that is none, kept as a text.
    BadNumber,
    /// A merged range that is none.
    BadMerge,
}

impl Oddity {
    /// The notice about all of a kind on a sheet.
    pub(super) fn notice(self, sheet: &str, count: usize, first: &str) -> Notice {
        let (indonesian, english) = match self {
            Self::BadAddress => (
                "sel dilewati karena alamatnya tidak ada di Excel",
                "cell(s) skipped because their address does not exist in Excel",
            ),
            Self::Twice => (
                "sel dilewati karena alamatnya sudah terisi",
                "cell(s) skipped because their address is taken already",
            ),
            Self::MissingText => (
                "sel dilewati karena teksnya tidak ada di dalam berkas",
                "cell(s) skipped because the file lacks their text",
            ),
            Self::BadNumber => (
                "sel disimpan sebagai teks karena isinya bukan angka yang sah",
                "cell(s) kept as text because their value is no valid number",
            ),
            Self::BadMerge => (
                "sel gabungan diabaikan karena alamatnya tidak sah",
                "merged range(s) ignored because their address is not valid",
            ),
        };
        let said = Said::new(
            format!("lembar \"{sheet}\": {count} {indonesian} (pertama: {first})."),
            format!("sheet \"{sheet}\": {count} {english} (first: {first})."),
        );
        let notice = Notice::from(said).at(&Arc::from(sheet), [first.to_owned()]);
        Notice { count, ..notice }
    }
}

/// The notice for a sheet that is left out.
pub(super) fn left_out(sheet: &str, why: &Said) -> Notice {
    let said = Said::new(
        format!("lembar \"{sheet}\" dilewati: {}", why.indonesian),
        format!("sheet \"{sheet}\" is left out: {}", why.english),
    );
    Notice::from(said)
}

/// The sheets of a workbook as they are read one by one.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    grids: Vec<Grid>,
    failure: Option<ReadError>,
}

impl Gathered {
    /// Takes a sheet. One that failed is left out with a notice, unless a limit is exceeded.
    pub(super) fn add(
        &mut self,
        name: &str,
        read: Result<Grid, ReadError>,
        notices: &mut Vec<Notice>,
    ) -> Result<(), ReadError> {
        match read {
            Ok(grid) => self.grids.push(grid),
            Err(error @ ReadError::Bomb(_)) => return Err(error),
            Err(error) => {
                notices.push(left_out(name, &error.said()));
                self.failure.get_or_insert(error);
            }
        }
        Ok(())
    }

    /// The sheets that could be read.
    ///
    /// # Errors
    /// The first failure, if there is none.
    pub(super) fn finish(self) -> Result<Vec<Grid>, ReadError> {
        match self.failure {
            _ if !self.grids.is_empty() => Ok(self.grids),
            Some(failure) => Err(failure),
            None => Err(ReadError::NoSheets),
        }
    }
}
