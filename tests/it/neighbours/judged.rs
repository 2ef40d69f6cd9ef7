//! What is wrong in what the program read: a cell that is neither right nor open nor told of.

use super::*;

/// What is wrong in what the program read, what is right, and what it left open.
#[derive(Default)]
pub(super) struct Verdict {
    pub(super) right: usize,
    pub(super) open: usize,
    pub(super) wrong: Vec<String>,
}

pub(super) fn judge(table: &Table, read: &Document, verdict: &mut Verdict) {
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
pub(super) struct Questions<'a> {
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
pub(super) fn judge_text(
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
