//! The T-C.33 of many offices in one: every sub kegiatan keeps its office, parents are the sums of what stands below
//! them, and what does not fit together is listed instead of settled.

mod carry;
mod ceiling;
mod chosen;
mod clash;
mod gather;
mod heads;
mod matter;
mod office;
mod open;
mod parts;
mod years;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

pub use ceiling::Ceiling;
pub use matter::Matter;
pub use parts::MONEY;

use crate::model::{Document, Kode, Place, RuleId, Severity};
use crate::rules;

/// The printed arrangement in which documents are merged: the one with a column for the office.
pub const LAYOUT: &str = "sipd-ri";
/// The column that says which office a row came from.
pub const OFFICE: &str = "penanggung_jawab";
/// The rule of findings about sums to which open amounts belong.
pub const LACKING: RuleId = rules::SUM_LACKING.rule();

/// A clean document in the arrangement [`LAYOUT`], and what its file is called.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The file as it is named in lists.
    pub file: &'a str,
    /// Its content.
    pub document: &'a Document,
}

/// What a file gave to the merged plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file.
    pub file: String,
    /// The office; of a file that names none, the file's name.
    pub office: String,
    /// The plan year it states.
    pub year: Option<u16>,
    /// How many rows with a code it gave.
    pub rows: usize,
    /// How many repairs of grade A and B its T-C.33 needed.
    pub repaired: [usize; 2],
    /// How many findings of its T-C.33 are left to decide.
    pub open: usize,
    /// What was added up of it in full rupiah, and how many amounts are open: `pagu`, then `maju_pagu`.
    pub sums: [super::Tally; 2],
    /// The total of the pagu that it prints itself.
    pub printed: Option<Decimal>,
}

/// A file that gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file.
    pub file: String,
    /// Why, in both languages.
    pub reason: crate::model::Said,
    /// What became of its content.
    pub cause: Cause,
}

/// Why a file gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The money of an office is that of another file, code by code; other texts are not compared.
    Copy {
        /// The office, as the other file names it.
        office: String,
        /// The other file.
        file: String,
    },
    /// It plans another year, and somebody must decide what is meant.
    OtherYear,
    /// It holds tables of other forms only, and somebody must say whether it is the right file.
    OtherForms,
    /// It could not be read, or holds no table.
    NoTable,
}

impl LeftOut {
    /// Whether another file says the same.
    #[must_use]
    pub const fn is_copy(&self) -> bool {
        matches!(self.cause, Cause::Copy { .. })
    }
}

/// One of the statements that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The file that says it.
    pub file: String,
    /// The office.
    pub office: String,
    /// Where, such as `[renja.xlsx]T-C.33!F13`.
    pub place: Option<Place>,
    /// What it says.
    pub text: String,
    /// The pagu of the row in full rupiah, where it is settled.
    pub pagu: Option<Decimal>,
    /// The index of the merged row, where there is one.
    pub row: Option<usize>,
}

/// Statements that do not fit together, or an amount that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What kind it is.
    pub matter: Matter,
    /// The code it is about.
    pub code: Option<Kode>,
    /// The name of that code.
    pub name: String,
    /// The statements; never empty.
    pub stated: Vec<Stated>,
}

/// The plan of a region.
#[derive(Clone, Debug)]
pub struct Merged {
    /// Its one T-C.33. Its findings are those of the sources, at the merged rows, and those of the sums that lack
    /// something ([`LACKING`]).
    pub document: Document,
    /// What each file gave, by office.
    pub taken: Vec<Taken>,
    /// Files that gave nothing.
    pub left_out: Vec<LeftOut>,
    /// What does not fit together: the most serious first, then by code.
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    /// How many files gave something.
    #[must_use]
    pub fn files(&self) -> usize {
        self.taken.iter().map(|taken| taken.file.as_str()).collect::<BTreeSet<_>>().len()
    }

    /// Whether anything is left to decide.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.conflicts.iter().any(|conflict| conflict.matter.severity() != Severity::Note)
            || self.document.findings.iter().any(|finding| finding.severity != Severity::Note)
            || self
                .left_out
                .iter()
                .any(|left_out| matches!(left_out.cause, Cause::OtherYear | Cause::OtherForms))
    }

    /// Takes in files that could not be read.
    pub fn leave_out(&mut self, files: Vec<LeftOut>) {
        self.left_out.extend(files);
        self.left_out.sort_by(|left, right| left.file.cmp(&right.file));
    }
}

/// Merges the T-C.33 of documents in the arrangement [`LAYOUT`]. The order of the sources changes nothing. A source
/// without such a table, one of another year than most, and one that says the same as another is left out and told. An amount that is open is
/// never part of a sum: the sums above it say that they lack it. Every office is held to its ceiling, if any are given.
#[must_use]
pub fn merge(sources: &[Source<'_>], ceilings: &[Ceiling]) -> Merged {
    let (parts, left_out, other_tables) = chosen::parts(sources);
    let gathered = gather::gather(&parts);
    let mut conflicts = clash::between_files(&parts);
    conflicts.extend(other_tables);
    conflicts.extend(ceiling::against(&parts, ceilings));
    conflicts.extend(clash::between_rows(&parts, &gathered));
    conflicts.sort_by(|left, right| {
        let key = |conflict: &Conflict| (conflict.matter.severity(), conflict.matter);
        key(left).cmp(&key(right)).then_with(|| left.code.cmp(&right.code))
    });
    let document = carry::document(&parts, &gathered);
    let taken = parts.iter().map(parts::Part::taken).collect();
    Merged { document, taken, left_out, conflicts }
}

/// A place of a file as seen from another: `[renja.xlsx]T-C.33!F13`.
#[must_use]
pub fn file_place(file: &str, place: &Place) -> Place {
    let sheet = format!("[{file}]{}", place.sheet);
    Place { sheet: sheet.into(), at: place.at }
}
