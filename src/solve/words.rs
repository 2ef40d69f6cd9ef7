//! Words: torn ones joined and glued ones parted, where the vocabulary of the codification, of places, funds,
//! and of the document itself proves it. Free text is never reworded.

use std::cell::RefCell;
use std::collections::BTreeSet;

use foldhash::HashMap;

use super::cells::meaning;
use crate::codification::{
    Entry, are_in_a_place, are_neighbours, entries_of, funds_named, is_only_a_place, is_word,
};
use crate::document::evidence::{self, official, spelling};
use crate::model::{
    Change, Column, Document, Grade, Kind, Kode, NoSuchCell, Proof, Repair, Role, RuleId, Status, Table,
};
use crate::rules;
use crate::value::words::{LineBreaks, Vocabulary, mend};

/// The words of the codification and those that the document writes whole.
pub(super) struct Words {
    own: BTreeSet<String>,
    /// How often the document prints each word, and each two side by side.
    printed: HashMap<String, usize>,
    pairs: HashMap<(String, String), usize>,
    /// What became of the texts that were mended already: a document repeats most of its texts.
    mended: RefCell<HashMap<String, Option<Mending>>>,
}

/// The rule, the text and the proof of a repair.
type Mending = (RuleId, String, Proof);

impl Vocabulary for Words {
    fn knows(&self, word: &str) -> bool {
        is_word(word) || self.own.contains(word)
    }

    fn is_name(&self, word: &str) -> bool {
        is_only_a_place(word) && !self.own.contains(word)
    }

    fn pairs(&self, left: &str, right: &str) -> bool {
        are_neighbours(left, right) || self.are_parted(left, right)
    }
}

/// The shortest word that a document can teach.
const SHORTEST: usize = 4;

impl Words {
    /// Learns the words of a document: those between known words, that no neighbour completes to a known word.
    /// A word that runs two others together, which stand side by side elsewhere, is none.
    pub(super) fn of(tables: &[Table]) -> Self {
        let mut own = BTreeSet::new();
        let (mut printed, mut pairs) = (HashMap::default(), HashMap::default());
        let rows = tables.iter().flat_map(|table| &table.rows);
        let cells = rows.flat_map(|row| row.cells.iter().map(crate::model::Cell::text));
        let mut texts: Vec<&str> = cells.filter(|text| text.contains(char::is_alphabetic)).collect();
        texts.sort_unstable();
        for same in texts.chunk_by(|left, right| left == right) {
            let (text, count) = (same.first().copied().unwrap_or_default(), same.len());
            for run in text.split(|c: char| !c.is_alphabetic() && !c.is_whitespace()) {
                let words: Vec<&str> = run.split_whitespace().collect();
                learn(&words, &mut own);
                let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
                // Of two words with capitals a name is made, which others write as one: `Arga Makmur`, `Argamakmur`.
                let is_name = |word: &&str| word.starts_with(char::is_uppercase);
                let names = words
                    .iter()
                    .zip(words.iter().skip(1))
                    .map(|(left, right)| is_name(left) && is_name(right));
                let beside = lower.iter().zip(lower.iter().skip(1)).zip(names);
                for ((left, right), _) in beside.filter(|(_, name)| !name) {
                    *pairs.entry((left.clone(), right.clone())).or_default() += count;
                }
                for word in lower {
                    *printed.entry(word).or_default() += count;
                }
            }
        }
        let mut words = Self { own, printed, pairs, mended: RefCell::default() };
        let glued: Vec<String> =
            words.own.iter().filter(|word| words.is_run_together(word)).cloned().collect();
        for word in glued {
            words.own.remove(&word);
        }
        words
    }

    /// Whether the document prints two words side by side, and more often so than as one: else it is the one word that
    /// was torn.
    fn are_parted(&self, left: &str, right: &str) -> bool {
        let parted = self.pairs.get(&(left.to_owned(), right.to_owned())).copied().unwrap_or_default();
        let together = self.printed.get(&format!("{left}{right}")).copied().unwrap_or_default();
        parted > together
    }

    fn is_run_together(&self, word: &str) -> bool {
        word.char_indices().skip(2).any(|(at, _)| {
            let (left, right) = word.split_at(at);
            let known = self.knows(left) && self.knows(right);
            known && right.chars().count() > 2 && self.pairs(left, right)
        })
    }
}

fn learn(printed: &[&str], seen: &mut BTreeSet<String>) {
    let tokens: Vec<String> = printed.iter().map(|token| token.to_lowercase()).collect();
    for (index, token) in tokens.iter().enumerate() {
        let joined = printed.get(index).is_some_and(|word| has_capital_inside(word));
        if token.chars().count() < SHORTEST || is_word(token) || joined || is_glued(token) {
            continue;
        }
        let before = index.checked_sub(1).and_then(|index| tokens.get(index));
        let after = tokens.get(index + 1);
        let whole = |neighbour: Option<&String>| neighbour.is_none_or(|word| is_word(word));
        let completes = before.is_some_and(|word| is_word(&format!("{word}{token}")))
            || after.is_some_and(|word| is_word(&format!("{token}{word}")));
        if whole(before) && whole(after) && !completes && !is_cut(token) {
            seen.insert(token.clone());
        }
    }
}

/// Whether a capital follows a small letter: two words were run together there.
pub(super) fn has_capital_inside(word: &str) -> bool {
    word.chars().zip(word.chars().skip(1)).any(|(left, right)| left.is_lowercase() && right.is_uppercase())
}

/// Whether a word is two known words run together.
fn is_glued(word: &str) -> bool {
    let cuts = word.char_indices().skip(2).map(|(at, _)| at).filter(|at| word.len() - at >= SHORTEST);
    cuts.into_iter().any(|at| {
        let (left, right) = word.split_at(at);
        (left.len() >= SHORTEST || LINKS.contains(&left)) && is_word(left) && is_word(right)
    })
}

