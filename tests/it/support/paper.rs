//! A sheet of paper: cells at their places, saved as a workbook or as a web page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rapikan::forms::with_years;
use rapikan::model::{Column, Layout};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// What is typed into a cell.
#[derive(Clone, Debug)]
pub enum Typed {
    /// A text.
    Text(String),
    /// A number with its format.
    Number(f64, &'static str),
    /// A day that Excel made of something.
    Day(u16, u8, u8),
}

/// A text.
pub fn text(text: &str) -> Typed {
    Typed::Text(text.to_owned())
}

/// One sheet.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its name.
    pub name: String,
    cells: BTreeMap<(u32, u16), Typed>,
    merges: BTreeMap<(u32, u16), (u32, u16)>,
    /// The next free row.
    pub row: u32,
}

impl Paper {
    /// An empty sheet.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), cells: BTreeMap::new(), merges: BTreeMap::new(), row: 0 }
    }

    /// Types into a cell.
    pub fn put(&mut self, row: u32, column: u16, typed: Typed) {
        if !matches!(&typed, Typed::Text(text) if text.is_empty()) {
            self.cells.insert((row, column), typed);
        }
    }

    /// Lines of text, each in the first column of a row of its own.
    pub fn lines(&mut self, lines: &[&str]) {
        for line in lines {
            self.put(self.row, 0, text(line));
            self.row += 1;
        }
    }

    /// One row of cells.
    pub fn typed(&mut self, cells: Vec<Typed>) {
        for (column, cell) in (0..).zip(cells) {
            self.put(self.row, column, cell);
        }
        self.row += 1;
    }

    fn merged(&mut self, first: (u32, u16), last: (u32, u16), typed: &str) {
        self.put(first.0, first.1, text(typed));
        if first != last {
            self.merges.insert(first, last);
        }
    }

    /// The merged header of a layout, its code in so many cells, and its number row if the form has one.
    pub fn header(&mut self, layout: &Layout, code_cells: u16, year: u16) {
        let path = |column: &Column| {
            let words = column.header.iter().map(|words| with_years(words, Some(year))).collect();
            (words, if column.id == "kode" { code_cells } else { 1 })
        };
        let paths: Vec<(Vec<String>, u16)> = layout.columns.iter().map(path).collect();
        let placed = self.headed(&paths);
        if layout.number_row {
            for (first, declared) in placed.iter().zip(layout.columns) {
                self.put(self.row, *first, text(declared.number));
            }
            self.row += 1;
        }
    }

    /// A merged header: the words above each column from the outermost group down, and how many cells it takes. Gives the
    /// first cell of each.
    pub fn headed(&mut self, paths: &[(Vec<String>, u16)]) -> Vec<u16> {
        let depth = paths.iter().map(|(words, _)| words.len()).max().unwrap_or(1);
        let mut column = 0;
        let place = |(words, width): &(Vec<String>, u16)| {
            column += width;
            (column - width, column - 1, words.clone())
        };
        let placed: Vec<(u16, u16, Vec<String>)> = paths.iter().map(place).collect();
        for level in 0..depth {
            self.header_row(&placed, level, depth);
        }
        self.row += u32::try_from(depth).unwrap();
        placed.iter().map(|(first, ..)| *first).collect()
    }

    fn header_row(&mut self, placed: &[(u16, u16, Vec<String>)], level: usize, depth: usize) {
        let row = self.row + u32::try_from(level).unwrap();
        let bottom = self.row + u32::try_from(depth - 1).unwrap();
        let mut index = 0;
        while index < placed.len() {
            let (first, mut last, ref header) = placed[index];
            index += 1;
            let Some(words) = header.get(level) else { continue };
            let is_group = level + 1 < header.len();
            while is_group
                && let Some((_, next, neighbour)) = placed.get(index)
                && neighbour.get(..=level) == header.get(..=level)
            {
                last = *next;
                index += 1;
            }
            let until = if is_group { row } else { bottom };
            self.merged((row, first), (until, last), words);
        }
    }
}

/// The sheets as a workbook; always the same bytes.
pub fn xlsx(papers: &[Paper]) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2024, 1, 1).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for paper in papers {
        let sheet = book.add_worksheet();
        sheet.set_name(&paper.name).unwrap();
        for (first, last) in &paper.merges {
            sheet.merge_range(first.0, first.1, last.0, last.1, "", &Format::new()).unwrap();
        }
        for ((row, column), typed) in &paper.cells {
            match typed {
                Typed::Text(text) => sheet.write_string(*row, *column, text).unwrap(),
                Typed::Number(number, format) => {
                    let format = Format::new().set_num_format(*format);
                    sheet.write_number_with_format(*row, *column, *number, &format).unwrap()
                }
                Typed::Day(year, month, day) => {
                    let format = Format::new().set_num_format("d-mmm");
                    let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                    sheet.write_datetime_with_format(*row, *column, &day, &format).unwrap()
                }
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// The sheet as a web page with one table, as planning software exports it.
pub fn html(paper: &Paper) -> Vec<u8> {
    let mut page = String::from("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">\n");
    let covered = |row: u32, column: u16| {
        paper.merges.iter().any(|(first, last)| {
            (row, column) != *first
                && (first.0..=last.0).contains(&row)
                && (first.1..=last.1).contains(&column)
        })
    };
    let width = paper.cells.keys().map(|(_, column)| *column).max().unwrap_or_default();
    for row in 0..paper.row {
        page.push_str("<tr>");
        for column in (0..=width).filter(|column| !covered(row, *column)) {
            let last = paper.merges.get(&(row, column)).copied().unwrap_or((row, column));
            let (rows, columns) = (last.0 - row + 1, last.1 - column + 1);
            let shown = match paper.cells.get(&(row, column)) {
                Some(Typed::Text(text)) => text.replace('&', "&amp;").replace('\n', "<br>"),
                Some(Typed::Number(number, _)) => number.to_string(),
                _ => String::new(),
            };
            write!(page, "<td rowspan=\"{rows}\" colspan=\"{columns}\">{shown}</td>").unwrap();
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table></body></html>\n");
    page.into_bytes()
}
