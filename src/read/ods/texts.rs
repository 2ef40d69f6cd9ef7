//! Texts of cells: paragraphs, errors, formulas.

use crate::read::error::ReadError;
use crate::read::xml::{Token, Xml};

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

/// The text of the paragraph just opened; runs of blanks, tabs and line breaks are elements of their own.
pub(super) fn paragraph(xml: &mut Xml<'_>) -> Result<String, ReadError> {
    let mut text = String::new();
    let mut depth = 0_usize;
    loop {
        match xml.next()? {
            Token::Open(element) => {
                depth += 1;
                match element.name() {
                    "s" => {
                        let count = element.number("c").unwrap_or(1).min(1000);
                        text.extend((0..count).map(|_| ' '));
                    }
                    "tab" => text.push(' '),
                    "line-break" => text.push('\n'),
                    "annotation" | "note" => {
                        depth -= 1;
                        xml.skip()?;
                    }
                    _ => {}
                }
            }
            Token::Close(_) if depth == 0 => return Ok(text),
            Token::Close(_) => depth -= 1,
            Token::Text(piece) => text.push_str(&piece.replace(['\n', '\r', '\t'], " ")),
            Token::End => return Ok(text),
        }
    }
}
