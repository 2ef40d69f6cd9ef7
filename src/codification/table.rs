//! An edition of the codification and its look-ups.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::entry::{Entry, TingkatPemda};
use super::names::NameIndex;
use crate::model::{Edition, Kode, Tingkat, letters};

/// One edition.
#[derive(Debug)]
pub struct Codification {
    entries: Vec<Entry>,
    by_code: BTreeMap<Kode, Vec<usize>>,
    by_name: OnceLock<HashMap<String, Vec<&'static Entry>>>,
    similar: OnceLock<NameIndex>,
}

/// An edition, parsed when first asked for.
#[must_use]
pub fn codification(edition: Edition) -> &'static Codification {
    static Y2021: OnceLock<Codification> = OnceLock::new();
    static Y2023: OnceLock<Codification> = OnceLock::new();
    match edition {
        Edition::Y2021 => Y2021.get_or_init(|| Codification::parse(include_str!("data/2021.csv"))),
        Edition::Y2023 => Y2023.get_or_init(|| Codification::parse(include_str!("data/2023.csv"))),
    }
}

/// The entry of another edition that is the same as one of this: numbers are append-only, so a two-digit sub
/// kegiatan that lives on has two zeros before it, and its name must agree.
#[must_use]
pub fn counterpart(code: &Kode, from: Edition, to: Edition) -> Option<&'static Entry> {
    let own = codification(from).by_code(code);
    let translated = translated(code, to)?;
    codification(to).by_code(&translated).into_iter().find(|other| {
        own.iter()
            .any(|entry| strsim::normalized_levenshtein(&letters(entry.nama), &letters(other.nama)) >= 0.9)
    })
}

fn translated(code: &Kode, to: Edition) -> Option<Kode> {
    let text = code.as_str();
    if code.tingkat() != Tingkat::SubKegiatan {
        return Some(code.clone());
    }
    let (head, sub) = text.rsplit_once('.')?;
    match (to, sub.len()) {
        (Edition::Y2023, 2) => format!("{head}.00{sub}").parse().ok(),
        (Edition::Y2021, 4) => format!("{head}.{}", sub.strip_prefix("00")?).parse().ok(),
        _ => Some(code.clone()),
    }
}

