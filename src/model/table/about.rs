//! What is known of a whole document, and which edition of the codification it follows.

use crate::model::said::Said;

/// An edition of the codification. The editions of 2019, 2021 and 2023 share today's grammar of codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// Programs and kegiatan of Permendagri 13/2006, for plans until 2020.
    Y2006,
    /// Permendagri 90/2019 as first published.
    Y2019,
    /// Two-digit sub kegiatan (050-3708/2020, 050-5889/2021).
    #[default]
    Y2021,
    /// Four-digit sub kegiatan (900.1.15.5-1317/2023 and later).
    Y2023,
    /// The edition of a later decree that a person added, by its name.
    Added(&'static str),
}

impl Edition {
    /// Those that are built in, the oldest first.
    pub const ALL: [Self; 4] = [Self::Y2006, Self::Y2019, Self::Y2021, Self::Y2023];

    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Y2006 => "2006",
            Self::Y2019 => "2019",
            Self::Y2021 => "2021",
            Self::Y2023 => "2023",
            Self::Added(name) => name,
        }
    }

    /// How many digits number a sub kegiatan; 0 where there is none.
    #[must_use]
    pub const fn sub_digits(self) -> usize {
        match self {
            Self::Y2006 => 0,
            Self::Y2019 | Self::Y2021 => 2,
            Self::Y2023 | Self::Added(_) => 4,
        }
    }

    /// Whether its codes are those of Permendagri 13/2006, which have another grammar.
    #[must_use]
    pub const fn is_legacy(self) -> bool {
        matches!(self, Self::Y2006)
    }
}

/// What says which edition a document follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionEvidence {
    /// Its codes, with or without their names.
    Codes,
    /// Its names.
    Names,
    /// Its plan year alone.
    Year,
    /// A person.
    Person,
}

impl EditionEvidence {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes",
            Self::Names => "names",
            Self::Year => "year",
            Self::Person => "person",
        }
    }
}

/// Why a document follows its edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionGround {
    /// What says so.
    pub kind: EditionEvidence,
    /// How many rows do.
    pub count: usize,
    /// The evidence in words.
    pub text: Said,
}

/// What is known of the whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// `Kabupaten …`, `Kota …` or `Provinsi …`.
    pub region: Option<String>,
    /// The office.
    pub opd: Option<String>,
    /// The plan year.
    pub year: Option<u16>,
    /// The edition of the codification.
    pub codification: Option<Edition>,
    /// What says that it is this edition.
    pub edition_ground: Option<EditionGround>,
}
