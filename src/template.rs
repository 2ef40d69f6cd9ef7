//! Templates: blank tables of next year's plan, or tables filled from last year's clean ones.

mod carry;
mod chain;
mod closing;
mod reference;
mod rows;
mod year;

pub use self::chain::lacks_years;
pub use self::reference::reference;
pub use self::year::{NoYear, year_of};

use std::borrow::Cow;
use std::sync::Arc;

use crate::codification::{FIRST_OF_2023, LAST_OF_2006};
use crate::compare::in_force;
use crate::forms;
use crate::model::{
    About, At, Cell, Column, Container, Document, Edition, Family, Fixed, Form, Kode, Layout, Meaning, Role,
    Row, Said, Span, Table, Unit, UnitGround, indonesian, letters,
};
use crate::write::WriteError;
use crate::write::xlsx::{self, LayoutChoice};

/// What a template is for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The forms, in the order of their sheets.
    pub forms: Vec<&'static Form>,
    /// The plan year.
    pub year: u16,
    /// The office.
    pub opd: Option<String>,
    /// `Kabupaten …`, `Kota …` or `Provinsi …`; a province gets the codes of provinces, all others those of
    /// regencies and cities.
    pub region: Option<String>,
    /// The bidang urusan whose rows are wanted, the one with program 01 first; empty for rows still to be typed.
    pub bidang: Vec<Kode>,
    /// The arrangement, for the forms that have it; [`LayoutChoice::AsIs`] gives what offices print.
    pub layout: LayoutChoice,
    /// The edition of the codification.
    pub edition: Edition,
}

/// The edition of the codification that a plan of a year follows.
#[must_use]
pub const fn edition_of(year: u16) -> Edition {
    match year {
        ..=LAST_OF_2006 => Edition::Y2006,
        FIRST_OF_2023.. => Edition::Y2023,
        _ => Edition::Y2021,
    }
}

/// Why there is no template.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The code is no bidang urusan of the edition.
    #[error("{0} is no bidang urusan of the edition {name}", name = .1.name())]
    NoSuchBidang(Kode, Edition),
    /// The file to start from holds the plans of several offices, and none of them is chosen.
    #[error("the file is of several offices: {}", .0.join(", "))]
    SeveralOffices(Vec<String>),
    /// The workbook cannot be built.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The bytes of a template. `from` are clean documents to start from. Of the plan of the year before the rows are taken
/// over, and its forward estimate becomes the plan; of a plan of any other year only names and indicators are. Of a Renstra
/// the targets and amounts of the year are taken over; into an evaluation go the plan of its year, the Renstra, what was
/// reached by the year before, or what the quarter before holds.
///
/// # Errors
/// If a bidang is not in the edition, or `from` is of several offices and none of them is wanted.
pub fn template(wanted: &Wanted, from: &[Document]) -> Result<Vec<u8>, TemplateError> {
    let document = document(wanted, from)?;
    Ok(xlsx::template(&document, &reference(wanted, &document))?)
}

/// The tables of a template as a document, before anything is typed.
///
/// # Errors
/// If a bidang is not in the edition, or `from` is of several offices and none of them is wanted.
pub fn document(wanted: &Wanted, from: &[Document]) -> Result<Document, TemplateError> {
    rows::refuse_unknown(wanted)?;
    let of_office = |from| of_office(in_force(from), wanted.opd.as_deref());
    let from: Vec<Cow<'_, Document>> = from.iter().map(of_office).collect::<Result<_, _>>()?;
    let mut document = Document::new("", "", Container::Xlsx);
    let known = |of: fn(&About) -> &Option<String>| from.iter().find_map(|from| of(&from.about).clone());
    document.about = About {
        region: wanted.region.clone().or_else(|| known(|about| &about.region)),
        opd: wanted.opd.clone().or_else(|| known(|about| &about.opd)),
        year: Some(wanted.year),
        codification: Some(wanted.edition),
        ..About::default()
    };
    for form in &wanted.forms {
        let mut table = blank(form, layout(form, wanted), wanted.year);
        table.rows = filled(&table, &from, wanted).unwrap_or_else(|| rows::rows(&table, wanted)).into();
        rows::close(&mut table);
        document.tables.push(table);
    }
    Ok(document)
}

