//! What a decision is about: a repair or a question of a document.

use super::place::{is_its_row, moved, now, printed};
use super::{Undecided, answer, made};
use crate::model::{Decided, Decision, Document, Finding, Place, Repair, RuleId, Severity, Verdict};
use crate::rules;
use crate::solve::is_seen_as;

/// A document on which decisions are made: its repairs with their ids, and what its tables contradict.
pub(super) struct Scene<'a> {
    pub(super) document: &'a Document,
    pub(super) named: Vec<(&'a str, &'a Repair)>,
    pub(super) asked: &'a [Finding],
}

impl Scene<'_> {
    /// What a decision decides here.
    pub(super) fn meet(&self, decision: &Decision) -> Result<Decided, Undecided> {
        let mut decided = match &decision.verdict {
            Verdict::Refuse => self.refused(decision)?,
            Verdict::Choose(_) | Verdict::Stay => self.answered(decision)?,
        };
        let known = decided.made.take().unwrap_or_else(|| decision.clone());
        decided.made = Some(made(&decided, self.document, &known));
        Ok(decided)
    }

    fn refused(&self, decision: &Decision) -> Result<Decided, Undecided> {
        if let Some(repair) = self.of_id(decision) {
            return Ok(self.refusal(decision, repair));
        }
        // In a revised file it is refused whether or not it would be repaired there.
        let unmet = match moved(self.document, decision) {
            Ok((table, row, column)) => {
                let rule = rules::rule(&decision.rule).map_or(rules::wrong_figure::ID, |rule| rule.id);
                return Ok(self.cell(decision, (table, row, &column), rule, Verdict::Refuse));
            }
            Err(why) => why,
        };
        match self.that_reads(decision)? {
            Some(repair) => Ok(self.refusal(decision, repair)),
            None => Err(unmet),
        }
    }

    fn refusal(&self, decision: &Decision, repair: &Repair) -> Decided {
        let before = match repair.change.slide() {
            Some(_) => repair.before.clone(),
            None => printed(self.document, repair.table, repair.row, repair.column),
        };
        Decided {
            table: Some(repair.table),
            row: Some(repair.row),
            column: repair.column.to_owned(),
            about: None,
            rule: repair.rule,
            verdict: Verdict::Refuse,
            before,
            after: repair.after.clone(),
            source: repair.sources.first().cloned(),
            made: Some(Decision { sources: shown_sources(repair), ..decision.clone() }),
        }
    }

    fn of_id(&self, decision: &Decision) -> Option<&Repair> {
        let named = self.named.iter().find(|(id, _)| *id == decision.id).map(|(_, repair)| *repair);
        named.filter(|repair| is_its_row(self.document, decision, repair.table, repair.row))
    }

    /// The only repair that reads as a refusal says.
    fn that_reads(&self, decision: &Decision) -> Result<Option<&Repair>, Undecided> {
        let before = decision.before.as_deref().unwrap_or_default();
        let reads = |repair: &&Repair| {
            !decision.sources.is_empty()
                && is_seen_as(&repair.before, before)
                && is_seen_as(&repair.after, &decision.after)
                && is_seen_as(&shown_sources(repair), &decision.sources)
                && is_its_row(self.document, decision, repair.table, repair.row)
        };
        let mut found = self.named.iter().map(|(_, repair)| *repair).filter(reads);
        match (found.next(), found.next()) {
            (found, None) => Ok(found),
            _ => Err(Undecided::Several(shown(decision))),
        }
    }

    fn answered(&self, decision: &Decision) -> Result<Decided, Undecided> {
        let of_id = self.questions().find(|finding| {
            self.document.question_id(finding) == decision.id && self.is_its(decision, finding)
        });
        if let Some(finding) = of_id {
            return self.answer_to(decision, finding);
        }
        let unmet = match moved(self.document, decision) {
            Ok((table, row, column)) => {
                let cause =
                    rules::rule(&decision.rule).map_or(rules::wrong_figure::SUM_FAILS, rules::unstated);
                let found = self.document.tables.get(table);
                let declared = found.and_then(|found| found.columns.iter().find(|other| other.id == column));
                let finding = Finding {
                    table: Some(table),
                    row: Some(row),
                    column: declared.map(|declared| declared.id).or((column == "kode").then_some("kode")),
                    ..Finding::of(cause)
                };
                return self.answer_to(decision, &finding);
            }
            Err(why @ Undecided::Changed { .. }) => return Err(why),
            Err(why) => why,
        };
        let mut asking = self.questions().filter(|finding| self.asks(decision, finding));
        match (asking.next(), asking.next()) {
            (Some(finding), None) => self.answer_to(decision, finding),
            (None, _) => Err(unmet),
            _ => Err(Undecided::Several(shown(decision))),
        }
    }

    fn questions(&self) -> impl Iterator<Item = &Finding> {
        let all = self.document.findings.iter().chain(self.asked);
        all.filter(|finding| finding.severity != Severity::Note)
    }

    fn is_its(&self, decision: &Decision, finding: &Finding) -> bool {
        let row = finding.table.zip(finding.row);
        row.is_none_or(|(table, row)| is_its_row(self.document, decision, table, row))
    }

    /// Whether a question asks as an answer says: in the cell of the input that it names, or about no row and of what
    /// was found.
    fn asks(&self, decision: &Decision, finding: &Finding) -> bool {
        if finding.rule().as_str() != decision.rule || !self.is_its(decision, finding) {
            return false;
        }
        let place = finding.source.as_ref().map(Place::to_string);
        if let Some(at) = decision.at.as_ref().filter(|at| at.code.is_none() && at.row.is_none()) {
            let table = finding.table.and_then(|index| self.document.tables.get(index));
            return finding.row.is_none()
                && table.map_or("", |table| table.id.as_str()) == at.table
                && finding.column.unwrap_or_default() == at.column
                && finding.found.as_deref().unwrap_or_default()
                    == decision.before.as_deref().unwrap_or_default();
        }
        place.is_some_and(|place| place == decision.sources)
    }

    fn answer_to(&self, decision: &Decision, finding: &Finding) -> Result<Decided, Undecided> {
        let in_cell = finding.table.is_some() && finding.row.is_some() && finding.column.is_some();
        let verdict = match &decision.verdict {
            Verdict::Choose(_) if !in_cell && finding.about.is_none() => {
                return Err(Undecided::Unanswerable(shown(decision)));
            }
            Verdict::Choose(value) => {
                let unfit = || Undecided::Unfit { place: shown(decision), value: value.clone() };
                Verdict::Choose(answer(self.document, finding, value).ok_or_else(unfit)?)
            }
            other => other.clone(),
        };
        if let (Some(table), Some(row), Some(column)) = (finding.table, finding.row, finding.column) {
            let mut decided = self.cell(decision, (table, row, column), finding.rule(), verdict);
            decided.before = self.seen(decision, (table, row, column));
            return Ok(decided);
        }
        Ok(Decided {
            table: finding.table,
            row: finding.row,
            column: finding.column.unwrap_or_default().to_owned(),
            about: finding.about,
            rule: finding.rule(),
            verdict,
            before: finding.found.clone().unwrap_or_default(),
            after: String::new(),
            source: finding.source.clone(),
            made: None,
        })
    }

    /// What stood in a cell when it was answered. Of what stays that is the text itself: the printed one, where it was
    /// said of it that it is meant so, even where a repair that was refused in the same round still stands there.
    fn seen(&self, decision: &Decision, (table, row, column): (usize, usize, &str)) -> String {
        let printed = printed(self.document, table, row, column);
        let said = decision.before.as_ref().filter(|_| decision.verdict == Verdict::Stay);
        match said {
            Some(said) if is_seen_as(said, &printed) => printed,
            _ => now(self.document, table, row, column),
        }
    }

    fn cell(
        &self,
        decision: &Decision,
        (table, row, column): (usize, usize, &str),
        rule: RuleId,
        verdict: Verdict,
    ) -> Decided {
        let cell = self.document.tables.get(table).and_then(|found| found.cell(row, column));
        Decided {
            table: Some(table),
            row: Some(row),
            about: None,
            rule,
            verdict,
            before: decision.before.clone().unwrap_or_default(),
            after: decision.after.clone(),
            source: cell.and_then(|cell| cell.sources().first().cloned()),
            column: column.to_owned(),
            made: None,
        }
    }
}

/// What a decision is known by.
fn shown(decision: &Decision) -> String {
    if decision.sources.is_empty() { decision.id.clone() } else { decision.sources.clone() }
}

/// The cells that a repair was made from, as the audit lists them.
#[must_use]
pub fn shown_sources(repair: &Repair) -> String {
    repair.sources.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
