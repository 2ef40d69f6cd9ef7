//! The audit, read back and judged on its own: does every repair in it still follow from what it holds?

mod arithmetic;
mod calculated;
mod codes;
mod data;
mod file;
mod footing;
mod index;
mod merged;
mod model;
mod moves;
mod texts;
mod trail;
mod twins;
mod verify;

pub use file::NotAnAudit;
pub use verify::{Failure, Verdict, verify};
