//! The official codification (Permendagri 90/2019 and its updates), place names and funding sources, embedded;
//! looked up by code, by exact and by similar name. Everything is parsed when first asked for.

mod beginning;
mod edition;
mod either;
mod entry;
mod funding;
mod likeness;
mod lookup;
mod morphology;
mod names;
mod places;
mod published;
mod records;
mod region;
mod table;
mod triples;
mod vocabulary;

pub use beginning::begins;
pub use edition::counterpart;
pub use either::{entries_named, entries_of, is_name_by};
pub use entry::{Entry, TingkatPemda};
pub use funding::{Fund, funds_like, funds_named, sumber_dana};
pub use likeness::likeness;
pub use lookup::{Hit, Query, lookup};
pub use places::{Place, Places, places};
pub use published::{is_published, is_published_by};
pub use table::{Codification, codification};
pub use vocabulary::{are_neighbours, frequency, is_only_a_place, is_word};

#[cfg(test)]
mod tests;
