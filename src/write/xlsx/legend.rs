//! What the colours of the workbook say.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use super::look::{self, Tint};
use super::{XlsxOptions, measure};
use crate::model::{Document, Verdict};
use crate::write::WriteError;

/// What the colours say; gives the last row.
pub(super) fn write(
    sheet: &mut Worksheet,
    first: u32,
    last_column: u16,
    document: &Document,
    options: XlsxOptions,
) -> Result<u32, WriteError> {
    let mut lines = vec![
        (
            Tint::Proven,
            "A",
            options.say(
                "Diperbaiki dan terbukti: rumus, penjumlahan, tabel kembar atau kodefikasi.",
                "Repaired and proven: by a formula, a sum, a twin table or the codification.",
            ),
        ),
        (
            Tint::Likely,
            "B",
            options.say(
                "Diperbaiki: hanya satu bacaan yang mungkin.",
                "Repaired: only one reading is possible.",
            ),
        ),
        (
            Tint::Open,
            "?",
            options.say(
                "Belum pasti: teks sumber dibiarkan; pilih atau ketik nilai yang benar.",
                "Open: the source's text is kept; choose or type the right value.",
            ),
        ),
    ];
    if document.decided.iter().any(|decided| decided.verdict != Verdict::Refuse) {
        lines.push((Tint::Decided, look::DECIDED, options.say("Anda putuskan.", "You decided.")));
    }
    sheet.write_string_with_format(first, 0, options.say("Arti warna", "Colours"), &look::header())?;
    let mut row = first;
    for (tint, sign, meaning) in lines {
        row += 1;
        let format = look::body(true, Some(tint)).set_align(FormatAlign::Center);
        sheet.write_string_with_format(row, 0, sign, &format)?;
        sheet.merge_range(row, 1, row, last_column, meaning, &look::body(false, None))?;
        sheet.set_row_height(row, measure::height(1))?;
    }
    Ok(row)
}
