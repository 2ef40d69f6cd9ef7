//! A check of one's own, on the clean model: sub kegiatan of T-C.33 that have an amount but no place.
//! `cargo run --example own_check -- samples/resmi-10-kolom.xlsx`

use std::error::Error;
use std::io::{self, Write as _};

use rapikan::Tingkat;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a workbook")?;
    let document = rapikan::clean(&rapikan::read(path)?)?;
    let mut out = io::stdout().lock();
    for table in document.tables.iter().filter(|table| table.form.id == "T-C.33") {
        for (index, row) in table.rows.iter().enumerate() {
            let is_empty = |id| table.cell(index, id).is_none_or(rapikan::Cell::is_empty);
            if row.level == Some(Tingkat::SubKegiatan) && is_empty("lokasi") && !is_empty("pagu") {
                let code = row.code.as_ref().map(rapikan::Kode::as_str).unwrap_or_default();
                writeln!(out, "{code}: an amount without a place (rows {:?})", row.source_rows)?;
            }
        }
    }
    Ok(())
}
