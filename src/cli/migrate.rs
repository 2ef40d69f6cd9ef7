//! `rapikan migrate INPUT --to EDITION`: a plan in the codes of another edition, nothing mapped in silence.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::exit::Exit;
use super::lookup::named_edition;
use super::say::{Stop, Streams};
use super::side::Side;
use super::trial::Trial;
use super::trouble::Trouble;
use super::worker::Hands;
use super::{help, piped, put};
use crate::batch::Input;
use crate::compare::Migration;
use crate::model::{Document, Edition, Language, Said};
use crate::pipeline::{self, Failure};
use crate::solve::SolveOptions;
use crate::write::{migration as written, xlsx};

/// The command's name.
pub(super) const NAME: &str = "migrate";

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let [max_size, timeout, memory, ..] = help::reading(language);
    Command::new(NAME)
        .about(say(
            "Memindahkan Renja ke edisi kodefikasi lain: kode dan nama lama di samping yang baru, dengan bukti atau pertanyaan",
            "Move a Renja to another edition of the codification: old codes and names beside the new, each with a proof or a question",
        ))
        .after_help(say(
            "Kode keluar: 0 setiap baris punya kode baru, 1 ada baris yang perlu diputuskan, 2 salah pemakaian, 3 berkas tidak terbaca atau tanpa tabel, 4 hasil ditolak atau gagal ditulis, 70 kesalahan rapikan sendiri.\nHubungan: tetap, pindah, pindah-bidang, pindah-banyak, nama-lain (nomornya kini milik nama lain), hilang. Berkas masukan tidak diubah.",
            "Exit codes: 0 every row has a new code, 1 rows are left to decide, 2 wrong usage, 3 a file unreadable or without any table, 4 output refused or failed, 70 a fault of rapikan itself.\nRelations: tetap (the same), pindah (moved), pindah-bidang (to another bidang), pindah-banyak (several), nama-lain (the number now bears another name), hilang (gone). Inputs are never changed.",
        ))
        .arg(
            Arg::new("input")
                .value_name(say("MASUKAN", "INPUT"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(say("Berkas Renja, rapi atau berantakan", "A Renja file, clean or messy")),
        )
        .arg(Arg::new("to").long("to").value_name(say("EDISI", "EDITION")).required(true).num_args(1).value_parser(target).help(say(
            "Edisi tujuan: 2019, 2021 atau 2023",
            "The edition to move to: 2019, 2021 or 2023",
        )))
        .arg(Arg::new("out").long("out").short('o').value_name(say("HASIL", "OUT")).num_args(1).value_parser(value_parser!(PathBuf)).help(say(
            "Berkas hasil: .xlsx, atau .json [bawaan: MASUKAN-EDISI.xlsx di folder hasil di samping masukan]",
            "The file to write: .xlsx, or .json [default: INPUT-EDITION.xlsx in the folder hasil beside the input]",
        )))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).conflicts_with("out").help(say(
            "Menampilkan modelnya dengan pemindahan sebagai JSON",
            "Show the model with the migration as JSON",
        )))
        .arg(Arg::new("force").short('f').long("force").action(ArgAction::SetTrue).help(say(
            "Menimpa hasil yang sudah ada",
            "Replace a result that is there already",
        )))
        .args([max_size, timeout, memory])
}

/// An edition that a plan can be moved to.
fn target(name: &str) -> Result<Edition, String> {
    match named_edition(name)? {
        edition if edition.is_legacy() => Err("2019, 2021, 2023".to_owned()),
        edition => Ok(edition),
    }
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let trial = Trial::of(matches, language)?;
    let input = matches.get_one::<PathBuf>("input").cloned().unwrap_or_default();
    let to = matches.get_one::<Edition>("to").copied().unwrap_or_default();
    let force = matches.get_flag("force");
    let out = matches
        .get_one::<PathBuf>("out")
        .cloned()
        .unwrap_or_else(|| if piped::is_input(&input) { PathBuf::from("-") } else { beside(&input, to) });
    let is_shown = matches.get_flag("json");
    if let Some(refused) = put::refused(&out, &[&input], force).filter(|_| !is_shown) {
        return Err(Trouble::new(Exit::Output, refused.said()).into());
    }
    let document = cleaned(&input, &trial, &trial.hands(false, streams))?;
    let migration = pipeline::migrated(&document, to);
    if !migration.adds_up() {
        return Err(Trouble::new(Exit::Fault, Said::fault("migration changed a sum")).at(&input).into());
    }
    if is_shown {
        let shown =
            streams.stop(&Stop { text: written::json(&document, &migration, language), wanted: true });
        return Ok(shown.max(exit(&migration)));
    }
    let is_json = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let bytes = if is_json {
        written::json(&document, &migration, language).into_bytes()
    } else {
        xlsx::migration(&document, &migration, language).map_err(Trouble::output)?
    };
    for line in written::summary(&migration, language) {
        streams.line(&line);
    }
    let put = put::deliver(&out, &bytes, force, false, language, streams)?;
    Ok(put.max(exit(&migration)))
}

fn exit(migration: &Migration) -> Exit {
    if migration.open() == 0 { Exit::Done } else { Exit::Findings }
}

/// `hasil/renja-2023.xlsx` beside `renja.xlsx`.
fn beside(input: &Path, to: Edition) -> PathBuf {
    let stem = input.file_stem().unwrap_or_default().to_string_lossy();
    input.with_file_name("hasil").join(format!("{stem}-{}.xlsx", to.name()))
}

fn cleaned(path: &Path, trial: &Trial, hands: &Hands<'_>) -> Result<Document, Trouble> {
    let input = Input::alone(path);
    hands.answer(&input).map_err(|(said, exit)| Trouble::new(exit, said).at(path))?;
    let cleaned = pipeline::cleaned(path, trial.limits(), SolveOptions::default());
    cleaned.map(|(document, _)| document).map_err(|failure| {
        let exit = if matches!(failure, Failure::Fault(_)) { Exit::Fault } else { Exit::Input };
        Trouble::new(exit, failure.said()).at(path)
    })
}
