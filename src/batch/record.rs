//! What is remembered of a file's last conversion, so that it is not done again for nothing.
//!
//! Each input has a record of its own, in the folder `.rapikan` inside the folder of results: a batch that is
//! killed loses none, and no record is written anew for the sake of another, however many files there are. A
//! record is written twice: before the first output is put in its place, with the hashes of what is to come, and
//! after the last, with the result. What is found there after a kill is thus known for our own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::sha256;
use crate::write::WriteError;
use crate::write::file::note;

/// The folder of records in a folder of results.
pub(super) const FOLDER: &str = ".rapikan";

/// The record of one input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What the outputs follow from, as a hash.
    pub key: String,
    /// The input that they are of, whole; empty where it is not known.
    #[serde(default)]
    pub source: PathBuf,
    /// The outputs, by file name, with the hash of their bytes.
    pub outputs: BTreeMap<String, String>,
    /// Every output that may stand there, also those of earlier conversions: hashes by file name.
    pub ours: BTreeMap<String, BTreeSet<String>>,
    /// What became of the file; `None` until its outputs are all in place.
    pub result: Option<Value>,
}

impl Record {
    /// Where the record of an input stands; `None` if its outputs stand outside the folder of results.
    #[must_use]
    pub fn place(results: &Path, stem: &Path) -> Option<PathBuf> {
        let inside = stem.components().all(|part| matches!(part, Component::Normal(_)));
        let mut name = results.join(FOLDER).join(stem).into_os_string();
        name.push(".json");
        inside.then(|| name.into())
    }

    /// The record at a place; an empty one if there is none, or none that can be read.
    #[must_use]
    pub fn load(place: &Path) -> Self {
        let bytes = fs::read(place).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Puts it in its place, whole or not at all.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn store(&self, place: &Path) -> Result<(), WriteError> {
        let disk = |source| WriteError::Disk { path: place.to_path_buf(), source };
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(disk)?;
        }
        let bytes = serde_json::to_vec(self).map_err(|error| disk(error.into()))?;
        note(place, &bytes)
    }

    /// The record of the outputs that are about to be put in their places.
    #[must_use]
    pub fn planned(&self, key: &str, source: &Path, outputs: BTreeMap<String, String>) -> Self {
        let mut ours = self.ours.clone();
        for (name, hash) in &outputs {
            ours.entry(name.clone()).or_default().insert(hash.clone());
        }
        Self { key: key.to_owned(), source: source.to_path_buf(), outputs, ours, result: None }
    }

    /// The record once they are in their places.
    #[must_use]
    pub fn finished(mut self, result: Value) -> Self {
        for (name, hash) in &self.outputs {
            self.ours.insert(name.clone(), BTreeSet::from([hash.clone()]));
        }
        self.result = Some(result);
        self
    }

