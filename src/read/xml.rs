//! A thin layer over the XML parser: elements by local name, texts with their references resolved.

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::error::ReadError;
use super::text::decode;

/// What comes next. An empty element gives `Open` and `Close`.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// A start tag.
    Open(Element<'a>),
    /// An end tag.
    Close(End<'a>),
    /// A piece of text; one text may come in several pieces.
    Text(Cow<'a, str>),
    /// The end of the part, with every element closed.
    End,
}

/// An end tag.
#[derive(Debug)]
pub(super) struct End<'a>(BytesEnd<'a>);

impl End<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        let full = self.0.name().0;
        full.rfind(':').and_then(|colon| full.get(colon + 1..)).unwrap_or(full)
    }
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        let name = self.0.name();
        let full = name.0;
        // The borrow of a local name outlives `name` only through the tag itself.
        let start = full.rfind(':').map_or(0, |colon| colon + 1);
        self.0.get(start..full.len()).unwrap_or_default()
    }

    /// The value of an attribute, by its name without its prefix.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        self.value(wanted).map(Cow::into_owned)
    }

    /// The value of an attribute by its name without its prefix; borrowed, unless it holds a reference.
    pub(super) fn value(&self, wanted: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|attribute| attribute.key.local_name().as_ref() == wanted)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).unwrap_or(found.value))
    }

    /// The values of several attributes, found in one go.
    pub(super) fn values<const COUNT: usize>(&self, wanted: [&str; COUNT]) -> [Option<Cow<'_, str>>; COUNT] {
        let mut values = [const { None }; COUNT];
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            let name = attribute.key.local_name();
            let place = wanted.iter().zip(&mut values).find(|(wanted, _)| **wanted == name.as_ref());
            if let Some((_, value @ None)) = place {
                let normal = attribute.normalized_value(XmlVersion::Implicit1_0);
                *value = Some(normal.unwrap_or(attribute.value));
            }
        }
        values
    }

    /// Whether an attribute says yes.
    pub(super) fn flag(&self, wanted: &str) -> bool {
        self.value(wanted).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
    }

    /// An attribute that is a whole number.
    pub(super) fn number(&self, wanted: &str) -> Option<u64> {
        self.value(wanted)?.trim().parse().ok()
    }
}

/// A part being read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Starts reading a decoded part; its name is for messages.
    pub(super) fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, part, depth: 0 }
    }

    /// Starts reading a piece of a part, in which the partners of some tags are missing.
    pub(super) fn piece(part: &'a str, text: &'a str) -> Self {
        let mut xml = Self::new(part, text);
        let config = xml.reader.config_mut();
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        xml
    }

    /// The next token. Comments, declarations and document types are passed over; no entity is expanded but
    /// the five of XML.
    pub(super) fn next(&mut self) -> Result<Token<'a>, ReadError> {
        loop {
            let event = self
                .reader
                .read_event()
                .map_err(|source| ReadError::Xml { part: self.part.to_owned(), source })?;
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    return Ok(Token::Open(Element(start)));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Token::Close(End(end)));
                }
                Event::Text(text) => return Ok(Token::Text(line_ends(text.into_inner()))),
                Event::CData(text) => return Ok(Token::Text(line_ends(text.into_inner()))),
                Event::GeneralRef(reference) => return Ok(Token::Text(resolved(&reference))),
                Event::Eof if self.depth > 0 => return Err(ReadError::CutOff { part: self.part.to_owned() }),
                Event::Eof => return Ok(Token::End),
                _ => {}
            }
        }
    }

    /// The text up to the end of the element just opened, its children's texts included.
    pub(super) fn text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Token::Open(_) => depth += 1,
                Token::Close(_) if depth == 0 => return Ok(text),
                Token::Close(_) => depth -= 1,
                Token::Text(piece) => text.push_str(&piece),
                Token::End => return Ok(text),
            }
        }
    }

    /// Passes over the element just opened.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        self.text().map(drop)
    }
}

/// XML knows one line end: what is written `\r\n` or `\r` is read as `\n`, before any escape of Office's is resolved.
fn line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
}

fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> Cow<'static, str> {
    match reference.as_ref() {
        "amp" => Cow::Borrowed("&"),
        "lt" => Cow::Borrowed("<"),
        "gt" => Cow::Borrowed(">"),
        "quot" => Cow::Borrowed("\""),
        "apos" => Cow::Borrowed("'"),
        "nbsp" => Cow::Borrowed("\u{A0}"),
        other if reference.is_char_ref() => {
            let character = reference.resolve_char_ref().ok().flatten();
            Cow::Owned(character.map_or_else(|| format!("&{other};"), String::from))
        }
        other => Cow::Owned(format!("&{other};")),
    }
}

/// The text of an XML part, by its mark or its declaration.
pub(super) fn decode_xml(bytes: &[u8]) -> Cow<'_, str> {
    let head = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let declared = head
        .split_once("encoding=")
        .and_then(|(_, after)| after.get(1..))
        .and_then(|after| after.split(['"', '\'']).next())
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        // A declaration readable as single bytes cannot be right about two-byte characters.
        .filter(|encoding| encoding.is_ascii_compatible());
    decode(bytes, declared)
}
