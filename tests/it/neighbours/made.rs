//! Correct tables of programs, whose figures add up.

use super::*;

/// A correct table of a form with figures that a seed gives.
pub(super) fn truth(form: &'static Form, layout: &str, seed: u64) -> Table {
    let wanted = Wanted {
        forms: vec![form],
        year: 2026,
        opd: Some("Dinas Perhubungan".to_owned()),
        region: Some("Kabupaten Agam".to_owned()),
        bidang: vec!["2.15".parse().unwrap()],
        layout: LayoutChoice::named(layout).unwrap(),
        edition: Edition::Y2023,
    };
    let mut table = document(&wanted, &[]).unwrap().tables.remove(0);
    let mut dice = Dice::of(seed, form.id);
    if form.rows.are_of_codification() {
        let mut programs = 0;
        let most = 2 + dice.below(2);
        let is_kept = |row: &Row| {
            programs += usize::from(row.level == Some(Tingkat::Program));
            row.level.is_some_and(|level| level != Tingkat::Jumlah) && programs <= most
        };
        table.rows = table.rows.into_iter().filter(is_kept).collect();
    } else {
        table.rows = table.rows.into_iter().take(3 + dice.below(5)).collect();
    }
    fill(&mut table, &mut dice);
    table
}

pub(super) fn number(value: Decimal) -> Cell {
    let meaning = Meaning { number: Some(value), ..Meaning::default() };
    Cell::as_read(indonesian(value, None, true), meaning, Vec::new())
}

pub(super) const NAMES: [&str; 4] = [
    "Indeks kepuasan masyarakat",
    "Belanja Pegawai",
    "Nilai akuntabilitas kinerja",
    "Belanja Barang dan Jasa",
];

pub(super) fn typed(rows: Rows, column: &Column, index: usize, dice: &mut Dice) -> Option<Cell> {
    let text = |text: String| Cell::as_read(text, Meaning::default(), Vec::new());
    Some(match (column.role, column.kind) {
        (Role::Amount(_), _) => number(Decimal::from(1_000 * (1_000 + dice.below(9_000_000)))),
        (Role::Target, _) => text(format!("{} Dokumen", 1 + dice.below(90))),
        (Role::Indicator, _) => text(format!("Jumlah dokumen yang disusun tahap {}", index + 1)),
        (Role::Ordinal, _) => text((index + 1).to_string()),
        (Role::Goal(_), _) => text(format!("Meningkatnya layanan ke-{}", index + 1)),
        (Role::Name, _) if !rows.are_of_codification() => text(NAMES[index % NAMES.len()].to_owned()),
        (Role::Text, Kind::Text) => text("Bidang Angkutan".to_owned()),
        _ => return None,
    })
}

/// Leaves are typed, sums and formulas follow.
pub(super) fn fill(table: &mut Table, dice: &mut Dice) {
    let coded = table.form.rows.are_of_codification();
    let columns = table.columns.clone();
    let results = results(table);
    let leaf = |table: &Table, row: usize| {
        let code = table.rows[row].code.as_ref();
        !table
            .rows
            .iter()
            .any(|other| other.code.as_ref().zip(code).is_some_and(|(own, above)| own.is_below(above)))
    };
    for row in 0..table.rows.len() {
        let is_leaf = !coded || leaf(table, row);
        for (index, column) in columns.iter().enumerate() {
            let summed = matches!(column.role, Role::Amount(_)) && (!is_leaf || results.contains(column.id));
            let open = !summed && table.rows[row].cells[index].is_empty();
            if let Some(cell) = typed(table.form.rows, column, row, dice).filter(|_| open) {
                put(table, row, index, &cell);
            }
        }
    }
    let chosen = formulas(table.layout, &table.columns, &table.printed).into_iter();
    let first = offered(table.layout, &table.columns)
        .into_iter()
        .filter_map(|rivals| rivals.into_iter().find(|formula| table.position(formula.result()).is_some()));
    let chosen: Vec<Formula> = first.chain(chosen).collect();
    for row in (0..table.rows.len()).rev() {
        for formula in &chosen {
            along(table, row, formula);
        }
        for (index, column) in columns.iter().enumerate() {
            let adds = matches!(column.role, Role::Amount(_)) && table.form.adds_up;
            if adds && !leaf(table, row) {
                let code = table.rows[row].code.clone().unwrap();
                let below = table.rows.iter().filter(|other| {
                    other
                        .code
                        .as_ref()
                        .and_then(rapikan::model::Kode::parent)
                        .is_some_and(|parent| parent == code)
                });
                let sum: Decimal = below.filter_map(|row| row.cells[index].number()).sum();
                put(table, row, index, &number(sum));
            }
        }
        for formula in &chosen {
            along(table, row, formula);
        }
    }
}

pub(super) fn results(table: &Table) -> BTreeSet<&'static str> {
    let offered = offered(table.layout, &table.columns).into_iter().flatten();
    formulas(table.layout, &table.columns, &table.printed)
        .into_iter()
        .chain(offered)
        .map(|formula| formula.result())
        .collect()
}

pub(super) fn along(table: &mut Table, row: usize, formula: &Formula) {
    let value = |id: &str| table.rows[row].cells[table.position(id)?].number();
    let ratio = |numerator: &str, denominator: &str, scale: Decimal| {
        (value(numerator)? * scale).checked_div(value(denominator)?).map(|ratio| ratio.round_dp(2))
    };
    let found = match formula {
        Formula::Sum { terms, .. } => terms.iter().map(|id| value(id)).sum::<Option<Decimal>>(),
        Formula::Difference { minuend, subtrahend, .. } => {
            value(minuend).zip(value(subtrahend)).map(|(a, b)| a - b)
        }
        Formula::Ratio { numerator, denominator, .. } => ratio(numerator, denominator, Decimal::ONE_HUNDRED),
        Formula::Quotient { numerator, denominator, .. } => ratio(numerator, denominator, Decimal::ONE),
        Formula::Latest { terms, .. } => terms.iter().rev().find_map(|id| value(id)),
    };
    if let (Some(found), Some(position)) = (found, table.position(formula.result())) {
        let cell = if table.columns[position].kind == Kind::Percent {
            let meaning = Meaning { number: Some(found), ..Meaning::default() };
            Cell::as_read(indonesian(found, Some(2), false), meaning, Vec::new())
        } else {
            number(found)
        };
        put(table, row, position, &cell);
    }
}
