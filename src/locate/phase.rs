//! Before and after a change of the plan: which of the two a header speaks of.

use super::words::header_letters;

/// The side of a change that a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Before,
    After,
    /// What was added or taken away.
    Difference,
    /// What is left.
    Rest,
}

/// Words (letters only) that name a side, wherever they stand in a header text.
const NAMED: [(&str, Phase); 10] = [
    ("sebelumperubahan", Phase::Before),
    ("sesudahperubahan", Phase::After),
    ("setelahperubahan", Phase::After),
    ("semula", Phase::Before),
    ("menjadi", Phase::After),
    ("bertambah", Phase::Difference),
    ("berkurang", Phase::Difference),
    ("tambahkurang", Phase::Difference),
    ("selisih", Phase::Difference),
    ("sisa", Phase::Rest),
];
/// Words that name one where they are all that a header text says but for what it speaks of: `Pagu Sebelum`.
const AT_END: [(&str, Phase); 3] =
    [("sebelum", Phase::Before), ("sesudah", Phase::After), ("setelah", Phase::After)];

/// The side that the texts of a path name.
pub(super) fn phase<'a>(path: impl Iterator<Item = &'a str>) -> Option<Phase> {
    let letters = path.map(header_letters);
    letters.filter_map(|text| of_letters(&text)).last()
}

fn of_letters(text: &str) -> Option<Phase> {
    let named = NAMED.iter().find(|(word, phase)| {
        // `Sisa` is a word of its own; letters alone hold it in others.
        if *phase == Phase::Rest { text.starts_with(word) } else { text.contains(word) }
    });
    let ending = || {
        AT_END.iter().find(|(word, _)| {
            text.starts_with(word) && !text.starts_with("sebelumnya") || text.ends_with(word)
        })
    };
    named.or_else(ending).map(|(_, phase)| *phase)
}

/// Whether a text says nothing but a side: `Sebelum`, `Setelah Perubahan`.
pub(super) fn is_bare(text: &str) -> bool {
    let letters = header_letters(text);
    let rest = letters.strip_suffix("perubahan").unwrap_or(&letters);
    ["sebelum", "sesudah", "setelah", "semula", "menjadi", "murni"].contains(&rest)
}

/// What the plan before a change is called, at the end of a group's text, where another group says `Perubahan`.
const FIRST: [&str; 4] = ["murni", "induk", "awal", "semula"];

/// Whether the text of a group calls what stands below it the plan after a change: `Perubahan`, `APBD Perubahan`.
fn is_second(text: &str) -> bool {
    text.ends_with("perubahan") && !text.starts_with("keterangan")
}

/// The sides of several paths, where one group says `Murni` and another `Perubahan`, or where a group that says `Perubahan` stands against the same group without it: the one
/// is after, the other before the change.
pub(super) fn phases(paths: &[Vec<String>]) -> Vec<Option<Phase>> {
    let letters: Vec<Vec<String>> =
        paths.iter().map(|path| path.iter().map(|text| header_letters(text)).collect()).collect();
    let groups = |path: &[String]| path.split_last().map(|(_, groups)| groups.to_vec()).unwrap_or_default();
    let all: Vec<Vec<String>> = letters.iter().map(|path| groups(path)).collect();
    let is_first = |text: &str| FIRST.iter().any(|word| text.ends_with(word));
    let (first, second) =
        (all.iter().flatten().any(|text| is_first(text)), all.iter().flatten().any(|text| is_second(text)));
    let stands = |text: &str| all.iter().flatten().any(|group| group == text);
    let changed = |text: &str| text.contains("perubahan").then(|| text.replace("perubahan", ""));
    let mut found = Vec::with_capacity(paths.len());
    for (path, groups) in paths.iter().zip(&all) {
        let named = phase(path.iter().map(String::as_str));
        let by_pair = || {
            groups.iter().rev().find_map(|group| {
                if first && second && (is_first(group) || is_second(group)) {
                    return Some(if is_second(group) { Phase::After } else { Phase::Before });
                }
                if let Some(plain) = changed(group) {
                    return (!plain.is_empty() && stands(&plain)).then_some(Phase::After);
                }
                let mut others = all.iter().flatten().filter_map(|other| changed(other));
                (!group.is_empty() && others.any(|other| other == *group)).then_some(Phase::Before)
            })
        };
        found.push(named.or_else(by_pair));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_named_or_follow_from_a_pair_of_groups() {
        let path = |text: &str| text.split(" › ").map(str::to_owned).collect::<Vec<_>>();
        let paths = [
            path("Sebelum Perubahan › Target"),
            path("MENJADI › Pagu"),
            path("Bertambah/(Berkurang)"),
            path("Realisasi tahun sebelumnya"),
            path("Renja Tahun 2025 › Lokasi"),
            path("Renja Tahun 2025 Perubahan › Lokasi"),
            path("Keterangan Perubahan"),
            path("Pagu Sesudah"),
        ];
        let wanted = [
            Some(Phase::Before),
            Some(Phase::After),
            Some(Phase::Difference),
            None,
            Some(Phase::Before),
            Some(Phase::After),
            None,
            Some(Phase::After),
        ];
        assert_eq!(phases(&paths), wanted);
        assert_eq!(phases(&[path("Perubahan Rencana Tahun 2023 › Pagu")]), [None]);
        let pair = [path("APBD Murni › Pagu"), path("APBD Perubahan › Pagu"), path("Alasan Perubahan")];
        assert_eq!(phases(&pair), [Some(Phase::Before), Some(Phase::After), None]);
        assert_eq!(phases(&[path("Perubahan › Pagu"), path("Target › Tahun 2023")]), [None, None]);
        assert!(is_bare("SEBELUM") && is_bare("Setelah Perubahan") && !is_bare("Pagu Sebelum"));
    }
}
