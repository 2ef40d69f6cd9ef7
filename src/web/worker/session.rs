//! The open file of a worker: what was read, what was decided, and what comes of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::super::answer::said;
use super::super::said as words;
use super::changes::changes;
use super::model::model;
use super::outcome::outcome;
use super::task::{Drawn, Mode};
use crate::model::{Decision, Document, Said, Unmet, Workbook};
use crate::pipeline::{Decisions, Failure, Solved, Undecided, refuse_without_rows};
use crate::read::{self, Limits};
use crate::solve::SolveOptions;
use crate::write::json::decision;

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
    /// How much of a file is read.
    pub(super) limits: Limits,
    /// The model as the page has it that asked last, with its number.
    drawn: Option<(u64, Value)>,
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
        let document = followed(&solved, &decisions)?;
        refuse_without_rows(&document).map_err(|failure| failure.said())?;
        let decisions = completed(&decisions, &document);
        let unfit = whys(&document.unmet);
        let session = Self { path, workbook, solved, decisions, accepted, document, limits, drawn: None };
        Ok((session, unfit))
    }

    /// The file as it stands now: its figures and its decisions.
    pub(super) fn stands(&self, unfit: &[Said]) -> Value {
        json!({
            "outcome": outcome(self),
            "decisions": entries(&self.decisions),
            "accepted": self.accepted,
            "found_right": self.document.repair_ids().iter().filter(|id| self.accepted.contains(*id)).count(),
            "unfit": unfit.iter().map(said).collect::<Vec<_>>(),
        })
    }

    /// Everything about it, as the page draws it under this number.
    pub(super) fn model(&mut self, number: u64) -> Value {
        let model = model(self);
        self.drawn.insert((number, model)).1.clone()
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
        drawn: Drawn,
    ) -> Result<Value, Said> {
        let decisions = read_again(decisions)?;
        let document = followed(&self.solved, &decisions)?;
        if mode == Mode::Made {
            let all = decisions.all();
            let new = all.get(all.len().saturating_sub(fresh)..).unwrap_or_default();
            if let Some(unmet) = document.unmet.iter().find(|unmet| is_among(&unmet.decision, new)) {
                return Err(unmet.why.clone());
            }
        }
        let decisions = completed(&decisions, &document);
        let before = std::mem::replace(&mut self.document, document);
        (self.decisions, self.accepted) = (decisions, accepted);
        // What did not fit before this change was told then.
        let known: Vec<Decision> = before.unmet.into_iter().map(|unmet| unmet.decision).collect();
        let new = self.document.unmet.iter().filter(|unmet| !is_among(&unmet.decision, &known));
        let unfit = whys(new);
        Ok(self.changed(&unfit, drawn))
    }

    /// Adds the decisions of a file to those that there are; of two about one question the loaded one counts.
    ///
    /// # Errors
    /// If it is no file of decisions, or holds none about this file; then nothing changes.
    pub(super) fn load(&mut self, path: &Path, drawn: Drawn) -> Result<Value, Said> {
        let bytes = read::bytes_of(path, &self.limits).map_err(|error| error.said())?;
        let loaded = Decisions::from_bytes("keputusan", &bytes, &self.limits)
            .map_err(|error| words::no_decisions(&error))?;
        let before = self.decisions.all();
        let is_held = |other: &Decision| {
            let same = |held: &Decision| is_same(held, other) && held.verdict == other.verdict;
            before.iter().any(|held| held == other || same(held))
        };
        let new = last_of_each(loaded.all().iter().filter(|other| !is_held(other)));
        let document = followed(&self.solved, &together(before, &new))?;
        let ids = document.repair_ids();
        let (known, strange): (Vec<&String>, Vec<&String>) =
            loaded.consents().iter().partition(|id| ids.contains(id));
        let welcome: Vec<&String> = known.into_iter().filter(|id| !self.accepted.contains(*id)).collect();
        let is_unmet = |decision: &Decision| {
            document.unmet.iter().any(|unmet| is_among(&unmet.decision, std::slice::from_ref(decision)))
        };
        let fits: Vec<_> = new.iter().filter(|decision| !is_unmet(decision)).cloned().collect();
        if fits.is_empty() && welcome.is_empty() {
            let held = loaded.all().len() + loaded.consents().len();
            return Err(if new.is_empty() && strange.is_empty() && held > 0 {
                words::held_already(held)
            } else {
                words::about_another_file(document.unmet.last().map(|unmet| &unmet.why))
            });
        }
        let added = fits.len() + welcome.len();
        let mut told = whys(document.unmet.iter().filter(|unmet| is_among(&unmet.decision, &new)));
        if !strange.is_empty() {
            told.push(words::strange_consents(strange.len()));
        }
        let kept = together(before, &fits);
        let document = followed(&self.solved, &kept)?;
        self.accepted.extend(welcome.into_iter().cloned());
        self.document = document;
        self.decisions = completed(&kept, &self.document);
        let mut answer = self.changed(&told, drawn);
        if let Value::Object(object) = &mut answer {
            object.insert("added".to_owned(), json!(added));
        }
        Ok(answer)
    }

    /// How it stands now, with what changed in the model that the page has. Where that is not the one that was told last,
    /// it is not told what changed: the page reads the model anew.
    fn changed(&mut self, unfit: &[Said], drawn: Drawn) -> Value {
        let mut answer = self.stands(unfit);
        let last = self.drawn.take().filter(|(number, _)| drawn.now == Some(*number));
        let Some((_, before)) = last else { return answer };
        let mut now = model(self);
        if let Value::Object(object) = &mut answer {
            object.insert("changes".to_owned(), changes(&before, &mut now));
            object.insert("drawn".to_owned(), json!(drawn.next));
        }
        self.drawn = Some((drawn.next, now));
        answer
    }
}

