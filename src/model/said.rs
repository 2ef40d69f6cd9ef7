//! A sentence for people, in both languages of the program.

use std::fmt;

/// The two languages of every message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    Indonesian,
    /// English.
    English,
}

/// One sentence, said in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// The Indonesian wording.
    pub indonesian: String,
    /// The English wording.
    pub english: String,
}

impl Language {
    /// Its ISO 639 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }
}

impl Said {
    /// The sentence in both languages.
    #[must_use]
    pub fn new(indonesian: impl Into<String>, english: impl Into<String>) -> Self {
        Self { indonesian: indonesian.into(), english: english.into() }
    }

    /// A fault of this program while it worked on a file, with what it said.
    #[must_use]
    pub fn fault(detail: &str) -> Self {
        let detail = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
        Self::new(
            format!(
                "kesalahan di dalam rapikan sendiri{detail}, jadi tidak ada hasil untuk berkas ini; laporkan kepada pembuatnya, bila mungkin beserta berkasnya."
            ),
            format!(
                "a fault inside rapikan itself{detail}, so there is no result for this file; report it to its makers, with the file if you may."
            ),
        )
    }

    /// The wording in one language.
    #[must_use]
    pub fn within(&self, language: Language) -> &str {
        match language {
            Language::Indonesian => &self.indonesian,
            Language::English => &self.english,
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}

/// A wording fixed at compile time, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The Indonesian wording.
    pub indonesian: &'static str,
    /// The English wording.
    pub english: &'static str,
}

impl Wording {
    /// The wording in one language.
    #[must_use]
    pub const fn within(&self, language: Language) -> &'static str {
        match language {
            Language::Indonesian => self.indonesian,
            Language::English => self.english,
        }
    }

    /// The wording as a sentence of the model.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::new(self.indonesian, self.english)
    }
}
