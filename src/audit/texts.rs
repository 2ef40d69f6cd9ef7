//! Texts and the typography of numbers: read again, letter by letter.

use std::collections::BTreeSet;

use super::arithmetic::is_value_of;
use super::file::Audit;
use super::verify::Case;
use crate::codification::is_word;
use crate::forms::Spot;
use crate::model::{Kind, Role, RuleId, edits, letters};
use crate::rules;
use crate::value::measure::{Measures, measures};
use crate::value::words::{collapse, spelled_out};
use crate::value::{list, number};

/// The words that the document held as it was read.
pub(super) struct Words(BTreeSet<String>);

impl Words {
    /// The words of every cell, before its repairs where it has any.
    pub(super) fn of(audit: &Audit) -> Self {
        let cells =
            audit.tables.iter().flat_map(|table| table.rows.iter()).flat_map(|row| row.cells.values());
        let unchanged = cells.filter(|cell| cell.status == "as_is").map(|cell| cell.text.as_str());
        let before = audit.repairs.iter().map(|repair| repair.before.as_str());
        let words = unchanged.chain(before).flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
        Self(words.filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect())
    }

    fn knows(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        is_word(&lower) || self.0.contains(&lower)
    }
}

/// What of a text is seen: everything but white space and characters that print nothing.
fn visible(text: &str) -> String {
    collapse(text).chars().filter(|c| !c.is_whitespace() && !c.is_control() && !is_hidden(*c)).collect()
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Whether the text before can be read as the text after by the rules of writing alone.
pub(super) fn typography_holds(case: &Case<'_>, text: &str) -> bool {
    let (before, after) = (case.repair.before.as_str(), case.repair.after.as_str());
    let Some(position) = case.model.position(&case.repair.column) else { return false };
    let Some(column) = case.model.columns.get(position) else { return false };
    if column.kind.is_numeric() {
        let spot = Spot { row: case.repair.row, column: position };
        return is_value_of(case.model, spot, after) && reads_as(column.kind, before, after, text);
    }
    match measures(before) {
        Measures::Several(several) if case.repair.is_by(rules::stacked_targets::ID) => {
            let lines: Vec<&str> = several.iter().map(|one| one.text.as_str()).collect();
            lines.join("\n") == after && text == format!("{} × n+satuan", lines.len())
        }
        // A proof of the writing alone names the rule.
        _ if text != case.repair.rule => false,
        _ => match rules::rule(text).map(|rule| rule.id) {
            Some(rules::other_digits::ID) => number::plain_digits(before).as_deref() == Some(after),
            Some(rules::garbled_text::ID) => spelled_out(before).as_deref() == Some(after),
            Some(rules::invisible_characters::ID) => visible(before) == visible(after),
            _ => false,
        },
    }
}

fn reads_as(kind: Kind, before: &str, after: &str, rule: &str) -> bool {
    let Some(rule) = rules::rule(rule).map(|rule| rule.id) else { return false };
    let bled = number::bled(before).filter(|_| rule == rules::bled_text::ID);
    let readings = match (kind, bled) {
        (Kind::Percent, _) => number::percent(before),
        (_, Some((_, rest))) => number::rupiah(rest),
        (_, None) if rule == rules::number_words::ID => number::worded(before),
        (_, None) => number::rupiah(before),
    };
    let written = |value| match kind {
        Kind::Percent => number::percent_text(value),
        _ => number::typographic(value),
    };
    let fraction = rule == rules::fraction_percent::ID && before.ends_with('%');
    let by_rule = |found: Option<RuleId>| found == Some(rule) || fraction || bled.is_some();
    readings.iter().any(|reading| written(reading.value) == after && by_rule(reading.rule))
}

/// Whether only white space changed, or letters came over from the next cell, and the changed words are known.
pub(super) fn vocabulary_holds(case: &Case<'_>, text: &str) -> bool {
    let (before, after) = (case.repair.before.as_str(), case.repair.after.as_str());
    if case.repair.is_by(rules::bled_text::ID) {
        return bled_holds(case, text);
    }
    // A hyphen at a line's end may go.
    let solid = |text: &str| visible(text).replace('-', "");
    solid(before) == solid(after) && text.split("; ").all(|change| change_holds(case, change))
}

/// Whether one change `“…” → “…”` was made, to known words; a word that capitals mark off needs no knowing.
fn change_holds(case: &Case<'_>, change: &str) -> bool {
    let quoted = change.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    let Some((was, became)) = quoted.and_then(|inner| inner.split_once("” → “")) else { return false };
    let made = visible(&case.repair.before).contains(&visible(was))
        && visible(&case.repair.after).contains(&visible(became))
        && visible(was).replace('-', "") == visible(became).replace('-', "");
    let marked = |word: &str| word.starts_with(char::is_uppercase) && became.contains(' ');
    let words = became.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
    made && words.into_iter().all(|word| case.words.knows(word) || marked(word))
}

/// `“left” + “bled” → “whole”`, of the cell that gave or of the one that took.
fn bled_holds(case: &Case<'_>, text: &str) -> bool {
    let quoted = text.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    let Some((left, rest)) = quoted.and_then(|inner| inner.split_once("” + “")) else { return false };
    let Some((bled, whole)) = rest.split_once("” → “") else { return false };
    let (before, after) = (case.repair.before.as_str(), case.repair.after.as_str());
    let completed =
        whole.split(|c: char| !c.is_alphabetic()).any(|word| word.ends_with(bled) && case.words.knows(word));
    let count = letters(left).len() + letters(bled).len() == letters(whole).len();
    let took = before == left && after == whole;
    let gave = before.strip_prefix(bled).is_some_and(|rest| rest.trim_start() == after);
    completed && count && (took || gave)
}

/// Whether the siblings named are there, as many as said.
pub(super) fn sibling_holds(case: &Case<'_>, text: &str) -> bool {
    match rules::rule(&case.repair.rule).map(|rule| rule.id) {
        Some(rules::sibling_text::ID) => repeated(case, text),
        Some(rules::stacked_list::ID) => stacked(case, text),
        Some(rules::lettered_list::ID) => listed(case, text),
        _ => false,
    }
}

fn repeated(case: &Case<'_>, text: &str) -> bool {
    let (column, after) = (&case.repair.column, &case.repair.after);
    // A sibling may have been mended further since.
    let same = case.known.rows(&case.repair.table, column, after);
    // Those that were mended to the text before count too; how many they were then, the audit does not say.
    let printed = same.saturating_sub(case.known.made_alike(case.repair));
    let said = text.strip_suffix(&format!(" × “{after}”")).and_then(|count| count.parse::<usize>().ok());
    printed >= 3 && said.is_some_and(|count| (printed..same).contains(&count))
}

fn stacked(case: &Case<'_>, text: &str) -> bool {
    let (before, after) = (&case.repair.before, &case.repair.after);
    let count = after.lines().count();
    let targets = case.model.columns.iter().filter(|column| column.role == Role::Target);
    let row = case.table.rows.get(case.repair.row);
    let mut beside = targets.filter_map(|column| row?.cells.get(column.id));
    visible(before) == visible(after)
        && text == format!("{count} = {count}")
        && beside.any(|cell| cell.items.len() == count)
}

/// Whether the part stands in the list, and every part of the list has its row.
fn listed(case: &Case<'_>, text: &str) -> bool {
    let repair = case.repair;
    let rows = case.known.mended_alike(repair);
    let name =
        case.model.columns.iter().any(|column| column.id == repair.column && column.role == Role::Name);
    let count = text.split_once(" = ").filter(|(left, right)| left == right);
    let Some(count) = count.and_then(|(count, _)| count.parse::<usize>().ok()) else { return false };
    let named = !name || list::lettered(&repair.before).is_some_and(|items| items.len() == count);
    count >= 2
        && rows.is_multiple_of(count)
        && named
        && stands_in(&letters(&repair.after), &letters(&repair.before))
}

/// Whether a part stands in a text, but for a letter or two that were slips.
fn stands_in(part: &str, whole: &str) -> bool {
    const SLIPS: usize = 2;
    if whole.contains(part) {
        return true;
    }
    let characters: Vec<char> = whole.chars().collect();
    let length = part.chars().count();
    (length.saturating_sub(SLIPS)..=length + SLIPS).any(|size| {
        size > 0
            && characters.windows(size).any(|window| edits(&window.iter().collect::<String>(), part) <= SLIPS)
    })
}
