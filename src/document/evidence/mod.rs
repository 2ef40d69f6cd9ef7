//! What proves a change. Each kind of evidence is made and checked again by the same code.

pub mod header;
