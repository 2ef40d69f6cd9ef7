//! The columns of a table in their order, over all the pages that it takes.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Read;
use super::words::header_letters;
use crate::model::{Column, Kind, Layout, Origin, Printed, Region, Slot, Standing, unknown, years};

/// The columns of a table: the layout's, those that the header adds beside the declared ones that they resemble, then
/// what stands by itself. A declared column is left out of which only pairs or parts are printed.
pub(super) fn columns(layout: &'static Layout, read: &Read) -> Vec<&'static Column> {
    let is_near = |column: &&&Column| {
        read.printed.get(column.id).is_some_and(|printed| printed.standing != Standing::Alone)
    };
    let (near, alone): (Vec<&'static Column>, Vec<&'static Column>) =
        read.added.iter().partition(|column| is_near(column));
    let mut columns = Vec::new();
    // The columns of further years, which stand behind all columns of the last declared year.
    let mut further: Vec<&'static Column> = Vec::new();
    let optional = layout.optional.iter().filter(|column| read.slots.contains_key(column.id));
    for declared in layout.columns.iter().chain(optional) {
        let standing = |column: &Column| read.printed.get(column.id).map(|printed| printed.standing);
        let beside = near
            .iter()
            .copied()
            .filter(|column| matches!(column.origin, Origin::Like(id) if id == declared.id));
        let (years, beside): (Vec<&'static Column>, Vec<&'static Column>) =
            beside.partition(|column| standing(column) == Some(Standing::Year));
        if further.first().is_some_and(|column| !is_of_year(column, declared, layout)) {
            columns.append(&mut further);
        }
        let parted = beside.iter().any(|column| standing(column) == Some(Standing::Below));
        if !parted || read.slots.contains_key(declared.id) {
            columns.push(declared);
        }
        columns.extend(beside);
        further.extend(years);
        further.sort_by_key(|column| read.printed.get(column.id).and_then(|printed| printed.year));
    }
    columns.append(&mut further);
    // What resembles a column that the table lacks, and what stands alone.
    let placed: BTreeSet<&str> = columns.iter().map(|column| column.id).collect();
    let rest = near.iter().chain(&alone).copied().filter(|column| !placed.contains(column.id));
    let (resembling, unknown): (Vec<_>, Vec<_>) = rest.partition(|column| column.origin != Origin::Unknown);
    columns.into_iter().chain(resembling).chain(unknown).collect()
}

/// Whether a declared column stands below the same year as the one that a further year resembles.
fn is_of_year(further: &Column, declared: &Column, layout: &Layout) -> bool {
    let groups = |column: &Column| column.header.split_last().map(|(_, groups)| groups);
    let Origin::Like(id) = further.origin else { return false };
    layout.column(id).is_some_and(|like| like.header.len() > 2 && groups(like) == groups(declared))
}

/// The table goes on below its header, printed once more: its columns are those that are there already, the ones of
/// which only their own header tells by what that says.
pub(super) fn go_on(region: &mut Region, read: &Read) {
    let mut slots = BTreeMap::new();
    for (id, printed) in &read.printed {
        let added = read.added.iter().copied().find(|column| column.id == *id);
        let column = match added {
            Some(column) if column.origin == Origin::Unknown => again(region, printed, &slots),
            Some(column) => Some(column),
            None => region.layout.column(id),
        };
        let Some(column) = column else { continue };
        slots.insert(column.id, printed.slot);
        if !region.columns.iter().any(|known| known.id == column.id) {
            region.columns.push(column);
        }
        region.printed.entry(column.id).or_insert_with(|| printed.clone());
    }
    if let [.., before, page] = region.pages.as_mut_slice()
        && !read.printed.is_empty()
    {
        keep_unnamed(&mut slots, &before.slots, &region.columns);
        page.slots = slots;
    }
}

/// A column that a header added stands where it stood on the page before, where this page's header names everything
/// else at the same places and only its own words are damaged.
fn keep_unnamed(
    slots: &mut BTreeMap<&'static str, Slot>,
    before: &BTreeMap<&'static str, Slot>,
    columns: &[&'static Column],
) {
    let declared = columns.iter().filter(|column| column.is_declared());
    let moved = declared
        .filter_map(|column| Some((column.id, before.get(column.id)?)))
        .any(|(id, known)| slots.get(id).is_none_or(|slot| slot.first != known.first));
    if moved {
        return;
    }
    let taken: BTreeSet<u16> = slots.values().map(|slot| slot.first).collect();
    let added = columns.iter().filter(|column| !column.is_declared() && !slots.contains_key(column.id));
    let kept: Vec<(&'static str, Slot)> = added
        .filter_map(|column| Some((column.id, *before.get(column.id)?)))
        .filter(|(_, slot)| !taken.contains(&slot.first))
        .collect();
    slots.extend(kept);
}

/// The unknown column with the same header that no column of this page stands for yet, or a further one.
fn again(
    region: &Region,
    printed: &Printed,
    taken: &BTreeMap<&'static str, Slot>,
) -> Option<&'static Column> {
    // The same words below another year are another column.
    let key = |printed: &Printed| {
        printed.header.iter().map(|text| (header_letters(text), years(text))).collect::<Vec<_>>()
    };
    let unknowns = || region.columns.iter().copied().filter(|column| column.origin == Origin::Unknown);
    let same = |column: &&Column| {
        !taken.contains_key(column.id)
            && region.printed.get(column.id).is_some_and(|known| key(known) == key(printed))
    };
    let known = unknowns().find(same);
    known.or_else(|| unknown(unknowns().count() + 1, Kind::Text))
}
