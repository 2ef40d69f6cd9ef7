//! Repairs of pure typography, gathered: a person reads one line of a table, column and rule instead of hundreds.

use std::collections::BTreeMap;

use crate::model::{LONGEST_TEXT, Repair, RuleId};
use crate::rules;

/// What parts the cells and the ids of repairs that stand on one line.
pub const TOGETHER: &str = "; ";

/// The lines of the list of repairs, each with the repairs that stand on it: one of meaning by itself, those of
/// typography with all of their table, column, rule and grade, at the place of the first. A line ends where the cells or the ids of its
/// repairs would find no room in one cell: none of them may be lost.
pub(super) fn lines(repairs: &[Repair]) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut open: BTreeMap<(usize, &str, RuleId, &str), (usize, usize)> = BTreeMap::new();
    for (index, repair) in repairs.iter().enumerate() {
        let key = (repair.table, repair.column, repair.rule, repair.grade().name());
        let room = room(repair);
        if let Some((line, taken)) = open.get_mut(&key).filter(|(_, taken)| *taken + room <= LONGEST_TEXT)
            && let Some(line) = lines.get_mut(*line)
        {
            line.push(index);
            *taken += room;
            continue;
        }
        if rules::is_typography(repair.rule) && !repair.is_decided() {
            open.insert(key, (lines.len(), room));
        }
        lines.push(vec![index]);
    }
    lines
}

/// How many characters the cells of a repair take, or its id where that is longer.
fn room(repair: &Repair) -> usize {
    let cells = repair.sources.iter().map(|place| place.to_string().chars().count() + TOGETHER.len());
    cells.sum::<usize>().max(LONGEST_ID + TOGETHER.len())
}

/// No id of a repair has more characters.
const LONGEST_ID: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{At, Place};
    use crate::write::sample;

    #[test]
    fn typography_is_gathered_and_meaning_is_not() {
        let document = sample::document();
        let first = document.repairs().first().unwrap();
        let of = |rule: RuleId, column: &'static str| Repair { rule, column, ..first.clone() };
        let repairs = [
            of(rules::foreign_separators::ID, "pagu"),
            of(rules::swapped_digits::ID, "pagu"),
            of(rules::foreign_separators::ID, "pagu"),
            of(rules::foreign_separators::ID, "maju_pagu"),
            of(rules::swapped_digits::ID, "pagu"),
        ];
        assert_eq!(lines(&repairs), [vec![0, 2], vec![1], vec![3], vec![4]]);
        let sheet: std::sync::Arc<str> = "Lampiran Renja Perangkat Daerah".into();
        let far = Place::new(&sheet, At::new(1_048_575, 16_383));
        let many = vec![Repair { sources: vec![far], ..of(rules::split_number::ID, "pagu") }; 3000];
        let gathered = lines(&many);
        assert_eq!(gathered.iter().map(Vec::len).sum::<usize>(), many.len());
        for line in &gathered {
            let cells: Vec<String> =
                line.iter().flat_map(|index| many[*index].sources.iter().map(Place::to_string)).collect();
            assert!(cells.join(TOGETHER).chars().count() <= LONGEST_TEXT);
        }
        assert!(gathered.len() < 10, "a line is as long as a cell allows: {}", gathered.len());
    }
}
