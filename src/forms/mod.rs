//! The official tables of Renja, Renstra and their evaluation, one declaration per form. Detection, repair, writing, templates and help
//! all read these; a new form is one file here and two lines below.

mod added;
mod before_2021;
mod column_years;
mod e80;
mod e81;
mod formulas;
mod headings;
mod ikk;
mod iku;
mod laws;
mod perubahan;
mod pokir;
mod predicate;
mod printed;
mod realisasi_anggaran;
mod sipd_impor;
mod tally;
mod tc23;
mod tc24;
mod tc25;
mod tc26;
mod tc27;
mod tc28;
mod tc29;
mod tc30;
mod tc31;
mod tc32;
mod tc33;
mod total;
mod tree;
mod tujuan_sasaran;

pub use added::{MONEY, added, blank_columns, resembling};
pub use column_years::{OtherYear, other_years};
pub use formulas::{formulas, formulas_of, offered};
pub use headings::{
    heading, headings, label, last_heading, marks, means_another, moved_words, number, with_years,
};
pub use laws::{LEAST_AMOUNT, Law, Relation, Spot, is_filled, is_rounded, laws, laws_where};
pub use predicate::{is_grade, other_grade};
pub use tally::Tally;
pub use total::{is_assessment, is_total};
pub use tree::leaves;

use crate::model::{Column, Form, Kind, Layout, Origin, Role, Tingkat, YearOffset};

/// Every known form: the five of a Renja first, in the order of their numbers. Where a header or a title fits two forms
/// equally well, it is that of the first.
pub static FORMS: &[&Form] = &[
    &tc29::FORM,
    &tc30::FORM,
    &tc31::FORM,
    &tc32::FORM,
    &tc33::FORM,
    &tc23::FORM,
    &tc24::FORM,
    &tc25::FORM,
    &tc26::FORM,
    &tc27::FORM,
    &tc28::FORM,
    &e80::FORM,
    &e81::FORM,
    &iku::FORM,
    &ikk::FORM,
    &realisasi_anggaran::FORM,
    &pokir::FORM,
    &tujuan_sasaran::FORM,
];

/// The year before the first of a period, in the roles of amounts: the years of a period, and what is no single year,
/// are counted from here, apart from the years that are counted from a plan year.
const OF_PERIOD: YearOffset = 40;

/// The levels of a table of programs of one year: the tree of codes, the rows between, and the total.
const OF_A_YEAR: &[Tingkat] = &[
    Tingkat::PerangkatDaerah,
    Tingkat::Unit,
    Tingkat::Urusan,
    Tingkat::BidangUrusan,
    Tingkat::Program,
    Tingkat::Kegiatan,
    Tingkat::SubKegiatan,
    Tingkat::Rincian,
    Tingkat::Outcome,
    Tingkat::Output,
    Tingkat::Subtotal,
    Tingkat::Banner,
    Tingkat::Jumlah,
];

/// The levels of a table of programs of a period, where goals stand above programs.
const OF_PROGRAMS: &[Tingkat] = &[
    Tingkat::PerangkatDaerah,
    Tingkat::Unit,
    Tingkat::Urusan,
    Tingkat::BidangUrusan,
    Tingkat::Program,
    Tingkat::Kegiatan,
    Tingkat::SubKegiatan,
    Tingkat::Rincian,
    Tingkat::Outcome,
    Tingkat::Output,
    Tingkat::Subtotal,
    Tingkat::Banner,
    Tingkat::Tujuan,
    Tingkat::Sasaran,
    Tingkat::Jumlah,
];

/// A layout of columns and nothing else; each form says what it has besides.
const PLAIN: Layout = Layout {
    id: "permendagri",
    columns: &[],
    optional: &[],
    code_cells: 0,
    number_row: true,
    title: None,
    pairs: false,
    formulas: &[],
    alternatives: &[],
    since: None,
};

/// The form of an id such as `T-C.33`; letters and digits alone decide, so `tc33` is found too.
#[must_use]
pub fn form(id: &str) -> Option<&'static Form> {
    let wanted = crate::model::letters(id);
    FORMS.iter().copied().find(|form| crate::model::letters(form.id) == wanted)
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
            let law = Law {
                relation: Relation::Children,
                result,
                terms,
                scale: rust_decimal::Decimal::ONE,
                name: "2.17".into(),
            };
            law.arithmetic(&|_| Some(rust_decimal::Decimal::ONE))
        };
        assert_eq!(told(3), "2.17 = 1 + 1 + 1 = 3");
        assert!(told(25).ends_with(" + 1 + 1 = 25") && !told(25).contains('…'));
        assert!(told(5000).ends_with(" + 1 + … (4976: 4.976) = 5.000") && told(5000).len() < 1000);
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
            for formula in layout.formulas.iter().chain(layout.alternatives.iter().copied().flatten()) {
                let mut named = match formula {
                    Formula::Latest { result, terms } => terms.iter().copied().chain([*result]).collect(),
                    Formula::Ratio { result, numerator, denominator }
                    | Formula::Quotient { result, numerator, denominator } => {
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
