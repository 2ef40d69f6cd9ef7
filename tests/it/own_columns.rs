//! Columns under headers of their own, inserted anywhere into any table, and the years of a group in any order: no
//! value of a declared column changes, and every inserted cell is found again under its header.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rapikan::model::{Document, Kind, Raw, Table, letters};
use rapikan::pipeline::clean;
use rapikan::read::{Limits, from_bytes};
use rapikan::solve::SolveOptions;
use rapikan::write::xlsx::{XlsxOptions, workbook};

use crate::generator::dice::Dice;
use crate::generator::judge::{faults, needless};
use crate::generator::print::{Ink, Part, slots};
use crate::generator::truth::SHAPES;
use crate::generator::{Case, Plan, tables};

/// Headers that no form declares, and what stands below them.
const HEADERS: [(&str, Below); 18] = [
    ("Prioritas Gubernur", Below::Text),
    ("Nomor DPA", Below::Number),
    ("Sasaran Daerah", Below::Text),
    ("PPTK", Below::Text),
    ("Status Verifikasi", Below::Tick),
    ("Bertambah/(Berkurang)", Below::Money),
    ("Pagu APBD I", Below::Money),
    ("Dana Desa (Rp)", Below::Money),
    ("Keterangan Tambahan", Below::Text),
    ("Sesudah Perubahan", Below::Money),
    ("Target Nasional", Below::Measure),
    ("Triwulan I", Below::Measure),
    ("Realisasi Tahun 2019", Below::Measure),
    ("Jenis Kegiatan 1/2/3", Below::Number),
    ("Tahun Mulai", Below::Number),
    ("Musrenbang", Below::Tick),
    ("Sisa Anggaran", Below::Money),
    ("Aspek SPM Kesehatan", Below::Tick),
];

#[derive(Clone, Copy)]
enum Below {
    Text,
    Number,
    Tick,
    Money,
    Measure,
}

impl Below {
    fn value(self, dice: &mut Dice) -> Raw {
        let texts =
            ["Desa Mandiri", "Ya", "Bidang Perencanaan dan Evaluasi", "Sosialisasi dan", "a.n. Kepala"];
        match self {
            Self::Text => Raw::text(dice.pick::<&str>(&texts[..])),
            Self::Number => Raw::text(&format!("{}", 1 + dice.below(2025))),
            Self::Tick => Raw::text(dice.pick::<&str>(&["√", "v", "-", "V"][..])),
            Self::Money => Raw::text(&format!("{}.{:03}.000", 1 + dice.below(900), dice.below(1000))),
            Self::Measure => Raw::text(&format!("{} Dokumen", 1 + dice.below(90))),
        }
    }
}

/// An inserted cell: the header above it, the row that prints it, what it holds.
struct Inserted {
    header: &'static str,
    row: usize,
    text: String,
}

/// Inserts a column before a column of the sheet into all lines.
fn insert(case: &mut Case, at: u16, header: &'static str, below: Below, dice: &mut Dice) -> Vec<Inserted> {
    let depth = case.lines.iter().filter(|line| line.part == Part::Header).count();
    let numbered = usize::from(case.plan.shape.declared().1.number_row);
    let mut cells = Vec::new();
    let mut level = 0;
    let mut place = None;
    for line in &mut case.lines {
        let within = line.merges.iter().any(|(first, last, _)| *first < at && at <= *last);
        line.cells = std::mem::take(&mut line.cells)
            .into_iter()
            .map(|(column, ink)| (column + u16::from(column >= at), ink))
            .collect();
        for (first, last, _) in &mut line.merges {
            *last += u16::from(*last >= at);
            *first += u16::from(*first >= at);
        }
        match line.part {
            Part::Header => {
                // Below the group that it stands in, or on the first row.
                if place.is_none() && !within && level + numbered < depth {
                    place = Some(level);
                    line.cells.insert(at, Ink::label(header));
                    line.merges.push((at, at, u32::try_from(depth - numbered - level).unwrap()));
                }
                level += 1;
            }
            Part::Body if !within && dice.chance(70) => {
                let raw = below.value(dice);
                cells.push(Inserted { header, row: line.row, text: raw.shown().into_owned() });
                line.cells.insert(at, Ink { raw, column: "", hurt: false });
            }
            _ => {}
        }
    }
    cells
}

