//! Years in headers that are not those that the form prints there, given the plan year.

use std::collections::BTreeMap;

use super::marks;
use crate::model::{Column, Printed};

/// A column whose header contradicts the plan year.
#[derive(Clone, Copy, Debug)]
pub struct OtherYear {
    /// The column.
    pub column: &'static Column,
    /// The year that its header prints.
    pub found: u16,
    /// The year that the form prints there in a plan of this year.
    pub wanted: u16,
}

/// The columns of a table whose headers contradict the plan year, in the order of the table.
#[must_use]
pub fn other_years(
    columns: &[&'static Column],
    printed: &BTreeMap<&'static str, Printed>,
    plan: u16,
) -> Vec<OtherYear> {
    let differs = |column: &&'static Column| {
        let (found, wanted) = (printed.get(column.id)?.year?, expected(column, plan)?);
        (found != wanted).then_some(OtherYear { column, found, wanted })
    };
    columns.iter().filter_map(differs).collect()
}

/// The year that the form prints above a column of a plan, if it prints one there.
fn expected(column: &Column, plan: u16) -> Option<u16> {
    let offset = column.header.iter().rev().find_map(|text| marks(text).last().copied())??;
    u16::try_from(i32::from(plan) + offset).ok()
}
