//! A file of decisions: the audit workbook with `tolak` or an answer in its column `Keputusan`, or JSON.

mod sheet;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use sheet::from_sheet;

use crate::locate::made_decisions;
use crate::model::{Decision, Workbook};
use crate::read::{self, Limits, ReadError};
use crate::write;

/// What a person writes beside a repair that is not wanted, in either language.
const REFUSALS: [&str; 5] = ["tolak", "ditolak", "reject", "refuse", "refused"];
/// What a person writes beside a repair that is welcome: nothing follows from it.
const CONSENTS: [&str; 8] = ["terima", "diterima", "setuju", "ya", "ok", "accept", "accepted", "yes"];
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

    /// The same decisions with these repairs found right.
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

    /// The same of its bytes; there may be no decision in it.
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
    /// about is named by `id` (`P-…` a repair, `T-…` a question), or else a repair by `sources` (or `source`),
    /// `before` and `after`, a question by `source` and `rule`. Entries without a `keputusan` are no decisions.
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
    Decision(Decision),
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
                Meant::Decision(decision) => decisions.all.push(decision),
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
    before: String,
    after: String,
    word: String,
    question: bool,
}

impl Written {
    fn meant(self) -> Result<Meant, NoDecisions> {
        let Self { id, sources, rule, before, after, word, question } = self;
        let plain = word.trim().to_lowercase();
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
        Ok(Meant::Decision(if question {
            Decision::Choose { id, source: sources, rule, value: word }
        } else {
            Decision::Refuse { id, sources, before, after }
        }))
    }
}

fn from_entry(entry: &Value) -> Result<Meant, NoDecisions> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let Some(word) = text("keputusan").or_else(|| text("decision")).filter(|word| !word.trim().is_empty())
    else {
        return Ok(Meant::Nothing);
    };
    let list = entry
        .get("sources")
        .and_then(Value::as_array)
        .map(|list| list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    let sources = list.or_else(|| text("sources")).or_else(|| text("source"));
    let id = text("id").unwrap_or_default();
    let texts = text("before").zip(text("after"));
    let question = match (&texts, text("rule")) {
        _ if id.starts_with("P-") => false,
        _ if id.starts_with("T-") => true,
        (Some(_), _) if sources.is_some() => false,
        (None, Some(_)) if sources.is_some() => true,
        _ => return Err(NoDecisions::Nameless(entry.to_string())),
    };
    let (before, after) = texts.unwrap_or_default();
    let (sources, rule) = (sources.unwrap_or_default(), text("rule").unwrap_or_default());
    Written { id, sources, rule, before, after, word, question }.meant()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_enough_and_a_word_that_is_no_decision_is_told() {
        let read = |entry: &str| Decisions::from_json(&format!("{{\"decisions\": [{entry}]}}"));
        let one = read(r#"{"id": "P-0123456789", "keputusan": "Tolak "}"#).unwrap();
        assert!(matches!(one.all(), [Decision::Refuse { id, .. }] if id == "P-0123456789"));
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
