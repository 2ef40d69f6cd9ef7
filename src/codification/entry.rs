//! One line of the codification.

use crate::model::{Kode, Shape, Tingkat};

/// Which governments an entry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TingkatPemda {
    /// Provinces.
    Provinsi,
    /// Regencies and cities.
    Kabkota,
    /// All.
    Both,
}

impl TingkatPemda {
    /// The governments that the tables call so.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "provinsi" => Some(Self::Provinsi),
            "kabkota" => Some(Self::Kabkota),
            "both" => Some(Self::Both),
            _ => None,
        }
    }

    /// The kind of government that a built-in table names; any other word holds for both.
    fn of(name: &str) -> Self {
        Self::from_name(name).unwrap_or(Self::Both)
    }
}

/// An official code with its name. What holds for every bidang is there once: program 01 ("penunjang") as `X.XX.01…`,
/// as it is published; programs 01 to 06 of the edition of 2006 as `0.00.01…`, as offices print them.
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
    /// The entry of a record of a built-in table, its fields parted by tabs: kode, nama, `tingkat_pemda`, indikator, satuan.
    /// `None` for a record whose first field is no code: of the edition of 2006 where `is_legacy`, else of today's.
    pub(super) fn of_record(record: &'static str, is_legacy: bool) -> Option<Self> {
        let mut fields = record.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (kode, nama, pemda, indikator, satuan) = (next(), next(), next(), next(), next());
        let kode = if is_legacy { Kode::legacy(kode, Shape::default())? } else { Kode::of(kode)? };
        Some(Self {
            tingkat: kode.tingkat(),
            kode,
            nama,
            tingkat_pemda: TingkatPemda::of(pemda),
            indikator,
            satuan,
        })
    }

    /// Whether the entry holds for every bidang.
    #[must_use]
    pub fn is_general(&self) -> bool {
        GENERAL.iter().any(|general| self.kode.as_str().starts_with(general))
    }

    /// The code within a bidang: `X.XX.01.2.02` in `2.17` is `2.17.01.2.02`; other codes stay as they are.
    #[must_use]
    pub fn kode_in(&self, bidang: &Kode) -> Kode {
        let rest = GENERAL.iter().find_map(|general| self.kode.as_str().strip_prefix(general));
        let text = rest.map(|rest| format!("{bidang}{rest}"));
        let code = text.and_then(|text| match self.kode.shape() {
            Some(shape) => Kode::legacy(&text, shape),
            None => Kode::of(&text),
        });
        code.unwrap_or_else(|| self.kode.clone())
    }
}

/// What stands for the bidang of an entry that holds for every one, today and in the edition of 2006.
const GENERAL: [&str; 2] = ["X.XX", "0.00"];
