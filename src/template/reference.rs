//! What may be chosen in a template.

use std::collections::BTreeSet;

use super::Wanted;
use super::rows::{Government, bidang};
use crate::codification::{codification, sumber_dana};
use crate::model::{Document, Kode, Role};
use crate::write::xlsx::Reference;

/// Codes and names of the chosen bidang, or of all of them; the units of the codification; the sources of funds.
#[must_use]
pub fn reference(wanted: &Wanted, document: &Document) -> Reference {
    let edition = codification(wanted.edition);
    let government = Government::of(wanted);
    let every: Vec<Kode> = edition
        .bidang_urusan()
        .map(|entry| entry.kode.clone())
        .filter(|code| !code.as_str().starts_with('X'))
        .collect();
    let chosen = if wanted.bidang.is_empty() { &every } else { &wanted.bidang };
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    let mut units = BTreeSet::from(["%".to_owned()]);
    for code in chosen {
        let above = code.parent().into_iter().filter_map(|above| {
            let entry = edition.by_code(&above).into_iter().find(|entry| government.may(entry));
            entry.map(|entry| (above, entry.nama, ""))
        });
        let listed = bidang(code, wanted, true);
        let listed = listed.into_iter().map(|listed| (listed.code, listed.entry.nama, listed.entry.satuan));
        for (code, name, unit) in above.chain(listed) {
            if !unit.is_empty() {
                units.insert(unit.to_owned());
            }
            if seen.insert(code.clone()) {
                entries.push((code, name.to_owned()));
            }
        }
    }
    let used = document.tables.iter().flat_map(|table| {
        let position = table.columns.iter().position(|column| column.role == Role::FundingSource);
        table.rows.iter().filter_map(move |row| Some(row.cells.get(position?)?.text().to_owned()))
    });
    let mut funds: Vec<String> = Vec::new();
    for fund in used.chain(sumber_dana().iter().map(|fund| fund.nama.to_owned())) {
        if !fund.is_empty() && !fund.contains('\n') && !funds.contains(&fund) {
            funds.push(fund);
        }
    }
    Reference { entries, units: units.into_iter().collect(), funds }
}
