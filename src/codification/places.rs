//! Provinces, regencies, cities and kecamatan.

use std::sync::OnceLock;

use foldhash::HashMap;

use super::records::records;
use super::region;

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code: `13`, `13.12`, `13.12.01`.
    pub kode: &'static str,
    /// `provinsi`, `kabkota` or `kecamatan`.
    pub level: &'static str,
    /// Its name; that of a regency or city starts with `Kabupaten` or `Kota`, that of a province has nothing before
    /// it.
    pub nama: &'static str,
    /// The regency or city that a kecamatan lies in; empty for others.
    pub kabkota: &'static str,
    /// The province that it lies in; empty for a province.
    pub provinsi: &'static str,
}

/// Every place.
#[derive(Debug)]
pub struct Places {
    all: Vec<Place>,
    /// The positions of provinces, regencies and cities by their key.
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
        let place = |[kode, level, nama, kabkota, provinsi]: [&'static str; 5]| Place {
            kode,
            level,
            nama,
            kabkota,
            provinsi,
        };
        let all: Vec<Place> = records(text).map(place).collect();
        let regions = all.iter().enumerate().filter(|(_, place)| place.level != "kecamatan");
        let regions = regions.map(|(index, place)| (region::official_key(place), index)).collect();
        Self { all, regions }
    }

    /// Every place in the order of its code: a province, its regencies and cities, each before its kecamatan.
    #[must_use]
    pub fn all(&'static self) -> &'static [Place] {
        &self.all
    }

    /// The provinces, regencies and cities, in the order of their codes.
    pub fn regions(&'static self) -> impl Iterator<Item = &'static Place> {
        self.all.iter().filter(|place| place.level != "kecamatan")
    }

    /// The names of the kecamatan of a regency or city, in the order of their codes. The region is named in any way
    /// that [`Places::find_region`] understands; empty if it does not, or for a province.
    #[must_use]
    pub fn kecamatan_of(&'static self, region: &str) -> Vec<&'static str> {
        let Some(region) = self.find_region(region) else { return Vec::new() };
        let from = self.all.partition_point(|place| place.kode <= region.kode);
        let own = self.all.iter().skip(from).take_while(|place| place.kabkota == region.nama);
        own.map(|place| place.nama).collect()
    }

    /// The region that a text names, such as a title line: `Kab. Agam`, `PEMERINTAH KOTA SOLOK TAHUN 2023`, `Provinsi
    /// Riau`. In this order: the whole text by its letters, a bare name that only one region has, the longest
    /// name within the text, and a whole text that is like one name (0.9) and clearly less like any other.
    #[must_use]
    pub fn find_region(&'static self, text: &str) -> Option<&'static Place> {
        let key = region::key(text);
        let found = self
            .regions
            .get(&key)
            .copied()
            .or_else(|| region::only_bare(&self.regions, &key))
            .or_else(|| region::longest_within(&self.regions, text))
            .or_else(|| region::clearly_like(&self.regions, &key));
        found.and_then(|index| self.all.get(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&'static str> {
        places().find_region(text).map(|place| place.nama)
    }

    #[test]
    fn every_line_is_a_place_in_code_order() {
        assert_eq!(places().all().len(), 7837);
        assert!(places().all().is_sorted_by(|left, right| left.kode < right.kode));
        assert_eq!(places().regions().count(), 38 + 514);
    }

    #[test]
    fn every_region_is_found_by_its_name_however_it_is_torn() {
        for region in places().regions() {
            let torn = region.nama.to_uppercase().replace('A', "A ");
            let title = match region.level {
                "provinsi" => format!("PROVINSI {torn}"),
                _ => torn,
            };
            assert_eq!(places().find_region(&title), Some(region), "{title}");
            let short = region.nama.replace("Kabupaten ", "Kab. ");
            assert_eq!(places().find_region(&short).map(|place| place.nama), Some(region.nama), "{short}");
        }
    }

    #[test]
    fn every_kecamatan_is_found_in_its_region() {
        let count: usize = places()
            .regions()
            .map(|region| match region.level {
                "kabkota" => places().kecamatan_of(region.nama).len(),
                _ => 0,
            })
            .sum();
        assert_eq!(count, 7285);
        assert!(places().kecamatan_of("Kab. Agam").contains(&"Matur"));
        assert!(places().kecamatan_of("KOTA SOLOK").contains(&"Lubuk Sikarah"));
        assert!(places().kecamatan_of("Kabupaten Antah Berantah").is_empty());
        assert!(places().kecamatan_of("Provinsi Sumatera Barat").is_empty());
    }

    #[test]
    fn a_title_line_may_say_more_than_the_name() {
        let titles = [
            ("PEMERINTAH KABUPATEN LAMPUNG BARAT", "Kabupaten Lampung Barat"),
            ("Pemerintah Kota Padang Panjang Tahun 2023", "Kota Padang Panjang"),
            ("Kab. Pasaman Tahun 2023 dan Prakiraan Maju", "Kabupaten Pasaman"),
            ("Nama Perangkat Daerah : Dinas Sosial Prov. Riau", "Riau"),
            ("Renja Dinas Kesehatan Kabupaten Kotawaringin Barat", "Kabupaten Kotawaringin Barat"),
        ];
        for (title, name) in titles {
            assert_eq!(found(title), Some(name), "{title}");
        }
    }

    #[test]
    fn a_name_may_be_short_or_misspelt() {
        assert_eq!(found("Lampung Barat"), Some("Kabupaten Lampung Barat"));
        assert_eq!(found("Kabupaten Lampng Barat"), Some("Kabupaten Lampung Barat"));
        assert_eq!(found("Kota Jakarta Selatan"), Some("Kota Administrasi Jakarta Selatan"));
        assert_eq!(found("Provinsi DKI Jakarta"), Some("Daerah Khusus Ibukota Jakarta"));
        assert_eq!(found("Prov. D.I. Yogyakarta"), Some("Daerah Istimewa Yogyakarta"));
    }

    #[test]
    fn what_names_no_region_or_several_finds_none() {
        for text in ["", "Bekasi", "Dinas Koperasi", "Daerah Kabupaten/Kota", "Kabupaten", "Kota", "Barat"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
