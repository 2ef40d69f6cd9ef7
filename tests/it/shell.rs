//! Completions and manual pages: they know every command and option that the help knows.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use crate::support;

use std::collections::BTreeSet;

use support::desk::Desk;

/// The commands that the help lists.
fn commands(desk: &Desk) -> Vec<String> {
    let help = desk.run(&["--help", "--lang", "en"]).out;
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let first = |line: &str| line.split_whitespace().next().unwrap().to_owned();
    listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")).map(first).collect()
}

/// The options that the help of a command describes, and `--lang`, which stands with every command.
fn options(desk: &Desk, command: &str) -> BTreeSet<String> {
    let help = desk.run(&[command, "--help"]).out;
    let names =
        help.lines().filter_map(|line| line.trim_start().split("--").nth(1).filter(|_| is_option(line)));
    let name =
        |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect::<String>();
    names.map(name).chain(["lang".to_owned()]).collect()
}

/// Whether a line of the help begins the description of an option.
fn is_option(line: &str) -> bool {
    let text = line.trim_start();
    text.starts_with("--") || (text.starts_with('-') && text.contains(", --"))
}

#[test]
fn a_shell_learns_every_command_and_option() {
    let desk = Desk::new();
    let commands = commands(&desk);
    assert!(commands.len() >= 9 && commands.contains(&"completions".to_owned()), "{commands:?}");
    let bash = desk.run(&["completions", "bash"]).out;
    for command in &commands {
        let options = options(&desk, command);
        assert!(options.len() >= 2 && options.contains("help"), "{command} {options:?}");
        let of_command = format!("        rapikan__subcmd__{command})\n            opts=\"");
        let offered = bash.split(&of_command).nth(1).unwrap().split('"').next().unwrap();
        for option in options {
            let offered = offered.split(' ').any(|one| one == format!("--{option}"));
            assert!(offered, "{command} --{option}");
        }
    }
    for shell in ["zsh", "fish", "powershell", "elvish"] {
        let script = desk.run(&["completions", shell]).out;
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell} {command}");
            for option in options(&desk, command) {
                assert!(script.contains(&option), "{shell} {command} --{option}");
            }
        }
    }
}

#[test]
fn completions_are_told_in_the_language_that_is_spoken() {
    let desk = Desk::new();
    let script = |language| desk.run(&["completions", "fish", "--lang", language]).out;
    assert!(script("id").contains("Menimpa hasil") && !script("id").contains("Replace results"));
    assert!(script("en").contains("Replace results") && !script("en").contains("Menimpa hasil"));
    assert_eq!(desk.run(&["completions", "cmd"]).code, 2);
}

#[test]
fn there_is_a_page_for_every_command_with_every_option() {
    let desk = Desk::new();
    let ran = desk.run(&["man", "-o", "man1"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let files = desk.files();
    let page = |name: &str| String::from_utf8(files[&format!("man1/{name}.1")].clone()).unwrap();
    let commands = commands(&desk);
    assert_eq!(files.len(), commands.len() + 1);
    for command in &commands {
        assert!(page("rapikan").contains(&format!("rapikan\\-{command}(1)")), "{command}");
        let own = page(&format!("rapikan-{command}"));
        for option in options(&desk, command) {
            let printed = format!("\\-\\-{}\\fR", option.replace('-', "\\-"));
            assert!(own.contains(&printed), "{command} {printed}: {own}");
        }
    }
    assert_eq!(desk.run(&["man"]).out, page("rapikan"));
    assert!(page("rapikan").contains("\n.SH RINGKASAN\n"));
    assert!(desk.run(&["man", "--lang", "en"]).out.contains("\n.SH SYNOPSIS\n"));
}

#[test]
fn pages_that_are_there_are_not_replaced_unasked() {
    let desk = Desk::new();
    desk.put("man1/rapikan-check.1", b"precious");
    assert_eq!(desk.run(&["man", "-o", "man1"]).code, 4);
    assert_eq!(desk.files()["man1/rapikan-check.1"], b"precious");
    assert_eq!(desk.run(&["man", "-o", "man1", "--force"]).code, 0);
    assert_ne!(desk.files()["man1/rapikan-check.1"], b"precious");
}

#[test]
fn the_help_of_every_command_is_in_the_language_that_is_spoken() {
    let desk = Desk::new();
    for command in commands(&desk) {
        let help = |language| desk.run(&[&command, "--help", "--lang", language]).out;
        let (indonesian, english) = (help("id"), help("en"));
        assert!(indonesian.contains(&format!("Pemakaian: rapikan {command} [PILIHAN]")), "{indonesian}");
        assert!(english.contains(&format!("Usage: rapikan {command} [OPTIONS]")), "{english}");
        for word in ["Usage", "Options:", "Arguments:", "possible values", "[OPTIONS]", "[default"] {
            assert!(!indonesian.contains(word), "{command}: {word}");
        }
        for word in ["Pilihan", "[PILIHAN]", "[bawaan"] {
            assert!(!english.contains(word), "{command}: {word}");
        }
    }
}
