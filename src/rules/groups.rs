//! Findings by cause: what has one reason is said once, with how often and where first.

use foldhash::HashMap;

use super::{RULES, name};
use crate::model::{Cause, Finding, Language, Place, RuleId, Said, Severity};

/// Findings of one severity and one cause, in document order; never empty.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The id of the group within the document: the rule, and the how manieth of its groups it is, from 1.
    pub id: String,
    /// What its findings have in common.
    pub cause: Cause,
    /// How much it matters.
    pub severity: Severity,
    /// The findings.
    pub findings: Vec<&'a Finding>,
}

/// How many places a group names.
const NAMED: usize = 3;

impl Group<'_> {
    /// The rule that reports.
    #[must_use]
    pub const fn rule(&self) -> RuleId {
        self.cause.rule()
    }

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

    /// What the findings have in common and what to do; a single one is told in full.
    #[must_use]
    pub fn common(&self) -> Said {
        match self.findings.as_slice() {
            [only] => only.message.clone(),
            _ => self.cause.wording().said(),
        }
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
        let common = self.common();
        let common = common.within(language);
        if self.count() == 1 {
            return format!("{common}{at}");
        }
        format!("{} × {}{at}: {common}", self.count(), name(self.rule(), language))
    }
}

/// The findings of a document by severity and cause: the most serious first, of these the most frequent first, and of
/// equally frequent ones those of the earlier rule, then the earlier ones of the document.
#[must_use]
pub fn grouped(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: HashMap<(Severity, RuleId, &str), usize> = HashMap::default();
    for finding in findings {
        let (severity, cause) = (finding.severity, finding.cause);
        let at = *known.entry((severity, cause.rule(), cause.key())).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { id: String::new(), cause, severity, findings: vec![finding] }),
        }
    }
    let rank = |id: RuleId| RULES.iter().position(|rule| rule.id == id);
    groups.sort_by_key(|group| (group.severity, std::cmp::Reverse(group.count()), rank(group.rule())));
    let mut counted: HashMap<RuleId, usize> = HashMap::default();
    for group in &mut groups {
        let ordinal = counted.entry(group.rule()).or_default();
        *ordinal += 1;
        group.id = format!("{}-{ordinal}", group.rule());
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::At;
    use crate::rules::{header_year, overprinted, sum_mismatch, unit_of_column};

    fn finding(cause: Cause, severity: Severity, row: u32, message: &str) -> Finding {
        Finding {
            severity,
            source: Some(Place::new(&Arc::from("A"), At::new(row, 0))),
            message: Said::new(message, message),
            ..Finding::of(cause)
        }
    }

    #[test]
    fn one_cause_is_one_group() {
        let sum = |cause, row, text| finding(cause, Severity::Error, row, text);
        let findings = [
            finding(unit_of_column::AS_PRINTED, Severity::Note, 0, "Amounts are in thousands."),
            finding(
                header_year::OTHER_YEAR,
                Severity::Warning,
                0,
                "The header says 2022, the form asks for 2024. Check.",
            ),
            sum(sum_mismatch::TOO_LITTLE, 1, "2.17.05 = 89.514; printed 90. It is 5 less."),
            sum(sum_mismatch::TOO_LITTLE, 2, "TOTAL = 7; printed 8. It is 1 less."),
            sum(sum_mismatch::GRAND_TOTAL, 3, "2.17 = 6; printed 9. It carries the grand total."),
            sum(sum_mismatch::TOO_LITTLE, 4, "2.18 = 4; printed 5. It is 1 less."),
            sum(sum_mismatch::TOO_LITTLE, 5, "2.19 = 4; printed 5. It is 1 less."),
        ];
        let groups = grouped(&findings);
        let shown: Vec<(&str, usize)> =
            groups.iter().map(|group| (group.id.as_str(), group.count())).collect();
        assert_eq!(
            shown,
            [("sum-mismatch-1", 4), ("sum-mismatch-2", 1), ("header-year-1", 1), ("unit-of-column-1", 1)]
        );
        let common = "It is less than its children make; check the parent and its children.";
        assert_eq!(groups[0].common().english, common);
        let places: Vec<String> = groups[0].places().iter().map(ToString::to_string).collect();
        assert_eq!(places, ["A!A2", "A!A3", "A!A5"]);
        let said = groups[0].said();
        assert_eq!(said.english, format!("4 × Sum that does not hold (A!A2, A!A3, A!A5, …): {common}"));
        assert!(
            said.indonesian.ends_with("Kurang dari jumlah anaknya; periksa induk dan anaknya."),
            "{said}"
        );
        let single = groups[1].said().english;
        assert_eq!(single, "2.17 = 6; printed 9. It carries the grand total. (A!A4)", "told in full");
    }

    #[test]
    fn no_message_parts_or_joins_what_its_cause_does_not() {
        let first = "“100 % 9” is no whole target.";
        let findings = [
            finding(overprinted::NO_WHOLE_TARGET, Severity::Error, 1, first),
            finding(overprinted::NO_WHOLE_TARGET, Severity::Error, 2, "Anything else, said in other words"),
            finding(sum_mismatch::TOO_LITTLE, Severity::Error, 3, first),
            finding(sum_mismatch::TOO_MUCH, Severity::Error, 4, first),
            finding(sum_mismatch::TOO_MUCH, Severity::Warning, 5, first),
        ];
        let groups = grouped(&findings);
        let ids: Vec<(&str, usize)> = groups.iter().map(|group| (group.id.as_str(), group.count())).collect();
        let alone = [("sum-mismatch-1", 1), ("sum-mismatch-2", 1), ("sum-mismatch-3", 1)];
        let overprinted = ids.iter().copied().find(|(id, _)| *id == "overprinted-1");
        assert_eq!(overprinted, Some(("overprinted-1", 2)));
        assert!(ids.len() == 4 && alone.iter().all(|one| ids.contains(one)), "{ids:?}");
        assert!(grouped(&[]).is_empty());
    }
}
