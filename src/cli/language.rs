//! Which language is spoken: what `--lang` says, else what the system's locale says.

use std::ffi::OsString;

use super::anywhere;
use crate::model::Language;

/// The language, and the arguments without `--lang`, so that it may stand before or after a command. An
/// unknown language is left in the arguments: whoever reads them refuses it.
pub(super) fn choose(arguments: Vec<OsString>) -> (Language, Vec<OsString>) {
    let mut chosen = None;
    let kept = anywhere::without(arguments, "lang", &mut |value| {
        let language = value.to_str().and_then(named);
        chosen = language.or(chosen);
        language.is_some()
    });
    (chosen.unwrap_or_else(of_locale), kept)
}

fn named(name: &str) -> Option<Language> {
    match name {
        "id" => Some(Language::Indonesian),
        "en" => Some(Language::English),
        _ => None,
    }
}

fn of_locale() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default().to_ascii_lowercase();
    let primary = locale.split(['-', '_', '.']).next().unwrap_or_default();
    if primary == "en" { Language::English } else { Language::Indonesian }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(arguments: &[&str]) -> (Language, Vec<String>) {
        let (language, kept) = choose(arguments.iter().map(OsString::from).collect());
        (language, kept.into_iter().map(|argument| argument.into_string().unwrap()).collect())
    }

    #[test]
    fn the_language_may_stand_anywhere() {
        for arguments in
            [&["r", "--lang", "en", "a"][..], &["r", "a", "--lang=en"], &["r", "--lang=id", "--lang=en", "a"]]
        {
            assert_eq!(chosen(arguments), (Language::English, vec!["r".to_owned(), "a".to_owned()]));
        }
    }

    #[test]
    fn what_is_no_language_stays() {
        assert_eq!(chosen(&["r", "--lang", "fr"]).1, ["r", "--lang", "fr"]);
        assert_eq!(chosen(&["r", "--lang"]).1, ["r", "--lang"]);
        assert_eq!(chosen(&["r", "--", "--lang", "en"]).1, ["r", "--", "--lang", "en"]);
    }
}
