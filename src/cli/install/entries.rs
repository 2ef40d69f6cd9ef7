//! What an installed program leaves in the registry of its user, and in that user's menus.

use crate::model::Language;

/// The kinds of files whose menu of the right click names the program.
const ENDINGS: [&str; 7] = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".html"];
/// Where the list of installed programs is.
const UNINSTALL: &str = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\rapikan";
/// Where the dialogue "Run" looks for programs by their names.
const APP_PATH: &str = r"Software\Microsoft\Windows\CurrentVersion\App Paths\rapikan.exe";

/// One value of the registry, below the key of the user.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// The key.
    pub(super) key: String,
    /// The name; none is that of the key itself.
    pub(super) name: &'static str,
    /// What it says.
    pub(super) data: Data,
}

/// What a value says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Data {
    Text(String),
    Number(u32),
}

/// A file in a folder below the roaming data of the user that starts the program.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shortcut {
    /// Its place.
    pub(super) place: &'static str,
    /// What the program is given before the files that are sent to it.
    pub(super) arguments: Option<&'static str>,
    /// Whether its console starts as a button of the task bar: the page is what is looked at.
    pub(super) minimised: bool,
}

/// The shortcuts.
pub(super) const SHORTCUTS: [Shortcut; 2] = [
    Shortcut {
        place: r"Microsoft\Windows\Start Menu\Programs\rapikan.lnk",
        arguments: Some("serve"),
        minimised: true,
    },
    Shortcut { place: r"Microsoft\Windows\SendTo\rapikan.lnk", arguments: None, minimised: false },
];

/// The words in the menu of the right click.
pub(super) const fn verb(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "Rapikan dengan rapikan",
        Language::English => "Clean with rapikan",
    }
}

/// The keys that belong to the program with everything below them.
pub(super) fn keys() -> Vec<String> {
    let menus = ENDINGS.map(|ending| format!(r"SystemFileAssociations\{ending}")).into_iter();
    let menus = menus.chain(["Directory".to_owned()]);
    let menus = menus.map(|owner| format!(r"Software\Classes\{owner}\shell\rapikan"));
    menus.chain([UNINSTALL, APP_PATH].map(str::to_owned)).collect()
}

/// Every value of these keys, for a program at a place.
pub(super) fn values(program: &str, language: Language) -> Vec<Value> {
    let text =
        |key: &str, name, text: &str| Value { key: key.to_owned(), name, data: Data::Text(text.to_owned()) };
    let number = |name| Value { key: UNINSTALL.to_owned(), name, data: Data::Number(1) };
    let quoted = |arguments: &str| format!("\"{program}\" {arguments}");
    let mut values = Vec::new();
    for menu in keys().iter().filter(|key| key.contains(r"\shell\")) {
        values.push(text(menu, "", verb(language)));
        values.push(text(menu, "Icon", program));
        // Else the entry is gone as soon as more than fifteen files are chosen.
        values.push(text(menu, "MultiSelectModel", "Player"));
        values.push(text(&format!(r"{menu}\command"), "", &quoted("\"%1\"")));
    }
    values.push(text(APP_PATH, "", program));
    values.push(text(UNINSTALL, "DisplayName", "rapikan"));
    values.push(text(UNINSTALL, "DisplayVersion", env!("CARGO_PKG_VERSION")));
    values.push(text(UNINSTALL, "Publisher", "rapikan"));
    values.push(text(UNINSTALL, "DisplayIcon", program));
    values.push(text(UNINSTALL, "UninstallString", &quoted("uninstall")));
    values.extend([number("NoModify"), number("NoRepair")]);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROGRAM: &str = r"C:\Users\Sari é\AppData\Local\Programs\rapikan\rapikan.exe";

    #[test]
    fn whatever_is_entered_is_below_a_key_that_is_removed() {
        let keys = keys();
        for value in values(PROGRAM, Language::Indonesian) {
            let own = |key: &String| value.key == *key || value.key.starts_with(&format!(r"{key}\"));
            assert!(keys.iter().any(own), "{value:?}");
        }
        for key in keys {
            assert!(key.ends_with("rapikan") || key.ends_with("rapikan.exe"), "{key} is not ours alone");
        }
    }

    #[test]
    fn the_start_menu_opens_the_page_and_what_is_sent_is_seen_to_be_cleaned() {
        let of = |folder: &str| SHORTCUTS.iter().find(|one| one.place.contains(folder)).unwrap();
        let (start, send) = (of("Start Menu"), of("SendTo"));
        assert_eq!((start.arguments, start.minimised), (Some("serve"), true));
        assert_eq!((send.arguments, send.minimised), (None, false));
    }

    #[test]
    fn a_place_with_blanks_is_quoted_in_commands() {
        let values = values(PROGRAM, Language::English);
        let commands: Vec<_> = values
            .iter()
            .filter(|value| value.key.ends_with("command") || value.name == "UninstallString")
            .collect();
        assert_eq!(commands.len(), ENDINGS.len() + 2);
        for command in commands {
            let Data::Text(text) = &command.data else { panic!("{command:?}") };
            assert!(text.starts_with(&format!("\"{PROGRAM}\" ")), "{text}");
        }
        let verbs = values.iter().filter(|value| value.data == Data::Text("Clean with rapikan".to_owned()));
        assert_eq!(verbs.count(), ENDINGS.len() + 1);
    }
}