/// Short words that often lose the blank beside them.
const LINKS: [&str; 8] = ["dan", "di", "ke", "dari", "atau", "oleh", "pada", "bagi"];

/// Whether a letter or two more at its end would make it a known word.
fn is_cut(word: &str) -> bool {
    ('a'..='z').any(|letter| is_word(&format!("{word}{letter}")))
        || ["an", "ng", "ya"].iter().any(|end| is_word(&format!("{word}{end}")))
}

/// Mends the words of every text cell that is not settled otherwise.
///
/// # Errors
/// Never for a document whose rows are complete.
pub(super) fn apply(document: &mut Document, words: &Words, weakest: Grade) -> Result<(), NoSuchCell> {
    if weakest < Grade::B {
        return Ok(());
    }
    let mut repairs = Vec::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (row, cells) in found.rows.iter().enumerate() {
            for (column, cell) in found.columns.iter().zip(&cells.cells) {
                let wordy = matches!(column.kind, Kind::Text | Kind::List | Kind::Measure)
                    && column.role != Role::Unknown;
                if !wordy || cell.is_empty() || cell.is_official() || cell.status() == Status::Unresolved {
                    continue;
                }
                let Some(mended) = mended(words, column, cell) else { continue };
                let (rule, after, proof) = mended;
                let published = cells.code.as_ref().and_then(|code| as_published(&after, code));
                let (after, proof) = published.unwrap_or((after, proof));
                if after == cell.text() || changes_published(cell.text(), &after, cells.code.as_ref()) {
                    continue;
                }
                let repair = Repair {
                    rule,
                    change: Change::Text,
                    table,
                    row,
                    column: column.id,
                    sources: cell.sources().to_vec(),
                    before: cell.text().to_owned(),
                    after,
                    proofs: vec![proof],
                };
                repairs.push((*column, repair));
            }
        }
    }
    for (column, repair) in repairs {
        let meaning = meaning(column, &repair.after);
        document.repair(repair, meaning, false)?;
    }
    Ok(())
}

/// The indicator of a code that a text is but for its blanks, as it is published, which proves it: two words run
/// together there are so.
fn as_published(text: &str, code: &Kode) -> Option<(String, Proof)> {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let own = |entry: &&Entry| !entry.indikator.is_empty() && solid(entry.indikator) == solid(text);
    let entry = entries_of(code, None).into_iter().find(own)?;
    let proof = official::indicator(code, entry);
    Some((entry.indikator.to_owned(), proof))
}

/// Whether mending would change a line that is published just so.
fn changes_published(before: &str, after: &str, code: Option<&Kode>) -> bool {
    let kept = |line: &str| after.split('\n').any(|mended| mended == line);
    before.split('\n').any(|line| is_published(line, code) && !kept(line))
}

/// Whether a text is the name of a fund or the indicator of its row's code, just as it is published: run together
/// or torn, that is what an office copies.
fn is_published(text: &str, code: Option<&Kode>) -> bool {
    funds_named(text).iter().any(|fund| fund.nama == text)
        || code.into_iter().flat_map(|code| entries_of(code, None)).any(|entry| entry.indikator == text)
}

/// A text whose line breaks within a word are blanks: a narrow column wrapped it there, and no list ends within a
/// word. The breaks before small letters go with them.
fn unwrapped(text: &str, words: &Words) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_torn = |(before, after): (&&str, &&str)| {
        let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let first = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let knows = |word: &str| word.chars().count() > 1 && words.knows(&word.to_lowercase());
        let pieces = !(last.is_empty() || first.is_empty() || knows(last) && knows(first));
        pieces && knows(&format!("{last}{first}"))
    };
    let torn: Vec<bool> = lines.iter().zip(lines.iter().skip(1)).map(is_torn).collect();
    if !torn.contains(&true) {
        return text.to_owned();
    }
    let mut whole = lines.first().copied().unwrap_or_default().to_owned();
    for (line, torn) in lines.iter().skip(1).zip(torn) {
        let goes_on = torn || line.starts_with(char::is_lowercase);
        whole.push(if goes_on { ' ' } else { '\n' });
        whole.push_str(line);
    }
    whole
}

fn mended(words: &Words, column: &Column, cell: &crate::model::Cell) -> Option<Mending> {
    debug_assert!(!column.kind.is_numeric());
    if let Some(known) = words.mended.borrow().get(cell.text()) {
        return known.clone();
    }
    let found = mending(words, cell.text());
    words.mended.borrow_mut().insert(cell.text().to_owned(), found.clone());
    found
}

/// Whether a change parts the name of a place that is written as one word, so that its second word begins small:
/// `Argamakmur` is no `Arga makmur`.
fn parts_a_name(before: &str, after: &str) -> bool {
    let Some((left, right)) = after.split_once(' ') else { return false };
    before.starts_with(char::is_uppercase)
        && right.starts_with(char::is_lowercase)
        && are_in_a_place(&left.to_lowercase(), &right.to_lowercase())
}

fn mending(words: &Words, text: &str) -> Option<Mending> {
    let mended = mend(&unwrapped(text, words), words, LineBreaks::Keep)?;
    let rule = mended.rules.first().copied()?;
    if mended.changes.iter().any(|(before, after)| parts_a_name(before, after)) {
        return None;
    }
    let hidden = rule == rules::invisible_characters::ID && mended.changes.is_empty();
    let proof =
        if hidden { spelling::only_reading(rule) } else { evidence::words::mended(rule, mended.changes) };
    Some((rule, mended.text, proof))
}
