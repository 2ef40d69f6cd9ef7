//! Several clean documents beside each other: many offices merged into one plan, two versions of one plan compared.
//! Documents in, values out: nothing here reads or writes a file.

mod merge;
mod tally;

pub use merge::{
    Conflict, LACKING, LAYOUT, LeftOut, Matter, Merged, OFFICE, Source, Stated, Taken, file_place, merge,
};
pub use tally::{Amount, Tally, amount, counted};
