//! The list of ceilings: a table of two columns, the office and the most that it may plan for.

use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::Decimal;

use super::failure::Failure;
use crate::compare::{Ceiling, file_place};
use crate::forms::is_total;
use crate::model::{At, Grid, Place, Raw, Said, Unit, letters, unit_of_header, unit_of_line};
use crate::read::{self, Limits};
use crate::value::number;

/// What the heading of the column of offices may say, in letters.
const OFFICES: [&str; 8] =
    ["perangkatdaerah", "namaperangkatdaerah", "opd", "namaopd", "skpd", "namaskpd", "pd", "office"];
/// What the heading of the column of amounts may begin with, in letters.
const AMOUNTS: [&str; 6] = ["pagu", "plafon", "batas", "ceiling", "paguindikatif", "anggaran"];

/// The ceilings of a file, in their order.
///
/// # Errors
/// If the file cannot be read, its columns are not known, an amount is no number in rupiah, or an office has two.
pub fn ceilings(path: &Path, limits: &Limits) -> Result<Vec<Ceiling>, Failure> {
    let workbook = read::from_path(path, limits)?;
    let file = read::name_of(path);
    let refuse = Failure::NoCeilings;
    let mut sheets = workbook.sheets.iter().filter(|sheet| !sheet.is_empty());
    let sheet = sheets.next().ok_or(Failure::Blank)?;
    if let Some(other) = sheets.next() {
        return Err(refuse(several_sheets(&sheet.name, &other.name)));
    }
    let (header, office, amount) = columns(sheet).map_err(refuse)?;
    let unit = unit(sheet, At::new(header, amount));
    let mut found: Vec<Ceiling> = Vec::new();
    let mut known: BTreeMap<String, Decimal> = BTreeMap::new();
    for row in sheet.rows().into_iter().filter(|row| *row > header) {
        let text = |column| sheet.get(At::new(row, column)).map(|raw| raw.shown().trim().to_owned());
        let at = At::new(row, amount);
        let Some(name) = text(office).filter(|name| !letters(name).is_empty()) else {
            match text(amount).filter(|text| !text.is_empty()) {
                Some(text) => return Err(refuse(no_office(at, &text))),
                None => continue,
            }
        };
        if is_total(&name) {
            continue;
        }
        let number = sheet.get(at).and_then(rupiah).and_then(|number| number.checked_mul(unit.factor()));
        let number = number.ok_or_else(|| refuse(no_amount(&name, at, &text(amount).unwrap_or_default())))?;
        match known.insert(letters(&name), number) {
            Some(other) if other != number => return Err(refuse(twice(&name, at))),
            Some(_) => {}
            None => {
                let place = file_place(&file, &Place::new(&sheet.name, at));
                found.push(Ceiling { office: name, amount: number, place });
            }
        }
    }
    if found.is_empty() { Err(Failure::Blank) } else { Ok(found) }
}

/// The unit of the amounts: the one that their heading states, else that of a line above it.
fn unit(sheet: &Grid, heading: At) -> Unit {
    let own = sheet.get(heading).and_then(|raw| unit_of_header(&raw.shown()));
    let above = || {
        let mut lines = sheet.cells().filter(|(at, _)| at.row < heading.row);
        lines.find_map(|(_, raw)| unit_of_line(&raw.shown()))
    };
    own.or_else(above).unwrap_or_default()
}

/// The row of the headings, and the columns of offices and of amounts.
fn columns(sheet: &Grid) -> Result<(u32, u16, u16), Said> {
    let rows = sheet.rows();
    let named = |row: u32, is: &dyn Fn(&str) -> bool| {
        let mut cells = sheet.row(row).filter(|(_, raw)| is(&letters(&raw.shown())));
        cells.next().map(|(at, _)| at.column).filter(|_| cells.next().is_none())
    };
    let is_office = |text: &str| OFFICES.contains(&text);
    let is_amount = |text: &str| AMOUNTS.iter().any(|word| text.starts_with(word));
    let header = rows.iter().find_map(|row| Some((*row, named(*row, &is_office)?, named(*row, &is_amount)?)));
    header.ok_or_else(|| {
        let first =
            rows.first().map(|row| sheet.row(*row).map(|(_, raw)| raw.shown().into_owned()).collect());
        let seen: Vec<String> = first.unwrap_or_default();
        unknown(&seen.join(" | "))
    })
}

/// A stored number, or a text with one clean reading.
fn rupiah(raw: &Raw) -> Option<Decimal> {
    let number = match raw {
        Raw::Number { value, .. } => Some(*value),
        Raw::Uncalculated { result, .. } => result.as_deref().and_then(rupiah),
        _ => match number::rupiah(raw.shown().trim()).as_slice() {
            [only] if only.cost < number::UNTRUSTED => Some(only.value),
            _ => None,
        },
    };
    number.filter(|number| !number.is_sign_negative())
}

fn unknown(seen: &str) -> Said {
    Said::new(
        format!(
            "daftar plafon perlu baris judul dengan satu kolom Perangkat Daerah (atau OPD) dan satu kolom Pagu (atau Plafon); yang terbaca: {seen}."
        ),
        format!(
            "the list of ceilings needs a row of headings with one column Perangkat Daerah (or OPD) and one column Pagu (or Plafon); what was read: {seen}."
        ),
    )
}

fn several_sheets(first: &str, other: &str) -> Said {
    Said::new(
        format!(
            "daftar plafon terbagi atas lembar {first} dan {other}; satukan dalam satu lembar, lalu ulangi."
        ),
        format!(
            "the list of ceilings stands on the sheets {first} and {other}; put it on one, and try again."
        ),
    )
}

fn no_office(at: At, text: &str) -> Said {
    Said::new(
        format!("plafon {text} di sel {at} tanpa nama Perangkat Daerah; tulis namanya, lalu ulangi."),
        format!("the ceiling {text} in cell {at} names no office; write its name, and try again."),
    )
}

fn no_amount(office: &str, at: At, text: &str) -> Said {
    Said::new(
        format!(
            "plafon {office} di sel {at} bukan satu jumlah rupiah ({text:?}); tulis angkanya, lalu ulangi."
        ),
        format!(
            "the ceiling of {office} in cell {at} is no single amount in rupiah ({text:?}); write the number, and try again."
        ),
    )
}

fn twice(office: &str, at: At) -> Said {
    Said::new(
        format!("{office} disebut lagi di sel {at} dengan plafon lain; sisakan satu, lalu ulangi."),
        format!("{office} is named again in cell {at} with another ceiling; keep one, and try again."),
    )
}
