//! What is said of the unit of a table's amounts.

use super::twin::Twin;
use crate::model::{Cause, Said, Unit};
use crate::rules::unit_of_column::{
    AS_PRINTED, AS_TWIN, CONTRADICTED, FALSE_MARK, SEVERAL, SEVERAL_ALIKE, TOO_SMALL,
};

/// What a unit is called: in Indonesian, in English.
const fn called(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Rupiah => ("rupiah penuh", "full rupiah"),
        Unit::ThousandRupiah => ("ribuan rupiah", "thousands of rupiah"),
        Unit::MillionRupiah => ("jutaan rupiah", "millions of rupiah"),
    }
}

pub(super) fn false_mark(text: &str, unit: Unit) -> (Cause, Said) {
    let (own, english) = called(unit);
    let said = Said::new(
        format!("Tercetak “{text}”, tetapi jumlahnya {own}. Angka tidak diubah; perbaiki judulnya."),
        format!("“{text}” is printed, yet the amounts are {english}. No amount was scaled; mend the header."),
    );
    (FALSE_MARK, said)
}

pub(super) fn as_printed(text: &str, unit: Unit) -> (Cause, Said) {
    let (own, english) = called(unit);
    let said = Said::new(
        format!("Jumlah dalam {own}, sesuai “{text}”. Angka tidak diubah."),
        format!("Amounts are in {english}, as “{text}” says. No amount was scaled."),
    );
    (AS_PRINTED, said)
}

pub(super) fn several_units(unit: Unit, others: &[(String, Unit)], is_contradicted: bool) -> (Cause, Said) {
    let (own, english) = called(unit);
    let indonesian: Vec<String> =
        others.iter().map(|(name, unit)| format!("“{name}” {}", called(*unit).0)).collect();
    let in_english: Vec<String> =
        others.iter().map(|(name, unit)| format!("“{name}” {}", called(*unit).1)).collect();
    let (indonesian, in_english) = (indonesian.join("; "), in_english.join("; "));
    if is_contradicted {
        let said = Said::new(
            format!(
                "Menurut judul kolomnya jumlah dalam {own}, tetapi {indonesian}; padahal angka sebarisnya sama besarnya. Tentukan satuan seluruh tabel; angka tidak diubah."
            ),
            format!(
                "By their headers amounts are in {english}, but {in_english}; yet amounts of one row are of the same size. Decide the unit of the whole table; no amount was scaled."
            ),
        );
        return (SEVERAL_ALIKE, said);
    }
    let said = Said::new(
        format!("Jumlah dalam {own}, tetapi {indonesian}, sesuai judul kolomnya. Angka tidak diubah."),
        format!("Amounts are in {english}, but {in_english}, as their headers say. No amount was scaled."),
    );
    (SEVERAL, said)
}

pub(super) fn as_twin(twin: &Twin) -> (Cause, Said) {
    let (own, english) = called(twin.unit);
    let Twin { id, same, common, .. } = twin;
    let said = Said::new(
        format!(
            "Jumlah dalam {own}: {same} dari {common} baris yang sama dengan {id} berbeda tepat sebesar itu. Angka tidak diubah."
        ),
        format!(
            "Amounts are in {english}: {same} of {common} rows in common with {id} differ by exactly that. No amount was scaled."
        ),
    );
    (AS_TWIN, said)
}

pub(super) fn contradiction(text: &str, unit: Unit, twin: &Twin) -> (Cause, Said) {
    let ((printed, printed_english), (other, other_english)) = (called(unit), called(twin.unit));
    let Twin { id, same, common, .. } = twin;
    let said = Said::new(
        format!(
            "Tercetak “{text}” ({printed}), tetapi {same} dari {common} baris yang sama dengan {id} menunjukkan {other}. Tentukan satuannya; angka tidak diubah."
        ),
        format!(
            "“{text}” ({printed_english}) is printed, yet {same} of {common} rows in common with {id} show {other_english}. Decide the unit; no amount was scaled."
        ),
    );
    (CONTRADICTED, said)
}

pub(super) fn doubt() -> (Cause, Said) {
    (TOO_SMALL, TOO_SMALL.wording().said())
}
