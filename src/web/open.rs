//! How a browser is opened.

/// The systems that open an address in ways of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Windows.
    Windows,
    /// macOS.
    Mac,
    /// Linux and the like.
    Other,
}

impl System {
    /// The one that this program was made for.
    #[must_use]
    pub const fn own() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::Mac
        } else {
            Self::Other
        }
    }
}

/// The program and its arguments that open an address in the browser.
#[must_use]
pub fn opener(system: System, address: &str) -> (&'static str, Vec<String>) {
    match system {
        // The first quoted argument of `start` is a title, so an empty one goes before the address; `&` parts
        // commands there unless it is escaped.
        System::Windows => {
            let words = ["/c", "start", "", &address.replace('&', "^&")];
            ("cmd", words.map(str::to_owned).to_vec())
        }
        System::Mac => ("open", vec![address.to_owned()]),
        System::Other => ("xdg-open", vec![address.to_owned()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_opens_an_address_in_its_way() {
        let address = "http://127.0.0.1:5000/?token=ab&x=1";
        assert_eq!(opener(System::Other, address), ("xdg-open", vec![address.to_owned()]));
        assert_eq!(opener(System::Mac, address), ("open", vec![address.to_owned()]));
        let (program, words) = opener(System::Windows, address);
        assert_eq!(program, "cmd");
        assert_eq!(words, ["/c", "start", "", "http://127.0.0.1:5000/?token=ab^&x=1"]);
    }
}
