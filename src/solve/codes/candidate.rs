//! The codes a row may have, each with what speaks against it.

use std::collections::{BTreeMap, BTreeSet};

use super::costs;
use crate::codification::{Entry, TingkatPemda, begins, codification, editions_beside, entries_of, likeness};
use crate::model::{Edition, Kode, Raw, Tingkat, letters};
use crate::value::code::{Printed, split_leading_code};

/// The kind of a row that stands outside the tree of codes, and so has no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::solve) struct Outside {
    /// Its level.
    pub(in crate::solve) level: Tingkat,
    /// The row that it repeats or belongs to.
    pub(in crate::solve) of: Option<usize>,
}

impl Outside {
    /// A kind of row.
    pub(in crate::solve) const fn of(level: Tingkat, of: Option<usize>) -> Self {
        Self { level, of }
    }
}

/// What a row shows of its code.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own about the row")]
pub(in crate::solve) struct Evidence {
    /// The name, without a code printed in the same cell.
    pub(in crate::solve) name: String,
    /// Its [letters].
    pub(in crate::solve) letters: String,
    /// The code cells.
    pub(in crate::solve) printed: Printed,
    /// The one strict reading of the code cells, if they are undamaged.
    pub(in crate::solve) clean: Option<Kode>,
    /// The code cells as one text.
    pub(in crate::solve) shown: String,
    /// How many numbers or other cells the row has besides: a proposal has some.
    pub(in crate::solve) is_usulan: bool,
    /// What the row is, if it stands outside the tree of codes.
    pub(in crate::solve) outside: Option<Outside>,
    /// Whether the tree of codes begins anew below this row, which stands outside it.
    pub(in crate::solve) begins_anew: bool,
    /// The code cells as stored, and the sheet column of the first.
    pub(in crate::solve) cells: Vec<Raw>,
    pub(in crate::solve) columns: Vec<u16>,
    /// Whether the code is one that we left open: its cells stand in one, and no longer tell what they told.
    pub(in crate::solve) left_open: bool,
    /// Whether the row stands in a workbook of ours, in which each row keeps the code of its own edition.
    pub(in crate::solve) is_ours: bool,
}

impl Evidence {
    /// The evidence of a row from its name and its code cells.
    pub(in crate::solve) fn new(name: &str, cells: &[Raw], is_usulan: bool) -> Self {
        let mut cells = cells.to_vec();
        let mut name = name.to_owned();
        if let Some((code, rest)) = split_leading_code(&name) {
            if cells.is_empty() {
                cells.push(Raw::text(&code));
            }
            name = rest;
        }
        let printed = Printed::of(&cells);
        let clean = printed.clean().cloned();
        let shown = cells.iter().map(Raw::shown).collect::<Vec<_>>().join(" ");
        let letters = letters(&name);
        Self {
            name,
            letters,
            printed,
            clean,
            shown,
            is_usulan,
            outside: None,
            begins_anew: false,
            cells,
            columns: Vec::new(),
            left_open: false,
            is_ours: false,
        }
    }

    /// What it costs to believe that the cells were printed from a code.
    fn misfit(&self, code: &Kode) -> Option<u32> {
        self.printed.misfit(code).or_else(|| self.lost_its_middle(code).then_some(costs::LOST_MIDDLE))
    }

    /// Whether the printed code is what is left of another: it is no code of the codification, begins as the other
    /// does, and has none but its parts. The second line of a narrow cell is lost at a page break: `2.01` of 2.13.01.
    fn lost_its_middle(&self, code: &Kode) -> bool {
        let Some(clean) = self.clean.as_ref().filter(|clean| !is_official(clean, None)) else { return false };
        let mut parts = code.parts();
        clean.parts().next() == code.parts().next()
            && clean.parts().all(|part| parts.any(|other| other == part))
    }
}

