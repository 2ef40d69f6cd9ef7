//! Which edition of the codification a document follows: what its codes, its names and its plan year say together.

use std::collections::BTreeMap;

use super::candidate::Evidence;
use super::costs;
use crate::codification::{
    FIRST_OF_2023, LAST_OF_2006, LAST_OF_2019, LAST_OF_2021, codification, editions_beside,
};
use crate::model::{Edition, EditionEvidence, EditionGround, Said, Tingkat};

/// The edition of a document with what says so.
pub(super) struct Followed {
    pub(super) edition: Option<Edition>,
    /// Whether another edition explains the document as well.
    pub(super) is_either: bool,
    pub(super) ground: Option<EditionGround>,
}

/// The edition that most names and codes are found in. Where several explain them, the plan year tells. Plans until 2020
/// follow the edition of 2006, unless most of their rows print codes of a later one beside the very names of these.
pub(super) fn followed(rows: &[&Evidence], year: Option<u16>) -> Followed {
    if follows_2006(rows, year) {
        return Followed {
            edition: Some(Edition::Y2006),
            is_either: false,
            ground: Some(ground(rows, Edition::Y2006, year)),
        };
    }
    let votes: BTreeMap<Edition, usize> =
        candidates(rows, year).into_iter().map(|edition| (edition, votes(rows, edition))).collect();
    let by_year = year.and_then(edition_of_year);
    let preference =
        |edition: Edition| (by_year == Some(edition), matches!(edition, Edition::Y2021 | Edition::Added(_)));
    let best = votes.iter().max_by_key(|(edition, count)| (**count, preference(**edition)));
    let Some((edition, count)) = best.filter(|(_, count)| **count > 0) else {
        return Followed { edition: None, is_either: false, ground: None };
    };
    let other_digits = |other: &Edition| other.sub_digits() != edition.sub_digits();
    let tied = votes.iter().any(|(other, votes)| other_digits(other) && votes == count);
    Followed {
        edition: Some(*edition),
        is_either: tied && by_year.is_none(),
        ground: Some(ground(rows, *edition, year)),
    }
}

/// The one edition that a plan of a year follows, where its year tells.
const fn edition_of_year(year: u16) -> Option<Edition> {
    match year {
        ..=LAST_OF_2021 => Some(Edition::Y2021),
        FIRST_OF_2023.. => Some(Edition::Y2023),
        _ => None,
    }
}

/// The editions of today's grammar that are looked into. That of 2019 holds for plans of 2021; without a year it is one
/// where the edition of 2021 knows a printed code by another name.
fn candidates(rows: &[&Evidence], year: Option<u16>) -> Vec<Edition> {
    let mut editions = editions_beside(None);
    let has_unknown = || rows.iter().any(|row| is_renamed(row));
    if year.is_some_and(|year| (LAST_OF_2006..=LAST_OF_2019).contains(&year))
        || year.is_none() && has_unknown()
    {
        editions.insert(0, Edition::Y2019);
    }
    editions
}

/// Whether a row prints a code of two-digit sub kegiatan beside a name that the edition of 2021 gives to none.
fn is_renamed(row: &Evidence) -> bool {
    let is_old = row.clean.as_ref().is_some_and(|code| code.parts().nth(5).is_some_and(|sub| sub.len() == 2));
    is_old && editions_beside(None).iter().all(|edition| !codification(*edition).has_letters(&row.letters))
}

/// How many names an edition has, and how many printed codes end as its do: two or four digits of a sub kegiatan.
fn votes(rows: &[&Evidence], edition: Edition) -> usize {
    let vote = |row: &&Evidence| {
        let named = codification(edition).has_letters(&row.letters);
        usize::from(named) + if is_printed(row, edition) { costs::CODE_OF_EDITION } else { 0 }
    };
    rows.iter().map(vote).sum()
}

