//! Makes the workbooks that are measured, and does the least that any converter must do with them.
//!
//! ```text
//! workbooks make FOLDER COUNT     COUNT workbooks of five tables, T-C.29 to T-C.33, of about 120 rows each
//! workbooks small FOLDER COUNT    COUNT workbooks of one T-C.33 of some ten rows
//! workbooks large FILE ROWS       one T-C.33 of so many rows
//! workbooks floor IN OUT JOBS     reads every workbook of IN with calamine and writes its cells, nothing else
//! workbooks outputs FIRST COUNT   cleans so many damaged tables, undecided and decided, and their outputs once more
//! workbooks again FOLDER          the same with every workbook of a folder
//! ```

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::exit,
    reason = "a tool for measuring"
)]
#![allow(missing_docs, dead_code, reason = "a tool for measuring takes what it needs")]

#[path = "../tests/it/generator/mod.rs"]
mod generator;

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use generator::office::Office;
use generator::outputs;
use generator::print::{self, Codes, Style};
use generator::truth::{self, Shape};
use rapikan::model::{Edition, Grid, Raw};
use rapikan::read::{Limits, from_path};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator};
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

const FORMS: [(&str, Shape); 5] = [
    ("T-C.29", Shape::Tc29),
    ("T-C.30", Shape::Tc30),
    ("T-C.31", Shape::Tc31),
    ("T-C.32", Shape::Tc32),
    ("T-C.33", Shape::SipdRi),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |text: &String| text.parse::<usize>().unwrap();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", folder, _] => make(Path::new(folder), number(&arguments[2])),
        ["small", folder, _] => small(Path::new(folder), number(&arguments[2])),
        ["large", file, _] => large(Path::new(file), number(&arguments[2])),
        ["floor", input, output, _] => floor(Path::new(input), Path::new(output), number(&arguments[3])),
        ["outputs", first, _] => {
            let (first, count): (u64, u64) = (first.parse().unwrap(), arguments[2].parse().unwrap());
            let tables: Vec<u64> = (first..first + count).collect();
            again(
                tables.par_iter().map(|table| (format!("table {table}"), outputs::numbered(*table), *table)),
            );
        }
        ["again", folder] => {
            let paths: Vec<PathBuf> =
                fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            let limits = Limits::default();
            let books = paths.par_iter().filter_map(|path| Some((path, from_path(path, &limits).ok()?)));
            again(books.map(|(path, book)| (path.display().to_string(), book, 1)));
        }
        _ => eprintln!(
            "workbooks make|small FOLDER COUNT, large FILE ROWS, floor IN OUT JOBS, outputs FIRST COUNT, again FOLDER"
        ),
    }
}

/// Cleans workbooks and their outputs, tells what differs, and ends with 1 where anything does.
fn again(books: impl ParallelIterator<Item = (String, rapikan::model::Workbook, u64)>) {
    let (outputs, differences) = books
        .map(|(name, book, seed)| {
            let (count, found) = outputs::differing(&book, seed);
            for found in &found {
                eprintln!("{name}: {found}");
            }
            (count, found.len())
        })
        .reduce(|| (0, 0), |left, right| (left.0 + right.0, left.1 + right.1));
    eprintln!("{outputs} outputs cleaned again, {differences} differences");
    std::process::exit(i32::from(differences > 0));
}

/// So many offices are made, which takes long; the workbooks are of these in turn.
const OFFICES: usize = 20;

/// An office of which a table has about so many rows.
fn office(seed: u64, rows: usize) -> Office {
    let fits = |office: &Office| office.nodes.len() >= rows * 9 / 10 && office.nodes.len() <= rows * 11 / 10;
    let seeds = (0..).map(|turn| seed * 1000 + turn);
    seeds.map(|seed| Office::new(seed, Edition::Y2023, rows * 3 / 5)).find(fits).unwrap()
}

