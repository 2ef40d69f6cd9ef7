//! Several values stacked in one cell as a list.

mod stack;

pub use stack::{around, at_beginnings};

/// The items of a list that begins at the text's start: `a) … b) …`, `a. …`, `1. …`, `1) …`, bullets, or lines
/// that begin with a dash. `None` for fewer than two items, or where a mark is missing from the sequence.
/// Marks are taken off, the items' own text is kept.
#[must_use]
pub fn lettered(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    bullets(text).or_else(|| sequence(text, letter_mark)).or_else(|| sequence(text, number_mark))
}

/// Parts a run-on text into exactly `count` known phrases, if there is one way to do so and no other.
#[must_use]
pub fn split_counts(text: &str, count: usize, phrases: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if count == 0 || words.len() < count || words.len() > MOST_WORDS {
        return None;
    }
    // Per word boundary and number of phrases so far: how many ways lead there, and where the last begins.
    let mut table: Vec<Vec<(u8, usize)>> = vec![vec![(0, 0); count + 1]; words.len() + 1];
    *table.first_mut()?.first_mut()? = (1, 0);
    for end in 1..=words.len() {
        for start in end.saturating_sub(LONGEST_PHRASE)..end {
            if !phrases(&words.get(start..end)?.join(" ")) {
                continue;
            }
            for taken in 1..=count {
                let (ways, _) = *table.get(start)?.get(taken - 1)?;
                let entry = table.get_mut(end)?.get_mut(taken)?;
                if ways > 0 {
                    *entry = (entry.0.saturating_add(ways), start);
                }
            }
        }
    }
    trace(&table, &words, count)
}

const LONGEST_PHRASE: usize = 12;
const MOST_WORDS: usize = 5_000;

fn trace(table: &[Vec<(u8, usize)>], words: &[&str], count: usize) -> Option<Vec<String>> {
    let mut end = words.len();
    let mut found = Vec::with_capacity(count);
    for taken in (1..=count).rev() {
        let (ways, start) = *table.get(end)?.get(taken)?;
        if ways != 1 {
            return None;
        }
        found.push(words.get(start..end)?.join(" "));
        end = start;
    }
    found.reverse();
    Some(found)
}

const BULLETS: [char; 10] = ['•', '●', '▪', '■', '◦', '○', '\u{f0b7}', '\u{f0a7}', '➢', '✓'];

