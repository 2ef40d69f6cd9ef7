//! What a row shows, as far as its kind depends on it.

use rust_decimal::Decimal;

use crate::codification::codification;
use crate::forms::is_total;
use crate::model::{Edition, Kode, Role, Row, Table, Tingkat, letters};
use crate::solve::codes::Evidence;

/// What a row shows.
#[allow(clippy::struct_excessive_bools, reason = "each says one thing of what is printed")]
pub(in crate::solve) struct Facts<'a> {
    /// Its name, without a code that stands before it.
    pub(super) name: &'a str,
    /// The [letters] of it.
    pub(super) letters: &'a str,
    /// Whether nothing is printed as its code.
    pub(super) blank: bool,
    /// Whether its name is that of a total.
    pub(super) is_total: bool,
    /// What its code cells are read as: the one strict reading, else the cheapest that the grammar allows.
    pub(super) code: Option<Kode>,
    /// Whether its code cells hold the code of an organisation, and whether that is the office's own.
    pub(super) organisation: Option<bool>,
    /// Its amounts, by column of money; `None` where there is none or it is not read yet.
    pub(super) amounts: Vec<Option<Decimal>>,
    /// Whether a column of money holds anything.
    pub(super) has_amount: bool,
    /// Whether an indicator or a target stands beside its name.
    pub(super) has_indicator: bool,
    /// The level of the goal that it prints, the lowest of several.
    pub(super) goal: Option<Tingkat>,
    /// Whether anything else stands beside its name and code.
    pub(super) has_others: bool,
}

impl<'a> Facts<'a> {
    pub(super) fn of(table: &Table, row: &Row, evidence: &'a Evidence) -> Self {
        let cells = || table.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        let has = |wanted: &dyn Fn(Role) -> bool| cells().any(|(column, _)| wanted(column.role));
        let money = |role: Role| matches!(role, Role::Amount(_));
        let amounts = table.columns.iter().zip(&row.cells).filter(|(column, _)| money(column.role));
        let read = || evidence.printed.readings().into_iter().next().map(|(code, _, _)| code);
        let organisation = organisation(&evidence.shown);
        Self {
            name: &evidence.name,
            letters: &evidence.letters,
            blank: evidence.printed.is_empty(),
            is_total: is_total(&evidence.name),
            code: evidence.clean.clone().or_else(read).filter(|_| organisation.is_none()),
            organisation,
            amounts: amounts.map(|(_, cell)| cell.number()).collect(),
            has_amount: has(&money),
            has_indicator: has(&|role| matches!(role, Role::Indicator | Role::Target)),
            goal: cells().filter_map(|(column, _)| goal(column.role)).next_back(),
            has_others: has(&|role| !money(role) && !matches!(role, Role::Name | Role::Code | Role::Ordinal)),
        }
    }

    /// The level that the row has in the tree, as its code says, or else the name that the codification has for
    /// just one level.
    pub(super) fn level(&self) -> Option<Tingkat> {
        if let Some(code) = &self.code {
            return Some(code.tingkat());
        }
        let levels = self.official_levels();
        let first = levels.first().copied()?;
        levels.iter().all(|level| *level == first).then_some(first)
    }

    /// The levels of the entries that have exactly this name.
    pub(super) fn official_levels(&self) -> Vec<Tingkat> {
        let entries =
            Edition::ALL.into_iter().flat_map(|edition| codification(edition).by_letters(self.letters));
        entries.map(|entry| entry.tingkat).collect()
    }

    /// Whether the codification has a name like this one.
    pub(super) fn is_known(&self) -> bool {
        !self.official_levels().is_empty()
            || Edition::ALL
                .into_iter()
                .any(|edition| !codification(edition).similar(self.name, 1, KNOWN).is_empty())
    }

    /// Whether the amounts of two rows are the same: some of them, and none differs.
    pub(super) fn equals(&self, other: &[Option<Decimal>]) -> bool {
        let mut pairs = self.amounts.iter().zip(other).filter_map(|(own, other)| Some(((*own)?, (*other)?)));
        let Some((own, other)) = pairs.next() else { return false };
        own == other && pairs.all(|(own, other)| own == other)
    }
}

fn goal(role: Role) -> Option<Tingkat> {
    match role {
        Role::Goal(level) => Some(level),
        _ => None,
    }
}

/// How alike a name must be to one of the codification to be taken for it.
const KNOWN: f64 = 0.8;

/// How many digits the parts of an organisation's code have: three bidang, the number of the office, and that of its
/// sub unit, which the office's own code may leave out: `4.01.0.00.0.00.01.0000`.
const ORGANISATION: [&[usize]; 8] = [&[1], &[2], &[1], &[2], &[1], &[2], &[2], &[2, 4]];

/// Whether code cells hold the code of an organisation; then whether it is the office's own, not a unit's.
fn organisation(shown: &str) -> Option<bool> {
    let parts: Vec<&str> =
        shown.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let fits = |(part, sizes): (&&str, &&[usize])| {
        sizes.contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit() || c == 'X')
    };
    let well_formed = matches!(parts.len(), 7 | 8) && parts.iter().zip(&ORGANISATION).all(fits);
    let unit = parts.get(7).copied().unwrap_or_default();
    well_formed.then(|| unit.chars().all(|c| c == '0'))
}

/// Whether two names are the same, one goes on where the other ends, or one is a slip of the other.
pub(super) fn names_alike(left: &str, right: &str) -> bool {
    let (left, right) = (letters(left), letters(right));
    let shorter = left.len().min(right.len());
    left == right
        || shorter >= BEGINNING && (left.starts_with(&right) || right.starts_with(&left))
        || shorter >= BEGINNING && crate::codification::likeness(&left, &right) >= SLIP
}

/// How many letters must begin two names that are one, and how alike they are where one is a slip of the other.
const BEGINNING: usize = 12;
const SLIP: f64 = 0.9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_organisations_are_told_from_codes_of_the_tree() {
        for text in ["4.01.0.00.0.00.01.0000", "1-02.2-14.0-00.01", "7 01 0 00 0 00 05 0000"] {
            assert_eq!(organisation(text), Some(true), "{text}");
        }
        assert_eq!(organisation("4.01.0.00.0.00.01.0004"), Some(false));
        for text in ["", "4.01", "4.01.05.1.01.01", "X.XX.01.2.02.0001", "1.02.1.02.01.16.09"] {
            assert_eq!(organisation(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_alike_to_its_beginning_and_to_a_slip() {
        assert!(names_alike("PROGRAM PENGELOLAAN PENDIDIKAN", "Program Pengelolaan Pendidikan"));
        assert!(names_alike("PROGRAM PENGELOLAAN PENDIDIKAN", "PROGRAM PENGELOLAN PENDIDIKAN"));
        assert!(!names_alike("Program", "Program Pengelolaan Pendidikan"));
        assert!(!names_alike("Kecamatan Satu", "Kecamatan Dua"));
    }
}
