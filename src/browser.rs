//! The program as a page without a server runs it: a file comes in on standard input, the standard workbook goes out on
//! standard output, and one JSON object on the stream for errors tells what was found and what is left to decide.
//!
//! It is compiled for WebAssembly (WASI preview 1), where there are no processes, no threads and no folders. What it
//! cleans is what `rapikan convert` cleans, and the bytes of the workbook are the same.

use std::io::{self, Read as _, Write as _};

use serde_json::{Value, json};

use crate::facade;
use crate::model::{Document, Finding, Language, Severity};
use crate::pipeline::Report;
use crate::read::{Limits, from_bytes};

/// Cleans the workbook on standard input. The first argument is the name of its file, the second the language of what
/// is written (`en`, or else Indonesian). Gives the exit code: 0 if a workbook was written, 1 if the file was not
/// understood, 3 if the streams failed.
#[must_use]
pub fn run(arguments: &[String]) -> u8 {
    let name = arguments.get(1).map_or("", String::as_str);
    let language = match arguments.get(2).map(String::as_str) {
        Some("en") => Language::English,
        _ => Language::Indonesian,
    };
    let mut bytes = Vec::new();
    if io::stdin().read_to_end(&mut bytes).is_err() {
        return 3;
    }
    let (code, told, workbook) = match cleaned(name, &bytes, language) {
        Ok((told, workbook)) => (0, told, workbook),
        Err(message) => (1, json!({ "failed": message }), Vec::new()),
    };
    let sent = io::stdout().write_all(&workbook).and_then(|()| io::stdout().flush());
    let told = io::stderr().write_all(told.to_string().as_bytes());
    if sent.is_ok() && told.is_ok() { code } else { 3 }
}

/// Cleans a workbook: gives the JSON that is told of it and the bytes of its standard workbook.
///
/// # Errors
/// If the file cannot be read, holds no table with rows, or the workbook cannot be built; the sentence that says why is
/// in `language`.
fn cleaned(name: &str, bytes: &[u8], language: Language) -> Result<(Value, Vec<u8>), String> {
    let workbook = from_bytes(name, bytes, &Limits::default())
        .map_err(|error| error.said().within(language).to_owned())?;
    let document = facade::clean(&workbook).map_err(|failure| failure.said().within(language).to_owned())?;
    let written = facade::write(&document, language).map_err(|error| error.to_string())?;
    Ok((told(&document, language), written))
}

/// The tables with their figures, the open questions with their candidates, and the notices.
fn told(document: &Document, language: Language) -> Value {
    let report = Report::of(document);
    let tables: Vec<Value> = report
        .tables
        .iter()
        .map(|table| {
            json!({ "id": table.id, "rows": table.rows, "open": table.open,
                    "repaired": table.repaired.proven + table.repaired.likely })
        })
        .collect();
    let asked = document.findings.iter().filter(|finding| finding.severity != Severity::Note);
    let questions: Vec<Value> = asked.map(|finding| question(finding, language)).collect();
    let notices: Vec<&str> = report.notices.iter().map(|notice| notice.within(language)).collect();
    json!({ "office": report.office, "tables": tables, "questions": questions, "notices": notices })
}

fn question(finding: &Finding, language: Language) -> Value {
    json!({
        "place": finding.source.as_ref().map(ToString::to_string),
        "message": finding.message.within(language),
        "candidates": finding.candidates.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_a_workbook_and_what_is_told_of_it() {
        let bytes = std::fs::read("samples/resmi-10-kolom.xlsx").unwrap();
        let (told, workbook) = cleaned("resmi-10-kolom.xlsx", &bytes, Language::Indonesian).unwrap();
        assert_eq!(workbook.get(..2), Some(b"PK".as_slice()));
        assert_eq!(told["tables"][0]["id"], "T-C.33#1");
        assert!(told["tables"][0]["rows"].as_u64().unwrap() > 0);
    }

    #[test]
    fn what_is_no_workbook_is_told_in_words() {
        let message = cleaned("surat.txt", b"\x00\x01\x02", Language::Indonesian).unwrap_err();
        assert!(message.len() > 20, "{message}");
    }
}
