//! The program `rapikan`.

fn main() {}
