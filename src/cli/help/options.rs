//! The options of `convert` and `check`, and those that other commands share.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, value_parser};

use super::super::{color, config, decree};
use super::Say;
use super::values::{parsed_format, parsed_jobs, parsed_memory, parsed_patience, parsed_size};
use crate::write::xlsx::{LayoutChoice, PaperChoice};

pub(super) fn version(say: Say) -> Arg {
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

/// The colours.
fn colours(say: Say) -> Arg {
    choice(color::NAME, say.of("KAPAN", "WHEN"), &color::CHOICES).help(say.of(
        "Warna: auto di terminal saja, always, never; NO_COLOR mematikannya [bawaan: auto]",
        "Colours: auto on a terminal only, always, never; NO_COLOR turns them off [default: auto]",
    ))
}

/// What may stand with any command: it is taken out before a command reads its arguments, and declared so that the help
/// tells it and a wrong value is refused with the right ones.
pub(super) fn anywhere(say: Say) -> [Arg; 3] {
    [decree(say), colours(say), spoken(say)]
}

/// The next decree's table.
fn decree(say: Say) -> Arg {
    option(decree::NAME, say.of("BERKAS.csv", "FILE.csv")).value_parser(value_parser!(PathBuf)).help(say.of(
        "Kodefikasi keputusan berikutnya, sebelum rapikan memuatnya: kode,level,nama,tingkat_pemda,indikator,satuan; edisinya bernama seperti berkasnya",
        "The codification of the next decree, before rapikan has it: kode,level,nama,tingkat_pemda,indikator,satuan; its edition is named as the file is",
    ))
}

/// What every command takes.
pub(super) fn inputs(say: Say) -> Vec<Arg> {
    let own = [
        Arg::new("inputs")
            .value_name(say.of("MASUKAN", "INPUT"))
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf))
            .help(say.of(
                "Berkas (xlsx, xlsm, xlsb, xls, ods, HTML, XML Excel 2003, CSV) atau folder; folder dibaca beserta semua isinya; - berarti masukan standar",
                "Files (xlsx, xlsm, xlsb, xls, ods, HTML, Excel 2003 XML, CSV) or folders; a folder is read with everything in it; - is standard input",
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
        Arg::new(config::NO_CONFIG).long(config::NO_CONFIG).action(ArgAction::SetTrue).help(say.of(
            "Tanpa kebiasaan kantor dari rapikan.toml di samping masukan (layout, paper, names, grade)",
            "Without the habits of the office in rapikan.toml beside the inputs (layout, paper, names, grade)",
        )),
        quiet(say),
    ];
    own.into_iter().chain(anywhere(say)).collect()
}

pub(super) fn timeout(say: Say) -> Arg {
    option("timeout", say.of("DETIK", "SECONDS")).value_parser(ValueParser::from(parsed_patience)).help(say.of(
            "Berapa detik paling lama untuk satu berkas; yang belum selesai dihentikan dan yang lain dilanjutkan; 0 tanpa batas [bawaan: 60 untuk kumpulan berkas, tanpa batas untuk satu berkas]",
            "How many seconds one file may take; what is not done is stopped and the others go on; 0 for no limit [default: 60 in a batch, none for a single file]",
        ))
}

pub(super) fn memory(say: Say) -> Arg {
    option("memory", say.of("UKURAN", "SIZE")).value_parser(ValueParser::from(parsed_memory)).help(say.of(
        "Memori terbanyak untuk satu berkas; 0 tanpa batas [bawaan: 1G]",
        "How much memory one file may take; 0 for no limit [default: 1G]",
    ))
}

pub(super) fn jobs(say: Say) -> Arg {
    option("jobs", say.of("JUMLAH", "N")).short('j').value_parser(ValueParser::from(parsed_jobs)).help(
        say.of(
            "Berapa berkas diproses sekaligus [bawaan: sebanyak inti prosesor]",
            "How many files at once [default: one a core]",
        ),
    )
}

pub(super) fn max_size(say: Say) -> Arg {
    option("max-size", say.of("UKURAN", "SIZE")).value_parser(ValueParser::from(parsed_size)).help(say.of(
        "Ukuran berkas terbesar yang dibaca, misalnya 500K, 20M, 1G; angka saja berarti MiB [bawaan: 100M]",
        "The largest file that is read, such as 500K, 20M, 1G; a bare number means MiB [default: 100M]",
    ))
}

pub(super) fn quiet(say: Say) -> Arg {
    Arg::new("quiet")
        .short('q')
        .long("quiet")
        .action(ArgAction::SetTrue)
        .help(say.of("Hanya menyebut yang gagal", "Tell failures only"))
}

/// What a command that writes takes besides.
pub(super) fn outputs(say: Say) -> Vec<Arg> {
    vec![
        option("out", say.of("HASIL", "OUT")).short('o').value_parser(value_parser!(PathBuf)).help(say.of(
            "Folder hasil; atau berkas, bila masukannya satu berkas, formatnya satu dan akhirannya cocok; - berarti keluaran standar [bawaan: folder hasil di samping masukan pertama; keluaran standar bila masukannya -]",
            "Folder of the results; or a file, for one input file and one format with that ending; - is standard output [default: the folder hasil beside the first input; standard output if the input is -]",
        )),
        Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(say.of(
            "Hanya menyebut apa yang akan ditulis dan di mana; tidak ada yang ditulis",
            "Only tell what would be written, and where; nothing is written",
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

pub(super) fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).num_args(1)
}

fn choice(name: &'static str, value: &'static str, values: &'static [&'static str]) -> Arg {
    option(name, value)
        .value_parser(clap::builder::PossibleValuesParser::new(values))
        .ignore_case(name == "grade")
        .hide_possible_values(true)
}
