//! `rapikan.toml` beside the inputs: what an office always wants. Each key is the name of an option; what is typed wins.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use toml::Table;

use super::{help, messages, piped};
use crate::batch;
use crate::model::{Language, Said, mistaken};
use crate::read::{Limits, bytes_of};

/// The name of the file.
pub(super) const FILE: &str = "rapikan.toml";
/// The option that leaves it unread.
pub(super) const NO_CONFIG: &str = "no-config";
/// The options that it may hold.
pub(super) const KEYS: [&str; 4] = ["layout", "paper", "names", "grade"];
/// No file of habits is larger, in bytes.
const LARGEST: u64 = 64 << 10;
/// How alike an unknown key must be to one that may be meant.
const ALIKE: f64 = 0.75;

/// The habits of a file: its options in the order of [`KEYS`].
type Habits = Vec<(&'static str, String)>;

/// The arguments of `convert` or `check` with the options of the file beside the inputs, and what to say about them.
/// Arguments that cannot be understood are given back as they are: whoever reads them tells.
///
/// # Errors
/// If the file cannot be read, holds something unknown, or inputs have different habits: what to say.
pub(super) fn completed(
    mut arguments: Vec<OsString>,
    language: Language,
) -> Result<(Vec<OsString>, Option<Said>), Said> {
    let command = help::command(language);
    let Ok(matches) = command.clone().try_get_matches_from(&arguments) else { return Ok((arguments, None)) };
    let (declared, matches, at) = match matches.subcommand() {
        Some((name, matches)) => (command.find_subcommand(name).unwrap_or(&command), matches, 2),
        None => (&command, &matches, 1),
    };
    if matches.get_flag(NO_CONFIG) {
        return Ok((arguments, None));
    }
    let Some((path, habits)) = of_all(matches, &command)? else { return Ok((arguments, None)) };
    let is_free = |key: &str| {
        declared.get_arguments().any(|option| option.get_id() == key)
            && matches.value_source(key) != Some(ValueSource::CommandLine)
    };
    let used: Habits = habits.into_iter().filter(|(key, _)| is_free(key)).collect();
    let told = (!used.is_empty() && !matches.get_flag("quiet")).then(|| messages::habits(&path, &used));
    let options = used.into_iter().map(|(key, value)| OsString::from(format!("--{key}={value}")));
    arguments.splice(at..at, options).for_each(drop);
    Ok((arguments, told))
}

/// Whether a file of habits that was found in a folder stands beside the inputs as they were named, where it counts; in
/// a folder below it counts for nothing. `None` of any other file.
pub(super) fn is_followed(path: &Path, inputs: &[PathBuf]) -> Option<bool> {
    let is_it = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(FILE));
    let folder = path.parent()?;
    is_it.then(|| inputs.iter().any(|input| input.join("") == folder.join("")))
}

/// The file and the habits that all inputs have; `None` if they have none.
fn of_all(matches: &ArgMatches, command: &Command) -> Result<Option<(PathBuf, Habits)>, Said> {
    let named: Vec<PathBuf> = matches.get_many("inputs").unwrap_or_default().cloned().collect();
    let folders: BTreeSet<PathBuf> = batch::filled_in(&named)
        .into_iter()
        .filter(|input| !piped::is_input(input) && input.exists())
        .map(|input| if input.is_dir() { input } else { input.with_file_name("") })
        .collect();
    let mut first: Option<(PathBuf, Habits)> = None;
    for folder in folders {
        let path = folder.join(FILE);
        let habits = if path.exists() { read(&path, command)? } else { Vec::new() };
        match &first {
            Some((other, known)) if *known != habits => return Err(messages::two_habits(other, &path)),
            Some(_) => {}
            None => first = Some((path, habits)),
        }
    }
    Ok(first.filter(|(_, habits)| !habits.is_empty()))
}

fn read(path: &Path, command: &Command) -> Result<Habits, Said> {
    let limits = Limits { bytes: LARGEST, ..Limits::default() };
    let bytes = bytes_of(path, &limits).map_err(|error| messages::bad_config(path, &error.said()))?;
    let text = String::from_utf8_lossy(&bytes);
    let table: Table = text
        .trim_start_matches('\u{feff}')
        .parse()
        .map_err(|error: toml::de::Error| messages::no_toml(path, &error.to_string()))?;
    if let Some(unknown) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
        let alike = KEYS.into_iter().filter(|key| mistaken(unknown, key) >= ALIKE);
        let alike: Vec<&str> = alike.collect();
        return Err(messages::unknown_key(path, unknown, if alike.is_empty() { &KEYS } else { &alike }));
    }
    let value = |key: &'static str| {
        let value = table.get(key)?;
        let allowed = values(command, key);
        let meant = value.as_str().and_then(|text| {
            let meant = allowed.iter().find(|one| one.eq_ignore_ascii_case(text));
            meant.cloned()
        });
        let shown = value.as_str().map_or_else(|| serde_json::json!(value).to_string(), ToOwned::to_owned);
        Some(meant.map(|value| (key, value)).ok_or_else(|| messages::bad_value(path, key, &shown, &allowed)))
    };
    KEYS.into_iter().filter_map(value).collect()
}

/// What an option may say.
fn values(command: &Command, key: &str) -> Vec<String> {
    let option = command.get_arguments().find(|option| option.get_id() == key);
    let values = option.map(clap::Arg::get_possible_values).unwrap_or_default();
    values.iter().map(|value| value.get_name().to_owned()).collect()
}
