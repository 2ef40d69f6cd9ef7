//! Proposals listed in one cell (T-C.32): each becomes a row of its own, where its neighbours list as many.

use std::collections::BTreeSet;

use super::cells::meaning;
use crate::codification::places;
use crate::document::evidence::siblings::as_many;
use crate::model::{
    Change, Column, Document, Grade, NoSuchCell, RawRow, RawTable, Repair, Role, Rows, edits, letters,
};
use crate::rules;
use crate::value::list::{lettered, split_counts};
use crate::value::measure::{Measures, measures};
use crate::value::words::visible;

/// One part of a list that got a row of its own.
pub(super) struct Part {
    row: usize,
    column: &'static Column,
    text: String,
    count: usize,
}

/// Gives every proposal of a list a row, but for rows that are to be kept whole; the cells of the new rows still hold
/// the whole text.
pub(super) fn expand(
    raw: &mut RawTable,
    region: Option<&str>,
    keep_whole: &dyn Fn(&RawRow) -> bool,
) -> Vec<Part> {
    if raw.region.form.rows != Rows::Proposals {
        return Vec::new();
    }
    let places = PlaceNames::of(region);
    let mut parts = Vec::new();
    let mut rows = Vec::new();
    for row in std::mem::take(&mut raw.rows) {
        let texts: Vec<String> = row.cells.iter().map(|cell| text(cell)).collect();
        match lists(&raw.columns, &texts, &places).filter(|_| !keep_whole(&row)) {
            Some((count, columns)) => {
                for item in 0..count {
                    for (column, items) in &columns {
                        let text = items.get(item).cloned().unwrap_or_default();
                        parts.push(Part { row: rows.len(), column, text, count });
                    }
                    rows.push(row.clone());
                }
            }
            None => rows.push(row),
        }
    }
    raw.rows = rows;
    parts
}

fn text(cell: &[crate::model::Fragment]) -> String {
    let shown = cell.iter().map(|fragment| visible(&fragment.raw.shown()).trim().to_owned());
    shown.collect::<Vec<_>>().join(" ")
}

