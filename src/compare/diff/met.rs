//! The rows of a change: each with its line in the version before and in the one after.

use super::dropped;
use super::lines::Line;
use super::pair::Pairs;

/// One of the two versions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Before,
    After,
}

/// A row of the change: its line in either version.
pub(super) struct Met<'a> {
    pub(super) before: Option<&'a Line<'a>>,
    pub(super) after: Option<&'a Line<'a>>,
}

impl<'a> Met<'a> {
    pub(super) fn line(&self, time: Time) -> Option<&'a Line<'a>> {
        if time == Time::Before { self.before } else { self.after }
    }

    /// The line that says what the row is: the new one where there is one.
    pub(super) fn shown(&self) -> Option<&'a Line<'a>> {
        self.after.or(self.before)
    }
}

/// The rows in the order of the new version, dropped ones after the row that they followed.
pub(super) fn met<'a>(before: &'a [Line<'a>], after: &'a [Line<'a>], pairs: &Pairs) -> Vec<Met<'a>> {
    let dropped = dropped(before, pairs);
    let gone = |anchor: Option<usize>| {
        let here = dropped.iter().filter(move |(after, _)| *after == anchor);
        here.map(|(_, index)| Met { before: before.get(*index), after: None })
    };
    let mut met: Vec<Met<'a>> = gone(None).collect();
    for (index, line) in after.iter().enumerate() {
        let old = pairs.old_of(index).and_then(|old| before.get(old));
        met.push(Met { before: old, after: Some(line) });
        met.extend(gone(Some(index)));
    }
    met
}
