//! What installing does to this computer.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use mslnk::{ShellLink, ShowCommand};
use windows_registry::CURRENT_USER;

use super::entries::{self, Data, SHORTCUTS};
use crate::model::Language;

/// Where the installed program is.
pub(super) fn program() -> Option<PathBuf> {
    Some(dirs::data_local_dir()?.join("Programs").join("rapikan").join("rapikan.exe"))
}

/// Puts this program there, unless it is there.
pub(super) fn copy_to(program: &Path) -> Result<()> {
    let own = std::env::current_exe()?;
    if same(&own, program) {
        return Ok(());
    }
    let folder = program.parent().context("a place without a folder")?;
    fs::create_dir_all(folder)?;
    fs::copy(own, program)?;
    Ok(())
}

/// Makes the entries in the registry and in menus.
pub(super) fn enter(program: &Path, language: Language) -> Result<()> {
    let text = program.to_str().context("a place that is no text")?;
    for value in entries::values(text, language) {
        let key = CURRENT_USER.create(&value.key)?;
        match &value.data {
            Data::Text(text) => key.set_string(value.name, text)?,
            Data::Number(number) => key.set_u32(value.name, *number)?,
        }
    }
    let menus = dirs::data_dir().context("no folder for menus")?;
    for shortcut in &SHORTCUTS {
        let place = menus.join(shortcut.place);
        fs::create_dir_all(place.parent().context("a place without a folder")?)?;
        let mut link = link(text)?;
        link.set_arguments(shortcut.arguments.map(str::to_owned));
        if shortcut.minimised {
            link.header_mut().set_show_command(ShowCommand::ShowMinNoActive);
        }
        link.create_lnk(place).map_err(|error| anyhow!("{error}"))?;
    }
    Ok(())
}

/// A shortcut to the program.
fn link(program: &str) -> Result<ShellLink> {
    // What makes shortcuts knows places on a drive only.
    let mut start = program.chars();
    let is_drive = start.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && start.next() == Some(':')
        && start.next() == Some('\\');
    if !is_drive {
        return Err(anyhow!("{program} is on no drive"));
    }
    let mut link = ShellLink::new(program).map_err(|error| anyhow!("{error}"))?;
    // It would be looked for beside the shortcut.
    link.set_relative_path(None);
    // Results go beside the files that are sent; a page needs no folder.
    link.set_working_dir(None);
    link.set_icon_location(Some(program.to_owned()));
    Ok(link)
}

/// Takes the entries away; what is not there is no error.
pub(super) fn leave() -> Result<()> {
    for key in entries::keys() {
        if CURRENT_USER.open(&key).is_ok() {
            CURRENT_USER.remove_tree(&key)?;
        }
    }
    let menus = dirs::data_dir().context("no folder for menus")?;
    for shortcut in &SHORTCUTS {
        gone(fs::remove_file(menus.join(shortcut.place)))?;
    }
    Ok(())
}

/// Takes the installed program away, itself too if it is what runs: then it is gone a moment after it ends.
pub(super) fn remove(program: &Path) -> Result<()> {
    let folder = program.parent().context("a place without a folder")?;
    if same(&std::env::current_exe()?, program) {
        self_replace::self_delete_outside_path(folder)?;
    } else {
        gone(fs::remove_file(program))?;
    }
    // Whatever somebody else put there stays.
    let _ = fs::remove_dir(folder);
    Ok(())
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}
