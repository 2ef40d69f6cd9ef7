//! `rapikan` reads a messy Renja workbook, finds its tables, repairs them with proofs, and writes them in the
//! standard form.
//!
//! ```text
//! file ─read▶ Grid ─locate▶ Region ─assemble▶ RawRow ─solve▶ Table ─check▶ Finding ─write▶ xlsx · json · csv
//! ```

pub mod assemble;
pub mod audit;
pub mod batch;
pub mod check;
pub mod cli;
pub mod codification;
pub mod compare;
pub mod forms;
pub mod locate;
pub mod model;
pub mod pipeline;
pub mod read;
pub mod rules;
pub mod solve;
pub mod template;
pub mod value;
pub mod web;
pub mod write;
