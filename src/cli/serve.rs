//! `rapikan serve`: the local page, for people without a terminal.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::time::Duration;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::arguments::{MEMORY, Patience};
use super::decree;
use super::exit::Exit;
use super::help::{parsed_memory, parsed_patience, parsed_size};
use super::say::{Stop, Streams};
use super::side::Side;
use super::start;
use super::trouble::Trouble;
use crate::model::{Language, Said};
use crate::read::Limits;
use crate::web::{self, Settings, System, opener, serve};

/// The command's name.
pub(super) const NAME: &str = "serve";

/// How many bytes the files of one page may have together, if nothing is said: what is read of them takes several
/// times as much memory.
const WHOLE: u64 = 512 * 1_048_576;
/// How long the work on one file may take if nothing is said.
const PATIENCE: Duration = Duration::from_secs(60);
/// The first argument of the process in which the page has a file read.
const WORKER: &str = "--page-worker";

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
            "Membuka halaman di peramban komputer ini, tanpa internet, untuk merapikan dan memutuskan dengan tetikus",
            "Open a page in this computer's browser, without internet, to clean and decide with the mouse",
        ))
        .arg(Arg::new("no-open").long("no-open").action(ArgAction::SetTrue).help(say(
            "Hanya mencetak alamatnya",
            "Only print the address",
        )))
        .arg(
            Arg::new("port")
                .long("port")
                .value_name(say("NOMOR", "N"))
                .value_parser(value_parser!(u16))
                .help(say("Nomor port [bawaan: yang bebas]", "The port [default: any that is free]")),
        )
        .arg(
            Arg::new("max-size")
                .long("max-size")
                .value_name(say("UKURAN", "SIZE"))
                .value_parser(ValueParser::from(parsed_size))
                .help(say("Ukuran berkas terbesar [bawaan: 100M]", "The largest file [default: 100M]")),
        )
        .arg(
            Arg::new("max-total")
                .long("max-total")
                .value_name(say("UKURAN", "SIZE"))
                .value_parser(ValueParser::from(parsed_size))
                .help(say("Ukuran semua berkas bersama [bawaan: 512M]", "The size of all files together [default: 512M]")),
        )
        .args(more(&say))
}

fn more(say: &dyn Fn(&'static str, &'static str) -> &'static str) -> [Arg; 3] {
    let option = |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value);
    [
        option("timeout", say("DETIK", "SECONDS")).value_parser(ValueParser::from(parsed_patience)).help(say(
            "Berapa detik paling lama untuk satu berkas; 0 tanpa batas [bawaan: 60]",
            "How many seconds one file may take; 0 for no limit [default: 60]",
        )),
        option("memory", say("UKURAN", "SIZE")).value_parser(ValueParser::from(parsed_memory)).help(say(
            "Memori terbanyak untuk satu berkas; 0 tanpa batas [bawaan: 1G]",
            "How much memory one file may take; 0 for no limit [default: 1G]",
        )),
        option("keep", say("FOLDER", "FOLDER")).value_parser(value_parser!(PathBuf)).help(say(
            "Tempat keputusan Anda disimpan, agar ada lagi lain hari [bawaan: folder data rapikan]",
            "Where your decisions are kept, so that they are there another day [default: the data folder of rapikan]",
        )),
    ]
}

/// Works as the process in which the page has a file read, if the first argument says so: `None` else.
pub(super) fn work(arguments: &[OsString], limit_memory: fn(u64)) -> Option<Exit> {
    let (program, typed) = match arguments {
        [program, name, typed @ ..] if name == WORKER => (program, typed),
        _ => return None,
    };
    let arguments = std::iter::once(program).chain(typed).cloned().collect();
    if decree::choose(arguments).is_err() {
        return Some(Exit::Fault);
    }
    Some(web::work(limit_memory).map_or(Exit::Fault, |()| Exit::Done))
}

fn start() -> io::Result<Process> {
    let mut command = Process::new(env::current_exe()?);
    command.arg(WORKER).args(decree::repeated());
    // Each arena of glibc asks for 64 MiB of addresses, used or not, and the limit counts addresses.
    command.env("MALLOC_ARENA_MAX", "2");
    start::without_console(&mut command);
    Ok(command)
}

/// Ends when the page does.
fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let settings = settings(matches);
    let ready = |address: &str| {
        streams.stop(&Stop { text: format!("{address}\n"), wanted: true });
        let opened = matches.get_flag("no-open") || open(address);
        streams.line(open_by_hand(opened).within(language));
    };
    serve(&settings, &ready).map_err(|error| {
        let said = unserved(settings.port, &error);
        anyhow::Error::new(error).context(Trouble::new(Exit::Output, said))
    })?;
    Ok(Exit::Done)
}

fn settings(matches: &ArgMatches) -> Settings {
    let mut limits = Limits::default();
    if let Some(bytes) = matches.get_one::<u64>("max-size") {
        limits.bytes = *bytes;
        limits.inflated_bytes = limits.inflated_bytes.max(*bytes);
    }
    Settings {
        port: matches.get_one::<u16>("port").copied().unwrap_or_default(),
        limits,
        whole: matches.get_one::<u64>("max-total").copied().unwrap_or(WHOLE),
        memory: matches.get_one::<Option<u64>>("memory").copied().unwrap_or(Some(MEMORY)),
        patience: match matches.get_one::<Patience>("timeout") {
            None | Some(Patience::Unsaid) => Some(PATIENCE),
            Some(Patience::Endless) => None,
            Some(Patience::Within(patience)) => Some(*patience),
        },
        keep: matches.get_one::<PathBuf>("keep").cloned().or_else(kept),
        start: Arc::new(start),
    }
}

/// Where decisions are kept if nothing is said; `None` where a person has no place for data.
fn kept() -> Option<PathBuf> {
    Some(dirs::data_local_dir()?.join("rapikan").join("keputusan"))
}

/// Whether a browser could be asked to open the address.
fn open(address: &str) -> bool {
    let (program, words) = opener(System::own(), address);
    let mut quiet = Process::new(program);
    quiet.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    start::without_console(&mut quiet);
    quiet.spawn().is_ok()
}

fn open_by_hand(opened: bool) -> Said {
    if opened {
        Said::new(
            "Halaman rapikan siap di alamat itu, hanya di komputer ini. Program berhenti sendiri setelah halamannya ditutup, atau dengan Ctrl+C di sini.",
            "The page of rapikan is ready at that address, on this computer only. The program ends by itself once the page is closed, or by Ctrl+C here.",
        )
    } else {
        Said::new(
            "Peramban tidak dapat dibuka; salin alamat di atas ke peramban Anda.",
            "No browser could be opened; copy the address above into yours.",
        )
    }
}

fn unserved(port: u16, error: &io::Error) -> Said {
    Said::new(
        format!(
            "halaman tidak dapat dibuka pada port {port} ({error}); mungkin sudah dipakai program lain: pilih --port lain atau jangan sebut port."
        ),
        format!(
            "the page cannot be served on port {port} ({error}); perhaps another program uses it: choose another --port, or name none."
        ),
    )
}
