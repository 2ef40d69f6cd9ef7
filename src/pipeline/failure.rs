//! Why a file gave no result.

use std::path::PathBuf;

use super::decide::Undecided;
use super::self_check::Difference;
use crate::model::{NoSuchCell, Said};
use crate::read::ReadError;
use crate::write::WriteError;

/// Why a file gave no result.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It cannot be read.
    #[error("the file cannot be read")]
    Read(#[from] ReadError),
    /// It was read, but none of the official tables is in it.
    #[error("there is no table in it")]
    NoTable,
    /// It holds nothing at all.
    #[error("there is nothing in it")]
    Blank,
    /// It is a text without a table: a letter, a list, a log.
    #[error("it is a text without a table")]
    NoTableInText,
    /// Tables are there, but none has a row below its header.
    #[error("its tables have no rows: {0:?}")]
    OnlyHeaders(Vec<String>),
    /// An output cannot be written.
    #[error("an output cannot be written")]
    Write(#[from] WriteError),
    /// An output would take the place of an input.
    #[error("{} is an input", .0.display())]
    IsInput(PathBuf),
    /// Several tables cannot stand in one CSV file.
    #[error("{count} tables cannot go into {}", path.display())]
    ManyTables {
        /// The file asked for.
        path: PathBuf,
        /// How many tables there are.
        count: usize,
    },
    /// Another document that a file was to be compared with.
    #[error("{} cannot be compared with", path.display())]
    Beside {
        /// The other document.
        path: PathBuf,
        /// Why.
        #[source]
        failure: Box<Self>,
    },
    /// Two documents have no amount in common.
    #[error("the documents have no amount in common")]
    NothingShared,
    /// There is no T-C.33 to make a list of.
    #[error("there is no T-C.33 in it")]
    NoPlan,
    /// A list of ceilings cannot be followed, for this reason.
    #[error("the list of ceilings cannot be followed")]
    NoCeilings(Said),
    /// A fault of this program.
    #[error(transparent)]
    Fault(#[from] NoSuchCell),
    /// A person's decision cannot be followed.
    #[error("a decision cannot be followed")]
    Undecided(#[source] Undecided),
    /// A fault of this program: the written workbook does not say what it was written from.
    #[error("the written workbook reads differently")]
    SelfCheck(#[source] Box<Difference>),
}
