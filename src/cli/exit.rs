//! Exit codes.

/// How a run ended, the mildest first: over several inputs the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
            Self::Fault => 70,
        }
    }
}
