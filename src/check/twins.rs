//! The same row in two or more tables of one document, with different amounts, targets or texts.

mod known;

use std::collections::BTreeMap;
use std::sync::Arc;

use known::{Key, Known, by_key, strangers};

use crate::model::{self, Document, Finding, Kind, Kode, Reference, Said, Severity, indonesian};
use crate::rules;

/// Differing twins, one finding for all cells of one cause: a difference of amounts is told where it begins, with the
/// parents that carry it upwards; a pair of texts that stands in many rows is told once.
pub(super) fn findings(document: &Document) -> Vec<Finding> {
    let strangers = strangers(document);
    let mut amounts: BTreeMap<Cause, Vec<Difference>> = BTreeMap::new();
    let mut texts: BTreeMap<(Key, Vec<String>), Vec<Difference>> = BTreeMap::new();
    for (key, cells) in by_key(document) {
        let Some(difference) = difference(&key, &cells, &strangers) else { continue };
        if let Some(shifts) = difference.shifts() {
            let cause = (key.form, key.office.clone(), key.column, difference.tables(), shifts);
            amounts.entry(cause).or_default().push(difference);
        } else {
            let said = difference.cells.iter().map(|cell| cell.text.clone()).collect();
            let cause = Key { code: None, ..key };
            texts.entry((cause, said)).or_default().push(difference);
        }
    }
    let amounts = amounts.into_values().flat_map(families);
    amounts.chain(texts.into_values()).filter_map(|group| finding(document, &group)).collect()
}

/// Form, office, column, tables, and how far each table is from the first one.
type Cause = (&'static str, Option<Arc<str>>, &'static str, Vec<usize>, Vec<rust_decimal::Decimal>);

/// The cells of one row and column that do not say the same, one of each table.
struct Difference {
    code: Option<Kode>,
    kind: Kind,
    cells: Vec<Known>,
}

impl Difference {
    fn tables(&self) -> Vec<usize> {
        self.cells.iter().map(|cell| cell.at.table).collect()
    }

    /// How far the amount of each table is from that of the first; `None` where a cell holds no amount.
    fn shifts(&self) -> Option<Vec<rust_decimal::Decimal>> {
        let first = self.cells.first()?.amount?;
        self.cells.iter().map(|cell| cell.amount?.checked_sub(first)).collect()
    }

    /// The cell that stands alone against all others, else the last that differs from the first.
    fn odd(&self) -> Option<&Known> {
        let same = |cell: &&Known| self.cells.iter().filter(|other| other.says(cell)).count();
        let alone: Vec<&Known> = self.cells.iter().filter(|cell| same(cell) == 1).collect();
        match alone.as_slice() {
            [only] if self.cells.len() > 2 => Some(only),
            _ => self.cells.first().and_then(|first| self.cells.iter().rev().find(|cell| !cell.says(first))),
        }
    }
}

/// The difference between cells of one key; `None` where all say the same, or where the tables are no twins.
fn difference(key: &Key, cells: &[Known], strangers: &[(usize, usize)]) -> Option<Difference> {
    let first = cells.first()?;
    let kin: Vec<Known> =
        cells.iter().filter(|cell| !strangers.contains(&(first.at.table, cell.at.table))).cloned().collect();
    let differs = kin.iter().any(|cell| !cell.says(first));
    differs.then(|| Difference { code: key.code.clone(), kind: first.kind, cells: kin })
}

/// Differences of one cause: each row with the rows above it that differ by just as much.
fn families(mut differences: Vec<Difference>) -> Vec<Vec<Difference>> {
    let depth = |found: &Difference| std::cmp::Reverse(found.code.as_ref().map_or(0, Kode::count));
    differences.sort_by_key(depth);
    let mut families: Vec<Vec<Difference>> = Vec::new();
    for found in differences {
        let is_above = |family: &&mut Vec<Difference>| {
            family
                .first()
                .and_then(|lowest| lowest.code.as_ref())
                .is_some_and(|lowest| found.code.as_ref().is_none_or(|code| lowest.is_below(code)))
        };
        match families.iter_mut().find(is_above) {
            Some(family) => family.push(found),
            None => families.push(vec![found]),
        }
    }
    families
}

fn finding(document: &Document, group: &[Difference]) -> Option<Finding> {
    let told = group.first()?;
    let odd = told.odd()?;
    let name = told.code.as_ref().map_or_else(|| "TOTAL".to_owned(), ToString::to_string);
    let shown = |cell: &Known| match cell.amount {
        Some(amount) => indonesian(amount, None, true),
        None => format!("“{}”", cell.text.replace('\n', " · ")),
    };
    let at = |cell: &Known| {
        let table = document.tables.get(cell.at.table).map_or("", |table| table.id.as_str());
        cell.place.as_ref().map_or_else(|| table.to_owned(), ToString::to_string)
    };
    let others: Vec<&Known> = told.cells.iter().filter(|cell| cell.at != odd.at).collect();
    let list = |within: &str| {
        let each = |cell: &&Known| format!("{} {within} {}", shown(cell), at(cell));
        others.iter().map(each).collect::<Vec<_>>().join(", ")
    };
    let (both, besides) = (others.len() == 1, group.len() - 1);
    let more = |text: &str| if besides > 0 { text.replace('#', &besides.to_string()) } else { String::new() };
    let indonesian = format!(
        "{name}: {} di sini, {}. {} tabel harus sama.{}",
        shown(odd),
        list("di"),
        if both { "Kedua" } else { "Semua" },
        more(" Begitu juga pada # baris lain."),
    );
    let english = format!(
        "{name}: {} here, {}. {} tables must agree.{}",
        shown(odd),
        list("in"),
        if both { "Both" } else { "All" },
        more(" So it is in # other rows."),
    );
    // A word more or less in a free text is told; what is promised or paid is asked about.
    let asks = odd.amount.is_some() || told.kind == Kind::Measure;
    let mut candidates: Vec<String> =
        if asks { others.iter().map(|cell| bare(cell)).collect() } else { Vec::new() };
    candidates.dedup();
    let places = group.iter().flat_map(|found| found.cells.iter()).map(|cell| cell.at);
    let also: Vec<Reference> = places.filter(|place| *place != odd.at).collect();
    Some(Finding {
        severity: if asks { Severity::Warning } else { Severity::Note },
        table: Some(odd.at.table),
        row: Some(odd.at.row),
        column: Some(odd.at.column),
        source: odd.place.clone(),
        message: Said::new(indonesian, english),
        expected: others.first().map(|cell| plain(cell)),
        found: Some(plain(odd)),
        candidates,
        also,
        ..Finding::of(cause(told.kind, odd))
    })
}

/// What differs: an amount, a target, or a free text.
fn cause(kind: Kind, odd: &Known) -> model::Cause {
    match (odd.amount, kind) {
        (Some(_), _) => rules::twin_mismatch::AMOUNTS,
        (None, Kind::Measure) => rules::twin_mismatch::TARGETS,
        (None, _) => rules::twin_mismatch::TEXTS,
    }
}

/// A value as a person types it.
fn bare(cell: &Known) -> String {
    cell.amount.map_or_else(|| cell.text.clone(), |amount| indonesian(amount, None, true))
}

/// A value as a plain number, or its text.
fn plain(cell: &Known) -> String {
    cell.amount.map_or_else(|| cell.text.clone(), |amount| amount.normalize().to_string())
}