/// The rows of a table as they follow from documents; none where they have nothing for it. An evaluation follows from the
/// plan of its year, unless the quarter before is there.
fn filled(table: &Table, from: &[Cow<'_, Document>], wanted: &Wanted) -> Option<Vec<Row>> {
    let is_evaluation = table.form.family == Family::Evaluation;
    let quarter = from.iter().find(|from| carry::goes_on(table, from, wanted));
    let carried = || {
        let mut rows = quarter.or(from.first()).into_iter().chain(from);
        rows.find_map(|from| some(carry::rows(table, from, wanted)))
    };
    let chained = || some(chain::rows(table, from, wanted));
    if is_evaluation && quarter.is_none() { chained().or_else(carried) } else { carried().or_else(chained) }
}

fn some(rows: Vec<Row>) -> Option<Vec<Row>> {
    Some(rows).filter(|rows| !rows.is_empty())
}

/// The part of a document that is of an office: all of one that is of one office only.
fn of_office<'a>(from: Cow<'a, Document>, opd: Option<&str>) -> Result<Cow<'a, Document>, TemplateError> {
    let offices: Vec<String> = from.offices().into_iter().map(str::to_owned).collect();
    if offices.len() < 2 {
        return Ok(from);
    }
    let chosen = opd.and_then(|opd| offices.iter().find(|office| letters(office) == letters(opd)));
    let Some(chosen) = chosen else { return Err(TemplateError::SeveralOffices(offices)) };
    let mut from = from.into_owned();
    from.tables.retain(|table| table.office.as_deref() == Some(chosen));
    Ok(Cow::Owned(from))
}

/// What to do where the plan of one office must be chosen from those of several.
#[must_use]
pub fn several_offices(offices: &[String]) -> Said {
    let names = offices.join("; ");
    Said::new(
        format!(
            "Berkas asalnya memuat rencana beberapa Perangkat Daerah: {names}. Sebutkan salah satunya sebagai Perangkat Daerah templat ini."
        ),
        format!(
            "The file to start from holds the plans of several offices: {names}. Name one of them as the office of this template."
        ),
    )
}

/// The chosen arrangement; by default what offices print: the one of the plan year, else `sipd` where there is one, else the
/// first that has a column for the codes that a template is made of, for from their names alone some of them would not
/// be known again.
fn layout(form: &'static Form, wanted: &Wanted) -> &'static Layout {
    let named = |id: &str| form.layouts.iter().find(|layout| layout.id == id);
    let of_year = || form.layouts.iter().find(|layout| is_since(layout, wanted.year));
    let has_codes = |layout: &&Layout| layout.columns.iter().any(|column| column.role == Role::Code);
    let coded = || form.layouts.iter().find(has_codes);
    let chosen = match wanted.layout {
        LayoutChoice::Named(id) => named(id),
        LayoutChoice::AsIs => of_year().or_else(|| named("sipd")),
    };
    chosen.or_else(coded).or(form.layouts.first()).unwrap_or(&NOTHING)
}

/// Whether tables of a plan year are arranged so.
fn is_since(layout: &Layout, year: u16) -> bool {
    layout.since.is_some_and(|since| since.year <= year)
}

static NOTHING: Layout = Layout {
    id: "",
    columns: &[],
    optional: &[],
    code_cells: 0,
    number_row: false,
    title: None,
    pairs: false,
    alternatives: &[],
    formulas: &[],
    since: None,
};

fn blank(form: &'static Form, layout: &'static Layout, year: u16) -> Table {
    let (mut columns, printed) = forms::blank_columns(layout);
    let of_year = layout.since.filter(|_| is_since(layout, year)).map_or(&[][..], |since| since.columns);
    columns.extend(of_year.iter().filter_map(|id| layout.column(id)));
    Table {
        id: format!("{}#1", form.id),
        form,
        layout,
        columns,
        printed,
        sheet: Arc::from(form.id),
        range: Span { first: At::new(0, 0), last: At::new(0, 0) },
        titles: Vec::new(),
        unit: Unit::Rupiah,
        unit_ground: UnitGround::default(),
        office: None,
        heads_are_stated: false,
        sections: Vec::new(),
        rows: Fixed::default(),
        notes: closing::lines(form.closing),
    }
}

/// A row of a table: its code and the texts of its cells, by column.
fn row(table: &Table, code: Option<&Kode>, content: impl Fn(&'static Column) -> Cell) -> Row {
    Row {
        level: code.map(Kode::tingkat),
        code: code.cloned(),
        source_rows: Vec::new(),
        cells: table.columns.iter().map(|column| content(column)).collect(),
        ..Row::default()
    }
}

fn text(text: &str) -> Cell {
    Cell::as_read(text, Meaning::default(), Vec::new())
}

fn amount(number: rust_decimal::Decimal) -> Cell {
    let meaning = Meaning { number: Some(number), ..Meaning::default() };
    Cell::as_read(indonesian(number, None, true), meaning, Vec::new())
}

#[cfg(test)]
mod tests;
