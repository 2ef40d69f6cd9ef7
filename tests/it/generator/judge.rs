//! What the product made of a table against what the table says.

use std::collections::BTreeSet;

use rapikan::codification::codification;
use rapikan::model::{
    Cell, Document, Edition, Kind, Kode, Repair, Role, Row, Severity, Status, Table, Tingkat, letters,
};

use super::Case;
use super::print::columns;
use super::truth::TrueRow;

/// What can be wrong, from the gravest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// A number that is not the table's, without any finding about it.
    SilentNumber,
    /// A code that is not the row's.
    Code,
    /// A number that is not the table's, with a finding.
    ReportedNumber,
    /// A number that is there and was not read, without being left open.
    MissingNumber,
    /// The table or its layout was not found, or in several pieces.
    Tables,
    /// Rows too many or too few.
    Rows,
    /// A number was left open that can be known.
    OpenNumber,
    /// A code was left open that can be known.
    OpenCode,
    /// A wrong level.
    Level,
    /// A text with other letters.
    Text,
    /// A text with other blanks, case or punctuation.
    Spelling,
    /// A source cell without a place.
    Unplaced,
    /// Source cells that do not add up.
    Conservation,
    /// A repair where nothing was broken.
    NeedlessRepair,
    /// An error reported where there is none.
    NeedlessError,
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    pub wrong: Wrong,
    pub detail: String,
}

fn fault(wrong: Wrong, detail: String) -> Fault {
    Fault { wrong, detail }
}

/// Everything that is wrong with the model of a case.
pub fn faults(case: &Case, document: &Document) -> Vec<Fault> {
    let mut found = conservation(document);
    let (form, layout) = case.plan.shape.declared();
    let [table] = document.tables.as_slice() else {
        let ids: Vec<&str> = document.tables.iter().map(|table| table.id.as_str()).collect();
        found.push(fault(Wrong::Tables, format!("1 table expected, found {ids:?}")));
        return found;
    };
    if !std::ptr::eq(table.form, form) || !std::ptr::eq(table.layout, layout) {
        found.push(fault(
            Wrong::Tables,
            format!("{} {} expected, found {} {}", form.id, layout.id, table.id, table.layout.id),
        ));
        return found;
    }
    let pairs = pairs(case, table);
    let unpaired = case.truth.len() != pairs.len() || table.rows.len() != pairs.len();
    if unpaired {
        let (wanted, got) = (case.truth.len(), table.rows.len());
        found.push(fault(
            Wrong::Rows,
            format!("{wanted} rows expected, found {got}: {}", stray(case, table, &pairs)),
        ));
    }
    for (truth, row) in pairs {
        found.extend(row_faults(case, document, table, truth, row));
    }
    found.sort_by_key(|fault| fault.wrong);
    found
}

/// True rows and model rows that belong together: in order where there are as many, else by code.
fn pairs(case: &Case, table: &Table) -> Vec<(usize, usize)> {
    if case.truth.len() == table.rows.len() {
        return (0..table.rows.len()).map(|index| (index, index)).collect();
    }
    let key =
        |code: Option<&str>, level: Option<Tingkat>| code.map_or_else(|| format!("{level:?}"), str::to_owned);
    let mut from = 0;
    let mut pairs = Vec::new();
    for (index, truth) in case.truth.iter().enumerate() {
        let wanted = key(truth.code.as_ref().map(rapikan::model::Kode::as_str), truth.level);
        let same = |row: &Row| key(row.code.as_ref().map(rapikan::model::Kode::as_str), row.level) == wanted;
        let found = table.rows.iter().enumerate().skip(from).find(|(_, row)| same(row));
        if let Some((row, _)) = found.filter(|_| truth.code.is_some() || truth.level == Some(Tingkat::Jumlah))
        {
            pairs.push((index, row));
            from = row + 1;
        }
    }
    pairs
}

fn stray(case: &Case, table: &Table, pairs: &[(usize, usize)]) -> String {
    let (left, right): (BTreeSet<usize>, BTreeSet<usize>) = pairs.iter().copied().unzip();
    let missing = (0..case.truth.len()).find(|index| !left.contains(index));
    let extra = table.rows.iter().enumerate().find(|(index, _)| !right.contains(index)).map(|(_, row)| {
        row.cells
            .iter()
            .map(|cell| cell.text().to_owned())
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    });
    let missing = missing.map(|index| case.shown(index)).unwrap_or_default();
    format!("first missing: {missing}\n      first extra: {extra:?}")
}

