//! Wrong usage, told in both languages.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::say::Stop;
use crate::model::Language;

/// What clap has to say, in our language.
pub(super) fn stop(error: &Error, language: Language) -> Stop {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Stop { text: error.render().to_string(), wanted: true }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Stop { text: welcome(language).to_owned(), wanted: false }
        }
        _ => complaint(&sentence(error, language), language),
    }
}

/// What the program does and how to begin, for whoever typed its name alone.
const fn welcome(language: Language) -> &'static str {
    match language {
        Language::Indonesian => {
            "rapikan merapikan tabel Renja (T-C.29 … T-C.33), Renstra (T-C.23 … T-C.28) dan evaluasinya (E.80, E.81)\n\
             dari Excel yang berantakan: memperbaikinya dengan bukti,\n\
             menanyakan yang tidak dapat dibuktikan, dan menulis buku kerja baku. Berkas Anda tidak pernah diubah.\n\n\
             Mulai di peramban, dengan tetikus:   rapikan serve\n\
             Langsung dari sini:                  rapikan BERKAS.xlsx   (hasilnya di folder hasil)\n\
             Semua perintah dan pilihan:          rapikan --help\n"
        }
        Language::English => {
            "rapikan cleans tables of the Renja (T-C.29 … T-C.33), the Renstra (T-C.23 … T-C.28) and their evaluation\n\
             (E.80, E.81) out of messy Excel: it repairs with proofs, asks about what\n\
             cannot be proven, and writes a standard workbook. Your files are never changed.\n\n\
             Begin in the browser, with the mouse:   rapikan serve\n\
             Straight from here:                     rapikan FILE.xlsx   (results in the folder hasil)\n\
             All commands and options:               rapikan --help\n"
        }
    }
}

/// A sentence about wrong usage, with the way to the help.
pub(super) fn complaint(sentence: &str, language: Language) -> Stop {
    let text = match language {
        Language::Indonesian => format!("rapikan: {sentence}\nBantuan: rapikan --help\n"),
        Language::English => format!("rapikan: {sentence}\nHelp: rapikan --help\n"),
    };
    Stop { text, wanted: false }
}

fn sentence(error: &Error, language: Language) -> String {
    let argument = shown(error, ContextKind::InvalidArg);
    let value = shown(error, ContextKind::InvalidValue);
    let allowed = match shown(error, ContextKind::ValidValue) {
        list if list.is_empty() => {
            std::error::Error::source(error).map(ToString::to_string).unwrap_or_default()
        }
        list => list,
    };
    let english = language == Language::English;
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            let meant = shown(error, ContextKind::SuggestedArg);
            let hint = match (meant.is_empty(), english) {
                (true, _) => String::new(),
                (false, true) => format!(" Did you mean {meant}?"),
                (false, false) => format!(" Maksud Anda {meant}?"),
            };
            if english {
                format!("{argument} is unknown.{hint}")
            } else {
                format!("{argument} tidak dikenal.{hint}")
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            if english {
                format!("{argument} lacks its value.")
            } else {
                format!("{argument} belum diberi nilai.")
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let instead = instead(&value, language);
            if english {
                format!("{argument} cannot be {value:?}; allowed: {allowed}.{instead}")
            } else {
                format!("{argument} tidak dapat bernilai {value:?}; yang diterima: {allowed}.{instead}")
            }
        }
        ErrorKind::MissingRequiredArgument => {
            if english {
                format!("{argument} is missing.")
            } else {
                format!("{argument} belum disebutkan.")
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = shown(error, ContextKind::PriorArg);
            if !other.is_empty() && other != argument {
                return together(&argument, &other, language);
            }
            if english {
                format!("{argument} is given more than once or in the wrong place.")
            } else {
                format!("{argument} disebut lebih dari sekali atau di tempat yang salah.")
            }
        }
        _ if english => "the arguments cannot be understood.".to_owned(),
        _ => "argumennya tidak dapat dipahami.".to_owned(),
    }
}

/// Two options that exclude each other.
fn together(one: &str, other: &str, language: Language) -> String {
    match language {
        Language::English => format!("{one} and {other} exclude each other; give one of them."),
        Language::Indonesian => {
            format!("{one} dan {other} tidak dapat dipakai bersama; sebutkan salah satu.")
        }
    }
}

/// What to do for a format that others write, and we do not: no library writes it with all that the workbook holds.
fn instead(value: &str, language: Language) -> &'static str {
    match (value.eq_ignore_ascii_case("ods"), language) {
        (false, _) => "",
        (true, Language::English) => " Open the xlsx in LibreOffice and save it as ODS.",
        (true, Language::Indonesian) => " Buka xlsx-nya di LibreOffice, lalu simpan sebagai ODS.",
    }
}

fn shown(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
