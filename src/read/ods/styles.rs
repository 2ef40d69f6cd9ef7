//! Styles of `OpenDocument` spreadsheets as number format codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::error::ReadError;
use crate::read::look::Look;
use crate::read::runs::Run;
use crate::read::xml::{Element, Token, Xml};

/// A cell style as declared.
#[derive(Debug, Default)]
struct CellStyle {
    parent: Option<String>,
    format: Option<String>,
    bold: Option<bool>,
    struck: Option<bool>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: BTreeMap<String, String>,
    cells: BTreeMap<String, CellStyle>,
    hidden_tables: BTreeSet<String>,
    /// The styles of parts of a text that strike out or raise.
    runs: BTreeMap<String, Run>,
}

impl Styles {
    /// Whether a table of this style is hidden.
    pub(super) fn is_hidden_table(&self, name: &str) -> bool {
        self.hidden_tables.contains(name)
    }

    /// How a style of a part of a text changes it.
    pub(super) fn run(&self, name: &str) -> Run {
        self.runs.get(name).copied().unwrap_or_default()
    }

    /// The look of every cell style, what it leaves open taken from its parents.
    pub(super) fn looks(&self) -> BTreeMap<String, Look> {
        self.cells.keys().map(|name| (name.clone(), self.look(name))).collect()
    }

    fn property(&mut self, element: &Element<'_>, (family, name): &(String, String)) {
        match (element.name(), family.as_str()) {
            ("text-properties", "text") => {
                let struck = strikes(element).unwrap_or_default();
                let raised = element.attribute("text-position").is_some_and(|position| {
                    let first = position.split(' ').next().unwrap_or_default().to_owned();
                    first == "super"
                        || first.trim_end_matches('%').parse::<i32>().is_ok_and(|percent| percent > 0)
                });
                if struck || raised {
                    self.runs.insert(name.clone(), Run { struck, raised });
                }
            }
            ("text-properties", "table-cell") => {
                if let (Some(style), Some(struck)) = (self.cells.get_mut(name), strikes(element)) {
                    style.struck = Some(struck);
                }
                if let (Some(style), Some(weight)) =
                    (self.cells.get_mut(name), element.attribute("font-weight"))
                {
                    style.bold =
                        Some(weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600));
                }
            }
            ("table-properties", "table")
                if element.attribute("display").is_some_and(|display| display == "false") =>
            {
                self.hidden_tables.insert(name.clone());
            }
            _ => {}
        }
    }

    fn look(&self, name: &str) -> Look {
        let (mut format, mut bold, mut struck) = (None, None, None);
        let mut style = self.cells.get(name);
        // A chain of parents has no more than a few links; a loop must end.
        for _ in 0..10 {
            let Some(current) = style else { break };
            format = format.or_else(|| current.format.as_ref().and_then(|format| self.formats.get(format)));
            bold = bold.or(current.bold);
            struck = struck.or(current.struck);
            style = current.parent.as_ref().and_then(|parent| self.cells.get(parent));
        }
        Look::new(format.map_or("General", String::as_str), bold.unwrap_or(false))
            .struck_out(struck.unwrap_or(false))
    }
}

/// Adds the styles that a part declares.
pub(super) fn read(part: &str, text: &str, styles: &mut Styles) -> Result<(), ReadError> {
    let mut xml = Xml::new(part, text);
    // The style that the parser is in: its family and its name.
    let mut current = (String::new(), String::new());
    loop {
        match xml.next()? {
            Token::Open(element) => match element.name() {
                "body" => return Ok(()),
                name if name.ends_with("-style") && is_format(name) => {
                    let name = element.attribute("name").unwrap_or_default();
                    let elapsed =
                        element.attribute("truncate-on-overflow").is_some_and(|value| value == "false");
                    let (code, positive) = format_code(&mut xml, elapsed)?;
                    let code =
                        positive.and_then(|positive| styles.formats.get(&positive).cloned()).unwrap_or(code);
                    styles.formats.insert(name, code);
                }
                "style" => {
                    let name = element.attribute("name").unwrap_or_default();
                    current = (element.attribute("family").unwrap_or_default(), name.clone());
                    if current.0 == "table-cell" {
                        styles.cells.insert(name, cell_style(&element));
                    }
                }
                _ => styles.property(&element, &current),
            },
            Token::End => return Ok(()),
            Token::Close(_) | Token::Text(_) => {}
        }
    }
}

