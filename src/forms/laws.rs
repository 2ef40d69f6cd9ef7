//! What the numbers of a table must obey: printed formulas, parents that equal their children, the total.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::formulas_of;
use super::printed::in_rows;
use super::tree::{Over, Tree, results};
pub use crate::model::Spot;
use crate::model::{Cell, Kind, Role, Table, Tingkat, indonesian};

/// How the result follows from the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// A parent is the sum of its children.
    Children,
    /// A total, or the row of an office or a unit, is the sum of the topmost rows.
    Total,
    /// A printed formula: the sum of other columns.
    Sum,
    /// A printed formula: the first term divided by the second, times the law's scale, rounded to two decimals.
    Ratio,
    /// A printed formula: the first term less the second.
    Difference,
}

/// One law: a result that must follow from its terms.
#[derive(Clone, Debug)]
pub struct Law {
    /// How.
    pub relation: Relation,
    /// The cell that holds the result.
    pub result: Spot,
    /// The cells it follows from.
    pub terms: Arc<[Spot]>,
    /// What a ratio is multiplied by: 100 for a percent, else 1.
    pub scale: Decimal,
    /// What the result is called: a code, `TOTAL`, or a formula.
    pub name: Arc<str>,
}

/// How far a printed percent may be from the computed one: half a unit of its second decimal, and a slack for
/// offices that cut instead of rounding.
const PERCENT_SLACK: Decimal = Decimal::from_parts(101, 0, 0, false, 4);

/// Whether a printed percent is the computed one, rounded or cut to two decimals.
#[must_use]
pub fn is_rounded(printed: Decimal, computed: Decimal) -> bool {
    (printed - computed).abs() <= PERCENT_SLACK
}

/// So many terms of a sum are shown each.
const MOST_SHOWN: usize = 24;

impl Relation {
    /// The name used in the model.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Total => "total",
            Self::Sum => "formula",
            Self::Ratio => "ratio",
            Self::Difference => "difference",
        }
    }

    /// Whether rows are summed, and not columns computed.
    #[must_use]
    pub const fn sums_rows(self) -> bool {
        matches!(self, Self::Children | Self::Total)
    }
}

impl Law {
    /// What the result must be for the given values of its terms; `None` where a term of a formula is missing
    /// or divides by zero, or where no term of a sum is known.
    #[must_use]
    pub fn computed(&self, value: &dyn Fn(Spot) -> Option<Decimal>) -> Option<Decimal> {
        match self.relation {
            Relation::Ratio => {
                let [top, bottom] = &*self.terms else { return None };
                value(*top)?.checked_mul(self.scale)?.checked_div(value(*bottom)?)
            }
            Relation::Difference => {
                let [more, less] = &*self.terms else { return None };
                value(*more)?.checked_sub(value(*less)?)
            }
            Relation::Children | Relation::Total | Relation::Sum => {
                let mut known = self.terms.iter().filter_map(|spot| value(*spot));
                let first = known.next()?;
                known.try_fold(first, Decimal::checked_add)
            }
        }
    }

    /// Whether the law holds; `None` where it cannot be checked.
    #[must_use]
    pub fn holds(&self, value: &dyn Fn(Spot) -> Option<Decimal>) -> Option<bool> {
        let (found, wanted) = (value(self.result)?, self.computed(value)?);
        Some(match self.relation {
            Relation::Ratio => is_rounded(found, wanted),
            _ => found == wanted,
        })
    }

    /// What one cell must be for the law to hold, all others being right; `None` for a ratio's terms, whose
    /// rounding hides the value.
    #[must_use]
    pub fn wanted(&self, spot: Spot, value: &dyn Fn(Spot) -> Option<Decimal>) -> Option<Decimal> {
        if spot == self.result {
            let computed = self.computed(value)?;
            return Some(if self.relation == Relation::Ratio { computed.round_dp(2) } else { computed });
        }
        if self.relation == Relation::Ratio || !self.terms.contains(&spot) {
            return None;
        }
        if self.relation == Relation::Difference {
            let [more, less] = &*self.terms else { return None };
            let result = value(self.result)?;
            return if spot == *more {
                result.checked_add(value(*less)?)
            } else {
                value(*more)?.checked_sub(result)
            };
        }
        let mut others = self.terms.iter().filter(|term| **term != spot).filter_map(|term| value(*term));
        let rest = others.try_fold(Decimal::ZERO, Decimal::checked_add)?;
        value(self.result)?.checked_sub(rest)
    }

    /// Every cell of the law.
    pub fn spots(&self) -> impl Iterator<Item = Spot> {
        std::iter::once(self.result).chain(self.terms.iter().copied())
    }

    /// The arithmetic in words: `2.17.01.2.02 = 3.041.815.466 + 240.466.000 = 3.282.281.466`. Of a long sum the first 24
    /// terms are shown each, then how many others there are and what they are together: `1 + … (4800: 4.800)`.
    #[must_use]
    pub fn arithmetic(&self, value: &dyn Fn(Spot) -> Option<Decimal>) -> String {
        let shown = |number: Decimal| indonesian(number, None, true);
        let known: Vec<Decimal> = self.terms.iter().filter_map(|spot| value(*spot)).collect();
        // The proof of each term of a long sum says the whole sum.
        let long = known.split_at_checked(MOST_SHOWN).filter(|(_, others)| others.len() > 1);
        let (first, others) = long.unwrap_or((known.as_slice(), Default::default()));
        let mut terms: Vec<String> = first.iter().copied().map(shown).collect();
        if !others.is_empty() {
            let rest = others.iter().copied().try_fold(Decimal::ZERO, Decimal::checked_add);
            terms.push(format!("… ({}: {})", others.len(), rest.map_or_else(|| "?".to_owned(), shown)));
        }
        let shown_at = |index: usize| terms.get(index).map_or("?", String::as_str);
        let result =
            self.computed(value).map(|number| number.round_dp(2)).map_or_else(|| "?".to_owned(), shown);
        match self.relation {
            Relation::Ratio if self.scale == Decimal::ONE => {
                format!("{} = {} = {result}", self.name, terms.join(" / "))
            }
            Relation::Ratio => format!("{} = {} × 100 = {result}", self.name, terms.join(" / ")),
            Relation::Difference => format!("{} = {} − {} = {result}", self.name, shown_at(0), shown_at(1)),
            _ => format!("{} = {} = {result}", self.name, terms.join(" + ")),
        }
    }
}

