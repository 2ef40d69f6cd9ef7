//! Colours, borders and letters.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::measure;
use crate::model::{Grade, Repair, Status};

/// The size of titles in points.
pub(super) const TITLE_POINTS: f64 = 11.0;
/// Every system has it, or a twin of the same widths: what fits here fits everywhere.
const FONT: &str = "Arial";

/// The height in pixels of a row of the default letters.
pub(super) const DEFAULT_ROW: u32 = 17;
/// The width in pixels of a column of the default letters.
pub(super) const DEFAULT_COLUMN: u32 = 64;

/// The workbook's default letters. Column widths count their digits: letters that a system lacks would give
/// every column another width.
pub(super) fn default_letters() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10)
}

/// What stands for a grade where a person decided.
pub(super) const DECIDED: &str = "✎";

/// What a colour says. They differ in brightness too, so that a grey print keeps them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tint {
    /// A proven repair.
    Proven,
    /// A likely repair.
    Likely,
    /// An open question.
    Open,
    /// What a person decided.
    Decided,
    /// What an older version had.
    Gone,
    /// What stands elsewhere, or bears another name.
    Moved,
}

impl Tint {
    /// The tint of a cell's status.
    pub(super) const fn of(status: Status) -> Option<Self> {
        match status {
            Status::AsIs => None,
            Status::Proven => Some(Self::Proven),
            Status::Likely => Some(Self::Likely),
            Status::Unresolved => Some(Self::Open),
            Status::Decided => Some(Self::Decided),
        }
    }

    /// The tint of a repair.
    pub(super) fn of_repair(repair: &Repair) -> Self {
        match repair.grade() {
            Grade::Decided => Self::Decided,
            Grade::A => Self::Proven,
            Grade::B => Self::Likely,
            Grade::C => Self::Open,
        }
    }

    /// The colour itself.
    pub(super) const fn color(self) -> Color {
        match self {
            Self::Proven => Color::RGB(0x00D5_E8D4),
            Self::Likely => Color::RGB(0x00FF_F2CC),
            Self::Open => Color::RGB(0x00F4_B183),
            Self::Gone => Color::RGB(0x00E6_B8B7),
            Self::Decided | Self::Moved => Color::RGB(0x00DA_E8FC),
        }
    }
}

/// Letters of the body, without borders.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(measure::POINTS).set_align(FormatAlign::Top)
}

/// A text below a table.
pub(super) fn note() -> Format {
    plain().set_text_wrap().set_align(FormatAlign::Left)
}

/// A bordered cell whose text wraps.
pub(super) fn body(bold: bool, tint: Option<Tint>) -> Format {
    let mut format = plain().set_border(FormatBorder::Thin).set_text_wrap();
    if bold {
        format = format.set_bold();
    }
    match tint {
        Some(tint) => format.set_background_color(tint.color()),
        None => format,
    }
}

/// A cell whose text keeps off its left border.
pub(super) fn indented(format: Format) -> Format {
    format.set_align(FormatAlign::Left).set_indent(1)
}

/// A title line above a table.
pub(super) fn title() -> Format {
    plain().set_bold().set_font_size(TITLE_POINTS).set_text_wrap().set_align(FormatAlign::Center)
}

/// A header cell.
pub(super) fn header() -> Format {
    body(true, None)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00D9_D9D9))
}

/// A cell of the number row.
pub(super) fn number_row() -> Format {
    header().unset_bold().set_italic()
}

/// A link inside the workbook.
pub(super) fn link() -> Format {
    body(false, None)
        .set_font_color(Color::RGB(0x0005_63C1))
        .set_underline(rust_xlsxwriter::FormatUnderline::Single)
}
