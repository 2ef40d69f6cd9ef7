//! The year of the merged plan: money of two years makes no sum.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::chosen::tables;
use super::parts::office;
use crate::model::{Said, letters};

/// The year that most offices plan, the latest of several that as many plan; `None` where no file says its year.
pub(super) struct Years(Option<u16>);

impl Years {
    pub(super) fn of(sources: &[Source<'_>]) -> Self {
        let mut offices: BTreeMap<u16, BTreeSet<String>> = BTreeMap::new();
        for source in sources {
            let Some(year) = source.document.about.year else { continue };
            for (_, table) in tables(source.document) {
                offices.entry(year).or_default().insert(letters(&office(source, table)));
            }
        }
        let most = offices.into_iter().max_by_key(|(year, offices)| (offices.len(), *year));
        Self(most.map(|(year, _)| year))
    }

    /// Why a file of a year is left out, if it is.
    pub(super) fn refuse(&self, own: u16) -> Option<Said> {
        let year = self.0.filter(|year| *year != own)?;
        Some(Said::new(
            format!(
                "rencananya untuk tahun {own}, sedangkan gabungan ini untuk tahun {year} (yang paling banyak direncanakan; bila sama banyak, yang terakhir), jadi tidak ikut dijumlahkan; gabungkan bersama berkas tahun {own}, atau perbaiki tahun di judul tabelnya."
            ),
            format!(
                "it plans the year {own}, and what is merged plans {year} (which most offices plan; of several the latest), so it is in no sum; merge it with the files of {own}, or mend the year in the title of its table."
            ),
        ))
    }
}
