//! Words beside a number: a sign or a factor that they say, letters of the cell to the left.

use rust_decimal::Decimal;

use super::{Reading, UNTRUSTED, is_beyond, rupiah};
use crate::rules;

/// What a word beside an amount says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// It is below zero.
    Minus,
    /// It is to be multiplied by ten to this power.
    Times(u32),
    /// Nothing: `rupiah`.
    Unit,
    /// Something else, or the end of a word of the cell to the left.
    Other,
}

/// The words that say a sign or a factor, as offices write and shorten them.
const KNOWN: [(&str, Word); 20] = [
    ("minus", Word::Minus),
    ("min", Word::Minus),
    ("negatif", Word::Minus),
    ("negative", Word::Minus),
    ("ribu", Word::Times(3)),
    ("ribuan", Word::Times(3)),
    ("rb", Word::Times(3)),
    ("juta", Word::Times(6)),
    ("jutaan", Word::Times(6)),
    ("jt", Word::Times(6)),
    ("miliar", Word::Times(9)),
    ("milyar", Word::Times(9)),
    ("miliard", Word::Times(9)),
    ("mlyr", Word::Times(9)),
    ("mliar", Word::Times(9)),
    ("triliun", Word::Times(12)),
    ("trilyun", Word::Times(12)),
    ("trilliun", Word::Times(12)),
    ("rupiah", Word::Unit),
    ("idr", Word::Unit),
];

/// The longest end of a word that bleeds over an edge.
const LONGEST_BLED: usize = 12;

/// The readings of an amount with words before or behind it, cheapest first; none where there is no such word, or where
/// digits stand among the words. A sign leaves one reading (`number-words`). A factor is never trusted: what is
/// multiplied may have been written out already, so both are offered. Of other words the number is offered alone, for a
/// law to confirm: as `bled-text` where they may be letters of the cell to the left.
#[must_use]
pub fn worded(text: &str) -> Vec<Reading> {
    let visible = super::super::words::collapse(text);
    let Some((words, core)) = apart(&visible) else { return Vec::new() };
    let said: Vec<Word> = words.iter().map(|word| meaning(word)).collect();
    let negative = said.contains(&Word::Minus);
    let factors: Vec<u32> = said
        .iter()
        .filter_map(|word| if let Word::Times(power) = word { Some(*power) } else { None })
        .collect();
    let other = said.contains(&Word::Other);
    let bled = matches!(words.as_slice(), [only] if is_bled(only, &visible));
    let (rule, doubt) = match (other, bled) {
        (true, true) => (rules::bled_text::ID, UNTRUSTED),
        (true, false) => (rules::number_words::ID, UNTRUSTED),
        (false, _) => (rules::number_words::ID, 1),
    };
    let mut found = Vec::new();
    for reading in rupiah(&core).into_iter().filter(|reading| reading.cost < UNTRUSTED) {
        let value = if negative { -reading.value.abs() } else { reading.value };
        let cost = reading.cost + doubt;
        let multiplied = factors.iter().try_fold(value, |value, power| times(value, *power));
        if factors.is_empty() {
            found.push(Reading { value, rule: Some(rule), cost });
        } else {
            let whole = multiplied.filter(|value| !is_beyond(*value));
            found.extend(whole.map(|value| Reading {
                value: value.normalize(),
                rule: Some(rule),
                cost: cost + UNTRUSTED,
            }));
            found.push(Reading { value, rule: Some(rule), cost: cost + UNTRUSTED + 1 });
        }
    }
    found.sort_by_key(|reading| reading.cost);
    found
}

/// Whether a text begins or ends with a word that says a sign or a factor.
#[must_use]
pub fn says_sign_or_factor(text: &str) -> bool {
    let visible = super::super::words::collapse(text);
    let known = |word: &str| matches!(meaning(word), Word::Minus | Word::Times(_));
    apart(&visible).is_some_and(|(words, _)| words.iter().any(|word| known(word)))
}

/// Whether a text is an amount whose sign or factor is a word, and nothing else.
#[must_use]
pub fn is_amount_in_words(text: &str) -> bool {
    let visible = super::super::words::collapse(text);
    apart(&visible).is_some_and(|(words, core)| {
        let said: Vec<Word> = words.iter().map(|word| meaning(word)).collect();
        said.iter().any(|word| matches!(word, Word::Minus | Word::Times(_)))
            && !said.contains(&Word::Other)
            && !rupiah(&core).is_empty()
    })
}

