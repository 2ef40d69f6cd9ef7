//! How a table is printed on sheets: header, cells, number styles; every cell knows what it is part of.

use std::collections::BTreeMap;
use std::sync::Arc;

use rapikan::forms::with_years;
use rapikan::model::{
    At, Column, Container, Grid, Kind, Kode, Layout, Raw, Span, Tingkat, Workbook, indonesian,
};
use rust_decimal::Decimal;

use super::office::Office;
use super::truth::{Shape, TrueRow};

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `1.234.567`
    Dots,
    /// `1,234,567`
    Commas,
    /// `1234567`
    Plain,
    /// `1.234.567,00`
    Cents,
    /// `Rp. 1.234.567,-`
    Dressed,
    /// A stored number with the format `#,##0`.
    Typed,
    /// A stored number with the format `General`.
    Bare,
}

/// Every style.
pub const STYLES: [Style; 7] =
    [Style::Dots, Style::Commas, Style::Plain, Style::Cents, Style::Dressed, Style::Typed, Style::Bare];

impl Style {
    /// Whether rewriting into Indonesian typography is right for this style.
    pub fn is_foreign(self) -> bool {
        matches!(self, Self::Commas | Self::Dressed)
    }

    /// A number as a cell.
    pub fn written(self, value: Decimal, percent: bool) -> Raw {
        let places = if percent { Some(2) } else { None };
        let dots = indonesian(value, places, true);
        let swapped: String = dots
            .chars()
            .map(|c| match c {
                '.' => ',',
                ',' => '.',
                other => other,
            })
            .collect();
        let stored = |format: &str| Raw::Number { value, format: Arc::from(format) };
        match self {
            Self::Dots => Raw::text(&dots),
            Self::Commas => Raw::text(&swapped),
            Self::Plain => Raw::text(&indonesian(value, places, false)),
            Self::Cents if percent => Raw::text(&dots),
            Self::Cents => Raw::text(&indonesian(value, Some(2), true)),
            Self::Dressed if percent => Raw::text(&dots),
            Self::Dressed => Raw::text(&format!("Rp. {dots},-")),
            Self::Typed => stored(if percent { "0.00" } else { "#,##0" }),
            Self::Bare => stored("General"),
        }
    }
}

/// In how many cells codes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// One dotted text.
    One,
    /// Five cells, kewenangan and kegiatan together.
    Five,
    /// Six cells.
    Six,
    /// Six cells of stored numbers with the formats `0` and `00`.
    SixTyped,
}

/// Every way to print codes.
pub const CODES: [Codes; 4] = [Codes::One, Codes::Five, Codes::Six, Codes::SixTyped];

impl Codes {
    /// How many sheet columns it takes.
    pub fn cells(self) -> u16 {
        match self {
            Self::One => 1,
            Self::Five => 5,
            Self::Six | Self::SixTyped => 6,
        }
    }

    /// The cells of a code.
    pub fn written(self, code: &Kode) -> Vec<Raw> {
        let parts: Vec<&str> = code.parts().collect();
        match self {
            Self::One => vec![Raw::text(code.as_str())],
            Self::Six => parts.iter().map(|part| Raw::text(part)).collect(),
            Self::SixTyped => parts
                .iter()
                .map(|part| Raw::Number {
                    value: part.parse().unwrap(),
                    format: Arc::from("0".repeat(part.len())),
                })
                .collect(),
            Self::Five => match parts.as_slice() {
                [urusan, bidang, program, kewenangan, kegiatan, rest @ ..] => {
                    let fourth = format!("{kewenangan}.{kegiatan}");
                    [*urusan, bidang, program, &fourth]
                        .iter()
                        .chain(rest)
                        .map(|part| Raw::text(part))
                        .collect()
                }
                _ => parts.iter().map(|part| Raw::text(part)).collect(),
            },
        }
    }
}

/// A printed cell.
#[derive(Clone, Debug)]
pub struct Ink {
    /// What it holds.
    pub raw: Raw,
    /// The column it belongs to; nothing for titles, headers and notes.
    pub column: &'static str,
    /// Whether a damage has been there already.
    pub hurt: bool,
}

impl Ink {
    /// A cell of no column.
    pub fn label(text: &str) -> Self {
        Self { raw: Raw::text(text), column: "", hurt: false }
    }
}

/// What a printed row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Title,
    Header,
    Body,
    /// The rest of the row above.
    Tail,
    Note,
    Blank,
}

/// A printed row.
#[derive(Clone, Debug)]
pub struct Line {
    pub part: Part,
    /// The true row it prints.
    pub row: usize,
    pub cells: BTreeMap<u16, Ink>,
    /// First column, last column and height of merged cells.
    pub merges: Vec<(u16, u16, u32)>,
    /// Whether a new sheet starts here.
    pub new_sheet: bool,
}

impl Line {
    /// An empty line.
    pub fn new(part: Part, row: usize) -> Self {
        Self { part, row, cells: BTreeMap::new(), merges: Vec::new(), new_sheet: false }
    }

    /// A line of one text.
    pub fn text(part: Part, text: &str) -> Self {
        let mut line = Self::new(part, 0);
        line.cells.insert(0, Ink::label(text));
        line
    }
}

/// The sheet columns of each column id: first and last.
pub type Slots = BTreeMap<&'static str, (u16, u16)>;

