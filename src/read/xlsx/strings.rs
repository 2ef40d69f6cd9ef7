//! The texts that cells share.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::read::archive::Archive;
use crate::read::budget::Budget;
use crate::read::error::ReadError;
use crate::read::runs::{Rich, Run};
use crate::read::xml::{Element, Token, Xml, decode_xml};

/// What one shared text costs beside its characters.
const OVERHEAD: usize = 32;

/// The shared texts in order, and the runs of those that have struck or raised ones.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) texts: Vec<Arc<str>>,
    pub(super) marked: BTreeMap<usize, Rich>,
}

/// All shared texts in order. The declared count is not believed.
pub(super) fn read(archive: &mut Archive<'_>, part: &str, budget: &mut Budget) -> Result<Texts, ReadError> {
    let bytes = archive.read(part, budget)?;
    let text = decode_xml(&bytes);
    let mut xml = Xml::new(part, &text);
    let mut found = Texts::default();
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "si" => {
                let rich = rich_text(&mut xml)?.cleaned();
                budget.text(rich.text.len() + OVERHEAD)?;
                found.texts.push(Arc::from(rich.text.as_str()));
                if rich.is_marked() {
                    found.marked.insert(found.texts.len() - 1, rich);
                }
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

/// The text of the `si` or `is` just opened: its plain text or its runs, without phonetic guides.
pub(super) fn rich_text(xml: &mut Xml<'_>) -> Result<Rich, ReadError> {
    let mut rich = Rich::default();
    let mut run = Run::default();
    let mut depth = 0_usize;
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "t" => rich.push(&xml.text()?, run),
            Token::Open(element) if element.name() == "rPh" => xml.skip()?,
            Token::Open(element) => {
                depth += 1;
                dress(&mut run, &element);
            }
            Token::Close(_) if depth == 0 => return Ok(rich),
            Token::Close(end) => {
                depth -= 1;
                if end.name() == "r" {
                    run = Run::default();
                }
            }
            Token::Text(_) => {}
            Token::End => return Ok(rich),
        }
    }
}

/// What an element of the properties of a run or a font says.
pub(super) fn dress(run: &mut Run, element: &Element<'_>) {
    match element.name() {
        "strike" | "dstrike" => run.struck |= element.value("val").is_none() || element.flag("val"),
        "vertAlign" => run.raised = element.value("val").is_some_and(|value| value == "superscript"),
        _ => {}
    }
}
