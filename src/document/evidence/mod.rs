//! What proves a change. Each kind of evidence is made here, as data and in words, and nowhere else.

pub mod footing;
pub mod grounded;
pub mod header;
pub mod law;
pub mod official;
pub mod person;
pub mod place;
pub mod siblings;
pub mod spelling;
pub mod twin;
pub mod words;
