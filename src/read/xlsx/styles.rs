//! Number formats and bold fonts of cells, by the index of their style.

use std::collections::BTreeMap;

use crate::read::error::ReadError;
use crate::read::look::{Look, Looks, builtin_format};
use crate::read::xml::{Token, Xml};

/// The looks that the styles part declares.
pub(super) fn read(part: &str, text: &str) -> Result<Looks, ReadError> {
    let mut xml = Xml::new(part, text);
    let mut formats: BTreeMap<u64, String> = BTreeMap::new();
    let mut bold_fonts: Vec<bool> = Vec::new();
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
                ("fonts", "font") => bold_fonts.push(false),
                ("fonts", "b") => {
                    if let Some(bold) = bold_fonts.last_mut() {
                        *bold = element.attribute("val").is_none() || element.flag("val");
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
    Ok(Looks::new(indexes.into_iter().map(|index| look(index, &formats, &bold_fonts)).collect()))
}

fn look((format, font): (u64, u64), formats: &BTreeMap<u64, String>, bold_fonts: &[bool]) -> Look {
    let code = formats.get(&format).map_or_else(|| builtin_format(format), String::as_str);
    let bold = usize::try_from(font).ok().and_then(|font| bold_fonts.get(font)).copied();
    Look::new(code, bold.unwrap_or(false))
}
