//! What is told of wide tables that are printed in halves.

use std::collections::BTreeSet;

use crate::model::{Grid, Notice, Page, RawTable, Said};

/// One notice of each table of which a half says nothing of its rows but their order.
pub(super) fn told(tables: &[RawTable], sheets: &[Grid]) -> Vec<Notice> {
    tables.iter().filter_map(|table| told_of(table, sheets)).collect()
}

fn told_of(table: &RawTable, sheets: &[Grid]) -> Option<Notice> {
    let pages = &table.region.pages;
    let is_right = |page: &Page| page.is_right_half && page.is_keyless;
    let names = |wanted: bool| {
        let indices: BTreeSet<usize> =
            pages.iter().filter(|page| is_right(page) == wanted).map(|page| page.sheet).collect();
        let names = indices.into_iter().filter_map(|index| sheets.get(index));
        names.map(|sheet| format!("“{}”", sheet.name)).collect::<Vec<_>>().join(", ")
    };
    let first = pages.iter().find(|page| is_right(page))?;
    let (form, left, right) = (table.region.form.id, names(false), names(true));
    let is_apart = |(sheet, row): &(usize, u32)| {
        pages.iter().any(|page| is_right(page) && page.sheet == *sheet && page.rows.contains(row))
    };
    let apart = table.rows.iter().filter(|row| row.rows.first().is_some_and(is_apart)).count();
    let said = if apart == 0 {
        Said::new(
            format!(
                "Tabel {form} dicetak terbelah: sisi kanannya (lembar {right}) tidak mengulang kode atau uraian. Barisnya sebanyak baris sisi kiri (lembar {left}), jadi baris pertama dibaca di sebelah baris pertama, dan seterusnya. Periksa urutannya."
            ),
            format!(
                "Table {form} is printed in halves: its right side (sheet {right}) repeats neither codes nor names. It has as many rows as the left side (sheet {left}), so the first is read beside the first, and so on. Check their order."
            ),
        )
    } else {
        let others = table.rows.len() - apart;
        Said::new(
            format!(
                "Tabel {form} dicetak terbelah: sisi kanannya (lembar {right}) tidak mengulang kode atau uraian, dan punya {apart} baris, sedangkan sisi kirinya (lembar {left}) {others}. Baris mana milik baris mana tidak terbukti, jadi semuanya dibiarkan terpisah. Lengkapi baris yang kurang di berkas asal, lalu ulangi."
            ),
            format!(
                "Table {form} is printed in halves: its right side (sheet {right}) repeats neither codes nor names and has {apart} rows, whereas the left side (sheet {left}) has {others}. Nothing proves which rows belong together, so they stay apart. Add what is missing to the input, then run it again."
            ),
        )
    };
    let place = first.rows.first().map(|row| format!("{}:{}", row + 1, row + 1));
    Some(Notice::new("right-half", said).at(&sheets.get(first.sheet)?.name, place))
}
