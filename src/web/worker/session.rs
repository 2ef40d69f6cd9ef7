//! The open file of a worker: what was read, what was decided, and what comes of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::super::answer::said;
use super::super::said as words;
use super::changes::changes;
use super::model::model;
use super::outcome::outcome;
use super::task::Mode;
use crate::model::{Decision, Document, Said, Workbook};
use crate::pipeline::{Decisions, Failure, Solved, Undecided, refuse_without_rows};
use crate::read::{self, Limits};
use crate::solve::SolveOptions;
use crate::write::json::decision;

/// The rule of the note about a decision that was not followed.
const UNFOLLOWED: &str = "unfollowed-decision";

/// One open file.
pub(super) struct Session {
    /// Where its bytes are.
    pub(super) path: PathBuf,
    /// What was read.
    pub(super) workbook: Workbook,
    /// What was solved, before any decision.
    pub(super) solved: Solved,
    /// What the person decided.
    pub(super) decisions: Decisions,
    /// The repairs that the person found right.
    pub(super) accepted: BTreeSet<String>,
    /// What comes of it.
    pub(super) document: Document,
    limits: Limits,
    /// The model as the page has it.
    drawn: Option<Value>,
}

impl Session {
    /// Reads a file and follows decisions of another day; with why some of them do not fit.
    ///
    /// # Errors
    /// If it cannot be read, or holds no table with rows.
    pub(super) fn open(
        path: PathBuf,
        name: &str,
        decisions: &[Value],
        accepted: BTreeSet<String>,
        limits: Limits,
    ) -> Result<(Self, Vec<Said>), Said> {
        let bytes = read::bytes_of(&path, &limits).map_err(|error| error.said())?;
        let workbook = read::from_bytes(name, &bytes, &limits).map_err(|error| error.said())?;
        drop(bytes);
        let fault = |fault| Failure::Fault(fault).said();
        let solved = Solved::of(&workbook, SolveOptions::default()).map_err(fault)?;
        let decisions = read_again(decisions)?;
        let (document, unfit) = followed(&solved, &decisions)?;
        refuse_without_rows(&document).map_err(|failure| failure.said())?;
        let decisions = completed(&decisions, &document);
        let session = Self { path, workbook, solved, decisions, accepted, document, limits, drawn: None };
        Ok((session, unfit))
    }

    /// The file as it stands now: its figures and its decisions.
    pub(super) fn stands(&self, unfit: &[Said]) -> Value {
        json!({
            "outcome": outcome(self),
            "decisions": entries(&self.decisions),
            "accepted": self.accepted,
            "unfit": unfit.iter().map(said).collect::<Vec<_>>(),
        })
    }

    /// Everything about it, as the page draws it.
    pub(super) fn model(&mut self) -> Value {
        self.drawn.insert(model(self)).clone()
    }

    /// Follows other decisions, of which the last `fresh` are new, and tells what changed.
    ///
    /// # Errors
    /// If one that was made just now does not fit; then nothing changes.
    pub(super) fn decide(
        &mut self,
        decisions: &[Value],
        accepted: BTreeSet<String>,
        fresh: usize,
        mode: Mode,
    ) -> Result<Value, Said> {
        let decisions = read_again(decisions)?;
        let (document, unfit) = followed(&self.solved, &decisions)?;
        if mode == Mode::Made {
            let all = decisions.all();
            let new = all.get(all.len().saturating_sub(fresh)..).unwrap_or_default();
            let left = document.unmet.iter().zip(&unfit).find(|(unmet, _)| new.contains(unmet));
            if let Some((_, why)) = left {
                return Err(why.clone());
            }
        }
        let decisions = completed(&decisions, &document);
        (self.decisions, self.document, self.accepted) = (decisions, document, accepted);
        Ok(self.changed(&unfit))
    }