/// Whether a line goes through the text, where the element says so.
fn strikes(element: &Element<'_>) -> Option<bool> {
    let said = element.attribute("text-line-through-style").or(element.attribute("text-line-through-type"));
    said.map(|style| style != "none")
}

fn is_format(name: &str) -> bool {
    ["number-", "percentage-", "currency-", "date-", "time-", "text-", "boolean-"]
        .iter()
        .any(|kind| name.starts_with(kind))
}

fn cell_style(element: &Element<'_>) -> CellStyle {
    CellStyle {
        parent: element.attribute("parent-style-name"),
        format: element.attribute("data-style-name"),
        bold: None,
        struck: None,
    }
}

/// The code of the number format just opened, and the name of the one that it uses for positive numbers: the
/// first section of a format of several.
fn format_code(xml: &mut Xml<'_>, elapsed: bool) -> Result<(String, Option<String>), ReadError> {
    let mut code = String::new();
    let mut positive = None;
    loop {
        match xml.next()? {
            Token::Open(element) => match element.name() {
                "text" | "currency-symbol" => code.push_str(&literal(&xml.text()?)),
                "number" => code.push_str(&digits(&element)),
                "map"
                    if element.attribute("condition").is_some_and(|condition| !condition.contains("<0")) =>
                {
                    positive = positive.or(element.attribute("apply-style-name"));
                }
                "hours" if elapsed => code.push_str("[h]"),
                _ => code.push_str(placeholder(&element)),
            },
            Token::Close(end) if end.name().ends_with("-style") => return Ok((code, positive)),
            Token::End => return Ok((code, positive)),
            Token::Close(_) | Token::Text(_) => {}
        }
    }
}

fn placeholder(element: &Element<'_>) -> &'static str {
    let long = element.attribute("style").is_some_and(|style| style == "long");
    let textual = element.attribute("textual").is_some_and(|value| value == "true");
    match (element.name(), long) {
        ("scientific-number", _) => "0.00E+00",
        ("fraction", _) => "# ?/?",
        ("day", false) => "d",
        ("day", true) => "dd",
        ("month", false) if textual => "mmm",
        ("month", true) if textual => "mmmm",
        ("month" | "minutes", false) => "m",
        ("month" | "minutes", true) => "mm",
        ("year", false) => "yy",
        ("year", true) => "yyyy",
        ("hours", false) => "h",
        ("hours", true) => "hh",
        ("seconds", false) => "s",
        ("seconds", true) => "ss",
        ("am-pm", _) => "AM/PM",
        ("text-content", _) => "@",
        _ => "",
    }
}

fn digits(element: &Element<'_>) -> String {
    let count = |name: &str| usize::try_from(element.number(name).unwrap_or(0).min(30)).unwrap_or(0);
    let Some(decimals) =
        element.number("decimal-places").and_then(|places| usize::try_from(places.min(30)).ok())
    else {
        // Without a number of places it is the general format, unless it asks for leading zeros.
        return match count("min-integer-digits") {
            0 | 1 => "General".to_owned(),
            zeros => "0".repeat(zeros),
        };
    };
    let whole = match (
        element.flag("grouping") || element.attribute("grouping").is_some_and(|value| value == "true"),
        count("min-integer-digits").max(1),
    ) {
        (true, _) => "#,##0".to_owned(),
        (false, zeros) => "0".repeat(zeros),
    };
    if decimals == 0 { whole } else { format!("{whole}.{}", "0".repeat(decimals)) }
}

/// A literal text in a format code: what could be read as a placeholder is quoted.
fn literal(text: &str) -> String {
    if text.chars().all(|c| matches!(c, ' ' | '/' | '-' | ':' | '.' | ',' | '%' | '(' | ')')) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('"', ""))
}
