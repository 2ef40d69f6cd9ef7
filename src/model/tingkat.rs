//! The levels of the rows of a table.

/// The level of a row, from the widest that a table lists to the narrowest; a level is deeper than another if it comes
/// later, up to [`Rincian`](Tingkat::Rincian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tingkat {
    /// The office whose rows follow, with the sum of them.
    PerangkatDaerah,
    /// A part of the office (sub unit, Puskesmas, UPTD, school) whose rows follow, with the sum of them.
    Unit,
    /// Urusan: one part.
    Urusan,
    /// Bidang urusan: two parts.
    BidangUrusan,
    /// Program: three parts.
    Program,
    /// Kegiatan: five parts.
    Kegiatan,
    /// Sub kegiatan: six parts.
    SubKegiatan,
    /// A detail below a kegiatan of the 2006 edition, or below a sub kegiatan.
    Rincian,
    /// An indicator of the outcome of the program above.
    Outcome,
    /// An indicator of the output of the kegiatan or sub kegiatan above.
    Output,
    /// A printed sum inside the table.
    Subtotal,
    /// A row that only names what follows.
    Banner,
    /// A total below the table, or below one office's part of it.
    Jumlah,
    /// An indicator row (T-C.30).
    Indikator,
    /// A proposal (T-C.32).
    Usulan,
    /// A goal of the Renstra, with its indicator.
    Tujuan,
    /// An objective of the Renstra, with its indicator.
    Sasaran,
    /// The average or the grade of what was achieved in the rows above (E.81).
    Penilaian,
}

impl Tingkat {
    /// Every level, in order.
    pub const ALL: [Self; 18] = [
        Self::PerangkatDaerah,
        Self::Unit,
        Self::Urusan,
        Self::BidangUrusan,
        Self::Program,
        Self::Kegiatan,
        Self::SubKegiatan,
        Self::Rincian,
        Self::Outcome,
        Self::Output,
        Self::Subtotal,
        Self::Banner,
        Self::Jumlah,
        Self::Indikator,
        Self::Usulan,
        Self::Tujuan,
        Self::Sasaran,
        Self::Penilaian,
    ];

    /// Whether a row of this level stands in the tree of urusan, bidang, program, kegiatan, sub kegiatan and their
    /// details: its amount is a term of the sum above it.
    #[must_use]
    pub const fn is_in_tree(self) -> bool {
        matches!(
            self,
            Self::Urusan
                | Self::BidangUrusan
                | Self::Program
                | Self::Kegiatan
                | Self::SubKegiatan
                | Self::Rincian
        )
    }

    /// Whether an amount of this level is the sum of other rows and never a term of a sum.
    #[must_use]
    pub const fn is_result(self) -> bool {
        matches!(self, Self::PerangkatDaerah | Self::Unit | Self::Subtotal | Self::Jumlah)
    }

    /// Whether a row of this level says something of another row, or names what follows, and takes no part in sums.
    #[must_use]
    pub const fn is_beside(self) -> bool {
        matches!(
            self,
            Self::Outcome | Self::Output | Self::Banner | Self::Tujuan | Self::Sasaran | Self::Penilaian
        )
    }

    /// Whether a row of this level never has a code of the codification.
    #[must_use]
    pub const fn is_uncoded(self) -> bool {
        self.is_result() || self.is_beside()
    }

    /// The name used in the model: `urusan`, `bidang_urusan` …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PerangkatDaerah => "perangkat_daerah",
            Self::Unit => "unit",
            Self::Urusan => "urusan",
            Self::BidangUrusan => "bidang_urusan",
            Self::Program => "program",
            Self::Kegiatan => "kegiatan",
            Self::SubKegiatan => "sub_kegiatan",
            Self::Rincian => "rincian",
            Self::Outcome => "outcome",
            Self::Output => "output",
            Self::Subtotal => "subtotal",
            Self::Banner => "banner",
            Self::Jumlah => "jumlah",
            Self::Indikator => "indikator",
            Self::Usulan => "usulan",
            Self::Tujuan => "tujuan",
            Self::Sasaran => "sasaran",
            Self::Penilaian => "penilaian",
        }
    }

    /// The level of a name as the model spells it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    /// How many parts a code of this level has; `None` for levels without a code.
    #[must_use]
    pub const fn parts(self) -> Option<usize> {
        match self {
            Self::Urusan => Some(1),
            Self::BidangUrusan => Some(2),
            Self::Program => Some(3),
            Self::Kegiatan => Some(5),
            Self::SubKegiatan => Some(6),
            _ => None,
        }
    }

    /// The level next above in the tree of codes.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::BidangUrusan => Some(Self::Urusan),
            Self::Program => Some(Self::BidangUrusan),
            Self::Kegiatan => Some(Self::Program),
            Self::SubKegiatan => Some(Self::Kegiatan),
            _ => None,
        }
    }
}
