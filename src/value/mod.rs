//! Grammars of single values, pure: each gives all readings of a text with their cost, and decides nothing.

pub mod code;
pub mod formula;
pub mod list;
pub mod measure;
pub mod number;
pub mod words;
