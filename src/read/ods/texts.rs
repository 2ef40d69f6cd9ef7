//! Texts of cells: paragraphs, errors, formulas.

use crate::read::error::ReadError;
use crate::read::runs::{Rich, Run};
use crate::read::xml::{Token, Xml};

use super::styles::Styles;

/// Whether a formula's text is an error.
pub(super) fn is_fault(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!")
        || text.strip_prefix("Err:").is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The formula as Excel writes it: `of:=SUM([.A1:.A3])` is `SUM(A1:A3)`.
pub(super) fn plain_formula(formula: &str) -> String {
    let body = formula.split_once('=').map_or(formula, |(_, body)| body);
    body.replace("[.", "").replace(":.", ":").replace(']', "").replace(';', ",")
}

/// Adds the text of the paragraph just opened; runs of blanks, tabs and line breaks are elements of their own.
pub(super) fn paragraph(xml: &mut Xml<'_>, styles: &Styles, text: &mut Rich) -> Result<(), ReadError> {
    // How each open element changes its text.
    let mut runs = vec![Run::default()];
    loop {
        match xml.next()? {
            Token::Open(element) => {
                let outer = runs.last().copied().unwrap_or_default();
                let own = element.value("style-name").filter(|_| element.name() == "span");
                let own = own.map(|name| styles.run(&name)).unwrap_or_default();
                let run = Run { struck: outer.struck || own.struck, raised: outer.raised || own.raised };
                runs.push(run);
                match element.name() {
                    "s" => {
                        let count = element.number("c").unwrap_or(1).min(1000);
                        text.push(&(0..count).map(|_| ' ').collect::<String>(), run);
                    }
                    "tab" => text.push(" ", run),
                    "line-break" => text.push("\n", run),
                    "annotation" | "note" => {
                        runs.pop();
                        xml.skip()?;
                    }
                    _ => {}
                }
            }
            Token::Close(_) if runs.len() == 1 => return Ok(()),
            Token::Close(_) => {
                runs.pop();
            }
            Token::Text(piece) => {
                let run = runs.last().copied().unwrap_or_default();
                text.push(&piece.replace(['\n', '\r', '\t'], " "), run);
            }
            Token::End => return Ok(()),
        }
    }
}

/// The text of the note just opened, without its author and its date.
pub(super) fn annotation(xml: &mut Xml<'_>, styles: &Styles) -> Result<String, ReadError> {
    let mut lines: Vec<String> = Vec::new();
    loop {
        match xml.next()? {
            Token::Open(element) if matches!(element.name(), "p" | "h") => {
                let mut line = Rich::default();
                paragraph(xml, styles, &mut line)?;
                lines.push(line.text);
            }
            Token::Open(_) => xml.skip()?,
            Token::Close(_) | Token::End => return Ok(lines.join("\n")),
            Token::Text(_) => {}
        }
    }
}
