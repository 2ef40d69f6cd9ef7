//! What differs between two versions: as JSON, and as a table for the terminal.

mod text;

use serde_json::{Value, json};

pub use text::{level_name, text};

use super::json;
use super::plain::decimal;
use crate::compare::{
    Change, Differences, FormDifferences, Kind, Mapped, RowDifference, Shown, Side, Sums, Tally,
};
use crate::forms;
use crate::model::{Column, Document, Form, Kode, Language, Place, Tingkat, letters};

/// One of the two versions that are compared: its file, office and plan year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its file.
    pub file: String,
    /// Its office, if it names one.
    pub office: Option<String>,
    /// Its plan year.
    pub year: Option<u16>,
}

impl Version {
    /// The version that a file with this document is.
    #[must_use]
    pub fn of(file: &str, document: &Document) -> Self {
        let about = &document.about;
        Self { file: file.to_owned(), office: document.offices_shown(), year: about.year }
    }

    /// Whether both name an office, and not the same; blanks, capitals and punctuation make no other.
    #[must_use]
    pub fn is_of_other_office(&self, other: &Self) -> bool {
        let named = |version: &Self| version.office.as_deref().map(letters);
        matches!((named(self), named(other)), (Some(one), Some(two)) if one != two)
    }

    /// `renja.xlsx (Dinas Perpustakaan, 2024)`.
    #[must_use]
    pub fn told(&self) -> String {
        let more: Vec<String> =
            self.office.iter().cloned().chain(self.year.map(|year| year.to_string())).collect();
        let told =
            if more.is_empty() { self.file.clone() } else { format!("{} ({})", self.file, more.join(", ")) };
        // It comes from outside, and no sign of it steers a terminal.
        told.replace(char::is_control, "")
    }
}

/// What a kind is called.
#[must_use]
pub const fn kind_name(kind: Kind, language: Language) -> &'static str {
    match (kind, language) {
        (Kind::Added, Language::Indonesian) => "ditambah",
        (Kind::Dropped, Language::Indonesian) => "dihapus",
        (Kind::Renamed, Language::Indonesian) => "ganti nama",
        (Kind::Moved, Language::Indonesian) => "pindah",
        (Kind::Changed, Language::Indonesian) => "berubah",
        (Kind::Renumbered, Language::Indonesian) => "ganti nomor menurut edisi kodefikasi",
        (Kind::Open, Language::Indonesian) => "belum pasti",
        (Kind::Added, Language::English) => "added",
        (Kind::Dropped, Language::English) => "dropped",
        (Kind::Renamed, Language::English) => "renamed",
        (Kind::Moved, Language::English) => "moved",
        (Kind::Changed, Language::English) => "changed",
        (Kind::Renumbered, Language::English) => "renumbered by the codification's edition",
        (Kind::Open, Language::English) => "open",
    }
}

/// How a row's old code is related to the edition of the new version, with the ground and what there is to choose from.
#[must_use]
pub fn mapped(row: &RowDifference, language: Language) -> Option<String> {
    let mapped = row.mapped.as_ref()?;
    let (from, to, relation) = (mapped.from.name(), mapped.to.name(), mapped.relation.name());
    let candidates: Vec<String> =
        mapped.candidates.iter().map(|(code, name)| format!("{code} “{name}”")).collect();
    let choose = match (candidates.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Indonesian) => format!(" Pilihan: {}.", candidates.join(", ")),
        (false, Language::English) => format!(" Candidates: {}.", candidates.join(", ")),
    };
    Some(format!("{from} → {to}: {relation}. {}{choose}", mapped.ground.within(language)))
}

/// Groups of a header with more letters than this say less than the room they take.
const SHORT: usize = 36;

/// The header of a column with its short groups; money is shown in full rupiah, whatever the header says.
#[must_use]
pub fn column_name(column: &Column, year: Option<u16>) -> String {
    let (last, groups) = column.header.split_last().unwrap_or((&column.id, &[]));
    let short = groups.iter().filter(|group| group.chars().count() <= SHORT);
    let shown: Vec<&str> = short.chain([last]).copied().collect();
    forms::with_years(&shown.join(" › "), year).replace("(Rp.000)", "(Rp.)")
}

