//! What the row of a total is called.

use crate::model::letters;

/// How the name of a total begins, in letters alone.
const BEGINNINGS: [&str; 11] = [
    "totalkeseluruhan",
    "totalbelanja",
    "totalanggaran",
    "totalpagu",
    "grandtotal",
    "jumlahtotal",
    "jumlahkeseluruhan",
    "jumlahseluruh",
    "jumlahbelanja",
    "jumlahanggaran",
    "jumlahpagu",
];

/// Whether a name is that of a total. `Jumlah Laporan` is none: so do indicators begin.
#[must_use]
pub fn is_total(name: &str) -> bool {
    let key = letters(name);
    key == "total" || key == "jumlah" || BEGINNINGS.iter().any(|beginning| key.starts_with(beginning))
}

/// How a row begins that grades what was achieved in the rows above, in letters alone.
const ASSESSMENTS: [&str; 3] = ["ratarata", "predikatkinerja", "totalratarata"];

/// Whether a text names the average or the grade of the rows above: `Rata-rata capaian kinerja (%)`.
#[must_use]
pub fn is_assessment(text: &str) -> bool {
    let key = letters(text);
    ASSESSMENTS.iter().any(|beginning| key.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_indicators() {
        for name in ["TOTAL", "J u m l a h", "Jumlah Keseluruhan", "Grand Total :", "JUMLAH BELANJA DAERAH"] {
            assert!(is_total(name), "{name}");
        }
        for name in ["Jumlah Laporan", "Jumlah Dokumen", "Total Luas Lahan", "", "Program"] {
            assert!(!is_total(name), "{name}");
        }
    }
}
