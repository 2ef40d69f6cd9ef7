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

/// One sheet a rule, in the order of the shared causes, and one of the files that cannot be read.
pub(super) fn worksheets(
    standings: &[Standing],
    shared: &[SharedCause],
    language: Language,
) -> Result<Vec<Worksheet>, WriteError> {
    let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
    let mut sheets = Vec::new();
    sheets.extend(unreadable(standings, language, &mut taken)?);
    let mut rules: Vec<&str> = Vec::new();
    for cause in shared {
        if !rules.contains(&cause.rule.as_str()) {
            rules.push(&cause.rule);
        }
    }
    for id in rules {
        sheets.push(of_rule(id, standings, language, &mut taken)?);
    }
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

/// The files without a result and why; `None` if there are none.
fn unreadable(
    standings: &[Standing],
    language: Language,
    taken: &mut BTreeSet<String>,
) -> Result<Option<Worksheet>, WriteError> {
    let reason = |standing: &Standing| match &standing.readiness {
        Readiness::Unreadable(reason) => Some((standing.file.clone(), reason.clone())),
        _ => None,
    };
    let files: Vec<(String, String)> = standings.iter().filter_map(reason).collect();
    if files.is_empty() {
        return Ok(None);
    }
    let (name, headings) = match language {
        Language::Indonesian => ("Tidak terbaca", [("Berkas", 60.0), ("Alasan", 110.0)]),
        Language::English => ("Unreadable", [("File", 60.0), ("Reason", 110.0)]),
    };
    let sheet = sheet_name(name, "unreadable", taken);
    let mut listing = Listing::new(&sheet, name, &headings)?;
    for (file, reason) in files {
        listing.add(&[Entry::Text(file), Entry::Text(reason)])?;
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
                let name = sheet_name(rule.name.within(language), rule.id, &mut taken);
                assert!(Worksheet::new().set_name(&name).is_ok(), "{name}");
                assert_eq!(taken.len(), before + 1, "{name} is there twice");
            }
        }
    }
}
