//! What the proofs of a document rest on, and how sure its cells are by that.

use super::{Document, Status};
use crate::model::finding::Reference;
use crate::model::proof::{Footing, Repair};

impl Document {
    /// Says of every proof, by repair and in the order of its proofs, where its twins and siblings stand and what it
    /// rests on. A cell is then as sure as its weakest repair.
    pub fn set_footings(&mut self, found: Vec<Vec<(Vec<Reference>, Footing)>>) {
        let mut repairs = std::mem::take(&mut self.repairs);
        for (repair, found) in repairs.iter_mut().zip(found) {
            let before = repair.grade();
            for (proof, (places, footing)) in repair.proofs.iter_mut().zip(found) {
                proof.set_on(places, footing);
            }
            if repair.grade() != before {
                self.weaken(repair);
            }
        }
        self.repairs = repairs;
    }

    /// Marks what a repair of grade B made as likely.
    fn weaken(&mut self, repair: &Repair) {
        let Some(table) = self.tables.get_mut(repair.table) else { return };
        let (rows, columns) = repair.concerned();
        let positions: Vec<usize> = columns.iter().filter_map(|id| table.position(id)).collect();
        for row in table.rows.written().iter_mut().take(rows.1 + 1).skip(rows.0) {
            if columns.contains(&"kode") && row.code_status == Status::Proven {
                row.code_status = Status::Likely;
            }
            for position in &positions {
                if let Some(cell) =
                    row.cells.written().get_mut(*position).filter(|cell| cell.status == Status::Proven)
                {
                    cell.status = Status::Likely;
                }
            }
        }
    }
}
