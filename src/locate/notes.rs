//! What stands below a table: notes, signatures, dates.

use crate::forms::is_total;
use crate::model::{Grid, Pattern, letters};

/// What a program or an office prints at the foot of every page.
static FOOTER: Pattern =
    Pattern::seldom(r"(?i)^\s*(dicetak|halaman\b|hal\.|rencana kerja|renja\b|printed|sistem informasi|sipd)");

/// What stands below a whole table.
static CLOSING: Pattern = Pattern::seldom(
    r"(?i)^\s*(catatan\s*[:;]|keterangan\s*[:;]|ket\s*[.:;]|sumber\s*[:;]|nb\s*[.:;]|\*|mengetahui|menyetujui|disetujui|disusun|dievaluasi|faktor\s+(pendorong|penghambat)|(usulan\s+)?tindak\s+lanjut\s+(yang|pada)|ditetapkan|dibuat|kepala\b|plt\.?\b|plh\.?\b|sekretaris\b|camat\b|bupati\b|wali ?kota\b|gubernur\b|nip\b|nip\.|pembina\b|penata\b|[\p{L} .]+,\s*(tgl|tanggal|\d{1,2}|…|\.{2,}|_+)?\s*(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)?\s*(19|20)\d{2}\s*$)",
);

/// What says which page it is: `Halaman 1 dari 2`, `Hal. 3`, `Page 2 of 5`, `- 4 -`.
static PAGE: Pattern = Pattern::seldom(
    r"(?i)^((halaman|hal\.?|page)\s*:?\s*\d{1,4}(\s*(dari|of|/)\s*\d{1,4})?|-\s*\d{1,4}\s*-)$",
);

/// What says when, or by what, a page was printed. It begins with a capital: the rest of an indicator does not.
static PRINTED: Pattern = Pattern::seldom(
    r"^(D(?i:icetak)\s+(?i:dari|pada|oleh|melalui|tanggal|tgl)|P(?i:rinted)\s+(?i:on|by|from))\b",
);

/// Where the notes start among a page's body rows: the first note row after which no data row follows. Where the table
/// goes on below, only what stands at the foot of pages is a note: other words are the rest of a row.
/// Gives the number of rows before it.
pub(super) fn body_length(grid: &Grid, rows: &[u32], goes_on_below: bool) -> usize {
    let widest = rows.iter().map(|row| grid.row(*row).count()).max().unwrap_or_default();
    let data = |row: u32| grid.row(row).count() > (widest / 2).clamp(2, 4);
    if let Some(total) = rows.iter().rposition(|row| is_total_row(grid, *row))
        && !rows.iter().skip(total + 1).any(|row| data(*row) || has_amount(grid, *row))
    {
        return total + 1 + tails(grid, rows.get(total + 1..).unwrap_or_default(), rows.get(total).copied());
    }
    let last_data = rows.iter().rposition(|row| data(*row)).map_or(0, |index| index + 1);
    rows.iter()
        .enumerate()
        .skip(last_data)
        .find(|(index, row)| {
            let note = is_footer(grid, **row) || !goes_on_below && closes(grid, **row);
            note && !goes_on(grid, rows, *index)
        })
        .map_or(rows.len(), |(index, _)| index)
}

/// Whether a row directly below another has several cells, each below a filled one: the rest of that row, whose words
/// may be those of a signature (`Kepala Daerah`).
fn goes_on(grid: &Grid, rows: &[u32], index: usize) -> bool {
    let Some((before, row)) = index.checked_sub(1).and_then(|before| rows.get(before)).zip(rows.get(index))
    else {
        return false;
    };
    let above: Vec<u16> = grid.row(*before).map(|(at, _)| at.column).collect();
    let count = grid.row(*row).count();
    *row == before + 1
        && (2..above.len()).contains(&count)
        && grid.row(*row).all(|(at, _)| above.contains(&at.column))
}

/// How the sum of a page, or the one carried over to the next, begins.
const PAGE_SUMS: [&str; 6] =
    ["jumlahhalaman", "jumlahpindahan", "dipindahkan", "pindahan", "jumlahdipindahkan", "subtotalhalaman"];

/// Whether the row sums up a page: it is no row of the table, which goes on.
pub(super) fn is_page_sum(grid: &Grid, row: u32) -> bool {
    grid.row(row).take(3).any(|(_, raw)| {
        let key = letters(&raw.shown());
        PAGE_SUMS.iter().any(|mark| key.starts_with(mark))
    })
}

/// Whether the row is a table's total: its first cell says so, or the one beside a cell without digits. Behind a
/// running number stands an indicator, cut after `Jumlah`.
pub(super) fn is_total_row(grid: &Grid, row: u32) -> bool {
    let mut texts = grid.row(row).map(|(_, raw)| raw.shown());
    let Some(first) = texts.next() else { return false };
    let numbered = first.chars().any(|c| c.is_ascii_digit());
    let mut beside = || !numbered && texts.next().is_some_and(|text| is_total(&text));
    !is_page_sum(grid, row) && (is_total(&first) || beside())
}

/// How many rows just below a total hold the rest of its amounts, cut off by a page break: digits only.
fn tails(grid: &Grid, rows: &[u32], total: Option<u32>) -> usize {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ".,- ".contains(c));
    let near = |row: u32| total.is_some_and(|total| row <= total + 3);
    rows.iter().take_while(|row| near(**row) && grid.row(**row).all(|(_, raw)| digits(&raw.shown()))).count()
}

fn has_amount(grid: &Grid, row: u32) -> bool {
    grid.row(row).any(|(_, raw)| is_digits_of_amount(&raw.shown()))
}

fn is_digits_of_amount(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 5
        && text.chars().all(|c| c.is_ascii_digit() || ".,- Rp()".contains(c))
}

/// Whether a text is an amount of money. The number of a civil servant, in groups of digits that blanks part, is none.
pub(super) fn is_amount(text: &str) -> bool {
    const LONGEST: usize = 15;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let groups = text.split_whitespace().filter(|group| group.chars().all(|c| c.is_ascii_digit())).count();
    is_digits_of_amount(text) && digits <= LONGEST && groups <= 1 && !text.trim_start().starts_with('0')
}

/// Whether a row gives the number of a civil servant, as below a signature.
pub(super) fn is_signed(grid: &Grid, row: u32) -> bool {
    let number = |text: &str| letters(text).strip_prefix("nip").is_some_and(|rest| rest.len() >= 8);
    grid.row(row).any(|(_, raw)| number(&raw.shown()))
}

fn is_footer(grid: &Grid, row: u32) -> bool {
    grid.row(row).any(|(_, raw)| FOOTER.is_match(&raw.shown()))
}

/// Whether a row says what stands below a whole table: a note, a place and a date, a signature.
pub(super) fn closes(grid: &Grid, row: u32) -> bool {
    grid.row(row).any(|(_, raw)| CLOSING.is_match(&raw.shown()))
}

/// Whether a row is a drawn line (`-----`, `=====`, `____`), or says which page it is or when it was printed: none of
/// it is the rest of a row, wherever it stands.
pub(super) fn is_rule_row(grid: &Grid, row: u32) -> bool {
    let drawn = |text: &str| {
        let compact: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        compact.len() >= 3 && compact.iter().all(|c| "-–—=_*.".contains(*c))
    };
    let mut cells = grid.row(row).peekable();
    cells.peek().is_some()
        && cells.all(|(_, raw)| {
            let text = raw.shown();
            drawn(&text) || PAGE.is_match(text.trim()) || PRINTED.is_match(text.trim())
        })
}
