//! A sum that took a row of another parent for one of its own.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::forms::{Law, Spot};
use crate::model::Table;

/// An amount smaller than this is met by chance.
const LEAST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// The rows that make up the printed result of a failing sum, other than its children: one row of another parent, the
/// children with one of them replaced by such a row, or two rows of which one stands below the parent. `None` where
/// nothing does, or where several do.
pub(super) fn of_other_rows(
    table: &Table,
    law: &Law,
    value: &dyn Fn(Spot) -> Option<Decimal>,
    found: Decimal,
) -> Option<Vec<Spot>> {
    if found < LEAST {
        return None;
    }
    let column = law.result.column;
    let code = |spot: Spot| table.rows.get(spot.row).and_then(|row| row.code.as_ref());
    let own = code(law.result);
    // The rows above the parent, and a total, hold what it holds.
    let is_above = |spot: Spot| match (code(spot), own) {
        (Some(other), Some(own)) => own.is_below(other),
        _ => true,
    };
    let mut rows: BTreeMap<Decimal, Vec<Spot>> = BTreeMap::new();
    for row in 0..table.rows.len() {
        let spot = Spot { row, column };
        if let Some(amount) = value(spot).filter(|amount| *amount >= LEAST)
            && spot != law.result
            && !is_above(spot)
        {
            rows.entry(amount).or_default().push(spot);
        }
    }
    let with = |amount: Decimal| rows.get(&amount).map(Vec::as_slice).unwrap_or_default();
    let is_own = |spot: &Spot| law.terms.contains(spot);
    let others = |amount: Decimal| with(amount).iter().copied().filter(|spot| !is_own(spot));
    let level = |spot: &Spot| table.rows.get(spot.row).and_then(|row| row.level);
    let own_level = law.terms.first().and_then(level);
    let only = |mut found: Vec<Vec<Spot>>| {
        // A parent of one child has its amount: rows of the level that is added up are meant first.
        let is_of_level = |rows: &Vec<Spot>| rows.iter().all(|spot| level(spot) == own_level);
        if found.iter().any(is_of_level) {
            found.retain(is_of_level);
        }
        for rows in &mut found {
            rows.sort_unstable();
        }
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [one] => Some(one.clone()),
            _ => None,
        }
    };
    let whole: Vec<Vec<Spot>> = others(found).map(|spot| vec![spot]).collect();
    if !whole.is_empty() {
        return only(whole);
    }
    let expected = law.computed(value)?;
    let replaced = law.terms.iter().flat_map(|term| {
        let wanted = value(*term).and_then(|amount| found.checked_sub(expected.checked_sub(amount)?));
        let rest =
            move || law.terms.iter().copied().filter(move |other| other != term && value(*other).is_some());
        wanted.into_iter().flat_map(others).map(move |spot| rest().chain([spot]).collect())
    });
    let replaced: Vec<Vec<Spot>> = replaced.collect();
    if !replaced.is_empty() {
        return only(replaced);
    }
    let below = rows.values().flatten().copied().filter(|spot| match (code(*spot), own) {
        (Some(row), Some(own)) => row.is_below(own),
        _ => false,
    });
    let pairs = below.flat_map(|spot| {
        let rest = value(spot).and_then(|amount| found.checked_sub(amount)).filter(|rest| *rest >= LEAST);
        let second = rest.map(with).unwrap_or_default();
        second.iter().copied().filter(move |other| *other != spot).map(move |other| vec![spot, other])
    });
    only(pairs.collect())
}
