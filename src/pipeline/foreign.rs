//! What is told of tables that are none of ours.

use crate::model::{Foreign, Notice, Said};

/// One notice of all of them: what they are called or where they stand, and that they stay in the input.
pub(super) fn told(tables: &[Foreign]) -> Option<Notice> {
    /// So many are named; the number tells of all.
    const NAMED: usize = 6;
    if tables.is_empty() {
        return None;
    }
    let named: Vec<String> = tables.iter().take(NAMED).map(name).collect();
    let named = named.join("; ");
    let count = tables.len();
    let more = count.saturating_sub(NAMED);
    let (lagi, others) = match more {
        0 => (String::new(), String::new()),
        _ => (format!("; {more} lagi"), format!("; {more} more")),
    };
    let said = Said::new(
        format!(
            "{count} tabel lain di berkas ini bukan tabel Renja, Renstra atau evaluasi yang dikenal, jadi tidak ikut dirapikan dan tetap di berkas asal: {named}{lagi}."
        ),
        format!(
            "{count} other {} of this file {} none of a Renja, a Renstra or an evaluation that is known, so {} not cleaned and {} in the input: {named}{others}.",
            if count == 1 { "table" } else { "tables" },
            if count == 1 { "is" } else { "are" },
            if count == 1 { "it is" } else { "they are" },
            if count == 1 { "stays" } else { "stay" },
        ),
    );
    Some(Notice {
        sources: tables.iter().take(Notice::LISTED).map(|table| table.place.to_string()).collect(),
        count,
        ..Notice::new("other-table", said)
    })
}

fn name(table: &Foreign) -> String {
    match &table.title {
        Some(title) => format!("“{title}” ({})", table.place),
        None => table.place.to_string(),
    }
}
