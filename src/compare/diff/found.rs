//! The differences between two versions of a document: rows by kind, cells, and sums by form.

use rust_decimal::Decimal;

use super::mapped::Mapped;
use crate::compare::Tally;
use crate::model::{Column, Form, Kode, Place, Role, Tingkat};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Only the new version has it.
    Added,
    /// Only the old version has it.
    Dropped,
    /// Both versions have its code, each with another name.
    Renamed,
    /// Both versions have its name, at different codes or below different kegiatan, and no other row has that name.
    Moved,
    /// Other cells say something else.
    Changed,
    /// The number that its code has in the other edition of the codification, and nothing else.
    Renumbered,
    /// What differs is open in one of the versions: nobody knows whether it changed.
    Open,
}

impl Kind {
    /// Every kind, in the order in which they are counted.
    pub const ALL: [Self; 7] =
        [Self::Added, Self::Dropped, Self::Renamed, Self::Moved, Self::Changed, Self::Renumbered, Self::Open];

    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Renumbered => "renumbered",
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
    /// What the codification says of the old code in the edition of the new version, where that is another and says
    /// more than that the code stays.
    pub mapped: Option<Mapped>,
}

impl RowDifference {
    /// What became of one of its cells: a row that moved or was renamed may have changed besides.
    #[must_use]
    pub fn kind_of(&self, change: &Change) -> Kind {
        match self.kind {
            _ if change.is_open() => Kind::Open,
            Kind::Renamed if change.column.role == Role::Name => Kind::Renamed,
            Kind::Renamed | Kind::Moved | Kind::Renumbered | Kind::Open => Kind::Changed,
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
            && self.forms.iter().all(|form| form.rows.is_empty())
    }
}
