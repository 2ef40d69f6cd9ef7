//! How the program was started: from a shell, or by a person at the desktop who sees no shell.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::process::Command;

use super::exit::Exit;
use super::say::Streams;
use super::serve;
use crate::model::{Language, Said};
use crate::web::System;

/// Where the program was started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// A shell, or another program: it stays when this one ends.
    Shell,
    /// Windows opened a console for this program alone, which closes with it: a double click, or files that were
    /// dropped on it.
    OwnWindow,
    /// Windows gave this program no streams at all: a double click, or files that were dropped on it, where the
    /// manifest says that no console is wanted.
    Detached,
    /// Nobody can read a message or answer a question: a click on a desktop without a console.
    Nowhere,
}

/// What tells how the program was started.
#[derive(Clone, Copy)]
pub(super) struct Signs<'a> {
    /// The system.
    pub(super) system: System,
    /// Whether standard input is a terminal.
    pub(super) stdin: bool,
    /// Whether standard output is one.
    pub(super) stdout: bool,
    /// Whether there are any streams, be they terminals, files or pipes.
    pub(super) streams: bool,
    /// The environment.
    pub(super) variable: &'a dyn Fn(&str) -> Option<String>,
}

/// What only a shell, or a terminal that runs one, puts into the environment of the programs that it starts.
const SHELLS: [&str; 7] =
    ["PROMPT", "WT_SESSION", "POWERSHELL_DISTRIBUTION_CHANNEL", "TERM", "SHELL", "MSYSTEM", "TERM_PROGRAM"];

/// The start by this program's own streams and environment.
pub(super) fn own() -> Start {
    start(Signs {
        system: System::own(),
        stdin: io::stdin().is_terminal(),
        stdout: io::stdout().is_terminal(),
        streams: system::has_streams(),
        variable: &|name| std::env::var(name).ok(),
    })
}

/// The start by its signs. Windows would tell for sure whether the console is shared, but only to code that is not
/// checked for safety; a shell that is not known by its signs costs a person one press of Enter.
pub(super) fn start(signs: Signs<'_>) -> Start {
    if !signs.stdin && !signs.stdout {
        let is_detached = signs.system == System::Windows && !signs.streams;
        return if is_detached { Start::Detached } else { Start::Nowhere };
    }
    if signs.system == System::Windows && (signs.variable)(WINDOW).is_some() {
        return Start::OwnWindow;
    }
    let is_told = signs.system == System::Windows && signs.stdin && signs.stdout;
    if !is_told || SHELLS.iter().any(|name| (signs.variable)(name).is_some()) {
        return Start::Shell;
    }
    // The PowerShell of Windows adds the modules of the person to those of the computer.
    let modules = (signs.variable)("PSModulePath").unwrap_or_default().to_lowercase();
    let person = (signs.variable)("USERPROFILE").unwrap_or_default().to_lowercase();
    if !person.is_empty() && modules.contains(&person) { Start::Shell } else { Start::OwnWindow }
}

/// The arguments as they are meant: whoever started the program without any, and not from a shell, wants the page.
pub(super) fn meant(mut arguments: Vec<OsString>, start: Start) -> Vec<OsString> {
    if arguments.len() == 1 && start != Start::Shell {
        arguments.push(serve::NAME.into());
    }
    arguments
}

/// Runs the arguments once more in a console of their own, and gives the exit code of that, if there is none to show
/// what happens to the files that were dropped on the program. The page needs none. `None` if there is nothing to
/// show, or no console can be had.
pub(super) fn in_a_window(arguments: &[OsString], start: Start) -> Option<u8> {
    let shown = arguments.get(1..).filter(|shown| start == Start::Detached && !shown.is_empty())?;
    if shown.first().is_some_and(|name| name == serve::NAME) {
        return None;
    }
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.args(shown).env(WINDOW, "1");
    system::with_console(&mut command);
    let status = command.status().ok()?;
    Some(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or_else(|| Exit::Fault.code()))
}

/// Tells the program that the console it was started in is its own.
const WINDOW: &str = "RAPIKAN_WINDOW";

pub(super) use system::without_console;

#[cfg(windows)]
mod system {
    use std::io;
    use std::os::windows::io::AsRawHandle as _;
    use std::os::windows::process::CommandExt as _;
    use std::process::Command;

    /// `CREATE_NEW_CONSOLE`.
    const NEW_CONSOLE: u32 = 0x10;

    /// `CREATE_NO_WINDOW`.
    const NO_WINDOW: u32 = 0x0800_0000;

    pub(super) fn has_streams() -> bool {
        !io::stdin().as_raw_handle().is_null() || !io::stdout().as_raw_handle().is_null()
    }

    pub(super) fn with_console(command: &mut Command) {
        command.creation_flags(NEW_CONSOLE);
    }

