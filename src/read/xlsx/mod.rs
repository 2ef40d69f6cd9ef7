//! Office Open XML workbooks, transitional and strict: the workbook part and its sheets.
//!
//! Cells are streamed into a sparse grid: a lone cell far out costs one cell, and one odd cell costs only
//! itself.

mod cells;
mod strings;
mod styles;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Grid, Said};

use super::archive::Archive;
use super::budget::Budget;
use super::error::ReadError;
use super::look::Looks;
use super::moment::Epoch;
use super::sheet::{Gathered, Sheet, left_out};
use super::xml::{Element, Token, Xml, decode_xml};

/// What the cells of all sheets share.
struct Shared {
    texts: Vec<Arc<str>>,
    looks: Looks,
    epoch: Epoch,
}

/// One line of the workbook's list of sheets.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) relation: Option<String>,
}

/// Where a part leads to.
pub(super) struct Relation {
    pub(super) kind: String,
    pub(super) target: String,
}

/// Reads every sheet that can be read; the others give notices.
pub(super) fn read(
    archive: &mut Archive<'_>,
    workbook: &str,
    budget: &mut Budget,
    notices: &mut Vec<Said>,
) -> Result<Vec<Grid>, ReadError> {
    let relations = relations(archive, workbook, budget)?;
    let bytes = archive.read(workbook, budget)?;
    let (listed, epoch) = listed_sheets(workbook, &decode_xml(&bytes))?;
    let of_kind = |kind: &str, usual: &str| {
        let found = relations.values().find(|relation| relation.kind == kind);
        found.map_or_else(|| usual.to_owned(), |relation| relation.target.clone())
    };
    let texts_part = of_kind("sharedStrings", "xl/sharedStrings.xml");
    let styles_part = of_kind("styles", "xl/styles.xml");
    let texts =
        if archive.has(&texts_part) { strings::read(archive, &texts_part, budget)? } else { Vec::new() };
    let looks = read_looks(archive, &styles_part, budget, notices);
    let shared = Shared { texts, looks, epoch };
    each_sheet(&listed, &relations, budget, notices, |listed, part, budget, notices| {
        let bytes = archive.read(part, budget)?;
        let mut sheet = Sheet::new(&listed.name, budget)?;
        sheet.hidden = listed.hidden;
        cells::read(part, &decode_xml(&bytes), &shared, &mut sheet)?;
        Ok(sheet.finish(notices))
    })
}

/// Damaged styles cost the number formats, not the numbers.
fn read_looks(archive: &mut Archive<'_>, part: &str, budget: &mut Budget, notices: &mut Vec<Said>) -> Looks {
    if !archive.has(part) {
        return Looks::default();
    }
    let read = archive.read(part, budget).and_then(|bytes| styles::read(part, &decode_xml(&bytes)));
    read.unwrap_or_else(|_| {
        notices.push(Said::new(
            "format angka di berkas ini rusak, jadi tanggal dan persen mungkin terbaca sebagai angka biasa.",
            "the number formats of this file are damaged, so dates and percents may be read as plain numbers.",
        ));
        Looks::default()
    })
}

/// Calls `read` for each sheet of cells. A sheet that fails is left out with a notice, unless a limit is
/// exceeded or nothing at all can be read.
pub(super) fn each_sheet(
    listed: &[Listed],
    relations: &BTreeMap<String, Relation>,
    budget: &mut Budget,
    notices: &mut Vec<Said>,
    mut read: impl FnMut(&Listed, &str, &mut Budget, &mut Vec<Said>) -> Result<Grid, ReadError>,
) -> Result<Vec<Grid>, ReadError> {
    let mut gathered = Gathered::default();
    for line in listed {
        let relation = line.relation.as_ref().and_then(|id| relations.get(id));
        match relation {
            None => notices.push(left_out(&line.name, &no_part())),
            Some(relation) if relation.kind != "worksheet" => {
                notices.push(left_out(&line.name, &no_cells(&relation.kind)));
            }
            Some(relation) => {
                let grid = read(line, &relation.target, budget, notices);
                gathered.add(&line.name, grid, notices)?;
            }
        }
    }
    gathered.finish()
}

fn no_part() -> Said {
    Said::new(
        "daftar lembar menyebutnya, tetapi isinya tidak ada di dalam berkas; buka di Excel lalu simpan ulang.",
        "the list of sheets names it, but the file does not hold it; open it in Excel and save it anew.",
    )
}

fn no_cells(kind: &str) -> Said {
    Said::new(
        format!("jenisnya \"{kind}\" (grafik, makro atau dialog), bukan lembar berisi sel."),
        format!("its kind is \"{kind}\" (chart, macro or dialog), no sheet of cells."),
    )
}

fn listed_sheets(part: &str, text: &str) -> Result<(Vec<Listed>, Epoch), ReadError> {
    let mut xml = Xml::new(part, text);
    let mut listed = Vec::new();
    let mut epoch = Epoch::Y1900;
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "sheet" => listed.push(listed_sheet(&element)),
            Token::Open(element) if element.name() == "workbookPr" && element.flag("date1904") => {
                epoch = Epoch::Y1904;
            }
            Token::End => return Ok((listed, epoch)),
            _ => {}
        }
    }
}

fn listed_sheet(element: &Element<'_>) -> Listed {
    Listed {
        name: element.attribute("name").unwrap_or_default(),
        hidden: element.attribute("state").is_some_and(|state| state != "visible"),
        relation: element.attribute("id"),
    }
}

/// The workbook part, as the package names it.
pub(super) fn workbook_part(archive: &mut Archive<'_>, budget: &mut Budget) -> Result<String, ReadError> {
    let found = relations(archive, "", budget)?
        .into_values()
        .find(|relation| relation.kind == "officeDocument" && archive.has(&relation.target))
        .map(|relation| relation.target);
    let usual = ["xl/workbook.xml", "xl/workbook.bin"];
    found
        .or_else(|| usual.into_iter().find(|part| archive.has(part)).map(str::to_owned))
        .ok_or_else(|| ReadError::MissingPart("xl/workbook.xml".to_owned()))
}

/// The relations of a part by id, their targets as names from the root; none where the part has none. Of a
/// kind only its last word is kept, which transitional and strict files have in common.
pub(super) fn relations(
    archive: &mut Archive<'_>,
    part: &str,
    budget: &mut Budget,
) -> Result<BTreeMap<String, Relation>, ReadError> {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let name = format!("{folder}/_rels/{file}.rels");
    let mut found = BTreeMap::new();
    if !archive.has(&name) {
        return Ok(found);
    }
    let bytes = archive.read(&name, budget)?;
    let text = decode_xml(&bytes);
    let mut xml = Xml::new(&name, &text);
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "Relationship" => {
                let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) else {
                    continue;
                };
                let kind = element.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.insert(id, Relation { kind, target: resolve(folder, &target) });
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_resolved_from_the_folder_of_their_part() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/a", "../b/./c.xml"), "xl/b/c.xml");
        assert_eq!(resolve("", "..\\..\\c.xml"), "c.xml");
    }
}
