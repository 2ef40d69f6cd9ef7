//! Wide tables cut in two, as a printer does: the right half stands on a sheet of its own and repeats no column.

use super::*;

/// The column behind which a table is cut: some column right of those that say which row it is.
fn cut(table: &Table, dice: &mut Dice) -> Option<u16> {
    // A page of two columns says too little.
    let last = table.columns.iter().rposition(|column| column.role.is_key())?.max(2);
    let room = (table.columns.len() - 2).checked_sub(last).filter(|room| *room > 0)?;
    u16::try_from(last + dice.below(room)).ok()
}

/// The two halves of a sheet. A group that the cut goes through names the right half too, or is blank there.
fn halves(whole: &Grid, after: u16, names_both: bool, top: u32) -> Vec<Grid> {
    let is_left = |at: At| at.column <= after;
    let right_at = |at: At| At::new(at.row, at.column - after - 1);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut left_merges, mut right_merges) = (Vec::new(), Vec::new());
    for (at, raw) in whole.cells() {
        if is_left(at) { left.push((at, raw.clone())) } else { right.push((right_at(at), raw.clone())) }
    }
    for span in &whole.merges {
        let Span { first, last } = *span;
        if !is_left(first) {
            right_merges.push(Span { first: right_at(first), last: right_at(last) });
            continue;
        }
        left_merges.push(Span { first, last: At::new(last.row, last.column.min(after)) });
        if !is_left(last) && first.row >= top && names_both {
            let first_right = At::new(first.row, 0);
            right.push((first_right, whole.get(first).unwrap().clone()));
            right_merges.push(Span { first: first_right, last: right_at(last) });
        }
    }
    let sheet = |name: &str, cells: Vec<(At, Raw)>, merges: Vec<Span>| {
        let mut grid = Grid::new(name, cells);
        grid.merges = merges.into_iter().filter(|span| span.first != span.last).collect();
        grid
    };
    vec![sheet("Table 1", left, left_merges), sheet("Table 2", right, right_merges)]
}

/// Whether the right half stands beside the left one, and says so.
fn is_joined(read: &Document, table: &Table) -> bool {
    let is_told = read.notices.iter().any(|notice| notice.kind == "right-half");
    is_told && matches!(read.tables.as_slice(), [only] if only.rows.len() == table.rows.len())
}

/// What the workbook tells of a right half that is read as none.
fn is_told(read: &Document) -> bool {
    read.notices.iter().any(|notice| ["other-table", "right-half"].contains(&notice.kind))
        || read.findings.iter().any(|finding| finding.severity != Severity::Note)
}

#[test]
fn a_table_cut_in_two_reads_as_the_whole() {
    let (mut wrong, mut apart, mut joined) = (Vec::new(), Vec::new(), 0);
    let layouts =
        FORMS.iter().copied().flat_map(|form| form.layouts.iter().map(move |layout| (form, layout.id)));
    for (form, layout) in layouts {
        for seed in 0..tables_a_layout(4) {
            let table = truth(form, layout, seed);
            let mut dice = Dice::of(seed, layout);
            let Some(after) = cut(&table, &mut dice) else { continue };
            let right =
                |row: &Row| row.cells.iter().skip(usize::from(after) + 1).any(|cell| !cell.is_empty());
            if !table.rows.iter().any(right) {
                continue;
            }
            let mut workbook = printed(&table, Hurt::default(), &mut dice);
            workbook.sheets = halves(&workbook.sheets[0], after, dice.chance(50), 3);
            let what = format!(
                "{} {layout}, seed {seed}, cut after {}",
                form.id,
                table.columns[usize::from(after)].id
            );
            let Ok(read) = clean(&workbook, SolveOptions::default()) else { continue };
            if is_joined(&read, &table) {
                joined += 1;
                let mut verdict = Verdict::default();
                judge(&table, &read, &mut verdict);
                wrong.extend(verdict.wrong.into_iter().map(|wrong| format!("{what}: {wrong}")));
            } else {
                wrong.extend((!is_told(&read)).then(|| format!("{what}: the right half is lost")));
                apart.push(what);
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(apart.len() * 8 <= joined, "{joined} joined, {} apart\n{}", apart.len(), apart.join("\n"));
}