impl Codification {
    fn parse(text: &'static str) -> Self {
        let mut entries = Vec::new();
        for record in records(text) {
            entries.extend(entry(&record));
        }
        let mut by_code: BTreeMap<Kode, Vec<usize>> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_code.entry(entry.kode.clone()).or_default().push(index);
        }
        Self { entries, by_code, by_name: OnceLock::new(), similar: OnceLock::new() }
    }

    /// Every entry in the order of publication.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries of a code; a code of program 01 in a real bidang finds the entry that holds for every bidang.
    /// There are two where provinces and regencies have different names.
    #[must_use]
    pub fn by_code(&'static self, code: &Kode) -> Vec<&'static Entry> {
        let own = self.at(code);
        if !own.is_empty() {
            return own;
        }
        general(code).map(|general| self.at(&general)).unwrap_or_default()
    }

    fn at(&'static self, code: &Kode) -> Vec<&'static Entry> {
        let indexes = self.by_code.get(code).map(Vec::as_slice).unwrap_or_default();
        indexes.iter().filter_map(|index| self.entries.get(*index)).collect()
    }

    /// The entries whose name has the same letters, whatever its case, spaces and punctuation.
    #[must_use]
    pub fn by_name(&'static self, name: &str) -> &'static [&'static Entry] {
        let index = self.by_name.get_or_init(|| {
            let mut index: HashMap<String, Vec<&'static Entry>> = HashMap::new();
            for entry in &self.entries {
                index.entry(letters(entry.nama)).or_default().push(entry);
            }
            index
        });
        index.get(&letters(name)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The entries whose names are most alike by their letters, the best first, none below `floor`.
    #[must_use]
    pub fn similar(&'static self, name: &str, limit: usize, floor: f64) -> Vec<(&'static Entry, f64)> {
        let index = self.similar.get_or_init(|| NameIndex::new(&self.entries));
        index.similar(&letters(name), limit, floor)
    }

    /// The entries whose letters start with the given ones; nothing for fewer than eight.
    #[must_use]
    pub fn prefix(&'static self, start: &str) -> Vec<&'static Entry> {
        if start.len() < 8 {
            return Vec::new();
        }
        let index = self.similar.get_or_init(|| NameIndex::new(&self.entries));
        index.prefix(start)
    }

    /// The entries one level below a code, in code order. Below `2.17` stand its own programs and the general
    /// program 01; below `2.17.01` the general kegiatan, with their general codes.
    #[must_use]
    pub fn children(&'static self, code: &Kode) -> Vec<&'static Entry> {
        let below = |parent: &Kode| -> Vec<&'static Entry> {
            self.entries.iter().filter(|entry| entry.kode.parent().as_ref() == Some(parent)).collect()
        };
        let mut found = below(code);
        let as_general = match code.tingkat() {
            Tingkat::BidangUrusan => "X.XX".parse().ok().filter(|general| general != code),
            _ => general(code),
        };
        if let Some(general) = as_general {
            found.splice(0..0, below(&general));
        }
        found.sort_by(|left, right| {
            let tail = |entry: &Entry| entry.kode.parts().skip(2).map(str::to_owned).collect::<Vec<_>>();
            tail(left).cmp(&tail(right)).then_with(|| left.kode.cmp(&right.kode))
        });
        found
    }

    /// Every bidang urusan.
    pub fn bidang_urusan(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.tingkat == Tingkat::BidangUrusan)
    }
}

/// The code of the general entry for a code of program 01.
fn general(code: &Kode) -> Option<Kode> {
    let parts: Vec<&str> = code.parts().collect();
    let is_support = parts.get(2) == Some(&"01") && parts.first() != Some(&"X");
    let rest = parts.get(2..).filter(|_| is_support)?;
    format!("X.XX.{}", rest.join(".")).parse().ok()
}

fn entry(record: &[&'static str]) -> Option<Entry> {
    let [kode, level, nama, pemda, rest @ ..] = record else { return None };
    Some(Entry {
        kode: kode.parse().ok()?,
        tingkat: Tingkat::from_name(level)?,
        nama,
        tingkat_pemda: match *pemda {
            "provinsi" => TingkatPemda::Provinsi,
            "kabkota" => TingkatPemda::Kabkota,
            _ => TingkatPemda::Both,
        },
        indikator: rest.first().copied().unwrap_or_default(),
        satuan: rest.get(1).copied().unwrap_or_default(),
    })
}

/// The records of an embedded table after its header line; fields are slices of the table itself, which holds
/// no doubled quotes.
pub(super) fn records(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).map(|line| {
        let mut fields = Vec::with_capacity(6);
        let mut rest = line;
        loop {
            let (field, after) = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => rest.split_at(rest.find(',').unwrap_or(rest.len())),
            };
            fields.push(field);
            match after.strip_prefix(',') {
                Some(next) => rest = next,
                None => return fields,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Kode {
        text.parse().unwrap()
    }

    #[test]
    fn every_line_of_both_editions_is_an_entry() {
        assert_eq!(codification(Edition::Y2021).entries().len(), 6360);
        assert_eq!(codification(Edition::Y2023).entries().len(), 10036);
    }

    #[test]
    fn the_general_program_is_found_in_every_bidang() {
        let found = codification(Edition::Y2021).by_code(&code("2.17.01.2.02.01"));
        assert_eq!(found.first().map(|entry| entry.nama), Some("Penyediaan Gaji dan Tunjangan ASN"));
        assert_eq!(
            found.first().map(|entry| entry.kode_in(&code("2.17")).to_string()).as_deref(),
            Some("2.17.01.2.02.01")
        );
    }

    #[test]
    fn names_are_found_exactly_and_nearly() {
        let edition = codification(Edition::Y2021);
        assert!(!edition.by_name("penyediaan gaji dan TUNJANGAN A S N").is_empty());
        let near = edition.similar("ROGRAM PENDIDIKAN DAN LATIHAN PERKOPERASIAN", 3, 0.8);
        assert_eq!(near.first().map(|(entry, _)| entry.kode.as_str()), Some("2.17.05"));
        assert!(edition.similar("sesuatu yang lain sama sekali", 3, 0.8).is_empty());
    }

    #[test]
    fn children_come_in_order() {
        let children = codification(Edition::Y2021).children(&code("2.17"));
        let programs: Vec<&str> = children.iter().map(|entry| entry.kode.as_str()).collect();
        assert_eq!(programs.first(), Some(&"X.XX.01"));
        assert!(programs.contains(&"2.17.03"));
    }

    #[test]
    fn a_sub_kegiatan_lives_on_with_two_zeros_or_not_at_all() {
        let lives = counterpart(&code("2.17.01.2.02.01"), Edition::Y2021, Edition::Y2023);
        assert_eq!(lives.map(|entry| entry.kode.as_str()), Some("X.XX.01.2.02.0001"));
        assert_eq!(counterpart(&code("2.17.03.2.01.01"), Edition::Y2021, Edition::Y2023), None);
    }
}
