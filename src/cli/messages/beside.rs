//! What is said about merging and comparing.

use std::collections::BTreeMap;

use crate::compare::{Conflict, Merged, Taken, Tally};
use crate::model::{Language, Said, Severity, indonesian};

/// One line about a file that was merged.
pub(in crate::cli) fn office(taken: &Taken) -> Said {
    let (office, file, rows, open) = (&taken.office, &taken.file, taken.rows, taken.open);
    let [pagu, _] = taken.sums;
    Said::new(
        format!(
            "{office} ({file}): {rows} baris, pagu {}, {open} perlu diputuskan",
            sum(pagu, Language::Indonesian)
        ),
        format!("{office} ({file}): {rows} rows, pagu {}, {open} to decide", sum(pagu, Language::English)),
    )
}

/// The sum over all files.
pub(in crate::cli) fn sum_of_all(merged: &Merged) -> Said {
    let mut all = Tally::default();
    for taken in &merged.taken {
        let [pagu, _] = taken.sums;
        all.lacking += pagu.lacking;
        all.sum = all.sum.unwrap_or_default().checked_add(pagu.sum.unwrap_or_default());
    }
    let count = merged.files();
    Said::new(
        format!("Σ pagu dari {count} berkas: {}", sum(all, Language::Indonesian)),
        format!(
            "Σ pagu of {count} file{}: {}",
            if count == 1 { "" } else { "s" },
            sum(all, Language::English)
        ),
    )
}

fn sum(tally: Tally, language: Language) -> String {
    let shown = indonesian(tally.sum.unwrap_or_default(), None, true);
    match (language, tally.lacking) {
        (Language::Indonesian, 0) => shown,
        (Language::Indonesian, lacking) => format!("{shown} (kurang: {lacking} belum pasti)"),
        (Language::English, 0) => english(&shown),
        (Language::English, lacking) => format!("{} (lacks {lacking} open)", english(&shown)),
    }
}

fn english(shown: &str) -> String {
    let swap = |c| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    shown.chars().map(swap).collect()
}

/// How many places a line names.
const NAMED: usize = 3;

/// What does not fit together, a line a kind with the first places, the most serious first; mere notes apart.
pub(in crate::cli) fn matters(merged: &Merged) -> Vec<Said> {
    let mut kinds: BTreeMap<_, Vec<&Conflict>> = BTreeMap::new();
    for conflict in merged.conflicts.iter().filter(|found| found.matter.severity() != Severity::Note) {
        kinds.entry((conflict.matter.severity(), conflict.matter)).or_default().push(conflict);
    }
    let told = kinds.into_iter().map(|((_, matter), conflicts)| {
        let (name, why, count) = (matter.name(), matter.said(), conflicts.len());
        let mut places: Vec<String> = conflicts.iter().take(NAMED).map(|conflict| place(conflict)).collect();
        if count > NAMED {
            places.push("…".to_owned());
        }
        let places = places.join(", ");
        Said::new(
            format!("  ? {count} × {} ({places}): {}", name.indonesian, why.indonesian),
            format!("  ? {count} × {} ({places}): {}", name.english, why.english),
        )
    });
    told.collect()
}

/// Where a conflict is: at a code, at a cell, or in a file, with what it says.
fn place(conflict: &Conflict) -> String {
    let first = conflict.stated.first();
    match (&conflict.code, first.and_then(|stated| stated.place.as_ref()), first) {
        (Some(code), _, _) => code.to_string(),
        (None, Some(place), _) => place.to_string(),
        (None, None, Some(stated)) if stated.text.is_empty() => stated.file.clone(),
        (None, None, Some(stated)) => format!("{}: {}", stated.file, stated.text),
        (None, None, None) => conflict.name.clone(),
    }
}

/// No file gave anything.
pub(in crate::cli) fn nothing_merged() -> Said {
    Said::new(
        "tidak ada berkas yang dapat digabungkan, jadi tidak ada yang ditulis; perbaiki berkas di atas, atau sebutkan yang lain.",
        "no file could be merged, so nothing was written; mend the files above, or name others.",
    )
}

/// Neither a file nor JSON was asked for.
pub(in crate::cli) fn output_needed() -> Said {
    Said::new(
        "belum disebutkan ke mana hasilnya: tambahkan -o RKPD.xlsx, atau --json untuk menampilkannya.",
        "it is not said where the result goes: add -o RKPD.xlsx, or --json to show it.",
    )
}

/// A workbook cannot be shown on a terminal.
pub(in crate::cli) fn xlsx_needs_out() -> Said {
    Said::new(
        "--to xlsx perlu nama berkas: tambahkan -o perubahan.xlsx.",
        "--to xlsx needs the name of a file: add -o changes.xlsx.",
    )
}
