//! The workbook of what differs between two versions: every change a line, counts, and the sums of every program.

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::listing::{Entry, Listing};
use super::look::{self, Tint};
use super::package;
use crate::compare::{Change, Differences, Kind, RowDifference, Shown, Side, Sums, Tally};
use crate::model::{Form, Kode, Language, MARKER_SHEET, Place};
use crate::write::WriteError;
use crate::write::differences::{Version, column_name, elsewhere, kind_name, level_name, mapped};

/// The columns of old and new in the list of changes, and in that of the sums.
const CHANGE: (char, char) = ('H', 'I');
const SUM: (char, char) = ('E', 'F');

/// The bytes of the workbook; equal differences give equal bytes.
///
/// # Errors
/// [`WriteError::Workbook`] if there are more changes than a worksheet has rows.
pub fn changes(
    differences: &Differences,
    versions: [&Version; 2],
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let pen = Pen { language, versions };
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::default_letters(), look::DEFAULT_ROW, look::DEFAULT_COLUMN)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_comment(concat!("rapikan ", env!("CARGO_PKG_VERSION")))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    workbook.push_worksheet(pen.summary(differences)?);
    workbook.push_worksheet(pen.programs(differences)?);
    workbook.push_worksheet(pen.rows(differences)?);
    // By this sheet the workbook is known for our own and no batch takes it for an input.
    let mut marker = Worksheet::new();
    marker.set_name(MARKER_SHEET)?.set_very_hidden(true);
    marker.write_string(0, 0, "rapikan")?.write_string(0, 1, env!("CARGO_PKG_VERSION"))?;
    workbook.push_worksheet(marker);
    package::saved(&mut workbook)
}

struct Pen<'a> {
    language: Language,
    versions: [&'a Version; 2],
}

const fn tint(kind: Kind) -> Tint {
    match kind {
        Kind::Added => Tint::Proven,
        Kind::Dropped => Tint::Gone,
        Kind::Renamed | Kind::Moved | Kind::Renumbered => Tint::Moved,
        Kind::Changed => Tint::Likely,
        Kind::Open => Tint::Open,
    }
}

fn blank() -> Entry {
    Entry::Text(String::new())
}

fn text(text: &str) -> Entry {
    Entry::Text(text.to_owned())
}

