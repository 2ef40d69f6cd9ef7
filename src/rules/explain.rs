//! The rules in words: for the terminal, and as a document.

use std::fmt::Write as _;

use super::rule::{Expected, Rule};
use super::{RULES, id_named, rule};
use crate::model::{Language, RuleId, Said, sameness};

/// A rule was asked for that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said())]
pub struct NoSuchRule {
    /// What was asked for.
    pub asked: String,
    /// The rule that was perhaps meant.
    pub nearest: Option<RuleId>,
}

impl NoSuchRule {
    fn new(asked: &str) -> Self {
        let likeness = |rule: &&&Rule| sameness(rule.id.as_str(), asked);
        let nearest = RULES
            .iter()
            .filter(|rule| likeness(rule) >= 0.5)
            .max_by(|left, right| likeness(left).total_cmp(&likeness(right)));
        Self { asked: asked.to_owned(), nearest: nearest.map(|rule| rule.id) }
    }

    /// What to say to the person who asked.
    #[must_use]
    pub fn said(&self) -> Said {
        let asked = &self.asked;
        match self.nearest {
            Some(nearest) => Said::new(
                format!("Tidak ada aturan “{asked}”. Maksudnya “{nearest}”?"),
                format!("There is no rule “{asked}”. Is “{nearest}” meant?"),
            ),
            None => Said::new(
                format!("Tidak ada aturan “{asked}”. `rapikan explain` menyebut semuanya."),
                format!("There is no rule “{asked}”. `rapikan explain` lists them all."),
            ),
        }
    }
}

/// All rules, one per line; or one rule in full, by its id in any case, or by its name in either language. Ends with a line break.
///
/// # Errors
/// If there is no such rule.
pub fn explain(id: Option<&str>, language: Language) -> Result<String, NoSuchRule> {
    let Some(asked) = id else { return Ok(list(language)) };
    let wanted = asked.trim().to_lowercase().replace([' ', '_'], "-");
    rule(id_named(asked).map_or(wanted.as_str(), |id| id.as_str()))
        .map(|rule| whole(rule, language))
        .ok_or_else(|| NoSuchRule::new(asked))
}

/// All rules as a Markdown document.
#[must_use]
pub fn documentation(language: Language) -> String {
    let (title, made) = match language {
        Language::Indonesian => (
            "Aturan rapikan",
            "Dibuat dari `src/rules/`; contoh-contohnya dijalankan oleh `tests/it/rules.rs`. Jangan disunting di sini.",
        ),
        Language::English => (
            "The rules of rapikan",
            "Made from `src/rules/`; its examples are run by `tests/it/rules.rs`. Not to be edited here.",
        ),
    };
    let mut text = format!("# {title}\n\n{made}\n\n");
    let (id, name, outcome) = match language {
        Language::Indonesian => ("aturan", "cacat", "hasil"),
        Language::English => ("rule", "defect", "outcome"),
    };
    let _ = writeln!(text, "| {id} | {name} | {outcome} |\n|---|---|---|");
    for rule in RULES {
        let (id, name) = (rule.id, rule.name.within(language));
        let _ = writeln!(text, "| [`{id}`](#{id}) | {name} | {} |", outcome_name(rule, language));
    }
    for rule in RULES {
        let _ = writeln!(
            text,
            "\n## {}\n\n**{}.** {}\n",
            rule.id,
            rule.name.within(language),
            rule.sees.within(language)
        );
        for (label, sentence) in parts(rule, language) {
            let _ = writeln!(text, "- *{label}:* {sentence}");
        }
        for line in examples(rule, language) {
            let _ = writeln!(text, "- {line}");
        }
    }
    text
}

fn list(language: Language) -> String {
    let width = RULES.iter().map(|rule| rule.id.as_str().len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in RULES {
        let (id, outcome) = (rule.id, outcome_name(rule, language));
        let _ = writeln!(text, "{id:width$}  {outcome:19}  {}", rule.name.within(language));
    }
    text
}

fn whole(rule: &Rule, language: Language) -> String {
    let name = rule.name.within(language);
    let mut text = format!("{}: {name} ({})\n\n", rule.id, outcome_name(rule, language));
    let _ = writeln!(text, "{}\n", rule.sees.within(language));
    for (label, sentence) in parts(rule, language) {
        let _ = writeln!(text, "{label}: {sentence}");
    }
    text.push('\n');
    for line in examples(rule, language) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

fn outcome_name(rule: &Rule, language: Language) -> &'static str {
    match (rule.outcome.repairs(), rule.outcome.reports(), language) {
        (true, true, Language::Indonesian) => "perbaikan/temuan",
        (true, true, Language::English) => "repair or finding",
        (true, false, Language::Indonesian) => "perbaikan",
        (true, false, Language::English) => "repair",
        (false, _, Language::Indonesian) => "temuan",
        (false, _, Language::English) => "finding",
    }
}

fn parts(rule: &Rule, language: Language) -> [(&'static str, &'static str); 3] {
    let [matters, proof, advice] = match language {
        Language::Indonesian => ["Mengapa penting", "Buktinya", "Yang perlu dilakukan"],
        Language::English => ["Why it matters", "What proves it", "What to do"],
    };
    [
        (matters, rule.matters.within(language)),
        (proof, rule.proof.within(language)),
        (advice, rule.advice.within(language)),
    ]
}

fn examples(rule: &Rule, language: Language) -> Vec<String> {
    let shown = |text: &str| {
        if text.is_empty() { "∅".to_owned() } else { format!("`{}`", text.replace('\\', " ⏎ ")) }
    };
    let (reported, left_alone) = match language {
        Language::Indonesian => ("dilaporkan", "dibiarkan"),
        Language::English => ("reported", "left alone"),
    };
    let line = |example: &super::Example| {
        let before = shown(example.before);
        match example.expected {
            Expected::Becomes(after) => format!("{before} → {}", shown(after)),
            Expected::Reported => format!("{before}: {reported}"),
            Expected::Stays(why) => format!("{before}: {left_alone}; {}", why.within(language)),
        }
    };
    rule.examples.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_and_explained() {
        for language in [Language::Indonesian, Language::English] {
            let all = explain(None, language).unwrap();
            assert_eq!(all.lines().count(), RULES.len());
            for rule in RULES {
                let text = explain(Some(rule.id.as_str()), language).unwrap();
                assert_eq!(explain(Some(rule.name.within(language)), language).as_ref(), Ok(&text));
                assert!(
                    text.contains(rule.sees.within(language)) && text.contains('→')
                        || !rule.outcome.repairs()
                );
            }
        }
    }

    #[test]
    fn a_near_miss_is_told() {
        let error = explain(Some("split-numbr"), Language::English).unwrap_err();
        assert_eq!(error.nearest, Some(crate::rules::split_number::ID));
        assert!(explain(Some("xyzzy"), Language::English).unwrap_err().nearest.is_none());
        assert!(explain(Some("Split Number"), Language::English).is_ok());
    }
}