/// The places before which a column may stand: not among the cells of a code.
fn places(case: &Case) -> Vec<u16> {
    let slots = slots(case.plan.shape, case.plan.codes);
    let mut places: Vec<u16> = slots.values().map(|(first, _)| *first).collect();
    places.extend(slots.values().map(|(_, last)| last + 1).max());
    places.sort_unstable();
    places
}

/// Inserts one to four columns, from right to left, so that earlier places stay what they are.
fn widened(case: &mut Case, seed: u64) -> Vec<Inserted> {
    let mut dice = Dice::of(seed, "columns");
    let mut headers = HEADERS.to_vec();
    let mut chosen: Vec<u16> = (0..=dice.below(4)).map(|_| *dice.pick(&places(case))).collect();
    chosen.sort_unstable();
    let mut cells = Vec::new();
    for at in chosen.into_iter().rev() {
        let (header, below) = headers.remove(dice.below(headers.len()));
        cells.extend(insert(case, at, header, below, &mut dice));
    }
    cells
}

/// What was inserted and is not found again under its header.
fn lost(document: &Document, inserted: &[Inserted]) -> Vec<String> {
    let Some(table) = document.tables.first() else { return vec!["no table".to_owned()] };
    let of_header: BTreeMap<&str, usize> = table
        .columns
        .iter()
        .enumerate()
        .filter_map(|(position, column)| {
            Some((table.printed.get(column.id)?.header.last()?.as_str(), position))
        })
        .collect();
    let shown = |text: &str| if letters(text).is_empty() { text.to_owned() } else { letters(text) };
    let missing = |cell: &&Inserted| {
        let position = of_header.get(cell.header);
        let found = position.and_then(|position| table.rows.get(cell.row)?.cells.get(*position));
        found.is_none_or(|found| shown(found.text()) != shown(&cell.text))
    };
    let told = |cell: &Inserted| format!("{} {:?} of row {}", cell.header, cell.text, cell.row);
    inserted.iter().filter(missing).map(told).take(4).collect()
}

