//! What is made of several files: the archive of all results, a merged plan, the differences of two versions, and the
//! template of the year after a plan.

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::desk::Desk;
use super::hands::{Unanswered, Wish};
use super::paper::{Paper, stem};
use super::said;
use super::worker::{Save, Task, Tongue};
use crate::model::{Language, Said};
use crate::pipeline::standing_without;
use crate::write::league::{Readiness, Standing, by_work_left};
use crate::write::xlsx;

/// What the archive holds.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pack {
    /// The language of notes and audit.
    #[serde(default)]
    pub(super) lang: Tongue,
    /// What goes in besides the workbooks: any of `json`, `csv`, `decisions`, parted by commas.
    #[serde(default)]
    pub(super) more: String,
    /// The arrangement of the tables.
    pub(super) layout: Option<String>,
    /// `printed` for names as they are printed; official ones if nothing is said.
    pub(super) names: Option<String>,
}

impl Pack {
    /// How each file is wanted.
    pub(super) fn save(&self, what: &str) -> Save {
        let (layout, names) = (self.layout.clone(), self.names.clone());
        Save { what: what.to_owned(), lang: self.lang, layout, names, ..Save::default() }
    }
}

/// Every result in one archive, as `convert` writes them: in the folders that the files came in, with the report of
/// the batch and the notes to the offices. A file that cannot be saved is named in the report; the others are there.
pub(super) fn archive(desk: &Desk, pack: &Pack, wish: &Wish) -> Result<Vec<u8>, Said> {
    let papers = desk.papers();
    let (mut files, mut standings) = (Vec::new(), Vec::new());
    let names = names(&papers);
    for (paper, name) in papers.iter().zip(&names) {
        // While this one is worked on, the workers of the others rest.
        desk.paper(paper.id);
        match results(desk, paper, name, pack, wish) {
            Ok((results, standing)) => {
                files.extend(results);
                standings.push(standing);
            }
            Err(Unanswered::Stopped) => return Err(said::stopped()),
            Err(why) => {
                let reason = Readiness::Unreadable(why.said().within(pack.lang.into()).to_owned());
                standings.push(standing_without(&whole_name(paper), reason));
            }
        }
    }
    // A single file that is fine needs no report.
    if papers.len() > 1 || files.is_empty() {
        let report =
            xlsx::report(&by_work_left(standings), pack.lang.into()).map_err(|error| error.said())?;
        files.push(("LAPORAN.xlsx".to_owned(), report));
    }
    packed(&files)
}

/// A file of the archive: its name and its content.
type Packed = (String, Vec<u8>);

fn results(
    desk: &Desk,
    paper: &Paper,
    name: &str,
    pack: &Pack,
    wish: &Wish,
) -> Result<(Vec<Packed>, Standing), Unanswered> {
    let fault = |detail: &str| Unanswered::Refused(Said::fault(detail));
    let stands = paper.stands();
    let mut standing: Standing =
        serde_json::from_value(stands.outcome.get("standing").cloned().unwrap_or_default())
            .map_err(|error| fault(&error.to_string()))?;
    standing.file = whole_name(paper);
    let mut wanted = vec!["xlsx", "note"];
    let is_decided = !stands.decisions.is_empty() || !stands.accepted.is_empty();
    wanted.extend(pack.more.split(',').filter(|what| ["json", "csv"].contains(what)));
    wanted.extend(pack.more.split(',').filter(|what| *what == "decisions" && is_decided));
    let mut files = Vec::new();
    for what in wanted {
        // A note is sent to an office that has something to mend, in a batch.
        let Some((ending, _, bytes)) = saved(desk, paper, pack.save(what), wish)? else { continue };
        files.push((format!("{name}{ending}"), bytes));
    }
    Ok((files, standing))
}

/// The name of a file with the folders that it came in.
fn whole_name(paper: &Paper) -> String {
    paper.folder.iter().chain([&paper.name]).map(String::as_str).collect::<Vec<_>>().join("/")
}

