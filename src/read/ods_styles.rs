//! Styles of `OpenDocument` spreadsheets as number format codes.

use std::collections::{BTreeMap, BTreeSet};

use super::error::ReadError;
use super::look::Look;
use super::xml::{Element, Token, Xml};

/// A cell style as declared.
#[derive(Debug, Default)]
struct CellStyle {
    parent: Option<String>,
    format: Option<String>,
    bold: Option<bool>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: BTreeMap<String, String>,
    cells: BTreeMap<String, CellStyle>,
    hidden_tables: BTreeSet<String>,
}

impl Styles {
    /// Whether a table of this style is hidden.
    pub(super) fn is_hidden_table(&self, name: &str) -> bool {
        self.hidden_tables.contains(name)
    }

    /// The look of every cell style, what it leaves open taken from its parents.
    pub(super) fn looks(&self) -> BTreeMap<String, Look> {
        self.cells.keys().map(|name| (name.clone(), self.look(name))).collect()
    }

    fn look(&self, name: &str) -> Look {
        let (mut format, mut bold) = (None, None);
        let mut style = self.cells.get(name);
        // A chain of parents has no more than a few links; a loop must end.
        for _ in 0..10 {
            let Some(current) = style else { break };
            format = format.or_else(|| current.format.as_ref().and_then(|format| self.formats.get(format)));
            bold = bold.or(current.bold);
            style = current.parent.as_ref().and_then(|parent| self.cells.get(parent));
        }
        Look::new(format.map_or("General", String::as_str), bold.unwrap_or(false))
    }
}

/// Adds the styles that a part declares.
pub(super) fn read(part: &str, text: &str, styles: &mut Styles) -> Result<(), ReadError> {
    let mut xml = Xml::new(part, text);
    let (mut cell, mut table) = (String::new(), String::new());
    loop {
        match xml.next()? {
            Token::Open(element) => match element.name() {
                "number-style" | "percentage-style" | "currency-style" | "date-style" | "time-style"
                | "text-style" => {
                    let name = element.attribute("name").unwrap_or_default();
                    let elapsed =
                        element.attribute("truncate-on-overflow").is_some_and(|value| value == "false");
                    styles.formats.insert(name, format_code(&mut xml, elapsed)?);
                }
                "style" => {
                    let name = element.attribute("name").unwrap_or_default();
                    let family = element.attribute("family").unwrap_or_default();
                    (cell, table) = (String::new(), String::new());
                    if family == "table-cell" {
                        styles.cells.insert(name.clone(), cell_style(&element));
                        cell = name;
                    } else if family == "table" {
                        table = name;
                    }
                }
                "text-properties" => {
                    if let (Some(style), Some(weight)) =
                        (styles.cells.get_mut(&cell), element.attribute("font-weight"))
                    {
                        style.bold =
                            Some(weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600));
                    }
                }
                "table-properties"
                    if element.attribute("display").is_some_and(|display| display == "false") =>
                {
                    styles.hidden_tables.insert(std::mem::take(&mut table));
                }
                "body" => return Ok(()),
                _ => {}
            },
            Token::End => return Ok(()),
            Token::Close(_) | Token::Text(_) => {}
        }
    }
}

fn cell_style(element: &Element<'_>) -> CellStyle {
    CellStyle {
        parent: element.attribute("parent-style-name"),
        format: element.attribute("data-style-name"),
        bold: None,
    }
}

/// The code of the number format just opened.
fn format_code(xml: &mut Xml<'_>, elapsed: bool) -> Result<String, ReadError> {
    let mut code = String::new();
    loop {
        match xml.next()? {
            Token::Open(element) => {
                let long = element.attribute("style").is_some_and(|style| style == "long");
                let pick = |short: &str, wide: &str| if long { wide.to_owned() } else { short.to_owned() };
                match element.name() {
                    "number" => code.push_str(&digits(&element)),
                    "scientific-number" => code.push_str("0.00E+00"),
                    "fraction" => code.push_str("# ?/?"),
                    "day" => code.push_str(&pick("d", "dd")),
                    "month" if element.flag("textual") => code.push_str(&pick("mmm", "mmmm")),
                    "month" => code.push_str(&pick("m", "mm")),
                    "year" => code.push_str(&pick("yy", "yyyy")),
                    "hours" if elapsed => code.push_str("[h]"),
                    "hours" => code.push_str(&pick("h", "hh")),
                    "minutes" => code.push_str(&pick("m", "mm")),
                    "seconds" => code.push_str(&pick("s", "ss")),
                    "am-pm" => code.push_str("AM/PM"),
                    "text-content" => code.push('@'),
                    "text" | "currency-symbol" => code.push_str(&literal(&xml.text()?)),
                    "properties" | "text-properties" | "map" => {}
                    _ => {}
                }
            }
            Token::Close(name) if name.ends_with("-style") => return Ok(code),
            Token::End => return Ok(code),
            Token::Close(_) | Token::Text(_) => {}
        }
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
