//! Targets: several stacked in one cell become lines where the grammar leaves no other way; what is overprinted, or
//! reads as something else than was meant, is left open.

use super::cells::meaning;
use super::numbers::is_measure;
use crate::document::evidence::spelling;
use crate::model::{
    Change, Column, Document, Finding, Fragment, Grade, Kind, NoSuchCell, Proof, Raw, RawTable, Repair,
    RuleId, Said, Severity, Status,
};
use crate::rules;
use crate::value::measure::{Measures, day_and_month, measures};
use crate::value::number::{self, plain_digits};

/// Reads the measures of every table.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, raw: &[RawTable], weakest: Grade) -> Result<(), NoSuchCell> {
    let mut repairs: Vec<(&'static Column, Repair)> = Vec::new();
    let mut open: Vec<(&'static str, Finding)> = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        let raw = raw.get(table);
        // The lines of our own workbooks are quantities already.
        let own = raw.is_some_and(|raw| raw.region.own);
        for (row, cells) in found.rows.iter().enumerate() {
            for (position, (column, cell)) in found.columns.iter().zip(&cells.cells).enumerate() {
                let place = (table, row);
                let measured = match column.kind {
                    Kind::Measure => true,
                    Kind::MeasureOrRupiah => is_measure(cell.text()),
                    _ => false,
                };
                if !measured || cell.is_empty() || cell.status() == Status::Unresolved {
                    continue;
                }
                let fragments = raw.and_then(|raw| raw.rows.get(row)).and_then(|row| row.cells.get(position));
                if let Some(finding) = date(place, column, cell, fragments.map_or(&[], Vec::as_slice)) {
                    open.push((column.id, finding));
                    continue;
                }
                if let Some([only]) = fragments.map(Vec::as_slice).filter(|_| column.kind == Kind::Measure)
                    && let Raw::Number { value, .. } = &only.raw
                    && only.raw.dressed().is_some_and(|dressed| dressed.other_number)
                {
                    let candidates = vec![number::typographic(*value), cell.text().to_owned()];
                    open.push((column.id, other_number(place, column, cell, candidates)));
                    continue;
                }
                if let Some(after) = plain_digits(cell.text()).filter(|_| weakest >= Grade::B) {
                    let proof = spelling::only_reading(rules::other_digits::ID);
                    repairs
                        .push((*column, repair(rules::other_digits::ID, place, column, cell, after, proof)));
                    continue;
                }
                // One quantity that is understood has nothing to part.
                if cell.number().is_some() {
                    continue;
                }
                match measures(cell.text()) {
                    Measures::Several(several)
                        if weakest >= Grade::B
                            && column.kind == Kind::Measure
                            && !is_one_text(&several)
                            && !goes_on_below(cell.text()) =>
                    {
                        let after =
                            several.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n");
                        if after != cell.text() && !(own && cell.text().contains('\n')) {
                            let proof = spelling::quantities(rules::stacked_targets::ID, several.len());
                            repairs.push((
                                *column,
                                repair(rules::stacked_targets::ID, place, column, cell, after, proof),
                            ));
                        }
                    }
                    Measures::Unreadable { candidates } if column.kind == Kind::Measure => {
                        open.push((column.id, overprinted(place, column, cell, candidates)));
                    }
                    Measures::Doubtful { candidates } => {
                        open.push((column.id, doubtful(place, column, cell, candidates)));
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
    Ok(())
}

/// Whether a line without a number stands below one that ends with its unit: it may go on with that unit, or say
/// something of its own.
fn goes_on_below(text: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    let numbered = |line: &str| line.chars().any(|c| c.is_ascii_digit());
    lines.iter().zip(lines.iter().skip(1)).any(|(above, line)| {
        numbered(above) && !above.ends_with(|c: char| c.is_ascii_digit()) && !numbered(line)
    })
}

/// Whether quantities are parts of one text: a mark between two of them, such as `1 kali/11 Desa`, would end a line.
fn is_one_text(several: &[crate::value::measure::Measure]) -> bool {
    let before = several.split_last().map(|(_, before)| before).unwrap_or_default();
    before.iter().any(|one| one.text.trim_end().ends_with(['/', ';']))
}

fn repair(
    rule: RuleId,
    (table, row): (usize, usize),
    column: &'static Column,
    cell: &crate::model::Cell,
    after: String,
    proof: Proof,
) -> Repair {
    Repair {
        rule,
        change: Change::Text,
        table,
        row,
        column: column.id,
        sources: cell.sources().to_vec(),
        before: cell.text().to_owned(),
        after,
        proofs: vec![proof],
    }
}

/// The question about a number whose format shows another one.
fn other_number(
    place: (usize, usize),
    column: &'static Column,
    cell: &crate::model::Cell,
    candidates: Vec<String>,
) -> Finding {
    let shown = cell.text();
    let message = Said::new(
        format!(
            "Excel menampilkan “{shown}”, tetapi yang tersimpan {}. Pilih yang benar.",
            candidates.first().map_or("", String::as_str)
        ),
        format!(
            "Excel shows “{shown}”, but {} is stored. Choose the right one.",
            candidates.first().map_or("", String::as_str)
        ),
    );
    Finding {
        cause: rules::unreadable_number::SHOWN_OTHERWISE,
        message,
        ..overprinted(place, column, cell, candidates)
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
        ..Finding::of(rules::overprinted::NO_WHOLE_TARGET)
    }
}

/// The question that a number with letters among its digits asks, or one with an exponent.
fn doubtful(
    (table, row): (usize, usize),
    column: &'static Column,
    cell: &crate::model::Cell,
    candidates: Vec<String>,
) -> Finding {
    let text = cell.text();
    Finding {
        severity: Severity::Error,
        table: Some(table),
        row: Some(row),
        column: Some(column.id),
        source: cell.sources().first().cloned(),
        message: Said::new(
            format!("“{text}” tidak dapat dibaca dengan pasti sebagai angka. Isi atau pilih angkanya."),
            format!("“{text}” cannot be read for certain as a number. Fill it in or choose."),
        ),
        found: Some(text.to_owned()),
        candidates,
        ..Finding::of(rules::unreadable_number::NOT_CERTAIN)
    }
}

/// The question that a date in the place of a target asks: a date of the file, or a text as Excel shows one.
fn date(
    (table, row): (usize, usize),
    column: &'static Column,
    cell: &crate::model::Cell,
    fragments: &[Fragment],
) -> Option<Finding> {
    let stored = match fragments {
        [Fragment { raw: Raw::Moment(moment), .. }] => moment.date.map(|(_, month, day)| (day, month)),
        _ => None,
    };
    let text = cell.text();
    let (first, second) = stored.or_else(|| day_and_month(text))?;
    Some(Finding {
        severity: Severity::Error,
        table: Some(table),
        row: Some(row),
        column: Some(column.id),
        source: cell.sources().first().cloned(),
        message: Said::new(
            format!(
                "“{text}” adalah tanggal, bukan target: Excel membaca {first}-{second} yang diketik sebagai tanggal. Isi targetnya."
            ),
            format!(
                "“{text}” is a date, no target: Excel took {first}-{second}, as it was typed, for a date. Fill in the target."
            ),
        ),
        found: Some(text.to_owned()),
        candidates: vec![format!("{first}-{second}"), format!("{first}/{second}")],
        ..Finding::of(rules::target_read_as_date::A_DATE)
    })
}
