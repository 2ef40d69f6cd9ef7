//! Region, office and plan year, from titles and headers.

use std::collections::BTreeMap;

use super::titles::{office, plan_years, region};
use crate::model::{About, Located, Region};

/// What titles and headers say of the document; the edition of the codification is not theirs to tell.
#[must_use]
pub fn about(located: &Located) -> About {
    let titles =
        || located.regions.iter().flat_map(|found| found.titles.iter()).map(|(_, text)| text.as_str());
    let mut votes: BTreeMap<u16, usize> = BTreeMap::new();
    for year in located.regions.iter().flat_map(years) {
        *votes.entry(year).or_default() += 1;
    }
    let most = |(year, count): &(&u16, &usize)| (**count, std::cmp::Reverse(**year));
    About {
        region: titles().find_map(region),
        opd: titles().find_map(office),
        year: votes.iter().max_by_key(most).map(|(year, _)| *year),
        ..About::default()
    }
}

fn years(region: &Region) -> Vec<u16> {
    let titles = region.titles.iter().flat_map(|(_, text)| plan_years(text, region.form.title));
    let header = region.header.iter().flat_map(|(_, column, text)| {
        column.header.last().map(|wording| plan_years(text, wording)).unwrap_or_default()
    });
    titles.chain(header).collect()
}
