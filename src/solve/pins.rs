//! What a person decided is an input of solving: values are put in before anything is worked out, what is refused or
//! decided is held, and laws take it as given.

mod put;

pub use put::accepted;
pub(super) use put::{ask, put};

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::numbers::settled_number;
use crate::codification::edition_named;
use crate::forms::{Spot, other_years};
use crate::model::{
    Decided, Document, Finding, RawRow, RawTable, RuleId, Said, Severity, Subject, Table, Unit, UnitSaid,
    Unmet, Verdict,
};
use crate::rules;

/// The row of an input that a logical row begins in, and which of its parts it is where it was split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    sheet: usize,
    row: u32,
    part: usize,
}

/// A decision that holds while a document is solved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// What is decided; its row is worked out from the origin.
    pub decided: Decided,
    /// The row of the input; `None` where it is about no row.
    pub origin: Option<Origin>,
    /// Whether the input says itself that this was decided: then its cell is as it was decided already.
    pub is_stated: bool,
}

impl Pin {
    /// The rule whose repair makes several rows of one.
    const SPLITTING: RuleId = rules::lettered_list::ID;

    /// A decision made about a row of the input. A refused split is about the whole row.
    #[must_use]
    pub fn new(decided: Decided, origin: Option<Origin>) -> Self {
        let whole = decided.rule == Self::SPLITTING;
        let origin = origin.map(|origin| if whole { Origin { part: 0, ..origin } } else { origin });
        Self { decided, origin, is_stated: false }
    }

    /// Whether it keeps a row whole: that the row is split was refused, and what came of that may be answered.
    fn keeps_whole(&self, table: usize, row: &RawRow) -> bool {
        let here = self.origin.zip(row.rows.first());
        self.decided.table == Some(table)
            && self.decided.rule == Self::SPLITTING
            && here.is_some_and(|(origin, first)| (origin.sheet, origin.row) == *first)
    }
}

/// Whether a decision refuses that cells are moved: those of its row that moved to its column, or that are printed in it,
/// stay where they are printed, with all that would move with them.
#[must_use]
pub(super) fn keeps_place(decided: &Decided) -> bool {
    decided.rule == rules::slid_cell::ID && decided.verdict == Verdict::Refuse
}

/// Whether a person refused that a row is split.
pub(super) fn keep_whole(pins: &[Pin], table: usize, row: &RawRow) -> bool {
    pins.iter().any(|pin| pin.keeps_whole(table, row))
}

/// Where the rows of a table begin.
#[must_use]
pub fn origins(raw: &RawTable) -> Vec<Origin> {
    let mut last: Option<Origin> = None;
    let mut origin = |row: &RawRow| {
        let (sheet, number) = row.rows.first().copied().unwrap_or_default();
        let part =
            last.filter(|last| (last.sheet, last.row) == (sheet, number)).map_or(0, |last| last.part + 1);
        let origin = Origin { sheet, row: number, part };
        last = Some(origin);
        origin
    };
    raw.rows.iter().map(&mut origin).collect()
}

/// States what a person decided of the document itself, before its rows are read.
pub(super) fn state(document: &mut Document, pins: &[Pin]) {
    for Decided { about, verdict, .. } in pins.iter().map(|pin| &pin.decided) {
        let Verdict::Choose(text) = verdict else { continue };
        match about {
            Some(Subject::Region) => document.about.region = Some(text.clone()),
            Some(Subject::Opd) => document.about.opd = Some(text.clone()),
            Some(Subject::Year) => document.about.year = text.parse().ok().or(document.about.year),
            Some(Subject::Edition) => {
                document.about.codification = edition_named(text).or(document.about.codification);
            }
            Some(Subject::Unit | Subject::ColumnYear) | None => {}
        }
    }
}

/// States the units that a person decided, after all that is worked out about them. The question that it answers is not
/// asked again.
pub(super) fn state_units(document: &mut Document, pins: &[Pin]) {
    for decided in pins.iter().map(|pin| &pin.decided).filter(|decided| decided.about == Some(Subject::Unit))
    {
        let Verdict::Choose(text) = &decided.verdict else { continue };
        let table = decided.table.and_then(|index| document.tables.get_mut(index));
        if let (Some(table), Some(unit)) = (table, unit_named(text)) {
            table.unit = unit;
            table.printed.values_mut().for_each(|printed| printed.unit = None);
            table.unit_ground.said = UnitSaid::Person;
            document
                .findings
                .retain(|finding| (finding.about, finding.table) != (Some(Subject::Unit), decided.table));
        }
    }
}

