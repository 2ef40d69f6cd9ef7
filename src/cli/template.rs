//! `rapikan template`: a workbook to type into.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::exit::Exit;
use super::lookup::named_edition;
use super::say::Streams;
use super::side::Side;
use super::trouble::Trouble;
use super::{piped, put};
use crate::codification::in_grammar;
use crate::forms;
use crate::model::{Document, Edition, Form, Kode, Language, Said};
use crate::pipeline::{self, Failure};
use crate::read::{self, Limits};
use crate::solve::SolveOptions;
use crate::template::{
    NoYear, TemplateError, Wanted, edition_of, lacks_years, several_offices, template, year_of,
};
use crate::write::file;
use crate::write::xlsx::LayoutChoice;

/// The command's name.
pub(super) const NAME: &str = "template";

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
    let command = Command::new(NAME)
        .about(say(
            "Membuat buku kerja kosong siap isi, atau yang terisi dari tahun lalu",
            "Make a blank workbook to type into, or one filled from last year's",
        ))
        .arg(
            Arg::new("forms")
                .value_name(say("TABEL", "FORM"))
                .required(true)
                .num_args(1..)
                .value_parser(|text: &str| forms::form(text).ok_or_else(known_forms))
                .help(say("Tabel yang dibuat, misalnya T-C.33 atau tc29", "The tables, such as T-C.33 or tc29")),
        )
        .arg(option("year", say("TAHUN", "YEAR")).required_unless_present("from").value_parser(value_parser!(u16).range(2000..=2100)).help(
            say(
                "Tahun rencana [bawaan dengan --from: tahun sesudah Renja itu; untuk evaluasi, tahunnya sendiri]",
                "The plan year [default with --from: the year after that Renja; for an evaluation, its own year]",
            ),
        ))
        .arg(option("opd", say("NAMA", "NAME")).help(say("Nama Perangkat Daerah", "The office")))
        .arg(option("region", say("NAMA", "NAME")).help(say(
            "Daerah: Kabupaten …, Kota … atau Provinsi …",
            "The region: Kabupaten …, Kota … or Provinsi …",
        )))
        .arg(option("bidang", say("KODE", "CODES")).value_delimiter(',').value_parser(|text: &str| text.parse::<Kode>()).help(
            say(
                "Bidang urusan yang barisnya diisikan, dipisah koma, yang utama dahulu, misalnya 2.17,3.30 [bawaan: baris kosong]",
                "The bidang urusan whose rows are put in, parted by commas, the main one first, such as 2.17,3.30 [default: empty rows]",
            ),
        ));
    more(command, language)
}

fn more(command: Command, language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let option =
        |name: &'static str, value: &'static str| Arg::new(name).long(name).value_name(value).num_args(1);
    command
        .arg(option("layout", say("TATALETAK", "LAYOUT")).value_parser(PossibleValuesParser::new(LayoutChoice::names())).hide_possible_values(true).help(say(
            "Tata letak T-C.33: asal, permendagri, sipd atau sipd-ri [bawaan: sipd, mulai tahun 2027 sipd-ri]",
            "The layout of T-C.33: asal, permendagri, sipd or sipd-ri [default: sipd, from 2027 sipd-ri]",
        )))
        .arg(
            option("edition", say("EDISI", "EDITION"))
                .value_parser(named_edition)
                .help(say(
                    "Edisi kodefikasi: 2006, 2019, 2021 atau 2023 [bawaan: 2006 sampai tahun rencana 2020, 2021 sampai 2024, sesudahnya 2023]",
                    "The edition of the codification: 2006, 2019, 2021 or 2023 [default: 2006 for plans until 2020, 2021 until 2024, 2023 after]",
                )),
        )
        .arg(option("from", say("BERSIH.xlsx", "CLEAN.xlsx")).action(ArgAction::Append).value_parser(value_parser!(PathBuf)).help(say(
            "Diisi dari buku kerja bersih; boleh disebut beberapa kali: dari Renja tahun sebelumnya, prakiraan maju menjadi rencana; dari Renstra, target dan pagu tahun itu; untuk E.81, target dari Renja tahun itu, target akhir dari Renstra, capaian dari E.81 tahun sebelumnya, atau isi triwulan sebelumnya",
            "Fill it from a clean workbook; may be said several times: of the Renja of the year before, the forward estimate becomes the plan; of the Renstra, the targets and amounts of the year; for E.81, the targets of that year's Renja, the last ones of the Renstra, what was reached from the E.81 of the year before, or what the quarter before holds",
        )))
        .arg(option("out", say("HASIL", "OUT")).short('o').value_parser(value_parser!(PathBuf)).help(say(
            "Berkas hasil [bawaan: templat-TAHUN.xlsx]",
            "The file to write [default: templat-YEAR.xlsx]",
        )))
        .arg(Arg::new("force").short('f').long("force").action(ArgAction::SetTrue).help(say(
            "Menimpa berkas yang sudah ada",
            "Replace a file that is there already",
        )))
}

fn known_forms() -> String {
    forms::FORMS.iter().map(|form| form.id).collect::<Vec<_>>().join(", ")
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let (path, bytes, lacks) = make(matches)?;
    let force = matches.get_flag("force");
    let inputs: Vec<&Path> = sources(matches).map(PathBuf::as_path).collect();
    if let Some(refused) = put::refused(&path, &inputs, force) {
        return Err(Trouble::new(Exit::Output, refused.said()).into());
    }
    if piped::is_dash(&path) {
        return Ok(streams.deliver(&bytes, language));
    }
    file::replace(&path, &bytes, force).map_err(Trouble::output)?;
    streams.line(written(&path).within(language));
    if lacks {
        streams.line(no_years().within(language));
    }
    Ok(Exit::Done)
}

