//! Codes of the official codification: urusan, bidang urusan, program, kegiatan, sub kegiatan.

use std::fmt;
use std::str::FromStr;

use super::shape::Shape;
use super::tingkat::Tingkat;

/// A code: one of today's grammar, or one of the edition of 2006 with the parts of its [`Shape`].
///
/// Today's grammar is `U.BB.PP.K.GG.SS[SS]`: urusan 1–9 or X, bidang two digits or XX, program two digits, kewenangan
/// one digit, kegiatan two digits, sub kegiatan two or four digits. Codes are ordered as their texts are.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kode {
    /// The text, filled up with noughts, which come before any character of a code.
    bytes: [u8; LONGEST],
    length: u8,
    /// `None` for a code of today's grammar.
    shape: Option<Shape>,
}

/// The bytes of the longest code that is kept: `01.02.1.02.01.01.01.018.01` and a little more.
const LONGEST: usize = 28;

/// Where each part of today's grammar begins.
const STARTS: [usize; 6] = [0, 2, 5, 8, 10, 13];

/// Why a text is no code.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} does not obey the grammar of codes")]
pub struct NotACode(pub String);

impl Kode {
    /// The code that a text is, if it is one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        // A kegiatan has its kewenangan as fourth part, which is no level of its own.
        let whole = matches!(bytes.len(), 1 | 4 | 7 | 12 | 15 | 17);
        let fits = |(index, byte): (usize, &u8)| match index {
            0 => matches!(byte, b'1'..=b'9' | b'X'),
            1 | 4 | 7 | 9 | 12 => *byte == b'.',
            2 | 3 if *byte == b'X' => bytes.get(2..4) == Some(b"XX"),
            _ => byte.is_ascii_digit(),
        };
        let well_formed = whole && bytes.iter().enumerate().all(fits);
        if well_formed { Self::stored(text, None) } else { None }
    }

    /// The code of the edition of 2006 that a text of a given shape is: parts of one to four digits joined by single
    /// dots, as many as a level of the shape has.
    #[must_use]
    pub fn legacy(text: &str, shape: Shape) -> Option<Self> {
        let fits =
            |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        shape.level(text.split('.').count())?;
        if text.split('.').all(fits) { Self::stored(text, Some(shape)) } else { None }
    }

    /// A text that is known to be a code.
    fn stored(text: &str, shape: Option<Shape>) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { bytes, length: u8::try_from(text.len()).ok()?, shape })
    }

    /// The shape of a code of the edition of 2006; `None` for one of today's grammar.
    #[must_use]
    pub const fn shape(&self) -> Option<Shape> {
        self.shape
    }

    /// The parts of today's grammar, one to six without four, for a kegiatan has its kewenangan as fourth part; every
    /// part of a code of the edition of 2006.
    #[must_use]
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        (0..self.count()).map(move |index| self.part(index))
    }

    fn part(&self, index: usize) -> &str {
        let text = self.as_str();
        if self.shape.is_some() {
            return text.split('.').nth(index).unwrap_or_default();
        }
        // The grammar gives every part its place.
        let start = STARTS.get(index).copied().unwrap_or_default();
        let end = STARTS.get(index + 1).map_or(text.len(), |next| (next - 1).min(text.len()));
        text.get(start..end).unwrap_or_default()
    }

    /// How many parts it has.
    #[must_use]
    pub fn count(&self) -> usize {
        if self.shape.is_some() {
            return self.as_str().split('.').count();
        }
        match self.length {
            1 => 1,
            4 => 2,
            7 => 3,
            9 => 4,
            12 => 5,
            _ => 6,
        }
    }

    /// The code as printed: `2.17.01.2.02.01`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let text = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        str::from_utf8(text).unwrap_or_default()
    }

    /// The level that the number of parts tells.
    #[must_use]
    pub fn tingkat(&self) -> Tingkat {
        if let Some(shape) = self.shape {
            return shape.level(self.count()).unwrap_or(Tingkat::Rincian);
        }
        match self.count() {
            1 => Tingkat::Urusan,
            2 => Tingkat::BidangUrusan,
            3 => Tingkat::Program,
            5 => Tingkat::Kegiatan,
            _ => Tingkat::SubKegiatan,
        }
    }

    /// The code of the next level above; `None` for an urusan. The bidang is above an office and above its programs,
    /// for offices and units repeat what stands below them.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        if let Some(shape) = self.shape {
            return shape.parts(above_in_2006(self.tingkat())?).and_then(|count| self.ancestor(count));
        }
        match self.tingkat() {
            Tingkat::Urusan => None,
            Tingkat::BidangUrusan => Some(self.cut(1)),
            Tingkat::Program => Some(self.cut(4)),
            Tingkat::Kegiatan => Some(self.cut(7)),
            _ => Some(self.cut(12)),
        }
    }

    /// The code of its first bytes, which end between two parts.
    fn cut(&self, length: u8) -> Self {
        let mut bytes = [0; LONGEST];
        for (into, from) in bytes.iter_mut().zip(&self.bytes).take(usize::from(length)) {
            *into = *from;
        }
        Self { bytes, length, shape: self.shape }
    }

    /// The code's first `count` parts, if that is a code.
    #[must_use]
    pub fn ancestor(&self, count: usize) -> Option<Self> {
        if count >= self.count() {
            return Some(self.clone());
        }
        if let Some(shape) = self.shape {
            shape.level(count)?;
            let end = self.as_str().match_indices('.').nth(count.checked_sub(1)?)?.0;
            return Some(self.cut(u8::try_from(end).ok()?));
        }
        // Four parts end between a kewenangan and its kegiatan.
        match count {
            1 => Some(self.cut(1)),
            2 => Some(self.cut(4)),
            3 => Some(self.cut(7)),
            5 => Some(self.cut(12)),
            _ => None,
        }
    }

    /// Whether this code stands below the other in the tree.
    #[must_use]
    pub fn is_below(&self, other: &Self) -> bool {
        let length = usize::from(other.length);
        self.length > other.length
            && self.bytes.get(length) == Some(&b'.')
            && self.bytes.get(..length) == other.bytes.get(..length)
    }

    /// The code of this level that it is or stands below, if its grammar has one.
    #[must_use]
    pub fn at_level(&self, level: Tingkat) -> Option<Self> {
        let count = self.shape.map_or_else(|| level.parts(), |shape| shape.parts(level))?;
        if count <= self.count() { self.ancestor(count) } else { None }
    }

    /// The parts of a code of the edition of 2006 by their names, from left to right; nothing for one of today's.
    #[must_use]
    pub fn named_parts(&self) -> Vec<(&'static str, String)> {
        let Some(shape) = self.shape else { return Vec::new() };
        let parts: Vec<&str> = self.parts().collect();
        let sizes = [1, 1, usize::from(shape.office), usize::from(shape.unit), 1, 1, 1];
        let mut start = 0;
        let mut named = Vec::new();
        for (name, size) in PART_NAMES.into_iter().zip(sizes) {
            let own = parts.get(start..(start + size).min(parts.len())).unwrap_or_default();
            if !own.is_empty() {
                named.push((name, own.join(".")));
            }
            start += size;
        }
        named
    }
}

