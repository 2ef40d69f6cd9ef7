//! Region, office and plan year, from titles and headers.

use std::collections::BTreeMap;

use super::offices::{labelled, may_be, named, within};
use super::regions::{line, region, region_at_end};
use super::titles::opens_table;
use crate::model::{About, Located, Place};

/// What titles and headers say of the document; the edition of the codification is not theirs to tell. A document whose
/// tables are of several offices is of none.
#[must_use]
pub fn about(located: &Located) -> About {
    let lines: Vec<String> = located.regions.iter().flat_map(|region| lines(&region.titles)).collect();
    let mut votes: BTreeMap<u16, usize> = BTreeMap::new();
    for year in located.regions.iter().flat_map(|found| found.years.iter().copied()) {
        *votes.entry(year).or_default() += 1;
    }
    let most = |(year, count): &(&u16, &usize)| (**count, std::cmp::Reverse(**year));
    let has_several = located.regions.iter().any(|region| region.office.is_some());
    let own = lines.iter().find_map(|text| region(text));
    let shared = || lines.iter().find_map(|text| region_at_end(&line(text))).map(|(_, name)| name);
    About {
        opd: office(&lines, own.is_some()).filter(|_| !has_several),
        region: own.or_else(shared),
        year: votes.iter().max_by_key(most).map(|(year, _)| *year),
        ..About::default()
    }
}

/// The title lines of a table: each cell, and the cells of a row that begins with a label as one.
pub(super) fn lines(titles: &[(Place, String)]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut row: Option<(&str, u32)> = None;
    let mut joined = String::new();
    for (place, text) in titles {
        let here = Some((&*place.sheet, place.at.row));
        if here == row {
            joined.push(' ');
            joined.push_str(text);
            // `Nama OPD` in one cell, `: Dinas Kesehatan` in the next.
            lines.push(joined.clone());
        } else {
            joined.clone_from(text);
            row = here;
        }
        lines.push(text.clone());
    }
    lines
}

/// The office that title lines name: behind a label; as a line of its own; within the title of the table or the plan;
/// or as the one line that is no other title. A region at the end of such a line is no part of the name, unless another
/// line names the region.
fn office(lines: &[String], has_region: bool) -> Option<String> {
    let bare = |name: String| match region_at_end(&name) {
        Some((start, _)) if !has_region => name.get(..start).unwrap_or(&name).trim().to_owned(),
        _ => name,
    };
    let within = |text: &String| {
        let name = within(text)?;
        let end = region_at_end(&name).map_or(name.len(), |(start, _)| start);
        name.get(..end).map(|name| name.trim().to_owned())
    };
    lines
        .iter()
        .find_map(|text| labelled(text))
        .or_else(|| lines.iter().find_map(|text| named(text)).map(bare))
        .or_else(|| lines.iter().find_map(within))
        .or_else(|| remaining(lines).map(bare))
}

/// The one line that may be the name of an office and is no other title.
fn remaining(lines: &[String]) -> Option<String> {
    let mut found = lines.iter().filter(|text| may_be(text) && region(text).is_none() && !opens_table(text));
    let first = found.next()?;
    found.all(|other| other == first).then(|| line(first))
}