fn table(shape: Shape, office: &Office, style: Style) -> Grid {
    let rows = truth::rows(shape, office);
    print::workbook(&print::lines(shape, office, &rows, style, Codes::One)).sheets.swap_remove(0)
}

/// Half of the offices type numbers, half have them as text.
fn style(index: usize) -> Style {
    if index.is_multiple_of(2) { Style::Typed } else { Style::Dots }
}

fn make(folder: &Path, count: usize) {
    fs::create_dir_all(folder).unwrap();
    let seeds: Vec<u64> = (0..u64::try_from(OFFICES.min(count)).unwrap()).collect();
    let offices: Vec<Office> = seeds.par_iter().map(|seed| office(*seed, 120)).collect();
    (0..count).collect::<Vec<_>>().par_iter().for_each(|index| {
        let office = &offices[index % offices.len()];
        let sheets: Vec<(&str, Grid)> =
            FORMS.iter().map(|(name, shape)| (*name, table(*shape, office, style(*index)))).collect();
        save(&folder.join(format!("opd-{index:05}.xlsx")), &sheets);
    });
}

fn small(folder: &Path, count: usize) {
    fs::create_dir_all(folder).unwrap();
    let offices: Vec<Grid> = (0..OFFICES)
        .map(|seed| table(Shape::Permendagri, &office(u64::try_from(seed).unwrap(), 10), style(seed)))
        .collect();
    (0..count).collect::<Vec<_>>().par_iter().for_each(|index| {
        let grid = offices[index % offices.len()].clone();
        save(&folder.join(format!("opd-{index:05}.xlsx")), &[("T-C.33", grid)]);
    });
}

/// The plans of many offices below each other, as planning software exports a whole region.
fn large(file: &Path, count: usize) {
    let shape = Shape::SipdRi;
    let mut rows = Vec::new();
    for seed in 0.. {
        if rows.len() >= count {
            break;
        }
        rows.extend(truth::rows(shape, &Office::new(seed, Edition::Y2023, 60)));
    }
    rows.truncate(count);
    let first = Office::new(0, Edition::Y2023, 60);
    let lines = print::lines(shape, &first, &rows, Style::Typed, Codes::One);
    save(file, &[("T-C.33", print::workbook(&lines).sheets.swap_remove(0))]);
}

fn save(path: &Path, sheets: &[(&str, Grid)]) {
    let mut book = Workbook::new();
    let amount = Format::new().set_num_format("#,##0");
    for (name, grid) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for merge in &grid.merges {
            let (first, last) = (merge.first, merge.last);
            sheet.merge_range(first.row, first.column, last.row, last.column, "", &Format::new()).unwrap();
        }
        for (at, raw) in grid.cells() {
            match raw {
                Raw::Number { value, .. } => sheet
                    .write_number_with_format(at.row, at.column, value.to_f64().unwrap(), &amount)
                    .unwrap(),
                other => sheet.write_string(at.row, at.column, other.shown()).unwrap(),
            };
        }
    }
    book.save(path).unwrap();
}

fn floor(input: &Path, output: &Path, jobs: usize) {
    fs::create_dir_all(output).unwrap();
    let mut paths: Vec<PathBuf> = fs::read_dir(input).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global().unwrap();
    paths.par_iter().for_each(|path| {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let mut copy = Workbook::new();
        for (name, range) in book.worksheets() {
            copy.push_worksheet(copied(&name, &range));
        }
        copy.save(output.join(path.file_name().unwrap())).unwrap();
    });
}

fn copied(name: &str, range: &calamine::Range<Data>) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    let start = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let (row, column) =
            (start.0 + u32::try_from(row).unwrap(), u16::try_from(start.1 as usize + column).unwrap());
        match data {
            // It gives every number of an xlsx as this.
            Data::Float(number) => sheet.write_number(row, column, *number).unwrap(),
            Data::Bool(value) => sheet.write_boolean(row, column, *value).unwrap(),
            other => sheet.write_string(row, column, other.to_string()).unwrap(),
        };
    }
    sheet
}
