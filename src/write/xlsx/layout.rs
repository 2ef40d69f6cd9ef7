//! From one printed arrangement of a form to another. Nothing is lost on the way: what the new arrangement has
//! no column for is written into the remarks with its name before it, and a note says so.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::forms;
use crate::model::{
    Cell, Column, Document, Family, Finding, Kind, Layout, Meaning, Role, Row, Said, Severity, Status, Table,
    Tingkat,
};
use crate::rules;

/// In which printed arrangement a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LayoutChoice {
    /// The one it came in.
    #[default]
    AsIs,
    /// The one of this id, for the forms that have it; other forms stay as they are.
    Named(&'static str),
}

impl LayoutChoice {
    /// The choice of a name: `asal`, or the id of a layout of any form.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == "asal" {
            return Some(Self::AsIs);
        }
        let mut layouts = forms::FORMS.iter().copied().flat_map(|form| form.layouts);
        layouts.find(|layout| layout.id == name).map(|layout| Self::Named(layout.id))
    }

    /// Every name that [`LayoutChoice::named`] knows, `asal` first.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        let mut names = vec!["asal"];
        for layout in forms::FORMS.iter().copied().flat_map(|form| form.layouts) {
            if !names.contains(&layout.id) {
                names.push(layout.id);
            }
        }
        names
    }
}

/// Columns of one arrangement that another prints as one: its id, its parts, and which part a row of a level
/// means when the whole does not say.
struct Merge {
    whole: &'static str,
    parts: &'static [&'static str],
    usual: fn(Option<Tingkat>) -> usize,
}

static MERGES: [Merge; 3] = [
    Merge { whole: "indikator", parts: &["capaian_program", "keluaran", "hasil"], usual: by_level },
    Merge { whole: "target", parts: &["target_program", "target_keluaran", "target_hasil"], usual: by_level },
    Merge { whole: "maju_target", parts: &["maju_tolok_ukur", "maju_target"], usual: |_| 1 },
];

/// A program has its outcome, a kegiatan its result, all else its output.
fn by_level(level: Option<Tingkat>) -> usize {
    match level {
        Some(Tingkat::Program) => 0,
        Some(Tingkat::Kegiatan) => 2,
        _ => 1,
    }
}

/// The document with its tables in the chosen arrangement, the same rows in the same order; the document itself
/// where nothing changes.
#[must_use]
pub fn arranged(document: &Document, choice: LayoutChoice) -> Cow<'_, Document> {
    let LayoutChoice::Named(id) = choice else { return Cow::Borrowed(document) };
    let wanted = |table: &Table| {
        // A change of the plan is no plan in another arrangement, and only the layouts of a Renja's own tables say the same
        // of each row: those of other forms have other years, or no codes.
        let is_renja = table.form.family == Family::Renja;
        let same_kind = |layout: &&Layout| is_renja && layout.title == table.layout.title;
        table
            .form
            .layouts
            .iter()
            .find(|layout| layout.id == id && layout.id != table.layout.id)
            .filter(same_kind)
    };
    if document.tables.iter().all(|table| wanted(table).is_none()) {
        return Cow::Borrowed(document);
    }
    let mut changed = document.clone();
    for (index, table) in document.tables.iter().enumerate() {
        let Some(layout) = wanted(table) else { continue };
        let (table, moved) = converted(table, layout, document.about.year);
        changed.findings.extend(moved.iter().map(|(label, count)| told(index, layout, label, *count)));
        if let Some(place) = changed.tables.get_mut(index) {
            *place = table;
        }
        keep_open(document, index, &mut changed);
    }
    Cow::Owned(changed)
}

/// Open questions stay open in the cell that their column went into. Readings of a part are none of the whole:
/// they stay in the message.
fn keep_open(document: &Document, index: usize, changed: &mut Document) {
    let columns = changed.tables.get(index).map(|table| table.columns.clone()).unwrap_or_default();
    let has = |id: &str| columns.iter().any(|column| column.id == id);
    let mut moved = Vec::new();
    changed.findings.retain(|finding| {
        let (Some(row), Some(id)) = (finding.row, finding.column) else { return true };
        let cell = document.tables.get(index).and_then(|table| table.cell(row, id));
        let open =
            finding.table == Some(index) && cell.is_some_and(|cell| cell.status() == Status::Unresolved);
        let wholes = MERGES.iter().filter(|merge| merge.parts.contains(&id)).map(|merge| merge.whole);
        let home = if has(id) { None } else { wholes.into_iter().find(|whole| has(whole)) };
        let Some(home) = home.filter(|_| open) else { return true };
        moved.push((home, Finding { column: Some(home), candidates: Vec::new(), ..finding.clone() }));
        false
    });
    for (home, finding) in moved {
        // The cell is there: it was looked for.
        let _ = changed.leave_open(finding, home);
    }
}

