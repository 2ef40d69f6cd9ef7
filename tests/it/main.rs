//! Every integration test of the project, one module a topic, in one binary: it links once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod absurd_numbers;
mod bad_input;
mod batch;
mod browser;
mod browser_kept;
mod browser_paths;
mod cases;
mod ceilings;
mod chain;
mod cli;
mod closings;
mod compare;
mod conservation;
mod contradictions;
mod cut_rows;
mod damaged_files;
mod decisions;
mod editions;
mod further_layouts;
mod fuzz;
mod generator;
mod grids;
mod habits;
mod isolation;
mod layers;
mod layouts;
mod legacy;
mod legacy_layouts;
mod missing_amounts;
mod moves;
mod neighbours;
mod odd_codes;
mod odd_files;
mod other_tables;
mod outputs;
mod own_columns;
mod page_breaks;
mod page_files;
mod pipes;
mod placeholders;
mod printed_columns;
mod properties;
mod readers_agree;
mod readme;
mod reject;
mod repeated_texts;
mod right_halves;
mod roundtrip;
mod row_kinds;
mod rules;
mod sequences;
mod serve;
mod several_offices;
mod shell;
mod single_values;
mod source_links;
mod standing;
mod still_asked;
mod support;
mod tags;
mod tampered;
mod twin_tables;
mod unchanged;
mod verify;
mod xls_sheets;