/// Whether the printed digits end as the edition's code of the row's name does, and no edition of more digits has one
/// that ends so too.
fn is_printed(row: &Evidence, edition: Edition) -> bool {
    if let Some(sub) = row.clean.as_ref().and_then(|code| code.parts().nth(5)) {
        return sub.len() == edition.sub_digits();
    }
    let digits: String = row.shown.chars().filter(char::is_ascii_digit).collect();
    let ends = |edition: Edition| {
        let named = codification(edition).by_letters(&row.letters).into_iter();
        let mut subs = named.filter_map(|entry| entry.kode.parts().nth(5));
        // A number of two digits without a zero before it may have lost two.
        subs.any(|sub| sub.starts_with('0') && digits.ends_with(sub) && digits.len() > sub.len())
    };
    ends(edition) && (edition.sub_digits() == 4 || !ends(Edition::Y2023))
}

/// Whether the document follows the edition of 2006.
fn follows_2006(rows: &[&Evidence], year: Option<u16>) -> bool {
    let proven = || rows.iter().filter(|row| is_of_today(row)).count();
    if year.is_some_and(|year| year <= LAST_OF_2006) {
        let coded = rows.iter().filter(|row| !row.printed.is_empty()).count();
        return !rows.is_empty() && proven() * 2 <= coded;
    }
    // Other plans follow it only where their rows say so: few of its names are official today.
    let worded = || rows.iter().filter(|row| row.letters.len() >= costs::LETTERS_OF_EDITION);
    let named = |editions: &[Edition]| {
        let knows = |row: &&&Evidence| {
            editions.iter().any(|edition| codification(*edition).has_letters(&row.letters))
        };
        worded().filter(knows).count()
    };
    let today = named(&editions_beside(None));
    worded().count() >= costs::ROWS_OF_2006
        && today * 2 < worded().count()
        && named(&[Edition::Y2006]) > today
        && proven() == 0
}

/// Whether an edition of today has the row's code, a kegiatan's or a sub kegiatan's, under the row's name.
fn is_of_today(row: &Evidence) -> bool {
    let Some(code) = row.clean.as_ref().filter(|code| code.tingkat() > Tingkat::Program) else {
        return false;
    };
    let mut editions = editions_beside(None);
    editions.push(Edition::Y2019);
    let named = |edition: &Edition| {
        codification(*edition).by_letters(&row.letters).iter().any(|entry| {
            entry.kode == *code || code.ancestor(2).is_some_and(|bidang| entry.kode_in(&bidang) == *code)
        })
    };
    editions.iter().any(named)
}

/// What says that a document follows an edition.
fn ground(rows: &[&Evidence], edition: Edition, year: Option<u16>) -> EditionGround {
    let table = codification(edition);
    let printed =
        rows.iter().filter(|row| row.clean.is_some() || edition.is_legacy() && !row.printed.is_empty());
    let all = printed.clone().count();
    let known = |row: &&&Evidence| match &row.clean {
        Some(code) if !edition.is_legacy() => !table.by_code(code).is_empty(),
        _ => table.has_letters(&row.letters),
    };
    let codes = printed.filter(known).count();
    let names = rows.iter().filter(|row| table.has_letters(&row.letters)).count();
    let name = edition.name();
    let (kind, count, indonesian, english) = if codes > 0 {
        (
            EditionEvidence::Codes,
            codes,
            format!("{codes} dari {all} kode adalah kode edisi {name}"),
            format!("{codes} of {all} codes are those of {name}"),
        )
    } else if names > 0 {
        (
            EditionEvidence::Names,
            names,
            format!("{names} nama adalah nama edisi {name}"),
            format!("{names} names are those of {name}"),
        )
    } else {
        (
            EditionEvidence::Year,
            0,
            "tanpa kode dan nama resmi".to_owned(),
            "no official code or name".to_owned(),
        )
    };
    let text = match year {
        Some(year) => {
            Said::new(format!("{indonesian}; tahun rencana {year}"), format!("{english}; plan year {year}"))
        }
        None => Said::new(indonesian, english),
    };
    EditionGround { kind, count, text }
}
