//! What a header prints.

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
    /// Puts another year in the place of the one that the path prints, in the year and in the words; does nothing where
    /// no year is printed. A text whose year is torn says the new year only.
    pub fn restate_year(&mut self, year: u16) {
        let Some(printed) = self.year.replace(year) else { return };
        let says = |text: &&mut String| years(text) == [printed];
        if let Some(text) = self.header.iter_mut().rev().find(says) {
            let restated = text.replace(&printed.to_string(), &year.to_string());
            *text = if restated == *text { format!("Tahun {year}") } else { restated };
        }
    }
}
