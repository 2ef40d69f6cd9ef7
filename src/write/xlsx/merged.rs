//! The workbook of a merged plan: the T-C.33, what each file gave, what does not fit together, and what was left open
//! in the files.

use rust_decimal::Decimal;
use rust_xlsxwriter::Worksheet;

use super::listing::{Entry, Listing};
use super::look::Tint;
use super::marks::Choices;
use super::plan::{self, Plan};
use super::{LayoutChoice, Reach, XlsxOptions, arranged, audit, bound, sheet};
use crate::compare::{Cause, Conflict, LACKING, LeftOut, Merged, Stated, Taken, Tally};
use crate::model::{Document, Finding, Language, MERGED_SHEET, Severity, column_letters};
use crate::write::WriteError;

/// The bytes of the workbook; equal plans give equal bytes.
///
/// # Errors
/// [`WriteError::Workbook`] if the plan asks for more than a worksheet can hold.
pub fn merged(merged: &Merged, layout: LayoutChoice, language: Language) -> Result<Vec<u8>, WriteError> {
    let options = XlsxOptions { language, layout, reach: Reach::All, ..XlsxOptions::default() };
    let document = arranged(&merged.document, layout);
    let plans = plan::plans(&document);
    let mut choices = Choices::default();
    let mut sheets = Vec::new();
    for plan in &plans {
        sheets.push(sheet::worksheet(&document, plan, options, &mut choices)?);
    }
    sheets.push(files(merged, options)?);
    sheets.push(conflicts(merged, &plans, options)?);
    sheets.push(findings(&document, &plans, options)?);
    sheets.extend(choices.worksheet()?);
    bound(&document, &plans, sheets).map(|written| written.bytes)
}

/// What each file gave, with the sums of all; then those that gave nothing.
fn files(merged: &Merged, options: XlsxOptions) -> Result<Worksheet, WriteError> {
    let headings = [
        (options.say("Perangkat Daerah", "Office"), 40.0),
        (options.say("Berkas", "File"), 40.0),
        (options.say("Keadaan", "State"), 16.0),
        (options.say("Tahun", "Year"), 8.0),
        (options.say("Baris", "Rows"), 9.0),
        (options.say("Perbaikan A", "Repairs A"), 12.0),
        (options.say("Perbaikan B", "Repairs B"), 12.0),
        (options.say("Perlu diputuskan", "To decide"), 12.0),
        (options.say("Pagu (Rp)", "Pagu (Rp)"), 22.0),
        (options.say("Pagu belum pasti", "Open pagu"), 12.0),
        (options.say("Total tercetak (Rp)", "Printed total (Rp)"), 22.0),
        (options.say("Prakiraan maju (Rp)", "Forward estimate (Rp)"), 22.0),
        (options.say("Alasan", "Reason"), 60.0),
    ];
    let title = options.say("Gabungan: apa yang diberikan setiap berkas", "Merged: what each file gave");
    let mut listing = Listing::new(MERGED_SHEET, title, &headings)?;
    let first = listing.next();
    for taken in &merged.taken {
        listing.add(&gave(taken, &copies(merged, taken), options))?;
    }
    for left_out in merged.left_out.iter().filter(|left_out| !left_out.is_copy()) {
        listing.add(&gave_nothing(left_out, headings.len(), options))?;
    }
    if !merged.taken.is_empty() {
        let last = first + u32::try_from(merged.taken.len()).unwrap_or_default();
        listing.add(&sums(merged, (first + 1, last), options))?;
    }
    listing.finish(options.say("Tidak ada berkas.", "There is no file."), title)
}

fn count(count: usize) -> Entry {
    Entry::Number(Decimal::from(count), None)
}

fn blank() -> Entry {
    Entry::Text(String::new())
}

/// A sum, tinted where it lacks something.
fn sum(tally: Tally) -> Entry {
    let tint = (tally.lacking > 0).then_some(Tint::Open);
    tally.sum.map_or_else(blank, |sum| Entry::Number(sum, tint))
}

