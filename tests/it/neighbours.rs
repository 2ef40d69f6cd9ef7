//! The forms beside the five of a Renja: correct tables of programs with figures that add up, printed below their
//! standard headers, whole and damaged. What the program reads of them is right, or open; never wrong in silence.

use std::collections::BTreeSet;

use rapikan::compare;
use rapikan::forms::{FORMS, Law, Relation, Spot, form, formulas, headings, laws, offered};
use rapikan::model::{
    At, Cell, Column, Container, Document, Edition, Family, Form, Formula, Grid, Kind, Meaning, Raw, Role,
    Rows, Span, Status, Table, Tingkat, Workbook, indonesian, letters,
};
use rapikan::pipeline::{clean, self_check};
use rapikan::solve::SolveOptions;
use rapikan::template::{Wanted, document};
use rapikan::write::xlsx::{LayoutChoice, XlsxOptions, workbook};
use rust_decimal::Decimal;

use crate::generator::dice::Dice;

/// The forms that this is about, each with its layouts.
fn neighbours() -> impl Iterator<Item = (&'static Form, &'static str)> {
    let others = FORMS.iter().copied().filter(|form| form.family != Family::Renja);
    others.flat_map(|form| form.layouts.iter().map(move |layout| (form, layout.id)))
}

/// A correct table of a form with figures that a seed gives.
fn truth(form: &'static Form, layout: &str, seed: u64) -> Table {
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
        table.rows.retain(|row| {
            programs += usize::from(row.level == Some(Tingkat::Program));
            row.level.is_some_and(|level| level != Tingkat::Jumlah) && programs <= most
        });
    } else {
        table.rows.truncate(3 + dice.below(5));
    }
    fill(&mut table, &mut dice);
    table
}

fn number(value: Decimal) -> Cell {
    let meaning = Meaning { number: Some(value), ..Meaning::default() };
    Cell::as_read(indonesian(value, None, true), meaning, Vec::new())
}

const NAMES: [&str; 4] = [
    "Indeks kepuasan masyarakat",
    "Belanja Pegawai",
    "Nilai akuntabilitas kinerja",
    "Belanja Barang dan Jasa",
];

fn typed(rows: Rows, column: &Column, index: usize, dice: &mut Dice) -> Option<Cell> {
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
fn fill(table: &mut Table, dice: &mut Dice) {
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
                table.rows[row].cells[index] = cell;
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
                table.rows[row].cells[index] = number(sum);
            }
        }
        for formula in &chosen {
            along(table, row, formula);
        }
    }
}

fn results(table: &Table) -> BTreeSet<&'static str> {
    let offered = offered(table.layout, &table.columns).into_iter().flatten();
    formulas(table.layout, &table.columns, &table.printed)
        .into_iter()
        .chain(offered)
        .map(|formula| formula.result())
        .collect()
}

fn along(table: &mut Table, row: usize, formula: &Formula) {
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
        table.rows[row].cells[position] = if table.columns[position].kind == Kind::Percent {
            let meaning = Meaning { number: Some(found), ..Meaning::default() };
            Cell::as_read(indonesian(found, Some(2), false), meaning, Vec::new())
        } else {
            number(found)
        };
    }
}

/// How a figure may be written otherwise, or go wrong so that sums prove it.
const DAMAGES: [fn(&str, &mut Dice) -> String; 6] = [
    |text, _| format!("Rp {text}"),
    |text, _| text.replace('.', ","),
    |text, _| format!("{text},00"),
    |text, _| text.replacen('.', " .", 1),
    |text, _| text.replace('0', "O"),
    |text, dice| {
        let digits: Vec<usize> =
            text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[dice.below(digits.len().saturating_sub(3))];
        let digit = text[at..].chars().next().unwrap();
        let other = if digit == '9' { '8' } else { char::from(digit as u8 + 1) };
        format!("{}{other}{}", &text[..at], &text[at + 1..])
    },
];

/// How many figures, codes and names of a table are damaged.
#[derive(Clone, Copy, Default)]
struct Hurt {
    figures: usize,
    codes: usize,
    names: usize,
}

/// How a code may be printed otherwise: parted by blanks, without a zero, closed by a dot.
const CODE_DAMAGES: [fn(&str) -> String; 4] = [
    |code| code.replacen('.', " . ", 2),
    |code| code.replace('.', ". "),
    |code| format!("{code}."),
    |code| code.replacen(".0", ".", 1),
];

