//! Where the pages of a printed table end: no row that leads others is parted from the first of them.

use std::cmp::Reverse;

use super::plan::Plan;
use crate::model::{Row, Tingkat};

/// What has to find room on the pages; heights in points.
pub(super) struct Pages {
    /// The rows above the body, on the first page.
    pub(super) above: f64,
    /// The header, on every other page.
    pub(super) header: f64,
    /// The rows of the body.
    pub(super) body: Vec<f64>,
    /// For each of them the level of the row right above, where it belongs to that row.
    pub(super) ties: Vec<Option<Tingkat>>,
}

impl Pages {
    /// The rows of the body that begin a page, without the first. The pages are about equally full, so that the
    /// last one is not nearly empty. Only what is higher than a page parts rows that belong together, and then
    /// those of the highest level.
    pub(super) fn starts(&self, room: f64) -> Vec<usize> {
        let fewest = self.filled(room);
        let lower = (50..100).map(|percent| self.filled(room * f64::from(percent) / 100.0));
        let as_good =
            |starts: &Vec<usize>| starts.len() == fewest.len() && self.parted(starts) <= self.parted(&fewest);
        lower.into_iter().find(as_good).unwrap_or(fewest)
    }

    /// How many rows are parted from the one that they belong to.
    fn parted(&self, starts: &[usize]) -> usize {
        starts.iter().filter(|row| self.ties.get(**row).is_some_and(Option::is_some)).count()
    }

    /// The rows that pages begin with, if every page is as full as it gets.
    fn filled(&self, room: f64) -> Vec<usize> {
        let (mut starts, mut start, mut used) = (Vec::new(), 0, self.above);
        let mut row = 0;
        while let Some(height) = self.body.get(row) {
            used += height;
            row += 1;
            if used <= room || row - 1 == start {
                continue;
            }
            let looser = |row: &usize| (self.ties.get(*row).copied().flatten(), Reverse(*row));
            start = (start + 1..row).min_by_key(looser).unwrap_or(row);
            starts.push(start);
            (row, used) = (start, self.header);
        }
        starts
    }
}

/// For each row the level of the row right above, where it belongs to that row.
pub(super) fn ties(plan: &Plan<'_>) -> Vec<Option<Tingkat>> {
    let tie = |above: &Row, row: &Row| {
        let leads =
            |level: &Tingkat| *level <= Tingkat::Kegiatan && row.level.is_none_or(|below| below > *level);
        above.level.filter(leads)
    };
    let rows = &plan.table.rows;
    let mut ties: Vec<Option<Tingkat>> = std::iter::once(None)
        .chain(rows.iter().zip(rows.iter().skip(1)).map(|(above, row)| tie(above, row)))
        .collect();
    // What stands below the table belongs to no row.
    ties.resize(plan.rows().max(ties.len()), None);
    ties
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: Option<Tingkat> = Some(Tingkat::Program);
    const K: Option<Tingkat> = Some(Tingkat::Kegiatan);

    fn starts(body: &[f64], ties: &[Option<Tingkat>], room: f64) -> Vec<usize> {
        Pages { above: 30.0, header: 10.0, body: body.to_vec(), ties: ties.to_vec() }.starts(room)
    }

    #[test]
    fn what_fits_on_a_page_stays_on_it() {
        assert_eq!(starts(&[10.0; 7], &[None; 7], 100.0), [0_usize; 0]);
        assert_eq!(starts(&[], &[], 100.0), [0_usize; 0]);
    }

    #[test]
    fn the_header_takes_its_room_on_every_page() {
        // 7 rows below the titles, then 9 a page; the last page has as many as it can without one page more.
        assert_eq!(starts(&[10.0; 25], &[None; 25], 100.0), [7, 16]);
    }

    #[test]
    fn the_last_page_is_not_nearly_empty() {
        assert_eq!(starts(&[10.0; 8], &[None; 8], 100.0), [3]);
    }

    #[test]
    fn a_kegiatan_goes_to_the_page_of_its_first_sub_kegiatan() {
        let mut ties = [None; 12];
        ties[6] = P;
        ties[7] = K;
        assert_eq!(starts(&[10.0; 12], &ties, 100.0), [5]);
    }

    #[test]
    fn what_no_page_holds_is_parted_at_its_highest_level() {
        let ties = [None, P, K, None];
        assert_eq!(starts(&[60.0; 4], &ties, 100.0), [1, 2, 3]);
        assert_eq!(starts(&[40.0, 30.0, 30.0, 30.0], &ties, 100.0), [1]);
    }

    #[test]
    fn pages_are_not_made_equal_by_parting_what_one_page_holds() {
        let ties = [None, None, None, P, K];
        assert_eq!(starts(&[10.0, 30.0, 30.0, 20.0, 20.0], &ties, 100.0), [2]);
    }

    #[test]
    fn a_row_higher_than_a_page_has_one_of_its_own() {
        assert_eq!(starts(&[10.0, 500.0, 10.0], &[None; 3], 100.0), [1, 2]);
    }
}