/// Whether the edition of a document, or one beside it, has a code.
pub(super) fn is_official(code: &Kode, edition: Option<Edition>) -> bool {
    !entries_of(code, edition).is_empty()
}

/// One possible code of a row.
#[derive(Clone, Debug)]
pub(in crate::solve) struct Candidate {
    /// The code; `None` for a row that has none.
    pub(in crate::solve) code: Option<Kode>,
    /// The official entry, if the code is official.
    pub(in crate::solve) entry: Option<&'static Entry>,
    /// How alike the printed and the official name are, 0 to 1.
    pub(in crate::solve) likeness: f64,
    /// What the code cells cost under this code; `None` where they contradict it.
    pub(in crate::solve) misfit: Option<u32>,
    /// The sum of what speaks against it.
    pub(in crate::solve) cost: f64,
}

/// Finds candidates for the rows of a document.
pub(in crate::solve) struct Finder {
    edition: Edition,
    bidang: Vec<Kode>,
    kewenangan: Option<char>,
}

impl Finder {
    /// A finder for a document of an edition that concerns the given bidang, of a government whose codes have
    /// the given fourth part: 1 for a province, 2 for a regency or city.
    pub(in crate::solve) fn new(edition: Edition, bidang: Vec<Kode>, kewenangan: Option<char>) -> Self {
        Self { edition, bidang, kewenangan }
    }

    /// The candidates of a row, the best first; at least one.
    pub(in crate::solve) fn candidates(&self, evidence: &Evidence) -> Vec<Candidate> {
        let mut found: BTreeMap<Option<Kode>, Candidate> = BTreeMap::new();
        for (entry, likeness, other) in self.named(evidence) {
            for code in self.instances(entry) {
                let is_foreign = self.is_foreign(&code) || self.is_of_other_government(entry);
                let foreign = if is_foreign { costs::OTHER_GOVERNMENT } else { 0.0 };
                let extra = foreign + if other { costs::OTHER_EDITION } else { 0.0 };
                add(&mut found, evidence, code, Some(entry), likeness, extra);
            }
        }
        self.add_printed(&mut found, evidence);
        let mut none =
            Candidate { code: None, entry: None, likeness: 0.0, misfit: None, cost: costs::NO_CODE };
        if evidence.is_usulan {
            none.cost = costs::PROPOSAL;
        }
        found.insert(None, none);
        let mut list: Vec<Candidate> = found.into_values().collect();
        list.sort_by(|left, right| left.cost.total_cmp(&right.cost));
        list.truncate(costs::CANDIDATES);
        list
    }

    /// Whether a code is for the other kind of government.
    fn is_foreign(&self, code: &Kode) -> bool {
        let own = code.parts().nth(3).and_then(|part| part.chars().next());
        own.is_some() && self.kewenangan.is_some() && own != self.kewenangan
    }

    /// Whether an entry is published for the other kind of government: the common program is named for each.
    fn is_of_other_government(&self, entry: &Entry) -> bool {
        match entry.tingkat_pemda {
            TingkatPemda::Both => false,
            TingkatPemda::Provinsi => self.kewenangan == Some('2'),
            TingkatPemda::Kabkota => self.kewenangan == Some('1'),
        }
    }

