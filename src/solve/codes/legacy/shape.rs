//! Which parts the codes of a table have: told by the rows whose names say their level.

use super::super::costs;
use super::Row;
use crate::codification::LEGACY_SHAPES;
use crate::model::{Shape, Tingkat, letters};

/// The shape that the codes of most rows have; `None` where no name tells a level.
pub(super) fn inferred(rows: &[Row<'_>]) -> Option<Shape> {
    let mut best: Option<(i32, Shape)> = None;
    for shape in LEGACY_SHAPES {
        let score = rows.iter().filter(|row| !row.print.is_damaged).map(|row| score(row, shape)).sum();
        // Of equals the shape with the fewest parts.
        if best.is_none_or(|(before, _)| score > before) {
            best = Some((score, shape));
        }
    }
    best.filter(|(score, _)| *score > 0).map(|(_, shape)| shape)
}

fn score(row: &Row<'_>, shape: Shape) -> i32 {
    let parts = &row.print.parts;
    if parts.is_empty() {
        return 0;
    }
    let Some(level) = shape.level(parts.len()) else { return -costs::IMPOSSIBLE_SHAPE };
    let Some(named) = named_level(row) else { return 0 };
    if named != level {
        // A name tells an office, but not which of its parts.
        let is_office = |level| matches!(level, Tingkat::PerangkatDaerah | Tingkat::Unit);
        return if is_office(named) && is_office(level) {
            costs::OFFICE_OF_SHAPE
        } else {
            -costs::LEVEL_OF_SHAPE
        };
    }
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<u16>().ok());
    let at_level = level >= Tingkat::Program && level <= Tingkat::Kegiatan;
    let last = number(parts.last().map(String::as_str));
    let same = row.entries.iter().any(|entry| at_level && number(entry.kode.parts().next_back()) == last);
    let head = |index: usize| number(parts.get(index).map(String::as_str));
    let repeated = shape.office == 3 && head(0) == head(2) && head(1) == head(3);
    costs::LEVEL_OF_SHAPE
        + if same { costs::NUMBER_OF_SHAPE } else { 0 }
        + if repeated { costs::REPEATED_BIDANG } else { 0 }
}

/// The level that a name tells.
fn named_level(row: &Row<'_>) -> Option<Tingkat> {
    if let Some(entry) = row.entries.first() {
        return Some(entry.tingkat);
    }
    let first = row.evidence.name.split_whitespace().next().map(letters)?;
    match first.as_str() {
        "program" => Some(Tingkat::Program),
        "urusan" => Some(Tingkat::Urusan),
        word if OFFICES.contains(&word) => Some(Tingkat::PerangkatDaerah),
        word if UNITS.contains(&word) => Some(Tingkat::Unit),
        _ => None,
    }
}

/// How the names of offices and of their units begin.
const OFFICES: [&str; 12] = [
    "dinas",
    "badan",
    "sekretariat",
    "inspektorat",
    "kantor",
    "kecamatan",
    "distrik",
    "satuan",
    "rsud",
    "rumah",
    "bagian",
    "biro",
];
const UNITS: [&str; 6] = ["upt", "uptd", "puskesmas", "kelurahan", "sekolah", "balai"];
