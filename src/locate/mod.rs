//! Where tables stand: titles, headers with their evidence, pages that belong together, notes below.

mod about;
mod above;
mod foot;
mod header;
mod header_texts;
mod labels;
mod notes;
mod numbered;
mod offices;
mod own;
mod pages;
mod regions;
mod titles;
mod units;
mod words;

pub use about::about;
pub use own::{made_decisions, stated_decisions, stated_fingerprint};
pub use pages::locate;
