//! What the bytes are, whatever the file is called.

use encoding_rs::Encoding;

use super::error::{Foreign, ReadError};
use super::text::decode;

/// What kind of content a file has.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip container.
    Zip,
    /// A compound file, as Excel 97–2003 writes it.
    Compound,
    /// BIFF5 or BIFF8 records without a compound file around them.
    BareBiff,
    /// An HTML page with a table.
    Html(String),
    /// Excel 2003 XML.
    SpreadsheetMl(String),
    /// A flat `OpenDocument` spreadsheet.
    FlatOds(String),
    /// Separated text.
    Csv(String),
}

const MAGIC: &[(&[u8], Foreign)] = &[
    (b"\x89PNG", Foreign::Image),
    (b"\xFF\xD8\xFF", Foreign::Image),
    (b"GIF8", Foreign::Image),
    (b"BM", Foreign::Image),
    (b"II*\0", Foreign::Image),
    (b"MM\0*", Foreign::Image),
    (b"RIFF", Foreign::Image),
    (b"{\\rtf", Foreign::Word),
    (b"Rar!", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
    (b"ID;P", Foreign::OldExchange),
    (b"TABLE\r\n0,1", Foreign::OldExchange),
    (b"TABLE\n0,1", Foreign::OldExchange),
    (b"\x09\x00\x04\x00", Foreign::OldExcel),
    (b"\x09\x00\x06\x00", Foreign::OldExcel),
    (b"\x09\x02\x06\x00", Foreign::OldExcel),
    (b"\x09\x04\x06\x00", Foreign::OldExcel),
];

/// Looks at the content.
///
/// # Errors
/// If it is empty or no workbook.
pub(super) fn sniff(bytes: &[u8]) -> Result<Kind, ReadError> {
    if bytes.iter().all(|byte| matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n' | 0xEF | 0xBB | 0xBF)) {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Kind::Compound);
    }
    if bytes.starts_with(b"\x09\x08") && matches!(bytes.get(2..6), Some([8 | 16, 0, 0, 5 | 6])) {
        return Ok(Kind::BareBiff);
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Err(ReadError::Foreign(Foreign::Pdf));
    }
    if head.get(4..12).is_some_and(|mark| mark.starts_with(b"ftypheic") || mark.starts_with(b"ftypmif1")) {
        return Err(ReadError::Foreign(Foreign::Image));
    }
    let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic) && is_binary_or_long(magic, head));
    match magic {
        Some((_, foreign)) => Err(ReadError::Foreign(*foreign)),
        None => text_kind(bytes),
    }
}

/// A mark of two letters is believed only where the bytes after it are no text ("BM" may begin a word).
fn is_binary_or_long(magic: &[u8], head: &[u8]) -> bool {
    magic.len() > 2 || head.contains(&0)
}

fn text_kind(bytes: &[u8]) -> Result<Kind, ReadError> {
    let text = decode(bytes, declared_charset(bytes));
    let head: String = text.chars().take(4096).collect();
    let strange = head.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    if strange * 50 > head.chars().count() {
        return Err(ReadError::Foreign(Foreign::Unknown));
    }
    let lower = head.to_ascii_lowercase();
    let start = lower.trim_start_matches('\u{FEFF}').trim_start();
    if start.is_empty() && text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    // An HTML page of Excel's may name the same namespaces.
    let workbook = lower.contains("<workbook") || lower.contains(":workbook");
    if workbook && lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && !lower.contains("<html")
    {
        return Ok(Kind::SpreadsheetMl(text.into_owned()));
    }
    if lower.contains("<office:document") && lower.contains("opendocument") {
        return Ok(Kind::FlatOds(text.into_owned()));
    }
    if start.starts_with("mime-version:") {
        return Err(ReadError::Foreign(Foreign::WebArchive));
    }
    let has_table = contains_ignoring_case(&text, "<table") && contains_ignoring_case(&text, "<t");
    let has_rows = contains_ignoring_case(&text, "<tr") || contains_ignoring_case(&text, "<td");
    if has_table && has_rows {
        return Ok(Kind::Html(text.into_owned()));
    }
    let page = ["<!doctype html", "<html", "<body", "<head", "<div"];
    if page.iter().any(|mark| start.starts_with(mark)) || lower.contains("<html") {
        return Err(ReadError::Foreign(Foreign::PageWithoutTable));
    }
    if start.starts_with("<?xml")
        || start.starts_with('<')
        || start.starts_with('{')
        || start.starts_with("[{")
    {
        return Err(ReadError::Foreign(Foreign::OtherData));
    }
    Ok(Kind::Csv(text.into_owned()))
}

/// The charset that a page or an XML declaration names in its beginning.
fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048))?).to_ascii_lowercase();
    if !head.contains('<') {
        return None;
    }
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = after.trim_start_matches(['"', '\'']);
    let label = label.split(['"', '\'', ';', '>', ' ', '/', '?']).next()?;
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

fn contains_ignoring_case(text: &str, wanted: &str) -> bool {
    text.as_bytes().windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(bytes: &[u8]) -> Option<Foreign> {
        match sniff(bytes) {
            Err(ReadError::Foreign(foreign)) => Some(foreign),
            _ => None,
        }
    }

    #[test]
    fn what_is_no_workbook_is_named() {
        assert_eq!(foreign(b"%PDF-1.7\n"), Some(Foreign::Pdf));
        assert_eq!(foreign(b"\r\n%PDF-1.4"), Some(Foreign::Pdf));
        assert_eq!(foreign(b"\x89PNG\r\n\x1a\n\0\0"), Some(Foreign::Image));
        assert_eq!(foreign(b"{\\rtf1 x}"), Some(Foreign::Word));
        assert_eq!(foreign(b"ID;PWXL;N;E\n"), Some(Foreign::OldExchange));
        assert_eq!(foreign(b"\x09\x04\x06\x00\0\0\x10\0"), Some(Foreign::OldExcel));
        assert_eq!(foreign(b"<html><body>Halo</body></html>"), Some(Foreign::PageWithoutTable));
        assert_eq!(foreign(b"<?xml version=\"1.0\"?><a/>"), Some(Foreign::OtherData));
        assert_eq!(foreign(b"{\"a\": 1}"), Some(Foreign::OtherData));
        assert_eq!(foreign(b"MIME-Version: 1.0\n\n<table><tr>=3D"), Some(Foreign::WebArchive));
        assert_eq!(foreign(&[1, 2, 3, 4, 5, 200, 7, 0, 9]), Some(Foreign::Unknown));
        for blank in [&b""[..], b"  \r\n", &[0; 100], b"\xEF\xBB\xBF"] {
            assert!(matches!(sniff(blank), Err(ReadError::Empty)));
        }
    }

    #[test]
    fn texts_are_told_apart() {
        assert!(matches!(sniff(b"<TABLE><TR><TD>1</TD></TR></TABLE>"), Ok(Kind::Html(_))));
        assert!(matches!(sniff(b"Warning: x\n<table><tr><td>1</table>"), Ok(Kind::Html(_))));
        let page =
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
        assert!(matches!(sniff(page.as_bytes()), Ok(Kind::SpreadsheetMl(_))));
        assert!(matches!(sniff(b"BM;1\n2;3\n"), Ok(Kind::Csv(_))));
        assert!(matches!(sniff(b"Kode;Pagu\n1;2\n"), Ok(Kind::Csv(_))));
    }
}
