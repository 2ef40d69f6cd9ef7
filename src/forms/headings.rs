//! What the header of a table says in our own workbooks: the standard wording with the years that the input prints, and
//! the printed words where they mean something else.

use crate::model::{
    Column, Kind, Origin, Printed, PrintedBelow, Role, Standing, Table, Unit, letters, open_year,
    unit_of_path, years,
};

/// The marks of years in a wording, each as its distance from the plan year; `None` for the end of the Renstra.
#[must_use]
pub fn marks(wording: &str) -> Vec<Option<i32>> {
    let marks = wording.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    marks.map(|mark| if mark == "n" { Some(0) } else { mark.strip_prefix('n')?.parse().ok() }).collect()
}

/// A text with the years of a plan year `n` put in for `{n}`, `{n+1}`, `{n-1}` …; `…` where the year is not known.
#[must_use]
pub fn with_years(text: &str, year: Option<u16>) -> String {
    filled(text, &[], year)
}

/// A wording with years in the place of its marks: the printed ones where there are as many, else those that follow
/// from the plan year.
fn filled(wording: &str, printed: &[u16], year: Option<u16>) -> String {
    let offsets = marks(wording);
    let mut text = String::new();
    let mut parts = wording.split('{');
    text.push_str(parts.next().unwrap_or_default());
    let mut offsets_in_turn = offsets.iter();
    for (index, part) in parts.enumerate() {
        // What is opened and not closed is no mark.
        let Some((_, rest)) = part.split_once('}') else {
            text.push_str(part);
            continue;
        };
        let offset = offsets_in_turn.next().copied().flatten();
        let own = printed.get(index).filter(|_| printed.len() == offsets.len()).map(|year| i32::from(*year));
        let computed = || Some(i32::from(year?) + offset?);
        match own.or_else(computed) {
            Some(shown) => text.push_str(&shown.to_string()),
            None => text.push('…'),
        }
        text.push_str(rest);
    }
    text
}

/// A header text as a table prints it: with its years, and with the mark of the unit that its amounts are in, where it
/// has one.
#[must_use]
pub fn label(text: &str, unit: Unit, year: Option<u16>) -> String {
    in_unit(&with_years(text, year), unit)
}

fn in_unit(text: &str, unit: Unit) -> String {
    let mark = if unit == Unit::Rupiah { "(Rp.)" } else { unit.mark() };
    let other = ["(Rp.000)", "(Rp.)"].into_iter().find(|other| text.contains(other));
    other.map_or_else(|| text.to_owned(), |other| text.replace(other, mark))
}

/// The last part of a column's header, whatever its year: what tells it from the columns beside it.
#[must_use]
pub fn last_heading(column: &Column) -> String {
    with_years(column.header.last().copied().unwrap_or(column.id), None)
}

/// What a column of a table is called: the last two parts of its header.
#[must_use]
pub fn heading(table: &Table, column: &Column, year: Option<u16>) -> String {
    let path = headings(table, column, year);
    path.get(path.len().saturating_sub(2)..).unwrap_or_default().join(" › ")
}

/// What the number row prints below a column: both columns of a pair have the number of the one that they stand for.
#[must_use]
pub fn number(table: &Table, column: &Column) -> &'static str {
    let below = || table.printed.get(column.id).is_some_and(|printed| printed.standing == Standing::Below);
    match column.origin {
        Origin::Like(id) if below() => table.layout.column(id).map_or("", |like| like.number),
        _ => column.number,
    }
}

/// The groups above a column and the column itself, as our own workbook prints them.
#[must_use]
pub fn headings(table: &Table, column: &Column, year: Option<u16>) -> Vec<String> {
    let printed = table.printed.get(column.id);
    let path = match column.origin {
        Origin::Declared => standard(table, column, printed, year),
        Origin::Unknown => printed.map(|printed| printed.header.clone()).unwrap_or_default(),
        Origin::Like(id) => beside(table, id, printed, year),
    };
    let path = if path.is_empty() { vec![column.id.to_owned()] } else { path };
    let unit = table.unit_of(column.id);
    let mut path: Vec<String> = path.into_iter().map(|text| in_unit(&text, unit)).collect();
    // Where amounts of several units stand in one table, each column says its own.
    let is_money = matches!((column.role, column.kind), (Role::Amount(_), Kind::Rupiah));
    let is_mixed = table.printed.values().any(|printed| printed.unit.is_some());
    if is_mixed
        && is_money
        && unit_of_path(&path).is_none()
        && let Some(leaf) = path.last_mut()
    {
        *leaf = format!("{leaf} {}", unit.mark());
    }
    path
}

/// The header of a column that resembles a declared one.
fn beside(table: &Table, like: &str, printed: Option<&Printed>, year: Option<u16>) -> Vec<String> {
    let Some(printed) = printed else { return Vec::new() };
    let whole = || printed.header.clone();
    let (Some(like), Some(leaf)) = (table.layout.column(like), printed.header.last()) else { return whole() };
    let above = table.printed.get(like.id);
    match printed.standing {
        Standing::Alone => whole(),
        Standing::Below => {
            let mut groups = printed.clone();
            groups.header.pop();
            let mut path = standard(table, like, Some(&groups), year);
            path.push(leaf.clone());
            path
        }
        Standing::Beside => {
            let mut path = standard(table, like, above, year);
            path.pop();
            path.push(leaf.clone());
            path
        }
        Standing::Year => standard(table, like, Some(printed), year),
    }
}

