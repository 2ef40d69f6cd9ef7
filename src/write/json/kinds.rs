//! What the model says of a table beside its columns and codes: its unit with the ground of it, its sections, the organisation
//! codes of offices and units, and what stands below it.

use serde_json::{Map, Value, json};

use crate::model::{Note, Place, Row, Section, Table, Tingkat, UnitSaid};

/// The unit of the amounts and, where something states it, what does.
pub(super) fn insert_unit(object: &mut Map<String, Value>, table: &Table) {
    object.insert("unit".to_owned(), json!(table.unit.name()));
    let ground = &table.unit_ground;
    if ground.said == UnitSaid::NonePrinted {
        return;
    }
    let mut said = Map::new();
    said.insert("kind".to_owned(), json!(ground.said.name()));
    if let Some(place) = &ground.source {
        said.insert("source".to_owned(), json!(place.to_string()));
    }
    said.insert("text".to_owned(), json!(ground.text));
    object.insert("unit_ground".to_owned(), Value::Object(said));
}

/// The sections of a table that several offices or units share.
pub(super) fn insert_sections(object: &mut Map<String, Value>, table: &Table) {
    if !table.sections.is_empty() {
        let sections = table.sections.iter().map(section).collect();
        object.insert("sections".to_owned(), Value::Array(sections));
    }
}

fn section(section: &Section) -> Value {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    if let Some(opd) = &section.opd {
        put("opd", json!(opd));
    }
    if let Some(code) = &section.code {
        put("code", json!(code));
    }
    put("first", json!(section.first));
    put("last", json!(section.last));
    if let Some(total) = section.total {
        put("total", json!(total));
    }
    Value::Object(object)
}

/// What stands below the rows of a table, a line an array.
pub(super) fn insert_notes(object: &mut Map<String, Value>, table: &Table) {
    let note = |note: &Note| json!({"text": note.text, "margin": note.margin, "source": note.source.as_ref().map(Place::to_string)});
    if !table.notes.is_empty() {
        let lines = table.notes.iter().map(|line| Value::Array(line.notes.iter().map(note).collect()));
        object.insert("notes".to_owned(), Value::Array(lines.collect()));
    }
}

/// The organisation code of an office or unit: what is printed as the code of its row.
pub(super) fn organisation<'a>(row: &Row, printed: Option<&'a str>) -> Option<&'a str> {
    printed.filter(|_| matches!(row.level, Some(Tingkat::PerangkatDaerah | Tingkat::Unit)))
}
