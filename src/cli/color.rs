//! Colours: what `--color` says, else whether a terminal shows them and nobody refuses them (<https://no-color.org>).

use std::ffi::OsString;
use std::io;

use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Style};

use super::anywhere;

/// The option, which may stand before or after any command.
pub(super) const NAME: &str = "color";

/// What it may say.
pub(super) const CHOICES: [&str; 3] = ["auto", "always", "never"];

/// Follows `--color`, and gives the arguments without it. An unknown choice is left in the arguments: whoever reads them
/// refuses it.
pub(super) fn choose(arguments: Vec<OsString>) -> Vec<OsString> {
    anywhere::without(arguments, NAME, &mut |value| {
        let choice = match value.to_str() {
            Some("auto") => ColorChoice::Auto,
            Some("always") => ColorChoice::Always,
            Some("never") => ColorChoice::Never,
            _ => return false,
        };
        choice.write_global();
        true
    })
}

/// Whether standard output takes colours.
pub(super) fn on_stdout() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

/// What a line about a file begins with, and its colour.
const SIGNS: [(&str, AnsiColor); 3] =
    [("? ", AnsiColor::Yellow), ("! ", AnsiColor::Cyan), ("→ ", AnsiColor::Green)];

/// The lines with their signs in colour: `?` what is to decide, `!` a notice, `→` a file that was written.
pub(super) fn painted(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let told = line.trim_start_matches(' ');
        let indent = line.len().saturating_sub(told.len());
        match SIGNS.iter().find_map(|(sign, colour)| Some((told.strip_prefix(sign)?, sign, *colour))) {
            Some((rest, sign, colour)) => {
                let style = Style::new().fg_color(Some(colour.into())).bold();
                format!("{:indent$}{style}{}{style:#} {rest}", "", sign.trim_end())
            }
            None => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A sentence about what failed, in red.
pub(super) fn failed(text: &str) -> String {
    let style = Style::new().fg_color(Some(AnsiColor::Red.into()));
    format!("{style}{text}{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_signs_at_the_start_of_a_line_are_painted() {
        assert_eq!(painted("a.xlsx: 1\n  ? b → c"), "a.xlsx: 1\n  \u{1b}[1m\u{1b}[33m?\u{1b}[0m b → c",);
        assert_eq!(painted("a → b"), "a → b");
    }

    #[test]
    fn an_unknown_choice_stays_for_whoever_refuses_it() {
        let kept = |arguments: &[&str]| choose(arguments.iter().map(OsString::from).collect());
        assert_eq!(kept(&["r", "--color", "auto", "a"]), ["r", "a"]);
        assert_eq!(kept(&["r", "--color=pink", "a"]), ["r", "--color=pink", "a"]);
    }
}
