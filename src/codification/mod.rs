//! The official codification (Permendagri 90/2019 and its updates), place names and funding sources, embedded;
//! looked up by code, by exact and by similar name. Everything is parsed when first asked for.

mod entry;
mod funding;
mod names;
mod places;
mod table;
mod vocabulary;

pub use entry::{Entry, TingkatPemda};
pub use funding::{Fund, sumber_dana};
pub use places::{Place, Places, places};
pub use table::{Codification, codification, counterpart};
pub use vocabulary::is_word;
