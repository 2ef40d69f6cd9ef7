//! The list of ceilings: a table of two columns, the office and the most that it may plan for.

use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::Decimal;

use super::failure::Failure;
use crate::compare::{Ceiling, file_place};
use crate::model::{At, Grid, Place, Raw, Said, letters};
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
    let sheet = workbook.sheets.iter().find(|sheet| !sheet.is_empty()).ok_or(Failure::Blank)?;
    let (header, office, amount) = columns(sheet).map_err(refuse)?;
    let mut found: Vec<Ceiling> = Vec::new();
    let mut known: BTreeMap<String, Decimal> = BTreeMap::new();
    for row in sheet.rows().into_iter().filter(|row| *row > header) {
        let text = |column| sheet.get(At::new(row, column)).map(|raw| raw.shown().trim().to_owned());
        let Some(name) = text(office).filter(|name| !letters(name).is_empty()) else { continue };
        let at = At::new(row, amount);
        let number = sheet.get(at).and_then(rupiah);
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

/// Words of a heading by which its amounts are no full rupiah.
const THOUSANDS: [&str; 4] = ["ribu", "juta", "miliar", "milyar"];

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
    let above = |(header, ..): &(u32, u16, u16)| {
        let words = sheet.cells().filter(|(at, _)| at.row <= *header).map(|(_, raw)| letters(&raw.shown()));
        let is_scaled = |text: String| THOUSANDS.iter().any(|word| text.contains(word));
        words.into_iter().any(is_scaled)
    };
    if header.as_ref().is_some_and(above) {
        return Err(scaled());
    }
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

fn scaled() -> Said {
    Said::new(
        "daftar plafon tidak dalam rupiah penuh (ribuan atau jutaan menurut judulnya); tulis dalam rupiah penuh, lalu ulangi.",
        "the list of ceilings is not in full rupiah (thousands or millions by its headings); write full rupiah, and try again.",
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
