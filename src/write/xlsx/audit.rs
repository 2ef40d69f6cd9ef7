//! Every repair, finding and left-over cell, each with both its addresses.

use rust_decimal::Decimal;
use rust_xlsxwriter::Worksheet;

use super::alike::TOGETHER;
use super::listing::{Entry, Listing};
use super::look::Tint;
use super::marks::Choices;
use super::plan::Plan;
use super::source::Source;
use super::value::Value;
use super::{Audit, XlsxOptions, alike};
use crate::forms::moved_words;
use crate::model::{Document, Finding, Place, Proof, ProofKind, Repair, Severity, indonesian};
use crate::rules;
use crate::write::WriteError;

/// What a person writes beside a repair that is not wanted.
const REFUSED: &str = "tolak";
/// The heading of the names by which decisions are told apart, in both languages.
const ID: &str = "Id";
/// How many lines of them are shown.
const TOGETHER_LINES: u32 = 8;

/// All repairs, with a column for the reader's decision.
pub(super) fn repairs(
    document: &Document,
    plans: &[Plan<'_>],
    source: Option<&Source>,
    options: XlsxOptions,
    choices: &mut Choices,
) -> Result<Worksheet, WriteError> {
    let headings = [
        (options.say("Tabel", "Table"), 11.0),
        (options.say("Kode", "Code"), 18.0),
        (options.say("Kolom", "Column"), 24.0),
        (options.say("Sel sumber", "Source cell"), 16.0),
        (options.say("Sel di buku ini", "Cell in this workbook"), 16.0),
        (options.say("Semula", "Before"), 34.0),
        (options.say("Menjadi", "After"), 34.0),
        (options.say("Aturan", "Rule"), 20.0),
        (options.say("Mutu", "Grade"), 9.0),
        (options.say("Bukti", "Proof"), 52.0),
        (options.say("Keputusan", "Decision"), 13.0),
        (ID, 14.0),
    ];
    let name = options.say("Perbaikan", "Repairs");
    let title =
        options.say("Perbaikan: setiap perubahan, dengan buktinya", "Repairs: every change, with its proof");
    let mut listing = Listing::new(name, title, &headings)?;
    let mut rows = Vec::new();
    let ids = document.repair_ids();
    for line in alike::lines(document.repairs()) {
        let mut entries = repaired_alike(document, plans, &line, source, options);
        let ids: Vec<&str> = line.iter().filter_map(|index| ids.get(*index)).map(String::as_str).collect();
        entries.push(Entry::Text(ids.join(TOGETHER)));
        let most = if line.len() > 1 { TOGETHER_LINES } else { u32::MAX };
        rows.push(listing.add_within(&entries, most)?);
    }
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        let decision = choices.drop_down(vec![Value::Text(REFUSED.to_owned())]);
        listing.sheet().add_data_validation(*first, 10, *last, 10, &decision)?;
    }
    listing.finish(options.say("Tidak ada perbaikan.", "Nothing was repaired."), name)
}