/// A name with a blank in its longest word.
fn torn(name: &str) -> String {
    let Some(longest) = name.split_whitespace().max_by_key(|word| word.len()).filter(|word| word.len() > 7)
    else {
        return name.to_owned();
    };
    let (first, rest) = longest.split_at(longest.char_indices().nth(4).map_or(0, |(at, _)| at));
    name.replacen(longest, &format!("{first} {rest}"), 1)
}

/// The table as a person prints it: titles, standard header, number row, rows; some cells are damaged.
fn printed(table: &Table, hurt: Hurt, dice: &mut Dice) -> Workbook {
    let mut cells: Vec<(At, Raw)> = vec![
        (At::new(0, 0), Raw::text(&format!("{} {}", table.form.called, table.form.id))),
        (At::new(1, 0), Raw::text(table.form.title)),
    ];
    let paths: Vec<Vec<String>> =
        table.columns.iter().map(|column| headings(table, column, Some(2026))).collect();
    let depth = paths.iter().map(Vec::len).max().unwrap();
    let mut merges = Vec::new();
    let at = |row: usize, column: usize| At::new(u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
    for level in 0..depth {
        let mut column = 0;
        while column < paths.len() {
            let Some(text) = paths[column].get(level) else {
                column += 1;
                continue;
            };
            let own = paths[column].len() == level + 1;
            let alike =
                |next: &Vec<String>| next.len() > level + 1 && next[..=level] == paths[column][..=level];
            let wide =
                if own { 1 } else { 1 + paths[column + 1..].iter().take_while(|next| alike(next)).count() };
            cells.push((at(3 + level, column), Raw::text(text)));
            let last = at(if own { 2 + depth } else { 3 + level }, column + wide - 1);
            merges.push(Span { first: at(3 + level, column), last });
            column += wide;
        }
    }
    if table.layout.number_row {
        for (index, column) in table.columns.iter().enumerate() {
            let number = rapikan::forms::number(table, column);
            if !number.is_empty() {
                cells.push((at(3 + depth, index), Raw::text(number)));
            }
        }
    }
    let first = 4 + depth;
    let mut left = hurt;
    for (row, content) in table.rows.iter().enumerate() {
        for (index, (column, cell)) in table.columns.iter().zip(&content.cells).enumerate() {
            let mut text = match (column.role, &content.code) {
                (Role::Code, Some(code)) => code.as_str().to_owned(),
                _ => cell.text().to_owned(),
            };
            match column.role {
                Role::Amount(_) if left.figures > 0 && text.len() > 8 && dice.chance(6) => {
                    left.figures -= 1;
                    text = dice.pick(&DAMAGES)(&text, dice);
                }
                Role::Code if left.codes > 0 && text.len() > 8 && dice.chance(20) => {
                    left.codes -= 1;
                    text = dice.pick(&CODE_DAMAGES)(&text);
                }
                Role::Name if left.names > 0 && content.code.is_some() && dice.chance(20) => {
                    left.names -= 1;
                    text = torn(&text);
                }
                _ => {}
            }
            if !text.is_empty() {
                cells.push((at(first + row, index), Raw::text(&text)));
            }
        }
    }
    let mut grid = Grid::new("Lembar", cells);
    grid.merges = merges;
    Workbook {
        file: "a.xlsx".to_owned(),
        sha256: String::new(),
        container: Container::Xlsx,
        sheets: vec![grid],
        notices: Vec::new(),
        walked: Vec::new(),
    }
}

/// What is wrong in what the program read, what is right, and what it left open.
#[derive(Default)]
struct Verdict {
    right: usize,
    open: usize,
    wrong: Vec<String>,
}

fn judge(table: &Table, read: &Document, verdict: &mut Verdict) {
    let Some(found) = read.tables.first().filter(|found| found.form.id == table.form.id) else {
        verdict.wrong.push(format!("{}: read as {:?}", table.form.id, read.tables.len()));
        return;
    };
    if found.layout.id != table.layout.id {
        verdict.wrong.push(format!("{}: {} read as {}", table.form.id, table.layout.id, found.layout.id));
    }
    if found.rows.len() != table.rows.len() {
        verdict.wrong.push(format!("{}: {} rows of {}", table.form.id, found.rows.len(), table.rows.len()));
        return;
    }
    let questions = Questions::of(read, found);
    let told = |row: usize, column: &str| {
        found.position(column).is_some_and(|column| questions.tell_of(Spot { row, column }))
    };
    for (index, (row, own)) in table.rows.iter().zip(&found.rows).enumerate() {
        if row.code.is_some() && row.code != own.code {
            verdict
                .wrong
                .push(format!("{} row {index}: {:?} read as {:?}", table.form.id, row.code, own.code));
        }
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let Some(number) = cell.number().filter(|_| column.kind.is_numeric()) else {
                let own = found.cell(index, column.id);
                judge_text(column, cell, own, &|| told(index, column.id), (table.form.id, index), verdict);
                continue;
            };
            match found.cell(index, column.id) {
                Some(read) if read.number() == Some(number) => verdict.right += 1,
                Some(read) if read.status() == Status::Unresolved || told(index, column.id) => {
                    verdict.open += 1;
                }
                read => verdict.wrong.push(format!(
                    "{} row {index} {}: {number} read as {:?}",
                    table.form.id,
                    column.id,
                    read.map(|cell| cell.text().to_owned())
                )),
            }
        }
    }
}

