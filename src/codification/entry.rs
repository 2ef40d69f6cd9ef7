//! One line of the codification.

use crate::model::{Kode, Tingkat};

/// Which governments an entry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TingkatPemda {
    /// Provinces.
    Provinsi,
    /// Regencies and cities.
    Kabkota,
    /// All.
    Both,
}

/// An official code with its name. Program 01 ("penunjang") is published once for every bidang, as `X.XX.01…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code as published.
    pub kode: Kode,
    /// Its level.
    pub tingkat: Tingkat,
    /// Its name as published.
    pub nama: &'static str,
    /// Which governments it is for.
    pub tingkat_pemda: TingkatPemda,
    /// The official output indicator, or nothing.
    pub indikator: &'static str,
    /// Its unit, or nothing.
    pub satuan: &'static str,
}

impl Entry {
    /// The entry of a record: kode, level, nama, `tingkat_pemda`, indikator, satuan. `None` for a record that has no
    /// code or level.
    pub(super) fn from_record(record: &[&'static str]) -> Option<Self> {
        let [kode, level, nama, pemda, indikator, satuan] = *record else { return None };
        let tingkat_pemda = match pemda {
            "provinsi" => TingkatPemda::Provinsi,
            "kabkota" => TingkatPemda::Kabkota,
            _ => TingkatPemda::Both,
        };
        let (kode, tingkat) = (Kode::of(kode)?, Tingkat::from_name(level)?);
        Some(Self { kode, tingkat, nama, tingkat_pemda, indikator, satuan })
    }

    /// Whether the entry holds for every bidang.
    #[must_use]
    pub fn is_general(&self) -> bool {
        self.kode.as_str().starts_with("X.XX")
    }

    /// The code within a bidang: `X.XX.01.2.02` in `2.17` is `2.17.01.2.02`; other codes stay as they are.
    #[must_use]
    pub fn kode_in(&self, bidang: &Kode) -> Kode {
        match self.kode.as_str().strip_prefix("X.XX") {
            Some(rest) => Kode::of(&format!("{bidang}{rest}")).unwrap_or_else(|| self.kode.clone()),
            None => self.kode.clone(),
        }
    }
}
