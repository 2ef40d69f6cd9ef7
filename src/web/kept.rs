//! Decisions on disk, so that a reload, a closed lid or a crash loses none: one file for each input, by its content;
//! those of an earlier version of an input are found by its office and year.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::desk::lock;
use super::paper::Paper;
use crate::model::letters;
use crate::write::{WriteError, file};

/// What is kept of one input.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Its name.
    pub(super) file: String,
    /// Its office, region and year, as one text without blanks and capitals; empty where it names no office.
    pub(super) office: String,
    /// What was decided.
    pub(super) decisions: Vec<Value>,
    /// The repairs that were found right.
    pub(super) accepted: BTreeSet<String>,
}

/// The folder of what is kept; without one nothing is.
pub(super) struct Shelf {
    folder: Option<PathBuf>,
    /// Held while something is put there: what stands later is put there later.
    putting: Mutex<()>,
}

impl Shelf {
    /// A shelf in a folder, which is made when something is put there.
    pub(super) const fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, putting: Mutex::new(()) }
    }

    /// What is kept of the input with this content.
    pub(super) fn of(&self, sha256: &str) -> Option<Kept> {
        read(&self.place(sha256)?)
    }

    /// The newest that is kept of another input of the same office and year.
    pub(super) fn of_office(&self, office: &str, sha256: &str) -> Option<Kept> {
        let own = self.place(sha256)?;
        if office.is_empty() {
            return None;
        }
        let mut files: Vec<(SystemTime, PathBuf)> = fs::read_dir(self.folder.as_ref()?)
            .ok()?
            .filter_map(|entry| {
                let entry = entry.ok()?;
                Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
            })
            .filter(|(_, path)| *path != own)
            .collect();
        files.sort();
        files.iter().rev().filter_map(|(_, path)| read(path)).find(|kept| kept.office == office)
    }

    /// Keeps what stands of a file now.
    ///
    /// # Errors
    /// If the disk refuses; what was kept before is kept still.
    pub(super) fn keep(&self, paper: &Paper) -> Result<(), WriteError> {
        let _putting = lock(&self.putting);
        let stands = paper.stands();
        let (Some(place), Some(folder)) = (self.place(&paper.sha256), &self.folder) else { return Ok(()) };
        if stands.decisions.is_empty() && stands.accepted.is_empty() && !place.exists() {
            return Ok(());
        }
        let kept = Kept {
            file: paper.name.clone(),
            office: office(&stands.outcome),
            decisions: stands.decisions,
            accepted: stands.accepted,
        };
        let disk = |source| WriteError::Disk { path: place.clone(), source };
        fs::create_dir_all(folder).map_err(disk)?;
        let bytes = serde_json::to_vec(&kept).map_err(|error| disk(error.into()))?;
        file::replace(&place, &bytes, true)
    }

    fn place(&self, sha256: &str) -> Option<PathBuf> {
        let is_name = !sha256.is_empty() && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
        let folder = self.folder.as_ref().filter(|_| is_name)?;
        Some(folder.join(format!("{sha256}.json")))
    }
}

/// Office, region and year of an outcome as one text; empty where it names no office.
pub(super) fn office(outcome: &Value) -> String {
    let text = |key: &str| letters(outcome.get(key).and_then(Value::as_str).unwrap_or_default());
    let office = text("office");
    if office.is_empty() {
        return String::new();
    }
    format!("{office} {} {}", text("region"), outcome.get("year").unwrap_or(&Value::Null))
}

fn read(path: &Path) -> Option<Kept> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}
