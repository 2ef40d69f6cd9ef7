//! What does not fit together: between files, and between rows.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::{Entry, Gathered, Piece, edition, usual};
use super::parts::{MONEY, Part, uncoded};
use super::{Conflict, Matter, Stated};
use crate::compare::tally::Amount;
use crate::model::{Kode, Role, Unit, indonesian, letters};

/// The column of places.
const PLACE: &str = "lokasi";

fn conflict(matter: Matter, stated: Vec<Stated>) -> Conflict {
    Conflict { matter, code: None, name: String::new(), stated }
}

/// Regions, editions, units, offices and printed totals.
pub(super) fn between_files(parts: &[Part<'_>]) -> Vec<Conflict> {
    let region = |part: &Part<'_>| part.document.about.region.clone();
    let usual_region = usual(parts.iter().filter_map(region));
    let edition = edition(parts);
    let mut found = Vec::new();
    for part in parts {
        let about = &part.document.about;
        let mut tell = |matter, text: String| found.push(conflict(matter, vec![part.stated_of_file(text)]));
        if let Some(own) = region(part)
            && usual_region.as_deref().map(letters) != Some(letters(&own))
        {
            tell(Matter::OtherRegion, own);
        }
        if let Some(own) = about.codification.filter(|own| Some(*own) != edition) {
            tell(Matter::OtherEdition, own.name().to_owned());
        }
        let units = MONEY.map(|column| part.table.unit_of(column));
        if let Some(unit) = units.into_iter().find(|unit| *unit != Unit::Rupiah) {
            tell(Matter::OtherUnit, unit.name().to_owned());
        }
        if !part.names_offices() {
            tell(Matter::NoOffice, String::new());
        }
        let sum = part.sum(MONEY[0]);
        if let (Some(printed), Some(made)) = (part.printed_total(), sum.sum)
            && (printed != made && sum.lacking == 0)
        {
            let shown = |number| indonesian(number, None, true);
            tell(Matter::PrintedTotal, format!("{} ≠ {}", shown(printed), shown(made)));
        }
    }
    found
}

/// Open amounts, rows without a code, the same thing twice, one code with several names.
pub(super) fn between_rows(parts: &[Part<'_>], gathered: &Gathered) -> Vec<Conflict> {
    let rows = Rows { parts, gathered };
    let mut found = rows.open();
    found.extend(rows.uncoded());
    found.extend(rows.alone());
    found.extend(rows.names());
    found.extend(rows.twice());
    found
}

struct Rows<'a> {
    parts: &'a [Part<'a>],
    gathered: &'a Gathered,
}

