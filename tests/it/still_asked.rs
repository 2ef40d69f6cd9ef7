//! What the file showed and its text does not say, a merge or a number format, is asked about in our own workbook too, and
//! nothing is concluded from such a cell before a person answers.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use rapikan::model::{At, Cause, Document, Grid, Raw, Severity, Workbook};
use rapikan::pipeline::{Decisions, clean, clean_with};
use rapikan::read::{Limits, from_bytes};
use rapikan::rules::merged_amount::ONE_FOR_SEVERAL;
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{XlsxOptions, workbook};

/// A T-C.33 whose last two sub kegiatan share one cell of amounts.
const MERGED: &str = "\
<table><tr><td>Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 dan Prakiraan Maju Tahun 2025</td></tr>
<tr><td>Kode</td><td>Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan</td><td>Indikator Kinerja Program/Kegiatan</td><td>Lokasi</td><td>Target Capaian Kinerja</td><td>Kebutuhan Dana/Pagu Indikatif</td><td>Sumber Dana</td></tr>
<tr><td>1.01.02</td><td>PROGRAM PENGELOLAAN PENDIDIKAN</td><td></td><td></td><td></td><td>885.000.000</td><td></td></tr>
<tr><td>1.01.02.2.01</td><td>Pengelolaan Pendidikan Sekolah Dasar</td><td></td><td></td><td></td><td>885.000.000</td><td></td></tr>
<tr><td>1.01.02.2.01.01</td><td>Pembangunan Unit Sekolah Baru (USB)</td><td>Jumlah</td><td>Agam</td><td>2 Unit</td><td>250.000.000</td><td>PAD</td></tr>
<tr><td>1.01.02.2.01.03</td><td>Pembangunan Ruang Guru/Kepala Sekolah/TU</td><td>Jumlah</td><td>Agam</td><td>3 Unit</td><td rowspan=\"2\">635.000.000</td><td>PAD</td></tr>
<tr><td>1.01.02.2.01.04</td><td>Pembangunan Ruang Unit Kesehatan Sekolah</td><td>Jumlah</td><td>Agam</td><td>4 Unit</td><td>PAD</td></tr></table>";

fn source() -> Workbook {
    from_bytes("renja.html", MERGED.as_bytes(), &Limits::default()).unwrap()
}

fn written(document: &Document) -> Workbook {
    let bytes = workbook(document, &XlsxOptions::default()).unwrap();
    from_bytes("hasil.xlsx", &bytes, &Limits::default()).unwrap()
}

/// The cause, the row, the column and the candidates of a question.
type Question<'a> = (Cause, Option<usize>, Option<&'a str>, Vec<String>);

fn asked(document: &Document) -> Vec<Question<'_>> {
    let open = document.findings.iter().filter(|finding| finding.severity != Severity::Note);
    open.map(|found| (found.cause, found.row, found.column, found.candidates.clone())).collect()
}

#[test]
fn a_question_that_the_cells_do_not_ask_is_asked_again() {
    let first = clean(&source(), SolveOptions::default()).unwrap();
    assert!(asked(&first).iter().any(|(cause, row, ..)| (*cause, *row) == (ONE_FOR_SEVERAL, Some(4))));
    let again = clean(&written(&first), SolveOptions::default()).unwrap();
    assert_eq!(asked(&again), asked(&first));
    assert_eq!(again.repairs(), []);
    let third = clean(&written(&again), SolveOptions::default()).unwrap();
    assert_eq!(asked(&third), asked(&first));
}

#[test]
fn an_answer_ends_it() {
    let first = clean(&source(), SolveOptions::default()).unwrap();
    let again = written(&first);
    let own = clean(&again, SolveOptions::default()).unwrap();
    let question = own.findings.iter().find(|finding| finding.cause == ONE_FOR_SEVERAL).unwrap();
    let id = own.question_id(question);
    for answer in ["0", "biarkan"] {
        let decisions = serde_json::json!({"decisions": [{"id": id, "keputusan": answer}]}).to_string();
        let decisions = Decisions::from_json(&decisions).unwrap();
        let after = clean_with(&again, SolveOptions::default(), &decisions).unwrap();
        assert!(
            asked(&after).iter().all(|(cause, ..)| *cause != ONE_FOR_SEVERAL),
            "{answer}: {:?}",
            asked(&after)
        );
        let later = clean(&written(&after), SolveOptions::default()).unwrap();
        assert_eq!(asked(&later), asked(&after), "{answer}");
    }
}

#[test]
fn an_amount_that_is_typed_into_the_cell_ends_it_too() {
    let first = clean(&source(), SolveOptions::default()).unwrap();
    let mut edited = written(&first);
    let sheet = &edited.sheets[0];
    let is_row = |row: &u32, name: &str| sheet.row(*row).any(|(_, raw)| raw.shown() == name);
    let row_of = |name: &str| sheet.rows().into_iter().find(|row| is_row(row, name)).unwrap();
    let is_amount = |raw: &Raw| matches!(raw, Raw::Number { value, .. } if *value == 250_000_000.into());
    let column = sheet
        .row(row_of("Pembangunan Unit Sekolah Baru (USB)"))
        .find(|(_, raw)| is_amount(raw))
        .unwrap()
        .0
        .column;
    let at = At::new(row_of("Pembangunan Ruang Unit Kesehatan Sekolah"), column);
    let cells = sheet.rows().into_iter().flat_map(|row| sheet.row(row)).map(|(at, raw)| (at, raw.clone()));
    let cells: Vec<(At, Raw)> = cells.chain([(at, Raw::text("0"))]).collect();
    let grid = Grid::new(&sheet.name, cells);
    edited.sheets[0] = grid;
    let own = clean(&edited, SolveOptions::default()).unwrap();
    assert!(asked(&own).iter().all(|(cause, ..)| *cause != ONE_FOR_SEVERAL), "{:?}", asked(&own));
    assert_eq!(own.tables[0].cell(4, "pagu").unwrap().text(), "0");
}
