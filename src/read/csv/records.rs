//! The records of a separated text.

/// One record.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its fields.
    pub(super) fields: Vec<String>,
    /// The one-based line of the file on which it begins.
    pub(super) line: u64,
    /// Whether it holds a quote that opens a field and closes none.
    pub(super) stray: bool,
}

/// The records of a text.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    /// How many fields a record has, where that is known: then a quote that swallows a line is none.
    width: Option<usize>,
    line: u64,
}

impl<'a> Records<'a> {
    pub(super) const fn new(text: &'a str, delimiter: char, width: Option<usize>) -> Self {
        Self { rest: text, delimiter, width, line: 1 }
    }

    /// The record read with every quote as a character, its line alone.
    fn plain(&mut self) -> Record {
        let (line, rest) = line_of(self.rest);
        let fields = line.split(self.delimiter).map(str::to_owned).collect();
        let record = Record { fields, line: self.line, stray: line.contains('"') };
        self.rest = rest;
        self.line += 1;
        record
    }

    fn quoted(&mut self) -> Record {
        let start = self.line;
        let mut fields = Vec::new();
        let mut stray = false;
        loop {
            let mut field = String::new();
            if let Some(inside) = self.rest.strip_prefix('"') {
                match inside_quotes(inside, self.delimiter) {
                    Some((text, rest)) => {
                        self.line += lines_in(&text);
                        field = text;
                        self.rest = rest;
                    }
                    None => stray = true,
                }
            }
            let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
            let (tail, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
            field.push_str(tail);
            fields.push(field);
            if let Some(after) = rest.strip_prefix(self.delimiter) {
                self.rest = after;
            } else {
                let ended = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
                self.rest = ended.unwrap_or(rest);
                self.line += 1;
                return Record { fields, line: start, stray };
            }
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.rest.is_empty() {
            return None;
        }
        let (start, line) = (self.rest, self.line);
        let record = self.quoted();
        let lines = self.line - line;
        if let Some(width) = self.width.filter(|_| lines > 1) {
            // Every line of it is as wide as the others, or the first one is and the whole is not: no text of several
            // lines is cut like that by chance.
            let is_wide = |line: &str| line.split(self.delimiter).count() == width;
            let taken = start.get(..start.len() - self.rest.len()).unwrap_or_default();
            let all = taken.lines().all(is_wide);
            if all || record.fields.len() != width && is_wide(line_of(start).0) {
                (self.rest, self.line) = (start, line);
                return Some(self.plain());
            }
        }
        Some(record)
    }
}

/// The first line, and what follows it.
fn line_of(text: &str) -> (&str, &str) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    (line, rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest))
}

fn lines_in(text: &str) -> u64 {
    u64::try_from(text.replace("\r\n", "\n").matches(['\n', '\r']).count()).unwrap_or_default()
}

/// A quoted field's text and what follows its closing quote; `None` where no quote closes it that stands before a
/// delimiter or at the end of a line.
fn inside_quotes(mut inside: &str, delimiter: char) -> Option<(String, &str)> {
    let mut field = String::new();
    loop {
        let (before, after) = inside.split_once('"')?;
        field.push_str(before);
        if let Some(more) = after.strip_prefix('"') {
            field.push('"');
            inside = more;
        } else if after.is_empty() || after.starts_with([delimiter, '\n', '\r']) {
            return Some((field, after));
        } else {
            return None;
        }
    }
}
