//! What lies on the desk while the page is open: the files, in a folder of their own that goes with the program.

use std::collections::{BTreeMap, VecDeque};
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tempfile::{TempDir, TempPath};
use tokio::sync::{Notify, Semaphore};

use super::Settings;
use super::hands::Hands;
use super::kept::Shelf;
use super::paper::Paper;
use super::worker::Greeting;
use crate::read::Limits;

/// How long the page may be silent before the program ends.
const SILENCE: Duration = Duration::from_secs(60);
/// How long the page may take to be opened.
const OPENING: Duration = Duration::from_secs(10 * 60);
/// How often the silence is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// So many files stay open in their workers; the others are opened again when they are asked about.
const AWAKE: usize = 4;

/// Everything that requests share.
pub(super) struct Desk {
    /// The port that is listened on.
    pub(super) port: u16,
    /// What only our page knows.
    pub(super) secret: String,
    /// How much of a file is read.
    pub(super) limits: Limits,
    /// How many bytes all files may have together.
    pub(super) whole: u64,
    /// How workers are started and asked.
    pub(super) hands: Hands,
    /// So many uploads are read at once.
    pub(super) readers: Arc<Semaphore>,
    /// So much else is done at once: a person who decides does not wait for uploads.
    pub(super) doers: Arc<Semaphore>,
    /// Told when the end is asked for.
    pub(super) end: Notify,
    /// Where decisions are kept.
    pub(super) shelf: Shelf,
    folder: Folder,
    papers: Mutex<Papers>,
    awake: Mutex<VecDeque<u64>>,
    heard: Mutex<(bool, Instant)>,
}

/// The files, and the bytes of those that are on their way.
#[derive(Default)]
struct Papers {
    last: u64,
    coming: u64,
    all: BTreeMap<u64, Arc<Paper>>,
}

impl Papers {
    fn of_content(&self, sha256: &str) -> Option<Arc<Paper>> {
        self.all.values().find(|paper| paper.sha256 == sha256).cloned()
    }

    fn held(&self) -> u64 {
        self.coming + self.all.values().map(|paper| paper.bytes).sum::<u64>()
    }
}

/// The folder of a desk. Its lock says that it is used; the system gives the lock back if the program is killed.
struct Folder {
    _lock: File,
    path: TempDir,
}

impl Folder {
    /// How the folders of all desks begin.
    const PREFIX: &str = "rapikan-halaman-";
    /// The file that is locked.
    const LOCK: &str = "kunci";

    /// A folder of its own among others; those that a killed program left there go.
    fn new(among: &Path) -> io::Result<Self> {
        Self::sweep(among);
        let path = tempfile::Builder::new().prefix(Self::PREFIX).tempdir_in(among)?;
        let made = path.path().join("kunci-baru");
        let lock = File::create(&made)?;
        // A disk that knows no locks gives none; then the folder is left to whoever empties the disk.
        if lock.try_lock().is_ok() {
            // It is found under its name only once it is locked.
            fs::rename(made, path.path().join(Self::LOCK))?;
        }
        Ok(Self { _lock: lock, path })
    }

    fn sweep(among: &Path) {
        let Ok(entries) = fs::read_dir(among) else { return };
        for folder in
            entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(Self::PREFIX))
        {
            let lock = File::open(folder.path().join(Self::LOCK));
            if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
                let _ = fs::remove_dir_all(folder.path());
            }
        }
    }
}

/// Room for a file that is on its way, until it lies there or does not come.
pub(super) struct Room<'a> {
    desk: &'a Desk,
    bytes: u64,
}

impl Room<'_> {
    /// Asks for more room.
    ///
    /// # Errors
    /// If all may not lie there together: how many bytes do.
    pub(super) fn grow(&mut self, bytes: u64) -> Result<(), u64> {
        let mut papers = lock(&self.desk.papers);
        let held = papers.held();
        if held.saturating_add(bytes) > self.desk.whole {
            return Err(held - self.bytes);
        }
        papers.coming += bytes;
        self.bytes += bytes;
        Ok(())
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        lock(&self.desk.papers).coming -= self.bytes;
    }
}

