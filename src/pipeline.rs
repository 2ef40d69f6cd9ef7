//! The one place where the stages meet.

mod beside;
mod convert;
mod decide;
mod decisions;
mod failure;
mod report;
mod said;
mod self_check;
mod solved;
mod summary;
mod wanted;
mod whence;

pub use beside::{cleaned, compared, merged, migrated};
pub use convert::{NOTE, convert, is_unchanged, refuse_without_rows};
pub use decide::{Undecided, shown_sources};
pub use decisions::{Decisions, NoDecisions};
pub use failure::Failure;
pub use report::{Cause, Report};
pub use self_check::{Difference, Unequal, differs, self_check};
pub use solved::Solved;
pub use summary::{AmountSum, Over, Repaired, TableSummary};
pub use wanted::{Format, Ledger, Options, Target};

use crate::check::{check, conservation};
use crate::model::{Document, NoSuchCell, Workbook};
use crate::solve::{SolveOptions, solve};
use crate::{assemble, locate};

/// Cleans a workbook: finds its tables, reads their rows, solves their values, checks them.
///
/// # Errors
/// Only by a fault of this program.
pub fn clean(workbook: &Workbook, options: SolveOptions) -> Result<Document, NoSuchCell> {
    let (mut document, regions) = solved(workbook, options)?;
    decide::keep_decisions(&mut document, workbook, options.weakest)?;
    Ok(checked(document, &regions))
}

/// The same, with a person's decisions followed.
///
/// # Errors
/// If a decision cannot be followed.
pub fn clean_with(
    workbook: &Workbook,
    options: SolveOptions,
    decisions: &Decisions,
) -> Result<Document, Undecided> {
    Solved::of(workbook, options)?.into_decided(decisions)
}

fn solved(
    workbook: &Workbook,
    options: SolveOptions,
) -> Result<(Document, Vec<crate::model::Region>), NoSuchCell> {
    let mut document = Document::new(&workbook.file, &workbook.sha256, workbook.container);
    let located = locate::locate(workbook);
    document.about = locate::about(&located);
    let regions = located.regions.clone();
    let tables = assemble::assemble(workbook, located.regions, document.about.year);
    document.conservation = conservation(workbook, &located.decoration, &tables);
    Ok((solve(document, tables, options)?, regions))
}

/// The document with what its tables contradict.
fn checked(mut document: Document, regions: &[crate::model::Region]) -> Document {
    let findings = check(&document, regions);
    document.findings.extend(findings);
    document
        .findings
        .sort_by_key(|finding| (finding.table.unwrap_or(usize::MAX), finding.severity, finding.row));
    document
}
