//! `rapikan lookup`: what the codification has of a code or a name.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::exit::Exit;
use super::say::{Stop, Streams};
use super::side::Side;
use crate::codification::{Hit, Query, edition_named, editions, lookup};
use crate::model::{Edition, Kode, Language, Tingkat};

/// The command's name.
pub(super) const NAME: &str = "lookup";

const LEVELS: [Tingkat; 5] =
    [Tingkat::Urusan, Tingkat::BidangUrusan, Tingkat::Program, Tingkat::Kegiatan, Tingkat::SubKegiatan];

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let option =
        |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value).num_args(1);
    Command::new(NAME)
        .about(say(
            "Mencari kode atau nama di kodefikasi, juga nama yang salah eja",
            "Find a code or a name in the codification, misspelt names too",
        ))
        .arg(
            Arg::new("text")
                .value_name(say("TEKS|KODE", "TEXT|CODE"))
                .required(true)
                .num_args(1..)
                .help(say("Kode, nama, atau beberapa kata dari nama", "A code, a name, or words of a name")),
        )
        .arg(
            option("level", say("TINGKAT", "LEVEL"))
                .value_parser(PossibleValuesParser::new(LEVELS.map(Tingkat::name)))
                .hide_possible_values(true)
                .help(say(
                    "Hanya tingkat ini: urusan, bidang_urusan, program, kegiatan, sub_kegiatan",
                    "Only this level: urusan, bidang_urusan, program, kegiatan, sub_kegiatan",
                )),
        )
        .arg(
            option("bidang", say("KODE", "CODE"))
                .value_parser(|text: &str| text.parse::<Kode>())
                .help(say("Hanya di bawah kode ini, misalnya 2.17", "Only below this code, such as 2.17")),
        )
        .arg(option("edition", say("EDISI", "EDITION")).value_parser(named_edition).help(say(
            "Hanya edisi ini: 2006, 2019, 2021 atau 2023",
            "Only this edition: 2006, 2019, 2021 or 2023",
        )))
        .arg(option("limit", say("JUMLAH", "N")).value_parser(clap::value_parser!(u16)).help(say(
            "Paling banyak sekian per edisi [bawaan: 20]",
            "At most so many in each edition [default: 20]",
        )))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help(say("Sebagai JSON", "As JSON")))
}

/// An edition by its name.
///
/// # Errors
/// The names that there are.
pub(super) fn named_edition(name: &str) -> Result<Edition, String> {
    let names = || editions().into_iter().map(Edition::name).collect::<Vec<_>>().join(", ");
    edition_named(name).ok_or_else(names)
}

/// Ends with 0 if something was
/// found and 1 if not.
fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let hits = found(matches);
    if hits.is_empty() {
        let narrowed = ["level", "bidang", "edition"].into_iter().filter(|name| matches.contains_id(name));
        let narrowed: Vec<String> = narrowed.map(|name| format!("--{name}")).collect();
        streams.line(&nothing(&narrowed.join(", "), language));
        return Ok(Exit::Findings);
    }
    let text = if matches.get_flag("json") { json(&hits)? } else { table(&hits) };
    Ok(streams.stop(&Stop { text, wanted: true }))
}

/// What to try next; `narrowed` names the options that narrow the search.
fn nothing(narrowed: &str, language: Language) -> String {
    match (language, narrowed) {
        (Language::Indonesian, "") => {
            "Tidak ada yang mirip di kodefikasi; coba kata yang lebih sedikit atau periksa ejaannya."
                .to_owned()
        }
        (Language::Indonesian, _) => {
            format!(
                "Tidak ada yang mirip di kodefikasi; coba kata yang lebih sedikit, atau tanpa {narrowed}."
            )
        }
        (Language::English, "") => {
            "Nothing alike is in the codification; try fewer words, or check their spelling.".to_owned()
        }
        (Language::English, _) => {
            format!("Nothing alike is in the codification; try fewer words, or leave out {narrowed}.")
        }
    }
}

fn found(matches: &ArgMatches) -> Vec<Hit> {
    let words: Vec<&str> =
        matches.get_many::<String>("text").unwrap_or_default().map(String::as_str).collect();
    let editions: Vec<Edition> =
        matches.get_one::<Edition>("edition").map_or_else(editions, |edition| vec![*edition]);
    lookup(&Query {
        text: &words.join(" "),
        level: matches.get_one::<String>("level").and_then(|name| Tingkat::from_name(name)),
        bidang: matches.get_one::<Kode>("bidang"),
        editions: &editions,
        limit: usize::from(matches.get_one::<u16>("limit").copied().unwrap_or(20)),
    })
}

/// One line each: edition, code, level, likeness in percent, name.
fn table(hits: &[Hit]) -> String {
    let named = hits.iter().map(|hit| hit.edition.name().len()).max().unwrap_or_default();
    let width = hits.iter().map(|hit| hit.kode.as_str().len()).max().unwrap_or_default();
    let line = |hit: &Hit| {
        let (edition, level, name) = (hit.edition.name(), hit.entry.tingkat.name(), hit.entry.nama);
        let (kode, alike) = (hit.kode.as_str(), hit.likeness * 100.0);
        format!("{edition:named$}  {kode:width$}  {level:13}  {alike:3.0}%  {name}\n")
    };
    hits.iter().map(line).collect::<Vec<_>>().concat()
}

fn json(hits: &[Hit]) -> serde_json::Result<String> {
    let values: Vec<serde_json::Value> = hits
        .iter()
        .map(|hit| {
            serde_json::json!({
                "edisi": hit.edition.name(),
                "kode": hit.kode.as_str(),
                "tingkat": hit.entry.tingkat.name(),
                "nama": hit.entry.nama,
                "indikator": hit.entry.indikator,
                "satuan": hit.entry.satuan,
                "kemiripan": (hit.likeness * 1000.0).round() / 1000.0,
            })
        })
        .collect();
    Ok(serde_json::to_string_pretty(&values)? + "\n")
}
