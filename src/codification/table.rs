//! An edition of the codification and its look-ups.

use std::fmt::Write as _;
use std::sync::OnceLock;

use super::built::Built;
use super::entry::Entry;
use super::lines::Lines;
use super::names::Names;
use super::naming::names_none;
use crate::model::{Edition, Kode, Shape, Tingkat, letters};

/// One edition: its entries in the order of their codes, found by code and by name.
#[derive(Debug)]
pub struct Codification {
    /// The codes, with what the record of each says where the table is built in.
    records: Lines,
    /// Whether it is the edition of 2006.
    is_legacy: bool,
    /// The entry of each record, read when it is first asked for; `None` for a record that is none.
    entries: Vec<OnceLock<Option<Entry>>>,
    names: Names,
}

/// The least letters that [`Codification::prefix`] and [`Codification::suffix`] ask for.
const SHORTEST_PART: usize = 8;

impl Codification {
    /// The edition of these entries, which stand in the order of their codes.
    pub(super) fn of(mut entries: Vec<Entry>) -> Self {
        entries.retain(|entry| !names_none(entry.kode.as_str()));
        let records = Lines::leaked(entries.iter().map(|entry| entry.kode.to_string()).collect());
        let names = Names::leaked(entries.iter().map(|entry| entry.nama));
        let entries = entries.into_iter().map(|entry| OnceLock::from(Some(entry))).collect();
        Self { records, is_legacy: false, entries, names }
    }

    /// A built-in edition.
    pub(super) fn built(built: &Built, edition: Edition) -> Self {
        let entries = std::iter::repeat_with(OnceLock::new).take(built.records.len()).collect();
        let names = Names::of(built.names, built.triples);
        Self { records: built.records, is_legacy: edition.is_legacy(), entries, names }
    }

    /// The entry of a record.
    fn entry(&'static self, position: usize) -> Option<&'static Entry> {
        let read = || Entry::of_record(self.records.line(position), self.is_legacy);
        self.entries.get(position)?.get_or_init(read).as_ref()
    }

    /// Every entry in the order of the codes, the general ones (`X.XX…`) last.
    pub fn entries(&'static self) -> impl Iterator<Item = &'static Entry> {
        self.from(0)
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
        let first = self.records.find(code.as_str()).unwrap_or(self.records.len());
        self.from(first).take_while(move |entry| entry.kode == code)
    }

    /// The entries from a position on.
    fn from(&'static self, first: usize) -> impl Iterator<Item = &'static Entry> {
        (first..self.records.len()).filter_map(|position| self.entry(position))
    }

    /// The entries whose name has the same letters, whatever its case, blanks and punctuation; of every level and
    /// bidang, by code.
    #[must_use]
    pub fn by_name(&'static self, name: &str) -> Vec<&'static Entry> {
        self.by_letters(&letters(name))
    }

    /// The entries whose names have exactly these [letters], by code.
    #[must_use]
    pub fn by_letters(&'static self, letters: &str) -> Vec<&'static Entry> {
        self.named(self.names.exact(letters))
    }

    /// Whether an entry's name has exactly these [letters].
    #[must_use]
    pub fn has_letters(&'static self, letters: &str) -> bool {
        self.names.has(letters)
    }

    /// The entries whose name is like the given one, with their [likeness](super::likeness) of at least `floor`,
    /// the best first, equal ones by their letters and then by code; at most `limit`. Only the names that share
    /// most letter triples with the given one are compared.
    #[must_use]
    pub fn similar(&'static self, name: &str, limit: usize, floor: f64) -> Vec<(&'static Entry, f64)> {
        let found = self.names.similar(&letters(name), limit, floor).into_iter();
        found.filter_map(|(position, likeness)| Some((self.entry(position)?, likeness))).collect()
    }

    /// The entries whose name starts with the letters of the given text: for a name that lost its tail at a page
    /// break. Nothing for fewer than eight letters. In the order of the letters, then of the codes.
    #[must_use]
    pub fn prefix(&'static self, start: &str) -> Vec<&'static Entry> {
        let start = letters(start);
        if start.len() < SHORTEST_PART { Vec::new() } else { self.named(self.names.starting_with(&start)) }
    }

    /// The entries whose name ends with the letters of the given text: for a name that lost its head. Nothing for
    /// fewer than eight letters. In the order of the letters, then of the codes.
    #[must_use]
    pub fn suffix(&'static self, end: &str) -> Vec<&'static Entry> {
        let end = letters(end);
        if end.len() < SHORTEST_PART { Vec::new() } else { self.named(self.names.ending_with(&end)) }
    }

    fn named(&'static self, positions: impl Iterator<Item = usize>) -> Vec<&'static Entry> {
        positions.filter_map(|position| self.entry(position)).collect()
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
        self.from(self.records.first_from(parent.as_str()))
            .skip_while({
                let parent = parent.clone();
                move |entry| entry.kode == parent
            })
            .take_while(move |entry| entry.kode.is_below(&parent))
            .filter(move |entry| entry.tingkat.above() == Some(depth))
    }

    /// Every bidang urusan, in code order; the general `X.XX` is the last.
    pub fn bidang_urusan(&'static self) -> impl Iterator<Item = &'static Entry> {
        self.entries().filter(|entry| entry.tingkat == Tingkat::BidangUrusan)
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
