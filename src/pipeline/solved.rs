//! A solved workbook, on which a person decides as often as wanted without solving it again.

use super::decide::{self, Undecided};
use super::decisions::Decisions;
use super::{checked, solved};
use crate::check::check;
use crate::model::{Document, Grade, NoSuchCell, Region, Workbook};
use crate::solve::SolveOptions;

/// A workbook with its values solved, before anything is decided about it.
#[derive(Clone, Debug)]
pub struct Solved {
    document: Document,
    regions: Vec<Region>,
    weakest: Grade,
}

impl Solved {
    /// Solves a workbook; what one of our own says was decided is kept.
    ///
    /// # Errors
    /// Only by a fault of this program.
    pub fn of(workbook: &Workbook, options: SolveOptions) -> Result<Self, NoSuchCell> {
        let (mut document, regions) = solved(workbook, options)?;
        decide::keep_decisions(&mut document, workbook, options.weakest)?;
        Ok(Self { document, regions, weakest: options.weakest })
    }

    /// The document before anything is decided or checked.
    pub(super) fn undecided(&self) -> &Document {
        &self.document
    }

    /// The document with these decisions followed, and no others.
    ///
    /// # Errors
    /// If a decision cannot be followed.
    pub fn decided(&self, decisions: &Decisions) -> Result<Document, Undecided> {
        self.clone().into_decided(decisions)
    }

    /// The same for the last time.
    ///
    /// # Errors
    /// If a decision cannot be followed.
    pub fn into_decided(self, decisions: &Decisions) -> Result<Document, Undecided> {
        let Self { mut document, regions, weakest } = self;
        let asked = |document: &Document| check(document, &regions);
        decide::decide(&mut document, decisions, &asked, weakest)?;
        Ok(checked(document, &regions))
    }
}
