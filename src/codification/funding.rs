//! Sources of funds.

use std::sync::OnceLock;

use super::records::records;

/// One source of funds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fund {
    /// Its code.
    pub kode: &'static str,
    /// `kelompok besar`, `kelompok`, `jenis` or `objek`.
    pub level: &'static str,
    /// Its name.
    pub nama: &'static str,
}

/// Every source of funds, parsed when first asked for.
#[must_use]
pub fn sumber_dana() -> &'static [Fund] {
    static FUNDS: OnceLock<Vec<Fund>> = OnceLock::new();
    FUNDS.get_or_init(|| {
        records(include_str!("data/sumber-dana.csv"))
            .filter_map(|record| match record.as_slice() {
                [kode, level, nama, ..] => Some(Fund { kode, level, nama }),
                _ => None,
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_fund() {
        assert_eq!(sumber_dana().len(), 300);
    }
}
