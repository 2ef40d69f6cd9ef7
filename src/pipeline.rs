//! The one place where the stages meet.

mod convert;
mod self_check;
mod summary;

pub use convert::{Failure, Format, Options, Report, Target, convert};
pub use self_check::{Difference, Unequal, differs, self_check};
pub use summary::{AmountSum, Repaired, TableSummary};

use crate::check::{check, conservation};
use crate::model::{Document, NoSuchCell, Workbook};
use crate::solve::{SolveOptions, solve};
use crate::{assemble, locate};

/// Cleans a workbook: finds its tables, reads their rows, solves their values, checks them.
///
/// # Errors
/// Only by a fault of this program.
pub fn clean(workbook: &Workbook, options: SolveOptions) -> Result<Document, NoSuchCell> {
    let mut document = Document::new(&workbook.file, &workbook.sha256, workbook.container);
    let located = locate::locate(workbook);
    document.about = locate::about(&located);
    let regions = located.regions.clone();
    let tables = assemble::assemble(workbook, located.regions);
    document.conservation = conservation(workbook, &located.decoration, &tables);
    let mut document = solve(document, tables, options)?;
    let findings = check(&document, &regions);
    document.findings.extend(findings);
    document
        .findings
        .sort_by_key(|finding| (finding.table.unwrap_or(usize::MAX), finding.severity, finding.row));
    Ok(document)
}
