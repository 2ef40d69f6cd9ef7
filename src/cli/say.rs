//! The two streams. Nobody listening any more is no fault of ours: what cannot be said is dropped.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::exit::Exit;
use crate::model::Language;

/// Words that end the run: help and version on stdout, complaints on stderr.
#[derive(Debug)]
pub(super) struct Stop {
    /// The text, ending in a line break.
    pub(super) text: String,
    /// Whether it was asked for.
    pub(super) wanted: bool,
}

/// Where words go.
#[derive(Debug)]
pub(super) struct Streams {
    bar: ProgressBar,
}

impl Streams {
    pub(super) fn new() -> Self {
        Self { bar: ProgressBar::hidden() }
    }

    /// One line or several on stderr.
    pub(super) fn line(&self, text: &str) {
        self.bar.suspend(|| {
            let _ = writeln!(io::stderr().lock(), "{text}");
        });
    }

    /// Ends the run with these words.
    pub(super) fn stop(&self, stop: &Stop) -> Exit {
        let text = stop.text.as_bytes();
        let _ = self.bar.suspend(|| {
            if stop.wanted {
                io::stdout().lock().write_all(text)
            } else {
                io::stderr().lock().write_all(text)
            }
        });
        if stop.wanted { Exit::Done } else { Exit::Usage }
    }

    /// The same streams with a progress line, if a person watches.
    pub(super) fn counting(&self, files: usize, quiet: bool, language: Language) -> Self {
        if quiet || files < 2 || !io::stderr().is_terminal() {
            return Self { bar: self.bar.clone() };
        }
        let template = match language {
            Language::Indonesian => "{bar:24} {pos}/{len} berkas, {per_sec}, sisa {eta}  {wide_msg}",
            Language::English => "{bar:24} {pos}/{len} files, {per_sec}, {eta} left  {wide_msg}",
        };
        let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar }
    }

    /// Work on a file begins.
    pub(super) fn begin(&self, name: &str) {
        self.bar.set_message(name.to_owned());
    }

    /// Work on a file has ended.
    pub(super) fn advance(&self) {
        self.bar.inc(1);
    }

    /// The progress line is taken away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
