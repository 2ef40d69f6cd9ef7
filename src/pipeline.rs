//! The one place where the stages meet.

mod asked;
mod beside;
mod beside_values;
mod ceilings;
mod convert;
mod decide;
mod decisions;
mod failure;
mod foreign;
mod gate;
mod halves;
mod outputs;
mod report;
mod said;
mod self_check;
mod solved;
mod standing;
mod summary;
mod wanted;
mod whence;
mod witness;

pub use beside::{changed, cleaned, compared, merged, migrated};
pub use ceilings::ceilings;
pub use convert::{convert, is_unchanged, refuse_without_rows};
pub use decide::{Undecided, shown_sources};
pub use decisions::{Decisions, NoDecisions};
pub use failure::Failure;
pub use outputs::{NOTE, endings};
pub use report::{Cause, Report};
pub use self_check::{Difference, Unequal, differs, self_check};
pub use solved::Solved;
pub use standing::{standing, standing_without};
pub use summary::{AmountSum, Over, Repaired, TableSummary};
pub use wanted::{Format, Ledger, Options, Target};
pub use witness::{Misprint, witnessed};

use crate::model::{Document, NoSuchCell, Workbook};
use crate::solve::SolveOptions;

/// Cleans a workbook: finds its tables, reads their rows, solves their values, checks them.
///
/// # Errors
/// Only by a fault of this program.
pub fn clean(workbook: &Workbook, options: SolveOptions) -> Result<Document, NoSuchCell> {
    Solved::once(workbook, options)
}

/// The clean document of a workbook, with a person's decisions followed.
///
/// # Errors
/// If there are decisions and none of them can be followed.
pub fn clean_with(
    workbook: &Workbook,
    options: SolveOptions,
    decisions: &Decisions,
) -> Result<Document, Undecided> {
    if decisions.all().is_empty() {
        return Ok(Solved::once(workbook, options)?);
    }
    Solved::of(workbook, options)?.decided(decisions)
}
