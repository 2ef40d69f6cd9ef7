//! What a person decided, as JSON that is read again.

use serde_json::{Map, Value, json};

use crate::model::{Decided, Decision, Document, Verdict, Whereabouts};

/// A decision as it is read again: what it is about by its id, by what stood there and by its whereabouts.
#[must_use]
pub fn decision(decision: &Decision) -> Value {
    let mut object = Map::new();
    let mut say = |key: &str, text: &str| {
        if !text.is_empty() {
            object.insert(key.to_owned(), json!(text));
        }
    };
    let is_refusal = decision.verdict == Verdict::Refuse;
    say("id", &decision.id);
    say(if is_refusal { "sources" } else { "source" }, &decision.sources);
    say("rule", &decision.rule);
    if let Some(before) = &decision.before {
        object.insert("before".to_owned(), json!(before));
    }
    if is_refusal {
        object.insert("after".to_owned(), json!(decision.after));
    }
    let word = match &decision.verdict {
        Verdict::Refuse => "tolak",
        Verdict::Choose(value) => value,
        Verdict::Stay => "biarkan",
    };
    object.insert("keputusan".to_owned(), json!(word));
    if let Some(at) = &decision.at {
        object.insert("at".to_owned(), whereabouts(at));
    }
    if decision.verdict == Verdict::Stay {
        object.insert("stays".to_owned(), json!(true));
    }
    Value::Object(object)
}

fn whereabouts(at: &Whereabouts) -> Value {
    let mut object = Map::new();
    object.insert("table".to_owned(), json!(at.table));
    if let Some(row) = at.row {
        object.insert("row".to_owned(), json!(row));
    }
    let texts = [("column", Some(&at.column)), ("code", at.code.as_ref()), ("name", at.name.as_ref())];
    for (key, text) in texts {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            object.insert(key.to_owned(), json!(text));
        }
    }
    Value::Object(object)
}

/// What was decided about a document: each as it was made, or where the file itself states it, as it is decided there.
pub(super) fn decisions(document: &Document) -> Vec<Value> {
    let stated = |decided: &Decided| {
        let table = decided.table.and_then(|index| document.tables.get(index));
        let code = table.zip(decided.row).and_then(|(table, row)| table.rows.get(row)?.code.as_ref());
        decision(&Decision {
            verdict: decided.verdict.clone(),
            id: String::new(),
            sources: decided.source.as_ref().map(ToString::to_string).unwrap_or_default(),
            rule: decided.rule.to_string(),
            before: Some(decided.before.clone()),
            after: decided.after.clone(),
            at: Some(Whereabouts {
                table: table.map(|table| table.id.clone()).unwrap_or_default(),
                row: decided.row,
                column: decided.column.clone(),
                code: code.map(ToString::to_string),
                name: None,
            }),
        })
    };
    let decided = document.decided.iter();
    let followed = decided.map(|decided| decided.made.as_ref().map_or_else(|| stated(decided), decision));
    let unmet = document.unmet.iter().map(|unmet| {
        let mut value = decision(&unmet.decision);
        if let Value::Object(object) = &mut value {
            object.insert("followed".to_owned(), json!(false));
        }
        value
    });
    followed.chain(unmet).collect()
}