/// The laws of a table, for rows whose codes are known.
#[must_use]
pub fn laws(table: &Table) -> Vec<Law> {
    laws_where(table, &|spot| is_filled(table, spot))
}

/// Whether a cell holds anything.
#[must_use]
pub fn is_filled(table: &Table, spot: Spot) -> bool {
    let cell = table.rows.get(spot.row).and_then(|row| row.cells.get(spot.column));
    cell.is_some_and(|cell| !cell.is_empty())
}

/// The laws of a table of which some cells count as filled that are not, or not yet.
#[must_use]
pub fn laws_where(table: &Table, filled: &dyn Fn(Spot) -> bool) -> Vec<Law> {
    let mut laws = Vec::new();
    if table.form.adds_up {
        let tree = Tree::of(&table.rows);
        for (column, declared) in table.columns.iter().enumerate() {
            let adds = matches!(declared.role, Role::Amount(_))
                && matches!(declared.kind, Kind::Rupiah | Kind::MeasureOrRupiah);
            if adds {
                laws.extend(sums(table, &tree, column, filled));
            }
        }
    }
    for formula in formulas_of(table) {
        laws.extend(in_rows(table, &formula, filled));
    }
    laws
}

/// Amounts of money are no smaller than this: what is, in a column that may hold quantities, is one.
pub const LEAST_AMOUNT: Decimal = Decimal::ONE_THOUSAND;

/// Whether a law would add up quantities, which no one adds: percents, or numbers of things.
fn counts_things(table: &Table, law: &Law) -> bool {
    let declared = table.columns.get(law.result.column);
    if declared.is_none_or(|column| column.kind != Kind::MeasureOrRupiah) {
        return false;
    }
    let cells = || {
        let rows = law.spots().filter_map(|spot| table.rows.get(spot.row)?.cells.get(spot.column));
        rows.filter(|cell| !cell.is_empty())
    };
    let small = |cell: &Cell| cell.number().is_none_or(|number| number.abs() < LEAST_AMOUNT);
    cells().any(|cell| cell.meaning().unit.is_some())
        || cells().all(small) && cells().any(|cell| cell.number().is_some())
}

/// Parents over their children, and rows of results over what they sum up, in one column.
fn sums(table: &Table, tree: &Tree<'_>, column: usize, filled: &dyn Fn(Spot) -> bool) -> Vec<Law> {
    let filled = |row: usize| filled(Spot { row, column });
    let spot = |row: usize| Spot { row, column };
    let children = |own: &[usize]| -> Vec<Spot> {
        own.iter().flat_map(|row| shares(*row, &filled, tree)).map(spot).collect()
    };
    let mut laws = Vec::new();
    for (holder, own) in tree.families() {
        let Some(code) = table.rows.get(holder).and_then(|row| row.code.as_ref()) else { continue };
        laws.push(Law {
            relation: Relation::Children,
            result: spot(holder),
            terms: children(own).into(),
            scale: Decimal::ONE,
            name: Arc::from(code.as_str()),
        });
    }
    // The total of one column may be gone: the row is one of totals still.
    let is_sum = |row: usize| {
        let cells = table.rows.get(row).map(|row| &*row.cells).unwrap_or_default();
        let mut cells = table.columns.iter().zip(cells);
        cells.any(|(column, cell)| matches!(column.role, Role::Amount(_)) && !cell.is_empty())
    };
    for found in results(&table.rows, &is_sum) {
        let (relation, terms) = match found.over {
            Over::Below(row) => (Relation::Children, children(tree.below(row).unwrap_or_default())),
            Over::Rows(rows) => {
                (Relation::Total, tree.topmost(rows, &filled).into_iter().map(spot).collect::<Vec<_>>())
            }
        };
        if !terms.is_empty() {
            let (result, name) = (spot(found.row), name(table, found.row));
            laws.push(Law { relation, result, terms: terms.into(), scale: Decimal::ONE, name });
        }
    }
    laws.retain(|law| !counts_things(table, law));
    laws
}

/// What the result of a row outside the tree of codes is called.
fn name(table: &Table, row: usize) -> Arc<str> {
    let level = table.rows.get(row).and_then(|row| row.level);
    let name = table.columns.iter().position(|column| column.role == Role::Name);
    let text = name.and_then(|name| table.rows.get(row)?.cells.get(name)).map_or("", Cell::text);
    if level == Some(Tingkat::Jumlah) || text.is_empty() { Arc::from("TOTAL") } else { Arc::from(text) }
}

/// What a row gives to the sum above it: its amount, or where it has none, the amounts of the rows below it.
///
/// An office that fills no kegiatan sums its sub kegiatan into programs; one whose kegiatan lost its amount did so.
fn shares(row: usize, filled: &dyn Fn(usize) -> bool, tree: &Tree<'_>) -> Vec<usize> {
    match tree.below(row) {
        Some(own) if !filled(row) => own.iter().flat_map(|row| shares(*row, filled, tree)).collect(),
        _ => vec![row],
    }
}
