//! The unit of the amounts of a table, and what says so.

use rust_decimal::Decimal;

use crate::model::at::Place;

/// The unit of a table's amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Full rupiah.
    #[default]
    Rupiah,
    /// Thousands of rupiah.
    ThousandRupiah,
    /// Millions of rupiah.
    MillionRupiah,
}

impl Unit {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rupiah => "rupiah",
            Self::ThousandRupiah => "ribu_rupiah",
            Self::MillionRupiah => "juta_rupiah",
        }
    }

    /// How many rupiah one of it is.
    #[must_use]
    pub const fn factor(self) -> Decimal {
        match self {
            Self::Rupiah => Decimal::ONE,
            Self::ThousandRupiah => Decimal::ONE_THOUSAND,
            Self::MillionRupiah => Decimal::from_parts(1_000_000, 0, 0, false, 0),
        }
    }

    /// How a header states it: `(Rp)`, `(Rp.000)`, `(Rp juta)`.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Rupiah => "(Rp)",
            Self::ThousandRupiah => "(Rp.000)",
            Self::MillionRupiah => "(Rp juta)",
        }
    }
}

/// What says in which unit the amounts of a table are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitSaid {
    /// The header of a column, or of a group of columns.
    Header,
    /// A title line.
    Title,
    /// A note above or below the table.
    Note,
    /// Every row in common with a twin table, where what is printed says another.
    Twin,
    /// Nothing: the unit follows from how large the amounts are.
    #[default]
    NonePrinted,
    /// A person.
    Person,
}

impl UnitSaid {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Title => "title",
            Self::Note => "note",
            Self::Twin => "twin",
            Self::NonePrinted => "none-printed",
            Self::Person => "person",
        }
    }
}

/// Why a table's unit is what it is: what says it, where that stands, and its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitGround {
    /// What says it.
    pub said: UnitSaid,
    /// Where it is printed, if it is.
    pub source: Option<Place>,
    /// Its words.
    pub text: String,
}
