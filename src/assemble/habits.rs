//! To which column of texts a text belongs, by where the same text stands in other rows.

use std::collections::BTreeMap;

use super::costs;
use super::looks::Looks;
use crate::model::{At, Column, Kind, Raw, Role};

/// How often each text was put into each column.
pub(super) type Counts = BTreeMap<String, BTreeMap<usize, usize>>;

/// Takes note of where the texts of an aligned row went.
pub(super) fn count<'a>(
    counts: &mut Counts,
    columns: &[&'static Column],
    cells: &[(At, &'a Raw)],
    goals: &[Option<usize>],
    looks: &mut Looks<'a>,
) {
    for ((_, raw), goal) in cells.iter().zip(goals) {
        let (raw @ Raw::Text(_), Some(index)) = (raw, goal) else { continue };
        if !columns.get(*index).is_some_and(|column| is_habitual(column)) {
            continue;
        }
        let look = looks.of(raw);
        if look.letters.len() < costs::HABIT_LETTERS {
            continue;
        }
        let columns = match counts.get_mut(&look.letters) {
            Some(columns) => columns,
            None => counts.entry(look.letters.clone()).or_default(),
        };
        *columns.entry(*index).or_default() += 1;
    }
}

/// In which column of texts each text stands, where it stands in that column more than once.
#[derive(Default)]
pub(super) struct Habits {
    column_of: BTreeMap<String, usize>,
}

impl Habits {
    /// Keeps the texts that have one column.
    pub(super) fn of(counts: Counts) -> Self {
        let settled = |(text, columns): (String, BTreeMap<usize, usize>)| {
            let all: usize = columns.values().sum();
            let (column, most) = columns.into_iter().max_by_key(|(_, count)| *count)?;
            (!text.is_empty() && most >= costs::HABIT_ROWS && most * 100 > all * costs::HABIT_SHARE)
                .then_some((text, column))
        };
        Self { column_of: counts.into_iter().filter_map(settled).collect() }
    }

    /// Whether no text is known to have a column.
    pub(super) fn is_empty(&self) -> bool {
        self.column_of.is_empty()
    }

    /// Whether a row has a text that went to another column than it usually does.
    pub(super) fn disagree<'a>(
        &self,
        columns: &[&'static Column],
        cells: &[(At, &'a Raw)],
        goals: &[Option<usize>],
        looks: &mut Looks<'a>,
    ) -> bool {
        cells.iter().zip(goals).any(|((_, raw), goal)| {
            let (raw @ Raw::Text(_), Some(index)) = (raw, goal) else { return false };
            let column = columns.get(*index);
            let told = column.is_some_and(|column| is_habitual(column) || column.kind.is_numeric());
            told && self.column_of.get(&looks.of(raw).letters).is_some_and(|usual| usual != index)
        })
    }

    /// What it costs more, or less, to believe that a text of these letters belongs to a column.
    pub(super) fn price(&self, key: &str, index: usize, column: &Column) -> f64 {
        if self.column_of.is_empty() || !is_habitual(column) {
            return 0.0;
        }
        match self.column_of.get(key) {
            Some(usual) if *usual == index => -costs::HABITUAL,
            Some(_) => costs::NOT_HABITUAL,
            None => 0.0,
        }
    }
}

/// Columns whose texts come again from row to row.
fn is_habitual(column: &Column) -> bool {
    matches!(column.kind, Kind::Text | Kind::List) && !matches!(column.role, Role::Name | Role::TwinName)
}
