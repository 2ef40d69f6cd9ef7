//! Outputs clean to themselves; see `tests/outputs` for many of them.

use std::path::Path;

use rapikan::read::{Limits, from_path};

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

#[test]
fn a_refused_repair_in_a_cell_whose_move_is_refused_too_leaves_the_cell_as_it_is_printed() {
    let book = from_path(Path::new("samples/renja-2023-dkukm.xlsx"), &Limits::default()).unwrap();
    let (_, found) = differing(&book, 1);
    assert!(found.is_empty(), "{}", found.join("\n"));
}
