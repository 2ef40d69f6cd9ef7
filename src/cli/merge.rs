//! `rapikan merge`: the T-C.33 of many offices in one workbook.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::exit::Exit;
use super::say::{Stop, Streams};
use super::side::Side;
use super::trial::Trial;
use super::{help, messages, piped, put, trouble, usage};
use crate::batch::{self, Fault, Found, Input};
use crate::compare::{Cause, LAYOUT, LeftOut, Merged};
use crate::model::{Document, Language, Said};
use crate::pipeline::{self, Failure};
use crate::read;
use crate::solve::SolveOptions;
use crate::write;
use crate::write::xlsx::{LayoutChoice, arranged};

/// The command's name.
pub(super) const NAME: &str = "merge";

/// The command.
pub(super) const SIDE: Side = Side { name: NAME, command, run };

/// The command with its help.
fn command(language: Language) -> Command {
    let say = |indonesian: &'static str, english: &'static str| match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    };
    let command = Command::new(NAME)
        .about(say(
            "Menggabungkan T-C.33 banyak Perangkat Daerah menjadi satu, dengan jumlah dan daftar yang bertentangan",
            "Merge the T-C.33 of many offices into one, with sums and a list of what contradicts",
        ))
        .after_help(say(
            "Kode keluar: 0 semua cocok, 1 ada yang perlu diputuskan, 2 salah pemakaian, 3 ada berkas yang tidak dapat digabungkan (yang lain tetap digabungkan), 4 hasil ditolak atau gagal ditulis, 70 kesalahan rapikan sendiri.",
            "Exit codes: 0 everything agrees, 1 something is left to decide, 2 wrong usage, 3 a file could not be merged (the others were), 4 output refused or failed, 70 a fault of rapikan itself.",
        ))
        .arg(
            Arg::new("inputs").value_name(say("MASUKAN", "INPUT")).required(true).num_args(1..).value_parser(value_parser!(PathBuf)).help(say(
                "Berkas Renja, rapi atau berantakan, folder, atau pola seperti */renja*.xlsx",
                "Renja files, clean or messy, folders, or patterns such as */renja*.xlsx",
            )),
        )
        .arg(Arg::new("out").long("out").short('o').value_name(say("HASIL", "OUT")).num_args(1).value_parser(value_parser!(PathBuf)).help(say(
            "Berkas hasil: .xlsx, atau .json",
            "The file to write: .xlsx, or .json",
        )))
        .arg(Arg::new("ceiling").long("ceiling").value_name(say("BERKAS", "FILE")).num_args(1).value_parser(value_parser!(PathBuf)).help(say(
            "Daftar plafon (csv, xlsx, …) dengan kolom Perangkat Daerah dan Pagu; yang melebihinya disebut dengan kedua angkanya",
            "A list of ceilings (csv, xlsx, …) with the columns Perangkat Daerah and Pagu; what is above is told with both numbers",
        )))
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help(say(
            "Menampilkan gabungannya sebagai JSON",
            "Show what was merged as JSON",
        )))
        .arg(Arg::new("layout").long("layout").value_name(say("TATALETAK", "LAYOUT")).num_args(1).value_parser(PossibleValuesParser::new(["permendagri", "sipd", LAYOUT])).hide_possible_values(true).help(say(
            "Tata letak: sipd-ri, dengan kolom Perangkat Daerah; permendagri dan sipd menaruhnya di Catatan [bawaan: sipd-ri]",
            "The layout: sipd-ri, with a column for the office; permendagri and sipd put it into the remarks [default: sipd-ri]",
        )))
        .arg(Arg::new("force").short('f').long("force").action(ArgAction::SetTrue).help(say(
            "Menimpa hasil yang sudah ada",
            "Replace a result that is there already",
        )));
    command.args(help::reading(language))
}

fn run(matches: &ArgMatches, language: Language, streams: &Streams) -> anyhow::Result<Exit> {
    let out = matches.get_one::<PathBuf>("out");
    let is_twice = matches.get_flag("json") && out.is_some_and(|out| piped::is_dash(out));
    if is_twice || out.is_none() && !matches.get_flag("json") {
        let said = if is_twice { messages::stdout_twice() } else { messages::output_needed() };
        return Err(usage::complaint(said.within(language), language).into());
    }
    let trial = Trial::of(matches, language)?;
    Ok(Desk { matches, trial, language, streams, quiet: matches.get_flag("quiet") }.merge())
}

struct Desk<'a> {
    matches: &'a ArgMatches,
    trial: Trial,
    language: Language,
    streams: &'a Streams,
    quiet: bool,
}

