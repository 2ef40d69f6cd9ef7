//! Region, office and plan year, from titles and headers.

use std::collections::BTreeMap;

use super::titles::{office, region};
use crate::model::{About, Located};

/// What titles and headers say of the document; the edition of the codification is not theirs to tell.
#[must_use]
pub fn about(located: &Located) -> About {
    let titles =
        || located.regions.iter().flat_map(|found| found.titles.iter()).map(|(_, text)| text.as_str());
    let mut votes: BTreeMap<u16, usize> = BTreeMap::new();
    for year in located.regions.iter().flat_map(|found| found.years.iter().copied()) {
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