fn holds(cases: u32, plans: impl Strategy<Value = Plan>, check: impl Fn(&Plan) -> Vec<String>) {
    let setting = |name: &str, otherwise: u64| {
        std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
    };
    let cases = u32::try_from(u64::from(cases) * setting("RAPIKAN_CASES", 100) / 100).unwrap().max(1);
    let rng_seed = RngSeed::Fixed(setting("RAPIKAN_SEED", 20_260_101));
    let config =
        Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let outcome = TestRunner::new(config).run(&plans, |plan| {
        let wrong = check(&plan);
        if wrong.is_empty() { Ok(()) } else { Err(TestCaseError::fail(format!("\n{}", wrong.join("\n")))) }
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// What was made of the header of a table.
fn headers(table: &Table) -> String {
    let printed = table.printed.iter();
    let columns =
        printed.map(|(id, printed)| format!("{} {id} {:?}", printed.slot.first, printed.header.last()));
    columns.collect::<Vec<_>>().join("; ")
}

fn cleaned(case: &Case) -> Document {
    clean(&case.workbook(), SolveOptions::default()).unwrap()
}

/// What is wrong with a document, without the cells of the row that each fault names.
fn told(case: &Case, document: &Document) -> Vec<String> {
    let found = faults(case, document).into_iter().chain(needless(case, document));
    let first = |detail: &str| detail.lines().next().unwrap_or_default().to_owned();
    found.map(|fault| format!("{:?}: {}", fault.wrong, first(&fault.detail))).collect()
}

#[test]
fn inserted_columns_change_no_declared_value_and_are_found_again() {
    holds(300, tables(SHAPES.to_vec()), |plan| {
        let mut case = Case::of(plan);
        // Where the names of a table without codes are those of two editions, nothing tells its edition.
        let before = told(&case, &cleaned(&case));
        let inserted = widened(&mut case, plan.seed);
        let document = cleaned(&case);
        let mut wrong: Vec<String> =
            told(&case, &document).into_iter().filter(|fault| !before.contains(fault)).take(4).collect();
        wrong.extend(lost(&document, &inserted));
        if !wrong.is_empty() {
            wrong.extend(document.tables.iter().map(headers));
        }
        wrong
    });
}

#[test]
fn inserted_columns_come_back_from_our_own_workbook() {
    holds(60, tables(SHAPES.to_vec()), |plan| {
        let mut case = Case::of(plan);
        widened(&mut case, plan.seed);
        let first = cleaned(&case);
        let bytes = workbook(&first, &XlsxOptions::default()).unwrap();
        let again = from_bytes("hasil.xlsx", &bytes, &Limits::default()).unwrap();
        let second = clean(&again, SolveOptions::default()).unwrap();
        let values = |document: &Document| -> Vec<Vec<String>> {
            let table = &document.tables[0];
            let cell = |id: &'static str, text: &str| format!("{id} {}", letters(text));
            let row = |row: &rapikan::model::Row| {
                let cells = table.columns.iter().zip(&row.cells);
                let said = cells.filter(|(column, cell)| !cell.is_empty() && column.kind != Kind::Code);
                said.map(|(column, found)| cell(column.id, found.text())).collect()
            };
            table.rows.iter().map(row).collect()
        };
        let pairs = values(&first).into_iter().zip(values(&second));
        pairs.filter(|(left, right)| left != right).take(2).map(|pair| format!("{pair:?}")).collect()
    });
}

#[test]
fn the_years_of_a_group_may_stand_in_any_order() {
    use crate::generator::truth::Shape;
    holds(120, tables(vec![Shape::Tc30]), |plan| {
        let mut case = Case::of(plan);
        let mut dice = Dice::of(plan.seed, "years");
        let slots = slots(plan.shape, plan.codes);
        for group in
            [&["target_1", "target_2", "target_3", "target_4"][..], &["proyeksi_1", "proyeksi_2"][..]]
        {
            let from: Vec<u16> = group.iter().map(|id| slots[id].0).collect();
            let mut to = from.clone();
            for index in (1..to.len()).rev() {
                to.swap(index, dice.below(index + 1));
            }
            let deepest = case.lines.iter().rposition(|line| line.part == Part::Header).unwrap() - 1;
            for (index, line) in case.lines.iter_mut().enumerate() {
                if line.part != Part::Body && index != deepest {
                    continue;
                }
                let taken: Vec<Option<Ink>> = from.iter().map(|column| line.cells.remove(column)).collect();
                line.cells
                    .extend(taken.into_iter().zip(&to).filter_map(|(ink, column)| Some((*column, ink?))));
            }
        }
        let document = cleaned(&case);
        faults(&case, &document)
            .iter()
            .take(4)
            .map(|fault| format!("{:?}: {}", fault.wrong, fault.detail))
            .collect()
    });
}

/// What the product makes of a sheet of rows whose cells are parted by semicolons.
fn read(rows: &str) -> Document {
    let workbook = from_bytes("contoh.csv", rows.as_bytes(), &Limits::default()).unwrap();
    clean(&workbook, SolveOptions::default()).unwrap()
}

fn text<'a>(document: &'a Document, row: usize, id: &str) -> &'a str {
    document.tables[0].cell(row, id).map_or("no such column", |cell| cell.text())
}

const PROPOSALS: &str = "\
Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun 2026
Kabupaten Agam
";

#[test]
fn groups_whose_parts_no_form_knows_are_header_and_columns_put_in_are_numbered_by_letters() {
    let document = read(&format!(
        "{PROPOSALS}\
No;Hasil Verifikasi;;Program/Kegiatan;Lokasi;Indikator Kinerja;Besaran/Volume;Catatan
;Status;Tanggal;;;;;
1;1a;1b;2;3;4;5;6
1;Sesuai;12-06-2025;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;
2;Ditunda;13-06-2025;Pelatihan kader;Banuhampu;Jumlah Kader;3 Orang;Pokir
"
    ));
    assert_eq!(document.tables[0].rows.len(), 2);
    assert_eq!((text(&document, 1, "lain_1"), text(&document, 1, "lain_2")), ("Ditunda", "13-06-2025"));
}

#[test]
fn what_stands_below_added_headers_makes_a_program_no_proposal() {
    let document = read(&format!(
        "{PROPOSALS}\
No;Program/Kegiatan;Lokasi;Indikator Kinerja;Besaran/Volume;Catatan;Pagu Validasi;Nomor Urut
1;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;;;;;12.500.000;7
2;Pelatihan kader;Banuhampu;Jumlah Kader;3 Orang;Pokir;12.500.000;8
"
    ));
    let codes: Vec<_> = document.tables[0].rows.iter().map(|row| row.code.is_some()).collect();
    assert_eq!(codes, [true, false]);
}

#[test]
fn an_added_column_in_a_group_of_years_is_none_of_its_years() {
    let document = read(
        "\
Pencapaian Kinerja Pelayanan Perangkat Daerah
No;Indikator;SPM/Standar Nasional;IKK;Target Renstra Perangkat Daerah;;;;Realisasi Capaian;;Proyeksi;;;Catatan Analisis
;;;;Tahun 2024;Tahun 2025;Tahun 2026;Tahun 2027;Tahun 2024;Tahun 2025;Tahun 2026;Tanggal Verifikasi;Tahun 2027;
1;Angka Putus Sekolah;;;5 %;4 %;3 %;2 %;5 %;4 %;3 %;12-06-2025;2 %;
",
    );
    assert_eq!(text(&document, 0, "lain_1"), "12-06-2025");
    assert_eq!(text(&document, 0, "proyeksi_2"), "2 %");
    assert!(document.repairs().is_empty());
}

#[test]
fn an_added_column_stands_where_it_stood_on_the_page_before_whose_header_named_it() {
    let header = |own: &str| {
        format!("No;Program/Kegiatan;Lokasi;Indikator Kinerja;Besaran/Volume;Catatan;{own}\n1;2;3;4;5;6;7\n")
    };
    let row = |number: usize| {
        format!("{number};Pelatihan kader {number};Banuhampu;Jumlah Kader;3 Orang;Pokir;Bukit {number}\n")
    };
    let document = read(&format!("{PROPOSALS}{}{}{}{}", header("Nama Titik"), row(1), header(""), row(2)));
    assert_eq!((text(&document, 0, "lain_1"), text(&document, 1, "lain_1")), ("Bukit 1", "Bukit 2"));
}

/// The ids of the columns that are found below a header and its first row.
fn columns(rows: &str) -> Vec<&'static str> {
    let document = read(rows);
    assert!(document.repairs().is_empty());
    document.tables[0].columns.iter().map(|column| column.id).collect()
}

