//! Two versions that follow two editions of the codification: what became of each old code.

use std::collections::BTreeMap;

use super::lines::Line;
use crate::codification::{Relation, codification, counterpart};
use crate::compare::migrate::{MigratedRow, migrate};
use crate::model::{Document, Edition, Kode, Said, Table};

/// What the codification says of an old code in another edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The edition of the old version.
    pub from: Edition,
    /// The edition of the new version.
    pub to: Edition,
    /// How the code is related to the other edition.
    pub relation: Relation,
    /// The code that it became, where that is certain.
    pub new: Option<Kode>,
    /// The codes and names that there are to choose from, where it is not.
    pub candidates: Vec<(Kode, &'static str)>,
    /// What proves the new code, or what is to be decided.
    pub ground: Said,
}

/// What became of every old row with a code; nothing where both versions follow one edition, or one does not say which.
#[derive(Default)]
pub(super) struct Map {
    rows: BTreeMap<(usize, usize), Mapped>,
}

impl Map {
    /// Of the tables of one form, by their places in the document.
    pub(super) fn of(old: &Document, tables: &[usize], to: Option<Edition>) -> Self {
        let (Some(from), Some(to)) = (old.about.codification, to) else { return Self::default() };
        if from == to {
            return Self::default();
        }
        let migration = migrate(old, to);
        let mut rows = BTreeMap::new();
        for (number, index) in tables.iter().enumerate() {
            let (Some(table), Some(found)) = (old.tables.get(*index), migration.tables.get(*index)) else {
                continue;
            };
            let mapped = found
                .rows
                .iter()
                .filter_map(|row| Some(((number, row.row), mapped(code(table, row.row)?, row, from, to))));
            rows.extend(mapped);
        }
        Self { rows }
    }

    /// What became of an old row.
    pub(super) fn row(&self, line: &Line<'_>) -> Option<&Mapped> {
        self.rows.get(&(line.number, line.index))
    }

    /// Whether the number of an old row may mean something else in the new version.
    pub(super) fn is_other_number(&self, line: &Line<'_>) -> bool {
        self.row(line).is_some_and(|mapped| mapped.new != line.row.code)
    }
}

fn code(table: &Table, row: usize) -> Option<&Kode> {
    table.rows.get(row)?.code.as_ref()
}

fn mapped(code: &Kode, row: &MigratedRow, from: Edition, to: Edition) -> Mapped {
    let mapped = |relation, new, ground| Mapped {
        from,
        to,
        relation,
        new,
        candidates: row.candidates.clone(),
        ground,
    };
    if let Some((new, _)) = &row.new {
        let texts: Vec<&str> = row.proofs.iter().map(|proof| proof.text.as_str()).collect();
        return mapped(row.relation, Some(new.clone()), Said::new(texts.join("; "), texts.join("; ")));
    }
    if let Some((new, ground)) = reworded(code, from, to) {
        return Mapped { candidates: Vec::new(), ..mapped(Relation::Tetap, Some(new), ground) };
    }
    let nothing = || Said::new("", "");
    mapped(row.relation, None, row.question.clone().unwrap_or_else(nothing))
}

/// The code of the same number in the other edition, if its official name there is the old one in nearly the same words;
/// with what says so.
fn reworded(code: &Kode, from: Edition, to: Edition) -> Option<(Kode, Said)> {
    if from.is_legacy() || to.is_legacy() {
        return None;
    }
    let entry = counterpart(code, from, to)?;
    let new = entry.kode_in(&code.ancestor(2)?);
    let old = codification(from).by_code(code).first().map(|entry| entry.nama).unwrap_or_default();
    let name = entry.nama;
    let ground = Said::new(
        format!("Nomornya sama dan nama resminya hampir sama: “{old}” → “{name}”."),
        format!("Its number is the same and its official name nearly: “{old}” → “{name}”."),
    );
    Some((new, ground))
}
