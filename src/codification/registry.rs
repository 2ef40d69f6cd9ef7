//! The editions of the codification: those that are built in, and one that a person added.

use std::sync::OnceLock;

use super::added::added;
use super::built;
use super::table::Codification;
use crate::model::Edition;

/// The table of an edition.
#[must_use]
pub fn codification(edition: Edition) -> &'static Codification {
    static Y2006: OnceLock<Codification> = OnceLock::new();
    static Y2019: OnceLock<Codification> = OnceLock::new();
    static Y2021: OnceLock<Codification> = OnceLock::new();
    static Y2023: OnceLock<Codification> = OnceLock::new();
    let (table, built) = match edition {
        Edition::Y2006 => (&Y2006, &built::Y2006),
        Edition::Y2019 => (&Y2019, &built::Y2019),
        Edition::Y2021 => (&Y2021, &built::Y2021),
        Edition::Y2023 => (&Y2023, &built::Y2023),
        // Only the reader of an added table makes such an edition, so there is one.
        Edition::Added(_) => {
            return added().map_or_else(|| codification(Edition::Y2023), |(_, table)| table);
        }
    };
    table.get_or_init(|| Codification::built(built, edition))
}

/// Whether a person added an edition: what is built in then is not all.
pub(super) fn has_added() -> bool {
    added().is_some()
}

/// The editions in which a document's codes and names may be looked up: its own, and for an edition of today the others
/// of today. Without an edition those that most documents follow. The oldest first.
#[must_use]
pub fn editions_beside(edition: Option<Edition>) -> Vec<Edition> {
    match edition {
        Some(Edition::Y2006) => vec![Edition::Y2006],
        Some(Edition::Y2019) => vec![Edition::Y2019, Edition::Y2021],
        _ => {
            [Edition::Y2021, Edition::Y2023].into_iter().chain(added().map(|(edition, _)| edition)).collect()
        }
    }
}

/// The last plan year that follows Permendagri 13/2006: Permendagri 90/2019 holds from the plans for 2021 on.
pub const LAST_OF_2006: u16 = 2020;
/// The last plan years for which the edition of 2019, and that of 2021, is likelier than a later one, and the first that is
/// bound to the edition of 2023: Kepmendagri 900.1.15.5-1317/2023 came too late for plans of 2023.
pub const LAST_OF_2019: u16 = 2021;
/// See [`LAST_OF_2019`].
pub const LAST_OF_2021: u16 = 2023;
/// See [`LAST_OF_2019`].
pub const FIRST_OF_2023: u16 = 2025;

/// The editions that a plan of a year may follow, the oldest first; without a year any.
#[must_use]
pub fn editions_of_year(year: Option<u16>) -> Vec<Edition> {
    let mut editions = match year {
        Some(..=LAST_OF_2006) => return vec![Edition::Y2006],
        Some(..=LAST_OF_2019) => vec![Edition::Y2019, Edition::Y2021, Edition::Y2023],
        Some(_) => vec![Edition::Y2021, Edition::Y2023],
        None => vec![Edition::Y2006, Edition::Y2021, Edition::Y2023],
    };
    editions.extend(added().map(|(edition, _)| edition));
    editions
}

/// Every edition that there is, the oldest first and an added one last.
#[must_use]
pub fn editions() -> Vec<Edition> {
    Edition::ALL.into_iter().chain(added().map(|(edition, _)| edition)).collect()
}

/// The edition of a name.
#[must_use]
pub fn edition_named(name: &str) -> Option<Edition> {
    editions().into_iter().find(|edition| edition.name() == name)
}
