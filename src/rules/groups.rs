//! Findings by cause: what has one reason is said once, with how often and where first.

use std::collections::BTreeMap;

use super::RULES;
use crate::model::{Finding, Language, Place, RuleId, Said, Severity};

/// Findings of one rule and one cause, in document order; never empty.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The id of the cause within the document: the rule, and which of its causes it is, from 1.
    pub id: String,
    /// The id of the rule.
    pub rule: RuleId,
    /// How much it matters.
    pub severity: Severity,
    /// What they have in common, with `…` where they differ; of a single finding, its message.
    pub cause: Said,
    /// The findings.
    pub findings: Vec<&'a Finding>,
}

/// How many places a group names.
const NAMED: usize = 3;

impl Group<'_> {
    /// How many findings it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.findings.len()
    }

    /// The first three places in the input.
    #[must_use]
    pub fn places(&self) -> Vec<&Place> {
        self.findings.iter().filter_map(|finding| finding.source.as_ref()).take(NAMED).collect()
    }

    /// The group in one sentence: how often, its name, the first places, the cause and what to do.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::new(self.sentence(Language::Indonesian), self.sentence(Language::English))
    }

    fn sentence(&self, language: Language) -> String {
        let places: Vec<String> = self.places().iter().map(ToString::to_string).collect();
        let more = if self.count() > places.len() { ", …" } else { "" };
        let at = if places.is_empty() { String::new() } else { format!(" ({}{more})", places.join(", ")) };
        let cause = self.cause.within(language);
        if self.count() == 1 {
            return format!("{cause}{at}");
        }
        let name = super::name(self.rule, language);
        format!("{} × {name}{at}: {cause}", self.count())
    }
}

/// The findings of a document by rule and cause: the most serious first, of these the most frequent first.
#[must_use]
pub fn grouped(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut by_cause: BTreeMap<(Severity, RuleId, String), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let key = (finding.severity, finding.rule, skeleton(&finding.message.english));
        by_cause.entry(key).or_default().push(finding);
    }
    let mut groups: Vec<Group<'_>> = by_cause
        .into_iter()
        .map(|((severity, rule, _), findings)| {
            let cause = cause(&findings);
            Group { id: String::new(), rule, severity, cause, findings }
        })
        .collect();
    let rank = |id: RuleId| RULES.iter().position(|rule| rule.id == id);
    groups.sort_by_key(|group| (group.severity, std::cmp::Reverse(group.count()), rank(group.rule)));
    let mut known: BTreeMap<RuleId, usize> = BTreeMap::new();
    for group in &mut groups {
        let ordinal = known.entry(group.rule).or_default();
        *ordinal += 1;
        group.id = format!("{}-{ordinal}", group.rule);
    }
    groups
}

fn cause(findings: &[&Finding]) -> Said {
    if let [only] = findings {
        return only.message.clone();
    }
    let messages = |language| findings.iter().map(move |finding| finding.message.within(language));
    Said::new(shared(messages(Language::Indonesian)), shared(messages(Language::English)))
}

/// What the messages have in common beyond their first sentences; `…` where they differ.
fn shared<'a>(mut messages: impl Iterator<Item = &'a str>) -> String {
    let Some(first) = messages.next() else { return String::new() };
    let same = messages.all(|message| common(message) == common(first));
    if same { common(first) } else { common(&skeleton(first)) }
}

/// A message without what differs from case to case: numbers, codes and quoted texts become `…`, and so does a
/// row of them (`… + … = …`).
fn skeleton(message: &str) -> String {
    let mut masked: Vec<String> = Vec::new();
    let mut quoted = false;
    for word in message.split_whitespace() {
        let opens = word.contains('“');
        let tail: String = word.chars().rev().take_while(|c| ".;:,".contains(*c)).collect();
        let tail: String = tail.chars().rev().collect();
        let varies = quoted
            || opens
            || word.chars().any(|c| c.is_ascii_digit())
            || is_operator(word)
            || word.starts_with("TOTAL");
        quoted = (quoted || opens) && !word.contains('”');
        let repeats = masked.last().is_some_and(|last| last == "…");
        match (varies, repeats) {
            (true, true) => {
                masked.pop();
                masked.push(format!("…{tail}"));
            }
            (true, false) => masked.push(format!("…{tail}")),
            (false, _) => masked.push(word.to_owned()),
        }
    }
    masked.join(" ")
}