impl Rows<'_> {
    fn stated(&self, piece: Piece, column: &str, text: String) -> Option<Stated> {
        let stated = self.parts.get(piece.part)?.stated(piece.row, column, text);
        Some(Stated { row: self.gathered.home.get(&piece).copied(), ..stated })
    }

    fn about(&self, matter: Matter, code: Option<&Kode>, pieces: &[Piece], column: &str) -> Conflict {
        let name = pieces.first().and_then(|piece| Some(self.parts.get(piece.part)?.name(piece.row)));
        let stated = pieces.iter().filter_map(|piece| {
            let said = self.parts.get(piece.part)?.text(piece.row, column).to_owned();
            self.stated(*piece, column, said)
        });
        let stated = stated.collect();
        Conflict { matter, code: code.cloned(), name: name.unwrap_or_default().to_owned(), stated }
    }

    fn open(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            for column in MONEY {
                let open = part.counted(column).into_iter().filter(|(_, amount)| *amount == Amount::Open);
                found.extend(open.map(|(row, _)| {
                    self.about(Matter::OpenAmount, part.code(row), &[Piece { part: index, row }], column)
                }));
            }
        }
        found
    }

    fn uncoded(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            for row in uncoded(part.table) {
                let columns = part.table.columns.iter().filter(|column| column.role != Role::Ordinal);
                let texts: Vec<&str> =
                    columns.map(|column| part.text(row, column.id)).filter(|text| !text.is_empty()).collect();
                let name = part.table.columns.iter().find(|column| column.role == Role::Name);
                let at = name.map_or("", |column| column.id);
                let stated = self.stated(Piece { part: index, row }, at, texts.join(" | "));
                let name = part.name(row).to_owned();
                let stated = stated.into_iter().collect();
                found.push(Conflict { matter: Matter::NoCode, code: None, name, stated });
            }
        }
        found
    }

    fn alone(&self) -> Vec<Conflict> {
        let alone = self.gathered.alone.iter().filter_map(|piece| {
            let code = self.parts.get(piece.part)?.code(piece.row);
            Some(self.about(Matter::AmountAbove, code, &[*piece], MONEY[0]))
        });
        alone.collect()
    }

    /// Codes that bear more than one name; torn words, capitals and punctuation make no other name.
    fn names(&self) -> Vec<Conflict> {
        let mut by_code: BTreeMap<&Kode, BTreeMap<String, Vec<Piece>>> = BTreeMap::new();
        for piece in self.gathered.home.keys() {
            let Some(part) = self.parts.get(piece.part) else { continue };
            let (Some(code), name) = (part.code(piece.row), letters(part.name(piece.row))) else { continue };
            if !name.is_empty() {
                by_code.entry(code).or_default().entry(name).or_default().push(*piece);
            }
        }
        let several = by_code.into_iter().filter(|(_, names)| names.len() > 1);
        let told = several.map(|(code, names)| {
            let pieces: Vec<Piece> = names.into_values().flatten().collect();
            let column = self.name_column();
            self.about(Matter::OtherName, Some(code), &pieces, column)
        });
        told.collect()
    }

    fn name_column(&self) -> &'static str {
        let columns = self.parts.first().map(|part| part.table.columns.iter());
        columns.and_then(|mut all| all.find(|column| column.role == Role::Name)).map_or("", |found| found.id)
    }

    /// Rows of the lowest level that stand more than once.
    fn twice(&self) -> Vec<Conflict> {
        let mut by_code: BTreeMap<&Kode, Vec<Piece>> = BTreeMap::new();
        for entry in &self.gathered.entries {
            if let Entry::Leaf(code, piece) = entry {
                by_code.entry(code).or_default().push(*piece);
            }
        }
        let mut found = Vec::new();
        for (code, pieces) in by_code.iter().filter(|(_, pieces)| pieces.len() > 1) {
            found.extend(self.within_files(code, pieces));
            let sent_twice = self.sent_twice(code, pieces);
            let (own, other) = self.between_offices(code, pieces);
            found.extend(sent_twice);
            found.extend(own);
            found.extend(other);
        }
        found
    }

    /// The conflicts of pieces that stand at one place of one office and unit twice in one file.
    fn within_files(&self, code: &Kode, pieces: &[Piece]) -> Vec<Conflict> {
        let mut by_file: BTreeMap<(usize, String, String), Vec<Piece>> = BTreeMap::new();
        for piece in pieces {
            let key = (piece.part, self.home(*piece), self.place(*piece));
            by_file.entry(key).or_default().push(*piece);
        }
        let several = by_file.values().filter(|pieces| pieces.len() > 1);
        several.map(|pieces| self.about(Matter::Repeated, Some(code), pieces, PLACE)).collect()
    }

    /// One office in several files.
    fn sent_twice(&self, code: &Kode, pieces: &[Piece]) -> Vec<Conflict> {
        let mut by_office: BTreeMap<String, Vec<Piece>> = BTreeMap::new();
        for piece in pieces {
            by_office.entry(self.office(*piece)).or_default().push(*piece);
        }
        let files = |pieces: &[Piece]| pieces.iter().map(|piece| piece.part).collect::<BTreeSet<_>>().len();
        let several = by_office.values().filter(|pieces| files(pieces) > 1);
        several.map(|pieces| self.about(Matter::SameOffice, Some(code), pieces, PLACE)).collect()
    }

    /// Several offices at one place; and several that name none.
    fn between_offices(&self, code: &Kode, pieces: &[Piece]) -> (Vec<Conflict>, Option<Conflict>) {
        let support = code.parts().nth(2) == Some("01");
        let mut by_place: BTreeMap<String, Vec<Piece>> = BTreeMap::new();
        for piece in pieces {
            by_place.entry(self.place(*piece)).or_default().push(*piece);
        }
        let offices =
            |pieces: &[Piece]| pieces.iter().map(|piece| self.office(*piece)).collect::<BTreeSet<_>>().len();
        let unsaid = by_place.remove("").filter(|pieces| offices(pieces) > 1);
        let several = by_place.values().filter(|pieces| offices(pieces) > 1);
        let matter = if support { Matter::Support } else { Matter::SamePlace };
        let told = several.map(|pieces| self.about(matter, Some(code), pieces, PLACE)).collect();
        let matter = if support { Matter::Support } else { Matter::PlaceUnsaid };
        (told, unsaid.map(|pieces| self.about(matter, Some(code), &pieces, PLACE)))
    }

    fn place(&self, piece: Piece) -> String {
        self.parts.get(piece.part).map(|part| letters(part.text(piece.row, PLACE))).unwrap_or_default()
    }

    fn home(&self, piece: Piece) -> String {
        self.parts.get(piece.part).map(|part| letters(&part.home_of(piece.row))).unwrap_or_default()
    }

    fn office(&self, piece: Piece) -> String {
        self.parts.get(piece.part).map(|part| letters(part.office_of(piece.row))).unwrap_or_default()
    }
}
