//! Work in processes of our own: one that hangs, aborts or is killed takes no other work with it.
//!
//! A worker lives long and is given one task after another, each a line on its standard input, and answers each
//! with a line on its standard output. It is told what all tasks have in common by a first line, the greeting,
//! which it does not answer. Its standard input ends when nobody needs it any more: then it ends too, after the
//! task in hand, even if whoever started it was killed. A pool of [`Workers`] gives each task to any of them; whoever
//! needs one that remembers the task before keeps a [`Worker`] of its own.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Why a task has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Lost {
    /// No worker can be started here.
    #[error("no process can be started")]
    Unstartable(#[source] io::Error),
    /// It took longer than allowed and was killed.
    #[error("not done within {0:?}")]
    Slow(Duration),
    /// It asked for more memory than allowed.
    #[error("not enough memory")]
    Memory,
    /// It ended by itself, in this way, with these words.
    #[error("{0}")]
    Ended(String),
    /// Whoever asked did not want the answer any more.
    #[error("stopped")]
    Stopped,
}

/// Workers that wait for tasks; as many are started as are asked at once.
pub struct Workers {
    start: Box<dyn Fn() -> io::Result<Command> + Send + Sync>,
    greeting: String,
    patience: Option<Duration>,
    idle: Mutex<Vec<Worker>>,
}

impl Workers {
    /// Nothing is started yet. `start` gives the command of a worker, `greeting` is one line without its line
    /// break, `patience` the longest that one task may take.
    pub fn new(
        start: impl Fn() -> io::Result<Command> + Send + Sync + 'static,
        greeting: String,
        patience: Option<Duration>,
    ) -> Self {
        Self { start: Box::new(start), greeting, patience, idle: Mutex::new(Vec::new()) }
    }

    /// The answer to a task, which is one line without its line break.
    ///
    /// # Errors
    /// If no worker can be started, or the one that had the task did not live to answer. The next task gets
    /// another worker then.
    pub fn ask(&self, task: &str) -> Result<String, Lost> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut worker = match idle {
            Some(worker) => worker,
            None => (self.start)()
                .and_then(|command| Worker::start(command, &self.greeting))
                .map_err(Lost::Unstartable)?,
        };
        let answer = worker.ask(task, self.patience, &|| false)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
        Ok(answer)
    }
}

/// How much of a dying worker's words is kept, in bytes.
const WORDS: u64 = 4096;

/// What the standard library says, in English always, before it aborts for want of memory.
const NO_MEMORY: &str = "memory allocation of";

/// The exit code of a fault of this program; also that of a worker whose giver of tasks is gone, of which nobody hears.
pub const FAULT: u8 = 70;

/// How often a worker's asker is asked whether the answer is still wanted.
const LOOK: Duration = Duration::from_millis(50);

/// One worker.
pub struct Worker {
    child: Child,
    tasks: Option<ChildStdin>,
    answers: Receiver<String>,
    words: Option<JoinHandle<String>>,
}

impl Worker {
    /// Starts one and greets it.
    ///
    /// # Errors
    /// If no process can be started, or it does not take the greeting.
    pub fn start(mut command: Command, greeting: &str) -> io::Result<Self> {
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (send, answers) = channel();
        if let Some(out) = child.stdout.take() {
            thread::spawn(move || {
                let lines = BufReader::new(out).lines().map_while(Result::ok);
                lines.take_while(|line| send.send(line.clone()).is_ok()).for_each(drop);
            });
        }
        let words = child.stderr.take().map(|mut error| {
            thread::spawn(move || {
                let mut words = Vec::new();
                let _ = error.by_ref().take(WORDS).read_to_end(&mut words);
                // Whoever speaks on must not wait for a listener.
                let _ = io::copy(&mut error, &mut io::sink());
                String::from_utf8_lossy(&words).into_owned()
            })
        });
        let tasks = child.stdin.take();
        let mut worker = Self { child, tasks, answers, words };
        worker.tell(greeting)?;
        Ok(worker)
    }

    fn tell(&mut self, line: &str) -> io::Result<()> {
        let tasks = self.tasks.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        tasks.write_all(format!("{line}\n").as_bytes())?;
        tasks.flush()
    }

