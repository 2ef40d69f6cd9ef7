//! A plan in the codes of another edition: what became of each row, what proves it, and what a person must choose.

use rust_decimal::Decimal;

use super::tally::{Amount, amount, counted};
use crate::codification::{Relation, codification, likeness, successor};
use crate::document::evidence::official;
use crate::model::{Document, Edition, Kode, Proof, Role, Row, Said, Table, letters};

/// What became of a document's rows.
#[derive(Clone, Debug)]
pub struct Migration {
    /// The document's own edition.
    pub from: Edition,
    /// The edition of the new codes.
    pub to: Edition,
    /// What became of each table's rows, in the order of the tables.
    pub tables: Vec<MigratedTable>,
}

/// What became of the rows of a table.
#[derive(Clone, Debug)]
pub struct MigratedTable {
    /// Every row with a code, in order.
    pub rows: Vec<MigratedRow>,
    /// The sums of each column of money.
    pub sums: Vec<MigratedSum>,
}

/// What became of a row.
#[derive(Clone, Debug)]
pub struct MigratedRow {
    /// The index of the row in its table.
    pub row: usize,
    /// How its code is related to the new edition.
    pub relation: Relation,
    /// The new code and its name, where they are certain.
    pub new: Option<(Kode, &'static str)>,
    /// The codes and names that there are to choose from.
    pub candidates: Vec<(Kode, &'static str)>,
    /// What proves the new code.
    pub proofs: Vec<Proof>,
    /// What a person must choose, and why.
    pub question: Option<Said>,
    /// What must be known though nothing is asked: the old number now means something else.
    pub warning: Option<Said>,
}

/// How much of a column of money stands at rows with a new code, and how much at rows without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigratedSum {
    /// The column.
    pub column: &'static str,
    /// The sum of the old table.
    pub old: Decimal,
    /// The sum of the rows that have a new code.
    pub new: Decimal,
    /// The sum of the rows that have none yet.
    pub open: Decimal,
    /// How many amounts are not settled, so that no sum counts them.
    pub unsettled: usize,
}

impl Migration {
    /// Every row of every table.
    pub fn rows(&self) -> impl Iterator<Item = &MigratedRow> {
        self.tables.iter().flat_map(|table| &table.rows)
    }

    /// How many rows are to be decided.
    #[must_use]
    pub fn open(&self) -> usize {
        self.rows().filter(|row| row.new.is_none()).count()
    }

    /// How many rows have a relation.
    #[must_use]
    pub fn count(&self, relation: Relation) -> usize {
        self.rows().filter(|row| row.relation == relation).count()
    }

    /// Whether nothing of any column of money was lost on the way.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let mut sums = self.tables.iter().flat_map(|table| &table.sums);
        sums.all(|sum| sum.new.checked_add(sum.open) == Some(sum.old))
    }
}

/// A document in the codes of another edition. The document itself stays as it is. A document without an edition counts
/// as one of `from`.
#[must_use]
pub fn migrate(document: &Document, to: Edition) -> Migration {
    let from = document.about.codification.unwrap_or_default();
    let province = document.about.region.as_deref().is_some_and(|region| region.starts_with("Provinsi"));
    let ways = Ways { from, to, province };
    let tables = document.tables.iter().map(|table| ways.table(table)).collect();
    Migration { from, to, tables }
}

/// Below this likeness a printed name is not a code's own in other words.
const UNLIKE: f64 = 0.35;
/// How alike a name must be to be the old one in other words.
const REWORDED: f64 = 0.6;

fn is_like(printed: &str, name: &str) -> bool {
    likeness(printed, name) >= REWORDED
}

struct Ways {
    from: Edition,
    to: Edition,
    province: bool,
}

impl Ways {
    fn table(&self, table: &Table) -> MigratedTable {
        let coded =
            table.rows.iter().enumerate().filter_map(|(index, row)| Some((index, row, row.code.as_ref()?)));
        // An office of the edition of 2006 has a number of its own, which no later edition knows.
        let coded = coded.filter(|(_, row, _)| row.level.is_none_or(crate::model::Tingkat::is_in_tree));
        let rows: Vec<MigratedRow> =
            coded.map(|(index, row, code)| self.row(index, code, name(table, row))).collect();
        let sums = sums(table, &rows);
        MigratedTable { rows, sums }
    }

