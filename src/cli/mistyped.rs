//! A command with a slip, which is otherwise the name of a file that is not there: `rapikan convrt renja.xlsx`.

use std::path::Path;

use super::help;
use crate::model::{Language, Said, mistaken};

/// How alike a word must be to a command.
const ALIKE: f64 = 0.8;

/// What to say where the first input is no file and nearly a command.
pub(super) fn mistyped(first: &Path, language: Language) -> Option<Said> {
    let word = first.to_str().filter(|word| word.chars().all(char::is_alphabetic))?;
    if first.exists() {
        return None;
    }
    let command = help::command(language);
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let alike = names.into_iter().map(|name| (mistaken(word, name), name));
    let (likeness, nearest) = alike.max_by(|left, right| left.0.total_cmp(&right.0))?;
    (likeness >= ALIKE).then(|| {
        Said::new(
            format!("tidak ada perintah atau berkas “{word}”; maksudnya “rapikan {nearest}”?"),
            format!("there is no command and no file “{word}”; did you mean “rapikan {nearest}”?"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_command_is_known_and_another_word_is_none() {
        let said = |word: &str| mistyped(Path::new(word), Language::English).map(|said| said.english);
        assert!(said("convrt").is_some_and(|text| text.contains("“rapikan convert”")));
        assert!(said("merg").is_some_and(|text| text.contains("“rapikan merge”")));
        for word in ["renja", "hasil", "convrt.xlsx", "src"] {
            assert_eq!(said(word), None, "{word}");
        }
    }
}
