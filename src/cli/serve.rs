//! `rapikan serve`: the local page, for people without a terminal.

use std::io;
use std::process::{Command as Process, Stdio};

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::exit::Exit;
use super::help::parsed_size;
use super::say::{Stop, Streams};
use super::side::Side;
use super::start;
use super::trouble::Trouble;
use crate::model::{Language, Said};
use crate::read::Limits;
use crate::web::{Settings, System, opener, serve};

/// The command's name.
pub(super) const NAME: &str = "serve";

/// How many bytes the files of one page may have together, if nothing is said: what is read of them takes several
/// times as much memory.
const WHOLE: u64 = 512 * 1_048_576;

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
}

/// Ends when the page does.
fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let settings = settings(matches);
    let ready = |address: &str| {
        streams.stop(&Stop { text: format!("{address}\n"), wanted: true });
        let opened = matches.get_flag("no-open") || open(address);
        streams.line(open_by_hand(opened).within(language));
    };
    serve(settings, &ready).map_err(|error| {
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
    }
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
