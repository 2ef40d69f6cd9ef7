//! The official tables of a Renja, one declaration per form. Detection, repair, writing, templates and help
//! all read these; a new form is one file here and one line in [`FORMS`].

mod added;
mod before_2021;
mod column_years;
mod formulas;
mod headings;
mod laws;
mod perubahan;
mod tally;

mod tc29;
mod tc30;
mod tc31;
mod tc32;
mod tc33;
mod total;
mod tree;

pub use added::{added, resembling};
pub use column_years::{OtherYear, other_years};
pub use formulas::formulas;
pub use headings::{
    heading, headings, label, last_heading, marks, means_another, moved_words, number, with_years,
};
pub use laws::{LEAST_AMOUNT, Law, Relation, Spot, is_filled, laws, laws_where};
pub use tally::Tally;
pub use total::is_total;
pub use tree::leaves;

use crate::model::{Column, Form, Kind, Origin, Role};

/// Every known form, in the order of its number.
pub static FORMS: [&Form; 5] = [&tc29::FORM, &tc30::FORM, &tc31::FORM, &tc32::FORM, &tc33::FORM];

/// The form of an id such as `T-C.33`; letters and digits alone decide, so `tc33` is found too.
#[must_use]
pub fn form(id: &str) -> Option<&'static Form> {
    let wanted = crate::model::letters(id);
    FORMS.into_iter().find(|form| crate::model::letters(form.id) == wanted)
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
    Column { id, role, kind, header, aliases, number, width, origin: Origin::Declared }
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
                    Formula::Difference { result, minuend, subtrahend } => {
                        vec![*result, *minuend, *subtrahend]
                    }
                    Formula::Sum { result, terms } => terms.iter().copied().chain([*result]).collect(),
                };
                named.retain(|id| layout.column(id).is_none());
                assert_eq!(named, Vec::<&str>::new());
            }
        }
    }
}
