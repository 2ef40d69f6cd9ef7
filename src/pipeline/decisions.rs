//! A file of decisions: the audit workbook with `tolak` or an answer in its column `Keputusan`, or JSON.

mod sheet;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use sheet::from_sheet;

use crate::locate::made_decisions;
use crate::model::{Decision, Verdict, Whereabouts, Workbook};
use crate::read::{self, Limits, ReadError};
use crate::write;

/// What a person writes beside a repair that is not wanted, in either language.
const REFUSALS: [&str; 5] = ["tolak", "ditolak", "reject", "refuse", "refused"];
/// What a person writes beside a repair that is welcome: nothing follows from it.
const CONSENTS: [&str; 8] = ["terima", "diterima", "setuju", "ya", "ok", "accept", "accepted", "yes"];
/// What a person writes beside a question whose answer is that it is meant as it stands.
const STAYS: [&str; 10] = [
    STAY,
    "biarkan, memang begitu",
    "memang begitu",
    "biarkan saja",
    "tetap",
    "leave",
    "leave it",
    "leave as is",
    "keep",
    "keep as is",
];
/// The word of that in a file of our own.
const STAY: &str = "biarkan";
/// The word of a consent in a file of our own.
const CONSENT: &str = "terima";

/// The decisions of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    all: Vec<Decision>,
    consents: BTreeSet<String>,
}

