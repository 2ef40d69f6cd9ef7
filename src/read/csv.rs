//! Comma-, semicolon-, tab- or bar-separated text. Every cell is a text; a record is a row, so blank lines
//! keep the rows below them in place.

use crate::model::{Grid, Said};

use super::budget::Budget;
use super::error::ReadError;
use super::sheet::Sheet;

const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
/// How many records the delimiter is guessed from.
const SAMPLE: usize = 200;

/// Reads the text as one sheet.
pub(super) fn read(text: &str, budget: &mut Budget, notices: &mut Vec<Said>) -> Result<Grid, ReadError> {
    // Excel's own first line that names the delimiter is no data, but a row of the file all the same.
    let first = text.lines().next().unwrap_or_default().trim();
    let declared = first.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let quoted = text.matches('"').count().is_multiple_of(2);
    let delimiter = declared.unwrap_or_else(|| delimiter(text, quoted));
    if !quoted {
        notices.push(Said::new(
            "tanda kutip di berkas ini tidak berpasangan, jadi dibaca sebagai huruf biasa.",
            "the quotes in this file do not pair up, so they are read as plain characters.",
        ));
    }
    let mut sheet = Sheet::new("Sheet1", budget)?;
    for (row, record) in (0_u64..).zip(Records { rest: text, delimiter, quoted }) {
        if row == 0 && declared.is_some() {
            continue;
        }
        for (column, field) in (0_u64..).zip(&record) {
            if field.trim().is_empty() {
                continue;
            }
            if let Some(at) = sheet.at(row, column) {
                sheet.put_text(at, field)?;
            }
        }
    }
    Ok(sheet.finish(notices))
}

/// The delimiter that cuts most records into the same number of fields.
fn delimiter(text: &str, quoted: bool) -> char {
    let mut best = (0, ',');
    for candidate in DELIMITERS {
        let widths: Vec<usize> = Records { rest: text, delimiter: candidate, quoted }
            .filter(|record| record.iter().any(|field| !field.trim().is_empty()))
            .take(SAMPLE)
            .map(|record| record.len())
            .collect();
        let score = score(&widths);
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

/// How well the widths agree on more than one column: the share of records that have the commonest width,
/// in thousandths, and a little for the number of columns.
fn score(widths: &[usize]) -> usize {
    let commonest = widths
        .iter()
        .filter(|width| **width > 1)
        .map(|width| (widths.iter().filter(|other| *other == width).count(), *width))
        .max();
    let Some((count, width)) = commonest else { return 0 };
    count * 1000 / widths.len() + width.min(30) * 10
}

struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    quoted: bool,
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            let (field, ended) = self.field();
            record.push(field);
            if ended {
                return Some(record);
            }
        }
    }
}

impl Records<'_> {
    /// The next field, and whether it ends its record.
    fn field(&mut self) -> (String, bool) {
        let mut field = String::new();
        if self.quoted
            && let Some(inside) = self.rest.strip_prefix('"')
        {
            self.rest = inside_quotes(inside, &mut field);
        }
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        let (tail, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        field.push_str(tail);
        let rest_after_delimiter = rest.strip_prefix(self.delimiter);
        self.rest = rest_after_delimiter
            .or_else(|| rest.strip_prefix("\r\n"))
            .or_else(|| rest.strip_prefix(['\n', '\r']))
            .unwrap_or(rest);
        (field, rest_after_delimiter.is_none())
    }
}

/// Takes a quoted field's text; gives what follows its closing quote.
fn inside_quotes<'t>(mut inside: &'t str, field: &mut String) -> &'t str {
    while let Some((before, after)) = inside.split_once('"') {
        field.push_str(before);
        let Some(more) = after.strip_prefix('"') else { return after };
        field.push('"');
        inside = more;
    }
    field.push_str(inside);
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::At;
    use crate::read::budget::Limits;

    fn read_all(text: &str) -> Grid {
        read(text, &mut Budget::new(&Limits::default()), &mut Vec::new()).unwrap()
    }

    fn shown(grid: &Grid) -> Vec<String> {
        grid.cells().map(|(at, raw)| format!("{at}={}", raw.shown())).collect()
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_alike() {
        let indonesian =
            read_all("Kode;Uraian;Pagu\n1;Gaji, Tunjangan, Honor;\"3.041,5\"\n2;Rapat;1.000,0\n");
        assert_eq!(indonesian.get(At::new(1, 1)).unwrap().shown(), "Gaji, Tunjangan, Honor");
        assert_eq!(read_all("a\tb\n1\t2\n").len(), 4);
        assert_eq!(read_all("a|b\n1|2\n").len(), 4);
        assert_eq!(read_all("a,b\n1,2\n").len(), 4);
        assert_eq!(shown(&read_all("sep=|\na|b,c\n")), ["A2=a", "B2=b,c"]);
    }

    #[test]
    fn quotes_hold_delimiters_quotes_and_line_breaks() {
        let grid = read_all("a,\"x,\"\"y\"\"\r\nz\",c\r\n1,2,3\r\n");
        assert_eq!(shown(&grid), ["A1=a", "B1=x,\"y\"\nz", "C1=c", "A2=1", "B2=2", "C2=3"]);
    }

    #[test]
    fn blank_lines_and_empty_fields_keep_their_place() {
        assert_eq!(shown(&read_all("a,b\n\n,2\n")), ["A1=a", "B1=b", "B3=2"]);
    }

    #[test]
    fn a_quote_without_its_pair_swallows_nothing() {
        let mut notices = Vec::new();
        let grid = read("a,\"b\nc,d\ne,f\n", &mut Budget::new(&Limits::default()), &mut notices).unwrap();
        assert_eq!(grid.len(), 6);
        assert_eq!(notices.len(), 1);
    }
}
