//! The shapes that codes of the edition of 2006 have: how many of their parts name the office.

use super::tingkat::Tingkat;

/// How many parts of a code of the edition of 2006 (Permendagri 13/2006) name the office and the unit, between bidang
/// and program: `1.02.1.02.01.01.05` has three for the office (urusan, bidang and number of its own), `1.02.01.05` has
/// none. The parts before are urusan and bidang, those behind program, kegiatan and rincian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shape {
    /// The parts that name the office.
    pub office: u8,
    /// The parts after them that name a unit of it.
    pub unit: u8,
}

impl Shape {
    /// The parts before the program.
    const fn before_program(self) -> usize {
        2 + self.office as usize + self.unit as usize
    }

    /// How many parts a code of a level has; `None` for a level that no code of this shape has.
    #[must_use]
    pub const fn parts(self, level: Tingkat) -> Option<usize> {
        let head = self.before_program();
        match level {
            Tingkat::Urusan => Some(1),
            Tingkat::BidangUrusan => Some(2),
            Tingkat::PerangkatDaerah if self.office > 0 => Some(2 + self.office as usize),
            Tingkat::Unit if self.unit > 0 => Some(head),
            Tingkat::Program => Some(head + 1),
            Tingkat::Kegiatan => Some(head + 2),
            Tingkat::Rincian => Some(head + 3),
            _ => None,
        }
    }

    /// The level of a code of so many parts; `None` where it ends within the office's or the unit's number, or goes on
    /// behind the rincian.
    #[must_use]
    pub fn level(self, parts: usize) -> Option<Tingkat> {
        LEGACY_LEVELS.into_iter().find(|level| self.parts(*level) == Some(parts))
    }
}

/// The levels of the edition of 2006, from the top.
const LEGACY_LEVELS: [Tingkat; 7] = [
    Tingkat::Urusan,
    Tingkat::BidangUrusan,
    Tingkat::PerangkatDaerah,
    Tingkat::Unit,
    Tingkat::Program,
    Tingkat::Kegiatan,
    Tingkat::Rincian,
];
