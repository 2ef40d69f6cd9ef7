//! How a check tells what it found: to a person on stderr, or to a program on stdout.

use std::mem;

use serde_json::Value;

use super::exit::Exit;
use super::outcome::Outcome;
use super::say::Streams;
use crate::model::Language;
use crate::write::league::Standing;
use crate::write::{checked, sarif};

/// How findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CheckFormat {
    /// Sentences on stderr.
    Text,
    /// One object a file, each on a line of its own.
    Json,
    /// One log of SARIF.
    Sarif,
    /// Annotations for the log of GitHub Actions.
    Github,
}

impl CheckFormat {
    /// The names of all, the default first.
    pub(super) const NAMES: [&str; 4] = ["text", "json", "sarif", "github"];

    /// The format of a name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let all = [Self::Text, Self::Json, Self::Sarif, Self::Github];
        Self::NAMES.into_iter().zip(all).find(|(known, _)| *known == name).map(|(_, format)| format)
    }
}

/// Whoever hears of each file in turn and tells a program.
pub(super) struct Teller {
    format: CheckFormat,
    language: Language,
    log: Vec<(Standing, Value)>,
    ended: Exit,
}

impl Teller {
    /// One that has heard of no file.
    pub(super) const fn new(format: CheckFormat, language: Language) -> Self {
        Self { format, language, log: Vec::new(), ended: Exit::Done }
    }

    /// Tells of one file, or keeps what is told at the end. Once standard output has failed nothing more is told.
    pub(super) fn hear(&mut self, outcome: &mut Outcome, streams: &Streams) {
        if self.ended == Exit::Done {
            self.ended = self.told(outcome, streams);
        }
    }

    fn told(&mut self, outcome: &mut Outcome, streams: &Streams) -> Exit {
        let findings = mem::take(&mut outcome.findings).unwrap_or_else(|| Value::Array(Vec::new()));
        let standing = &outcome.standing;
        match self.format {
            CheckFormat::Text => Exit::Done,
            CheckFormat::Json => {
                let object = checked::object(standing, &findings, self.language);
                streams.tell(&format!("{object}\n"))
            }
            CheckFormat::Github => streams.tell(&checked::annotations(standing, &findings)),
            CheckFormat::Sarif => {
                self.log.push((standing.clone(), findings));
                Exit::Done
            }
        }
    }

    /// Tells what is told of all files together, and gives whether standard output took everything.
    pub(super) fn end(self, streams: &Streams) -> Exit {
        match self.format {
            CheckFormat::Sarif => streams.tell(&sarif::log(&self.log, self.language)),
            CheckFormat::Text | CheckFormat::Json | CheckFormat::Github => self.ended,
        }
    }
}
