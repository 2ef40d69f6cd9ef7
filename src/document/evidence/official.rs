//! What the codification publishes as evidence.

use crate::codification::Entry;
use crate::model::{Edition, Evidence, Kode, Proof, Published};

/// The proof that a code has a printed name in an edition; where the name is another, that it is nearly the official one.
#[must_use]
pub fn code(code: &Kode, entry: &Entry, edition: Option<Edition>, printed: Option<&str>) -> Proof {
    let (name, said) = (entry.nama, edition.map_or("", Edition::name));
    let text = match printed {
        None => format!("{code} = “{name}” ({said})"),
        Some(printed) => format!("{code} = “{name}” ≈ “{printed}” ({said})"),
    };
    Proof::by(Evidence::Official { code: code.to_string(), edition, of: Published::Name }, text)
}

/// The proof that this is the name of a published code.
#[must_use]
pub fn name(entry: &Entry) -> Proof {
    let of = Evidence::Official { code: entry.kode.to_string(), edition: None, of: Published::Name };
    Proof::by(of, format!("{} = “{}”", entry.kode, entry.nama))
}

/// The proof that this is the indicator of a code.
#[must_use]
pub fn indicator(code: &Kode, entry: &Entry) -> Proof {
    let of = Evidence::Official { code: code.to_string(), edition: None, of: Published::Indicator };
    Proof::by(of, format!("{code} = “{}”", entry.indikator))
}

/// The proof that a code of one edition has the same name as a code of another.
#[must_use]
pub fn same_name((old, from): (&Kode, Edition), (new, to): (&Kode, Edition), name: &str) -> Proof {
    let of = Evidence::Official { code: new.to_string(), edition: Some(to), of: Published::Name };
    Proof::by(of, format!("{old} ({}) = {new} ({}) = “{name}”", from.name(), to.name()))
}