/// A line of several repairs: what they have in common, all their cells, and the first of them as an example. `tolak`
/// refuses all of them, `tolak N13, N15` those of these cells.
fn repaired_alike(
    document: &Document,
    plans: &[Plan<'_>],
    line: &[usize],
    source: Option<&Source>,
    options: XlsxOptions,
) -> Vec<Entry> {
    let repairs: Vec<&Repair> = line.iter().filter_map(|index| document.repairs().get(*index)).collect();
    let Some(first) = repairs.first() else { return Vec::new() };
    let mut entries = repaired(document, plans, first, source, options);
    if repairs.len() < 2 {
        return entries;
    }
    let cells: Vec<String> = repairs.iter().map(|repair| told(&repair.sources)).collect();
    let cells = cells.join(TOGETHER);
    let count = repairs.len();
    let example = |text: &str| format!("{} {text}", options.say("misalnya", "such as"));
    let common = [
        (1, format!("{count} {}", options.say("sel", "cells"))),
        (3, cells),
        (5, example(&first.before)),
        (6, example(&first.after)),
    ];
    for (position, text) in common {
        if let Some(entry) = entries.get_mut(position) {
            *entry = match (&*entry, source.zip(first.sources.first())) {
                (Entry::Origin(..), Some((source, place))) => Entry::Origin(text, source.link(place)),
                _ => Entry::Text(text),
            };
        }
    }
    entries
}

fn repaired(
    document: &Document,
    plans: &[Plan<'_>],
    repair: &Repair,
    source: Option<&Source>,
    options: XlsxOptions,
) -> Vec<Entry> {
    let plan = plans.get(repair.table);
    let proof = |proof: &Proof| {
        format!("{}: {}", kind_of(proof.kind, options), rules::told(&proof.text, options.language))
    };
    let proofs: Vec<String> = repair.proofs.iter().map(proof).collect();
    let mut entries = whereabouts(document, plan, Some(repair.row), Some(repair.column));
    if let (Some(moves), Some(column)) = (moves(document, repair, options), entries.last_mut()) {
        *column = Entry::Text(moves);
    }
    entries.extend([
        origin(&repair.sources, source),
        link(plan, Some(repair.row), Some(repair.column), options),
        Entry::Text(repair.before.clone()),
        Entry::Text(repair.after.clone()),
        Entry::Text(rules::name(repair.rule, options.language).to_owned()),
        Entry::Tinted(repair.grade().name().to_owned(), Tint::of_repair(repair)),
        Entry::Text(proofs.join("\n")),
        Entry::Text(String::new()),
    ]);
    entries
}

/// From which column to which the cells of a move went, and in how many rows.
fn moves(document: &Document, repair: &Repair, options: XlsxOptions) -> Option<String> {
    let slide = repair.change.slide()?;
    let table = document.tables.get(repair.table)?;
    let year = document.about.year;
    let mut lines: Vec<String> =
        slide.columns.iter().map(|(from, to)| moved_words(table, *from, to, year)).collect();
    let rows = slide.rows.1 - slide.rows.0 + 1;
    if rows > 1 {
        lines.push(format!("({rows} {})", options.say("baris", "rows")));
    }
    Some(lines.join("\n"))
}

fn kind_of(kind: ProofKind, options: XlsxOptions) -> &'static str {
    let indonesian = match kind {
        ProofKind::Formula => "rumus",
        ProofKind::Sum => "penjumlahan",
        ProofKind::Twin => "kembaran",
        ProofKind::Codification => "kodefikasi",
        ProofKind::Sibling => "baris tetangga",
        ProofKind::Header => "kepala tabel",
        ProofKind::Vocabulary => "kosakata",
        ProofKind::Typography => "tata tulis",
        ProofKind::Person => "keputusan orang",
    };
    options.say(indonesian, kind.name())
}

/// Table, code and column, as a person names them.
fn whereabouts(
    document: &Document,
    plan: Option<&Plan<'_>>,
    row: Option<usize>,
    column: Option<&str>,
) -> Vec<Entry> {
    let code = plan.zip(row).and_then(|(plan, row)| plan.table.rows.get(row)?.code.clone());
    let named = plan.zip(column).map(|(plan, column)| plan.column_name(column, document.about.year));
    vec![
        Entry::Text(plan.map_or_else(String::new, |plan| plan.sheet.clone())),
        Entry::Text(code.map_or_else(String::new, |code| code.to_string())),
        Entry::Text(named.unwrap_or_default()),
    ]
}

fn told(places: &[Place]) -> String {
    places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The cells of the input; the first of them is where the link leads.
fn origin(places: &[Place], source: Option<&Source>) -> Entry {
    let told = told(places);
    match source.zip(places.first()) {
        Some((source, first)) => Entry::Origin(told, source.link(first)),
        None => Entry::Text(told),
    }
}

pub(super) fn link(
    plan: Option<&Plan<'_>>,
    row: Option<usize>,
    column: Option<&str>,
    options: XlsxOptions,
) -> Entry {
    let Some(plan) = plan else { return Entry::Text(String::new()) };
    // What concerns a whole table leads to its top, what concerns no printed column to the row's first cell.
    let first = plan.columns.first().map(|placed| placed.column.id);
    let cell = row
        .and_then(|row| plan.address(row, column.unwrap_or_default()).or_else(|| plan.address(row, first?)));
    let cell = cell.unwrap_or_else(|| "A1".to_owned());
    match options.audit {
        Audit::Inside => Entry::Link(plan.sheet.clone(), cell),
        // The tables stand in another workbook, whose name may change.
        Audit::Apart | Audit::None => Entry::Text(format!("{}!{cell}", plan.sheet)),
    }
}

/// All findings, with the readings to choose from.
pub(super) fn findings(
    document: &Document,
    plans: &[Plan<'_>],
    source: Option<&Source>,
    options: XlsxOptions,
    choices: &mut Choices,
) -> Result<Worksheet, WriteError> {
    let headings = [
        (options.say("Bobot", "Severity"), 12.0),
        (options.say("Aturan", "Rule"), 20.0),
        (options.say("Tabel", "Table"), 11.0),
        (options.say("Kode", "Code"), 18.0),
        (options.say("Kolom", "Column"), 24.0),
        (options.say("Sel sumber", "Source cell"), 16.0),
        (options.say("Sel di buku ini", "Cell in this workbook"), 16.0),
        (options.say("Pesan", "Message"), 58.0),
        (options.say("Seharusnya", "Expected"), 20.0),
        (options.say("Tertulis", "Found"), 20.0),
        (options.say("Pilihan", "Candidates"), 26.0),
        (options.say("Keputusan", "Decision"), 18.0),
        (ID, 14.0),
    ];
    let name = options.say("Temuan", "Findings");
    let title = options.say(
        "Temuan: yang tidak diperbaiki dan perlu dilihat orang",
        "Findings: what was not repaired and a person should see",
    );
    let mut listing = Listing::new(name, title, &headings)?;
    for finding in &document.findings {
        let row = listing.add(&found(document, plans, finding, source, options))?;
        if finding.may_stay() {
            let stay = options.say("biarkan", "leave").to_owned();
            let answers = finding.candidates.iter().cloned().chain([stay]).map(Value::Text);
            let list = choices.drop_down(answers.collect());
            listing.sheet().add_data_validation(row, 11, row, 11, &list)?;
        }
    }
    listing.finish(options.say("Tidak ada temuan.", "Nothing was found."), name)
}

pub(super) fn found(
    document: &Document,
    plans: &[Plan<'_>],
    finding: &Finding,
    source: Option<&Source>,
    options: XlsxOptions,
) -> Vec<Entry> {
    let plan = finding.table.and_then(|table| plans.get(table));
    let weight = match finding.severity {
        Severity::Error => Entry::Tinted(options.say("kesalahan", "error").to_owned(), Tint::Open),
        Severity::Warning => Entry::Tinted(options.say("peringatan", "warning").to_owned(), Tint::Likely),
        Severity::Note => Entry::Text(options.say("catatan", "note").to_owned()),
    };
    let mut entries = vec![weight, Entry::Text(rules::name(finding.rule(), options.language).to_owned())];
    entries.extend(whereabouts(document, plan, finding.row, finding.column));
    entries.extend([
        origin(finding.source.as_slice(), source),
        link(plan, finding.row, finding.column, options),
        Entry::Text(finding.message.within(options.language).to_owned()),
        Entry::Text(readable(plan, finding.column, finding.expected.as_deref())),
        Entry::Text(readable(plan, finding.column, finding.found.as_deref())),
        Entry::Text(choices(finding, options)),
        Entry::Text(String::new()),
        Entry::Text(document.question_id(finding)),
    ]);
    entries
}

/// The answers to choose from, that it is meant so among them.
fn choices(finding: &Finding, options: XlsxOptions) -> String {
    let stay = options.say("biarkan", "leave").to_owned();
    let answers = finding.candidates.iter().cloned().chain(finding.may_stay().then_some(stay));
    answers.collect::<Vec<_>>().join("\n")
}

/// A plain number of a numeric column in Indonesian typography; any other text as it is.
fn readable(plan: Option<&Plan<'_>>, column: Option<&str>, text: Option<&str>) -> String {
    let text = text.unwrap_or_default();
    let placed = plan.zip(column).and_then(|(plan, column)| plan.placed(column));
    let number: Option<Decimal> =
        placed.filter(|placed| placed.column.kind.is_numeric()).and(text.parse().ok());
    number.map_or_else(|| text.to_owned(), |number| indonesian(number, None, true))
}

/// The cells of the input that found no place in any table.
pub(super) fn unplaced(document: &Document, options: XlsxOptions) -> Result<Worksheet, WriteError> {
    let headings = [(options.say("Sel sumber", "Source cell"), 24.0), (options.say("Isi", "Content"), 90.0)];
    let name = options.say("Sel tak terpakai", "Unused cells");
    let title =
        options.say("Sel sumber yang tidak masuk ke tabel mana pun", "Source cells that went into no table");
    let mut listing = Listing::new(name, title, &headings)?;
    for (place, text) in &document.conservation.unplaced {
        listing.add(&[Entry::Text(place.to_string()), Entry::Text(text.clone())])?;
    }
    listing.finish("", name)
}
