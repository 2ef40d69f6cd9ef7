//! The two streams. Nobody listening any more is no fault of ours: what cannot be said is dropped. What was asked for and
//! cannot be written is an output that failed. Names and texts come from files of others: no sign of theirs steers a
//! terminal.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::exit::Exit;
use super::{color, messages};
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
        self.coloured(&color::painted(&harmless(text)));
    }

    /// One line or several on stderr about what failed, in the colour of failures.
    pub(super) fn failure(&self, text: &str) {
        self.coloured(&color::failed(&harmless(text)));
    }

    fn coloured(&self, text: &str) {
        self.bar.suspend(|| {
            let _ = writeln!(anstream::stderr().lock(), "{text}");
        });
    }

    /// Ends the run with these words.
    pub(super) fn stop(&self, stop: &Stop) -> Exit {
        let text = harmless(&stop.text);
        if stop.wanted {
            return self.show(text.as_bytes());
        }
        let _ = self.bar.suspend(|| io::stderr().lock().write_all(text.as_bytes()));
        Exit::Usage
    }

    /// Writes to stdout what was asked for, as it is. A reader that has seen enough is no failure.
    pub(super) fn show(&self, bytes: &[u8]) -> Exit {
        match self.written(bytes) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.failure(&format!("stdout: {error}"));
                Exit::Output
            }
            _ => Exit::Done,
        }
    }

    /// Text for a program, on stdout: no sign in it steers a terminal.
    pub(super) fn tell(&self, text: &str) -> Exit {
        self.show(harmless(text).as_bytes())
    }

    /// Writes a result to stdout, as it is. Whoever reads it must have the whole of it.
    pub(super) fn deliver(&self, bytes: &[u8], language: Language) -> Exit {
        self.written(bytes).map_or_else(
            |error| {
                self.failure(messages::not_delivered(&error).within(language));
                Exit::Output
            },
            |()| Exit::Done,
        )
    }

    fn written(&self, bytes: &[u8]) -> io::Result<()> {
        self.bar.suspend(|| {
            let mut out = io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush())
        })
    }

    /// These streams with a progress line, if a person watches.
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
        self.bar.set_message(harmless(name).into_owned());
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

/// The text with every sign that steers a terminal shown instead of sent: control characters but line breaks and tabs,
/// and those that turn the direction of writing. They are shown as JSON writes them, so that JSON stays the same JSON.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(steers) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_file_steers_the_terminal() {
        assert_eq!(
            harmless("a\u{1b}[31mb\u{7}\r\u{9b}\u{202e}c"),
            "a\\u001b[31mb\\u0007\\u000d\\u009b\\u202ec"
        );
        let json = serde_json::json!({"text": "\u{1b}\u{7f}\u{85}é\n"}).to_string();
        let back: serde_json::Value = serde_json::from_str(&harmless(&json)).unwrap();
        assert_eq!(back["text"], "\u{1b}\u{7f}\u{85}é\n");
        assert_eq!(harmless("dua\nbaris\té"), "dua\nbaris\té");
    }
}
