//! Samples of the forms beside the five: the Renstra of an invented library, the evaluation of its Renja after three
//! quarters, and the tables of its Renja from 2027.

use rapikan::forms::{form, headings, number};
use rapikan::model::{Edition, Table, indonesian};
use rapikan::template::{Wanted, document};
use rapikan::write::xlsx::LayoutChoice;
use rust_decimal::Decimal;

use super::paper::{Paper, text, xlsx};
use super::plan::{Line, library, printed};

const OFFICE: &str = "Dinas Perpustakaan";
pub(super) const REGION: &str = "Kabupaten Tanah Embun";

/// A blank table of a form, to be printed as its header says.
pub(super) fn blank(id: &str, layout: &str, year: u16) -> Table {
    let wanted = Wanted {
        forms: vec![form(id).unwrap()],
        year,
        opd: Some(OFFICE.to_owned()),
        region: Some(REGION.to_owned()),
        bidang: Vec::new(),
        layout: LayoutChoice::named(layout).unwrap_or_default(),
        edition: Edition::Y2021,
    };
    document(&wanted, &[]).unwrap().tables.remove(0)
}

/// A value for a column, by its id.
pub(super) type Value = (&'static str, String);

/// A sheet with a form: titles, header, number row, and rows.
pub(super) fn sheet(
    table: &Table,
    title: &str,
    year: u16,
    first_year: Option<u16>,
    rows: &[Vec<Value>],
) -> Paper {
    let mut paper = Paper::new(table.form.id);
    let called = format!("{} {}", table.form.called, table.form.id);
    paper.lines(&[&called, title, &format!("{OFFICE} {REGION}")]);
    paper.row += 1;
    let dated = |words: String| match (first_year, words.strip_prefix("Tahun-")) {
        (Some(first), Some(number)) => format!("Tahun {}", first - 1 + number.parse::<u16>().unwrap()),
        _ => words,
    };
    let path = |column| (headings(table, column, Some(year)).into_iter().map(dated).collect(), 1);
    let paths: Vec<(Vec<String>, u16)> = table.columns.iter().map(|column| path(column)).collect();
    paper.headed(&paths);
    if table.layout.number_row {
        paper.typed(table.columns.iter().map(|column| text(number(table, column))).collect());
    }
    for row in rows {
        let value = |id: &str| row.iter().find(|(own, _)| *own == id).map_or("", |(_, value)| value.as_str());
        paper.typed(table.columns.iter().map(|column| text(value(column.id))).collect());
    }
    paper
}

/// Values for numbered columns: `target_1`, `target_2` …
fn series(stem: &str, values: &[&str]) -> Vec<Value> {
    let ids = (1..=values.len()).map(|number| -> &'static str { format!("{stem}_{number}").leak() });
    ids.zip(values).map(|(id, value)| (id, (*value).to_owned())).collect()
}

pub(super) fn row(values: &[(&'static str, &str)], series: &[Vec<Value>]) -> Vec<Value> {
    let values = values.iter().map(|(id, value)| (*id, (*value).to_owned()));
    values.chain(series.iter().flatten().cloned()).collect()
}

/// What is planned for each line of the library in a year, so many percent of its plan; parents are sums.
fn share(lines: &[Line], line: &Line, percent: u64) -> u64 {
    let below = |sub: &&Line| {
        !sub.target.is_empty() && (sub.code == line.code || sub.code.starts_with(&format!("{}.", line.code)))
    };
    lines.iter().filter(below).map(|sub| sub.pagu * percent / 100).sum()
}

/// The lines of the library without its urusan and its total.
fn lines() -> Vec<Line> {
    library().into_iter().filter(|line| line.code.len() > 1).collect()
}

/// The Renstra 2022 – 2026: T-C.23 … T-C.28.
pub fn renstra() -> Vec<u8> {
    xlsx(&[achieved(), spent(), goals(), strategies(), programs(), indicators()])
}

fn achieved() -> Paper {
    let rows = [
        row(
            &[("no", "1"), ("indikator", "Nilai Tingkat Kegemaran Membaca Masyarakat"), ("ikk", "IKK")],
            &[
                series("target", &["55", "57", "60", "62", "65"]),
                series("realisasi", &["54", "57", "58", "62", "66"]),
                series("rasio", &["0,98", "1,00", "0,97", "1,00", "1,02"]),
            ],
        ),
        row(
            &[
                ("no", "2"),
                ("indikator", "Persentase Perpustakaan Sesuai Standar Nasional"),
                ("lainnya", "IKU"),
            ],
            &[
                series("target", &["40", "45", "50", "55", "60"]),
                series("realisasi", &["42", "45", "47", "54", "63"]),
                series("rasio", &["1,05", "1,00", "0,94", "0,98", "1,05"]),
            ],
        ),
    ];
    sheet(
        &blank("T-C.23", "permendagri", 2022),
        "Pencapaian Kinerja Pelayanan Perangkat Daerah",
        2022,
        None,
        &rows,
    )
}

fn spent() -> Paper {
    let rows = [
        row(
            &[("uraian", "Belanja Operasi")],
            &[
                series(
                    "anggaran",
                    &["2.000.000.000", "2.100.000.000", "2.205.000.000", "2.315.250.000", "2.431.012.500"],
                ),
                series(
                    "realisasi",
                    &["1.900.000.000", "2.058.000.000", "2.094.750.000", "2.222.640.000", "2.382.392.250"],
                ),
                series("rasio", &["0,95", "0,98", "0,95", "0,96", "0,98"]),
            ],
        ),
        row(
            &[("uraian", "Belanja Modal")],
            &[
                series(
                    "anggaran",
                    &["400.000.000", "440.000.000", "484.000.000", "532.400.000", "585.640.000"],
                ),
                series(
                    "realisasi",
                    &["380.000.000", "431.200.000", "459.800.000", "527.076.000", "Rp 573.927.200,00"],
                ),
                series("rasio", &["0,95", "0,98", "0,95", "0,99", "0,98"]),
            ],
        ),
    ];
    let title = "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah";
    sheet(&blank("T-C.24", "permendagri", 2022), title, 2022, None, &rows)
}

pub(super) const GOAL: &str = "Meningkatnya budaya literasi masyarakat";
pub(super) const OBJECTIVE: &str = "Meningkatnya kualitas layanan perpustakaan";

fn goals() -> Paper {
    let rows = [
        row(
            &[("no", "1"), ("tujuan", GOAL), ("indikator", "Nilai Tingkat Kegemaran Membaca Masyarakat")],
            &[series("target", &["66", "67", "68", "69", "70"])],
        ),
        row(
            &[("no", "2"), ("sasaran", OBJECTIVE), ("indikator", "Indeks Pembangunan Literasi Masyarakat")],
            &[series("target", &["58", "60", "62", "64", "66"])],
        ),
    ];
    let title = "Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah";
    sheet(&blank("T-C.25", "permendagri", 2022), title, 2022, None, &rows)
}

fn strategies() -> Paper {
    let rows = [row(
        &[
            ("tujuan", GOAL),
            ("sasaran", OBJECTIVE),
            ("strategi", "Memperluas layanan perpustakaan sampai ke nagari"),
            ("arah_kebijakan", "Layanan keliling dan pojok baca di tempat umum"),
        ],
        &[],
    )];
    sheet(
        &blank("T-C.26", "permendagri", 2022),
        "Tujuan, Sasaran, Strategi, dan Arah Kebijakan",
        2022,
        None,
        &rows,
    )
}

/// What is planned in each year of the Renstra, in percent of the plan of 2024.
const YEARS: [u64; 5] = [92, 96, 100, 105, 110];

fn programs() -> Paper {
    let lines = lines();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for line in &lines {
        let amounts: Vec<u64> = YEARS.iter().map(|percent| share(&lines, line, *percent)).collect();
        let shown: Vec<String> = amounts.iter().map(|amount| printed(*amount)).collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        let end = printed(amounts.iter().sum());
        let mut values = row(
            &[
                ("kode", line.code),
                ("uraian", line.name),
                ("indikator", line.indicator),
                ("pagu_akhir", &end),
            ],
            &[series("pagu", &shown)],
        );
        if !line.target.is_empty() {
            values.extend(series("target", &[line.target; 5]));
            values.push(("target_akhir", line.target.to_owned()));
        }
        if rows.is_empty() {
            values.extend(row(&[("tujuan", GOAL), ("sasaran", OBJECTIVE)], &[]));
        }
        rows.push(values);
    }
    let torn = rows.iter_mut().flatten().find(|(id, value)| *id == "pagu_3" && value == "35.250.000");
    "35.25 0.000".clone_into(&mut torn.unwrap().1);
    let title = "Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah Tahun 2022 - 2026";
    sheet(&blank("T-C.27", "permendagri", 2022), title, 2022, Some(2022), &rows)
}

fn indicators() -> Paper {
    let rows = [row(
        &[
            ("no", "1"),
            ("indikator", "Nilai Tingkat Kegemaran Membaca Masyarakat"),
            ("awal", "65"),
            ("akhir", "70"),
        ],
        &[series("target", &["66", "67", "68", "69", "70"])],
    )];
    let title = "Indikator Kinerja Perangkat Daerah yang Mengacu pada Tujuan dan Sasaran RPJMD";
    sheet(&blank("T-C.28", "permendagri", 2022), title, 2022, None, &rows)
}

/// E.81 of 2024 after three quarters, with what stands below it.
pub fn evaluation() -> Vec<u8> {
    let lines = lines();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for line in &lines {
        let amount = |percent: u64| share(&lines, line, percent);
        let (renstra, before) =
            (YEARS.iter().map(|percent| amount(*percent)).sum::<u64>(), amount(YEARS[0]) + amount(YEARS[1]));
        let quarters = [amount(20), amount(25), amount(24)];
        let reached: u64 = quarters.iter().sum();
        let percent = Decimal::from((before + reached) * 100) / Decimal::from(renstra);
        let shown = |value: u64| printed(value);
        rows.push(vec![
            ("kode", line.code.to_owned()),
            ("uraian", line.name.to_owned()),
            ("indikator", line.indicator.to_owned()),
            ("renstra_k", line.target.to_owned()),
            ("renstra_rp", shown(renstra)),
            ("lampau_rp", shown(before)),
            ("target_k", line.target.to_owned()),
            ("target_rp", shown(amount(100))),
            ("tw1_rp", shown(quarters[0])),
            ("tw2_rp", shown(quarters[1])),
            ("tw3_rp", shown(quarters[2])),
            ("realisasi_rp", shown(reached)),
            ("kumulatif_rp", shown(before + reached)),
            ("capaian_rp", indonesian(percent.round_dp(2), Some(2), false)),
        ]);
    }
    let table = blank("E.81", "kode", 2024);
    let title = "Evaluasi terhadap Hasil Renja Perangkat Daerah Tahun 2024";
    let mut paper = sheet(&table, title, 2024, None, &rows);
    paper.lines(&[
        "Faktor pendorong keberhasilan kinerja: layanan keliling berjalan di semua kecamatan",
        "Faktor penghambat pencapaian kinerja: pengadaan bahan pustaka terlambat",
        "Tindak lanjut yang diperlukan dalam triwulan berikutnya: percepatan pengadaan",
    ]);
    paper.row += 1;
    for (left, right) in [
        ("Disusun", "Dievaluasi"),
        ("Tanah Embun, 4 Oktober 2024", "Tanah Embun, 11 Oktober 2024"),
        ("KEPALA DINAS PERPUSTAKAAN", "KEPALA BAPPEDA"),
    ] {
        paper.put(paper.row, 3, text(left));
        paper.put(paper.row, 18, text(right));
        paper.row += 1;
    }
    xlsx(&[paper])
}
