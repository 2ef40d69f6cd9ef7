//! What proves that a cell slid: a law that holds with the move and not without, what the header says of it, or the
//! cells that slid with it.

use std::collections::BTreeMap;

use super::pieces::Piece;
use crate::codification::is_published_by;
use crate::document::evidence;
use crate::document::evidence::header::{belongs, contradicts, suits};
use crate::forms::{Law, Spot, last_heading};
use crate::model::{Grade, Joint, Place, Proof, RawTable, Role, Table, letters};
use crate::solve::placing::{Values, first_number};
use crate::value::number;

/// Why a piece is believed to have slid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// A law holds with it and not without.
    Law(Proof),
    /// It cannot stand where it is printed, and can only stand where it was put.
    Header(Proof),
    /// It completes the text that it was put behind.
    Rest(Proof),
    /// The cells beside it, or those above and below, slid as far.
    Together,
}

/// The grounds of every moved piece of a table.
pub(super) struct Grounds<'a> {
    pub(super) raw: &'a RawTable,
    pub(super) by_place: BTreeMap<(usize, Place), Ground>,
}

impl<'a> Grounds<'a> {
    /// Of the pieces of rows, those that a law, the header or the text before them gives. What slid with others has none yet.
    pub(super) fn of(
        raw: &'a RawTable,
        table: &Table,
        laws: &[Law],
        values: &Values,
        rows: &[Vec<Piece>],
    ) -> Self {
        let mut grounds = Self { raw, by_place: BTreeMap::new() };
        let texts = texts(raw);
        for row in rows {
            for group in groups(row) {
                grounds.by_law(table, laws, values, row, &group);
            }
            for (index, piece) in row.iter().enumerate().filter(|(_, piece)| piece.is_moved()) {
                let found = grounds.by_header(row, index).or_else(|| grounds.as_rest(row, index, &texts));
                if let Some(ground) = found {
                    grounds.by_place.entry(key(piece)).or_insert(ground);
                }
            }
        }
        grounds
    }

    /// The ground of a piece.
    pub(super) fn get(&self, piece: &Piece) -> Option<&Ground> {
        self.by_place.get(&key(piece))
    }

    /// The pieces of a row that nothing proves, or too weakly, with all that moved with them.
    pub(super) fn unproven(&self, row: &[Piece], weakest: Grade) -> Vec<Piece> {
        let weak = |group: &Vec<usize>| {
            let pieces = || group.iter().filter_map(|index| row.get(*index));
            let proven = pieces().any(|piece| matches!(self.get(piece), Some(Ground::Law(..))));
            pieces().any(|piece| self.get(piece).is_none()) || weakest < Grade::B && !proven
        };
        groups(row).into_iter().filter(weak).flatten().filter_map(|index| row.get(index).cloned()).collect()
    }

    /// Laws that hold with the pieces of a group where they were put, and not where they are printed.
    fn by_law(&mut self, table: &Table, laws: &[Law], values: &Values, row: &[Piece], group: &[usize]) {
        let pieces: Vec<&Piece> = group.iter().filter_map(|index| row.get(*index)).collect();
        let number = |piece: &&Piece| first_number(table.columns.get(piece.to)?, &piece.text);
        let put = |spot: Spot| values.get(spot);
        let printed = |spot: Spot| {
            let here = |piece: &&&Piece| piece.row == spot.row && piece.below == Some(spot.column);
            if let Some(piece) = pieces.iter().find(here) {
                return number(piece);
            }
            let gone = pieces.iter().any(|piece| piece.row == spot.row && piece.to == spot.column);
            if gone { None } else { values.get(spot) }
        };
        let spots = |column: &dyn Fn(&Piece) -> Option<usize>| -> Vec<Spot> {
            let of = |piece: &&Piece| column(piece).map(|column| Spot { row: piece.row, column });
            pieces.iter().filter_map(of).collect()
        };
        let arrived = spots(&|piece| Some(piece.to));
        let mut concerned = arrived.clone();
        concerned.extend(spots(&|piece| piece.below));
        let (with, without) =
            (values.verdict(laws, &concerned, &put), values.verdict(laws, &concerned, &printed));
        if !with.is_better_than(without) {
            return;
        }
        for (piece, spot) in pieces.iter().zip(&arrived) {
            let through = values.through(*spot).filter_map(|index| laws.get(index));
            let telling = through.filter(|law| {
                values.holds(law, &put) == Some(true) && values.holds(law, &printed) != Some(true)
            });
            if let Some(law) = telling.min_by_key(|law| law.terms.len()) {
                let ground = Ground::Law(evidence::law::holding(law, &put));
                self.by_place.insert(key(piece), ground);
            }
        }
    }

    /// Whether the header says that a piece slid: it contradicts the column that it is printed below, or belongs to
    /// another, and between its neighbours no other free column suits it.
    fn by_header(&self, row: &[Piece], index: usize) -> Option<Ground> {
        let piece = row.get(index)?;
        let columns = &self.raw.columns;
        let (to, below) = (columns.get(piece.to)?, piece.below.and_then(|below| columns.get(below)));
        let at_home = belongs(to, &piece.text);
        let crowded = below.is_some_and(|below| below.role != Role::Code)
            && row
                .iter()
                .enumerate()
                .any(|(other, next)| other != index && next.is_beside(piece) && next.below == piece.below);
        let cannot_stay = below.is_none_or(|below| {
            crowded || contradicts(below, &piece.text) || at_home && !belongs(below, &piece.text)
        });
        let alone = !piece.shared || to.role == Role::Code;
        if !(cannot_stay && alone && suits(to, &piece.text)) {
            return None;
        }
        if self.has_rival(row, index, at_home) {
            return None;
        }
        let origin = below.map_or_else(
            || format!("+{}", crate::model::column_letters(piece.at().column)),
            |below| last_heading(below),
        );
        let text: String = piece.text.chars().take(60).collect();
        Some(Ground::Header(evidence::place::belongs_below(&text, &origin, to)))
    }

