//! The sheets of a batch's report that gather what has one cause: a sheet a rule, with every office that meets it.

use std::collections::BTreeSet;

use rust_xlsxwriter::Worksheet;

use super::listing::{Entry, Listing};
use crate::model::Language;
use crate::rules::rule;
use crate::write::WriteError;
use crate::write::league::{Readiness, SharedCause, Standing};

/// The longest name that a sheet may have.
const LONGEST: usize = 31;
/// Names that other sheets of the report have.
const TAKEN: [&str; 4] = ["laporan", "sebab", "causes", "history"];

/// What cannot be read, then one sheet a rule, in the order of the shared causes, then what was left alone.
pub(super) fn worksheets(
    standings: &[Standing],
    shared: &[SharedCause],
    language: Language,
) -> Result<Vec<Worksheet>, WriteError> {
    let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
    let mut sheets = Vec::new();
    let unreadable = |standing: &&Standing| matches!(standing.readiness, Readiness::Unreadable(_));
    let what = match language {
        Language::Indonesian => ["Tidak terbaca", "Berkas", "Alasan dan yang harus dilakukan"],
        Language::English => ["Unreadable", "File", "Reason and what to do"],
    };
    sheets.extend(without_result(standings, &unreadable, what, &mut taken)?);
    let mut rules: Vec<&str> = Vec::new();
    for cause in shared {
        if !rules.contains(&cause.rule.as_str()) {
            rules.push(&cause.rule);
        }
    }
    for id in rules {
        sheets.push(of_rule(id, standings, language, &mut taken)?);
    }
    let skipped = |standing: &&Standing| matches!(standing.readiness, Readiness::Skipped(_));
    let what = match language {
        Language::Indonesian => ["Dilewati", "Berkas", "Alasan"],
        Language::English => ["Skipped", "File", "Reason"],
    };
    sheets.extend(without_result(standings, &skipped, what, &mut taken)?);
    Ok(sheets)
}

fn of_rule(
    id: &str,
    standings: &[Standing],
    language: Language,
    taken: &mut BTreeSet<String>,
) -> Result<Worksheet, WriteError> {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let headings = [
        (say("Berkas", "File"), 42.0),
        (say("Perangkat Daerah", "Office"), 34.0),
        (say("Kali", "Times"), 9.0),
        (say("Berapa kali, di mana, apa yang harus dilakukan", "How often, where, what to do"), 90.0),
    ];
    let name = rule(id).map_or(id, |rule| rule.name.within(language));
    let why = rule(id).map_or("", |rule| rule.matters.within(language));
    let sheet = sheet_name(name, id, taken);
    let mut listing = Listing::new(&sheet, &format!("{name}. {why}"), &headings)?;
    for standing in standings {
        for cause in standing.causes.iter().filter(|cause| cause.rule == id) {
            listing.add(&[
                Entry::Text(standing.file.clone()),
                Entry::Text(standing.office.clone().unwrap_or_default()),
                Entry::Text(cause.count.to_string()),
                Entry::Text(cause.told.clone()),
            ])?;
        }
    }
    listing.finish("", &sheet)
}

/// Files without a result and why; `None` if there are none.
fn without_result(
    standings: &[Standing],
    which: &dyn Fn(&&Standing) -> bool,
    [name, file, reason]: [&str; 3],
    taken: &mut BTreeSet<String>,
) -> Result<Option<Worksheet>, WriteError> {
    let mut chosen = standings.iter().filter(which).peekable();
    if chosen.peek().is_none() {
        return Ok(None);
    }
    let sheet = sheet_name(name, name, taken);
    let mut listing = Listing::new(&sheet, name, &[(file, 60.0), (reason, 110.0)])?;
    for standing in chosen {
        let why = standing.readiness.reason().unwrap_or_default();
        listing.add(&[Entry::Text(standing.file.clone()), Entry::Text(why.to_owned())])?;
    }
    listing.finish("", &sheet).map(Some)
}

/// A name that a sheet may have and none has yet: the rule's own, else its id, which always may.
fn sheet_name(name: &str, id: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = name.chars().count() <= LONGEST
        && !name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        && !name.starts_with('\'')
        && !name.ends_with('\'')
        && !taken.contains(&name.to_lowercase());
    let chosen = if allowed { name.to_owned() } else { id.chars().take(LONGEST).collect() };
    taken.insert(chosen.to_lowercase());
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RULES;

    #[test]
    fn every_rule_can_have_a_sheet() {
        for language in [Language::Indonesian, Language::English] {
            let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
            for rule in &RULES {
                let before = taken.len();
                let name = sheet_name(rule.name.within(language), rule.id.as_str(), &mut taken);
                assert!(Worksheet::new().set_name(&name).is_ok(), "{name}");
                assert_eq!(taken.len(), before + 1, "{name} is there twice");
            }
        }
    }
}
