//! What can be saved of the open file.

use std::borrow::Cow;
use std::fs;
use std::io::{Cursor, Write as _};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::said as words;
use super::session::Session;
use super::task::Save;
use crate::codification::edition_named;
use crate::model::{Document, Language, Said};
use crate::pipeline::{Failure, Solved, is_unchanged, migrated, self_check};
use crate::read;
use crate::solve::{Naming, SolveOptions};
use crate::write::xlsx::{Audit, LayoutChoice, XlsxOptions, arranged, audit_workbook};
use crate::write::{WriteError, csv, json as as_json, xlsx};

/// The kind of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON: &str = "application/json";
const CSV: &str = "text/csv; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const ZIP: &str = "application/zip";

/// The ending of a name, its kind, its content.
type Saved = (String, &'static str, Vec<u8>);

/// Writes one of the things that can be saved of a file, and tells the ending of its name and its kind; `null` where
/// there is nothing to write.
///
/// # Errors
/// If it is an unknown thing, the workbook cannot be built, or it does not say what it was written from.
pub(super) fn save(session: &Session, save: &Save) -> Result<Value, Said> {
    let Some((ending, kind, bytes)) = made(session, save)? else { return Ok(Value::Null) };
    let disk = |source| WriteError::Disk { path: save.to.clone(), source }.said();
    if let Some(folder) = save.to.parent() {
        fs::create_dir_all(folder).map_err(disk)?;
    }
    fs::write(&save.to, bytes).map_err(disk)?;
    Ok(json!({"ending": ending, "kind": kind}))
}

/// The tables as they will print, page by page.
///
/// # Errors
/// If there is no such layout.
pub(super) fn pages(session: &Session, wanted: &Save) -> Result<Value, Said> {
    let document = &*document(session, solving(wanted))?;
    let foot = document.about.opd.as_deref().unwrap_or_default();
    let page = |page: &xlsx::Page| {
        let cell = |(text, columns, rows): &(String, usize, usize)| json!({"text": text, "columns": columns, "rows": rows});
        let header = page.header.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
        let rows = page.rows.iter().map(|(bold, cells)| json!({"bold": bold, "cells": cells}));
        let text = |(text, columns): &(String, usize)| json!({"text": text, "columns": columns});
        let notes = page.notes.iter().map(|row| row.iter().map(text).collect::<Vec<_>>());
        json!({
            "notes": notes.collect::<Vec<_>>(),
            "number": page.number.0, "of": page.number.1, "width": page.paper.0, "height": page.paper.1,
            "letters": page.letters, "widths": page.widths, "titles": page.titles, "numeric": page.numeric,
            "header": header.collect::<Vec<_>>(), "rows": rows.collect::<Vec<_>>(),
            "foot": format!("{} · {foot}", page.sheet).trim_end_matches([' ', '·']),
        })
    };
    let pages = xlsx::pages(document, choice(wanted.layout.as_deref())?);
    Ok(json!({"pages": pages.iter().map(page).collect::<Vec<_>>()}))
}

fn choice(layout: Option<&str>) -> Result<LayoutChoice, Said> {
    match layout.filter(|name| !name.is_empty()) {
        None => Ok(LayoutChoice::AsIs),
        Some(name) => LayoutChoice::named(name).ok_or_else(|| words::unclear(name)),
    }
}

fn made(session: &Session, save: &Save) -> Result<Option<Saved>, Said> {
    let language = Language::from(save.lang);
    let layout = choice(save.layout.as_deref())?;
    let options = XlsxOptions { language, layout, ..XlsxOptions::default() };
    let solving = solving(save);
    let document = &*document(session, solving)?;
    let own = |ending: &str, kind, bytes| Some((ending.to_owned(), kind, bytes));
    Ok(match save.what.as_str() {
        "xlsx" => own(".xlsx", XLSX, workbook(session, document, options, solving)?),
        "resmi" => {
            let plain = XlsxOptions { audit: Audit::None, ..options };
            own("-resmi.xlsx", XLSX, workbook(session, document, plain, solving)?)
        }
        "audit" => {
            let bytes = audit_workbook(document, None, &options).map_err(|error| error.said())?;
            own("-audit.xlsx", XLSX, bytes)
        }
        "note" => match xlsx::note(document).map_err(|error| error.said())? {
            Some(bytes) => own("-catatan.xlsx", XLSX, bytes),
            None => None,
        },
        "json" => own(".json", JSON, as_json::model(document, language).into_bytes()),
        "decisions" => {
            let decisions = session.decisions.with_consents(session.accepted.clone());
            own("-keputusan.json", JSON, decisions.to_json().into_bytes())
        }
        "html" => own("-laporan.html", HTML, super::report::report(document, language).into_bytes()),
        "csv" => Some(tables(document)?),
        "migrate" => {
            let edition = save.edition.as_deref().and_then(edition_named);
            let edition =
                edition.filter(|edition| !edition.is_legacy()).ok_or_else(|| words::unclear("edisi"))?;
            let migration = migrated(document, edition);
            if !migration.adds_up() {
                return Err(Said::fault("migration changed a sum"));
            }
            let bytes = xlsx::migration(document, &migration, language).map_err(|error| error.said())?;
            own(&format!("-{}.xlsx", edition.name()), XLSX, bytes)
        }
        other => return Err(words::unclear(other)),
    })
}

/// How values are solved for what is wanted.
fn solving(wanted: &Save) -> SolveOptions {
    let naming = if wanted.names.as_deref() == Some("printed") { Naming::Printed } else { Naming::Official };
    SolveOptions { naming, ..SolveOptions::default() }
}

/// The document with names written as asked.
fn document(session: &Session, solving: SolveOptions) -> Result<Cow<'_, Document>, Said> {
    if solving.naming == Naming::Official {
        return Ok(Cow::Borrowed(&session.document));
    }
    let fault = |fault| Failure::Fault(fault).said();
    let solved = Solved::of(&session.workbook, solving).map_err(fault)?;
    solved.decided(&session.decisions).map(Cow::Owned).map_err(|undecided| undecided.said())
}

