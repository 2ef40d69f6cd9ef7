//! The parts of a table that several offices or units share.

use super::facts::Facts;
use super::offices::begins_anew;
use crate::model::{Role, Row, Section, Table, Tingkat};
use crate::solve::codes::Outside;

/// The rows before which the tree of codes begins anew: those of offices, units and banners below which a code stands
/// that stood above already.
pub(in crate::solve) fn restarts(facts: &[Facts<'_>], kinds: &[Option<Outside>]) -> Vec<usize> {
    let heads = |kind: &Option<Outside>| kind.is_some_and(|kind| is_head(kind.level));
    let rows = kinds.iter().enumerate().filter(|(_, kind)| heads(kind)).map(|(row, _)| row);
    rows.filter(|row| begins_anew(facts, *row)).collect()
}

const fn is_head(level: Tingkat) -> bool {
    matches!(level, Tingkat::PerangkatDaerah | Tingkat::Unit | Tingkat::Banner)
}

/// States the sections of a table: one for each unit, or for each office without units, or for each banner below
/// which the codes of another begin again; none where there is but one, unless the document
/// has tables of other offices.
pub(in crate::solve) fn apply(table: &mut Table) {
    let heads = heads(table);
    table.sections = match &table.office {
        _ if heads.len() > 1 => sections(table, &heads),
        Some(office) if !table.rows.is_empty() => vec![whole(table, office)],
        _ => Vec::new(),
    };
}

/// The office of a document whose rows name just one.
pub(in crate::solve) fn only_office(tables: &[Table]) -> Option<String> {
    let rows = tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let offices = rows.filter(|(_, row)| row.level == Some(Tingkat::PerangkatDaerah));
    let mut names = offices.map(|(table, row)| text(table, row, Role::Name)).filter(|name| !name.is_empty());
    let first = names.next()?;
    names.all(|other| other == first).then_some(first)
}

fn level(table: &Table, row: usize) -> Option<Tingkat> {
    table.rows.get(row).and_then(|row| row.level)
}

/// The rows that head a section.
fn heads(table: &Table) -> Vec<usize> {
    let of = |wanted: Tingkat| -> Vec<usize> {
        (0..table.rows.len()).filter(|row| level(table, *row) == Some(wanted)).collect()
    };
    let (units, mut offices) = (of(Tingkat::Unit), of(Tingkat::PerangkatDaerah));
    if units.is_empty() && offices.is_empty() {
        return banners(table, &of(Tingkat::Banner));
    }
    let has_units = |office: &usize| {
        units.iter().any(|unit| table.rows.get(*unit).is_some_and(|row| row.of == Some(*office)))
    };
    offices.retain(|office| !has_units(office));
    let mut heads = units.clone();
    heads.extend(offices);
    heads.sort_unstable();
    heads
}

/// Banners of offices: the same code stands below several of them.
fn banners(table: &Table, banners: &[usize]) -> Vec<usize> {
    let first = |banner: usize| {
        table.rows.get(banner + 1..).unwrap_or_default().iter().find_map(|row| row.code.clone())
    };
    let firsts: Vec<_> = banners.iter().map(|banner| first(*banner)).collect();
    let shared =
        |code: &Option<_>| code.is_some() && firsts.iter().filter(|other| *other == code).count() > 1;
    banners.iter().zip(&firsts).filter(|(_, code)| shared(code)).map(|(banner, _)| *banner).collect()
}

fn sections(table: &Table, heads: &[usize]) -> Vec<Section> {
    let totals: Vec<usize> =
        (0..table.rows.len()).filter(|row| level(table, *row) == Some(Tingkat::Jumlah)).collect();
    let section = |(number, head): (usize, &usize)| {
        let next = heads.get(number + 1).copied().unwrap_or(table.rows.len());
        // The row of the next unit's office, and a total of all, belong to no section.
        let shared = |row: usize| {
            let all = number + 1 == heads.len() && totals.last() == Some(&row) && totals.len() < heads.len();
            all || level(table, row) == Some(Tingkat::PerangkatDaerah)
        };
        let last = (*head..next).rev().find(|row| *row == *head || !shared(*row)).unwrap_or(*head);
        let own = totals.iter().copied().find(|total| (*head..=last).contains(total));
        let row = table.rows.get(*head)?;
        let summed = has_amount(table, row).then_some(*head);
        Some(Section {
            opd: Some(text(table, row, Role::Name)).filter(|name| !name.is_empty()),
            code: Some(text(table, row, Role::Code)).filter(|code| !code.is_empty()),
            first: *head,
            last,
            total: own.or(summed),
        })
    };
    heads.iter().enumerate().filter_map(section).collect()
}

/// The section that a table is, which is one of several offices' in its document.
fn whole(table: &Table, office: &str) -> Section {
    let last = table.rows.len() - 1;
    let total = (0..=last).rfind(|row| level(table, *row) == Some(Tingkat::Jumlah));
    Section { opd: Some(office.to_owned()), code: None, first: 0, last, total }
}

fn has_amount(table: &Table, row: &Row) -> bool {
    let mut cells = table.columns.iter().zip(&row.cells);
    cells.any(|(column, cell)| matches!(column.role, Role::Amount(_)) && !cell.is_empty())
}

fn text(table: &Table, row: &Row, role: Role) -> String {
    let cells = table.columns.iter().zip(&row.cells);
    let mut texts = cells.filter(|(column, _)| column.role == role).map(|(_, cell)| cell.text().to_owned());
    texts.next().unwrap_or_default()
}
