//! A workbook to type into: the same forms with lists to choose from, names that follow from codes, live sums,
//! colours for what does not add up, and protection without a password for all that is not typed.

mod checks;
mod formulas;
mod reference;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};

pub use self::reference::Reference;
use super::{bound, plan};
use crate::model::{Document, Role};
use crate::write::WriteError;

/// The bytes of a workbook to type into: the rows of the document with what is known of them, and what may be
/// chosen. Rows without a level and without values are rows still to be typed.
///
/// # Errors
/// [`WriteError::Workbook`] if the document asks for more than a worksheet can hold.
pub fn template(document: &Document, reference: &Reference) -> Result<Vec<u8>, WriteError> {
    let plans = plan::plans(document);
    let codes = plans.iter().flat_map(|plan| plan.columns.iter());
    let splits: BTreeSet<u16> =
        codes.filter(|placed| placed.column.role == Role::Code).map(|placed| placed.cells).collect();
    let (acuan, lists) = reference::worksheet(reference, &splits)?;
    let names: BTreeMap<String, String> =
        reference.entries.iter().map(|(code, name)| (code.to_string(), name.clone())).collect();
    let mut sheets = Vec::new();
    for plan in &plans {
        sheets.push(sheet::worksheet(document, plan, &lists, &names)?);
    }
    sheets.push(acuan);
    bound(document, &plans, sheets).map(|written| written.bytes)
}
