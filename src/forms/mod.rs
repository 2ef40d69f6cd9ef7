//! The official tables of a Renja, one declaration per form. Detection, repair, writing, templates and help
//! all read these; a new form is one file here and one line in [`FORMS`].

mod laws;
mod tc29;
mod tc30;
mod tc31;
mod tc32;
mod tc33;
mod total;
mod tree;

pub use laws::{LEAST_AMOUNT, Law, Relation, Spot, is_filled, laws, laws_where};
pub use total::is_total;
pub use tree::leaves;

use crate::model::{Column, Form, Kind, Role, Table, Unit};

/// Every known form, in the order of its number.
pub static FORMS: [&Form; 5] = [&tc29::FORM, &tc30::FORM, &tc31::FORM, &tc32::FORM, &tc33::FORM];

/// The form of an id such as `T-C.33`; letters and digits alone decide, so `tc33` is found too.
#[must_use]
pub fn form(id: &str) -> Option<&'static Form> {
    let wanted = crate::model::letters(id);
    FORMS.into_iter().find(|form| crate::model::letters(form.id) == wanted)
}

/// A text with the years of a plan year `n` put in for `{n}`, `{n+1}`, `{n-1}`, `{n-2}`, `{n-3}`; `…` where
/// the year is not known.
#[must_use]
pub fn with_years(text: &str, year: Option<u16>) -> String {
    let mut filled = text.to_owned();
    for (mark, offset) in [("{n}", 0_i32), ("{n+1}", 1), ("{n-1}", -1), ("{n-2}", -2), ("{n-3}", -3)] {
        if filled.contains(mark) {
            let shown = year.map_or_else(|| "…".to_owned(), |year| (i32::from(year) + offset).to_string());
            filled = filled.replace(mark, &shown);
        }
    }
    filled
}

/// A header text as a table prints it: with its years, and with the mark of the unit that its amounts are in, where it
/// has one.
#[must_use]
pub fn label(text: &str, unit: Unit, year: Option<u16>) -> String {
    let text = with_years(text, year);
    let mark = if unit == Unit::Rupiah { "(Rp.)" } else { unit.mark() };
    ["(Rp.000)", "(Rp.)"]
        .into_iter()
        .find(|other| text.contains(other))
        .map_or_else(|| text.clone(), |other| text.replace(other, mark))
}

/// What a column of a table is called: the last two parts of its header.
#[must_use]
pub fn heading(table: &Table, column: &Column, year: Option<u16>) -> String {
    let path = column.header.get(column.header.len().saturating_sub(2)..).unwrap_or_default();
    path.iter().map(|text| label(text, table.unit, year)).collect::<Vec<_>>().join(" › ")
}

const fn column(
    id: &'static str,
    role: Role,
    kind: Kind,
    number: &'static str,
    width: f64,
    header: &'static [&'static str],
    aliases: &'static [&'static str],
) -> Column {
    Column { id, role, kind, header, aliases, number, width }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::Formula;

    #[test]
    fn ids_are_unique_within_a_layout() {
        for layout in FORMS.iter().flat_map(|form| form.layouts) {
            let ids: Vec<&str> = layout.all_columns().map(|column| column.id).collect();
            let unique: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), unique.len(), "{}", layout.id);
        }
    }

    #[test]
    fn formulas_name_columns_that_exist() {
        for layout in FORMS.iter().flat_map(|form| form.layouts) {
            for formula in layout.formulas {
                let mut named = match formula {
                    Formula::Ratio { result, numerator, denominator } => {
                        vec![*result, *numerator, *denominator]
                    }
                    Formula::Sum { result, terms } => terms.iter().copied().chain([*result]).collect(),
                };
                named.retain(|id| layout.column(id).is_none());
                assert_eq!(named, Vec::<&str>::new());
            }
        }
    }

    #[test]
    fn years_are_put_into_titles() {
        let title = "Rencana Tahun {n} dan Prakiraan Maju Tahun {n+1}";
        assert_eq!(with_years(title, Some(2023)), "Rencana Tahun 2023 dan Prakiraan Maju Tahun 2024");
        assert_eq!(with_years("Tahun {n-2}", None), "Tahun …");
    }
}
