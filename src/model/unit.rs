//! The unit of money that a text states.

use super::pattern::Pattern;
use super::table::Unit;

/// Millions: `juta`, `Rp. 000.000`, `x 1.000.000`.
static MILLIONS: Pattern =
    Pattern::seldom(r"(?i)\bjuta(an)?\b|(^|\W)000[.,\s]000\b|[x×]\s*(rp\.?\s*)?1[.,]000[.,]000\b");
/// Thousands: `ribu`, `Rp.000`, `000 Rp`, `x 1.000`.
static THOUSANDS: Pattern = Pattern::seldom(
    r"(?i)\bribu(an)?\b|\b(rp|rupiah)\b[\s.,]*(x\s*)?(1[.,])?000\b|(^|[^\d.,])000\s*[.,]?\s*(rp|rupiah)\b|[x×]\s*(rp\.?\s*)?1[.,]000\b|\(\s*[.,]?000\s*\)",
);
/// Full rupiah: `(Rp)`, `(Rp.)`, `dalam rupiah`.
static RUPIAH: Pattern = Pattern::seldom(r"(?i)\(\s*(dalam\s+)?(rp\.?|rupiah)\s*\)|\bdalam\s+rupiah\b");
/// Words that state the unit of a whole table: `(dalam ribuan rupiah)`, `Satuan : juta rupiah`, `dalam Rp. 000`.
static OF_TABLE: Pattern = Pattern::seldom(
    r"(?i)(\bdalam|\bsatuan|\bangka|\(|^\s*[*)]*)\W*((uang|angka|anggaran|jumlah|nilai|pagu|harga|dalam|adalah)\W+)*(rp\b|rupiah\b|ribu|juta|[.,]?000\b|[x×]\s*1[.,]000)",
);
/// The most letters of a line that states a unit and nothing else.
const LONGEST: usize = 100;

/// The unit that a header of a column or of a group of columns states.
#[must_use]
pub fn unit_of_header(text: &str) -> Option<Unit> {
    if MILLIONS.is_match(text) {
        Some(Unit::MillionRupiah)
    } else if THOUSANDS.is_match(text) {
        Some(Unit::ThousandRupiah)
    } else if RUPIAH.is_match(text) {
        Some(Unit::Rupiah)
    } else {
        None
    }
}

/// The unit that the header of a column states, in its own text or in the nearest group that states one.
#[must_use]
pub fn unit_of_path(path: &[String]) -> Option<Unit> {
    path.iter().rev().find_map(|text| unit_of_header(text))
}

/// The unit that a title, or a note above or below a table, states for all its amounts; none for a line that merely
/// speaks of some amount.
#[must_use]
pub fn unit_of_line(text: &str) -> Option<Unit> {
    if text.chars().count() > LONGEST || !OF_TABLE.is_match(text) {
        return None;
    }
    unit_of_header(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_state_units_in_many_spellings() {
        for text in [
            "Pagu Indikatif (Rp.000)",
            "Pagu (000 Rp)",
            "Kebutuhan Dana (ribu rupiah)",
            "Pagu (Rp. x 1.000)",
            "Pagu (dalam ribuan Rp)",
        ] {
            assert_eq!(unit_of_header(text), Some(Unit::ThousandRupiah), "{text}");
        }
        for text in
            ["Pagu Indikatif (Rp. Juta)", "Pagu (jutaan rupiah)", "Pagu (Rp. 000.000)", "Pagu (Rp juta)"]
        {
            assert_eq!(unit_of_header(text), Some(Unit::MillionRupiah), "{text}");
        }
        assert_eq!(unit_of_header("Pagu Indikatif (Rp.)"), Some(Unit::Rupiah));
        for text in ["Pagu Indikatif", "Target 1.000 Orang", "Lokasi"] {
            assert_eq!(unit_of_header(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_states_a_unit_only_where_it_speaks_of_all_amounts() {
        assert_eq!(unit_of_line("(dalam ribuan rupiah)"), Some(Unit::ThousandRupiah));
        assert_eq!(unit_of_line("Satuan uang : jutaan rupiah (Rp juta)"), Some(Unit::MillionRupiah));
        assert_eq!(unit_of_line("*) Angka dalam Rp. 000"), Some(Unit::ThousandRupiah));
        assert_eq!(unit_of_line("Catatan : nilai dalam juta rupiah"), Some(Unit::MillionRupiah));
        for text in ["Bantuan sebesar 5 juta rupiah per kelompok", "Kegiatan Seribu Hari", "Kabupaten Agam"] {
            assert_eq!(unit_of_line(text), None, "{text}");
        }
    }
}
