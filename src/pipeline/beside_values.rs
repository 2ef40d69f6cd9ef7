//! What the input says beside its values, told: hidden rows, columns and sheets, struck-out texts, notes of cells, words
//! of number formats, values under a merge.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{
    At, Beside, CellMark, Document, Grid, Kind, MARKER_SHEET, Notice, ORIGINAL_NOTE, Place, Raw, Role, Said,
    Span, Tingkat, Workbook, column_letters,
};

/// Notes of the document what its workbook says beside the values, and tells it. A workbook of our own says nothing
/// that we did not put there.
pub(super) fn note(document: &mut Document, workbook: &Workbook) {
    if workbook.sheets.iter().any(|sheet| &*sheet.name == MARKER_SHEET) {
        kept_comments(document, workbook);
        return;
    }
    let mut notices = Vec::new();
    for grid in &workbook.sheets {
        let rows = rows_of(document, grid);
        if rows.is_empty() {
            continue;
        }
        let mut sheet = Sheet { document: &mut *document, grid, rows, notices: Vec::new() };
        sheet.marks();
        sheet.hidden();
        sheet.struck();
        sheet.under_merges();
        notices.extend(sheet.notices);
    }
    document.notices.extend(notices);
}

/// Takes up the notes of the input that a workbook of our own carries on behind what we say of the cell.
fn kept_comments(document: &mut Document, workbook: &Workbook) {
    for grid in &workbook.sheets {
        for (at, text) in &grid.marks.comments {
            let kept = ORIGINAL_NOTE.iter().find_map(|label| text.split_once(&format!("{label}: ")));
            if let Some((_, comment)) = kept {
                let mark = document.beside.cells.entry(Place::new(&grid.name, *at)).or_default();
                mark.comment = Some(comment.to_owned());
            }
        }
    }
}

/// The rows of the sheet that rows of tables stand in: zero-based, with table and row of the model.
fn rows_of(document: &Document, grid: &Grid) -> BTreeMap<u32, Vec<(usize, usize)>> {
    let mut rows: BTreeMap<u32, Vec<(usize, usize)>> = BTreeMap::new();
    for (table, found) in document.tables.iter().enumerate() {
        for (index, row) in found.rows.iter().enumerate() {
            let here =
                row.cells.iter().flat_map(crate::model::Cell::sources).find(|place| place.sheet == grid.name);
            if here.is_some() {
                for source in &row.source_rows {
                    rows.entry(source - 1).or_default().push((table, index));
                }
            }
        }
    }
    rows
}

struct Sheet<'a> {
    document: &'a mut Document,
    grid: &'a Grid,
    rows: BTreeMap<u32, Vec<(usize, usize)>>,
    notices: Vec<Notice>,
}

