//! What each office may plan for at most, by a list that somebody gives: what is above it, and what the list and the
//! plans do not say of each other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::parts::{MONEY, Part};
use super::{Conflict, Matter, Stated};
use crate::compare::tally::Tally;
use crate::model::{Place, indonesian, letters, sameness};

/// The most that an office may plan for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// The office as the list names it.
    pub office: String,
    /// The amount in full rupiah.
    pub amount: Decimal,
    /// Where the list says it.
    pub place: Place,
}

/// How alike the name of an office must be to another that may be meant.
const ALIKE: f64 = 0.6;

/// What an office plans for.
struct Planned<'a> {
    office: &'a str,
    files: Vec<&'a str>,
    tally: Tally,
}

/// Gives a conflict for each office whose plan is above its ceiling, or may be because amounts are open, for each plan
/// without a ceiling, and for each ceiling without a plan. Two names are one office's if their letters and digits are the
/// same; a name that is only alike is told beside, and never taken for it.
pub(super) fn against(parts: &[Part<'_>], ceilings: &[Ceiling]) -> Vec<Conflict> {
    if ceilings.is_empty() {
        return Vec::new();
    }
    let planned = planned(parts);
    let listed: BTreeMap<String, &Ceiling> =
        ceilings.iter().map(|ceiling| (letters(&ceiling.office), ceiling)).collect();
    let mut found = Vec::new();
    for (key, plan) in &planned {
        match listed.get(key) {
            Some(ceiling) => found.extend(above(plan, ceiling)),
            None => found.push(unlisted(plan, ceilings)),
        }
    }
    let silent = ceilings.iter().filter(|ceiling| !planned.contains_key(&letters(&ceiling.office)));
    found.extend(silent.map(|ceiling| unplanned(ceiling, &planned)));
    found
}

/// The pagu of every office over all files.
fn planned<'a>(parts: &'a [Part<'_>]) -> BTreeMap<String, Planned<'a>> {
    let mut planned: BTreeMap<String, Planned<'a>> = BTreeMap::new();
    for part in parts {
        for (row, amount) in part.all(MONEY[0]) {
            let office = part.office_of(row);
            let empty = || Planned { office, files: Vec::new(), tally: Tally::default() };
            let plan = planned.entry(letters(office)).or_insert_with(empty);
            plan.tally.add(amount);
            if plan.files.last() != Some(&part.file) {
                plan.files.push(part.file);
            }
        }
    }
    planned
}

fn above(plan: &Planned<'_>, ceiling: &Ceiling) -> Option<Conflict> {
    let sum = plan.tally.sum.unwrap_or_default();
    let shown = |number| indonesian(number, None, true);
    let over = sum.checked_sub(ceiling.amount).filter(|over| over.is_sign_positive() && !over.is_zero());
    let Some(over) = over else {
        let unsure = || {
            let text = format!("{} + ?", shown(sum));
            conflict(Matter::CeilingUnsure, plan.office, vec![of_plan(plan, text), of_list(ceiling)])
        };
        return (plan.tally.lacking > 0).then(unsure);
    };
    let text = format!("{} > {} (+{})", shown(sum), shown(ceiling.amount), shown(over));
    Some(conflict(Matter::AboveCeiling, plan.office, vec![of_plan(plan, text), of_list(ceiling)]))
}

fn unlisted(plan: &Planned<'_>, ceilings: &[Ceiling]) -> Conflict {
    let names = ceilings.iter().map(|ceiling| ceiling.office.as_str());
    let text = alike(plan.office, names).unwrap_or_default();
    conflict(Matter::NoCeiling, plan.office, vec![of_plan(plan, text)])
}

fn unplanned(ceiling: &Ceiling, planned: &BTreeMap<String, Planned<'_>>) -> Conflict {
    let mut stated = of_list(ceiling);
    if let Some(alike) = alike(&ceiling.office, planned.values().map(|plan| plan.office)) {
        stated.text = format!("{} ({alike})", stated.text);
    }
    conflict(Matter::NoPlan, &ceiling.office, vec![stated])
}

/// The names that may be meant, the most alike first.
fn alike<'a>(office: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let own = letters(office);
    let mut names: Vec<(f64, &str)> = names
        .map(|name| (sameness(&own, &letters(name)), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    names.sort_by(|left, right| right.0.total_cmp(&left.0));
    let names: Vec<&str> = names.into_iter().take(3).map(|(_, name)| name).collect();
    (!names.is_empty()).then(|| format!("≈ {}", names.join(", ")))
}

fn of_plan(plan: &Planned<'_>, text: String) -> Stated {
    Stated {
        file: plan.files.join(", "),
        office: plan.office.to_owned(),
        place: None,
        text,
        pagu: plan.tally.sum,
        row: None,
    }
}

fn of_list(ceiling: &Ceiling) -> Stated {
    Stated {
        file: ceiling.place.sheet.to_string(),
        office: ceiling.office.clone(),
        place: Some(ceiling.place.clone()),
        text: indonesian(ceiling.amount, None, true),
        pagu: Some(ceiling.amount),
        row: None,
    }
}

fn conflict(matter: Matter, office: &str, stated: Vec<Stated>) -> Conflict {
    Conflict { matter, code: None, name: office.to_owned(), stated }
}
