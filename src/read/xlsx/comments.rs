//! The comments of a sheet, which stand in a part of their own.

use crate::model::At;
use crate::read::archive::Archive;
use crate::read::error::ReadError;
use crate::read::sheet::Sheet;
use crate::read::xml::{Token, Xml, decode_xml};

use super::relations;
use super::strings::rich_text;

/// Reads the comments that belong to a sheet part. Damaged ones cost only themselves.
///
/// # Errors
/// If a limit is exceeded.
pub(super) fn read(archive: &mut Archive<'_>, part: &str, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
    let found = sheet.within(|budget| {
        let relations = relations(archive, part, budget)?;
        let Some(target) = relations.into_values().find(|relation| relation.kind == "comments") else {
            return Ok(None);
        };
        let bytes = archive.read(&target.target, budget)?;
        Ok(Some(decode_xml(&bytes).into_owned()))
    });
    match found {
        Ok(Some(text)) => match comments(&text, sheet) {
            Err(error @ ReadError::Bomb(_)) => Err(error),
            _ => Ok(()),
        },
        Err(error @ ReadError::Bomb(_)) => Err(error),
        _ => Ok(()),
    }
}

fn comments(text: &str, sheet: &mut Sheet<'_>) -> Result<(), ReadError> {
    let mut xml = Xml::new("comments", text);
    let mut place: Option<At> = None;
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "comment" => {
                place = element.value("ref").and_then(|at| at.parse().ok());
            }
            Token::Open(element) if element.name() == "text" => {
                let text = rich_text(&mut xml)?.text;
                if let Some(at) = place.take() {
                    sheet.comment(at, &text)?;
                }
            }
            Token::End => return Ok(()),
            _ => {}
        }
    }
}
