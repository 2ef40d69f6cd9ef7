//! A person's decisions followed. Each is an input of solving: the document is solved again with all of them as given,
//! and a decision about what only then is asked or repaired is met in the next round, until nothing changes.

mod place;
mod stated;
mod target;

use std::collections::BTreeMap;

use serde_json::Value;

use super::decisions::Decisions;
use super::solved::Solved;
use crate::check::check;
use crate::codification::edition_named;
use crate::model::{
    Cause, Column, Decided, Decision, Document, Edition, Finding, Kode, NoSuchCell, Repair, Said, Severity,
    Subject, Verdict,
};
use crate::rules::unfollowed_decision;
use crate::solve::{Pin, Solution, accepted, unit_named};

pub(super) use stated::stated;
pub use target::shown_sources;

/// Why a decision is not followed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undecided {
    /// No repair, or no question, is what the decision is about: the input is another one, or changed since.
    #[error("the decision about {place} ({text:?}) meets nothing")]
    Unmet {
        /// The cell that the decision names.
        place: String,
        /// The text or the rule it speaks of.
        text: String,
    },
    /// The cell says something else than when it was decided.
    #[error("{place} says {now:?}, and the decision was made on {before:?}")]
    Changed {
        /// The cell that the decision names.
        place: String,
        /// What it was made on.
        before: String,
        /// What the cell says.
        now: String,
    },
    /// More than one repair or question is like that.
    #[error("the decision about {0} meets several")]
    Several(String),
    /// The answer is nothing that the column accepts.
    #[error("{value:?} cannot stand in {place}")]
    Unfit {
        /// The cell that the decision names.
        place: String,
        /// The answer.
        value: String,
    },
    /// It is about something that no value answers.
    #[error("the question about {0} is answered by no value")]
    Unanswerable(String),
    /// A fault of this program.
    #[error(transparent)]
    Fault(#[from] NoSuchCell),
}

impl Undecided {
    /// Its cause among those of decisions that are not followed.
    const fn cause(&self) -> Cause {
        match self {
            Self::Unmet { .. } | Self::Fault(_) => unfollowed_decision::MEETS_NOTHING,
            Self::Changed { .. } => unfollowed_decision::CHANGED,
            Self::Several(_) => unfollowed_decision::MEETS_SEVERAL,
            Self::Unfit { .. } => unfollowed_decision::UNFIT,
            Self::Unanswerable(_) => unfollowed_decision::UNANSWERABLE,
        }
    }

    /// Whether another round may meet it.
    const fn may_come(&self) -> bool {
        matches!(self, Self::Unmet { .. } | Self::Changed { .. })
    }
}

/// What came of a person's decisions.
pub(super) struct Followed {
    /// The document with those that could be followed.
    pub(super) document: Document,
    /// The others, each with the reason.
    pub(super) left: Vec<(Decision, Undecided)>,
    /// Whether any was followed.
    pub(super) any: bool,
}

/// Follows decisions on a solved workbook. Rounds say only when a decision is met; of several about one cell the last
/// one that was made counts.
///
/// # Errors
/// Only by a fault of this program.
pub(super) fn follow(solved: &Solved, decisions: &Decisions) -> Result<Followed, NoSuchCell> {
    let mut met: BTreeMap<usize, Pin> = BTreeMap::new();
    let mut current: Option<Solution> = None;
    let mut waiting: Vec<(usize, &Decision)> = decisions.all().iter().enumerate().collect();
    let mut left: BTreeMap<usize, Undecided> = BTreeMap::new();
    while !waiting.is_empty() {
        let Solution { document, origins } = current.as_ref().unwrap_or_else(|| solved.first());
        let asked = check(document, solved.regions());
        let ids = document.repair_ids();
        let named: Vec<(&str, &Repair)> = ids.iter().map(String::as_str).zip(document.repairs()).collect();
        let scene = target::Scene { document, named, asked: &asked };
        let before = met.len();
        let mut later = Vec::new();
        for (index, decision) in waiting {
            match scene.meet(decision) {
                Ok(decided) => {
                    left.remove(&index);
                    met.insert(index, stated::pin(decided, origins));
                }
                Err(why) => {
                    if why.may_come() {
                        later.push((index, decision));
                    }
                    left.insert(index, why);
                }
            }
        }
        if met.len() == before {
            break;
        }
        current = Some(solved.again(&in_force(solved.stated(), met.values()))?);
        waiting = later;
    }
    let document = current.map_or_else(|| solved.first().document.clone(), |solution| solution.document);
    let left = left.into_iter().filter_map(|(index, why)| Some((decisions.all().get(index)?.clone(), why)));
    Ok(Followed { document, left: left.collect(), any: !met.is_empty() })
}

