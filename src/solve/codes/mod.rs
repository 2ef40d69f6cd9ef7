//! All codes of a document at once: names, code cells and the tree of the codification decide together.

mod agreed;
mod apply;
mod candidate;
mod costs;
mod edition;
mod legacy;
mod levels;
mod position;
mod proofs;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use apply::apply;
use candidate::{Candidate, Finder, is_official};
pub(super) use candidate::{Evidence, Outside};
use walk::{Choice, walk};

use super::cells::code_columns;
use crate::codification::{Entry, codification, counterpart};
use crate::model::{
    About, Column, Edition, EditionEvidence, EditionGround, Kode, Raw, RawTable, Role, Row, Rows, Said,
    Status, Table, Tingkat,
};
use edition::Followed;

/// What was decided for one row.
pub(super) struct Decision {
    pub(super) evidence: Evidence,
    pub(super) candidates: Vec<Candidate>,
    pub(super) choice: Choice,
    /// The reading of a code of the edition of 2006.
    pub(super) legacy: Option<legacy::Reading>,
}

impl Decision {
    /// The chosen candidate.
    pub(super) fn chosen(&self) -> Option<&Candidate> {
        self.candidates.get(self.choice.candidate)
    }

    /// The official entry of the chosen code.
    pub(super) fn entry(&self) -> Option<&'static Entry> {
        self.chosen().and_then(|candidate| candidate.entry)
    }
}

/// The decisions for every row of every table, and the edition they follow.
pub(super) struct Decisions {
    pub(super) edition: Option<Edition>,
    /// Whether the other edition explains the document as well.
    pub(super) is_either: bool,
    /// Whether it numbers every sub kegiatan without an undamaged code as the document's edition does.
    pub(super) is_alike: bool,
    /// What says that it is this edition.
    pub(super) ground: Option<EditionGround>,
    pub(super) tables: Vec<Vec<Decision>>,
}

/// Decides the codes of all tables from the evidence of their rows.
pub(super) fn decide(evidence: Vec<Vec<Evidence>>, tables: &[Table], about: &About) -> Decisions {
    let region = about.region.as_deref();
    let coded = || evidence.iter().flatten().filter(|row| row.outside.is_none() && !row.is_usulan);
    let followed = || edition::followed(&coded().collect::<Vec<_>>(), about.year);
    let Followed { edition, is_either, ground } = about.codification.map_or_else(followed, by_person);
    if edition.is_some_and(Edition::is_legacy) {
        let tables = legacy::decide(evidence, tables);
        return Decisions { edition, is_either, is_alike: false, ground, tables };
    }
    let own = edition.unwrap_or_default();
    let bidang = bidang(coded(), own);
    let supporting = supporting(coded(), own, &bidang);
    let finder = Finder::new(own, supporting, kewenangan(region, coded()));
    let tables: Vec<Vec<Decision>> = evidence.into_iter().map(|rows| decide_table(&finder, rows)).collect();
    let is_alike = is_either && is_numbered_alike(own, &tables);
    Decisions { edition, is_either, is_alike, ground, tables }
}

/// Whether the editions of two and of four digits number alike every sub kegiatan whose cells are damaged, and the cells
/// say that number.
fn is_numbered_alike(own: Edition, tables: &[Vec<Decision>]) -> bool {
    let other = if own.sub_digits() == 2 { Edition::Y2023 } else { Edition::Y2021 };
    let unclear = tables.iter().flatten().filter(|decision| decision.evidence.clean.is_none());
    let subs = unclear.filter_map(|decision| {
        let chosen = decision.chosen()?;
        let code = chosen.code.as_ref().filter(|code| code.tingkat() == Tingkat::SubKegiatan)?;
        Some((decision, chosen, code))
    });
    let alike = |(decision, chosen, code): (&Decision, &Candidate, &Kode)| {
        let printed = !decision.evidence.printed.is_empty() && chosen.misfit.is_some();
        printed && chosen.likeness >= costs::EXACT && counterpart(code, own, other).is_some()
    };
    let mut subs = subs.peekable();
    subs.peek().is_some() && subs.all(alike)
}

/// What each row of a table shows of its code; nothing for a table whose rows have none.
pub(super) fn gather(raw: &RawTable, table: &Table) -> Vec<Evidence> {
    if !table.form.rows.are_of_codification() {
        return Vec::new();
    }
    let name = table.columns.iter().position(|column| column.role == Role::Name);
    let code = raw.columns.iter().position(|column| column.role == Role::Code);
    let proposals = table.form.rows == Rows::Proposals;
    let own = raw.region.own;
    let rows = table.rows.iter().zip(&raw.rows);
    rows.map(|(row, raw)| {
        let text = name.and_then(|index| row.cells.get(index)).map_or("", |cell| cell.text());
        let cells = code.and_then(|index| raw.cells.get(index)).map(|cells| code_columns(cells));
        let cells = decided_code(row, code).or(cells).unwrap_or_default();
        let columns = cells.keys().copied().collect();
        let cells: Vec<Raw> = cells.into_values().collect();
        // What a file adds says nothing of what a row is.
        let tells = |column: &Column| column.is_declared() && column.role != Role::Ordinal;
        let said = table.columns.iter().zip(&row.cells).filter(|(column, _)| tells(column));
        let filled = said.filter(|(_, cell)| !cell.is_empty()).count();
        let mut evidence = Evidence::new(text, &cells, proposals && filled >= costs::CELLS_OF_PROPOSAL);
        evidence.columns = columns;
        evidence.is_ours = own;
        evidence.left_open = own && evidence.clean.is_none() && evidence.shown.contains(' ');
        evidence
    })
    .collect()
}

