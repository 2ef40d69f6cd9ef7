//! The differences as a table for the terminal.

use rust_decimal::Decimal;
use textwrap::{Options, core::display_width};

use super::{Version, column_name, elsewhere, kind_name, mapped};
use crate::compare::{Change, Differences, FormDifferences, Kind, RowDifference, Shown, Side, Sums, Tally};
use crate::model::{Kode, Language, Tingkat, indonesian};

/// The widths of the columns: sign, code, name or column, old, new, difference.
const WIDTHS: [usize; 6] = [1, 20, 44, 26, 26, 20];
/// The column of differences, which are set to the right.
const DIFFERENCE: usize = 5;

/// A line of the table before it is wrapped.
struct Line {
    cells: [String; 6],
    paint: &'static str,
}

const GREEN: &str = "32";
const RED: &str = "31";
const YELLOW: &str = "33";
const BLUE: &str = "36";
const PURPLE: &str = "35";
const BOLD: &str = "1";
const PLAIN: &str = "";

const fn dress(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Added => ("+", GREEN),
        Kind::Dropped => ("-", RED),
        Kind::Renamed => ("=", BLUE),
        Kind::Moved => (">", BLUE),
        Kind::Renumbered => ("#", BLUE),
        Kind::Changed => ("~", YELLOW),
        Kind::Open => ("?", PURPLE),
    }
}

/// The whole table; colours only where `coloured`. Signs say the same as the colours. Ends with a line break.
#[must_use]
pub fn text(
    differences: &Differences,
    versions: [&Version; 2],
    language: Language,
    coloured: bool,
) -> String {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let pen = Pen { language, coloured, year: versions[1].year };
    let mut out = format!("{}: {}\n", say("lama", "old"), versions[0].told());
    for part in [say("baru", "new"), ": ", &versions[1].told(), "\n"] {
        out.push_str(part);
    }
    if versions[0].is_of_other_office(versions[1]) {
        out.push_str(say(
            "\nIni rencana dua Perangkat Daerah yang berbeda; periksa apakah berkasnya benar.\n",
            "\nThese are the plans of two offices; check that the files are the right ones.\n",
        ));
    }
    for form in &differences.forms {
        pen.form(form, &mut out);
    }
    for (forms, said) in [
        (&differences.only_old, say("hanya ada di versi lama", "only in the old version")),
        (&differences.only_new, say("hanya ada di versi baru", "only in the new version")),
    ] {
        for form in forms {
            for part in ["\n", form.id, ": ", said, "\n"] {
                out.push_str(part);
            }
        }
    }
    if differences.is_equal() {
        out.push_str(say("\nTidak ada perbedaan.\n", "\nNothing differs.\n"));
    }
    out
}

struct Pen {
    language: Language,
    coloured: bool,
    year: Option<u16>,
}