/// The standard wording of a declared column with what is printed above it.
fn standard(table: &Table, column: &Column, printed: Option<&Printed>, year: Option<u16>) -> Vec<String> {
    let depth = column.header.len();
    let mut path: Vec<String> = Vec::with_capacity(depth);
    for (level, wording) in column.header.iter().enumerate() {
        let own = counterpart(printed, depth, level);
        let group =
            || groups(table, column, level).find_map(|other| counterpart(Some(other.1), other.0, level));
        let text = if level + 1 == depth { own } else { own.or_else(group) };
        let years: Vec<u16> = text.map(|text| years(text)).unwrap_or_default();
        match text.filter(|text| year.is_none() && open_year(text).is_some()) {
            // A year that is left open stays so.
            Some(open) => path.push(open.clone()),
            None => path.push(filled(wording, &years, year)),
        }
    }
    if let (Some(printed), Some(last)) = (printed, path.last_mut()) {
        let leaf = printed.header.last().map_or("", String::as_str);
        if !leaf.is_empty() && means_another(last, leaf) {
            leaf.clone_into(last);
        }
    }
    // No printed year is lost: where the standard wording has no place for it, the printed words stand.
    if let Some(printed) = printed
        && let Some(year) = printed.year
        && !path.iter().any(|text| years(text).contains(&year))
    {
        let found = printed.header.iter().rposition(|text| years(text).contains(&year));
        let from_end = found.map_or(0, |index| printed.header.len() - 1 - index);
        let place = path.len().saturating_sub(1).saturating_sub(from_end);
        let level = year_level(column).filter(|level| *level != place);
        if let Some(text) = level.and_then(|level| path.get_mut(level)) {
            // Printed above another part of the header than the form's: there it would take the place of that part.
            *text = format!("Tahun {year}");
        } else if let (Some(text), Some(words)) =
            (path.get_mut(place), found.and_then(|index| printed.header.get(index)))
        {
            words.clone_into(text);
        }
    }
    path
}

/// The level of a declared header that counts the years of a period: `Tahun-1`.
fn year_level(column: &Column) -> Option<usize> {
    let counts = |text: &&'static str| {
        let key = letters(text);
        let words = key.trim_end_matches(|c: char| c.is_ascii_digit());
        matches!(words, "tahun" | "tahunke") && words.len() < key.len()
    };
    column.header.iter().rposition(counts)
}

/// The printed text of a level of a declared header, counted from the leaf.
fn counterpart(printed: Option<&Printed>, depth: usize, level: usize) -> Option<&String> {
    let path = &printed?.header;
    path.len().checked_sub(depth - level).and_then(|index| path.get(index))
}

/// The printed columns that share the groups of a column down to a level, each with the depth of its declared header.
fn groups<'a>(
    table: &'a Table,
    column: &'a Column,
    level: usize,
) -> impl Iterator<Item = (usize, &'a Printed)> {
    let shared = column.header.get(..=level).unwrap_or_default();
    let others = table.layout.all_columns().filter(move |other| other.header.get(..=level) == Some(shared));
    others.filter_map(|other| Some((other.header.len(), table.printed.get(other.id)?)))
}

/// Words of which the first in a header says what its numbers are.
const MEANINGS: [&str; 8] =
    ["target", "realisasi", "proyeksi", "prakiraan", "perkiraan", "rencana", "tingkat", "usulan"];

/// Whether a printed header says that its numbers are something else than the standard wording says.
#[must_use]
pub fn means_another(standard: &str, printed: &str) -> bool {
    let first = |text: &str| {
        let text = text.to_lowercase();
        let found = MEANINGS.iter().filter_map(|word| Some((text.find(word)?, *word)));
        found.min().map(|(_, word)| word)
    };
    matches!((first(standard), first(printed)), (Some(wanted), Some(found)) if wanted != found)
}

/// From which column to which a cell moved, by their headers: `Catatan Penting → Pagu Indikatif (Rp.)`.
#[must_use]
pub fn moved_words(table: &Table, from: PrintedBelow, to: &str, year: Option<u16>) -> String {
    let named = |id: &str| {
        let column = table.columns.iter().find(|column| column.id == id);
        column.map_or_else(|| id.to_owned(), |column| heading(table, column, year))
    };
    let origin = from.column().map_or_else(|| from.to_string(), named);
    format!("{origin} → {}", named(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_put_into_titles() {
        let title = "Rencana Tahun {n} dan Prakiraan Maju Tahun {n+1}";
        assert_eq!(with_years(title, Some(2023)), "Rencana Tahun 2023 dan Prakiraan Maju Tahun 2024");
        assert_eq!(with_years("Tahun {n-2}", None), "Tahun …");
        assert_eq!(with_years("Tahun {akhir} {x", Some(2023)), "Tahun … x");
        assert_eq!(filled("Tahun {n+1}", &[2022], Some(2023)), "Tahun 2022");
    }

    #[test]
    fn the_first_word_of_meaning_counts() {
        assert!(means_another("Target Program dan Kegiatan", "Realisasi Program dan Kegiatan"));
        assert!(!means_another("Target dan Realisasi", "Target"));
        assert!(!means_another("Kebutuhan Dana", "Pagu Indikatif"));
    }
}
