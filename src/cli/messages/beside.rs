//! What is said about merging and comparing.

use std::collections::BTreeMap;

use crate::compare::{Merged, Taken, Tally};
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
    let count = merged.taken.len();
    Said::new(
        format!("Σ pagu dari {count} berkas: {}", sum(all, Language::Indonesian)),
        format!("Σ pagu of {count} files: {}", sum(all, Language::English)),
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

/// What does not fit together, a line a kind, the most serious first; mere notes apart.
pub(in crate::cli) fn matters(merged: &Merged) -> Vec<Said> {
    let mut counts = BTreeMap::new();
    for conflict in merged.conflicts.iter().filter(|found| found.matter.severity() != Severity::Note) {
        *counts.entry((conflict.matter.severity(), conflict.matter)).or_insert(0_usize) += 1;
    }
    let told = counts.into_iter().map(|((_, matter), count)| {
        let (name, why) = (matter.name(), matter.said());
        Said::new(
            format!("  ? {count} × {}: {}", name.indonesian, why.indonesian),
            format!("  ? {count} × {}: {}", name.english, why.english),
        )
    });
    told.collect()
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