/// Something of a file, as it is saved: the ending of its name, its kind, its content.
pub(super) fn saved(
    desk: &Desk,
    paper: &Paper,
    save: Save,
    wish: &Wish,
) -> Result<Option<(String, String, Vec<u8>)>, Unanswered> {
    let to = desk.free_place().map_err(|error| Unanswered::Refused(said::disk(&error)))?;
    let told = paper.save(&desk.hands, Save { to: to.to_path_buf(), ..save }, wish)?;
    if told.is_null() {
        return Ok(None);
    }
    let bytes = taken(&to).map_err(Unanswered::Refused)?;
    let text = |key: &str| told.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Some((text("ending"), text("kind"), bytes)))
}

/// The bytes of a file that a worker wrote for us.
fn taken(path: &Path) -> Result<Vec<u8>, Said> {
    std::fs::read(path).map_err(|error| said::disk(&error))
}

/// Where the results of each file stand in the archive, without an ending; of two that are called the same the later
/// one gets its number.
fn names(papers: &[Arc<Paper>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for paper in papers {
        let own = stem(&paper.name).to_owned();
        let mut name = paper.folder.iter().cloned().chain([own]).collect::<Vec<_>>().join("/");
        if names.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            name = format!("{name} ({})", paper.id);
        }
        names.push(name);
    }
    names
}

/// Files in an archive; the same files give the same bytes.
fn packed(files: &[Packed]) -> Result<Vec<u8>, Said> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let pack = || -> zip::result::ZipResult<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.start_file(name.as_str(), options)?;
            archive.write_all(bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    };
    pack().map_err(|error| Said::fault(&error.to_string()))
}

/// What is asked of several files.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(super) enum Asked {
    /// One plan of several offices.
    Merge {
        files: Vec<u64>,
        layout: Option<String>,
        #[serde(default)]
        lang: Tongue,
    },
    /// What differs between two versions.
    Compare {
        old: u64,
        new: u64,
        #[serde(default)]
        lang: Tongue,
    },
    /// A workbook to type into, filled from a file if one is named.
    Template { from: Option<u64>, asked: Value },
}

/// What was made: what is told of it, the name it is saved under, its content.
pub(super) type Made = (Value, String, Vec<u8>);

/// Makes it.
pub(super) fn made(desk: &Desk, asked: Asked, wish: &Wish) -> Result<Made, Said> {
    let to = desk.free_place().map_err(|error| said::disk(&error))?;
    let mut written = Vec::new();
    let mut result = |id: u64| -> Result<(String, PathBuf), Said> {
        let paper = desk.paper(id).ok_or_else(said::missing)?;
        let place = desk.free_place().map_err(|error| said::disk(&error))?;
        let to = place.to_path_buf();
        let save = Save { what: "xlsx".to_owned(), to: to.clone(), ..Save::default() };
        paper.save(&desk.hands, save, wish).map_err(Unanswered::said)?;
        // It lies there until the task is done.
        written.push(place);
        Ok((paper.name.clone(), to))
    };
    let (task, name) = match asked {
        Asked::Merge { files, layout, lang } => {
            let inputs = files.into_iter().map(&mut result).collect::<Result<_, _>>()?;
            (Task::Merge { inputs, layout, language: lang, to: to.to_path_buf() }, "gabungan.xlsx")
        }
        Asked::Compare { old, new, lang } => {
            let (old, new) = (result(old)?, result(new)?);
            let name =
                if Language::from(lang) == Language::English { "differences.xlsx" } else { "perbedaan.xlsx" };
            (Task::Compare { old, new, language: lang, to: to.to_path_buf() }, name)
        }
        Asked::Template { from, asked } => {
            let from = from.map(&mut result).transpose()?.map(|(_, place)| place);
            (Task::Template { asked, from, to: to.to_path_buf() }, "templat.xlsx")
        }
    };
    let mut worker = desk.hands.worker().map_err(Unanswered::said)?;
    let told = desk.hands.ask(&mut worker, &task, wish);
    drop(written);
    let told = told.map_err(Unanswered::said)?;
    let name = told.get("name").and_then(Value::as_str).unwrap_or(name).to_owned();
    Ok((told, name, taken(&to)?))
}
