//! The tree of a header block: its lowest cells, each with the groups above it.

use super::words::header_letters;
use crate::model::years;
use crate::model::{At, Grid};

/// A header cell: where it stands, the last column of the sheet that it covers, and what it says.
pub(super) struct Node {
    pub(super) at: At,
    pub(super) last: u16,
    pub(super) text: String,
}

/// The lowest header cell over some columns of the sheet.
pub(super) struct Leaf {
    pub(super) at: At,
    pub(super) last: u16,
    /// The positions among the nodes, from the outermost group to the leaf itself.
    path: Vec<usize>,
}

/// All cells of a header block.
pub(super) struct Tree {
    nodes: Vec<Node>,
    pub(super) leaves: Vec<Leaf>,
}

impl Tree {
    /// The tree of some rows.
    pub(super) fn of(grid: &Grid, block: &[u32]) -> Self {
        let mut nodes: Vec<Node> = block.iter().flat_map(|row| spans(grid, *row)).collect();
        settle_unmerged(grid, &mut nodes);
        let covers = |node: &Node, column: u16| (node.at.column..=node.last).contains(&column);
        let is_leaf = |node: &Node| {
            !nodes.iter().any(|below| below.at.row > node.at.row && covers(node, below.at.column))
        };
        let mut leaves: Vec<Leaf> = nodes
            .iter()
            .filter(|node| is_leaf(node))
            .map(|leaf| {
                let above = nodes.iter().enumerate().filter(|(_, node)| {
                    node.at == leaf.at || node.at.row < leaf.at.row && covers(node, leaf.at.column)
                });
                Leaf { at: leaf.at, last: leaf.last, path: above.map(|(index, _)| index).collect() }
            })
            .collect();
        leaves.sort_by_key(|leaf| leaf.at.column);
        let starts: Vec<u16> = leaves.iter().map(|leaf| leaf.at.column).collect();
        for leaf in &mut leaves {
            // No column reaches under the next one, on whatever header row that stands.
            let next = starts.iter().copied().find(|start| *start > leaf.at.column);
            leaf.last = next.map_or(leaf.last, |next| leaf.last.min(next - 1));
        }
        Self { nodes, leaves }
    }

    /// The cell so many levels above a leaf, 0 for the leaf itself.
    pub(super) fn node(&self, leaf: usize, above: usize) -> Option<&Node> {
        let path = &self.leaves.get(leaf)?.path;
        let index = path.len().checked_sub(above + 1)?;
        self.nodes.get(*path.get(index)?)
    }

    /// The texts above a leaf and its own, from the outermost group down.
    pub(super) fn path(&self, leaf: usize) -> impl DoubleEndedIterator<Item = &str> {
        let path = self.leaves.get(leaf).map(|leaf| leaf.path.as_slice()).unwrap_or_default();
        path.iter().filter_map(|index| self.nodes.get(*index)).map(|node| node.text.as_str())
    }

    /// The year above a column: that of the lowest text which prints just one.
    pub(super) fn year(&self, leaf: usize) -> Option<u16> {
        self.path(leaf).rev().find_map(|text| match years(text).as_slice() {
            [year] => Some(*year),
            _ => None,
        })
    }

    /// Whether two leaves stand below the same cell.
    pub(super) fn are_siblings(&self, left: usize, right: usize) -> bool {
        let parent = |leaf| self.node(leaf, 1).map(|node| node.at);
        parent(left).is_some() && parent(left) == parent(right)
    }

    /// How many leaves a cell stands above.
    pub(super) fn below(&self, node: &Node) -> usize {
        let covered = |leaf: &&Leaf| (node.at.column..=node.last).contains(&leaf.at.column);
        self.leaves.iter().filter(covered).count()
    }

    /// The letters of a leaf with those of the text just above it, where both are parts of one torn text: they stand
    /// above one column, and the upper part is no header text by itself.
    pub(super) fn own_letters(&self, leaf: usize, is_header_text: &dyn Fn(&str) -> bool) -> (String, bool) {
        let own = self.node(leaf, 0).map(|node| header_letters(&node.text)).unwrap_or_default();
        let above = self.node(leaf, 1).filter(|node| {
            self.node(leaf, 0).is_some_and(|own| own.at.column == node.at.column) && self.below(node) == 1
        });
        let upper = above.map(|node| header_letters(&node.text)).filter(|upper| !is_header_text(upper));
        match upper {
            Some(upper) => (upper + &own, true),
            None => (own, false),
        }
    }
}

