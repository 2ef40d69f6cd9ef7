//! The texts that cells share.

use std::sync::Arc;

use crate::read::archive::Archive;
use crate::read::budget::Budget;
use crate::read::error::ReadError;
use crate::read::text::clean;
use crate::read::xml::{Token, Xml, decode_xml};

/// All shared texts in order. The declared count is not believed.
pub(super) fn read(
    archive: &mut Archive<'_>,
    part: &str,
    budget: &mut Budget,
) -> Result<Vec<Arc<str>>, ReadError> {
    let bytes = archive.read(part, budget)?;
    let text = decode_xml(&bytes);
    let mut xml = Xml::new(part, &text);
    let mut texts = Vec::new();
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "si" => {
                let text = rich_text(&mut xml)?;
                budget.text(text.len())?;
                texts.push(Arc::from(clean(&text)));
            }
            Token::End => return Ok(texts),
            _ => {}
        }
    }
}

/// The text of the `si` or `is` just opened: its plain text or its runs, without phonetic guides.
pub(super) fn rich_text(xml: &mut Xml<'_>) -> Result<String, ReadError> {
    let mut text = String::new();
    let mut depth = 0_usize;
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "t" => text.push_str(&xml.text()?),
            Token::Open(element) if element.name() == "rPh" => xml.skip()?,
            Token::Open(_) => depth += 1,
            Token::Close(_) if depth == 0 => return Ok(text),
            Token::Close(_) => depth -= 1,
            Token::Text(_) => {}
            Token::End => return Ok(text),
        }
    }
}
