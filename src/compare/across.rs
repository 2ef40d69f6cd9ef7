//! Tables of different forms or documents that speak of the same money: the plan of a year and what the Renstra has for
//! it, the evaluation and the plan. What differs is told with both places; nothing is repaired by another table.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::forms::{LEAST_AMOUNT, MONEY, marks};
use crate::model::{
    Cell, Column, Document, Family, Finding, Kode, Origin, Place, Reference, Role, Said, Severity, Status,
    Table, indonesian,
};
use crate::rules;

/// Which column of a form holds the money.
#[derive(Clone, Copy)]
enum Which {
    /// This one, or the amount of the pair that is printed below it.
    Named(&'static str),
    /// Of the years of a period whose ids begin so, the plan year of the other side.
    OfPlanYear(&'static str),
}

/// Money of one form that must be that of another.
struct Bridge {
    left: (&'static str, Which),
    right: (&'static str, Which),
    /// Whether the tables of one document are compared too; where not, another check does that.
    within: bool,
}

static BRIDGES: [Bridge; 6] = [
    Bridge {
        left: ("T-C.33", Which::Named("pagu")),
        right: ("T-C.27", Which::OfPlanYear("pagu_")),
        within: true,
    },
    Bridge {
        left: ("T-C.29", Which::Named("target_renstra")),
        right: ("T-C.27", Which::Named("pagu_akhir")),
        within: true,
    },
    Bridge { left: ("E.81", Which::Named("target")), right: ("T-C.33", Which::Named("pagu")), within: true },
    Bridge {
        left: ("E.81", Which::Named("renstra")),
        right: ("T-C.27", Which::Named("pagu_akhir")),
        within: true,
    },
    Bridge {
        left: ("T-C.31", Which::Named("analisis_pagu")),
        right: ("T-C.33", Which::Named("pagu")),
        within: false,
    },
    Bridge { left: ("T-C.33", Which::Named("pagu")), right: ("T-C.33", Which::Named("pagu")), within: false },
];

/// What was compared, and what differs.
#[derive(Debug, Default)]
pub struct Across {
    /// How many amounts stand on both sides.
    pub compared: usize,
    /// Those that differ.
    pub findings: Vec<Finding>,
}

/// The tables of one document against each other.
#[must_use]
pub fn within(document: &Document) -> Across {
    let bridges = BRIDGES.iter().filter(|bridge| bridge.within);
    compared(document, document, None, bridges)
}

/// The tables of a document against those of another, which is called by the name of its file; in both directions.
#[must_use]
pub fn beside(document: &Document, other: &Document, file: &str) -> Across {
    let turned: Vec<Bridge> = BRIDGES
        .iter()
        .filter(|bridge| bridge.left.0 != bridge.right.0)
        .map(|bridge| Bridge { left: bridge.right, right: bridge.left, within: false })
        .collect();
    compared(document, other, Some(file), BRIDGES.iter().chain(&turned))
}

fn compared<'b>(
    own: &Document,
    other: &Document,
    file: Option<&str>,
    bridges: impl Iterator<Item = &'b Bridge>,
) -> Across {
    let mut found = Across::default();
    for bridge in bridges {
        let lefts = own.tables.iter().enumerate().filter(|(_, table)| table.form.id == bridge.left.0);
        for (left, table) in lefts {
            let rights = other.tables.iter().enumerate().filter(|(_, table)| table.form.id == bridge.right.0);
            // Tables of one document that are of different offices do not speak of the same money.
            let is_kin = |(_, twin): &(usize, &Table)| file.is_some() || twin.office == table.office;
            for (right, twin) in rights.filter(is_kin) {
                let own = Side { document: own, index: left, table, which: bridge.left.1 };
                let other = Side { document: other, index: right, table: twin, which: bridge.right.1 };
                pair(&own, &other, file, &mut found);
            }
        }
    }
    found
}

/// A table of a document, and the column that is looked at.
struct Side<'a> {
    document: &'a Document,
    index: usize,
    table: &'a Table,
    which: Which,
}

/// An amount and where it stands.
struct Amount {
    row: usize,
    number: Decimal,
    place: Option<Place>,
}

impl Side<'_> {
    /// The plan year that the table speaks of: as its own header prints it, else that of its document.
    fn year(&self) -> Option<u16> {
        let told = |column: &&'static Column| {
            let printed = self.table.printed.get(column.id)?.year?;
            let declared = match column.origin {
                Origin::Like(id) => self.table.layout.column(id)?,
                _ => column,
            };
            let offset = declared.header.iter().flat_map(|text| marks(text)).next_back()??;
            u16::try_from(i32::from(printed) - offset).ok()
        };
        self.table.columns.iter().find_map(told).or(self.document.about.year)
    }

