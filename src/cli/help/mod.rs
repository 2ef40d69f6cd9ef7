//! The declared arguments and their help in both languages.

mod options;
mod values;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, Command, value_parser};

use super::checked::CheckFormat;
use super::side::SIDES;
use crate::model::Language;
use options::{anywhere, inputs, jobs, max_size, memory, option, outputs, quiet, timeout, version};
pub(super) use values::{parsed_memory, parsed_patience, parsed_size};

/// The command that writes.
pub(super) const CONVERT: &str = "convert";
/// The command that only looks.
pub(super) const CHECK: &str = "check";

/// Chooses between the two wordings.
#[derive(Clone, Copy)]
pub(super) struct Say(Language);

impl Say {
    pub(super) const fn of(self, indonesian: &'static str, english: &'static str) -> &'static str {
        match self.0 {
            Language::Indonesian => indonesian,
            Language::English => english,
        }
    }
}

/// The whole command line, its help in one language.
pub(super) fn command(language: Language) -> Command {
    let say = Say(language);
    let about = say.of(
        "Merapikan tabel Renja (T-C.29 … T-C.33), Renstra (T-C.23 … T-C.28) dan evaluasinya (E.80, E.81) yang berantakan: membaca buku kerja apa adanya, memperbaikinya dengan bukti, dan menulis buku kerja baku beserta daftar perbaikannya. Berkas masukan tidak pernah diubah.",
        "Cleans messy Renja tables (T-C.29 … T-C.33), those of the Renstra (T-C.23 … T-C.28) and of their evaluation (E.80, E.81): reads a workbook as it is, repairs it with proofs, and writes a standard workbook with the list of its repairs. Inputs are never changed.",
    );
    let root = dressed(Command::new("rapikan"), say)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .arg_required_else_help(true)
        .override_usage(say.of(
            "rapikan [PILIHAN] <MASUKAN>...\n           rapikan <PERINTAH> [PILIHAN] <MASUKAN>...",
            "rapikan [OPTIONS] <INPUT>...\n       rapikan <COMMAND> [OPTIONS] <INPUT>...",
        ))
        .help_template(say.of(
            "{about}\n\nPemakaian: {usage}\n\nPerintah:\n{subcommands}\n\nMasukan:\n{positionals}\n\nPilihan:\n{options}{after-help}\n",
            "{about}\n\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nInputs:\n{positionals}\n\nOptions:\n{options}{after-help}\n",
        ))
        .about(about)
        .after_help(say.of(CODES_ID, CODES_EN))
        .args(inputs(say))
        .args(outputs(say))
        .arg(version(say));
    let sides = SIDES.iter().map(|side| side.declared(language));
    root.subcommand(convert(say)).subcommand(check(say)).subcommands(sides)
}

/// `help convert` is `convert --help`, and `help` alone is `--help`, where no file has that name.
pub(super) fn asked(mut arguments: Vec<OsString>, language: Language) -> Vec<OsString> {
    let is_help = arguments.get(1).is_some_and(|first| first == "help") && !Path::new("help").exists();
    let command = command(language);
    let named = |name: &OsString| name.to_str().is_some_and(|name| command.find_subcommand(name).is_some());
    match (is_help, arguments.get(2)) {
        (true, None) => arguments.splice(1.., ["--help".into()]).for_each(drop),
        (true, Some(name)) if named(name) => {
            let name = name.clone();
            arguments.splice(1.., [name, "--help".into()]).for_each(drop);
        }
        _ => {}
    }
    arguments
}

const CODES_ID: &str = "Kode keluar: 0 tidak ada yang perlu diputuskan, 1 masih ada temuan, 2 salah pemakaian, 3 ada masukan yang tidak terbaca atau tanpa tabel, 4 hasil ditolak atau gagal ditulis, 70 kesalahan rapikan sendiri.";
const CODES_EN: &str = "Exit codes: 0 nothing left to decide, 1 findings left, 2 wrong usage, 3 an input unreadable or without any table, 4 output refused or failed, 70 a fault of rapikan itself.";