/// Why a file of decisions is none.
#[derive(Debug, thiserror::Error)]
pub enum NoDecisions {
    /// It cannot be read.
    #[error("the decisions cannot be read")]
    Read(#[from] ReadError),
    /// It is no JSON.
    #[error("the decisions are no JSON")]
    Json(#[from] serde_json::Error),
    /// A word beside a repair that says neither yes nor no, or a refusal beside a question, which needs an answer.
    #[error("{word:?} beside {place} is no decision")]
    Unclear {
        /// The cell or the id that it is about.
        place: String,
        /// What was written.
        word: String,
        /// Whether it stands beside a question.
        question: bool,
    },
    /// A decision that does not say what it is about.
    #[error("a decision names nothing: {0}")]
    Nameless(String),
    /// There is none in it.
    #[error("no decision is in it")]
    Empty,
}

impl Decisions {
    /// Decisions in the order in which they are followed.
    #[must_use]
    pub fn new(decisions: Vec<Decision>) -> Self {
        Self { all: decisions, consents: BTreeSet::new() }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Decision] {
        &self.all
    }

    /// The ids of the repairs that a person looked at and found right: nothing follows from it.
    #[must_use]
    pub const fn consents(&self) -> &BTreeSet<String> {
        &self.consents
    }

    /// These decisions, with the repairs of these ids found right in place of those that were.
    #[must_use]
    pub fn with_consents(&self, consents: BTreeSet<String>) -> Self {
        Self { all: self.all.clone(), consents }
    }

    /// Reads a file of decisions, a workbook or JSON by its content.
    ///
    /// # Errors
    /// If it cannot be read or holds no decision.
    pub fn from_path(path: &Path, limits: &Limits) -> Result<Self, NoDecisions> {
        let bytes = read::bytes_of(path, limits)?;
        let decisions = Self::from_bytes(&read::name_of(path), &bytes, limits)?;
        if decisions.all.is_empty() { Err(NoDecisions::Empty) } else { Ok(decisions) }
    }

    /// The decisions that the bytes of a workbook or of a JSON file hold; none, if nothing is decided there.
    ///
    /// # Errors
    /// If it is neither a workbook nor JSON, or an entry says nothing that can be followed.
    pub fn from_bytes(name: &str, bytes: &[u8], limits: &Limits) -> Result<Self, NoDecisions> {
        let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
        if is_json {
            Self::from_json(&String::from_utf8_lossy(bytes))
        } else {
            Self::from_workbook(&read::from_bytes(name, bytes, limits)?)
        }
    }

    /// `{"decisions": […]}`, or the model with a `keputusan` beside its `repairs` and `findings`. What an entry is
    /// about is named by `id` (`P-…` a repair, `T-…` a question), or by `at` and `before`, where it was made about an
    /// earlier version of the file; or else a repair by `sources` (or `source`), `before` and `after`, a question by
    /// `source` and `rule`. Entries without a `keputusan` are no decisions.
    ///
    /// # Errors
    /// If the text is no JSON, or an entry says nothing that can be followed.
    pub fn from_json(text: &str) -> Result<Self, NoDecisions> {
        let value: Value = serde_json::from_str(text)?;
        let lists = ["decisions", "repairs", "findings"];
        let entries = lists.iter().filter_map(|list| value.get(list)?.as_array()).flatten();
        entries.map(from_entry).collect()
    }

    /// The decisions as JSON that [`Decisions::from_json`] reads.
    #[must_use]
    pub fn to_json(&self) -> String {
        let consent = |id: &String| serde_json::json!({"id": id, "keputusan": CONSENT});
        let consents = self.consents.iter().map(consent);
        let entries: Vec<Value> = self.all.iter().map(write::json::decision).chain(consents).collect();
        format!("{:#}\n", serde_json::json!({ "decisions": entries }))
    }

    /// What stands in the columns of decisions of a workbook, after the decisions that it was made with.
    ///
    /// # Errors
    /// If a word there is no decision.
    pub fn from_workbook(workbook: &Workbook) -> Result<Self, NoDecisions> {
        let mut all = Vec::new();
        for made in made_decisions(workbook).iter().filter(|made| !made.is_empty()) {
            all.push(from_entry(&serde_json::from_str(made)?)?);
        }
        for sheet in &workbook.sheets {
            all.extend(from_sheet(sheet)?);
        }
        Ok(all.into_iter().collect())
    }
}

/// What a word beside a repair or a question means.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    Nothing,
    /// The repair of this id is right.
    Consent(String),
    Decision(Box<Decision>),
}

impl FromIterator<Meant> for Decisions {
    fn from_iter<I: IntoIterator<Item = Meant>>(all: I) -> Self {
        let mut decisions = Self::default();
        for meant in all {
            match meant {
                Meant::Nothing => {}
                Meant::Consent(id) => {
                    decisions.consents.insert(id);
                }
                Meant::Decision(decision) => decisions.all.push(*decision),
            }
        }
        decisions
    }
}

/// What a person wrote, and beside what.
#[derive(Default)]
struct Written {
    id: String,
    sources: String,
    rule: String,
    before: Option<String>,
    after: String,
    at: Option<Whereabouts>,
    word: String,
    question: bool,
}

impl Written {
    fn meant(self) -> Result<Meant, NoDecisions> {
        let Self { id, sources, rule, before, after, at, word, question } = self;
        let plain = word.trim().trim_end_matches('.').to_lowercase();
        let refusal = REFUSALS.contains(&plain.as_str());
        if plain.is_empty() {
            return Ok(Meant::Nothing);
        }
        if !question && CONSENTS.contains(&plain.as_str()) {
            return Ok(if id.is_empty() { Meant::Nothing } else { Meant::Consent(id) });
        }
        if refusal == question {
            let place = if sources.is_empty() { id } else { sources };
            return Err(NoDecisions::Unclear { place, word, question });
        }
        let verdict = match question {
            false => Verdict::Refuse,
            true if STAYS.contains(&plain.as_str()) => Verdict::Stay,
            true => Verdict::Choose(word),
        };
        Ok(Meant::Decision(Box::new(Decision { verdict, id, sources, rule, before, after, at })))
    }
}

fn from_entry(entry: &Value) -> Result<Meant, NoDecisions> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let stays = entry.get("stays").and_then(Value::as_bool).unwrap_or_default();
    let said = entry.get("keputusan").or_else(|| entry.get("decision"));
    // A number that somebody wrote without quotes is one all the same.
    let said = said.map(|said| said.as_str().map_or_else(|| said.to_string(), str::to_owned));
    let word = if stays { Some(STAY.to_owned()) } else { said.filter(|word| word != "null") };
    let Some(word) = word.filter(|word| !word.trim().is_empty()) else {
        return Ok(Meant::Nothing);
    };
    let list = entry
        .get("sources")
        .and_then(Value::as_array)
        .map(|list| list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    let sources = list.or_else(|| text("sources")).or_else(|| text("source"));
    let id = text("id").unwrap_or_default();
    let (before, after, at) = (text("before"), text("after"), entry.get("at").and_then(whereabouts));
    let placed = sources.is_some() || at.is_some();
    let question = match (before.is_some() && after.is_some(), text("rule")) {
        _ if id.starts_with("P-") => false,
        _ if id.starts_with("T-") => true,
        (true, _) if placed => false,
        (false, Some(_)) if placed => true,
        _ => return Err(NoDecisions::Nameless(entry.to_string())),
    };
    let (sources, rule) = (sources.unwrap_or_default(), text("rule").unwrap_or_default());
    Written { id, sources, rule, before, after: after.unwrap_or_default(), at, word, question }.meant()
}

fn whereabouts(at: &Value) -> Option<Whereabouts> {
    let text = |key: &str| at.get(key).and_then(Value::as_str).map(str::to_owned);
    let row = at.get("row").and_then(Value::as_u64).and_then(|row| usize::try_from(row).ok());
    Some(Whereabouts {
        table: text("table")?,
        row,
        column: text("column").unwrap_or_default(),
        code: text("code"),
        name: text("name"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_enough_and_a_word_that_is_no_decision_is_told() {
        let read = |entry: &str| Decisions::from_json(&format!("{{\"decisions\": [{entry}]}}"));
        let one = read(r#"{"id": "P-0123456789", "keputusan": "Tolak "}"#).unwrap();
        assert!(matches!(one.all(), [Decision { verdict: Verdict::Refuse, id, .. }] if id == "P-0123456789"));
        let stays = read(r#"{"id": "T-0123456789", "keputusan": "Biarkan, memang begitu"}"#).unwrap();
        assert!(matches!(stays.all(), [Decision { verdict: Verdict::Stay, .. }]));
        let bare = read(r#"{"id": "T-0123456789", "keputusan": 2023}"#).unwrap();
        assert!(matches!(bare.all(), [Decision { verdict: Verdict::Choose(year), .. }] if year == "2023"));
        let none = [r#"{"id": "P-0123456789", "keputusan": "setuju"}"#, r#"{"id": "P-0123456789"}"#];
        assert!(none.iter().all(|entry| read(entry).unwrap().all().is_empty()));
        for entry in [
            r#"{"id": "P-0123456789", "keputusan": "mungkin"}"#,
            r#"{"id": "T-0123456789", "keputusan": "tolak"}"#,
        ] {
            assert!(matches!(read(entry), Err(NoDecisions::Unclear { .. })), "{entry}");
        }
        assert!(matches!(read(r#"{"keputusan": "tolak"}"#), Err(NoDecisions::Nameless(_))));
        assert!(matches!(read("{"), Err(NoDecisions::Json(_))));
    }
}
