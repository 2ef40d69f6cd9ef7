//! Simple formulas and what they give over the cells of a workbook, in decimals: sums, products, references, texts, look-ups
//! in a list. A formula with anything else in it has no result.

mod book;
mod functions;
mod operators;
mod parse;
mod value;

pub use book::Book;
pub use value::Value;

/// Why a formula has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// It says something that is not calculated here, or refers to such a cell, or to itself.
    Beyond,
    /// It hangs on too long a chain of other formulas to be followed from here.
    TooDeep,
}
