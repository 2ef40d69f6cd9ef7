//! What the input says beside its values: marks of cells and rows, and notices.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::model::{Beside, Cell, Language, Notice, Row};
use crate::write::plain;

/// The keys that say of a cell what stands beside its value.
pub(super) fn insert_cell_marks(object: &mut Map<String, Value>, cell: &Cell, beside: &Beside) {
    let mark = beside.mark(cell.sources());
    let marks = [
        ("formula", mark.formula),
        ("shown", mark.shown),
        ("struck", mark.struck),
        ("comment", mark.comment),
        ("merged", mark.merged),
    ];
    for (key, text) in marks {
        if let Some(text) = text {
            object.insert(key.to_owned(), json!(text));
        }
    }
}

/// The keys that say of a row that it is hidden, or struck out.
pub(super) fn insert_row_marks(object: &mut Map<String, Value>, row: &Row, beside: &Beside) {
    let Some(place) = row.cells.iter().flat_map(Cell::sources).next() else { return };
    for (key, rows) in [("hidden", &beside.hidden), ("struck", &beside.struck)] {
        let marked = |number: &u32| rows.contains(&(Arc::clone(&place.sheet), *number));
        if !rows.is_empty() && row.source_rows.iter().all(marked) {
            object.insert(key.to_owned(), json!(true));
        }
    }
}

/// The key `notices`, where there is anything to tell.
pub(super) fn insert_notices(value: &mut Value, notices: &[Notice], language: Language) {
    if let (Value::Object(object), false) = (value, notices.is_empty()) {
        let notices = notices.iter().map(|found| notice(found, language));
        object.insert("notices".to_owned(), json!(notices.collect::<Vec<_>>()));
    }
}

fn notice(notice: &Notice, language: Language) -> Value {
    let mut object = Map::new();
    object.insert("kind".to_owned(), json!(notice.kind));
    if let Some(rule) = notice.rule {
        object.insert("rule".to_owned(), json!(rule));
    }
    if let Some(sheet) = &notice.sheet {
        object.insert("sheet".to_owned(), json!(&**sheet));
        object.insert("sources".to_owned(), json!(notice.sources));
    }
    object.insert("count".to_owned(), json!(notice.count));
    if !notice.sum.is_empty() {
        let sum = notice.sum.iter().map(|(column, sum)| (column.clone(), json!(plain::decimal(*sum))));
        object.insert("sum".to_owned(), Value::Object(sum.collect()));
    }
    object.insert("message".to_owned(), json!(notice.said.within(language)));
    Value::Object(object)
}