impl Desk<'_> {
    fn merge(&self) -> Exit {
        let named: Vec<PathBuf> = self.matches.get_many("inputs").unwrap_or_default().cloned().collect();
        // Clean workbooks are what one merges; reports, audits and merged plans are not.
        let is_own = |path: &Path| read::has_own_marker(path) && !read::is_clean_workbook(path);
        let mut found = batch::find(&named, &is_own);
        found.inputs.iter_mut().for_each(|input| input.called = piped::called(&input.path));
        let out = self.matches.get_one::<PathBuf>("out");
        let force = self.matches.get_flag("force");
        let list = self.matches.get_one::<PathBuf>("ceiling");
        let read = found.inputs.iter().map(|input| input.path.as_path());
        let inputs: Vec<&Path> = read.chain(list.map(PathBuf::as_path)).collect();
        if let Some(refused) = out.and_then(|out| put::refused(out, &inputs, force)) {
            return self.fail(None, &refused.said(), Exit::Output);
        }
        let ceilings = match list.map(|list| pipeline::ceilings(list, self.trial.limits())).transpose() {
            Ok(ceilings) => ceilings.unwrap_or_default(),
            Err(failure) => return self.fail(list.map(PathBuf::as_path), &failure.said(), Exit::Input),
        };
        let mut exit = self.tell_folders(&found);
        let (documents, failed, worst) = self.cleaned(&found.inputs);
        exit = exit.max(worst);
        let mut merged = pipeline::merged(&documents, &ceilings);
        drop(documents);
        merged.leave_out(failed);
        exit = exit.max(self.tell(&merged));
        if merged.taken.is_empty() {
            return self.fail(None, &messages::nothing_merged(), exit.max(Exit::Input));
        }
        exit.max(self.write(&merged, out, force))
    }

    /// Every input through the pipeline; those that fail stop no other.
    fn cleaned(&self, inputs: &[Input]) -> (Vec<(String, Document)>, Vec<LeftOut>, Exit) {
        let jobs = self.matches.get_one::<usize>("jobs").copied().unwrap_or_default();
        let streams = self.streams.counting(inputs.len(), self.quiet, self.language);
        let hands = self.trial.hands(true, &streams);
        let work = |input: &Input| {
            streams.begin(&input.path.to_string_lossy());
            hands.answer(input)?;
            pipeline::cleaned(&input.path, self.trial.limits(), SolveOptions::default()).map_err(|failure| {
                let exit = if matches!(failure, Failure::Fault(_)) { Exit::Fault } else { Exit::Input };
                (failure.said(), exit)
            })
        };
        let (mut documents, mut failed, mut exit) = (Vec::new(), Vec::new(), Exit::Done);
        batch::run(inputs, jobs, work, |index, result| {
            streams.advance();
            let Some(input) = inputs.get(index) else { return };
            let file = input.named();
            let (reason, ended) = match result {
                Ok(Ok((document, notices))) => {
                    for notice in notices.iter().filter(|_| !self.quiet) {
                        streams.line(&format!("{file}: {}", notice.within(self.language)));
                    }
                    documents.push((file, document));
                    return;
                }
                Ok(Err(failed)) => failed,
                Err(Fault(detail)) => (Said::fault(&detail), Exit::Fault),
            };
            exit = exit.max(ended);
            failed.push(LeftOut { file, reason, cause: Cause::NoTable });
        });
        streams.end();
        (documents, failed, exit)
    }

    fn tell_folders(&self, found: &Found) -> Exit {
        let mut exit = Exit::Done;
        for (folder, error) in &found.unreadable {
            exit = self.fail(Some(folder), &messages::unlistable(error), Exit::Input);
        }
        for (folder, own) in &found.empty {
            let said = if *own == 0 { messages::empty_folder() } else { messages::only_own(*own) };
            exit = self.fail(Some(folder), &said, Exit::Input);
        }
        if let Some(said) = messages::skipped(found).filter(|_| !self.quiet) {
            self.streams.line(said.within(self.language));
        }
        exit
    }

    fn tell(&self, merged: &Merged) -> Exit {
        let mut exit = if merged.is_open() { Exit::Findings } else { Exit::Done };
        for left_out in &merged.left_out {
            if left_out.cause == Cause::NoTable {
                exit = exit.max(Exit::Input);
            }
            if !left_out.is_copy() || !self.quiet {
                self.streams.line(&format!("{}: {}", left_out.file, left_out.reason.within(self.language)));
            }
        }
        if self.quiet || merged.taken.is_empty() {
            return exit;
        }
        let lines = merged.taken.iter().map(messages::office).chain([messages::sum_of_all(merged)]);
        for said in lines.chain(messages::matters(merged)) {
            self.streams.line(said.within(self.language));
        }
        exit
    }

    fn write(&self, merged: &Merged, out: Option<&PathBuf>, force: bool) -> Exit {
        let layout = self.matches.get_one::<String>("layout").and_then(|name| LayoutChoice::named(name));
        let layout = layout.unwrap_or(LayoutChoice::Named(LAYOUT));
        let json = || write::merged::json(merged, self.language);
        let mut exit = Exit::Done;
        if let Some(out) = out {
            let is_json = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
            let bytes = if is_json {
                Ok(json().into_bytes())
            } else {
                write::xlsx::merged(merged, layout, self.language)
            };
            exit = match bytes {
                Ok(bytes) => {
                    let put = put::deliver(out, &bytes, force, self.quiet, self.language, self.streams);
                    let put =
                        put.unwrap_or_else(|error| trouble::end(&error.into(), self.language, self.streams));
                    let is_read = is_json || put != Exit::Done;
                    put.max(if is_read { Exit::Done } else { self.look_again(merged, &bytes, layout) })
                }
                Err(error) => self.fail(None, &Failure::Write(error).said(), Exit::Output),
            };
        }
        if self.matches.get_flag("json") {
            exit = exit.max(self.streams.stop(&Stop { text: json(), wanted: true }));
        }
        exit
    }

    /// The workbook must say what it was written from.
    fn look_again(&self, merged: &Merged, bytes: &[u8], layout: LayoutChoice) -> Exit {
        let document = arranged(&merged.document, layout);
        match pipeline::self_check(&document, bytes, SolveOptions::default()) {
            Ok(()) => Exit::Done,
            Err(difference) => self.fail(None, &Failure::SelfCheck(Box::new(difference)).said(), Exit::Fault),
        }
    }

    fn fail(&self, place: Option<&Path>, said: &Said, exit: Exit) -> Exit {
        let text = said.within(self.language);
        match place {
            Some(place) => self.streams.failure(&format!("{}: {text}", place.display())),
            None => self.streams.failure(text),
        }
        exit
    }
}
