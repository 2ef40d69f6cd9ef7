//! `rapikan` reads a messy Renja workbook, finds its tables, repairs them with proofs, and writes them in the
//! standard form.
//!
//! ```text
//! file ─read▶ Grid ─locate▶ Region ─assemble▶ RawRow ─solve▶ Table ─check▶ Finding ─write▶ xlsx · json · csv
//! ```

pub mod codification;
pub mod forms;
pub mod model;
pub mod read;
pub mod value;
pub mod write;