/// Whether two decisions are about one question, or one repair.
fn is_same(one: &Decision, other: &Decision) -> bool {
    one == other || !one.id.is_empty() && one.id == other.id
}

fn is_among(decision: &Decision, all: &[Decision]) -> bool {
    all.iter().any(|other| is_same(other, decision))
}

/// Of several decisions about one question the last one.
fn last_of_each<'a>(all: impl Iterator<Item = &'a Decision>) -> Vec<Decision> {
    let mut last: Vec<Decision> = Vec::new();
    for decision in all {
        last.retain(|other| !is_same(other, decision));
        last.push(decision.clone());
    }
    last
}

/// The decisions that were held, without those that new ones take the place of, and the new ones.
fn together(held: &[Decision], new: &[Decision]) -> Decisions {
    let kept = held.iter().filter(|decision| !is_among(decision, new));
    Decisions::new(kept.chain(new).cloned().collect())
}

fn whys<'a>(unmet: impl IntoIterator<Item = &'a Unmet>) -> Vec<Said> {
    unmet.into_iter().map(|unmet| unmet.why.clone()).collect()
}

/// The document with these decisions followed; those that do not fit are its unmet ones.
fn followed(solved: &Solved, decisions: &Decisions) -> Result<Document, Said> {
    let undecided = |why: Undecided| match why {
        Undecided::Fault(fault) => Failure::Fault(fault).said(),
        other => other.said(),
    };
    match solved.decided(decisions) {
        Ok(document) => Ok(document),
        Err(Undecided::Fault(fault)) => Err(undecided(Undecided::Fault(fault))),
        // None of them can be followed: the file stands as if there were none.
        Err(_) => {
            let mut document = solved.decided(&Decisions::default()).map_err(undecided)?;
            for decision in decisions.all() {
                let alone = Decisions::new(vec![decision.clone()]);
                let why = solved.decided(&alone).map_or_else(undecided, |_| words::not_together());
                document.unmet.push(Unmet { decision: decision.clone(), why });
            }
            Ok(document)
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
