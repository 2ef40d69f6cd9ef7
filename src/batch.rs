//! Many files in one go: which ones, in what order, on how many cores, none stopping another. What is done
//! with a file is the caller's.

mod find;
mod record;
mod run;
mod workers;

pub use find::{Found, Input, Skipped, collisions, find};
pub use record::Record;
pub use run::{Fault, run, said};
pub use workers::{Lost, Workers};
