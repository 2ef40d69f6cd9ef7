//! The forms beside the five of a Renja: correct tables of programs with figures that add up, printed below their
//! standard headers, whole and damaged. What the program reads of them is right, or open; never wrong in silence.

mod halves;
mod hurt;
mod judged;
mod made;

use std::collections::BTreeSet;

use rapikan::compare;
use rapikan::forms::{FORMS, Law, Relation, Spot, form, formulas, headings, laws, offered};
use rapikan::model::{
    At, Cell, Column, Container, Document, Edition, Family, Form, Formula, Grid, Kind, Meaning, Raw, Role,
    Row, Rows, Severity, Span, Status, Table, Tingkat, Workbook, indonesian, letters,
};
use rapikan::pipeline::{clean, self_check};
use rapikan::solve::SolveOptions;
use rapikan::template::{Wanted, document};
use rapikan::write::xlsx::{LayoutChoice, XlsxOptions, workbook};
use rust_decimal::Decimal;

use crate::generator::dice::Dice;
use crate::support::typed::put;
use hurt::{Hurt, printed};
use judged::{Verdict, judge};
use made::{number, truth};

/// The forms that this is about, each with its layouts.
fn neighbours() -> impl Iterator<Item = (&'static Form, &'static str)> {
    let others = FORMS.iter().copied().filter(|form| form.family != Family::Renja);
    others.flat_map(|form| form.layouts.iter().map(move |layout| (form, layout.id)))
}

/// How many tables of each layout are made: `RAPIKAN_TABLES=300` for a survey.
fn tables_a_layout(usual: u64) -> u64 {
    std::env::var("RAPIKAN_TABLES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

fn cleaned(workbook: &Workbook) -> Document {
    clean(workbook, SolveOptions::default()).unwrap()
}

#[test]
fn whole_tables_need_no_repair_and_come_back_from_what_is_written() {
    let mut wrong = Vec::new();
    for (form, layout) in neighbours() {
        for seed in 0..tables_a_layout(8) {
            let table = truth(form, layout, seed);
            let read = cleaned(&printed(&table, Hurt::default(), &mut Dice::of(seed, layout)));
            let mut verdict = Verdict::default();
            judge(&table, &read, &mut verdict);
            wrong.append(&mut verdict.wrong);
            // A form without codes gets them from its names: that repairs nothing that was printed.
            let has = |column: &str| table.position(column).is_some();
            let repairs = read.repairs().iter().filter(|repair| has(repair.column));
            wrong.extend(repairs.map(|repair| {
                format!("{} {layout}: {} {} {}", form.id, repair.rule, repair.column, repair.before)
            }));
            if seed == 0 {
                let bytes = workbook(&read, &XlsxOptions::default()).unwrap();
                let check = self_check(&read, &bytes, SolveOptions::default());
                wrong.extend(check.err().map(|difference| format!("{} {layout}: {difference}", form.id)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn damaged_cells_are_right_or_open_and_never_wrong_in_silence() {
    let mut verdict = Verdict::default();
    for (form, layout) in neighbours().filter(|(form, _)| form.adds_up) {
        for seed in 0..tables_a_layout(25) {
            let table = truth(form, layout, seed);
            let hurt = Hurt { figures: 4, codes: 2, names: 2 };
            let read = cleaned(&printed(&table, hurt, &mut Dice::of(seed, layout)));
            let known = verdict.wrong.len();
            judge(&table, &read, &mut verdict);
            let new = verdict.wrong.iter_mut().skip(known);
            new.for_each(|wrong| *wrong = format!("{wrong} ({layout}, seed {seed})"));
        }
    }
    assert!(verdict.wrong.is_empty(), "\n{}", verdict.wrong.join("\n"));
    assert!(verdict.right > 0);
    assert!(verdict.open * 1000 <= verdict.right, "{} open, {} right", verdict.open, verdict.right);
}

#[test]
fn quarters_may_each_include_those_before() {
    let mut table = truth(form("E.81").unwrap(), "permendagri", 1);
    let position = |id: &str| table.position(id).unwrap();
    let quarters: Vec<usize> = ["tw1_rp", "tw2_rp", "tw3_rp", "tw4_rp"].into_iter().map(position).collect();
    for row in 0..table.rows.len() {
        let mut sum = Decimal::ZERO;
        for quarter in &quarters {
            sum += table.rows[row].cells[*quarter].number().unwrap_or_default();
            put(&mut table, row, *quarter, &number(sum));
        }
    }
    let read = cleaned(&printed(&table, Hurt::default(), &mut Dice::of(1, "")));
    let formula: Vec<_> =
        read.findings.iter().filter(|finding| finding.rule().as_str() == "formula-mismatch").collect();
    assert!(formula.is_empty(), "{formula:?}");
    let names: BTreeSet<String> = laws(&read.tables[0]).iter().map(|law| law.name.to_string()).collect();
    assert!(names.contains("12 = 8|9|10|11") && !names.contains("12 = 8+9+10+11"), "{names:?}");
}

#[test]
fn an_evaluation_and_its_plan_are_compared_and_nothing_is_repaired() {
    let evaluation = cleaned(&printed(
        &truth(form("E.81").unwrap(), "permendagri", 3),
        Hurt::default(),
        &mut Dice::of(3, ""),
    ));
    let mut plan = truth(form("T-C.33").unwrap(), "permendagri", 3);
    let (target, pagu) =
        (evaluation.tables[0].position("target_rp").unwrap(), plan.position("pagu").unwrap());
    for (row, own) in evaluation.tables[0].rows.iter().enumerate().take(plan.rows.len()) {
        put(&mut plan, row, pagu, &number(own.cells[target].number().unwrap()));
    }
    let agreeing = cleaned(&printed(&plan, Hurt::default(), &mut Dice::of(3, "")));
    let across = compare::beside(&evaluation, &agreeing, "renja.xlsx");
    assert!(across.compared > 10 && across.findings.is_empty(), "{:?}", across.findings);
    let last = plan.rows.last().and_then(|row| row.code.clone()).unwrap();
    for row in 0..plan.rows.len() {
        if plan.rows[row].code.as_ref().is_some_and(|code| *code == last || last.is_below(code)) {
            let more = plan.rows[row].cells[pagu].number().unwrap() + Decimal::from(1_000_000);
            put(&mut plan, row, pagu, &number(more));
        }
    }
    let differing = cleaned(&printed(&plan, Hurt::default(), &mut Dice::of(3, "")));
    let across = compare::beside(&evaluation, &differing, "renja.xlsx");
    assert_eq!(across.findings.len(), 1, "{:?}", across.findings);
    let said = &across.findings[0].message.indonesian;
    assert!(said.contains("renja.xlsx · Lembar!") && said.contains("E.81 (Lembar!"), "{said}");
    assert_eq!(across.findings[0].candidates, Vec::<String>::new());
}