/// A hint at another reading of a renamed row.
#[must_use]
pub fn elsewhere(row: &RowDifference, language: Language) -> Option<String> {
    row.elsewhere.as_ref().map(|code| match language {
        Language::Indonesian => format!("mungkin pindah: nama itu juga ada di {code}"),
        Language::English => format!("it may have moved: that name stands at {code} too"),
    })
}

/// The differences, schema `rapikan.diff/1`; amounts are plain decimals in full rupiah. Ends with a line break.
#[must_use]
pub fn json(differences: &Differences, versions: [&Version; 2], language: Language) -> String {
    let version =
        |version: &Version| json!({"file": version.file, "office": version.office, "year": version.year});
    let ids = |forms: &[&'static Form]| forms.iter().map(|form| form.id).collect::<Vec<_>>();
    let value = json!({
        "schema": "rapikan.diff/1",
        "language": language.code(),
        "old": version(versions[0]),
        "new": version(versions[1]),
        "equal": differences.is_equal(),
        "forms": differences.forms.iter().map(|found| form(found, language)).collect::<Vec<_>>(),
        "only_old": ids(&differences.only_old),
        "only_new": ids(&differences.only_new),
    });
    json::laid_out(&value)
}

fn form(form: &FormDifferences, language: Language) -> Value {
    let counts: serde_json::Map<String, Value> =
        Kind::ALL.into_iter().map(|kind| (kind.id().to_owned(), json!(form.count(kind)))).collect();
    json!({
        "form": form.form.id,
        "same": form.same,
        "counts": counts,
        "rows": form.rows.iter().map(|found| row(found, language)).collect::<Vec<_>>(),
        "sums": form.sums.iter().map(sums).collect::<Vec<_>>(),
    })
}

fn map(mapped: &Mapped, language: Language) -> Value {
    let candidates =
        mapped.candidates.iter().map(|(code, name)| json!({"code": code.as_str(), "name": name}));
    json!({
        "from": mapped.from.name(),
        "to": mapped.to.name(),
        "relation": mapped.relation.name(),
        "code": mapped.new.as_ref().map(Kode::as_str),
        "candidates": candidates.collect::<Vec<_>>(),
        "ground": mapped.ground.within(language),
    })
}

fn row(row: &RowDifference, language: Language) -> Value {
    let changes = row.changes.iter().map(|change| changed(row, change));
    json!({
        "kind": row.kind.id(),
        "level": row.level.map(Tingkat::name),
        "old": row.old.as_ref().map(side),
        "new": row.new.as_ref().map(side),
        "elsewhere": row.elsewhere.as_ref().map(Kode::as_str),
        "mapped": row.mapped.as_ref().map(|mapped| map(mapped, language)),
        "changes": changes.collect::<Vec<_>>(),
    })
}

fn side(side: &Side) -> Value {
    json!({
        "code": side.code.as_ref().map(Kode::as_str),
        "name": side.name,
        "below": side.below,
        "source": side.place.as_ref().map(Place::to_string),
    })
}

fn changed(row: &RowDifference, change: &Change) -> Value {
    json!({
        "column": change.column.id,
        "kind": row.kind_of(change).id(),
        "old": shown(&change.old),
        "new": shown(&change.new),
        "difference": change.difference().map(decimal),
    })
}

fn shown(shown: &Shown) -> Value {
    let mut value = json!({"text": shown.text});
    if let Value::Object(object) = &mut value {
        if let Some(amount) = shown.amount {
            object.insert("amount".to_owned(), json!(decimal(amount)));
        }
        if shown.open {
            object.insert("open".to_owned(), json!(true));
            object.insert("candidates".to_owned(), json!(shown.candidates));
        }
        if let Some(place) = &shown.place {
            object.insert("source".to_owned(), json!(place.to_string()));
        }
    }
    value
}

fn sums(sums: &Sums) -> Value {
    let tally = |tally: Tally| json!({"sum": tally.sum.map(decimal), "lacking": tally.lacking});
    json!({
        "code": sums.code.as_ref().map(Kode::as_str),
        "name": sums.name,
        "column": sums.column,
        "old": tally(sums.old),
        "new": tally(sums.new),
        "difference": sums.difference().map(decimal),
    })
}
