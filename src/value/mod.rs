//! Grammars of single values, pure: each gives all readings of a text with their cost, and decides nothing.

pub mod number;
pub mod words;
