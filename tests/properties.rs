//! What must hold for every table, damaged or not.

#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests"
)]

mod generator;

use std::collections::BTreeMap;

use generator::damage::DAMAGES;
use generator::judge::{Fault, Wrong, faults, needless};
use generator::truth::SHAPES;
use generator::{Case, Plan, damaged, hit_by, tables};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// The seed of all cases; another one by `RAPIKAN_SEED`.
const SEED: u64 = 20_230_101;

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// A runner of so many cases, or of as many times more as `RAPIKAN_CASES` is above 100.
fn runner(cases: u32) -> TestRunner {
    let percent = setting("RAPIKAN_CASES", 100);
    let cases = u32::try_from((u64::from(cases) * percent).div_ceil(100)).unwrap();
    let seed = setting("RAPIKAN_SEED", SEED);
    eprintln!("{cases} cases, seed {seed} (RAPIKAN_SEED), {percent} % of the usual number (RAPIKAN_CASES)");
    let rng_seed = RngSeed::Fixed(seed);
    TestRunner::new(Config {
        cases,
        rng_seed,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    })
}

/// Nothing that `faults` finds may be wrong, whatever the plan.
fn holds(cases: u32, plans: impl Strategy<Value = Plan>, faults: impl Fn(&Case) -> Vec<Fault>) {
    let outcome = runner(cases).run(&plans, |plan| {
        let case = Case::of(&plan);
        let found = faults(&case);
        let shown: Vec<String> =
            found.iter().take(4).map(|fault| format!("{:?}: {}", fault.wrong, fault.detail)).collect();
        if shown.is_empty() { Ok(()) } else { Err(TestCaseError::fail(format!("\n{}", shown.join("\n")))) }
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn an_undamaged_table_is_read_as_it_is() {
    holds(60, tables(SHAPES.to_vec()), |case| {
        let document = case.cleaned();
        faults(case, &document).into_iter().chain(needless(case, &document)).collect()
    });
}

/// Counts what goes wrong by cause, with the smallest example of each: for whoever works on the product.
#[test]
#[ignore = "a survey, not a test: RAPIKAN_SURVEY=clean or =damaged"]
fn survey() {
    let cases = setting("RAPIKAN_SURVEY", 200);
    let mut runner = runner(1);
    let strategy = match setting("RAPIKAN_DAMAGED", 0) {
        0 => tables(SHAPES.to_vec()).boxed(),
        1 => proptest::sample::select(&DAMAGES[..]).prop_flat_map(|damage| hit_by(damage, 5..60)).boxed(),
        most => damaged(usize::try_from(most).unwrap(), 5..60).boxed(),
    };
    let mut tally: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    let mut clean = 0;
    for _ in 0..cases {
        let plan = strategy.new_tree(&mut runner).unwrap().current();
        let case = Case::of(&plan);
        let document = case.cleaned();
        let mut found = faults(&case, &document);
        if plan.damages.is_empty() {
            found.extend(needless(&case, &document));
        }
        clean += usize::from(found.is_empty());
        let mut seen: Vec<Wrong> = Vec::new();
        for fault in found {
            if seen.contains(&fault.wrong) {
                continue;
            }
            seen.push(fault.wrong);
            let of = if plan.damages.is_empty() {
                format!("{:?}", plan.shape)
            } else {
                format!("{:?}", plan.damages)
            };
            let entry =
                tally.entry(format!("{of} {:?}", fault.wrong)).or_insert((0, usize::MAX, String::new()));
            entry.0 += 1;
            if case.truth.len() < entry.1 {
                entry.1 = case.truth.len();
                entry.2 = format!("{plan:?}\n    {}", fault.detail);
            }
        }
    }
    eprintln!("{clean} of {cases} without fault");
    for (key, (count, rows, example)) in tally {
        eprintln!("{count:4} {key} ({rows} rows)\n    {example}");
    }
}
