//! Texts that overflow into the next cell: `PENDAPATAN ASLI` and `DAERAH (PAD)`.

use foldhash::HashMap;

use super::class::Class;
use super::costs;
use super::looks::{Look, Looks};
use crate::codification::{is_published, is_published_by};
use crate::model::{At, Raw};

/// How often each text stands in a table, by its letters.
#[derive(Default)]
pub(super) struct Texts {
    counts: HashMap<String, usize>,
}

impl Texts {
    /// Takes note of the texts of a row.
    pub(super) fn add<'a>(&mut self, cells: impl Iterator<Item = (At, &'a Raw)>, looks: &mut Looks<'a>) {
        for (_, raw) in cells.filter(|(_, raw)| matches!(raw, Raw::Text(_))) {
            let look = looks.of(raw);
            match self.counts.get_mut(&look.letters) {
                Some(count) => *count += 1,
                None => {
                    self.counts.insert(look.letters.clone(), 1);
                }
            }
        }
    }

    fn count(&self, key: &str) -> usize {
        self.counts.get(key).copied().unwrap_or_default()
    }

    /// Per cell of a row, whether it is the overflow of the text in the cell just before it: the two together stand whole
    /// in the table no less often than either of them, or are published so.
    pub(super) fn overflows<'a>(&self, cells: &[(At, &'a Raw)], looks: &mut Looks<'a>) -> Vec<bool> {
        let mut found = vec![false];
        for pair in cells.windows(2) {
            let is_overflow = match pair {
                [(left, before @ Raw::Text(head)), (right, after @ Raw::Text(rest))]
                    if right.column == left.column + 1 =>
                {
                    let (first, second) = (looks.of(before), looks.of(after));
                    self.is_overflow((head, &first), (rest, &second))
                }
                _ => false,
            };
            found.push(is_overflow);
        }
        found
    }

    fn is_overflow(&self, (head, first): (&str, &Look), (rest, second): (&str, &Look)) -> bool {
        let worded = first.class == Class::Text && matches!(second.class, Class::Text | Class::Predicate);
        if !worded || first.letters.len() + second.letters.len() < costs::OVERFLOW_LETTERS {
            return false;
        }
        let both = format!("{}{}", first.letters, second.letters);
        let often = self.count(&first.letters).max(self.count(&second.letters));
        let bracketed = rest.trim_start().starts_with('(');
        let published = || (bracketed || !is_published_by(&first.letters)) && is_published_by(&both);
        self.count(&both) >= often.max(1)
            || often <= costs::OVERFLOW_ROWS && is_opened(head) && is_place(rest)
            || published()
    }
}

/// Whether a text may be the name of a place: a word or a few, each with a capital.
fn is_place(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= costs::PLACE_WORDS
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && !is_published(text)
}

/// Whether a text ends with what opens the name of a place.
fn is_opened(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    ["kec.", "kab.", "kel."].contains(&last.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::names::Names;
    use super::*;

    fn overflows(rows: &[&[&str]]) -> Vec<bool> {
        let raws: Vec<Vec<Raw>> =
            rows.iter().map(|row| row.iter().map(|text| Raw::text(text)).collect()).collect();
        let cells = |row: &'_ [Raw]| -> Vec<(At, Raw)> {
            row.iter().zip(0..).map(|(raw, column)| (At::new(0, column), raw.clone())).collect()
        };
        let (mut texts, names) = (Texts::default(), Names::of_year(None));
        let mut looks = Looks::new(&names);
        let owned: Vec<Vec<(At, Raw)>> = raws.iter().map(|row| cells(row)).collect();
        let borrowed: Vec<Vec<(At, &Raw)>> =
            owned.iter().map(|row| row.iter().map(|(at, raw)| (*at, raw)).collect()).collect();
        for row in &borrowed {
            texts.add(row.iter().copied(), &mut looks);
        }
        texts.overflows(borrowed.first().unwrap(), &mut looks)
    }

    #[test]
    fn a_text_goes_on_in_the_next_cell() {
        assert_eq!(overflows(&[&["Kab. Agam", "PENDAPATAN ASLI", "DAERAH (PAD)"]]), [false, false, true]);
        assert_eq!(
            overflows(&[&["Cakupan Pelayanan", "Air Minum"], &["Cakupan Pelayanan Air Minum"]]),
            [false, true]
        );
        assert_eq!(overflows(&[&["Kec. Matur, Kec.", "Palembayan", "12 Unit"]]), [false, true, false]);
    }

    #[test]
    fn a_text_of_its_own_is_no_rest() {
        assert_eq!(
            overflows(&[&["Cakupan Pelayanan", "Lubuk Basung"], &["Cakupan Pelayanan"]]),
            [false, false]
        );
        assert_eq!(overflows(&[&["Dana Alokasi Umum", "Dana Desa"]]), [false, false]);
    }
}
