//! Office Open XML workbooks, transitional and strict: the workbook part and its sheets.
//!
//! Cells are streamed into a sparse grid, by calamine out of a package made anew: a lone cell far out costs one cell.
//! A sheet that calamine refuses is read by our own walker, to which one odd cell costs only itself.

mod cells;
mod comments;
mod package;
mod pieces;
mod streamed;
mod strings;
mod styles;
mod suspects;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Grid, Notice, Said};

use super::archive::Archive;
use super::budget::Budget;
use super::calculate;
use super::error::ReadError;
use super::look::Looks;
use super::moment::Epoch;
use super::oddity::{Gathered, left_out};
use super::sheet::Sheet;
use super::xml::{Element, Token, Xml, decode_xml};
use streamed::{Common, Streamed};

/// What the cells of all sheets share, for our own walker.
struct Shared {
    texts: strings::Texts,
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

/// Who reads the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// Calamine, and our own walker for the sheets that it refuses.
    Calamine,
    /// Our own walker alone.
    Walker,
}

/// Reads every sheet that can be read; the others give notices. The names of the sheets that our own walker read are
/// added to `walked`.
pub(super) fn read(
    archive: &mut Archive<'_>,
    workbook: &str,
    reader: Reader,
    budget: &mut Budget,
    (notices, walked): (&mut Vec<Notice>, &mut Vec<Arc<str>>),
) -> Result<Vec<Grid>, ReadError> {
    let relations = relations(archive, workbook, budget)?;
    let bytes = archive.read(workbook, budget)?;
    let (listed, properties) = listed_sheets(workbook, &decode_xml(&bytes))?;
    let of_kind = |kind: &str, usual: &str| {
        let found = relations.values().find(|relation| relation.kind == kind);
        found.map_or_else(|| usual.to_owned(), |relation| relation.target.clone())
    };
    let texts = of_kind("sharedStrings", "xl/sharedStrings.xml");
    let looks = read_looks(archive, &of_kind("styles", "xl/styles.xml"), budget, notices);
    let mut shared = Shared { texts: strings::Texts::default(), looks, epoch: properties.epoch };
    let mut texts_read = !archive.has(&texts);
    let mut streamed = match reader {
        Reader::Calamine => Streamed::open(archive, &texts, &sheet_parts(&listed, &relations), budget)?,
        Reader::Walker => None,
    };
    let grids = each_sheet(&listed, &relations, budget, notices, |line, part, budget, notices| {
        let before = budget.clone();
        if let Some(streamed) = &mut streamed {
            let common =
                Common { looks: &shared.looks, epoch: shared.epoch, recalculates: properties.recalculates };
            let mut sheet = Sheet::new(&line.name, budget)?;
            if streamed.fill(part, &common, &mut sheet)? {
                return finished(archive, line, part, sheet, notices);
            }
        }
        *budget = before;
        walked.push(Arc::from(line.name.as_str()));
        if !texts_read {
            shared.texts = strings::read(archive, &texts, budget)?;
            texts_read = true;
        }
        let bytes = archive.read(part, budget)?;
        let mut sheet = Sheet::new(&line.name, budget)?;
        cells::read(part, &decode_xml(&bytes), &shared, &mut sheet)?;
        finished(archive, line, part, sheet, notices)
    })?;
    Ok(calculate::calculated(grids, properties.recalculates, notices))
}

/// The parts of the sheets of cells, in the order of the list.
fn sheet_parts<'r>(listed: &[Listed], relations: &'r BTreeMap<String, Relation>) -> Vec<&'r str> {
    let of = |line: &Listed| relations.get(line.relation.as_ref()?);
    let sheets = listed.iter().filter_map(of).filter(|relation| relation.kind == "worksheet");
    sheets.map(|relation| relation.target.as_str()).collect()
}

/// A sheet whose cells are read, with its comments.
fn finished(
    archive: &mut Archive<'_>,
    line: &Listed,
    part: &str,
    mut sheet: Sheet<'_>,
    notices: &mut Vec<Notice>,
) -> Result<Grid, ReadError> {
    sheet.hidden = line.hidden;
    comments::read(archive, part, &mut sheet)?;
    Ok(sheet.finish(notices))
}

/// Damaged styles cost the number formats, not the numbers.
fn read_looks(
    archive: &mut Archive<'_>,
    part: &str,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
) -> Looks {
    if !archive.has(part) {
        return Looks::default();
    }
    let read = archive.read(part, budget).and_then(|bytes| styles::read(part, &decode_xml(&bytes)));
    read.unwrap_or_else(|_| {
        let said = Said::new(
            "format angka di berkas ini rusak, jadi tanggal dan persen mungkin terbaca sebagai angka biasa.",
            "the number formats of this file are damaged, so dates and percents may be read as plain numbers.",
        );
        notices.push(said.into());
        Looks::default()
    })
}

/// Calls `read` for each sheet of cells. A sheet that fails is left out with a notice, unless a limit is
/// exceeded or nothing at all can be read.
pub(super) fn each_sheet(
    listed: &[Listed],
    relations: &BTreeMap<String, Relation>,
    budget: &mut Budget,
    notices: &mut Vec<Notice>,
    mut read: impl FnMut(&Listed, &str, &mut Budget, &mut Vec<Notice>) -> Result<Grid, ReadError>,
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

/// What holds for the whole workbook.
#[derive(Clone, Copy, Debug, Default)]
struct Properties {
    epoch: Epoch,
    /// Whether it asks to be calculated when it is opened.
    recalculates: bool,
}

fn listed_sheets(part: &str, text: &str) -> Result<(Vec<Listed>, Properties), ReadError> {
    let mut xml = Xml::new(part, text);
    let mut listed = Vec::new();
    let mut properties = Properties::default();
    loop {
        match xml.next()? {
            Token::Open(element) if element.name() == "sheet" => listed.push(listed_sheet(&element)),
            Token::Open(element) if element.name() == "workbookPr" && element.flag("date1904") => {
                properties.epoch = Epoch::Y1904;
            }
            Token::Open(element) if element.name() == "calcPr" => {
                properties.recalculates = element.flag("fullCalcOnLoad") || element.flag("forceFullCalc");
            }
            Token::End => return Ok((listed, properties)),
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
