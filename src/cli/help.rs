//! The declared arguments and their help in both languages.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::arguments::Patience;
use super::side::SIDES;
use super::size;
use crate::model::Language;
use crate::pipeline::Format;
use crate::write::xlsx::{LayoutChoice, PaperChoice};

/// The command that writes.
pub(super) const CONVERT: &str = "convert";
/// The command that only looks.
pub(super) const CHECK: &str = "check";

/// More threads than any machine of an office can use.
const MOST_JOBS: usize = 1024;

/// Chooses between the two wordings.
#[derive(Clone, Copy)]
struct Say(Language);

impl Say {
    const fn of(self, indonesian: &'static str, english: &'static str) -> &'static str {
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

/// The whole command line as it can be typed: `--lang` and `--codification` are taken out before any command reads its
/// arguments, so that a command need not declare them, but they may stand with each.
pub(super) fn whole(language: Language) -> Command {
    let say = Say(language);
    let everywhere = [spoken(say), decree(say)];
    command(language).mut_subcommands(|one| {
        let missing = everywhere
            .clone()
            .into_iter()
            .filter(|option| !one.get_arguments().any(|argument| argument.get_id() == option.get_id()));
        let missing: Vec<Arg> = missing.collect();
        one.args(missing)
    })
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
    dressed(command, say).bin_name(name).override_usage(usage).help_template(template(say, has_inputs))
}

/// What commands that read several files take besides: the limits of each, how many at once, and how much is said.
pub(super) fn reading(language: Language) -> [Arg; 5] {
    let say = Say(language);
    [max_size(say), timeout(say), memory(say), jobs(say), quiet(say)]
}

fn version(say: Say) -> Arg {
    Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .display_order(101)
        .help(say.of("Menampilkan versi", "Show the version"))
}

/// The language of messages.
fn spoken(say: Say) -> Arg {
    choice("lang", say.of("BAHASA", "LANGUAGE"), &["id", "en"]).help(say.of(
        "Bahasa pesan: id Indonesia, en Inggris [bawaan: menurut sistem]",
        "Language of messages: id Indonesian, en English [default: the system's]",
    ))
}

/// The next decree's table.
fn decree(say: Say) -> Arg {
    option(super::decree::NAME, say.of("BERKAS.csv", "FILE.csv")).value_parser(value_parser!(PathBuf)).help(say.of(
        "Kodefikasi keputusan berikutnya, sebelum rapikan memuatnya: kode,level,nama,tingkat_pemda,indikator,satuan; edisinya bernama seperti berkasnya",
        "The codification of the next decree, before rapikan has it: kode,level,nama,tingkat_pemda,indikator,satuan; its edition is named as the file is",
    ))
}

/// What every command takes.
fn inputs(say: Say) -> Vec<Arg> {
    vec![
        Arg::new("inputs")
            .value_name(say.of("MASUKAN", "INPUT"))
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf))
            .help(say.of(
                "Berkas (xlsx, xlsm, xlsb, xls, ods, HTML, XML Excel 2003, CSV) atau folder; folder dibaca beserta semua isinya",
                "Files (xlsx, xlsm, xlsb, xls, ods, HTML, Excel 2003 XML, CSV) or folders; a folder is read with everything in it",
            )),
        choice("names", say.of("NAMA", "NAMES"), &["official", "printed"]).help(say.of(
            "Penulisan nama urusan sampai sub kegiatan: official menurut kodefikasi bila kode dan nama saling membuktikan, printed seperti tercetak [bawaan: official]",
            "How names of urusan to sub kegiatan are written: official as in the codification where code and name prove each other, printed as they stand [default: official]",
        )),
        choice("grade", say.of("MUTU", "GRADE"), &["A", "B"]).help(say.of(
            "Perbaikan terlemah yang diterapkan: A terbukti, B satu-satunya bacaan yang mungkin [bawaan: B]",
            "The weakest repair that is applied: A proven, B the only possible reading [default: B]",
        )),
        option("reject", say.of("BERKAS", "FILE")).value_parser(value_parser!(PathBuf)).help(say.of(
            "Keputusan Anda: buku hasil yang kolom Keputusannya sudah diisi (tolak, atau pilihan untuk pertanyaan), atau JSON; hanya untuk satu berkas masukan",
            "Your decisions: the result workbook with its column Decision filled in (tolak, or an answer to a question), or JSON; for one input file only",
        )),
        jobs(say),
        max_size(say),
        timeout(say),
        memory(say),
        decree(say),
        spoken(say),
        quiet(say),
    ]
}

fn timeout(say: Say) -> Arg {
    option("timeout", say.of("DETIK", "SECONDS")).value_parser(ValueParser::from(parsed_patience)).help(say.of(
            "Berapa detik paling lama untuk satu berkas; yang belum selesai dihentikan dan yang lain dilanjutkan; 0 tanpa batas [bawaan: 60 untuk kumpulan berkas, tanpa batas untuk satu berkas]",
            "How many seconds one file may take; what is not done is stopped and the others go on; 0 for no limit [default: 60 in a batch, none for a single file]",
        ))
}

fn memory(say: Say) -> Arg {
    option("memory", say.of("UKURAN", "SIZE")).value_parser(ValueParser::from(parsed_memory)).help(say.of(
        "Memori terbanyak untuk satu berkas; 0 tanpa batas [bawaan: 1G]",
        "How much memory one file may take; 0 for no limit [default: 1G]",
    ))
}

