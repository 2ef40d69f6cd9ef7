//! Files in processes of their own, on both sides: the worker that converts them, and whoever gives it files.
//!
//! Every file is converted in a worker, a single one too: starting one takes 3 ms where converting a workbook
//! of one small table takes 85, and a file that asks for all the memory there is ends in a sentence and not in a machine
//! that stands still. A single file has no time limit of its own: someone watches it and may stop it.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::arguments::{self, Patience, Wanted};
use super::convert::options;
use super::exit::Exit;
use super::messages;
use super::out::Out;
use super::outcome::Outcome;
use super::say::Streams;
use super::{decree, language, size};
use crate::batch::{Input, Lost, Workers, tasks};
use crate::model::{Language, Said};
use crate::pipeline::Options;

/// The first argument of a worker; what follows are the arguments of whoever started it.
const NAME: &str = "--worker";
/// How long a file of a batch may take if nothing is said.
const PATIENCE: Duration = Duration::from_secs(60);

/// A path in a line of JSON: as text, or where it is none, as the system has it.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Place {
    Text(String),
    Raw(OsString),
}

impl Place {
    fn of(path: &Path) -> Self {
        path.to_str().map_or_else(|| Self::Raw(path.into()), |text| Self::Text(text.to_owned()))
    }

    fn path(self) -> PathBuf {
        match self {
            Self::Text(text) => text.into(),
            Self::Raw(raw) => raw.into(),
        }
    }
}

/// What all files have in common beside the arguments.
#[derive(Serialize, Deserialize)]
struct Greeting {
    /// Whether the files are a batch.
    batch: bool,
    /// The files that must not be replaced.
    protected: Vec<Place>,
    /// Where the results go, which may be elsewhere than the arguments say.
    out: Option<OutPlace>,
}

/// Where results go.
#[derive(Serialize, Deserialize)]
enum OutPlace {
    Folder(Place),
    Stdout(Place),
}

/// One file.
#[derive(Serialize, Deserialize)]
struct Task {
    path: Place,
    stem: Place,
    called: Option<String>,
}

/// Converts files, each in a worker where that can be.
pub(super) struct Hands<'a> {
    wanted: &'a Wanted,
    options: &'a Options,
    batch: bool,
    streams: &'a Streams,
    workers: Workers,
    warned: AtomicBool,
}

impl<'a> Hands<'a> {
    /// Nothing is started yet.
    pub(super) fn new(wanted: &'a Wanted, options: &'a Options, batch: bool, streams: &'a Streams) -> Self {
        let protected = options.protected.iter().map(|path| Place::of(path)).collect();
        let out = match &wanted.out {
            Out::Folder(folder) | Out::Beside(folder) => Some(OutPlace::Folder(Place::of(folder))),
            Out::Stdout(file) => Some(OutPlace::Stdout(Place::of(file))),
            Out::Nowhere | Out::File(_) => None,
        };
        let greeting = serde_json::to_string(&Greeting { batch, protected, out }).unwrap_or_default();
        let patience = match wanted.patience {
            Patience::Unsaid => batch.then_some(PATIENCE),
            Patience::Endless => None,
            Patience::Within(patience) => Some(patience),
        };
        let (typed, language) = (wanted.typed.clone(), wanted.language.code());
        let start = move || {
            let mut command = Command::new(env::current_exe()?);
            command.args([NAME, "--lang", language]).args(decree::repeated()).args(&typed);
            // Each arena of glibc asks for 64 MiB of addresses, used or not, and the limit counts addresses.
            command.env("MALLOC_ARENA_MAX", "2");
            Ok(command)
        };
        let workers = Workers::new(start, greeting, patience);
        Self { wanted, options, batch, streams, workers, warned: AtomicBool::new(false) }
    }

    /// What became of the file.
    pub(super) fn outcome(&self, input: &Input) -> Outcome {
        match self.answer(input) {
            Ok(Some(outcome)) => outcome,
            Ok(None) => Outcome::of(input, self.wanted, self.options, self.batch),
            Err((said, exit)) => Outcome::none(input, &said, exit, self.wanted),
        }
    }

