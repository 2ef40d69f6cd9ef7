//! What every program costs in both versions.

use std::collections::BTreeMap;

use super::Sums;
use crate::compare::tally::{Tally, counted};
use crate::model::{Cell, Form, Kode, Role, Table, Tingkat};

/// The sums of every program and of the whole, for each column of money; none for forms that do not add up.
pub(super) fn sums(form: &Form, old: &[Table], new: &[Table]) -> Vec<Sums> {
    if !form.adds_up {
        return Vec::new();
    }
    let (before, after) = (tallies(old), tallies(new));
    let mut names = names(old);
    names.extend(self::names(new));
    let mut keys: Vec<&(usize, Option<Kode>, &'static str)> = before.keys().chain(after.keys()).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .map(|key| {
            let of = |tallies: &Tallies| tallies.get(key).copied().unwrap_or_default();
            Sums {
                code: key.1.clone(),
                name: key.1.as_ref().and_then(|code| names.get(code)).cloned().unwrap_or_default(),
                column: key.2,
                old: of(&before),
                new: of(&after),
            }
        })
        .collect()
}

/// By the order of the columns of money, the program, and the column: the whole comes first.
type Tallies = BTreeMap<(usize, Option<Kode>, &'static str), Tally>;

fn tallies(tables: &[Table]) -> Tallies {
    let mut tallies = Tallies::new();
    for table in tables {
        let money =
            table.columns.iter().enumerate().filter(|(_, column)| matches!(column.role, Role::Amount(_)));
        for (order, (position, column)) in money.enumerate() {
            for (row, amount) in counted(table, position) {
                let program = table.rows.get(row).and_then(|row| row.code.as_ref()).and_then(program);
                let mut add = |key| tallies.entry((order, key, column.id)).or_default().add(amount);
                add(None);
                if program.is_some() {
                    add(program);
                }
            }
        }
    }
    tallies
}

/// The program to which a code belongs.
fn program(code: &Kode) -> Option<Kode> {
    code.at_level(Tingkat::Program)
}

fn names(tables: &[Table]) -> BTreeMap<Kode, String> {
    let mut names = BTreeMap::new();
    for table in tables {
        let position = table.columns.iter().position(|column| column.role == Role::Name);
        for row in table.rows.iter().filter(|row| row.level == Some(Tingkat::Program)) {
            let cell = position.and_then(|position| row.cells.get(position));
            if let (Some(code), Some(name)) = (&row.code, cell.map(Cell::text)) {
                names.insert(code.clone(), name.to_owned());
            }
        }
    }
    names
}
