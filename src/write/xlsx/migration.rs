//! The workbook of a plan in the codes of another edition: old and new rows beside each other, a sheet a table.

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::listing::{Entry, Listing};
use super::look::{self, Tint};
use super::package;
use crate::codification::Relation;
use crate::compare::{MigratedRow, Migration};
use crate::model::{Cell, Column, Document, Kode, Language, MARKER_SHEET, Role, Said, Table};
use crate::write::WriteError;
use crate::write::migration::meaning;

/// The bytes of the workbook; equal migrations give equal bytes.
///
/// # Errors
/// [`WriteError::Workbook`] if there are more rows than a worksheet has.
pub fn migration(
    document: &Document,
    migration: &Migration,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let pen = Pen { document, migration, language };
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::default_letters(), look::DEFAULT_ROW, look::DEFAULT_COLUMN)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_comment(concat!("rapikan ", env!("CARGO_PKG_VERSION")))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    workbook.push_worksheet(pen.summary()?);
    for index in 0..document.tables.len() {
        if let Some(sheet) = pen.table(index)? {
            workbook.push_worksheet(sheet);
        }
    }
    // By this sheet the workbook is known for our own and no batch takes it for an input.
    let mut marker = Worksheet::new();
    marker.set_name(MARKER_SHEET)?.set_very_hidden(true);
    marker.write_string(0, 0, "rapikan")?.write_string(0, 1, env!("CARGO_PKG_VERSION"))?;
    workbook.push_worksheet(marker);
    package::saved(&mut workbook)
}

struct Pen<'a> {
    document: &'a Document,
    migration: &'a Migration,
    language: Language,
}

const fn tint(relation: Relation) -> Option<Tint> {
    match relation {
        Relation::Tetap => None,
        Relation::Pindah | Relation::PindahBidang => Some(Tint::Moved),
        Relation::PindahBanyak | Relation::NamaLain | Relation::Hilang => Some(Tint::Open),
    }
}

fn text(text: &str) -> Entry {
    Entry::Text(text.to_owned())
}

fn tinted(text: &str, tint: Option<Tint>) -> Entry {
    tint.map_or_else(|| Entry::Text(text.to_owned()), |tint| Entry::Tinted(text.to_owned(), tint))
}