/// States the years that a person decided of columns whose headers contradict the plan year: one for each of them, in
/// the order of the table.
pub(super) fn state_years(document: &mut Document, pins: &[Pin]) {
    let Some(plan) = document.about.year else { return };
    // The headers of a workbook that states such a decision say these years already.
    let new = pins.iter().filter(|pin| !pin.is_stated).map(|pin| &pin.decided);
    for decided in new.filter(|decided| decided.about == Some(Subject::ColumnYear)) {
        let Verdict::Choose(text) = &decided.verdict else { continue };
        let Some(table) = decided.table.and_then(|index| document.tables.get_mut(index)) else { continue };
        let years = text.split(',').map(|year| year.trim().parse::<u16>());
        for (other, year) in other_years(&table.columns, &table.printed, plan).iter().zip(years) {
            if let (Some(printed), Ok(year)) = (table.printed.get_mut(other.column.id), year) {
                printed.restate_year(year);
            }
        }
    }
}

/// The unit of a name.
#[must_use]
pub fn unit_named(text: &str) -> Option<Unit> {
    [Unit::Rupiah, Unit::ThousandRupiah, Unit::MillionRupiah].into_iter().find(|unit| unit.name() == text)
}

/// The decisions with the rows that they are about, each cell held. One that a workbook of our own states is left out
/// where its cell says something else today, and that is told.
pub(super) fn hold(document: &mut Document, pins: &[Pin], origins: &[Vec<Origin>]) -> Vec<(Decided, bool)> {
    let mut held = Vec::new();
    for pin in pins {
        let mut decided = pin.decided.clone();
        if let Some(origin) = pin.origin {
            let rows = decided.table.and_then(|table| origins.get(table));
            let found = rows.and_then(|rows| rows.iter().position(|row| *row == origin));
            let Some(row) = found else {
                let note = outdated(document, &decided);
                let unmet = |decision| Unmet { decision, why: note.message.clone() };
                document.unmet.extend(decided.made.map(unmet));
                document.findings.push(note);
                continue;
            };
            decided.row = Some(row);
        }
        if pin.is_stated && says_otherwise(document, &decided) {
            document.findings.push(outdated(document, &decided));
            continue;
        }
        // Which cells stay where they are printed, the moves tell.
        if let Some((table, row, column)) = decided.cell().filter(|_| !keeps_place(&decided)) {
            document.hold(table, row, column);
        }
        held.push((decided, pin.is_stated));
    }
    held
}

/// The numbers of cells about which a person decided, by their places in a table: none where a repair was refused.
pub(super) type Given = BTreeMap<Spot, Option<Decimal>>;

/// What a person gave as numbers of a table.
pub(super) fn given(held: &[(Decided, bool)], index: usize, table: &Table) -> Given {
    let number = |(decided, _): &(Decided, bool)| {
        let (_, row, id) = decided.cell().filter(|(of, ..)| *of == index && !keeps_place(decided))?;
        let column = table.position(id)?;
        let kind = table.columns.get(column)?.kind;
        let value = match &decided.verdict {
            Verdict::Choose(text) => settled_number(kind, text).map(|(_, number)| number),
            Verdict::Refuse => None,
            Verdict::Stay => return None,
        };
        Some((Spot { row, column }, value))
    };
    held.iter().filter_map(number).collect()
}

/// Whether something else stands in a cell than was decided.
fn says_otherwise(document: &Document, decided: &Decided) -> bool {
    let Some((table, row, column)) = decided.cell() else { return false };
    let Some(found) = document.tables.get(table) else { return true };
    let Some(cell) = found.cell(row, column) else { return column != "kode" };
    let kind =
        found.position(column).and_then(|position| found.columns.get(position)).map(|column| column.kind);
    let number = |text: &str| Some(settled_number(kind.filter(|kind| kind.is_numeric())?, text)?.1);
    let same_number = number(cell.text()).is_some() && number(cell.text()) == number(decided.text());
    // A code may stand in a cell for each of its parts.
    let parts = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let same_code = column == "kode" && parts(cell.text()) == parts(decided.text());
    !same_number && !same_code && !is_seen_as(cell.text(), decided.text())
}

/// Whether two texts are the same to the eye: a program that saved a workbook may have changed its blanks.
#[must_use]
pub fn is_seen_as(left: &str, right: &str) -> bool {
    let seen = |text: &str| -> String {
        text.replace("_x000D_", "").chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
    };
    seen(left) == seen(right)
}

fn outdated(document: &Document, decided: &Decided) -> Finding {
    let cell = decided.cell().and_then(|(table, row, column)| document.tables.get(table)?.cell(row, column));
    let (text, now) = (decided.text(), cell.map(crate::model::Cell::text).unwrap_or_default());
    Finding {
        severity: Severity::Note,
        table: decided.table,
        row: decided.row,
        source: cell.and_then(|cell| cell.sources().first().cloned()),
        message: Said::new(
            format!(
                "Di sini diputuskan “{text}”, tetapi selnya kini berisi “{now}”: isi yang sekarang yang dibaca."
            ),
            format!(
                "“{text}” was decided here, yet the cell says “{now}” today: what it says today is read."
            ),
        ),
        found: Some(now.to_owned()),
        ..Finding::of(rules::unfollowed_decision::READ_ANEW)
    }
}