fn jobs(say: Say) -> Arg {
    option("jobs", say.of("JUMLAH", "N")).short('j').value_parser(ValueParser::from(parsed_jobs)).help(
        say.of(
            "Berapa berkas diproses sekaligus [bawaan: sebanyak inti prosesor]",
            "How many files at once [default: one a core]",
        ),
    )
}

fn max_size(say: Say) -> Arg {
    option("max-size", say.of("UKURAN", "SIZE")).value_parser(ValueParser::from(parsed_size)).help(say.of(
        "Ukuran berkas terbesar yang dibaca, misalnya 500K, 20M, 1G; angka saja berarti MiB [bawaan: 100M]",
        "The largest file that is read, such as 500K, 20M, 1G; a bare number means MiB [default: 100M]",
    ))
}

fn quiet(say: Say) -> Arg {
    Arg::new("quiet")
        .short('q')
        .long("quiet")
        .action(ArgAction::SetTrue)
        .help(say.of("Hanya menyebut yang gagal", "Tell failures only"))
}

/// What a command that writes takes besides.
fn outputs(say: Say) -> Vec<Arg> {
    vec![
        option("out", say.of("HASIL", "OUT")).short('o').value_parser(value_parser!(PathBuf)).help(say.of(
            "Folder hasil; atau berkas, bila masukannya satu berkas, formatnya satu dan akhirannya cocok [bawaan: folder hasil di samping masukan pertama]",
            "Folder of the results; or a file, for one input file and one format with that ending [default: the folder hasil beside the first input]",
        )),
        option("to", "FORMAT")
            .value_delimiter(',')
            .value_parser(ValueParser::from(parsed_format))
            .help(say.of(
                "Format hasil, dipisah koma: xlsx, json, csv, sipd-csv [bawaan: xlsx]",
                "Formats of the results, parted by commas: xlsx, json, csv, sipd-csv [default: xlsx]",
            )),
        option("layout", say.of("TATALETAK", "LAYOUT"))
            .value_parser(clap::builder::PossibleValuesParser::new(LayoutChoice::names()))
            .hide_possible_values(true)
            .help(say.of(
                "Tata letak T-C.33 di buku hasil: asal, permendagri (10 kolom), sipd, sipd-ri (17 kolom); isi yang tidak punya kolom pindah ke Catatan [bawaan: asal]",
                "The layout of T-C.33 in the workbook: asal (as it came), permendagri (10 columns), sipd, sipd-ri (17 columns); what has no column goes to the remarks [default: asal]",
            )),
        option("paper", say.of("KERTAS", "PAPER"))
            .value_parser(clap::builder::PossibleValuesParser::new(PaperChoice::NAMES))
            .hide_possible_values(true)
            .help(say.of(
                "Kertas cetak: f4, a3 atau a4; yang lebih lebar dicetak berdampingan [bawaan: f4, atau a3 bila kolomnya tidak muat]",
                "The paper for printing: f4, a3 or a4; what is wider is printed side by side [default: f4, or a3 where the columns do not fit]",
            )),
        Arg::new("audit-file").long("audit-file").action(ArgAction::SetTrue).conflicts_with("no-audit").help(say.of(
            "Lembar audit dalam buku kerja sendiri, NAMA-audit.xlsx",
            "Audit sheets in a workbook of their own, NAME-audit.xlsx",
        )),
        Arg::new("force").short('f').long("force").action(ArgAction::SetTrue).help(say.of(
            "Menimpa hasil yang sudah ada",
            "Replace results that are there already",
        )),
        Arg::new("no-report").long("no-report").action(ArgAction::SetTrue).help(say.of(
            "Tanpa LAPORAN.xlsx, LAPORAN.json dan catatan pengembalian (NAMA-catatan.xlsx) untuk kumpulan berkas",
            "No LAPORAN.xlsx, LAPORAN.json and return notes (NAME-catatan.xlsx) for a batch of files",
        )),
        Arg::new("no-audit").long("no-audit").action(ArgAction::SetTrue).help(say.of(
            "Buku kerja tanpa tanda perbaikan dan tanpa lembar audit",
            "A workbook without marks of repairs and without audit sheets",
        )),
    ]
}

fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).num_args(1)
}

fn choice(name: &'static str, value: &'static str, values: &'static [&'static str]) -> Arg {
    option(name, value)
        .value_parser(clap::builder::PossibleValuesParser::new(values))
        .ignore_case(name == "grade")
        .hide_possible_values(true)
}

fn parsed_format(name: &str) -> Result<Format, String> {
    Format::named(name.trim()).ok_or_else(|| "xlsx, json, csv, sipd-csv".to_owned())
}

fn parsed_jobs(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs)).ok_or_else(|| format!("1 … {MOST_JOBS}"))
}

pub(super) fn parsed_patience(text: &str) -> Result<Patience, String> {
    let seconds: Option<f64> = text.trim().parse().ok();
    match seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok()) {
        Some(Duration::ZERO) => Ok(Patience::Endless),
        Some(patience) => Ok(Patience::Within(patience)),
        None => Err("0, 0.5, 60".to_owned()),
    }
}

pub(super) fn parsed_memory(text: &str) -> Result<Option<u64>, String> {
    if text.trim() == "0" {
        return Ok(None);
    }
    size::bytes(text).map(Some).ok_or_else(|| "0, 500M, 2G".to_owned())
}

/// A size, or what sizes look like.
pub(super) fn parsed_size(text: &str) -> Result<u64, String> {
    size::bytes(text).ok_or_else(|| "500K, 20M, 1G".to_owned())
}
