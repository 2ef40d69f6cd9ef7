//! One file on the desk: where its bytes are, what was decided about it, and the worker that has it open.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};
use tempfile::TempPath;

use super::desk::lock;
use super::hands::{Hands, Unanswered, Wish};
use super::said;
use super::worker::{Drawn, Mode, Save, Task};
use crate::batch::Worker;
use crate::model::Said;

/// One file.
pub(super) struct Paper {
    /// Its number, by which the page speaks of it.
    pub(super) id: u64,
    /// Its name, without a folder.
    pub(super) name: String,
    /// The folders that it came in, the outermost first.
    pub(super) folder: Vec<String>,
    /// Where its bytes are; they go with it.
    pub(super) path: TempPath,
    /// The hash of its content.
    pub(super) sha256: String,
    /// How many they are.
    pub(super) bytes: u64,
    /// What is known of it without asking the worker.
    stands: Mutex<Stands>,
    /// The worker that has it open; another one is started where it is gone.
    worker: Mutex<Option<Worker>>,
    /// The number of the model that was drawn last, of all tabs.
    drawn: AtomicU64,
}

/// A file as it stands now.
#[derive(Clone, Debug, Default)]
pub(super) struct Stands {
    /// Counts the changes.
    pub(super) version: u64,
    /// Its figures.
    pub(super) outcome: Value,
    /// What was decided.
    pub(super) decisions: Vec<Value>,
    /// The repairs that were found right.
    pub(super) accepted: BTreeSet<String>,
    /// What is to be told of decisions of another day.
    pub(super) kept: Value,
}

/// What a person changes.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Change {
    /// The version that the person saw.
    pub(super) version: u64,
    /// The number of the model that the page has.
    pub(super) drawn: Option<u64>,
    /// Decisions that are made.
    pub(super) put: Vec<Value>,
    /// Decisions that are taken back.
    pub(super) drop: Vec<Value>,
    /// Repairs that are found right.
    pub(super) accept: Vec<String>,
    /// Repairs that are no longer found right.
    pub(super) doubt: Vec<String>,
}

/// Why a change is not made.
#[derive(Debug)]
pub(super) enum Unchanged {
    /// Another tab changed the file since.
    Older,
    /// The worker gave no answer.
    Unanswered(Unanswered),
}

impl From<Unanswered> for Unchanged {
    fn from(why: Unanswered) -> Self {
        Self::Unanswered(why)
    }
}

impl Paper {
    /// A file about which nothing is known yet.
    pub(super) fn new(id: u64, called: (String, Vec<String>), path: TempPath, held: (u64, String)) -> Self {
        let ((name, folder), (bytes, sha256)) = (called, held);
        let (stands, worker, drawn) = (Mutex::default(), Mutex::default(), AtomicU64::default());
        Self { id, name, folder, path, sha256, bytes, stands, worker, drawn }
    }

    /// What is drawn now, and the number of what will be drawn next.
    fn drawn(&self, now: Option<u64>) -> Drawn {
        Drawn { now, next: self.drawn.fetch_add(1, Ordering::Relaxed) + 1 }
    }

    /// As it stands now.
    pub(super) fn stands(&self) -> Stands {
        lock(&self.stands).clone()
    }

    /// What the page is told of it.
    pub(super) fn told(&self) -> Value {
        let Stands { version, mut outcome, decisions, accepted, kept } = self.stands();
        if let Value::Object(object) = &mut outcome {
            object.remove("standing");
            let more = json!({"id": self.id, "name": self.name, "folder": self.folder, "version": version,
                "decisions": decisions, "accepted": accepted, "kept": kept});
            if let Value::Object(more) = more {
                object.extend(more);
            }
        }
        outcome
    }

    /// Has it read, with decisions of another day.
    pub(super) fn open(
        &self,
        hands: &Hands,
        decisions: Vec<Value>,
        accepted: BTreeSet<String>,
        wish: &Wish,
    ) -> Result<Value, Unanswered> {
        let mut worker = hands.worker()?;
        let task = self.opening(decisions, accepted);
        let answer = hands.ask(&mut worker, &task, wish)?;
        self.note(&answer, 1);
        *lock(&self.worker) = Some(worker);
        Ok(answer)
    }

    /// Follows decisions that were made about an earlier version of the file.
    pub(super) fn take_over(
        &self,
        hands: &Hands,
        decisions: Vec<Value>,
        accepted: BTreeSet<String>,
        wish: &Wish,
    ) -> Result<Value, Unanswered> {
        let fresh = decisions.len();
        let drawn = self.drawn(None);
        let task = Task::Decide { decisions, accepted, fresh, mode: Mode::Kept, drawn };
        let answer = self.ask(hands, &task, wish)?;
        self.note(&answer, 1);
        Ok(answer)
    }

    /// Keeps in mind what is to be told of decisions of another day.
    pub(super) fn tell_kept(&self, kept: Value) {
        lock(&self.stands).kept = kept;
    }

