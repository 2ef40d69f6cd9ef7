//! Logical rows to rows of the model, as read: nothing is repaired here.

use std::collections::BTreeMap;

use foldhash::HashMap;
use rust_decimal::Decimal;

use crate::forms::is_total;
use crate::model::{
    At, Cell, Column, Fragment, Item, Joint, Kind, Meaning, Place, Raw, RawRow, RawTable, Role, Row, Rows,
    Span, Table, Tingkat, UnitGround,
};
use crate::value::number::Reading;
use crate::value::{measure, number};

/// What texts say in columns of quantities, each worked out once: a document repeats most of them.
#[derive(Default)]
pub(super) struct Known(HashMap<(Kind, String), (String, Meaning)>);

impl Known {
    /// The text of a cell as it is shown, and what it means.
    fn said(&mut self, column: &Column, text: String) -> (String, Meaning) {
        if !matches!(column.kind, Kind::Measure | Kind::MeasureOrRupiah | Kind::Percent) {
            return read(column, text);
        }
        let said =
            self.0.entry((column.kind, text)).or_insert_with_key(|(_, text)| read(column, text.clone()));
        said.clone()
    }
}

/// The table as read: every cell with the text that stands in the input.
pub(super) fn table(raw: &RawTable, id: String, known: &mut Known) -> Table {
    let region = &raw.region;
    let sheet = region
        .titles
        .first()
        .map(|(place, _)| place)
        .or_else(|| region.header.first().map(|(place, _, _)| place))
        .map_or_else(|| std::sync::Arc::from(""), |place| std::sync::Arc::clone(&place.sheet));
    let level = Some(Tingkat::Indikator).filter(|_| region.form.rows == Rows::Indicators);
    let range = Span { first: region.first, last: last_cell(raw, &sheet) };
    let mut printed = region.printed.clone();
    let mixed = super::unit::state_columns(&raw.columns, &mut printed);
    Table {
        id,
        form: region.form,
        layout: region.layout,
        columns: raw.columns.clone(),
        printed,
        range,
        sheet,
        titles: region.titles.iter().map(|(_, text)| plain(text)).collect(),
        unit: mixed.unwrap_or_default(),
        unit_ground: UnitGround::default(),
        office: region.office.clone(),
        heads_are_stated: !region.heads.is_empty(),
        sections: Vec::new(),
        rows: raw
            .rows
            .iter()
            .map(|row| self::row(&raw.columns, row, level.or_else(|| total(raw, row)), known))
            .collect(),
        notes: super::closing::lines(region),
    }
}

/// The level of a total in a table of texts, where only its label tells it.
fn total(raw: &RawTable, row: &RawRow) -> Option<Tingkat> {
    let is_label = |column: &Column| matches!(column.role, Role::Name | Role::Ordinal);
    let mut labels = raw.columns.iter().zip(&row.cells).filter(|(column, _)| is_label(column));
    let says_total = labels.any(|(_, cell)| cell.iter().any(|fragment| is_total(&fragment.raw.shown())));
    (raw.region.form.rows == Rows::Plain && says_total).then_some(Tingkat::Jumlah)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn last_cell(raw: &RawTable, sheet: &str) -> At {
    let cells = raw.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|fragment| &fragment.place);
    let header = raw.region.header.iter().map(|(place, _, _)| place);
    let here = cells.chain(header).filter(|place| &*place.sheet == sheet).map(|place| place.at);
    here.fold(raw.region.first, |last, at| At::new(last.row.max(at.row), last.column.max(at.column)))
}

