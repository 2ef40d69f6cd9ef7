//! The rows of all parts, by office and unit and in the order of their codes: parents once for each, what has nothing
//! below it as often as it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::office::Home;
use super::parts::{MONEY, Part, leaves, uncoded};
use crate::codification::codification;
use crate::compare::tally::{Amount, Tally, above};
use crate::model::{Edition, Kode, letters};

/// A row of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub(super) part: usize,
    pub(super) row: usize,
}

/// A merged row.
pub(super) enum Entry {
    /// The row of an office, or of a unit of it, above all that is theirs.
    Head(Home),
    /// A code with others below it, and every row that says something of it; none for a code that no file prints.
    Group(Kode, Vec<Piece>),
    /// A row with nothing below it in its file.
    Leaf(Kode, Piece),
}

impl Entry {
    /// The code; the rows of offices and units have none.
    pub(super) const fn code(&self) -> Option<&Kode> {
        match self {
            Self::Head(_) => None,
            Self::Group(code, _) | Self::Leaf(code, _) => Some(code),
        }
    }
}

/// All rows but the total.
pub(super) struct Gathered {
    pub(super) entries: Vec<Entry>,
    /// The merged row of a row; rows without a code have none.
    pub(super) home: BTreeMap<Piece, usize>,
    /// What stands below each group and at it, and below each head, by the index of its entry.
    pub(super) sums: BTreeMap<usize, [Tally; 2]>,
    /// What stands in the whole table.
    pub(super) total: [Tally; 2],
    /// Rows of groups whose own amount is counted, for nothing below them has one.
    pub(super) alone: BTreeSet<Piece>,
}

/// Sorts behind every part of a code: a row with nothing below it comes after the groups of its code.
const BEHIND: &str = "~";

/// The letters of an office and of its unit: the section that a row stands in. Both are empty where the plan is of one
/// office without units.
type Section = [String; 2];

/// Where a merged row stands: its section, the parts of its code (none of a head), and of a leaf which row it is.
type Key = (Section, Vec<String>, Option<Piece>);

/// The sections of all rows.
struct Sections {
    /// Whether there are several.
    several: bool,
}

