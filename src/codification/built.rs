//! What `build.rs` makes of the tables, which `build/tables.rs` writes: lines that are found where they stand, and the
//! triples of letters in names.

use super::lines::Lines;
use super::triples::Triples;

macro_rules! lines {
    ($name:literal) => {
        Lines::of(
            include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt")),
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".index")),
        )
    };
}

/// An edition: its records (code, name, government, indicator, unit), its names (letters, the positions of the
/// records that bear them), and the triples of letters in these.
pub(super) struct Built {
    pub(super) records: Lines,
    pub(super) names: Lines,
    pub(super) triples: Triples,
}

macro_rules! edition {
    ($records:literal, $names:literal, $triples:literal) => {
        Built {
            records: lines!($records),
            names: lines!($names),
            triples: Triples::of(include_bytes!(concat!(env!("OUT_DIR"), "/", $triples))),
        }
    };
}

pub(super) static Y2006: Built = edition!("records-2006", "names-2006", "triples-2006");
pub(super) static Y2019: Built = edition!("records-2019", "names-2019", "triples-2019");
pub(super) static Y2021: Built = edition!("records-2021", "names-2021", "triples-2021");
pub(super) static Y2023: Built = edition!("records-2023", "names-2023", "triples-2023");

/// The letters of the indicators and of the sources of funds.
pub(super) static BESIDE_NAMES: Lines = lines!("beside-names");
/// The words of the codification, of funds and of everyday planning, with how often they are printed.
pub(super) static OFFICIAL_WORDS: Lines = lines!("official-words");
/// The words of the names of places, with how often they are printed.
pub(super) static PLACE_WORDS: Lines = lines!("place-words");
/// Two words and a blank: what the names of places print side by side, in lower case.
pub(super) static PLACE_PAIRS: Lines = lines!("place-pairs");
/// The roots of the official words, with what each makes.
pub(super) static ROOTS: Lines = lines!("roots");
/// Two words and a blank: what the codification prints side by side.
pub(super) static PAIRS: Lines = lines!("pairs");
/// The provinces, regencies and cities: code, level, name, province.
pub(super) static REGIONS: Lines = lines!("regions");
/// The keys of their names, with their positions among the regions.
pub(super) static REGION_KEYS: Lines = lines!("region-keys");
/// The code of a regency or city, and the name of a kecamatan in it.
pub(super) static KECAMATAN: Lines = lines!("kecamatan");
