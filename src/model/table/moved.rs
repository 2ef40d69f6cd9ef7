//! Cells that stand in other columns than those whose headers they are printed below.

use super::{Document, Status};
use crate::model::{Grade, PrintedCell, Repair};

impl Document {
    /// Puts a move on record: the cells stand in their new columns already. Each of them is as sure as the move, or
    /// as its own repairs where those are less sure.
    pub fn record_move(&mut self, repair: Repair) {
        let became = if repair.grade() == Grade::A { Status::Proven } else { Status::Likely };
        if let Some(slide) = repair.change.slide() {
            let (first, last) = slide.rows;
            for (_, column) in &slide.columns {
                for row in first..=last {
                    let moved = |printed: &PrintedCell| printed.row == row && printed.column == *column;
                    if !slide.printed.iter().any(moved) {
                        continue;
                    }
                    self.graded(&repair, row, column, became);
                }
            }
        }
        self.repairs.push(repair);
    }

    fn graded(&mut self, repair: &Repair, row: usize, column: &'static str, became: Status) {
        if let Ok(cell) = self.cell_mut(repair.table, row, column)
            && matches!(cell.status, Status::AsIs | Status::Proven)
            && !cell.text.is_empty()
        {
            cell.status = became;
        }
    }
}
