//! Pages cut into tags and texts. Nothing in a page is an error.

/// A start tag; its name is in lower case.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// An attribute that begins with a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        let value = self.attribute(name)?.trim();
        let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
        let digits = value.get(..digits).filter(|digits| !digits.is_empty())?;
        Some(digits.parse().unwrap_or(u64::MAX))
    }

    /// Whether its style strikes the text out.
    pub(super) fn says_struck(&self) -> bool {
        let style = self.attribute("style").unwrap_or_default().to_ascii_lowercase();
        style.contains("line-through")
    }

    /// Whether its style asks for a bold font.
    pub(super) fn says_bold(&self) -> bool {
        let style = self.attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        style.contains("font-weight:bold") || style.contains("font-weight:700")
    }
}

/// A piece of a page.
#[derive(Debug)]
pub(super) enum Token {
    /// A start tag.
    Open(Tag),
    /// An end tag's name in lower case.
    Close(String),
    /// A text, its references resolved.
    Text(String),
}

/// The pieces of a page, without comments, declarations, scripts and styles.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(page: &'a str) -> Self {
        Self { rest: page }
    }

    /// Takes everything before the mark, and the mark; all of the rest where the mark is missing.
    fn up_to(&mut self, mark: &str) -> &'a str {
        let (before, after) = self.rest.split_once(mark).unwrap_or((self.rest, ""));
        self.rest = after;
        before
    }

    fn text(&mut self, skip: usize) -> Token {
        let tail = self.rest.get(skip..).unwrap_or_default();
        let end = tail.find('<').map_or(self.rest.len(), |at| at + skip);
        let (text, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        Token::Text(resolve(text))
    }

    /// The tag whose `<` stands first in the rest.
    fn open(&mut self) -> Token {
        self.rest = self.rest.get(1..).unwrap_or_default();
        let name = self.name();
        let mut attributes = Vec::new();
        while let Some(attribute) = self.attribute() {
            attributes.push(attribute);
        }
        if matches!(name.as_str(), "script" | "style" | "title" | "xml") {
            self.skip_raw(&name);
        }
        Token::Open(Tag { name, attributes })
    }

    fn name(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '='))
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        name.to_ascii_lowercase()
    }

    /// The next attribute of the tag; `None` at its end, which is taken.
    fn attribute(&mut self) -> Option<(String, String)> {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if self.rest.is_empty() {
            return None;
        }
        if let Some(rest) = self.rest.strip_prefix('>') {
            self.rest = rest;
            return None;
        }
        if let Some(rest) = self.rest.strip_prefix('=') {
            // A value without a name.
            self.rest = rest;
        }
        let name = self.name();
        self.rest = self.rest.trim_start();
        let Some(value) = self.rest.strip_prefix('=') else { return Some((name, String::new())) };
        self.rest = value.trim_start();
        Some((name, resolve(self.value())))
    }

    fn value(&mut self) -> &'a str {
        for quote in ["\"", "'"] {
            if let Some(rest) = self.rest.strip_prefix(quote) {
                self.rest = rest;
                return self.up_to(quote);
            }
        }
        let end = self.rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(self.rest.len());
        let (value, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        value
    }

    /// Passes over content that a page does not show, such as a script, its end tag included.
    fn skip_raw(&mut self, name: &str) {
        let mark = format!("</{name}");
        let end = self
            .rest
            .as_bytes()
            .windows(mark.len())
            .position(|window| window.eq_ignore_ascii_case(mark.as_bytes()))
            .unwrap_or(self.rest.len());
        self.rest = self.rest.get(end..).unwrap_or_default();
        self.up_to(">");
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let after = match self.rest.strip_prefix('<') {
                _ if self.rest.is_empty() => return None,
                None => return Some(self.text(0)),
                Some(after) => after,
            };
            if after.starts_with("!--") {
                self.up_to("-->");
            } else if after.starts_with(['!', '?']) {
                self.up_to(">");
            } else if let Some(name) = after.strip_prefix('/') {
                self.rest = name;
                let name = self.up_to(">").trim().to_ascii_lowercase();
                return Some(Token::Close(name));
            } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(self.open());
            } else {
                return Some(self.text(1));
            }
        }
    }
}

/// A text with its references resolved; what is no known reference stays as it is.
fn resolve(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(after.len());
        let (name, tail) = after.split_at_checked(end).unwrap_or((after, ""));
        if let Some(c) = character(name) {
            resolved.push(c);
            rest = tail.strip_prefix(';').unwrap_or(tail);
        } else {
            resolved.push('&');
            rest = after;
        }
    }
    resolved.push_str(rest);
    resolved
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    let found = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ensp" | "emsp" | "thinsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "bull" => '•',
        "middot" => '·',
        "times" => '×',
        "divide" => '÷',
        "plusmn" => '±',
        "le" => '≤',
        "ge" => '≥',
        "ne" => '≠',
        "deg" => '°',
        "sup2" => '²',
        "sup3" => '³',
        "frac12" => '½',
        "frac14" => '¼',
        "frac34" => '¾',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "sect" => '§',
        "laquo" => '«',
        "raquo" => '»',
        "euro" => '€',
        "eacute" => 'é',
        "Eacute" => 'É',
        "egrave" => 'è',
        "rarr" => '→',
        "larr" => '←',
        "shy" => '\u{AD}',
        "zwnj" => '\u{200C}',
        _ => return None,
    };
    Some(found)
}
