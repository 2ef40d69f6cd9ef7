//! How well numbers stand where they stand.

/// How many laws hold and how many fail where numbers stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many hold.
    pub held: usize,
    /// How many fail.
    pub failed: usize,
}

impl Tally {
    /// The count of verdicts.
    #[must_use]
    pub fn of(verdicts: &[bool]) -> Self {
        let held = verdicts.iter().filter(|held| **held).count();
        Self { held, failed: verdicts.len() - held }
    }

    /// A place at which a failing law can no longer be checked proves nothing: one more must hold.
    #[must_use]
    pub fn is_better_than(self, other: Self) -> bool {
        self.rank() > other.rank() && self.held > other.held
    }

    /// Laws that hold, twice, less those that fail: one law that fails by a fault of its own does not outweigh one
    /// that holds.
    #[must_use]
    pub fn rank(self) -> i64 {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / 4);
        2 * count(self.held) - count(self.failed)
    }
}
