//! How cells are shown, as far as their value depends on it: number formats and bold fonts.

use std::sync::Arc;

use super::moment::{Parts, moment_parts};

/// Excel allows no longer format code. A longer one is not interpreted: the time that takes grows with its length and
/// the number of cells.
const LONGEST: usize = 255;

/// How a cell is shown, as far as its value depends on it.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// The number format code.
    pub(super) format: Arc<str>,
    /// What the format shows of a moment, if it shows one.
    pub(super) moment: Option<Parts>,
    /// Whether the font is bold.
    pub(super) bold: bool,
    /// Whether the font is struck out.
    pub(super) struck: bool,
    /// Whether the format code is longer than Excel allows, and therefore not looked at.
    pub(super) too_long: bool,
}

impl Look {
    /// The look of a format code.
    pub(super) fn new(format: &str, bold: bool) -> Self {
        let too_long = format.chars().nth(LONGEST).is_some();
        let format = if too_long { "General" } else { format };
        Self { format: Arc::from(format), moment: moment_parts(format), bold, struck: false, too_long }
    }

    /// This look, struck out or not.
    pub(super) fn struck_out(self, struck: bool) -> Self {
        Self { struck, ..self }
    }
}

/// The looks of a workbook by their index.
#[derive(Debug)]
pub(super) struct Looks {
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
    pub(super) fn new(looks: Vec<Look>) -> Self {
        Self { looks, general: Look::new("General", false) }
    }

    /// The look of an index; `General` where there is none.
    pub(super) fn get(&self, index: u64) -> &Look {
        usize::try_from(index).ok().and_then(|index| self.looks.get(index)).unwrap_or(&self.general)
    }
}

/// The code of a format that Excel knows by number, in its neutral spelling.
pub(super) const fn builtin_format(id: u64) -> &'static str {
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