    /// Makes a change, if the person saw the newest version.
    pub(super) fn change(&self, hands: &Hands, change: Change, wish: &Wish) -> Result<Value, Unchanged> {
        let mut worker = lock(&self.worker);
        let stands = self.stands();
        if change.version != stands.version {
            return Err(Unchanged::Older);
        }
        let mut accepted = stands.accepted;
        accepted.extend(change.accept);
        accepted.retain(|id| !change.doubt.contains(id));
        let mut decisions = stands.decisions;
        decisions.retain(|held| {
            !change.drop.iter().any(|gone| is_same(held, gone))
                && !change.put.iter().any(|new| replaces(new, held))
        });
        let fresh = change.put.len();
        decisions.extend(change.put);
        let drawn = self.drawn(change.drawn);
        let task = Task::Decide { decisions, accepted, fresh, mode: Mode::Made, drawn };
        let answer = self.ask_with(&mut worker, hands, &task, wish)?;
        Ok(self.noted(answer, stands.version + 1))
    }

    /// Adds the decisions of a file.
    pub(super) fn load(
        &self,
        hands: &Hands,
        path: PathBuf,
        drawn: Option<u64>,
        wish: &Wish,
    ) -> Result<Value, Unanswered> {
        let mut worker = lock(&self.worker);
        let version = self.stands().version + 1;
        let answer =
            self.ask_with(&mut worker, hands, &Task::Load { path, drawn: self.drawn(drawn) }, wish)?;
        Ok(self.noted(answer, version))
    }

    /// Everything about it, with the version that it is of.
    pub(super) fn model(&self, hands: &Hands, wish: &Wish) -> Result<Value, Unanswered> {
        let mut worker = lock(&self.worker);
        let drawn = self.drawn(None).next;
        let mut model = self.ask_with(&mut worker, hands, &Task::Model { drawn }, wish)?;
        if let Value::Object(object) = &mut model {
            object.insert("drawn".to_owned(), json!(drawn));
            object.insert("version".to_owned(), json!(self.stands().version));
        }
        Ok(model)
    }

    /// Its tables as they will print.
    pub(super) fn pages(&self, hands: &Hands, wanted: Save, wish: &Wish) -> Result<Value, Unanswered> {
        self.ask(hands, &Task::Pages(wanted), wish)
    }

    /// Has something written; `null` where there is nothing to write.
    pub(super) fn save(&self, hands: &Hands, save: Save, wish: &Wish) -> Result<Value, Unanswered> {
        self.ask(hands, &Task::Save(save), wish)
    }

    /// Lets its worker go, unless it is at work.
    pub(super) fn rest(&self) {
        if let Ok(mut worker) = self.worker.try_lock() {
            *worker = None;
        }
    }

    fn opening(&self, decisions: Vec<Value>, accepted: BTreeSet<String>) -> Task {
        Task::Open { path: self.path.to_path_buf(), name: self.name.clone(), decisions, accepted }
    }

    fn ask(&self, hands: &Hands, task: &Task, wish: &Wish) -> Result<Value, Unanswered> {
        self.ask_with(&mut lock(&self.worker), hands, task, wish)
    }

    /// Asks the worker; one that is gone is started anew and opens the file as it stands.
    fn ask_with(
        &self,
        held: &mut Option<Worker>,
        hands: &Hands,
        task: &Task,
        wish: &Wish,
    ) -> Result<Value, Unanswered> {
        let mut worker = if let Some(worker) = held.take() {
            worker
        } else {
            let Stands { decisions, accepted, .. } = self.stands();
            let mut worker = hands.worker()?;
            hands.ask(&mut worker, &self.opening(decisions, accepted), wish)?;
            worker
        };
        let answer = hands.ask(&mut worker, task, wish);
        if !matches!(answer, Err(Unanswered::Lost(_) | Unanswered::Stopped)) {
            *held = Some(worker);
        }
        answer
    }

    fn note(&self, answer: &Value, version: u64) {
        let mut stands = lock(&self.stands);
        let part = |key: &str| answer.get(key).cloned().unwrap_or_default();
        stands.version = version;
        stands.outcome = part("outcome");
        stands.decisions = part("decisions").as_array().cloned().unwrap_or_default();
        stands.accepted = serde_json::from_value(part("accepted")).unwrap_or_default();
    }

    /// The answer to a change as the page gets it.
    fn noted(&self, mut answer: Value, version: u64) -> Value {
        self.note(&answer, version);
        if let Value::Object(object) = &mut answer {
            object.insert("file".to_owned(), self.told());
            for key in ["outcome", "decisions", "accepted"] {
                object.remove(key);
            }
        }
        answer
    }
}

/// The name without its ending.
pub(super) fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

fn part<'a>(decision: &'a Value, key: &str) -> &'a str {
    decision.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Whether two entries are one decision.
fn is_same(held: &Value, gone: &Value) -> bool {
    ["id", "keputusan", "source", "sources"].iter().all(|key| part(held, key) == part(gone, key))
}

/// Whether a decision takes the place of another: both answer the same question, or refuse the same repair.
fn replaces(new: &Value, held: &Value) -> bool {
    !part(new, "id").is_empty() && part(new, "id") == part(held, "id")
}

impl From<Unchanged> for Said {
    fn from(why: Unchanged) -> Self {
        match why {
            Unchanged::Older => said::older(),
            Unchanged::Unanswered(why) => why.said(),
        }
    }
}
