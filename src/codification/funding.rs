//! Sources of funds.

use std::sync::OnceLock;

use super::likeness::Pattern;
use super::records::records;
use crate::model::letters;

/// One source of funds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fund {
    /// Its code: `1.2.01.01.02`.
    pub kode: &'static str,
    /// `kelompok besar`, `kelompok`, `jenis`, `objek`, `rincian objek` or `sub rincian objek`.
    pub level: &'static str,
    /// Its name.
    pub nama: &'static str,
}

/// Every source of funds in the order of its code, parsed when first asked for. One name may stand on several
/// levels, below general (`1…`) and below earmarked funds (`2…`).
#[must_use]
pub fn sumber_dana() -> &'static [Fund] {
    static FUNDS: OnceLock<Vec<Fund>> = OnceLock::new();
    FUNDS.get_or_init(|| {
        records(include_str!("data/sumber-dana.csv"))
            .map(|[kode, level, nama]| Fund { kode, level, nama })
            .collect()
    })
}

/// The sources of funds whose name has the same letters, by code.
#[must_use]
pub fn funds_named(name: &str) -> Vec<&'static Fund> {
    let wanted = letters(name);
    sumber_dana().iter().filter(|fund| letters(fund.nama) == wanted).collect()
}

/// The sources of funds whose name is like the given one, with their likeness of at least
/// `floor`, the best first and equal ones by code; at most `limit`.
#[must_use]
pub fn funds_like(name: &str, limit: usize, floor: f64) -> Vec<(&'static Fund, f64)> {
    let pattern = Pattern::new(&letters(name));
    let mut found: Vec<(&'static Fund, f64)> = sumber_dana()
        .iter()
        .filter_map(|fund| Some((fund, pattern.likeness(&letters(fund.nama), floor)?)))
        .collect();
    // Stable, so that equally alike ones stay in code order.
    found.sort_by(|left, right| right.1.total_cmp(&left.1));
    found.truncate(limit);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_fund_in_code_order() {
        assert_eq!(sumber_dana().len(), 300);
        assert!(sumber_dana().iter().all(|fund| !fund.kode.is_empty() && !letters(fund.nama).is_empty()));
        assert!(sumber_dana().is_sorted_by(|left, right| left.kode < right.kode));
    }

    #[test]
    fn torn_names_are_found_by_their_letters() {
        let found = funds_named("Dana Trans fer Umu m-Dana Aloka si Umu m");
        let codes: Vec<&str> = found.iter().map(|fund| fund.kode).collect();
        assert_eq!(codes, ["1.2.01.01.02", "2.2.01.01.02"]);
        assert!(funds_named("Dana Trans").is_empty());
    }

    #[test]
    fn damaged_names_are_found_by_likeness() {
        let found = funds_like("Dana Transfer Umum - Dana Alokasi Umm", 3, 0.9);
        assert_eq!(found.first().map(|(fund, _)| fund.kode), Some("1.2.01.01.02"));
        assert!(found.iter().all(|(_, alike)| *alike >= 0.9));
        assert!(funds_like("Iuran Arisan Kampung", 3, 0.8).is_empty());
        assert_eq!(funds_like("Dana Desa", 2, 0.5).len(), 2);
    }
}
