//! The header tree: which cells are merged and what they say.

use super::measure;
use super::plan::Placed;

/// A header cell, merged where it covers more than one; rows count from the header's first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) top: u32,
    pub(super) bottom: u32,
    pub(super) left: u16,
    pub(super) right: u16,
    pub(super) text: String,
}

/// How many rows a header of these paths has.
pub(super) fn depth(paths: &[Vec<String>]) -> u32 {
    paths.iter().map(|path| rows(path)).max().unwrap_or(1).max(1)
}

fn rows(path: &[String]) -> u32 {
    u32::try_from(path.len()).unwrap_or(1)
}

/// The blocks of the whole header, one path for each column. Neighbours under one group share its cell; a column's own
/// cell reaches down to the last row.
pub(super) fn blocks(columns: &[Placed], paths: &[Vec<String>]) -> Vec<Block> {
    let depth = depth(paths);
    let mut blocks = Vec::new();
    for level in 0..depth {
        let mut open: Option<(Block, &[String])> = None;
        for (placed, path) in columns.iter().zip(paths) {
            let last = level + 1 == rows(path);
            let path = path.get(..=level as usize).unwrap_or_default();
            match (&mut open, path.last()) {
                (Some((block, group)), Some(_)) if !last && *group == path => block.right = placed.last(),
                (_, found) => {
                    blocks.extend(open.take().map(|(block, _)| block));
                    let Some(text) = found else { continue };
                    let bottom = if last { depth - 1 } else { level };
                    let (left, right) = (placed.first, placed.last());
                    let block = Block { top: level, bottom, left, right, text: text.clone() };
                    // The column's own cell is closed at once: a neighbour never joins it.
                    if last {
                        blocks.push(block);
                    } else {
                        open = Some((block, path));
                    }
                }
            }
        }
        blocks.extend(open.map(|(block, _)| block));
    }
    blocks
}

/// The heights in points of the header's rows, so that every label is whole.
pub(super) fn heights(blocks: &[Block], depth: u32, widths: &[f64]) -> Vec<f64> {
    let mut heights = vec![measure::height(1) + 3.0; depth as usize];
    let need = |block: &Block| {
        let width: f64 = (block.left..=block.right).filter_map(|c| widths.get(usize::from(c))).sum();
        measure::height(measure::lines(&block.text, width, true)) + 3.0
    };
    for block in blocks.iter().filter(|block| block.top == block.bottom) {
        if let Some(height) = heights.get_mut(block.top as usize) {
            *height = height.max(need(block));
        }
    }
    for block in blocks.iter().filter(|block| block.top < block.bottom) {
        let there: f64 = heights.iter().take(block.bottom as usize + 1).skip(block.top as usize).sum();
        if let Some(height) = heights.get_mut(block.bottom as usize) {
            *height += (need(block) - there).max(0.0);
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sample;
    use crate::write::xlsx::plan;

    fn shown(form: &str) -> Vec<String> {
        let table = sample::empty(form, 1);
        let columns = plan::placed(&table);
        let paths = plan::paths(&table, Some(2023));
        let name = |block: &Block| {
            let Block { top, bottom, left, right, text } = block;
            format!("{top}-{bottom} {left}-{right} {text}")
        };
        blocks(&columns, &paths).iter().map(name).collect()
    }

    #[test]
    fn sipd_has_three_header_rows() {
        let blocks = shown("T-C.33");
        for expected in [
            "0-2 0-4 Kode",
            "0-0 6-8 Indikator Kinerja",
            "1-2 7-7 Keluaran Sub Kegiatan",
            "0-0 9-14 Rencana Tahun 2023",
            "1-2 9-9 Lokasi Output Kegiatan",
            "1-1 10-12 Target Capaian Kinerja",
            "2-2 10-10 Program",
            "1-2 13-13 Pagu Indikatif (Rp.)",
            "0-2 15-15 Catatan Penting",
            "1-1 16-17 Target Capaian Kinerja",
        ] {
            assert!(blocks.iter().any(|block| block == expected), "{expected} in {blocks:#?}");
        }
    }

    #[test]
    fn every_header_cell_is_covered_exactly_once() {
        for form in ["T-C.29", "T-C.30", "T-C.31", "T-C.32", "T-C.33"] {
            let table = sample::empty(form, 1);
            let columns = plan::placed(&table);
            let paths = plan::paths(&table, None);
            let (depth, last) = (depth(&paths), columns.last().unwrap().last());
            let blocks = blocks(&columns, &paths);
            for row in 0..depth {
                for column in 0..=last {
                    let over = blocks.iter().filter(|block| {
                        (block.top..=block.bottom).contains(&row)
                            && (block.left..=block.right).contains(&column)
                    });
                    assert_eq!(over.count(), 1, "{form} row {row} column {column}");
                }
            }
        }
    }
}
