//! Exit codes.

use serde::{Deserialize, Serialize};

use crate::batch;

/// How a run ended, the mildest first: over several inputs the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Exit {
    /// Nothing is left to decide.
    Done,
    /// Findings are left.
    Findings,
    /// Wrong usage.
    Usage,
    /// An input is unreadable or without any table.
    Input,
    /// An output was refused or failed.
    Output,
    /// A fault of this program.
    Fault,
}

impl Exit {
    /// The number that the shell sees.
    pub(super) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Input => 3,
            Self::Output => 4,
            Self::Fault => batch::FAULT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_several_counts() {
        let ends = [Exit::Findings, Exit::Fault, Exit::Done, Exit::Output, Exit::Input];
        let mut codes: Vec<u8> = Vec::new();
        for end in 0..ends.len() {
            codes.push(ends.iter().skip(end).max().unwrap().code());
        }
        assert_eq!(codes, [70, 70, 4, 4, 3]);
    }
}