fn told(table: usize, layout: &Layout, label: &str, count: usize) -> Finding {
    Finding {
        severity: Severity::Note,
        about: None,
        table: Some(table),
        row: None,
        column: Some("catatan"),
        source: None,
        message: Said::new(
            format!(
                "Tata letak {} tidak punya kolom \u{201c}{label}\u{201d}: {count} isinya ditulis di Catatan.",
                layout.id
            ),
            format!(
                "The layout {} has no column \u{201c}{label}\u{201d}: its {count} values are written into the remarks.",
                layout.id
            ),
        ),
        expected: None,
        found: None,
        candidates: Vec::new(),
        ..Finding::of(rules::LAYOUT_REMARK)
    }
}

/// How many values of which column went into the remarks.
type Moved = BTreeMap<String, usize>;

fn converted(table: &Table, layout: &'static Layout, year: Option<u16>) -> (Table, Moved) {
    let labels = Labels::of(table.form.layouts, year);
    let mut moved = Moved::new();
    let fields: Vec<Fields> = table.rows.iter().map(|row| labels.taken_apart(table, row)).collect();
    let mut columns: Vec<&'static Column> = layout.columns.iter().collect();
    let optional = layout.optional.iter().filter(|column| {
        fields.iter().any(|fields| {
            fields.contains_key(column.id) || column.role == Role::Remark && leaves(fields, layout)
        })
    });
    columns.extend(optional);
    // What the header of the file adds has a place in every arrangement.
    columns.extend(table.columns.iter().filter(|column| !column.is_declared()));
    let rows = table.rows.iter().zip(fields).map(|(row, fields)| Row {
        cells: labels.put_together(row.level, fields, &columns, &mut moved).into(),
        ..row.clone()
    });
    let rows = rows.collect();
    // A flat list has no place for years: what the header of the input printed above its columns says nothing there.
    let dated =
        layout.all_columns().any(|column| column.header.iter().any(|text| !forms::marks(text).is_empty()));
    let printed = if dated { table.printed.clone() } else { BTreeMap::new() };
    (Table { layout, columns, printed, rows, ..table.clone() }, moved)
}

/// Whether some field has no column of its own in the layout.
fn leaves(fields: &Fields, layout: &Layout) -> bool {
    let home = |id: &str| {
        layout.column(id).is_some()
            || MERGES.iter().any(|merge| merge.parts.contains(&id) && layout.column(merge.whole).is_some())
            || MERGES.iter().any(|merge| {
                merge.whole == id && merge.parts.iter().any(|part| layout.column(part).is_some())
            })
    };
    fields.keys().any(|id| !home(id))
}

/// The filled cells of a row by the ids of their columns, those of all arrangements.
type Fields = BTreeMap<&'static str, Cell>;

