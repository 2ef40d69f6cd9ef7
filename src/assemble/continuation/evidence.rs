//! What proves that a row is the continuation of the row above: every cell stands below the cell that it continues.

use super::super::aligned::Aligned;
use crate::codification::is_published;
use crate::model::{Column, Fragment, Kind, Raw, RawRow, Role, letters};
use crate::value::number;

/// What a cell says of continuing the one above it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// Together they are whole, the one above alone is not.
    Proven,
    /// It may be.
    Possible,
    /// It begins as a name of its own does.
    Name,
    /// It is a value of its own.
    Own,
}

/// Whether a row without a code or a running number is the continuation of the row above: each of its cells stands in the
/// sheet column of a cell there, none is a value of its own, and some are proven to complete what stands above; two
/// of them where the row seems to begin a name.
pub(super) fn continues(columns: &[&'static Column], row: &Aligned<'_>, above: &RawRow) -> bool {
    if row.has(columns, |column| matches!(column.role, Role::Code | Role::Ordinal)) {
        return false;
    }
    let heads = || columns.iter().zip(&above.cells);
    let mut proven = 0;
    let mut named = false;
    for (at, raw) in &row.cells {
        let mut over = heads().filter_map(|(column, cell)| {
            let head = cell.last().filter(|head| head.place.at.column == at.column)?;
            Some((*column, cell.as_slice(), head))
        });
        let (Some((column, cell, head)), None) = (over.next(), over.next()) else { return false };
        match evidence(column, cell, head, raw) {
            Evidence::Proven => proven += 1,
            Evidence::Possible => {}
            Evidence::Name => named = true,
            Evidence::Own => return false,
        }
    }
    proven >= if named { 2 } else { 1 }
}

fn evidence(column: &Column, cell: &[Fragment], head: &Fragment, piece: &Raw) -> Evidence {
    if column.role == Role::Unknown {
        // Nothing is known of its values: it may hold the same one in every row.
        return Evidence::Possible;
    }
    let (begun, text) = (head.raw.shown(), piece.shown());
    let names = column.role == Role::Name && is_published(&text);
    // A whole amount that stands once more is that of another row.
    let amount = column.kind.is_numeric() && letters(&begun) == letters(&text);
    if column.role != Role::Target && !names && !amount && repeats(cell, piece) {
        return Evidence::Proven;
    }
    match column.kind {
        Kind::Rupiah | Kind::MeasureOrRupiah | Kind::Percent => {
            let digits = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,-".contains(c));
            if digits && is_cut(&begun) && number::join(&begun, &text).is_some() {
                Evidence::Proven
            } else {
                Evidence::Own
            }
        }
        Kind::Text | Kind::List => {
            let whole: Vec<_> = cell.iter().map(|fragment| fragment.raw.shown()).collect();
            if finishes(&whole.join(" "), &text) {
                Evidence::Proven
            } else if starts_inside(&text) {
                Evidence::Possible
            } else if column.role == Role::Name {
                Evidence::Name
            } else {
                Evidence::Possible
            }
        }
        Kind::Measure if text.chars().any(|c| c.is_ascii_digit()) => Evidence::Own,
        Kind::Measure => Evidence::Possible,
        Kind::Code | Kind::Ordinal => Evidence::Own,
    }
}

/// Whether a grouped amount ends within a group: `1.077.254.6`, `755.868.`.
pub(super) fn is_cut(amount: &str) -> bool {
    let compact: String = amount.chars().filter(|c| !c.is_whitespace()).collect();
    let last = compact.rsplit(['.', ',']).next().unwrap_or_default();
    compact.contains(['.', ',']) && last.len() != 3
}

/// Whether the text above already ends with the continuation, whole: words, or the last groups of a whole amount.
pub(super) fn repeats(above: &[Fragment], piece: &Raw) -> bool {
    let Some(last) = above.last() else { return false };
    let (head, rest) = (letters(&last.raw.shown()), letters(&piece.shown()));
    let wordy = rest.chars().any(char::is_alphabetic);
    head.ends_with(&rest) && (wordy || ends_whole(&last.raw.shown(), &piece.shown()))
}

/// Whether a whole grouped amount ends with a continuation of whole groups.
pub(super) fn ends_whole(head: &str, piece: &str) -> bool {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (head, piece) = (solid(head), solid(piece));
    let groups = |text: &str| text.split(['.', ',']).skip(1).all(|group| group.len() == 3);
    let bare = piece.trim_start_matches(['.', ',']);
    head.len() > piece.len()
        && head.contains(['.', ','])
        && groups(&head)
        && bare.len() >= 3
        && head.ends_with(bare)
}

/// Words after which no text ends.
const LINKS: [&str; 16] = [
    "dan", "atau", "serta", "yang", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam", "terhadap",
    "oleh", "bagi", "antara", "kec.",
];

/// Words with which indicators begin, and that say nothing alone.
const MEASURING: [&str; 11] = [
    "jumlah",
    "persentase",
    "prosentase",
    "tingkat",
    "cakupan",
    "nilai",
    "indeks",
    "rasio",
    "level",
    "terlaksananya",
    "meningkatnya",
];

/// Whether a text is whole with its rest and not without it: the two are a published name or indicator, close a
/// bracket, or meet behind a word after which no text ends.
fn finishes(head: &str, piece: &str) -> bool {
    let both = format!("{head} {piece}");
    let open = |text: &str| text.matches('(').count() > text.matches(')').count();
    let last = head.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let linked = LINKS.contains(&last.as_str())
        || last.ends_with([',', '/', '('])
        || MEASURING.contains(&head.trim().to_lowercase().as_str());
    let worded = piece.trim_start().starts_with(char::is_alphabetic);
    linked && worded || open(head) && !open(&both) || is_published(&both) && !is_published(head)
}

/// Whether a text begins as only the rest of another does.
pub(super) fn starts_inside(text: &str) -> bool {
    text.trim_start()
        .starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '.' | ',' | ';' | ')' | '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_finished_by_its_rest() {
        for (head, piece) in [
            ("Jumlah", "peserta pelatihan penggunaan aplikasi di bidang pendidikan yang dilaksanakan"),
            ("Evaluasi Kinerja", "Perangkat Daerah"),
            ("Sosialisasi dan", "Promosi"),
            ("Pelatihan Komputer (Bantuan untuk Bina", "Bahari)"),
        ] {
            assert!(finishes(head, piece), "{head} | {piece}");
        }
        for (head, piece) in
            [("Evaluasi Kinerja Perangkat Daerah", "Camat"), ("Nilai SAKIP", "Indeks Kepuasan")]
        {
            assert!(!finishes(head, piece), "{head} | {piece}");
        }
    }
}
