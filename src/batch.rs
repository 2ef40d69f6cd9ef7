//! Many files in one go: which ones, in what order, on how many cores, none stopping another. What is done
//! with a file is the caller's.

mod find;
mod hold;
mod names;
mod record;
mod run;
mod workers;

pub use find::{Found, Input, Left, Why, filled_in, find};
pub use hold::Hold;
pub use names::{Renamed, settle};
pub use record::{Record, is_recorded};
pub use run::{Fault, run, said};
pub use workers::{FAULT, Lost, Worker, Workers, tasks};
