//! The year of the merged plan: money of two years makes no sum.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::parts::{office, tables};
use crate::model::{Said, letters};

/// The years that most offices plan: one, or several that as many plan.
pub(super) struct Years(Vec<u16>);

impl Years {
    pub(super) fn of(sources: &[Source<'_>]) -> Self {
        let mut offices: BTreeMap<u16, BTreeSet<String>> = BTreeMap::new();
        for source in sources.iter().filter(|source| !tables(source.document).is_empty()) {
            if let Some(year) = source.document.about.year {
                offices.entry(year).or_default().insert(letters(&office(source)));
            }
        }
        let most = offices.values().map(BTreeSet::len).max().unwrap_or_default();
        let of_most = offices.into_iter().filter(|(_, offices)| offices.len() == most);
        Self(of_most.map(|(year, _)| year).collect())
    }

    /// Why a file of a year is left out, if it is.
    pub(super) fn refuse(&self, own: u16) -> Option<Said> {
        match self.0.as_slice() {
            [] => None,
            [year] if *year == own => None,
            [year] => Some(Said::new(
                format!(
                    "rencananya untuk tahun {own}, sedangkan kebanyakan PD untuk tahun {year}, jadi tidak ikut dijumlahkan; gabungkan bersama berkas tahun {own}, atau perbaiki tahun di judul tabelnya."
                ),
                format!(
                    "it plans the year {own} where most offices plan {year}, so it is in no sum; merge it with the files of {own}, or mend the year in the title of its table."
                ),
            )),
            several => Some(undecided(own, several)),
        }
    }
}

fn undecided(own: u16, years: &[u16]) -> Said {
    let listed = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Said::new(
        format!(
            "rencananya untuk tahun {own}, dan tidak ada tahun yang paling banyak direncanakan ({listed}), jadi tidak jelas rencana tahun mana yang dimaksud; gabungkan berkas satu tahun saja."
        ),
        format!(
            "it plans the year {own}, and no year is planned by most offices ({listed}), so it is not clear which plan is meant; merge the files of one year only."
        ),
    )
}