fn row(columns: &[&'static Column], raw: &RawRow, level: Option<Tingkat>, known: &mut Known) -> Row {
    let cells = columns
        .iter()
        .zip(&raw.cells)
        .map(|(column, fragments)| known_cell(column, fragments, known))
        .collect();
    let mut source_rows: Vec<u32> = raw.rows.iter().map(|(_, row)| row + 1).collect();
    source_rows.dedup();
    Row { level, source_rows, cells, ..Row::default() }
}

/// A cell of a column as read.
pub(super) fn cell(column: &Column, fragments: &[Fragment]) -> Cell {
    known_cell(column, fragments, &mut Known::default())
}

fn known_cell(column: &Column, fragments: &[Fragment], known: &mut Known) -> Cell {
    let (text, meaning) = said(column, fragments, known);
    Cell::as_read(text, meaning, fragments.iter().map(|fragment| fragment.place.clone()).collect())
}

/// The text of a cell and what it means.
fn said(column: &Column, fragments: &[Fragment], known: &mut Known) -> (String, Meaning) {
    if let Some(text) = stored(column, fragments) {
        let meaning = meaning(column, &text);
        return (text, meaning);
    }
    known.said(column, joined(column, fragments))
}

/// What stands in a cell as text: a number that nothing is wrong with in its one typography, anything else as it is.
fn read(column: &Column, text: String) -> (String, Meaning) {
    let readings = match column.kind {
        Kind::Rupiah | Kind::MeasureOrRupiah => number::rupiah(&text),
        Kind::Percent => number::percent(&text),
        _ => Vec::new(),
    };
    if let Some((shown, number)) = settled(column.kind, &readings) {
        return (shown, Meaning { number: Some(number), ..Meaning::default() });
    }
    // A text that is a number, but not for certain or not cleanly, means nothing yet: `2.415.836,712`, `909,272`.
    let is_amount = column.kind != Kind::Percent && !readings.is_empty();
    let meaning = if is_amount { Meaning::default() } else { meaning(column, &text) };
    (text, meaning)
}

/// A stored number in the typography of its column.
fn stored(column: &Column, fragments: &[Fragment]) -> Option<String> {
    let [Fragment { raw: raw @ Raw::Number { value, format }, .. }] = fragments else { return None };
    // A number format that multiplies by a hundred is none of these; one that prints the sign beside the number is.
    let in_words = raw.dressed().is_some_and(|dressed| {
        let letters = dressed.text.chars().any(char::is_alphabetic);
        !dressed.other_number && (letters || column.kind != Kind::Percent)
    });
    let multiplies = format.contains('%') && raw.dressed().is_none();
    let is_plain = column.kind.is_numeric() && !multiplies && !in_words;
    is_plain.then(|| match column.kind {
        Kind::Percent => number::percent_text(*value),
        _ => number::typographic(*value),
    })
}

/// The text of a cell as it stands in the input: pieces of later rows after a space, further items on lines of
/// their own.
fn joined(column: &Column, fragments: &[Fragment]) -> String {
    let mut text = String::new();
    for fragment in fragments {
        let shown = fragment.raw.shown();
        match fragment.joint {
            Joint::Start => {}
            Joint::Beside | Joint::Below if goes_on(column, &shown) => {}
            Joint::Beside | Joint::Below => text.push(' '),
            Joint::Item => text.push('\n'),
        }
        text.push_str(shown.trim());
    }
    text.trim().to_owned()
}

/// Whether a piece of a text begins with what never stands behind a blank.
fn goes_on(column: &Column, piece: &str) -> bool {
    !column.kind.is_numeric() && piece.trim_start().starts_with([',', ';', ')'])
}

/// A number that nothing is wrong with, in the one typography in which a kind of column shows it: plain digits get
/// their groups, `,00` goes.
fn settled(kind: Kind, readings: &[Reading]) -> Option<(String, Decimal)> {
    let rival = readings.get(1).map_or(u32::MAX, |reading| reading.cost);
    let best = readings.first().filter(|best| best.rule.is_none() && best.cost < rival)?;
    Some(match kind {
        Kind::Percent => (number::percent_text(best.value), number::shown_percent(best.value)),
        _ => (number::typographic(best.value), best.value),
    })
}

/// What a clean text means in a column. A text that needs a repair means nothing yet.
#[must_use]
pub fn meaning(column: &Column, text: &str) -> Meaning {
    if text.is_empty() {
        return Meaning::default();
    }
    match column.kind {
        Kind::Rupiah => Meaning { number: strict(text), ..Meaning::default() },
        Kind::Percent => Meaning { number: strict_percent(text), ..Meaning::default() },
        Kind::MeasureOrRupiah => match strict(text) {
            Some(number) => Meaning { number: Some(number), ..Meaning::default() },
            None if super::numbers::is_measure(text) => measured(text),
            None => Meaning::default(),
        },
        Kind::Measure => measured(text),
        Kind::List if text.contains('\n') => Meaning {
            items: text.lines().map(|line| Item { text: Some(line.to_owned()), ..Item::default() }).collect(),
            ..Meaning::default()
        },
        Kind::Code | Kind::Ordinal | Kind::Text | Kind::List => Meaning::default(),
    }
}

fn strict(text: &str) -> Option<Decimal> {
    let exact = |reading: &Reading| reading.rule.is_none() && number::typographic(reading.value) == text;
    number::rupiah(text).into_iter().find(exact).map(|reading| reading.value)
}

fn strict_percent(text: &str) -> Option<Decimal> {
    number::percent(text)
        .first()
        .filter(|reading| reading.rule.is_none() && number::percent_text(reading.value) == text)
        .map(|reading| reading.value)
}

fn measured(text: &str) -> Meaning {
    match measure::measures(text) {
        measure::Measures::One(one) => {
            let unit = Some(one.unit).filter(|unit| !unit.is_empty());
            Meaning { number: one.number, unit, items: Vec::new() }
        }
        measure::Measures::Several(several) => Meaning {
            items: several
                .into_iter()
                .map(|one| Item {
                    text: if one.number.is_none() { Some(one.text) } else { None },
                    number: one.number,
                    unit: Some(one.unit).filter(|unit| !unit.is_empty()),
                })
                .collect(),
            ..Meaning::default()
        },
        measure::Measures::Nothing
        | measure::Measures::Predicate(_)
        | measure::Measures::Doubtful { .. }
        | measure::Measures::Unreadable { .. } => Meaning::default(),
    }
}

/// The code cells of a row as stored, by the columns of the sheet, with the pieces of later rows put back below theirs.
pub(super) fn code_columns(fragments: &[Fragment]) -> BTreeMap<u16, Raw> {
    let mut cells: BTreeMap<u16, Raw> = BTreeMap::new();
    for fragment in fragments {
        let column = fragment.place.at.column;
        match fragment.joint {
            Joint::Start | Joint::Beside => {
                let raw = match &fragment.raw {
                    Raw::Uncalculated { result: Some(result), .. } => (**result).clone(),
                    raw => raw.clone(),
                };
                cells.insert(column, raw);
            }
            Joint::Below | Joint::Item => {
                let nearest = cells
                    .keys()
                    .copied()
                    .min_by_key(|key| (i32::from(*key) - i32::from(column)).abs())
                    .unwrap_or(column);
                let above = cells.get(&nearest).map(Raw::shown).unwrap_or_default();
                cells.insert(nearest, Raw::text(&format!("{above}{}", fragment.raw.shown())));
            }
        }
    }
    cells
}

/// The places of a cell, or of its row where the cell is empty.
pub(super) fn places(table: &Table, row: usize, column: &str) -> Vec<Place> {
    let own = table.cell(row, column).map(|cell| cell.sources().to_vec()).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let cells = table.rows.get(row).map(|row| &*row.cells).unwrap_or_default();
    cells.iter().find_map(|cell| cell.sources().first().cloned()).into_iter().collect()
}
