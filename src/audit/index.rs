//! Indexes over an audit: the laws through a cell, the first repair of a cell, the rows in which a text stands. With
//! them each repair is rechecked without a search through all the others.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashSet};

use super::file::{Audit, AuditRepair};
use crate::forms::{Law, Spot, laws};
use crate::model::Table;
use crate::rules;

/// A column of a table by its ids, and a text.
type Text<'a> = (&'a str, &'a str, &'a str);

/// The laws of a table, found by their cells.
#[derive(Default)]
struct Laws {
    all: Vec<Law>,
    through: HashMap<(usize, usize), Vec<usize>>,
}

/// The repairs and laws of an audit by what they are looked up by.
pub(super) struct Index<'a> {
    /// By table.
    laws: Vec<Laws>,
    /// The first repair of each cell.
    first: HashMap<(&'a str, usize, &'a str), &'a AuditRepair>,
    /// The rows in which a text stands or stood, in columns where a repair took over what its siblings say.
    rows: HashMap<Text<'a>, BTreeSet<usize>>,
    /// How many repairs of a rule made a text, and of how many it was made.
    made: HashMap<(&'a str, Text<'a>), usize>,
    mended: HashMap<(&'a str, Text<'a>), usize>,
}

impl<'a> Index<'a> {
    pub(super) fn of(audit: &'a Audit, models: &[Option<Table>]) -> Self {
        let mut index = Self {
            laws: models.iter().map(|model| model.as_ref().map(Laws::of).unwrap_or_default()).collect(),
            first: HashMap::default(),
            rows: HashMap::default(),
            made: HashMap::default(),
            mended: HashMap::default(),
        };
        for repair in &audit.repairs {
            let (table, column) = (repair.table.as_str(), repair.column.as_str());
            index.first.entry((table, repair.row, column)).or_insert(repair);
            *index.made.entry((&repair.rule, (table, column, &repair.after))).or_default() += 1;
            *index.mended.entry((&repair.rule, (table, column, &repair.before))).or_default() += 1;
        }
        index.note_rows(audit);
        index
    }

    fn note_rows(&mut self, audit: &'a Audit) {
        let of_siblings = audit.repairs.iter().filter(|repair| repair.is_by(rules::sibling_text::ID));
        let columns: HashSet<(&str, &str)> =
            of_siblings.map(|repair| (repair.table.as_str(), repair.column.as_str())).collect();
        let mut there: HashSet<(&str, &str, usize)> = HashSet::default();
        for table in &audit.tables {
            for (row, found) in table.rows.iter().enumerate() {
                let cells = found.cells.iter().filter(|(id, _)| columns.contains(&(&table.id, id.as_str())));
                for (id, cell) in cells {
                    there.insert((&table.id, id, row));
                    self.rows.entry((&table.id, id, &cell.text)).or_default().insert(row);
                }
            }
        }
        for repair in &audit.repairs {
            let (table, column) = (repair.table.as_str(), repair.column.as_str());
            if there.contains(&(table, column, repair.row)) {
                self.rows.entry((table, column, &repair.before)).or_default().insert(repair.row);
            }
        }
    }

    /// The laws through a cell of a table.
    pub(super) fn laws(&self, table: usize, spot: Spot) -> impl Iterator<Item = &Law> {
        let laws = self.laws.get(table);
        let through = laws.and_then(|laws| laws.through.get(&(spot.row, spot.column)));
        through.into_iter().flatten().filter_map(move |at| laws?.all.get(*at))
    }

    /// The first repair of a cell.
    pub(super) fn first(&self, table: &str, row: usize, column: &str) -> Option<&AuditRepair> {
        self.first.get(&(table, row, column)).copied()
    }

    /// In how many rows a column says a text, or said it before a repair.
    pub(super) fn rows(&self, table: &str, column: &str, text: &str) -> usize {
        self.rows.get(&(table, column, text)).map_or(0, BTreeSet::len)
    }

    /// How many repairs of this rule made the same text in the same column.
    pub(super) fn made_alike(&self, repair: &AuditRepair) -> usize {
        let text = (repair.table.as_str(), repair.column.as_str(), repair.after.as_str());
        self.made.get(&(repair.rule.as_str(), text)).copied().unwrap_or_default()
    }

    /// How many repairs of this rule mended the same text in the same column.
    pub(super) fn mended_alike(&self, repair: &AuditRepair) -> usize {
        let text = (repair.table.as_str(), repair.column.as_str(), repair.before.as_str());
        self.mended.get(&(repair.rule.as_str(), text)).copied().unwrap_or_default()
    }
}

impl Laws {
    fn of(table: &Table) -> Self {
        let mut found = Self { all: laws(table), through: HashMap::default() };
        for (at, law) in found.all.iter().enumerate() {
            let spots: BTreeSet<(usize, usize)> = law.spots().map(|spot| (spot.row, spot.column)).collect();
            for spot in spots {
                found.through.entry(spot).or_default().push(at);
            }
        }
        found
    }
}