#[test]
fn sides_of_a_change_are_told_by_the_group_above_or_below() {
    let row = "7.01.06;PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA;Persentase desa;80 %";
    let grouped = columns(&format!(
        "\
Rumusan Perubahan Rencana Program dan Kegiatan Tahun 2025
Kode;Program/Kegiatan/Sub Kegiatan;Indikator Kinerja;Murni;;Perubahan;;Bertambah/(Berkurang);Keterangan
;;;Target;Pagu (Rp);Target;Pagu (Rp);;
{row};150.000.000;85 %;120.000.000;-30.000.000;Rasionalisasi
"
    ));
    let parted = columns(&format!(
        "\
Rumusan Perubahan Rencana Program dan Kegiatan Tahun 2025
Kode;Program/Kegiatan/Sub Kegiatan;Indikator Kinerja;Target;;Anggaran;;Selisih;Keterangan
;;;Sebelum;Sesudah;Sebelum;Sesudah;;
{row};85 %;150.000.000;120.000.000;-30.000.000;Rasionalisasi
"
    ));
    for found in [grouped, parted] {
        for id in ["target_sebelum", "pagu_sebelum", "target_sesudah", "pagu_sesudah", "selisih", "alasan"] {
            assert!(found.contains(&id), "{id} of {found:?}");
        }
    }
}

