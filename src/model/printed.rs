//! What a header prints.

use std::ops::Range;

use super::region::Slot;
use super::table::Unit;
use super::years::years;

/// How a column that no form declares stands to the declared one that it resembles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// By itself: its printed path is the whole of its header.
    #[default]
    Alone,
    /// One level below it: `K` and `Rp` below a target, `APBD I` below an amount.
    Below,
    /// Beside it, below the same group: `Gubernur` beside `Nasional` and `Daerah`.
    Beside,
    /// A further year of the same group.
    Year,
}

/// What the header of the input prints above one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// The words of the path, from the outermost group to the column itself, blanks made single.
    pub header: Vec<String>,
    /// The year that the path prints: in the leaf, or in the nearest group that prints one.
    pub year: Option<u16>,
    /// The columns of the sheet that it covers.
    pub slot: Slot,
    /// The entry of the number row below it.
    pub number: Option<String>,
    /// How it stands to the declared column that it resembles.
    pub standing: Standing,
    /// The unit of its amounts, where that is another than its table's.
    pub unit: Option<Unit>,
}

impl Printed {
    /// Puts another year in the place of the one that the path prints, in the year and in the words; what stands around
    /// it stays, also where blanks tear its digits. Does nothing where no year is printed.
    pub fn restate_year(&mut self, year: u16) {
        let Some(printed) = self.year.replace(year) else { return };
        let says = |text: &&mut String| years(text) == [printed];
        if let Some(text) = self.header.iter_mut().rev().find(says)
            && let Some(place) = place_of(text, &printed.to_string())
        {
            text.replace_range(place, &year.to_string());
        }
    }
}

/// Where digits stand by themselves in a text: in one piece, or where they do so nowhere, with blanks between them.
fn place_of(text: &str, digits: &str) -> Option<Range<usize>> {
    let found = |characters: &[(usize, char)]| {
        let is_digit =
            |at: usize| characters.get(at).is_some_and(|(_, character)| character.is_ascii_digit());
        let length = digits.chars().count();
        characters.windows(length).enumerate().find_map(|(start, run)| {
            let is_alone =
                start.checked_sub(1).is_none_or(|before| !is_digit(before)) && !is_digit(start + length);
            let (first, last) = (run.first()?.0, run.last()?.0);
            let is_it = run.iter().map(|(_, character)| *character).eq(digits.chars());
            (is_it && is_alone).then_some(first..last + 1)
        })
    };
    let all: Vec<(usize, char)> = text.char_indices().collect();
    let seen: Vec<(usize, char)> =
        all.iter().copied().filter(|(_, character)| !character.is_whitespace()).collect();
    found(&all).or_else(|| found(&seen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_a_year_stay() {
        let cases = [
            ("Target Renja Tahun 2023 (n)", 2024, "Target Renja Tahun 2024 (n)"),
            ("Target Renja Tahun 2023 (n)", 2023, "Target Renja Tahun 2023 (n)"),
            ("Realisasi Ta hun 20 23 Triwulan I", 2022, "Realisasi Ta hun 2022 Triwulan I"),
            ("Realisasi Ta hun 20 23 Triwulan I", 2023, "Realisasi Ta hun 2023 Triwulan I"),
            ("12.0231 pada tahun 2023", 2025, "12.0231 pada tahun 2025"),
        ];
        for (text, year, wanted) in cases {
            let header = vec!["2023".to_owned(), text.to_owned(), "Rp".to_owned()];
            let mut printed = Printed { header, year: Some(2023), ..Printed::default() };
            printed.restate_year(year);
            assert_eq!(printed.header, ["2023", wanted, "Rp"]);
            assert_eq!(printed.year, Some(year));
        }
    }
}