/// The decisions that hold, of those that a workbook states and those made on it, in the order in which they were made.
fn in_force<'a>(stated: &[Pin], made: impl Iterator<Item = &'a Pin>) -> Vec<Pin> {
    let mut pins = stated.to_vec();
    for pin in made {
        add(&mut pins, pin.clone());
    }
    pins
}

/// Adds a decision to those before it. Of several about one cell the last one counts, but that something is meant so
/// may be said beside a value, and of several rules. What stood in the cell is what stood there before the first of
/// them; what stays beside a value is that value. Neither depends on the round in which a decision was met.
fn add(pins: &mut Vec<Pin>, mut pin: Pin) {
    let same_place = |other: &Pin| {
        other.origin == pin.origin
            && other.decided.table == pin.decided.table
            && other.decided.column == pin.decided.column
            && other.decided.about == pin.decided.about
    };
    let same_rule = |other: &Pin| other.decided.rule == pin.decided.rule;
    let is_replaced = |other: &Pin| {
        let replaced = match (&pin.decided.verdict, &other.decided.verdict) {
            _ if pin.origin.is_none() => same_rule(other) && other.decided.before == pin.decided.before,
            (Verdict::Stay, Verdict::Stay) => same_rule(other),
            (Verdict::Stay, Verdict::Choose(_)) => false,
            _ => true,
        };
        same_place(other) && replaced
    };
    let is_value = |other: &&Pin| matches!(other.decided.verdict, Verdict::Choose(_)) && same_place(other);
    let before = match &pin.decided.verdict {
        Verdict::Stay => pins.iter().find(is_value).map(|value| value.decided.text().to_owned()),
        Verdict::Choose(_) => {
            pins.iter().find(|other| is_replaced(other)).map(|first| first.decided.before.clone())
        }
        Verdict::Refuse => None,
    };
    pins.retain(|other| !is_replaced(other));
    if let Some(before) = before.filter(|_| pin.origin.is_some()) {
        if let Some(made) = pin.decided.made.as_mut() {
            made.before = Some(before.clone());
        }
        pin.decided.before = before;
    }
    pins.push(pin);
}

/// The answer to a finding, as it will stand: in the typography of its column, or in the word of the model.
fn answer(document: &Document, finding: &Finding, value: &str) -> Option<String> {
    let clean: String =
        value.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let value = clean.trim();
    if let (Some(about), false) = (finding.about, value.is_empty()) {
        let fits = match about {
            Subject::Unit => unit_named(value).is_some(),
            Subject::Edition => edition_named(value).is_some(),
            Subject::Year => value.parse::<u16>().is_ok(),
            // One year for each column whose header contradicts the plan year.
            Subject::ColumnYear => {
                let asked = finding.found.as_deref().map_or(0, |found| found.split(',').count());
                value.split(',').count() == asked
                    && value.split(',').all(|year| year.trim().parse::<u16>().is_ok())
            }
            Subject::Region | Subject::Opd => true,
        };
        return fits.then(|| value.to_owned());
    }
    let column = finding.column?;
    if column == "kode" {
        if document.about.codification.is_some_and(Edition::is_legacy) {
            // How many parts such a code has for its office, the table tells.
            let is_code = value.contains('.') && value.chars().all(|c| c.is_ascii_digit() || c == '.');
            return is_code.then(|| value.to_owned());
        }
        return Kode::of(value).map(|code| code.to_string());
    }
    let declared: &Column = document
        .tables
        .get(finding.table?)
        .and_then(|table| table.columns.iter().copied().find(|declared| declared.id == column))?;
    accepted(declared, value).map(|(text, _)| text)
}

/// A note about a decision that was not followed.
pub(super) fn told(decision: &Decision, why: &Undecided) -> Finding {
    let message = why.said();
    Finding {
        severity: Severity::Note,
        message: Said::new(capital(&message.indonesian), capital(&message.english)),
        found: decision.before.clone(),
        ..Finding::of(why.cause())
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// What a person decided in a document, as an entry that is read again.
pub(super) fn made(decided: &Decided, document: &Document, decision: &Decision) -> Decision {
    let mut made = decision.clone();
    made.verdict = decided.verdict.clone();
    decided.rule.as_str().clone_into(&mut made.rule);
    made.before = Some(decided.before.clone());
    if made.sources.is_empty() {
        made.sources = decided.source.as_ref().map(ToString::to_string).unwrap_or_default();
    }
    if decided.verdict == Verdict::Refuse {
        made.after.clone_from(&decided.after);
    }
    made.at = Some(place::whereabouts(document, decided.table, decided.row, &decided.column));
    made
}

/// A text of a JSON object.
fn text_of(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
