//! The part of the model that the tables are made with.

#[allow(dead_code, reason = "the program uses all of it")]
#[path = "../src/model/letters.rs"]
mod letters;

pub use letters::letters;
