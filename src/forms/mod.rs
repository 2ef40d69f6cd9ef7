//! The official tables of a Renja, one declaration per form. Detection, repair, writing, templates and help
//! all read these; a new form is one file here and one line in [`FORMS`].

mod added;
mod before_2021;
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
    fn a_long_sum_is_told_by_its_first_terms_and_what_the_others_are_together() {
        let told = |count: usize| {
            let terms = (1..=count).map(|row| Spot { row, column: 0 }).collect();
            let result = Spot { row: 0, column: 0 };
            let law = Law { relation: Relation::Children, result, terms, name: "2.17".into() };
            law.arithmetic(&|_| Some(rust_decimal::Decimal::ONE))
        };
        assert_eq!(told(3), "2.17 = 1 + 1 + 1 = 3");
        assert!(told(201).ends_with(" + 1 + 1 = 201") && !told(201).contains('…'));
        assert!(told(5000).ends_with(" + 1 + … (4800: 4.800) = 5.000") && told(5000).len() < 1000);
    }

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
