//! The stages of one workbook, each alone: `cargo bench`.

#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement that cannot go on ends")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use rapikan::write::json;
use rapikan::write::xlsx::{XlsxOptions, workbook};

const SAMPLE: &[u8] = include_bytes!("../samples/renja-2023-dkukm.xlsx");

fn stages(criterion: &mut Criterion) {
    let read = || from_bytes("renja.xlsx", black_box(SAMPLE), &Limits::default()).unwrap();
    let book = read();
    let document = clean(&book, SolveOptions::default()).unwrap();
    let options = XlsxOptions::default();
    let mut group = criterion.benchmark_group("renja-2023-dkukm");
    group.sample_size(20);
    group.bench_function("read", |bench| bench.iter(read));
    group.bench_function("clean", |bench| {
        bench.iter(|| clean(black_box(&book), SolveOptions::default()).unwrap());
    });
    group.bench_function("write xlsx", |bench| {
        bench.iter(|| workbook(black_box(&document), &options).unwrap());
    });
    group.bench_function("write json", |bench| {
        bench.iter(|| json::model(black_box(&document), options.language));
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
