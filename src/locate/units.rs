//! Where a table states the unit of its amounts.

use crate::model::{Grid, Place, Unit, UnitGround, UnitSaid, unit_of_header, unit_of_line};

/// What the rows of a header and the titles above it state, the header first.
pub(super) fn stated(grid: &Grid, header: &[u32], titles: &[(Place, String)]) -> Vec<(Unit, UnitGround)> {
    let mut found: Vec<(Unit, UnitGround)> = texts(grid, header)
        .filter_map(|(place, text)| Some((unit_of_header(&text)?, ground(UnitSaid::Header, place, &text))))
        .collect();
    let titles = titles.iter().filter_map(|(place, text)| {
        Some((unit_of_line(text)?, ground(UnitSaid::Title, place.clone(), text)))
    });
    found.extend(titles);
    found
}

/// What the notes below a table state.
pub(super) fn noted(grid: &Grid, rows: &[u32]) -> Vec<(Unit, UnitGround)> {
    texts(grid, rows)
        .filter_map(|(place, text)| Some((unit_of_line(&text)?, ground(UnitSaid::Note, place, &text))))
        .collect()
}

fn texts<'a>(grid: &'a Grid, rows: &'a [u32]) -> impl Iterator<Item = (Place, String)> + 'a {
    let cells = rows.iter().flat_map(|row| grid.row(*row));
    cells.map(|(at, raw)| (Place::new(&grid.name, at), raw.shown().into_owned()))
}

fn ground(said: UnitSaid, place: Place, text: &str) -> UnitGround {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    UnitGround { said, source: Some(place), text }
}
