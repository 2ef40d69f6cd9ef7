//! What stands below a table: notes, signatures, dates.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::Grid;

#[allow(clippy::expect_used, reason = "the pattern is a constant, compiled by every test")]
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(catatan\s*[:;]|keterangan\s*[:;]|ket\s*[.:;]|sumber\s*[:;]|nb\s*[.:;]|\*|mengetahui|menyetujui|disetujui|disusun|ditetapkan|dibuat|kepala\b|plt\.?\b|plh\.?\b|sekretaris\b|camat\b|bupati\b|wali ?kota\b|gubernur\b|nip\b|nip\.|pembina\b|penata\b|[\p{L} .]+,\s*(tgl|tanggal|\d{1,2}|…|\.{2,}|_+)?\s*(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)?\s*(19|20)\d{2}\s*$|dicetak|halaman\b|hal\.|rencana kerja|renja\b|printed|sistem informasi|sipd)",
    )
    .expect("a constant pattern")
});

/// Where the notes start among a page's body rows: the first note row after which no data row follows.
/// Gives the number of rows before it.
pub(super) fn body_length(grid: &Grid, rows: &[u32]) -> usize {
    let widest = rows.iter().map(|row| grid.row(*row).count()).max().unwrap_or_default();
    let data = |row: u32| grid.row(row).count() > (widest / 2).clamp(2, 4);
    let last_data = rows.iter().rposition(|row| data(*row)).map_or(0, |index| index + 1);
    rows.iter()
        .enumerate()
        .skip(last_data)
        .find(|(_, row)| is_note_row(grid, **row))
        .map_or(rows.len(), |(index, _)| index)
}

fn is_note_row(grid: &Grid, row: u32) -> bool {
    grid.row(row).any(|(_, raw)| NOTE.is_match(&raw.shown()))
}

/// Whether a row is a drawn line (`-----`, `=====`, `____`) or says which page it is.
pub(super) fn is_rule_row(grid: &Grid, row: u32) -> bool {
    let drawn = |text: &str| {
        let compact: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        compact.len() >= 3 && compact.iter().all(|c| "-–—=_*.".contains(*c))
    };
    let mut cells = grid.row(row).peekable();
    cells.peek().is_some() && cells.all(|(_, raw)| drawn(&raw.shown()))
}
