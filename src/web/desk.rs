//! What lies on the desk while the page is open: the files, as read and as decided, in memory only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, Semaphore};

use crate::model::{Document, Workbook};
use crate::pipeline::{Decisions, Solved};
use crate::read::Limits;

/// How long the page may be silent before the program ends.
const SILENCE: Duration = Duration::from_secs(60);
/// How long the page may take to be opened.
const OPENING: Duration = Duration::from_secs(10 * 60);
/// How often the silence is looked at.
const LOOK: Duration = Duration::from_secs(1);

/// One file.
#[derive(Debug)]
pub(super) struct Paper {
    /// Its number, by which the page speaks of it.
    pub(super) id: u64,
    /// Its name, without a folder.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What was read.
    pub(super) workbook: Workbook,
    /// What was solved, before any decision.
    pub(super) solved: Solved,
    now: Mutex<Arc<Decided>>,
    accepted: Mutex<BTreeSet<String>>,
}

/// A file as it stands now.
#[derive(Debug)]
pub(super) struct Decided {
    /// What the person decided.
    pub(super) decisions: Decisions,
    /// What comes of it.
    pub(super) document: Document,
}

impl Paper {
    /// A file about which nothing is decided yet.
    pub(super) fn new(bytes: Vec<u8>, workbook: Workbook, solved: Solved, document: Document) -> Self {
        let now = Mutex::new(Arc::new(Decided { decisions: Decisions::default(), document }));
        Self { id: 0, name: workbook.file.clone(), bytes, workbook, solved, now, accepted: Mutex::default() }
    }

    /// The ids of the repairs that the person found right.
    pub(super) fn accepted(&self) -> BTreeSet<String> {
        lock(&self.accepted).clone()
    }

    /// More repairs are found right.
    pub(super) fn accept(&self, ids: impl IntoIterator<Item = String>) {
        lock(&self.accepted).extend(ids);
    }

    /// As it stands now.
    pub(super) fn now(&self) -> Arc<Decided> {
        Arc::clone(&lock(&self.now))
    }

    /// Puts other decisions in the place of those before.
    pub(super) fn decide(&self, decided: Decided) {
        *lock(&self.now) = Arc::new(decided);
    }

    /// Its name without the ending.
    pub(super) fn stem(&self) -> &str {
        match self.name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => &self.name,
        }
    }
}

/// Everything that requests share.
#[derive(Debug)]
pub(super) struct Desk {
    /// The port that is listened on.
    pub(super) port: u16,
    /// What only our page knows.
    pub(super) secret: String,
    /// How much of a file is read.
    pub(super) limits: Limits,
    /// How many bytes all files may have together.
    pub(super) whole: u64,
    /// So many files are worked on at once.
    pub(super) hands: Semaphore,
    /// Told when the end is asked for.
    pub(super) end: Notify,
    papers: Mutex<(u64, BTreeMap<u64, Arc<Paper>>)>,
    heard: Mutex<(bool, Instant)>,
}

impl Desk {
    /// An empty desk.
    pub(super) fn new(port: u16, secret: String, limits: Limits, whole: u64) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            port,
            secret,
            limits,
            whole,
            hands: Semaphore::new(cores),
            end: Notify::new(),
            papers: Mutex::default(),
            heard: Mutex::new((false, Instant::now())),
        }
    }

    /// How many bytes lie there besides these, if all may not lie there together.
    pub(super) fn crowded(&self, bytes: usize) -> Option<u64> {
        crowded(&lock(&self.papers).1, bytes, self.whole)
    }

    /// Puts a file there and gives it its number.
    ///
    /// # Errors
    /// As [`Desk::crowded`]: other files may have come since it was asked.
    pub(super) fn put(&self, paper: Paper) -> Result<Arc<Paper>, u64> {
        let mut papers = lock(&self.papers);
        if let Some(held) = crowded(&papers.1, paper.bytes.len(), self.whole) {
            return Err(held);
        }
        papers.0 += 1;
        let id = papers.0;
        let paper = Arc::new(Paper { id, ..paper });
        papers.1.insert(id, Arc::clone(&paper));
        Ok(paper)
    }

    /// The file of a number.
    pub(super) fn paper(&self, id: u64) -> Option<Arc<Paper>> {
        lock(&self.papers).1.get(&id).cloned()
    }

    /// All files in the order in which they came.
    pub(super) fn papers(&self) -> Vec<Arc<Paper>> {
        lock(&self.papers).1.values().cloned().collect()
    }

    /// Takes a file away.
    pub(super) fn remove(&self, id: u64) {
        lock(&self.papers).1.remove(&id);
    }

    /// Takes note that the page is there.
    pub(super) fn hear(&self) {
        *lock(&self.heard) = (true, Instant::now());
    }

    /// Comes back when the end is asked for, or the page was silent for too long.
    pub(super) async fn over(&self) {
        loop {
            tokio::select! {
                () = self.end.notified() => return,
                () = tokio::time::sleep(LOOK) => {
                    let (opened, last) = *lock(&self.heard);
                    if is_over(opened, last.elapsed()) {
                        return;
                    }
                }
            }
        }
    }
}

/// Whether a page that was, or was not yet, opened has been silent for too long.
fn is_over(opened: bool, silent: Duration) -> bool {
    silent > if opened { SILENCE } else { OPENING }
}

fn crowded(papers: &BTreeMap<u64, Arc<Paper>>, bytes: usize, whole: u64) -> Option<u64> {
    let held: usize = papers.values().map(|paper| paper.bytes.len()).sum();
    let of = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
    (of(held.saturating_add(bytes)) > whole).then(|| of(held))
}

/// A panic in one request must not stop the others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_fell_silent_ends_the_program() {
        let seconds = Duration::from_secs;
        assert!(!is_over(true, seconds(59)));
        assert!(is_over(true, seconds(61)));
        assert!(!is_over(false, seconds(300)), "a slow browser still opens");
        assert!(is_over(false, seconds(601)));
    }
}
