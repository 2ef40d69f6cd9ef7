//! What `build.rs` makes of the tables: each is text, a line an entry. Names: their letters, a tab, the positions of the
//! entries that bear them. Words: a word, a tab, how often it is printed. Roots: a root, a tab, what it makes.

macro_rules! built {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $file))
    };
}

pub(super) const NAMES_2006: &str = built!("names-2006.tsv");
pub(super) const NAMES_2019: &str = built!("names-2019.tsv");
pub(super) const NAMES_2021: &str = built!("names-2021.tsv");
pub(super) const NAMES_2023: &str = built!("names-2023.tsv");
/// The letters of the indicators and of the sources of funds, a line each.
pub(super) const BESIDE_NAMES: &str = built!("beside-names.txt");
/// The words of the codification, of funds and of everyday planning.
pub(super) const OFFICIAL_WORDS: &str = built!("official-words.tsv");
/// The words of the names of places.
pub(super) const PLACE_WORDS: &str = built!("place-words.tsv");
pub(super) const ROOTS: &str = built!("roots.tsv");
/// Two words and a blank a line: what the tables print side by side.
pub(super) const PAIRS: &str = built!("pairs.txt");