/// What the parts of a code of the edition of 2006 are called.
const PART_NAMES: [&str; 7] = ["urusan", "bidang", "organisasi", "unit", "program", "kegiatan", "rincian"];

/// The level above another in the edition of 2006.
const fn above_in_2006(level: Tingkat) -> Option<Tingkat> {
    match level {
        Tingkat::BidangUrusan => Some(Tingkat::Urusan),
        Tingkat::PerangkatDaerah | Tingkat::Program => Some(Tingkat::BidangUrusan),
        Tingkat::Unit => Some(Tingkat::PerangkatDaerah),
        Tingkat::Kegiatan => Some(Tingkat::Program),
        Tingkat::Rincian => Some(Tingkat::Kegiatan),
        _ => None,
    }
}

impl FromStr for Kode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::of(text).ok_or_else(|| NotACode(text.to_owned()))
    }
}

impl fmt::Display for Kode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Kode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_spelling_is_a_code() {
        for good in ["2", "X.XX", "2.17.01", "2.17.01.2.02", "2.17.01.2.02.01", "X.XX.01.2.02.0001"] {
            assert!(good.parse::<Kode>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "0",
            "2.1",
            "2.17.1",
            "2.17.01.2",
            "2.17.01.2.2",
            "2.17.01.2.02.001",
            "2.17.",
            " 2",
            "2.X1",
            "X.X",
            "2.17.XX",
            "2.17.01.12.2",
        ] {
            assert!(bad.parse::<Kode>().is_err(), "{bad}");
        }
    }

    #[test]
    fn parents_follow_the_levels() {
        let code: Result<Kode, _> = "2.17.01.2.02.01".parse();
        let parents: Vec<String> =
            std::iter::successors(code.ok(), Kode::parent).map(|code| code.to_string()).collect();
        assert_eq!(parents, ["2.17.01.2.02.01", "2.17.01.2.02", "2.17.01", "2.17", "2"]);
    }

    #[test]
    fn a_code_of_2006_has_the_levels_and_parts_of_its_shape() {
        let shape = Shape { office: 3, unit: 0 };
        let code = Kode::legacy("1.02.1.02.01.01.05", shape).unwrap();
        assert_eq!(code.tingkat(), Tingkat::Kegiatan);
        let parents: Vec<String> =
            std::iter::successors(code.parent(), Kode::parent).map(|code| code.to_string()).collect();
        assert_eq!(parents, ["1.02.1.02.01.01", "1.02", "1"]);
        let named: Vec<String> =
            code.named_parts().into_iter().map(|(name, part)| format!("{name} {part}")).collect();
        assert_eq!(named, ["urusan 1", "bidang 02", "organisasi 1.02.01", "program 01", "kegiatan 05"]);
        assert_eq!(code.at_level(Tingkat::PerangkatDaerah).unwrap().as_str(), "1.02.1.02.01");
        assert!(Kode::legacy("1.02.1.02", shape).is_none(), "it ends within the office's number");
        let unit = Kode::legacy("1.2.1.1", Shape { office: 1, unit: 1 }).unwrap();
        assert_eq!(
            (unit.tingkat(), unit.parent().unwrap().tingkat()),
            (Tingkat::Unit, Tingkat::PerangkatDaerah)
        );
        assert_ne!(Kode::of("1.02"), Kode::legacy("1.02", shape), "the grammars are told apart");
    }
}
