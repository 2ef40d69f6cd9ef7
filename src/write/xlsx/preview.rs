//! The tables as they will print, page by page, for whoever looks before printing.

use super::heights::Heights;
use super::layout::{LayoutChoice, arranged};
use super::plan::{Placed, Plan, is_bold, plans};
use super::{closing, header, measure, print};
use crate::model::{Document, Kode, Role, Row};

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The sheet that it is of.
    pub sheet: String,
    /// Its number among the pages of its sheet, from 1, and how many they are.
    pub number: (usize, usize),
    /// The width and the height of the paper, in points.
    pub paper: (f64, f64),
    /// The size of the letters, in points.
    pub letters: f64,
    /// The share of each column in the width of the table.
    pub widths: Vec<f64>,
    /// The lines above the header: on the first page alone.
    pub titles: Vec<String>,
    /// The rows of the header, each with its cells: the text, and how many columns and rows it covers.
    pub header: Vec<Vec<(String, usize, usize)>>,
    /// The rows: whether they are bold, and the texts of their columns.
    pub rows: Vec<(bool, Vec<String>)>,
    /// The rows below the table, each with its cells: the text, and how many columns it covers.
    pub notes: Vec<Vec<(String, usize)>>,
    /// Which columns hold numbers.
    pub numeric: Vec<bool>,
}

/// The pages of all tables, in the order of their sheets.
#[must_use]
pub fn pages(document: &Document, layout: LayoutChoice) -> Vec<Page> {
    let arranged = arranged(document, layout);
    plans(&arranged).iter().flat_map(of_sheet).collect()
}

fn of_sheet(plan: &Plan<'_>) -> Vec<Page> {
    let fitted = plan.fitted();
    let rows = plan.rows();
    let mut starts = vec![0];
    starts.extend(print::starts(plan, &Heights::of(plan)));
    let ends = starts.iter().skip(1).copied().chain([rows]);
    let bounds: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
    let sides = sides(plan);
    let mut pages = Vec::new();
    for (side, columns) in sides.iter().enumerate() {
        for (index, (first, last)) in bounds.iter().enumerate() {
            let is_first = side == 0 && index == 0;
            let titles = plan.titles.iter().chain(&plan.remarks).filter(|_| is_first);
            let rows = plan.table.rows.iter().skip(*first).take(last - first);
            pages.push(Page {
                sheet: plan.sheet.clone(),
                number: (pages.len() + 1, bounds.len() * sides.len()),
                paper: (fitted.paper.width, fitted.paper.height),
                letters: measure::POINTS * f64::from(fitted.percent) / 100.0,
                widths: columns.iter().map(|placed| width(plan, placed)).collect(),
                titles: titles.cloned().collect(),
                header: heading(plan, columns),
                rows: rows.map(|row| line(columns, row)).collect(),
                notes: (*first..*last).filter_map(|row| notes(plan, columns, row)).collect(),
                numeric: columns.iter().map(|placed| placed.column.kind.is_numeric()).collect(),
            });
        }
    }
    pages
}

/// The columns of the pages that lie side by side: each begins with those that every page repeats.
fn sides<'a>(plan: &'a Plan<'_>) -> Vec<Vec<&'a Placed>> {
    let breaks = &plan.fitted().breaks;
    let firsts = std::iter::once(0).chain(breaks.iter().copied());
    let lasts = breaks.iter().copied().chain([u16::MAX]);
    let side = |(first, last): (u16, u16)| {
        let is_on = |placed: &&Placed| {
            (first..last).contains(&placed.first) || first > 0 && placed.first < plan.pinned()
        };
        plan.columns.iter().filter(is_on).collect()
    };
    firsts.zip(lasts).map(side).collect()
}

/// The cells of a row below the table, on a page with some columns; `None` for a row of the table.
fn notes(plan: &Plan<'_>, columns: &[&Placed], row: usize) -> Option<Vec<(String, usize)>> {
    let at = row.checked_sub(plan.table.rows.len()).map(|_| plan.row(row))?;
    let here =
        |column: u16| columns.iter().position(|placed| (placed.first..=placed.last()).contains(&column));
    let (mut cells, mut next) = (Vec::new(), 0);
    for note in closing::placed(plan).into_iter().filter(|note| note.row == at) {
        let Some(first) = here(note.first).filter(|first| *first >= next) else { continue };
        let last = here(note.last).unwrap_or(first);
        if first > next {
            cells.push((String::new(), first - next));
        }
        cells.push((note.text.to_owned(), last + 1 - first));
        next = last + 1;
    }
    Some(cells)
}

fn width(plan: &Plan<'_>, placed: &Placed) -> f64 {
    (placed.first..=placed.last()).filter_map(|column| plan.widths().get(usize::from(column))).sum()
}

fn heading(plan: &Plan<'_>, columns: &[&Placed]) -> Vec<Vec<(String, usize, usize)>> {
    let mut rows = vec![Vec::new(); plan.depth as usize];
    for block in header::blocks(&plan.columns, &plan.paths) {
        let covered =
            columns.iter().filter(|placed| (block.left..=block.right).contains(&placed.first)).count();
        let cell = (block.text.clone(), covered, (block.bottom - block.top + 1) as usize);
        if let Some(row) = rows.get_mut(block.top as usize).filter(|_| covered > 0) {
            row.push(cell);
        }
    }
    rows
}

fn line(columns: &[&Placed], row: &Row) -> (bool, Vec<String>) {
    let text = |placed: &&Placed| {
        let cell = row.cells.get(placed.position).map_or("", |cell| cell.text());
        let code = row.code.as_ref().map(Kode::as_str).filter(|_| placed.column.role == Role::Code);
        code.unwrap_or(cell).to_owned()
    };
    (is_bold(row), columns.iter().map(text).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    #[test]
    fn every_row_is_on_one_page_and_every_page_has_the_whole_header() {
        let mut table = sample::empty("T-C.33", 1);
        for _ in 0..400 {
            sample::push(&mut table, None, &[("uraian", "Penyediaan Gaji dan Tunjangan ASN")]);
        }
        let mut document = sample::document();
        document.tables = vec![table];
        let pages = pages(&document, LayoutChoice::AsIs);
        assert!(pages.len() > 3, "{}", pages.len());
        assert_eq!(pages.iter().map(|page| page.rows.len()).sum::<usize>() % 400, 0);
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(page.number, (index + 1, pages.len()));
            let first: usize = page.header[0].iter().map(|(_, columns, _)| columns).sum();
            assert_eq!((first, page.numeric.len()), (page.widths.len(), page.widths.len()));
            assert_eq!(page.titles.is_empty(), index > 0);
        }
    }
}