fn conservation(document: &Document) -> Vec<Fault> {
    let kept = &document.conservation;
    let mut found: Vec<Fault> = kept
        .unplaced
        .iter()
        .map(|(place, text)| fault(Wrong::Unplaced, format!("{place} {text:?}")))
        .collect();
    if kept.used + kept.decoration + kept.unplaced.len() != kept.source_cells {
        found.push(fault(Wrong::Conservation, format!("{kept:?}")));
    }
    found
}

fn row_faults(case: &Case, document: &Document, table: &Table, index: usize, at: usize) -> Vec<Fault> {
    let (truth, row) = (&case.truth[index], &table.rows[at]);
    let mut found = code_faults(case, truth, index, row);
    let spot = |column: &str| {
        format!("row {at} ({}) {column}", truth.code.as_ref().map_or("-", |code| code.as_str()))
    };
    let input = || format!("\n      {}", case.shown(index));
    for column in columns(case.plan.shape) {
        let lost = case.lost.contains(&(index, column.id));
        let Some(cell) = table.cell(at, column.id) else { continue };
        let wrong = match column.kind {
            _ if case.unseen.contains(&(index, column.id)) => continue,
            Kind::Code if column.role == Role::Code => continue,
            Kind::Rupiah | Kind::MeasureOrRupiah | Kind::Percent => {
                let reported = is_reported(document, at, column.id);
                number_fault(truth, column.id, cell, reported, lost)
            }
            _ if truth.level == Some(Tingkat::Jumlah) => continue,
            _ => text_fault(truth, column.id, cell, lost),
        };
        if let Some(wrong) = wrong {
            let wanted = truth.numbers.get(column.id).map(ToString::to_string);
            let wanted = wanted.or_else(|| truth.texts.get(column.id).cloned());
            let got = (cell.text(), cell.number().map(|number| number.to_string()), cell.status());
            found.push(fault(
                wrong,
                format!("{}: expected {wanted:?}, got {got:?}{}", spot(column.id), input()),
            ));
        }
    }
    found
}

fn code_faults(case: &Case, truth: &TrueRow, index: usize, row: &Row) -> Vec<Fault> {
    let mut found = Vec::new();
    let only_named = !case.plan.shape.is_coded() || case.lost.contains(&(index, "kode"));
    let said = || {
        format!(
            "expected {:?} {:?}, got {:?} {:?}\n      {}",
            truth.code,
            truth.level,
            row.code,
            row.level,
            case.shown(index)
        )
    };
    match (&truth.code, &row.code) {
        (wanted, got) if wanted == got => {}
        (Some(wanted), Some(got)) if only_named && is_as_good(case, wanted, got) => {}
        (Some(wanted), None) if only_named && is_shared(case, wanted, truth) => {}
        (Some(wanted), None) if only_named && is_homeless(case, wanted) => {}
        (Some(wanted), None) if only_named && is_of_either_edition(case, wanted) => {}
        (Some(_), None) => found.push(fault(Wrong::OpenCode, said())),
        _ => found.push(fault(Wrong::Code, said())),
    }
    if truth.level != row.level && row.code.is_some() == truth.code.is_some() {
        found.push(fault(Wrong::Level, said()));
    }
    found
}

/// Names alone tell neither the edition of a sub kegiatan that lives on, nor the bidang of program 01 if the table
/// has no other program and no bidang.
fn is_as_good(case: &Case, wanted: &Kode, got: &Kode) -> bool {
    let bare = |code: &Kode| {
        let parts: Vec<String> = code.parts().map(|part| part.trim_start_matches("00").to_owned()).collect();
        parts.join(".")
    };
    let known = |row: &TrueRow| {
        row.code.as_ref().is_some_and(|code| code.parts().nth(2).is_none_or(|program| program != "01"))
    };
    let general = |text: &str| text.splitn(3, '.').nth(2).unwrap_or_default().to_owned();
    let (wanted, got) = (bare(wanted), bare(got));
    wanted == got
        || got.starts_with("X.XX") && !case.truth.iter().any(known) && general(&wanted) == general(&got)
}

