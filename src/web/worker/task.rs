//! What a worker of the page is asked.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::Language;
use crate::read::Limits;

/// What holds for every task of a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::web) struct Greeting {
    /// How many bytes a file may have.
    pub(in crate::web) bytes: u64,
    /// How many it may have unpacked.
    pub(in crate::web) inflated: u64,
    /// How much memory the worker may take; `None` for no limit.
    pub(in crate::web) memory: Option<u64>,
}

impl Greeting {
    /// How much of a file is read.
    pub(in crate::web) fn limits(&self) -> Limits {
        Limits { bytes: self.bytes, inflated_bytes: self.inflated, ..Limits::default() }
    }
}

/// How decisions that do not fit are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::web) enum Mode {
    /// The last ones were made just now: if one of them does not fit, nothing changes.
    Made,
    /// They were made another day: those that do not fit are kept and told.
    Kept,
}

/// What the page that asks has drawn: changes are told against that, and never against what another tab has.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(in crate::web) struct Drawn {
    /// The number of the model that it has; `None` if it has none.
    pub(in crate::web) now: Option<u64>,
    /// The number of the model with the changes in it.
    pub(in crate::web) next: u64,
}

/// A language as a task names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::web) enum Tongue {
    /// Bahasa Indonesia.
    #[default]
    #[serde(rename = "id")]
    Indonesian,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Indonesian => Self::Indonesian,
            Tongue::English => Self::English,
        }
    }
}

/// What is to be written of the open file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(in crate::web) struct Save {
    /// `xlsx`, `resmi`, `audit`, `json`, `csv`, `decisions`, `html`, `note`, `migrate`.
    pub(in crate::web) what: String,
    /// The language of notes and audit.
    #[serde(default)]
    pub(in crate::web) lang: Tongue,
    /// The arrangement of the tables; as they are if nothing is said.
    pub(in crate::web) layout: Option<String>,
    /// `printed` for names as they are printed; official ones if nothing is said.
    pub(in crate::web) names: Option<String>,
    /// The edition to move to.
    pub(in crate::web) edition: Option<String>,
    /// Where it is written to; the server says it.
    #[serde(default)]
    pub(in crate::web) to: PathBuf,
}

/// One task.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do")]
pub(in crate::web) enum Task {
    /// Reads a file and follows decisions of another day.
    Open { path: PathBuf, name: String, decisions: Vec<Value>, accepted: BTreeSet<String> },
    /// Everything about the open file; what is drawn of it gets this number.
    Model { drawn: u64 },
    /// Follows these decisions instead of those before; the last `fresh` of them are new.
    Decide { decisions: Vec<Value>, accepted: BTreeSet<String>, fresh: usize, mode: Mode, drawn: Drawn },
    /// Adds the decisions of a file.
    Load { path: PathBuf, drawn: Drawn },
    /// The tables of the open file as they will print.
    Pages(Save),
    /// Writes something of the open file.
    Save(Save),
    /// Merges result workbooks; each has the name that is told of it.
    Merge { inputs: Vec<(String, PathBuf)>, layout: Option<String>, language: Tongue, to: PathBuf },
    /// What differs between two result workbooks.
    Compare { old: (String, PathBuf), new: (String, PathBuf), language: Tongue, to: PathBuf },
    /// A workbook to type into, filled from a result workbook of the year before if there is one.
    Template { asked: Value, from: Option<PathBuf>, to: PathBuf },
}
