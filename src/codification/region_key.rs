//! The key that all ways of writing the name of a region share; the build makes those of the table.

use crate::model::letters;

/// What a region's name begins with, and how else it is written. The longer comes first.
pub const KINDS: [(&str, &str); 6] = [
    ("kabupaten", "kabupaten"),
    ("kotamadya", "kota"),
    ("kab", "kabupaten"),
    ("kota", "kota"),
    ("provinsi", "provinsi"),
    ("prov", "provinsi"),
];

/// How provinces of a special standing are written.
const SPECIAL: [(&str, &str); 3] =
    [("daerahkhususibukota", "dki"), ("daerahistimewa", "di"), ("daerahkhusus", "dki")];

/// The letters of a region's name, its kind written out.
pub fn region_key(text: &str) -> String {
    let text = letters(text);
    let written = KINDS.iter().find_map(|(form, kind)| Some((*kind, text.strip_prefix(form)?)));
    match written {
        Some((kind, name)) => {
            format!("{kind}{}", short(name.strip_prefix("administrasi").unwrap_or(name)))
        }
        None => short(&text),
    }
}

#[allow(dead_code, reason = "the build makes the keys of the table with it")]
/// The key of a region of the table: the name of a province has no kind before it.
pub fn official_key(level: &str, name: &str) -> String {
    if level == "provinsi" { format!("provinsi{}", short(&letters(name))) } else { region_key(name) }
}

fn short(name: &str) -> String {
    let long = SPECIAL.iter().find_map(|(long, short)| Some((*short, name.strip_prefix(long)?)));
    long.map_or_else(|| name.to_owned(), |(short, rest)| format!("{short}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_of_writing_a_name_share_a_key() {
        for name in ["Kabupaten Agam", "KAB. AGAM", "Kab Agam", "kabu paten a gam"] {
            assert_eq!(region_key(name), "kabupatenagam", "{name}");
        }
        assert_eq!(region_key("Kota Administrasi Jakarta Pusat"), region_key("Kota Jakarta Pusat"));
        assert_eq!(region_key("Prov. Daerah Istimewa Yogyakarta"), region_key("Provinsi D.I. Yogyakarta"));
        assert_ne!(region_key("Kota Solok"), region_key("Kabupaten Solok"));
    }
}
