//! Whether rows without a header are rows of the table above: what they hold, and what their sheet is called.

use std::borrow::Cow;

use super::notes::is_amount;
use crate::model::{At, Column, Grid, Region, Role, Slot, letters};

/// Whether rows without a header look like the rows of a region: about as many cells, not wider. A few cells only do
/// where Excel shows their sheet as it shows the region's. On a sheet that is called otherwise than the region's, apart
/// from a number, stands another thing, unless its rows have codes.
pub(super) fn resembles(
    region: &Region,
    grid: &Grid,
    rows: &[u32],
    before: Option<&Grid>,
    is_shown_alike: bool,
) -> bool {
    let slots = region.pages.first().map(|page| &page.slots);
    let is_called_alike = before.is_none_or(|before| stem(&before.name) == stem(&grid.name));
    if !is_called_alike && !has_codes(region, grid, rows) {
        return false;
    }
    let last = slots.and_then(|slots| slots.values().map(|slot| slot.last).max()).unwrap_or_default();
    let cells: Vec<(At, Cow<'_, str>)> =
        rows.iter().flat_map(|row| grid.row(*row)).map(|(at, raw)| (at, raw.shown())).collect();
    let widest = cells.iter().map(|(at, _)| at.column).max().unwrap_or_default();
    let numeric = cells.iter().filter(|(_, text)| text.chars().any(|c| c.is_ascii_digit())).count();
    let fullest = rows.iter().map(|row| grid.row(*row).count()).max().unwrap_or_default();
    widest <= last + 4 && fullest >= 3 && numeric * 5 >= cells.len()
        || (rows.len() <= 3 && widest <= last + 4 && is_shown_alike)
}

/// The name of a sheet without what numbers it: `Tabel 2`, `Page 3 of 5`.
fn stem(name: &str) -> String {
    letters(name).chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Whether a row has a code of three parts or more where the codes of a region stand.
pub(super) fn has_codes(region: &Region, grid: &Grid, rows: &[u32]) -> bool {
    const FEWEST_PARTS: usize = 3;
    let columns = |role: Role| slots_of(region, move |column| column.role == role);
    let is_code = |row: &u32| {
        let cells = grid
            .row(*row)
            .filter(|(at, _)| columns(Role::Code).any(|slot| (slot.first..=slot.last).contains(&at.column)));
        let shown: Vec<Cow<'_, str>> = cells.map(|(_, raw)| raw.shown()).collect();
        let parts = shown.iter().flat_map(|text| text.split([' ', '.', ','])).filter(|part| !part.is_empty());
        let mut count = 0;
        let is_number = |part: &str| part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit() || c == 'X');
        parts.inspect(|_| count += 1).all(is_number) && count >= FEWEST_PARTS
    };
    rows.iter().any(is_code)
}

/// Whether a row has an amount where those of a region stand.
pub(super) fn says_an_amount(region: &Region, grid: &Grid, row: u32) -> bool {
    let amounts: Vec<Slot> = slots_of(region, |column| matches!(column.role, Role::Amount(_))).collect();
    grid.row(row).any(|(at, raw)| {
        amounts.iter().any(|slot| (slot.first..=slot.last).contains(&at.column)) && is_amount(&raw.shown())
    })
}

/// The places of some columns on the last page of a region.
fn slots_of(region: &Region, wanted: impl Fn(&Column) -> bool) -> impl Iterator<Item = Slot> {
    let page = region.pages.last();
    let wanted = region.columns.iter().filter(move |column| wanted(column));
    wanted.filter_map(move |column| page?.slots.get(column.id).copied())
}
