//! Whose a row is: a table may be of one office, or of several, each with a section of its own; and an office may have
//! units with sections of theirs.

use crate::model::{Role, Section, Table, Tingkat, letters};

/// The office of a row and, where it has one, its unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Home {
    pub(super) office: String,
    pub(super) unit: Option<String>,
}

impl Home {
    /// Both, as a cell names them.
    pub(super) fn shown(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{} – {unit}", self.office),
            None => self.office.clone(),
        }
    }
}

/// The home of every row. `named` is the office that the document names; `file` stands for it where it names none and no
/// section does.
pub(super) fn homes(table: &Table, named: Option<&str>, file: &str) -> Vec<Home> {
    let level = |row: usize| table.rows.get(row).and_then(|row| row.level);
    let offices = (0..table.rows.len()).filter(|row| level(*row) == Some(Tingkat::PerangkatDaerah)).count();
    let mut office = named.unwrap_or(file).to_owned();
    let mut homes = Vec::with_capacity(table.rows.len());
    for row in 0..table.rows.len() {
        // The one office of a table is the one that the document names, however its row spells it.
        if level(row) == Some(Tingkat::PerangkatDaerah) && (offices > 1 || named.is_none()) {
            office = name(table, row).unwrap_or(office);
        }
        let section = table.sections.iter().find(|section| (section.first..=section.last).contains(&row));
        homes.push(home(&office, section, named.is_some(), &level));
    }
    homes
}

fn home(
    office: &str,
    section: Option<&Section>,
    is_named: bool,
    level: &dyn Fn(usize) -> Option<Tingkat>,
) -> Home {
    let of = |office: &str, unit: Option<&String>| Home { office: office.to_owned(), unit: unit.cloned() };
    // A table of one office is one section, which is called as the office is.
    let is_part = |name: &&String| letters(name) != letters(office);
    let named = section.and_then(|section| Some((section, section.opd.as_ref().filter(is_part)?)));
    let Some((section, name)) = named else {
        return of(office, None);
    };
    match level(section.first) {
        Some(Tingkat::PerangkatDaerah) => of(office, None),
        // What a document without an office calls its parts are its offices.
        Some(Tingkat::Banner) if !is_named => of(name, None),
        _ => of(office, Some(name)),
    }
}

fn name(table: &Table, row: usize) -> Option<String> {
    let column = table.columns.iter().find(|column| column.role == Role::Name)?;
    let text = table.cell(row, column.id)?.text().trim();
    (!text.is_empty()).then(|| text.to_owned())
}
