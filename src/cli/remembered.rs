//! The last conversion of a file of a batch: whether anything has changed since, and what may be replaced.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::arguments::Wanted;
use super::exit::Exit;
use super::messages;
use super::out::Out;
use super::outcome::Outcome;
use crate::batch::{Input, Record};
use crate::codification::added_codification;
use crate::model::sha256;
use crate::pipeline::{Ledger, NOTE, Options};
use crate::read;
use crate::write::WriteError;
use crate::write::file::sweep;
use crate::write::league::Standing;

/// What is kept of an outcome.
#[derive(Serialize, Deserialize)]
struct Result {
    exit: Exit,
    standing: Standing,
}

/// The record of a file while it is worked on.
pub(super) struct Remembered {
    place: PathBuf,
    outputs: PathBuf,
    key: String,
    source: PathBuf,
    record: Mutex<Record>,
}

impl Remembered {
    /// What is remembered of a file; `None` where nothing is: outside a batch, or if the file cannot be read, so
    /// that reading it tells why.
    pub(super) fn of(input: &Input, wanted: &Wanted, options: &Options) -> Option<Self> {
        let Out::Folder(folder) = &wanted.out else { return None };
        let place = Record::place(folder, &input.stem)?;
        let key = key(input, &read::bytes_of(&input.path, &options.limits).ok()?, options);
        let outputs = folder.join(&input.stem).parent()?.to_path_buf();
        let record = Record::load(&place);
        if record.result.is_none() && !options.dry_run {
            record.outputs.keys().for_each(|name| sweep(&outputs.join(name)));
        }
        let source = fs::canonicalize(&input.path).ok()?;
        Some(Self { place, outputs, key, source, record: Mutex::new(record) })
    }

    /// The last outcome, if nothing has changed since.
    pub(super) fn outcome(&self, input: &Input, wanted: &Wanted) -> Option<Outcome> {
        if wanted.force {
            return None;
        }
        let record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        let result = record.fresh(&self.key, &self.outputs)?;
        let Result { exit, standing } = serde_json::from_value(result.clone()).ok()?;
        // The same file may be named in another way now.
        let standing = Standing { file: input.named(), ..standing };
        let told = messages::unchanged(standing.open);
        let told = format!("{}: {}", input.path.display(), told.within(wanted.language));
        Some(Outcome { exit, told: (!wanted.quiet).then_some(told), standing, findings: None, skipped: true })
    }

    /// Remembers an outcome whose outputs are in place. That it cannot be remembered only costs time, later.
    pub(super) fn remember(&self, outcome: &Outcome) {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        let result = Result { exit: outcome.exit, standing: outcome.standing.clone() };
        if let Ok(result) = serde_json::to_value(result) {
            *record = record.clone().finished(result);
            // A note about what is mended by now would mislead.
            record.discard(&self.outputs, NOTE);
            let _ = record.store(&self.place);
        }
    }
}

impl Ledger for Remembered {
    fn is_ours(&self, path: &Path) -> bool {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).is_ours(path)
    }

    fn knows(&self, path: &Path) -> bool {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).knows(path)
    }

    fn planned(&self, outputs: &[(&Path, &[u8])]) -> std::result::Result<(), WriteError> {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let hashes: BTreeMap<_, _> =
            outputs.iter().map(|(path, bytes)| (name(path), sha256(bytes))).collect();
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        *record = record.planned(&self.key, &self.source, hashes);
        record.store(&self.place)
    }
}

/// All that the outputs follow from: the file, its name, this version, and the options that reach the outputs.
fn key(input: &Input, content: &[u8], options: &Options) -> String {
    // What files are compared with reaches no output: only a check does it.
    let Options {
        limits,
        solve,
        formats,
        decisions,
        xlsx,
        language,
        notes,
        force: _,
        protected: _,
        with: _,
        findings: _,
        dry_run: _,
        linked,
    } = options;
    let name = input.path.file_name().unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    let mut text = format!("rapikan {version}\n{}\n{}\n", sha256(content), name.display());
    // Writing to a string cannot fail.
    let _ =
        write!(text, "{limits:?} {solve:?} {formats:?} {decisions:?} {xlsx:?} {language:?} {notes} {linked}");
    if let Some(added) = added_codification() {
        let _ = write!(text, " {} {}", added.edition.name(), added.sha256);
    }
    sha256(text.as_bytes())
}
