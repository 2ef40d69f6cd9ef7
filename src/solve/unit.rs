//! The unit of a table's amounts: what is printed, unless every row in common with another table proves another. Nothing
//! is ever scaled.

mod said;
mod twin;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use said::{as_printed, as_twin, contradiction, doubt, false_mark, several_units};
use twin::{is_of_order, twin};

use crate::forms::heading;
use crate::model::{
    Cause, Cell, Column, Document, Finding, Kind, Place, Printed, RawTable, Role, Row, Said, Severity,
    Subject, Table, Unit, UnitGround, UnitSaid, unit_of_path,
};

/// States the unit of each table and what says so, and asks where nothing does and the amounts are doubtful.
pub(super) fn apply(document: &mut Document, raw: &[RawTable]) {
    let printed: Vec<Option<(Unit, UnitGround)>> = raw.iter().map(|raw| stated(&raw.region.units)).collect();
    for (table, printed) in document.tables.iter_mut().zip(&printed) {
        let is_mixed = table.printed.values().any(|printed| printed.unit.is_some());
        if let Some((unit, ground)) = printed.as_ref().filter(|_| !is_mixed) {
            table.unit = *unit;
            table.unit_ground = ground.clone();
        }
    }
    let settled: Vec<Settled> = printed
        .iter()
        .enumerate()
        .map(|(index, printed)| {
            let mixed = document.tables.get(index).and_then(mixed);
            mixed.map_or_else(
                || settle(document, index, printed.as_ref()),
                |mixed| several(document, index, mixed),
            )
        })
        .collect();
    for (index, settled) in settled.into_iter().enumerate() {
        if let (Some(table), Some((unit, ground))) = (document.tables.get_mut(index), settled.proven) {
            if ground.said == UnitSaid::Twin {
                table.printed.values_mut().for_each(|printed| printed.unit = None);
            }
            table.unit = unit;
            table.unit_ground = ground;
        }
        document.findings.extend(settled.finding);
    }
}

