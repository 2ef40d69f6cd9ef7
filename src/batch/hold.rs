//! One batch at a time writes into a folder of results.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use super::record::FOLDER;

/// The file whose lock says that a batch is under way; the system gives the lock back if the batch is killed.
const NAME: &str = "kunci";

/// The right to write into a folder of results, until it is dropped.
#[derive(Debug)]
pub struct Hold {
    _file: File,
}

impl Hold {
    /// Takes the right, and waits for it while another batch has it; `waits` is called once, before that.
    ///
    /// # Errors
    /// If the folder cannot be written. A disk that knows no locks gives none and is no error.
    pub fn take(results: &Path, waits: impl FnOnce()) -> io::Result<Self> {
        let folder = results.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(NAME))?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            waits();
            // Where it cannot be waited for, the batch goes on as on a disk without locks.
            let _ = file.lock();
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn the_second_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = Hold::take(folder.path(), || panic!("nobody holds it")).unwrap();
        let waited = AtomicBool::new(false);
        thread::scope(|scope| {
            let second = scope.spawn(|| Hold::take(folder.path(), || waited.store(true, Ordering::SeqCst)));
            while !waited.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            drop(first);
            second.join().unwrap().unwrap();
        });
    }
}
