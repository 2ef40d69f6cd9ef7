//! The sample of the Renja of 2027, with the tables around its list of priorities.

use super::further::{GOAL, OBJECTIVE, REGION, Value, blank, row, sheet};
use super::paper::{Paper, xlsx};
use super::plan::{library, printed};

/// The tables of the Renja 2027: 2.1, 2.2, 2.6, 2.7, 3.1 and 4.1.
pub fn renja_of_2027() -> Vec<u8> {
    let achieved = row(
        &[
            ("no", "1"),
            ("indikator", "Nilai Tingkat Kegemaran Membaca Masyarakat"),
            ("satuan", "Nilai"),
            ("target", "68"),
            ("realisasi", "66"),
            ("capaian", "97,06"),
            ("status", "Belum tercapai"),
        ],
        &[],
    );
    let spent = row(
        &[
            ("uraian", "PROGRAM PEMBINAAN PERPUSTAKAAN"),
            ("anggaran", "1.000.000.000"),
            ("realisasi", "950.000.000"),
            ("persen", "95,00"),
            ("sisa", "50.000.000"),
        ],
        &[],
    );
    let wish = row(
        &[
            ("anggota", "Komisi IV"),
            ("dapil", "Dapil 2"),
            ("usulan", "Pojok baca di balai nagari"),
            ("lokasi", "Nagari Embun Pagi"),
            ("program", "Program Pembinaan Perpustakaan"),
            ("nilai", "75.000.000"),
        ],
        &[],
    );
    let goal = row(
        &[
            ("no", "1"),
            ("tujuan", GOAL),
            ("sasaran", OBJECTIVE),
            ("indikator", "Indeks Pembangunan Literasi Masyarakat"),
            ("satuan", "Indeks"),
            ("target", "67"),
        ],
        &[],
    );
    let small = |id: &str, layout: &str, title: &str, values: &Vec<Value>| {
        sheet(&blank(id, layout, 2027), title, 2027, None, std::slice::from_ref(values))
    };
    xlsx(&[
        small("IKU", "realisasi", "Tabel 2.1 Capaian Indikator Kinerja Utama (IKU)", &achieved),
        small("IKK", "realisasi", "Tabel 2.2 Capaian Indikator Kinerja Kunci (IKK)", &achieved),
        small("2.6", "program", "Realisasi Anggaran Program Tahun 2025", &spent),
        small("2.7", "dprd", "Pokok-Pokok Pikiran DPRD", &wish),
        small("3.1", "renja", "Tujuan, Sasaran, dan Indikator Kinerja Tahun 2027", &goal),
        priorities(),
    ])
}

fn priorities() -> Paper {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for (index, line) in library().iter().filter(|line| !line.code.is_empty()).enumerate() {
        let code = if line.target.is_empty() { line.code.to_owned() } else { of_2023(line.code) };
        let mut values = row(
            &[
                ("no", &(index + 1).to_string()),
                ("kode", &code),
                ("uraian", line.name),
                ("indikator", line.indicator),
                ("target", line.target),
                ("maju_target", line.target),
                ("pagu", &printed(line.pagu)),
                ("maju_pagu", &printed(line.next)),
            ],
            &[],
        );
        if !line.target.is_empty() {
            values.extend(row(&[("lokasi", REGION), ("sumber_dana", "Pendapatan Asli Daerah (PAD)")], &[]));
            values.push(("penandaan", "Asta Cita 4".to_owned()));
        }
        rows.push(values);
    }
    let table = blank("T-C.33", "sipd-ri", 2027);
    let mut paper =
        sheet(&table, "Rencana Program dan Kegiatan Prioritas Daerah Tahun 2027", 2027, None, &rows);
    "4.1".clone_into(&mut paper.name);
    paper
}

/// The code of a sub kegiatan in the edition of 2023: four digits.
fn of_2023(code: &str) -> String {
    let (above, number) = code.rsplit_once('.').unwrap();
    format!("{above}.00{number}")
}
