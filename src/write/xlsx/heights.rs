//! How high the rows of a table's sheet are: nothing in them is cut, and it is known where a page is full.

use rust_xlsxwriter::Worksheet;

use super::plan::{Plan, is_bold, total_label};
use super::{closing, header, look, measure};
use crate::model::{Role, Row};
use crate::write::WriteError;

/// The height in points of a row that nothing is said of.
pub(super) const EMPTY: f64 = look::DEFAULT_ROW as f64 * 0.75;

/// The heights in points of all rows.
#[derive(Debug)]
pub(super) struct Heights {
    /// The rows above the body, from the top of the sheet.
    pub(super) above: Vec<f64>,
    /// The rows of the body, and those of what stands below the table.
    pub(super) body: Vec<f64>,
    grow: bool,
}

impl Heights {
    /// The heights that the texts ask for.
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        let width: f64 = plan.widths().iter().sum();
        let larger = look::TITLE_POINTS / measure::POINTS;
        let title = |text: &String| measure::height(measure::lines(text, width / larger, true)) * larger;
        let mut above: Vec<f64> = plan.titles.iter().map(title).collect();
        above.push(EMPTY);
        above.extend(plan.remarks.iter().map(|_| measure::height(1)));
        let blocks = header::blocks(&plan.columns, &plan.paths);
        above.extend(header::heights(&blocks, plan.depth, plan.widths()));
        above.extend(plan.table.layout.number_row.then(|| measure::height(1)));
        let mut body: Vec<f64> =
            plan.table.rows.iter().map(|row| measure::height(lines(plan, row))).collect();
        body.extend(closing::heights(plan));
        Self { above, body, grow: false }
    }

    /// These heights, but for rows of one line, which are left without one so that they grow with what is typed into them.
    pub(super) fn growing(self) -> Self {
        Self { grow: true, ..self }
    }

    /// Gives the rows of a sheet their heights.
    pub(super) fn set(&self, sheet: &mut Worksheet) -> Result<(), WriteError> {
        for (row, height) in (0..).zip(&self.above) {
            sheet.set_row_height(row, *height)?;
        }
        for (row, height) in (0..).skip(self.above.len()).zip(&self.body) {
            if !self.is_left(*height) {
                sheet.set_row_height(row, *height)?;
            }
        }
        Ok(())
    }

    /// The heights of the body once it is printed: a row that is left to grow will have a second line.
    pub(super) fn printed(&self) -> Vec<f64> {
        let printed = |height: &f64| if self.is_left(*height) { measure::height(2) } else { *height };
        self.body.iter().map(printed).collect()
    }

    fn is_left(&self, height: f64) -> bool {
        self.grow && height <= measure::height(1)
    }
}

/// How many lines the highest cell of a row takes. Codes have one, and so has a total's label.
fn lines(plan: &Plan<'_>, row: &Row) -> u32 {
    let covered = total_label(plan, row).map_or(0, |(_, _, columns)| columns);
    let texts = plan.columns.iter().filter(|placed| placed.first >= covered);
    let lines = texts.filter(|placed| placed.column.role != Role::Code).filter_map(|placed| {
        let width = plan.widths().get(usize::from(placed.first))?;
        let room = width - plan.indent(placed);
        Some(measure::lines(row.cells.get(placed.position)?.text(), room, is_bold(row)))
    });
    lines.max().unwrap_or(1)
}
