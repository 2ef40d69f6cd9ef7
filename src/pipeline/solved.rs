//! A solved workbook, on which a person decides as often as wanted.

use super::asked::Asked;
use super::beside_values;
use super::decide::{self, Followed, Undecided};
use super::decisions::Decisions;
use super::{foreign, halves};
use crate::check::{check, conservation};
use crate::model::{Document, NoSuchCell, RawTable, Region, Unmet, Workbook};
use crate::solve::{Pin, Solution, SolveOptions, table_ids};
use crate::{assemble, locate};

/// A workbook with its values solved, and what is needed to solve it again with what a person decides.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The document before any row is read.
    base: Document,
    tables: Vec<RawTable>,
    regions: Vec<Region>,
    /// What the workbook itself says was decided.
    stated: Vec<Pin>,
    /// What the workbook itself says is still asked.
    asked: Asked,
    options: SolveOptions,
    first: Solution,
}

impl Solved {
    /// Finds the tables of a workbook, reads their rows and solves their values; what one of our own says was decided
    /// is decided.
    ///
    /// # Errors
    /// Only by a fault of this program.
    pub fn of(workbook: &Workbook, options: SolveOptions) -> Result<Self, NoSuchCell> {
        let Found { mut base, tables, regions, stated, mut asked } = Found::of(workbook);
        let mut first = asked.solved_first(&base, &tables, options, &stated, &table_ids(&tables))?;
        beside_values::note(&mut first.document, workbook);
        base.notices.clone_from(&first.document.notices);
        base.beside.clone_from(&first.document.beside);
        Ok(Self { base, tables, regions, stated, asked, options, first })
    }

    /// The checked document of a workbook on which nothing more is decided than it says; nothing is kept to solve it again.
    ///
    /// # Errors
    /// Only by a fault of this program.
    pub(super) fn once(workbook: &Workbook, options: SolveOptions) -> Result<Document, NoSuchCell> {
        let Found { base, tables, regions, stated, mut asked } = Found::of(workbook);
        let mut document =
            asked.solved_first(&base, &tables, options, &stated, &table_ids(&tables))?.document;
        beside_values::note(&mut document, workbook);
        Ok(checked(document, &regions))
    }

    /// The document before anything is decided or checked.
    pub(super) fn undecided(&self) -> &Document {
        &self.first.document
    }

    pub(super) fn first(&self) -> &Solution {
        &self.first
    }

    pub(super) fn regions(&self) -> &[Region] {
        &self.regions
    }

    pub(super) fn stated(&self) -> &[Pin] {
        &self.stated
    }

    /// Solves the same tables with other decisions.
    pub(super) fn again(&self, pins: &[Pin]) -> Result<Solution, NoSuchCell> {
        let ids = table_ids(&self.tables);
        self.asked.solved(&self.base, &self.tables, self.options, pins, &ids)
    }

    /// The checked document before anything more is decided than the workbook says.
    #[must_use]
    pub fn checked(&self) -> Document {
        self.check(self.first.document.clone())
    }

    /// The document with these decisions followed, and no others. One that cannot be followed is told by a note and
    /// kept, where another one is followed.
    ///
    /// # Errors
    /// If there are decisions and none of them can be followed: why the first one cannot.
    pub fn decided(&self, decisions: &Decisions) -> Result<Document, Undecided> {
        let Followed { mut document, mut left, any } = decide::follow(self, decisions)?;
        if !any && !left.is_empty() {
            return Err(left.swap_remove(0).1);
        }
        for (decision, why) in left {
            let note = decide::told(&decision, &why);
            document.unmet.push(Unmet { decision, why: note.message.clone() });
            document.findings.push(note);
        }
        Ok(self.check(document))
    }

    /// The document with what its tables contradict, but for what a person settled.
    fn check(&self, document: Document) -> Document {
        checked(document, &self.regions)
    }
}

fn checked(mut document: Document, regions: &[Region]) -> Document {
    let findings = check(&document, regions);
    let asked: Vec<_> = findings.into_iter().filter(|finding| !document.is_settled(finding)).collect();
    document.findings.extend(asked);
    document
        .findings
        .sort_by_key(|finding| (finding.table.unwrap_or(usize::MAX), finding.severity, finding.row));
    document
}

/// What is found in a workbook before any row is read.
struct Found {
    base: Document,
    tables: Vec<RawTable>,
    regions: Vec<Region>,
    stated: Vec<Pin>,
    asked: Asked,
}

impl Found {
    fn of(workbook: &Workbook) -> Self {
        let mut base = Document::new(&workbook.file, &workbook.sha256, workbook.container);
        let located = locate::locate(workbook);
        base.about = locate::about(&located);
        base.notices.clone_from(&workbook.notices);
        base.notices.extend(foreign::told(&located.foreign));
        let regions = located.regions.clone();
        let tables = assemble::assemble(workbook, located.regions, base.about.year);
        base.notices.extend(halves::told(&tables, &workbook.sheets));
        base.conservation = conservation(workbook, &located.decoration, &tables);
        let stated = decide::stated(workbook, &tables, &table_ids(&tables));
        Self { base, tables, regions, stated, asked: Asked::of(workbook) }
    }
}