impl Pen {
    const fn say<'a>(&self, indonesian: &'a str, english: &'a str) -> &'a str {
        match self.language {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }

    fn form(&self, form: &FormDifferences, out: &mut String) {
        let counts = Kind::ALL.into_iter().filter(|kind| form.count(*kind) > 0);
        let mut counts: Vec<String> =
            counts.map(|kind| format!("{} {}", form.count(kind), kind_name(kind, self.language))).collect();
        counts.push(format!("{} {}", form.same, self.say("sama", "the same")));
        let title = self.painted(&format!("{}: {}", form.form.id, counts.join(", ")), BOLD);
        for part in ["\n", &title, "\n"] {
            out.push_str(part);
        }
        if !form.rows.is_empty() {
            let headings = ["", "Kode", "Uraian / kolom", "Lama", "Baru", "Selisih"];
            let english = ["", "Code", "Name / column", "Old", "New", "Difference"];
            self.head(if self.language == Language::English { english } else { headings }, out);
            for line in form.rows.iter().flat_map(|row| self.row(row)) {
                self.put(&line, out);
            }
        }
        let differing: Vec<&Sums> =
            form.sums.iter().filter(|sums| sums.difference() != Some(Decimal::ZERO)).collect();
        if !differing.is_empty() && !form.rows.is_empty() {
            let headings = ["", "Program", "Jumlah kolom", "Lama", "Baru", "Selisih"];
            let english = ["", "Program", "Sum of column", "Old", "New", "Difference"];
            out.push('\n');
            self.head(if self.language == Language::English { english } else { headings }, out);
            for sums in differing {
                self.put(&self.sums(form, sums), out);
            }
        }
    }

    fn row(&self, row: &RowDifference) -> Vec<Line> {
        let (sign, paint) = dress(row.kind);
        let side = row.shown();
        let code = side.and_then(|side| side.code.as_ref()).map(Kode::to_string);
        let level = row.level.filter(|_| code.is_none()).map(|level| format!("({})", level.name()));
        let name = side.map(|side| side.name.clone()).unwrap_or_default();
        let codes = |side: Option<&Side>| {
            side.map(|side| side.code.as_ref().map_or_else(|| side.below.clone(), Kode::to_string))
                .unwrap_or_default()
        };
        let mut first = Line {
            cells: [
                sign.to_owned(),
                code.or(level).unwrap_or_default(),
                name,
                String::new(),
                String::new(),
                String::new(),
            ],
            paint,
        };
        let (old, new) = (codes(row.old.as_ref()), codes(row.new.as_ref()));
        if row.old.is_some() && row.new.is_some() && old != new {
            first.cells[3] = old;
            first.cells[4] = new;
        }
        let mut lines = vec![first];
        if let Some(hint) = elsewhere(row, self.language) {
            lines.push(Line { cells: below(&hint), paint: PURPLE });
        }
        if let Some(told) = mapped(row, self.language) {
            lines.push(Line { cells: below(&told), paint: BLUE });
        }
        lines.extend(row.changes.iter().map(|change| self.change(row, change)));
        lines
    }

    fn change(&self, row: &RowDifference, change: &Change) -> Line {
        let kind = row.kind_of(change);
        let mut cells = below(&column_name(change.column, self.year));
        if kind == Kind::Open {
            "?".clone_into(&mut cells[0]);
        }
        cells[3] = self.shown(&change.old);
        cells[4] = self.shown(&change.new);
        cells[5] = change.difference().map(|number| self.signed(number)).unwrap_or_default();
        Line { cells, paint: dress(kind).1 }
    }

    fn shown(&self, shown: &Shown) -> String {
        let text = shown.amount.map_or_else(|| shown.text.clone(), |amount| self.money(amount));
        match (shown.open, shown.candidates.is_empty()) {
            (false, _) => text,
            (true, true) => format!("{text} [{}]", self.say("belum pasti", "open")),
            (true, false) => {
                format!("{text} [{}: {}]", self.say("belum pasti", "open"), shown.candidates.join(" | "))
            }
        }
    }

    fn sums(&self, form: &FormDifferences, sums: &Sums) -> Line {
        let column = form.form.layouts.iter().find_map(|layout| layout.column(sums.column));
        let column = column.map(|column| column_name(column, self.year)).unwrap_or_default();
        let total = self.say("seluruhnya", "all").to_owned();
        let code = sums.code.as_ref().map_or(total, Kode::to_string);
        let difference = match sums.difference() {
            Some(number) => self.signed(number),
            None => self.say("belum pasti", "open").to_owned(),
        };
        let paint = if sums.difference().is_none() { PURPLE } else { PLAIN };
        let cells = ["Σ".to_owned(), code, column, self.tally(sums.old), self.tally(sums.new), difference];
        Line { cells, paint }
    }

    fn tally(&self, tally: Tally) -> String {
        let sum = self.money(tally.sum.unwrap_or_default());
        match tally.lacking {
            0 => sum,
            lacking => format!("{sum} + {lacking} {}", self.say("belum pasti", "open")),
        }
    }

    fn signed(&self, number: Decimal) -> String {
        let sign = if number > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", self.money(number))
    }

    fn money(&self, number: Decimal) -> String {
        let shown = indonesian(number, None, true);
        match self.language {
            Language::Indonesian => shown,
            Language::English => {
                let swap = |c| match c {
                    '.' => ',',
                    ',' => '.',
                    other => other,
                };
                shown.chars().map(swap).collect()
            }
        }
    }

    fn head(&self, headings: [&str; 6], out: &mut String) {
        self.put(&Line { cells: headings.map(str::to_owned), paint: BOLD }, out);
        let rule: Vec<String> = WIDTHS.iter().map(|width| "─".repeat(*width)).collect();
        out.push_str(&rule.join(" "));
        out.push('\n');
    }

    /// One line of the table as several lines of text.
    fn put(&self, line: &Line, out: &mut String) {
        let columns: Vec<Vec<String>> =
            line.cells.iter().zip(WIDTHS).map(|(text, width)| wrapped(text, width)).collect();
        for height in 0..columns.iter().map(Vec::len).max().unwrap_or(1).max(1) {
            let cells = columns.iter().zip(WIDTHS).enumerate().map(|(position, (lines, width))| {
                let text = lines.get(height).map_or("", String::as_str);
                let gap = " ".repeat(width.saturating_sub(display_width(text)));
                if position == DIFFERENCE { format!("{gap}{text}") } else { format!("{text}{gap}") }
            });
            let text = cells.collect::<Vec<_>>().join(" ");
            out.push_str(&self.painted(text.trim_end(), line.paint));
            out.push('\n');
        }
    }

    fn painted(&self, text: &str, paint: &str) -> String {
        if self.coloured && !paint.is_empty() && !text.is_empty() {
            format!("\u{1b}[{paint}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

fn below(text: &str) -> [String; 6] {
    [String::new(), String::new(), format!("  {text}"), String::new(), String::new(), String::new()]
}

/// A text in lines of at most so many columns of a terminal, broken at blanks where there are any. Signs that steer a terminal are
/// left out: the text comes from a file of somebody else.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let paragraph = |paragraph: &str| {
        let clean: String = paragraph.chars().filter(|c| !c.is_control()).collect();
        let indent: String = clean.chars().take_while(|c| *c == ' ').collect();
        let options = Options::new(width).initial_indent(&indent).subsequent_indent(&indent);
        let words: Vec<&str> = clean.split_whitespace().collect();
        let line = words.join(" ");
        let lines = textwrap::wrap(&line, options);
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
    };
    text.split('\n').flat_map(paragraph).collect()
}

/// The level of a row for people.
#[must_use]
pub fn level_name(level: Tingkat) -> String {
    level.name().replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_wrapped_at_blanks_and_broken_where_there_are_none() {
        assert_eq!(wrapped("satu dua tiga", 8), ["satu dua", "tiga"]);
        assert_eq!(wrapped("  satu dua", 7), ["  satu", "  dua"]);
        assert_eq!(wrapped("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrapped("a\nb", 4), ["a", "b"]);
        assert_eq!(wrapped("\u{1b}[31mred", 20), ["[31mred"], "a file does not steer the terminal");
        assert_eq!(wrapped("", 4), [""]);
    }
}
