//! Outputs in their places: never over an input, over another file only by force or if it is known for ours.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::outputs::with_ending;
use super::wanted::{Format, Ledger, Options, Target};
use crate::model::Said;
use crate::read;
use crate::write::{self, WriteError};

/// What decides whether a file that is there already may be replaced.
#[derive(Clone, Copy)]
pub(super) struct Gate<'a> {
    pub(super) options: &'a Options,
    pub(super) ledger: Option<&'a dyn Ledger>,
}

impl Gate<'_> {
    fn may_replace(self, path: &Path) -> bool {
        self.options.force || self.ledger.is_some_and(|ledger| ledger.is_ours(path))
    }

    /// Whether an output of ours stands there that a person changed.
    fn is_edited(self, path: &Path) -> bool {
        let ours = |ledger: &dyn Ledger| (ledger.knows(path), ledger.is_ours(path));
        match self.ledger.map(ours) {
            Some((_, true)) => false,
            Some((true, false)) => path.is_file(),
            _ => fs::read(path).is_ok_and(|bytes| read::is_edited_output(&bytes)),
        }
    }

    /// Outputs whose names are known are refused before any work is done.
    pub(super) fn refuse_early(self, target: &Target) -> Result<(), Failure> {
        let known = self.options.formats.iter().filter_map(|format| match target {
            Target::File(path) => Some(path.clone()),
            Target::Stem(_) if *format == Format::Csv => None,
            Target::Stem(stem) => Some(with_ending(stem, *format)),
        });
        for path in known {
            self.refuse_existing(&path)?;
        }
        Ok(())
    }

    pub(super) fn refuse_existing(self, path: &Path) -> Result<(), Failure> {
        if fs::symlink_metadata(path).is_err() {
            return Ok(());
        }
        if fs::canonicalize(path).is_ok_and(|place| self.options.protected.contains(&place)) {
            return Err(Failure::IsInput(path.to_path_buf()));
        }
        if self.may_replace(path) { Ok(()) } else { Err(WriteError::Exists(path.to_path_buf()).into()) }
    }

    /// Puts an output in its place. What a person changed there is not replaced, even by force: it is renamed, and its new
    /// place told. A dry run puts nothing anywhere, and tells what would be renamed.
    pub(super) fn put(self, path: &Path, bytes: &[u8]) -> Result<Option<Said>, Failure> {
        let is_edited = || self.options.force && fs::symlink_metadata(path).is_ok() && self.is_edited(path);
        if self.options.dry_run {
            return Ok(is_edited().then(|| would_be_kept(path)));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)
                .map_err(|source| WriteError::Disk { path: folder.to_path_buf(), source })?;
        }
        // Once more: `new/../renja.xlsx` leads to a file only now that `new` is there.
        self.refuse_existing(path)?;
        let aside = if is_edited() { Some(write::file::set_aside(path)?) } else { None };
        let replaced = write::file::replace(path, bytes, self.may_replace(path));
        if let (Err(_), Some(aside)) = (&replaced, &aside) {
            // Nothing came in its place, so that it goes back.
            let _ = fs::rename(aside, path);
        }
        replaced?;
        Ok(aside.map(|place| kept_aside(path, &place)))
    }
}

/// The message that an edited output would be given another name.
fn would_be_kept(path: &Path) -> Said {
    let name = read::name_of(path);
    Said::new(
        format!("{name} yang lama telah disunting orang, jadi tidak akan ditimpa: namanya akan diganti."),
        format!("the older {name} was edited by a person, so it would not be replaced: it would be renamed."),
    )
}

/// The message that an edited output was given another name and was not overwritten.
fn kept_aside(path: &Path, place: &Path) -> Said {
    let (name, place) = (read::name_of(path), place.display());
    Said::new(
        format!("{name} yang lama telah disunting orang, jadi tidak ditimpa: kini bernama {place}."),
        format!(
            "the older {name} had been edited by a person, so it is not replaced: it is called {place} now."
        ),
    )
}
