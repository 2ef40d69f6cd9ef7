//! Templates and standard workbooks come back as what they were: a filled template needs no repair, and what is
//! written is read back as the same model.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests"
)]

use rapikan::forms::{FORMS, form};
use rapikan::model::{
    Cell, Column, Document, Edition, Form, Formula, Meaning, Role, Rows, Severity, Table, Tingkat, indonesian,
};
use rapikan::pipeline::{clean, differs, self_check};
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use rapikan::template::{Wanted, document, reference, template};
use rapikan::write::xlsx::{self, Audit, LayoutChoice, XlsxOptions, arranged, workbook};
use rust_decimal::Decimal;

use crate::support::typed::put;

fn wanted(forms: &[&'static Form], layout: &str, edition: Edition) -> Wanted {
    Wanted {
        forms: forms.to_vec(),
        year: if edition == Edition::Y2023 { 2026 } else { 2023 },
        opd: Some("Dinas Perhubungan".to_owned()),
        region: Some("Kabupaten Agam".to_owned()),
        bidang: vec!["2.15".parse().unwrap()],
        layout: LayoutChoice::named(layout).unwrap(),
        edition,
    }
}

fn read(bytes: &[u8]) -> Document {
    let book = from_bytes("a.xlsx", bytes, &Limits::default()).unwrap();
    clean(&book, SolveOptions::default()).unwrap()
}

fn number(value: i64) -> Cell {
    let number = Decimal::from(value);
    let meaning = Meaning { number: Some(number), ..Meaning::default() };
    Cell::as_read(indonesian(number, None, true), meaning, Vec::new())
}

fn text(text: &str) -> Cell {
    Cell::as_read(text, Meaning::default(), Vec::new())
}

const NAMES: [&str; 4] = [
    "Persentase kecamatan yang terlayani angkutan umum",
    "Indeks kepuasan masyarakat",
    "Nilai akuntabilitas kinerja",
    "Jumlah perlintasan yang dijaga",
];

/// What a careful clerk types into a cell of a row; `seed` tells rows apart.
fn typed(table: &Table, column: &Column, seed: i64) -> Option<Cell> {
    let place = ["Kecamatan Lubuk Basung", "Kecamatan Tanjung Raya"][usize::from(seed % 2 == 0)];
    Some(match (column.role, column.kind) {
        (Role::Amount(at), _) => number(1_234_567 * (seed + 3) + 1_000 * i64::from(at)),
        (Role::Indicator, _) => text("Jumlah dokumen yang disusun"),
        (Role::Target, _) => text(&format!("{} Dokumen", seed + 1)),
        (Role::Location, _) => text(place),
        (Role::FundingSource, _) => text("Dana Alokasi Umum"),
        (Role::Name, _) if table.form.rows == Rows::Indicators => text(NAMES[usize::try_from(seed).unwrap()]),
        (Role::Remark, _) if table.form.rows == Rows::Proposals => text("Musrenbang"),
        _ => return None,
    })
}

fn fill(table: &mut Table) {
    let formulas = rapikan::forms::formulas(table.layout, &table.columns, &table.printed);
    let offered = rapikan::forms::offered(table.layout, &table.columns).into_iter().flatten();
    let calculated: Vec<&str> = formulas.iter().map(Formula::result).collect();
    let calculated: Vec<&str> =
        calculated.into_iter().chain(offered.map(|formula| formula.result())).collect();
    let coded = matches!(table.form.rows, Rows::Coded | Rows::Named);
    let columns = table.columns.clone();
    let like = table.clone();
    let mut seed = 0;
    for row in 0..table.rows.len() {
        let here = if coded { table.rows[row].level == Some(Tingkat::SubKegiatan) } else { seed < 4 };
        if !here {
            continue;
        }
        for (position, column) in columns.iter().enumerate() {
            let is_open = !calculated.contains(&column.id) && table.rows[row].cells[position].is_empty();
            if let Some(new) = typed(&like, column, seed).filter(|_| is_open) {
                put(table, row, position, &new);
            }
        }
        seed += 1;
    }
    if table.form.rows == Rows::Proposals {
        let named = [
            "PROGRAM PENYELENGGARAAN LALU LINTAS DAN ANGKUTAN JALAN (LLAJ)",
            "Pengadaan rambu jalan di Nagari Bawan",
            "Perbaikan halte di Nagari Garagahan",
            "Lampu jalan di Nagari Manggopoh",
        ];
        for (row, name) in named.into_iter().enumerate().take(table.rows.len()) {
            put(table, row, 1, &text(name));
        }
    }
}

fn filled(wanted: &Wanted) -> Vec<u8> {
    let mut document = document(wanted, &[]).unwrap();
    document.tables.iter_mut().for_each(fill);
    let reference = reference(wanted, &document);
    xlsx::template(&document, &reference).unwrap()
}

fn layouts() -> Vec<(&'static Form, &'static str)> {
    FORMS.iter().flat_map(|form| form.layouts.iter().map(|layout| (*form, layout.id))).collect()
}

#[test]
fn a_filled_template_needs_no_repair() {
    let mut wrong = Vec::new();
    for edition in [Edition::Y2021, Edition::Y2023] {
        for (form, layout) in layouts() {
            let bytes = filled(&wanted(&[form], layout, edition));
            if let Some(folder) = std::env::var_os("RAPIKAN_SHOW") {
                let path = std::path::Path::new(&folder).join(format!(
                    "{}-{layout}-{}.xlsx",
                    form.id,
                    edition.name()
                ));
                std::fs::write(path, &bytes).unwrap();
            }
            let document = read(&bytes);
            let what = format!("{} {layout} {}", form.id, edition.name());
            let ids: Vec<&str> = document.tables.iter().map(|table| table.layout.id).collect();
            if ids != [layout] || document.tables[0].form.id != form.id {
                wrong.push(format!("{what}: found {ids:?}"));
                continue;
            }
            // A form without codes gets them from its names: that repairs nothing that was printed.
            let printed = |column: &str| document.tables[0].position(column).is_some();
            let repairs = document.repairs().iter().filter(|repair| printed(repair.column)).take(3);
            wrong.extend(repairs.map(|repair| {
                format!("{what}: {} {} {:?} → {:?}", repair.rule, repair.column, repair.before, repair.after)
            }));
            let codes = |document: &Document| -> Vec<String> {
                let data = document.tables[0].rows.iter().filter(|row| row.code.is_some());
                data.map(|row| format!("{:?} {}", row.code, row.cells[1].text())).collect()
            };
            let sent = rapikan::template::document(&wanted(&[form], layout, edition), &[]).unwrap();
            let other = codes(&sent).into_iter().zip(codes(&document)).find(|(left, right)| left != right);
            if let Some((left, right)) = other.filter(|_| form.rows != Rows::Proposals) {
                wrong.push(format!("{what}: {left} read as {right}"));
            }
            let errors = document.findings.iter().filter(|finding| finding.severity != Severity::Note);
            wrong.extend(errors.take(3).map(|finding| {
                format!(
                    "{what}: {} {:?} {:?} {}",
                    finding.rule(),
                    finding.row,
                    finding.column,
                    finding.message
                )
            }));
            let left = &document.conservation.unplaced;
            if !left.is_empty() {
                wrong.push(format!("{what}: {} unplaced, {:?}", left.len(), left[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_written_is_read_back() {
    let mut wrong = Vec::new();
    for (form, layout) in layouts() {
        let first = read(&filled(&wanted(&[form], layout, Edition::Y2021)));
        let bytes = workbook(&first, &XlsxOptions::default()).unwrap();
        if let Err(difference) = self_check(&first, &bytes, SolveOptions::default()) {
            wrong.push(format!("{} {layout}: {difference}", form.id));
        }
        let mut again = read(&bytes);
        again.file.clone_from(&first.file);
        again.sha256.clone_from(&first.sha256);
        let plain = XlsxOptions { audit: Audit::None, ..XlsxOptions::default() };
        if workbook(&first, &plain).unwrap() != workbook(&again, &plain).unwrap() {
            wrong.push(format!("{} {layout}: the second writing gives other bytes", form.id));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_layout_leads_to_every_other_and_back() {
    let plan = form("T-C.33").unwrap();
    let mut wrong = Vec::new();
    for from in ["permendagri", "sipd", "sipd-ri"] {
        let first = read(&filled(&wanted(&[plan], from, Edition::Y2021)));
        for to in ["permendagri", "sipd", "sipd-ri"] {
            let choice = LayoutChoice::named(to).unwrap();
            let there = arranged(&first, choice).into_owned();
            let options = XlsxOptions { layout: choice, ..XlsxOptions::default() };
            let bytes = workbook(&first, &options).unwrap();
            if let Err(difference) = self_check(&there, &bytes, SolveOptions::default()) {
                wrong.push(format!("{from} to {to}: {difference}"));
            }
            let back = arranged(&read(&bytes), LayoutChoice::named(from).unwrap()).into_owned();
            if let Some(difference) = differs(&first, &back) {
                wrong.push(format!("{from} to {to} and back: {difference}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_template_for_all_bidang_is_made_soon() {
    let mut wanted = wanted(FORMS, "asal", Edition::Y2023);
    for bidang in [Vec::new(), vec!["1.03".parse().unwrap()]] {
        wanted.bidang = bidang;
        let started = std::time::Instant::now();
        let bytes = template(&wanted, &[]).unwrap();
        assert!(bytes.len() > 10_000);
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }
}

fn after(year: u16, forms: &[&'static Form], from: &Document) -> Document {
    let mut wanted = wanted(forms, "asal", Edition::Y2021);
    wanted.year = year;
    wanted.bidang.clear();
    document(&wanted, std::slice::from_ref(from)).unwrap()
}

fn value(document: &Document, code: &str, id: &str) -> Option<Decimal> {
    let table = &document.tables[0];
    let row = table.rows.iter().find(|row| row.code.as_ref().is_some_and(|found| found.as_str() == code))?;
    row.cells[table.position(id)?].number()
}

#[test]
fn next_year_starts_from_the_forward_estimate() {
    let plan = form("T-C.33").unwrap();
    let first = read(&filled(&wanted(&[plan], "sipd", Edition::Y2021)));
    let code = "2.15.01.2.01.01";
    let next = after(2024, &[plan], &first);
    assert!(value(&first, code, "maju_pagu").is_some());
    assert_eq!(value(&next, code, "pagu"), value(&first, code, "maju_pagu"));
    assert_eq!(value(&next, code, "maju_pagu"), None);
    assert_eq!(next.about.opd.as_deref(), Some("Dinas Perhubungan"));
    let evaluation = after(2024, &[form("T-C.29").unwrap()], &first);
    assert_eq!(value(&evaluation, code, "target_berjalan"), value(&first, code, "pagu"));
    let later = after(2027, &[plan], &first);
    assert_eq!(value(&later, code, "pagu"), None, "another year's estimate is no plan");
    let bytes = xlsx::template(&next, &reference(&wanted(&[plan], "sipd", Edition::Y2021), &next)).unwrap();
    let again = read(&bytes);
    assert_eq!(again.repairs().len(), 0);
    assert_eq!(value(&again, "2.15", "pagu"), value(&first, "2.15", "maju_pagu"), "sums are there at once");
}

#[test]
fn what_was_evaluated_adds_to_what_was_done_before() {
    let evaluation = form("T-C.29").unwrap();
    let first = read(&filled(&wanted(&[evaluation], "asal", Edition::Y2021)));
    let plan = read(&filled(&wanted(&[form("T-C.33").unwrap()], "sipd", Edition::Y2021)));
    let mut both = first.clone();
    both.tables.extend(plan.tables.iter().cloned());
    let next = after(2024, &[evaluation], &both);
    let code = "2.15.01.2.01.01";
    let done =
        value(&first, code, "realisasi_lampau").unwrap() + value(&first, code, "realisasi_lalu").unwrap();
    assert_eq!(value(&next, code, "realisasi_lampau"), Some(done));
    assert_eq!(value(&next, code, "target_lalu"), value(&first, code, "target_berjalan"));
    assert_eq!(value(&next, code, "realisasi_lalu"), None);
}

#[test]
fn the_years_of_indicators_move_on() {
    let form = form("T-C.30").unwrap();
    let first = read(&filled(&wanted(&[form], "asal", Edition::Y2021)));
    let next = after(2024, &[form], &first);
    let text = |document: &Document, id: &str| document.tables[0].cell(1, id).unwrap().text().to_owned();
    assert_eq!(text(&next, "indikator"), text(&first, "indikator"));
    for (new, old) in [("target_1", "target_2"), ("target_3", "target_4"), ("realisasi_1", "realisasi_2")] {
        assert_eq!(text(&next, new), text(&first, old), "{new}");
    }
    for empty in ["target_4", "realisasi_2", "proyeksi_2"] {
        assert_eq!(text(&next, empty), "", "{empty}");
    }
}

/// A quantity that begins like a code is taken for a text and put into the empty column beside its own.
const LIKE_A_CODE: &str = "2.500 Eksemplar (Tolok Ukur)";

/// Every sample, as it came and in every layout.
#[test]
fn what_is_written_of_the_samples_is_read_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let book = rapikan::read::from_path(&path, &Limits::default()).unwrap();
        let started = std::time::Instant::now();
        let document = clean(&book, SolveOptions::default()).unwrap();
        let cleaning = started.elapsed();
        for layout in LayoutChoice::names() {
            let choice = LayoutChoice::named(layout).unwrap();
            let there = arranged(&document, choice);
            let bytes =
                workbook(&document, &XlsxOptions { layout: choice, ..XlsxOptions::default() }).unwrap();
            if let Some(folder) = std::env::var_os("RAPIKAN_SHOW") {
                let shown = std::path::Path::new(&folder).join(format!("{name}-{layout}.xlsx"));
                std::fs::write(shown, &bytes).unwrap();
            }
            let started = std::time::Instant::now();
            let checked = self_check(&there, &bytes, SolveOptions::default());
            eprintln!("{name} {layout}: cleaned in {cleaning:?}, checked in {:?}", started.elapsed());
            if let Err(difference) = checked
                && !difference.to_string().contains(LIKE_A_CODE)
            {
                wrong.push(format!("{name} as {layout}: {difference}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