/// The files that say what a file says, and so count with it.
fn copies<'a>(merged: &'a Merged, taken: &Taken) -> Vec<&'a str> {
    let cause = Cause::Copy { office: taken.office.clone(), file: taken.file.clone() };
    let of_it = |left_out: &&LeftOut| left_out.cause == cause;
    merged.left_out.iter().filter(of_it).map(|left_out| left_out.file.as_str()).collect()
}

fn gave(taken: &Taken, copies: &[&str], options: XlsxOptions) -> Vec<Entry> {
    let [pagu, next] = taken.sums;
    let open = taken.open > 0 || pagu.lacking + next.lacking > 0;
    let state = if open {
        Entry::Tinted(options.say("perlu diperiksa", "to check").to_owned(), Tint::Likely)
    } else {
        Entry::Tinted(options.say("siap", "ready").to_owned(), Tint::Proven)
    };
    vec![
        Entry::Text(taken.office.clone()),
        Entry::Text(
            std::iter::once(taken.file.as_str())
                .chain(copies.iter().copied())
                .collect::<Vec<_>>()
                .join("\n= "),
        ),
        state,
        Entry::Text(taken.year.map(|year| year.to_string()).unwrap_or_default()),
        count(taken.rows),
        count(taken.repaired[0]),
        count(taken.repaired[1]),
        count(taken.open),
        sum(pagu),
        count(pagu.lacking),
        taken.printed.map_or_else(blank, |printed| Entry::Number(printed, None)),
        sum(next),
        blank(),
    ]
}

fn gave_nothing(left_out: &LeftOut, columns: usize, options: XlsxOptions) -> Vec<Entry> {
    let mut entries: Vec<Entry> = (0..columns).map(|_| blank()).collect();
    let state = Entry::Tinted(options.say("tidak digabung", "left out").to_owned(), Tint::Open);
    let reason = left_out.reason.within(options.language).to_owned();
    let told = [(1, Entry::Text(left_out.file.clone())), (2, state), (columns - 1, Entry::Text(reason))];
    for (position, entry) in told {
        if let Some(place) = entries.get_mut(position) {
            *place = entry;
        }
    }
    entries
}

/// The sums over all files, as formulas over the rows above; a filter narrows them.
fn sums(merged: &Merged, (first, last): (u32, u32), options: XlsxOptions) -> Vec<Entry> {
    let total = |column: u16, value: Decimal, lacks: bool| {
        let letters = column_letters(column);
        let tint = lacks.then_some(Tint::Open);
        Entry::Formula(format!("=SUBTOTAL(9,{letters}{first}:{letters}{last})"), value, tint)
    };
    let counted = |of: fn(&Taken) -> usize| Decimal::from(merged.taken.iter().map(of).sum::<usize>());
    let money = |position: usize| {
        let tallies = || merged.taken.iter().filter_map(|taken| taken.sums.get(position));
        let sum = tallies().filter_map(|tally| tally.sum).sum::<Decimal>();
        (sum, tallies().any(|tally| tally.lacking > 0))
    };
    let ((pagu, pagu_lacks), (next, next_lacks)) = (money(0), money(1));
    let printed = merged.taken.iter().filter_map(|taken| taken.printed).sum();
    vec![
        Entry::Tinted(options.say("Jumlah", "Sum").to_owned(), Tint::Proven),
        blank(),
        blank(),
        blank(),
        total(4, counted(|taken| taken.rows), false),
        total(5, counted(|taken| taken.repaired[0]), false),
        total(6, counted(|taken| taken.repaired[1]), false),
        total(7, counted(|taken| taken.open), false),
        total(8, pagu, pagu_lacks),
        total(9, counted(|taken| taken.sums[0].lacking), false),
        total(10, printed, false),
        total(11, next, next_lacks),
        blank(),
    ]
}

