//! Formulas as binary workbooks store them, tokens in the order of calculation, as the text that a person types: the
//! references, sums and operators of plain tables. Any other token gives nothing.

use super::binary::Bytes;
use crate::model::{At, column_letters};

/// How references are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// Rows of two bytes (xls of Excel 97 and later).
    Narrow,
    /// Rows of four bytes (xlsb).
    Wide,
}

/// So many bytes the tokens of a formula have at most, by Excel's own limits.
const LONGEST: usize = 16_384;

/// The text of a formula without `=`; none of one that is longer than Excel writes any.
pub(super) fn formula(tokens: &[u8], width: Width) -> Option<String> {
    if tokens.len() > LONGEST {
        return None;
    }
    let (mut bytes, mut stack) = (Bytes(tokens), Vec::new());
    while !bytes.0.is_empty() {
        token(&mut bytes, &mut stack, width)?;
    }
    let text = stack.pop()?;
    stack.is_empty().then_some(text)
}

fn token(bytes: &mut Bytes<'_>, stack: &mut Vec<String>, width: Width) -> Option<()> {
    let text = match bytes.u8()? {
        operator @ 0x03..=0x07 => {
            let (right, left) = (stack.pop()?, stack.pop()?);
            let sign = ["+", "-", "*", "/", "^"].get(usize::from(operator - 0x03))?;
            format!("{left}{sign}{right}")
        }
        0x13 => format!("-{}", stack.pop()?),
        0x15 => format!("({})", stack.pop()?),
        // An attribute of the formula; one of them is the sum of a single argument.
        0x19 => {
            let (kind, _) = (bytes.u8()?, bytes.u16()?);
            match kind {
                0x10 => format!("SUM({})", stack.pop()?),
                0x01 | 0x40 | 0x41 => return Some(()),
                _ => return None,
            }
        }
        0x1E => bytes.u16()?.to_string(),
        0x1F => bytes.f64()?.to_string(),
        0x22 | 0x42 | 0x62 => {
            const SUM: u16 = 4;
            let (count, function) = (usize::from(bytes.u8()?), bytes.u16()?);
            let arguments = stack.split_off(stack.len().checked_sub(count)?);
            (function == SUM).then(|| format!("SUM({})", arguments.join(",")))?
        }
        0x24 | 0x44 | 0x64 => {
            let row = row(bytes, width)?;
            cell(row, bytes.u16()?)
        }
        0x25 | 0x45 | 0x65 => {
            let (first_row, last_row) = (row(bytes, width)?, row(bytes, width)?);
            let (first, last) = (bytes.u16()?, bytes.u16()?);
            format!("{}:{}", cell(first_row, first), cell(last_row, last))
        }
        _ => return None,
    };
    stack.push(text);
    Some(())
}

fn row(bytes: &mut Bytes<'_>, width: Width) -> Option<u32> {
    match width {
        Width::Narrow => bytes.u16().map(u32::from),
        Width::Wide => bytes.u32(),
    }
}

/// A cell; the two highest bits of a column say whether the reference is relative.
fn cell(row: u32, column: u16) -> String {
    let at = At::new(row, column & 0x3FFF);
    format!("{}{}", column_letters(at.column), u64::from(at.row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_written_as_they_are_typed() {
        // B2+SUM(B3:B4)
        let narrow: [&[u8]; 4] =
            [&[0x44, 1, 0, 1, 0xC0], &[0x25, 2, 0, 3, 0, 1, 0xC0, 1, 0xC0], &[0x19, 0x10, 0, 0], &[0x03]];
        assert_eq!(formula(&narrow.concat(), Width::Narrow).as_deref(), Some("B2+SUM(B3:B4)"));
        let wide: [&[u8]; 3] =
            [&[0x25, 2, 0, 0, 0, 3, 0, 0, 0, 1, 0xC0, 1, 0xC0], &[0x1E, 5, 0], &[0x42, 2, 4, 0]];
        assert_eq!(formula(&wide.concat(), Width::Wide).as_deref(), Some("SUM(B3:B4,5)"));
        // One number, its sign turned as often as bytes allow, and once more.
        let turned = |count: usize| [&[0x1E, 5, 0][..], &vec![0x13; count]].concat();
        let longest = formula(&turned(LONGEST - 3), Width::Narrow).unwrap();
        assert_eq!(longest.len(), LONGEST - 2);
        assert_eq!(formula(&turned(LONGEST - 2), Width::Narrow), None, "longer than any that Excel writes");
        assert_eq!(formula(&[0x44, 1], Width::Narrow), None, "cut off");
        assert_eq!(formula(&[0x03], Width::Narrow), None, "an operator of nothing");
        assert_eq!(formula(&[0x01, 0, 0, 0, 0], Width::Narrow), None, "a shared formula");
    }
}
