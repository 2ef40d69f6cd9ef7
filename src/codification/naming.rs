//! The names of a table by their letters, as the build puts them down for the tables that are built in.

use std::collections::BTreeMap;

use crate::model::letters;

/// Whether what stands beside a code is no name: `X.XX` stands for any bidang.
pub fn names_none(code: &str) -> bool {
    code == "X.XX"
}

/// The letters of each name in their order, with the positions of the entries that bear it.
pub fn in_order<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, Vec<usize>> {
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, name) in names.enumerate() {
        found.entry(letters(name)).or_default().push(position);
    }
    found
}