/// The code cell of a row of which a person decided the code, or refused one: it stands in one cell, as it does in
/// what we write.
fn decided_code(row: &Row, column: Option<usize>) -> Option<BTreeMap<u16, Raw>> {
    matches!(row.code_status, Status::Decided | Status::Unresolved).then(|| {
        let printed = column.and_then(|column| row.cells.get(column)).map(|cell| cell.text().to_owned());
        let code = row.code.as_ref().map(ToString::to_string).or(printed);
        code.filter(|code| !code.is_empty()).map(|code| (0, Raw::text(&code))).into_iter().collect()
    })
}

/// The edition that a person says the document follows.
fn by_person(edition: Edition) -> Followed {
    let text = Said::new("keputusan orang", "a person's decision");
    let ground = EditionGround { kind: EditionEvidence::Person, count: 0, text };
    Followed { edition: Some(edition), is_either: false, ground: Some(ground) }
}

/// The fourth part of the codes of the document's government: that of most of its clean codes, else 1 for a
/// province and 2 for a regency or city. Special regions have others.
fn kewenangan<'a>(region: Option<&str>, rows: impl Iterator<Item = &'a Evidence>) -> Option<char> {
    let mut votes: BTreeMap<char, usize> = BTreeMap::new();
    let parts = rows.filter_map(|row| row.clean.as_ref()?.parts().nth(3)?.chars().next());
    for part in parts {
        *votes.entry(part).or_default() += 1;
    }
    let voted = votes.into_iter().max_by_key(|(_, count)| *count).map(|(part, _)| part);
    voted.or_else(|| region.map(|name| if name.starts_with("Provinsi") { '1' } else { '2' }))
}

/// The bidang that the document concerns: as few as explain its clean codes and its names beyond the common
/// program, those that explain most first.
fn bidang<'a>(rows: impl Iterator<Item = &'a Evidence>, edition: Edition) -> Vec<Kode> {
    let mut unexplained: Vec<BTreeSet<Kode>> = rows.map(|row| possible_bidang(row, edition)).collect();
    unexplained.retain(|possible| !possible.is_empty());
    let mut found = Vec::new();
    while found.len() < costs::MOST_BIDANG && !unexplained.is_empty() {
        let mut counts: BTreeMap<&Kode, (usize, usize)> = BTreeMap::new();
        for possible in &unexplained {
            for code in possible {
                let (rows, alone) = counts.entry(code).or_default();
                *rows += 1;
                *alone += usize::from(possible.len() == 1);
            }
        }
        let best =
            counts.iter().max_by_key(|(code, (rows, alone))| (*rows, *alone, std::cmp::Reverse(*code)));
        let Some(best) = best.map(|(code, _)| (*code).clone()) else { break };
        unexplained.retain(|possible| !possible.contains(&best));
        found.push(best);
    }
    found
}

/// The bidang that a row may belong to: that of its clean code, or those that have its name.
fn possible_bidang(row: &Evidence, edition: Edition) -> BTreeSet<Kode> {
    let bidang = |code: &Kode| code.ancestor(2).filter(|code| code.tingkat() == Tingkat::BidangUrusan);
    let clean = row.clean.as_ref().and_then(bidang);
    if let Some(code) = clean.filter(|code| code.as_str() != "X.XX" && is_official(code, Some(edition))) {
        return BTreeSet::from([code]);
    }
    let named = codification(edition).by_letters(&row.letters);
    if named.iter().any(|entry| entry.is_general()) {
        return BTreeSet::new();
    }
    named.iter().filter_map(|entry| bidang(&entry.kode)).collect()
}

/// The bidang that hold the general program: those that its rows' code cells point to; all of the document's
/// where no cell tells.
fn supporting<'a>(rows: impl Iterator<Item = &'a Evidence>, edition: Edition, bidang: &[Kode]) -> Vec<Kode> {
    let mut votes: BTreeMap<&Kode, usize> = BTreeMap::new();
    for row in rows.filter(|row| !row.printed.is_empty()) {
        let general =
            codification(edition).by_letters(&row.letters).into_iter().find(|entry| entry.is_general());
        let Some(entry) = general else { continue };
        let fitting: Vec<&Kode> =
            bidang.iter().filter(|bidang| row.printed.misfit(&entry.kode_in(bidang)).is_some()).collect();
        if let [only] = fitting.as_slice() {
            *votes.entry(only).or_default() += 1;
        }
    }
    let voted: Vec<Kode> = bidang.iter().filter(|bidang| votes.contains_key(bidang)).cloned().collect();
    if voted.is_empty() { bidang.to_vec() } else { voted }
}

fn decide_table(finder: &Finder, rows: Vec<Evidence>) -> Vec<Decision> {
    let none = || vec![Candidate { code: None, entry: None, likeness: 0.0, misfit: None, cost: 0.0 }];
    let mut candidates: Vec<Vec<Candidate>> =
        rows.iter().map(|row| if row.outside.is_some() { none() } else { finder.candidates(row) }).collect();
    levels::prefer_used(&rows, &mut candidates);
    let choices = walks(&rows, &candidates);
    rows.into_iter()
        .zip(candidates)
        .zip(choices)
        .map(|((evidence, candidates), choice)| Decision { evidence, candidates, choice, legacy: None })
        .collect()
}

/// The choices of all rows: a walk of its own for each stretch of rows before which the tree begins anew.
fn walks(rows: &[Evidence], candidates: &[Vec<Candidate>]) -> Vec<Choice> {
    let mut choices = Vec::with_capacity(rows.len());
    let starts = rows.iter().enumerate().filter(|(_, row)| row.begins_anew).map(|(index, _)| index);
    let mut from = 0;
    for until in starts.chain([rows.len()]) {
        choices.extend(walk(candidates.get(from..until).unwrap_or_default()));
        from = until;
    }
    choices
}
