//! The first page of the audit: what was read, what became of it, what is left to decide.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_xlsxwriter::{FormatAlign, Worksheet};

use super::look;
use super::plan::{Placed, Plan};
use super::value::{self, Value};
use super::{XlsxOptions, causes, legend, measure, print, told};
use crate::forms::leaves;
use crate::model::{Document, Grade, Kind, Role, Severity, Status, Tingkat};
use crate::value::number;
use crate::write::WriteError;

const WIDTHS: [f64; 7] = [30.0, 46.0, 12.0, 14.0, 22.0, 22.0, 22.0];
/// The last column.
const LAST: u16 = 6;

/// The summary of the document.
pub(super) fn worksheet(
    document: &Document,
    plans: &[Plan<'_>],
    options: XlsxOptions,
) -> Result<Worksheet, WriteError> {
    let mut sheet = Worksheet::new();
    let name = options.say("Ringkasan", "Summary");
    sheet.set_name(name)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, name, &look::plain().set_bold().set_font_size(13))?;
    sheet.set_row_height(0, 22)?;
    let mut row = 1;
    for (key, text) in facts(document, plans, options) {
        sheet.write_string_with_format(row, 0, &key, &look::body(true, None))?;
        let format = look::body(false, None);
        sheet.merge_range(row, 1, row, LAST, &value::fitting(&text), &format)?;
        sheet.set_row_height(
            row,
            measure::height(measure::lines(&text, WIDTHS.iter().skip(1).sum(), false)),
        )?;
        row += 1;
    }
    let width = WIDTHS.iter().skip(1).sum();
    row = causes::write(&mut sheet, row + 1, document, LAST, width, options)?;
    row = told::write(&mut sheet, row, document, (LAST, width), options)?;
    row = amounts(&mut sheet, row, document, plans, options)?;
    let last = legend::write(&mut sheet, row + 1, LAST, document, options)?;
    print::set_up_page(&mut sheet, &WIDTHS, last, name);
    Ok(sheet)
}

/// How many cells and codes nobody could settle.
fn open_questions(document: &Document) -> usize {
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| {
        let cells = row.cells.iter().filter(|cell| cell.status() == Status::Unresolved).count();
        cells + usize::from(row.code_status == Status::Unresolved)
    })
    .sum()
}

fn verdict(document: &Document, options: XlsxOptions) -> String {
    let open = open_questions(document);
    let errors = document.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    match (document.tables.len(), open, errors) {
        (0, _, _) => options.say("Tidak ada tabel yang dikenali.", "No table was recognised.").to_owned(),
        (_, 0, 0) => options
            .say("Bersih: tidak ada yang perlu diputuskan.", "Clean: nothing is left to decide.")
            .to_owned(),
        _ => match options.language {
            crate::model::Language::Indonesian => {
                format!("Perlu dilihat: {open} sel belum pasti, {errors} temuan berat.")
            }
            crate::model::Language::English => {
                format!("To be looked at: {open} open cells, {errors} serious findings.")
            }
        },
    }
}

fn facts(document: &Document, plans: &[Plan<'_>], options: XlsxOptions) -> Vec<(String, String)> {
    let about = &document.about;
    let graded =
        |grade| document.repairs().iter().filter(|repair| repair.grade() == grade).count().to_string();
    let unknown = || options.say("tidak diketahui", "unknown").to_owned();
    let kept = &document.conservation;
    let tables: Vec<String> = plans
        .iter()
        .map(|plan| {
            let rows = plan.table.rows.len();
            let paper = plan.fitted().told(options.say("halaman berdampingan", "pages side by side"));
            let rows = format!("{rows} {}", options.say("baris", "rows"));
            format!("{} ({}, {rows}, {paper})", plan.sheet, plan.table.layout.id)
        })
        .collect();
    let mut facts = vec![
        (options.say("Kesimpulan", "Verdict"), verdict(document, options)),
        (options.say("Berkas sumber", "Source file"), document.file.clone()),
        ("SHA-256", document.sha256.clone()),
        (options.say("Daerah", "Region"), about.region.clone().unwrap_or_else(unknown)),
        (options.say("Perangkat Daerah", "Office"), document.offices_shown().unwrap_or_else(unknown)),
        (options.say("Tahun rencana", "Plan year"), about.year.map_or_else(unknown, |year| year.to_string())),
        (
            options.say("Edisi kodefikasi", "Edition of the codification"),
            edition(document, options).unwrap_or_else(unknown),
        ),
        (options.say("Tabel", "Tables"), tables.join("; ")),
        (options.say("Perbaikan terbukti (A)", "Proven repairs (A)"), graded(Grade::A)),
        (
            options.say("Perbaikan satu-satunya bacaan (B)", "Repairs with one reading only (B)"),
            graded(Grade::B),
        ),
        (options.say("Sel belum pasti", "Open cells"), open_questions(document).to_string()),
    ];
    let used = match options.language {
        crate::model::Language::Indonesian => format!(
            "{} terisi = {} dalam tabel + {} judul, kepala dan catatan + {} tak terpakai",
            kept.source_cells,
            kept.used,
            kept.decoration,
            kept.unplaced.len()
        ),
        crate::model::Language::English => format!(
            "{} filled = {} in tables + {} titles, headers and notes + {} unused",
            kept.source_cells,
            kept.used,
            kept.decoration,
            kept.unplaced.len()
        ),
    };
    facts.push((options.say("Sel sumber", "Source cells"), used));
    facts.push(("rapikan", env!("CARGO_PKG_VERSION").to_owned()));
    facts.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// What one amount column holds: how many of its cells are filled, how many are numbers, the sum of the
/// lowest rows of each branch as the input prints it and as it is written, and the printed total.
struct Account {
    filled: usize,
    numbers: usize,
    read: Decimal,
    sum: Decimal,
    printed: Option<Decimal>,
}

fn account(document: &Document, index: usize, plan: &Plan<'_>, placed: &Placed) -> Account {
    let rows = &plan.table.rows;
    let leaves: BTreeSet<usize> = leaves(plan.table, placed.position).into_iter().collect();
    let topmost = rows.iter().rfind(|row| row.level == Some(Tingkat::Jumlah));
    let mut account =
        Account { filled: 0, numbers: 0, read: Decimal::ZERO, sum: Decimal::ZERO, printed: None };
    let before = before(document, index, placed.column.id);
    let number = |content: &Value| match content {
        Value::Number(number, _) => Some(*number),
        _ => None,
    };
    let content =
        |row: &crate::model::Row| row.cells.get(placed.position).map(|cell| value::of(cell, placed.column));
    for (position, row) in rows.iter().enumerate() {
        let Some(found) = content(row).filter(|found| *found != Value::Blank) else { continue };
        account.filled += 1;
        account.numbers += usize::from(number(&found).is_some());
        if leaves.contains(&position) {
            let written = number(&found).unwrap_or_default();
            account.sum += written;
            account.read += before.get(&position).map_or(written, |text| first_reading(text));
        }
    }
    account.printed = topmost.and_then(|row| number(&content(row)?));
    account
}

/// The texts of a column before their first repair, by row.
fn before<'a>(document: &'a Document, table: usize, column: &str) -> BTreeMap<usize, &'a str> {
    let mut found = BTreeMap::new();
    for repair in document.repairs().iter().filter(|repair| repair.table == table && repair.column == column)
    {
        found.entry(repair.row).or_insert(repair.before.as_str());
    }
    found
}

