//! Proofs in JSON: their words, and the data from which they can be checked again.

use serde_json::{Map, Value, json};

use super::reference;
use crate::model::{Document, Evidence, Proof, Repair, Spot};

/// A proof of a repair, with what it rests on.
pub(super) fn proof(document: &Document, ids: &[String], repair: &Repair, proof: &Proof) -> Value {
    let mut object = words(proof);
    data(document, repair, proof, &mut object);
    let rests_on: Vec<&String> = proof.footing().repairs.iter().filter_map(|index| ids.get(*index)).collect();
    if !rests_on.is_empty() {
        object.insert("rests_on".to_owned(), json!(rests_on));
    }
    Value::Object(object)
}

/// The kind and the words of a proof.
fn words(proof: &Proof) -> Map<String, Value> {
    Map::from_iter([("kind".to_owned(), json!(proof.kind.name())), ("text".to_owned(), json!(proof.text))])
}

fn data(document: &Document, repair: &Repair, proof: &Proof, object: &mut Map<String, Value>) {
    let mut say = |key: &str, value: Value| {
        object.insert(key.to_owned(), value);
    };
    match proof.evidence() {
        Evidence::Law { relation, result, terms, .. } => {
            say("relation", json!(relation));
            say("result", spot(document, repair.table, *result));
            let listed =
                terms.iter().take(Evidence::MOST_TERMS).map(|term| spot(document, repair.table, *term));
            say("terms", listed.collect());
            let more = terms.len().saturating_sub(Evidence::MOST_TERMS);
            if more > 0 {
                say("more", json!(more));
            }
        }
        Evidence::Twin(at) => {
            if let Some(at) = at {
                say("at", reference(document, *at));
            }
        }
        Evidence::Official { code, edition, of } => {
            say("code", json!(code));
            if let Some(edition) = edition {
                say("edition", json!(edition.name()));
            }
            say("of", json!(of.name()));
        }
        Evidence::Siblings { value, count, at } => {
            if !value.is_empty() {
                say("value", json!(value));
            }
            say("count", json!(count));
            if !at.is_empty() {
                say("at", at.iter().map(|at| reference(document, *at)).collect());
            }
        }
        Evidence::Header { column, at } => {
            say("column", json!(column));
            if let Some(at) = at {
                say("at", json!(at));
            }
        }
        Evidence::Words { changes, source } => {
            say("words", changes.iter().map(|(was, became)| json!([was, became])).collect());
            say("source", json!(source.name()));
        }
        Evidence::Spelling { damage } => say("damage", json!(damage)),
        Evidence::Person { decision } => {
            if let Some(decision) = decision {
                say("decision", json!(decision));
            }
        }
        Evidence::Elsewhere(_) => say("carried", json!(proof.grade().name())),
    }
}

/// A proof that is no repair's: the data that need no table.
pub(crate) fn alone(proof: &Proof) -> Value {
    let mut object = words(proof);
    if let Evidence::Official { code, edition, of } = proof.evidence() {
        object.insert("code".to_owned(), json!(code));
        object.insert("edition".to_owned(), json!(edition.map(crate::model::Edition::name)));
        object.insert("of".to_owned(), json!(of.name()));
    }
    Value::Object(object)
}

fn spot(document: &Document, table: usize, spot: Spot) -> Value {
    let found = document.tables.get(table);
    let column = found.and_then(|table| table.columns.get(spot.column)).map(|column| column.id);
    json!({"table": found.map(|table| &table.id), "row": spot.row, "column": column})
}