/// The columns that are printed.
pub fn columns(shape: Shape) -> Vec<&'static Column> {
    let layout: &'static Layout = shape.declared().1;
    let optional = layout.optional.iter().filter(|_| shape == Shape::SipdKodefikasi);
    layout.columns.iter().chain(optional).collect()
}

/// Where the columns are printed.
pub fn slots(shape: Shape, codes: Codes) -> Slots {
    let mut next = 0;
    let mut slots = Slots::new();
    for column in columns(shape) {
        let width = if column.kind == Kind::Code && column.id == "kode" { codes.cells() } else { 1 };
        slots.insert(column.id, (next, next + width - 1));
        next += width;
    }
    slots
}

/// The whole print of a table.
pub fn lines(shape: Shape, office: &Office, rows: &[TrueRow], style: Style, codes: Codes) -> Vec<Line> {
    let slots = slots(shape, codes);
    let mut lines = titles(shape, office);
    lines.extend(header(shape, office, &slots));
    lines.extend(rows.iter().enumerate().map(|(index, row)| body(shape, &slots, index, row, style, codes)));
    lines
}

fn titles(shape: Shape, office: &Office) -> Vec<Line> {
    let form = shape.declared().0;
    let texts = [
        format!("Tabel {}.", form.id),
        with_years(form.title, Some(office.year)),
        office.region.clone(),
        format!("Nama Perangkat Daerah : {}", office.opd),
    ];
    texts.iter().map(|text| Line::text(Part::Title, text)).collect()
}

/// The header block: groups above their columns, columns reaching down, and the number row.
pub fn header(shape: Shape, office: &Office, slots: &Slots) -> Vec<Line> {
    let columns = columns(shape);
    let depth = columns.iter().map(|column| column.header.len()).max().unwrap();
    let mut lines = vec![Line::new(Part::Header, 0); depth];
    let mut before: &[&str] = &[];
    for column in &columns {
        let (first, last) = slots[column.id];
        for (level, text) in column.header.iter().enumerate() {
            let leaf = level + 1 == column.header.len();
            let shared = !leaf && before.len() > level + 1 && before[..=level] == column.header[..=level];
            if shared {
                if let Some(merge) = lines[level].merges.last_mut() {
                    merge.1 = last;
                }
                continue;
            }
            let text =
                if shape == Shape::Tc31 { text.replace("(Rp.000)", "(Rp.)") } else { (*text).to_owned() };
            lines[level].cells.insert(first, Ink::label(&with_years(&text, Some(office.year))));
            let height = if leaf { u32::try_from(depth - level).unwrap() } else { 1 };
            lines[level].merges.push((first, last, height));
        }
        before = column.header;
    }
    if shape.declared().1.number_row {
        let mut numbers = Line::new(Part::Header, 0);
        for column in &columns {
            numbers.cells.insert(slots[column.id].0, Ink::label(column.number));
        }
        lines.push(numbers);
    }
    lines
}

fn body(shape: Shape, slots: &Slots, index: usize, row: &TrueRow, style: Style, codes: Codes) -> Line {
    let mut line = Line::new(Part::Body, index);
    let ink = |raw: Raw, column: &'static str| Ink { raw, column, hurt: false };
    if let Some(code) = row.code.as_ref().filter(|_| shape.is_coded()) {
        let start = slots["kode"].0;
        for (offset, raw) in (0..).zip(codes.written(code)) {
            line.cells.insert(start + offset, ink(raw, "kode"));
        }
    }
    for (id, text) in &row.texts {
        line.cells.insert(slots[id].0, ink(Raw::text(text), id));
    }
    for column in columns(shape) {
        if let Some(value) = row.numbers.get(column.id) {
            let raw = style.written(*value, column.kind == Kind::Percent);
            line.cells.insert(slots[column.id].0, ink(raw, column.id));
        }
    }
    if row.level == Some(Tingkat::Jumlah) {
        line.cells.insert(0, ink(Raw::text("TOTAL"), "uraian"));
        line.merges.push((0, slots["pagu"].0 - 1, 1));
    }
    line
}

/// The workbook of the printed lines.
pub fn workbook(lines: &[Line]) -> Workbook {
    let mut sheets: Vec<Vec<&Line>> = vec![Vec::new()];
    for line in lines {
        if line.new_sheet {
            sheets.push(Vec::new());
        }
        sheets.last_mut().unwrap().push(line);
    }
    let sheets = sheets.iter().enumerate().map(|(index, lines)| grid(&format!("Table {}", index + 1), lines));
    Workbook {
        file: "contoh.xlsx".to_owned(),
        sha256: "0".repeat(64),
        container: Container::Xlsx,
        sheets: sheets.collect(),
        notices: Vec::new(),
        walked: Vec::new(),
    }
}

fn grid(name: &str, lines: &[&Line]) -> Grid {
    let mut cells = Vec::new();
    let mut merges = Vec::new();
    for (row, line) in (0_u32..).zip(lines) {
        cells.extend(line.cells.iter().map(|(column, ink)| (At::new(row, *column), ink.raw.clone())));
        let many = line.merges.iter().filter(|(first, last, height)| first != last || *height > 1);
        merges.extend(many.map(|(first, last, height)| Span {
            first: At::new(row, *first),
            last: At::new(row + height - 1, *last),
        }));
    }
    let mut grid = Grid::new(name, cells);
    grid.merges = merges;
    grid
}