type Lists = Vec<(&'static Column, Vec<String>)>;

/// The lists of a row, if its name is a list and every other list has as many items.
fn lists(columns: &[&'static Column], texts: &[String], places: &PlaceNames) -> Option<(usize, Lists)> {
    let name = columns.iter().position(|column| column.role == Role::Name)?;
    let items = lettered(texts.get(name)?).filter(|items| items.len() >= 2)?;
    let count = items.len();
    let mut lists: Lists = vec![(columns.get(name)?, items)];
    for (column, text) in columns.iter().zip(texts) {
        let split = match column.role {
            Role::Location => places.split(text, count),
            Role::Target => targets(text, count),
            Role::Name => continue,
            _ => lettered(text).filter(|items| items.len() == count),
        };
        if let Some(split) = split {
            lists.push((column, split));
        }
    }
    Some((count, lists))
}

fn targets(text: &str, count: usize) -> Option<Vec<String>> {
    let lines: Vec<String> =
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    if lines.len() == count {
        return Some(lines);
    }
    match measures(text) {
        Measures::Several(several) if several.len() == count => {
            Some(several.into_iter().map(|one| one.text).collect())
        }
        _ => None,
    }
}

/// The place names that a document of a region may hold.
struct PlaceNames {
    exact: BTreeSet<String>,
    /// Every regency and city, for the proposals that a province hears.
    regions: BTreeSet<String>,
    shown: Vec<(String, String)>,
}

/// Phrases that stand for several places.
const EVERYWHERE: [&str; 8] = [
    "Seluruh Kecamatan",
    "Semua Kecamatan",
    "Seluruh Kelurahan",
    "Semua Kelurahan",
    "Seluruh Desa",
    "Semua Desa",
    "Seluruh Nagari",
    "Tersebar",
];

impl PlaceNames {
    fn of(region: Option<&str>) -> Self {
        let own = region.map(|name| places().kecamatan_of(name)).unwrap_or_default();
        let names = EVERYWHERE.into_iter().chain(own).chain(region);
        let shown: Vec<(String, String)> = names.map(|name| (letters(name), name.to_owned())).collect();
        let regions = places().regions().iter().map(|place| letters(place.nama)).collect();
        Self { exact: shown.iter().map(|(key, _)| key.clone()).collect(), regions, shown }
    }

    /// Whether a phrase names a place, exactly or with one letter wrong.
    fn knows(&self, phrase: &str) -> bool {
        let spelled = phrase.replacen("Kab. ", "Kabupaten ", 1);
        if ["Kabupaten ", "Kota "].iter().any(|kind| spelled.starts_with(kind)) {
            return self.regions.contains(&letters(&spelled));
        }
        let key = letters(phrase.trim_start_matches("Kecamatan ").trim_start_matches("Kec. "));
        self.exact.contains(&key) || self.nearly(&key).is_some()
    }

    fn nearly(&self, key: &str) -> Option<&str> {
        let near = |(known, _): &&(String, String)| {
            key.len() >= 6 && (1..=if key.len() >= 14 { 2 } else { 1 }).contains(&edits(known, key))
        };
        self.shown.iter().find(near).map(|(_, name)| name.as_str())
    }

    fn split(&self, text: &str, count: usize) -> Option<Vec<String>> {
        let lines: Vec<String> =
            text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let parts = if lines.len() == count {
            lines
        } else {
            split_counts(text, count, &|phrase| self.knows(phrase)).or_else(|| by_kind(text, count))?
        };
        Some(parts.into_iter().map(|part| self.corrected(part)).collect())
    }

    /// A phrase with a slip in a word that is no word becomes the one phrase it can be.
    fn corrected(&self, part: String) -> String {
        let key = letters(&part);
        let unknown = part
            .split(|c: char| !c.is_alphabetic())
            .any(|word| word.len() > 3 && !crate::codification::is_word(word));
        match self.nearly(&key) {
            Some(name) if unknown && !self.exact.contains(&key) => name.to_owned(),
            _ => part,
        }
    }
}

/// What stands before the name of a place.
const KINDS: [&str; 17] = [
    "kec.",
    "kecamatan",
    "distrik",
    "kel.",
    "kelurahan",
    "desa",
    "ds.",
    "nagari",
    "nag.",
    "gampong",
    "kampung",
    "kp.",
    "pekon",
    "kab.",
    "kabupaten",
    "kota",
    "provinsi",
];

/// Parts a run of places where each begins with the same kind, as `Kec. A Kec. B`, if they are as many.
fn by_kind(text: &str, count: usize) -> Option<Vec<String>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let kind = words.first().filter(|word| KINDS.contains(&word.to_lowercase().as_str()))?;
    let mut parts: Vec<Vec<&str>> = Vec::new();
    for word in &words {
        if word.eq_ignore_ascii_case(kind) {
            parts.push(vec![word]);
        } else {
            parts.last_mut()?.push(word);
        }
    }
    let bare = |part: &String| part.trim_end_matches([',', ';']).trim().to_owned();
    let named = parts.len() == count && parts.iter().all(|part| part.len() > 1);
    named.then(|| parts.iter().map(|part| bare(&part.join(" "))).collect())
}

/// Puts each part into its row.
///
/// # Errors
/// If a part names a row the document does not have.
pub(super) fn apply(
    document: &mut Document,
    table: usize,
    parts: &[Part],
    weakest: Grade,
) -> Result<(), NoSuchCell> {
    for part in parts {
        let Some(cell) = document.tables.get(table).and_then(|found| found.cell(part.row, part.column.id))
        else {
            continue;
        };
        let repair = Repair {
            rule: rules::lettered_list::ID,
            change: Change::Text,
            table,
            row: part.row,
            column: part.column.id,
            sources: cell.sources().to_vec(),
            before: cell.text().to_owned(),
            after: part.text.clone(),
            proofs: vec![as_many(part.count)],
        };
        if Grade::B <= weakest {
            document.repair(repair, meaning(part.column, &part.text), false)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lettered_cell_is_a_list() {
        assert_eq!(lettered("a) Pelatihan kader b) Bantuan alat").map(|items| items.len()), Some(2));
        assert_eq!(lettered("Pelatihan kader"), None);
    }

    #[test]
    fn run_together_places_are_parted_by_the_regions_own_names() {
        let places = PlaceNames::of(Some("Kabupaten Agam"));
        let parts = places.split("Lubuk Basung Matur Seluruh Keccamatan Lubuk Basung", 4);
        let expected = ["Lubuk Basung", "Matur", "Seluruh Kecamatan", "Lubuk Basung"];
        assert_eq!(parts, Some(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn places_of_one_kind_are_parted_where_the_kind_stands_again() {
        let places = PlaceNames::of(None);
        let parts = |text: &str, count| places.split(text, count);
        let expected = ["Kec. Baru", "Kec. Lubuk Dalam", "Kec. Baru"].map(str::to_owned).to_vec();
        assert_eq!(parts("Kec. Baru Kec. Lubuk Dalam, Kec. Baru", 3), Some(expected));
        assert_eq!(parts("Kec. Baru Kec. Lubuk Dalam", 3), None);
        assert_eq!(parts("Desa Suka Desa Desa Baru", 2), None);
        assert_eq!(parts("Baru Lubuk Baru Dalam", 2), None);
    }
}
