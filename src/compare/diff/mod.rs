//! Two versions of one plan: rows added, dropped, renamed and moved, cells changed, and the sums of every program.
//! What is open in either version is never told as a change that is certain.

mod cells;
mod lines;
mod met;
mod pair;
mod perubahan;
mod sums;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use self::lines::{Line, lines};
use self::pair::Pairs;
pub use self::perubahan::perubahan;
use super::Tally;
use crate::model::{Column, Document, Form, Kode, Place, Role, Table, Tingkat};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Only the new version has it.
    Added,
    /// Only the old version has it.
    Dropped,
    /// The same code with another name.
    Renamed,
    /// The same name at another code, or below another kegiatan, and no other reading is possible.
    Moved,
    /// Other cells say something else.
    Changed,
    /// What differs is open in one of the versions: nobody knows whether it changed.
    Open,
}

impl Kind {
    /// Every kind, in the order in which they are counted.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Dropped, Self::Renamed, Self::Moved, Self::Changed, Self::Open];

    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Open => "open",
        }
    }
}

/// What a cell says in one version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its text; of an open cell the raw one.
    pub text: String,
    /// The amount in full rupiah, in a column of money.
    pub amount: Option<Decimal>,
    /// Whether it is open.
    pub open: bool,
    /// Its readings, where it is open.
    pub candidates: Vec<String>,
    /// Where it stands.
    pub place: Option<Place>,
}

/// A cell that says something else.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its column.
    pub column: &'static Column,
    /// In the old version.
    pub old: Shown,
    /// In the new version.
    pub new: Shown,
}

impl Change {
    /// New less old, where both are amounts; an absent one counts as 0 in a row that was added or dropped.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let nothing = |shown: &Shown| shown.text.is_empty() && !shown.open;
        let amount = |shown: &Shown| shown.amount.or_else(|| nothing(shown).then_some(Decimal::ZERO));
        let is_money = self.old.amount.is_some() || self.new.amount.is_some();
        is_money.then_some(())?;
        amount(&self.new)?.checked_sub(amount(&self.old)?)
    }

    /// Whether one of the two is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.old.open || self.new.open
    }
}

/// A row in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its code.
    pub code: Option<Kode>,
    /// What it is about.
    pub name: String,
    /// Of a row without a code, the name of the row above it that has one.
    pub below: String,
    /// Where its name stands.
    pub place: Option<Place>,
}

/// A row that is not the same in both versions.
#[derive(Clone, Debug)]
pub struct RowDifference {
    /// What became of it; [`Kind::Moved`] and [`Kind::Renamed`] may have changes too.
    pub kind: Kind,
    /// Its level.
    pub level: Option<Tingkat>,
    /// In the old version.
    pub old: Option<Side>,
    /// In the new version.
    pub new: Option<Side>,
    /// Its cells that differ; of an added or dropped row its amounts.
    pub changes: Vec<Change>,
    /// The code at which the other version has the old or the new name of a renamed row: it may have moved instead.
    pub elsewhere: Option<Kode>,
}

impl RowDifference {
    /// What became of one of its cells: a row that moved or was renamed may have changed besides.
    #[must_use]
    pub fn kind_of(&self, change: &Change) -> Kind {
        match self.kind {
            _ if change.is_open() => Kind::Open,
            Kind::Renamed if change.column.role == Role::Name => Kind::Renamed,
            Kind::Renamed | Kind::Moved | Kind::Open => Kind::Changed,
            kind => kind,
        }
    }

    /// The version that is shown: the new one, where there is one.
    #[must_use]
    pub fn shown(&self) -> Option<&Side> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

/// The sum of a column of money below a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// The program; `None` for the whole table.
    pub code: Option<Kode>,
    /// Its name, the new one where it has two.
    pub name: String,
    /// The id of the column.
    pub column: &'static str,
    /// In the old version.
    pub old: Tally,
    /// In the new version.
    pub new: Tally,
}

impl Sums {
    /// New less old; `None` where an open amount belongs to either.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        let whole = self.old.lacking == 0 && self.new.lacking == 0;
        whole.then(|| self.new.sum.unwrap_or_default().checked_sub(self.old.sum.unwrap_or_default()))?
    }
}

/// What differs in one form.
#[derive(Clone, Debug)]
pub struct FormDifferences {
    /// The form.
    pub form: &'static Form,
    /// The rows that differ, in the order of the new version, dropped ones after the row they followed.
    pub rows: Vec<RowDifference>,
    /// How many rows say the same.
    pub same: usize,
    /// How many rows say the same under the number that their code has in the other edition of the codification.
    pub renumbered: usize,
    /// The sums of every program and of the whole, for forms that add up.
    pub sums: Vec<Sums>,
}

impl FormDifferences {
    /// How many rows are of a kind.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.rows.iter().filter(|row| row.kind == kind).count()
    }
}

/// What differs between two versions.
#[derive(Clone, Debug)]
pub struct Differences {
    /// The forms that both have.
    pub forms: Vec<FormDifferences>,
    /// The forms that only the old version has.
    pub only_old: Vec<&'static Form>,
    /// The forms that only the new version has.
    pub only_new: Vec<&'static Form>,
}

