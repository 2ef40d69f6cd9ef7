//! What is asked for: how files are read, cleaned and written, and where to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::decisions::Decisions;
use crate::model::Language;
use crate::read::Limits;
use crate::solve::SolveOptions;
use crate::write::WriteError;
use crate::write::xlsx::XlsxOptions;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The standard workbook.
    Xlsx,
    /// The model.
    Json,
    /// One file a table.
    Csv,
    /// The flat list of sub kegiatan that SIPD takes, `stem-sipd.csv`.
    SipdCsv,
}

impl Format {
    /// Every format, the default first.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::Json, Self::Csv, Self::SipdCsv];

    /// What the name of its files ends with.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::SipdCsv => "-sipd.csv",
            Self::Xlsx => ".xlsx",
            Self::Json => ".json",
            Self::Csv => ".csv",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::SipdCsv => "sipd-csv",
        }
    }

    /// The format of a name or a file ending, in any case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }
}

/// Where the outputs of one input go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into a folder, each named `stem.ending`, a table's CSV `stem-T-C.33-1.csv`.
    Stem(PathBuf),
    /// One file of one format. CSV then demands that there is one table only.
    File(PathBuf),
}

/// How files are converted.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct Options {
    /// How much of a file is read.
    pub limits: Limits,
    /// What is repaired.
    pub solve: SolveOptions,
    /// What is written.
    pub formats: Vec<Format>,
    /// What a person decided.
    pub decisions: Decisions,
    /// How the workbook is written.
    pub xlsx: XlsxOptions,
    /// The language of messages inside the outputs.
    pub language: Language,
    /// Whether a file with something to mend gets a note to its office, `NAME-catatan.xlsx`.
    pub notes: bool,
    /// Other documents, of which every one is compared with each file: the Renstra of a Renja, the RKPD.
    pub with: Vec<PathBuf>,
    /// Whether the report holds every finding, and not their causes alone.
    pub findings: bool,
    /// Whether everything is done but putting outputs in their places.
    pub dry_run: bool,
    /// Whether a workbook leads back to its input: not where either comes through a pipe and has no place.
    pub linked: bool,
    /// Whether existing outputs are replaced.
    pub force: bool,
    /// Files that are never replaced, as canonical paths: the inputs.
    pub protected: BTreeSet<PathBuf>,
}

/// What is known of outputs that are there already.
pub trait Ledger {
    /// Whether the file there is an output of ours that nobody changed: then it may be replaced.
    fn is_ours(&self, path: &Path) -> bool;

    /// Whether an output of ours was ever written there, whoever changed it since.
    fn knows(&self, path: &Path) -> bool;

    /// Hears of all outputs before the first one is put in its place.
    ///
    /// # Errors
    /// If it cannot be remembered; then nothing is put anywhere.
    fn planned(&self, outputs: &[(&Path, &[u8])]) -> Result<(), WriteError>;
}