/// What does not fit together: a line a statement, numbered by what belongs together.
fn conflicts(merged: &Merged, plans: &[Plan<'_>], options: XlsxOptions) -> Result<Worksheet, WriteError> {
    let headings = [
        (options.say("No", "No"), 7.0),
        (options.say("Masalah", "Matter"), 24.0),
        (options.say("Kode", "Code"), 20.0),
        (options.say("Uraian", "Name"), 40.0),
        (options.say("Perangkat Daerah", "Office"), 32.0),
        (options.say("Berkas dan sel", "File and cell"), 34.0),
        (options.say("Yang tertulis", "What it says"), 40.0),
        (options.say("Pagu (Rp)", "Pagu (Rp)"), 20.0),
        (options.say("Sel di buku ini", "Cell in this workbook"), 16.0),
        (options.say("Arti dan yang harus dilakukan", "What it means and what to do"), 60.0),
    ];
    let name = options.say("Periksa", "To check");
    let title = options.say(
        "Periksa: baris yang sama atau bertentangan, dan angka yang belum pasti",
        "To check: rows that are the same or contradict, and amounts that are open",
    );
    let mut listing = Listing::new(name, title, &headings)?;
    for (number, conflict) in (1_usize..).zip(&merged.conflicts) {
        for stated in &conflict.stated {
            listing.add(&said(number, conflict, stated, plans, options))?;
        }
    }
    listing.finish(options.say("Tidak ada yang bertentangan.", "Nothing contradicts."), name)
}

fn said(
    number: usize,
    conflict: &Conflict,
    stated: &Stated,
    plans: &[Plan<'_>],
    options: XlsxOptions,
) -> Vec<Entry> {
    let matter = conflict.matter.name().within(options.language).to_owned();
    let matter = match conflict.matter.severity() {
        Severity::Error => Entry::Tinted(matter, Tint::Open),
        Severity::Warning => Entry::Tinted(matter, Tint::Likely),
        Severity::Note => Entry::Text(matter),
    };
    let place = stated.place.as_ref().map_or_else(|| stated.file.clone(), ToString::to_string);
    vec![
        Entry::Number(Decimal::from(number), None),
        matter,
        Entry::Text(conflict.code.as_ref().map(ToString::to_string).unwrap_or_default()),
        Entry::Text(conflict.name.clone()),
        Entry::Text(stated.office.clone()),
        Entry::Text(place),
        Entry::Text(stated.text.clone()),
        stated.pagu.map_or_else(blank, |pagu| Entry::Number(pagu, None)),
        match stated.row {
            Some(row) => audit::link(plans.first(), Some(row), None, options),
            None => blank(),
        },
        Entry::Text(conflict.matter.said().within(options.language).to_owned()),
    ]
}

/// What is left to decide in the files, at the rows of this workbook. Sums that lack something are told at their cells.
fn findings(document: &Document, plans: &[Plan<'_>], options: XlsxOptions) -> Result<Worksheet, WriteError> {
    let headings = [
        (options.say("Bobot", "Severity"), 12.0),
        (options.say("Aturan", "Rule"), 20.0),
        (options.say("Tabel", "Table"), 11.0),
        (options.say("Kode", "Code"), 18.0),
        (options.say("Kolom", "Column"), 24.0),
        (options.say("Berkas dan sel", "File and cell"), 30.0),
        (options.say("Sel di buku ini", "Cell in this workbook"), 16.0),
        (options.say("Pesan", "Message"), 58.0),
        (options.say("Seharusnya", "Expected"), 20.0),
        (options.say("Tertulis", "Found"), 20.0),
        (options.say("Pilihan", "Candidates"), 26.0),
    ];
    let name = options.say("Temuan", "Findings");
    let title = options.say(
        "Temuan di berkas asal: putuskan di berkas itu, lalu gabungkan lagi",
        "Findings in the files: decide them there, then merge again",
    );
    let mut listing = Listing::new(name, title, &headings)?;
    let of_files = |finding: &&Finding| finding.rule() != LACKING && finding.severity != Severity::Note;
    for finding in document.findings.iter().filter(of_files) {
        let mut entries = audit::found(document, plans, finding, None, options);
        entries.truncate(headings.len());
        listing.add(&entries)?;
    }
    listing.finish(options.say("Tidak ada temuan.", "Nothing was found."), name)
}
