//! What became of an entry of one edition in another.

use super::edition::translated;
use super::entry::{Entry, TingkatPemda};
use super::registry::codification;
use crate::model::{Edition, Kode, letters};

/// What became of a code and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The same code and the same name; a sub kegiatan may be numbered with two more zeros.
    Tetap,
    /// The name has another code in its bidang.
    Pindah,
    /// The name has one code, in another bidang.
    PindahBidang,
    /// The name has several codes.
    PindahBanyak,
    /// The name is gone, and its code bears another: the number means something else.
    NamaLain,
    /// Name and code are gone.
    Hilang,
}

impl Relation {
    /// Every one, the plainest first.
    pub const ALL: [Self; 6] =
        [Self::Tetap, Self::Pindah, Self::PindahBidang, Self::PindahBanyak, Self::NamaLain, Self::Hilang];

    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tetap => "tetap",
            Self::Pindah => "pindah",
            Self::PindahBidang => "pindah-bidang",
            Self::PindahBanyak => "pindah-banyak",
            Self::NamaLain => "nama-lain",
            Self::Hilang => "hilang",
        }
    }

    /// Whether one exact name says the new code.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Tetap | Self::Pindah | Self::PindahBidang)
    }
}

/// What an entry is in another edition.
#[derive(Clone, Debug)]
pub struct Successor {
    /// How the editions are related here.
    pub relation: Relation,
    /// The codes that the name has there, each with its entry: one where the relation is certain.
    pub named: Vec<(Kode, &'static Entry)>,
    /// The entry that bears the old code there under another name: the number was used again.
    pub reused: Option<&'static Entry>,
}

/// What became of a code and its official name in edition `to`, for a province's government or one of a regency or
/// city. Names are compared by their letters. Of the edition of 2006 only names can be found again, whatever their level.
#[must_use]
pub fn successor(code: &Kode, name: &str, from: Edition, to: Edition, province: bool) -> Successor {
    let government = if province { TingkatPemda::Provinsi } else { TingkatPemda::Kabkota };
    let may = |entry: &&'static Entry| {
        entry.tingkat_pemda == TingkatPemda::Both || entry.tingkat_pemda == government
    };
    let table = codification(to);
    let wanted = letters(name);
    let same: Vec<&'static Entry> = translated(code, to)
        .map(|code| table.by_code(&code))
        .unwrap_or_default()
        .into_iter()
        .filter(may)
        .collect();
    let bidang = code.ancestor(2);
    let placed = |entry: &'static Entry| match &bidang {
        Some(bidang) if from.is_legacy() == to.is_legacy() => (entry.kode_in(bidang), entry),
        _ => (entry.kode.clone(), entry),
    };
    if let Some(entry) = same.iter().find(|entry| letters(entry.nama) == wanted) {
        let code = translated(code, to).unwrap_or_else(|| entry.kode.clone());
        return Successor { relation: Relation::Tetap, named: vec![(code, entry)], reused: None };
    }
    let level = |entry: &&'static Entry| from.is_legacy() || entry.tingkat == code.tingkat();
    let bearers = table.by_letters(&wanted).into_iter().filter(may).filter(level);
    let mut named: Vec<(Kode, &'static Entry)> = bearers.map(placed).collect();
    named.sort_by(|left, right| left.0.cmp(&right.0));
    named.dedup_by(|left, right| left.0 == right.0);
    let own: Vec<(Kode, &'static Entry)> =
        named.iter().filter(|(found, _)| found.ancestor(2) == bidang).cloned().collect();
    let reused = same.first().copied();
    let (relation, named) = match (own.len(), named.len()) {
        (1, _) => (Relation::Pindah, own),
        (0, 1) => (Relation::PindahBidang, named),
        (0, 0) if reused.is_some() => (Relation::NamaLain, named),
        (0, 0) => (Relation::Hilang, named),
        (0, _) => (Relation::PindahBanyak, named),
        _ => (Relation::PindahBanyak, own),
    };
    Successor { relation, named, reused }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(code: &str, from: Edition, to: Edition) -> (Relation, Vec<String>, bool) {
        let code: Kode = code.parse().unwrap();
        let entry = codification(from).by_code(&code).into_iter().next().unwrap();
        let successor = successor(&code, entry.nama, from, to, entry.tingkat_pemda == TingkatPemda::Provinsi);
        let named = successor.named.iter().map(|(code, _)| code.to_string()).collect();
        (successor.relation, named, successor.reused.is_some())
    }

    #[test]
    fn every_relation_is_found_by_exact_names() {
        let forward = |code| found(code, Edition::Y2021, Edition::Y2023);
        assert_eq!(
            forward("2.17.01.2.02.01"),
            (Relation::Tetap, vec!["2.17.01.2.02.0001".to_owned()], false)
        );
        assert_eq!(forward("1.01.02.1.02.44").0, Relation::Pindah);
        assert_eq!(
            forward("1.03.02.1.01.67"),
            (Relation::PindahBidang, vec!["2.13.07.4.04.0004".to_owned()], false)
        );
        let several = forward("1.01.02.1.01.17");
        assert_eq!((several.0, several.1.len()), (Relation::PindahBanyak, 3));
        assert_eq!(forward("1.01.02.1.01.37"), (Relation::NamaLain, Vec::new(), true));
        assert_eq!(forward("1.01.02.1.01.02").0, Relation::Hilang);
        assert_eq!(found("2.13.05.2.01.05", Edition::Y2019, Edition::Y2021).0, Relation::PindahBidang);
    }

    #[test]
    fn relations_of_whole_editions_count_as_the_decrees_do() {
        let mut counts = [0; 6];
        for entry in codification(Edition::Y2021).entries() {
            let provinces: &[bool] = match entry.tingkat_pemda {
                TingkatPemda::Both => &[false, true],
                TingkatPemda::Provinsi => &[true],
                TingkatPemda::Kabkota => &[false],
            };
            for province in provinces {
                let found = successor(&entry.kode, entry.nama, Edition::Y2021, Edition::Y2023, *province);
                let at = Relation::ALL.into_iter().position(|relation| relation == found.relation).unwrap();
                counts[at] += 1;
            }
        }
        assert!(counts[0] > 3900 && counts[5] > 1000 && counts.iter().all(|count| *count > 0), "{counts:?}");
    }
}
