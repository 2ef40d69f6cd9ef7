//! Which language is spoken: what `--lang` says, else what the system's locale says.

use std::ffi::OsString;

use crate::model::Language;

/// The language, and the arguments without `--lang`, so that it may stand before or after a command. An
/// unknown language is left in the arguments: whoever reads them refuses it.
pub(super) fn choose(arguments: Vec<OsString>) -> (Language, Vec<OsString>) {
    let mut chosen = None;
    let mut kept = Vec::with_capacity(arguments.len());
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        if argument == "--" {
            kept.push(argument);
            kept.extend(rest);
            break;
        }
        let joined = argument.to_str().and_then(|text| text.strip_prefix("--lang=")).and_then(named);
        if let Some(language) = joined {
            chosen = Some(language);
        } else if argument == "--lang" {
            let value = rest.next();
            match value.as_ref().and_then(|value| value.to_str()).and_then(named) {
                Some(language) => chosen = Some(language),
                None => kept.extend([Some(argument), value].into_iter().flatten()),
            }
        } else {
            kept.push(argument);
        }
    }
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
