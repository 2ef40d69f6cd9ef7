//! What one of our own workbooks says was decided: it is decided again, so that cleaning it changes nothing.

use serde_json::Value;

use super::text_of;
use crate::locate::stated_decisions;
use crate::model::{Decided, RawTable, Subject, Verdict, Workbook};
use crate::rules;
use crate::solve::{Origin, Pin, origins};

/// The decisions that a workbook of our own states, for its tables.
pub(in crate::pipeline) fn stated(workbook: &Workbook, tables: &[RawTable], ids: &[String]) -> Vec<Pin> {
    let stated = stated_decisions(workbook);
    if stated.is_empty() {
        return Vec::new();
    }
    let origins: Vec<Vec<Origin>> = tables.iter().map(origins).collect();
    let found = stated.iter().filter_map(|line| {
        let said: Value = serde_json::from_str(&line.said).unwrap_or_default();
        let table = ids.iter().position(|id| *id == line.table);
        let verdict = match line.verdict.as_str() {
            "refused" => Verdict::Refuse,
            "chosen" => Verdict::Choose(text_of(&said, "text")),
            "stays" => Verdict::Stay,
            _ => return None,
        };
        if table.is_none() && !line.table.is_empty() {
            return None;
        }
        let decided = Decided {
            table,
            row: line.row,
            column: line.column.clone(),
            about: Subject::from_name(&text_of(&said, "about")),
            rule: rules::rule(&text_of(&said, "rule"))?.id,
            before: text_of(&said, "before"),
            after: text_of(&said, "after"),
            verdict,
            source: None,
            made: None,
        };
        let mut pin = pin(decided, &origins);
        pin.is_stated = true;
        Some(pin)
    });
    found.collect()
}

/// A decision as an input of solving.
pub(super) fn pin(decided: Decided, origins: &[Vec<Origin>]) -> Pin {
    let rows = decided.table.and_then(|table| origins.get(table));
    let origin = rows.zip(decided.row).and_then(|(rows, row)| rows.get(row)).copied();
    Pin::new(decided, origin)
}
