//! `rapikan diff A B`: what changed between two versions of a plan.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::exit::Exit;
use super::say::{Stop, Streams};
use super::side::Side;
use super::trial::Trial;
use super::trouble::Trouble;
use super::worker::Hands;
use super::{color, help, messages, piped, put, usage};
use crate::batch::Input;
use crate::compare::Differences;
use crate::model::{Document, Language, Said};
use crate::pipeline::{self, Failure};
use crate::solve::SolveOptions;
use crate::write::differences::{Version, json, text};
use crate::write::xlsx;

/// The command's name.
pub(super) const NAME: &str = "diff";

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let file = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).required(true).value_parser(value_parser!(PathBuf))
    };
    let [max_size, timeout, memory, ..] = help::reading(language);
    Command::new(NAME)
        .about(say(
            "Membandingkan dua versi Renja: baris, nama, kode, target dan pagu yang berubah",
            "Compare two versions of a Renja: rows, names, codes, targets and amounts that changed",
        ))
        .after_help(say(
            "Kode keluar: 0 sama, 1 berbeda (atau ada isi yang belum pasti berbeda), 2 salah pemakaian, 3 berkas tidak terbaca atau tanpa tabel, 4 hasil ditolak atau gagal ditulis, 70 kesalahan rapikan sendiri.\nTanda: + ditambah, - dihapus, = ganti nama, > pindah kode, # ganti nomor menurut edisi kodefikasi, ~ berubah, ? belum pasti.",
            "Exit codes: 0 equal, 1 different (or something open that may be), 2 wrong usage, 3 a file unreadable or without any table, 4 output refused or failed, 70 a fault of rapikan itself.\nSigns: + added, - dropped, = renamed, > moved to another code, # renumbered by the edition of the codification, ~ changed, ? open.",
        ))
        .arg(file("old", say("LAMA", "OLD")).help(say(
            "Versi lama: rancangan, atau Renja tahun lalu",
            "The old version: the draft, or last year's plan",
        )))
        .arg(file("new", say("BARU", "NEW")).help(say("Versi baru", "The new version")))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).conflicts_with("to").help(say(
            "Sebagai JSON",
            "As JSON",
        )))
        .arg(Arg::new("to").long("to").value_name("FORMAT").num_args(1).value_parser(PossibleValuesParser::new(["xlsx", "json", "perubahan"])).hide_possible_values(true).help(say(
            "Format: xlsx (perlu -o), json, atau perubahan: T-C.33 Perubahan (sebelum, sesudah, selisih) sebagai xlsx (perlu -o) [bawaan: tabel di terminal]",
            "The format: xlsx (needs -o), json, or perubahan: the T-C.33 of the change (before, after, difference) as xlsx (needs -o) [default: a table on the terminal]",
        )))
        .arg(Arg::new("out").long("out").short('o').value_name(say("HASIL", "OUT")).num_args(1).value_parser(value_parser!(PathBuf)).help(say(
            "Berkas hasil; tanpa --to akhirannya menentukan formatnya",
            "The file to write; without --to its ending says the format",
        )))
        .arg(Arg::new("force").short('f').long("force").action(ArgAction::SetTrue).help(say(
            "Menimpa hasil yang sudah ada",
            "Replace a result that is there already",
        )))
        .args([max_size, timeout, memory])
}

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Json,
    Xlsx,
    /// The plan before and after its change.
    Perubahan,
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let out = matches.get_one::<PathBuf>("out");
    let form = form(matches, out);
    if matches!(form, Form::Xlsx | Form::Perubahan) && out.is_none() {
        let said = messages::xlsx_needs_out();
        return Err(usage::complaint(said.within(language), language).into());
    }
    let trial = Trial::of(matches, language)?;
    compared(matches, &trial, form, language, streams)
}