#[test]
fn years_that_a_template_leaves_open_are_those_of_their_group() {
    let found = columns(
        "\
Pencapaian Kinerja Pelayanan Perangkat Daerah
No;Indikator;SPM/Standar Nasional;IKK;Target Renstra Perangkat Daerah;;;;Realisasi Capaian;;Proyeksi;;Catatan Analisis
;;;;Tahun n-2;Tahun n-1;Tahun n;Tahun n+1;Tahun n-2;Tahun n-1;Tahun n;Tahun n+1;
a;b;c;d;e;f;g;h;i;j;k;l;m
1;Angka Putus Sekolah;;;5 %;4 %;3 %;2 %;5 %;4 %;3 %;2 %;
",
    );
    let wanted = ["target_1", "target_4", "realisasi_2", "proyeksi_1", "proyeksi_2"];
    assert!(wanted.iter().all(|id| found.contains(id)) && !found.contains(&"lain_1"), "{found:?}");
}

#[test]
fn an_open_year_says_which_column_it_is_whatever_the_order() {
    let document = read(
        "\
Pencapaian Kinerja Pelayanan Perangkat Daerah
No;Indikator;SPM/Standar Nasional;IKK;Target Renstra Perangkat Daerah;;;;Realisasi Capaian;;Proyeksi;;Catatan Analisis
;;;;Tahun n;Tahun n+1;Tahun n-2;Tahun n-1;Tahun n-1;Tahun n-2;Tahun n;Tahun n+1;
1;Angka Putus Sekolah;;;3 %;2 %;5 %;4 %;14 %;15 %;13 %;12 %;
",
    );
    let row = ["target_1", "target_2", "target_3", "target_4", "realisasi_1", "realisasi_2"];
    assert_eq!(row.map(|id| text(&document, 0, id)), ["5 %", "4 %", "3 %", "2 %", "15 %", "14 %"]);
}

/// The sides of a change may stand below what they are of, and what they are of may have any name.
#[test]
fn the_sides_of_a_change_stand_below_their_group_or_above_it() {
    for money in
        ["Pagu Indikatif (Rp)", "Pagu Anggaran (Rp)", "Anggaran (Rp)", "Kebutuhan Dana/Pagu Indikatif"]
    {
        let document = read(&format!(
            "Rumusan Perubahan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2025\nKabupaten Agam\nKode;Program/Kegiatan/Sub Kegiatan;Indikator Kinerja;Target;;{money};;Bertambah/(Berkurang);Keterangan\n;;;Sebelum;Sesudah;Sebelum;Sesudah;;\n(1);(2);(3);(4);(5);(6);(7);(8)=(7)-(6);(9)\n2.23.01.2.01;Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah;Nilai;80 Nilai;85 Nilai;300.000.000;350.000.000;50.000.000;\n2.23.01.2.01.0001;Penyusunan Dokumen Perencanaan Perangkat Daerah;Jumlah;3 Dokumen;4 Dokumen;100.000.000;150.000.000;50.000.000;APBD\n2.23.01.2.01.0007;Evaluasi Kinerja Perangkat Daerah;Jumlah;3 Laporan;3 Laporan;200.000.000;200.000.000;0;APBD\n"
        ));
        let table = &document.tables[0];
        let printed: Vec<&str> = table
            .columns
            .iter()
            .map(|column| column.id)
            .filter(|id| table.printed.contains_key(id))
            .collect();
        let wanted = [
            "kode",
            "uraian",
            "indikator",
            "target_sebelum",
            "pagu_sebelum",
            "target_sesudah",
            "pagu_sesudah",
            "selisih",
            "alasan",
        ];
        assert_eq!(printed, wanted, "{money}");
        assert_eq!((table.rows.len(), document.findings.len()), (3, 0), "{money}: {:?}", document.findings);
    }
}
