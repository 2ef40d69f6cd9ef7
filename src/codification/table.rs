//! An edition of the codification and its look-ups.

use std::fmt::Write as _;
use std::sync::OnceLock;

use super::entry::Entry;
use super::names::Names;
use super::naming::names_none;
use crate::model::{Kode, Shape, Tingkat, letters};

/// One edition: its entries in the order of their codes, found by code and by name.
#[derive(Debug)]
pub struct Codification {
    entries: Vec<Entry>,
    /// The names in the order of their letters, where the build has put them into it.
    built: Option<&'static str>,
    names: OnceLock<Names>,
}

/// The least letters that [`Codification::prefix`] and [`Codification::suffix`] ask for.
const SHORTEST_PART: usize = 8;

impl Codification {
    /// The edition of these entries, which stand in the order of their codes.
    pub(super) fn of(entries: impl Iterator<Item = Entry>) -> Self {
        let entries = entries.filter(|entry| !names_none(entry.kode.as_str())).collect();
        Self { entries, built: None, names: OnceLock::new() }
    }

    /// A built-in edition of these entries, with its names as the build has put them into order.
    pub(super) fn built(entries: impl Iterator<Item = Entry>, names: &'static str) -> Self {
        Self { built: Some(names), ..Self::of(entries) }
    }