    /// Takes away an output of an earlier conversion that this one has no more, if nobody changed it. `ends` is how
    /// its name ends.
    pub fn discard(&self, folder: &Path, ends: &str) {
        let gone = |name: &&String| name.ends_with(ends) && !self.outputs.contains_key(*name);
        for path in self.ours.keys().filter(gone).map(|name| folder.join(name)) {
            if self.is_ours(&path) {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// Whether the outputs are of another input that is still there: then their names are taken.
    #[must_use]
    pub fn is_of_another(&self, source: &Path) -> bool {
        !self.source.as_os_str().is_empty() && self.source != source && self.source.is_file()
    }

    /// Whether an output of that name was ever written here.
    #[must_use]
    pub fn knows(&self, path: &Path) -> bool {
        path.file_name().is_some_and(|name| self.ours.contains_key(name.to_string_lossy().as_ref()))
    }

    /// Whether a file is an output that nobody changed since.
    #[must_use]
    pub fn is_ours(&self, path: &Path) -> bool {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let hashes = name.and_then(|name| self.ours.get(name.as_ref()));
        hashes.is_some_and(|hashes| fs::read(path).is_ok_and(|bytes| hashes.contains(&sha256(&bytes))))
    }

    /// The result, if it follows from the same and every output still stands in the folder as it was written.
    #[must_use]
    pub fn fresh(&self, key: &str, folder: &Path) -> Option<&Value> {
        let stands = |(name, hash): (&String, &String)| {
            fs::read(folder.join(name)).is_ok_and(|bytes| sha256(&bytes) == *hash)
        };
        let result = self.result.as_ref().filter(|_| self.key == key)?;
        self.outputs.iter().all(stands).then_some(result)
    }
}

/// Whether a file stands in a folder of results as some record says that it was written.
#[must_use]
pub fn is_recorded(path: &Path) -> bool {
    let Ok(whole) = std::path::absolute(path) else { return false };
    let Some((results, folder)) = whole.ancestors().skip(1).find_map(|results| {
        let records = results.join(FOLDER);
        let below = whole.parent()?.strip_prefix(results).ok()?;
        records.is_dir().then(|| (results.to_path_buf(), records.join(below)))
    }) else {
        return false;
    };
    let records = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let is_record = |place: &PathBuf| place.extension().is_some_and(|ending| ending == "json");
    whole.starts_with(results) && records.filter(is_record).any(|place| Record::load(&place).is_ours(&whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_that_nobody_changed_is_known_by_its_record() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("opd/renja-T-C.33-1.csv");
        let hashes = BTreeMap::from([("renja-T-C.33-1.csv".to_owned(), sha256(b"one"))]);
        let place = Record::place(folder.path(), Path::new("opd/renja")).unwrap();
        Record::default().planned("k", Path::new("renja.xlsx"), hashes).store(&place).unwrap();
        fs::create_dir_all(output.parent().unwrap()).unwrap();
        fs::write(&output, b"one").unwrap();
        assert!(is_recorded(&output));
        fs::write(&output, b"a person's").unwrap();
        assert!(!is_recorded(&output));
    }

    #[test]
    fn outputs_of_an_input_that_is_gone_are_of_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("a.xls"), folder.path().join("a.xlsx"));
        fs::write(&first, b"").unwrap();
        let record = Record::default().planned("k", &first, BTreeMap::new());
        assert!(record.is_of_another(&second) && !record.is_of_another(&first));
        fs::remove_file(&first).unwrap();
        assert!(!record.is_of_another(&second));
        assert!(!Record::default().is_of_another(&second));
    }

    #[test]
    fn only_what_stands_as_it_was_written_is_fresh() {
        let folder = tempfile::tempdir().unwrap();
        let place = Record::place(folder.path(), Path::new("opd/renja")).unwrap();
        assert_eq!(Record::load(&place), Record::default());
        let output = folder.path().join("renja.xlsx");
        let hashed = |bytes: &[u8]| BTreeMap::from([("renja.xlsx".to_owned(), sha256(bytes))]);
        let planned = Record::default().planned("k", Path::new("in"), hashed(b"one"));
        assert!(!planned.is_ours(&output));
        fs::write(&output, b"one").unwrap();
        assert!(planned.is_ours(&output));
        assert_eq!(planned.fresh("k", folder.path()), None, "it was not finished");
        let finished = planned.finished(Value::from(7));
        finished.store(&place).unwrap();
        let loaded = Record::load(&place);
        assert_eq!(loaded, finished);
        assert_eq!(loaded.fresh("k", folder.path()), Some(&Value::from(7)));
        assert_eq!(loaded.fresh("other", folder.path()), None);
        let again = loaded.planned("l", Path::new("in"), hashed(b"two"));
        assert!(again.is_ours(&output), "the older output is ours until the newer one is there");
        assert!(!again.clone().finished(Value::Null).is_ours(&output));
        fs::write(&output, b"a person's").unwrap();
        assert!(!again.is_ours(&output));
        assert_eq!(loaded.fresh("k", folder.path()), None);
    }

    #[test]
    fn what_leads_out_of_the_folder_has_no_record() {
        for stem in ["../renja", "/renja"] {
            assert_eq!(Record::place(Path::new("out"), Path::new(stem)), None, "{stem}");
        }
    }
}
