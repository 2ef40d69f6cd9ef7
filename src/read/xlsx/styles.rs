//! Number formats and bold fonts of cells, by the index of their style.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::read::error::ReadError;
use crate::read::moment::{Parts, moment_parts};
use crate::read::xml::{Token, Xml};

/// How a cell is shown, as far as its value depends on it.
#[derive(Clone, Debug)]
pub(crate) struct Look {
    /// The number format code.
    pub(crate) format: Arc<str>,
    /// What the format shows of a moment, if it shows one.
    pub(crate) moment: Option<Parts>,
    /// Whether the font is bold.
    pub(crate) bold: bool,
}

impl Look {
    /// The look of a format code.
    pub(crate) fn new(format: &str, bold: bool) -> Self {
        Self { format: Arc::from(format), moment: moment_parts(format), bold }
    }
}

/// The looks of a workbook by their index.
#[derive(Debug)]
pub(crate) struct Looks {
    looks: Vec<Look>,
    general: Look,
}

impl Default for Looks {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Looks {
    /// Looks by index.
    pub(crate) fn new(looks: Vec<Look>) -> Self {
        Self { looks, general: Look::new("General", false) }
    }

    /// The look of an index; `General` where there is none.
    pub(crate) fn get(&self, index: u64) -> &Look {
        usize::try_from(index).ok().and_then(|index| self.looks.get(index)).unwrap_or(&self.general)
    }
}

/// The code of a format that Excel knows by number, in its neutral spelling.
pub(crate) const fn builtin_format(id: u64) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 | 37 | 38 | 41 | 42 => "#,##0_);(#,##0)",
        7 | 8 | 39 | 40 | 43 | 44 => "#,##0.00_);(#,##0.00)",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 | 27..=31 | 36 | 50..=54 | 57 | 58 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 | 32 | 34 | 55 => "h:mm",
        21 | 33 | 35 | 56 => "h:mm:ss",
        22 => "dd/mm/yyyy h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}

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
                    name.clone_into(&mut list)
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
            Token::Close(name) if name == list => list.clear(),
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