fn bullets(text: &str) -> Option<Vec<String>> {
    let items: Vec<String> = if text.starts_with(BULLETS) {
        text.split(BULLETS).skip(1).map(|item| item.trim().to_owned()).collect()
    } else if text.starts_with(['-', '–', '*']) {
        dashes(text)?
    } else {
        return None;
    };
    (items.len() > 1 && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// Lines that begin with a dash; a line without one goes on with the item before. A dash before a digit is a
/// minus.
fn dashes(text: &str) -> Option<Vec<String>> {
    let mut items: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let item = line.strip_prefix(['-', '–', '*']).map(str::trim);
        if let Some(item) = item.filter(|item| !item.starts_with(|c: char| c.is_ascii_digit())) {
            items.push(item.to_owned());
        } else {
            let last = items.last_mut()?;
            last.push(' ');
            last.push_str(line);
        }
    }
    Some(items)
}

/// `a`, `b` … `z`, and nothing after.
fn letter_mark(index: usize) -> String {
    ('a'..='z').nth(index).map(String::from).unwrap_or_default()
}

fn number_mark(index: usize) -> String {
    (index + 1).to_string()
}

/// Marks in their sequence, all of the style of the first.
fn sequence(text: &str, mark: fn(usize) -> String) -> Option<Vec<String>> {
    let first = mark(0);
    let opening = text.starts_with('(');
    let rest = text.strip_prefix('(').unwrap_or(text);
    let after = rest.get(first.len()..).filter(|_| starts_with(rest, &first))?;
    let closing = after.chars().next().filter(|c| matches!(c, ')' | '.'))?;
    let mut rest = after.get(1..)?;
    if opening && closing != ')' || !opens_item(rest, closing) {
        return None;
    }
    let mut items = Vec::new();
    let mut index = 1;
    while let Some((item, next)) = next_mark(rest, &mark(index), opening, closing) {
        items.push(item.trim().to_owned());
        rest = next;
        index += 1;
    }
    items.push(rest.trim().to_owned());
    (items.len() > 1 && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// The text before the next mark and the text after it.
fn next_mark<'a>(text: &'a str, mark: &str, opening: bool, closing: char) -> Option<(&'a str, &'a str)> {
    if mark.is_empty() {
        return None;
    }
    let wanted = if opening { format!("({mark}{closing}") } else { format!("{mark}{closing}") };
    for (at, _) in text.char_indices() {
        let before = text.get(..at)?;
        let tail = text.get(at..)?;
        let apart = before.ends_with(|c: char| c.is_whitespace() || matches!(c, ';' | ','));
        let inside = before.matches('(').count() > before.matches(')').count();
        if apart && !inside && starts_with(tail, &wanted) {
            let after = tail.get(wanted.len()..)?;
            if opens_item(after, closing) {
                return Some((before, after));
            }
        }
    }
    None
}

/// Without regard to the case of ASCII letters.
fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// `1.` opens an item only before a blank, so that `1.500` is a number; `a)` before anything.
fn opens_item(after: &str, closing: char) -> bool {
    closing == ')' || after.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_parted_at_their_marks() {
        for text in [
            "a) Satu b) Dua c) Tiga",
            "a. Satu b. Dua c. Tiga",
            "A. Satu\nB. Dua\nC. Tiga",
            "1. Satu 2. Dua 3. Tiga",
            "1) Satu 2)Dua 3) Tiga",
            "(1) Satu (2) Dua (3) Tiga",
            "• Satu • Dua • Tiga",
            "- Satu\n- Dua\n- Tiga",
        ] {
            assert_eq!(lettered(text), Some(["Satu", "Dua", "Tiga"].map(str::to_owned).to_vec()), "{text}");
        }
    }

    #[test]
    fn brackets_inside_an_item_are_its_own() {
        let items = lettered("a) Pelatihan (kader a) b) Bantuan 1.500 Ha c) x").unwrap();
        assert_eq!(items, ["Pelatihan (kader a)", "Bantuan 1.500 Ha", "x"]);
        let items = lettered("a) Drainase\nb) Jalan (Dusun C)\nc) Sumur").unwrap();
        assert_eq!(items, ["Drainase", "Jalan (Dusun C)", "Sumur"]);
    }

    #[test]
    fn what_is_no_list_is_left_alone() {
        for text in [
            "",
            "a) Satu",
            "b) Dua c) Tiga",
            "Satu a) Dua b) Tiga",
            "1.500 2.500",
            "-5 -6",
            "Kab. Sukamaju",
            "1. x 3. y",
        ] {
            assert_eq!(lettered(text), None, "{text}");
        }
        assert_eq!(lettered("a) Satu c) Dua"), None);
    }

    #[test]
    fn a_run_of_phrases_is_parted_only_one_way() {
        let known = ["Melati", "Batu Indah Pesisir", "Sukamaju", "Lembah Kenanga"];
        let phrases = |text: &str| known.contains(&text);
        let text = "Melati Melati Batu Indah Pesisir Sukamaju Lembah Kenanga";
        assert_eq!(split_counts(text, 5, &phrases).unwrap().get(2).unwrap(), "Batu Indah Pesisir");
        assert_eq!(split_counts(text, 4, &phrases), None);
        assert_eq!(split_counts("Kinali Xyz", 2, &phrases), None);
        let loose = |text: &str| ["a", "b", "a b", "b a"].contains(&text);
        assert_eq!(split_counts("a b a", 2, &loose), None);
        assert_eq!(split_counts("a b a", 3, &loose).unwrap().len(), 3);
        assert_eq!(split_counts("", 0, &loose), None);
    }
}
