//! What differs between two models of one file: an answer to a decision holds that and no more.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The lists beside the tables whose items come and go.
const LISTS: [&str; 3] = ["repairs", "questions", "decided"];

/// The rows of each table that are others now, and of each list the indices of the items that are gone and the items
/// that are new. A table with more or fewer rows or columns comes whole. The lists of the new model are put into the
/// order in which they stand for whoever takes over what is told: the items that stay, then the new ones.
pub(super) fn changes(before: &Value, now: &mut Value) -> Value {
    let list =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let (old, new) = (list(before, "tables"), list(now, "tables"));
    if old.len() != new.len() {
        return json!({"whole": now});
    }
    let pairs = (0..).zip(old.iter().zip(&new));
    let tables: Vec<Value> = pairs.filter_map(|(index, (old, new))| in_table(index, old, new)).collect();
    let mut told = json!({"tables": tables, "edition": now.get("edition"), "bidang": now.get("bidang")});
    for key in LISTS {
        let (gone, new, all) = in_list(list(before, key), &list(now, key));
        if let (Value::Object(told), Value::Object(now)) = (&mut told, &mut *now) {
            told.insert(key.to_owned(), json!({"gone": gone, "new": new}));
            now.insert(key.to_owned(), Value::Array(all));
        }
    }
    told
}

fn in_table(index: usize, before: &Value, now: &Value) -> Option<Value> {
    let rows = |table: &Value| table.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
    let head = |table: &Value| {
        let mut table = table.clone();
        if let Value::Object(object) = &mut table {
            object.remove("rows");
        }
        table
    };
    let (old, new) = (rows(before), rows(now));
    if old.len() != new.len() || head(before) != head(now) {
        return Some(json!({"index": index, "table": now}));
    }
    let pairs = (0..).zip(old.iter().zip(&new));
    let changed: Vec<(usize, &Value)> =
        pairs.filter(|(_, (old, new))| old != new).map(|(row, (_, new))| (row, new)).collect();
    (!changed.is_empty()).then(|| json!({"index": index, "rows": changed}))
}

/// The indices of what is gone, what is new, and everything in the order of whoever takes that over.
fn in_list(before: Vec<Value>, now: &[Value]) -> (Vec<usize>, Vec<Value>, Vec<Value>) {
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for item in now {
        *there.entry(item.to_string()).or_default() += 1;
    }
    let (mut gone, mut all) = (Vec::new(), Vec::new());
    for (index, item) in before.into_iter().enumerate() {
        match there.get_mut(&item.to_string()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                all.push(item);
            }
            _ => gone.push(index),
        }
    }
    // What is left over in the count is new.
    let mut new = Vec::new();
    for item in now {
        if let Some(count) = there.get_mut(&item.to_string()).filter(|count| **count > 0) {
            *count -= 1;
            new.push(item.clone());
        }
    }
    all.extend(new.iter().cloned());
    (gone, new, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_another_now_is_told() {
        let model = |amount: &str, questions: &[&str]| {
            json!({
                "tables": [{"id": "T-C.33#1", "rows": [["a"], [amount], ["c"]]}, {"id": "T-C.29#1", "rows": []}],
                "repairs": [], "decided": [], "questions": questions,
            })
        };
        let mut now = model("2", &["y", "z", "x"]);
        let told = changes(&model("1", &["x", "y", "x"]), &mut now);
        assert_eq!(told["tables"], json!([{"index": 0, "rows": [[1, ["2"]]]}]));
        assert_eq!(told["questions"], json!({"gone": [2], "new": ["z"]}));
        assert_eq!(now["questions"], json!(["x", "y", "z"]));
        assert_eq!(told["repairs"], json!({"gone": [], "new": []}));
        let none = changes(&model("1", &["x"]), &mut model("1", &["x"]));
        assert_eq!(none["tables"], json!([]));
    }

    #[test]
    fn a_table_with_other_rows_comes_whole() {
        let of = |rows: &[u8]| json!({"tables": [{"id": "T-C.33#1", "rows": rows}]});
        let told = changes(&of(&[1]), &mut of(&[1, 2]));
        assert_eq!(told["tables"][0]["table"]["rows"], json!([1, 2]));
        let mut more = json!({"tables": []});
        assert_eq!(changes(&of(&[1]), &mut more)["whole"], json!({"tables": []}));
    }
}
