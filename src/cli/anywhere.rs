//! Options that may stand before or after any command: they are taken out before a command reads its arguments.

use std::ffi::{OsStr, OsString};

/// The arguments without every `--name VALUE` and `--name=VALUE` whose value is accepted. What is not accepted stays, so
/// that whoever reads the arguments refuses it; what follows `--` is no option.
pub(super) fn without(
    arguments: Vec<OsString>,
    name: &str,
    accepts: &mut dyn FnMut(&OsStr) -> bool,
) -> Vec<OsString> {
    let option = format!("--{name}");
    let joined = format!("--{name}=");
    let mut kept = Vec::with_capacity(arguments.len());
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        if argument == "--" {
            kept.push(argument);
            kept.extend(rest);
            break;
        }
        if argument == *option {
            let value = rest.next();
            if !value.as_deref().is_some_and(&mut *accepts) {
                kept.extend([Some(argument), value].into_iter().flatten());
            }
        } else if let Some(value) = argument.to_str().and_then(|text| text.strip_prefix(&joined)) {
            if !accepts(OsStr::new(value)) {
                kept.push(argument);
            }
        } else {
            kept.push(argument);
        }
    }
    kept
}
