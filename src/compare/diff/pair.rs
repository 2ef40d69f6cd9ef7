//! Which row of the new version is which of the old one. The surest keys come first; what more than one reading
//! fits is left apart.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;
use super::mapped::Map;
use crate::model::{Kode, Tingkat};

/// The rows that met.
pub(super) struct Pairs {
    new_of: Vec<Option<usize>>,
    old_of: Vec<Option<usize>>,
    elsewhere: BTreeMap<usize, Kode>,
    renumbered: BTreeSet<usize>,
}

impl Pairs {
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.new_of.get(old).copied().flatten()
    }

    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.old_of.get(new).copied().flatten()
    }

    /// The code at which the other version has the name of a row that met by its code alone.
    pub(super) fn elsewhere(&self, new: usize) -> Option<&Kode> {
        self.elsewhere.get(&new)
    }

    /// Whether a row met by the number that its code has in the other edition of the codification.
    pub(super) fn is_renumbered(&self, new: usize) -> bool {
        self.renumbered.contains(&new)
    }

    fn meet(&mut self, old: usize, new: usize) {
        if let (Some(after), Some(before)) = (self.new_of.get_mut(old), self.old_of.get_mut(new)) {
            *after = Some(new);
            *before = Some(old);
        }
    }

    fn open<'a>(met: &[Option<usize>], lines: &'a [Line<'a>]) -> Vec<(usize, &'a Line<'a>)> {
        lines.iter().enumerate().filter(|(index, _)| met.get(*index) == Some(&None)).collect()
    }
}

/// Pairs rows by code and name, then by either alone where it is the only possible reading.
pub(super) fn pairs(old: &[Line<'_>], new: &[Line<'_>], map: &Map) -> Pairs {
    let mut pairs = Pairs {
        new_of: vec![None; old.len()],
        old_of: vec![None; new.len()],
        elsewhere: BTreeMap::new(),
        renumbered: BTreeSet::new(),
    };
    let code = |line: &Line<'_>| line.row.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let whole =
        |line: &Line<'_>| Some((code(line), line.context.clone(), line.name.clone(), line.place.clone()));
    in_turn(&mut pairs, old, new, &whole);
    let named = |line: &Line<'_>| Some((code(line), line.context.clone(), line.name.clone()));
    in_turn(&mut pairs, old, new, &named);
    renumbered(&mut pairs, old, new, map);
    renamed(&mut pairs, old, new, map, true);
    moved(&mut pairs, old, new);
    renamed(&mut pairs, old, new, map, false);
    pairs
}

/// Rows of equal keys meet in their order.
fn in_turn<K: Ord>(
    pairs: &mut Pairs,
    old: &[Line<'_>],
    new: &[Line<'_>],
    key: &dyn Fn(&Line<'_>) -> Option<K>,
) {
    let mut waiting: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (index, line) in Pairs::open(&pairs.new_of, old).into_iter().rev() {
        if let Some(key) = key(line) {
            waiting.entry(key).or_default().push(index);
        }
    }
    for (index, line) in Pairs::open(&pairs.old_of, new) {
        if let Some(before) = key(line).and_then(|key| waiting.get_mut(&key)).and_then(Vec::pop) {
            pairs.meet(before, index);
        }
    }
}

/// Codes that became other codes in the edition of the new version.
fn renumbered(pairs: &mut Pairs, old: &[Line<'_>], new: &[Line<'_>], map: &Map) {
    let open = Pairs::open(&pairs.old_of, new);
    let by_code = single(open.iter().filter_map(|(index, line)| Some((line.row.code.as_ref()?, *index))));
    let mut met = Vec::new();
    for (before, line) in Pairs::open(&pairs.new_of, old) {
        let later = map.row(line).and_then(|mapped| mapped.new.as_ref());
        met.extend(later.and_then(|code| by_code.get(code)).map(|after| (before, *after)));
    }
    let twice = |after: usize| met.iter().filter(|(_, other)| *other == after).count() > 1;
    for (before, after) in met.iter().filter(|(_, after)| !twice(*after)) {
        pairs.meet(*before, *after);
        if old.get(*before).is_some_and(|line| map.is_other_number(line)) {
            pairs.renumbered.insert(*after);
        }
    }
}

/// One code, two names. While `only`, rows whose name the other version has at another code wait. A number that may mean
/// something else in the edition of the new version is no sign that two rows are one.
fn renamed(pairs: &mut Pairs, old: &[Line<'_>], new: &[Line<'_>], map: &Map, only: bool) {
    let (mut before, after) = (Pairs::open(&pairs.new_of, old), Pairs::open(&pairs.old_of, new));
    before.retain(|(_, line)| !map.is_other_number(line));
    let coded = |lines: &[(usize, &Line<'_>)]| -> BTreeMap<Kode, usize> {
        single(lines.iter().filter_map(|(index, line)| Some((line.row.code.clone()?, *index))))
    };
    let (first, second) = (coded(&before), coded(&after));
    let place = |lines: &[(usize, &Line<'_>)], name: &str, but: &Kode| -> Option<Kode> {
        let at = lines.iter().find(|(_, line)| line.name == name && line.row.code.as_ref() != Some(but));
        at.and_then(|(_, line)| line.row.code.clone()).filter(|_| !name.is_empty())
    };
    for (code, index) in &first {
        let Some(later) = second.get(code) else { continue };
        let (Some(from), Some(to)) = (old.get(*index), new.get(*later)) else { continue };
        let elsewhere = place(&after, &from.name, code).or_else(|| place(&before, &to.name, code));
        if only && elsewhere.is_some() {
            continue;
        }
        if let Some(other) = elsewhere {
            pairs.elsewhere.insert(*later, other);
        }
        pairs.meet(*index, *later);
    }
}

/// One name, another code or another kegiatan above: only where neither name nor code could mean anything else.
fn moved(pairs: &mut Pairs, old: &[Line<'_>], new: &[Line<'_>]) {
    let (before, after) = (Pairs::open(&pairs.new_of, old), Pairs::open(&pairs.old_of, new));
    let named = |lines: &[(usize, &Line<'_>)]| -> BTreeMap<(Option<Tingkat>, String), usize> {
        let keys = lines.iter().filter(|(_, line)| !line.name.is_empty());
        single(keys.map(|(index, line)| ((line.row.level, line.name.clone()), *index)))
    };
    let codes = |lines: &[(usize, &Line<'_>)]| -> BTreeSet<Kode> {
        lines.iter().filter_map(|(_, line)| line.row.code.clone()).collect()
    };
    let (old_codes, new_codes) = (codes(&before), codes(&after));
    let second = named(&after);
    for (key, index) in named(&before) {
        let Some(later) = second.get(&key) else { continue };
        let (Some(from), Some(to)) = (old.get(index), new.get(*later)) else { continue };
        let rival = from.row.code.as_ref().is_some_and(|code| new_codes.contains(code))
            || to.row.code.as_ref().is_some_and(|code| old_codes.contains(code));
        if !rival {
            pairs.meet(index, *later);
        }
    }
}

/// The keys that stand once only.
fn single<K: Ord>(keys: impl Iterator<Item = (K, usize)>) -> BTreeMap<K, usize> {
    let mut found: BTreeMap<K, Option<usize>> = BTreeMap::new();
    for (key, index) in keys {
        found.entry(key).and_modify(|place| *place = None).or_insert(Some(index));
    }
    found.into_iter().filter_map(|(key, place)| Some((key, place?))).collect()
}
