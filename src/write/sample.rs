//! A small but realistic document for the tests: a T-C.33 as SIPD prints it, a T-C.29 and a T-C.31, with
//! repairs of both grades, an open question and a contradiction.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::forms;
use crate::model::{
    About, At, Cell, Change, Column, Container, Document, Edition, Evidence, Finding, Fixed, Item, Kind,
    Kode, Meaning, Place, Proof, ProofKind, Repair, Role, Row, Said, Severity, Span, Table, Tingkat, Unit,
    UnitGround,
};
use crate::rules;

type Values<'a> = &'a [(&'a str, &'a str)];

/// The document; every call gives an equal one.
pub(crate) fn document() -> Document {
    let mut document = Document::new("renja 2023.xlsx", &"ab".repeat(32), Container::Xlsx);
    document.about = About {
        region: Some("Kabupaten Contoh".to_owned()),
        opd: Some("Dinas Pemuda, Olahraga & Pariwisata".to_owned()),
        year: Some(2023),
        codification: Some(Edition::Y2021),
        ..About::default()
    };
    document.tables = vec![tc33(), tc29(), tc31()];
    document.conservation.source_cells = 130;
    document.conservation.used = 120;
    document.conservation.decoration = 9;
    let stray = Place::new(&Arc::from("T-C.33"), At::new(96, 1));
    document.conservation.unplaced.push((stray, "0".to_owned()));
    repair_some(&mut document);
    leave_one_open(&mut document);
    document
}

fn repair_some(document: &mut Document) {
    let split = Repair {
        rule: rules::split_number::ID,
        change: Change::Text,
        table: 0,
        row: 4,
        column: "pagu",
        sources: vec![Place::new(&Arc::from("T-C.33"), At::new(12, 13))],
        before: "3,041,815 ,466".to_owned(),
        after: "3.041.815.466".to_owned(),
        proofs: vec![Proof::by(
            Evidence::Elsewhere(ProofKind::Sum),
            "2.13.01.2.02 = 3.041.815.466 + 240.466.000 = 3.282.281.466",
        )],
    };
    let amount = Meaning { number: Some(Decimal::from(3_041_815_466_i64)), ..Meaning::default() };
    document.repair(split, amount, false).unwrap();
    let torn = Repair {
        rule: rules::torn_word::ID,
        change: Change::Text,
        table: 0,
        row: 4,
        column: "sumber_dana",
        sources: vec![],
        before: "Dana Trans fer Umu m".to_owned(),
        after: "Dana Transfer Umum".to_owned(),
        proofs: vec![Proof::by(Evidence::Elsewhere(ProofKind::Vocabulary), "Dana Transfer Umum")],
    };
    document.repair(torn, Meaning::default(), false).unwrap();
    let code = Repair {
        rule: rules::chopped_code::ID,
        change: Change::Code,
        table: 0,
        row: 5,
        column: "kode",
        sources: vec![],
        before: "2.1.0.2.0".to_owned(),
        after: "2.13.01.2.02.03".to_owned(),
        proofs: vec![Proof::by(
            Evidence::Elsewhere(ProofKind::Codification),
            "Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD",
        )],
    };
    document.repair_code(code, "2.13.01.2.02.03".parse().unwrap()).unwrap();
    document.mark_official(0, 4, "uraian");
}

fn leave_one_open(document: &mut Document) {
    let finding = Finding {
        severity: Severity::Error,
        about: None,
        table: Some(0),
        row: Some(5),
        column: Some("target_hasil"),
        source: Some(Place::new(&Arc::from("T-C.33"), At::new(13, 12))),
        message: Said::new("Dua nilai tercetak bertumpuk.", "Two values are printed over each other."),
        expected: None,
        found: Some("100 % 9".to_owned()),
        candidates: vec!["90 %".to_owned(), "100 %".to_owned()],
        ..Finding::of(rules::overprinted::NO_WHOLE_TARGET)
    };
    document.leave_open(finding, "target_hasil").unwrap();
    document.findings.push(Finding {
        severity: Severity::Error,
        about: None,
        table: Some(1),
        row: Some(2),
        column: Some("target_lalu"),
        source: Some(Place::new(&Arc::from("T-C.29"), At::new(8, 9))),
        message: Said::new("Jumlah kegiatan tidak sama.", "The kegiatan do not add up."),
        expected: Some("3282281466".to_owned()),
        found: Some("3282281000".to_owned()),
        candidates: Vec::new(),
        ..Finding::of(rules::sum_mismatch::TOO_LITTLE)
    });
}

