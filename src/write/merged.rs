//! A merged plan as JSON.

use serde_json::{Value, json};

use super::json;
use super::plain::decimal;
use crate::compare::{Conflict, LeftOut, MONEY, Merged, Stated, Taken};
use crate::model::{Kode, Language, Place};

/// The plan, what each file gave and what does not fit together, schema `rapikan.merge/1`; the plan itself stands under
/// `model`, as `convert` writes it. Ends with a line break.
#[must_use]
pub fn json(merged: &Merged, language: Language) -> String {
    let value = json!({
        "schema": "rapikan.merge/1",
        "language": language.code(),
        "files": merged.taken.iter().map(taken).collect::<Vec<_>>(),
        "left_out": merged.left_out.iter().map(|file| left_out(file, language)).collect::<Vec<_>>(),
        "conflicts": merged.conflicts.iter().map(|found| conflict(found, language)).collect::<Vec<_>>(),
        "model": json::value(&merged.document, language),
    });
    json::laid_out(&value)
}

fn taken(taken: &Taken) -> Value {
    let sums = MONEY.iter().zip(taken.sums).map(
        |(column, tally)| json!({"column": column, "sum": tally.sum.map(decimal), "lacking": tally.lacking}),
    );
    json!({
        "file": taken.file,
        "office": taken.office,
        "year": taken.year,
        "rows": taken.rows,
        "repairs": {"A": taken.repaired[0], "B": taken.repaired[1]},
        "open": taken.open,
        "sums": sums.collect::<Vec<_>>(),
        "printed_total": taken.printed.map(decimal),
    })
}

fn left_out(left_out: &LeftOut, language: Language) -> Value {
    json!({"file": left_out.file, "copy": left_out.is_copy(), "reason": left_out.reason.within(language)})
}

fn conflict(conflict: &Conflict, language: Language) -> Value {
    json!({
        "matter": conflict.matter.id(),
        "severity": conflict.matter.severity().name(),
        "code": conflict.code.as_ref().map(Kode::as_str),
        "name": conflict.name,
        "meaning": conflict.matter.said().within(language),
        "stated": conflict.stated.iter().map(stated).collect::<Vec<_>>(),
    })
}

fn stated(stated: &Stated) -> Value {
    json!({
        "file": stated.file,
        "office": stated.office,
        "source": stated.place.as_ref().map(Place::to_string),
        "text": stated.text,
        "pagu": stated.pagu.map(decimal),
        "row": stated.row,
    })
}
