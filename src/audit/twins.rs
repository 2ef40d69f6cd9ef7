//! Twins: the same cell of the same row in another table, or in the other half of its own row.

use super::file::AuditRow;
use super::verify::Case;
use crate::model::{Role, letters};
use crate::value::number;

/// How many letters on each side of a gap must be the twin's.
const CONTEXT: usize = 12;

/// Whether a twin says what the proof says, and the cell follows from it.
pub(super) fn holds(case: &Case<'_>, text: &str) -> bool {
    let Some(said) = text.strip_prefix("= ") else { return false };
    let texts = of(case);
    match said.strip_prefix('“').and_then(|rest| rest.strip_suffix('”')) {
        Some(quoted) => texts.iter().any(|twin| letters(twin) == letters(quoted) && completes(case, twin)),
        None => said == case.repair.after && texts.iter().any(|twin| is_amount(twin, said)),
    }
}

/// The texts of the cell's twins.
fn of(case: &Case<'_>) -> Vec<String> {
    let column = case.repair.column.as_str();
    let Some(own) = case.table.rows.get(case.repair.row) else { return Vec::new() };
    let form = case.model.form.id;
    let others = case.models.iter().zip(&case.audit.tables).enumerate().filter(|(index, (model, _))| {
        *index != case.index && model.as_ref().is_some_and(|model| model.form.id == form)
    });
    let same = |row: &&AuditRow| {
        if own.code.is_some() { row.code == own.code } else { own.level.is_some() && row.level == own.level }
    };
    let mut texts: Vec<String> = others
        .flat_map(|(_, (_, table))| table.rows.iter().filter(same))
        .filter_map(|row| row.cells.get(column).map(|cell| cell.text.clone()))
        .collect();
    texts.extend(other_half(case, own));
    texts
}

fn other_half(case: &Case<'_>, own: &AuditRow) -> Vec<String> {
    let columns = &case.model.columns;
    let twinned = columns.iter().any(|column| column.role == Role::TwinName);
    let role = columns.iter().find(|column| column.id == case.repair.column).map(|column| column.role);
    let others = columns
        .iter()
        .filter(|column| twinned && Some(column.role) == role && column.id != case.repair.column);
    others.filter_map(|column| own.cells.get(column.id).map(|cell| cell.text.clone())).collect()
}

fn is_amount(twin: &str, said: &str) -> bool {
    twin == said
        || number::rupiah(twin).first().is_some_and(|reading| number::typographic(reading.value) == said)
}

/// Whether the text after is the text before with letters put in that stand so in the twin.
fn completes(case: &Case<'_>, twin: &str) -> bool {
    let characters = |text: &str| letters(text).chars().collect::<Vec<char>>();
    let (before, after) = (characters(&case.repair.before), characters(&case.repair.after));
    let Some(count) = after.len().checked_sub(before.len()).filter(|count| *count > 0) else { return false };
    let twin = letters(twin);
    (0..=before.len()).any(|at| {
        let same = before.get(..at) == after.get(..at) && before.get(at..) == after.get(at + count..);
        let around = after.get(at.saturating_sub(CONTEXT)..(at + count + CONTEXT).min(after.len()));
        same && around.is_some_and(|around| twin.contains(&around.iter().collect::<String>()))
    })
}