impl Differences {
    /// Whether nothing differs, not even what is open.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.only_old.is_empty()
            && self.only_new.is_empty()
            && self.forms.iter().all(|form| form.rows.is_empty() && form.renumbered == 0)
    }
}

/// What differs between two documents, whose tables of one form should be in one arrangement. Rows meet by code and
/// name; forms without codes by name and the kegiatan above.
#[must_use]
pub fn diff(old: &Document, new: &Document) -> Differences {
    let tables = |document: &'_ Document, form: &Form| -> Vec<usize> {
        let found = document.tables.iter().enumerate();
        found
            .filter(|(_, table)| table.form.id == form.id && !table.rows.is_empty())
            .map(|(index, _)| index)
            .collect()
    };
    let mut found = Differences { forms: Vec::new(), only_old: Vec::new(), only_new: Vec::new() };
    for form in crate::forms::FORMS.iter().copied() {
        let (before, after) = (tables(old, form), tables(new, form));
        match (before.is_empty(), after.is_empty()) {
            (true, true) => {}
            (false, true) => found.only_old.push(form),
            (true, false) => found.only_new.push(form),
            (false, false) => {
                let of = |document: &'_ Document, indices: &[usize]| -> Vec<Table> {
                    indices.iter().filter_map(|index| document.tables.get(*index)).cloned().collect()
                };
                let (before, after) = (of(old, &before), of(new, &after));
                let editions = (old.about.codification, new.about.codification);
                found.forms.push(in_form(form, &before, &after, editions));
            }
        }
    }
    found
}

type Editions = (Option<crate::model::Edition>, Option<crate::model::Edition>);

fn in_form(form: &'static Form, before: &[Table], after: &[Table], editions: Editions) -> FormDifferences {
    let (old, new) = (lines(before), lines(after));
    let pairs = pair::pairs(&old, &new, editions);
    let (mut rows, mut same, mut renumbered) = (Vec::new(), 0, 0);
    let dropped = dropped(&old, &pairs);
    let mut waiting = dropped.iter().peekable();
    let mut tell_dropped = |until: Option<usize>, rows: &mut Vec<RowDifference>| {
        while let Some((_, line)) = waiting.next_if(|(anchor, _)| *anchor <= until) {
            rows.extend(old.get(*line).map(|line| alone(Kind::Dropped, line)));
        }
    };
    tell_dropped(None, &mut rows);
    for (index, line) in new.iter().enumerate() {
        match pairs.old_of(index).and_then(|at| old.get(at)) {
            None => rows.push(alone(Kind::Added, line)),
            Some(before) => match both(before, line, index, &pairs) {
                Some(difference) => rows.push(difference),
                None if pairs.is_renumbered(index) => renumbered += 1,
                None => same += 1,
            },
        }
        tell_dropped(Some(index), &mut rows);
    }
    FormDifferences { form, rows, same, renumbered, sums: sums::sums(form, before, after) }
}

/// The old rows that meet none, each with the new row that the one before it met.
fn dropped(old: &[Line<'_>], pairs: &Pairs) -> Vec<(Option<usize>, usize)> {
    let mut anchor = None;
    let mut found = Vec::new();
    for index in 0..old.len() {
        match pairs.new_of(index) {
            Some(new) => anchor = anchor.max(Some(new)),
            None => found.push((anchor, index)),
        }
    }
    found
}

fn alone(kind: Kind, line: &Line<'_>) -> RowDifference {
    let side = Some(line.side());
    let (old, new) = if kind == Kind::Dropped { (side, None) } else { (None, side) };
    let changes = cells::amounts(line, kind == Kind::Dropped);
    RowDifference { kind, level: line.row.level, old, new, changes, elsewhere: None }
}

fn both(old: &Line<'_>, new: &Line<'_>, index: usize, pairs: &Pairs) -> Option<RowDifference> {
    let changes = cells::changes(old, new);
    let moved = match (&old.row.code, &new.row.code) {
        (Some(before), Some(after)) => before != after && !pairs.is_renumbered(index),
        (None, None) => old.context != new.context,
        _ => false,
    };
    let unsure = old.row.code.is_some() != new.row.code.is_some();
    let name = changes.iter().find(|change| change.column.role == Role::Name);
    let renamed = name.is_some_and(|change| !change.is_open());
    let certain = changes.iter().any(|change| !change.is_open());
    let kind = match () {
        () if moved => Kind::Moved,
        () if renamed => Kind::Renamed,
        () if certain => Kind::Changed,
        () if unsure || !changes.is_empty() => Kind::Open,
        () => return None,
    };
    Some(RowDifference {
        kind,
        level: new.row.level.or(old.row.level),
        old: Some(old.side()),
        new: Some(new.side()),
        changes,
        elsewhere: pairs.elsewhere(index).filter(|_| kind == Kind::Renamed).cloned(),
    })
}

/// The columns of two tables, those of the new one first.
fn columns(old: &Table, new: &Table) -> Vec<&'static Column> {
    let known: BTreeSet<&str> = new.columns.iter().map(|column| column.id).collect();
    let more = old.columns.iter().filter(|column| !known.contains(column.id));
    new.columns.iter().chain(more).copied().collect()
}
