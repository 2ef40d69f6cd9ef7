//! Physical rows that are no rows: the continuation of the row above, cut off by a page break, and further indicators.

mod attach;
mod evidence;
mod row_kind;
mod signs;

pub(super) use attach::attach;
pub(super) use row_kind::{RowKind, row_kind};