/// A cell that is not merged is a group only where a cell stands just below it: the last group of a row then reaches
/// over all that stands lower right of it. It never reaches below the next cell of a row above, which is another group.
/// Where the first cell below it stands further right, it ends before that.
fn settle_unmerged(grid: &Grid, nodes: &mut [Node]) {
    let cells: Vec<At> = nodes.iter().map(|node| node.at).collect();
    for node in nodes {
        if grid.merge_at(node.at).is_some() {
            continue;
        }
        let lower = || cells.iter().filter(|cell| cell.row > node.at.row).map(|cell| cell.column);
        let right = |cell: &At| cell.row == node.at.row && cell.column > node.at.column;
        let first = lower().filter(|column| (node.at.column..=node.last).contains(column)).min();
        if first == Some(node.at.column) {
            if !cells.iter().any(right) {
                node.last = node.last.max(lower().max().unwrap_or_default());
            }
            let upper = cells.iter().filter(|cell| cell.row < node.at.row && cell.column > node.at.column);
            let other = upper.map(|cell| cell.column - 1).min();
            node.last = node.last.min(other.unwrap_or(node.last));
        } else if let Some(first) = first {
            node.last = first - 1;
        }
    }
}

/// The first and the last column of the sheet that each cell of a header row has room for; the last of an unmerged row
/// has it up to a column of the row below.
pub(super) fn extents(grid: &Grid, row: u32, until: Option<u16>) -> Vec<(u16, u16)> {
    let mut extents: Vec<(u16, u16)> =
        spans(grid, row).iter().map(|node| (node.at.column, node.last)).collect();
    let unmerged = |first: u16| grid.merge_at(At::new(row, first)).is_none();
    if let (Some(last), Some(until)) = (extents.last_mut(), until)
        && unmerged(last.0)
    {
        last.1 = last.1.max(until);
    }
    extents
}

/// The cells of a header row with the columns each covers: its merge, or up to the next filled cell.
fn spans(grid: &Grid, row: u32) -> Vec<Node> {
    let mut cells = grid.row(row).peekable();
    let mut spans = Vec::new();
    while let Some((at, raw)) = cells.next() {
        let next = cells.peek().map_or(at.column, |(next, _)| next.column.saturating_sub(1));
        let last = grid.merge_at(at).map_or(next.max(at.column), |span| span.last.column);
        let text = raw.shown().split_whitespace().collect::<Vec<_>>().join(" ");
        spans.push(Node { at, last, text });
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Raw;

    /// The columns of the sheet below each leaf of a header whose cells, parted by bars, are not merged.
    fn slots(rows: &[&str]) -> Vec<(u16, u16)> {
        tree(rows).leaves.iter().map(|leaf| (leaf.at.column, leaf.last)).collect()
    }

    /// The tree of a header whose cells, parted by bars, are not merged.
    fn tree(rows: &[&str]) -> Tree {
        let lines = rows.iter().zip(0_u32..);
        let cells = lines.flat_map(|(line, row)| {
            let texts = line.split('|').zip(0_u16..).filter(|(text, _)| !text.is_empty());
            texts.map(move |(text, column)| (At::new(row, column), Raw::text(text)))
        });
        let grid = Grid::new("S", cells.collect::<Vec<_>>());
        Tree::of(&grid, &grid.rows())
    }

    #[test]
    fn a_group_that_is_not_merged_ends_where_the_next_one_above_begins() {
        let tree = tree(&["Triwulan||||Realisasi", "I||II|||", "K|Rp|K|Rp|K|Rp"]);
        let paths: Vec<String> = (0..6).map(|leaf| tree.path(leaf).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(paths[2..], ["Triwulan II K", "Triwulan II Rp", "Realisasi K", "Realisasi Rp"]);
    }

    #[test]
    fn what_is_not_merged_has_room_up_to_the_next_cell_of_its_row_or_below() {
        assert_eq!(slots(&["Kode||||Uraian|Rencana", "|||||Target|Pagu"]), [(0, 3), (4, 4), (5, 5), (6, 6)]);
        assert_eq!(slots(&["Kode||Catatan||Lokasi", "|||Target|"]), [(0, 1), (2, 2), (3, 3), (4, 4)]);
    }
}
