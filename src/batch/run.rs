//! Work on many things at once, results in order.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use rayon::ThreadPoolBuilder;
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};

/// A panic inside the work on one thing, with what it said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("internal fault: {0}")]
pub struct Fault(pub String);

/// The results that wait for an earlier one.
struct Waiting<T, D> {
    next: usize,
    results: BTreeMap<usize, Result<T, Fault>>,
    done: D,
}

/// Does the work on every item, on `jobs` threads (0: one a core), and hands over each result in the order of
/// the items as soon as all before it are there. A panic becomes a [`Fault`] of its item and stops nothing.
pub fn run<I: Sync, T: Send>(
    items: &[I],
    jobs: usize,
    work: impl Fn(&I) -> T + Sync,
    done: impl FnMut(usize, Result<T, Fault>) + Send,
) {
    let waiting = Mutex::new(Waiting { next: 0, results: BTreeMap::new(), done });
    let one = |(index, item): (usize, &I)| {
        let result = catch_unwind(AssertUnwindSafe(|| work(item))).map_err(|panic| Fault(said(&*panic)));
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.take(index, result);
    };
    match ThreadPoolBuilder::new().num_threads(jobs).build() {
        // Bridged, so that files start in their order and few results wait for an earlier one.
        Ok(pool) if jobs != 1 => pool.install(|| items.iter().enumerate().par_bridge().for_each(one)),
        _ => items.iter().enumerate().for_each(one),
    }
}

impl<T, D: FnMut(usize, Result<T, Fault>)> Waiting<T, D> {
    fn take(&mut self, index: usize, result: Result<T, Fault>) {
        self.results.insert(index, result);
        while let Some(result) = self.results.remove(&self.next) {
            (self.done)(self.next, result);
            self.next += 1;
        }
    }
}

/// What a panic said.
#[must_use]
pub fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("unknown").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubled(jobs: usize) -> Vec<(usize, Result<usize, Fault>)> {
        let items: Vec<usize> = (0..200).collect();
        let mut seen = Vec::new();
        let work = |item: &usize| {
            assert!(*item != 7, "seven is out");
            item * 2
        };
        run(&items, jobs, work, |index, result| seen.push((index, result)));
        seen
    }

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        let one = doubled(1);
        assert_eq!(one.len(), 200);
        assert!(one.iter().enumerate().all(|(position, (index, _))| position == *index));
        assert_eq!(one, doubled(4));
    }

    #[test]
    fn a_panic_is_the_fault_of_its_item_alone() {
        let results = doubled(3);
        assert_eq!(results[7].1, Err(Fault("seven is out".to_owned())));
        assert_eq!(results.iter().filter(|(_, result)| result.is_err()).count(), 1);
        assert_eq!(results[199].1, Ok(398));
    }
}