fn is_operator(word: &str) -> bool {
    matches!(word, "=" | "+" | "/" | "×" | "÷" | "-")
}

/// What follows the first sentence, which states the single case; the whole where there is only one sentence.
fn common(message: &str) -> String {
    let rest = message.split_once(". ").map(|(_, rest)| rest.trim());
    rest.filter(|rest| !rest.is_empty()).unwrap_or(message).to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::At;

    fn finding(rule: RuleId, severity: Severity, row: u32, message: &str) -> Finding {
        Finding {
            rule,
            severity,
            about: None,
            table: None,
            row: None,
            column: None,
            source: Some(Place::new(&Arc::from("A"), At::new(row, 0))),
            message: Said::new(message, message),
            expected: None,
            found: None,
            candidates: Vec::new(),
            ..Finding::of(rule)
        }
    }

    #[test]
    fn one_cause_is_one_group() {
        let sum = |row, text| finding(crate::rules::sum_mismatch::ID, Severity::Error, row, text);
        let findings = [
            finding(crate::rules::unit_of_column::ID, Severity::Note, 0, "Amounts are full rupiah."),
            finding(
                crate::rules::header_year::ID,
                Severity::Warning,
                0,
                "The header says 2022, the form asks for 2024. Check.",
            ),
            sum(
                1,
                "2.17.05: 2.17.05 = 89.509 + 5 = 89.514; printed 90. It is 5 less than its children make; check.",
            ),
            sum(2, "TOTAL: TOTAL = 7 = 7; printed 8. It is 1 less than its children make; check."),
            sum(3, "2.17: 2.17 = 1 + 2 + 3 = 6; printed 9. It carries the grand total of all programs."),
            sum(4, "2.18: 2.18 = 4 = 4; printed 5. It is 1 less than its children make; check."),
            sum(5, "2.19: 2.19 = 4 = 4; printed 5. It is 1 less than its children make; check."),
        ];
        let groups = grouped(&findings);
        let shown: Vec<(RuleId, usize)> = groups.iter().map(|group| (group.rule, group.count())).collect();
        assert_eq!(
            shown,
            [
                (crate::rules::sum_mismatch::ID, 4),
                (crate::rules::sum_mismatch::ID, 1),
                (crate::rules::header_year::ID, 1),
                (crate::rules::unit_of_column::ID, 1)
            ]
        );
        assert_eq!(groups[0].cause.english, "It is … less than its children make; check.");
        let places: Vec<String> = groups[0].places().iter().map(ToString::to_string).collect();
        assert_eq!(places, ["A!A2", "A!A3", "A!A5"]);
        let english = groups[0].said().english;
        assert!(
            english.starts_with("4 × Sum that does not hold (A!A2, A!A3, A!A5, …): It is … less"),
            "{english}"
        );
        assert!(
            groups[1].said().english.starts_with("2.17: 2.17 = 1 + 2 + 3"),
            "a single case is said in full"
        );
    }

    #[test]
    fn quoted_texts_do_not_part_what_belongs_together() {
        let findings = [
            finding(
                crate::rules::overprinted::ID,
                Severity::Error,
                1,
                "“100 % 9” is no whole target: it is cut. Fill it in.",
            ),
            finding(
                crate::rules::overprinted::ID,
                Severity::Error,
                2,
                "“n 0 % 9” is no whole target: it is cut. Fill it in.",
            ),
        ];
        assert_eq!(grouped(&findings).len(), 1);
        assert!(grouped(&[]).is_empty());
    }
}
