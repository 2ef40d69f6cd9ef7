//! A header that stands above further columns of a table, on a page of its own: the right half of a wide table.

use std::collections::BTreeSet;

use super::plan::Read;
use crate::model::{Column, Origin, Region, Role, Standing, letters};

/// Puts the years of a period in their places: the header of a further page may begin with another year than the first
/// page does, and says so.
pub(super) fn in_years_of(region: &Region, read: &mut Read) {
    let Some(first) = first_year(region) else { return };
    let named: Vec<&'static Column> = read.leaves.iter().map(|(_, column, _)| *column).collect();
    let moves: Vec<(&'static Column, &'static Column)> = named
        .into_iter()
        .filter_map(|column| {
            let wanted = i32::from(read.printed.get(column.id)?.year?) - first + 1;
            let distance = wanted - number_in_period(column)?;
            Some((column, later(region, column, distance)?)).filter(|_| distance != 0)
        })
        .collect();
    let to = |id: &str| moves.iter().find(|(from, _)| from.id == id).map(|(_, to)| *to);
    let renamed = |id: &'static str| to(id).map_or(id, |to| to.id);
    read.slots = std::mem::take(&mut read.slots).into_iter().map(|(id, slot)| (renamed(id), slot)).collect();
    read.printed =
        std::mem::take(&mut read.printed).into_iter().map(|(id, printed)| (renamed(id), printed)).collect();
    for (_, column, _) in &mut read.leaves {
        if let Some(to) = to(column.id) {
            *column = to;
        }
    }
}

/// The first year of the period of a region, where its columns print years and agree on it.
fn first_year(region: &Region) -> Option<i32> {
    let mut firsts = region.columns.iter().filter_map(|column| {
        let year = i32::from(region.printed.get(column.id)?.year?);
        Some(year - number_in_period(column)? + 1)
    });
    let first = firsts.next()?;
    firsts.all(|other| other == first).then_some(first)
}

/// Which year of its period a declared column is of.
fn number_in_period(column: &Column) -> Option<i32> {
    column.header.iter().rev().find_map(|text| year_of_period(text))
}

/// The declared column of the same words so many years later in its period.
fn later(region: &Region, column: &Column, distance: i32) -> Option<&'static Column> {
    let level = column.header.iter().rposition(|text| year_of_period(text).is_some())?;
    let wanted = year_of_period(column.header.get(level)?)?.checked_add(distance)?;
    let is_it = |other: &&'static Column| {
        let mut texts = other.header.iter().zip(column.header).enumerate();
        other.header.len() == column.header.len()
            && texts.all(
                |(at, (text, own))| {
                    if at == level { year_of_period(text) == Some(wanted) } else { text == own }
                },
            )
    };
    region.layout.all_columns().find(is_it)
}

/// The number of a year of a period in a declared header: 1 of `1`, `Tahun-1`, `Tahun ke-1`.
fn year_of_period(text: &str) -> Option<i32> {
    let key = letters(text);
    let words = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = matches!(words, "" | "tahun" | "tahunke").then(|| key.get(words.len()..)).flatten()?;
    number.parse().ok()
}

/// Whether a header prints the columns that say which row it is, and besides them none that the left half of the table has.
pub(super) fn is_beside(region: &Region, read: &Read) -> bool {
    let left = region.pages.iter().filter(|page| !page.is_right_half);
    let known: BTreeSet<&str> = left.flat_map(|page| page.slots.keys().copied()).collect();
    let column = |id: &&&'static str| region.layout.column(id);
    let names_rows = |column: &Column| matches!(column.role, Role::Code | Role::Name);
    let (names, others): (Vec<&'static str>, Vec<&'static str>) =
        read.slots.keys().partition(|id| column(id).is_some_and(names_rows));
    !names.is_empty() && !others.is_empty() && others.iter().all(|id| !known.contains(id))
}

/// Brings the columns of a table to which a right half was added into the order of its form. A declared column of which that
/// half prints a pair is none beside it.
pub(super) fn settle(region: &mut Region) {
    let standing = |column: &Column| region.printed.get(column.id).map(|printed| printed.standing);
    let parted: BTreeSet<&str> = region
        .columns
        .iter()
        .filter(|column| standing(column) == Some(Standing::Below))
        .filter_map(|column| like(column))
        .collect();
    let mut columns = region.columns.clone();
    columns.retain(|column| region.printed.contains_key(column.id) || !parted.contains(column.id));
    let place = |id: &str| region.layout.all_columns().position(|declared| declared.id == id);
    let mut last = 0;
    let mut placed: Vec<(usize, &'static Column)> = Vec::with_capacity(columns.len());
    for column in columns {
        let own = match standing(column) {
            Some(Standing::Below) => like(column).and_then(place),
            _ => place(column.id),
        };
        // What the form does not know stays behind what it stands behind.
        last = own.unwrap_or(last);
        placed.push((last, column));
    }
    placed.sort_by_key(|(place, _)| *place);
    region.columns = placed.into_iter().map(|(_, column)| column).collect();
}

fn like(column: &Column) -> Option<&'static str> {
    if let Origin::Like(id) = column.origin { Some(id) } else { None }
}
