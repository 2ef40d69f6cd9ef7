//! Several files beside each other: each cleaned as ever, then merged or compared.

use std::path::Path;

use super::clean;
use super::convert::refuse_without_rows;
use super::failure::Failure;
use crate::compare::{self, Ceiling, Differences, Merged, Migration, Source, in_force};
use crate::model::{Document, Edition, Said};
use crate::read::{self, Limits};
use crate::solve::SolveOptions;
use crate::write::xlsx::{LayoutChoice, arranged};

/// Reads and cleans one file; with what is told of it.
///
/// # Errors
/// If the file cannot be read or holds no table with rows.
pub fn cleaned(
    input: &Path,
    limits: &Limits,
    options: SolveOptions,
) -> Result<(Document, Vec<Said>), Failure> {
    let workbook = read::from_path(input, limits)?;
    let document = clean(&workbook, options)?;
    refuse_without_rows(&document)?;
    let notices = document.notices.iter().map(|notice| notice.said.clone()).collect();
    Ok((document, notices))
}

/// Documents, each with the name of its file, merged into the plan of their region and held to the ceilings of their
/// offices, where there are any.
#[must_use]
pub fn merged(documents: &[(String, Document)], ceilings: &[Ceiling]) -> Merged {
    let choice = LayoutChoice::Named(compare::LAYOUT);
    let in_force: Vec<_> = documents.iter().map(|(file, document)| (file, in_force(document))).collect();
    let arranged: Vec<_> =
        in_force.iter().map(|(file, document)| (file, arranged(document, choice))).collect();
    let sources: Vec<Source<'_>> =
        arranged.iter().map(|(file, document)| Source { file: file.as_str(), document }).collect();
    compare::merge(&sources, ceilings)
}

/// A document in the codes of another edition.
#[must_use]
pub fn migrated(document: &Document, to: Edition) -> Migration {
    compare::migrate(document, to)
}

/// What differs between two versions, both in the arrangement of the new one.
#[must_use]
pub fn compared(old: &Document, new: &Document) -> Differences {
    let (old, new) = (in_force(old), in_force(new));
    let layout = new.tables.iter().find(|table| table.form.layouts.len() > 1).map(|table| table.layout.id);
    let choice = layout.map_or(LayoutChoice::AsIs, LayoutChoice::Named);
    compare::diff(&arranged(&old, choice), &arranged(&new, choice))
}

/// The change of a plan from one version to the other, each with the name of its file: `None` where one of them has no
/// T-C.33.
#[must_use]
pub fn changed(old: (&str, &Document), new: (&str, &Document)) -> Option<Document> {
    let (before, after) = (in_force(old.1), in_force(new.1));
    let choice = LayoutChoice::Named("permendagri");
    let (before, after) = (arranged(&before, choice), arranged(&after, choice));
    compare::perubahan(&Source { file: old.0, document: &before }, &Source { file: new.0, document: &after })
}