impl Desk {
    /// An empty desk.
    ///
    /// # Errors
    /// If there is no place for a folder.
    pub(super) fn new(port: u16, secret: String, settings: &Settings) -> io::Result<Self> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let greeting = Greeting {
            bytes: settings.limits.bytes,
            inflated: settings.limits.inflated_bytes,
            memory: settings.memory,
        };
        Ok(Self {
            port,
            secret,
            limits: settings.limits,
            whole: settings.whole.max(settings.limits.bytes),
            hands: Hands { start: Arc::clone(&settings.start), greeting, patience: settings.patience },
            readers: Arc::new(Semaphore::new(cores)),
            doers: Arc::new(Semaphore::new(cores + 2)),
            end: Notify::new(),
            shelf: Shelf::new(settings.keep.clone()),
            folder: Folder::new(&std::env::temp_dir())?,
            papers: Mutex::default(),
            awake: Mutex::default(),
            heard: Mutex::new((false, Instant::now())),
        })
    }

    /// A number for a file that is on its way, where its bytes go, and room for it.
    ///
    /// # Errors
    /// If there is no place for it.
    pub(super) fn expect(&self) -> io::Result<(u64, TempPath, Room<'_>)> {
        let id = self.number();
        Ok((id, self.place(&format!("masuk-{id}"))?, self.room()))
    }

    /// Room for bytes that are on their way.
    pub(super) const fn room(&self) -> Room<'_> {
        Room { desk: self, bytes: 0 }
    }

    fn number(&self) -> u64 {
        let mut papers = lock(&self.papers);
        papers.last += 1;
        papers.last
    }

    /// A place in the folder of the desk; what is there goes when it is dropped.
    fn place(&self, name: &str) -> io::Result<TempPath> {
        TempPath::try_from_path(self.folder.path.path().join(name))
    }

    /// A place in the folder of the desk that nothing else has.
    ///
    /// # Errors
    /// If there is no place.
    pub(super) fn free_place(&self) -> io::Result<TempPath> {
        self.place(&format!("keluar-{}", self.number()))
    }

    /// Puts a file there; gives the one with the same content back, if one lies there already.
    pub(super) fn put(&self, paper: Paper) -> Arc<Paper> {
        let mut papers = lock(&self.papers);
        let paper = papers.of_content(&paper.sha256).unwrap_or_else(|| Arc::new(paper));
        papers.all.insert(paper.id, Arc::clone(&paper));
        drop(papers);
        self.wake(paper.id);
        paper
    }

    /// The file with this content, if one lies there.
    pub(super) fn of_content(&self, sha256: &str) -> Option<Arc<Paper>> {
        lock(&self.papers).of_content(sha256)
    }

    /// The file of a number.
    pub(super) fn paper(&self, id: u64) -> Option<Arc<Paper>> {
        let paper = lock(&self.papers).all.get(&id).cloned();
        if paper.is_some() {
            self.wake(id);
        }
        paper
    }

    /// All files in the order in which they came.
    pub(super) fn papers(&self) -> Vec<Arc<Paper>> {
        lock(&self.papers).all.values().cloned().collect()
    }

    /// Takes a file away.
    pub(super) fn remove(&self, id: u64) {
        lock(&self.papers).all.remove(&id);
    }

    /// Takes everything away.
    pub(super) fn clear(&self) {
        lock(&self.papers).all.clear();
        let _ = fs::remove_dir_all(self.folder.path.path());
    }

    /// Takes note that a file is worked on; the worker of the one that was longest not worked on rests.
    fn wake(&self, id: u64) {
        let mut awake = lock(&self.awake);
        awake.retain(|other| *other != id);
        awake.push_back(id);
        let tired = if awake.len() > AWAKE { awake.pop_front() } else { None };
        drop(awake);
        if let Some(paper) = tired.and_then(|id| lock(&self.papers).all.get(&id).cloned()) {
            paper.rest();
        }
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

/// A panic in one request must not stop the others.
pub(super) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_program_left_goes_and_what_another_uses_stays() {
        let among = tempfile::tempdir().unwrap();
        let used = Folder::new(among.path()).unwrap();
        let left = among.path().join("rapikan-halaman-lama");
        let foreign = among.path().join("rapikan-lain");
        for folder in [&left, &foreign] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join(Folder::LOCK), "").unwrap();
        }
        fs::write(left.join("masuk-1"), "isi").unwrap();
        let own = Folder::new(among.path()).unwrap();
        assert_eq!([&left, &foreign].map(|path| path.exists()), [false, true]);
        assert!(used.path.path().exists() && own.path.path().exists());
    }

    #[test]
    fn a_page_that_fell_silent_ends_the_program() {
        let seconds = Duration::from_secs;
        assert!(!is_over(true, seconds(59)));
        assert!(is_over(true, seconds(61)));
        assert!(!is_over(false, seconds(300)), "a slow browser still opens");
        assert!(is_over(false, seconds(601)));
    }
}