impl Sections {
    fn of(parts: &[Part<'_>]) -> Self {
        let rows = parts.iter().flat_map(|part| (0..part.table.rows.len()).map(move |row| (part, row)));
        let coded = rows.filter(|(part, row)| part.code(*row).is_some());
        let found: BTreeSet<Section> = coded.map(|(part, row)| named(part.home(row))).collect();
        Self { several: found.len() > 1 }
    }

    fn section(&self, home: &Home) -> Section {
        if self.several { named(home) } else { Section::default() }
    }
}

fn named(home: &Home) -> Section {
    [letters(&home.office), home.unit.as_deref().map(letters).unwrap_or_default()]
}

pub(super) fn gather(parts: &[Part<'_>]) -> Gathered {
    let sections = Sections::of(parts);
    let mut rows: BTreeMap<Key, Entry> = BTreeMap::new();
    for (index, part) in parts.iter().enumerate() {
        let leaves = leaves(part.table);
        let coded = || (0..part.table.rows.len()).filter_map(|row| Some((row, part.code(row)?)));
        let lowest: BTreeSet<(&Home, &Kode)> = coded()
            .filter(|(_, code)| leaves.contains(code))
            .map(|(row, code)| (part.home(row), code))
            .collect();
        let has_parts = (0..part.table.rows.len()).any(|row| part.home(row) != part.home(0));
        for (row, code) in coded() {
            let piece = Piece { part: index, row };
            let is_leaf = leaves.contains(code);
            let own = vec![part.home(row)];
            let homes = if is_leaf || !has_parts { own } else { speaks_of(part.home(row), code, &lowest) };
            for home in homes {
                let section = sections.section(home);
                if sections.several {
                    add_heads(&mut rows, home, &section);
                }
                put(&mut rows, &section, code, piece, is_leaf);
            }
        }
    }
    let edition = edition(parts);
    rows.retain(|_, entry| match entry {
        Entry::Group(code, pieces) => !pieces.is_empty() || official_name(code, edition).is_some(),
        Entry::Head(_) | Entry::Leaf(..) => true,
    });
    let (keys, entries): (Vec<Key>, Vec<Entry>) = rows.into_iter().unzip();
    let mut gathered = Gathered {
        home: homes(&entries),
        entries,
        sums: BTreeMap::new(),
        total: [Tally::default(); 2],
        alone: BTreeSet::new(),
    };
    let places = keys.into_iter().enumerate().filter(|(_, (.., piece))| piece.is_none());
    let places = places.map(|(index, (section, code, _))| ((section, code), index)).collect();
    add_up(parts, &sections, &places, &mut gathered);
    gathered
}

/// Whose sections a row belongs to: its own; but a row with nothing below it there stands above those of others.
fn speaks_of<'a>(own: &'a Home, code: &Kode, lowest: &BTreeSet<(&'a Home, &Kode)>) -> Vec<&'a Home> {
    let below = lowest.iter().filter(|(_, leaf)| *leaf == code || leaf.is_below(code));
    let homes: BTreeSet<&Home> = below.map(|(home, _)| *home).collect();
    if homes.is_empty() || homes.contains(own) { vec![own] } else { homes.into_iter().collect() }
}

/// Puts a row into a section, with the groups above it.
fn put(rows: &mut BTreeMap<Key, Entry>, section: &Section, code: &Kode, piece: Piece, is_leaf: bool) {
    let at = |code: &Kode| (section.clone(), key(code), None);
    if is_leaf {
        let mut key = key(code);
        key.push(BEHIND.to_owned());
        rows.insert((section.clone(), key, Some(piece)), Entry::Leaf(code.clone(), piece));
    } else {
        let group = || Entry::Group(code.clone(), Vec::new());
        if let Entry::Group(_, pieces) = rows.entry(at(code)).or_insert_with(group) {
            pieces.push(piece);
        }
    }
    for parent in above(code) {
        let group = || Entry::Group(parent.clone(), Vec::new());
        rows.entry(at(&parent)).or_insert_with(group);
    }
}

/// The rows of an office and, where it is one's, of a unit.
fn add_heads(rows: &mut BTreeMap<Key, Entry>, home: &Home, section: &Section) {
    let [office, unit] = section;
    let whole = Home { unit: None, ..home.clone() };
    let key = |section: Section| (section, Vec::new(), None);
    rows.entry(key([office.clone(), String::new()])).or_insert(Entry::Head(whole));
    if !unit.is_empty() {
        rows.entry(key(section.clone())).or_insert_with(|| Entry::Head(home.clone()));
    }
}

fn key(code: &Kode) -> Vec<String> {
    code.parts().map(str::to_owned).collect()
}

fn homes(entries: &[Entry]) -> BTreeMap<Piece, usize> {
    let mut homes = BTreeMap::new();
    for (row, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Head(_) => {}
            Entry::Group(_, pieces) => homes.extend(pieces.iter().map(|piece| (*piece, row))),
            Entry::Leaf(_, piece) => {
                homes.insert(*piece, row);
            }
        }
    }
    homes
}

/// The entries of groups and heads by their section and code.
type Places = BTreeMap<(Section, Vec<String>), usize>;

fn add_up(parts: &[Part<'_>], sections: &Sections, places: &Places, gathered: &mut Gathered) {
    for (index, part) in parts.iter().enumerate() {
        let leaves = leaves(part.table);
        for (position, column) in MONEY.into_iter().enumerate() {
            for (row, amount) in part.counted(column) {
                let Some(code) = part.code(row) else { continue };
                let section = sections.section(part.home(row));
                let own = Some(code.clone()).filter(|_| !leaves.contains(code));
                if own.is_some() {
                    gathered.alone.insert(Piece { part: index, row });
                }
                let codes = own.into_iter().chain(above(code)).map(|code| key(&code)).collect();
                gathered.add(places, &section, codes, (position, amount));
            }
            let lost = uncoded(part.table).filter(|row| part.amount(*row, column).is_some());
            for row in lost {
                let section = sections.section(part.home(row));
                gathered.add(places, &section, Vec::new(), (position, Amount::Open));
            }
        }
    }
}

impl Gathered {
    /// Adds an amount to the groups of a section with these codes, to the heads above them, and to the total.
    fn add(
        &mut self,
        places: &Places,
        section: &Section,
        mut codes: Vec<Vec<String>>,
        (position, amount): (usize, Amount),
    ) {
        let [office, unit] = section;
        codes.push(Vec::new());
        let of_office = (!unit.is_empty()).then(|| ([office.clone(), String::new()], Vec::new()));
        let keys = codes.into_iter().map(|code| (section.clone(), code)).chain(of_office);
        for entry in keys.filter_map(|key| places.get(&key)) {
            if let Some(tally) = self.sums.entry(*entry).or_default().get_mut(position) {
                tally.add(amount);
            }
        }
        if let Some(total) = self.total.get_mut(position) {
            total.add(amount);
        }
    }
}

/// The edition that most files follow, the later one of two.
pub(super) fn edition(parts: &[Part<'_>]) -> Option<Edition> {
    usual(parts.iter().filter_map(|part| part.document.about.codification))
}

/// The most frequent value, the greatest of equally frequent ones.
pub(super) fn usual<T: Ord + Clone>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut votes: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *votes.entry(value).or_default() += 1;
    }
    votes.into_iter().max_by_key(|(value, count)| (*count, value.clone())).map(|(value, _)| value)
}

/// The codification's name of a code.
pub(super) fn official_name(code: &Kode, edition: Option<Edition>) -> Option<&'static str> {
    let entries = codification(edition?).by_code(code);
    // A bidang's own program 01 is not the general one of the same number.
    let own = entries.iter().find(|entry| !entry.is_general()).or(entries.first());
    own.map(|entry| entry.nama)
}
