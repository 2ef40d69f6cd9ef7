//! Every cell stands below the header that it is printed below, or a repair on record says that it moved, from where
//! and to where. What is printed is worked out here anew, from where the headers of each page were found.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rapikan::forms::is_total;
use rapikan::locate::locate;
use rapikan::model::{Document, Page, Place, PrintedBelow, Region, Role, Slot, Workbook};
use rapikan::pipeline::clean;
use rapikan::read::{self, Limits};
use rapikan::solve::SolveOptions;

/// The page on which a cell of a table stands.
fn page<'a>(workbook: &Workbook, region: &'a Region, place: &Place) -> Option<&'a Page> {
    region
        .pages
        .iter()
        .find(|page| workbook.sheets[page.sheet].name == place.sheet && page.rows.contains(&place.at.row))
}

/// The column whose header stands above a cell.
fn below(slots: &BTreeMap<&'static str, Slot>, place: &Place) -> Option<&'static str> {
    let over = |slot: &Slot| (slot.first..=slot.last).contains(&place.at.column);
    slots.iter().find(|(_, slot)| over(slot)).map(|(id, _)| *id)
}

/// Cells that stand elsewhere than they are printed, with what a repair on record should say of each; and how many
/// cells stand elsewhere at all.
fn unrecorded(workbook: &Workbook, document: &Document) -> (Vec<String>, usize) {
    let located = locate(workbook);
    let mut missing = Vec::new();
    let mut moved = 0;
    for (index, (table, region)) in document.tables.iter().zip(&located.regions).enumerate() {
        let repairs: Vec<_> = document.repairs().iter().filter(|repair| repair.table == index).collect();
        for (number, row) in table.rows.iter().enumerate() {
            for (column, cell) in table.columns.iter().zip(row.cells.iter()) {
                for place in cell.sources() {
                    let Some(page) = page(workbook, region, place) else { continue };
                    let printed = below(&page.slots, place);
                    if printed == Some(column.id) {
                        continue;
                    }
                    // The label of a total is printed across the code and the name.
                    let role =
                        |id: &str| table.columns.iter().find(|known| known.id == id).map(|known| known.role);
                    let over = printed.is_none_or(|id| matches!(role(id), Some(Role::Code | Role::Ordinal)));
                    if column.role == Role::Name && over && is_total(cell.text()) {
                        continue;
                    }
                    moved += 1;
                    let from = printed.map_or(PrintedBelow::Sheet(place.at.column), PrintedBelow::Column);
                    let told = repairs.iter().any(|repair| match repair.change.slide() {
                        Some(slide) => {
                            (slide.rows.0..=slide.rows.1).contains(&number)
                                && slide.columns.contains(&(from, column.id))
                        }
                        // The letters that bled into the next cell are part of this one, by a repair of its text.
                        None => {
                            repair.row == number
                                && repair.column == column.id
                                && repair.sources.contains(place)
                        }
                    });
                    if !told {
                        missing.push(format!(
                            "{} {number} {place}: {from} → {} “{}”",
                            table.id,
                            column.id,
                            cell.text()
                        ));
                    }
                }
            }
        }
    }
    (missing, moved)
}

fn inputs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let mut found: Vec<PathBuf> = files(&root.join("samples"));
    found.extend(files(&root.join("tests/cases")).iter().flat_map(|case| files(case)));
    found
        .retain(|path| path.is_file() && path.extension().is_some_and(|kind| kind != "json" && kind != "md"));
    found.sort();
    found
}

#[test]
fn a_cell_that_stands_elsewhere_than_below_its_header_is_on_record() {
    let mut all = 0;
    for path in inputs() {
        let Ok(workbook) = read::from_path(&path, &Limits::default()) else { continue };
        let document = clean(&workbook, SolveOptions::default()).unwrap();
        let (missing, moved) = unrecorded(&workbook, &document);
        assert_eq!(missing, Vec::<String>::new(), "{}", path.display());
        all += moved;
    }
    assert!(all > 1_000, "only {all} cells stand elsewhere: the test looks at nothing");
}