/// What the program asks or tells about a table that it read.
struct Questions<'a> {
    table: &'a Table,
    laws: Vec<Law>,
    findings: BTreeSet<Spot>,
}

impl<'a> Questions<'a> {
    fn of(read: &Document, table: &'a Table) -> Self {
        let findings = read
            .findings
            .iter()
            .filter_map(|finding| Some(Spot { row: finding.row?, column: table.position(finding.column?)? }));
        Self { table, laws: laws(table), findings: findings.collect() }
    }

    /// Whether a wrong cell is told: by a question about it, by an open cell of a law through it in its column, by a
    /// law through it that is reported as broken, or by a sum further up that is reported as broken where every sum
    /// between holds: two slips that make up for each other below one parent show only there.
    fn tell_of(&self, spot: Spot) -> bool {
        let cell = |spot: Spot| &self.table.rows[spot.row].cells[spot.column];
        let is_open = |other: Spot| other.column == spot.column && cell(other).status() == Status::Unresolved;
        let mut through = self.laws.iter().filter(|law| law.spots().any(|other| other == spot));
        self.findings.contains(&spot)
            || through.any(|law| self.findings.contains(&law.result) || law.spots().any(is_open))
            || self.is_told_above(spot)
    }

    fn is_told_above(&self, spot: Spot) -> bool {
        let value = |spot: Spot| self.table.rows[spot.row].cells[spot.column].number();
        let is_sum = |law: &&Law| matches!(law.relation, Relation::Children | Relation::Total);
        let mut above = self.laws.iter().filter(is_sum).filter(|law| law.terms.contains(&spot));
        above.any(|law| match law.holds(&value) {
            Some(true) => self.is_told_above(law.result),
            _ => self.findings.contains(&law.result),
        })
    }
}

/// A text is right if it says the same, whatever its typography; only what a person types is compared.
fn judge_text(
    column: &Column,
    cell: &Cell,
    read: Option<&Cell>,
    is_told: &dyn Fn() -> bool,
    (form, row): (&str, usize),
    verdict: &mut Verdict,
) {
    if column.role == Role::Code || cell.is_empty() {
        return;
    }
    let said = |text: &str| letters(text) + &text.chars().filter(char::is_ascii_digit).collect::<String>();
    match read {
        Some(read) if said(read.text()) == said(cell.text()) => verdict.right += 1,
        Some(read) if read.status() == Status::Unresolved || is_told() => verdict.open += 1,
        read => verdict.wrong.push(format!(
            "{form} row {row} {}: {:?} read as {:?}",
            column.id,
            cell.text(),
            read.map(|cell| cell.text().to_owned())
        )),
    }
}

