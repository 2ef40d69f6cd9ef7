//! The model as JSON, schema `rapikan.model/1`. Keys keep one order, so equal documents give equal bytes.

mod beside;
mod columns;
mod decided;
mod findings;
mod kinds;
mod printed;
pub(super) mod proofs;

use serde_json::{Map, Value, json};

use super::plain;
use crate::codification::other_edition;
use crate::model::{
    About, Beside, Cell, Document, Edition, Item, Kode, Language, Place, Reference, Repair, Role, Row,
    Status, Table, Tingkat,
};
pub use decided::decision;
use decided::decisions;
use findings::causes;
pub use findings::findings;

/// The name and version of the schema.
pub const SCHEMA: &str = "rapikan.model/1";

/// The whole document; messages of findings are in the given language. Ends with a line break.
#[must_use]
pub fn model(document: &Document, language: Language) -> String {
    printed::text(&value(document, language))
}

/// A value laid out for reading, ending with a line break.
pub(super) fn laid_out(value: &Value) -> String {
    printed::text(value)
}

pub(super) fn value(document: &Document, language: Language) -> Value {
    let mut value = json!({
        "schema": SCHEMA,
        "source": {
            "file": document.file,
            "sha256": document.sha256,
            "container": document.container.name(),
        },
        "document": about(&document.about, language),
        "tables": document
            .tables
            .iter()
            .map(|found| table(found, &document.beside, document.about.codification))
            .collect::<Vec<_>>(),
        "repairs": repairs(document),
        "findings": findings(document, language),
        "causes": causes(document, language),
        "decisions": decisions(document),
        "conservation": conservation(document),
    });
    beside::insert_notices(&mut value, &document.notices, language);
    value
}

/// What is known of the document, and why it follows its edition of the codification.
fn about(about: &About, language: Language) -> Value {
    let mut object = Map::new();
    object.insert("region".to_owned(), json!(about.region));
    object.insert("opd".to_owned(), json!(about.opd));
    object.insert("year".to_owned(), json!(about.year));
    object.insert("codification".to_owned(), json!(about.codification.map(Edition::name)));
    if let Some(ground) = &about.edition_ground {
        let said =
            json!({"kind": ground.kind.name(), "count": ground.count, "text": ground.text.within(language)});
        object.insert("edition_ground".to_owned(), said);
    }
    Value::Object(object)
}

fn conservation(document: &Document) -> Value {
    let kept = &document.conservation;
    let unplaced =
        kept.unplaced.iter().map(|(place, text)| json!({"source": place.to_string(), "text": text}));
    json!({
        "source_cells": kept.source_cells,
        "used": kept.used,
        "decoration": kept.decoration,
        "unplaced": unplaced.collect::<Vec<_>>(),
    })
}

fn table(table: &Table, beside: &Beside, edition: Option<Edition>) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(table.id));
    object.insert("form".to_owned(), json!(table.form.id));
    object.insert("layout".to_owned(), json!(table.layout.id));
    object.insert("sheet".to_owned(), json!(&*table.sheet));
    object.insert("range".to_owned(), json!(table.range.to_string()));
    object.insert("titles".to_owned(), json!(table.titles));
    kinds::insert_unit(&mut object, table);
    kinds::insert_sections(&mut object, table);
    object.insert("columns".to_owned(), Value::Array(columns::columns(table)));
    let rows: Vec<Value> = table.rows.iter().map(|found| row(table, found, beside, edition)).collect();
    object.insert("rows".to_owned(), Value::Array(rows));
    kinds::insert_notes(&mut object, table);
    Value::Object(object)
}

/// A code that is not settled is `null`; what is printed in its place then stands in `printed_code`.
fn row(table: &Table, row: &Row, beside: &Beside, edition: Option<Edition>) -> Value {
    let mut object = Map::new();
    let mut cells = Map::new();
    let mut printed = None;
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        if column.role == Role::Code {
            printed = (row.code.is_none() && !cell.is_empty()).then(|| cell.text());
        } else if !cell.is_empty() || matches!(cell.status(), Status::Unresolved | Status::Decided) {
            cells.insert(column.id.to_owned(), json_cell(table, cell, beside));
        }
    }
    object.insert("level".to_owned(), json!(row.level.map(Tingkat::name)));
    let code = row.code.as_ref().map(Kode::as_str).or_else(|| kinds::organisation(row, printed));
    object.insert("code".to_owned(), json!(code));
    if let Some(of) = row.of {
        object.insert("of".to_owned(), json!(of));
    }
    if let Some(other) = row.code.as_ref().and_then(|code| other_edition(code, edition?)) {
        object.insert("edition".to_owned(), json!(other.name()));
    }
    let parts: Map<String, Value> = row
        .code
        .iter()
        .flat_map(Kode::named_parts)
        .map(|(name, part)| (name.to_owned(), json!(part)))
        .collect();
    if !parts.is_empty() {
        object.insert("parts".to_owned(), Value::Object(parts));
    }
    if row.code_status != Status::AsIs {
        object.insert("code_status".to_owned(), json!(row.code_status.name()));
    }
    if let Some(text) = printed.filter(|_| code.is_none()) {
        object.insert("printed_code".to_owned(), json!(text));
    }
    beside::insert_row_marks(&mut object, row, beside);
    object.insert("source_rows".to_owned(), json!(row.source_rows));
    object.insert("cells".to_owned(), Value::Object(cells));
    Value::Object(object)
}

