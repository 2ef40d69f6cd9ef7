//! Provinces, regencies, cities and kecamatan.

use std::sync::OnceLock;

use super::built;
use super::region;
use super::region_key::region_key;

/// A province, a regency or a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code: `13`, `13.12`.
    pub kode: &'static str,
    /// `provinsi` or `kabkota`.
    pub level: &'static str,
    /// Its name; that of a regency or city starts with `Kabupaten` or `Kota`, that of a province has nothing before
    /// it.
    pub nama: &'static str,
    /// The province that it lies in; empty for a province.
    pub provinsi: &'static str,
}

/// Every place.
#[derive(Debug)]
pub struct Places {
    regions: Vec<Place>,
}

/// The table of places.
#[must_use]
pub fn places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| {
        let records = (0..built::REGIONS.len()).map(|position| built::REGIONS.line(position));
        let place = |record: &'static str| {
            let mut fields = record.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            Place { kode: next(), level: next(), nama: next(), provinsi: next() }
        };
        Places { regions: records.map(place).collect() }
    })
}

impl Places {
    /// The provinces, regencies and cities, in the order of their codes: a province before its regencies and cities.
    #[must_use]
    pub fn regions(&'static self) -> &'static [Place] {
        &self.regions
    }

    /// The names of the kecamatan of a regency or city, in the order of their codes. The region is named in any way
    /// that [`Places::find_region`] understands; empty if it does not, or for a province.
    #[must_use]
    pub fn kecamatan_of(&'static self, region: &str) -> Vec<&'static str> {
        let region = self.find_region(region);
        region.map(|region| built::KECAMATAN.all(region.kode).collect()).unwrap_or_default()
    }

    /// The region that a text names, such as a title line: `Kab. Agam`, `PEMERINTAH KOTA SOLOK TAHUN 2023`, `Provinsi
    /// Riau`. In this order: the whole text by its letters, a bare name that only one region has, the longest
    /// name within the text, and a whole text that is like one name (0.9) and clearly less like any other.
    #[must_use]
    pub fn find_region(&'static self, text: &str) -> Option<&'static Place> {
        let (keys, key) = (&built::REGION_KEYS, region_key(text));
        let found = keys
            .find(&key)
            .or_else(|| region::only_bare(keys, &key))
            .or_else(|| region::longest_within(keys, text))
            .or_else(|| region::clearly_like(keys, &key));
        self.regions.get(keys.told(found?).parse::<usize>().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&'static str> {
        places().find_region(text).map(|place| place.nama)
    }

    #[test]
    fn every_line_of_a_region_is_a_place_in_code_order() {
        assert!(places().regions().is_sorted_by(|left, right| left.kode < right.kode));
        assert_eq!(places().regions().len(), 38 + 514);
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
            .iter()
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
