//! Targets and indicators: several stacked in one cell become lines where the grammar leaves no other way;
//! overprinted ones are left open.

use super::cells::meaning;
use crate::model::{
    Column, Document, Finding, Grade, Kind, NoSuchCell, Proof, ProofKind, RawTable, Repair, Role, Said,
    Severity, Status,
};
use crate::value::measure::{Measures, measures};

/// Reads the measures of every table.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    let mut open: Vec<(&'static str, Finding)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        // The lines of our own workbooks are quantities already.
        let own = raw.get(table).is_some_and(|raw| raw.region.own);
        for (row, cells) in found.rows.iter().enumerate() {
            for (column, cell) in found.columns.iter().zip(&cells.cells) {
                let read =
                    column.kind == Kind::Measure && !cell.is_empty() && cell.status() != Status::Unresolved;
                // One quantity that is understood has nothing to part.
                if !read || cell.number().is_some() {
                    continue;
                }
                match measures(cell.text()) {
                    Measures::Several(several) if weakest >= Grade::B => {
                        let after =
                            several.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n");
                        if after != cell.text() && !(own && cell.text().contains('\n')) {
                            let proof =
                                Proof::new(ProofKind::Typography, format!("{} × n+satuan", several.len()));
                            repairs.push((
                                *column,
                                repair("stacked-targets", (table, row), column, cell, after, proof),
                            ));
                        }
                    }
                    Measures::Unreadable { candidates } => {
                        open.push((column.id, overprinted((table, row), column, cell, candidates)));
                    }
                    _ => {}
                }
            }
        }
    }
    for (column, repair) in repairs {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    for (column, finding) in open {
        document.leave_open(finding, column)?;
    }
    if weakest >= Grade::B { lists(document) } else { Ok(()) }
}

fn repair(
    rule: &'static str,
    (table, row): (usize, usize),
    column: &'static Column,
    cell: &crate::model::Cell,
    after: String,
    proof: Proof,
) -> Repair {
    Repair {
        rule,
        table,
        row,
        column: column.id,
        sources: cell.sources().to_vec(),
        before: cell.text().to_owned(),
        after,
        proofs: vec![proof],
    }
}

fn overprinted(
    (table, row): (usize, usize),
    column: &'static Column,
    cell: &crate::model::Cell,
    candidates: Vec<String>,
) -> Finding {
    let text = cell.text();
    Finding {
        rule: "overprinted",
        severity: Severity::Error,
        about: None,
        table: Some(table),
        row: Some(row),
        column: Some(column.id),
        source: cell.sources().first().cloned(),
        message: Said::new(
            format!(
                "“{text}” bukan satu target yang utuh: dua isi tercetak bertumpuk atau terpotong. Isi targetnya."
            ),
            format!(
                "“{text}” is no whole target: two values are printed over each other, or cut. Fill in the target."
            ),
        ),
        expected: None,
        found: Some(text.to_owned()),
        candidates,
    }
}

/// Indicators run together in one cell, where the target beside them has as many lines as they have beginnings.
fn lists(document: &mut Document) -> Result<(), NoSuchCell> {
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (position, column) in found.columns.iter().enumerate() {
            if column.role != Role::Indicator || column.kind != Kind::List {
                continue;
            }
            let Some(target) = companion(&found.columns, position) else { continue };
            for (row, cells) in found.rows.iter().enumerate() {
                let (Some(cell), Some(beside)) = (cells.cells.get(position), cells.cells.get(target)) else {
                    continue;
                };
                let count = beside.meaning().items.len();
                if count < 2 || cell.text().contains('\n') {
                    continue;
                }
                if let Some(lines) = split(cell.text(), count) {
                    let proof = Proof::new(ProofKind::Sibling, format!("{count} = {count}"));
                    repairs.push((
                        *column,
                        repair("stacked-list", (table, row), column, cell, lines.join("\n"), proof),
                    ));
                }
            }
        }
    }
    for (column, repair) in repairs {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    Ok(())
}

/// The target column of an indicator column: of the same header, else the next one.
fn companion(columns: &[&'static Column], position: usize) -> Option<usize> {
    let label = columns.get(position)?.header.last()?;
    let targets =
        || columns.iter().enumerate().skip(position + 1).filter(|(_, column)| column.role == Role::Target);
    let same = targets().find(|(_, column)| column.header.last() == Some(label));
    same.or_else(|| targets().next()).map(|(index, _)| index)
}

/// Words with which indicators begin.
const BEGINNINGS: [&str; 16] = [
    "jumlah",
    "persentase",
    "prosentase",
    "tersedianya",
    "terlaksananya",
    "terpeliharanya",
    "meningkatnya",
    "terwujudnya",
    "tersusunnya",
    "cakupan",
    "indeks",
    "nilai",
    "rasio",
    "tingkat",
    "presentase",
    "terselenggaranya",
];

/// Splits a text before each later beginning, if that gives exactly so many parts.
fn split(text: &str, count: usize) -> Option<Vec<String>> {
    let mut starts = vec![0];
    for (at, word) in words(text) {
        let begins = BEGINNINGS.contains(&word.to_lowercase().as_str())
            && (word.starts_with(char::is_uppercase) || word == "jumlah");
        if at > 0 && begins {
            starts.push(at);
        }
    }
    if starts.len() != count {
        return None;
    }
    starts.push(text.len());
    let parts: Vec<String> = starts
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => text.get(*from..*to).map(|part| part.trim().to_owned()),
            _ => None,
        })
        .collect();
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_whitespace()) {
            (None, false) => start = Some(index),
            (Some(from), true) => {
                found.extend(text.get(from..index).map(|word| (from, word)));
                start = None;
            }
            _ => {}
        }
    }
    found
}