    fn row(&self, row: usize, code: &Kode, printed: &str) -> MigratedRow {
        let own = self.official(code, printed);
        let found = successor(code, own.unwrap_or(printed), self.from, self.to, self.province);
        let mut choices: Vec<(Kode, &'static str)> =
            found.named.iter().map(|(code, entry)| (code.clone(), entry.nama)).collect();
        // Only a name that is the code's own says what became of the code.
        let certain = found.relation.is_certain() && own.is_some() && !self.from.is_legacy();
        let new = choices.first().filter(|_| certain).cloned();
        if let Some(entry) = found.reused.filter(|entry| new.is_none() && is_like(printed, entry.nama)) {
            // The number's new name may be the old one in other words.
            let bidang = code.ancestor(2);
            let there = bidang.map_or_else(|| entry.kode.clone(), |bidang| entry.kode_in(&bidang));
            choices.push((there, entry.nama));
        }
        let proofs = new.iter().map(|(to, name)| self.proof(code, to, name)).collect();
        let question = new.is_none().then(|| self.question(code, printed, found.relation, own.is_some()));
        let reused = found.reused.map(|entry| self.reused(code, entry.nama));
        let other = own.filter(|own| letters(own) != letters(printed)).map(|own| self.other_name(code, own));
        let candidates = if new.is_some() { Vec::new() } else { choices };
        MigratedRow {
            row,
            relation: found.relation,
            new,
            candidates,
            proofs,
            question,
            warning: reused.or(other),
        }
    }

    /// The official name of a code that the printed one is, or is like.
    fn official(&self, code: &Kode, printed: &str) -> Option<&'static str> {
        let entries = codification(self.from).by_code(code);
        let likest = entries.into_iter().map(|entry| (likeness(printed, entry.nama), entry.nama));
        let likest = likest.max_by(|left, right| left.0.total_cmp(&right.0));
        likest.filter(|(alike, _)| *alike >= UNLIKE).map(|(_, name)| name)
    }

    fn other_name(&self, code: &Kode, name: &str) -> Said {
        let from = self.from.name();
        Said::new(
            format!("Pada edisi {from} nama {code} ialah “{name}”."),
            format!("In the edition of {from} the name of {code} is “{name}”."),
        )
    }

    fn proof(&self, old: &Kode, new: &Kode, name: &str) -> Proof {
        official::same_name((old, self.from), (new, self.to), name)
    }

    fn question(&self, code: &Kode, name: &str, relation: Relation, is_own: bool) -> Said {
        let (from, to) = (self.from.name(), self.to.name());
        if self.from.is_legacy() {
            return Said::new(
                format!(
                    "Edisi {from} menomori hal lain daripada edisi {to}: nama yang sama pun harus Anda putuskan."
                ),
                format!(
                    "The edition of {from} numbers other things than that of {to}: even the same name is yours to decide."
                ),
            );
        }
        if !is_own {
            return Said::new(
                format!(
                    "“{name}” bukan nama resmi {code} pada edisi {from}; tentukan kodenya pada edisi {to}."
                ),
                format!(
                    "“{name}” is not the official name of {code} in the edition of {from}; say its code in that of {to}."
                ),
            );
        }
        match relation {
            Relation::PindahBanyak => Said::new(
                format!("Nama ini ada di beberapa kode edisi {to}. Pilih salah satu calon."),
                format!("The edition of {to} has this name at several codes. Choose one of the candidates."),
            ),
            Relation::NamaLain => Said::new(
                format!(
                    "Nama ini tidak ada lagi pada edisi {to}, dan kodenya dipakai untuk nama lain. Pilih kode baru."
                ),
                format!(
                    "The edition of {to} no longer has this name, and its code bears another. Choose a new code."
                ),
            ),
            _ => Said::new(
                format!("Kode dan nama ini tidak ada lagi pada edisi {to}. Pilih kode baru."),
                format!("The edition of {to} no longer has this code and name. Choose a new code."),
            ),
        }
    }

    fn reused(&self, code: &Kode, name: &str) -> Said {
        let to = self.to.name();
        Said::new(
            format!("Awas: pada edisi {to} nomor {code} dipakai untuk “{name}”."),
            format!("Beware: in the edition of {to} the number {code} is used for “{name}”."),
        )
    }
}

fn name<'a>(table: &Table, row: &'a Row) -> &'a str {
    let position = table.columns.iter().position(|column| column.role == Role::Name);
    position.and_then(|position| row.cells.get(position)).map_or("", crate::model::Cell::text)
}

/// The sums of every column of money, by whether the rows that they are made of have a new code.
fn sums(table: &Table, rows: &[MigratedRow]) -> Vec<MigratedSum> {
    if !table.form.adds_up {
        return Vec::new();
    }
    let money = table.columns.iter().enumerate().filter(|(_, column)| matches!(column.role, Role::Amount(_)));
    let mut found = Vec::new();
    for (position, column) in money {
        let mut sum = MigratedSum {
            column: column.id,
            old: Decimal::ZERO,
            new: Decimal::ZERO,
            open: Decimal::ZERO,
            unsettled: 0,
        };
        for (index, _) in counted(table, position) {
            let cell = table.rows.get(index).and_then(|row| row.cells.get(position));
            let Some(Amount::Settled(number)) = cell.and_then(|cell| amount(cell, table.unit_of(column.id)))
            else {
                sum.unsettled += 1;
                continue;
            };
            let is_new = rows.iter().any(|row| row.row == index && row.new.is_some());
            let part = if is_new { &mut sum.new } else { &mut sum.open };
            *part = part.checked_add(number).unwrap_or(*part);
            sum.old = sum.old.checked_add(number).unwrap_or(sum.old);
        }
        found.push(sum);
    }
    found
}
