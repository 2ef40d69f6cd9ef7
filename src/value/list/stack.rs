//! Indicators that run together in one cell, without any mark between them.

use crate::model::letters;

/// Words with which indicators begin.
const BEGINNINGS: [&str; 16] = [
    "jumlah",
    "persentase",
    "prosentase",
    "tersedianya",
    "terlaksananya",
    "terpeliharanya",
    "meningkatnya",
    "terwujudnya",
    "tersusunnya",
    "cakupan",
    "indeks",
    "nilai",
    "rasio",
    "tingkat",
    "presentase",
    "terselenggaranya",
];

/// Words that bind what follows them to what stands before: no phrase ends with one of them.
const BINDING: [&str; 26] = [
    "di", "ke", "dari", "dan", "atau", "yang", "untuk", "pada", "dalam", "dengan", "oleh", "per", "menurut",
    "terhadap", "serta", "sebagai", "bagi", "antar", "hingga", "sampai", "tentang", "kepada", "melalui",
    "atas", "secara", "dan/atau",
];

/// The text cut before each later word with which an indicator begins, if that gives exactly so many parts. A word
/// behind one that binds (`di Tingkat …`) begins nothing.
#[must_use]
pub fn at_beginnings(text: &str, count: usize) -> Option<Vec<String>> {
    let mut starts = vec![0];
    let mut before = String::new();
    for (at, word) in words(text) {
        if at > 0 && is_beginning(word) && !BINDING.contains(&before.as_str()) {
            starts.push(at);
        }
        before = word.to_lowercase();
    }
    if starts.len() != count {
        return None;
    }
    starts.push(text.len());
    let part = |pair: &[usize]| match pair {
        [from, to] => text.get(*from..*to).map(|part| part.trim().to_owned()),
        _ => None,
    };
    let parts: Vec<String> = starts.windows(2).filter_map(part).collect();
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

/// Whether an indicator begins with this word: one of the usual words, with a capital.
fn is_beginning(word: &str) -> bool {
    BEGINNINGS.contains(&word.to_lowercase().as_str())
        && (word.starts_with(char::is_uppercase) || word == "jumlah")
}

/// The text cut before and behind a phrase that it holds, once, as whole words, whatever its blanks and punctuation; the
/// phrase alone is no stack. With a `count` that many parts must come of it, where the parts beside the phrase are cut
/// at their beginnings if need be; without one each part beside the phrase must begin as an indicator does.
#[must_use]
pub fn around(text: &str, phrase: &str, count: Option<usize>) -> Option<Vec<String>> {
    if text == phrase {
        return None;
    }
    let (from, to) = found(text, phrase)?;
    let outer =
        |part: &str| Some(part.trim().to_owned()).filter(|part| part.chars().any(char::is_alphanumeric));
    let (before, after) = (outer(text.get(..from)?), outer(text.get(to..)?));
    let middle = text.get(from..to)?.trim().to_owned();
    let beside = before.iter().chain(&after);
    let others = beside.clone().count();
    if others == 0 || before.as_deref().is_some_and(ends_bound) {
        return None;
    }
    match count {
        None => {
            let begins = |part: &String| words(part).first().is_some_and(|(_, word)| is_beginning(word));
            beside.clone().all(begins).then(|| before.into_iter().chain([middle]).chain(after).collect())
        }
        Some(count) if others + 1 == count => Some(before.into_iter().chain([middle]).chain(after).collect()),
        Some(count) => {
            let wanted = count.checked_sub(1)?;
            match (before, after) {
                (Some(before), None) => {
                    Some(at_beginnings(&before, wanted)?.into_iter().chain([middle]).collect())
                }
                (None, Some(after)) => {
                    Some([middle].into_iter().chain(at_beginnings(&after, wanted)?).collect())
                }
                _ => None,
            }
        }
    }
}

fn ends_bound(text: &str) -> bool {
    words(text).last().is_some_and(|(_, word)| BINDING.contains(&word.to_lowercase().as_str()))
}

/// Where a phrase stands in a text, by its letters, from the first letter of a word to the last of one; `None` where it
/// stands there never, or twice.
fn found(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let wanted = letters(phrase);
    if wanted.is_empty() {
        return None;
    }
    let mut found = None;
    let words = words(text);
    for (first, (from, _)) in words.iter().enumerate() {
        let mut run = String::new();
        for (at, word) in words.iter().skip(first) {
            run.push_str(&letters(word));
            if run.len() >= wanted.len() || !wanted.starts_with(run.as_str()) {
                if run == wanted && found.replace((*from, at + word.len())).is_some() {
                    return None;
                }
                break;
            }
        }
    }
    found
}

fn words(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_whitespace()) {
            (None, false) => start = Some(index),
            (Some(from), true) => {
                found.extend(text.get(from..index).map(|word| (from, word)));
                start = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICIAL: &str = "Jumlah Laporan Kebutuhan Pokok di Tingkat Agen dan Pasar Rakyat";

    #[test]
    fn a_word_behind_one_that_binds_begins_nothing() {
        let text = "Jumlah Laporan di Tingkat Agen Persentase Ketersediaan";
        assert_eq!(
            at_beginnings(text, 2).unwrap(),
            ["Jumlah Laporan di Tingkat Agen", "Persentase Ketersediaan"]
        );
        assert_eq!(at_beginnings("Jumlah Laporan di Tingkat Agen kemudahan akses", 2), None);
    }

    #[test]
    fn a_stack_is_cut_around_the_official_indicator() {
        let text = format!("{OFFICIAL} kemudahan dalam mengakses");
        assert_eq!(around(&text, OFFICIAL, Some(2)).unwrap(), [OFFICIAL, "kemudahan dalam mengakses"]);
        let text = format!("Jumlah produk bersaing {OFFICIAL}");
        assert_eq!(around(&text, OFFICIAL, Some(2)).unwrap(), ["Jumlah produk bersaing", OFFICIAL]);
        assert_eq!(around(&text, OFFICIAL, None).unwrap(), ["Jumlah produk bersaing", OFFICIAL]);
        let text = format!("{OFFICIAL} Jumlah A Persentase B");
        assert_eq!(around(&text, OFFICIAL, Some(3)).unwrap(), [OFFICIAL, "Jumlah A", "Persentase B"]);
    }

    #[test]
    fn what_goes_on_is_no_stack() {
        assert_eq!(around(OFFICIAL, OFFICIAL, Some(2)), None);
        let text = format!("{OFFICIAL} Tahun 2024");
        assert_eq!(around(&text, OFFICIAL, None), None);
        let text = format!("{OFFICIAL}an Jumlah A");
        assert_eq!(around(&text, OFFICIAL, None), None);
        let text = format!("{OFFICIAL} {OFFICIAL}");
        assert_eq!(around(&text, OFFICIAL, Some(2)), None);
        assert_eq!(around(&format!("Persentase dari {OFFICIAL}"), OFFICIAL, Some(2)), None);
    }
}