    /// What a worker says of the file; `None` where no worker can be started, which is told once.
    ///
    /// # Errors
    /// If the worker did not live to answer: why, and how the file counts.
    pub(super) fn answer(&self, input: &Input) -> Result<Option<Outcome>, (Said, Exit)> {
        let task =
            Task { path: Place::of(&input.path), stem: Place::of(&input.stem), called: input.called.clone() };
        let answer = serde_json::to_string(&task).map(|task| self.workers.ask(&task));
        Err(match answer {
            Ok(Ok(answer)) => match serde_json::from_str(&answer) {
                Ok(outcome) => return Ok(Some(outcome)),
                Err(error) => (Said::fault(&error.to_string()), Exit::Fault),
            },
            Ok(Err(Lost::Unstartable(error))) => {
                if !self.warned.swap(true, Ordering::Relaxed) {
                    self.streams.line(messages::unisolated(&error).within(self.wanted.language));
                }
                return Ok(None);
            }
            Ok(Err(Lost::Slow(patience))) => (messages::slow(patience), Exit::Input),
            Ok(Err(Lost::Memory)) => {
                (messages::memory(self.wanted.memory.map(size::shown).as_deref()), Exit::Input)
            }
            Ok(Err(lost @ Lost::Stopped)) => (Said::fault(&lost.to_string()), Exit::Fault),
            Ok(Err(Lost::Ended(how))) => (messages::ended(&how), Exit::Fault),
            Err(error) => (Said::fault(&error.to_string()), Exit::Fault),
        })
    }
}

/// Works if the first argument says that this is a worker: `None` else. Ends when there are no more files.
/// `limit_memory` sets how many bytes this process may take from then on.
pub(super) fn run(arguments: &[OsString], limit_memory: fn(u64)) -> Option<Exit> {
    let (program, typed) = match arguments {
        [program, name, typed @ ..] if name == NAME => (program, typed),
        _ => return None,
    };
    let arguments = std::iter::once(program).chain(typed).cloned().collect();
    let (language, arguments) = language::choose(arguments);
    let Ok(arguments) = decree::choose(arguments) else { return Some(Exit::Fault) };
    Some(serve(arguments, language, limit_memory).map_or(Exit::Fault, |()| Exit::Done))
}

fn serve(arguments: Vec<OsString>, language: Language, limit_memory: fn(u64)) -> io::Result<()> {
    let mut wanted = arguments::parse(arguments, language).map_err(|stop| io::Error::other(stop.text))?;
    if let Some(bytes) = wanted.memory {
        limit_memory(bytes);
    }
    let grace = match wanted.patience {
        Patience::Endless => None,
        Patience::Unsaid => Some(PATIENCE),
        Patience::Within(patience) => Some(patience),
    };
    let tasks = tasks(grace);
    let Ok(greeting) = tasks.recv() else { return Ok(()) };
    let greeting: Greeting = serde_json::from_str(&greeting)?;
    let protected: BTreeSet<PathBuf> = greeting.protected.into_iter().map(Place::path).collect();
    match greeting.out {
        Some(OutPlace::Folder(folder)) => wanted.out = Out::Folder(folder.path()),
        Some(OutPlace::Stdout(file)) => wanted.out = Out::Stdout(file.path()),
        None => {}
    }
    let options = options(&wanted, protected, greeting.batch);
    let mut answers = io::stdout().lock();
    for task in tasks {
        let task: Task = serde_json::from_str(&task)?;
        let input = Input { path: task.path.path(), stem: task.stem.path(), called: task.called };
        let outcome = Outcome::of(&input, &wanted, &options, greeting.batch);
        answers.write_all(format!("{}\n", serde_json::to_string(&outcome)?).as_bytes())?;
        answers.flush()?;
    }
    Ok(())
}
