//! What a check found in one file, for programs: an object of JSON, or annotations for the log of GitHub Actions.

use serde_json::{Value, json};

use super::league::{Readiness, Standing, line};
use crate::model::{At, Language};

/// The name and version of the schema of the objects.
pub const SCHEMA: &str = "rapikan.check/1";

/// The standing of a file with every finding, as one line of JSON without its end.
#[must_use]
pub fn object(standing: &Standing, findings: &Value, language: Language) -> String {
    let mut object = json!({"schema": SCHEMA, "language": language.code()});
    if let (Value::Object(object), Value::Object(line)) = (&mut object, line(standing)) {
        object.extend(line);
        object.insert("findings".to_owned(), findings.clone());
    }
    object.to_string()
}

/// A finding as those outside the program are told of it.
pub(super) struct Told<'a> {
    pub(super) rule: &'a str,
    /// `error`, `warning` or `note`.
    pub(super) severity: &'a str,
    pub(super) message: &'a str,
    pub(super) table: Option<&'a str>,
    /// `Sheet!C12`.
    pub(super) source: Option<&'a str>,
}

impl<'a> Told<'a> {
    /// The findings of the model's JSON.
    pub(super) fn all(findings: &'a Value) -> impl Iterator<Item = Self> {
        findings.as_array().into_iter().flatten().map(|finding| {
            let text = |key: &str| finding.get(key).and_then(Value::as_str);
            Self {
                rule: text("rule").unwrap_or_default(),
                severity: text("severity").unwrap_or_default(),
                message: text("message").unwrap_or_default(),
                table: text("table"),
                source: text("source"),
            }
        })
    }

    /// The cell inside its sheet. The name of a sheet may hold the sign that parts it from the cell.
    pub(super) fn at(&self) -> Option<At> {
        self.source?.rsplit_once('!')?.1.parse().ok()
    }
}

/// The annotations of a file, one a line: the row of a cell stands for the line, its column for the column.
#[must_use]
pub fn annotations(standing: &Standing, findings: &Value) -> String {
    let file = property(&standing.file);
    if let Readiness::Unreadable(reason) = &standing.readiness {
        return format!("::error file={file},title=rapikan::{}\n", data(reason));
    }
    let lines = Told::all(findings).map(|told| {
        let command = if told.severity == "note" { "notice" } else { told.severity };
        let at = told.at().map_or_else(String::new, |at| {
            format!(",line={},col={}", at.row_number(), u32::from(at.column) + 1)
        });
        let title = property(&[told.rule].into_iter().chain(told.source).collect::<Vec<_>>().join(" "));
        format!("::{command} file={file}{at},title={title}::{}\n", data(told.message))
    });
    lines.collect()
}

/// A text in the place of a message: GitHub reads a line as one command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text in the place of a property, which ends at a comma and has a colon after the last.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::standing_without;

    #[test]
    fn an_annotation_is_one_line_whatever_the_texts_hold() {
        let standing = standing_without("dinas, a/50%:b.xlsx", Readiness::ToCheck);
        let findings = json!([{"rule": "sum-mismatch", "severity": "error", "message": "satu\n::error::dua",
            "table": "T-C.33#1", "source": "Lembar!1!C12"}]);
        assert_eq!(
            annotations(&standing, &findings),
            "::error file=dinas%2C a/50%25%3Ab.xlsx,line=12,col=3,title=sum-mismatch Lembar!1!C12::satu%0A::error::dua\n"
        );
        let unreadable = standing_without("a.xlsx", Readiness::Unreadable("terkunci".to_owned()));
        assert_eq!(annotations(&unreadable, &json!([])), "::error file=a.xlsx,title=rapikan::terkunci\n");
    }

    #[test]
    fn an_object_holds_the_standing_and_every_finding() {
        let standing = standing_without("a.xlsx", Readiness::Unreadable("terkunci".to_owned()));
        let object: Value =
            serde_json::from_str(&object(&standing, &json!([]), Language::Indonesian)).unwrap();
        assert_eq!(object["schema"], SCHEMA);
        assert_eq!((&object["state"], &object["reason"]), (&json!("unreadable"), &json!("terkunci")));
        assert_eq!(object["findings"], json!([]));
    }
}
