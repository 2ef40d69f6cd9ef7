//! Items below a kegiatan: rows of a list without codes of their own.

use super::{Reading, Row};
use crate::model::Tingkat;

/// Whether a row is an item of the kegiatan above it: no code is printed, its name is no official one, and its text begins
/// as the items of a list do.
pub(super) fn is_item(row: &Row<'_>, above: Option<&Reading>) -> bool {
    let is_below_kegiatan = match above {
        Some(Reading::Item) => true,
        Some(reading) => reading.code().is_some_and(|code| code.tingkat() >= Tingkat::Kegiatan),
        None => false,
    };
    is_below_kegiatan
        && row.evidence.cells.is_empty()
        && row.entries.is_empty()
        && begins_as_item(&row.evidence.name)
}

/// Whether a text begins with the mark of a list: `- Belanja`, `•Belanja`, `a. Belanja`, `1) Belanja`.
fn begins_as_item(text: &str) -> bool {
    const DASHES: [char; 4] = ['-', '•', '–', '*'];
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix(DASHES) {
        return rest.trim_start().starts_with(char::is_alphabetic);
    }
    text.split_once([' ', '.', ')']).is_some_and(|(mark, rest)| {
        let (marked, number) = (text.get(mark.len()..), mark.len() <= 2);
        let counted = number && !mark.is_empty() && mark.chars().all(|c| c.is_ascii_alphanumeric());
        counted
            && marked.is_some_and(|marked| marked.starts_with(['.', ')']))
            && rest.trim_start().starts_with(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_list_are_told_from_names() {
        for text in ["- Pengadaan perangko", "-Pengadaan", "• Jasa", "a. Jasa kirim", "12) Jasa kirim"] {
            assert!(begins_as_item(text), "{text}");
        }
        for text in ["Penyediaan jasa", "-", "- ", "1.02 KESEHATAN", "a jasa", "-12 orang", "abc. Jasa"] {
            assert!(!begins_as_item(text), "{text}");
        }
    }
}
