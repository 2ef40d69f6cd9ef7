//! Columns that a header prints and no form declares. They live as long as the program, so that a column is the same
//! plain reference whether a form declares it or a file added it.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::form::{Column, Kind, Origin, Role};

/// No more different columns are remembered that resemble a declared one: their ids hold words of the input, and no
/// input may fill the memory.
const MOST: usize = 2000;
/// No table has more columns of its own that resemble none; cells below further ones find no column.
pub const MOST_UNKNOWN: usize = 200;

/// The added columns of each id, and how many there are that resemble a declared one.
#[derive(Default)]
struct Added {
    columns: BTreeMap<&'static str, Vec<&'static Column>>,
    resembling: usize,
}

static ADDED: LazyLock<Mutex<Added>> = LazyLock::new(Mutex::default);

/// The column of an id that resembles a declared one: a further year of it, a part, its value before a change. `None`
/// where too many different ones were asked for already.
#[must_use]
pub fn resembling(id: &str, like: &'static Column, role: Role, kind: Kind) -> Option<&'static Column> {
    column(id, Origin::Like(like.id), role, kind, like.width)
}

/// The column `lain_1`, `lain_2` … of a table, of which its own header alone tells what it is.
#[must_use]
pub fn unknown(number: usize, kind: Kind) -> Option<&'static Column> {
    const WIDTH: f64 = 20.0;
    if number == 0 || number > MOST_UNKNOWN {
        return None;
    }
    column(&format!("lain_{number}"), Origin::Unknown, Role::Unknown, kind, WIDTH)
}

fn column(id: &str, origin: Origin, role: Role, kind: Kind, width: f64) -> Option<&'static Column> {
    let mut added = ADDED.lock().unwrap_or_else(PoisonError::into_inner);
    let same = |column: &&&Column| column.origin == origin && column.role == role && column.kind == kind;
    if let Some(found) = added.columns.get(id).and_then(|columns| columns.iter().find(same)) {
        return Some(found);
    }
    let is_resembling = matches!(origin, Origin::Like(_));
    if is_resembling && added.resembling >= MOST {
        return None;
    }
    added.resembling += usize::from(is_resembling);
    let id: &'static str = match added.columns.get_key_value(id) {
        Some((known, _)) => known,
        None => Box::leak(Box::from(id)),
    };
    let column: &'static Column =
        Box::leak(Box::new(Column { id, role, kind, header: &[], aliases: &[], number: "", width, origin }));
    added.columns.entry(id).or_default().push(column);
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_made_once_and_unknown_ones_are_bounded() {
        let first = unknown(1, Kind::Text).unwrap();
        assert!(std::ptr::eq(first, unknown(1, Kind::Text).unwrap()));
        let money = unknown(1, Kind::Rupiah).unwrap();
        assert!(!std::ptr::eq(first, money) && first.id == money.id);
        assert!(unknown(0, Kind::Text).is_none() && unknown(MOST_UNKNOWN + 1, Kind::Text).is_none());
    }
}
