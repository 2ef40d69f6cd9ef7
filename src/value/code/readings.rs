//! Codes that the cells may be by grammar alone.

use std::collections::BTreeMap;

use crate::model::Kode;

use super::Printed;
use super::cell::Cell;

const SEPARATORS: (&str, u32) = ("code-separators", 1);
const SPLIT: (&str, u32) = ("split-code", 1);
const EATEN: (&str, u32) = ("code-read-as-date", 3);
const STRIPPED: (&str, u32) = ("code-as-number", 2);
const ROUNDED: (&str, u32) = ("code-as-number", 4);
/// Digits that stand in more cells than the code has parts, or in one without dots.
const REGROUPED: (&str, u32) = ("split-code", 6);
/// More ways than this are no help.
const MOST_WAYS: usize = 64;

/// Texts of parts with the dearest rule and the whole cost.
type Ways = Vec<(Vec<String>, u32, (&'static str, u32))>;

pub(super) fn of(printed: &Printed) -> Vec<(Kode, u32, &'static str)> {
    if let Some(code) = printed.clean() {
        return vec![(code, 0, "as-printed")];
    }
    let mut found: BTreeMap<Kode, (u32, &'static str)> = BTreeMap::new();
    let mut offer = |code: Kode, cost: u32, rule: &'static str| {
        let entry = found.entry(code).or_insert((cost, rule));
        if cost < entry.0 {
            *entry = (cost, rule);
        }
    };
    let blank_inside = printed.lane.cells.iter().any(Cell::is_empty);
    for (parts, cost, rule) in if blank_inside { Vec::new() } else { ways(&printed.lane.cells) } {
        for (code, more, padding) in padded(&parts) {
            let name = if padding.1 > rule.1 { padding.0 } else { rule.0 };
            offer(code, cost + more, name);
        }
    }
    if let Some(code) = regrouped(&printed.lane.cells) {
        offer(code, REGROUPED.1, REGROUPED.0);
    }
    // No government has the kewenangan 0.
    found.retain(|code, _| code.parts().nth(3) != Some("0"));
    let mut list: Vec<_> = found.into_iter().map(|(code, (cost, rule))| (code, cost, rule)).collect();
    list.sort_by_key(|(_, cost, _)| *cost);
    list
}

/// All combinations of what each cell may have been.
fn ways(cells: &[Cell]) -> Ways {
    let mut ways: Ways = vec![(Vec::new(), 0, ("split-code", 0))];
    for cell in cells {
        let mut longer = Vec::new();
        for (text, cost, rule) in spellings(cell) {
            for (parts, before, worst) in &ways {
                let mut parts = parts.clone();
                parts.extend(text.split('.').filter(|part| !part.is_empty()).map(str::to_owned));
                longer.push((parts, before + cost, if rule.1 > worst.1 { rule } else { *worst }));
            }
        }
        longer.truncate(MOST_WAYS);
        ways = longer;
    }
    ways
}

fn spellings(cell: &Cell) -> Vec<(String, u32, (&'static str, u32))> {
    if !cell.eaten.is_empty() {
        return cell.eaten.iter().map(|text| (text.clone(), EATEN.1, EATEN)).collect();
    }
    let dotted = cell.solid.starts_with('.') || cell.solid.ends_with('.');
    let rule = match (cell.rounded, cell.split) {
        (true, _) => STRIPPED,
        (false, true) => SPLIT,
        (false, false) if cell.comma || dotted => SEPARATORS,
        (false, false) => ("split-code", 0),
    };
    let cost = cell.wear() + u32::from(dotted);
    vec![(cell.solid.clone(), cost, rule)]
}

/// The parts with zeros put back where Excel took them: `1` for `01`, `2.1` for `2.01` or `2.10`, `201` for
/// `2.01`.
fn padded(parts: &[String]) -> Vec<(Kode, u32, (&'static str, u32))> {
    let mut ways: Vec<(Vec<String>, u32)> = vec![(Vec::new(), 0)];
    for part in parts {
        let mut longer = Vec::new();
        for (before, cost) in &ways {
            for (texts, more) in fitted(part, before.len()) {
                let mut after = before.clone();
                after.extend(texts);
                longer.push((after, cost + more));
            }
        }
        longer.truncate(MOST_WAYS);
        ways = longer;
    }
    let code = |(parts, cost): (Vec<String>, u32)| {
        let code = parts.join(".").parse().ok()?;
        Some((code, cost, if cost > 0 { STRIPPED } else { ("split-code", 0) }))
    };
    ways.into_iter().filter_map(code).collect()
}

/// What a part may be at a position, with the cost.
fn fitted(part: &str, position: usize) -> Vec<(Vec<String>, u32)> {
    let one = |text: String, cost: u32| (vec![text], cost);
    match (position, part.len()) {
        (1 | 2 | 5, 1) if part != "0" => vec![one(format!("0{part}"), STRIPPED.1)],
        (4, 1) if part != "0" => {
            vec![one(format!("0{part}"), STRIPPED.1), one(format!("{part}0"), ROUNDED.1)]
        }
        (3, 3) if part.is_ascii() => {
            let (level, kegiatan) = part.split_at(1);
            vec![(vec![level.to_owned(), kegiatan.to_owned()], STRIPPED.1)]
        }
        (5, 3) => vec![one(format!("0{part}"), STRIPPED.1)],
        _ => vec![one(part.to_owned(), 0)],
    }
}

/// The digits of all cells put together and cut by the grammar's lengths.
fn regrouped(cells: &[Cell]) -> Option<Kode> {
    let solid: String = cells.iter().map(|cell| cell.solid.replace('.', "")).collect();
    let lengths: &[usize] = match solid.len() {
        3 => &[1, 2],
        5 => &[1, 2, 2],
        8 => &[1, 2, 2, 1, 2],
        10 => &[1, 2, 2, 1, 2, 2],
        12 => &[1, 2, 2, 1, 2, 4],
        _ => return None,
    };
    let mut rest = solid.as_str();
    let mut parts = Vec::new();
    for length in lengths {
        parts.push(rest.get(..*length)?);
        rest = rest.get(*length..)?;
    }
    parts.join(".").parse().ok()
}