    /// Adds the decisions of a file to those that there are.
    ///
    /// # Errors
    /// If it is no file of decisions, or holds none about this file; then nothing changes.
    pub(super) fn load(&mut self, path: &Path) -> Result<Value, Said> {
        let bytes = read::bytes_of(path, &self.limits).map_err(|error| error.said())?;
        let loaded = Decisions::from_bytes("keputusan", &bytes, &self.limits)
            .map_err(|error| words::no_decisions(&error))?;
        let before = self.decisions.all();
        let is_held = |other: &Decision| {
            let same = |held: &Decision| held.id == other.id && held.verdict == other.verdict;
            before.iter().any(|held| held == other || !held.id.is_empty() && same(held))
        };
        let new: Vec<_> = loaded.all().iter().filter(|other| !is_held(other)).cloned().collect();
        let all = Decisions::new(before.iter().chain(&new).cloned().collect());
        let (document, unfit) = followed(&self.solved, &all)?;
        let ids = document.repair_ids();
        let known: Vec<&String> = loaded.consents().iter().filter(|id| ids.contains(id)).collect();
        let fits: Vec<_> =
            new.iter().filter(|decision| !document.unmet.contains(decision)).cloned().collect();
        if fits.is_empty() && known.is_empty() {
            return Err(if new.is_empty() && !loaded.all().is_empty() {
                words::held_already(loaded.all().len())
            } else {
                words::about_another_file(unfit.last())
            });
        }
        let added = fits.len() + known.iter().filter(|id| !self.accepted.contains(**id)).count();
        let told: Vec<Said> = document
            .unmet
            .iter()
            .zip(&unfit)
            .filter(|(unmet, _)| new.contains(unmet))
            .map(|(_, why)| why.clone())
            .collect();
        let kept: Vec<_> = before.iter().chain(&fits).cloned().collect();
        self.accepted.extend(known.into_iter().cloned());
        let kept = Decisions::new(kept);
        self.document = followed(&self.solved, &kept)?.0;
        self.decisions = completed(&kept, &self.document);
        let mut answer = self.changed(&told);
        if let Value::Object(object) = &mut answer {
            object.insert("added".to_owned(), json!(added));
        }
        Ok(answer)
    }

    fn changed(&mut self, unfit: &[Said]) -> Value {
        let mut answer = self.stands(unfit);
        let Some(before) = self.drawn.take() else { return answer };
        let mut now = model(self);
        if let Value::Object(object) = &mut answer {
            object.insert("changes".to_owned(), changes(&before, &mut now));
        }
        self.drawn = Some(now);
        answer
    }
}

/// The document with these decisions followed, and for each that does not fit, in their order, why.
fn followed(solved: &Solved, decisions: &Decisions) -> Result<(Document, Vec<Said>), Said> {
    let undecided = |why: Undecided| match why {
        Undecided::Fault(fault) => Failure::Fault(fault).said(),
        other => other.said(),
    };
    match solved.decided(decisions) {
        Ok(document) => {
            let notes = document.findings.iter().filter(|finding| finding.rule == UNFOLLOWED);
            let unfit = notes.map(|note| note.message.clone()).collect();
            Ok((document, unfit))
        }
        Err(Undecided::Fault(fault)) => Err(undecided(Undecided::Fault(fault))),
        // None of them can be followed: the file stands as if there were none.
        Err(_) => {
            let mut document = solved.decided(&Decisions::default()).map_err(undecided)?;
            let mut unfit = Vec::new();
            for decision in decisions.all() {
                let alone = Decisions::new(vec![decision.clone()]);
                unfit.push(solved.decided(&alone).map_or_else(undecided, |_| Said::default()));
            }
            document.unmet = decisions.all().to_vec();
            Ok((document, unfit))
        }
    }
}

/// The decisions with what stood there and where they were made, by which they are known in a revised file.
fn completed(decisions: &Decisions, document: &Document) -> Decisions {
    let made = |decision: &Decision| {
        let all = document.decided.iter().filter_map(|decided| decided.made.as_ref());
        let mut same = all.filter(|made| !made.id.is_empty() && made.id == decision.id);
        same.next().cloned().unwrap_or_else(|| decision.clone())
    };
    Decisions::new(decisions.all().iter().map(made).collect())
}

/// Decisions as the server keeps them.
fn entries(decisions: &Decisions) -> Vec<Value> {
    decisions.all().iter().map(decision).collect()
}

fn read_again(entries: &[Value]) -> Result<Decisions, Said> {
    let text = json!({"decisions": entries}).to_string();
    Decisions::from_json(&text).map_err(|error| words::no_decisions(&error))
}
