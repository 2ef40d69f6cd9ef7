//! What can be saved of a file, one by one or all in one archive.

use std::io::{Cursor, Write as _};

use axum::http::StatusCode;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::answer::Refusal;
use super::desk::{Decided, Paper};
use super::said;
use crate::model::{Language, Said};
use crate::pipeline::{is_unchanged, self_check};
use crate::solve::SolveOptions;
use crate::write::xlsx::{LayoutChoice, XlsxOptions, arranged, audit_workbook};
use crate::write::{WriteError, csv, json, xlsx};

/// The kind of a workbook.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON: &str = "application/json";
const CSV: &str = "text/csv; charset=utf-8";
/// The kind of an archive.
pub(super) const ZIP: &str = "application/zip";

/// A file to be saved: its name, its kind, its content.
pub(super) type Saved = (String, &'static str, Vec<u8>);

/// One of the things that can be saved of a file; `None` for an unknown one.
///
/// # Errors
/// If the workbook cannot be built, or does not say what it was written from.
pub(super) fn saved(paper: &Paper, what: &str, language: Language) -> Result<Option<Saved>, Refusal> {
    let now = paper.now();
    let stem = paper.stem();
    let options = XlsxOptions { language, ..XlsxOptions::default() };
    Ok(Some(match what {
        "xlsx" => (format!("{stem}.xlsx"), XLSX, workbook(paper, &now, &options)?),
        "audit" => {
            let bytes = audit_workbook(&now.document, None, &options).map_err(|error| unwritten(&error))?;
            (format!("{stem}-audit.xlsx"), XLSX, bytes)
        }
        "json" => (format!("{stem}.json"), JSON, json::model(&now.document, language).into_bytes()),
        "decisions" => (format!("{stem}-keputusan.json"), JSON, decisions(paper, &now).into_bytes()),
        "csv" => {
            let mut tables = tables(paper, &now);
            match tables.len() {
                1 => tables.remove(0),
                _ => (format!("{stem}-csv.zip"), ZIP, archive(&tables)?),
            }
        }
        _ => return Ok(None),
    }))
}

/// Everything of every file in one archive.
///
/// # Errors
/// As [`saved`].
pub(super) fn everything(papers: &[std::sync::Arc<Paper>], language: Language) -> Result<Vec<u8>, Refusal> {
    let mut all: Vec<Saved> = Vec::new();
    for paper in papers {
        let now = paper.now();
        let mut own: Vec<Saved> = Vec::new();
        for what in ["xlsx", "json", "decisions"] {
            let decided = !now.decisions.all().is_empty() || !paper.accepted().is_empty();
            if what != "decisions" || decided {
                own.extend(saved(paper, what, language)?);
            }
        }
        own.extend(tables(paper, &now));
        let taken =
            |name: &String, all: &[Saved]| all.iter().any(|(other, ..)| other.eq_ignore_ascii_case(name));
        let twice = own.iter().any(|(name, ..)| taken(name, &all));
        // Two files of one name come from different folders: the later one gets its number.
        let folder = if twice { format!("{}/", paper.id) } else { String::new() };
        all.extend(own.into_iter().map(|(name, kind, bytes)| (folder.clone() + &name, kind, bytes)));
    }
    archive(&all)
}

/// What was decided and what was found right: loaded another day, both are there again.
fn decisions(paper: &Paper, now: &Decided) -> String {
    now.decisions.with_consents(paper.accepted()).to_json()
}

fn workbook(paper: &Paper, now: &Decided, options: &XlsxOptions) -> Result<Vec<u8>, Refusal> {
    let document = &now.document;
    if is_unchanged(document, &paper.workbook, &now.decisions, LayoutChoice::AsIs) {
        return Ok(paper.bytes.clone());
    }
    let bytes = xlsx::workbook(document, options).map_err(|error| unwritten(&error))?;
    self_check(&arranged(document, options.layout), &bytes, SolveOptions::default())
        .map_err(|difference| Refusal(StatusCode::INTERNAL_SERVER_ERROR, said::differs(&difference)))?;
    Ok(bytes)
}

fn tables(paper: &Paper, now: &Decided) -> Vec<Saved> {
    let stem = paper.stem();
    let one = |table| (format!("{stem}-{}", csv::file_name(table)), CSV, csv::table(table).into_bytes());
    now.document.tables.iter().map(one).collect()
}

/// Files in an archive; the same files give the same bytes.
fn archive(files: &[Saved]) -> Result<Vec<u8>, Refusal> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let pack = || -> zip::result::ZipResult<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, _, bytes) in files {
            archive.start_file(name.as_str(), options)?;
            archive.write_all(bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    };
    pack().map_err(|error| Refusal(StatusCode::INTERNAL_SERVER_ERROR, Said::fault(&error.to_string())))
}

fn unwritten(error: &WriteError) -> Refusal {
    Refusal(StatusCode::INTERNAL_SERVER_ERROR, error.said())
}