    /// Whether a piece stands beyond one of its neighbours, or another free column between them suits it.
    fn has_rival(&self, row: &[Piece], index: usize, at_home: bool) -> bool {
        let Some(piece) = row.get(index) else { return true };
        let goal = piece.rank(piece.to);
        let beside = |other: &&Piece| other.is_beside(piece);
        let rank = |other: &Piece| piece.rank(other.to);
        let left = row.iter().take(index).rev().find(beside).map(rank);
        let right = row.iter().skip(index + 1).find(beside).map(rank);
        if left.is_some_and(|left| left > goal) || right.is_some_and(|right| right < goal) {
            return true;
        }
        let between =
            |rank: usize| left.is_none_or(|left| left < rank) && right.is_none_or(|right| rank < right);
        let taken = |column: usize| row.iter().any(|other| other.to == column);
        self.raw.columns.iter().enumerate().any(|(column, rival)| {
            column != piece.to
                && between(piece.rank(column))
                && !taken(column)
                && suits(rival, &piece.text)
                && (!at_home || belongs(rival, &piece.text))
        })
    }

    /// Whether a piece completes the text, or the number, behind which it was put.
    fn as_rest(&self, row: &[Piece], index: usize, texts: &BTreeMap<String, usize>) -> Option<Ground> {
        let piece = row.get(index).filter(|piece| piece.joint != Joint::Start)?;
        let cell = self.raw.rows.get(piece.row)?.cells.get(piece.to)?;
        let column = self.raw.columns.get(piece.to)?;
        let at = cell.iter().position(|fragment| fragment.place == piece.place)?;
        let before: Vec<_> = cell.get(..at)?.iter().map(|fragment| fragment.raw.shown()).collect();
        let head = before.join(" ");
        let whole = format!("{head} {}", piece.text);
        // What goes on in the sheet column of its beginning slid with it.
        let follows = cell.get(..at)?.iter().any(|head| head.place.at.column == piece.at().column);
        if piece.joint == Joint::Below && follows {
            return Some(Ground::Together);
        }
        if column.kind.is_numeric() {
            let joined = number::join(&head, &piece.text)?;
            return Some(Ground::Rest(evidence::words::completed(&head, &joined)));
        }
        let key = letters(&whole);
        let known = is_published_by(&key) && !is_published_by(&letters(&head)) || texts.contains_key(&key);
        let goes_on = piece.joint == Joint::Below && contradicting(self.raw, piece);
        (known || goes_on).then(|| Ground::Rest(evidence::words::completed(&head, &whole)))
    }

    /// The proofs of the moves of a row.
    pub(super) fn proofs(&self, row: &[Piece]) -> Vec<Proof> {
        let mut proofs: Vec<Proof> = Vec::new();
        for piece in row.iter().filter(|piece| piece.is_moved()) {
            let proof = match self.get(piece) {
                Some(Ground::Law(proof) | Ground::Header(proof) | Ground::Rest(proof)) => proof.clone(),
                Some(Ground::Together) | None => continue,
            };
            if !proofs.contains(&proof) {
                proofs.push(proof);
            }
        }
        if proofs.is_empty() {
            let count = row.iter().filter(|piece| piece.is_moved()).count();
            proofs.push(evidence::siblings::moved_together(count));
        }
        proofs
    }
}

/// Whether a piece cannot stand where it is printed.
fn contradicting(raw: &RawTable, piece: &Piece) -> bool {
    piece.below.and_then(|below| raw.columns.get(below)).is_none_or(|below| contradicts(below, &piece.text))
}

pub(super) fn key(piece: &Piece) -> (usize, Place) {
    (piece.row, piece.place.clone())
}

/// How often each whole text of one piece stands in a table, by its letters.
fn texts(raw: &RawTable) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for cell in raw.rows.iter().flat_map(|row| &row.cells) {
        if let [only] = cell.as_slice() {
            *counts.entry(letters(&only.raw.shown())).or_default() += 1;
        }
    }
    counts.remove("");
    counts
}

/// The moved pieces of a row that stand or fall together, by their indexes: those that share a cell, and those of which
/// one stands where the other is printed.
pub(super) fn groups(row: &[Piece]) -> Vec<Vec<usize>> {
    let moved: Vec<usize> =
        (0..row.len()).filter(|index| row.get(*index).is_some_and(Piece::is_moved)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for index in moved {
        let Some(piece) = row.get(index) else { continue };
        let tied = |other: &usize| {
            row.get(*other).is_some_and(|other| {
                other.to == piece.to || other.below == Some(piece.to) || piece.below == Some(other.to)
            })
        };
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(tied));
        let mut group: Vec<usize> = joined.drain(..).flatten().collect();
        group.push(index);
        group.sort_unstable();
        groups = apart;
        groups.push(group);
    }
    groups
}
