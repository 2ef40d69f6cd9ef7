//! What the header of a column says of a text below it: whether it may stand there at all, and whether it belongs
//! there and nowhere else.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::codification::{is_name_by, sumber_dana};
use crate::model::{Column, Edition, Kind, Role, letters};
use crate::value::code::split_leading_code;
use crate::value::measure::{Measures, measures};
use crate::value::number::{self, absence};

/// What a text looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// An amount: grouped, or of five digits and more.
    Amount,
    /// A number without a unit that is too small or too fine to be an amount, or part of a code.
    Number,
    /// A number with a unit, or several.
    Quantity,
    /// A sign that there is nothing: a dash, `N/A`, an error of Excel.
    Nothing,
    /// A letter or two that say nothing alone: a tick, a grade, a ditto mark.
    Mark,
    /// Words.
    Words,
}

/// The fewest digits of an amount without groups.
const AMOUNT_DIGITS: usize = 5;
/// The most letters of a mark.
const MARK_LETTERS: usize = 3;
/// The least letters by which a cut name of a fund is known.
const SHORTEST_CUT: usize = 10;
/// The names of all sources of funds in letters alone, sorted: a cut name is the beginning of one.
static FUNDS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| sumber_dana().iter().map(|fund| letters(fund.nama)).collect());
/// How the names of sources of funds begin in the field, in letters alone.
const FUND_MARKS: [&str; 9] = [
    "danatransfer",
    "danaalokasi",
    "pendapatanasli",
    "apbd",
    "apbn",
    "danabagi",
    "danadesa",
    "dauspg",
    "danainsentif",
];
/// The short names of sources of funds.
const SHORT_FUNDS: [&str; 8] = ["pad", "dau", "dak", "dbh", "did", "apbd", "apbn", "blud"];

fn look(text: &str) -> Look {
    let text = text.trim();
    if absence(text).is_some() {
        return Look::Nothing;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let alphabetic = text.chars().filter(|c| c.is_alphabetic()).count();
    if digits == 0 {
        return if alphabetic <= MARK_LETTERS { Look::Mark } else { Look::Words };
    }
    let bare = text.trim_start_matches(|c: char| c.is_lowercase()).trim_start();
    let plain: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    let reads = number::rupiah(bare).first().is_some_and(|reading| reading.cost < number::UNTRUSTED);
    let grouped = plain.split(['.', ',']).skip(1).any(|group| group.len() == 3);
    if reads && (grouped || digits >= AMOUNT_DIGITS) {
        return Look::Amount;
    }
    // A letter for a digit: `6OO.000.000`.
    if (1..=MARK_LETTERS).contains(&alphabetic) && digits >= AMOUNT_DIGITS && !plain.contains('%') {
        return Look::Amount;
    }
    if alphabetic == 0 && !text.contains('%') {
        return Look::Number;
    }
    // Words that speak of a number on the way are a text.
    let begins =
        text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit());
    match measures(text) {
        Measures::One(_) | Measures::Several(_) if begins => Look::Quantity,
        _ if text.contains('%') && alphabetic <= MARK_LETTERS => Look::Quantity,
        _ => Look::Words,
    }
}

/// Whether a text names a source of funds.
#[must_use]
pub fn names_fund(text: &str) -> bool {
    let key = letters(text);
    let cut = || {
        key.len() >= SHORTEST_CUT
            && FUNDS.range(key.clone()..).next().is_some_and(|fund| fund.starts_with(&key))
    };
    FUND_MARKS.iter().any(|mark| key.starts_with(mark)) || is_short_fund(&key) || cut()
}

/// Whether a text begins as the name of a place does, however torn, or says all places of a kind; one with a digit does
/// not.
#[must_use]
pub fn names_place(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).map(letters);
    let is_region = first.is_some_and(|word| ["kab", "kota"].contains(&word.as_str()));
    let compact: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let begins = ["kab.", "kabupaten", "kecamatan", "semuakab", "semuakota", "semuakec", "seluruhkec"];
    let holds = ["semuakecamatan", "semuakelurahan"];
    let says = || {
        begins.iter().any(|mark| compact.starts_with(mark)) || holds.iter().any(|mark| compact.contains(mark))
    };
    (is_region || says()) && !text.chars().any(|c| c.is_ascii_digit())
}

/// Whether a text is the short name of a source of funds, which looks like a grade: `PAD`, `DAU`.
#[must_use]
pub fn is_short_fund(text: &str) -> bool {
    SHORT_FUNDS.iter().any(|fund| fund.eq_ignore_ascii_case(text))
}

/// Whether a text is the name of an urusan, bidang, program, kegiatan or sub kegiatan, alone or behind its code.
fn names_row(text: &str) -> bool {
    let bare = split_leading_code(text).map_or_else(|| text.to_owned(), |(_, name)| name);
    is_name_by(&letters(&bare), &Edition::ALL)
}