/// How each column is named where it shares a cell with others.
struct Labels(BTreeMap<&'static str, String>);

impl Labels {
    fn of(layouts: &'static [Layout], year: Option<u16>) -> Self {
        let mut labels = BTreeMap::new();
        for column in layouts.iter().flat_map(Layout::all_columns) {
            let path = column.header;
            // Free texts are named by their group as well: `Prioritas Nasional`.
            let last = if column.role == Role::Text && path.len() > 2 { 2 } else { 1 };
            let label = path.get(path.len().saturating_sub(last)..).unwrap_or_default().join(" ");
            labels.entry(column.id).or_insert_with(|| forms::with_years(&label, year));
        }
        Self(labels)
    }

    fn label(&self, id: &str) -> &str {
        self.0.get(id).map_or("", String::as_str)
    }

    /// The fields of a row; cells that name their parts are parted.
    fn taken_apart(&self, table: &Table, row: &Row) -> Fields {
        let mut fields = Fields::new();
        let said = |cell: &Cell| !cell.is_empty() || cell.status() == Status::Unresolved;
        for (column, cell) in table.columns.iter().zip(&row.cells).filter(|(_, cell)| said(cell)) {
            let merge = MERGES.iter().find(|merge| merge.whole == column.id);
            let among: Vec<&'static str> = match merge {
                Some(merge) => merge.parts.to_vec(),
                None if column.role == Role::Remark => {
                    self.0.keys().copied().filter(|id| table.layout.column(id).is_none()).collect()
                }
                None => Vec::new(),
            };
            let parts = self.parted(column, cell.text(), &among);
            if let [(id, _)] = parts.as_slice()
                && *id == column.id
            {
                fields.insert(column.id, cell.clone());
                continue;
            }
            for (id, text) in parts {
                fields.insert(id, Cell::as_read(text, Meaning::default(), cell.sources().to_vec()));
            }
        }
        fields
    }

    /// A text by the names on its lines; what stands before the first belongs to the column itself.
    fn parted(
        &self,
        own: &'static Column,
        text: &str,
        among: &[&'static str],
    ) -> Vec<(&'static str, String)> {
        let mut parts: Vec<(&'static str, String)> = Vec::new();
        for line in text.split('\n') {
            let named = among.iter().find_map(|id| Some((*id, self.unnamed(id, line, own.kind)?.to_owned())));
            match (named, parts.last_mut()) {
                // Each quantity is named, so that two lines of one part meet again.
                (Some((id, rest)), Some((last, text))) if *last == id => {
                    text.push('\n');
                    text.push_str(&rest);
                }
                (Some(part), _) => parts.push(part),
                (None, Some((_, text))) => {
                    text.push('\n');
                    text.push_str(line);
                }
                (None, None) => parts.push((own.id, line.to_owned())),
            }
        }
        parts
    }

    /// A line without the name of a part; `None` if it does not bear it.
    fn unnamed<'a>(&self, id: &str, line: &'a str, kind: Kind) -> Option<&'a str> {
        let label = self.label(id);
        match kind {
            Kind::Measure => line.strip_suffix(')')?.strip_suffix(label)?.strip_suffix(" ("),
            _ => line.strip_prefix(label)?.strip_prefix(": "),
        }
    }

    /// A text with the name of its part: before it, but behind each quantity, which must begin with its number.
    fn named(&self, id: &str, text: &str, kind: Kind) -> String {
        let label = self.label(id);
        match kind {
            Kind::Measure => {
                text.split('\n').map(|line| format!("{line} ({label})")).collect::<Vec<_>>().join("\n")
            }
            _ => format!("{label}: {text}"),
        }
    }

    fn put_together(
        &self,
        level: Option<Tingkat>,
        mut fields: Fields,
        columns: &[&'static Column],
        moved: &mut Moved,
    ) -> Vec<Cell> {
        let has = |id: &str| columns.iter().any(|column| column.id == id);
        let kind =
            |id: &str| columns.iter().find(|column| column.id == id).map_or(Kind::Text, |column| column.kind);
        for merge in &MERGES {
            let parts: Vec<&'static str> =
                merge.parts.iter().copied().filter(|part| fields.contains_key(part)).collect();
            let usual = merge.parts.get((merge.usual)(level)).copied().unwrap_or(merge.whole);
            if merge.parts.iter().all(|part| has(part)) {
                // Parted columns: a whole that does not name its parts goes where its level says.
                if !fields.contains_key(usual)
                    && let Some(cell) = fields.remove(merge.whole)
                {
                    fields.insert(usual, cell);
                }
            } else if has(merge.whole) && !parts.is_empty() {
                // What is usual for the level goes first and needs no name.
                let first = fields.remove(usual);
                let named: Vec<&'static str> = parts.into_iter().filter(|part| *part != usual).collect();
                let whole = match first {
                    Some(only) if named.is_empty() => only,
                    first => self.joined(&mut fields, first, &named, kind(merge.whole)),
                };
                fields.insert(merge.whole, whole);
            }
        }
        self.remark_rest(&mut fields, columns, moved);
        columns.iter().map(|column| fields.remove(column.id).unwrap_or_default()).collect()
    }

    fn remark_rest(&self, fields: &mut Fields, columns: &[&'static Column], moved: &mut Moved) {
        let Some(remark) = columns.iter().find(|column| column.role == Role::Remark) else { return };
        let homeless: Vec<&'static str> =
            fields.keys().copied().filter(|id| !columns.iter().any(|column| column.id == *id)).collect();
        if homeless.is_empty() {
            return;
        }
        for id in &homeless {
            *moved.entry(self.label(id).to_owned()).or_default() += 1;
        }
        let own = fields.remove(remark.id);
        let cell = self.joined(fields, own, &homeless, remark.kind);
        fields.insert(remark.id, cell);
    }

    /// Several fields in one cell, each with its name, the one without first.
    fn joined(&self, fields: &mut Fields, own: Option<Cell>, parts: &[&'static str], kind: Kind) -> Cell {
        let mut lines: Vec<String> = own.iter().map(|cell| cell.text().to_owned()).collect();
        let mut sources = own.map(|cell| cell.sources().to_vec()).unwrap_or_default();
        for id in parts {
            let Some(cell) = fields.remove(id) else { continue };
            lines.push(self.named(id, cell.text(), kind));
            sources.extend(cell.sources().iter().cloned());
        }
        Cell::as_read(lines.join("\n"), Meaning::default(), sources)
    }
}