    /// Every entry in the order of the codes, the general ones (`X.XX…`) last.
    #[must_use]
    pub fn entries(&'static self) -> &'static [Entry] {
        &self.entries
    }

    /// The entries of a code; several where provinces and regencies have different names. A code of program 01 in
    /// a real bidang also finds the general entries (`X.XX.01…`), after its own if it has any. Empty for a code
    /// that is not in this edition.
    #[must_use]
    pub fn by_code(&'static self, code: &Kode) -> Vec<&'static Entry> {
        let canonical = if code.shape().is_some() { as_published(code) } else { Some(code.clone()) };
        let general = general(code);
        canonical.iter().chain(&general).flat_map(|code| self.at(code)).collect()
    }

    fn at(&'static self, code: &Kode) -> impl Iterator<Item = &'static Entry> + use<> {
        let code = code.clone();
        self.from(&code).take_while(move |entry| entry.kode == code)
    }

    /// The entries from a code on.
    fn from(&'static self, code: &Kode) -> impl Iterator<Item = &'static Entry> + use<> {
        let start = self.entries.partition_point(|entry| entry.kode < *code);
        self.entries.get(start..).unwrap_or_default().iter()
    }

    /// The entries whose name has the same letters, whatever its case, blanks and punctuation; of every level and
    /// bidang, by code.
    #[must_use]
    pub fn by_name(&'static self, name: &str) -> &'static [&'static Entry] {
        self.by_letters(&letters(name))
    }

    /// The entries whose names have exactly these [letters], by code.
    #[must_use]
    pub fn by_letters(&'static self, letters: &str) -> &'static [&'static Entry] {
        self.names().exact(letters)
    }

    /// The entries whose name is like the given one, with their [likeness](super::likeness) of at least `floor`,
    /// the best first, equal ones by their letters and then by code; at most `limit`. Only the names that share
    /// most letter triples with the given one are compared.
    #[must_use]
    pub fn similar(&'static self, name: &str, limit: usize, floor: f64) -> Vec<(&'static Entry, f64)> {
        self.names().similar(&letters(name), limit, floor)
    }

    /// The entries whose name starts with the letters of the given text: for a name that lost its tail at a page
    /// break. Nothing for fewer than eight letters. In the order of the letters, then of the codes.
    #[must_use]
    pub fn prefix(&'static self, start: &str) -> Vec<&'static Entry> {
        let start = letters(start);
        if start.len() < SHORTEST_PART { Vec::new() } else { self.names().starting_with(&start) }
    }

    /// The entries whose name ends with the letters of the given text: for a name that lost its head. Nothing for
    /// fewer than eight letters. In the order of the letters, then of the codes.
    #[must_use]
    pub fn suffix(&'static self, end: &str) -> Vec<&'static Entry> {
        let end = letters(end);
        if end.len() < SHORTEST_PART { Vec::new() } else { self.names().ending_with(&end) }
    }

    fn names(&'static self) -> &'static Names {
        self.names.get_or_init(|| match self.built {
            Some(lines) => Names::built(lines, &self.entries),
            None => Names::of(&self.entries),
        })
    }

    /// The entries one level below a code, in code order. Below `2.17` stand the general program `X.XX.01` and
    /// the bidang's own programs; below `2.17.01` the general kegiatan. General entries keep their general codes:
    /// [`Entry::kode_in`] gives them the bidang's.
    #[must_use]
    pub fn children(&'static self, code: &Kode) -> Vec<&'static Entry> {
        let shared = match code.tingkat() {
            Tingkat::BidangUrusan => general_bidang(code).filter(|general| general != code),
            _ => general(code),
        };
        let mut found: Vec<&'static Entry> = shared.iter().flat_map(|code| self.below(code)).collect();
        found.extend(self.below(code));
        // The general program is 01, so code order by what follows the bidang puts it first.
        found.sort_by(|left, right| left.kode.parts().skip(2).cmp(right.kode.parts().skip(2)));
        found
    }

    fn below(&'static self, code: &Kode) -> impl Iterator<Item = &'static Entry> + use<> {
        let parent = as_published(code).unwrap_or_else(|| code.clone());
        let depth = code.tingkat();
        self.from(&parent)
            .skip_while({
                let parent = parent.clone();
                move |entry| entry.kode == parent
            })
            .take_while(move |entry| entry.kode.is_below(&parent))
            .filter(move |entry| entry.tingkat.above() == Some(depth))
    }

    /// Every bidang urusan, in code order; the general `X.XX` is the last.
    pub fn bidang_urusan(&'static self) -> impl Iterator<Item = &'static Entry> {
        self.entries.iter().filter(|entry| entry.tingkat == Tingkat::BidangUrusan)
    }
}

/// What stands for every bidang in the grammar of a code.
fn general_bidang(code: &Kode) -> Option<Kode> {
    if code.shape().is_some() { Kode::legacy("0.00", Shape::default()) } else { Kode::of("X.XX") }
}

/// The general code that a code of program 01, or in the edition of 2006 of programs 01 to 06, in a real bidang stands
/// for.
fn general(code: &Kode) -> Option<Kode> {
    if code.shape().is_some() {
        let published = as_published(code)?;
        let rest = published.as_str().get("1.02".len()..)?;
        let shared = published.parts().nth(2)?.parse().is_ok_and(|program: u8| (1..=6).contains(&program));
        let shared = shared && !published.as_str().starts_with("0.00");
        return if shared { Kode::legacy(&format!("0.00{rest}"), Shape::default()) } else { None };
    }
    let mut parts = code.parts();
    let (urusan, bidang, program) = (parts.next()?, parts.next()?, parts.next()?);
    if urusan == "X" || program != "01" {
        return None;
    }
    let rest = code.as_str().get(urusan.len() + bidang.len() + 1..)?;
    Kode::of(&format!("X.XX{rest}"))
}

/// A code of the edition of 2006 as it is published: without office and unit, one digit for the urusan and two for the
/// others. `None` for what is not published: offices, units, rincian, and numbers of more digits. Other codes stay.
fn as_published(code: &Kode) -> Option<Kode> {
    if code.shape().is_none() {
        return Some(code.clone());
    }
    let named_below = !matches!(code.tingkat(), Tingkat::PerangkatDaerah | Tingkat::Unit);
    let mut text = String::new();
    for (name, part) in code.named_parts() {
        let number: u8 = match name {
            "organisasi" | "unit" if !named_below => return None,
            "organisasi" | "unit" => continue,
            "rincian" => return None,
            _ => part.parse().ok().filter(|number| *number < 100)?,
        };
        // Writing to a string cannot fail.
        let _ = if text.is_empty() { write!(text, "{number}") } else { write!(text, ".{number:02}") };
    }
    Kode::legacy(&text, Shape::default())
}