    /// The answer to a task, one line without its line break. `is_unwanted` is asked all the while.
    ///
    /// # Errors
    /// If it does not live to answer. It takes no task any more then.
    pub fn ask(
        &mut self,
        task: &str,
        patience: Option<Duration>,
        is_unwanted: &dyn Fn() -> bool,
    ) -> Result<String, Lost> {
        // A task that cannot be told has met a worker that is dead: the missing answer says how it died.
        let _ = self.tell(task);
        let begun = Instant::now();
        loop {
            let left = patience.map(|patience| patience.saturating_sub(begun.elapsed()));
            match self.answers.recv_timeout(left.unwrap_or(LOOK).min(LOOK)) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Disconnected) => return Err(self.ended()),
                Err(RecvTimeoutError::Timeout) if is_unwanted() => return Err(self.killed(Lost::Stopped)),
                Err(RecvTimeoutError::Timeout) => {
                    if let (Some(patience), Some(Duration::ZERO)) = (patience, left) {
                        return Err(self.killed(Lost::Slow(patience)));
                    }
                }
            }
        }
    }

    fn killed(&mut self, why: Lost) -> Lost {
        let _ = self.child.kill();
        // Not until it is gone is it sure that it writes nothing more.
        let _ = self.child.wait();
        why
    }

    fn ended(&mut self) -> Lost {
        let status = self.child.wait();
        let words = self.words.take().and_then(|words| words.join().ok()).unwrap_or_default();
        if words.contains(NO_MEMORY) {
            return Lost::Memory;
        }
        let status = status.as_ref().map_or_else(ToString::to_string, ExitStatus::to_string);
        let words = words.trim().lines().next().unwrap_or_default();
        Lost::Ended(if words.is_empty() { status } else { format!("{status}: {words}") })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.tasks.take());
        let _ = self.child.wait();
    }
}

/// The lines that this process is told as a worker, the greeting first. They end when whoever gives tasks is gone; a task
/// that is not done within `grace` then ends the process, because nobody is left who would stop it or read its answer.
/// `None` leaves it all the time that it needs.
#[expect(clippy::exit, reason = "the thread that works may never come back, and nobody waits for it")]
#[must_use]
pub fn tasks(grace: Option<Duration>) -> Receiver<String> {
    let (send, lines) = channel();
    thread::spawn(move || {
        let told = io::stdin().lock().lines().map_while(Result::ok);
        told.take_while(|line| send.send(line.clone()).is_ok()).for_each(drop);
        drop(send);
        if let Some(grace) = grace {
            thread::sleep(grace);
            std::process::exit(FAULT.into());
        }
    });
    lines
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn workers(script: &'static str, patience: Option<Duration>) -> Workers {
        let start = move || {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            Ok(command)
        };
        Workers::new(start, "hello".to_owned(), patience)
    }

    #[test]
    fn one_worker_answers_task_after_task() {
        let workers = workers("read greeting; while read task; do echo $greeting $task $$; done", None);
        let answers: Vec<String> = ["a", "b"].map(|task| workers.ask(task).unwrap()).to_vec();
        assert!(answers[0].starts_with("hello a "), "{answers:?}");
        assert_eq!(answers[0].rsplit(' ').next(), answers[1].rsplit(' ').next(), "the same process");
    }

    #[test]
    fn a_worker_that_hangs_is_killed_and_the_next_task_gets_another() {
        let script =
            "read greeting; while read task; do [ $task = hang ] && exec sleep 600; echo $task; done";
        let workers = workers(script, Some(Duration::from_secs(2)));
        assert!(matches!(workers.ask("hang"), Err(Lost::Slow(_))));
        assert_eq!(workers.ask("go").unwrap(), "go");
    }

    #[test]
    fn a_task_that_nobody_wants_any_more_ends_at_once() {
        let mut command = Command::new("sh");
        command.args(["-c", "read greeting; read task; exec sleep 600"]);
        let mut worker = Worker::start(command, "hello").unwrap();
        let begun = Instant::now();
        let unwanted = || begun.elapsed() > Duration::from_millis(200);
        assert!(matches!(worker.ask("a", None, &unwanted), Err(Lost::Stopped)));
        assert!(begun.elapsed() < Duration::from_secs(60));
        assert!(matches!(worker.ask("b", None, &|| false), Err(Lost::Ended(_))), "it is gone");
    }

    #[test]
    fn how_a_worker_ended_is_known() {
        let ended = workers("read greeting; read task; echo last words >&2; kill -9 $$", None);
        let Err(Lost::Ended(how)) = ended.ask("a") else { panic!("it is dead") };
        assert!(how.contains('9') && how.ends_with(": last words"), "{how}");
        let memory = workers("read greeting; read task; echo memory allocation of 9 bytes failed >&2", None);
        assert!(matches!(memory.ask("a"), Err(Lost::Memory)));
        let absent = Workers::new(|| Ok(Command::new("/no/such/program")), String::new(), None);
        assert!(matches!(absent.ask("a"), Err(Lost::Unstartable(_))));
    }
}