/// Whether the parent has another child of the same name, so that the name tells no code.
fn is_shared(case: &Case, wanted: &Kode, truth: &TrueRow) -> bool {
    let name = truth.texts.get("uraian").or_else(|| truth.texts.get("rkpd_uraian"));
    let Some((name, parent)) = name.zip(wanted.parent()) else { return false };
    let same = codification(case.plan.edition).by_name(name);
    same.iter().filter(|entry| entry.kode.parent() == Some(parent.clone())).count() > 1
}

/// Whether a code of program 01 stands in a table of names none of which belongs to one bidang alone: which bidang
/// it is of cannot be known.
fn is_homeless(case: &Case, wanted: &Kode) -> bool {
    let pins = |row: &TrueRow| {
        let own = row.code.as_ref().is_some_and(|code| code.parts().nth(2) != Some("01"));
        let name = row.texts.get("uraian").or_else(|| row.texts.get("rkpd_uraian"));
        let named = name.map(|name| codification(case.plan.edition).by_name(name)).unwrap_or_default();
        let mut bidang = named.iter().map(|entry| entry.kode.ancestor(2));
        let first = bidang.next().flatten();
        own && first.is_some() && bidang.all(|other| other == first)
    };
    wanted.parts().nth(2) == Some("01") && !case.truth.iter().any(pins)
}

/// Whether a sub kegiatan stands in a table of names that both editions have: which number it bears cannot be known.
fn is_of_either_edition(case: &Case, wanted: &Kode) -> bool {
    let in_both = |row: &TrueRow| {
        let name = row.texts.get("uraian").or_else(|| row.texts.get("rkpd_uraian"));
        [Edition::Y2021, Edition::Y2023]
            .into_iter()
            .all(|edition| name.is_some_and(|name| !codification(edition).by_name(name).is_empty()))
    };
    let coded = |row: &&TrueRow| row.code.is_some();
    wanted.tingkat() == Tingkat::SubKegiatan && case.truth.iter().filter(coded).all(in_both)
}

/// Whether a finding that is no mere note names the cell.
fn is_reported(document: &Document, row: usize, column: &str) -> bool {
    document.findings.iter().any(|finding| {
        finding.severity != Severity::Note && finding.row == Some(row) && finding.column == Some(column)
    })
}

fn number_fault(truth: &TrueRow, id: &str, cell: &Cell, reported: bool, lost: bool) -> Option<Wrong> {
    let open = cell.status() == Status::Unresolved;
    match (truth.numbers.get(id), cell.number()) {
        (Some(wanted), Some(got)) if *wanted == got => None,
        (None, None) if cell.is_empty() || open => None,
        (_, Some(_)) => Some(if reported { Wrong::ReportedNumber } else { Wrong::SilentNumber }),
        _ if open && lost => None,
        _ if open => Some(Wrong::OpenNumber),
        _ if lost && cell.is_empty() => None,
        _ => Some(Wrong::MissingNumber),
    }
}

fn text_fault(truth: &TrueRow, id: &str, cell: &Cell, lost: bool) -> Option<Wrong> {
    let wanted = truth.texts.get(id).map_or("", String::as_str);
    if wanted == cell.text() || lost && cell.status() == Status::Unresolved {
        None
    } else if letters(wanted) == letters(cell.text()) {
        Some(Wrong::Spelling)
    } else if lost {
        None
    } else {
        Some(Wrong::Text)
    }
}

/// Repairs and errors of a table in which nothing is broken. Rewriting numbers of a foreign typography is no
/// fault, nor is a code given to a row of a form that prints none.
pub fn needless(case: &Case, document: &Document) -> Vec<Fault> {
    let mut found = Vec::new();
    let typographic = |repair: &Repair| {
        case.plan.style.is_foreign()
            && matches!(repair.rule.as_str(), "foreign-separators" | "currency-dress")
            || !case.plan.shape.is_coded() && repair.rule.as_str() == "missing-code"
    };
    for repair in document.repairs().iter().filter(|repair| !typographic(repair)) {
        found.push(fault(
            Wrong::NeedlessRepair,
            format!(
                "{} {} {:?} → {:?} ({:?})",
                repair.rule, repair.column, repair.before, repair.after, repair.proofs
            ),
        ));
    }
    for finding in document.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        found.push(fault(
            Wrong::NeedlessError,
            format!("{} {:?} {}", finding.rule(), finding.column, finding.message),
        ));
    }
    found
}