/// Whether a text belongs below the header of a column, and below no other of the form: a name, a fund, a place.
#[must_use]
pub fn belongs(column: &Column, text: &str) -> bool {
    match column.role {
        Role::Name | Role::TwinName => names_row(text),
        Role::FundingSource => names_fund(text),
        Role::Location => names_place(text),
        _ => false,
    }
}

/// Whether a text can only have come below the header of a column by a slip: words that name something else, an amount
/// among words, a quantity among amounts.
#[must_use]
pub fn contradicts(column: &Column, text: &str) -> bool {
    let named = || names_row(text) || names_fund(text) || names_place(text);
    match (column.kind, look(text)) {
        (_, Look::Nothing) => false,
        (Kind::Code | Kind::Ordinal, Look::Words) => split_leading_code(text).is_none(),
        (Kind::Code | Kind::Ordinal, Look::Amount | Look::Quantity) => true,
        (Kind::Rupiah, Look::Quantity) => true,
        (Kind::Rupiah | Kind::MeasureOrRupiah, Look::Words) => named(),
        (Kind::Percent, Look::Amount) => true,
        (Kind::Percent, Look::Words) => named(),
        (Kind::Measure, Look::Amount) => text.chars().filter(char::is_ascii_digit).count() > 6,
        (Kind::Measure, Look::Words) => named(),
        (Kind::Text | Kind::List, Look::Amount) => true,
        (Kind::Text | Kind::List, Look::Number) => column.role != Role::Remark && column.role != Role::Text,
        (Kind::Text | Kind::List, Look::Quantity) => {
            matches!(column.role, Role::Name | Role::TwinName | Role::Location | Role::FundingSource)
        }
        _ => false,
    }
}

/// Whether a text may stand below the header of a column.
#[must_use]
pub fn suits(column: &Column, text: &str) -> bool {
    let look = look(text);
    match column.kind {
        _ if look == Look::Nothing => true,
        Kind::Code | Kind::Ordinal => {
            look == Look::Number || look == Look::Mark || split_leading_code(text).is_some()
        }
        Kind::Rupiah => matches!(look, Look::Amount | Look::Number),
        Kind::MeasureOrRupiah => matches!(look, Look::Amount | Look::Number | Look::Quantity),
        Kind::Percent => matches!(look, Look::Number | Look::Quantity),
        Kind::Measure => look != Look::Words && !contradicts(column, text),
        Kind::Text | Kind::List => look == Look::Words || belongs(column, text) || look == Look::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::form;

    fn column(id: &str) -> &'static Column {
        form("T-C.33").unwrap().layouts[0].columns.iter().find(|column| column.id == id).unwrap()
    }

    #[test]
    fn an_amount_among_words_slid_and_a_word_among_amounts_may_stay() {
        for (id, text) in [
            ("catatan", "635.000.000"),
            ("sumber_dana", "4,477,84 2,241"),
            ("target", "2.415.836.712"),
            ("pagu", "31 Orang/Bulan"),
            ("pagu", "Dana Alokasi Umum (DAU)"),
            ("uraian", "01"),
            ("kode", "Penyediaan Gaji dan Tunjangan ASN"),
        ] {
            assert!(contradicts(column(id), text), "{id} {text}");
        }
        for (id, text) in [
            ("catatan", "lihat lampiran"),
            ("pagu", "\""),
            ("pagu", "menunggu DPA"),
            ("indikator", "-\"-"),
            ("target", "2.500 Eksemplar"),
            ("kode", "X.XX"),
            ("lokasi", "-"),
            ("kode", "1.02.01.2.05"),
            ("catatan", "12-06-2025"),
            ("maju_pagu", "635.000.000"),
            ("uraian", "Pameran bagi Produk Unggulan yang terdapat pada 1 (satu) Daerah Kab/Kota"),
        ] {
            assert!(!contradicts(column(id), text), "{id} {text}");
        }
    }

    #[test]
    fn names_belong_to_one_column() {
        assert!(belongs(column("sumber_dana"), "Dana Trans fer Umu m-Dana Alokasi Umum"));
        assert!(belongs(column("uraian"), "Penyediaan Gaji dan Tunjangan ASN"));
        assert!(belongs(column("lokasi"), "Kab. Contoh Barat, Semua Kecamatan"));
        assert!(belongs(column("lokasi"), "Kab upaten Contoh, Semua Kec."));
        assert!(!belongs(column("lokasi"), "Lubuk Basung"));
        assert!(!belongs(column("lokasi"), "Kotak sampah") && !belongs(column("lokasi"), "Kabel jaringan"));
    }
}
