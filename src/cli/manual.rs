//! `rapikan man`: the manual pages, made of the same declarations as the help.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_mangen::Man;

use super::exit::Exit;
use super::help;
use super::say::{Stop, Streams};
use super::side::Side;
use super::trouble::Trouble;
use crate::model::Language;
use crate::write::{WriteError, file};

/// The command's name.
pub(super) const NAME: &str = "man";

/// The headings of a page, which clap knows in English only.
const HEADINGS: [(&str, &str); 7] = [
    ("NAME", "NAMA"),
    ("SYNOPSIS", "RINGKASAN"),
    ("DESCRIPTION", "KETERANGAN"),
    ("OPTIONS", "PILIHAN"),
    ("SUBCOMMANDS", "PERINTAH"),
    ("EXTRA", "TAMBAHAN"),
    ("VERSION", "VERSI"),
];

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    Command::new(NAME)
        .about(say(
            "Membuat halaman manual (man): dicetak, atau satu berkas per perintah dengan -o",
            "Make the manual pages (man): printed, or a file for each command with -o",
        ))
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name("FOLDER")
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "Folder untuk rapikan.1, rapikan-convert.1 dan seterusnya [bawaan: halaman rapikan.1 dicetak]",
                    "Folder for rapikan.1, rapikan-convert.1 and so on [default: the page rapikan.1 is printed]",
                )),
        )
        .arg(Arg::new("force").short('f').long("force").action(ArgAction::SetTrue).help(say(
            "Menimpa halaman yang sudah ada",
            "Replace pages that are there already",
        )))
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let pages = pages(language)?;
    let Some(folder) = matches.get_one::<PathBuf>("out") else {
        let text = pages.into_iter().next().map(|(_, text)| text).unwrap_or_default();
        return Ok(streams.stop(&Stop { text, wanted: true }));
    };
    written(&pages, folder, matches.get_flag("force")).map_err(Trouble::output)?;
    streams.line(&format!("→ {} ({})", folder.display(), pages.len()));
    Ok(Exit::Done)
}

/// Every page by its file name, the page of the whole program first.
fn pages(language: Language) -> io::Result<Vec<(String, String)>> {
    let mut whole = help::command(language);
    // Gives each command its whole name, such as "rapikan-convert".
    whole.build();
    let mut pages = Vec::new();
    for command in std::iter::once(&whole).chain(whole.get_subcommands()) {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name());
        let file = format!("{name}.1");
        let mut page = Vec::new();
        Man::new(command.clone()).render(&mut page)?;
        pages.push((file, headed(&String::from_utf8_lossy(&page), language)));
    }
    Ok(pages)
}

/// A page with its headings in a language.
fn headed(page: &str, language: Language) -> String {
    let line = |line: &str| {
        let translated = HEADINGS.iter().find(|(english, _)| line.strip_prefix(".SH ") == Some(english));
        match translated.filter(|_| language == Language::Indonesian) {
            Some((_, indonesian)) => format!(".SH {indonesian}\n"),
            None => format!("{line}\n"),
        }
    };
    page.lines().map(line).collect()
}

/// Writes the pages below a folder, each whole or not at all.
fn written(pages: &[(String, String)], folder: &Path, force: bool) -> Result<(), WriteError> {
    fs::create_dir_all(folder).map_err(|source| WriteError::Disk { path: folder.to_path_buf(), source })?;
    pages.iter().try_for_each(|(name, text)| file::replace(&folder.join(name), text.as_bytes(), force))
}
