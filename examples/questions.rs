//! Prints what a person must decide in a workbook: `cargo run --example questions -- samples/semua-di-satu-lembar.xlsx`.

use std::error::Error;
use std::io::{self, Write as _};

use rapikan::{Language, Severity};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a workbook")?;
    let document = rapikan::clean(&rapikan::read(path)?)?;
    let mut out = io::stdout().lock();
    for finding in document.findings.iter().filter(|finding| finding.severity != Severity::Note) {
        let place = finding.source.as_ref().map(ToString::to_string).unwrap_or_default();
        writeln!(out, "{place}: {}", finding.message.within(Language::English))?;
        for candidate in &finding.candidates {
            writeln!(out, "    perhaps {candidate}")?;
        }
    }
    Ok(())
}