fn convert(say: Say) -> Command {
    dressed(Command::new(CONVERT), say)
        .override_usage(
            say.of("rapikan convert [PILIHAN] <MASUKAN>...", "rapikan convert [OPTIONS] <INPUT>..."),
        )
        .about(say.of(
            "Merapikan berkas dan menulis hasilnya (tanpa perintah pun ini yang dilakukan)",
            "Clean files and write the results (what happens without a command, too)",
        ))
        .after_help(say.of(CODES_ID, CODES_EN))
        .args(inputs(say))
        .args(outputs(say))
}

fn check(say: Say) -> Command {
    dressed(Command::new(CHECK), say)
        .override_usage(say.of("rapikan check [PILIHAN] <MASUKAN>...", "rapikan check [OPTIONS] <INPUT>..."))
        .about(say.of("Memeriksa berkas tanpa menulis apa pun", "Look at files and write nothing"))
        .after_help(say.of(CODES_ID, CODES_EN))
        .args(inputs(say))
        .arg(option("with", say.of("BERKAS", "FILE")).action(ArgAction::Append).value_parser(value_parser!(PathBuf)).help(say.of(
            "Dokumen lain yang harus cocok dengan masukan: Renstra, RKPD, atau evaluasinya; yang berbeda disebut dengan kedua tempatnya, tidak ada yang diubah",
            "Another document that the inputs must agree with: the Renstra, the RKPD, the evaluation; what differs is told with both places, nothing is changed",
        )))
        .arg(option("format", "FORMAT").value_parser(clap::builder::PossibleValuesParser::new(CheckFormat::NAMES)).hide_possible_values(true).help(say.of(
            "Bentuk hasil pemeriksaan: text di stderr; json, satu objek per berkas dan per baris; sarif 2.1.0; github, anotasi untuk GitHub Actions; ketiganya di stdout [bawaan: text]",
            "How the findings are told: text on stderr; json, one object a file and line; sarif 2.1.0; github, annotations for GitHub Actions; these three on stdout [default: text]",
        )))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).conflicts_with("format").help(say.of(
            "Sama dengan --format json",
            "The same as --format json",
        )))
}

/// Our own headings and flag of help, because clap knows English only.
fn dressed(command: Command, say: Say) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .disable_help_flag(true)
        .help_template(template(say, true))
        .arg(help.help(say.of("Menampilkan bantuan ini", "Show this help")).display_order(100))
}

const fn template(say: Say, has_inputs: bool) -> &'static str {
    if has_inputs {
        say.of(
            "{about}\n\nPemakaian: {usage}\n\nMasukan:\n{positionals}\n\nPilihan:\n{options}{after-help}\n",
            "{about}\n\nUsage: {usage}\n\nInputs:\n{positionals}\n\nOptions:\n{options}{after-help}\n",
        )
    } else {
        say.of(
            "{about}\n\nPemakaian: {usage}\n\nPilihan:\n{options}{after-help}\n",
            "{about}\n\nUsage: {usage}\n\nOptions:\n{options}{after-help}\n",
        )
    }
}

/// A command of a file of its own with its usage, our headings, and our flag of help.
pub(super) fn worded(command: Command, language: Language) -> Command {
    let say = Say(language);
    let name = format!("rapikan {}", command.get_name());
    let mut usage = format!("{name} {}", say.of("[PILIHAN]", "[OPTIONS]"));
    for positional in command.get_positionals() {
        let shown = positional.get_value_names().unwrap_or_default().join(" ");
        let many =
            if positional.get_num_args().is_some_and(|range| range.max_values() > 1) { "..." } else { "" };
        let shown = if positional.is_required_set() {
            format!("<{shown}>{many}")
        } else {
            format!("[{shown}]{many}")
        };
        usage = format!("{usage} {shown}");
    }
    let has_inputs = command.get_positionals().next().is_some();
    dressed(command, say)
        .args(anywhere(say))
        .bin_name(name)
        .override_usage(usage)
        .help_template(template(say, has_inputs))
}

/// What commands that read several files take besides: the limits of each, how many at once, and how much is said.
pub(super) fn reading(language: Language) -> [Arg; 5] {
    let say = Say(language);
    [max_size(say), timeout(say), memory(say), jobs(say), quiet(say)]
}
