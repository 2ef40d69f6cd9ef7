//! The plans of invented offices: what their tables would say if nothing had happened to them.

use rapikan::model::{Layout, indonesian};

use super::paper::{Typed, text};

/// One row of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The full code; empty for the total.
    pub code: &'static str,
    /// The official name.
    pub name: &'static str,
    /// The indicator; sub kegiatan only.
    pub indicator: &'static str,
    /// The target.
    pub target: &'static str,
    /// Rupiah of the plan year.
    pub pagu: u64,
    /// Rupiah of the year after.
    pub next: u64,
}

const fn sub(
    code: &'static str,
    name: &'static str,
    indicator: &'static str,
    target: &'static str,
    pagu: u64,
    next: u64,
) -> Line {
    Line { code, name, indicator, target, pagu, next }
}

const fn group(code: &'static str, name: &'static str) -> Line {
    sub(code, name, "", "", 0, 0)
}

/// A library's plan, in the edition with two digits.
pub fn library() -> Vec<Line> {
    summed(vec![
        group("2", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR"),
        group("2.23", "URUSAN PEMERINTAHAN BIDANG PERPUSTAKAAN"),
        group("2.23.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"),
        group("2.23.01.2.01", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah"),
        sub(
            "2.23.01.2.01.01",
            "Penyusunan Dokumen Perencanaan Perangkat Daerah",
            "Jumlah Dokumen Perencanaan Perangkat Daerah",
            "4 Dokumen",
            35_250_000,
            37_012_500,
        ),
        sub(
            "2.23.01.2.01.07",
            "Evaluasi Kinerja Perangkat Daerah",
            "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah",
            "5 Laporan",
            18_400_000,
            19_320_000,
        ),
        group("2.23.01.2.02", "Administrasi Keuangan Perangkat Daerah"),
        sub(
            "2.23.01.2.02.01",
            "Penyediaan Gaji dan Tunjangan ASN",
            "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
            "31 Orang/Bulan",
            2_415_836_712,
            2_536_628_547,
        ),
        sub(
            "2.23.01.2.02.04",
            "Koordinasi dan Pelaksanaan Akuntansi SKPD",
            "Jumlah Dokumen Hasil Koordinasi dan Pelaksanaan Akuntansi SKPD",
            "12 Dokumen",
            27_600_000,
            28_980_000,
        ),
        group("2.23.02", "PROGRAM PEMBINAAN PERPUSTAKAAN"),
        group("2.23.02.2.01", "Pengelolaan Perpustakaan Tingkat Daerah Kabupaten/Kota"),
        sub(
            "2.23.02.2.01.06",
            "Peningkatan Kapasitas Tenaga Perpustakaan dan Pustakawan Tingkat Daerah Kabupaten/Kota",
            "Jumlah Tenaga Perpustakaan yang Ditingkatkan Kapasitasnya",
            "40 Orang",
            64_315_000,
            67_530_750,
        ),
        sub(
            "2.23.02.2.01.09",
            "Pengelolaan dan Pengembangan Bahan Pustaka",
            "Jumlah Bahan Perpustakaan yang Dikelola dan Dikembangkan",
            "2.500 Eksemplar",
            145_780_500,
            153_069_525,
        ),
        group("2.23.02.2.02", "Pembudayaan Gemar Membaca Tingkat Daerah Kabupaten/Kota"),
        sub(
            "2.23.02.2.02.04",
            "Pengembangan Literasi Berbasis Inklusi Sosial",
            "Jumlah Perpustakaan Berbasis Inklusi Sosial yang Dikembangkan",
            "6 Perpustakaan",
            88_920_000,
            93_366_000,
        ),
        sub(
            "2.23.02.2.02.05",
            "Pemilihan Duta Baca Tingkat Daerah Kabupaten/Kota",
            "Jumlah Duta Baca yang Dipilih",
            "2 Orang",
            21_075_000,
            22_128_750,
        ),
        group("", "TOTAL"),
    ])
}

/// A traffic office's plan, in the edition with four digits.
pub fn traffic() -> Vec<Line> {
    summed(vec![
        group("2", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR"),
        group("2.15", "URUSAN PEMERINTAHAN BIDANG PERHUBUNGAN"),
        group("2.15.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"),
        group("2.15.01.2.01", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah"),
        sub(
            "2.15.01.2.01.0001",
            "Penyusunan Dokumen Perencanaan Perangkat Daerah",
            "Jumlah Dokumen Perencanaan Perangkat Daerah",
            "6 Dokumen",
            42_118_000,
            44_223_900,
        ),
        sub(
            "2.15.01.2.01.0007",
            "Evaluasi Kinerja Perangkat Daerah",
            "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah",
            "4 Laporan",
            15_730_000,
            16_516_500,
        ),
        group("2.15.02", "PROGRAM PENYELENGGARAAN LALU LINTAS DAN ANGKUTAN JALAN (LLAJ)"),
        group("2.15.02.2.02", "Penyediaan Perlengkapan Jalan di Jalan Kabupaten/Kota"),
        sub(
            "2.15.02.2.02.0002",
            "Penyediaan Perlengkapan Jalan di Jalan Kabupaten/Kota",
            "Jumlah Perlengkapan Jalan di Jalan Kabupaten/Kota yang Tersedia",
            "120 Unit",
            864_200_000,
            907_410_000,
        ),
        sub(
            "2.15.02.2.02.0004",
            "Rehabilitasi dan Pemeliharaan Perlengkapan Jalan",
            "Jumlah Perlengkapan Jalan yang Terehabilitasi dan Terpelihara",
            "75 Unit",
            312_945_000,
            328_592_250,
        ),
        group("2.15.02.2.05", "Pengujian Berkala Kendaraan Bermotor"),
        sub(
            "2.15.02.2.05.0003",
            "Registrasi Kendaraan Wajib Uji Berkala Kendaraan Bermotor",
            "Jumlah Kendaraan Wajib Uji Berkala yang Teregistrasi",
            "1.850 Unit",
            57_660_000,
            60_543_000,
        ),
        sub(
            "2.15.02.2.05.0004",
            "Penyediaan Bukti Lulus Uji Pengujian Berkala Kendaraan Bermotor",
            "Jumlah Dokumen Bukti Lulus Uji",
            "3.600 Dokumen",
            134_400_000,
            141_120_000,
        ),
        group("", "Jumlah"),
    ])
}

/// Parents become the sum of their sub kegiatan, the urusan excepted.
fn summed(mut lines: Vec<Line>) -> Vec<Line> {
    let subs: Vec<Line> = lines.iter().copied().filter(|line| line.pagu > 0).collect();
    for line in lines.iter_mut().filter(|line| line.pagu == 0 && line.code.len() != 1) {
        let below = subs
            .iter()
            .filter(|sub| line.code.is_empty() || sub.code.starts_with(&format!("{}.", line.code)));
        (line.pagu, line.next) = below.fold((0, 0), |sum, sub| (sum.0 + sub.pagu, sum.1 + sub.next));
    }
    lines
}

/// An amount as Indonesia prints it; nothing for 0.
pub fn printed(amount: u64) -> String {
    if amount == 0 { String::new() } else { indonesian(amount.into(), None, true) }
}

/// A code as SIPD prints it: urusan, bidang, program, kegiatan "2.02", sub kegiatan.
pub fn five_cells(code: &str) -> Vec<String> {
    let parts: Vec<&str> = code.split('.').filter(|part| !part.is_empty()).collect();
    let kegiatan = parts.get(3..5).map(|parts| parts.join("."));
    let cells = [parts.first(), parts.get(1), parts.get(2)].map(|part| part.map(ToString::to_string));
    let sub = parts.get(5).map(ToString::to_string);
    cells.into_iter().chain([kegiatan, sub]).map(Option::unwrap_or_default).collect()
}

impl Line {
    /// Whether it is a sub kegiatan.
    pub fn is_sub(&self) -> bool {
        !self.indicator.is_empty()
    }

    /// What is printed in a column of T-C.33, the code excepted.
    pub fn printed(&self, column: &str) -> String {
        let details = |text: &str| if self.is_sub() { text.to_owned() } else { String::new() };
        match column {
            "uraian" => self.name.to_owned(),
            "indikator" | "keluaran" => self.indicator.to_owned(),
            "target" | "target_keluaran" | "maju_target" => self.target.to_owned(),
            "maju_tolok_ukur" => self.indicator.to_owned(),
            "lokasi" => details("Kabupaten Tanah Embun"),
            "sumber_dana" => details("Dana Alokasi Umum (DAU)"),
            "pagu" => printed(self.pagu),
            "maju_pagu" => printed(self.next),
            _ => String::new(),
        }
    }

    /// The printed cells of a layout, the code as given.
    pub fn cells(&self, layout: &Layout, code: &[String]) -> Vec<Typed> {
        let mut cells = Vec::new();
        for column in layout.columns {
            if column.id == "kode" {
                cells.extend(code.iter().map(|part| text(part)));
            } else {
                cells.push(text(&self.printed(column.id)));
            }
        }
        cells
    }
}
