//! The summary of one file.

use rust_decimal::Decimal;

use super::arguments::Wanted;
use super::out::Out;
use crate::model::{Language, indonesian};
use crate::pipeline::{AmountSum, Over, Report, TableSummary};

/// The lines about a file that was cleaned.
pub(super) fn lines(name: &str, report: &Report, wanted: &Wanted) -> String {
    let language = wanted.language;
    let mut lines = vec![format!("{name}: {}", whole(report, language))];
    let width = report.tables.iter().map(|table| table.id.chars().count()).max().unwrap_or_default();
    for table in &report.tables {
        lines.push(format!("  {:width$}  {}", table.id, figures(table, language)));
        lines
            .extend(table.amounts.iter().map(|amount| format!("  {:width$}  {}", "", sum(amount, language))));
    }
    if report.general > 0 {
        lines.push(match language {
            Language::Indonesian => format!("  di luar tabel: {} perlu diputuskan", report.general),
            Language::English => format!("  outside the tables: {} to decide", report.general),
        });
    }
    lines.extend(causes(report, language));
    lines.extend(report.notices.iter().map(|notice| format!("  ! {}", notice.within(language))));
    lines.extend(written(report, wanted));
    lines.join("\n")
}

/// Where the results are, or would be. What goes to standard output is told by itself.
fn written(report: &Report, wanted: &Wanted) -> Vec<String> {
    let not_yet = not_yet(wanted);
    if let Out::Stdout(_) = wanted.out {
        return if wanted.dry_run { vec![format!("  → stdout{not_yet}")] } else { Vec::new() };
    }
    report.written.iter().map(|path| format!("  → {}{not_yet}", path.display())).collect()
}

/// How many causes are told; the workbook and the JSON tell all.
const TOLD: usize = 6;

/// The most serious causes of what is left to decide.
fn causes(report: &Report, language: Language) -> Vec<String> {
    let mut lines: Vec<String> =
        report.causes.iter().take(TOLD).map(|cause| format!("  ? {}", cause.said.within(language))).collect();
    let more = report.causes.len().saturating_sub(TOLD);
    if more > 0 {
        lines.push(match language {
            Language::Indonesian => format!("  ? … dan {more} sebab lain, di lembar Ringkasan"),
            Language::English => format!("  ? … and {more} more causes, on the sheet Summary"),
        });
    }
    lines
}

/// The note behind the name of a file in a dry run that it would be written; nothing where files are written.
pub(super) const fn not_yet(wanted: &Wanted) -> &'static str {
    match (wanted.dry_run, wanted.language) {
        (false, _) => "",
        (true, Language::Indonesian) => " (akan ditulis)",
        (true, Language::English) => " (would be written)",
    }
}

fn whole(report: &Report, language: Language) -> String {
    let (tables, open) = (report.tables.len(), report.open());
    match (language, open) {
        (Language::Indonesian, 0) => format!("{tables} tabel, tidak ada yang perlu diputuskan"),
        (Language::Indonesian, _) => format!("{tables} tabel, {open} perlu diputuskan"),
        (Language::English, 0) => format!("{}, nothing left to decide", counted(tables, "table", "tables")),
        (Language::English, _) => format!("{}, {open} to decide", counted(tables, "table", "tables")),
    }
}

fn figures(table: &TableSummary, language: Language) -> String {
    let (rows, open) = (table.rows, table.open);
    let (proven, likely) = (table.repaired.proven, table.repaired.likely);
    match language {
        Language::Indonesian => {
            format!("{rows} baris, perbaikan {proven} A + {likely} B, {open} perlu diputuskan")
        }
        Language::English => {
            format!("{}, repairs {proven} A + {likely} B, {open} to decide", counted(rows, "row", "rows"))
        }
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn sum(amount: &AmountSum, language: Language) -> String {
    let (read, written) = (money(amount.read, language), money(amount.written, language));
    let over = match (language, amount.over) {
        (Language::Indonesian, Over::Level(level)) => format!("baris {}", level.name().replace('_', " ")),
        (Language::Indonesian, Over::Lowest) => "baris terbawah di tiap cabang".to_owned(),
        (Language::Indonesian, Over::All) => "semua baris".to_owned(),
        (Language::English, Over::Level(level)) => format!("{} rows", level.name().replace('_', " ")),
        (Language::English, Over::Lowest) => "the lowest rows of each branch".to_owned(),
        (Language::English, Over::All) => "all rows".to_owned(),
    };
    let unsettled = match (language, amount.unsettled) {
        (_, 0) => String::new(),
        (Language::Indonesian, count) => format!("; {count} belum pasti"),
        (Language::English, count) => format!("; {count} not settled"),
    };
    let column = &amount.heading;
    match language {
        Language::Indonesian => format!("Σ {column}: terbaca {read}, ditulis {written} ({over}{unsettled})"),
        Language::English => format!("Σ {column}: read {read}, written {written} ({over}{unsettled})"),
    }
}

fn money(value: Decimal, language: Language) -> String {
    let shown = indonesian(value, None, true);
    match language {
        Language::Indonesian => shown,
        Language::English => {
            let swap = |c| match c {
                '.' => ',',
                ',' => '.',
                other => other,
            };
            shown.chars().map(swap).collect()
        }
    }
}