impl Sheet<'_> {
    fn place(&self, at: At) -> Place {
        Place::new(&self.grid.name, at)
    }

    fn beside(&mut self) -> &mut Beside {
        &mut self.document.beside
    }

    fn mark(&mut self, at: At) -> &mut CellMark {
        let place = self.place(at);
        self.beside().cells.entry(place).or_default()
    }

    fn tell(&mut self, kind: &'static str, places: &[At], said: impl FnOnce(usize, &str) -> Said) {
        let Some(first) = places.first() else { return };
        let said = said(places.len(), &format!("{}!{first}", self.grid.name));
        let notice = Notice::new(kind, said).at(&self.grid.name, places.iter().map(ToString::to_string));
        self.notices.push(notice);
    }

    /// Whether a cell stands in a row of a table.
    fn counts(&self, at: At) -> bool {
        self.rows.contains_key(&at.row)
    }

    /// What is said of single cells.
    fn marks(&mut self) {
        let grid = self.grid;
        let mut worded = Vec::new();
        for (at, raw) in grid.cells() {
            if let Raw::Uncalculated { formula, .. } = raw {
                self.mark(at).formula = Some(formula.to_string());
            }
            if let Some(dressed) = raw.dressed().filter(|_| self.counts(at)) {
                self.mark(at).shown = Some(dressed.text);
                worded.push(at);
            }
        }
        self.tell("format-words", &worded, |count, first| Said::new(
            format!("{count} angka tampil lain daripada yang tersimpan karena format angkanya memuat kata atau angka (pertama: {first}); kata ikut dibaca, angka ditanyakan."),
            format!("{count} number(s) show otherwise than stored, since their number format holds words or digits (first: {first}); words are read along, digits are asked about."),
        ));
        let long: Vec<At> = grid.marks.long_formats.iter().copied().filter(|at| self.counts(*at)).collect();
        self.tell("format-words", &long, |count, first| Said::new(
            format!("{count} angka berformat lebih panjang daripada 255 tanda, batas Excel, jadi formatnya diabaikan (pertama: {first})."),
            format!("{count} number(s) have a format of more than 255 characters, Excel's limit, so it is ignored (first: {first})."),
        ));
        let comments: Vec<At> = grid.marks.comments.keys().copied().collect();
        for (at, text) in &grid.marks.comments {
            self.mark(*at).comment = Some(text.clone());
        }
        self.tell("comment", &comments, |count, first| Said::new(
            format!("{count} sel memuat catatan (komentar) yang tidak tampak di selnya (pertama: {first}); catatan itu ikut di sel hasil."),
            format!("{count} cell(s) have a note (comment) that does not show in the cell (first: {first}); it is kept on the output cell."),
        ));
    }

    fn hidden(&mut self) {
        let grid = self.grid;
        if grid.hidden {
            let tables: BTreeSet<&str> = self
                .rows
                .values()
                .flatten()
                .filter_map(|(table, _)| self.document.tables.get(*table))
                .map(|table| table.form.id)
                .collect();
            let tables = tables.into_iter().collect::<Vec<_>>().join(", ");
            let said = Said::new(
                format!(
                    "{tables} di lembar \"{}\" ikut dibaca, padahal lembar itu tersembunyi di Excel; mungkin konsep lama. Hapus lembarnya bila memang tidak dipakai.",
                    grid.name
                ),
                format!(
                    "{tables} on sheet \"{}\" is read, though Excel hides that sheet; it may be an old draft. Delete the sheet if it is not used.",
                    grid.name
                ),
            );
            self.notices.push(Notice::new("hidden-sheet", said).at(&grid.name, []));
            if let Some(notice) = self.notices.last_mut() {
                notice.count = 1;
            }
        }
        let rows: Vec<u32> =
            grid.hidden_rows.iter().copied().filter(|row| self.rows.contains_key(row)).collect();
        if !rows.is_empty() {
            self.hidden_rows(&rows);
        }
        let columns: Vec<u16> =
            grid.hidden_columns.iter().copied().filter(|column| self.is_used(*column)).collect();
        if !columns.is_empty() {
            let letters: Vec<String> = columns.iter().map(|column| column_letters(*column)).collect();
            let said = Said::new(
                format!(
                    "kolom {} di lembar \"{}\" tersembunyi di Excel, tetapi isinya ikut dibaca.",
                    letters.join(", "),
                    grid.name
                ),
                format!(
                    "column(s) {} of sheet \"{}\" are hidden in Excel, and read all the same.",
                    letters.join(", "),
                    grid.name
                ),
            );
            let ranges = letters.iter().map(|letter| format!("{letter}:{letter}"));
            self.notices.push(Notice::new("hidden-columns", said).at(&grid.name, ranges));
        }
    }

    /// Whether a row of a table has something in the column.
    fn is_used(&self, column: u16) -> bool {
        self.rows.keys().any(|row| self.grid.get(At::new(*row, column)).is_some())
    }

    fn hidden_rows(&mut self, rows: &[u32]) {
        let name = Arc::clone(&self.grid.name);
        self.beside().hidden.extend(rows.iter().map(|row| (Arc::clone(&name), row + 1)));
        let sum = self.sum(rows);
        let told: Vec<String> = sum
            .iter()
            .map(|(column, sum)| format!("{column} {}", crate::value::number::typographic(*sum)))
            .collect();
        let numbers: Vec<String> = rows.iter().take(12).map(|row| (row + 1).to_string()).collect();
        let more = if rows.len() > numbers.len() { ", …" } else { "" };
        let (list, amounts) = (numbers.join(", "), told.join(", "));
        let (count, sheet) = (rows.len(), &self.grid.name);
        let filtered = self.grid.marks.filtered;
        let (how, kind) =
            if filtered { ("disaring", "filtered-rows") } else { ("tersembunyi", "hidden-rows") };
        let amounts =
            |word: &str| if amounts.is_empty() { String::new() } else { format!(" ({word}: {amounts})") };
        let said = Said::new(
            format!(
                "{count} baris tabel di lembar \"{sheet}\" {how} di Excel, tetapi ikut dibaca dan dijumlahkan: {list}{more}{}.",
                amounts("memuat")
            ),
            format!(
                "{count} table row(s) of sheet \"{sheet}\" are {} in Excel, and read and summed all the same: {list}{more}{}.",
                if filtered { "filtered out" } else { "hidden" },
                amounts("they hold")
            ),
        );
        let ranges = rows.iter().map(|row| format!("{0}:{0}", row + 1));
        let mut notice = Notice::new(kind, said).at(&name, ranges);
        notice.sum = sum;
        self.notices.push(notice);
    }

    /// What rows hold in columns of money, the rows of their lowest level added.
    fn sum(&self, rows: &[u32]) -> Vec<(String, Decimal)> {
        let spots: BTreeSet<(usize, usize)> =
            rows.iter().filter_map(|row| self.rows.get(row)).flatten().copied().collect();
        let of = |(table, row): &(usize, usize)| {
            let table = self.document.tables.get(*table)?;
            Some((table, table.rows.get(*row)?))
        };
        let levels = spots.iter().filter_map(of).filter_map(|(_, row)| row.level);
        let lowest = levels.filter(|level| *level <= Tingkat::SubKegiatan).max();
        let mut sums: Vec<(String, Decimal)> = Vec::new();
        for (table, row) in spots.iter().filter_map(of).filter(|(_, row)| row.level == lowest) {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let money = matches!((column.role, column.kind), (Role::Amount(_), Kind::Rupiah));
                let Some(number) = cell.number().filter(|_| money) else { continue };
                match sums.iter_mut().find(|(id, _)| id == column.id) {
                    Some((_, sum)) => *sum = sum.checked_add(number).unwrap_or(*sum),
                    None => sums.push((column.id.to_owned(), number)),
                }
            }
        }
        sums
    }

    fn struck(&mut self) {
        let marks = &self.grid.marks;
        for (at, text) in &marks.struck {
            self.mark(*at).struck = Some(text.clone());
        }
        let runs: Vec<At> = marks.struck.keys().copied().filter(|at| self.counts(*at)).collect();
        self.tell("struck", &runs, |count, first| Said::new(
            format!("{count} sel memuat teks yang dicoret (pertama: {first}); teks yang dicoret tidak ikut sebagai isi."),
            format!("{count} cell(s) hold text that is struck out (first: {first}); what is struck out is no part of the value."),
        ));
        let raised: Vec<At> = marks.raised.keys().copied().filter(|at| self.counts(*at)).collect();
        self.tell("raised", &raised, |count, first| Said::new(
            format!("{count} sel memuat tanda kecil di atas (catatan kaki; pertama: {first}); tanda itu tidak ikut sebagai angka."),
            format!("{count} cell(s) hold a raised mark (a footnote's; first: {first}); it is no part of the number."),
        ));
        let whole: Vec<At> = marks.struck_whole.iter().copied().filter(|at| self.counts(*at)).collect();
        for at in &whole {
            let text = self.grid.get(*at).map(|raw| raw.shown().into_owned());
            self.mark(*at).struck = text;
        }
        let is_struck = |row: &u32| {
            let mut cells = self.grid.row(*row).peekable();
            cells.peek().is_some() && cells.all(|(at, _)| marks.struck_whole.contains(&at))
        };
        let rows: BTreeSet<u32> = whole.iter().map(|at| at.row).filter(is_struck).collect();
        let name = Arc::clone(&self.grid.name);
        self.beside().struck.extend(rows.iter().map(|row| (Arc::clone(&name), row + 1)));
        self.tell("struck", &whole, |count, first| Said::new(
            format!("{count} sel dicoret seluruhnya (pertama: {first}, {} baris penuh), tetapi tetap dibaca dan dijumlahkan; hapus di berkas asal bila memang batal.", rows.len()),
            format!("{count} cell(s) are struck out as a whole (first: {first}, {} full row(s)), and read and summed all the same; delete them in the file if they no longer hold.", rows.len()),
        ));
    }

    /// Values under a merge, and merges over several rows.
    fn under_merges(&mut self) {
        let grid = self.grid;
        let mut under = Vec::new();
        for span in &grid.merges {
            if self.rows.range(span.first.row..=span.last.row).next().is_none() {
                continue;
            }
            if span.last.row > span.first.row && grid.get(span.first).is_some() {
                self.mark(span.first).merged = Some(span.to_string());
            }
            under.extend(covered(grid, *span));
        }
        under.sort_unstable();
        under.dedup();
        self.tell("under-merge", &under, |count, first| Said::new(
            format!("{count} sel berisi tertutup sel gabungan sehingga tidak tampak di Excel (pertama: {first}), tetapi ikut dibaca; lepas gabungannya untuk melihatnya."),
            format!("{count} filled cell(s) lie under a merged one and do not show in Excel (first: {first}), and are read all the same; unmerge to see them."),
        ));
    }
}

/// The filled cells of a merged range that Excel does not show.
fn covered(grid: &Grid, span: Span) -> Vec<At> {
    let rows = grid.rows().into_iter().filter(|row| (span.first.row..=span.last.row).contains(row));
    let cells = rows.flat_map(|row| grid.row(row).map(|(at, _)| at).collect::<Vec<_>>());
    cells
        .filter(|at| (span.first.column..=span.last.column).contains(&at.column) && *at != span.first)
        .collect()
}