fn json_cell(table: &Table, cell: &Cell, beside: &Beside) -> Value {
    let meaning = cell.meaning();
    let mut object = Map::new();
    object.insert("text".to_owned(), json!(cell.text()));
    insert_quantity(&mut object, meaning.number, meaning.unit.as_deref());
    if !meaning.items.is_empty() {
        let items: Vec<Value> = meaning.items.iter().map(item).collect();
        object.insert("items".to_owned(), json!(items));
    }
    object.insert("status".to_owned(), json!(cell.status().name()));
    if cell.is_official() {
        object.insert("official".to_owned(), json!(true));
    }
    if !cell.candidates().is_empty() {
        object.insert("candidates".to_owned(), json!(cell.candidates()));
    }
    let sources: Vec<String> =
        cell.sources().iter().map(|place| plain::source_within(table, place)).collect();
    insert_sources(&mut object, &sources);
    beside::insert_cell_marks(&mut object, cell, beside);
    Value::Object(object)
}

fn item(item: &Item) -> Value {
    let mut object = Map::new();
    if let Some(text) = &item.text {
        object.insert("text".to_owned(), json!(text));
    }
    insert_quantity(&mut object, item.number, item.unit.as_deref());
    Value::Object(object)
}

fn insert_quantity(
    object: &mut Map<String, Value>,
    number: Option<rust_decimal::Decimal>,
    unit: Option<&str>,
) {
    if let Some(number) = number {
        object.insert("number".to_owned(), json!(plain::decimal(number)));
    }
    if let Some(unit) = unit {
        object.insert("unit".to_owned(), json!(unit));
    }
}

/// The first source under `source`; all of them under `sources` where there are several.
fn insert_sources(object: &mut Map<String, Value>, sources: &[String]) {
    object.insert("source".to_owned(), json!(sources.first()));
    if sources.len() > 1 {
        object.insert("sources".to_owned(), json!(sources));
    }
}

fn repairs(document: &Document) -> Vec<Value> {
    let ids = document.repair_ids();
    document.repairs().iter().zip(&ids).map(|(found, id)| repair(document, &ids, id, found)).collect()
}

fn repair(document: &Document, ids: &[String], id: &str, repair: &Repair) -> Value {
    let mut object = Map::new();
    object.insert("id".to_owned(), json!(id));
    let proofs = repair.proofs.iter().map(|proof| proofs::proof(document, ids, repair, proof));
    object.insert("rule".to_owned(), json!(repair.rule));
    object.insert("grade".to_owned(), json!(repair.grade().name()));
    object.insert("table".to_owned(), json!(document.tables.get(repair.table).map(|table| &table.id)));
    object.insert("row".to_owned(), json!(repair.row));
    object.insert("column".to_owned(), json!(repair.column));
    let sources: Vec<String> = repair.sources.iter().map(Place::to_string).collect();
    insert_sources(&mut object, &sources);
    object.insert("before".to_owned(), json!(repair.before));
    object.insert("after".to_owned(), json!(repair.after));
    if let Some(slide) = repair.change.slide() {
        let columns = slide.columns.iter().map(|(from, to)| json!([from.to_string(), to]));
        let change = json!({
            "kind": repair.change.name(),
            "rows": [slide.rows.0, slide.rows.1],
            "columns": columns.collect::<Vec<_>>(),
        });
        object.insert("change".to_owned(), change);
    }
    object.insert("proofs".to_owned(), json!(proofs.collect::<Vec<_>>()));
    Value::Object(object)
}

/// A cell of the model: its table's id, the index of its row, the id of its column.
fn reference(document: &Document, cell: Reference) -> Value {
    let table = document.tables.get(cell.table).map(|table| &table.id);
    json!({"table": table, "row": cell.row, "column": cell.column})
}

#[cfg(test)]
mod tests;
