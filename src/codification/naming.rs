//! The names of a table by their letters, as the build puts them down for the tables that are built in.

use std::collections::BTreeMap;

use crate::model::letters;

/// Whether what stands beside a code is no name: `X.XX` stands for any bidang.
pub fn names_none(code: &str) -> bool {
    code == "X.XX"
}

/// A line a name in the order of their letters: the letters, a tab, and the positions of the names that have them, parted by
/// blanks.
pub fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (position, name) in names.enumerate() {
        found.entry(letters(name)).or_default().push(position.to_string());
    }
    found.into_iter().map(|(letters, positions)| format!("{letters}\t{}", positions.join(" "))).collect()
}