fn first_reading(text: &str) -> Decimal {
    number::rupiah(text).first().map(|reading| reading.value).unwrap_or_default()
}

fn amounts(
    sheet: &mut Worksheet,
    first: u32,
    document: &Document,
    plans: &[Plan<'_>],
    options: XlsxOptions,
) -> Result<u32, WriteError> {
    let headings = [
        options.say("Uang: tabel", "Money: table"),
        options.say("Kolom", "Column"),
        options.say("Sel terisi", "Filled cells"),
        options.say("Terbaca sebagai angka", "Read as numbers"),
        options.say("Jumlah baris terbawah, terbaca", "Sum of the lowest rows, as read"),
        options.say("Jumlah baris terbawah, ditulis", "Sum of the lowest rows, as written"),
        options.say("Total tercetak", "Printed total"),
    ];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(first, column, heading, &look::header())?;
    }
    sheet.set_row_height(first, measure::height(2) + 3.0)?;
    let mut row = first + 1;
    for (index, plan) in plans.iter().enumerate() {
        let money = |placed: &&Placed| matches!(placed.column.role, Role::Amount(_));
        for placed in plan.columns.iter().filter(money) {
            let unit = format!(" {}", plan.table.unit_of(placed.column.id).mark());
            let named = plan.column_name(placed.column.id, document.about.year);
            write_account(
                sheet,
                row,
                [&(plan.sheet.clone() + &unit), &named],
                &account(document, index, plan, placed),
            )?;
            sheet.set_row_height(row, measure::height(measure::lines(&named, 46.0, false)))?;
            row += 1;
        }
    }
    Ok(row)
}

fn write_account(
    sheet: &mut Worksheet,
    row: u32,
    [table, column]: [&str; 2],
    account: &Account,
) -> Result<(), WriteError> {
    let text = look::body(false, None);
    sheet.write_string_with_format(row, 0, table, &text)?;
    sheet.write_string_with_format(row, 1, column, &text)?;
    let figures = [
        Some(Decimal::from(account.filled)),
        Some(Decimal::from(account.numbers)),
        Some(account.read),
        Some(account.sum),
        account.printed,
    ];
    for (position, figure) in (2..).zip(figures) {
        let format = text.clone().set_align(FormatAlign::Right);
        match figure {
            Some(number) if value::is_exact(number) => {
                let format = format.set_num_format(value::format(number, Kind::Rupiah));
                sheet.write_number_with_format(row, position, value::stored(number), &format)?;
            }
            Some(number) => {
                sheet.write_string_with_format(row, position, number.to_string(), &format)?;
            }
            None => {
                sheet.write_blank(row, position, &format)?;
            }
        }
    }
    Ok(())
}

/// The edition that the document follows, and what says so.
fn edition(document: &Document, options: XlsxOptions) -> Option<String> {
    let edition = document.about.codification?.name();
    Some(match &document.about.edition_ground {
        Some(ground) => format!("{edition} ({})", ground.text.within(options.language)),
        None => edition.to_owned(),
    })
}
