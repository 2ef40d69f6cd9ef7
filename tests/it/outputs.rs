//! Outputs clean to themselves; see `tests/outputs` for many of them.

use crate::generator::outputs::{differing, numbered};

/// So many damaged tables are written, each undecided and decided.
const TABLES: u64 = 24;

#[test]
fn outputs_of_damaged_tables_clean_to_themselves() {
    let found: Vec<String> = (0..TABLES)
        .flat_map(|number| {
            let (_, found) = differing(&numbered(number), number);
            found.into_iter().map(move |found| format!("table {number}: {found}"))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
