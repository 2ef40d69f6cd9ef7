//! Several clean documents beside each other: many offices merged into one plan, two versions of one plan compared.
//! Documents in, values out: nothing here reads or writes a file.

mod across;
mod diff;
mod force;
mod merge;
mod migrate;
mod tally;

pub use across::{Across, beside, within};
pub use diff::{
    Change, Differences, FormDifferences, Kind, Mapped, RowDifference, Shown, Side, Sums, diff, perubahan,
};
pub use force::in_force;
pub use merge::{
    Cause, Ceiling, Conflict, LACKING, LAYOUT, LeftOut, MONEY, Matter, Merged, OFFICE, Source, Stated, Taken,
    file_place, merge,
};
pub use migrate::{MigratedRow, MigratedSum, MigratedTable, Migration, migrate};
pub use tally::{Amount, Tally, amount, counted};
