//! The samples: each shows one layout, one kind of damage, or one way of saving.

use rapikan::forms::form;
use rapikan::model::Layout;

use super::paper::{Paper, Typed, html, text, xlsx};
use super::plan::{Line, five_cells, library, printed, traffic};
use super::{further, renja_2027};

/// A sample and what it should say.
pub struct Sample {
    /// Its file name in `samples/`.
    pub file: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The rows of its T-C.33; none where that is not what it shows.
    pub truth: Vec<Line>,
}

/// Every sample of our own.
pub fn samples() -> Vec<Sample> {
    let sample = |file, bytes, truth| Sample { file, bytes, truth };
    vec![
        sample("resmi-10-kolom.xlsx", official(), library()),
        sample("sipd-ri-17-kolom.xlsx", sipd_ri(), traffic()),
        sample("semua-di-satu-lembar.xlsx", one_sheet(), library()),
        sample("satu-halaman-satu-lembar.xlsx", pages(), library()),
        sample("unduhan-sipd.xls", download(), library()),
        sample("diketik-excel.xlsx", typed(), library()),
        sample("renstra.xlsx", further::renstra(), Vec::new()),
        sample("evaluasi-triwulan.xlsx", further::evaluation(), Vec::new()),
        sample("renja-2027.xlsx", renja_2027::renja_of_2027(), Vec::new()),
    ]
}

fn layout(form_id: &str, id: &str) -> &'static Layout {
    form(form_id).unwrap().layouts.iter().find(|layout| layout.id == id).unwrap()
}

fn titles(paper: &mut Paper, number: &str, name: &str, office: &str) {
    paper.lines(&[number, name, "Kabupaten Tanah Embun", &format!("Nama Perangkat Daerah : {office}")]);
    paper.row += 1;
}

const LIBRARY: &str = "Dinas Perpustakaan Kabupaten Tanah Embun";
const RUMUSAN: &str =
    "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 dan Prakiraan Maju Tahun 2025";

/// The regulation's ten columns without any damage.
pub fn clean() -> Vec<u8> {
    altered(|_, _| {})
}

/// The same with parents that no sum can explain.
pub fn contradicting() -> Vec<u8> {
    altered(|line, cells| match line.code {
        "2.23.02.2.02" => cells[5] = text("207.318.465"),
        "2.23.02" => cells[5] = text("661.027.144"),
        _ => {}
    })
}

/// The same with other cells: code, uraian, indikator, lokasi, target, pagu, fund, remarks, the next year's two.
pub fn altered(alter: impl Fn(&Line, &mut [Typed])) -> Vec<u8> {
    let layout = layout("T-C.33", "permendagri");
    let mut paper = Paper::new("T-C.33");
    titles(&mut paper, "Tabel T-C.33.", RUMUSAN, LIBRARY);
    paper.header(layout, 1, 2024);
    for line in library() {
        let mut cells = line.cells(layout, &[line.code.to_owned()]);
        alter(&line, &mut cells);
        paper.typed(cells);
    }
    xlsx(&[paper])
}

/// The header alone.
pub fn only_header() -> Vec<u8> {
    let mut paper = Paper::new("T-C.33");
    titles(&mut paper, "Tabel T-C.33.", RUMUSAN, LIBRARY);
    paper.header(layout("T-C.33", "permendagri"), 1, 2024);
    xlsx(&[paper])
}

/// A workbook of another kind.
pub fn without_tables() -> Vec<u8> {
    let mut paper = Paper::new("Anggota");
    paper.lines(&["Daftar anggota koperasi", "Nama", "Sari", "Budi"]);
    xlsx(&[paper])
}

/// The regulation's ten columns; words and amounts torn as a PDF converter tears them.
fn official() -> Vec<u8> {
    altered(|line, cells| match line.code {
        "2.23.01.2.02.01" => cells[5] = text("2.415.836 .712"),
        "2.23.02.2.01.09" => cells[1] = text("Pengelo laan dan Pengemb angan Bahan Pustaka"),
        "2.23.02.2.02.04" => cells[5] = text("Rp. 88,920,000.00"),
        _ => {}
    })
}

/// Seventeen columns with one dotted code; amounts in the dress of a currency.
fn sipd_ri() -> Vec<u8> {
    let layout = layout("T-C.33", "sipd-ri");
    let mut paper = Paper::new("Renja");
    titles(&mut paper, "Tabel T-C.33.", RUMUSAN, "Dinas Perhubungan Kabupaten Tanah Embun");
    paper.header(layout, 1, 2024);
    for (number, line) in (1..).zip(traffic()) {
        let mut cells = line.cells(layout, &[line.code.to_owned()]);
        if line.code.is_empty() {
            cells[0] = text("Jumlah");
            cells[2] = text("");
        } else {
            cells[0] = Typed::Number(f64::from(number), "0");
        }
        for (position, amount) in [(8, line.pagu), (15, line.next)] {
            if amount > 0 {
                cells[position] = text(&format!("Rp{},00", printed(amount)));
            }
        }
        paper.typed(cells);
    }
    xlsx(&[paper])
}

fn sipd_rows(paper: &mut Paper, lines: &[Line]) {
    let layout = layout("T-C.33", "sipd");
    for line in lines {
        paper.typed(line.cells(layout, &five_cells(line.code)));
    }
}

