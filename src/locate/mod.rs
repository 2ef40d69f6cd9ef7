//! Where tables stand: titles, headers with their evidence, pages that belong together, notes below.

mod about;
mod above;
mod foot;
mod header;
mod header_texts;
mod labels;
mod notes;
mod numbered;
mod own;
mod pages;
mod titles;
mod words;

pub use about::about;
pub use own::{StatedDecision, made_decisions, stated_decisions, stated_fingerprint};
pub use pages::locate;
