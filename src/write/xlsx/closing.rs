//! What stands below a table: where each text goes, and how high its rows are.

use super::heights::EMPTY;
use super::measure;
use super::plan::Plan;

/// A text below a table, with the cells of the sheet over which it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a> {
    pub(super) row: u32,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) text: &'a str,
}

impl Placed<'_> {
    /// Its first row and column, and its last ones.
    pub(super) const fn span(&self) -> (u32, u16, u32, u16) {
        (self.row, self.first, self.row, self.last)
    }
}

/// The texts below a table from top to bottom. Their margins are spread over the width of the table; each text reaches to
/// the next one in its row, or to the end of the page.
pub(super) fn placed<'a>(plan: &Plan<'a>) -> Vec<Placed<'a>> {
    let lines = plan.table.notes.iter();
    let margins = lines.clone().flat_map(|line| &line.notes).map(|note| note.margin + 1).max().unwrap_or(1);
    let mut row = plan.row(plan.table.rows.len()).saturating_sub(1);
    let mut placed = Vec::new();
    for line in lines {
        row += line.down;
        let firsts: Vec<u16> = line.notes.iter().map(|note| first(note.margin, margins, plan)).collect();
        let nexts = firsts.iter().skip(1).copied().map(Some).chain([None]);
        for ((note, first), next) in line.notes.iter().zip(&firsts).zip(nexts) {
            let last = next.map_or_else(|| end(*first, plan), |next| (next - 1).min(end(*first, plan)));
            placed.push(Placed { row, first: *first, last, text: &note.text });
        }
    }
    placed
}

/// The column of the sheet at which a margin lies: an own one for each margin.
fn first(margin: u16, margins: u16, plan: &Plan<'_>) -> u16 {
    let columns = plan.last_column() + 1;
    if margins > columns {
        return margin;
    }
    let spread = u32::from(margin) * u32::from(columns) / u32::from(margins);
    u16::try_from(spread).unwrap_or(margin)
}

/// The last column of the page on which a column is printed.
fn end(first: u16, plan: &Plan<'_>) -> u16 {
    let breaks = plan.fitted().breaks.iter().copied();
    let next = breaks.filter(|column| *column > first).min();
    next.map_or_else(|| plan.last_column(), |column| column - 1).max(first)
}

/// The heights in points of the rows below a table, those without a text too.
pub(super) fn heights(plan: &Plan<'_>) -> Vec<f64> {
    let below = plan.table.rows.len();
    let mut heights = vec![EMPTY; plan.rows() - below];
    for placed in placed(plan) {
        let columns = usize::from(placed.first)..=usize::from(placed.last);
        let width: f64 = plan.widths().get(columns).unwrap_or_default().iter().sum();
        let height = measure::height(measure::lines(placed.text, width, false));
        let row = placed.row.saturating_sub(plan.row(below)) as usize;
        if let Some(known) = heights.get_mut(row) {
            *known = known.max(height);
        }
    }
    heights
}