/// Whether a word is a factor: `ribu`, `juta`.
#[must_use]
pub fn is_factor(word: &str) -> bool {
    matches!(meaning(word), Word::Times(_))
}

/// The end of a word of the cell to the left, and the number behind it: `n 10,235,000`. `None` where the letters say
/// something of the number themselves.
#[must_use]
pub fn bled(text: &str) -> Option<(&str, &str)> {
    let (letters, rest) = text.trim().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let bare = ["Rp", "rp", "RP"].iter().find_map(|dress| rest.strip_prefix(dress)).unwrap_or(rest);
    let number = bare.trim_start_matches(['.', ' ', ':']).starts_with(|c: char| c.is_ascii_digit());
    (is_end_of_word(letters) && number).then_some((letters, rest))
}

fn is_bled(word: &str, text: &str) -> bool {
    is_end_of_word(word) && text.starts_with(word)
}

fn is_end_of_word(word: &str) -> bool {
    word.chars().count() <= LONGEST_BLED
        && word.chars().all(char::is_lowercase)
        && meaning(word) == Word::Other
}

fn meaning(word: &str) -> Word {
    let lower = word.trim_matches(['.', ':', '(', ')']).to_lowercase();
    KNOWN.iter().find(|(known, _)| *known == lower).map_or(Word::Other, |(_, word)| *word)
}

fn times(value: Decimal, power: u32) -> Option<Decimal> {
    (0..power).try_fold(value, |value, _| value.checked_mul(Decimal::TEN))
}

/// The words at both ends of a text and what stands between them; `None` without such a word or without digits.
fn apart(text: &str) -> Option<(Vec<&str>, String)> {
    let tokens: Vec<&str> = text.split(' ').filter(|token| !token.is_empty()).collect();
    let is_word = |token: &&str| {
        token.chars().any(char::is_alphabetic)
            && !token.chars().any(char::is_numeric)
            && !matches!(token.trim_end_matches(['.', ':']).to_lowercase().as_str(), "rp" | "idr")
    };
    let first = tokens.iter().position(|token| !is_word(token))?;
    let last = tokens.iter().rposition(|token| !is_word(token))?;
    let (before, after) = (tokens.get(..first)?, tokens.get(last + 1..)?);
    let core = tokens.get(first..=last)?.join(" ");
    let words: Vec<&str> = before.iter().chain(after).copied().collect();
    (!words.is_empty() && core.contains(|c: char| c.is_ascii_digit())).then_some((words, core))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RuleId;

    fn told(text: &str) -> Vec<(String, RuleId, bool)> {
        let one = |found: &Reading| (found.value.to_string(), found.rule.unwrap(), found.cost < UNTRUSTED);
        worded(text).iter().map(one).collect()
    }

    #[test]
    fn a_sign_in_words_is_a_sign() {
        for text in ["minus 35.250.000", "Minus Rp 35.250.000", "35.250.000 (minus)", "negatif (35.250.000)"]
        {
            assert_eq!(told(text), [("-35250000".to_owned(), rules::number_words::ID, true)], "{text}");
        }
    }

    #[test]
    fn a_factor_is_offered_beside_what_is_printed_and_neither_is_trusted() {
        let values =
            |text: &str| -> Vec<String> { told(text).into_iter().map(|(value, ..)| value).collect() };
        assert_eq!(values("35,25 juta"), ["35250000", "35.25"]);
        assert!(values("juta 35.250").contains(&"35250000000".to_owned()));
        assert!(told("2,4 miliar").iter().all(|(.., trusted)| !trusted));
    }

    #[test]
    fn of_other_words_the_number_is_offered_alone() {
        assert_eq!(told("maks 35.250.000"), [("35250000".to_owned(), rules::bled_text::ID, false)]);
        assert_eq!(told("Maks. 35.250.000"), [("35250000".to_owned(), rules::number_words::ID, false)]);
        for text in ["35.250.000", "Rp 35.250.000", "Tahap I", "12 Dokumen 3 Orang", ""] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn letters_that_say_something_never_bled() {
        assert_eq!(bled("n 10,235,000"), Some(("n", "10,235,000")));
        for text in ["minus 35.250.000", "juta 35.250", "N 10", "10", "n x"] {
            assert_eq!(bled(text), None, "{text}");
        }
    }
}