fn written(path: &Path) -> Said {
    let path = path.display();
    Said::new(
        format!(
            "{path}: siap diisi. Sel putih untuk diisi, sel abu-abu terisi sendiri; kunci lembar tanpa kata sandi."
        ),
        format!(
            "{path}: ready to be filled in. White cells are typed, grey ones follow; the sheets are protected without a password."
        ),
    )
}

/// That nothing of the single years was taken over.
fn no_years() -> Said {
    Said::new(
        "Renstra itu mencetak Tahun-1, Tahun-2, … tanpa angka tahun, jadi target dan pagu per tahunnya tidak diisikan: tulis angka tahunnya (2026, 2027, …) pada judul kolom berkas itu, lalu ulangi.",
        "That Renstra prints Tahun-1, Tahun-2, … without years of the calendar, so that the targets and amounts of its years are not put in: write the years (2026, 2027, …) into the headers of that file, and do it again.",
    )
}

fn sources(matches: &ArgMatches) -> impl Iterator<Item = &PathBuf> {
    matches.get_many("from").unwrap_or_default()
}

/// Where the template goes, its bytes, and whether the years of a Renstra were not known.
fn make(matches: &ArgMatches) -> anyhow::Result<(PathBuf, Vec<u8>, bool)> {
    let from = sources(matches).map(|path| clean(path)).collect::<anyhow::Result<Vec<Document>>>()?;
    let forms = forms_of(matches);
    // Nothing is read without either: whoever read the arguments has refused it.
    let year = match matches.get_one::<u16>("year") {
        Some(year) => *year,
        None => year_of(&forms, &from).map_err(|why| Trouble::new(Exit::Usage, no_year(&why)))?,
    };
    let lacks = forms.iter().any(|form| lacks_years(form, &from));
    let wanted = wanted(matches, year, forms);
    let bytes = template(&wanted, &from).map_err(|error| match error {
        TemplateError::NoSuchBidang(code, edition) => {
            Trouble::new(Exit::Usage, no_such_bidang(&code, edition))
        }
        TemplateError::SeveralOffices(offices) => Trouble::new(Exit::Usage, several_offices(&offices)),
        TemplateError::Write(error) => Trouble::new(Exit::Fault, error.said()),
    })?;
    let path =
        matches.get_one("out").cloned().unwrap_or_else(|| PathBuf::from(format!("templat-{year}.xlsx")));
    Ok((path, bytes, lacks))
}

/// The forms that are named, each once.
fn forms_of(matches: &ArgMatches) -> Vec<&'static Form> {
    let mut forms: Vec<&'static Form> = Vec::new();
    for form in matches.get_many::<&'static Form>("forms").unwrap_or_default() {
        if !forms.iter().any(|known| known.id == form.id) {
            forms.push(form);
        }
    }
    forms
}

fn wanted(matches: &ArgMatches, year: u16, forms: Vec<&'static Form>) -> Wanted {
    let text = |name: &str| matches.get_one::<String>(name).map(|text| text.trim().to_owned());
    let edition = matches.get_one::<Edition>("edition").copied().unwrap_or_else(|| edition_of(year));
    let bidang = |code: &Kode| in_grammar(code, edition).unwrap_or_else(|| code.clone());
    Wanted {
        forms,
        year,
        opd: text("opd"),
        region: text("region"),
        bidang: matches.get_many::<Kode>("bidang").unwrap_or_default().map(bidang).collect(),
        layout: text("layout").and_then(|name| LayoutChoice::named(&name)).unwrap_or_default(),
        edition,
    }
}

/// The clean document of a file to start from.
fn clean(path: &Path) -> anyhow::Result<Document> {
    let workbook = read::from_path(path, &Limits::default()).map_err(|error| {
        let said = error.said();
        anyhow::Error::new(error).context(Trouble::new(Exit::Input, said).at(path))
    })?;
    let document = pipeline::clean(&workbook, SolveOptions::default())?;
    if document.tables.is_empty() {
        return Err(Trouble::new(Exit::Input, Failure::NoTable.said()).at(path).into());
    }
    Ok(document)
}

fn no_year(why: &NoYear) -> Said {
    match why {
        NoYear::Unsaid => Said::new(
            "tahunnya tidak dapat diketahui dari berkas --from; tambahkan --year TAHUN.",
            "the year does not follow from the file of --from; add --year YEAR.",
        ),
        NoYear::Several(first, year, second, other) => Said::new(
            format!(
                "{first} dibuat untuk tahun {year} dan {second} untuk tahun {other}; buat masing-masing sendiri, atau tambahkan --year TAHUN."
            ),
            format!(
                "{first} is made for {year} and {second} for {other}; make them one by one, or add --year YEAR."
            ),
        ),
    }
}

fn no_such_bidang(code: &Kode, edition: Edition) -> Said {
    let edition = edition.name();
    Said::new(
        format!(
            "{code} bukan bidang urusan dalam kodefikasi edisi {edition}, jadi tidak ada baris untuknya; cari kodenya dengan rapikan lookup --level bidang_urusan NAMA."
        ),
        format!(
            "{code} is no bidang urusan of the codification's edition {edition}, so there are no rows for it; find the code with rapikan lookup --level bidang_urusan NAME."
        ),
    )
}
