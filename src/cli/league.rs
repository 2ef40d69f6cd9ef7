//! The report of a batch: what became of each file, written beside the results.

use std::path::{Path, PathBuf};

use crate::batch::Input;
use crate::forms::FORMS;
use crate::model::Language;
use crate::pipeline::Report;
use crate::read;
use crate::write::league::{Cause, Readiness, Standing, by_work_left, json};
use crate::write::{WriteError, file, xlsx};

/// The names of the report.
const WORKBOOK: &str = "LAPORAN.xlsx";
const JSON: &str = "LAPORAN.json";
/// What every report as JSON begins with.
const SCHEMA: &str = "rapikan.batch/";

/// A file that gave no result, for this reason.
pub(super) fn unreadable(input: &Input, reason: &str) -> Standing {
    Standing {
        file: input.named(),
        office: None,
        readiness: Readiness::Unreadable(reason.to_owned()),
        found: Vec::new(),
        missing: FORMS.into_iter().map(|form| form.id.to_owned()).collect(),
        rows: 0,
        proven: 0,
        likely: 0,
        open: 0,
        gap: rust_decimal::Decimal::ZERO,
        pagu: None,
        causes: Vec::new(),
    }
}

/// A file that was cleaned.
pub(super) fn of_report(input: &Input, report: &Report, language: Language) -> Standing {
    let has = |id: &String| report.tables.iter().any(|table| table.id.split('#').next() == Some(id));
    let (found, missing) = FORMS.into_iter().map(|form| form.id.to_owned()).partition(has);
    let plan = report.tables.iter().find(|table| table.id.starts_with("T-C.33"));
    let pagu = plan.and_then(|table| table.amounts.iter().find(|amount| amount.column == "pagu"));
    let cause = |cause: &crate::pipeline::Cause| Cause {
        rule: cause.rule.to_owned(),
        text: cause.text.within(language).to_owned(),
        told: cause.said.within(language).to_owned(),
        count: cause.count,
    };
    Standing {
        file: input.named(),
        office: report.office.clone(),
        readiness: if report.open() == 0 { Readiness::Ready } else { Readiness::ToCheck },
        found,
        missing,
        rows: report.tables.iter().map(|table| table.rows).sum(),
        proven: report.tables.iter().map(|table| table.repaired.proven).sum(),
        likely: report.tables.iter().map(|table| table.repaired.likely).sum(),
        open: report.open(),
        gap: report.gap,
        pagu: pagu.map(|amount| amount.written),
        causes: report.causes.iter().map(cause).collect(),
    }
}

/// Writes both reports into the folder of the results; an earlier report of ours is replaced.
///
/// # Errors
/// If a file of that name is not ours and `force` is not set, or the disk refuses.
pub(super) fn write(
    folder: &Path,
    standings: Vec<Standing>,
    force: bool,
    language: Language,
) -> Result<[PathBuf; 2], WriteError> {
    let standings = by_work_left(standings);
    let workbook = folder.join(WORKBOOK);
    file::replace(&workbook, &xlsx::report(&standings, language)?, force || read::is_own_output(&workbook))?;
    let text = folder.join(JSON);
    let told = json(&standings, language)
        .map_err(|source| WriteError::Disk { path: text.clone(), source: source.into() })?;
    file::replace(&text, told.as_bytes(), force || is_own_json(&text))?;
    Ok([workbook, text])
}

fn is_own_json(path: &Path) -> bool {
    std::fs::read_to_string(path).is_ok_and(|text| text.chars().take(80).collect::<String>().contains(SCHEMA))
}