impl Pen<'_> {
    const fn say<'t>(&self, indonesian: &'t str, english: &'t str) -> &'t str {
        match self.language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }

    fn title(&self, name: &str) -> String {
        let (from, to) = (self.migration.from.name(), self.migration.to.name());
        format!("{name}: {} {from} → {to}", self.say("edisi", "edition"))
    }

    /// How many rows of which relation, and the sums of every table.
    fn summary(&self) -> Result<Worksheet, WriteError> {
        let name = self.say("Ringkasan", "Summary");
        let headings = [
            (self.say("Hubungan atau kolom", "Relation or column"), 26.0),
            (self.say("Arti", "Meaning"), 44.0),
            (self.say("Baris", "Rows"), 10.0),
            (self.say("Jumlah lama (Rp)", "Old sum (Rp)"), 22.0),
            (self.say("Jumlah baru (Rp)", "New sum (Rp)"), 22.0),
            (self.say("Belum pasti (Rp)", "Open (Rp)"), 22.0),
        ];
        let mut listing = Listing::new(name, &self.title(&self.document.file), &headings)?;
        for relation in Relation::ALL {
            let count = Decimal::from(self.migration.count(relation));
            let said = meaning(relation, self.language);
            listing.add(&[text(relation.name()), text(said), Entry::Number(count, tint(relation))])?;
        }
        for (table, migrated) in self.document.tables.iter().zip(&self.migration.tables) {
            for sum in &migrated.sums {
                let whole = sum.new.checked_add(sum.open) == Some(sum.old);
                listing.add(&[
                    text(&format!("{} {}", table.id, sum.column)),
                    text(if whole {
                        self.say("baru + belum pasti = lama", "new + open = old")
                    } else {
                        self.say("tidak cocok", "does not add up")
                    }),
                    Entry::Number(Decimal::from(migrated.rows.len()), None),
                    Entry::Number(sum.old, None),
                    Entry::Number(sum.new, None),
                    Entry::Number(sum.open, None),
                ])?;
            }
        }
        listing.finish(self.say("Tidak ada tabel.", "There is no table."), name)
    }

    /// The rows of a table; `None` where it has none with a code.
    fn table(&self, index: usize) -> Result<Option<Worksheet>, WriteError> {
        let (Some(table), Some(migrated)) =
            (self.document.tables.get(index), self.migration.tables.get(index))
        else {
            return Ok(None);
        };
        if migrated.rows.is_empty() {
            return Ok(None);
        }
        let money: Vec<(usize, &'static Column)> = table
            .columns
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, column)| table.form.adds_up && matches!(column.role, Role::Amount(_)))
            .collect();
        let mut headings = vec![
            (self.say("Kode lama", "Old code"), 20.0),
            (self.say("Nama lama", "Old name"), 44.0),
            (self.say("Kode baru", "New code"), 20.0),
            (self.say("Nama baru", "New name"), 44.0),
            (self.say("Hubungan", "Relation"), 15.0),
            (self.say("Bukti", "Proof"), 44.0),
            (self.say("Pertanyaan dan peringatan", "Questions and warnings"), 50.0),
            (self.say("Calon", "Candidates"), 44.0),
        ];
        headings.extend(money.iter().map(|(_, column)| (column.id, 20.0)));
        let name = sheet_name(&table.id, self.migration.to.name());
        let mut listing = Listing::new(&name, &self.title(&table.id), &headings)?;
        for row in &migrated.rows {
            listing.add(&self.row(table, row, &money))?;
        }
        listing.finish(self.say("Tidak ada baris.", "There is no row."), &name).map(Some)
    }

    fn row(&self, table: &Table, migrated: &MigratedRow, money: &[(usize, &'static Column)]) -> Vec<Entry> {
        let row = table.rows.get(migrated.row);
        let cell = |position: Option<usize>| {
            position.and_then(|position| row?.cells.get(position)).map_or("", Cell::text)
        };
        let name = table.columns.iter().position(|column| column.role == Role::Name);
        let (code, new) = migrated.new.as_ref().map_or(("", ""), |(code, name)| (code.as_str(), *name));
        let tint = if migrated.new.is_none() { Some(Tint::Open) } else { tint(migrated.relation) };
        let said: Vec<&str> = [&migrated.question, &migrated.warning]
            .into_iter()
            .flatten()
            .map(|said: &Said| said.within(self.language))
            .collect();
        let candidates: Vec<String> =
            migrated.candidates.iter().map(|(code, name)| format!("{code} {name}")).collect();
        let proofs: Vec<String> = migrated.proofs.iter().map(|proof| proof.text.clone()).collect();
        let mut entries = vec![
            text(row.and_then(|row| row.code.as_ref()).map_or("", Kode::as_str)),
            text(cell(name)),
            tinted(code, tint),
            tinted(new, tint),
            tinted(migrated.relation.name(), tint),
            text(&proofs.join("\n")),
            text(&said.join("\n")),
            text(&candidates.join("\n")),
        ];
        entries.extend(money.iter().map(|(position, _)| {
            let amount = row.and_then(|row| row.cells.get(*position)).and_then(crate::model::Cell::number);
            amount.map_or_else(|| text(cell(Some(*position))), |number| Entry::Number(number, None))
        }));
        entries
    }
}

/// `T-C.33 1 ke 2023`: Excel allows 31 letters, and no brackets.
fn sheet_name(table: &str, to: &str) -> String {
    let name: String = format!("{} ke {to}", table.replace('#', " ")).chars().take(31).collect();
    name.replace(['[', ']', ':', '*', '?', '/', '\\'], " ")
}
