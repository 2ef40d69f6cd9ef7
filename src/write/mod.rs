//! Writing: the clean model as JSON, CSV and as the standard workbook. Everything here is pure and gives text
//! or bytes; only [`file`] touches the disk. The one folder that knows `rust_xlsxwriter`.

pub mod checked;
pub mod csv;
pub mod differences;
mod error;
pub mod file;
pub mod json;
pub mod league;
pub mod merged;
pub mod migration;
pub mod names;
mod plain;
mod reach;
#[cfg(test)]
mod sample;

pub mod sarif;
pub mod sipd;
pub mod xlsx;

pub use error::WriteError;
