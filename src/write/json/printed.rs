//! JSON laid out for reading: what fits on a line stands on a line, the rest is broken up by two spaces.

use serde_json::Value;

const LINE: usize = 140;

/// The value as text, ending with a line break.
pub(super) fn text(value: &Value) -> String {
    let mut out = String::new();
    put(value, 0, &mut out);
    out.push('\n');
    out
}

fn put(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Array(items) if !items.is_empty() && too_long(value, depth) => {
            let lines = items.iter().map(|item| (String::new(), item));
            broken(('[', ']'), lines, depth, out);
        }
        Value::Object(fields) if !fields.is_empty() && too_long(value, depth) => {
            let lines = fields.iter().map(|(key, item)| (Value::from(key.as_str()).to_string() + ": ", item));
            broken(('{', '}'), lines, depth, out);
        }
        _ => out.push_str(&one_line(value)),
    }
}

fn broken<'a>(
    (open, close): (char, char),
    lines: impl Iterator<Item = (String, &'a Value)>,
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    for (index, (key, item)) in lines.enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        out.push_str(&key);
        put(item, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}

fn too_long(value: &Value, depth: usize) -> bool {
    // Rough size first: a whole table need not be printed to know that it does not fit.
    let fields = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    fields * 4 > LINE || 2 * depth + one_line(value).chars().count() > LINE
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(one_line).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, item)| format!("{}: {}", Value::from(key.as_str()), one_line(item)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_things_stay_on_one_line() {
        let value = serde_json::json!({"a": 1, "b": [true, null], "c": {}});
        assert_eq!(text(&value), "{\"a\": 1, \"b\": [true, null], \"c\": {}}\n");
    }

    #[test]
    fn long_things_are_broken_and_mean_the_same() {
        let value = serde_json::json!({"text": "x".repeat(150), "rows": [{"a": "\"\n"}, {"b": []}]});
        let printed = text(&value);
        assert!(printed.starts_with("{\n  \"text\": "));
        assert!(printed.contains("\n  \"rows\": [{\"a\": \"\\\"\\n\"}, {\"b\": []}]\n}"));
        assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), value);
    }
}
