//! Files that are put beside each other are needed in this process, all at once. Each is checked in a worker first: what
//! takes too long or too much memory ends there, in a sentence, and not here.

use std::collections::BTreeSet;
use std::ffi::OsString;

use clap::ArgMatches;

use super::arguments::{self, Wanted};
use super::convert::options;
use super::help;
use super::say::{Stop, Streams};
use super::worker::Hands;
use crate::model::Language;
use crate::pipeline::Options;

/// The limits that a worker is told.
const LIMITS: [&str; 3] = ["max-size", "timeout", "memory"];

/// How files are checked.
pub(super) struct Trial {
    wanted: Wanted,
    options: Options,
}

impl Trial {
    /// With the limits that were typed.
    ///
    /// # Errors
    /// If they are not understood, which whoever read them has told before.
    pub(super) fn of(matches: &ArgMatches, language: Language) -> Result<Self, Stop> {
        let mut typed: Vec<OsString> = vec!["rapikan".into(), help::CHECK.into()];
        for limit in LIMITS {
            if let Some(value) = matches.get_raw(limit).and_then(Iterator::last) {
                typed.extend([format!("--{limit}").into(), value.to_owned()]);
            }
        }
        // Each task names its file itself.
        typed.extend(["--".into(), "-".into()]);
        let wanted = arguments::parse(typed, language)?;
        let options = options(&wanted, BTreeSet::new(), false);
        Ok(Self { wanted, options })
    }

    /// The limits of reading.
    pub(super) const fn limits(&self) -> &crate::read::Limits {
        &self.wanted.limits
    }

    /// Whoever checks; the files of a batch have a time limit even if none was typed.
    pub(super) fn hands<'a>(&'a self, batch: bool, streams: &'a Streams) -> Hands<'a> {
        Hands::new(&self.wanted, &self.options, batch, streams)
    }
}
