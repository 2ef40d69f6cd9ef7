//! The two tools beside the work on files: the codification, and blank workbooks.

use serde_json::{Value, json};

use super::said;
use crate::codification::{Query, editions, in_grammar, lookup};
use crate::forms;
use crate::model::{Document, Kode, Said, Tingkat};
use crate::template::{Wanted, edition_of, template, year_of};
use crate::write::xlsx::LayoutChoice;

/// So many hits of each edition are shown.
const SHOWN: usize = 25;
/// The years that a plan can be for.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=2100;

/// What the codification has of a code or a name, in every edition; that of the open document first.
pub(super) fn found(
    text: &str,
    (level, bidang): (Option<&str>, Option<&str>),
    edition: Option<&str>,
) -> Value {
    let mut editions = editions();
    editions.sort_by_key(|known| Some(known.name()) != edition);
    let bidang: Option<Kode> = bidang.and_then(|code| code.trim().parse().ok());
    let hits = lookup(&Query {
        text,
        level: level.and_then(Tingkat::from_name),
        bidang: bidang.as_ref(),
        editions: &editions,
        limit: SHOWN,
    });
    let hit = |hit: &crate::codification::Hit| {
        json!({
            "edition": hit.edition.name(),
            "code": hit.kode.as_str(),
            "level": hit.entry.tingkat.name(),
            "name": hit.entry.nama,
            "indicator": hit.entry.indikator,
            "unit": hit.entry.satuan,
            "likeness": (hit.likeness * 100.0).round(),
        })
    };
    json!({"hits": hits.iter().map(hit).collect::<Vec<_>>()})
}

/// A workbook to type into and its name, as the page asks for it: `forms`, `year`, `bidang`, `opd`, `region`. Filled
/// from the clean document of the year before, where there is one: then its forms and the year after it need not be said.
///
/// # Errors
/// If what was filled in is no form, no year or no code.
pub(super) fn blank(asked: &Value, from: Option<&Document>) -> Result<(String, Vec<u8>), Said> {
    let refuse = |detail: &str| said::unclear(detail);
    let text =
        |key: &str| asked.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let named = asked.get("forms").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut forms: Vec<_> = named.iter().filter_map(|name| forms::form(name.as_str()?)).collect();
    let is_known = forms.len() == named.len();
    if let (true, Some(from)) = (forms.is_empty(), from) {
        forms = forms::FORMS
            .iter()
            .copied()
            .filter(|form| from.tables.iter().any(|table| table.form.id == form.id))
            .collect();
    }
    if forms.is_empty() || !is_known {
        return Err(refuse("T-C.23 … T-C.33, E.80, E.81"));
    }
    let year = asked.get("year").and_then(Value::as_u64).and_then(|year| u16::try_from(year).ok());
    let next = || from.and_then(|from| year_of(&forms, std::slice::from_ref(from)).ok());
    let year =
        year.or_else(next).filter(|year| YEARS.contains(year)).ok_or_else(|| refuse("tahun 2000 … 2100"))?;
    let codes = text("bidang").unwrap_or_default().split([',', ';', ' ']).filter(|code| !code.is_empty());
    let bidang =
        codes.map(|code| code.parse().map_err(|_| refuse(code))).collect::<Result<Vec<Kode>, Said>>()?;
    let edition = edition_of(year);
    let bidang = bidang.into_iter().map(|code| in_grammar(&code, edition).unwrap_or(code)).collect();
    let wanted = Wanted {
        forms,
        year,
        opd: text("opd").map(str::to_owned),
        region: text("region").map(str::to_owned),
        bidang,
        layout: LayoutChoice::default(),
        edition,
    };
    let bytes = template(&wanted, from.map(std::slice::from_ref).unwrap_or_default())
        .map_err(|error| said::no_template(&error))?;
    Ok((format!("templat-{year}.xlsx"), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_workbook_is_made_as_asked() {
        let asked = json!({"forms": ["T-C.33"], "year": 2025, "bidang": "2.17", "opd": "Dinas Contoh"});
        let (name, bytes) = blank(&asked, None).unwrap();
        assert_eq!((name.as_str(), &bytes[..2]), ("templat-2025.xlsx", &b"PK"[..]));
    }

    #[test]
    fn what_is_no_form_year_or_code_is_told() {
        for asked in [
            json!({"forms": [], "year": 2025}),
            json!({"forms": ["T-C.99"], "year": 2025}),
            json!({"forms": ["T-C.33"], "year": 1025}),
            json!({"forms": ["T-C.33"], "year": 2025, "bidang": "dua"}),
            json!({"forms": ["T-C.33"], "year": 2025, "bidang": "9.99"}),
        ] {
            assert!(blank(&asked, None).is_err(), "{asked}");
        }
    }

    #[test]
    fn names_are_found() {
        let found = found("2.17", (None, None), Some("2023"));
        assert_eq!(found["hits"][0]["edition"], "2023");
        assert_eq!(found["hits"].as_array().unwrap().len(), 4);
    }
}