/// Four forms below each other.
fn one_sheet() -> Vec<u8> {
    let mut paper = Paper::new("Renja 2024");
    titles(&mut paper, "Tabel T-C.30.", "Pencapaian Kinerja Pelayanan Perangkat Daerah", LIBRARY);
    paper.header(layout("T-C.30", "permendagri"), 1, 2024);
    for (number, row) in [
        (
            1,
            [
                "Nilai tingkat kegemaran membaca",
                "-",
                "IKK",
                "60",
                "62",
                "64",
                "66",
                "59,5",
                "61",
                "64",
                "66",
                "",
            ],
        ),
        (
            2,
            [
                "Indeks pembangunan literasi masyarakat",
                "-",
                "-",
                "45 %",
                "50 %",
                "55 %",
                "60 %",
                "44 %",
                "49 %",
                "55 %",
                "60 %",
                "Belum semua kecamatan terdata",
            ],
        ),
    ] {
        let cells = row.into_iter().map(text);
        paper.typed([Typed::Number(f64::from(number), "0")].into_iter().chain(cells).collect());
    }
    paper.row += 2;
    titles(&mut paper, "Tabel T-C.31.", "Review terhadap Rancangan Awal RKPD Tahun 2024", LIBRARY);
    paper.header(layout("T-C.31", "permendagri"), 1, 2024);
    for line in library().iter().filter(|line| matches!(line.code.len(), 7 | 12)) {
        let half = [
            line.name.to_owned(),
            "Kabupaten Tanah Embun".to_owned(),
            "Terlaksananya layanan".to_owned(),
            "100 %".to_owned(),
            printed(line.pagu),
        ];
        let cells = [String::new()].into_iter().chain(half.clone()).chain(half);
        paper.typed(cells.map(|cell| text(&cell)).collect());
    }
    paper.row += 2;
    titles(
        &mut paper,
        "Tabel T-C.32.",
        "Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun 2024",
        LIBRARY,
    );
    paper.header(layout("T-C.32", "permendagri"), 1, 2024);
    paper.typed(["1", "PROGRAM PEMBINAAN PERPUSTAKAAN"].map(text).to_vec());
    paper.typed(
        [
            "",
            "Pengembangan Literasi Berbasis Inklusi Sosial",
            "Nagari Embun Pagi",
            "Jumlah perpustakaan nagari",
            "3 Unit",
            "Musrenbang",
        ]
        .map(text)
        .to_vec(),
    );
    paper.row += 2;
    titles(&mut paper, "Tabel T-C.33.", RUMUSAN, LIBRARY);
    paper.header(layout("T-C.33", "sipd"), 5, 2024);
    sipd_rows(&mut paper, &library());
    xlsx(&[paper])
}

/// A page a sheet; the header on the first only; a name and its indicator cut by the page break.
fn pages() -> Vec<u8> {
    let lines = library();
    let mut first = Paper::new("Table 1");
    titles(&mut first, "Tabel T-C.33.", RUMUSAN, LIBRARY);
    first.header(layout("T-C.33", "sipd"), 5, 2024);
    sipd_rows(&mut first, &lines[..5]);
    let mut cut = lines[7];
    cut.name = "Penyediaan Gaji dan";
    let mut second = Paper::new("Table 2");
    sipd_rows(&mut second, &lines[5..7]);
    sipd_rows(&mut second, &[cut]);
    let mut third = Paper::new("Table 3");
    third.put(0, 5, text("Tunjangan ASN"));
    third.row = 1;
    sipd_rows(&mut third, &lines[8..]);
    xlsx(&[first, second, third])
}

/// A web page that calls itself `.xls`.
fn download() -> Vec<u8> {
    let mut paper = Paper::new("Renja");
    titles(&mut paper, "Tabel T-C.33.", RUMUSAN, LIBRARY);
    paper.header(layout("T-C.33", "sipd"), 5, 2024);
    sipd_rows(&mut paper, &library());
    html(&paper)
}

/// Every cell typed by Excel: codes as numbers with a format, one as a date, percents and amounts as numbers.
#[allow(clippy::cast_precision_loss, reason = "amounts of a plan have far fewer digits than a float keeps")]
fn typed() -> Vec<u8> {
    let layout = layout("T-C.33", "sipd");
    let mut paper = Paper::new("T-C.33");
    titles(&mut paper, "Tabel T-C.33.", RUMUSAN, LIBRARY);
    paper.header(layout, 5, 2024);
    for line in library() {
        let code = five_cells(line.code);
        let mut cells = line.cells(layout, &code);
        for (position, format) in [(0, "0"), (1, "00"), (2, "00"), (3, "0.00"), (4, "00")] {
            if let Ok(number) = code[position].parse() {
                cells[position] = Typed::Number(number, format);
            }
        }
        if line.code == "2.23.02.2.02" {
            cells[3] = Typed::Day(2024, 2, 2);
        }
        if line.is_sub() {
            cells[12] = Typed::Number(0.9, "0%");
        }
        for (position, amount) in [(13, line.pagu), (18, line.next)] {
            if amount > 0 {
                cells[position] = Typed::Number(amount as f64, "#,##0");
            }
        }
        paper.typed(cells);
    }
    xlsx(&[paper])
}
