//! Provinces, regencies, cities and kecamatan.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::records::records;
use crate::model::letters;

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub kode: &'static str,
    /// `provinsi`, `kabkota` or `kecamatan`.
    pub level: &'static str,
    /// Its name; a regency's or city's starts with `Kabupaten` or `Kota`.
    pub nama: &'static str,
    /// The regency or city it lies in.
    pub kabkota: &'static str,
    /// The province it lies in.
    pub provinsi: &'static str,
}

/// Every place.
#[derive(Debug)]
pub struct Places {
    all: Vec<Place>,
    kecamatan: HashMap<String, Vec<&'static str>>,
    regions: HashMap<String, usize>,
}

/// The table of places, parsed when first asked for.
#[must_use]
pub fn places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| Places::parse(include_str!("data/wilayah.csv")))
}

impl Places {
    fn parse(text: &'static str) -> Self {
        let mut all = Vec::new();
        let mut kecamatan: HashMap<String, Vec<&'static str>> = HashMap::new();
        let mut regions = HashMap::new();
        for record in records(text) {
            let [kode, level, nama, kabkota, provinsi, ..] = record.as_slice() else { continue };
            if *level == "kecamatan" {
                kecamatan.entry(region_key(kabkota)).or_default().push(nama);
            } else {
                regions.insert(region_key(nama), all.len());
            }
            all.push(Place { kode, level, nama, kabkota, provinsi });
        }
        Self { all, kecamatan, regions }
    }

    /// Every place in the order of its code.
    #[must_use]
    pub fn all(&self) -> &[Place] {
        &self.all
    }

    /// The kecamatan of a regency or city, named as `Kabupaten X`, `Kab. X` or `Kota X`.
    #[must_use]
    pub fn kecamatan_of(&self, region: &str) -> Vec<&'static str> {
        self.kecamatan.get(&region_key(region)).cloned().unwrap_or_default()
    }

    /// The regency, city or province of a name.
    #[must_use]
    pub fn find_region(&self, name: &str) -> Option<&Place> {
        self.regions.get(&region_key(name)).and_then(|index| self.all.get(*index))
    }
}

/// The letters of a region's name, `Kab.` written out.
fn region_key(name: &str) -> String {
    let key = letters(name);
    match key.strip_prefix("kab") {
        Some(rest) if !rest.starts_with("upaten") => format!("kabupaten{rest}"),
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_know_their_kecamatan() {
        assert!(places().kecamatan_of("Kab. Agam").contains(&"Matur"));
        assert_eq!(places().find_region("KABUPATEN AGAM").map(|place| place.level), Some("kabkota"));
        assert!(places().kecamatan_of("Kabupaten Antah Berantah").is_empty());
    }
}