fn tc33() -> Table {
    let mut table = empty("T-C.33", 1);
    let name = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA";
    let gaji: Values = &[
        ("uraian", "Penyediaan Gaji dan Tunjangan ASN"),
        ("keluaran", "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN\nJumlah PNS"),
        ("lokasi", "Kab. Contoh, Semua Kecamatan, Semua Kelurahan"),
        ("target_program", "100 %"),
        ("target_keluaran", "0 Orang/bulan\n26 Orang"),
        ("target_hasil", "100 %"),
        ("pagu", "3,041,815 ,466"),
        ("sumber_dana", "Dana Trans fer Umu m"),
        ("maju_target", "26 Orang"),
        ("maju_pagu", "3.345.997.013"),
    ];
    let verifikasi: Values = &[
        ("uraian", "Pelaksanaan Penatausahaan dan Pengujian/Verifikasi Keuangan SKPD"),
        ("lokasi", "Kab. Contoh"),
        ("target_hasil", "100 % 9"),
        ("pagu", "240.466.000"),
        ("catatan", "-"),
        ("maju_pagu", "264.512.600"),
    ];
    let both =
        |amount, next| -> [(&'static str, &'static str); 2] { [("pagu", amount), ("maju_pagu", next)] };
    let sums = both("3.282.281.466", "3.610.509.613");
    let named = |text| [("uraian", text), sums[0], sums[1]];
    push(
        &mut table,
        Some("2"),
        &[("uraian", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR")],
    );
    push(&mut table, Some("2.13"), &named("URUSAN PEMERINTAHAN BIDANG PEMBERDAYAAN MASYARAKAT DAN DESA"));
    push(&mut table, Some("2.13.01"), &named(name));
    push(&mut table, Some("2.13.01.2.02"), &named("Administrasi Keuangan Perangkat Daerah"));
    push(&mut table, Some("2.13.01.2.02.01"), gaji);
    push(&mut table, None, verifikasi);
    push(&mut table, None, &named("TOTAL"));
    let last = table.rows.len() - 1;
    remake(&mut table, last, |total| Row { level: Some(Tingkat::Jumlah), ..total });
    let open = table.position("target_hasil").unwrap();
    let sources =
        vec![Place::new(&table.sheet, At::new(13, 12)), Place::new(&Arc::from("Sambungan"), At::new(1, 2))];
    put(&mut table, 5, open, &Cell::as_read("100 % 9", Meaning::default(), sources));
    let stacked = table.position("target_keluaran").unwrap();
    let quantity = |number: i64, unit: &str| Item {
        text: None,
        number: Some(Decimal::from(number)),
        unit: Some(unit.to_owned()),
    };
    let meaning =
        Meaning { items: vec![quantity(0, "Orang/bulan"), quantity(26, "Orang")], ..Meaning::default() };
    let sources = vec![Place::new(&table.sheet, At::new(12, 11))];
    put(&mut table, 4, stacked, &Cell::as_read("0 Orang/bulan\n26 Orang", meaning, sources));
    table
}

fn tc29() -> Table {
    let mut table = empty("T-C.29", 1);
    let group = |text, target| -> [(&'static str, &'static str); 5] {
        [
            ("uraian", text),
            ("target_lalu", target),
            ("realisasi_lalu", "3.185.000.000"),
            ("tingkat_realisasi", "97,04"),
            ("capaian_berjalan", "3.185.000.000"),
        ]
    };
    push(&mut table, Some("2"), &[("uraian", "URUSAN PEMERINTAHAN WAJIB")]);
    push(&mut table, Some("2.13"), &group("BIDANG PEMBERDAYAAN MASYARAKAT", "3.282.281.466"));
    push(&mut table, Some("2.13.01"), &group("PROGRAM PENUNJANG", "3.282.281.000"));
    push(&mut table, Some("2.13.01.2.02"), &group("Administrasi Keuangan", "3.282.281.466"));
    table
}

fn tc31() -> Table {
    let mut table = empty("T-C.31", 1);
    let values: Values = &[
        ("no", "1"),
        ("rkpd_uraian", "PROGRAM PENATAAN DESA"),
        ("rkpd_target", "39%"),
        ("rkpd_pagu", "11.025"),
        ("analisis_uraian", "PROGRAM PENATAAN DESA"),
        ("analisis_pagu", "11.025"),
    ];
    push(&mut table, Some("2.13.02"), values);
    table.unit = Unit::ThousandRupiah;
    table
}

/// A table of the official arrangement of a form, `sipd` for T-C.33, without rows.
pub(crate) fn empty(form: &str, number: usize) -> Table {
    let form = forms::form(form).unwrap();
    let layout = form.layouts.iter().find(|layout| layout.id == "sipd").unwrap_or(&form.layouts[0]);
    Table {
        id: format!("{}#{number}", form.id),
        form,
        layout,
        columns: layout.columns.iter().collect(),
        printed: std::collections::BTreeMap::new(),
        sheet: Arc::from(form.id),
        range: Span { first: At::new(5, 0), last: At::new(104, 18) },
        titles: vec![format!("Tabel {}", form.id)],
        unit: Unit::Rupiah,
        unit_ground: UnitGround::default(),
        office: None,
        heads_are_stated: false,
        sections: Vec::new(),
        rows: Fixed::default(),
        notes: Vec::new(),
    }
}

/// Adds a row; the level follows from the code.
pub(crate) fn push(table: &mut Table, code: Option<&str>, values: Values) {
    let number = 9 + u32::try_from(table.rows.len()).unwrap();
    let code: Option<Kode> = code.map(|code| code.parse().unwrap());
    let cells = table.columns.iter().enumerate().map(|(position, column)| {
        let text = values.iter().find(|(id, _)| *id == column.id).map_or("", |(_, text)| *text);
        let text = if column.role == Role::Code { code.as_ref().map_or("", Kode::as_str) } else { text };
        let at = At::new(number - 1, u16::try_from(position).unwrap() + if position > 0 { 4 } else { 0 });
        as_read(column, text, Place::new(&table.sheet, at))
    });
    let row = Row {
        level: code.as_ref().map(Kode::tingkat),
        source_rows: vec![number],
        cells: cells.collect(),
        code,
        ..Row::default()
    };
    table.rows = table.rows.iter().cloned().chain([row]).collect();
}

/// Makes another row of one of a table: a row that is there cannot be written.
fn remake(table: &mut Table, row: usize, other: impl Fn(Row) -> Row) {
    let rows = std::mem::take(&mut table.rows).into_iter().enumerate();
    table.rows = rows.map(|(at, one)| if at == row { other(one) } else { one }).collect();
}

fn put(table: &mut Table, row: usize, column: usize, cell: &Cell) {
    let other = |(at, own): (usize, &Cell)| if at == column { cell.clone() } else { own.clone() };
    remake(table, row, |one| Row { cells: one.cells.iter().enumerate().map(other).collect(), ..one });
}

fn as_read(column: &Column, text: &str, place: Place) -> Cell {
    let plain = text.replace('.', "").replace(',', ".");
    let numeric = column.kind.is_numeric() || column.kind == Kind::Ordinal;
    let number = if numeric { plain.parse().ok() } else { None };
    let sources = if text.is_empty() { Vec::new() } else { vec![place] };
    Cell::as_read(text, Meaning { number, ..Meaning::default() }, sources)
}
