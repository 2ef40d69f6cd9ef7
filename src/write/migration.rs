//! A plan in the codes of another edition: as the model's JSON, and as text for the terminal.

use serde_json::{Map, Value, json};

use super::json;
use super::plain::decimal;
use crate::codification::Relation;
use crate::compare::{MigratedRow, MigratedTable, Migration};
use crate::model::{Document, Kode, Language};

/// The document's model, each table with what became of its rows. Ends with a line break.
#[must_use]
pub fn json(document: &Document, migration: &Migration, language: Language) -> String {
    let mut value = json::value(document, language);
    let tables = value.get_mut("tables").and_then(Value::as_array_mut).into_iter().flatten();
    for (table, migrated) in tables.zip(&migration.tables) {
        if let Some(object) = table.as_object_mut() {
            object.insert("migration".to_owned(), migrated_table(migration, migrated, language));
        }
    }
    json::laid_out(&value)
}

fn migrated_table(migration: &Migration, table: &MigratedTable, language: Language) -> Value {
    let sums = table.sums.iter().map(|sum| {
        json!({
            "column": sum.column,
            "old": decimal(sum.old),
            "new": decimal(sum.new),
            "open": decimal(sum.open),
            "unsettled": sum.unsettled,
        })
    });
    json!({
        "from": migration.from.name(),
        "to": migration.to.name(),
        "rows": table.rows.iter().map(|row| migrated_row(row, language)).collect::<Vec<_>>(),
        "sums": sums.collect::<Vec<_>>(),
    })
}

fn migrated_row(row: &MigratedRow, language: Language) -> Value {
    let candidate = |(code, name): &(Kode, &str)| json!({"code": code.as_str(), "name": name});
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    put("row", json!(row.row));
    put("relation", json!(row.relation.name()));
    put("code", json!(row.new.as_ref().map(|(code, _)| code.as_str())));
    put("name", json!(row.new.as_ref().map(|(_, name)| name)));
    put("candidates", row.candidates.iter().map(candidate).collect());
    put("proofs", row.proofs.iter().map(super::json::proofs::alone).collect());
    if let Some(question) = &row.question {
        put("question", json!(question.within(language)));
    }
    if let Some(warning) = &row.warning {
        put("warning", json!(warning.within(language)));
    }
    Value::Object(object)
}

/// What became of the rows in a few lines: how many of which relation, and whether the sums are whole.
#[must_use]
pub fn summary(migration: &Migration, language: Language) -> Vec<String> {
    let counts: Vec<String> = Relation::ALL
        .into_iter()
        .filter(|relation| migration.count(*relation) > 0)
        .map(|relation| format!("{} {}", migration.count(relation), relation.name()))
        .collect();
    let (from, to, open) = (migration.from.name(), migration.to.name(), migration.open());
    let counts = counts.join(", ");
    let whole = migration.adds_up();
    match language {
        Language::Indonesian => vec![
            format!("{from} → {to}: {counts}; {open} baris perlu diputuskan"),
            if whole {
                "Jumlahnya tetap.".to_owned()
            } else {
                "Jumlahnya berubah: ini kesalahan rapikan.".to_owned()
            },
        ],
        Language::English => vec![
            format!("{from} → {to}: {counts}; {open} rows to decide"),
            if whole {
                "The sums are the same.".to_owned()
            } else {
                "The sums changed: a fault of rapikan.".to_owned()
            },
        ],
    }
}

/// What a relation means.
#[must_use]
pub const fn meaning(relation: Relation, language: Language) -> &'static str {
    match (relation, language) {
        (Relation::Tetap, Language::Indonesian) => "kode dan nama sama",
        (Relation::Tetap, Language::English) => "same code and name",
        (Relation::Pindah, Language::Indonesian) => "nama sama, kode lain dalam bidangnya",
        (Relation::Pindah, Language::English) => "same name, another code in its bidang",
        (Relation::PindahBidang, Language::Indonesian) => "nama sama, bidang lain",
        (Relation::PindahBidang, Language::English) => "same name, another bidang",
        (Relation::PindahBanyak, Language::Indonesian) => "nama sama di beberapa kode",
        (Relation::PindahBanyak, Language::English) => "same name at several codes",
        (Relation::NamaLain, Language::Indonesian) => "nomornya dipakai untuk nama lain",
        (Relation::NamaLain, Language::English) => "its number bears another name",
        (Relation::Hilang, Language::Indonesian) => "kode dan nama tidak ada lagi",
        (Relation::Hilang, Language::English) => "code and name are gone",
    }
}
