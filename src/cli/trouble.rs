//! What ends a command: errors on their way out, each with what a person is told about it and how the run ends.
//!
//! Below the commands errors have types of their own. Here they become [`anyhow::Error`], which keeps them as the cause.

use std::fmt;
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::piped;
use super::say::{Stop, Streams};
use crate::model::{Language, Said};
use crate::pipeline::Failure;
use crate::write::WriteError;

/// The context of an error: what is told, and how the run ends.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    place: Option<PathBuf>,
    said: Said,
    exit: Exit,
}

impl Trouble {
    pub(super) const fn new(exit: Exit, said: Said) -> Self {
        Self { place: None, said, exit }
    }

    /// An input or an output that the sentence does not name itself.
    pub(super) fn at(self, place: &Path) -> Self {
        Self { place: Some(place.to_path_buf()), ..self }
    }

    /// An output that could not be put into its place.
    pub(super) fn output(error: WriteError) -> Self {
        Self::new(Exit::Output, Failure::Write(error).said())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}: ", place.display())?;
        }
        f.write_str(&self.said.english)
    }
}

impl std::error::Error for Trouble {}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Stop {}

/// Tells an error and gives how the run ends by it. One that nobody gave words to is a fault of this program.
pub(super) fn end(error: &anyhow::Error, language: Language, streams: &Streams) -> Exit {
    if let Some(stop) = error.downcast_ref::<Stop>() {
        return streams.stop(stop);
    }
    let Some(trouble) = error.downcast_ref::<Trouble>() else {
        streams.line(Said::fault(&format!("{error:#}")).within(language));
        return Exit::Fault;
    };
    let text = trouble.said.within(language);
    match &trouble.place {
        Some(place) => streams.failure(&format!("{}: {text}", piped::shown(place))),
        None => streams.failure(text),
    }
    trouble.exit
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    #[test]
    fn the_words_of_an_error_decide_how_the_run_ends() {
        let error = || std::io::Error::other("the disk is gone");
        let told: anyhow::Result<()> =
            Err(error()).context(Trouble::new(Exit::Output, Said::new("gagal", "failed")).at(Path::new("a")));
        let told = told.unwrap_err();
        assert_eq!(format!("{told:#}"), "a: failed: the disk is gone", "the cause is kept");
        let streams = Streams::new();
        assert_eq!(end(&told, Language::English, &streams), Exit::Output);
        assert_eq!(end(&error().into(), Language::English, &streams), Exit::Fault);
        let stop = Stop { text: String::new(), wanted: false };
        assert_eq!(end(&stop.into(), Language::English, &streams), Exit::Usage);
    }
}