/// How many tables of each layout are made: `RAPIKAN_TABLES=300` for a survey.
fn tables_a_layout(usual: u64) -> u64 {
    std::env::var("RAPIKAN_TABLES").ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

fn cleaned(workbook: &Workbook) -> Document {
    clean(workbook, SolveOptions::default()).unwrap()
}

#[test]
fn whole_tables_need_no_repair_and_come_back_from_what_is_written() {
    let mut wrong = Vec::new();
    for (form, layout) in neighbours() {
        for seed in 0..tables_a_layout(8) {
            let table = truth(form, layout, seed);
            let read = cleaned(&printed(&table, Hurt::default(), &mut Dice::of(seed, layout)));
            let mut verdict = Verdict::default();
            judge(&table, &read, &mut verdict);
            wrong.append(&mut verdict.wrong);
            // A form without codes gets them from its names: that repairs nothing that was printed.
            let has = |column: &str| table.position(column).is_some();
            let repairs = read.repairs().iter().filter(|repair| has(repair.column));
            wrong.extend(repairs.map(|repair| {
                format!("{} {layout}: {} {} {}", form.id, repair.rule, repair.column, repair.before)
            }));
            if seed == 0 {
                let bytes = workbook(&read, &XlsxOptions::default()).unwrap();
                let check = self_check(&read, &bytes, SolveOptions::default());
                wrong.extend(check.err().map(|difference| format!("{} {layout}: {difference}", form.id)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn damaged_cells_are_right_or_open_and_never_wrong_in_silence() {
    let mut verdict = Verdict::default();
    for (form, layout) in neighbours().filter(|(form, _)| form.adds_up) {
        for seed in 0..tables_a_layout(25) {
            let table = truth(form, layout, seed);
            let hurt = Hurt { figures: 4, codes: 2, names: 2 };
            let read = cleaned(&printed(&table, hurt, &mut Dice::of(seed, layout)));
            let known = verdict.wrong.len();
            judge(&table, &read, &mut verdict);
            let new = verdict.wrong.iter_mut().skip(known);
            new.for_each(|wrong| *wrong = format!("{wrong} ({layout}, seed {seed})"));
        }
    }
    assert!(verdict.wrong.is_empty(), "\n{}", verdict.wrong.join("\n"));
    assert!(verdict.right > 0);
    assert!(verdict.open * 1000 <= verdict.right, "{} open, {} right", verdict.open, verdict.right);
}

#[test]
fn quarters_may_each_include_those_before() {
    let mut table = truth(form("E.81").unwrap(), "permendagri", 1);
    let position = |id: &str| table.position(id).unwrap();
    let quarters: Vec<usize> = ["tw1_rp", "tw2_rp", "tw3_rp", "tw4_rp"].into_iter().map(position).collect();
    for row in &mut table.rows {
        let mut sum = Decimal::ZERO;
        for quarter in &quarters {
            sum += row.cells[*quarter].number().unwrap_or_default();
            row.cells[*quarter] = number(sum);
        }
    }
    let read = cleaned(&printed(&table, Hurt::default(), &mut Dice::of(1, "")));
    let formula: Vec<_> = read.findings.iter().filter(|finding| finding.rule == "formula-mismatch").collect();
    assert!(formula.is_empty(), "{formula:?}");
    let names: BTreeSet<String> = laws(&read.tables[0]).iter().map(|law| law.name.to_string()).collect();
    assert!(names.contains("12 = 8|9|10|11") && !names.contains("12 = 8+9+10+11"), "{names:?}");
}

#[test]
fn an_evaluation_and_its_plan_are_compared_and_nothing_is_repaired() {
    let evaluation = cleaned(&printed(
        &truth(form("E.81").unwrap(), "permendagri", 3),
        Hurt::default(),
        &mut Dice::of(3, ""),
    ));
    let mut plan = truth(form("T-C.33").unwrap(), "permendagri", 3);
    let (target, pagu) =
        (evaluation.tables[0].position("target_rp").unwrap(), plan.position("pagu").unwrap());
    for (row, own) in plan.rows.iter_mut().zip(&evaluation.tables[0].rows) {
        row.cells[pagu] = number(own.cells[target].number().unwrap());
    }
    let agreeing = cleaned(&printed(&plan, Hurt::default(), &mut Dice::of(3, "")));
    let across = compare::beside(&evaluation, &agreeing, "renja.xlsx");
    assert!(across.compared > 10 && across.findings.is_empty(), "{:?}", across.findings);
    let last = plan.rows.last().and_then(|row| row.code.clone()).unwrap();
    for row in &mut plan.rows {
        if row.code.as_ref().is_some_and(|code| *code == last || last.is_below(code)) {
            row.cells[pagu] = number(row.cells[pagu].number().unwrap() + Decimal::from(1_000_000));
        }
    }
    let differing = cleaned(&printed(&plan, Hurt::default(), &mut Dice::of(3, "")));
    let across = compare::beside(&evaluation, &differing, "renja.xlsx");
    assert_eq!(across.findings.len(), 1, "{:?}", across.findings);
    let said = &across.findings[0].message.indonesian;
    assert!(said.contains("renja.xlsx · Lembar!") && said.contains("E.81 (Lembar!"), "{said}");
    assert_eq!(across.findings[0].candidates, Vec::<String>::new());
}
