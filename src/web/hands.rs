//! The workers of the page, from the server's side: how they are started, asked and told of.

use std::io;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::Value;

use super::said;
use super::worker::{Greeting, Task};
use crate::batch::{Lost, Worker};
use crate::model::Said;

/// How a worker process is started.
pub type Start = Arc<dyn Fn() -> io::Result<Command> + Send + Sync>;

/// Why a worker gave no answer.
#[derive(Debug)]
pub(super) enum Unanswered {
    /// It refused, and goes on.
    Refused(Said),
    /// It is gone, or must not be asked again.
    Lost(Said),
    /// Nobody wanted the answer any more.
    Stopped,
}

impl Unanswered {
    /// What is said of it.
    pub(super) fn said(self) -> Said {
        match self {
            Self::Refused(said) | Self::Lost(said) => said,
            Self::Stopped => said::stopped(),
        }
    }
}

/// What all workers of a page have in common.
#[derive(Clone)]
pub(super) struct Hands {
    /// How one is started.
    pub(super) start: Start,
    /// What it is told first.
    pub(super) greeting: Greeting,
    /// How long one task may take.
    pub(super) patience: Option<Duration>,
}

impl Hands {
    /// Starts a worker.
    ///
    /// # Errors
    /// If no process can be started here: nothing is read without one.
    pub(super) fn worker(&self) -> Result<Worker, Unanswered> {
        let unstartable = |error: io::Error| Unanswered::Lost(said::unstartable(&error));
        let greeting = serde_json::to_string(&self.greeting).unwrap_or_default();
        let command = (self.start)().map_err(unstartable)?;
        Worker::start(command, &greeting).map_err(unstartable)
    }

    /// Asks a worker.
    ///
    /// # Errors
    /// If it refuses, does not live to answer, or nobody wants the answer any more.
    pub(super) fn ask(&self, worker: &mut Worker, task: &Task, wish: &Wish) -> Result<Value, Unanswered> {
        let fault = |detail: &str| Unanswered::Lost(Said::fault(detail));
        let task = serde_json::to_string(task).map_err(|error| fault(&error.to_string()))?;
        let answer = worker.ask(&task, self.patience, &|| wish.is_over()).map_err(|lost| match lost {
            Lost::Stopped => Unanswered::Stopped,
            Lost::Slow(patience) => Unanswered::Lost(said::slow(patience)),
            Lost::Memory => Unanswered::Lost(said::memory(self.greeting.memory)),
            Lost::Ended(how) => Unanswered::Lost(said::ended(&how)),
            Lost::Unstartable(error) => Unanswered::Lost(said::unstartable(&error)),
        })?;
        let mut answer: Value = serde_json::from_str(&answer).map_err(|error| fault(&error.to_string()))?;
        let told = |key: &str| answer.get(key).map(super::answer::told);
        if let Some(said) = told("refused") {
            return Err(Unanswered::Refused(said));
        }
        if let Some(said) = told("fault") {
            return Err(Unanswered::Lost(said));
        }
        Ok(answer.get_mut("done").map(Value::take).unwrap_or_default())
    }
}

/// Whether an answer is still wanted: over once the request that it is for is gone.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish(Arc<AtomicBool>);

impl Wish {
    fn is_over(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Ends the wish when it is dropped: with the request.
    pub(super) fn held(&self) -> Held {
        Held(self.clone())
    }
}

/// Held by a request as long as it wants its answer.
pub(super) struct Held(Wish);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}