/// The workbook; one of our own that nobody changed is its own output, byte for byte.
fn workbook(
    session: &Session,
    document: &Document,
    options: XlsxOptions,
    solving: SolveOptions,
) -> Result<Vec<u8>, Said> {
    let is_whole = options.audit == Audit::Inside;
    if is_whole && is_unchanged(document, &session.workbook, &session.decisions, options.layout) {
        let bytes = read::bytes_of(&session.path, &session.limits);
        return bytes.map_err(|error| error.said());
    }
    let bytes = xlsx::workbook(document, &options).map_err(|error| error.said())?;
    self_check(&arranged(document, options.layout), &bytes, solving)
        .map_err(|difference| words::differs(&difference))?;
    Ok(bytes)
}

/// The tables as text: one file, or several in an archive.
fn tables(document: &Document) -> Result<Saved, Said> {
    let stem = super::super::paper::stem(&document.file);
    let one = |table| (csv::file_name(table), csv::table(table).into_bytes());
    let mut all: Vec<(String, Vec<u8>)> = document.tables.iter().map(one).collect();
    if all.len() == 1 {
        let (name, bytes) = all.remove(0);
        return Ok((format!("-{name}"), CSV, bytes));
    }
    let named = all.into_iter().map(|(name, bytes)| (format!("{stem}-{name}"), bytes));
    archive(named).map(|bytes| ("-csv.zip".to_owned(), ZIP, bytes))
}

fn archive(files: impl Iterator<Item = (String, Vec<u8>)>) -> Result<Vec<u8>, Said> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let pack = || -> zip::result::ZipResult<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.start_file(name.as_str(), options)?;
            archive.write_all(&bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    };
    pack().map_err(|error| Said::fault(&error.to_string()))
}
