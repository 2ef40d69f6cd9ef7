//! Where tables stand: titles, headers with their evidence, pages that belong together, notes below.

mod about;
mod above;
mod beside;
mod block;
mod bodies;
mod columns;
mod finder;
mod foot;
mod foreign;
mod header;
mod header_rows;
mod header_texts;
mod ids;
mod labels;
mod matching;
mod money_units;
mod notes;
mod number_row;
mod numbered;
mod offices;
mod order;
mod own;
mod pages;
mod parts;
mod phase;
mod plan;
mod regions;
mod resembling;
mod series;
mod titles;
mod tree;
mod units;
mod whole;
mod whose;
mod words;

pub use about::about;
pub use own::{
    StatedDecision, StatedQuestion, made_decisions, stated_decisions, stated_fingerprint, stated_questions,
};
pub use pages::locate;
