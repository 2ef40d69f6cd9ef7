//! Small workbooks from text, as the examples of the rules write them.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::sync::Arc;

use rapikan::forms::{form, with_years};
use rapikan::model::{At, Column, Container, Document, Grid, Layout, Moment, Raw, Role, Span, Workbook};
use rapikan::pipeline::clean;
use rapikan::solve::SolveOptions;

const YEAR: u16 = 2023;
/// A sheet column to the right of every table.
const BEYOND: u16 = 60;

/// The document of an example, cleaned.
pub fn cleaned(text: &str) -> Document {
    clean(&workbook(text), SolveOptions::default()).unwrap()
}

/// The texts of some cells of a row of the first table.
pub fn texts<'a>(document: &'a Document, row: usize, columns: &[&str]) -> Vec<&'a str> {
    columns.iter().map(|column| document.tables[0].cell(row, column).unwrap().text()).collect()
}

/// The workbook that the document of an example describes: one sheet per table.
pub fn workbook(text: &str) -> Workbook {
    let sheets = text.trim().split("\n\n").enumerate().map(|(index, block)| sheet(index, block)).collect();
    Workbook {
        file: "example.xlsx".to_owned(),
        sha256: String::new(),
        container: Container::Xlsx,
        sheets,
        notices: Vec::new(),
        walked: Vec::new(),
    }
}

/// The table of the first workbook with the header and the rows of the second right below it.
pub fn on_next_page(first: &Workbook, second: &Workbook) -> Workbook {
    const TITLES: u32 = 3;
    let (above, below) = (&first.sheets[0], &second.sheets[0]);
    let next = above.rows().last().unwrap() + 1;
    let moved = |at: At| At::new(at.row - TITLES + next, at.column);
    let mut cells: Vec<_> = above.cells().map(|(at, raw)| (at, raw.clone())).collect();
    cells.extend(below.cells().filter(|(at, _)| at.row >= TITLES).map(|(at, raw)| (moved(at), raw.clone())));
    let mut grid = Grid::new(&above.name, cells);
    grid.merges.clone_from(&above.merges);
    Workbook { sheets: vec![grid], ..first.clone() }
}

fn sheet(index: usize, block: &str) -> Grid {
    let mut lines = block.lines();
    let (form_line, columns) = (lines.next().unwrap(), lines.next().unwrap());
    let (named, replaced) = form_line.split_once('[').unwrap_or((form_line, ""));
    let replaced = replaced.trim_end_matches(']').split_once('=');
    let mut words = named.split_whitespace();
    let form = form(words.next().unwrap()).unwrap_or_else(|| panic!("no form in {form_line:?}"));
    let wanted = words.next();
    let layout = form.layouts.iter().find(|layout| wanted.is_none_or(|id| layout.id == id)).unwrap();
    let starts = starts(layout);
    let title = with_years(form.title, Some(YEAR));
    let mut cells = vec![
        (At::new(0, 0), Raw::text(&format!("Tabel {} {title}", index + 1))),
        (At::new(1, 0), Raw::text("Dinas Pendidikan Kabupaten Agam")),
    ];
    let (header, mut merges, depth) = header(layout, &starts, replaced);
    cells.extend(header);
    let named: Vec<&Column> = columns
        .split('|')
        .map(|id| layout.column(id.trim()).unwrap_or_else(|| panic!("no column {id} in {form_line}")))
        .collect();
    for (line, row) in lines.zip(3 + depth..) {
        if let Some(beyond) = line.split('|').nth(named.len()) {
            cells.push((At::new(row, BEYOND), raw(beyond)));
        }
        for (cell, column) in line.split('|').zip(&named) {
            let start = starts.iter().find(|(id, _)| *id == column.id).unwrap().1;
            let pieces: Vec<&str> =
                if column.role == Role::Code { cell.split(';').collect() } else { vec![cell] };
            for (piece, position) in pieces.into_iter().zip(start..) {
                // A caret is a cell merged with the one above it.
                if piece.trim() == "^" {
                    merges.push(Span { first: At::new(row - 1, position), last: At::new(row, position) });
                } else {
                    cells.push((At::new(row, position), raw(piece)));
                }
            }
        }
    }
    let mut grid = Grid::new(&format!("Tabel {}", index + 1), cells);
    grid.merges = merges;
    grid
}

/// The sheet column at which each column begins.
fn starts(layout: &Layout) -> Vec<(&'static str, u16)> {
    let mut next = 0;
    let mut starts = Vec::new();
    for column in layout.columns {
        starts.push((column.id, next));
        next += if column.role == Role::Code { layout.code_cells.max(1) } else { 1 };
    }
    starts
}

type Header = (Vec<(At, Raw)>, Vec<Span>, u32);

fn header(layout: &Layout, starts: &[(&'static str, u16)], replaced: Option<(&str, &str)>) -> Header {
    let depth = layout.columns.iter().map(|column| column.header.len()).max().unwrap();
    let (mut cells, mut merges) = (Vec::new(), Vec::new());
    let mut printed: Vec<&[&str]> = Vec::new();
    for (column, (_, start)) in layout.columns.iter().zip(starts) {
        for level in 1..=column.header.len() {
            let path = &column.header[..level];
            let group = level < column.header.len();
            if group && printed.contains(&path) {
                continue;
            }
            printed.push(path);
            let mut text = with_years(path[level - 1], Some(YEAR));
            if let Some((old, new)) = replaced.filter(|(old, _)| text.starts_with(old)) {
                text = text.replacen(old, new, 1);
            }
            let row = 3 + u32::try_from(level - 1).unwrap();
            cells.push((At::new(row, *start), Raw::text(&text)));
            let members = layout.columns.iter().filter(|other| other.header.starts_with(path)).count();
            let width = if column.role == Role::Code { layout.code_cells.max(1) } else { 0 };
            let last = start + width.max(u16::try_from(members).unwrap()) - 1;
            let bottom = if group { row } else { 2 + u32::try_from(depth).unwrap() };
            if last > *start || bottom > row {
                merges.push(Span { first: At::new(row, *start), last: At::new(bottom, last) });
            }
        }
    }
    (cells, merges, u32::try_from(depth).unwrap())
}

fn raw(text: &str) -> Raw {
    let text = text.trim();
    let Some(stored) = text.strip_prefix('=') else {
        return if text.starts_with('#') {
            Raw::Fault(Arc::from(text))
        } else {
            Raw::text(&text.replace('\\', "\n"))
        };
    };
    if stored.starts_with("SUM(") {
        return Raw::uncalculated(stored, &Arc::from("General"));
    }
    if let Some((hour, minute)) = stored.split_once(':') {
        let time = Some((hour.parse().unwrap(), minute.parse().unwrap(), 0));
        return Raw::Moment(Moment { date: None, time, format: Arc::from("h:mm") });
    }
    let (value, format) = stored.split_once('@').unwrap_or((stored, "General"));
    Raw::Number { value: value.parse().unwrap(), format: Arc::from(format) }
}