    /// The column, for a plan year of the other side.
    fn column(&self, plan: Option<u16>) -> Option<(usize, &'static Column)> {
        let columns = || self.table.columns.iter().copied().enumerate();
        match self.which {
            Which::Named(id) => {
                let pair = format!("{id}{MONEY}");
                columns()
                    .find(|(_, column)| column.id == pair)
                    .or_else(|| columns().find(|(_, column)| column.id == id))
            }
            Which::OfPlanYear(stem) => columns().find(|(_, column)| {
                let printed = self.table.printed.get(column.id).and_then(|printed| printed.year);
                matches!(column.role, Role::Amount(_))
                    && column.id.starts_with(stem)
                    && printed.is_some()
                    && printed == plan
            }),
        }
    }

    /// The settled amounts of the column by code; what stands twice says nothing.
    fn amounts(&self, column: usize) -> BTreeMap<&Kode, Amount> {
        let mut known = BTreeMap::new();
        let mut twice = BTreeSet::new();
        for (row, found) in self.table.rows.iter().enumerate() {
            let (Some(code), Some(cell)) = (&found.code, found.cells.get(column)) else { continue };
            let Some(number) = money(cell) else { continue };
            let amount = Amount { row, number, place: cell.sources().first().cloned() };
            if known.insert(code, amount).is_some() {
                twice.insert(code);
            }
        }
        known.retain(|code, _| !twice.contains(code));
        known
    }
}

/// The money of a cell that nothing is open about.
fn money(cell: &Cell) -> Option<Decimal> {
    let number = cell.number().filter(|_| cell.status() != Status::Unresolved)?;
    let is_money = cell.meaning().unit.is_none() && (number.is_zero() || number.abs() >= LEAST_AMOUNT);
    is_money.then_some(number)
}

fn pair(own: &Side<'_>, other: &Side<'_>, file: Option<&str>, found: &mut Across) {
    let period = |side: &Side<'_>| matches!(side.which, Which::OfPlanYear(_));
    // Plans of two years are no twins; a Renstra speaks of several.
    let years = own.year().zip(other.year());
    let of_renstra = [own, other].iter().any(|side| side.table.form.family == Family::Renstra);
    if !of_renstra && years.is_some_and(|(own, other)| own != other) {
        return;
    }
    let plan = if period(own) { other.year() } else { own.year() };
    let (Some((left, column)), Some((right, twin))) = (own.column(plan), other.column(plan)) else { return };
    if own.table.unit_of(column.id) != other.table.unit_of(twin.id) {
        return;
    }
    let (ours, theirs) = (own.amounts(left), other.amounts(right));
    let both = || ours.iter().filter_map(|(code, amount)| Some((*code, amount, theirs.get(code)?)));
    found.compared += both().count();
    let differing: Vec<(&Kode, &Amount, &Amount)> =
        both().filter(|(_, own, other)| own.number != other.number).collect();
    for (code, amount, against) in &differing {
        // The rows above carry the difference of those below.
        if differing.iter().any(|(below, ..)| below.is_below(code)) {
            continue;
        }
        let at =
            |index: usize, row: usize, column: &Column| Reference { table: index, row, column: column.id };
        let above = differing.iter().filter(|(above, ..)| code.is_below(above));
        let mut also: Vec<Reference> =
            above.map(|(_, amount, _)| at(own.index, amount.row, column)).collect();
        if file.is_none() {
            also.push(at(other.index, against.row, twin));
        }
        found.findings.push(Finding {
            severity: Severity::Warning,
            table: Some(own.index),
            row: Some(amount.row),
            column: Some(column.id),
            source: amount.place.clone(),
            message: message(own, other, (code, amount, against), file),
            found: Some(amount.number.normalize().to_string()),
            also,
            ..Finding::of(rules::twin_mismatch::OTHER_FORM)
        });
    }
}

fn message(
    own: &Side<'_>,
    other: &Side<'_>,
    (code, amount, against): (&Kode, &Amount, &Amount),
    file: Option<&str>,
) -> Said {
    let shown = |number: Decimal| indonesian(number, None, true);
    let place = |amount: &Amount| amount.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let file = file.map(|file| format!("{file} · ")).unwrap_or_default();
    let (own_form, other_form) = (own.table.form.id, other.table.form.id);
    let (ours, theirs) = (shown(amount.number), shown(against.number));
    let (here, there) = (place(amount), place(against));
    Said::new(
        format!(
            "{code}: {ours} di {own_form} ({here}), {theirs} di {other_form} ({file}{there}). Keduanya seharusnya sama; periksa mana yang berlaku. Tidak ada yang diubah."
        ),
        format!(
            "{code}: {ours} in {own_form} ({here}), {theirs} in {other_form} ({file}{there}). Both should be the same; see which holds. Nothing was changed."
        ),
    )
}
