//! The official codification (Permendagri 90/2019 and its updates), place names and funding sources, embedded;
//! looked up by code, by exact and by similar name. `build.rs` lays them out, so that a process finds everything where it
//! stands.

mod added;
mod beginning;
mod built;
mod edition;
mod either;
mod entry;
mod funding;
mod likeness;
mod lines;
mod lookup;
mod morphology;
mod names;
mod naming;
mod places;
mod published;
mod records;
mod region;
mod region_key;
mod registry;
mod relation;
mod table;
mod triples;
mod vocabulary;
mod words;

pub use added::{Added, NotATable, add_codification, added_codification};
pub use beginning::begins;
pub use edition::counterpart;
pub use either::{LEGACY_SHAPES, entries_named, entries_of, entries_of_text, is_name_by, other_edition};
pub use entry::{Entry, TingkatPemda};
pub use funding::{Fund, funds_like, funds_named, sumber_dana};
pub use likeness::likeness;
pub use lookup::{Hit, Query, in_grammar, lookup};
pub use places::{Place, Places, places};
pub use published::{is_published, is_published_by};
pub use registry::{
    FIRST_OF_2023, LAST_OF_2006, LAST_OF_2019, LAST_OF_2021, codification, edition_named, editions,
    editions_beside, editions_of_year,
};
pub use relation::{Relation, Successor, successor};
pub use table::Codification;
pub use vocabulary::{are_in_a_place, are_neighbours, frequency, is_only_a_place, is_word};

#[cfg(test)]
mod tests;