impl Pen<'_> {
    const fn say<'t>(&self, indonesian: &'t str, english: &'t str) -> &'t str {
        match self.language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }

    fn title(&self, indonesian: &str, english: &str) -> String {
        format!(
            "{}: {} → {}",
            self.say(indonesian, english),
            self.versions[0].told(),
            self.versions[1].told()
        )
    }

    /// How many rows of which kind, by form.
    fn summary(&self, differences: &Differences) -> Result<Worksheet, WriteError> {
        let mut headings = vec![(self.say("Tabel", "Form"), 14.0)];
        headings.extend(Kind::ALL.map(|kind| (kind_name(kind, self.language), 16.0)));
        headings.push((self.say("sama", "the same"), 16.0));
        headings.push((self.say("Keterangan", "Remark"), 60.0));
        let name = self.say("Ringkasan", "Summary");
        let title = self.title("Perbandingan", "Comparison");
        let mut listing = Listing::new(name, &title, &headings)?;
        for form in &differences.forms {
            let mut entries = vec![text(form.form.id)];
            entries.extend(Kind::ALL.map(|kind| {
                let count = form.count(kind);
                Entry::Number(Decimal::from(count), (count > 0).then_some(tint(kind)))
            }));
            entries.push(Entry::Number(Decimal::from(form.same), None));
            entries.push(blank());
            listing.add(&entries)?;
        }
        let alone = [
            (&differences.only_old, self.say("hanya ada di versi lama", "only in the old version")),
            (&differences.only_new, self.say("hanya ada di versi baru", "only in the new version")),
        ];
        for (forms, said) in alone {
            for form in forms {
                let mut entries = vec![text(form.id)];
                entries.extend((0..=Kind::ALL.len()).map(|_| blank()));
                entries.push(Entry::Tinted(said.to_owned(), Tint::Moved));
                listing.add(&entries)?;
            }
        }
        listing.finish(self.say("Tidak ada tabel.", "There is no table."), name)
    }

    fn programs(&self, differences: &Differences) -> Result<Worksheet, WriteError> {
        let headings = [
            (self.say("Tabel", "Form"), 11.0),
            (self.say("Kode", "Code"), 14.0),
            ("Program", 52.0),
            (self.say("Kolom", "Column"), 40.0),
            (self.say("Lama (Rp)", "Old (Rp)"), 22.0),
            (self.say("Baru (Rp)", "New (Rp)"), 22.0),
            (self.say("Selisih (Rp)", "Difference (Rp)"), 22.0),
            (self.say("Belum pasti", "Open amounts"), 14.0),
        ];
        let name = self.say("Per program", "By program");
        let title = self.title("Jumlah per program", "Sums by program");
        let mut listing = Listing::new(name, &title, &headings)?;
        for form in &differences.forms {
            for sums in &form.sums {
                let row = listing.next();
                listing.add(&self.sums(form.form, sums, row))?;
            }
        }
        listing.finish(self.say("Tidak ada jumlah.", "There is no sum."), name)
    }

    fn sums(&self, form: &Form, sums: &Sums, row: u32) -> Vec<Entry> {
        let column = form.layouts.iter().find_map(|layout| layout.column(sums.column));
        let whole = self.say("seluruhnya", "all");
        let tally = |tally: Tally| {
            Entry::Number(tally.sum.unwrap_or_default(), (tally.lacking > 0).then_some(Tint::Open))
        };
        let lacking = sums.old.lacking + sums.new.lacking;
        let name = if sums.code.is_none() { whole } else { &sums.name };
        vec![
            text(form.id),
            text(sums.code.as_ref().map_or("", Kode::as_str)),
            text(name),
            Entry::Text(column.map(|column| column_name(column, self.versions[1].year)).unwrap_or_default()),
            tally(sums.old),
            tally(sums.new),
            match (sums.new.sum.unwrap_or_default()).checked_sub(sums.old.sum.unwrap_or_default()) {
                Some(number) => difference(SUM, row, number, (lacking > 0).then_some(Tint::Open)),
                None => blank(),
            },
            if lacking > 0 { Entry::Number(Decimal::from(lacking), Some(Tint::Open)) } else { blank() },
        ]
    }

    fn rows(&self, differences: &Differences) -> Result<Worksheet, WriteError> {
        let headings = [
            (self.say("Tabel", "Form"), 9.0),
            (self.say("Jenis", "Kind"), 14.0),
            (self.say("Tingkat", "Level"), 14.0),
            (self.say("Kode lama", "Old code"), 19.0),
            (self.say("Kode baru", "New code"), 19.0),
            (self.say("Uraian", "Name"), 42.0),
            (self.say("Kolom", "Column"), 30.0),
            (self.say("Lama", "Old"), 28.0),
            (self.say("Baru", "New"), 28.0),
            (self.say("Selisih (Rp)", "Difference (Rp)"), 20.0),
            (self.say("Sel lama", "Old cell"), 14.0),
            (self.say("Sel baru", "New cell"), 14.0),
            (self.say("Catatan", "Remark"), 36.0),
        ];
        let name = self.say("Perubahan", "Changes");
        let title = self.title("Perubahan", "Changes");
        let mut listing = Listing::new(name, &title, &headings)?;
        for form in &differences.forms {
            for row in &form.rows {
                let named = row.changes.iter().any(|change| row.kind_of(change) == row.kind);
                if !named {
                    listing.add(&self.row(form.form, row))?;
                }
                for change in &row.changes {
                    let at = listing.next();
                    listing.add(&self.change(form.form, row, change, at))?;
                }
            }
        }
        listing.finish(self.say("Tidak ada perubahan.", "Nothing changed."), name)
    }

    /// The first six cells of a line.
    fn about(&self, form: &Form, row: &RowDifference, kind: Kind) -> Vec<Entry> {
        let code = |side: Option<&Side>| {
            Entry::Text(side.and_then(|side| side.code.as_ref()).map(Kode::to_string).unwrap_or_default())
        };
        vec![
            text(form.id),
            Entry::Tinted(kind_name(kind, self.language).to_owned(), tint(kind)),
            Entry::Text(row.level.map(level_name).unwrap_or_default()),
            code(row.old.as_ref()),
            code(row.new.as_ref()),
            text(row.shown().map_or("", |side| &side.name)),
        ]
    }

    fn row(&self, form: &Form, row: &RowDifference) -> Vec<Entry> {
        let mut entries = self.about(form, row, row.kind);
        let at = |side: Option<&Side>| place(side.and_then(|side| side.place.as_ref()));
        entries.extend([blank(), blank(), blank(), blank()]);
        entries.extend([at(row.old.as_ref()), at(row.new.as_ref())]);
        let below = |side: Option<&Side>| side.map(|side| side.below.clone()).unwrap_or_default();
        let (from, to) = (below(row.old.as_ref()), below(row.new.as_ref()));
        let moved = (row.kind == Kind::Moved && from != to).then(|| format!("{from} → {to}"));
        let remarks = [moved.or_else(|| elsewhere(row, self.language)), mapped(row, self.language)];
        entries.push(Entry::Text(remarks.into_iter().flatten().collect::<Vec<_>>().join("\n")));
        entries
    }

    fn change(&self, form: &Form, row: &RowDifference, change: &Change, at: u32) -> Vec<Entry> {
        let kind = row.kind_of(change);
        let mut entries = self.about(form, row, kind);
        entries.push(Entry::Text(column_name(change.column, self.versions[1].year)));
        entries.extend([shown(&change.old), shown(&change.new)]);
        entries.push(match change.difference() {
            Some(number) => difference(CHANGE, at, number, None),
            None => blank(),
        });
        entries.extend([place(change.old.place.as_ref()), place(change.new.place.as_ref())]);
        let mut remarks: Vec<String> = [&change.old, &change.new]
            .into_iter()
            .filter(|shown| !shown.candidates.is_empty())
            .map(|shown| format!("{}: {}", self.say("Pilihan", "Candidates"), shown.candidates.join(" | ")))
            .collect();
        remarks.extend(elsewhere(row, self.language).filter(|_| kind == Kind::Renamed));
        remarks.extend(mapped(row, self.language));
        entries.push(Entry::Text(remarks.join("\n")));
        entries
    }
}

fn shown(shown: &Shown) -> Entry {
    match (shown.amount, shown.open) {
        (Some(amount), _) => Entry::Number(amount, None),
        (None, true) => Entry::Tinted(shown.text.clone(), Tint::Open),
        (None, false) => Entry::Text(shown.text.clone()),
    }
}

fn place(place: Option<&Place>) -> Entry {
    Entry::Text(place.map(ToString::to_string).unwrap_or_default())
}

/// New less old as a formula.
fn difference((old, new): (char, char), row: u32, number: Decimal, tint: Option<Tint>) -> Entry {
    let line = row + 1;
    Entry::Formula(format!("={new}{line}-{old}{line}"), number, tint)
}