/// States the unit of each column of amounts where every such header states one and they are not all the same. Gives
/// the unit of the first amount of the plan year, which is then that of the table.
pub(super) fn state_columns(
    columns: &[&'static Column],
    printed: &mut BTreeMap<&'static str, Printed>,
) -> Option<Unit> {
    let money = columns.iter().filter(|column| is_money(column) && printed.contains_key(column.id));
    let said = |column: &&&'static Column| {
        let header = &printed.get(column.id)?.header;
        Some((**column, unit_of_path(header)?))
    };
    let money: Vec<_> = money.collect();
    let stated: Vec<(&'static Column, Unit)> = money.iter().filter_map(said).collect();
    let of_plan_year = stated.iter().find(|(column, _)| column.role == Role::Amount(0));
    let (_, own) = *of_plan_year.or_else(|| stated.first())?;
    if stated.len() < money.len() || stated.iter().all(|(_, unit)| *unit == own) {
        return None;
    }
    for (column, unit) in stated.iter().filter(|(_, unit)| *unit != own) {
        if let Some(printed) = printed.get_mut(column.id) {
            printed.unit = Some(*unit);
        }
    }
    Some(own)
}

const fn is_money(column: &Column) -> bool {
    matches!((column.role, column.kind), (Role::Amount(_), Kind::Rupiah))
}

/// What the headers of a table state that has columns of several units; and whether amounts of one row contradict them,
/// being of the same order as they are printed.
fn mixed(table: &Table) -> Option<(Unit, UnitGround, bool)> {
    let other = table.printed.values().find_map(|printed| printed.unit)?;
    let columns = || table.columns.iter().enumerate().filter(|(_, column)| is_money(column));
    let of_unit = |unit: Unit| columns().find(|(_, column)| table.unit_of(column.id) == unit);
    let ((own, column), (beside, _)) = (of_unit(table.unit)?, of_unit(other)?);
    let number = |row: &Row, position: usize| {
        row.cells.get(position).and_then(Cell::number).filter(|number| !number.is_zero())
    };
    let both = table.rows.iter().filter_map(|row| number(row, own).zip(number(row, beside)));
    let both: Vec<(Decimal, Decimal)> = both.collect();
    let alike = both.iter().filter(|(left, right)| is_of_order(left.abs(), right.abs())).count();
    let text = table.printed.get(column.id).map(|printed| printed.header.join(" › ")).unwrap_or_default();
    let ground = UnitGround { said: UnitSaid::Header, source: None, text };
    Some((table.unit, ground, alike * 2 > both.len()))
}

/// What a table states. `(Rp)` beside an amount says the currency: a statement of thousands or millions says more.
fn stated(units: &[(Unit, UnitGround)]) -> Option<(Unit, UnitGround)> {
    units.iter().find(|(unit, _)| *unit != Unit::Rupiah).or_else(|| units.first()).cloned()
}

/// What is settled of one table: the unit that another table proves, and what is told or asked.
#[derive(Default)]
struct Settled {
    proven: Option<(Unit, UnitGround)>,
    finding: Option<Finding>,
}

/// A table with columns of several units: that is told, and asked about where the amounts contradict it, unless every row
/// in common with another table proves one unit.
fn several(
    document: &Document,
    index: usize,
    (unit, ground, is_contradicted): (Unit, UnitGround, bool),
) -> Settled {
    let Some(table) = document.tables.get(index) else { return Settled::default() };
    if is_contradicted && let Some(twin) = twin(document, index, table).filter(|twin| twin.is_whole) {
        let text = false_mark(&ground.text, twin.unit);
        return Settled {
            proven: Some((twin.unit, twin.ground())),
            finding: Some(finding(index, table, None, text)),
        };
    }
    let others = table.columns.iter().filter_map(|column| {
        let unit = table.printed.get(column.id)?.unit?;
        Some((heading(table, column, document.about.year), unit))
    });
    let others: Vec<(String, Unit)> = others.collect();
    let told = finding(index, table, None, several_units(unit, &others, is_contradicted));
    let mut candidates = vec![unit.name().to_owned()];
    candidates.extend(others.first().map(|(_, other)| other.name().to_owned()));
    let finding = if is_contradicted { question(told, candidates) } else { told };
    Settled { proven: Some((unit, ground)), finding: Some(finding) }
}

fn settle(document: &Document, index: usize, printed: Option<&(Unit, UnitGround)>) -> Settled {
    let Some(table) = document.tables.get(index) else { return Settled::default() };
    let twin = twin(document, index, table);
    match (printed, twin) {
        (Some((unit, ground)), Some(twin)) if twin.unit != *unit && twin.is_whole && twin.tells(*unit) => {
            Settled {
                proven: Some((twin.unit, twin.ground())),
                finding: Some(finding(
                    index,
                    table,
                    ground.source.clone(),
                    false_mark(&ground.text, twin.unit),
                )),
            }
        }
        (Some((unit, ground)), Some(twin)) if twin.unit != *unit && twin.tells(*unit) => {
            let candidates = vec![unit.name().to_owned(), twin.unit.name().to_owned()];
            let said = contradiction(&ground.text, *unit, &twin);
            let asked = finding(index, table, ground.source.clone(), said);
            Settled { proven: None, finding: Some(question(asked, candidates)) }
        }
        (Some((unit, ground)), _) if *unit != Unit::Rupiah => Settled {
            proven: None,
            finding: Some(finding(index, table, ground.source.clone(), as_printed(&ground.text, *unit))),
        },
        (Some(_), _) => Settled::default(),
        (None, Some(twin)) if twin.unit != Unit::Rupiah && twin.is_whole && twin.tells(Unit::Rupiah) => {
            let said = as_twin(&twin);
            let told = finding(index, table, None, said);
            Settled { proven: Some((twin.unit, twin.ground())), finding: Some(told) }
        }
        (None, Some(_)) => Settled::default(),
        (None, None) if is_doubtful(table) => {
            let candidates = vec![Unit::Rupiah.name().to_owned(), Unit::ThousandRupiah.name().to_owned()];
            let asked = finding(index, table, None, doubt());
            Settled { proven: None, finding: Some(question(asked, candidates)) }
        }
        (None, None) => Settled::default(),
    }
}

/// Half of the amounts of a table are hardly less than this in rupiah, and how many amounts tell.
const DOUBTFUL: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
const FEWEST: usize = 5;

/// Whether a table's amounts are so small that they may be thousands.
fn is_doubtful(table: &Table) -> bool {
    let money = |column: &&crate::model::Column| {
        matches!((column.role, column.kind), (Role::Amount(_), Kind::Rupiah))
    };
    let columns = table.columns.iter().enumerate().filter(|(_, column)| money(column));
    let columns: Vec<usize> = columns.map(|(position, _)| position).collect();
    let cells = table.rows.iter().flat_map(|row| columns.iter().filter_map(|column| row.cells.get(*column)));
    let amounts: Vec<Decimal> =
        cells.filter_map(crate::model::Cell::number).filter(|number| !number.is_zero()).collect();
    amounts.len() >= FEWEST && is_small(amounts)
}

/// Whether half of some amounts are hardly in rupiah.
fn is_small(mut amounts: Vec<Decimal>) -> bool {
    amounts.sort_unstable();
    amounts.get(amounts.len() / 2).is_some_and(|median| median.abs() < DOUBTFUL)
}

/// A finding as the question which unit it is: an answer states it for the whole table.
fn question(told: Finding, candidates: Vec<String>) -> Finding {
    Finding { severity: Severity::Warning, about: Some(Subject::Unit), candidates, ..told }
}

fn finding(index: usize, table: &Table, source: Option<Place>, (cause, message): (Cause, Said)) -> Finding {
    let money = table.columns.iter().find(|column| matches!(column.role, Role::Amount(_)));
    Finding {
        severity: Severity::Note,
        table: Some(index),
        row: None,
        column: money.map(|column| column.id),
        source,
        message,
        expected: None,
        found: None,
        candidates: Vec::new(),
        ..Finding::of(cause)
    }
}
