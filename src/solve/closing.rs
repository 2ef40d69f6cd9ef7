//! What stands below a table, line by line.

use std::collections::BTreeSet;

use crate::model::{Note, NoteLine, Region};

/// The most rows between two lines: room for a signature.
const MOST_DOWN: u32 = 6;
/// A blank row parts the first line from the table, so that it is no rest of the last row.
const FIRST_DOWN: u32 = 2;

/// The lines below a table, where its form prints something there. How wide the columns are in between is of no
/// account: their texts begin at margins, which are counted from the left.
pub(super) fn lines(region: &Region) -> Vec<NoteLine> {
    if region.form.closing.is_none() {
        return Vec::new();
    }
    let notes = region.notes.iter().filter(|(_, text)| !text.is_empty());
    let columns: BTreeSet<u16> = notes.clone().map(|(place, _)| place.at.column).collect();
    let margin = |column: u16| u16::try_from(columns.range(..column).count()).unwrap_or(column);
    let mut lines: Vec<NoteLine> = Vec::new();
    let mut before: Option<u32> = None;
    for (place, text) in notes {
        let (row, source) = (place.at.row, Some(place.clone()));
        let note = Note { margin: margin(place.at.column), text: text.clone(), source };
        let same = lines.last_mut().filter(|_| before == Some(row));
        if let Some(line) = same {
            line.notes.push(note);
        } else {
            let down = before.map_or(FIRST_DOWN, |before| {
                row.checked_sub(before).map_or(1, |down| down.clamp(1, MOST_DOWN))
            });
            lines.push(NoteLine { down, notes: vec![note] });
        }
        before = Some(row);
    }
    lines
}