    /// The entry of a code that is for the document's government, the likest of several.
    fn entry_of(&self, code: &Kode, name: &str) -> Option<&'static Entry> {
        let entries = codification(self.edition).by_code(code).into_iter();
        let rank = |entry: &&Entry| (!self.is_of_other_government(entry), likeness(name, entry.nama));
        entries.rev().max_by(|left, right| {
            let ((left_own, left), (right_own, right)) = (rank(left), rank(right));
            left_own.cmp(&right_own).then(left.total_cmp(&right))
        })
    }

    /// Entries by name: exact in the document's edition, exact in another, similar.
    fn named(&self, evidence: &Evidence) -> Vec<(&'static Entry, f64, bool)> {
        let own = codification(self.edition);
        let letters = &evidence.letters;
        let mut found: Vec<_> = own.by_letters(letters).iter().map(|entry| (*entry, 1.0, false)).collect();
        if found.iter().any(|(entry, _, _)| !self.is_foreign(&entry.kode)) {
            return found;
        }
        for other in editions_beside(Some(self.edition)).into_iter().filter(|other| *other != self.edition) {
            found.extend(codification(other).by_letters(letters).iter().map(|entry| (*entry, 1.0, true)));
        }
        if letters.len() >= costs::SIMILAR_LETTERS {
            found.extend(
                own.similar(&evidence.name, costs::SIMILAR_NAMES, costs::SIMILAR)
                    .into_iter()
                    .map(|(entry, likeness)| (entry, likeness, false)),
            );
        }
        found
    }

    /// The codes of an entry: itself, or once per bidang of the document.
    fn instances(&self, entry: &'static Entry) -> Vec<Kode> {
        if entry.kode.as_str().starts_with("X.XX") && !self.bidang.is_empty() {
            return self.bidang.iter().map(|bidang| entry.kode_in(bidang)).collect();
        }
        vec![entry.kode.clone()]
    }

    /// Codes by the cells alone.
    fn add_printed(&self, found: &mut BTreeMap<Option<Kode>, Candidate>, evidence: &Evidence) {
        // The grammar reads undamaged cells in one way.
        let read: BTreeSet<Kode> = match &evidence.clean {
            Some(clean) => BTreeSet::from([clean.clone()]),
            None => evidence
                .printed
                .readings()
                .into_iter()
                .take(costs::READINGS)
                .map(|(code, _, _)| code)
                .collect(),
        };
        for code in read {
            if found.contains_key(&Some(code.clone())) {
                continue;
            }
            let entry = self.entry_of(&code, &evidence.name);
            let cut = entry.is_some_and(|entry| begins(&evidence.name, entry.nama));
            let likeness = entry.map_or(0.0, |entry| likeness(&evidence.name, entry.nama));
            let likeness = if cut { likeness.max(costs::BEGINNING) } else { likeness };
            let extra = if evidence.clean.as_ref() == Some(&code) { 0.0 } else { costs::DAMAGED };
            let supported = if entry.is_some() { 0.0 } else { costs::UNPUBLISHED };
            let cost = costs::CODE_ALONE + extra + supported + (1.0 - likeness) * costs::UNLIKENESS_OF_CELLS;
            let misfit = evidence.misfit(&code);
            let entry = entry.filter(|_| likeness >= costs::SIMILAR);
            found.insert(
                Some(code.clone()),
                Candidate {
                    code: Some(code),
                    entry,
                    likeness,
                    misfit,
                    cost: cost + cells_cost(evidence, misfit),
                },
            );
        }
    }
}

fn add(
    found: &mut BTreeMap<Option<Kode>, Candidate>,
    evidence: &Evidence,
    code: Kode,
    entry: Option<&'static Entry>,
    likeness: f64,
    extra: f64,
) {
    let misfit = evidence.misfit(&code);
    let cost = (1.0 - likeness) * costs::UNLIKENESS + extra + cells_cost(evidence, misfit);
    let candidate = Candidate { code: Some(code.clone()), entry, likeness, misfit, cost };
    let better = found.get(&Some(code.clone())).is_none_or(|known| candidate.cost < known.cost);
    if better {
        found.insert(Some(code), candidate);
    }
}

fn cells_cost(evidence: &Evidence, misfit: Option<u32>) -> f64 {
    if evidence.printed.is_empty() {
        return 0.0;
    }
    match misfit {
        Some(cost) => f64::from(cost.min(costs::MOST_SLIPS)) * costs::SLIP,
        None if evidence.clean.is_some() => costs::CONTRADICTED + costs::CLEARLY,
        None => costs::CONTRADICTED,
    }
}
