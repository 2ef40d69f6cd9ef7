//! What the values are of a column that a header adds beside a declared one.

use std::collections::BTreeMap;

use crate::model::{self, Column, Form, Kind, Layout, Origin, Printed, Role, Standing};

/// How the id ends of the quantity and of the amount that stand below one declared column.
pub const QUANTITY: &str = "_k";
/// See [`QUANTITY`].
pub const MONEY: &str = "_rp";

fn is_pair(id: &str) -> bool {
    id.ends_with(MONEY) || id.ends_with(QUANTITY)
}

/// Whether an id is that of a further year: a stem of the declared one, and four digits; or, beside the years of a
/// period that are counted from its first, one.
fn is_year(like: &Column, id: &str) -> bool {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let counted = || like.id.trim_end_matches(|c: char| c.is_ascii_digit()) == stem && like.id != stem;
    let digits = id.len() - stem.len();
    digits == 4 && like.id.starts_with(stem.trim_end_matches('_')) || digits == 1 && counted()
}

/// The columns of a layout as a blank table has them, with what its header prints above those that the layout declares
/// as one: a quantity and an amount for each that is printed as a pair.
#[must_use]
pub fn blank_columns(layout: &Layout) -> (Vec<&'static Column>, BTreeMap<&'static str, Printed>) {
    let mut printed = BTreeMap::new();
    let mut columns = Vec::new();
    for column in layout.columns {
        let halves = [(QUANTITY, "K"), (MONEY, "Rp")];
        let is_pair = layout.pairs && (column.kind == Kind::MeasureOrRupiah || column.kind == Kind::Percent);
        let is_half = column.id.ends_with(QUANTITY) || column.id.ends_with(MONEY);
        if !is_pair || is_half {
            columns.push(column);
            continue;
        }
        for (ending, mark) in halves {
            let Some(half) = resembling(column, &format!("{}{ending}", column.id)) else { continue };
            let header = column.header.iter().copied().chain([mark]).map(str::to_owned).collect();
            printed.insert(half.id, Printed { header, standing: Standing::Below, ..Printed::default() });
            columns.push(half);
        }
    }
    (columns, printed)
}

/// Whether a column is a further year of the period that some columns are the years of.
pub(super) fn of_further_year(column: &Column, years: &[&str]) -> bool {
    let stem = |id: &str| id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let Origin::Like(like) = column.origin else { return false };
    years.last() == Some(&like)
        && stem(like) < like.len()
        && column.id.get(..stem(column.id)) == like.get(..stem(like))
}

/// The column of an id that resembles a declared one: its values are of the same kind, but those of a pair, of which
/// one is a quantity and the other an amount. `None` where the program knows too many such columns already.
#[must_use]
pub fn resembling(like: &'static Column, id: &str) -> Option<&'static Column> {
    let (role, kind) = match (like.role, like.kind) {
        // One column alone says what a row is.
        (Role::Name | Role::TwinName | Role::Code | Role::Ordinal, _) => (Role::Text, Kind::Text),
        (role, Kind::MeasureOrRupiah) if id.ends_with(MONEY) => (role, Kind::Rupiah),
        (_, Kind::MeasureOrRupiah) if id.ends_with(QUANTITY) => (Role::Target, Kind::Measure),
        (role, kind) if is_pair(id) || is_year(like, id) => (role, kind),
        // A part, or a value before a change: no law of the form speaks of it.
        (_, kind) => (Role::Unknown, kind),
    };
    model::resembling(id, like, role, kind)
}

/// The column of a layout or, where that lacks it, the added one of an id: beside the column `like` of any layout of
/// the form, or `lain_…` with money or text.
#[must_use]
pub fn added(
    form: &Form,
    layout: &Layout,
    id: &str,
    like: Option<&str>,
    is_money: bool,
) -> Option<&'static Column> {
    if let Some(declared) = layout.column(id) {
        return Some(declared);
    }
    if let Some(like) = like {
        let mut layouts = form.layouts.iter();
        let like = layout.column(like).or_else(|| layouts.find_map(|other| other.column(like)))?;
        return resembling(like, id);
    }
    let number = id.strip_prefix("lain_")?.parse().ok()?;
    model::unknown(number, if is_money { Kind::Rupiah } else { Kind::Text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::form;

    #[test]
    fn laws_speak_of_pairs_and_years_and_of_no_parts() {
        let column = |form_id: &str, like: &str, id: &str| {
            let like = form(form_id).unwrap().layouts[0].column(like).unwrap();
            resembling(like, id).unwrap()
        };
        let pair = column("T-C.29", "target_lalu", "target_lalu_rp");
        assert_eq!((pair.role, pair.kind), (Role::Amount(-2), Kind::Rupiah));
        assert_eq!(column("T-C.29", "target_lalu", "target_lalu_k").kind, Kind::Measure);
        assert_eq!(column("T-C.30", "target_4", "target_2025").role, Role::Target);
        let part = column("T-C.33", "pagu", "pagu_apbd_1");
        assert_eq!((part.role, part.kind), (Role::Unknown, Kind::Rupiah));
    }
}