    /// Without a console of our own, a program that needs one would show a window of its own for a moment.
    pub(in crate::cli) fn without_console(command: &mut Command) {
        command.creation_flags(NO_WINDOW);
    }
}

#[cfg(not(windows))]
mod system {
    use std::process::Command;

    pub(super) const fn has_streams() -> bool {
        true
    }

    pub(super) const fn with_console(_: &mut Command) {}

    pub(in crate::cli) const fn without_console(_: &mut Command) {}
}

/// Keeps a window that closes with the program open until its messages are read.
pub(super) fn wait(start: Start, language: Language, streams: &Streams) {
    if start == Start::OwnWindow {
        streams.line(farewell().within(language));
        let _ = io::stdin().read_line(&mut String::new());
    }
}

fn farewell() -> Said {
    Said::new("Tekan Enter untuk menutup jendela ini.", "Press Enter to close this window.")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: (&str, &str) = ("USERPROFILE", r"C:\Users\Sari");
    const MACHINE: (&str, &str) = ("PSModulePath", r"C:\Program Files\WindowsPowerShell\Modules");

    fn seen(system: System, streams: (bool, bool), environment: &[(&str, &str)]) -> Start {
        let variable = |name: &str| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        start(Signs { system, stdin: streams.0, stdout: streams.1, streams: true, variable: &variable })
    }

    #[test]
    fn a_window_of_its_own_is_a_console_that_no_shell_left_a_sign_in() {
        let windows =
            |environment: &[_]| seen(System::Windows, (true, true), &[&[HOME], environment].concat());
        assert_eq!(windows(&[MACHINE]), Start::OwnWindow);
        assert_eq!(windows(&[]), Start::OwnWindow);
        assert_eq!(windows(&[MACHINE, ("PROMPT", "$P$G")]), Start::Shell);
        assert_eq!(windows(&[MACHINE, ("WT_SESSION", "1")]), Start::Shell);
        assert_eq!(windows(&[MACHINE, ("POWERSHELL_DISTRIBUTION_CHANNEL", "MSI")]), Start::Shell);
        let personal = ("PSModulePath", r"c:\users\sari\OneDrive\Dokumen\WindowsPowerShell\Modules;C:\…");
        assert_eq!(windows(&[personal]), Start::Shell);
    }

    #[test]
    fn a_start_without_streams_is_told_from_one_whose_streams_are_files() {
        let bare = |system| {
            start(Signs { system, stdin: false, stdout: false, streams: false, variable: &|_| None })
        };
        assert_eq!(bare(System::Windows), Start::Detached);
        assert_eq!(bare(System::Other), Start::Nowhere);
        assert_eq!(seen(System::Windows, (false, false), &[]), Start::Nowhere);
        let shell = ("PROMPT", "$P$G");
        assert_eq!(seen(System::Windows, (true, true), &[shell, (WINDOW, "1")]), Start::OwnWindow);
    }

    #[test]
    fn only_what_has_something_to_show_gets_a_console() {
        let shown = |arguments: &[&str], start| {
            in_a_window(&arguments.iter().map(OsString::from).collect::<Vec<_>>(), start)
        };
        assert_eq!(shown(&["rapikan"], Start::Detached), None);
        assert_eq!(shown(&["rapikan", "serve"], Start::Detached), None);
        for start in [Start::Shell, Start::OwnWindow, Start::Nowhere] {
            assert_eq!(shown(&["rapikan", "a.xlsx"], start), None);
        }
    }

    #[test]
    fn other_systems_open_no_window_of_their_own() {
        for system in [System::Mac, System::Other] {
            assert_eq!(seen(system, (true, true), &[]), Start::Shell);
        }
        assert_eq!(seen(System::Windows, (true, false), &[HOME]), Start::Shell, "its output goes to a file");
        for system in [System::Windows, System::Mac, System::Other] {
            assert_eq!(seen(system, (false, false), &[("TERM", "dumb")]), Start::Nowhere);
        }
    }

    #[test]
    fn a_start_without_arguments_is_help_in_a_shell_and_the_page_elsewhere() {
        let meant = |arguments: &[&str], start| meant(arguments.iter().map(OsString::from).collect(), start);
        assert_eq!(meant(&["rapikan"], Start::Nowhere), ["rapikan", "serve"]);
        assert_eq!(meant(&["rapikan"], Start::Detached), ["rapikan", "serve"]);
        assert_eq!(meant(&["rapikan"], Start::OwnWindow), ["rapikan", "serve"]);
        assert_eq!(meant(&["rapikan"], Start::Shell), ["rapikan"]);
        assert_eq!(meant(&["rapikan", "a.xlsx"], Start::OwnWindow), ["rapikan", "a.xlsx"]);
    }
}