/// What was asked for; else what the ending of OUT says; else a table.
fn form(matches: &ArgMatches, out: Option<&PathBuf>) -> Form {
    let ending = out.and_then(|out| out.extension()).map(|ending| ending.to_string_lossy().to_lowercase());
    let asked = matches.get_one::<String>("to").map(String::as_str);
    match asked.or(ending.as_deref()) {
        _ if matches.get_flag("json") => Form::Json,
        Some("json") => Form::Json,
        Some("xlsx") => Form::Xlsx,
        Some("perubahan") => Form::Perubahan,
        _ => Form::Text,
    }
}

fn compared(
    matches: &ArgMatches,
    trial: &Trial,
    form: Form,
    language: Language,
    streams: &Streams,
) -> anyhow::Result<Exit> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (first, second) = (path("old"), path("new"));
    let out = matches.get_one::<PathBuf>("out");
    let force = matches.get_flag("force");
    if let Some(refused) = out.and_then(|out| put::refused(out, &[&first, &second], force)) {
        return Err(Trouble::new(Exit::Output, refused.said()).into());
    }
    let hands = trial.hands(false, streams);
    let read = |path: &Path| -> Result<Document, Trouble> {
        let (document, notices) = cleaned(path, trial, &hands)?;
        for notice in notices {
            streams.line(&format!("{}: {}", piped::shown(path), notice.within(language)));
        }
        Ok(document)
    };
    let (old, new) = (read(&first)?, read(&second)?);
    let differences = pipeline::compared(&old, &new);
    let named = |path: &Path, document: &Document| Version::of(&piped::shown(path), document);
    let versions = [&named(&first, &old), &named(&second, &new)];
    match out {
        None => {
            let coloured = form == Form::Text && color::on_stdout();
            let text = shown(&differences, versions, form, language, coloured);
            // Its own colours are sent; the texts between them hold no other sign that steers a terminal.
            let shown = if coloured {
                streams.show(text.as_bytes())
            } else {
                streams.stop(&Stop { text, wanted: true })
            };
            if shown != Exit::Done {
                return Ok(shown);
            }
        }
        Some(out) => {
            let bytes = match form {
                Form::Xlsx => xlsx::changes(&differences, versions, language).map_err(Trouble::output)?,
                Form::Perubahan => perubahan((&first, &old), (&second, &new), language)?,
                _ => shown(&differences, versions, form, language, false).into_bytes(),
            };
            let put = put::deliver(out, &bytes, force, false, language, streams)?;
            if put != Exit::Done {
                return Ok(put);
            }
        }
    }
    Ok(if differences.is_equal() { Exit::Done } else { Exit::Findings })
}

fn shown(
    differences: &Differences,
    versions: [&Version; 2],
    form: Form,
    language: Language,
    coloured: bool,
) -> String {
    match form {
        Form::Json => json(differences, versions, language),
        Form::Text | Form::Xlsx | Form::Perubahan => text(differences, versions, language, coloured),
    }
}

/// The workbook of the change from one version to the other.
fn perubahan(
    old: (&Path, &Document),
    new: (&Path, &Document),
    language: Language,
) -> Result<Vec<u8>, Trouble> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (before, after) = (name(old.0), name(new.0));
    let changed = pipeline::changed((&before, old.1), (&after, new.1))
        .ok_or_else(|| Trouble::new(Exit::Input, messages::no_plan_to_change()))?;
    let options = xlsx::XlsxOptions { language, ..xlsx::XlsxOptions::default() };
    xlsx::workbook(&changed, &options).map_err(Trouble::output)
}

fn cleaned(path: &Path, trial: &Trial, hands: &Hands<'_>) -> Result<(Document, Vec<Said>), Trouble> {
    let input = Input::alone(path);
    hands.answer(&input).map_err(|(said, exit)| Trouble::new(exit, said).at(path))?;
    pipeline::cleaned(path, trial.limits(), SolveOptions::default()).map_err(|failure| {
        let exit = if matches!(failure, Failure::Fault(_)) { Exit::Fault } else { Exit::Input };
        Trouble::new(exit, failure.said()).at(path)
    })
}
