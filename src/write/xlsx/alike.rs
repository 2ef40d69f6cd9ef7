//! Repairs of pure typography, gathered: a person reads one line of a table, column and rule instead of hundreds.

use std::collections::BTreeMap;

use crate::model::Repair;
use crate::rules;

/// So many repairs stand on one line at most: their ids must find room in one cell.
const MOST: usize = 800;

/// The lines of the list of repairs, each with the repairs that stand on it: one of meaning by itself, those of
/// typography with all of their table, column, rule and grade, at the place of the first.
pub(super) fn lines(repairs: &[Repair]) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut open: BTreeMap<(usize, &str, &str, &str), usize> = BTreeMap::new();
    for (index, repair) in repairs.iter().enumerate() {
        let key = (repair.table, repair.column, repair.rule, repair.grade().name());
        let line = open.get(&key).and_then(|line| lines.get_mut(*line)).filter(|line| line.len() < MOST);
        if let Some(line) = line {
            line.push(index);
            continue;
        }
        if rules::is_typography(repair.rule) && !repair.is_decided() {
            open.insert(key, lines.len());
        }
        lines.push(vec![index]);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;

    #[test]
    fn typography_is_gathered_and_meaning_is_not() {
        let document = sample::document();
        let first = document.repairs().first().unwrap();
        let of = |rule: &'static str, column: &'static str| Repair { rule, column, ..first.clone() };
        let repairs = [
            of("foreign-separators", "pagu"),
            of("swapped-digits", "pagu"),
            of("foreign-separators", "pagu"),
            of("foreign-separators", "maju_pagu"),
            of("swapped-digits", "pagu"),
        ];
        assert_eq!(lines(&repairs), [vec![0, 2], vec![1], vec![3], vec![4]]);
        let many = vec![of("split-number", "pagu"); MOST + 1];
        assert_eq!(lines(&many).iter().map(Vec::len).collect::<Vec<_>>(), [MOST, 1]);
    }
}
