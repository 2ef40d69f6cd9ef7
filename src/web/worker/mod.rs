//! The process in which one file of the page is read, decided and written: the server itself reads nothing that was
//! uploaded. Each line of its standard input is a [`Task`], each line of its standard output the answer.

mod around;
mod beside;
mod changes;
mod model;
mod outcome;
mod report;
mod saved;
mod session;
mod task;
mod terms;
mod twins;

use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use serde_json::{Value, json};

use super::answer::said;
use crate::batch;
use crate::model::Said;
use session::Session;

pub(super) use task::{Drawn, Greeting, Mode, Save, Task, Tongue};

/// Works on tasks until there are no more. `limit_memory` sets how many bytes this process may take from then on.
///
/// # Errors
/// If whoever started it is gone.
pub fn work(limit_memory: fn(u64)) -> io::Result<()> {
    // Nobody waits for an answer once the server is gone.
    let lines = batch::tasks(Some(Duration::ZERO));
    let Ok(greeting) = lines.recv() else { return Ok(()) };
    let greeting: Greeting = serde_json::from_str(&greeting)?;
    if let Some(bytes) = greeting.memory {
        limit_memory(bytes);
    }
    let mut session: Option<Session> = None;
    let mut answers = io::stdout().lock();
    for line in lines {
        let task: Task = serde_json::from_str(&line)?;
        let done = catch_unwind(AssertUnwindSafe(|| done(task, &mut session, &greeting)));
        let answer = match done {
            Ok(Ok(value)) => json!({"done": value}),
            Ok(Err(refused)) => json!({"refused": said(&refused)}),
            Err(panic) => json!({"fault": said(&Said::fault(&batch::said(&*panic)))}),
        };
        writeln!(answers, "{answer}")?;
        answers.flush()?;
    }
    Ok(())
}

fn done(task: Task, session: &mut Option<Session>, greeting: &Greeting) -> Result<Value, Said> {
    let limits = greeting.limits();
    let open = || Said::fault("no file is open");
    match task {
        Task::Open { path, name, decisions, accepted } => {
            let (opened, unfit) = Session::open(path, &name, &decisions, accepted, limits)?;
            Ok(session.insert(opened).stands(&unfit))
        }
        Task::Model { drawn } => Ok(session.as_mut().ok_or_else(open)?.model(drawn)),
        Task::Decide { decisions, accepted, fresh, mode, drawn } => {
            let session = session.as_mut().ok_or_else(open)?;
            session.decide(&decisions, accepted, fresh, mode, drawn)
        }
        Task::Load { path, drawn } => session.as_mut().ok_or_else(open)?.load(&path, drawn),
        Task::Pages(wanted) => saved::pages(session.as_ref().ok_or_else(open)?, &wanted),
        Task::Save(save) => saved::save(session.as_ref().ok_or_else(open)?, &save),
        Task::Merge { inputs, layout, language, to } => {
            beside::merge(&inputs, layout.as_deref(), language.into(), &to, &limits)
        }
        Task::Compare { old, new, language, to } => {
            beside::compare([&old, &new], language.into(), &to, &limits)
        }
        Task::Template { asked, from, to } => beside::template(&asked, from.as_deref(), &to, &limits),
    }
}
