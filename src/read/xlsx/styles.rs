//! Number formats and fonts of cells, by the index of their style.

use std::collections::BTreeMap;

use crate::read::error::ReadError;
use crate::read::look::{Look, Looks, builtin_format};
use crate::read::runs::Run;
use crate::read::xml::{Token, Xml};

use super::strings::dress;

#[derive(Clone, Copy, Debug, Default)]
struct Font {
    bold: bool,
    run: Run,
}

/// The looks that the styles part declares.
pub(super) fn read(part: &str, text: &str) -> Result<Looks, ReadError> {
    let mut xml = Xml::new(part, text);
    let mut formats: BTreeMap<u64, String> = BTreeMap::new();
    let mut fonts: Vec<Font> = Vec::new();
    let mut indexes: Vec<(u64, u64)> = Vec::new();
    // The list that the parser is in: `xf` and `font` stand in several.
    let mut list = String::new();
    loop {
        match xml.next()? {
            Token::Open(element) => match (list.as_str(), element.name()) {
                ("", name @ ("numFmts" | "fonts" | "cellXfs" | "dxfs" | "cellStyleXfs")) => {
                    name.clone_into(&mut list);
                }
                ("numFmts", "numFmt") => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    formats.insert(element.number("numFmtId").unwrap_or_default(), code);
                }
                ("fonts", "font") => fonts.push(Font::default()),
                ("fonts", "b") => {
                    if let Some(font) = fonts.last_mut() {
                        font.bold = element.attribute("val").is_none() || element.flag("val");
                    }
                }
                ("fonts", _) => {
                    if let Some(font) = fonts.last_mut() {
                        dress(&mut font.run, &element);
                    }
                }
                ("cellXfs", "xf") => indexes.push((
                    element.number("numFmtId").unwrap_or_default(),
                    element.number("fontId").unwrap_or_default(),
                )),
                _ => {}
            },
            Token::Close(end) if end.name() == list => list.clear(),
            Token::End => break,
            _ => {}
        }
    }
    Ok(Looks::new(indexes.into_iter().map(|index| look(index, &formats, &fonts)).collect()))
}

fn look((format, font): (u64, u64), formats: &BTreeMap<u64, String>, fonts: &[Font]) -> Look {
    let code = formats.get(&format).map_or_else(|| builtin_format(format), String::as_str);
    let font = usize::try_from(font).ok().and_then(|font| fonts.get(font)).copied().unwrap_or_default();
    Look::new(code, font.bold).struck_out(font.run.struck)
}
