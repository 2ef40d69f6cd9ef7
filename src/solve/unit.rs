//! The unit of a table's amounts: what the header says, and what the amounts themselves and the same rows of
//! another table say. Nothing is ever scaled.

use rust_decimal::Decimal;

use crate::model::{Document, Finding, Kode, RawTable, Role, Said, Severity, Table, Unit, letters};

/// Full rupiah are amounts from here on: no programme of a regional office costs a hundred thousand rupiah.
const FULL: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// States the unit of each table whose header speaks of thousands.
pub(super) fn apply(document: &mut Document, raw: &[RawTable]) {
    for (index, raw) in raw.iter().enumerate() {
        let said = raw
            .region
            .header
            .iter()
            .find(|(_, column, text)| matches!(column.role, Role::Amount(_)) && says_thousands(text));
        let Some((place, column, text)) = said else { continue };
        let Some(table) = document.tables.get(index) else { continue };
        let unit = measured(document, index, table);
        let message = match unit {
            Unit::Rupiah => Said::new(
                format!(
                    "Judul kolom menyebut “{text}”, tetapi jumlahnya rupiah penuh. Angka tidak diubah; perbaiki judulnya."
                ),
                format!(
                    "The header says “{text}”, yet the amounts are full rupiah. No amount was scaled; mend the header."
                ),
            ),
            Unit::ThousandRupiah | Unit::MillionRupiah => Said::new(
                format!("Jumlah dalam ribuan rupiah, sesuai judul “{text}”. Angka tidak diubah."),
                format!(
                    "Amounts are in thousands of rupiah, as the header “{text}” says. No amount was scaled."
                ),
            ),
        };
        let finding = Finding {
            rule: "unit-of-column",
            severity: Severity::Note,
            about: None,
            table: Some(index),
            row: None,
            column: Some(column.id),
            source: Some(place.clone()),
            message,
            expected: None,
            found: None,
            candidates: Vec::new(),
        };
        if let Some(table) = document.tables.get_mut(index) {
            table.unit = unit;
        }
        document.findings.push(finding);
    }
}

fn says_thousands(text: &str) -> bool {
    let key = letters(text);
    key.ends_with("000") || key.contains("ribu") || key.contains("rp000")
}

fn measured(document: &Document, index: usize, table: &Table) -> Unit {
    let amounts = amounts(table);
    for (code, amount) in &amounts {
        let elsewhere =
            document.tables.iter().enumerate().filter(|(other, _)| *other != index).find_map(|(_, other)| {
                self::amounts(other)
                    .into_iter()
                    .find(|(other_code, _)| other_code == code)
                    .map(|(_, amount)| amount)
            });
        match elsewhere {
            Some(other) if *amount == other => return Unit::Rupiah,
            Some(other) if amount.checked_mul(Decimal::ONE_THOUSAND) == Some(other) => {
                return Unit::ThousandRupiah;
            }
            _ => {}
        }
    }
    let mut values: Vec<Decimal> = amounts.into_iter().map(|(_, amount)| amount).collect();
    values.sort();
    match values.get(values.len() / 2) {
        Some(median) if *median < FULL => Unit::ThousandRupiah,
        _ => Unit::Rupiah,
    }
}

fn amounts(table: &Table) -> Vec<(Kode, Decimal)> {
    let Some(column) = table.columns.iter().position(|column| column.role == Role::Amount(0)) else {
        return Vec::new();
    };
    let rows = table.rows.iter();
    rows.filter_map(|row| {
        let number = row.cells.get(column)?.number()?;
        Some((row.code.clone()?, number)).filter(|(_, number)| !number.is_zero())
    })
    .collect()
}
